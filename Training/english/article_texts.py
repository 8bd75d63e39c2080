"""The texts of the article corpora, a paragraph a line with an empty line after it, each once."""

import argparse
import json
from pathlib import Path

FOLDERS = ("aeb", "wcxb_dev")
FEWEST_WORDS = 8
LEAST_LETTERS = 0.7


def paragraphs(pages: Path):
    seen = set()
    for folder in FOLDERS:
        for line in open(pages / folder / "gold.jsonl", encoding="utf8"):
            for paragraph in json.loads(line)["text"].split("\n"):
                paragraph = " ".join(paragraph.split())
                if is_prose(paragraph) and paragraph not in seen:
                    seen.add(paragraph)
                    yield paragraph


def is_prose(paragraph: str) -> bool:
    letters = sum(scalar.isascii() and scalar.isalpha() for scalar in paragraph)
    return len(paragraph.split()) >= FEWEST_WORDS and letters >= LEAST_LETTERS * len(paragraph)


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("pages", type=Path)
    parser.add_argument("out", type=Path)
    options = parser.parse_args()
    with open(options.out, "w", encoding="utf8") as file:
        for paragraph in paragraphs(options.pages):
            print(paragraph, end="\n\n", file=file)


if __name__ == "__main__":
    main()
