"""Writes a .warc.gz of made pages: make_archive.py FILE [MEGABYTES]. Sentences of the example reports
in a seeded order, so that pages differ and pack like pages do (about a fifth of their size)."""

import gzip
import pathlib
import random
import re
import sys

path, megabytes = sys.argv[1], int(sys.argv[2]) if len(sys.argv) > 2 else 300
examples = pathlib.Path(__file__).parent.parent / "Examples"
words = [word for file in sorted(examples.glob("*.txt")) for word in re.findall(r"\S+", file.read_text())]
draw = random.Random(1)


def record(kind: str, url: str, block: bytes) -> bytes:
    head = f"WARC/1.0\r\nWARC-Type: {kind}\r\nWARC-Target-URI: {url}\r\nWARC-Date: 2021-05-14T00:00:00Z\r\n"
    head += f"Content-Type: application/http; msgtype={kind}\r\nContent-Length: {len(block)}\r\n\r\n"
    return head.encode() + block + b"\r\n\r\n"


written = number = 0
with open(path, "wb") as file:
    while written < megabytes << 20:
        paragraphs = "".join(
            f'<div class="text-{draw.randrange(9)}"><p>{" ".join(draw.choices(words, k=60))}</p></div>\n'
            for _ in range(draw.randrange(20, 300))
        )
        page = f"<!doctype html><html><body>{paragraphs}</body></html>".encode()
        url = f"https://news.example/{number}"
        answer = f"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\nContent-Length: {len(page)}\r\n\r\n"
        for kind, block in (("request", b"GET / HTTP/1.1\r\n\r\n"), ("response", answer.encode() + page)):
            bytes_ = record(kind, url, block)
            file.write(gzip.compress(bytes_, 6, mtime=0))
            written += len(bytes_)
        number += 1
