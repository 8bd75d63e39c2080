"""Has Verbale read texts, one a line, into records; prints words a processor second."""

import json
import resource
import subprocess
import sys

program, path = sys.argv[1:]
texts = open(path, encoding="utf-8").read().split("\n")[:-1]
words = sum(len(text.split()) for text in texts)
lines = "".join(
    json.dumps({"id": str(number), "text": text, "raw": True}) + "\n"
    for number, text in enumerate(texts)
)
done = subprocess.run(
    [program, "read", "--jsonl"], input=lines, text=True, capture_output=True, check=True
)
records = [json.loads(line) for line in done.stdout.splitlines()]
assert len(records) == len(texts)
used = resource.getrusage(resource.RUSAGE_CHILDREN)
seconds = used.ru_utime + used.ru_stime
found = sum(len(record["attributions"]) for record in records)
print("verbale", round(words / seconds), "words/s;", found, "attributions")
