"""Questions in dispute as the conflicts page lists them: filtered, counted, the worst first."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import and_, func, or_, select
from sqlalchemy.orm import Session

from factcheck.models import Conflict, Incident, Question
from factcheck.queries.claims import MOST_OPTIONS, AnySelect, contains
from factcheck.queries.conflicts import (
    NEWEST,
    STATE,
    STATES,
    SURE,
    Pair,
    joined,
    pair_rows,
    read_pairs,
    worst_first,
)
from factcheck.queries.questions import QuestionRow, questions_by_id
from factcheck.queries.sides import Side

PAIRS_SHOWN = 12
"""Conflicting pairs of one question that a list carries along; the conflict page pages through all."""


_a, _b = Side("a"), Side("b")


@dataclass(frozen=True, slots=True)
class ConflictFilter:
    """What the conflicts page was asked for; empty means everything."""

    states: tuple[str, ...] = ("open",)
    kinds: tuple[str, ...] = ()
    types: tuple[str, ...] = ()
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
    types: tuple[str, ...]
    claimants: tuple[str, ...]
    places: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Dispute:
    """A question with the conflicting pairs that fit the filter: the worst few, and how many there are."""

    question: QuestionRow
    severity: float
    states: Mapping[str, int]  # how many of its pairs that fit the filter stand in which state
    pairs: tuple[Pair, ...]

    @property
    def pairs_found(self) -> int:
        """How many pairs fit the filter."""
        return sum(self.states.values())


def dispute_page(session: Session, wanted: ConflictFilter, *, limit: int, offset: int = 0) -> list[Dispute]:
    """One page of the questions whose conflicts fit the filter, the worst first."""
    worst = func.max(Conflict.severity)
    counts = [func.count().filter(STATE.in_([name])).label(name) for name in STATES]
    order = (Incident.start.desc().nulls_last(), worst.desc()) if wanted.newest_first else (worst.desc(),)
    query = (
        _filtered(joined(select(Conflict.question_id, worst.label("worst"), *counts)), wanted)
        .group_by(Conflict.question_id, Incident.start)
        .order_by(*order, Incident.start.desc().nulls_last(), Conflict.question_id)
        .limit(limit)
        .offset(offset)
    )
    found = list(session.execute(query))
    ids = [row.question_id for row in found]
    questions, pairs = questions_by_id(session, ids), _worst_pairs(session, ids, wanted)
    return [
        Dispute(
            questions[row.question_id],
            row.worst,
            {name: row._mapping[name] for name in STATES},
            tuple(pairs.get(row.question_id, ())),
        )
        for row in found
    ]


def next_open(session: Session, question: str) -> Pair | None:
    """The worst open pair of the next question in the list of all, which begins anew behind its last.

    Whoever passes over questions comes to all of them; None where no other question has an open pair.
    """
    open_pairs = func.count().filter(STATE == "open").label("open_pairs")
    query = _filtered(joined(select(Conflict.question_id, open_pairs)), ConflictFilter(), any_state=True)
    order = func.max(Conflict.severity).desc(), Incident.start.desc().nulls_last(), Conflict.question_id
    rows = session.execute(query.group_by(Conflict.question_id, Incident.start).order_by(*order)).all()
    at = next((at for at, row in enumerate(rows) if row.question_id == question), -1)
    for row in (*rows[at + 1 :], *rows[: max(0, at)]):
        if row.open_pairs:
            return _worst_pairs(session, [row.question_id], ConflictFilter())[row.question_id][0]
    return None


def count_disputes(session: Session, wanted: ConflictFilter) -> tuple[int, int]:
    """How many questions and how many conflicting pairs fit the filter."""
    query = joined(select(func.count(Conflict.question_id.distinct()), func.count(Conflict.id)))
    questions, pairs = session.execute(_filtered(query, wanted)).one()
    return questions, pairs


def count_states(session: Session, wanted: ConflictFilter) -> dict[str, int]:
    """How many conflicting pairs stand in each state, all other filters applied."""
    anywhere = _filtered(joined(select(STATE, func.count(Conflict.id).label("found"))), wanted, any_state=True)
    counted = {row.state: row.found for row in session.execute(anywhere.group_by(STATE))}
    return {state: counted.get(state, 0) for state in STATES}


def conflict_options(session: Session) -> ConflictOptions:
    """The kinds, types, claimants and places that occur among the conflicts."""
    voices = select(_a.voice.label("name")).select_from(Conflict)
    others = select(_b.voice.label("name")).select_from(Conflict)
    both = _a.join(voices).union_all(_b.join(others)).subquery("voices")
    named = (
        select(both.c.name).group_by(both.c.name).order_by(func.count().desc(), both.c.name).limit(MOST_OPTIONS)
    )
    return ConflictOptions(
        kinds=_frequent(session, Question.kind),
        types=_frequent(session, Conflict.type),
        claimants=tuple(session.scalars(named)),
        places=_frequent(session, Incident.place),
    )


def report_ids(session: Session, states: tuple[str, ...] = ()) -> list[str]:
    """The conflicts that a report holds, the worst first: those in the given states.

    Without states: what the machine finds now, and what it no longer finds, or only calls possible, but a person
    called real.
    """
    query = joined(select(Conflict.id))
    query = query.where(
        STATE.in_(states) if states else or_(and_(Conflict.current, SURE), NEWEST.status == "real")
    )
    return list(session.scalars(worst_first(query)))


def _worst_pairs(session: Session, ids: list[str], wanted: ConflictFilter) -> dict[str, list[Pair]]:
    ranked = func.row_number().over(
        partition_by=Conflict.question_id, order_by=(Conflict.severity.desc(), Conflict.id)
    )
    rows = select(Conflict.id, ranked.label("rank"))
    inner = _filtered(joined(rows), wanted).where(Conflict.question_id.in_(ids)).subquery("ranked")
    top = select(inner.c.id).where(inner.c.rank <= PAIRS_SHOWN)
    grouped: dict[str, list[Pair]] = {}
    for pair in read_pairs(session, worst_first(pair_rows().where(Conflict.id.in_(top)))):
        grouped.setdefault(pair.question, []).append(pair)
    return grouped


def _filtered(query: AnySelect, wanted: ConflictFilter, *, any_state: bool = False) -> AnySelect:
    if wanted.claimants or wanted.text:  # the sides are twice four tables: joined only for who asks of them
        query = _b.join(_a.join(query))
    if wanted.states and not any_state:
        query = query.where(STATE.in_(wanted.states))
    if wanted.kinds:
        query = query.where(Question.kind.in_(wanted.kinds))
    if wanted.types:
        query = query.where(Conflict.type.in_(wanted.types))
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


def _texts(side: Side) -> tuple[Any, ...]:
    return side.claim.quote, side.voice, side.source.name, side.document.title


def _frequent(session: Session, column: Any) -> tuple[str, ...]:
    query = select(column).select_from(Conflict).join(Question, Question.id == Conflict.question_id)
    query = query.join(Incident, Incident.id == Question.incident_id).where(column.is_not(None))
    query = query.group_by(column).order_by(func.count().desc(), column).limit(MOST_OPTIONS)
    return tuple(session.scalars(query))
