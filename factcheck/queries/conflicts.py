"""Conflicts as the pages show them: questions in dispute, one conflict in full, and what people decided."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from sqlalchemy import and_, case, func, or_, select
from sqlalchemy.orm import Session, aliased

from factcheck.models import Claim, Claimant, Conflict, Decision, Document, Incident, Question, Source
from factcheck.queries.claims import MOST_OPTIONS, AnyRow, AnySelect, ClaimRow, claims_by_id, contains

PAIRS_SHOWN = 12
"""Conflicting pairs of one question that a list carries along; the conflict page pages through all."""

STATES = ("open", "real", "not_a_conflict", "resolved", "gone")
"""Where a conflict stands: undecided, what a person decided, or no longer found by the machine."""

_decided = (
    select(Decision.subject_id, func.max(Decision.id).label("newest"))
    .where(Decision.subject_kind == "conflict")
    .group_by(Decision.subject_id)
    .subquery("decided")
)
_newest = aliased(Decision, name="newest_decision")
_state = case((Conflict.current.is_(False), "gone"), else_=func.coalesce(_newest.status, "open")).label("state")


class _Side:
    """The tables that one side of a conflict stands in, and who speaks there."""

    def __init__(self, letter: str) -> None:
        self.claim = aliased(Claim, name=f"claim_{letter}")
        self.claimant = aliased(Claimant, name=f"claimant_{letter}")
        self.document = aliased(Document, name=f"document_{letter}")
        self.source = aliased(Source, name=f"source_{letter}")
        self.voice = func.coalesce(self.claimant.name, self.source.name)

    def join(self, query: AnySelect, claim_id: Any) -> AnySelect:
        """The query with this side's claim, claimant, document and source at hand."""
        return (
            query.join(self.claim, self.claim.id == claim_id)
            .join(self.document, self.document.id == self.claim.document_id)
            .join(self.source, self.source.id == self.document.source_id)
            .outerjoin(self.claimant, self.claimant.id == self.claim.claimant_id)
        )


_a, _b = _Side("a"), _Side("b")


@dataclass(frozen=True, slots=True)
class ConflictFilter:
    """What the conflicts page was asked for; empty means everything."""

    states: tuple[str, ...] = ("open",)
    kinds: tuple[str, ...] = ()
    claimants: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    first: date | None = None
    last: date | None = None
    text: str = ""
    newest_first: bool = False


@dataclass(frozen=True, slots=True)
class ConflictOptions:
    """What the filters of the conflicts page offer, the most frequent first."""

    kinds: tuple[str, ...]
    claimants: tuple[str, ...]
    places: tuple[str, ...]


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
class QuestionRow:
    """One question and the incident that it is about."""

    id: str
    label: str
    kind: str
    subject: str | None
    current: bool
    merged_into: str | None
    incident: str
    incident_label: str
    incident_start: date | None
    incident_end: date | None
    place: str | None
    counted: tuple[str, ...] = ()  # who or what its claims count, as the texts have it; the most frequent first


@dataclass(frozen=True, slots=True)
class Dispute:
    """A question with the conflicting pairs that fit the filter: the worst few, and how many there are."""

    question: QuestionRow
    severity: float
    pairs_found: int
    pairs: tuple[Pair, ...] = field(default=())


@dataclass(frozen=True, slots=True)
class DecisionRow:
    """What a person said of a conflict, and when."""

    conflict: str
    status: str
    note: str | None
    by: str
    at: datetime


def dispute_page(session: Session, wanted: ConflictFilter, *, limit: int, offset: int = 0) -> list[Dispute]:
    """One page of the questions whose conflicts fit the filter, the worst first."""
    worst = func.max(Conflict.severity)
    order = (Incident.start.desc().nulls_last(), worst.desc()) if wanted.newest_first else (worst.desc(),)
    query = (
        _filtered(_joined(select(Conflict.question_id, worst.label("worst"), func.count().label("found"))), wanted)
        .group_by(Conflict.question_id, Incident.start)
        .order_by(*order, Incident.start.desc().nulls_last(), Conflict.question_id)
        .limit(limit)
        .offset(offset)
    )
    found = list(session.execute(query))
    ids = [row.question_id for row in found]
    questions, pairs = questions_by_id(session, ids), _worst_pairs(session, ids, wanted)
    return [
        Dispute(questions[row.question_id], row.worst, row.found, tuple(pairs.get(row.question_id, ())))
        for row in found
    ]


