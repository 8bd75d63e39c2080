"""What MiniLM makes of each word in its sentence: three middle layers, the mean of its pieces."""

from pathlib import Path

import numpy as np
import torch
from tokenizers import BertWordPieceTokenizer

from corpus import Sentence
from minilm import END, FOLDER, START, MiniLM
from network import CONTEXT_LAYERS, CONTEXT_WIDTH

FIRST_LAYER = 3
MOST_PIECES = 6
LONGEST = 510
UNKNOWN_PIECE = 100
PIECES_A_BATCH = 3000


class ContextReader:
    def __init__(self):
        self.model = MiniLM(FOLDER).eval()
        self.tokeniser = BertWordPieceTokenizer(str(FOLDER / "vocab.txt"), lowercase=True)
        self.known: dict[str, list[int]] = {}

    def pieces(self, form: str) -> list[int]:
        if form not in self.known:
            found = self.tokeniser.encode(form, add_special_tokens=False).ids[:MOST_PIECES]
            self.known[form] = found or [UNKNOWN_PIECE]
        return self.known[form]

    @torch.no_grad()
    def layers(self, rows: list[list[int]]) -> np.ndarray:
        """[rows, pieces, layers, columns]"""
        longest = max(map(len, rows))
        pieces = torch.tensor([row + [0] * (longest - len(row)) for row in rows])
        absent = pieces == 0
        x = self.model.norm(self.model.words(pieces) + self.model.positions[:longest])
        kept = []
        for number, layer in enumerate(self.model.layers[: FIRST_LAYER + CONTEXT_LAYERS - 1], 1):
            x = layer(x, src_key_padding_mask=absent)
            if number >= FIRST_LAYER:
                kept.append(x)
        return torch.stack(kept, 2).numpy()

    def read(self, sentences: list[Sentence], out: np.ndarray):
        """Writes the sentences' words, one after the other, into `out`."""
        starts = np.cumsum([0] + [len(sentence.words) for sentence in sentences])
        words = [[self.pieces(form) for form in sentence.forms] for sentence in sentences]
        rows = [[START, *sum(of, [])[: LONGEST], END] for of in words]
        batch: list[int] = []
        for i in [*sorted(range(len(rows)), key=lambda i: len(rows[i])), None]:
            if batch and (i is None or len(rows[i]) * (len(batch) + 1) > PIECES_A_BATCH):
                for j, layers in zip(batch, self.layers([rows[j] for j in batch])):
                    ends = np.minimum(np.cumsum([len(p) for p in words[j]]), LONGEST)
                    firsts = np.minimum([0, *ends[:-1]], LONGEST - 1)
                    sums = np.add.reduceat(layers[1 : max(2, ends[-1] + 1)], firsts, axis=0)
                    counts = np.maximum(ends - firsts, 1)
                    out[starts[j] : starts[j + 1]] = sums / counts[:, None, None]
                batch = []
            if i is not None:
                batch.append(i)


def add_context(sentences: list[Sentence], path: Path | None = None):
    """Gives each sentence its vectors, kept in the file at `path` where that is given: read from
    it where it is there, else made and written."""
    starts = np.cumsum([0] + [len(sentence.words) for sentence in sentences])
    shape = (int(starts[-1]), CONTEXT_LAYERS, CONTEXT_WIDTH)
    if path and path.exists():
        vectors = np.load(path, mmap_mode="r")
        assert vectors.shape == shape, f"{path} is of other sentences"
    else:
        vectors = np.zeros(shape, np.float16)
        ContextReader().read(sentences, vectors)
        if path:
            np.save(path, vectors)
    for sentence, a, b in zip(sentences, starts, starts[1:]):
        sentence.context = vectors[a:b]
