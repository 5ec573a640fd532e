"""Fits a choice among candidates: a conditional logistic regression over what is told of each.

A choice is a thing (a page whose days, a claim whose voice is asked for) with its candidates, the features of
each, and the right ones. The chance of a candidate is in proportion to the exponential of the sum of its weights.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Generic, Protocol, TypeVar

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize
from scipy.sparse import csr_matrix

from factcheck.extraction import learned
from factcheck.resources import LEARNED

RIDGE, FEWEST = 2.0, 5
"""Pull of the weights towards 0, and things that must have a feature."""
STEPS = 300
LEAST = 0.02
"""Weights nearer to 0 are not written."""

Floats = NDArray[np.float64]
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Choice(Generic[T]):
    """A thing of a set: candidates with their features, what the rules say, which are right, what it counts."""

    set: str
    found: Mapping[T, Sequence[str]]
    rule: T
    right: frozenset[T]
    weight: float = 1.0


def fitted(choices: Iterable[Choice[Any]], *, ridge: float = RIDGE, fewest: int = FEWEST) -> dict[str, float]:
    """The weight of every feature that several things have; things without a right candidate teach nothing."""
    seen = [choice for choice in choices if choice.right & choice.found.keys()]
    times = Counter(one for choice in seen for told in choice.found.values() for one in set(told))
    names = {name: at for at, name in enumerate(sorted(n for n, count in times.items() if count >= fewest))}
    ends, columns, starts, right = [0], list[int](), list[int](), list[bool]()
    for choice in seen:
        starts.append(len(right))
        for candidate, told in choice.found.items():
            columns += sorted({names[one] for one in told if one in names})
            ends.append(len(columns))
            right.append(candidate in choice.right)
    table = csr_matrix((np.ones(len(columns)), columns, ends), shape=(len(right), len(names)))
    found = _fit(table, np.array(starts), np.array(right, dtype=float), np.array([c.weight for c in seen]), ridge)
    return dict(zip(names, found.tolist(), strict=True))


def _fit(table: csr_matrix, starts: NDArray[np.int64], right: Floats, counts: Floats, ridge: float) -> Floats:
    thing = np.repeat(np.arange(len(starts)), np.diff(np.append(starts, table.shape[0])))
    turned = table.T.tocsr()

    def loss(weights: Floats) -> tuple[float, Floats]:
        odds = table @ weights
        shares = np.exp(odds - np.maximum.reduceat(odds, starts)[thing])
        whole, hit = np.add.reduceat(shares, starts), np.add.reduceat(shares * right, starts) + 1e-300
        value = float((counts * (np.log(whole) - np.log(hit))).sum()) + ridge * float(weights @ weights) / 2
        slope = turned @ ((shares / whole[thing] - shares * right / hit[thing]) * counts[thing])
        return value, slope + ridge * weights

    start = np.zeros(table.shape[1])
    return np.asarray(minimize(loss, start, jac=True, method="L-BFGS-B", options={"maxiter": STEPS}).x)


def write(model: str, weights: Mapping[str, float]) -> None:
    """The table that extraction reads holds these weights, without those near 0."""
    kept = {name: [round(w, 2)] for name, w in weights.items() if abs(w) >= LEAST}
    learned.write(LEARNED / f"{model}.csv.gz", ("right",), {learned.BASE: [0.0], **kept})


Weights = Mapping[str, float]
J = TypeVar("J", bound="Judged")


class Judged(Protocol):
    """What is left out: of a set, with the rules' candidate and the right ones."""

    @property
    def set(self) -> str:
        """The set that it belongs to."""

    @property
    def found(self) -> Mapping[Any, Any]:
        """Its candidates."""

    @property
    def rule(self) -> Any:
        """What the rules say."""

    @property
    def right(self) -> frozenset[Any]:
        """The right candidates."""


def left_out(
    judged: Sequence[J],
    fit: Callable[[Iterable[J]], Weights],
    choose: Callable[[J, Weights, float], Any],
    margins: Sequence[float],
    counts: Callable[[str], bool] = bool,
    noun: str = "choices",
) -> Iterator[str]:
    """A line a set: what is right by the rules, and what weights of all other sets gain and lose, by margin.

    ``counts``: whether a set counts in the last line, which is of all of them.
    """
    whole: Counter[tuple[float, str]] = Counter()
    for name in dict.fromkeys(one.set for one in judged):
        weights = fit(one for one in judged if one.set != name)
        here: Counter[tuple[float, str]] = Counter()
        for one in (one for one in judged if one.set == name):
            before = one.rule in one.right
            here[0.0, "all"] += 1
            here[0.0, "rules"] += before
            here[0.0, "within"] += bool(one.right & one.found.keys())
            for margin in margins:
                after = choose(one, weights, margin) in one.right
                here[margin, "gained"] += after > before
                here[margin, "lost"] += before > after
        yield f"{name:10} {_line(here, margins, noun)}"
        if counts(name):
            whole += here
    yield f"{'together':10} {_line(whole, margins, noun)}"


def _line(told: Counter[tuple[float, str]], margins: Sequence[float], noun: str) -> str:
    number, rules, within = (told[0.0, one] for one in ("all", "rules", "within"))
    by = "  ".join(f"{m}: +{told[m, 'gained']} -{told[m, 'lost']}" for m in margins)
    return f"{number:5} {noun}, right {rules}, among the candidates {within}; by margin  {by}"
