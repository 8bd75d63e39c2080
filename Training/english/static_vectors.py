"""Vectors of single words: GloVe 6B 50d, and beside it what MiniLM's second layer makes of the word
on its own, brought to 50 columns by principal components."""

import argparse
from pathlib import Path

import numpy as np
import torch
from tokenizers import BertWordPieceTokenizer

from minilm import END, FOLDER, START, MiniLM
from vectors import read_glove

LAYER = 2
COLUMNS = 50
MOST_PIECES = 6
BATCH = 256
FITTED_ON = 12000


@torch.no_grad()
def single_word_vectors(words: list[str]) -> np.ndarray:
    model = MiniLM(FOLDER).eval()
    tokeniser = BertWordPieceTokenizer(str(FOLDER / "vocab.txt"), lowercase=True)
    pieces = [tokeniser.encode(word, add_special_tokens=False).ids[:MOST_PIECES] for word in words]
    order = sorted(range(len(words)), key=lambda i: len(pieces[i]))
    result = np.zeros((len(words), model.width), np.float32)
    for start in range(0, len(order), BATCH):
        numbers = order[start : start + BATCH]
        longest = max(len(pieces[i]) for i in numbers)
        rows = [[START, *pieces[i], END] + [0] * (longest - len(pieces[i])) for i in numbers]
        layer = model(torch.tensor(rows), layers=LAYER).numpy()
        for row, i in enumerate(numbers):
            result[i] = layer[row, 1 : max(2, len(pieces[i]) + 1)].mean(0)
    return result


def principal_components(vectors: np.ndarray, columns: int) -> np.ndarray:
    """The first `columns` components, fitted on the more frequent words, of one common scale."""
    centred = vectors - vectors[:FITTED_ON].mean(0)
    _, axes = np.linalg.eigh(centred[:FITTED_ON].T @ centred[:FITTED_ON])
    reduced = centred @ axes[:, ::-1][:, :columns]
    return reduced / reduced.std()


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("out", type=Path)
    parser.add_argument("--words", type=int, default=55000)
    options = parser.parse_args()
    torch.set_num_threads(1)
    words, glove = read_glove(options.words)
    reduced = principal_components(single_word_vectors(words), COLUMNS)
    both = np.hstack([glove, reduced * glove.std()]).astype(np.float16)
    np.savez(options.out, words=np.array(words), vectors=both)


if __name__ == "__main__":
    main()
