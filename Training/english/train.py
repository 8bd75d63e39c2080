"""Trains the English model; `Training/train` runs all of it with the settings that shipped."""

import argparse
import random
import time
from dataclasses import asdict
from pathlib import Path

import torch

from batches import Encoder, Vocabulary, collate, plan
from corpus import Sentence, add_names, read_conllu, read_names, robust_copies
from evaluate import name_scores, read, tree_scores
from losses import loss_of
from minilm import LAYERS
from network import Network, Sizes
from pieces import PieceReader
from schedule import Average, Schedule
from soft import read_soft
from vectors import read_vectors

LONGEST_SENTENCE = 150
GRADIENT_NORM = 2.0
BETAS = (0.9, 0.95)
AVERAGED_EVERY = 4
# The rate of MiniLM's last layer as a share of all others', and of each layer before it.
MINILM_RATE, LOWER_LAYER = 0.06, 0.85


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True, help="the folder of corpora")
    parser.add_argument("--vectors", type=Path, required=True, help="made by static_vectors.py")
    parser.add_argument("--ewt-names", type=Path, help="made by silver_names.py")
    parser.add_argument("--words-of", type=Path, metavar="CHECKPOINT",
                        help="take the words' embeddings from there and learn all but them")
    parser.add_argument("--silver", type=Path, nargs="+", default=[],
                        help="trees made by silver_trees.py, to learn too")
    parser.add_argument("--gold-times", type=int, default=1, help="how often an epoch has the gold")
    parser.add_argument("--out", type=Path, required=True, help="the checkpoint to write")
    parser.add_argument("--steps", type=int, required=True, help="how long to train")
    parser.add_argument("--decline", type=float, default=0.45, help="from this part of the steps")
    parser.add_argument("--rate", type=float, default=2e-3)
    parser.add_argument("--tokens", type=int, default=700, help="padded words a batch")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--start", type=Path, help="a checkpoint to go on from, the same settings")
    parser.add_argument("--bfloat16", action="store_true", help="multiply in 16 bits")
    parser.add_argument("--report", type=int, default=100, help="steps from one loss told to the next")
    parser.add_argument("--tell", type=int, default=1500, metavar="STEPS",
                        help="from one checkpoint, with its scores, to the next")
    parser.add_argument("--set", nargs="*", default=[], metavar="SIZE=NUMBER", help="of Sizes")
    return parser.parse_args()


def training_data(data: Path, ewt_names: Path | None = None) -> list[Sentence]:
    ewt, gum = (read_conllu(data / part / "train.conllu") for part in ("ud_ewt", "gum_open"))
    add_names(gum, read_names(data / "ner/gum-open.tsv"))
    if ewt_names:
        add_names(ewt, read_names(ewt_names))
    return ewt + gum + read_names(data / "ner/wikigold.tsv")


def silver_data(path: Path) -> list[Sentence]:
    """What silver_trees.py wrote."""
    sentences = read_conllu(path)
    for sentence, soft in zip(sentences, read_soft(path.with_suffix(".npz")), strict=True):
        sentence.soft = soft
    return sentences


def with_copies(gold: list[Sentence], options: argparse.Namespace) -> list[Sentence]:
    """All sentences of an epoch."""
    sentences = options.gold_times * (gold + robust_copies(gold, options.seed))
    for path in options.silver:
        sentences += silver_data(path)
    return [sentence for sentence in sentences if len(sentence.words) <= LONGEST_SENTENCE]


def development_data(data: Path) -> dict[str, list[Sentence]]:
    ewt, gum = (read_conllu(data / part / "dev.conllu") for part in ("ud_ewt", "gum_open"))
    add_names(ewt, read_names(data / "ner/uner_ewt_dev.iob2"))
    return {"EWT": ewt, "GUM": gum, "GUM news": [s for s in gum if "_news_" in s.document]}


def groups(network: Network) -> list[dict]:
    """The parameters that learn, with the share of the rate at which they do."""
    kinds: dict[float, list[torch.nn.Parameter]] = {}
    for name, parameter in network.named_parameters():
        share = 1.0
        if name.startswith("minilm."):
            parts = name.split(".")
            below = LAYERS - 1 - int(parts[2]) if parts[1] == "layers" else LAYERS
            share = MINILM_RATE * LOWER_LAYER**below
        if parameter.requires_grad:
            kinds.setdefault(share, []).append(parameter)
    return [{"params": of_kind, "share": share} for share, of_kind in kinds.items()]


def train(options: argparse.Namespace):
    torch.set_num_threads(1)
    torch.manual_seed(options.seed)
    gold = training_data(options.data, options.ewt_names)
    vector_words, vectors = read_vectors(options.vectors)
    vocabulary = Vocabulary.of(gold, vector_words)
    sizes = Sizes(**{key: type(getattr(Sizes, key))(value)
                     for key, value in (pair.split("=") for pair in options.set)})
    encoder = Encoder(vocabulary, sizes.buckets, sizes.grams,
                      PieceReader() if sizes.context else None)
    encoded = [encoder.encode(sentence) for sentence in with_copies(gold, options)]
    tables = encoder.tables()
    counts = {kind: len(labels) for kind, labels in vocabulary.labels.items()}
    network = Network(sizes, len(vocabulary.words) + 1, vectors, counts)
    if options.start:
        network.load_state_dict(torch.load(options.start, weights_only=False)["weights"])
    if options.words_of:
        network.fix_words(torch.load(options.words_of, weights_only=False)["weights"])
    parameters = [p for p in network.parameters() if p.requires_grad]
    optimiser = torch.optim.AdamW(groups(network), lr=0, betas=BETAS, weight_decay=1e-4, fused=True)
    average = Average(network)
    schedule = Schedule(options.rate, options.steps, options.decline)
    development = development_data(options.data)
    torch.manual_seed(options.seed)
    choice = random.Random(options.seed)
    words = sum(len(sentence.types) for sentence in encoded)
    print(f"{len(encoded)} sentences, {words} words, "
          f"{sum(p.numel() for p in parameters)} parameters, labels {counts}", flush=True)

    def report():
        with average.in_place():
            torch.save({"sizes": asdict(sizes), "labels": vocabulary.labels,
                        "words": vocabulary.words, "vectors": vector_words,
                        "weights": network.state_dict(), "options": vars(options)}, options.out)
            for name, part in development.items():
                readings = read(network, encoder, part)
                names = name_scores(part, readings) if name == "EWT" else {}
                print(name, tree_scores(part, readings), names, flush=True)

    step, started, losses = 0, time.time(), []
    while not schedule.over(step):
        for numbers in plan(encoded, options.tokens, choice):
            batch = collate([encoded[i] for i in numbers], tables)
            with torch.autocast("cpu", torch.bfloat16, enabled=options.bfloat16):
                loss = loss_of(network, batch)
            optimiser.zero_grad()
            loss.backward()
            torch.nn.utils.clip_grad_norm_(parameters, GRADIENT_NORM)
            for group in optimiser.param_groups:
                group["lr"] = group["share"] * schedule.rate(step)
            optimiser.step()
            step += 1
            if step % AVERAGED_EVERY == 0:
                average.update()
            losses.append(loss.item())
            if step % options.report == 0 or schedule.over(step):
                print(f"{step} steps of {options.steps}, {time.time() - started:.0f} s, "
                      f"{time.process_time():.0f} CPU s, loss {sum(losses) / len(losses):.3f}",
                      flush=True)
                losses = []
            if step % options.tell == 0 or schedule.over(step):
                report()
            if schedule.over(step):
                return


if __name__ == "__main__":
    train(arguments())
