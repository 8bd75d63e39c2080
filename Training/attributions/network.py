"""The network of Sources/Attributions/Network: words, BiLSTM, scores of words and of pairs.

With a context it is a teacher, which reads the words' pieces by MiniLM as well."""

from dataclasses import dataclass

import torch
import torch.nn.functional as F
from torch import nn

from english import BiLSTM, mirrored

SLOPE = 0.1
ROLES = 4
WORD_SCORES = 4  # heads a cue; stands in a source, a cue, a content


@dataclass
class Sizes:
    width: int = 128
    hidden: int = 64
    layers: int = 2
    units: int = 64
    context: int = 0
    dropout: float = 0.3
    row_dropout: float = 0.1


class Network(nn.Module):
    def __init__(self, sizes: Sizes, tables: dict[str, int]):
        """`tables` has the numbers of rows, ways and distances, and the width of a vector."""
        super().__init__()
        self.sizes = sizes
        self.embedding = nn.Embedding(tables["rows"], sizes.width)
        nn.init.normal_(self.embedding.weight, 0, 0.05)
        self.input = nn.Linear(2 * tables["vector"], sizes.width)
        if sizes.context:
            from minilm import MiniLM

            self.minilm = MiniLM()
            self.context = nn.Linear(self.minilm.width, sizes.context)
        self.lstm = nn.ModuleList(
            BiLSTM(2 * sizes.hidden if layer else sizes.width + sizes.context, sizes.hidden)
            for layer in range(sizes.layers)
        )
        states = 2 * sizes.hidden
        self.word = nn.Linear(states, WORD_SCORES)
        self.cue = nn.Linear(states, sizes.units)
        self.part = nn.Linear(states, sizes.units)
        side = sizes.units + 1
        self.bilinear = nn.Parameter(torch.randn(ROLES, side, side) * 0.05)
        self.way = nn.Embedding(tables["ways"], ROLES)
        self.distance = nn.Embedding(tables["distances"], ROLES)
        for table in (self.way, self.distance):
            nn.init.zeros_(table.weight)

    def drop_columns(self, x: torch.Tensor) -> torch.Tensor:
        """Drops the same columns in all words of a stretch."""
        if not self.training:
            return x
        keep = 1 - self.sizes.dropout
        return x * (torch.rand(len(x), 1, x.shape[2], device=x.device) < keep).div(keep)

    def encode(self, batch) -> torch.Tensor:
        rows = self.embedding(batch.rows)
        if self.training:
            keep = torch.rand(rows.shape[:-1], device=rows.device) >= self.sizes.row_dropout
            rows = rows * keep.unsqueeze(-1)
        numbers = F.embedding(batch.forms, batch.vectors).flatten(2)
        x = F.leaky_relu(self.input(numbers) + rows.sum(2), SLOPE)
        if self.sizes.context:
            read = batch.pieces.means(self.minilm(batch.pieces.ids), int(batch.mask.sum()))
            context = x.new_zeros(*x.shape[:2], self.sizes.context)
            context[batch.mask] = self.context(read)
            x = torch.cat([x, context], -1)
        mirror = mirrored(batch.mask)
        for layer in self.lstm:
            x = layer(self.drop_columns(x), mirror)
        return self.drop_columns(x)

    def forward(self, batch) -> tuple[torch.Tensor, torch.Tensor]:
        """The scores of words [stretches, words, 4] and of pairs [examples, words, 4]."""
        states = self.encode(batch)
        cues = with_one(F.leaky_relu(self.cue(states), SLOPE))
        parts = with_one(F.leaky_relu(self.part(states), SLOPE))
        cue = cues[batch.owner, batch.cue]
        forms = torch.einsum("ei,rij->erj", cue, self.bilinear)
        pairs = torch.einsum("erj,ewj->ewr", forms, parts[batch.owner])
        apart = torch.arange(batch.mask.shape[1], device=states.device) - batch.cue.unsqueeze(1)
        pairs = pairs + self.way(batch.ways) + self.distance(distance(apart))
        return self.word(states), pairs


def with_one(x: torch.Tensor) -> torch.Tensor:
    return torch.cat([x, x.new_ones(*x.shape[:-1], 1)], -1)


def distance(apart: torch.Tensor) -> torch.Tensor:
    """The bucket of a distance in words, as PairPath.distance has it."""
    far = apart.abs()
    step = far.clamp(max=3)
    for bucket, least in ((4, 4), (5, 6), (6, 10), (7, 20)):
        step = torch.where(far >= least, bucket, step)
    return torch.where(apart < 0, step + 8, step)
