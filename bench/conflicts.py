"""Fits the weights by which comparing tells conflicts from possible ones (factcheck/comparison/doubt.py).

    python -m bench.conflicts            each set judged by weights of the others: reported, and those that are
    python -m bench.conflicts --write    also writes data/lexicons/conflict_weights.csv

What is learnt from are the pairs of claims, as read from the marked reports, that contradict each other in one
question; a pair is one when its question is found to be a marked conflict, as ``bench.quality`` finds them. Every
question counts once, those of sets that rules were made on by half. Blind sets are judged and never learnt from.
"""

from __future__ import annotations

import argparse
import json
import math
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize

from bench import quality
from bench.signs import write_signs
from factcheck import linking
from factcheck.comparison import PositionPair, compare
from factcheck.comparison.answers import answers
from factcheck.comparison.doubt import AT_LEAST, BIAS, signs
from factcheck.comparison.verdicts import RIVALS
from factcheck.resources import LEXICONS

TABLE = LEXICONS / "conflict_weights.csv"
_ABOUT = "How much what two contradicting claims have in common speaks for a conflict, in log-odds."
RIDGE, FEWEST, LEAST = 6.0, 5, 0.02
READ = 0.5
"""How much a question of a set counts on which rules were made."""
STEPS = (0.35, AT_LEAST, 0.45, 0.5, 0.55)

Floats = NDArray[np.float64]
Weights = Mapping[str, float]


@dataclass(frozen=True, slots=True)
class Asked:
    """A question of which two claims at least contradict each other: the signs of each such pair, and whether it
    is a marked conflict."""

    pairs: tuple[tuple[str, ...], ...]
    one: bool


def asked(name: str) -> list[Asked]:
    """The questions with rivals among what is read from a set's reports."""
    return [Asked(pairs, one) for pairs, one in _judged(name) if pairs]


def _judged(name: str) -> Iterator[tuple[tuple[tuple[str, ...], ...], bool]]:
    claims, rows = quality.linked(name, given=False)
    marked = {c["claim"]: g["question"] for c, g in quality.paired(rows, quality.gold(name))}
    lines = (quality.SETS / name / "conflicts.jsonl").read_text("utf-8").splitlines()
    conflicts = {e["question"] for line in lines if (e := json.loads(line))["verdict"] == "conflict"}
    table = claims.drop(columns=["stored_question", "stored_incident"])
    table = table.merge(linking.link(table), on="claim")
    told = {a.claim: a for a in answers(table)}
    members = table.groupby("question")["claim"].agg(list)
    for verdict in compare(table):
        of_question = members[verdict.question]
        own: list[PositionPair] = []
        beside: list[PositionPair] = []
        for pair in verdict.pairs:
            if pair.verdict.outcome in RIVALS:
                inside = pair.claim_a in of_question and pair.claim_b in of_question
                (own if inside else beside).append(pair)
        for found, claims_of in [(own, of_question), *(([p], [p.claim_a, p.claim_b]) for p in beside)]:
            names = [marked[c] for c in claims_of if c in marked]
            if not names:
                continue
            main = {n for n in names if 2 * names.count(n) >= len(names) and names.count(n) > 1}
            type_ = "part" if found is not own else ""
            pairs = (
                tuple(dict.fromkeys(signs(told[p.claim_a], told[p.claim_b], type_, len(of_question))))
                for p in found
            )
            yield tuple(pairs), bool(main & conflicts)


def fitted(sets: Mapping[str, Sequence[Asked]]) -> Weights:
    """The weight of every sign that several pairs have."""
    told = [
        (pair, one.one, (1.0 if name in quality.TEACHING else READ) / len(one.pairs))
        for name, questions in sets.items()
        for one in questions
        for pair in one.pairs
    ]
    seen: dict[str, int] = {}
    for pair, _, _ in told:
        for sign in pair:
            seen[sign] = seen.get(sign, 0) + 1
    names = [BIAS, *sorted(sign for sign, times in seen.items() if times >= FEWEST)]
    table = np.array([[name == BIAS or name in pair for name in names] for pair, _, _ in told], dtype=float)
    right = np.array([one for _, one, _ in told], dtype=float)
    weight = np.array([w for _, _, w in told])

    def loss(weights: Floats) -> tuple[float, Floats]:
        odds = table @ weights
        value = float(weight @ (np.logaddexp(0, odds) - right * odds))
        value += RIDGE * float(weights[1:] @ weights[1:]) / 2
        slope = table.T @ (weight * (1 / (1 + np.exp(-odds)) - right))
        slope[1:] += RIDGE * weights[1:]
        return value, slope

    found = minimize(loss, np.zeros(len(names)), jac=True, method="L-BFGS-B", options={"maxiter": 500}).x
    return {name: w for name, w in zip(names, found.tolist(), strict=True) if abs(w) >= LEAST or name == BIAS}


def chance(one: Asked, weights: Weights) -> float:
    """The chance of the likeliest pair."""
    odds = (weights[BIAS] + sum(weights.get(sign, 0.0) for sign in pair) for pair in one.pairs)
    return max(1 / (1 + math.exp(-odd)) for odd in odds)


def judged(told: Iterable[tuple[Asked, float]]) -> str:
    """How many of the questions that are likelier than each step are conflicts."""
    found = list(told)
    parts = [f"{sum(one.one for one, _ in found)} of {len(found)}"]
    for step in STEPS:
        kept = [one for one, sure in found if sure >= step]
        right = sum(one.one for one in kept)
        parts.append(f">={step}: {right} of {len(kept)} ({right / max(1, len(kept)):.3f})")
    return "  ".join(parts)


def main() -> None:
    """Prints how well conflicts of sets left out are told, and writes the weights when asked."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--write", action="store_true", help="write the weights")
    wanted = parser.parse_args()
    known = [name for name in quality.sets() if name != "demo"]
    sets = {name: asked(name) for name in [*known, "demo", *quality.sets(unread=True)]}
    groups: dict[str, list[tuple[Asked, float]]] = {}
    for name, questions in sets.items():
        weights = fitted({other: sets[other] for other in known if other != name})
        told = [(one, chance(one, weights)) for one in questions]
        print(f"{name:16} {judged(told)}", flush=True)
        kind = "unread" if name.endswith("_blind") else "teaching" if name in quality.TEACHING else "read"
        groups.setdefault("demo" if name == "demo" else kind, []).extend(told)
    for kind, told in groups.items():
        print(f"{kind:16} {judged(told)}")
    if wanted.write:
        write_signs(TABLE, "bench.conflicts", _ABOUT, fitted({name: sets[name] for name in known}), BIAS)


if __name__ == "__main__":
    main()
