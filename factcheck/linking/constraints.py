"""People's decisions as constraints: which claims answer the same question, and which do not."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

import pandas as pd
from pandas import DataFrame

from factcheck.values import COUNT_KINDS

Pair = tuple[str, str]
"""The ids of two claims."""

_TAKEN_OVER = (
    "question_label", "subject", "incident", "incident_label", "incident_start", "incident_end", "incident_place",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Constraints:
    """What people said of pairs of claims, oldest first: they answer the same question, or they do not."""

    same: Sequence[Pair] = ()
    different: Sequence[Pair] = ()


@dataclass(slots=True)
class _Questions:
    """The claims of each question, and the question of each claim, while they are moved."""

    members: dict[str, list[str]]
    home: dict[str, str]
    told: Mapping[str, tuple[tuple[object, ...], object]]  # claim -> its answer and its voice
    alarms: list[str] = field(default_factory=list)


def constrain(
    linked: DataFrame, constraints: Constraints, nearly_one: Collection[frozenset[str]] = ()
) -> tuple[DataFrame, list[str]]:
    """The claims' questions as people decided, and an alarm in words for each decision that could not be obeyed.

    ``linked`` is the claims' DataFrame merged with what ``link`` gives. First what is different goes apart, each
    claim with those of its question that give its answer; then what is the same comes together, question by
    question, unless that joins two claims that are said to be different. Two questions of two incidents are joined
    with an alarm: their claims stand in one of them, all else of the two stays apart. Where the two were
    ``nearly_one`` the decision says what linking could not tell, and there is no alarm.
    """
    if linked.empty or not (constraints.same or constraints.different):
        return linked, []
    questions = _read(linked)
    before = dict(questions.home)
    for a, b in constraints.different:
        _part(questions, a, b)
    incident_of = dict(zip(linked["claim"], linked["incident"], strict=True))
    for a, b in constraints.same:
        _join(questions, a, b, constraints.different, incident_of, nearly_one)
    if questions.home == before:
        return linked, questions.alarms
    return _moved(linked, questions), questions.alarms


def _read(linked: DataFrame) -> _Questions:
    members: dict[str, list[str]] = defaultdict(list)
    told: dict[str, tuple[tuple[object, ...], object]] = {}
    columns = ("claim", "question", "kind", "low", "high", "target", "claimant", "source")
    for claim, question, *said, target, claimant, source in zip(*(linked[c] for c in columns), strict=True):
        members[question].append(claim)
        answer = (*("" if _missing(x) else x for x in said), "" if _missing(target) else target)
        told[claim] = answer, source if _missing(claimant) else claimant
    return _Questions(members, dict(zip(linked["claim"], linked["question"], strict=True)), told)


def _missing(value: object) -> bool:
    return value is None or value != value or value is pd.NaT


def _part(questions: _Questions, a: str, b: str) -> None:
    """The second of two claims has left the question of the first, and those that say what it says with it."""
    home = questions.home.get(a)
    if home is None or home != questions.home.get(b):
        return
    going = [c for c in questions.members[home] if c == b or (c != a and _goes_with(questions, c, b, a))]
    staying = [c for c in questions.members.pop(home) if c not in set(going)]
    for claims in (staying, going):
        questions.members[min(claims)] = claims
        questions.home.update(dict.fromkeys(claims, min(claims)))


def _goes_with(questions: _Questions, claim: str, b: str, a: str) -> bool:
    """Its answer or its voice is that of b and not that of a; the answer counts before the voice."""
    (answer, voice), (with_b, voice_b), (with_a, voice_a) = (questions.told[c] for c in (claim, b, a))
    if (answer == with_b) != (answer == with_a):
        return answer == with_b
    return voice == voice_b != voice_a


def _join(
    questions: _Questions, a: str, b: str, different: Iterable[Pair], incident_of: Mapping[str, str],
    nearly_one: Collection[frozenset[str]],
) -> None:  # fmt: skip
    one, other = questions.home.get(a), questions.home.get(b)
    if one is None or other is None or one == other:
        return
    members = questions.members[one], questions.members[other]
    for x, y in different:
        if {questions.home.get(x), questions.home.get(y)} == {one, other}:
            questions.alarms.append(
                f"Decisions contradict each other: claims {a} and {b} are said to count the same, but that joins "
                f"{x} and {y}, which are said to be different. They are kept apart; take one decision back."
            )
            return
    incidents = frozenset((incident_of[a], incident_of[b]))
    if len(incidents) > 1 and incidents not in nearly_one:
        questions.alarms.append(
            f"Claims {a} and {b} are said to count the same, but were found in two incidents. Their questions are "
            "one now, in one of the two; all else of the two stays apart. Look at both before you rely on it."
        )
    kinds = [questions.told[claim][0][0] for claim in (a, b)]
    if kinds[0] != kinds[1] and set(kinds) <= set(COUNT_KINDS):
        questions.alarms.append(
            f"Claims {a} and {b} are said to count the same, but one counts {kinds[0]}, the other {kinds[1]}. "
            "Their questions are one now; look at both before you rely on it."
        )
    larger, smaller = (one, other) if (-len(members[0]), one) <= (-len(members[1]), other) else (other, one)
    gone = questions.members.pop(smaller)
    questions.members[larger].extend(gone)
    questions.home.update(dict.fromkeys(gone, larger))


def _moved(linked: DataFrame, questions: _Questions) -> DataFrame:
    """The rows with their new questions; one that came to another takes over its incident and its words."""
    out = linked.copy()
    was = dict(zip(linked["claim"], linked["question"], strict=True))
    out["question"] = out["claim"].map(questions.home)
    first: dict[object, int] = {}
    for position, claim in enumerate(linked["claim"]):
        first.setdefault(was[claim], position)
    for question, claims in questions.members.items():
        origins = {was[c] for c in claims}
        if len(origins) < 2:
            continue
        head = first[question] if question in first else first[min(origins)]
        rows = out["claim"].isin(claims)
        for column in _TAKEN_OVER:
            out.loc[rows, column] = linked[column].iloc[head]
    return out
