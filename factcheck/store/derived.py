"""Writing what the machine derives (incidents, questions, verdicts, conflicts): only rows that differ."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, fields
from datetime import date, datetime
from operator import attrgetter
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from factcheck.models import Base, Claim, Conflict, Incident, Question
from factcheck.quick import quick
from factcheck.store.bulk import Row, insert_many, table_of, update_many
from factcheck.store.rows import of_ids


@quick(frozen=True, slots=True)
class IncidentRow:
    """An incident that linking found."""

    id: str
    label: str
    start: date | None = None
    end: date | None = None
    place: str | None = None
    fingerprint: str | None = None


@quick(frozen=True, slots=True)
class QuestionRow:
    """A question that linking found."""

    id: str
    incident_id: str
    kind: str
    label: str
    subject: str | None = None


@quick(frozen=True, slots=True)
class ConflictRow:
    """A conflict that comparing found."""

    id: str
    question_id: str
    type: str
    severity: float
    claim_a_id: str
    claim_b_id: str
    carriers_a: int
    carriers_b: int
    reason: str
    gap_abs: float | None = None
    gap_ratio: float | None = None


@dataclass(frozen=True, slots=True)
class Links:
    """What linking found: all current incidents and questions, and the claims whose place changed.

    ``claims`` holds (claim id, question id, incident id); ``merged`` leads from a question's old id on. ``among``:
    the stored incidents and questions that these take the place of, when not of all.
    """

    incidents: Sequence[IncidentRow]
    questions: Sequence[QuestionRow]
    claims: Sequence[tuple[str, str, str]] = ()
    merged: Mapping[str, str] = field(default_factory=dict)
    among: tuple[Collection[str], Collection[str]] | None = None


@dataclass(frozen=True, slots=True)
class Verdicts:
    """What comparing found: (outcome, type, reason) by question, all conflicts, where old ones went.

    ``among``: the stored questions and conflicts that these take the place of, when not of all.
    """

    questions: Mapping[str, tuple[str | None, str | None, str | None]]
    conflicts: Sequence[ConflictRow]
    merged: Mapping[str, str] = field(default_factory=dict)
    among: tuple[Collection[str], Collection[str]] | None = None


def write_links(session: Session, links: Links) -> int:
    """Incidents, questions and the claims' places are as given; see ``Store.apply_links``."""
    questions = _found(QuestionRow, links.questions, _CURRENT | _NO_HEIR)
    return _write_incidents(session, links) + _write_questions(session, links, questions) + _move(session, links)


def write_verdicts(session: Session, verdicts: Verdicts, now: datetime) -> int:
    """Verdicts and conflicts are as given; see ``Store.apply_verdicts``."""
    among = None if verdicts.among is None else {*verdicts.among[0], *verdicts.questions}
    names = ("id", *_VERDICT)
    rows = [
        (row[0], *new)
        for row in _stored(session, Question, names, among)
        if (new := verdicts.questions.get(row[0], _NONE)) != row[1:]
    ]
    return update_many(session, Question, names, rows) + _write_conflicts(session, verdicts, now)


def write_derived(
    session: Session,
    links: Links,
    verdicts: Callable[[], Verdicts],
    now: datetime,
    meanwhile: Callable[[], object],
) -> int:
    """Both, of the same questions, each of which goes in with its verdict; see ``Store.apply``. What needs no
    verdict goes in before they are asked for, and ``meanwhile`` is done."""
    changed = _write_incidents(session, links)
    # SQLite looks up no ids in such a transaction (``DERIVES``): claims may lead to questions that are yet to come
    early = session.get_bind().dialect.name == "sqlite"
    changed += _move(session, links) if early else 0
    meanwhile()
    told = verdicts()
    asked = _found(QuestionRow, links.questions, _CURRENT | _NO_HEIR)
    judged = _Found(
        (*asked.names, *_VERDICT),
        {id: row + told.questions.get(id, _NONE) for id, row in asked.rows.items()},
        {**asked.gone, **dict.fromkeys(_VERDICT)},
    )
    changed += _write_questions(session, links, judged)
    changed += 0 if early else _move(session, links)
    return changed + _write_conflicts(session, told, now)


