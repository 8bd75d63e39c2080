"""How fast to learn at each step, and the average of the weights that is kept."""

from contextlib import contextmanager
from dataclasses import dataclass

import torch
from torch import nn

WARM_STEPS = 100


@dataclass(frozen=True)
class Schedule:
    """Constant after a short start, then from the share `decline` of the steps down to nothing in
    a line."""

    top: float
    steps: int
    decline: float

    def rate(self, step: int) -> float:
        left = 1.0
        if self.decline < 1:
            left = max(0.01, (self.steps - step) / (self.steps * (1 - self.decline)))
        return self.top * min(1, (step + 1) / WARM_STEPS, left)

    def over(self, step: int) -> bool:
        return self.steps <= step


class Average:
    """The exponential moving average of a network's weights."""

    def __init__(self, network: nn.Module, decay=0.98):
        self.decay, self.updates = decay, 0
        self.live = [p for p in network.parameters() if p.requires_grad]
        self.kept = [p.detach().clone() for p in self.live]

    @torch.no_grad()
    def update(self):
        self.updates += 1
        decay = min(self.decay, 1 - 1 / (2 + self.updates / 4))
        torch._foreach_lerp_(self.kept, self.live, 1 - decay)

    @contextmanager
    def in_place(self):
        """The average stands in the network meanwhile."""
        self.exchange()
        yield
        self.exchange()

    @torch.no_grad()
    def exchange(self):
        for live, kept in zip(self.live, self.kept):
            copy = live.detach().clone()
            live.copy_(kept)
            kept.copy_(copy)
