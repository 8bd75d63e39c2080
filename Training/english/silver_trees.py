"""Trees, tags and names over plain sentences by one or more checkpoints together: as CoNLL-U, and
beside it, as .npz, the mean of their probabilities (see soft.py).

Features and lemmas that stay unsure are left open (UNSURE), so that who learns from them learns
what the checkpoints know and not what they guess."""

import argparse
from dataclasses import replace
from pathlib import Path

import numpy as np
import torch

from batches import NAMES, collate, plan
from corpus import NAME_MARK, UNSURE, Sentence, Soft, add_names, chosen, read_names
from evaluate import legal_names
from restore import restore
from soft import KINDS, SoftWriter
from trees import best_heads
from words import apply_lemma_rule

LEAST = 0.7
# How far names found by others count against the checkpoints' own.
OTHERS_NAMES = 0.4
SENTENCES_A_ROUND = 2000
TAGS = ("lemmas", "upos", "xpos", "features")


class Ensemble:
    def __init__(self, checkpoints: list[Path]):
        restored = [restore(checkpoint) for checkpoint in checkpoints]
        self.networks = [network for network, _ in restored]
        # One that makes word pieces too, if any does.
        self.encoder = max((encoder for _, encoder in restored),
                           key=lambda encoder: encoder.piece_reader is not None)
        labels = [encoder.vocabulary.labels for _, encoder in restored]
        assert all(each == labels[0] for each in labels), "checkpoints of other labels"

    @torch.no_grad()
    def read(self, sentences: list[Sentence]) -> list[tuple[list[str], Soft]]:
        """The columns of each word and the probabilities, sentence by sentence."""
        encoded = [self.encoder.encode(sentence) for sentence in sentences]
        tables = self.encoder.tables()
        readings: list[tuple[list[str], Soft] | None] = [None] * len(sentences)
        for numbers in plan(encoded, 2000, None):
            batch = collate([encoded[i] for i in numbers], tables)
            with torch.autocast("cpu", torch.bfloat16):
                outs = [network(batch) for network in self.networks]
            mean = {kind: torch.stack([out[kind].float().softmax(-1) for out in outs]).mean(0)
                    for kind in (*TAGS, "names", "heads")}
            starts = np.cumsum([0] + [len(encoded[i].types) for i in numbers])
            scores = mean["heads"].clamp(min=1e-9).log().numpy()
            heads = np.concatenate([best_heads(scores[a:b, : b - a + 1])
                                    for a, b in zip(starts, starts[1:])])
            with torch.autocast("cpu", torch.bfloat16):
                relations = [network.relations(out, batch.sentence, torch.from_numpy(heads))
                             for network, out in zip(self.networks, outs)]
            mean["relations"] = torch.stack([scores.float().softmax(-1)
                                             for scores in relations]).mean(0)
            for i, a, b in zip(numbers, starts, starts[1:]):
                mean["names"][a:b] = with_others(mean["names"][a:b], sentences[i])
                part = {kind: values[a:b].numpy() for kind, values in mean.items()}
                soft = Soft({kind: part[kind] for kind in KINDS}, part["heads"][:, : b - a + 1])
                readings[i] = (self.columns(sentences[i], part, heads[a:b]), soft)
        return readings

    def columns(self, sentence: Sentence, part: dict[str, np.ndarray], heads) -> list[str]:
        labels = self.encoder.vocabulary.labels
        names = legal_names(np.log(part["names"] + 1e-9))
        lines = []
        for i, word in enumerate(sentence.words):
            def label(kind: str, least=0.0) -> str:
                best = part[kind][i].argmax()
                return labels[kind][best] if part[kind][i][best] >= least else UNSURE
            rule = label("lemmas", LEAST)
            lemma = rule if rule == UNSURE else apply_lemma_rule(word.form, rule)
            lines.append("\t".join([
                str(i + 1), word.form, lemma, label("upos"), label("xpos"),
                label("features", LEAST), str(heads[i]), label("relations"), "_",
                NAME_MARK + NAMES[names[i]]]))
        return lines


def with_others(names: torch.Tensor, sentence: Sentence) -> torch.Tensor:
    """The probabilities of names with those that the sentence came with."""
    if any(word.name is None for word in sentence.words):
        return names
    given = torch.zeros_like(names)
    given[range(len(names)), [NAMES.index(word.name) for word in sentence.words]] = 1.0
    return names.lerp(given, OTHERS_NAMES)


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("sentences", type=Path, help="CoNLL-U, of which the words are read")
    parser.add_argument("out", type=Path)
    parser.add_argument("checkpoints", type=Path, nargs="+")
    parser.add_argument("--words", type=int, default=1200000)
    parser.add_argument("--names", type=Path, help="made by silver_names.py of the same words")
    parser.add_argument("--part", type=int, nargs=2, default=(0, 1), metavar=("K", "N"),
                        help="the K-th of N parts, from 0, for several processes")
    options = parser.parse_args()
    torch.set_num_threads(1)
    number, of = options.part
    sentences = chosen(options.sentences, options.words)[number::of]
    # The names of the model that cut the words came with the words.
    for sentence in sentences:
        sentence.words = [replace(word, name=None) for word in sentence.words]
    if options.names:
        add_names(sentences, read_names(options.names))
    ensemble = Ensemble(options.checkpoints)
    writer = SoftWriter()
    with open(options.out, "w", encoding="utf8") as file:
        for start in range(0, len(sentences), SENTENCES_A_ROUND):
            for lines, soft in ensemble.read(sentences[start : start + SENTENCES_A_ROUND]):
                print(*lines, sep="\n", end="\n\n", file=file)
                writer.add(soft)
    writer.write(options.out.with_suffix(".npz"))


if __name__ == "__main__":
    main()
