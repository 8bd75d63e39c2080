"""A model file that was shipped → a checkpoint to go on from: `export.py` the other way round."""

import argparse
import json
from dataclasses import asdict
from pathlib import Path

import numpy as np
import torch

from batches import Vocabulary
from container import ALIGNMENT, MAGIC
from network import HASHED, Network, Sizes
from train import training_data
from vectors import read_vectors
from words import fnv1a

TYPES = {"f32": "<f4", "f16": "<f2", "i8": "i1", "u64": "<u8"}


def read_model(path: Path) -> tuple[dict, dict[str, np.ndarray]]:
    """The header and the tensors, those of bytes as numbers."""
    data = path.read_bytes()
    assert data.startswith(MAGIC), f"{path} is no model file"
    end = 12 + int.from_bytes(data[8:12], "little")
    header = json.loads(data[12:end])
    start = end + -end % ALIGNMENT
    tensors = {}
    for entry in header["tensors"]:
        count = int(np.prod(entry["shape"]))
        flat = np.frombuffer(data, TYPES[entry["type"]], count, start + entry["offset"])
        tensors[entry["name"]] = flat.reshape(entry["shape"])
    for entry in header["tensors"]:
        if "scale" in entry:
            scale = tensors[entry["scale"]][:, None]
            tensors[entry["name"]] = tensors[entry["name"]].astype(np.float32) * scale
    return header, tensors


def rows_of(words: list[str], tensors: dict[str, np.ndarray], name: str, table: torch.Tensor):
    """Writes the rows of the words that the model has into `table`, whose row 0 is the unknown's."""
    found = torch.from_numpy(tensors[f"{name}.embedding"])
    row_of = {int(value): row for row, value in enumerate(tensors[f"{name}.hashes"], 1)}
    table[0] = found[0]
    for row, word in enumerate(words, 1):
        place = row_of.get(fnv1a(word))
        if place:
            table[row] = found[place]


@torch.no_grad()
def network_of(tensors: dict[str, np.ndarray], vocabulary: Vocabulary, vectors: torch.Tensor):
    sizes = Sizes(hidden=tensors["lstm.0.forward.recurrent"].shape[1])
    counts = {kind: len(labels) for kind, labels in vocabulary.labels.items()}
    network = Network(sizes, len(vocabulary.words) + 1, vectors, counts)
    numbers = {name: torch.from_numpy(array.astype(np.float32)) for name, array in tensors.items()
               if array.dtype != np.uint64}

    def linear(layer: torch.nn.Linear, name: str):
        layer.weight.copy_(numbers[name + ".weight"])
        layer.bias.copy_(numbers[name + ".bias"])

    rows_of(vocabulary.words, tensors, "word", network.word.weight)
    rows_of(vocabulary.vectors, tensors, "vector", network.vector.weight)
    for feature, table in zip(HASHED, network.hashed):
        table.weight.copy_(numbers[f"{feature}.embedding"])
    network.gram.weight.copy_(numbers["gram.embedding"])
    linear(network.mix, "mix")
    linear(network.norm, "mix.norm")
    for number, layer in enumerate(network.lstm):
        for direction, lstm in (("forward", layer.ahead), ("backward", layer.back)):
            part = f"lstm.{number}.{direction}"
            lstm.weight_ih_l0.copy_(numbers[f"{part}.input"])
            lstm.weight_hh_l0.copy_(numbers[f"{part}.recurrent"])
            lstm.bias_ih_l0.copy_(numbers[f"{part}.bias"])
            lstm.bias_hh_l0.zero_()
    network.root.copy_(numbers["root"])
    network.arc_bilinear.copy_(numbers["arc.bilinear"])
    network.relation_bilinear.copy_(numbers["relation.bilinear"])
    linear(network.arc_head, "arc.head")
    linear(network.arc_dependent, "arc.dependent")
    linear(network.distance_dependent, "arc.distance.dependent")
    linear(network.distance_head, "arc.distance.head")
    linear(network.relation_head, "relation.head")
    linear(network.relation_dependent, "relation.dependent")
    linear(network.names_hidden, "names.hidden")
    for tagger, layer in network.tagger.items():
        linear(layer, tagger)
    return network


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("model", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--data", type=Path, required=True, help="the folder of corpora")
    parser.add_argument("--vectors", type=Path, required=True, help="made by static_vectors.py")
    options = parser.parse_args()
    header, tensors = read_model(options.model)
    vector_words, vectors = read_vectors(options.vectors)
    vocabulary = Vocabulary.of(training_data(options.data), vector_words)
    assert vocabulary.labels == header["labels"], "the model was made with other data"
    network = network_of(tensors, vocabulary, vectors)
    torch.save({"sizes": asdict(network.sizes), "labels": vocabulary.labels,
                "words": vocabulary.words, "vectors": vector_words,
                "weights": network.state_dict()}, options.out)


if __name__ == "__main__":
    main()
