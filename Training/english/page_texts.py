"""The prose of the page corpora, a paragraph a line with an empty line after it, each once: the
articles first, then what else stands in their pages (readers' comments, other running text)."""

import argparse
import gzip
import html
import json
import re
from pathlib import Path

FOLDERS = ("aeb", "wcxb_dev")
FEWEST_WORDS = 8
FEWEST_WORDS_BESIDE = 4
LEAST_LETTERS = 0.7
# English is told by its commonest words: one in eight, at least.
COMMON = frozenset(
    "the a an of to and in is it i you that was for on with this be are my have at not we they".split()
)
LEAST_COMMON = 0.125
CLOSED = ('.', '!', '?', '."', '.”', '!”', '?”', '.)')

HIDDEN = re.compile(r"<!--.*?-->|<(script|style|noscript|svg|head|nav|footer|select|button)\b.*?</\1>",
                    re.DOTALL | re.IGNORECASE)
INLINE = re.compile(r"</?(?:a|abbr|b|cite|code|em|font|i|q|s|small|span|strong|sub|sup|time|u)\b[^>]*>",
                    re.IGNORECASE)
TAG = re.compile(r"<[^>]*>")


def articles(pages: Path):
    for folder in FOLDERS:
        for line in open(pages / folder / "gold.jsonl", encoding="utf8"):
            yield from json.loads(line)["text"].split("\n")


def page_blocks(pages: Path):
    """The texts between block tags, of all pages: no parser, for prose alone is kept."""
    for folder in FOLDERS:
        for path in sorted((pages / folder / "html").glob("*.html.gz")):
            page = gzip.open(path, "rt", encoding="utf8", errors="replace").read()
            for block in TAG.split(INLINE.sub("", HIDDEN.sub("\n", page))):
                yield html.unescape(block)


def one_line(text: str) -> str:
    return " ".join(text.split())


def is_prose(paragraph: str, fewest_words: int) -> bool:
    letters = sum(scalar.isascii() and scalar.isalpha() for scalar in paragraph)
    return len(paragraph.split()) >= fewest_words and letters >= LEAST_LETTERS * len(paragraph)


def is_sentence(paragraph: str) -> bool:
    """Whether it ends as a sentence does and is English."""
    words = paragraph.lower().split()
    common = sum(word in COMMON for word in words)
    return paragraph.endswith(CLOSED) and common >= LEAST_COMMON * len(words)


def paragraphs(pages: Path):
    seen = set()
    for text in articles(pages):
        paragraph = one_line(text)
        if is_prose(paragraph, FEWEST_WORDS) and paragraph not in seen:
            seen.add(paragraph)
            yield paragraph
    for text in page_blocks(pages):
        paragraph = one_line(text)
        if paragraph in seen or not is_prose(paragraph, FEWEST_WORDS_BESIDE):
            continue
        if is_sentence(paragraph):
            seen.add(paragraph)
            yield paragraph


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
