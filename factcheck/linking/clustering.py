"""Clustering: from scored pairs to groups, by average likeness: no chain leads from one incident into the next.

What becomes of a group is decided by the pairs inside the part of the graph that hangs together, by nothing else.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import coo_array
from scipy.sparse.csgraph import connected_components

from factcheck.linking.loops.joining import best_of_each, hang_together, in_order_of

UNSEEN = -3.0
"""What a pair that was not worth looking at counts in the average; of them at most as many as were looked at, for
in an incident that hundreds tell of not all pairs are."""

MOST = 6.0
"""Scores count up to here, and down to as much below: one pair never decides for a whole group."""

Ints = NDArray[np.int64]
Floats = NDArray[np.float64]


def groups(n: int, left: Ints, right: Ints) -> Ints:
    """A group number for each of n items: two items are in one group when a chain of pairs joins them."""
    graph = coo_array((np.ones(len(left), dtype=np.int8), (left, right)), shape=(n, n))
    _, label = connected_components(graph, directed=False)
    return np.asarray(label, dtype=np.int64)


def by_average(
    n: int, left: Ints, right: Ints, score: Floats, earliest: Ints, latest: Ints, most_days: int
) -> Ints:
    """Groups whose pairs score 0 and more on average, none with more than so many days between its dates.

    Each round joins the groups that are each other's best; a group number is the smallest number of its items.
    """

    return join_groups(np.arange(n), (left, right, score), (earliest, latest), most_days)


def join_groups(
    label: Ints, pairs: tuple[Ints, Ints, Floats], days: tuple[Ints, Ints], most_days: int | None = None
) -> Ints:
    """Groups joined to larger ones whose pairs score 0 and more on average.

    ``label``: the group of each item, the smallest number of its items.
    ``days``: the first and the last day of each item, with no more than ``most_days`` between those of a group.
    """
    n = len(label)
    left, right, score = pairs
    likely = np.flatnonzero(score >= 0)
    part = hang_together(n, np.r_[left[likely], np.arange(n)], np.r_[right[likely], label])
    inside = np.flatnonzero(part[left] == part[right])
    left, right, total, count = _contract(
        n,
        label[left[inside]],
        label[right[inside]],
        np.clip(score[inside], -MOST, MOST),
        np.ones(len(inside), int),
    )
    size = np.bincount(label, minlength=n)
    earliest, latest = np.full(n, days[0].max(initial=0)), np.full(n, days[1].min(initial=0))
    np.minimum.at(earliest, label, days[0])
    np.maximum.at(latest, label, days[1])
    while len(left):
        unseen = np.minimum(size[left] * size[right] - count, count)
        mean = (total + UNSEEN * unseen) / (count + unseen)
        if most_days is not None:
            spread = np.maximum(latest[left], latest[right]) - np.minimum(earliest[left], earliest[right])
            mean[spread > most_days] = -np.inf
        a, b = _each_others_best(n, left, right, mean)
        if not len(a):
            break
        label_of = np.arange(n)
        label_of[b] = a
        size[a] += size[b]
        earliest[a], latest[a] = np.minimum(earliest[a], earliest[b]), np.maximum(latest[a], latest[b])
        label = label_of[label]
        alive = mean > -np.inf
        left, right, total, count = _contract(
            n, label_of[left[alive]], label_of[right[alive]], total[alive], count[alive]
        )
    return label


def _each_others_best(n: int, left: Ints, right: Ints, mean: Floats) -> tuple[Ints, Ints]:
    """The pairs of which each is the other's best, the smaller number first; of equals the smallest is best."""
    best = best_of_each(n, left, right, mean)
    one = np.flatnonzero(best > np.arange(n))
    one = one[best[best[one]] == one]
    return one, best[one]


def _contract(n: int, left: Ints, right: Ints, total: Floats, count: Ints) -> tuple[Ints, Ints, Floats, Ints]:
    """The pairs between groups, each once, with the sum and the number of what was seen."""
    between = left != right
    left, right, total, count = left[between], right[between], total[between], count[between]
    code = np.minimum(left, right) * n + np.maximum(left, right)
    if (code[1:] > code[:-1]).all():
        return code // n, code % n, total, count
    order = in_order_of(code, total)
    code = code[order]
    begin = np.flatnonzero(np.r_[True, code[1:] != code[:-1]]) if len(code) else np.zeros(0, dtype=np.int64)
    if not len(begin):
        return left, right, total, count
    code = code[begin]
    return code // n, code % n, np.add.reduceat(total[order], begin), np.add.reduceat(count[order], begin)
