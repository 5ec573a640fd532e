"""Fits the weights by which linking tells whether two counts answer one question (factcheck/linking/likeness.py).

    python -m bench.questions            each set judged by weights of the others: pairs of one question found
    python -m bench.questions --write    also writes data/lexicons/question_weights.csv

Pairs are of the marked counts of one event, given as records, of one kind and of days that are not weeks apart.
The fit is a logistic regression with a ridge. Blind sets are judged and never learnt from.
"""

from __future__ import annotations

import argparse
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize
from scipy.sparse import csr_matrix

from bench import quality
from bench.signs import write_signs
from factcheck.linking.likeness import BIAS, Told, signs
from factcheck.linking.questions.counted import count_of
from factcheck.linking.questions.unlike import told_of
from factcheck.linking.table import prepare
from factcheck.resources import LEXICONS
from factcheck.values import NARRATIVE_KINDS

TABLE = LEXICONS / "question_weights.csv"
_ABOUT = "How much what two counts have in common speaks for one question, in log-odds."
RIDGE, FEWEST, LEAST = 2.0, 12, 0.02
WEEKS = 40
"""Days between two claims from which nobody would ask whether they answer one question."""
STEPS = (0.05, 0.1, 0.2, 0.3, 0.5)

Floats = NDArray[np.float64]
Weights = Mapping[str, float]


@dataclass(frozen=True, slots=True)
class Pair:
    """Two claims: what they have in common, whether they are marked with one question, and linked to one;
    how much the pair counts in a fit."""

    signs: tuple[str, ...]
    one: bool
    linked: bool
    weight: float = 1.0


def pairs(name: str) -> Iterator[Pair]:
    """The pairs of a set's marked counts, given as records."""
    claims, rows = quality.linked(name, given=True)
    marks = {claim["claim"]: mark for claim, mark in quality.paired(rows, quality.gold(name))}
    linked = dict(zip(claims["claim"], claims["stored_question"], strict=True))
    by_event: dict[str, list[tuple[Told, str, str]]] = defaultdict(list)
    for row, record in enumerate(prepare(claims).to_dict("records")):
        mark = marks.get(record["claim"])
        if mark is not None and mark["kind"] not in NARRATIVE_KINDS:
            told = told_of(count_of(row, {str(name): value for name, value in record.items()}))
            by_event[mark["doc"].split("/")[0]].append((told, mark["question"], linked[record["claim"]]))
    for counts in by_event.values():
        for (a, asked, here), (b, other, there) in combinations(counts, 2):
            if a.kind == b.kind and not _weeks_apart(a, b):
                yield Pair(tuple(dict.fromkeys(signs(a, b))), asked == other, here == there)


def _weeks_apart(a: Told, b: Told) -> bool:
    if a.first is None or a.last is None or b.first is None or b.last is None:
        return False
    return max(a.first - b.last, b.first - a.last) > WEEKS


def fitted(told: Sequence[Pair], *, ridge: float = RIDGE, fewest: int = FEWEST) -> Weights:
    """The weight of every sign that several pairs have."""
    seen: dict[str, int] = defaultdict(int)
    for pair in told:
        for sign in pair.signs:
            seen[sign] += 1
    names = [BIAS, *sorted(name for name, times in seen.items() if times >= fewest)]
    table, right = _table(told, names), np.array([pair.one for pair in told], dtype=float)
    counts = np.array([pair.weight for pair in told])

    def loss(weights: Floats) -> tuple[float, Floats]:
        odds = table @ weights
        value = float(counts @ (np.logaddexp(0, odds) - right * odds))
        value += ridge * float(weights[1:] @ weights[1:]) / 2
        slope = table.T @ (counts * (1 / (1 + np.exp(-odds)) - right))
        slope[1:] += ridge * weights[1:]
        return value, slope

    found = minimize(loss, np.zeros(len(names)), jac=True, method="L-BFGS-B", options={"maxiter": 500}).x
    return {name: w for name, w in zip(names, found.tolist(), strict=True) if abs(w) >= LEAST or name == BIAS}


def _table(told: Sequence[Pair], names: Sequence[str]) -> csr_matrix:
    column = {name: at for at, name in enumerate(names)}
    ends, places = [0], list[int]()
    for pair in told:
        places += [0, *(column[sign] for sign in pair.signs if sign in column)]
        ends.append(len(places))
    return csr_matrix((np.ones(len(places)), places, ends), shape=(len(told), len(names)))


def chances(told: Sequence[Pair], weights: Weights) -> Floats:
    """The chance of each pair to be one."""
    names = list(weights)
    return np.asarray(1 / (1 + np.exp(-(_table(told, names) @ np.array([weights[name] for name in names])))))


def judged(told: Sequence[Pair], weights: Weights) -> str:
    """Precision and recall of pairs as linked, and without those that are less likely than a step."""
    one, linked, sure = (
        np.array(x) for x in ([p.one for p in told], [p.linked for p in told], chances(told, weights))
    )
    out = [f"{len(told):6} pairs, {int(one.sum()):5} one; linked {share(one, linked)}"]
    out += [f">={step}: {share(one, linked & (sure >= step))}" for step in STEPS]
    return "  ".join((*out, f"alone >=.5: {share(one, sure >= 0.5)}"))


def share(one: NDArray[np.bool_], found: NDArray[np.bool_]) -> str:
    """Precision and recall of what was found, as text."""
    right = int((one & found).sum())
    return f"{right / max(1, int(found.sum())):.2f}/{right / max(1, int(one.sum())):.2f}"


def main() -> None:
    """Prints how well pairs are told in sets left out, and writes the weights when asked."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--write", action="store_true", help="write the weights")
    asked = parser.parse_args()
    known = {name: list(pairs(name)) for name in quality.sets()}
    sets = known | {name: list(pairs(name)) for name in quality.sets(unread=True)}
    for name, told in sets.items():
        others = [pair for other, more in known.items() if other != name for pair in more]
        print(f"{name:13} {judged(told, fitted(others))}", flush=True)
    if asked.write:
        write_signs(
            TABLE, "bench.questions", _ABOUT, fitted([pair for told in known.values() for pair in told]), BIAS
        )


if __name__ == "__main__":
    main()
