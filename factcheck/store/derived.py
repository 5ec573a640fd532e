"""Writing what the machine derives (incidents, questions, verdicts, conflicts): only rows that differ."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, fields
from datetime import date, datetime
from typing import Any

from sqlalchemy import Table, bindparam, insert, select, update
from sqlalchemy.orm import Session

from factcheck.models import Base, Claim, Conflict, Incident, Question


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

    ``claims`` holds (claim id, question id, incident id); ``merged`` leads from a question's old id on.
    """

    incidents: Sequence[IncidentRow]
    questions: Sequence[QuestionRow]
    claims: Sequence[tuple[str, str, str]] = ()
    merged: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Verdicts:
    """What comparing found: (outcome, type, reason) by question, all conflicts, where old ones went."""

    questions: Mapping[str, tuple[str | None, str | None, str | None]]
    conflicts: Sequence[ConflictRow]
    merged: Mapping[str, str] = field(default_factory=dict)


def write_links(session: Session, links: Links) -> int:
    """Incidents, questions and the claims' places are as given; see ``Store.apply_links``."""
    changed = _settle(session, Incident, _plain(links.incidents), {})
    changed += _settle(session, Question, _plain(links.questions), links.merged)
    moved = [{"id": c, "question_id": q, "incident_id": i} for c, q, i in links.claims]
    return changed + _update(session, Claim, moved)


def write_verdicts(session: Session, verdicts: Verdicts, now: datetime) -> int:
    """Verdicts and conflicts are as given; see ``Store.apply_verdicts``."""
    stored = session.execute(select(Question.id, Question.verdict, Question.type, Question.reason))
    nothing = (None, None, None)
    rows = [
        {"id": id, "verdict": new[0], "type": new[1], "reason": new[2]}
        for id, *old in stored
        if (new := verdicts.questions.get(id, nothing)) != tuple(old)
    ]
    changed = _update(session, Question, rows)
    found = _plain(verdicts.conflicts)
    return changed + _settle(session, Conflict, found, verdicts.merged, {"first_seen": now})


def _settle(
    session: Session,
    model: type[Base],
    found: Sequence[dict[str, Any]],
    merged: Mapping[str, str],
    once: Mapping[str, Any] | None = None,
) -> int:
    """The found rows are stored and current, all others are not; gives how many rows were written.

    ``once`` is set when a row is made and never again.
    """
    table = _table(model)
    heirs = "merged_into" in table.c
    extra: dict[str, Any] = {"current": True, "merged_into": None} if heirs else {"current": True}
    new = {row["id"]: row | extra for row in found}
    fields = [table.c[name] for name in (*(found[0] if found else ["id"]), *extra)]
    stored = {row["id"]: dict(row) for row in session.execute(select(*fields)).mappings()}
    fresh = [row | dict(once or {}) for id, row in new.items() if id not in stored]
    if fresh:
        session.execute(insert(model), fresh)
    altered = [row for id, row in new.items() if id in stored and stored[id] != row]
    for id, row in stored.items():
        if id not in new:
            over = {"id": id, "current": False} | (
                {"merged_into": merged.get(id, row.get("merged_into"))} if heirs else {}
            )
            if not over.items() <= row.items():
                altered.append(over)
    return len(fresh) + _update(session, model, altered)


def _update(session: Session, model: type[Base], rows: Sequence[dict[str, Any]]) -> int:
    """Each row's columns are as given; rows of one shape go in together."""
    table = _table(model)
    shapes: dict[tuple[str, ...], list[dict[str, Any]]] = {}
    for row in rows:
        shapes.setdefault(tuple(row), []).append({"b_id" if name == "id" else name: row[name] for name in row})
    for alike in shapes.values():
        session.connection().execute(update(table).where(table.c.id == bindparam("b_id")), alike)
    return len(rows)


def _plain(rows: Sequence[IncidentRow | QuestionRow | ConflictRow]) -> list[dict[str, Any]]:
    """The rows as they go in; of plain values, ten times as fast as ``asdict``."""
    names = [f.name for f in fields(rows[0])] if rows else []
    return [{name: getattr(row, name) for name in names} for row in rows]


def _table(model: type[Base]) -> Table:
    assert isinstance(model.__table__, Table)
    return model.__table__
