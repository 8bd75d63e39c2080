"""Pages with their blocks, and which of these the article's text holds."""
import collections, json, re

import numpy as np

WORD = re.compile(r"\w+", re.UNICODE)


def words(text):
    return WORD.findall(text or "")


def shingles(w, n=4):
    if 0 < len(w) < n:
        return collections.Counter([tuple(w)])
    return collections.Counter(tuple(w[i:i + n]) for i in range(len(w) - n + 1))


def shares(blocks, text):
    """The share of each block's word sequences that the article holds; a block too short to have one
    is the article's if it is a line of it."""
    have = shingles(words(text))
    lines = {" ".join(words(line)).lower() for line in (text or "").split("\n")}
    result = []
    for w in blocks:
        grams = [tuple(w[i:i + 4]) for i in range(len(w) - 3)]
        if grams:
            result.append(sum(g in have for g in grams) / len(grams))
        else:
            result.append(1.0 if w and " ".join(w).lower() in lines else 0.0)
    return result


def best_choice(blocks, share, gold):
    """The blocks to keep for the best F1 of word sequences, those across blocks among them: the
    shares' choice, bettered block by block. A second copy of what is told once is of no use then, and
    a short heading is judged by what stands around it."""
    keep = [s > 0.5 for s in share]
    have = shingles([x for w, k in zip(blocks, keep) if k for x in w])
    want = sum(gold.values())
    if not want:
        return [False] * len(blocks)
    hits, count = sum((gold & have).values()), sum(have.values())
    for _ in range(2):
        changed = False
        for i, w in enumerate(blocks):
            if not w or len(w) >= 12 and share[i] < 0.05:
                continue
            before = around(blocks, keep, range(i - 1, -1, -1), True)
            after = around(blocks, keep, range(i + 1, len(blocks)), False)
            without, with_it = grams(before + after), grams(before + w + after)
            gone, come = (with_it, without) if keep[i] else (without, with_it)
            new_count = count + sum(come.values()) - sum(gone.values())
            new_hits = hits
            for g in set(come) | set(gone):
                if g in gold:
                    new_hits += min(gold[g], have[g] - gone[g] + come[g]) - min(gold[g], have[g])
            if 2 * new_hits / (new_count + want) > 2 * hits / (count + want) + 1e-12:
                keep[i] = not keep[i]
                have.subtract(gone)
                have.update(come)
                hits, count, changed = new_hits, new_count, True
        if not changed:
            break
    return keep


def around(blocks, keep, places, before):
    """The three kept words next to a block."""
    out = []
    for j in places:
        if keep[j]:
            out = blocks[j] + out if before else out + blocks[j]
            if len(out) >= 3:
                break
    return out[-3:] if before else out[:3]


def grams(w):
    return collections.Counter(tuple(w[i:i + 4]) for i in range(len(w) - 3))


class Page:
    """A page's blocks: numbers `x`, class words, hashes of words, labels and weights."""

    def __init__(self, line, gold, width):
        rows = line["rows"]
        self.id, self.gold = line["id"], gold
        self.blocks = [words(r["t"]) for r in rows]
        self.x = np.array([r["f"] for r in rows], np.float32).reshape(len(rows), width)
        self.hashes = [r["h"] for r in rows]
        self.class_words = [r["w"] for r in rows]
        # As PageSet.fold(of:).
        self.fold = int(self.id[-4:], 16) % 5
        self.shingles = shingles(words(gold["text"]))
        share = shares(self.blocks, gold["text"])
        self.share = np.array(share, float)
        self.keep = np.array(best_choice(self.blocks, share, self.shingles), float)
        # Nothing is learned from a page without an article.
        total = len(words(gold["text"])) or float("inf")
        self.weight = np.array([len(w) / total for w in self.blocks])

    def score(self, keep):
        """Precision and recall of a choice of blocks, as the scorer of pages counts them."""
        have = shingles([x for w, k in zip(self.blocks, keep) if k for x in w])
        hits, count, want = (self.shingles & have).total(), have.total(), self.shingles.total()
        if count == want == 0:
            return 1.0, 1.0
        return hits / count if count else None, hits / want if want else None


def load(pairs):
    """The names of the features, and the pages of FEATURES:GOLD:WEIGHT triples."""
    names, pages = None, []
    for number, pair in enumerate(pairs):
        features, gold_file, weight = pair.split(":")
        with open(gold_file, encoding="utf-8") as f:
            gold = {d["id"]: d for d in map(json.loads, f)}
        with open(features, encoding="utf-8") as f:
            names = json.loads(f.readline())
            for line in map(json.loads, f):
                page = Page(line, gold[line["id"]], len(names))
                page.set, page.counts = number, float(weight)
                pages.append(page)
    return names, pages


def overall(scores):
    """F1 of the means over pages."""
    P = [p for p, _ in scores if p is not None]
    R = [r for _, r in scores if r is not None]
    P, R = sum(P) / max(1, len(P)), sum(R) / max(1, len(R))
    return P, R, 2 * P * R / (P + R) if P + R else 0.0
