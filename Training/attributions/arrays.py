"""The arrays that `verbale-train attributions features` writes, as batches of stretches."""

import json
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch

UNKNOWN = 2
INSIDE = (1, 2, 4)
NOT_THERE = -1


class Arrays:
    def __init__(self, folder: Path):
        def read(name, kind):
            return np.fromfile(folder / name, kind)

        self.sizes = json.loads((folder / "sizes.json").read_text())
        self.texts, self.lengths, self.counts = read("texts.i32", "<i4").reshape(-1, 3).T
        self.rows = read("rows.i32", "<i4").reshape(-1, self.sizes["kinds"])
        self.forms = read("forms.i32", "<i4").reshape(-1, 2)
        self.vectors = read("vectors.f32", "<f4").reshape(-1, self.sizes["vector"])
        self.heads, self.inside = read("heads.u8", "u1"), read("inside.u8", "u1")
        self.examples, self.parts = read("examples.i32", "<i4"), read("parts.u8", "u1")
        self.ways = read("ways.i32", "<i4")
        self.starts = before(self.lengths)
        self.first_example = before(self.counts)
        self.pair_starts = before(self.lengths * self.counts)

    def stretches(self, seen) -> np.ndarray:
        """The stretches of the texts whose number passes the test."""
        return np.flatnonzero([seen(text) for text in self.texts])


def before(counts: np.ndarray) -> np.ndarray:
    """Where each item starts when the items stand one behind another."""
    return np.concatenate([[0], np.cumsum(counts, dtype=np.int64)[:-1]])


@dataclass
class Batch:
    mask: torch.Tensor  # [stretches, words]
    rows: torch.Tensor  # [stretches, words, kinds]
    forms: torch.Tensor  # [stretches, words, 2]
    heads: torch.Tensor  # [stretches, words]
    inside: torch.Tensor  # [stretches, words, 3]
    owner: torch.Tensor  # the stretch of each example
    cue: torch.Tensor  # the place of its cue
    parts: torch.Tensor  # [examples, words], NOT_THERE beyond the stretch
    ways: torch.Tensor  # [examples, words]


def batch(arrays: Arrays, members: np.ndarray) -> Batch:
    width = int(arrays.lengths[members].max())
    shape = (len(members), width)
    rows = np.zeros((*shape, arrays.sizes["kinds"]), np.int64)
    forms = np.zeros((*shape, 2), np.int64)
    heads = np.full(shape, UNKNOWN, np.int64)
    inside = np.zeros(shape, np.int64)
    mask = np.zeros(shape, bool)
    owner, cue, parts, ways = [], [], [], []
    for place, stretch in enumerate(members):
        count, start = arrays.lengths[stretch], arrays.starts[stretch]
        words = slice(start, start + count)
        rows[place, :count] = arrays.rows[words]
        forms[place, :count] = arrays.forms[words]
        heads[place, :count] = arrays.heads[words]
        inside[place, :count] = arrays.inside[words]
        mask[place, :count] = True
        for number in range(arrays.counts[stretch]):
            pair = arrays.pair_starts[stretch] + number * count
            part = np.full(width, NOT_THERE, np.int64)
            part[:count] = arrays.parts[pair : pair + count]
            way = np.zeros(width, np.int64)
            way[:count] = arrays.ways[pair : pair + count]
            owner.append(place)
            cue.append(arrays.examples[arrays.first_example[stretch] + number])
            parts.append(part)
            ways.append(way)
    bits = np.stack([inside & bit != 0 for bit in INSIDE], -1)
    many = np.array(parts, np.int64).reshape(-1, width)
    return Batch(
        *map(torch.from_numpy, (mask, rows, forms, heads, bits.astype(np.float32))),
        torch.tensor(owner, dtype=torch.long), torch.tensor(np.array(cue, np.int64)),
        torch.from_numpy(many), torch.from_numpy(np.array(ways, np.int64).reshape(-1, width)),
    )


def batches(arrays: Arrays, stretches: np.ndarray, words: int, random: np.random.Generator):
    """Batches of about so many words, of stretches of like length, in a random order."""
    jittered = arrays.lengths[stretches] + random.uniform(0, 3, len(stretches))
    order = stretches[np.argsort(jittered, kind="stable")]
    cuts = [0]
    for place, stretch in enumerate(order):
        longest = arrays.lengths[stretch]
        if longest * (place + 1 - cuts[-1]) > words and place > cuts[-1]:
            cuts.append(place)
    cuts.append(len(order))
    groups = [order[a:b] for a, b in zip(cuts, cuts[1:])]
    for place in random.permutation(len(groups)):
        yield batch(arrays, groups[place])
