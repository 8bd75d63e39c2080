"""Small checks of what must hold: `python -m unittest tests`."""

import itertools
import tempfile
import unittest
from pathlib import Path

import numpy as np
import torch

from corpus import UNSURE, Sentence, Soft, Word, read_word, robust_copies
from evaluate import entities, legal_names
from batches import NAMES, UNKNOWN, Encoder, Vocabulary
import network
from from_model import rows_of
from network import HASHED, Sizes, flipped, mirrored, span_buckets
from pieces import Pieces, together
from schedule import Schedule
from soft import KINDS, SoftWriter, probabilities, read_soft
from trees import best_heads
from words import apply_lemma_rule, fnv1a, grams, lemma_rule, normal_form, shape


class Words(unittest.TestCase):
    def test_a_lemma_rule_gives_back_its_lemma(self):
        pairs = [("went", "go"), ("Visited", "visit"), ("London", "London"), ("BEST", "good"),
                 ("U.S.", "U.S."), ("’s", "'s"), ("cities", "city"), ("mcCain", "McCain"),
                 ("iPhones", "iPhone"), ("GATES", "Gates"), ("n’t", "not"), ("“", '"')]
        for form, lemma in pairs:
            self.assertEqual(apply_lemma_rule(form, lemma_rule(form, lemma)), lemma)

    def test_a_hash_is_fnv_1a_of_64_bits(self):
        self.assertEqual(fnv1a(""), 0xCBF29CE484222325)
        self.assertEqual(fnv1a("a"), 0xAF63DC4C8601EC8C)

    def test_a_shape_keeps_runs_of_three(self):
        self.assertEqual(shape("Washington"), "Xxxx")
        self.assertEqual(shape("2026-11"), "ddd-dd")

    def test_a_word_of_one_letter_has_one_gram(self):
        self.assertEqual(grams("a"), ["<a>"])


class Silver(unittest.TestCase):
    def test_what_is_unsure_teaches_nothing(self):
        sure = read_word("1\t?\t?\tPUNCT\t.\t_\t0\troot\t_\tName=O".split("\t"))
        unsure = read_word(["2", "x", *[UNSURE] * 6, "_", "Name=" + UNSURE])
        encoder = Encoder(Vocabulary.of([Sentence([sure])], []), (9, 9, 9, 9, 9), 9)
        targets = encoder.encode(Sentence([sure, unsure])).targets
        self.assertTrue((targets[1] == UNKNOWN).all())
        self.assertEqual(targets[0, 4:].tolist(), [0, 0, NAMES.index("O")])


class Teacher(unittest.TestCase):
    def soft(self, n: int) -> Soft:
        rows = np.random.default_rng(n).random((n, 3)).round(2)
        return Soft({kind: rows for kind in KINDS}, np.full((n, n + 1), 0.25))

    def test_what_it_says_is_read_back_sentence_by_sentence(self):
        writer = SoftWriter()
        for n in (2, 5, 1):
            writer.add(self.soft(n))
        with tempfile.TemporaryDirectory() as folder:
            writer.write(Path(folder) / "silver.npz")
            found = read_soft(Path(folder) / "silver.npz")
        self.assertEqual([soft.heads.shape for soft in found], [(2, 3), (5, 6), (1, 2)])
        for soft, n in zip(found, (2, 5, 1)):
            self.assertTrue(np.allclose(soft.of_kind["names"], self.soft(n).of_kind["names"],
                                        atol=1e-3))

    def test_a_batch_has_its_probabilities_beside_the_labels_given(self):
        targets = {kind: torch.tensor([2, UNKNOWN, 0, 1]) for kind in (*KINDS, "heads")}
        soft = self.soft(2)
        found = probabilities([None, soft], [2, 2], targets)
        self.assertEqual(found["upos"][:2].tolist(), [[0, 0, 1], [0, 0, 0]])
        self.assertTrue(np.allclose(found["upos"][2:], soft.of_kind["upos"]))
        self.assertTrue(np.allclose(found["relations"][2:], 0.25 * soft.of_kind["relations"]))
        self.assertEqual(found["heads"].sum(1).tolist(), [1, 0, 0.75, 0.75])
        self.assertEqual(probabilities([None], [4], targets), {})

    def test_a_word_is_the_mean_of_its_pieces(self):
        first = np.array([[101, 7, 8, 102], [0, 1, 1, 0]])
        second = np.array([[101, 9, 102], [0, 1, 0]])
        pieces = together([first, second], [2, 1])
        self.assertEqual(pieces.word.tolist(), [[0, 1, 1, 0], [0, 3, 0, 0]])
        layer = pieces.ids.float().unsqueeze(2)
        self.assertEqual(pieces.means(layer, 3).squeeze(1).tolist(), [7.5, 0, 9])


