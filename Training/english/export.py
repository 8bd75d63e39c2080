"""Writes a checkpoint as the model file that Sources/EnglishModel/FORMAT.md describes."""

import argparse
import hashlib
import json
from pathlib import Path

import numpy as np
import torch

from container import Container, row_scales
from corpus import read_conllu
from evaluate import read
from network import DISTANCES, HASHED
from restore import restore
from words import GRAM_SIZES, MOST_GRAMS, fnv1a

FINGERPRINTED = 64 << 10
PARITY_SENTENCES = 20


@torch.no_grad()
def round_weights(network):
    """Rounds the weights as the model file does, so that PyTorch reads with what is shipped."""
    tables = [network.word, network.gram, network.vector, *network.hashed]
    for table in tables:
        scale = torch.from_numpy(row_scales(table.weight.numpy())).unsqueeze(1)
        steps = torch.round(table.weight / torch.where(scale > 0, scale, 1))
        table.weight.copy_(steps * scale)
    kept = {id(table.weight) for table in tables} | {id(p) for p in network.norm.parameters()}
    for name, parameter in network.named_parameters():
        if id(parameter) not in kept and parameter.dim() > 1:
            parameter.copy_(parameter.half().float())


def add_words(container: Container, name: str, words: list[str], table: np.ndarray):
    """A table whose row is found by the sorted hashes of its words; row 0 is the unknown word."""
    row_of = {}
    for row, word in enumerate(words, 1):
        row_of.setdefault(fnv1a(word), row)
    hashes = sorted(row_of)
    container.add(f"{name}.hashes", np.array(hashes, "<u8"), "u64")
    container.add_bytes(f"{name}.embedding", table[[0] + [row_of[h] for h in hashes]])


def add_linear(container: Container, name: str, layer: torch.nn.Linear):
    container.add_half(f"{name}.weight", layer.weight.numpy())
    container.add_float(f"{name}.bias", layer.bias.numpy())


def add_embedder(container: Container, network, vocabulary):
    add_words(container, "word", vocabulary.words, network.word.weight.numpy())
    for feature, table in zip(HASHED, network.hashed):
        container.add_bytes(f"{feature}.embedding", table.weight.numpy())
    container.add_bytes("gram.embedding", network.gram.weight.numpy())
    add_words(container, "vector", vocabulary.vectors, network.vector.weight.numpy())
    add_linear(container, "mix", network.mix)
    container.add_float("mix.norm.weight", network.norm.weight.numpy())
    container.add_float("mix.norm.bias", network.norm.bias.numpy())


@torch.no_grad()
def export(network, vocabulary, path: Path, name: str, version: str, words_of: Path | None):
    container = Container()
    if not words_of:
        add_embedder(container, network, vocabulary)
    container.add_lstm(network.lstm, container.add_half)
    container.add_float("root", network.root.numpy())
    add_linear(container, "arc.head", network.arc_head)
    add_linear(container, "arc.dependent", network.arc_dependent)
    container.add_half("arc.bilinear", network.arc_bilinear.numpy())
    add_linear(container, "arc.distance.dependent", network.distance_dependent)
    add_linear(container, "arc.distance.head", network.distance_head)
    add_linear(container, "relation.head", network.relation_head)
    add_linear(container, "relation.dependent", network.relation_dependent)
    container.add_half("relation.bilinear", network.relation_bilinear.numpy())
    for tagger, layer in network.tagger.items():
        add_linear(container, tagger, layer)
    add_linear(container, "names.hidden", network.names_hidden)
    config = {"layers": len(network.lstm), "grams": {"sizes": GRAM_SIZES, "most": MOST_GRAMS},
              "distances": DISTANCES}
    header = {"name": name, "version": version, "config": config, "labels": vocabulary.labels}
    if words_of:
        header["words"] = fingerprint(words_of.read_bytes())
    container.write(path, header)


def fingerprint(model: bytes) -> str:
    """What the engine tells model files apart by."""
    return hashlib.sha256(model[:FINGERPRINTED] + model[-FINGERPRINTED:]).hexdigest()[:8]


def write_parity(network, encoder, sentences, path: Path):
    """What PyTorch reads in a few sentences, for the engine to be compared with."""
    readings = [
        {"forms": sentence.forms, **vars(reading)}
        for sentence, reading in zip(sentences, read(network, encoder, sentences))
    ]
    path.write_text(json.dumps(readings, ensure_ascii=False, indent=1))


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("checkpoint", type=Path)
    parser.add_argument("model", type=Path)
    parser.add_argument("--name", default="english-1")
    parser.add_argument("--version", required=True)
    parser.add_argument("--vector-words", type=int, default=52000, help="the most frequent kept")
    parser.add_argument("--words-of", type=Path, metavar="MODEL",
                        help="leave out the words' embeddings, which this model file has")
    parser.add_argument("--parity", type=Path, help="write what PyTorch reads in --sentences here")
    parser.add_argument("--sentences", type=Path)
    options = parser.parse_args()
    network, encoder = restore(options.checkpoint, options.vector_words)
    round_weights(network)
    export(network, encoder.vocabulary, options.model, options.name, options.version,
           options.words_of)
    if options.parity:
        sentences = read_conllu(options.sentences)[:PARITY_SENTENCES]
        write_parity(network, encoder, sentences, options.parity)


if __name__ == "__main__":
    main()
