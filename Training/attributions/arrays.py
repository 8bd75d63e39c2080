"""The arrays that `verbale-train attributions features` writes, as batches of stretches."""

import json
from collections.abc import Iterator
from dataclasses import dataclass, fields
from pathlib import Path

import numpy as np
import torch

UNKNOWN = 2
INSIDE = (1, 2, 4)
ROLES = 4


class Arrays:
    """`soft` is what a teacher says of the same words, in place of annotation (`label.py`)."""

    def __init__(self, folder: Path, soft: Path | None = None, pieces=None):
        def read(name, kind):
            return np.fromfile(folder / name, kind)

        self.sizes = json.loads((folder / "sizes.json").read_text())
        self.texts, self.lengths, self.counts = read("texts.i32", "<i4").reshape(-1, 3).T
        self.rows = read("rows.i32", "<i4").reshape(-1, self.sizes["kinds"])
        self.forms = read("forms.i32", "<i4").reshape(-1, 2)
        self.vectors = torch.from_numpy(
            read("vectors.f32", "<f4").reshape(-1, self.sizes["vector"]))
        self.examples, self.ways = read("examples.i32", "<i4"), read("ways.i32", "<i4")
        heads = read("heads.u8", "u1")
        self.known = heads != UNKNOWN
        if soft:
            with np.load(soft) as said:
                self.heads, self.inside, self.parts = said["heads"], said["inside"], said["parts"]
        else:
            self.heads = (heads == 1).astype(np.float16)
            inside = read("inside.u8", "u1")
            self.inside = np.stack([inside & bit != 0 for bit in INSIDE], -1).astype(np.float16)
            self.parts = np.eye(ROLES, dtype=np.float16)[read("parts.u8", "u1")]
        self.starts = before(self.lengths)
        self.first_example = before(self.counts)
        self.pair_starts = before(self.lengths * self.counts)
        self.reader = pieces
        if pieces:
            self.words = (folder / "words.txt").read_text(encoding="utf8").split("\n")

    def stretches(self, seen=lambda text: True) -> np.ndarray:
        """The stretches of the texts whose number passes the test."""
        return np.flatnonzero([seen(text) for text in self.texts])


def before(counts: np.ndarray) -> np.ndarray:
    """Where each item starts when the items stand one behind another."""
    return np.concatenate([[0], np.cumsum(counts, dtype=np.int64)[:-1]])


@dataclass
class Batch:
    members: np.ndarray  # the numbers of the stretches
    mask: torch.Tensor  # [stretches, words]
    rows: torch.Tensor  # [stretches, words, kinds]
    forms: torch.Tensor  # [stretches, words, 2]: rows of `vectors`
    vectors: torch.Tensor
    heads: torch.Tensor  # [stretches, words]: how likely each heads a cue
    known: torch.Tensor  # [stretches, words]: whether that is known
    inside: torch.Tensor  # [stretches, words, 3]
    owner: torch.Tensor  # the stretch of each example
    cue: torch.Tensor  # the place of its cue
    there: torch.Tensor  # [examples, words], false beyond the stretch
    parts: torch.Tensor  # [examples, words, roles]
    ways: torch.Tensor  # [examples, words]
    pieces: object  # MiniLM's, where the arrays have a reader of them

    def to(self, device: str) -> "Batch":
        values = (getattr(self, field.name) for field in fields(self))
        return Batch(*(value.to(device) if hasattr(value, "to") else value for value in values))


def batch(arrays: Arrays, members: np.ndarray) -> Batch:
    lengths, counts = arrays.lengths[members], arrays.counts[members]
    width = int(lengths.max())
    mask = np.arange(width) < lengths[:, None]
    words = np.concatenate([np.arange(n) + arrays.starts[m] for m, n in zip(members, lengths)])
    owner = np.repeat(np.arange(len(members)), counts)
    there = mask[owner]
    pairs = ranges(arrays.pair_starts[members], lengths * counts)
    examples = ranges(arrays.first_example[members], counts)

    def laid(array: np.ndarray, places: np.ndarray, where: np.ndarray, kind) -> torch.Tensor:
        """The items at these places, where they are in the padded batch."""
        table = np.zeros((*where.shape, *array.shape[1:]), kind)
        table[where] = array[places]
        return torch.from_numpy(table)

    pieces = None
    if arrays.reader:
        starts = arrays.starts[members]
        pieces = arrays.reader.of_texts(
            [arrays.words[start : start + n] for start, n in zip(starts, lengths)])
    return Batch(
        members, torch.from_numpy(mask), laid(arrays.rows, words, mask, np.int32),
        laid(arrays.forms, words, mask, np.int32), arrays.vectors,
        laid(arrays.heads, words, mask, np.float32), laid(arrays.known, words, mask, bool),
        laid(arrays.inside, words, mask, np.float32), torch.from_numpy(owner),
        torch.from_numpy(arrays.examples[examples].astype(np.int64)), torch.from_numpy(there),
        laid(arrays.parts, pairs, there, np.float32), laid(arrays.ways, pairs, there, np.int32),
        pieces,
    )


def ranges(starts: np.ndarray, counts: np.ndarray) -> np.ndarray:
    """The numbers of all ranges that start here and have so many members."""
    parts = [np.arange(start, start + count) for start, count in zip(starts, counts)]
    return np.concatenate(parts).astype(np.int64)


def batches(
    arrays: Arrays, stretches: np.ndarray, words: int, random: np.random.Generator
) -> Iterator[Batch]:
    """Batches of about so many words, of stretches of like length."""
    jittered = arrays.lengths[stretches] + random.uniform(0, 3, len(stretches))
    order = stretches[np.argsort(jittered, kind="stable")]
    first = 0
    for place, stretch in enumerate(order):
        if arrays.lengths[stretch] * (place + 1 - first) > words and place > first:
            yield batch(arrays, order[first:place])
            first = place
    yield batch(arrays, order[first:])
