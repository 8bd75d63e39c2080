#!/usr/bin/env python3
"""Learns a network of attributions from arrays.

    train.py ARRAYS OUT [--fold N OF] [--soft ARRAYS SAID] [--teacher] [--dev ARRAYS]

OUT is a model file, with `--teacher` a checkpoint for `label.py`. `--soft` adds texts of which a
teacher has SAID what they hold. `--fold` leaves every OFth annotated text out, from the Nth on: a
model for just these texts, from which the linear models may learn what the network says of texts
that it hasn't seen (its teacher mustn't have seen them either).
"""

import argparse
import time
from pathlib import Path

import numpy as np
import torch
import torch.nn.functional as F

from arrays import Arrays, batches
from export import export
from network import Network, Sizes

HEAD_WEIGHT, INSIDE_WEIGHT, PART_WEIGHT = 2.0, 1.0, 1.0
TEACHER = Sizes(hidden=192, layers=1, units=128, context=128)
# How fast MiniLM learns beside the rest.
MINILM_RATE = 0.05
WARM_UP = 100


def losses(network: Network, batch) -> list[torch.Tensor]:
    words, pairs = network(batch)
    head = F.binary_cross_entropy_with_logits(words[..., 0][batch.known], batch.heads[batch.known])
    inside = F.binary_cross_entropy_with_logits(words[..., 1:][batch.mask], batch.inside[batch.mask])
    part = F.cross_entropy(pairs[batch.there], batch.parts[batch.there]) if len(batch.owner) else 0
    return [HEAD_WEIGHT * head, INSIDE_WEIGHT * inside, PART_WEIGHT * part]


def learn(parts: list, dev: list, sizes: Sizes, tables: dict[str, int], options) -> Network:
    """`parts` are the batches of each set of texts."""
    network = Network(sizes, tables).to(options.device)
    slow = list(network.minilm.parameters()) if sizes.context else []
    ids = {id(parameter) for parameter in slow}
    fast = [parameter for parameter in network.parameters() if id(parameter) not in ids]
    groups = [{"params": fast, "share": 1.0}, {"params": slow, "share": MINILM_RATE}]
    optimiser = torch.optim.Adam(groups, lr=options.rate, betas=(0.9, 0.98))
    random = np.random.default_rng(options.seed)
    every = [batch for part in parts for batch in part]
    steps, step, began = options.epochs * len(every), 0, time.monotonic()
    for epoch in range(options.epochs):
        network.train()
        sums = 0.0
        for place in random.permutation(len(every)):
            rate = min(1, (step + 1) / WARM_UP) * max(0.0, 1 - step / steps)
            for group in optimiser.param_groups:
                group["lr"] = options.rate * rate * group["share"]
            loss = sum(losses(network, every[place]))
            optimiser.zero_grad()
            loss.backward()
            torch.nn.utils.clip_grad_norm_(network.parameters(), 5.0)
            optimiser.step()
            sums += loss.detach()
            step += 1
        print(f"epoch {epoch + 1}: {float(sums) / len(every):.4f} "
              f"after {time.monotonic() - began:.0f} s", flush=True)
        if dev:
            print(evaluate(network, dev), flush=True)
    return network.cpu().eval()


@torch.no_grad()
def evaluate(network: Network, dev: list) -> str:
    """F1 of heads of cues, of words inside, and of words' parts beside the annotated cues."""
    network.eval()
    names = ("head", "in source", "in cue", "in content", "source", "cue", "content")
    counts = np.zeros((len(names), 3))

    def count(place, found, right):
        counts[place] += [int((found & right).sum()), int(found.sum()), int(right.sum())]

    for batch in dev:
        words, pairs = network(batch)
        count(0, (words[..., 0] > 0)[batch.known], batch.heads[batch.known] > 0.5)
        for kind in range(3):
            inside = batch.inside[..., kind][batch.mask] > 0.5
            count(1 + kind, words[..., 1 + kind][batch.mask] > 0, inside)
        best, right = pairs[batch.there].argmax(-1), batch.parts[batch.there].argmax(-1)
        for part in (1, 2, 3):
            count(3 + part, best == part, right == part)
    scores = 200 * counts[:, 0] / (counts[:, 1] + counts[:, 2])
    return "  " + ", ".join(f"{name} {score:.1f}" for name, score in zip(names, scores))


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("arrays", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--fold", type=int, nargs=2, metavar=("N", "OF"))
    parser.add_argument("--soft", type=Path, nargs=2, metavar=("ARRAYS", "SAID"))
    parser.add_argument("--teacher", action="store_true", help="learn a teacher")
    parser.add_argument("--dev", type=Path)
    parser.add_argument("--epochs", type=int, default=5)
    parser.add_argument("--rate", type=float, default=3e-3)
    parser.add_argument("--words", type=int, default=2000, help="in a batch, about")
    parser.add_argument("--seed", type=int, default=7)
    parser.add_argument("--set", nargs="*", default=[], metavar="SIZE=VALUE")
    parser.add_argument("--device", default="cuda" if torch.cuda.is_available() else "cpu")
    options = parser.parse_args()
    torch.set_float32_matmul_precision("high")
    torch.manual_seed(options.seed)
    random = np.random.default_rng(options.seed)
    reader = None
    sizes = Sizes()
    if options.teacher:
        from pieces import PieceReader

        reader, sizes = PieceReader(), TEACHER
    for pair in options.set:
        name, value = pair.split("=")
        setattr(sizes, name, type(getattr(sizes, name))(value))

    def ready(arrays: Arrays, stretches: np.ndarray) -> list:
        arrays.vectors = arrays.vectors.to(options.device)
        made = batches(arrays, stretches, options.words, random)
        return [batch.to(options.device) for batch in made]

    arrays = Arrays(options.arrays, pieces=reader)
    fold = options.fold
    parts = [ready(arrays, arrays.stretches(lambda text: not fold or text % fold[1] != fold[0]))]
    if options.soft:
        said = Arrays(*options.soft)
        parts.append(ready(said, said.stretches()))
    dev = []
    if options.dev:
        texts = Arrays(options.dev, pieces=reader)
        dev = ready(texts, texts.stretches())
    network = learn(parts, dev, sizes, arrays.sizes, options)
    if options.teacher:
        torch.save({"sizes": sizes, "tables": arrays.sizes, "state": network.state_dict()}, options.out)
    else:
        export(network, options.out)


if __name__ == "__main__":
    main()
