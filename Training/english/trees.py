"""The best tree with one root, by Chu-Liu and Edmonds."""

import numpy as np

IMPOSSIBLE = -1e9
ROOTS_TRIED = 3


def best_heads(scores: np.ndarray) -> np.ndarray:
    """Heads of words 1…n from scores [n, n + 1] of dependent and head (0 is the root)."""
    n = scores.shape[0]
    weights = np.full((n + 1, n + 1), IMPOSSIBLE)
    weights[1:] = scores
    np.fill_diagonal(weights, IMPOSSIBLE)
    heads = arborescence(weights)
    roots = np.where(heads[1:] == 0)[0] + 1
    if len(roots) == 1:
        return heads[1:]
    best_score, best = -np.inf, heads
    for root in sorted(roots, key=lambda root: -weights[root, 0])[:ROOTS_TRIED]:
        single = weights.copy()
        single[1:, 0] = IMPOSSIBLE
        single[root, 0] = weights[root, 0]
        heads = arborescence(single)
        score = single[np.arange(1, n + 1), heads[1:]].sum()
        if score > best_score:
            best_score, best = score, heads
    return best[1:]


def arborescence(weights: np.ndarray) -> np.ndarray:
    heads = weights.argmax(1)
    heads[0] = -1
    cycle = find_cycle(heads)
    if not cycle:
        return heads
    inside = set(cycle)
    rest = [i for i in range(len(weights)) if i not in inside]
    place = {node: k for k, node in enumerate(rest)}
    m = len(rest)
    smaller = np.full((m + 1, m + 1), IMPOSSIBLE)
    smaller[:m, :m] = weights[np.ix_(rest, rest)]
    total = sum(weights[i, heads[i]] for i in cycle)
    enter, leave = {}, {}
    for node in rest:
        enter[node] = max(cycle, key=lambda c: weights[c, node] - weights[c, heads[c]])
        into = enter[node]
        smaller[m, place[node]] = weights[into, node] - weights[into, heads[into]] + total
        if node:
            leave[node] = max(cycle, key=lambda c: weights[node, c])
            smaller[place[node], m] = weights[node, leave[node]]
    smaller[0] = IMPOSSIBLE
    chosen = arborescence(smaller)
    result = heads.copy()
    for node in rest[1:]:
        head = chosen[place[node]]
        result[node] = leave[node] if head == m else rest[head]
    entry = rest[chosen[m]]
    result[enter[entry]] = entry
    return result


def find_cycle(heads: np.ndarray) -> list[int]:
    seen = [0] * len(heads)
    for start in range(1, len(heads)):
        path, node = [], start
        while node > 0 and not seen[node]:
            seen[node] = start
            path.append(node)
            node = int(heads[node])
        if node > 0 and seen[node] == start:
            return path[path.index(node) :]
    return []
