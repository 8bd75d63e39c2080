"""Sentences as numbers: label lists, word rows, and batches of sentences of like length."""

import random
from collections import Counter
from dataclasses import dataclass

import numpy as np
import torch

from corpus import Sentence, Soft
from pieces import PieceReader, Pieces, together
from soft import probabilities
from words import MOST_GRAMS, bucket, grams, lemma_rule, lower, normal_form, shape

NAMES = ["O", "B-PER", "I-PER", "B-ORG", "I-ORG", "B-LOC", "I-LOC"]
TARGETS = ("upos", "xpos", "features", "lemmas", "heads", "relations", "names")
UNKNOWN = -1


class Vocabulary:
    """What training saw: the labels and the words with a row of their own."""

    def __init__(self, labels: dict[str, list[str]], words: list[str], vectors: list[str]):
        self.labels, self.words, self.vectors = labels, words, vectors
        self.index = {
            kind: {label: i for i, label in enumerate(of_kind)} for kind, of_kind in labels.items()
        }
        self.word_row = {word: i + 1 for i, word in enumerate(words)}
        self.vector_row = {word: i + 1 for i, word in enumerate(vectors)}

    @classmethod
    def of(cls, sentences: list[Sentence], vectors: list[str], least_word=2, least_rule=2):
        counts = {kind: Counter() for kind in ("upos", "xpos", "features", "relations", "lemmas")}
        words = Counter()
        for sentence in sentences:
            for word in sentence.words:
                words[lower(normal_form(word.form))] += 1
                if word.upos:
                    counts["upos"][word.upos] += 1
                    counts["xpos"][word.xpos] += 1
                    counts["features"][word.features] += 1
                    counts["relations"][word.relation] += 1
                    counts["lemmas"][lemma_rule(word.form, word.lemma)] += 1
        labels = {
            kind: [label for label, n in by_frequency(count) if kind != "lemmas" or n >= least_rule]
            for kind, count in counts.items()
        }
        labels["names"] = NAMES
        return cls(labels, [word for word, n in by_frequency(words) if n >= least_word], vectors)


def by_frequency(counts: Counter) -> list[tuple[str, int]]:
    return sorted(counts.items(), key=lambda item: (-item[1], item[0]))


class Encoder:
    """Turns words into rows of the network's tables and labels into numbers."""

    def __init__(self, vocabulary: Vocabulary, buckets: tuple[int, ...], gram_buckets: int,
                 piece_reader: PieceReader | None = None):
        self.vocabulary, self.buckets, self.gram_buckets = vocabulary, buckets, gram_buckets
        self.piece_reader = piece_reader
        self.types: dict[str, int] = {}
        self.rows: list[list[int]] = []
        self.grams: list[list[int]] = []

    def type_of(self, form: str) -> int:
        if form not in self.types:
            normal = normal_form(form)
            low = lower(normal)
            keys = (low[:1], "p" + low[:3], "s" + low[-2:], "S" + low[-3:], shape(normal))
            self.rows.append(
                [self.vocabulary.word_row.get(low, 0)]
                + [bucket(key, size) for key, size in zip(keys, self.buckets)]
                + [self.vocabulary.vector_row.get(low, 0)]
            )
            found = [bucket(gram, self.gram_buckets) for gram in grams(low)]
            self.grams.append(found + [0] * (MOST_GRAMS - len(found)))
            self.types[form] = len(self.types)
        return self.types[form]

    def encode(self, sentence: Sentence) -> "Encoded":
        index = self.vocabulary.index
        targets = np.full((len(sentence.words), len(TARGETS)), UNKNOWN, np.int64)
        for i, word in enumerate(sentence.words):
            rule = None if word.lemma is None else lemma_rule(word.form, word.lemma)
            targets[i] = (
                index["upos"].get(word.upos, UNKNOWN),
                index["xpos"].get(word.xpos, UNKNOWN),
                index["features"].get(word.features, UNKNOWN),
                index["lemmas"].get(rule, UNKNOWN),
                UNKNOWN if word.head is None else word.head,
                index["relations"].get(word.relation, UNKNOWN),
                index["names"].get(word.name, UNKNOWN),
            )
        types = np.array([self.type_of(form) for form in sentence.forms])
        pieces = self.piece_reader and self.piece_reader.of_sentence(sentence.forms)
        return Encoded(types, targets, sentence.soft, pieces)

    def tables(self) -> tuple[torch.Tensor, torch.Tensor]:
        return torch.tensor(self.rows), torch.tensor(self.grams)


@dataclass
class Encoded:
    types: np.ndarray
    targets: np.ndarray
    soft: Soft | None
    pieces: np.ndarray | None


@dataclass
class Batch:
    rows: torch.Tensor
    grams: torch.Tensor
    mask: torch.Tensor
    sentence: torch.Tensor
    targets: dict[str, torch.Tensor]
    # Probabilities of the labels, where a teacher has told them of any sentence.
    soft: dict[str, torch.Tensor]
    pieces: Pieces | None


def plan(sentences: list[Encoded], tokens: int, choice: random.Random | None) -> list[list[int]]:
    """Numbers of sentences of like length, about `tokens` padded words together."""
    # Equal lengths together: PyTorch's packed LSTM is far slower on a CPU where lengths differ.
    order = list(range(len(sentences)))
    if choice:
        choice.shuffle(order)
    order.sort(key=lambda i: len(sentences[i].types))
    batches, current, longest = [], [], 0
    for i in order:
        longest = max(longest, len(sentences[i].types))
        if current and longest * (len(current) + 1) > tokens:
            batches.append(current)
            current, longest = [], len(sentences[i].types)
        current.append(i)
    if current:
        batches.append(current)
    if choice:
        choice.shuffle(batches)
    return batches


def collate(sentences: list[Encoded], tables: tuple[torch.Tensor, torch.Tensor]) -> Batch:
    lengths = torch.tensor([len(sentence.types) for sentence in sentences])
    types = torch.from_numpy(np.concatenate([sentence.types for sentence in sentences]))
    targets = torch.from_numpy(np.concatenate([sentence.targets for sentence in sentences]))
    of_kind = {kind: targets[:, i] for i, kind in enumerate(TARGETS)}
    pieces = None
    if sentences[0].pieces is not None:
        pieces = together([sentence.pieces for sentence in sentences], lengths.tolist())
    return Batch(
        rows=tables[0][types],
        grams=tables[1][types],
        mask=torch.arange(int(lengths.max())).unsqueeze(0) < lengths.unsqueeze(1),
        sentence=torch.repeat_interleave(torch.arange(len(sentences)), lengths),
        targets=of_kind,
        soft=probabilities([sentence.soft for sentence in sentences], lengths.tolist(), of_kind),
        pieces=pieces,
    )
