"""Scores on given tokens: tags, lemmas, attachment (CoNLL 2018 counts) and names by entity."""

from dataclasses import dataclass

import numpy as np
import torch

from batches import NAMES, Encoder, collate, plan
from corpus import Sentence
from trees import best_heads
from words import apply_lemma_rule, normal_form

COLUMNS = ("upos", "xpos", "features")


@dataclass
class Reading:
    """What a model reads in one sentence."""

    upos: list[str]
    xpos: list[str]
    features: list[str]
    lemmas: list[str]
    heads: list[int]
    relations: list[str]
    names: list[str]


@torch.no_grad()
def read(network, encoder: Encoder, sentences: list[Sentence], tokens=4000) -> list[Reading]:
    network.eval()
    encoded = [encoder.encode(sentence) for sentence in sentences]
    tables = encoder.tables()
    labels = encoder.vocabulary.labels
    readings: list[Reading | None] = [None] * len(sentences)
    for numbers in plan(encoded, tokens, None):
        batch = collate([encoded[i] for i in numbers], tables)
        out = network(batch)
        scores = out["heads"].numpy()
        starts = np.cumsum([0] + [len(encoded[i].types) for i in numbers])
        spans = list(zip(starts, starts[1:]))
        heads = np.concatenate([best_heads(scores[a:b, : b - a + 1]) for a, b in spans])
        relations = network.relations(out, batch.sentence, torch.from_numpy(heads)).argmax(-1)
        best = {kind: out[kind].argmax(-1).tolist() for kind in (*COLUMNS, "lemmas")}
        name_scores = out["names"].log_softmax(-1).numpy()
        for i, (a, b) in zip(numbers, spans):
            forms = sentences[i].forms
            rules = [labels["lemmas"][x] for x in best["lemmas"][a:b]]
            readings[i] = Reading(
                *([labels[kind][x] for x in best[kind][a:b]] for kind in COLUMNS),
                [apply_lemma_rule(form, rule) for form, rule in zip(forms, rules)],
                heads[a:b].tolist(),
                [labels["relations"][x] for x in relations[a:b]],
                [NAMES[x] for x in legal_names(name_scores[a:b])],
            )
    network.train()
    return readings


def legal_names(scores: np.ndarray) -> list[int]:
    """The best sequence in which I-X follows B-X or I-X only."""
    n, count = scores.shape
    legal = np.array([[not b.startswith("I-") or a[2:] == b[2:] for b in NAMES] for a in NAMES])
    moves = np.where(legal, 0.0, -1e9)
    best = np.where([tag.startswith("I-") for tag in NAMES], -1e9, scores[0])
    back = np.zeros((n, count), np.int64)
    for i in range(1, n):
        step = best[:, None] + moves
        back[i] = step.argmax(0)
        best = step.max(0) + scores[i]
    path = [int(best.argmax())]
    for i in range(n - 1, 0, -1):
        path.append(int(back[i][path[-1]]))
    return path[::-1]


def entities(tags: list[str]) -> set[tuple[int, int, str]]:
    found, start = set(), None
    for i, tag in enumerate([*tags, "O"]):
        if start is not None and not tag.startswith("I-"):
            found.add((start, i, tags[start][2:]))
            start = None
        if tag.startswith("B-"):
            start = i
    return found


def tree_scores(sentences: list[Sentence], readings: list[Reading]) -> dict[str, float]:
    right = dict.fromkeys(("UPOS", "XPOS", "FEATS", "lemma", "UAS", "LAS", "LAS strict"), 0)
    total = 0
    for sentence, reading in zip(sentences, readings):
        total += len(sentence.words)
        for i, word in enumerate(sentence.words):
            right["UPOS"] += reading.upos[i] == word.upos
            right["XPOS"] += reading.xpos[i] == word.xpos
            right["FEATS"] += reading.features[i] == word.features
            right["lemma"] += reading.lemmas[i] == normal_form(word.lemma)
            attached = reading.heads[i] == word.head
            right["UAS"] += attached
            right["LAS strict"] += attached and reading.relations[i] == word.relation
            right["LAS"] += attached and universal(reading.relations[i]) == universal(word.relation)
    return {score: round(100 * n / total, 2) for score, n in right.items()}


def universal(relation: str) -> str:
    return relation.partition(":")[0]


def name_scores(sentences: list[Sentence], readings: list[Reading]) -> dict[str, float]:
    kinds = ("PER", "ORG", "LOC")
    counts = {kind: [0, 0, 0] for kind in kinds}
    for sentence, reading in zip(sentences, readings):
        gold = entities([word.name if word.name in NAMES else "O" for word in sentence.words])
        found = entities(reading.names)
        for kind in kinds:
            mine = {entity for entity in found if entity[2] == kind}
            theirs = {entity for entity in gold if entity[2] == kind}
            for i, amount in enumerate((len(mine & theirs), len(mine), len(theirs))):
                counts[kind][i] += amount
    total = [sum(column) for column in zip(*counts.values())]
    scores = {"names F1": f1(*total), "P": 100 * total[0] / max(1, total[1]),
              "R": 100 * total[0] / max(1, total[2])}
    scores |= {kind: f1(*count) for kind, count in counts.items()}
    return {score: round(value, 2) for score, value in scores.items()}


def f1(right: int, found: int, gold: int) -> float:
    return 200 * right / max(1, found + gold)
