"""Suggestions: two claims of two incidents that are nearly one, for a person to say if they count the same."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from pandas import DataFrame

from factcheck.language.parties import sides_in
from factcheck.language.subjects import Subject
from factcheck.linking.constraints import Constraints, Pair
from factcheck.linking.explain import same_thing
from factcheck.linking.incidents.doubts import Doubt
from factcheck.linking.incidents.features import say
from factcheck.linking.questions.counted import counted_by, with_counted
from factcheck.linking.table import prepare
from factcheck.linking.texts import among
from factcheck.linking.weights import Weights, complete
from factcheck.values import COUNT_KINDS, NARRATIVE_KINDS, Reason, Score

OF_A_KIND = 4
"""Claims of one kind that are looked at in each of two scenes: the first ones of a text tell its totals."""

LITTLE = 0.05
"""Log-odds that are not worth a reason of their own: weights are rounded."""

Record = Mapping[str, object]


@dataclass(frozen=True, slots=True)
class Suggestion:
    """Two claims that may count the same, the smaller id first, and how likely they are of one incident."""

    a: str
    b: str
    score: Score


def nearly_one(linked: DataFrame, doubts: Sequence[Doubt]) -> frozenset[frozenset[str]]:
    """The pairs of incidents of which ``link_and_doubt`` was not sure that they are two."""
    if not doubts:
        return frozenset()
    incident = by_claim(linked, "incident", {claim for d in doubts for claim in (d.one[0], d.other[0])})
    return frozenset(frozenset((incident[d.one[0]], incident[d.other[0]])) for d in doubts)


def suggest(
    linked: DataFrame,
    decided: DataFrame,
    doubts: Sequence[Doubt],
    constraints: Constraints,
    weights: Weights | None = None,
) -> list[Suggestion]:
    """Two claims of each two incidents that are nearly one, the likeliest first; at most one for two incidents.

    ``linked``: the claims with what ``link_and_doubt`` gives; ``decided``: what ``constrain`` made of them.
    Nothing is asked twice: two incidents of which somebody said that they are different, and claims that have
    come together already, are left out.
    """
    wanted = {claim for doubt in doubts for claim in (*doubt.one, *doubt.other)}
    wanted.update(claim for pair in constraints.different for claim in pair)
    incident, question = by_claim(linked, "incident", wanted), by_claim(decided, "question", wanted)
    said = {frozenset(pair) for pair in (*constraints.same, *constraints.different)}
    records = _records(linked, wanted)
    closed = {
        frozenset((incident[a], incident[b]))
        for a, b in constraints.different
        if a in records and b in records and comparable(records[a], records[b]) is not None
    }
    out = []
    for doubt in doubts:
        incidents = frozenset((incident[doubt.one[0]], incident[doubt.other[0]]))
        if incidents in closed:
            continue
        found = _best(doubt, records, question, said)
        if found is not None:
            closed.add(incidents)
            (a, b), same = found
            score = _as_a_whole(say(doubt.features, complete(weights)), doubt.whole)
            out.append(Suggestion(min(a, b), max(a, b), Score(score.value, score.reasons + same)))
    return sorted(out, key=lambda s: (-s.score.value, s.a, s.b))


def _as_a_whole(score: Score, whole: float) -> Score:
    """The score of two scenes, with what the other scenes of their two incidents add to it or take from it."""
    more = round(whole - sum(r.value or 0.0 for r in score.reasons), 2)
    if abs(more) < LITTLE:
        return score
    others = Reason("others", "the other reports of the two incidents", more)
    return Score(float(1 / (1 + np.exp(-whole))), (*score.reasons, others))


def by_claim(table: DataFrame, column: str, claims: Collection[str]) -> dict[str, str]:
    """Claim id -> what the column has of it, for some claims."""
    table = table.loc[among(table["claim"], claims), ["claim", column]]
    return dict(zip(table["claim"].tolist(), table[column].tolist(), strict=True))


def comparable(a: Record, b: Record) -> tuple[Reason, ...] | None:
    """What two claims have in common in what they count, or None when they would be two questions in one incident.

    Both are rows of the prepared table.
    """
    reasons = same_thing(a, b)
    if any(not r.value for r in reasons):
        return None
    if a["kind"] in NARRATIVE_KINDS:
        shared = set(sides_in(str(a["target"]))) & set(sides_in(str(b["target"])))
        return reasons if a["kind"] == "blame" and shared else None
    x, y = counted_by(a), counted_by(b)
    return reasons if _whole(x) and _whole(y) and _may_be_one(x, y) else None


def _whole(subject: Subject) -> bool:
    return not (subject.part or subject.more)


def _may_be_one(x: Subject, y: Subject) -> bool:
    """Not players and soldiers, nor players and passengers: what has no role is told by its nouns."""
    if x.role and y.role:
        return True  # compared as roles
    if x.words and y.words:
        return bool(x.words & y.words)
    return (x.role or y.role) in ("", "people") or not (x.words or y.words)


def _records(linked: DataFrame, wanted: Collection[str]) -> dict[str, Record]:
    table = prepare(linked[among(linked["claim"], wanted)])
    return {str(r["claim"]): with_counted({str(k): v for k, v in r.items()}) for r in table.to_dict("records")}


def _best(
    doubt: Doubt, records: Mapping[str, Record], question: Mapping[str, str], said: Collection[frozenset[str]]
) -> tuple[Pair, tuple[Reason, ...]] | None:
    """The claims of two scenes that have most in common, and what; of the dead before the wounded."""
    for kind in (*COUNT_KINDS, "blame"):
        fits = [
            (reasons, pair)
            for pair in _of_kind(doubt, kind, records)
            if question[pair[0]] != question[pair[1]] and frozenset(pair) not in said
            if (reasons := comparable(records[pair[0]], records[pair[1]])) is not None
        ]
        if fits:
            reasons, pair = max(fits, key=lambda fit: len(fit[0]))  # the first of equals
            return pair, reasons
    return None


def _of_kind(doubt: Doubt, kind: str, records: Mapping[str, Record]) -> Iterator[Pair]:
    one, other = (
        [c for c in claims if records[c]["kind"] == kind][:OF_A_KIND] for claims in (doubt.one, doubt.other)
    )
    return ((a, b) for a in one for b in other)
