"""Why two stored claims stand under one question, or do not."""

from __future__ import annotations

from dataclasses import dataclass

from factcheck.queries import claims, conflicts, derivation, links, weights
from factcheck.queries.claims import ClaimRow
from factcheck.store.store import Store
from factcheck.values import Reason, Score

SURE, LIKELY, PERHAPS = 0.9, 0.5, 0.12
"""Probabilities from which two claims are surely, likely or perhaps of one incident.

Linking joins from ``LIKELY`` (its level ``CERTAIN``) and suggests from ``PERHAPS`` (its level ``SUGGEST``).
"""


NARROW_DAYS, SPREAD_DAYS = 4, 2
"""Linking joins no two reports whose days, of fewer than ``NARROW_DAYS`` each, lie further apart than
``SPREAD_DAYS``, unless it takes one of them for a wrong one."""

_FAR = "{} days lie between them, and neither day was taken for a wrong one"
_OTHERS = (
    "taken together, the reports of the two incidents are less alike or further apart in days, or one of them is "
    "more like another incident"
)


@dataclass(frozen=True, slots=True)
class Why:
    """How two claims stand to each other: their links as stored, the score with its reasons, and people's word."""

    same_incident: bool
    same_question: bool
    score: Score
    decided: str | None = None  # same, different
    by: str | None = None
    weights: str = "as shipped"  # those that the score was made with
    doubt: str = ""  # why the two are only a possible conflict
    apart: int = 0  # days that lie between the two, as ``days_apart`` gives it

    def sentence(self) -> str:
        """'Linked: both answer one question. By what they tell, one incident: surely (0.97).'"""
        if self.same_question:
            found = "Linked: both answer one question."
        elif self.same_incident:
            found = "Not linked: one incident, but two questions."
        else:
            found = "Not linked: two incidents."
        word = f" {self.by} decided that they are {spoken(self.decided)}." if self.decided else ""
        doubt = f" {self.doubt}" if self.doubt else ""
        told = f"By what they tell, one incident: {self.level()} ({self.score.value:.2f})"
        if not self.same_incident and self.score.value >= LIKELY:
            told = f"The reports are much alike ({self.score.value:.2f}), but {not_joined(self.apart)}"
        return f"{found} {told}.{word}{doubt}"

    def level(self) -> str:
        """'surely', 'likely', 'perhaps' or 'hardly'."""
        return level(self.score.value)


def not_joined(apart: int) -> str:
    """Why two incidents stayed two though two of their reports are much alike, to stand inside a sentence;
    ``apart``: the days between them, as ``days_apart`` gives it."""
    return _FAR.format(apart) if apart else _OTHERS


def days_apart(a: ClaimRow, b: ClaimRow) -> int:
    """The days between those of two claims where they are so many that linking holds them for two incidents';
    else 0, and where one has no day, or a span of many."""
    spans = [(c.event_start, c.event_end or c.event_start) for c in (a, b)]
    days = [(first, last) for first, last in spans if first and last and (last - first).days < NARROW_DAYS]
    if len(days) < 2:
        return 0
    gap = (max(first for first, _ in days) - min(last for _, last in days)).days
    return gap if gap > SPREAD_DAYS else 0


def spoken(status: str) -> str:
    """What two claims were decided to be, to stand behind 'they are'."""
    return "the same" if status == "same" else status


def level(probability: float) -> str:
    """How likely it is that two claims are of one incident, in a word."""
    named = ((SURE, "surely"), (LIKELY, "likely"), (PERHAPS, "perhaps"))
    return next((word for least, word in named if probability >= least), "hardly")


def why(store: Store, a: str, b: str) -> Why:
    """How two stored claims stand to each other; rare words are rare among all claims, so all are read."""
    from factcheck import linking

    with store.session() as session:
        frame = derivation.claims_frame(session)
        both = claims.claims_by_id(session, (a, b))
        said = links.link_decision(session, a, b)
        used = weights.used(session)
        doubt = conflicts.doubt(session, a, b)
    homes = frame.set_index("claim")[["stored_incident", "stored_question"]].astype(object)
    one, other = homes.loc[a], homes.loc[b]
    score = linking.explain(frame.drop(columns=["stored_question", "stored_incident"]), a, b, used.weights)
    same = {name: bool(one[name] is not None and one[name] == other[name]) for name in homes.columns}
    return Why(
        same["stored_incident"],
        same["stored_question"],
        _of_two_kinds(score, both[a].kind, both[b].kind) if same["stored_question"] else score,
        said.status if said else None,
        said.by if said else None,
        used.sentence(),
        doubt or "",
        days_apart(both[a], both[b]),
    )


def _of_two_kinds(score: Score, kind: str, other: str) -> Score:
    """The score of two claims that answer one question though their kinds are two: a charge and its denial."""
    if kind == other:
        return score
    told = Reason("kind", f"{kind} and {other}: claims about one matter", 0.0)
    return Score(score.value, tuple(told if reason.feature == "kind" else reason for reason in score.reasons))
