#!/usr/bin/env python3
"""Trains the block model of Articles: train.py OUT_DIR FEATURES:GOLD...

`Training/articles/train` calls this. FEATURES are what `verbale-gold pages --features` prints: first
the list of feature names, then one page a line, {"id", "rows": [{"t": text, "f": features, "w": class
words by level}]}. GOLD holds the article texts of the same pages (JSON Lines with id and text). A
block is the article's as far as the article holds its word sequences. Two layers: a logistic
regression over the words of class, id, role and itemprop (class_words.tsv), and boosted trees over
the numbers of BlockFeatures (block_model.tsv). OUT_DIR/folds/0 to 4 get the tables learned without
that fifth of the pages, for cross-validation by `verbale-gold pages --folds`, OUT_DIR those learned
from all. No text of the pages is written. Needs lightgbm, scikit-learn, numpy."""
import collections, json, os, re, sys
import numpy as np, scipy.sparse as sp, lightgbm as lgb
from sklearn.linear_model import LogisticRegression

TREES, LEAVES, RATE = 150, 24, 0.08


def words(text):
    return re.findall(r"\w+", text or "", re.UNICODE)


def grams(w, n=4):
    return [tuple(w[i:i + n]) for i in range(len(w) - n + 1)]


def label(rows, gold):
    gw = words(gold)
    have = collections.Counter(grams(gw))
    lines = {" ".join(words(l)).lower() for l in (gold or "").split("\n")}
    total = max(1, sum(have.values()))
    out, weight = [], []
    for r in rows:
        w = words(r["t"])
        g = grams(w)
        if g:
            hit = 0
            for x in g:
                if have.get(x, 0) > 0:
                    hit += 1
            out.append(hit / len(g))
            weight.append(len(w) / total)
        else:
            out.append(1.0 if w and " ".join(w).lower() in lines else 0.0)
            weight.append(len(w) / total)
    return out, weight


def load(pairs):
    names, pages = None, []
    for s, pair in enumerate(pairs):
        feats, gold = pair.split(":")
        golds = {}
        for l in open(gold, encoding="utf-8"):
            d = json.loads(l)
            golds[d["id"]] = d
        with open(feats, encoding="utf-8") as f:
            names = json.loads(f.readline())
            for l in f:
                d = json.loads(l)
                key = d["id"]
                if key not in golds or not d["rows"] or not golds[key]["text"]:
                    continue
                y, w = label(d["rows"], golds[key]["text"])
                pages.append({"set": s, "id": key, "gold": golds[key]["text"], "y": y, "w": w,
                              "x": np.array([r["f"] for r in d["rows"]], np.float32),
                              "t": [r["t"] for r in d["rows"]],
                              "cw": [r["w"] for r in d["rows"]]})
    return names, pages


def vocabulary(pages, least=10):
    df = collections.Counter()
    for p in pages:
        df.update({w for b in p["cw"] for lev in b for w in lev if len(w) < 25})
    return {w: i for i, w in enumerate(sorted(w for w, c in df.items() if c >= least))}


def matrix(pages, vocab):
    V, r, c = len(vocab), [], []
    row = 0
    for p in pages:
        for b in p["cw"]:
            for level, ws in enumerate(b):
                for w in ws:
                    i = vocab.get(w)
                    if i is not None:
                        r.append(row)
                        c.append(i if level < 3 else V + i)
            row += 1
    m = sp.csr_matrix((np.ones(len(r), np.float32), (r, c)), shape=(row, 2 * V))
    m.data = np.minimum(m.data, 3)
    return m


def fit_words(m, y, w):
    model = LogisticRegression(C=0.3, max_iter=60, solver="lbfgs")
    model.fit(m, (y > 0.5).astype(int), sample_weight=w)
    return model.coef_[0]


def with_words(x, near, far, names, starts):
    x = x.copy()
    at = {n: i for i, n in enumerate(names)}
    x[:, at["near"]], x[:, at["far"]] = near, far
    for s, e in zip(starts[:-1], starts[1:]):
        for side, d in (("p1", -1), ("p2", -2), ("n1", 1), ("n2", 2)):
            col = at[side + "near"]
            x[s:e, col] = 0
            n = near[s:e]
            if d < 0 and e - s > -d:
                x[s - d:e, col] = n[:d]
            elif d > 0 and e - s > d:
                x[s:e - d, col] = n[d:]
    return x


