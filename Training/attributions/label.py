#!/usr/bin/env python3
"""Writes what teachers say of texts, as probabilities: the mean of all of them.

    label.py ARRAYS SAID TEACHER...
"""

import argparse
from pathlib import Path

import numpy as np
import torch

from arrays import Arrays, batches
from network import Network
from pieces import PieceReader


def teacher(path: Path, device: str) -> Network:
    saved = torch.load(path, map_location=device, weights_only=False)
    network = Network(saved["sizes"], saved["tables"])
    network.load_state_dict(saved["state"])
    return network.to(device).eval()


@torch.no_grad()
def said(arrays: Arrays, teachers: list[Network], words: int, device: str) -> dict[str, np.ndarray]:
    heads = np.zeros(len(arrays.forms), np.float16)
    inside = np.zeros((len(arrays.forms), 3), np.float16)
    parts = np.zeros((len(arrays.ways), 4), np.float16)
    arrays.vectors = arrays.vectors.to(device)
    for batch in batches(arrays, arrays.stretches(), words, np.random.default_rng(0)):
        batch = batch.to(device)
        found = [network(batch) for network in teachers]
        of_words = torch.stack([scores.sigmoid() for scores, _ in found]).mean(0).cpu().numpy()
        of_pairs = torch.stack([pairs.softmax(-1) for _, pairs in found]).mean(0).cpu().numpy()
        example = 0
        for row, stretch in enumerate(batch.members):
            count, start = arrays.lengths[stretch], arrays.starts[stretch]
            heads[start : start + count] = of_words[row, :count, 0]
            inside[start : start + count] = of_words[row, :count, 1:]
            pair = arrays.pair_starts[stretch]
            for _ in range(arrays.counts[stretch]):
                parts[pair : pair + count] = of_pairs[example, :count]
                example, pair = example + 1, pair + count
    return {"heads": heads, "inside": inside, "parts": parts}


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("arrays", type=Path)
    parser.add_argument("said", type=Path)
    parser.add_argument("teachers", type=Path, nargs="+")
    parser.add_argument("--words", type=int, default=8000, help="in a batch, about")
    parser.add_argument("--device", default="cuda" if torch.cuda.is_available() else "cpu")
    options = parser.parse_args()
    arrays = Arrays(options.arrays, pieces=PieceReader())
    teachers = [teacher(path, options.device) for path in options.teachers]
    np.savez(options.said, **said(arrays, teachers, options.words, options.device))


if __name__ == "__main__":
    main()
