"""Trains the English model; `Training/train` runs all of it with the settings that shipped."""

import argparse
import random
import time
from dataclasses import asdict
from pathlib import Path

import torch
import torch.distributed as distributed
import torch.nn.functional as F

from batches import UNKNOWN, Encoded, Encoder, Vocabulary, collate, plan
from context import add_context
from corpus import Sentence, add_names, read_conllu, read_names, robust_copies
from evaluate import name_scores, read, tree_scores
from network import Network, Sizes
from schedule import Average, Schedule
from vectors import read_vectors

LOSS_WEIGHTS = {"upos": 0.5, "xpos": 0.5, "features": 0.3, "lemmas": 0.3, "heads": 1.0,
                "relations": 1.0, "names": 0.5}
LONGEST_SENTENCE = 150
GRADIENT_NORM = 2.0
BETAS = (0.9, 0.95)
AVERAGED_EVERY = 4
PORT = 29511


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True, help="the folder of corpora")
    parser.add_argument("--vectors", type=Path, required=True, help="made by static_vectors.py")
    parser.add_argument("--ewt-names", type=Path, help="made by silver_names.py")
    parser.add_argument("--words-of", type=Path, metavar="CHECKPOINT",
                        help="take the words' embeddings from there and learn all but them")
    parser.add_argument("--silver", type=Path, help="trees made by silver_trees.py, to learn too")
    parser.add_argument("--context", type=Path, metavar="FILE",
                        help="train the teacher; what it sees of the words is kept in this file")
    parser.add_argument("--out", type=Path, required=True, help="the checkpoint to write")
    parser.add_argument("--steps", type=int, help="how long to train; else see --minutes")
    parser.add_argument("--minutes", type=float, help="train about as long, and tell the --steps")
    parser.add_argument("--decline", type=float, default=0.45, help="from this part of the steps")
    parser.add_argument("--rate", type=float, default=2e-3)
    parser.add_argument("--tokens", type=int, default=700, help="padded words a batch")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--processes", type=int, default=2, help="each takes a batch a step")
    parser.add_argument("--start", type=Path, help="a checkpoint to go on from, the same settings")
    parser.add_argument("--report", type=int, default=6, help="epochs from one report to the next")
    parser.add_argument("--set", nargs="*", default=[], metavar="SIZE=NUMBER", help="of Sizes")
    return parser.parse_args()


def training_data(options: argparse.Namespace) -> list[Sentence]:
    data = options.data
    ewt, gum = (read_conllu(data / part / "train.conllu") for part in ("ud_ewt", "gum_open"))
    add_names(gum, read_names(data / "ner/gum-open.tsv"))
    if options.ewt_names:
        add_names(ewt, read_names(options.ewt_names))
    return ewt + gum + read_names(data / "ner/wikigold.tsv")


def with_copies(gold: list[Sentence], options: argparse.Namespace) -> list[Sentence]:
    """All sentences of an epoch."""
    silver = read_conllu(options.silver) if options.silver else []
    sentences = gold + robust_copies(gold, options.seed) + silver
    return [sentence for sentence in sentences if len(sentence.words) <= LONGEST_SENTENCE]


def development_data(data: Path) -> dict[str, list[Sentence]]:
    ewt, gum = (read_conllu(data / part / "dev.conllu") for part in ("ud_ewt", "gum_open"))
    add_names(ewt, read_names(data / "ner/uner_ewt_dev.iob2"))
    return {"EWT": ewt, "GUM": gum, "GUM news": [s for s in gum if "_news_" in s.document]}


def loss_of(network: Network, batch) -> torch.Tensor:
    out = network(batch)
    if (batch.targets["heads"] != UNKNOWN).any():
        heads = batch.targets["heads"].clamp(min=0)
        out["relations"] = network.relations(out, batch.sentence, heads)
    loss = torch.zeros(())
    for kind, share in LOSS_WEIGHTS.items():
        target = batch.targets[kind]
        if kind in out and (target != UNKNOWN).any():
            summed = F.cross_entropy(out[kind], target, ignore_index=UNKNOWN, reduction="sum")
            loss = loss + share * summed / len(target)
    return loss


