"""Models learnt from marked reports: which class each of several features speaks for, and how strongly.

A model is a multinomial logistic regression: the chance of a class is in proportion to the exponential of the sum
of its weights over the features that are there. It lies as one table in ``data/learned``: a row a feature, a
column a class. ``bench/learned.py`` fits and writes such tables.
"""

from __future__ import annotations

import csv
import gzip
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from factcheck.errors import FactcheckError
from factcheck.resources import LEARNED

BASE = "base"
"""The feature that is always there."""

REASONS = 4
"""So many features are named as what spoke loudest."""

Floats = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Model:
    """The classes in order, and a row of weights (one a class) for every feature."""

    classes: tuple[str, ...]
    rows: Mapping[str, int]
    weights: Floats

    def odds(self, features: Iterable[str]) -> Floats:
        """The log-odds of the classes, up to what all share; a feature that was never seen weighs nothing."""
        known = self.rows
        found = [known[BASE], *(known[feature] for feature in features if feature in known)]
        total: Floats = self.weights[found].sum(axis=0)
        return total

    def odds_of(self, examples: Sequence[Iterable[str]]) -> Floats:
        """The same for many at once: a row an example."""
        known, base = self.rows, self.rows[BASE]
        found: list[int] = []
        begins = []
        for features in examples:
            begins.append(len(found))
            found.append(base)
            found += [known[feature] for feature in features if feature in known]
        if not begins:
            return np.zeros((0, len(self.classes)), dtype=np.float32)
        totals: Floats = np.add.reduceat(self.weights[found], begins, axis=0)
        return totals

    def chances(self, features: Iterable[str]) -> dict[str, float]:
        """The chance (0 to 1) of every class."""
        odds = self.odds(features)
        shares = np.exp(odds - odds.max())
        return dict(zip(self.classes, (shares / shares.sum()).tolist(), strict=True))

    def reasons(self, features: Iterable[str], chosen: str) -> list[tuple[str, float]]:
        """What speaks for a class against the mean of the others, each with that weight, the loudest first."""
        at = self.classes.index(chosen)
        told = []
        for feature in dict.fromkeys(features):
            if feature in self.rows:
                row = self.weights[self.rows[feature]]
                told.append((feature, float(row[at] - (row.sum() - row[at]) / (len(row) - 1))))
        return sorted((one for one in told if one[1] > 0), key=lambda one: -one[1])


@cache
def model(name: str) -> Model:
    """The model of ``data/learned/<name>.csv.gz``.

    Raises:
        FactcheckError: the file is missing or is no such table.
    """
    path = LEARNED / f"{name}.csv.gz"
    try:
        with gzip.open(path, "rt", encoding="utf-8", newline="") as file:
            header, *table = csv.reader(file)
        weights = np.array([[float(cell or 0) for cell in row[1:]] for row in table], dtype=np.float32)
        rows = {row[0]: at for at, row in enumerate(table)}
    except (OSError, ValueError, EOFError) as error:
        raise FactcheckError(f"The learnt weights {path} cannot be read: {error}.") from error
    if BASE not in rows:
        raise FactcheckError(f"The learnt weights {path} have no row '{BASE}'.")
    return Model(tuple(header[1:]), rows, weights)


@cache
def weights_of(name: str) -> Mapping[str, float]:
    """The weights of a model with one class, by feature: of a choice among candidates."""
    found = model(name)
    return {feature: float(found.weights[at, 0]) for feature, at in found.rows.items()}


def for_and_against(
    told: Iterable[str], others: Iterable[str], weights: Mapping[str, float]
) -> list[tuple[str, float]]:
    """What speaks for one candidate against another, with that weight, the loudest first; ``not:`` before what
    speaks against the other."""
    one, other = set(told), set(others)
    loud = [(weights.get(name, 0.0), name) for name in one - other]
    loud += [(-weights.get(name, 0.0), f"not: {name}") for name in other - one]
    return [(name, weight) for weight, name in sorted(loud, reverse=True) if weight > 0]


def write(path: Path, classes: Sequence[str], weights: Mapping[str, Sequence[float]]) -> None:
    """The table lies at ``path``; cells of 0 are empty, and the file is the same for the same weights."""
    with path.open("wb") as raw, gzip.GzipFile(filename="", mode="wb", fileobj=raw, mtime=0) as packed:
        lines = [",".join(_quoted(cell) for cell in ("feature", *classes))]
        for feature, row in sorted(weights.items()):
            lines.append(",".join((_quoted(feature), *map(_short, row))))
        packed.write(("\n".join(lines) + "\n").encode("utf-8"))


def _short(weight: float) -> str:
    return f"{weight:.2f}".rstrip("0").rstrip(".") if weight else ""


def _quoted(cell: str) -> str:
    return '"' + cell.replace('"', '""') + '"' if any(mark in cell for mark in ',"\n') else cell
