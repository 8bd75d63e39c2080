"""Prints a checkpoint's scores on the development sets, as shipped (weights rounded) or not."""

import argparse
from pathlib import Path

import torch

from evaluate import name_scores, read, tree_scores
from export import round_weights
from restore import restore
from train import development_data


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("checkpoint", type=Path)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--vector-words", type=int, default=52000)
    parser.add_argument("--unrounded", action="store_true")
    options = parser.parse_args()
    torch.set_num_threads(1)
    network, encoder = restore(options.checkpoint, options.vector_words)
    if not options.unrounded:
        round_weights(network)
    for name, part in development_data(options.data).items():
        readings = read(network, encoder, part)
        print(name, tree_scores(part, readings))
        if any(word.name for sentence in part for word in sentence.words):
            print(name, "names", name_scores(part, readings))


if __name__ == "__main__":
    main()
