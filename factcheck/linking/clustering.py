"""Clustering: from scored pairs to groups, with a guard against chains from one incident into the next."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import coo_array
from scipy.sparse.csgraph import connected_components

STEPS = (0.0, 0.75, 1.5, 2.5, 4.0, 6.0)
"""By how much the threshold rises, step by step, in a group that fails the guard; then it falls apart."""


def groups(n: int, left: NDArray[np.int64], right: NDArray[np.int64]) -> NDArray[np.int64]:
    """A group number for each of n items: two items are in one group when a chain of pairs joins them."""
    graph = coo_array((np.ones(len(left), dtype=np.int8), (left, right)), shape=(n, n))
    _, label = connected_components(graph, directed=False)
    return np.asarray(label, dtype=np.int64)


def guarded(
    n: int,
    left: NDArray[np.int64],
    right: NDArray[np.int64],
    score: NDArray[np.float64],
    broken: Callable[[NDArray[np.int64]], NDArray[np.bool_]],
    *,
    threshold: float = 0.0,
) -> NDArray[np.int64]:
    """Groups of pairs that score at least the threshold; a group that is ``broken`` needs a higher one.

    ``broken`` takes group numbers (one an item) and tells for each item whether its group breaks the guard.
    """
    label = np.arange(n)
    kept = np.zeros(len(left), dtype=bool)
    open_ = np.ones(n, dtype=bool)
    for step in STEPS:
        trial = kept | (open_[left] & open_[right] & (score >= threshold + step))
        label = groups(n, left[trial], right[trial])
        bad = broken(label)
        kept = trial & ~bad[left]
        open_ = bad
        if not bad.any():
            return label
    return groups(n, left[kept], right[kept])
