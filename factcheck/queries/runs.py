"""What was imported and when: sources with their holdings, runs with their problems, and how much there is."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import func, or_, select
from sqlalchemy.orm import Session

from factcheck.models import Alias, Claim, Conflict, Decision, Document, LinkWeights, Problem, Run, Source
from factcheck.queries.conflicts import SURE


@dataclass(frozen=True, slots=True)
class Totals:
    """How much the store holds."""

    sources: int
    documents: int
    claims: int
    conflicts: int


@dataclass(frozen=True, slots=True)
class SourceRow:
    """One source with what was taken in from it."""

    id: str
    name: str
    documents: int
    claims: int
    first: date | None
    last: date | None
    imported: datetime | None


@dataclass(frozen=True, slots=True)
class DocumentEntry:
    """One document in a list."""

    id: str
    title: str | None
    doc: str
    published: date | None
    claims: int
    remark: str | None


@dataclass(frozen=True, slots=True)
class RunRow:
    """One import or linking run and how many problems it met."""

    id: int
    verb: str
    started: datetime
    ended: datetime | None
    counts: dict[str, Any]
    problems: int


@dataclass(frozen=True, slots=True)
class ProblemRow:
    """Something that a run could not take in."""

    place: str
    reason: str


def stamp(session: Session) -> tuple[int, int, int]:
    """Three numbers that change when a run begins or ends and when somebody decides: what caches are keyed on."""
    runs, ended = session.execute(select(func.coalesce(func.max(Run.id), 0), func.count(Run.ended))).one()
    said = [
        session.scalar(select(func.coalesce(func.max(table.id), 0))) or 0
        for table in (Decision, Alias, LinkWeights)
    ]
    return runs, ended, sum(said)


def names_since_comparison(session: Session) -> int:
    """How often somebody decided on claimants' names after the last comparison began: it knows nothing of them."""
    last = select(func.max(Run.started)).where(Run.verb == "link").scalar_subquery()
    newer = select(func.count(Alias.id)).where(or_(last.is_(None), Alias.decided_at > last))
    return session.scalar(newer) or 0


def alarms(session: Session) -> list[str]:
    """What the last comparison had to say of decisions that it could not obey, or that deserve a second look."""
    last = select(func.max(Run.id)).where(Run.verb == "link").scalar_subquery()
    query = select(Problem.reason).where(Problem.run_id == last, Problem.place == "decisions").order_by(Problem.id)
    return list(session.scalars(query))


def totals(session: Session) -> Totals:
    """How many sources, documents, claims and still-found conflicts there are; possible ones are not counted."""
    sources, documents, claims = (
        session.scalar(select(func.count()).select_from(table)) or 0 for table in (Source, Document, Claim)
    )
    conflicts = session.scalar(select(func.count(Conflict.id)).where(Conflict.current, SURE)) or 0
    return Totals(sources, documents, claims, conflicts)


def source_page(session: Session, *, limit: int, offset: int = 0) -> list[SourceRow]:
    """One page of the sources, the one with most documents first."""
    documents = func.count(Document.id)
    claims = (
        select(Document.source_id, func.count(Claim.id).label("claims"))
        .join(Claim, Claim.document_id == Document.id)
        .group_by(Document.source_id)
        .subquery("held")
    )
    query = (
        select(
            Source.id,
            Source.name,
            documents.label("documents"),
            func.coalesce(func.max(claims.c.claims), 0).label("claims"),
            func.min(Document.published).label("first"),
            func.max(Document.published).label("last"),
            func.max(Document.retrieved).label("imported"),
        )
        .outerjoin(Document, Document.source_id == Source.id)
        .outerjoin(claims, claims.c.source_id == Source.id)
        .group_by(Source.id, Source.name)
        .order_by(documents.desc(), Source.name)
    )
    return [SourceRow(**row._mapping) for row in session.execute(query.limit(limit).offset(offset))]


def documents_of_source(session: Session, source: str, *, limit: int, offset: int = 0) -> list[DocumentEntry]:
    """One page of a source's documents, the newest first."""
    query = (
        select(
            Document.id, Document.title, Document.doc, Document.published, Document.remark,
            func.count(Claim.id).label("claims"),
        )
        .outerjoin(Claim, Claim.document_id == Document.id)
        .where(Document.source_id == source)
        .group_by(Document.id)
        .order_by(Document.published.desc().nulls_last(), Document.id)
    )  # fmt: skip
    return [DocumentEntry(**row._mapping) for row in session.execute(query.limit(limit).offset(offset))]


def run_page(session: Session, *, limit: int, offset: int = 0) -> list[RunRow]:
    """One page of the runs, the newest first."""
    query = (
        select(Run.id, Run.verb, Run.started, Run.ended, Run.counts, func.count(Problem.id).label("problems"))
        .outerjoin(Problem, Problem.run_id == Run.id)
        .group_by(Run.id)
        .order_by(Run.id.desc())
    )
    return [RunRow(**row._mapping) for row in session.execute(query.limit(limit).offset(offset))]


def run(session: Session, run_id: int) -> RunRow | None:
    """The run with this number, or None."""
    found = session.get(Run, run_id)
    if found is None:
        return None
    return RunRow(found.id, found.verb, found.started, found.ended, found.counts, len(found.problems))


def unread_of_run(session: Session, run_id: int, *, limit: int = 200) -> tuple[int, list[DocumentEntry]]:
    """How many documents of an import were kept though nothing could be read in them, and the first ones."""
    unread = Document.run_id == run_id, Document.remark.is_not(None)
    found = session.scalar(select(func.count(Document.id)).where(*unread)) or 0
    query = select(Document.id, Document.title, Document.doc, Document.published, Document.remark)
    rows = session.execute(query.where(*unread).order_by(Document.doc, Document.id).limit(limit))
    return found, [DocumentEntry(**row._mapping, claims=0) for row in rows]


def problems_of_run(session: Session, run_id: int, *, limit: int = 200) -> list[ProblemRow]:
    """What a run could not take in, in the order in which it met it."""
    query = select(Problem.place, Problem.reason).where(Problem.run_id == run_id).order_by(Problem.id).limit(limit)
    return [ProblemRow(row.place, row.reason) for row in session.execute(query)]