def count_disputes(session: Session, wanted: ConflictFilter) -> tuple[int, int]:
    """How many questions and how many conflicting pairs fit the filter."""
    query = _joined(select(func.count(Conflict.question_id.distinct()), func.count(Conflict.id)))
    questions, pairs = session.execute(_filtered(query, wanted)).one()
    return questions, pairs


def count_states(session: Session, wanted: ConflictFilter) -> dict[str, int]:
    """How many conflicting pairs stand in each state, all other filters applied."""
    anywhere = _filtered(_joined(select(_state, func.count(Conflict.id).label("found"))), wanted, any_state=True)
    counted = {row.state: row.found for row in session.execute(anywhere.group_by(_state))}
    return {state: counted.get(state, 0) for state in STATES}


def conflict_options(session: Session) -> ConflictOptions:
    """The kinds, claimants and places that occur among the conflicts."""
    voices = select(_a.voice.label("name")).select_from(Conflict)
    others = select(_b.voice.label("name")).select_from(Conflict)
    both = _a.join(voices, Conflict.claim_a_id).union_all(_b.join(others, Conflict.claim_b_id)).subquery("voices")
    named = (
        select(both.c.name).group_by(both.c.name).order_by(func.count().desc(), both.c.name).limit(MOST_OPTIONS)
    )
    return ConflictOptions(
        kinds=_frequent(session, Question.kind),
        claimants=tuple(session.scalars(named)),
        places=_frequent(session, Incident.place),
    )


def conflict(session: Session, conflict_id: str) -> Pair | None:
    """The conflict with this id, or None."""
    return next(iter(_pairs(session, _pair_rows().where(Conflict.id == conflict_id))), None)


def conflicts_by_id(session: Session, ids: Iterable[str]) -> list[Pair]:
    """The conflicts with these ids, the worst first."""
    return _pairs(session, _worst_first(_pair_rows().where(Conflict.id.in_(list(ids)))))


def pairs_of_question(session: Session, question: str, *, limit: int = 200) -> list[Pair]:
    """The conflicting pairs of a question, those still found and the worst first."""
    query = _pair_rows().where(Conflict.question_id == question)
    return _pairs(session, _worst_first(query.order_by(Conflict.current.desc())).limit(limit))


def pair_ids(session: Session, question: str) -> list[str]:
    """The ids of every conflicting pair of a question that the machine still finds."""
    query = select(Conflict.id).where(Conflict.question_id == question, Conflict.current).order_by(Conflict.id)
    return list(session.scalars(query))


def report_ids(session: Session, states: tuple[str, ...] = ()) -> list[str]:
    """The conflicts that a report holds, the worst first: those in the given states.

    Without states: what the machine finds now, and what it no longer finds but a person called real.
    """
    query = _joined(select(Conflict.id))
    query = query.where(_state.in_(states) if states else or_(Conflict.current, _newest.status == "real"))
    return list(session.scalars(_worst_first(query)))


def question(session: Session, question_id: str) -> QuestionRow | None:
    """The question with this id, or None."""
    return questions_by_id(session, [question_id]).get(question_id)


def living_question(session: Session, question_id: str) -> QuestionRow | None:
    """The question with this id, or the one that its claims went to when it was merged away."""
    found, seen = question(session, question_id), {question_id}
    while found and not found.current and found.merged_into and found.merged_into not in seen:
        seen.add(found.merged_into)
        found = question(session, found.merged_into)
    return found


def questions_by_id(session: Session, ids: Iterable[str]) -> dict[str, QuestionRow]:
    """The questions with these ids; an unknown id is left out."""
    query = select(
        Question.id, Question.label, Question.kind, Question.subject, Question.current, Question.merged_into,
        Question.incident_id.label("incident"), Incident.label.label("incident_label"),
        Incident.start.label("incident_start"), Incident.end.label("incident_end"), Incident.place,
    ).join(Incident, Incident.id == Question.incident_id)  # fmt: skip
    wanted = list(ids)
    counted = _counted(session, wanted)
    rows = session.execute(query.where(Question.id.in_(wanted)))
    return {row.id: QuestionRow(**row._mapping, counted=tuple(counted.get(row.id, ()))) for row in rows}


def _counted(session: Session, ids: list[str]) -> dict[str, list[str]]:
    query = (
        select(Claim.question_id, Claim.victims)
        .where(Claim.question_id.in_(ids), Claim.victims.is_not(None), Claim.part_of.is_(False))
        .group_by(Claim.question_id, Claim.victims)
        .order_by(func.count().desc(), Claim.victims)
    )
    found: dict[str, list[str]] = {}
    for row in session.execute(query):
        found.setdefault(row.question_id, []).append(row.victims)
    return found


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
    return [
        DecisionRow(row.subject_id, row.status, row.note, row.decided_by, row.decided_at)
        for row in session.scalars(query.order_by(Decision.id.desc()))
    ]