def share_gradients(parameters: list[torch.nn.Parameter], told: float) -> float:
    """Gives every process the mean gradient; returns the sum of what the processes told."""
    parts = [p.grad if p.grad is not None else torch.zeros_like(p) for p in parameters]
    flat = torch.cat([part.reshape(-1) for part in parts] + [torch.tensor([told])])
    distributed.all_reduce(flat)
    told, mean = flat[-1].item(), flat[:-1] / distributed.get_world_size()
    for parameter, part in zip(parameters, mean.split([p.numel() for p in parameters])):
        parameter.grad = part.view_as(parameter)
    return told


def epochs(encoded: list[Encoded], options: argparse.Namespace, rank: int):
    """Endless epochs, each a list of this process's batches, as many for every process."""
    choice = random.Random(options.seed)
    while True:
        batches = plan(encoded, options.tokens, choice)
        usable = len(batches) // options.processes * options.processes
        yield batches[rank : usable : options.processes]


def train(rank: int, options: argparse.Namespace):
    torch.set_num_threads(1)
    torch.manual_seed(options.seed)
    distributed.init_process_group("gloo", f"tcp://127.0.0.1:{PORT}", rank=rank,
                                   world_size=options.processes)
    gold = training_data(options)
    vector_words, vectors = read_vectors(options.vectors)
    vocabulary = Vocabulary.of(gold, vector_words)
    sizes = Sizes(**{key: type(getattr(Sizes, key))(value)
                     for key, value in (pair.split("=") for pair in options.set)})
    encoder = Encoder(vocabulary, sizes.buckets, sizes.grams)
    sentences = with_copies(gold, options)
    if options.context:
        add_context(sentences, options.context)
    encoded = [encoder.encode(sentence) for sentence in sentences]
    tables = encoder.tables()
    counts = {kind: len(labels) for kind, labels in vocabulary.labels.items()}
    network = Network(sizes, len(vocabulary.words) + 1, vectors, counts)
    if options.start:
        network.load_state_dict(torch.load(options.start, weights_only=False)["weights"])
    if options.words_of:
        network.fix_words(torch.load(options.words_of, weights_only=False)["weights"])
    parameters = [p for p in network.parameters() if p.requires_grad]
    optimiser = torch.optim.AdamW(parameters, lr=0, betas=BETAS, weight_decay=1e-4, fused=True)
    average = Average(network)
    schedule = Schedule(options.rate, options.steps,
                        options.minutes if rank == 0 else None, options.decline)
    development = development_data(options.data) if rank == 0 else {}
    if options.context:
        for part in development.values():
            add_context(part)
    torch.manual_seed(options.seed + rank)
    if rank == 0:
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

    step, started = 0, time.time()
    for epoch, batches in enumerate(epochs(encoded, options, rank), 1):
        total = 0.0
        for numbers in batches:
            loss = loss_of(network, collate([encoded[i] for i in numbers], tables))
            optimiser.zero_grad()
            loss.backward()
            schedule.settle(share_gradients(parameters, schedule.wish(step)))
            torch.nn.utils.clip_grad_norm_(parameters, GRADIENT_NORM)
            for group in optimiser.param_groups:
                group["lr"] = schedule.rate(step)
            optimiser.step()
            step += 1
            if step % AVERAGED_EVERY == 0:
                average.update()
            total += loss.item()
            if schedule.over(step):
                break
        if rank == 0:
            print(f"epoch {epoch}: {step} steps of {schedule.steps}, "
                  f"{time.time() - started:.0f} s, {time.process_time():.0f} CPU s, "
                  f"loss {total / len(batches):.3f}", flush=True)
            if epoch % options.report == 0 or schedule.over(step):
                report()
        if schedule.over(step):
            return


if __name__ == "__main__":
    options = arguments()
    if options.context and not options.context.exists():
        add_context(with_copies(training_data(options), options), options.context)
    torch.multiprocessing.spawn(train, (options,), options.processes)
