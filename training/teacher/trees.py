"""The best dependency tree under the teacher's scores (Chu and Liu 1965, Edmonds 1967)."""

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float64]


def best_heads(scores: Array) -> list[int]:
    """Return each word's head, 0 for the one root, so that the heads make a tree.

    Args:
        scores: Words by heads, head 0 the root; higher is better.
    """
    n = len(scores)
    square = np.full((n + 1, n + 1), -np.inf)
    square[1:, :] = scores
    np.fill_diagonal(square, -np.inf)
    heads = _arborescence(square)
    roots = [word for word in range(1, n + 1) if heads[word] == 0]
    if len(roots) > 1:
        heads = max((_rooted_at(square, root) for root in roots), key=lambda h: _sum(square, h))
    return [int(head) for head in heads[1:]]


def _sum(square: Array, heads: NDArray[np.int64]) -> float:
    return float(sum(square[word, heads[word]] for word in range(1, len(heads))))


def _rooted_at(square: Array, root: int) -> NDArray[np.int64]:
    only = square.copy()
    only[1:, 0] = -np.inf
    only[root, 0] = square[root, 0]
    return _arborescence(only)


def _arborescence(square: Array) -> NDArray[np.int64]:
    heads = square.argmax(1)
    heads[0] = 0
    cycle = _cycle(heads)
    if not cycle:
        return heads
    inside = np.zeros(len(square), dtype=bool)
    inside[cycle] = True
    outside = np.flatnonzero(~inside)
    members = np.array(cycle)
    kept = square[members, heads[members]]
    # The cycle becomes one node, the last; entering it breaks the arc of the member entered.
    entering = square[np.ix_(members, outside)] - kept[:, None]
    leaving = square[np.ix_(outside, members)]
    small = np.full((len(outside) + 1,) * 2, -np.inf)
    small[:-1, :-1] = square[np.ix_(outside, outside)]
    small[-1, :-1] = entering.max(0)
    small[:-1, -1] = leaving.max(1)
    found = _arborescence(small)
    result = heads.copy()
    for at, word in enumerate(outside):
        if at:
            head = found[at]
            result[word] = members[leaving[at].argmax()] if head == len(outside) else outside[head]
    entry = members[entering[:, found[-1]].argmax()]
    result[entry] = outside[found[-1]]
    return result


def _cycle(heads: NDArray[np.int64]) -> list[int]:
    state = [0] * len(heads)  # 0 unseen, 1 on the way, 2 done
    state[0] = 2
    for start in range(1, len(heads)):
        path = []
        word = start
        while state[word] == 0:
            state[word] = 1
            path.append(word)
            word = int(heads[word])
        if state[word] == 1:
            return path[path.index(word) :]
        for done in path:
            state[done] = 2
    return []