def conflicts_first_seen(session: Session, since: datetime, *, limit: int = 20) -> tuple[int, list[Pair]]:
    """How many conflicts the machine found for the first time since then, and the worst of them."""
    fresh = and_(Conflict.first_seen >= since, Conflict.current)
    found = session.scalar(select(func.count(Conflict.id)).where(fresh)) or 0
    return found, _pairs(session, _worst_first(_pair_rows().where(fresh)).limit(limit))


def _joined(query: AnySelect) -> AnySelect:
    return (
        query.select_from(Conflict)
        .join(Question, Question.id == Conflict.question_id)
        .join(Incident, Incident.id == Question.incident_id)
        .outerjoin(_decided, _decided.c.subject_id == Conflict.id)
        .outerjoin(_newest, _newest.id == _decided.c.newest)
    )


def _pair_rows() -> AnySelect:
    return _joined(
        select(
            Conflict.id, Conflict.question_id.label("question"), Conflict.type, Conflict.severity, _state,
            Conflict.reason, Conflict.gap_abs, Conflict.gap_ratio, Conflict.carriers_a, Conflict.carriers_b,
            Conflict.claim_a_id, Conflict.claim_b_id, Conflict.merged_into,
        )
    )  # fmt: skip


def _worst_first(query: AnySelect) -> AnySelect:
    return query.order_by(Conflict.severity.desc(), Conflict.id)


def _worst_pairs(session: Session, ids: list[str], wanted: ConflictFilter) -> dict[str, list[Pair]]:
    ranked = func.row_number().over(
        partition_by=Conflict.question_id, order_by=(Conflict.severity.desc(), Conflict.id)
    )
    rows = select(Conflict.id, ranked.label("rank"))
    inner = _filtered(_joined(rows), wanted).where(Conflict.question_id.in_(ids)).subquery("ranked")
    top = select(inner.c.id).where(inner.c.rank <= PAIRS_SHOWN)
    grouped: dict[str, list[Pair]] = {}
    for pair in _pairs(session, _worst_first(_pair_rows().where(Conflict.id.in_(top)))):
        grouped.setdefault(pair.question, []).append(pair)
    return grouped


def _pairs(session: Session, query: AnySelect) -> list[Pair]:
    rows = list(session.execute(query))
    claims = claims_by_id(session, [row.claim_a_id for row in rows] + [row.claim_b_id for row in rows])
    return [_pair(row, claims) for row in rows]


def _pair(row: AnyRow, claims: dict[str, ClaimRow]) -> Pair:
    return Pair(
        row.id, row.question, row.type, row.severity, row.state, row.reason, row.gap_abs, row.gap_ratio,
        row.carriers_a, row.carriers_b, row.merged_into, claims[row.claim_a_id], claims[row.claim_b_id],
    )  # fmt: skip


def _filtered(query: AnySelect, wanted: ConflictFilter, *, any_state: bool = False) -> AnySelect:
    if wanted.claimants or wanted.text:  # the sides are twice four tables: joined only for who asks of them
        query = _b.join(_a.join(query, Conflict.claim_a_id), Conflict.claim_b_id)
    if wanted.states and not any_state:
        query = query.where(_state.in_(wanted.states))
    if wanted.kinds:
        query = query.where(Question.kind.in_(wanted.kinds))
    if wanted.places:
        query = query.where(Incident.place.in_(wanted.places))
    if wanted.claimants:
        query = query.where(or_(_a.voice.in_(wanted.claimants), _b.voice.in_(wanted.claimants)))
    if wanted.first:
        query = query.where(func.coalesce(Incident.end, Incident.start) >= wanted.first)
    if wanted.last:
        query = query.where(func.coalesce(Incident.start, Incident.end) <= wanted.last)
    for word in wanted.text.split():
        query = query.where(
            contains(word, Question.label, Incident.label, Incident.place, *_texts(_a), *_texts(_b))
        )
    return query


def _texts(side: _Side) -> tuple[Any, ...]:
    return side.claim.quote, side.voice, side.source.name, side.document.title


def _frequent(session: Session, column: Any) -> tuple[str, ...]:
    query = select(column).select_from(Conflict).join(Question, Question.id == Conflict.question_id)
    query = query.join(Incident, Incident.id == Question.incident_id).where(column.is_not(None))
    query = query.group_by(column).order_by(func.count().desc(), column).limit(MOST_OPTIONS)
    return tuple(session.scalars(query))
