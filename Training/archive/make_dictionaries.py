#!/usr/bin/env python3
"""Makes what archives pack their records with, from records as `verbale read --format jsonl` writes them:

  Training/archive/make_dictionaries.py RECORDS.jsonl

`columns.txt` is the order of the columns (`.` leads to a member, `*` to the elements of an array; `=` holds
values, `#` lengths, `?` whether an optional is there), `record.txt` the values that many records have, the
most frequent last. An archive keeps those that it was made with; new ones serve new archives."""

import collections
import json
import pathlib
import sys

folder = pathlib.Path(__file__).resolve().parent.parent.parent / "Sources/Archive/Store/Dictionaries"
# What may be absent, in case that no record of the sample lacks it, or none has it.
optional = """.document.source .document.url .document.title .document.published .document.language
.events*.mode .events*.date .events*.place .events*.size.dead .events*.size.injured .events*.size.arrested
.events*.size.other .attributions*.speaker .attributions*.channel .attributions*.date .attributions*.within
.actors*.country""".split()
# What a record's own text holds, or what is in no other record.
own = """.name= aliases*= .title= .text= .id= sha256= .source= .url= .published= .byline .unnamed.why= .speaker=
authority*= .from= .to= .within= .actors*= .recipients*=""".split()

names = {path + "?" for path in optional}
values = collections.defaultdict(collections.Counter)


def walk(value, path):
    if isinstance(value, dict):
        for key, member in value.items():
            if member is None:
                names.add(f"{path}.{key}?")
            else:
                walk(member, f"{path}.{key}")
    elif isinstance(value, list):
        names.add(path + "#")
        for element in value:
            walk(element, path + "*")
    else:
        names.add(path + "=")
        if isinstance(value, str):
            values[path + "="][value] += 1


for line in open(sys.argv[1]):
    record = json.loads(line)
    record["text"] = ""
    walk(record, "")

# Texts stand behind numbers, so that like stands by like.
order = sorted(names, key=lambda name: (name in values, name.endswith("="), name))
(folder / "columns.txt").write_text("\n".join(order) + "\n")
shared = collections.Counter()
for name, counts in values.items():
    if not any(name.endswith(end) for end in own):
        shared.update({text: count for text, count in counts.items() if len(text) > 3})
dictionary = b""
for text, count in sorted(shared.items(), key=lambda item: (-item[1], item[0])):
    if count > 1 and len(dictionary) < 14 << 10:
        dictionary = text.encode() + b"\0" + dictionary
(folder / "record.txt").write_bytes(dictionary)