class Restart(unittest.TestCase):
    def test_a_word_keeps_the_row_that_the_model_has(self):
        words = ["of", "the", "unheard"]
        hashes = np.array(sorted(fnv1a(word) for word in words[:2]), np.uint64)
        rows = np.array([[0.0]] + [[fnv1a("of") == value] for value in hashes], np.float32)
        table = torch.full((4, 1), -1.0)
        rows_of(words, {"word.hashes": hashes, "word.embedding": rows}, "word", table)
        self.assertEqual(table.squeeze(1).tolist(), [0, 1, 0, -1])

    def test_the_rate_declines_to_its_hundredth(self):
        schedule = Schedule(2.0, 1000, 0.5)
        self.assertEqual([schedule.rate(step) for step in (49, 400, 750, 999)], [1, 2, 1, 0.02])
        self.assertFalse(schedule.over(999))
        self.assertTrue(schedule.over(1000))


class FixedWords(unittest.TestCase):
    def test_another_network_embeds_words_alike_and_learns_none_of_it(self):
        labels = dict.fromkeys(("upos", "xpos", "features", "lemmas", "names", "relations"), 3)
        vectors = torch.rand(5, 4)
        sizes = Sizes(hidden=8, buckets=(4,) * len(HASHED), grams=6)
        first, second = (network.Network(sizes, 7, vectors, labels) for _ in range(2))
        second.fix_words(first.state_dict())
        rows, grams = torch.randint(0, 4, (9, 7)), torch.randint(0, 6, (9, 5))
        self.assertTrue(torch.equal(first.eval().embed(rows, grams), second.embed(rows, grams)))
        self.assertFalse(second.word.weight.requires_grad)
        self.assertTrue(second.arc_bilinear.requires_grad)


class Trees(unittest.TestCase):
    def test_the_tree_is_the_best_of_all_with_one_root(self):
        random = np.random.default_rng(7)
        for n in (1, 2, 3, 4):
            for _ in range(40):
                scores = random.normal(size=(n, n + 1))
                best = max((heads for heads in itertools.product(range(n + 1), repeat=n)
                            if is_tree(heads)), key=lambda heads: total(scores, heads))
                self.assertAlmostEqual(total(scores, best), total(scores, best_heads(scores)))


def total(scores, heads) -> float:
    return sum(scores[i, head] for i, head in enumerate(heads))


def is_tree(heads) -> bool:
    if sum(head == 0 for head in heads) != 1:
        return False
    for node in range(1, len(heads) + 1):
        for _ in heads:
            node = heads[node - 1] if node else 0
        if node:
            return False
    return True


class Names(unittest.TestCase):
    def test_a_sequence_of_tags_is_legal(self):
        scores = np.zeros((2, len(NAMES)))
        scores[0, NAMES.index("B-PER")] = 1
        scores[1, NAMES.index("I-ORG")] = 1.5
        scores[1, NAMES.index("I-PER")] = 1
        self.assertEqual([NAMES[i] for i in legal_names(scores)], ["B-PER", "I-PER"])

    def test_neighbouring_names_are_two(self):
        self.assertEqual(entities(["B-PER", "B-PER", "I-PER", "O"]), {(0, 1, "PER"), (1, 3, "PER")})


class Network(unittest.TestCase):
    def test_turning_a_sentence_twice_gives_it_back(self):
        mask = torch.tensor([[True, True, True], [True, False, False]])
        x = torch.arange(6.0).view(2, 3, 1)
        mirror = mirrored(mask)
        self.assertEqual(flipped(x, mirror)[0].flatten().tolist(), [2, 1, 0])
        self.assertTrue(torch.equal(flipped(flipped(x, mirror), mirror), x))

    def test_a_distance_has_its_bucket(self):
        spans = span_buckets(40)
        self.assertEqual(spans[4, 0], 24)
        self.assertEqual(spans[4, 4], 0)
        self.assertEqual(spans[4, 6], 12)
        self.assertEqual(spans[39, 1], 11)


class Copies(unittest.TestCase):
    def test_a_copy_without_its_mark_loses_no_head(self):
        words = [Word("We", head=2), Word("met", head=0), Word("them", head=2), Word(".", head=2)]
        for copy in robust_copies([Sentence(words)] * 300, seed=1):
            self.assertTrue(all(word.head <= len(copy.words) for word in copy.words))
            self.assertEqual(normal_form(copy.words[1].form).lower(), "met")


if __name__ == "__main__":
    unittest.main()
