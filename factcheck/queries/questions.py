"""Questions as the pages show them: what is asked, about which incident, and where a merged one went."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from factcheck.models import Incident, Question


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
    incident_start: date | None
    incident_end: date | None
    place: str | None


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
        Question.incident_id.label("incident"),
        Incident.start.label("incident_start"), Incident.end.label("incident_end"), Incident.place,
    ).join(Incident, Incident.id == Question.incident_id)  # fmt: skip
    rows = session.execute(query.where(Question.id.in_(list(ids))))
    return {row.id: QuestionRow(**row._mapping) for row in rows}
