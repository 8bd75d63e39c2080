#!/usr/bin/env python3
"""Trains the page model of Articles: train.py words|trees OUT_DIR FEATURES:GOLD:WEIGHT...

`Training/articles/train` calls this, layer by layer. FEATURES are what `verbale-gold pages --features`
prints: first the names of the features, then one page a line, {"id", "rows": [{"t": text, "h": hashes
of its words, "f": features, "w": class words by level}]}; GOLD holds the articles' texts of the same
pages (JSON Lines with id and text); WEIGHT says how much a page of the set counts.

`words` learns two logistic regressions, over class words and over the text's own words; `trees` learns
boosted trees over the numbers of a block and of what is around it, among them what the words said.
OUT_DIR/folds/0 to 4 get the tables learned without that fifth of the pages, with which `verbale-gold
pages --folds` prints what the trees learn from and reads pages for cross-validation; OUT_DIR those
learned from all. No text of the pages is written. Needs lightgbm, scikit-learn, numpy."""
import collections, os, sys

import lightgbm as lgb
import numpy as np
import scipy.sparse as sp
from sklearn.linear_model import LogisticRegression

import labels

PARAMETERS = {
    "objective": "binary", "lambda_l2": 3.0, "feature_fraction": 0.4, "bagging_fraction": 0.8,
    "bagging_freq": 1, "max_bin": 127, "min_sum_hessian_in_leaf": 0.3, "seed": 1, "num_threads": 1,
    "deterministic": True, "verbose": -1,
}
# Most blocks are nobody's doubt after the few small trees of the first stage.
FIRST = PARAMETERS | {"num_leaves": 12, "learning_rate": 0.15, "min_data_in_leaf": 60,
                      "num_iterations": 24}
# A block whose sum is further from zero than this is left as it is; the second stage learns from the
# others alone.
SURE = 3
SECOND = PARAMETERS | {"num_leaves": 20, "learning_rate": 0.06, "min_data_in_leaf": 40,
                       "num_iterations": 160}
# By stage: after how many of its trees what is sure by then leaves as well. Each exit costs a look at
# all features again, so that more of them take longer.
EXITS = {}, {60: 2.5}


def targets(pages):
    """For each block whether to keep it, and how much the answer matters: as the measure is a mean
    over pages, a block weighs by its part of its page."""
    y = np.concatenate([p.keep for p in pages])
    w = np.concatenate([(np.minimum(p.weight, 0.3) + 0.001) * p.counts for p in pages])
    return y, w * (len(w) / w.sum())


def thinned(pages, w):
    """Most blocks are short and nobody's doubt: a third of them speaks for all, so that training
    takes half the time."""
    rare = np.concatenate([(p.keep > 0) | (p.share > 0.5) | (p.weight > 0.004) for p in pages])
    use = rare | (np.random.default_rng(1).random(len(w)) < 1 / 3)
    return use, np.where(rare, w, 3 * w)


def folds(pages):
    return np.array([p.fold for p in pages for _ in p.share])


def vocabulary(bags, least):
    """Numbers for what at least so many pages have."""
    df = collections.Counter()
    for page in bags:
        df.update({w for block in page for w in block})
    return {w: i for i, w in enumerate(sorted(w for w, c in df.items() if c >= least))}


def matrix(bags, vocab, most):
    rows, columns, row = [], [], 0
    for page in bags:
        for block in page:
            for w in block:
                i = vocab.get(w)
                if i is not None:
                    rows.append(row)
                    columns.append(i)
            row += 1
    m = sp.csr_matrix((np.ones(len(rows), np.float32), (rows, columns)), shape=(row, len(vocab)))
    m.data = np.minimum(m.data, most)
    return m


def fit(m, y, w, strength):
    model = LogisticRegression(C=strength, max_iter=60, solver="lbfgs")
    model.fit(m, (y > 0.5).astype(int), sample_weight=w)
    return model.coef_[0]


def class_bags(page):
    """Class words, those of the nearest three elements apart from those further out."""
    return [[(w, level >= 3) for level, ws in enumerate(block) for w in ws if len(w) < 25]
            for block in page.class_words]


def text_bags(page):
    """The text's words and pairs of words, by TextWords' keys."""
    return [h + [a << 32 | b for a, b in zip(h, h[1:])] for h in page.hashes]


