"""What people are asked: pairs of claims that were nearly linked, the likeliest first, and what they answered."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Select, and_, func, select
from sqlalchemy.orm import Session

from factcheck.models import Decision, Suggestion
from factcheck.queries.claims import ClaimRow, claims_by_id
from factcheck.queries.links import LINK
from factcheck.values import Reason, Score

COUNTED = frozenset({"kind", "side", "role", "measure"})
"""Reasons that say what the two claims count, and not how likely they are of one incident."""

ONE_INCIDENT = "one_incident"
"""The reason of a suggestion within one incident."""

_AT_ONCE = 200

_newest = (
    select(func.max(Decision.id).label("id"))
    .where(Decision.subject_kind == LINK)
    .group_by(Decision.subject_id)
    .subquery("newest_of_pair")
)


@dataclass(frozen=True, slots=True)
class SuggestionRow:
    """Two claims that may count the same, why, and what somebody said of them since they were suggested."""

    a: str
    b: str
    score: Score
    decided: str | None = None  # same, different
    by: str | None = None
    at: datetime | None = None

    @property
    def within(self) -> bool:
        """True when the two are of one incident, and only perhaps of one question."""
        return any(r.feature == ONE_INCIDENT for r in self.score.reasons)

    @property
    def counted(self) -> list[Reason]:
        """What the two have in common in what they count."""
        return [r for r in self.score.reasons if r.feature in COUNTED]

    @property
    def grounds(self) -> list[Reason]:
        """What speaks for one incident and against it, in log-odds; within one incident in words only."""
        return [r for r in self.score.reasons if r.feature not in COUNTED]


def suggestion_page(
    session: Session, *, limit: int, offset: int = 0, undecided: bool = False
) -> list[SuggestionRow]:
    """One page of the suggestions of the last comparison, the likeliest first."""
    query = _rows(undecided).order_by(Suggestion.score.desc(), Suggestion.claim_a_id, Suggestion.claim_b_id)
    return [_row(*row) for row in session.execute(query.limit(limit).offset(offset))]


def count_suggestions(session: Session, *, undecided: bool = False) -> int:
    """How many suggestions there are."""
    return session.scalar(select(func.count()).select_from(_rows(undecided).subquery())) or 0


def exchange_rows(session: Session) -> Iterator[dict[str, Any]]:
    """Every suggestion for people outside: the score, its reasons, both claims, and what was decided."""
    for offset in range(0, count_suggestions(session), _AT_ONCE):
        page = suggestion_page(session, limit=_AT_ONCE, offset=offset)
        claims = claims_by_id(session, [claim for row in page for claim in (row.a, row.b)])
        for row in page:
            yield {
                "score": row.score.value,
                "within_one_incident": row.within,
                "decided": row.decided,
                "claims": [_told(claims[claim]) for claim in (row.a, row.b)],
                "reasons": [{"feature": r.feature, "text": r.text, "weight": r.value} for r in row.score.reasons],
            }


def _told(claim: ClaimRow) -> dict[str, Any]:
    names = ("kind", "low", "high", "qualifier", "victims", "target", "place", "quote", "source", "doc", "title")
    days = {name: getattr(claim, name) for name in ("event_start", "event_end", "published")}
    return {
        "claim": claim.id,
        "voice": claim.voice,
        **{name: getattr(claim, name) for name in names},
        **{name: day and day.isoformat() for name, day in days.items()},
    }


def _rows(undecided: bool) -> Select[*tuple[Any, ...]]:
    subject = Suggestion.claim_a_id + ":" + Suggestion.claim_b_id
    said = and_(Decision.subject_id == subject, Decision.id.in_(select(_newest.c.id)), Decision.status != "open")
    query = select(
        Suggestion.claim_a_id, Suggestion.claim_b_id, Suggestion.score, Suggestion.reasons, Decision.status,
        Decision.decided_by, Decision.decided_at,
    ).outerjoin(Decision, said)  # fmt: skip
    return query.where(Decision.id.is_(None)) if undecided else query


def _row(
    a: str,
    b: str,
    score: float,
    reasons: list[list[Any]],
    decided: str | None,
    by: str | None,
    at: datetime | None,
) -> SuggestionRow:
    told = tuple(Reason(feature, text, value) for feature, text, value in reasons)
    return SuggestionRow(a, b, Score(score, told), decided, by, at)
