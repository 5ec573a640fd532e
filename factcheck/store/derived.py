"""Writing what the machine derives (incidents, questions, verdicts, conflicts): only rows that differ."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, fields
from datetime import date, datetime
from typing import Any

from sqlalchemy import Column, MetaData, Table, bindparam, insert, select, update
from sqlalchemy.orm import Session

from factcheck.models import Base, Claim, Conflict, Incident, Question
from factcheck.store.rows import chunks


@dataclass(frozen=True, slots=True)
class IncidentRow:
    """An incident that linking found."""

    id: str
    label: str
    start: date | None = None
    end: date | None = None
    place: str | None = None
    fingerprint: str | None = None


@dataclass(frozen=True, slots=True)
class QuestionRow:
    """A question that linking found."""

    id: str
    incident_id: str
    kind: str
    label: str
    subject: str | None = None


@dataclass(frozen=True, slots=True)
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
    incidents, questions = links.among or (None, None)
    changed = _settle(session, Incident, _plain(links.incidents), incidents)
    changed += _settle(session, Question, _plain(links.questions), questions, merged=links.merged)
    moved = [{"id": c, "question_id": q, "incident_id": i} for c, q, i in links.claims]
    return changed + _update(session, Claim, moved)


def write_verdicts(session: Session, verdicts: Verdicts, now: datetime) -> int:
    """Verdicts and conflicts are as given; see ``Store.apply_verdicts``."""
    questions, conflicts = verdicts.among or (None, None)
    names = ("id", "verdict", "type", "reason")
    among = None if questions is None else {*questions, *verdicts.questions}
    nothing = (None, None, None)
    rows = [
        {"id": id, "verdict": new[0], "type": new[1], "reason": new[2]}
        for id, *old in _stored(session, Question, names, among)
        if (new := verdicts.questions.get(id, nothing)) != tuple(old)
    ]
    changed = _update(session, Question, rows)
    found = _plain(verdicts.conflicts)
    once = {"first_seen": now}
    return changed + _settle(session, Conflict, found, conflicts, merged=verdicts.merged, once=once)


def _settle(
    session: Session,
    model: type[Base],
    found: Sequence[dict[str, Any]],
    among: Collection[str] | None,
    *,
    merged: Mapping[str, str] | None = None,
    once: Mapping[str, Any] | None = None,
) -> int:
    """The found rows are stored and current, all others (``among``: of these) are not; gives how many rows were
    written.

    ``once`` is set when a row is made and never again.
    """
    heirs, merged = "merged_into" in _table(model).c, merged or {}
    extra: dict[str, Any] = {"current": True, "merged_into": None} if heirs else {"current": True}
    new = {row["id"]: row | extra for row in found}
    names = [*(found[0] if found else ["id"]), *extra]
    rows = _stored(session, model, names, None if among is None else {*among, *new})
    stored = {row[0]: dict(zip(names, row, strict=True)) for row in rows}
    fresh = [row | dict(once or {}) for id, row in new.items() if id not in stored]
    if fresh:
        session.connection().execute(insert(_table(model)), fresh)
    altered = [row for id, row in new.items() if id in stored and stored[id] != row]
    for id, row in stored.items():
        if id not in new:
            over = {"id": id, "current": False} | (
                {"merged_into": merged.get(id, row.get("merged_into"))} if heirs else {}
            )
            if not over.items() <= row.items():
                altered.append(over)
    return len(fresh) + _update(session, model, altered)


def _stored(
    session: Session, model: type[Base], names: Sequence[str], among: Collection[str] | None
) -> Iterator[tuple[Any, ...]]:
    """Columns of all rows, or of those with some ids; the first is the id."""
    table = _table(model)
    query = select(*(table.c[name] for name in names))
    asked = [query] if among is None else [query.where(table.c.id.in_(some)) for some in chunks(among)]
    return (tuple(row) for some in asked for row in session.execute(some))


AT_ONCE = 500
"""Rows from which they are written into a table beside first, and from there in one statement: twice as fast."""

MOST_AT_ONCE = 50_000
"""Rows that are handed over at a time: they stand in memory once more."""


def _update(session: Session, model: type[Base], rows: Sequence[dict[str, Any]]) -> int:
    """Each row's columns are as given; rows of one shape go in together."""
    table = _table(model)
    shapes: dict[tuple[str, ...], list[dict[str, Any]]] = {}
    for row in rows:
        shapes.setdefault(tuple(row), []).append(row)
    for names, alike in shapes.items():
        if len(alike) < AT_ONCE:
            stated = [{"b_id" if name == "id" else name: row[name] for name in names} for row in alike]
            session.connection().execute(update(table).where(table.c.id == bindparam("b_id")), stated)
        else:
            _update_many(session, table, alike)
    return len(rows)


def _update_many(session: Session, table: Table, rows: Sequence[dict[str, Any]]) -> None:
    """Rows of one shape go in by a temporary table."""
    columns = [Column(name, table.c[name].type, primary_key=name == "id") for name in rows[0]]
    beside = Table(f"new_{table.name}", MetaData(), *columns, prefixes=["TEMPORARY"])
    connection = session.connection()
    beside.create(connection)
    for at in range(0, len(rows), MOST_AT_ONCE):
        connection.execute(insert(beside), rows[at : at + MOST_AT_ONCE])
    new = {name: beside.c[name] for name in rows[0] if name != "id"}
    connection.execute(update(table).where(table.c.id == beside.c.id).values(new))
    beside.drop(connection)


def _plain(rows: Sequence[IncidentRow | QuestionRow | ConflictRow]) -> list[dict[str, Any]]:
    """The rows as they go in; of plain values, ten times as fast as ``asdict``."""
    names = [f.name for f in fields(rows[0])] if rows else []
    return [{name: getattr(row, name) for name in names} for row in rows]


def _table(model: type[Base]) -> Table:
    assert isinstance(model.__table__, Table)
    return model.__table__