def train_words(out, pages):
    y, w = targets(pages)
    fold = folds(pages)
    classes = [class_bags(p) for p in pages]
    texts = [text_bags(p) for p in pages]
    class_vocab, text_vocab = vocabulary(classes, 10), vocabulary(texts, 20)
    print("class words", len(class_vocab), "text words", len(text_vocab), flush=True)
    class_matrix, text_matrix = matrix(classes, class_vocab, 3), matrix(texts, text_vocab, 1)
    short = np.array([len(h) < 30 for p in pages for h in p.hashes])
    for folder, part in parts(out, fold):
        c = fit(class_matrix[part], y[part], w[part], 0.3)
        write_class_words(c, class_vocab, os.path.join(folder, "class_words.tsv"))
        part = part & short
        c = fit(text_matrix[part], y[part], w[part], 0.1)
        write_text_words(c, text_vocab, os.path.join(folder, "text_words.tsv"))


def parts(out, fold):
    """The folders of the models, and the blocks to learn each from."""
    for k in range(6):
        folder = out if k == 5 else os.path.join(out, "folds", str(k))
        os.makedirs(folder, exist_ok=True)
        yield folder, fold != k


def write_class_words(c, vocab, path):
    names = sorted({w for w, _ in vocab})
    with open(path, "w") as f:
        f.write("# class word\tnear\tfar\n")
        for name in names:
            near, far = (c[vocab[w]] if w in vocab else 0 for w in ((name, False), (name, True)))
            if max(abs(near), abs(far)) > 0.02:
                f.write(f"{name}\t{near:.2f}\t{far:.2f}\n")


def write_text_words(c, vocab, path):
    with open(path, "w") as f:
        f.write("# hash of a word or of two\tweight\n")
        for key, i in sorted(vocab.items()):
            if abs(c[i]) > 0.05:
                f.write(f"{key:08x}\t{c[i]:.2f}\n" if key < 1 << 32 else f"{key:016x}\t{c[i]:.2f}\n")


def train_trees(out, names, pages):
    y, w = targets(pages)
    fold = folds(pages)
    x = np.concatenate([p.x for p in pages])
    use, w = thinned(pages, w)
    said = np.zeros(len(y))
    for folder, part in parts(out, fold):
        part = part & use
        first = lgb.train(FIRST, lgb.Dataset(x[part], y[part], weight=w[part]))
        sums = first.predict(x, raw_score=True)
        is_open = np.abs(sums) <= SURE
        hard = part & is_open
        second = lgb.train(SECOND, lgb.Dataset(x[hard], y[hard], weight=w[hard],
                                               init_score=sums[hard]))
        write_trees([first, second], names, os.path.join(folder, "block_model.tsv"))
        if folder != out:
            unseen = fold == int(os.path.basename(folder))
            said[unseen] = sums[unseen]
            said[unseen & is_open] += second.predict(x[unseen & is_open], raw_score=True)
    report(said, pages)
    print("open after the first stage: %.3f" % is_open.mean())
    gains = sum(m.feature_importance("gain") for m in (first, second))
    print(" ".join(n for _, n in sorted(zip(gains, names), reverse=True)[:40]))


def report(said, pages):
    """What would be read of pages that a model hasn't seen."""
    scores, at = {}, 0
    for page in pages:
        keep = said[at:at + len(page.share)] > 0
        scores.setdefault(page.set, []).append(page.score(keep))
        at += len(page.share)
    for number, rows in sorted(scores.items()):
        print("set %d: P %.4f R %.4f F1 %.4f" % (number, *labels.overall(rows)), flush=True)


def write_trees(stages, names, path):
    """One tree a line: for each inner node feature,threshold,left,right; children below zero are
    leaves, ~n the nth value behind the bar. A line "sure SUM" stands where sure blocks leave."""
    with open(path, "w") as f:
        f.write("# features: " + " ".join(names) + "\n")
        for number, model in enumerate(stages):
            if number > 0:
                f.write("sure %g\n" % SURE)
            for count, tree in enumerate(model.dump_model()["tree_info"], 1):
                f.write(line(tree["tree_structure"]) + "\n")
                if count in EXITS[number]:
                    f.write("sure %g\n" % EXITS[number][count])


def line(tree):
    nodes, leaves = [], []

    def visit(n):
        if "leaf_value" in n:
            leaves.append(n["leaf_value"])
            return -len(leaves)
        at = len(nodes)
        nodes.append(None)
        left, right = visit(n["left_child"]), visit(n["right_child"])
        nodes[at] = (n["split_feature"], float("%.4g" % n["threshold"]), left, right)
        return at
    visit(tree)
    return " ".join("%d,%.4g,%d,%d" % n for n in nodes) + "|" + " ".join("%.3g" % v for v in leaves)


def main():
    layer, out = sys.argv[1:3]
    names, pages = labels.load(sys.argv[3:])
    print(layer, len(pages), "pages", sum(len(p.share) for p in pages), "blocks", flush=True)
    if layer == "words":
        train_words(out, pages)
    else:
        train_trees(out, names, pages)


main()
