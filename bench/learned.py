"""Fits the models that extraction applies (factcheck/extraction/learned.py), and judges them on groups left out.

An example is what is known of a thing (its features, words without a value), the class it is marked with, and the
group (a set of reports, an event) that is left out together. The fit is a multinomial logistic regression with a
ridge on every weight but those of the base; features seen in fewer than ``FEWEST`` examples are not used.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize
from scipy.sparse import csr_matrix
from scipy.special import logsumexp

from factcheck.extraction import learned
from factcheck.extraction.learned import BASE, Model

RIDGE = 1.0
FEWEST = 3
STEPS = 60
"""Steps of the fit; more of them change no chance by 0.01."""
LEAST = 0.03
"""Weights nearer to 0 are written as 0."""

Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Example:
    """A thing's features, its class, the group it belongs to, and how much it counts."""

    features: tuple[str, ...]
    label: str
    group: str
    weight: float = 1.0


def fitted(examples: Sequence[Example], *, ridge: float = RIDGE, fewest: int = FEWEST) -> Model:
    """The model of these examples."""
    seen = Counter(feature for example in examples for feature in set(example.features))
    names = [BASE, *sorted(name for name, times in seen.items() if times >= fewest and name != BASE)]
    rows = {name: at for at, name in enumerate(names)}
    classes = tuple(sorted({example.label for example in examples}))
    table = table_of([example.features for example in examples], rows)
    labels = np.array([classes.index(example.label) for example in examples])
    weights = _fit(table, labels, np.array([e.weight for e in examples]), len(classes), ridge)
    return Model(classes, rows, weights.astype(np.float32))


def table_of(features: Sequence[Sequence[str]], rows: dict[str, int]) -> csr_matrix:
    """A row an example, a column a feature: 1 where it is there."""
    ends, places = [0], []
    for told in features:
        places += [0, *sorted({rows[name] for name in told if name in rows and name != BASE})]
        ends.append(len(places))
    return csr_matrix((np.ones(len(places)), places, ends), shape=(len(features), len(rows)))


def chances(model: Model, features: Sequence[Sequence[str]]) -> Floats:
    """The chances of the model's classes, a row an example."""
    odds = table_of(features, dict(model.rows)) @ model.weights.astype(float)
    found: Floats = np.exp(odds - logsumexp(odds, axis=1, keepdims=True))
    return found


def left_out(examples: Sequence[Example], *, ridge: float = RIDGE, fewest: int = FEWEST) -> list[dict[str, float]]:
    """Each example's chances by the model of all other groups."""
    found: list[dict[str, float]] = [{} for _ in examples]
    for group in sorted({example.group for example in examples}):
        known = fitted([e for e in examples if e.group != group], ridge=ridge, fewest=fewest)
        here = [at for at, example in enumerate(examples) if example.group == group]
        for at, row in zip(here, chances(known, [examples[at].features for at in here]), strict=True):
            found[at] = dict(zip(known.classes, row.tolist(), strict=True))
    return found


def write(model: Model, path: Path, *, least: float = LEAST) -> None:
    """The table that extraction reads holds the model, without weights near 0."""
    kept = {}
    for name, at in model.rows.items():
        row = [0.0 if abs(w) < least else round(float(w), 2) for w in model.weights[at]]
        if name == BASE or any(row):
            kept[name] = row
    learned.write(path, model.classes, kept)


def _fit(table: csr_matrix, labels: NDArray[np.int64], counts: Floats, classes: int, ridge: float) -> Floats:
    marked = np.zeros((table.shape[0], classes))
    marked[np.arange(len(labels)), labels] = 1
    pulled = np.full((table.shape[1], 1), ridge)
    pulled[0] = 0.01  # the base
    turned = table.T.tocsr()

    def loss(flat: Floats) -> tuple[float, Floats]:
        weights = flat.reshape(-1, classes)
        odds = table @ weights
        total = logsumexp(odds, axis=1, keepdims=True)
        value = -float((counts[:, None] * marked * (odds - total)).sum()) + float((pulled * weights**2).sum()) / 2
        slope = turned @ (counts[:, None] * (np.exp(odds - total) - marked)) + pulled * weights
        return value, slope.ravel()

    start = np.zeros(table.shape[1] * classes)
    found = minimize(loss, start, jac=True, method="L-BFGS-B", options={"maxiter": STEPS})
    return np.asarray(found.x).reshape(-1, classes)