_VERDICT = ("verdict", "type", "reason")
_NONE = (None, None, None)
_CURRENT = {"current": True}
_NO_HEIR = {"merged_into": None}


@dataclass(frozen=True, slots=True)
class _Found:
    """The rows that were found of one table, by id, and what those that are found no more have in it."""

    names: Sequence[str]
    rows: Mapping[str, Row]
    gone: Mapping[str, Any]


def _found(
    sort: type[IncidentRow | QuestionRow | ConflictRow], rows: Sequence[Any], always: Mapping[str, Any]
) -> _Found:
    """Rows of one sort; ``always``: what all of them have."""
    names, same = [f.name for f in fields(sort)], tuple(always.values())
    plain = zip(map(attrgetter(*names), rows), rows, strict=True)
    return _Found((*names, *always), {row.id: values + same for values, row in plain}, {"current": False})


def _write_incidents(session: Session, links: Links) -> int:
    among = None if links.among is None else links.among[0]
    return _settle(session, Incident, _found(IncidentRow, links.incidents, _CURRENT), among)


def _write_questions(session: Session, links: Links, questions: _Found) -> int:
    among = None if links.among is None else links.among[1]
    return _settle(session, Question, questions, among, merged=links.merged)


def _move(session: Session, links: Links) -> int:
    """The claims stand where they were found to."""
    return update_many(session, Claim, ("id", "question_id", "incident_id"), links.claims)


def _write_conflicts(session: Session, verdicts: Verdicts, now: datetime) -> int:
    among = None if verdicts.among is None else verdicts.among[1]
    found = _found(ConflictRow, verdicts.conflicts, _CURRENT | _NO_HEIR)
    return _settle(session, Conflict, found, among, merged=verdicts.merged, once={"first_seen": now})


def _settle(
    session: Session,
    model: type[Base],
    found: _Found,
    among: Collection[str] | None,
    *,
    merged: Mapping[str, str] | None = None,
    once: Mapping[str, Any] | None = None,
) -> int:
    """The found rows are stored and current, all others (``among``: of these) are not; gives how many rows were
    written.

    ``merged`` leads from an old id on, where the table has such heirs; ``once`` is set when a row is made and
    never again.
    """
    names, new = found.names, found.rows
    rows = _stored(session, model, names, None if among is None else {*among, *new})
    stored = {row[0]: row for row in rows}
    fresh = [row for id, row in new.items() if id not in stored]
    made = once or {}
    first = tuple(made.values())
    insert_many(session, model, (*names, *made), [row + first for row in fresh] if first else fresh)
    altered = [row for id, row in new.items() if id in stored and stored[id] != row]
    changed = len(fresh) + update_many(session, model, names, altered)
    left = [dict(zip(names, row, strict=True)) for id, row in stored.items() if id not in new]
    return changed + _leave(session, model, found.gone, left, merged)


def _leave(
    session: Session,
    model: type[Base],
    gone: Mapping[str, Any],
    left: Sequence[Mapping[str, Any]],
    merged: Mapping[str, str] | None,
) -> int:
    """The stored rows that are found no more are marked so, and lead to their heirs."""
    over = [{"id": row["id"], **gone} for row in left]
    if merged is not None:
        over = [
            one | {"merged_into": merged.get(one["id"], row["merged_into"])}
            for one, row in zip(over, left, strict=True)
        ]
    rows = [tuple(one.values()) for one, row in zip(over, left, strict=True) if not one.items() <= row.items()]
    return update_many(session, model, list(over[0]) if over else ["id"], rows)


def _stored(
    session: Session, model: type[Base], names: Sequence[str], among: Collection[str] | None
) -> Iterator[Row]:
    """Columns of all rows, or of those with some ids; the first is the id."""
    table = table_of(model)
    query = select(*(table.c[name] for name in names))
    asked = [query] if among is None else of_ids(session, query, table.c.id, among)
    return (tuple(row) for some in asked for row in session.execute(some))
