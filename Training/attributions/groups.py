#!/usr/bin/env python3
"""Groups words of like meaning: k-means over GloVe 6B 50d (public domain), seeded.

Writes a table of word, small group and large group; `verbale-train attributions train` reads it.
"""
import argparse
import site
from pathlib import Path

import numpy as np
import pyarrow.parquet as parquet


def read_glove(count):
    folder = Path(site.getsitepackages()[0])
    table = parquet.read_table(next(iter(sorted(folder.rglob("*glove*.parquet")))))
    columns = table.slice(0, count).to_pydict()
    words = next(column for column in columns.values() if isinstance(column[0], str))
    vectors = np.load(next(iter(sorted(folder.rglob("*glove*.npy")))), mmap_mode="r")
    return words, vectors[: len(words)].astype(np.float32)


def k_means(vectors, count, rounds, random):
    centres = vectors[random.choice(len(vectors), count, replace=False)]
    for _ in range(rounds):
        groups = (vectors @ centres.T).argmax(1)
        for group in range(count):
            members = vectors[groups == group]
            if len(members):
                centres[group] = members.mean(0)
        centres /= np.linalg.norm(centres, axis=1, keepdims=True) + 1e-9
    return (vectors @ centres.T).argmax(1), centres


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("out", type=Path)
    parser.add_argument("--words", type=int, default=16000)
    parser.add_argument("--small", type=int, default=512)
    parser.add_argument("--large", type=int, default=64)
    options = parser.parse_args()
    words, vectors = read_glove(40000)
    kept = [i for i, word in enumerate(words) if word.isalpha() and word.isascii()]
    kept = kept[: options.words]
    vectors = vectors[kept] - vectors[kept].mean(0)
    vectors /= np.linalg.norm(vectors, axis=1, keepdims=True)
    random = np.random.default_rng(7)
    small, centres = k_means(vectors, options.small, 15, random)
    large, _ = k_means(centres, options.large, 15, random)
    with options.out.open("w") as file:
        for i, group in sorted(zip(kept, small), key=lambda pair: words[pair[0]]):
            file.write(f"{words[i]}\t{group}\t{large[group]}\n")


main()
