"""Writes texts, one a line: paragraphs of the project's own examples, or of the files given.

usage: texts.py OUT WORDS [FILE ...]

The paragraphs are repeated in new orders until there are at least WORDS words, grouped in texts of
about 600 words, the length of a news report. The order comes from a fixed seed.
"""

import random
import sys
from pathlib import Path

EXAMPLES = Path(__file__).parent.parent / "Examples"


def paragraphs(files):
    for file in files:
        for line in file.read_text(encoding="utf-8").splitlines():
            line = line.strip()
            if len(line.split()) >= 12 and "<" not in line:
                yield line


def main():
    out, words, *names = sys.argv[1:]
    files = [Path(name) for name in names] or sorted(EXAMPLES.glob("*.txt"))
    found = list(paragraphs(files))
    if not found:
        sys.exit("no paragraph of twelve words or more")
    order = random.Random(1)
    texts, text, length, total = [], [], 0, 0
    while total < int(words):
        for paragraph in order.sample(found, len(found)):
            text.append(paragraph)
            length += len(paragraph.split())
            if length >= 600:
                texts.append(" ".join(text))
                total, text, length = total + length, [], 0
    Path(out).write_text("\n".join(texts) + "\n", encoding="utf-8")


main()
