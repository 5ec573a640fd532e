"""Fits the weights by which one of several candidates is chosen: a conditional logit with a ridge."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize
from scipy.sparse import csr_matrix

FEWEST = 5
"""Features of fewer choices are not used."""
STEPS = 300

Floats = NDArray[np.float64]
Candidate = tuple[Sequence[str], bool]
"""A candidate's features, and whether it is right."""


def fitted_choice(choices: Sequence[Sequence[Candidate]], counts: Floats, ridge: float) -> dict[str, float]:
    """The weight of every feature; several candidates of a choice may be right, one at least.

    ``counts``: how much each choice counts.
    """
    times = Counter(one for choice in choices for told, _ in choice for one in set(told))
    names = {name: at for at, name in enumerate(sorted(n for n, seen in times.items() if seen >= FEWEST))}
    ends, columns, starts, right = [0], list[int](), list[int](), list[bool]()
    for choice in choices:
        starts.append(len(right))
        for told, is_right in choice:
            columns += sorted({names[one] for one in told if one in names})
            ends.append(len(columns))
            right.append(is_right)
    table = csr_matrix((np.ones(len(columns)), columns, ends), shape=(len(right), len(names)))
    weights = _fit(table, np.array(starts), np.array(right, dtype=float), counts, ridge)
    return dict(zip(names, weights.tolist(), strict=True))


def _fit(table: csr_matrix, starts: NDArray[np.int64], right: Floats, counts: Floats, ridge: float) -> Floats:
    choice = np.repeat(np.arange(len(starts)), np.diff(np.append(starts, table.shape[0])))
    turned = table.T.tocsr()

    def loss(weights: Floats) -> tuple[float, Floats]:
        odds = table @ weights
        shares = np.exp(odds - np.maximum.reduceat(odds, starts)[choice])
        whole, hit = np.add.reduceat(shares, starts), np.add.reduceat(shares * right, starts) + 1e-300
        value = float((counts * (np.log(whole) - np.log(hit))).sum()) + ridge * float(weights @ weights) / 2
        slope = turned @ ((shares / whole[choice] - shares * right / hit[choice]) * counts[choice])
        return value, slope + ridge * weights

    start = np.zeros(table.shape[1])
    return np.asarray(minimize(loss, start, jac=True, method="L-BFGS-B", options={"maxiter": STEPS}).x)
