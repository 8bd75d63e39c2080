"""Learns the weights of Sources/Mentions/Lexicons/pronoun-weights.tsv.

    verbale-gold coreference --features <GUM>/train.conllu > train.tsv
    verbale-gold coreference --features <GUM>/dev.conllu > dev.tsv
    python3 Training/pronouns/train.py train.tsv dev.tsv > Sources/Mentions/Lexicons/pronoun-weights.tsv

A line `P` opens a pronoun, each line `C` behind it is a candidate: 1 where it refers to the same
entity, then its features, whose names stand in the first line. The model is a softmax over the
candidates of a pronoun; what is maximised is the probability that any right one is chosen, less a
quadratic penalty on how far a weight is from what is expected. GUM's annotation is CC BY 4.0.
"""

import sys

import numpy

PENALTY = 2.0
# Where GUM tells next to nothing, what news writing does: a speaker goes on over several sentences (25 of
# GUM's pronouns have a last speaker to choose).
EXPECTED = {"lastSpeaker": 1.5}
STEPS = 600


def read(path):
    groups, names = [], []
    for line in open(path, encoding="utf-8"):
        cells = line.rstrip("\n").split("\t")
        if cells[0] == "F":
            names = cells[1:]
        elif cells[0] == "P":
            groups.append((cells[1], [], []))
        else:
            groups[-1][1].append(int(cells[1]))
            groups[-1][2].append([float(cell) for cell in cells[2:]])
    groups = [(word, numpy.array(right, bool), numpy.array(rows)) for word, right, rows in groups if rows]
    return names, [group for group in groups if group[1].any()]


def softmax(scores):
    odds = numpy.exp(scores - scores.max())
    return odds / odds.sum()


def learn(groups, expected):
    weights, speed = expected.copy(), numpy.zeros(len(expected))
    for step in range(STEPS):
        slope = -PENALTY * (weights - expected)
        for _, right, rows in groups:
            chance = softmax(rows @ weights)
            wanted = numpy.where(right, chance, 0)
            slope += (wanted / wanted.sum() - chance) @ rows
        # RMS-scaled steps: the features differ in how often they fire.
        speed = 0.9 * speed + 0.1 * slope**2
        weights += 0.05 * slope / (numpy.sqrt(speed) + 1e-8) / (1 + step / 100)
    return weights


def accuracy(groups, weights, words=None):
    chosen = [(right[numpy.argmax(rows @ weights)]) for word, right, rows in groups
              if words is None or word in words]
    return sum(chosen), len(chosen)


def main(train_path, dev_path):
    names, train = read(train_path)
    _, dev = read(dev_path)
    weights = learn(train, numpy.array([EXPECTED.get(name, 0.0) for name in names]))
    for words in (None, {"he", "him", "his", "she", "her"}, {"they", "them", "their"}, {"it", "its"}):
        print("train %d of %d" % accuracy(train, weights, words), "dev %d of %d" % accuracy(dev, weights, words),
              sorted(words or ["all"]), file=sys.stderr)
    print("# feature\tweight")
    for name, weight in zip(names, weights):
        print(f"{name}\t{weight:.3f}")


main(*sys.argv[1:])
