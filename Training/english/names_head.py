"""Learns the layers that find names anew over an encoder that stays as it is, wider ones where
asked: the encodings are made once, so that this takes minutes."""

import argparse
from dataclasses import asdict
from pathlib import Path

import torch
import torch.nn.functional as F
from torch import nn

from batches import NAMES, UNKNOWN, Encoder, collate, plan
from corpus import Sentence, add_names, read_conllu, read_names
from evaluate import name_scores, read
from network import SLOPE, Network
from restore import restore
from train import development_data, silver_data

WORDS_A_STEP = 4096
SETS = ("ewt", "gum", "wikigold", "silver")


def named_sentences(options: argparse.Namespace) -> list[Sentence]:
    data, found = options.data, []
    for treebank, names, folder in (("ewt", options.ewt_names, "ud_ewt"),
                                    ("gum", data / "ner/gum-open.tsv", "gum_open")):
        if treebank in options.sets:
            trees = read_conllu(data / folder / "train.conllu")
            add_names(trees, read_names(names))
            found += trees
    if "wikigold" in options.sets:
        found += read_names(data / "ner/wikigold.tsv")
    if "silver" in options.sets:
        for path in options.silver:
            found += silver_data(path)
    return found


@torch.no_grad()
def encodings(network: Network, encoder: Encoder, sentences: list[Sentence]):
    """Of the words with a name's label: what the layers read, [n, o + d], and the probabilities of
    the labels, [n, labels]."""
    encoded = [encoder.encode(sentence) for sentence in sentences]
    tables = encoder.tables()
    inputs, targets = [], []
    for numbers in plan(encoded, 3000, None):
        batch = collate([encoded[i] for i in numbers], tables)
        with torch.autocast("cpu", torch.bfloat16):
            x, embedding = network.encode(batch)
        label = batch.targets["names"]
        known = label != UNKNOWN
        wanted = batch.soft.get("names", F.one_hot(label.clamp(min=0), len(NAMES)).float())
        inputs.append(torch.cat([x[batch.mask], embedding], -1)[known].half())
        targets.append(wanted[known].half())
    return torch.cat(inputs), torch.cat(targets)


def learn(hidden: nn.Linear, last: nn.Linear, inputs: torch.Tensor, targets: torch.Tensor,
          epochs: int, rate: float, dropout: float):
    parameters = [*hidden.parameters(), *last.parameters()]
    optimiser = torch.optim.AdamW(parameters, lr=rate, weight_decay=1e-3, fused=True)
    total = epochs * (len(inputs) // WORDS_A_STEP + 1)
    step = 0
    for _ in range(epochs):
        for rows in torch.randperm(len(inputs)).split(WORDS_A_STEP):
            read_in = F.dropout(inputs[rows].float(), dropout)
            found = last(F.dropout(F.leaky_relu(hidden(read_in), SLOPE), dropout))
            loss = -(targets[rows].float() * found.log_softmax(-1)).sum(-1).mean()
            optimiser.zero_grad()
            loss.backward()
            for group in optimiser.param_groups:
                group["lr"] = rate * (1 - step / total)
            optimiser.step()
            step += 1


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("checkpoint", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--data", type=Path, required=True, help="the folder of corpora")
    parser.add_argument("--ewt-names", type=Path, required=True, help="made by silver_names.py")
    parser.add_argument("--silver", type=Path, nargs="+", default=[])
    parser.add_argument("--sets", nargs="+", default=SETS, choices=SETS)
    parser.add_argument("--hidden", type=int, default=128)
    parser.add_argument("--epochs", type=int, default=4)
    parser.add_argument("--rate", type=float, default=2e-3)
    parser.add_argument("--dropout", type=float, default=0.15)
    options = parser.parse_args()
    torch.set_num_threads(1)
    torch.manual_seed(1)
    network, encoder = restore(options.checkpoint)
    inputs, targets = encodings(network, encoder, named_sentences(options))
    hidden = nn.Linear(inputs.shape[1], options.hidden)
    last = nn.Linear(options.hidden, len(NAMES))
    learn(hidden, last, inputs, targets, options.epochs, options.rate, options.dropout)
    network.sizes.names_hidden = options.hidden
    network.names_hidden, network.tagger["names"] = hidden, last
    development = development_data(options.data)["EWT"]
    print(name_scores(development, read(network, encoder, development)))
    state = torch.load(options.checkpoint, weights_only=False)
    torch.save({**state, "sizes": asdict(network.sizes), "weights": network.state_dict()},
               options.out)


if __name__ == "__main__":
    main()
