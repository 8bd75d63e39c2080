"""How fast to learn at each step, and the average of the weights that is kept."""

import time
from contextlib import contextmanager

import torch
from torch import nn

WARM_STEPS = 100


class Schedule:
    """Constant after a short start, then down to nothing in a line.

    Where the length is given in minutes, the number of steps is settled when the decline begins:
    from there all depends on steps alone, and the same number of steps makes the same weights."""

    def __init__(self, top: float, steps: int | None, minutes: float | None, decline: float):
        self.top, self.steps, self.minutes, self.decline = top, steps or 0, minutes, decline
        self.started = time.time()

    def wish(self, step: int) -> float:
        """The number of steps to settle on, 0 for not yet."""
        if self.steps or not self.minutes:
            return 0
        passed = (time.time() - self.started) / 60 / self.minutes
        return round(step / passed) if step > 0 and passed >= self.decline else 0

    def settle(self, steps: float):
        self.steps = self.steps or int(steps)

    def rate(self, step: int) -> float:
        left = 1.0
        if self.steps and self.decline < 1:
            left = max(0.01, (self.steps - step) / (self.steps * (1 - self.decline)))
        return self.top * min(1, (step + 1) / WARM_STEPS, left)

    def over(self, step: int) -> bool:
        return 0 < self.steps <= step


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
