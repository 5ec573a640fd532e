"""What people said of pairs of claims: they answer the same question, or they do not."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import func, or_, select
from sqlalchemy.orm import Session

from factcheck.models import Claim, Conflict, Decision, Run

LINK = "link"
"""The subject kind of a decision on two claims."""


@dataclass(frozen=True, slots=True)
class LinkDecision:
    """The newest word on two claims."""

    a: str
    b: str
    status: str  # same, different, open
    note: str | None
    by: str
    at: datetime


@dataclass(frozen=True, slots=True)
class AnyDecision:
    """One decision in the list of all of them."""

    kind: str
    subject: str
    status: str
    note: str | None
    by: str
    at: datetime
    newest: bool  # False: a later word on the same subject took its place


def pair_key(a: str, b: str) -> str:
    """The subject of a decision on two claims, whichever is named first."""
    return ":".join(sorted((a, b)))


def link_decisions(session: Session) -> list[LinkDecision]:
    """The newest word on each pair of claims, oldest first; those taken back are left out."""
    newest = select(func.max(Decision.id)).where(Decision.subject_kind == LINK).group_by(Decision.subject_id)
    rows = session.scalars(
        select(Decision).where(Decision.id.in_(newest), Decision.status != "open").order_by(Decision.id)
    )
    return [
        LinkDecision(*_two(row.subject_id), row.status, row.note, row.decided_by, row.decided_at) for row in rows
    ]


def _two(subject: str) -> tuple[str, str]:
    a, _, b = subject.partition(":")
    return a, b


def link_decision(session: Session, a: str, b: str) -> LinkDecision | None:
    """The word that counts on two claims, or None."""
    key = pair_key(a, b)
    return next((d for d in link_decisions(session) if pair_key(d.a, d.b) == key), None)


def links_since_comparison(session: Session) -> int:
    """How often somebody decided on pairs of claims after the last comparison began: it knows nothing of them."""
    last = select(func.max(Run.started)).where(Run.verb == "link").scalar_subquery()
    newer = select(func.count(Decision.id)).where(
        Decision.subject_kind == LINK, or_(last.is_(None), Decision.decided_at > last)
    )
    return session.scalar(newer) or 0


def full_claim_id(session: Session, given: str) -> str | None:
    """The id of the one claim that begins so; None when there is none, or several."""
    beginning = select(Claim.id).where(Claim.id.startswith(given, autoescape=True)).limit(2)
    found = list(session.scalars(beginning))
    return found[0] if len(found) == 1 else None


def full_conflict_id(session: Session, given: str) -> str | None:
    """The id of the one conflict that begins so; None when there is none, or several."""
    beginning = select(Conflict.id).where(Conflict.id.startswith(given, autoescape=True)).limit(2)
    found = list(session.scalars(beginning))
    return found[0] if len(found) == 1 else None


def every_decision(session: Session, *, limit: int, offset: int = 0) -> list[AnyDecision]:
    """One page of everything that people decided on conflicts and on pairs of claims, the newest first."""
    newest = func.max(Decision.id).over(partition_by=(Decision.subject_kind, Decision.subject_id)).label("newest")
    query = select(Decision, newest).order_by(Decision.id.desc()).limit(limit).offset(offset)
    return [
        AnyDecision(
            d.subject_kind, d.subject_id, d.status, d.note, d.decided_by, d.decided_at, newest=d.id == last
        )
        for d, last in session.execute(query)
    ]


def count_decisions(session: Session) -> int:
    """How many decisions there are."""
    return session.scalar(select(func.count(Decision.id))) or 0
