"""What a teacher says of sentences as probabilities: kept in a file, and brought into batches."""

from pathlib import Path

import numpy as np
import torch

from corpus import Soft

KINDS = ("upos", "xpos", "names", "relations")


class SoftWriter:
    def __init__(self):
        self.parts: dict[str, list[np.ndarray]] = {kind: [] for kind in (*KINDS, "heads", "lengths")}

    def add(self, soft: Soft):
        for kind in KINDS:
            self.parts[kind].append(soft.of_kind[kind].astype(np.float16))
        self.parts["heads"].append(soft.heads.astype(np.float16).reshape(-1))
        self.parts["lengths"].append(np.array([len(soft.heads)]))

    def write(self, path: Path):
        np.savez(path, **{kind: np.concatenate(parts) for kind, parts in self.parts.items()})


def read_soft(path: Path) -> list[Soft]:
    with np.load(path) as saved:
        of_kind = {kind: saved[kind] for kind in KINDS}
        heads, lengths = saved["heads"], saved["lengths"].tolist()
    found, word, cell = [], 0, 0
    for n in lengths:
        found.append(Soft({kind: of_kind[kind][word : word + n] for kind in KINDS},
                          heads[cell : cell + n * (n + 1)].reshape(n, n + 1)))
        word, cell = word + n, cell + n * (n + 1)
    return found


def probabilities(of_sentence: list[Soft | None], lengths: list[int],
                  targets: dict[str, torch.Tensor]) -> dict[str, torch.Tensor]:
    """For a batch with any soft sentence the probabilities of every word's labels: the teacher's,
    or 1 for the label given, or zeros where none is. Relations are those for the heads in `targets`
    and count as far as the teacher is sure of these."""
    first = next((soft for soft in of_sentence if soft), None)
    if first is None:
        return {}
    words = sum(lengths)
    widths = {kind: first.of_kind[kind].shape[1] for kind in KINDS} | {"heads": max(lengths) + 1}
    found = {}
    for kind, width in widths.items():
        table = torch.zeros(words, width)
        known = (targets[kind] >= 0).nonzero().squeeze(1)
        table[known, targets[kind][known]] = 1.0
        found[kind] = table
    start = 0
    for soft, n in zip(of_sentence, lengths):
        if soft:
            for kind in KINDS:
                found[kind][start : start + n] = torch.from_numpy(soft.of_kind[kind]).float()
            heads = torch.from_numpy(soft.heads).float()
            found["heads"][start : start + n] = 0
            found["heads"][start : start + n, : n + 1] = heads
            chosen = targets["heads"][start : start + n].clamp(min=0).unsqueeze(1)
            found["relations"][start : start + n] *= heads.gather(1, chosen)
        start += n
    return found
