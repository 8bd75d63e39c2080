#!/usr/bin/env python3
"""Learns the network of attributions from arrays and writes it as a model file.

    train.py ARRAYS MODEL [--fold N OF] [--dev ARRAYS]

`--fold` leaves every OFth text out, from the Nth on: a model for just these texts, from which the
linear models may learn what the network says of texts that it hasn't seen.
"""

import argparse
import time
from pathlib import Path

import numpy as np
import torch
import torch.nn.functional as F

from arrays import NOT_THERE, UNKNOWN, Arrays, batches
from english import Container
from network import Network, Sizes

HEAD_WEIGHT, INSIDE_WEIGHT, PART_WEIGHT = 2.0, 1.0, 1.0


def losses(network: Network, batch) -> tuple[torch.Tensor, torch.Tensor, torch.Tensor]:
    words, pairs = network(batch)
    known = batch.heads != UNKNOWN
    head = F.binary_cross_entropy_with_logits(words[..., 0][known], batch.heads[known].float())
    inside = F.binary_cross_entropy_with_logits(words[..., 1:][batch.mask], batch.inside[batch.mask])
    if not len(batch.owner):
        return head, inside, pairs.sum()
    part = F.cross_entropy(pairs.flatten(0, 1), batch.parts.flatten(), ignore_index=NOT_THERE)
    return head, inside, part


def learn(arrays: Arrays, stretches: np.ndarray, dev: Arrays | None, options) -> Network:
    torch.manual_seed(options.seed)
    random = np.random.default_rng(options.seed)
    sizes = Sizes()
    for pair in options.set:
        name, value = pair.split("=")
        setattr(sizes, name, type(getattr(sizes, name))(value))
    network = Network(
        sizes, torch.from_numpy(arrays.vectors), arrays.sizes["rows"], arrays.sizes["ways"],
        arrays.sizes["distances"],
    )
    parameters = [p for p in network.parameters() if p.requires_grad]
    optimiser = torch.optim.Adam(parameters, lr=options.rate, betas=(0.9, 0.98))
    steps = options.epochs * sum(1 for _ in plan(arrays, stretches, options.words))
    step, began = 0, time.process_time()
    for epoch in range(options.epochs):
        network.train()
        sums = np.zeros(3)
        count = 0
        for batch in batches(arrays, stretches, options.words, random):
            rate = min(1, (step + 1) / 100) * max(0.0, 1 - step / steps)
            for group in optimiser.param_groups:
                group["lr"] = options.rate * rate
            head, inside, part = losses(network, batch)
            optimiser.zero_grad()
            (HEAD_WEIGHT * head + INSIDE_WEIGHT * inside + PART_WEIGHT * part).backward()
            torch.nn.utils.clip_grad_norm_(parameters, 5.0)
            optimiser.step()
            sums += [head.item(), inside.item(), part.item()]
            count += 1
            step += 1
        spent = time.process_time() - began
        print(f"epoch {epoch + 1}: {sums / count} after {spent:.0f} s", flush=True)
        if dev is not None:
            print(evaluate(network, dev), flush=True)
    return network


def plan(arrays, stretches, words):
    return batches(arrays, stretches, words, np.random.default_rng(0))


@torch.no_grad()
def evaluate(network: Network, arrays: Arrays) -> str:
    """F1 of heads of cues, of words inside, and of words' parts beside the annotated cues."""
    network.eval()
    vectors = network.vectors
    network.vectors = torch.nn.Embedding.from_pretrained(torch.from_numpy(arrays.vectors))
    names = ("head", "in source", "in cue", "in content", "source", "cue", "content")
    counts = np.zeros((len(names), 3))

    def count(place, found, right):
        counts[place] += [(found & right).sum(), found.sum(), right.sum()]

    for batch in batches(arrays, arrays.stretches(lambda _: True), 4000, np.random.default_rng(0)):
        words, pairs = network(batch)
        known = batch.heads != UNKNOWN
        count(0, (words[..., 0] > 0)[known], (batch.heads == 1)[known])
        for kind in range(3):
            inside = batch.inside[..., kind][batch.mask] > 0
            count(1 + kind, words[..., 1 + kind][batch.mask] > 0, inside)
        best = pairs.argmax(-1)
        there = batch.parts != NOT_THERE
        for part in (1, 2, 3):
            count(3 + part, (best == part)[there], (batch.parts == part)[there])
    network.vectors = vectors
    scores = 200 * counts[:, 0] / (counts[:, 1] + counts[:, 2])
    return "  " + ", ".join(f"{name} {score:.1f}" for name, score in zip(names, scores))


@torch.no_grad()
def export(network: Network, path: Path):
    container = Container()
    container.add_bytes("embedding", network.embedding.weight.numpy())
    for name in ("input", "word", "cue", "part"):
        layer = getattr(network, name)
        container.add_half(f"{name}.weight", layer.weight.numpy())
        container.add_float(f"{name}.bias", layer.bias.numpy())
    for number, layer in enumerate(network.lstm):
        for direction, lstm in (("forward", layer.ahead), ("backward", layer.back)):
            part = f"lstm.{number}.{direction}"
            container.add_bytes(f"{part}.input", lstm.weight_ih_l0.numpy())
            container.add_bytes(f"{part}.recurrent", lstm.weight_hh_l0.numpy())
            container.add_float(f"{part}.bias", (lstm.bias_ih_l0 + lstm.bias_hh_l0).numpy())
    container.add_half("role.bilinear", network.bilinear.numpy())
    container.add_half("role.way", network.way.weight.numpy())
    container.add_half("role.distance", network.distance.weight.numpy())
    container.write(path, {
        "name": "attributions", "version": "1", "config": {"layers": len(network.lstm)},
        "labels": {"relations": []},
    })


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("arrays", type=Path)
    parser.add_argument("model", type=Path)
    parser.add_argument("--fold", type=int, nargs=2, metavar=("N", "OF"))
    parser.add_argument("--dev", type=Path)
    parser.add_argument("--epochs", type=int, default=5)
    parser.add_argument("--rate", type=float, default=3e-3)
    parser.add_argument("--words", type=int, default=2000, help="in a batch, about")
    parser.add_argument("--seed", type=int, default=7)
    parser.add_argument("--set", nargs="*", default=[], metavar="SIZE=VALUE")
    options = parser.parse_args()
    torch.set_num_threads(1)
    arrays = Arrays(options.arrays)
    fold = options.fold
    stretches = arrays.stretches(lambda text: not fold or text % fold[1] != fold[0])
    dev = Arrays(options.dev) if options.dev else None
    export(learn(arrays, stretches, dev, options), options.model)


if __name__ == "__main__":
    main()
