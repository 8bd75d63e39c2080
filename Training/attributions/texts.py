#!/usr/bin/env python3
"""Writes the prose of the page corpora as texts for `verbale-train attributions parse`.

    texts.py PAGES OUT
"""

import argparse
import json
from pathlib import Path

import english  # noqa: F401, for the path
from page_texts import paragraphs

PARAGRAPHS = 40


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("pages", type=Path)
    parser.add_argument("out", type=Path)
    options = parser.parse_args()
    with open(options.out, "w", encoding="utf8") as file:
        found = list(paragraphs(options.pages))
        for start in range(0, len(found), PARAGRAPHS):
            text = "\n\n".join(found[start : start + PARAGRAPHS])
            line = {"doc_id": f"page-prose-{start}", "text": text}
            print(json.dumps(line, ensure_ascii=False), file=file)


if __name__ == "__main__":
    main()
