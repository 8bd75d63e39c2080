"""Word pieces of sentences, as MiniLM reads them, and the words that they make up."""

from dataclasses import dataclass

import numpy as np
import torch
from tokenizers import BertWordPieceTokenizer

from minilm import END, FOLDER, START
from words import normal_form

MOST_PIECES = 6
LONGEST = 510
UNKNOWN_PIECE = 100


@dataclass
class Pieces:
    """A batch: `ids` is [sentences, pieces], 0 where a row is over; `word` has for each place of
    `ids` the number of its word in the batch from 1, or 0 where there is none."""

    ids: torch.Tensor
    word: torch.Tensor

    def to(self, device: str) -> "Pieces":
        return Pieces(self.ids.to(device), self.word.to(device))

    def means(self, layer: torch.Tensor, words: int) -> torch.Tensor:
        """The mean of each word's pieces, zeros for a word that was cut off."""
        place = self.word.view(-1)
        sums = layer.new_zeros(words + 1, layer.shape[-1])
        sums.index_add_(0, place, layer.reshape(len(place), -1))
        return sums[1:] / place.bincount(minlength=words + 1)[1:].clamp(min=1).unsqueeze(1)


class PieceReader:
    def __init__(self):
        self.tokeniser = BertWordPieceTokenizer(str(FOLDER / "vocab.txt"), lowercase=True)
        self.known: dict[str, list[int]] = {}

    def of_word(self, form: str) -> list[int]:
        if form not in self.known:
            found = self.tokeniser.encode(normal_form(form), add_special_tokens=False).ids
            found = found[:MOST_PIECES]
            self.known[form] = found or [UNKNOWN_PIECE]
        return self.known[form]

    def of_sentence(self, forms: tuple[str, ...]) -> np.ndarray:
        """[2, pieces]: the pieces and the number of each one's word, from 1."""
        words = [self.of_word(form) for form in forms]
        pieces = [piece for word in words for piece in word][:LONGEST]
        numbers = [i for i, word in enumerate(words, 1) for _ in word][:LONGEST]
        return np.array([[START, *pieces, END], [0, *numbers, 0]], np.int32)

    def of_texts(self, texts: list[list[str]]) -> Pieces:
        """The batch of texts, each a list of words."""
        return together([self.of_sentence(tuple(words)) for words in texts], list(map(len, texts)))


def together(sentences: list[np.ndarray], lengths: list[int]) -> Pieces:
    """The batch of sentences with so many words each."""
    both = torch.zeros(2, len(sentences), max(pieces.shape[1] for pieces in sentences),
                       dtype=torch.long)
    before = 0
    for row, (pieces, length) in enumerate(zip(sentences, lengths)):
        found = torch.from_numpy(pieces).long()
        found[1] += before * (found[1] > 0)
        both[:, row, : found.shape[1]] = found
        before += length
    return Pieces(*both)
