"""A network of attributions as a model file."""

from pathlib import Path

import torch

from english import Container
from network import Network


@torch.no_grad()
def export(network: Network, path: Path):
    container = Container()
    container.add_bytes("embedding", network.embedding.weight.numpy())
    for name in ("input", "word", "cue", "part"):
        layer = getattr(network, name)
        container.add_half(f"{name}.weight", layer.weight.numpy())
        container.add_float(f"{name}.bias", layer.bias.numpy())
    container.add_lstm(network.lstm, container.add_bytes)
    container.add_half("role.bilinear", network.bilinear.numpy())
    container.add_half("role.way", network.way.weight.numpy())
    container.add_half("role.distance", network.distance.weight.numpy())
    container.write(path, {
        "name": "attributions", "version": "1", "config": {"layers": len(network.lstm)},
        "labels": {"relations": []},
    })