def gbm(x, y, w):
    # The share of a block that is the article's is a soft label: both answers, weighed.
    X = np.concatenate([x, x])
    Y = np.concatenate([np.ones(len(y)), np.zeros(len(y))])
    W = np.concatenate([w * y, w * (1 - y)])
    keep = W > 0
    d = lgb.Dataset(X[keep], Y[keep], weight=W[keep])
    return lgb.train({"objective": "binary", "num_leaves": LEAVES, "learning_rate": RATE,
                      "min_data_in_leaf": 60, "lambda_l2": 3.0, "feature_fraction": 0.5,
                      "bagging_fraction": 0.8, "bagging_freq": 1, "verbose": -1, "seed": 1,
                      "num_threads": 1, "deterministic": True, "max_bin": 127,
                      "min_sum_hessian_in_leaf": 0.3}, d, TREES)


def main():
    out = sys.argv[1]
    names, pages = load(sys.argv[2:])
    starts = np.cumsum([0] + [len(p["y"]) for p in pages])
    y = np.concatenate([p["y"] for p in pages])
    w = np.concatenate([np.minimum(p["w"], 0.3) for p in pages]) + 0.001
    w = w * (len(w) / w.sum())
    x = np.concatenate([p["x"] for p in pages])
    # As PageSet.fold(of:).
    fold = np.concatenate([[int(p["id"][-4:], 16) % 5] * len(p["y"]) for p in pages])
    print(len(pages), "pages", len(y), "blocks", y.mean())
    vocab = vocabulary(pages)
    m = matrix(pages, vocab)
    V = len(vocab)
    # What the class words say of a block, by weights that were learned without its page.
    near, far = np.zeros(len(y), np.float32), np.zeros(len(y), np.float32)
    weights = []
    for k in range(5):
        c = fit_words(m[fold != k], y[fold != k], w[fold != k])
        t = fold == k
        near[t] = m[t][:, :V] @ c[:V]
        far[t] = m[t][:, V:] @ c[V:]
        weights.append(c)
    weights.append(fit_words(m, y, w))
    print("class words", V, flush=True)
    xw = with_words(x, near, far, names, starts)
    for k in range(6):
        part = fold != k
        model = gbm(xw[part], y[part], w[part])
        folder = out if k == 5 else os.path.join(out, "folds", str(k))
        os.makedirs(folder, exist_ok=True)
        write_words(weights[k], vocab, os.path.join(folder, "class_words.tsv"))
        write(model, names, os.path.join(folder, "block_model.tsv"))
    gain = sorted(zip(model.feature_importance("gain"), names), reverse=True)
    print([n for _, n in gain[:40]])


def write_words(c, vocab, path):
    V = len(vocab)
    with open(path, "w") as f:
        f.write("# word\tnear\tfar\n")
        for word, i in sorted(vocab.items()):
            if abs(c[i]) > 0.02 or abs(c[V + i]) > 0.02:
                f.write(f"{word}\t{c[i]:.2f}\t{c[V + i]:.2f}\n")


def write(model, names, path):
    """One tree a line: for each inner node feature,threshold,left,right; children below zero are
    leaves, ~n the nth value behind the bar."""
    dump = model.dump_model()
    with open(path, "w") as f:
        f.write("# features: " + " ".join(names) + "\n")
        for tree in dump["tree_info"]:
            nodes, leaves = [], []

            def visit(n):
                if "leaf_value" in n:
                    leaves.append(n["leaf_value"])
                    return -len(leaves)
                at = len(nodes)
                nodes.append(None)
                l = visit(n["left_child"])
                r = visit(n["right_child"])
                nodes[at] = (n["split_feature"], float("%.4g" % n["threshold"]), l, r)
                return at
            visit(tree["tree_structure"])
            f.write(" ".join("%d,%.4g,%d,%d" % n for n in nodes) + "|" + " ".join("%.4g" % v for v in leaves) + "\n")


main()
