"""Conflicts as the pages show them: pairs of rival positions, their state, and what people decided of them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import and_, case, func, or_, select
from sqlalchemy.orm import Session, aliased

from factcheck.models import Conflict, Decision, Incident, Question
from factcheck.queries.claims import AnyRow, AnySelect, ClaimRow, claims_by_id
from factcheck.values import Outcome

STATES = ("open", "possible", "real", "not_a_conflict", "resolved", "gone")
"""Where a conflict stands: undecided, undecided and not likely enough, what a person decided, or no longer found
by the machine."""

_decided = (
    select(Decision.subject_id, func.max(Decision.id).label("newest"))
    .where(Decision.subject_kind == "conflict")
    .group_by(Decision.subject_id)
    .subquery("decided")
)
NEWEST = aliased(Decision, name="newest_decision")
"""The decision that counts, where there is one."""

SURE = Conflict.type != Outcome.POSSIBLE.value
"""True of what the machine calls a conflict, and not a possible one."""

STATE = case(
    (Conflict.current.is_(False), "gone"),
    (NEWEST.status != "open", NEWEST.status),
    (SURE, "open"),
    else_="possible",
).label("state")
"""Which of STATES a conflict is in."""


@dataclass(frozen=True, slots=True)
class Pair:
    """Two positions that cannot both be true, each with the claim that stands for it."""

    id: str
    question: str
    type: str
    severity: float
    state: str
    reason: str
    gap_abs: float | None
    gap_ratio: float | None
    carriers_a: int
    carriers_b: int
    merged_into: str | None
    a: ClaimRow
    b: ClaimRow


@dataclass(frozen=True, slots=True)
class DecisionRow:
    """What a person said of a conflict, and when; of two decisions the later one has the higher number."""

    number: int
    conflict: str
    status: str
    note: str | None
    by: str
    at: datetime


def conflict(session: Session, conflict_id: str) -> Pair | None:
    """The conflict with this id, or None."""
    return next(iter(read_pairs(session, pair_rows().where(Conflict.id == conflict_id))), None)


def pairs_of_question(session: Session, question: str, *, limit: int = 200) -> list[Pair]:
    """The conflicting pairs of a question, those still found and the worst first."""
    query = pair_rows().where(Conflict.question_id == question)
    return read_pairs(session, worst_first(query.order_by(Conflict.current.desc())).limit(limit))


def pair_ids(session: Session, question: str) -> list[str]:
    """The ids of every conflicting pair of a question that the machine still finds."""
    query = select(Conflict.id).where(Conflict.question_id == question, Conflict.current).order_by(Conflict.id)
    return list(session.scalars(query))


def doubt(session: Session, a: str, b: str) -> str | None:
    """Why two claims are only a possible conflict, or None where they are none or a likely one."""
    query = select(Conflict.reason).where(Conflict.current, ~SURE)
    both = or_(
        and_(Conflict.claim_a_id == a, Conflict.claim_b_id == b),
        and_(Conflict.claim_a_id == b, Conflict.claim_b_id == a),
    )
    return session.scalar(query.where(both).limit(1))


def successor(session: Session, gone: Pair) -> Pair | None:
    """The conflict that stands where this one was merged away, or None."""
    seen, found = {gone.id}, gone
    while found.merged_into and found.merged_into not in seen:
        seen.add(found.merged_into)
        heir = conflict(session, found.merged_into)
        if heir is None:
            return None
        found = heir
    return found if found.id != gone.id and found.state != "gone" else None


def decisions(session: Session, conflict_id: str) -> list[DecisionRow]:
    """Everything that people decided of a conflict, the newest first."""
    query = select(Decision).where(Decision.subject_kind == "conflict", Decision.subject_id == conflict_id)
    return [_said(row) for row in session.scalars(query.order_by(Decision.id.desc()))]


def last_decision(session: Session) -> int:
    """The number of the last decision that anybody made; 0 before the first."""
    return session.scalar(select(func.max(Decision.id))) or 0


def decisions_since(session: Session, question: str, number: int) -> list[DecisionRow]:
    """What people decided of the conflicts of a question after the decision of that number, the newest first."""
    asked = select(Conflict.id).where(Conflict.question_id == question)
    newer = Decision.id > number, Decision.subject_kind == "conflict", Decision.subject_id.in_(asked)
    return [_said(row) for row in session.scalars(select(Decision).where(*newer).order_by(Decision.id.desc()))]


def _said(row: Decision) -> DecisionRow:
    return DecisionRow(row.id, row.subject_id, row.status, row.note, row.decided_by, row.decided_at)


def conflicts_first_seen(session: Session, since: datetime, *, limit: int = 20) -> tuple[int, list[Pair]]:
    """How many conflicts the machine found for the first time since then, and the worst of them."""
    fresh = and_(Conflict.first_seen >= since, Conflict.current, SURE)
    found = session.scalar(select(func.count(Conflict.id)).where(fresh)) or 0
    return found, read_pairs(session, worst_first(pair_rows().where(fresh)).limit(limit))


def joined(query: AnySelect) -> AnySelect:
    """The query over conflicts, with their question, incident and newest decision at hand."""
    return (
        query.select_from(Conflict)
        .join(Question, Question.id == Conflict.question_id)
        .join(Incident, Incident.id == Question.incident_id)
        .outerjoin(_decided, _decided.c.subject_id == Conflict.id)
        .outerjoin(NEWEST, NEWEST.id == _decided.c.newest)
    )


def pair_rows() -> AnySelect:
    """All conflicts, a row each: what ``read_pairs`` reads."""
    return joined(
        select(
            Conflict.id, Conflict.question_id.label("question"), Conflict.type, Conflict.severity, STATE,
            Conflict.reason, Conflict.gap_abs, Conflict.gap_ratio, Conflict.carriers_a, Conflict.carriers_b,
            Conflict.claim_a_id, Conflict.claim_b_id, Conflict.merged_into,
        )
    )  # fmt: skip


def worst_first(query: AnySelect) -> AnySelect:
    """The conflicts by severity; equal ones by id, so that the order stays."""
    return query.order_by(Conflict.severity.desc(), Conflict.id)


def read_pairs(session: Session, query: AnySelect) -> list[Pair]:
    """The conflicts that a query over ``pair_rows`` finds, each with its two claims."""
    rows = list(session.execute(query))
    claims = claims_by_id(session, [row.claim_a_id for row in rows] + [row.claim_b_id for row in rows])
    return [_pair(row, claims) for row in rows]


def _pair(row: AnyRow, claims: dict[str, ClaimRow]) -> Pair:
    return Pair(
        row.id, row.question, row.type, row.severity, row.state, row.reason, row.gap_abs, row.gap_ratio,
        row.carriers_a, row.carriers_b, row.merged_into, claims[row.claim_a_id], claims[row.claim_b_id],
    )  # fmt: skip
