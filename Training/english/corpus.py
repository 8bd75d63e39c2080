"""Reading the treebanks and name corpora, and the copies that make the tagger robust."""

import random
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np

UNSURE = "_?"
NAME_MARK = "Name="
FINAL_MARKS = {".", "!", "?"}
SHORTEST_CHOSEN, LONGEST_CHOSEN = 3, 60


@dataclass(frozen=True)
class Word:
    form: str
    lemma: str | None = None
    upos: str | None = None
    xpos: str | None = None
    features: str | None = None
    head: int | None = None
    relation: str | None = None
    name: str | None = None


@dataclass
class Soft:
    """A teacher's probabilities for a sentence of n words: of each kind of label [n, labels] (see
    soft.py for the kinds), of heads [n, n + 1]."""

    of_kind: dict[str, np.ndarray]
    heads: np.ndarray


@dataclass
class Sentence:
    words: list[Word]
    document: str = ""
    # What a teacher says of it.
    soft: Soft | None = None

    @property
    def forms(self) -> tuple[str, ...]:
        return tuple(word.form for word in self.words)


def read_conllu(path: Path) -> list[Sentence]:
    sentences, words, document = [], [], ""
    for line in open(path, encoding="utf8"):
        line = line.rstrip("\n")
        if line.startswith("# sent_id = "):
            document = line[len("# sent_id = ") :].rpartition("-")[0]
        elif line.startswith("#"):
            continue
        elif not line:
            if words:
                sentences.append(Sentence(words, document=document))
            words = []
        else:
            column = line.split("\t")
            if column[0].isdigit():
                words.append(read_word(column))
    return sentences


def read_word(column: list[str]) -> Word:
    """A word of ten columns; UNSURE stands where silver trees leave something open."""
    lemma, upos, xpos, features, head, relation, _, misc = (
        None if value == UNSURE else value for value in column[2:]
    )
    name = misc[len(NAME_MARK) :] if misc and misc.startswith(NAME_MARK) else None
    return Word(column[1], lemma, upos, xpos, features, head and int(head), relation, name)


def chosen(path: Path, words: int) -> list[Sentence]:
    """About so many words of different sentences, from all over the file."""
    sentences = list({sentence.forms: sentence for sentence in read_conllu(path)}.values())
    random.Random(1).shuffle(sentences)
    kept, count = [], 0
    for sentence in sentences:
        if count < words and SHORTEST_CHOSEN <= len(sentence.words) <= LONGEST_CHOSEN:
            kept.append(sentence)
            count += len(sentence.words)
    return kept


def read_names(path: Path) -> list[Sentence]:
    """Two columns (form, BIO tag), or UNER's five with a number before the form."""
    sentences, words = [], []
    for line in open(path, encoding="utf8"):
        line = line.rstrip("\n")
        if line.startswith("# "):
            continue
        if not line.strip():
            if words:
                sentences.append(Sentence(words))
            words = []
            continue
        column = line.split("\t")
        form, tag = column[1:3] if column[0].isdigit() and len(column) > 2 else column[:2]
        words.append(Word(form, name=begin_names(tag, words)))
    if words:
        sentences.append(Sentence(words))
    return sentences


def begin_names(tag: str, before: list[Word]) -> str:
    """`tag`, as B- where an I- follows nothing of its kind."""
    if tag.startswith("I-") and not (before and before[-1].name and before[-1].name[2:] == tag[2:]):
        return "B-" + tag[2:]
    return tag


def add_names(trees: list[Sentence], named: list[Sentence]) -> int:
    """Copies the names of sentences with the same words onto the trees; how many got them."""
    tags = {sentence.forms: [word.name for word in sentence.words] for sentence in named}
    found = 0
    for sentence in trees:
        if sentence.forms in tags:
            found += 1
            sentence.words = [
                replace(word, name=tag) for word, tag in zip(sentence.words, tags[sentence.forms])
            ]
    return found


def robust_copies(sentences: list[Sentence], seed: int) -> list[Sentence]:
    """Copies in Title Case, in capitals, in lower case, and without their final mark."""
    choice = random.Random(seed)
    copies = []
    for sentence in sentences:
        draw = choice.random()
        if draw < 0.02:
            copies.append(recased(sentence, title_case))
        elif draw < 0.03:
            copies.append(recased(sentence, str.upper))
        elif draw < 0.04:
            copies.append(recased(sentence, str.lower))
        elif draw < 0.07 and len(sentence.words) > 3 and sentence.words[-1].form in FINAL_MARKS:
            if all(word.head != len(sentence.words) for word in sentence.words):
                copies.append(replace(sentence, words=sentence.words[:-1]))
    return copies


def title_case(form: str) -> str:
    return form[:1].upper() + form[1:]


def recased(sentence: Sentence, change) -> Sentence:
    words = [
        word if word.form.startswith("'") else replace(word, form=change(word.form))
        for word in sentence.words
    ]
    return replace(sentence, words=words)
