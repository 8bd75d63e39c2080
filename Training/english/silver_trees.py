"""Trees, tags and names over plain sentences by several checkpoints together.

The checkpoints' probabilities are averaged, and what stays unsure is left open (UNSURE), so that
who learns from the trees learns what the checkpoints know and not what they guess."""

import argparse
import random
from pathlib import Path

import numpy as np
import torch

from batches import NAMES, collate, plan
from context import add_context
from corpus import NAME_MARK, UNSURE, Sentence, read_conllu
from evaluate import legal_names
from restore import restore
from trees import best_heads
from words import apply_lemma_rule

SHORTEST, LONGEST = 5, 60
LEAST = {"upos": 0.7, "xpos": 0.7, "features": 0.7, "lemmas": 0.7, "names": 0.7,
         "heads": 0.6, "relations": 0.6}
SENTENCES_A_ROUND = 2000
TAGS = ("lemmas", "upos", "xpos", "features")


def chosen(path: Path, words: int) -> list[Sentence]:
    """About so many words of different sentences, from all over the file."""
    sentences = list({sentence.forms: sentence for sentence in read_conllu(path)}.values())
    random.Random(1).shuffle(sentences)
    kept, count = [], 0
    for sentence in sentences:
        if count < words and SHORTEST <= len(sentence.words) <= LONGEST:
            kept.append(sentence)
            count += len(sentence.words)
    return kept


class Ensemble:
    def __init__(self, checkpoints: list[Path]):
        restored = [restore(checkpoint) for checkpoint in checkpoints]
        self.networks = [network for network, _ in restored]
        self.encoder = restored[0][1]
        labels = [encoder.vocabulary.labels for _, encoder in restored]
        assert all(each == labels[0] for each in labels), "checkpoints of other labels"

    @torch.no_grad()
    def read(self, sentences: list[Sentence]) -> list[list[str]]:
        """The columns of each word, sentence by sentence."""
        encoded = [self.encoder.encode(sentence) for sentence in sentences]
        tables = self.encoder.tables()
        lines: list[list[str]] = [[] for _ in sentences]
        for numbers in plan(encoded, 3000, None):
            batch = collate([encoded[i] for i in numbers], tables)
            outs = [network(batch) for network in self.networks]
            mean = {kind: torch.stack([out[kind].softmax(-1) for out in outs]).mean(0)
                    for kind in (*TAGS, "names", "heads")}
            starts = np.cumsum([0] + [len(encoded[i].types) for i in numbers])
            scores = mean["heads"].clamp(min=1e-9).log().numpy()
            heads = np.concatenate([best_heads(scores[a:b, : b - a + 1])
                                    for a, b in zip(starts, starts[1:])])
            chosen_heads = torch.from_numpy(heads)
            mean["relations"] = torch.stack([
                network.relations(out, batch.sentence, chosen_heads).softmax(-1)
                for network, out in zip(self.networks, outs)]).mean(0)
            mean["heads"] = mean["heads"].gather(1, chosen_heads.unsqueeze(1))
            for i, a, b in zip(numbers, starts, starts[1:]):
                part = {kind: values[a:b].numpy() for kind, values in mean.items()}
                lines[i] = self.columns(sentences[i], part, heads[a:b])
        return lines

    def columns(self, sentence: Sentence, part: dict[str, np.ndarray], heads) -> list[str]:
        labels = self.encoder.vocabulary.labels
        names = legal_names(np.log(part["names"] + 1e-9))
        lines = []
        for i, word in enumerate(sentence.words):
            def label(kind: str) -> str:
                best = part[kind][i].argmax()
                return labels[kind][best] if part[kind][i][best] >= LEAST[kind] else UNSURE
            rule = label("lemmas")
            lemma = rule if rule == UNSURE else apply_lemma_rule(word.form, rule)
            attached = part["heads"][i][0] >= LEAST["heads"]
            name = NAMES[names[i]] if part["names"][i][names[i]] >= LEAST["names"] else UNSURE
            lines.append("\t".join([
                str(i + 1), word.form, lemma, *(label(kind) for kind in TAGS[1:]),
                str(heads[i]) if attached else UNSURE,
                label("relations") if attached else UNSURE, "_", NAME_MARK + name]))
        return lines


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("sentences", type=Path, help="CoNLL-U, of which the words are read")
    parser.add_argument("out", type=Path)
    parser.add_argument("checkpoints", type=Path, nargs="+")
    parser.add_argument("--words", type=int, default=400000)
    parser.add_argument("--part", type=int, nargs=2, default=(0, 1), metavar=("K", "N"),
                        help="the K-th of N parts, from 0, for several processes")
    options = parser.parse_args()
    torch.set_num_threads(1)
    number, of = options.part
    sentences = chosen(options.sentences, options.words)[number::of]
    ensemble = Ensemble(options.checkpoints)
    if any(network.sizes.context for network in ensemble.networks):
        add_context(sentences, options.out.with_suffix(".npy"))
    with open(options.out, "w", encoding="utf8") as file:
        for start in range(0, len(sentences), SENTENCES_A_ROUND):
            for lines in ensemble.read(sentences[start : start + SENTENCES_A_ROUND]):
                print(*lines, sep="\n", end="\n\n", file=file)


if __name__ == "__main__":
    main()
