"""What goes in and out of the program: stored documents for imports, claims, verdicts and conflicts as rows."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from typing import Any

from sqlalchemy import Select, and_, func, or_, select
from sqlalchemy.orm import Session, aliased

from factcheck.models import Claim, Conflict, Decision, Document, Incident, Question, Source
from factcheck.queries.conflicts import SURE
from factcheck.queries.sides import Side
from factcheck.record import EXTRA_FIELDS, FIELDS
from factcheck.values import Span

_CHUNK = 500
_AT_ONCE = 1_000

BESIDE = ("part", "identity", "carrier")
"""Types of conflicts that are not between two answers to one question."""

_newest = (
    select(func.max(Decision.id).label("id"))
    .where(Decision.subject_kind == "conflict")
    .group_by(Decision.subject_id)
    .subquery("newest")
)


@dataclass(frozen=True, slots=True)
class StoredDocument:
    """A stored document as an import needs it."""

    id: str
    doc: str
    source: str
    source_id: str
    kind: str
    text: str


@dataclass(frozen=True, slots=True)
class StoredStretch:
    """Where a stored claim stands in its document."""

    claim: str
    document: str
    span: Span


def document_count(session: Session) -> int:
    """How many documents are stored."""
    return session.scalar(select(func.count()).select_from(Document)) or 0


def has_unlinked_claims(session: Session) -> bool:
    """True when a stored claim stands under no question yet."""
    return session.scalar(select(Claim.id).where(Claim.question_id.is_(None)).limit(1)) is not None


def documents_named(session: Session, docs: Iterable[str]) -> list[StoredDocument]:
    """The stored documents with one of these outside ids."""
    query = select(Document.id, Document.doc, Source.name, Source.id, Document.kind, Document.text).join(Source)
    return [
        StoredDocument(*row)
        for some in _chunks(sorted(set(docs)))
        for row in session.execute(query.where(Document.doc.in_(some)).order_by(Document.id))
    ]


def stretches(session: Session, documents: Iterable[str]) -> list[StoredStretch]:
    """Where the stored claims of these documents stand."""
    query = select(Claim.id, Claim.document_id, Claim.start, Claim.end)
    return [
        StoredStretch(id, document, Span(start, end))
        for some in _chunks(sorted(set(documents)))
        for id, document, start, end in session.execute(query.where(Claim.document_id.in_(some)))
    ]


def claims_rows(session: Session) -> Iterator[dict[str, Any]]:
    """Every claim as its record, with claim, source, published, incident and question; by document and offset."""
    query = (
        select(Claim, Document.doc, Source.name, Document.published)
        .join(Document, Claim.document_id == Document.id)
        .join(Source)
        .order_by(Document.doc, Document.id, Claim.start, Claim.end, Claim.id)
    )
    for claim, doc, source, published in session.execute(query).yield_per(_AT_ONCE):
        row = {name: getattr(claim, _COLUMNS.get(name, name), None) for name in FIELDS + EXTRA_FIELDS}
        row |= {"doc": doc, "low": plain(claim.low), "high": plain(claim.high)}
        row["event_date"] = _days(claim.event_start, claim.event_end)
        yield row | {
            "claim": claim.id, "source": source, "published": _iso(published),
            "incident": claim.incident_id, "question": claim.question_id,
        }  # fmt: skip


def verdict_rows(session: Session) -> Iterator[dict[str, Any]]:
    """Every current question with two or more claims, its verdict and its claims; then each pair that stands
    beside the questions' own verdicts: of two questions, or of a carrier and its claimant."""
    several = select(Claim.question_id).group_by(Claim.question_id).having(func.count() > 1)
    query = (
        select(
            Question.id, Question.incident_id, Question.kind, Question.type, Question.verdict, Question.reason,
            Claim.id, Document.doc, Claim.start, Claim.end, Claim.kind, Claim.low, Claim.high, Claim.claimant_name,
        )
        .join(Claim, Claim.question_id == Question.id)
        .join(Document, Claim.document_id == Document.id)
        .where(Question.current, Question.id.in_(several))
        .order_by(Question.incident_id, Question.id, Document.doc, Claim.start, Claim.id)
    )  # fmt: skip
    rows = session.execute(query).yield_per(_AT_ONCE)
    for (question, incident, kind, type_, verdict, reason), members in groupby(rows, key=lambda row: row[:6]):
        yield {
            "question": question, "incident": incident, "kind": kind, "type": type_, "verdict": verdict,
            "reason": reason, "claims": [_member(row) for row in members],
        }  # fmt: skip
    yield from _beside_rows(session)


def _beside_rows(session: Session) -> Iterator[dict[str, Any]]:
    sides = aliased(Claim, name="side_a"), aliased(Claim, name="side_b")
    texts = aliased(Document, name="text_a"), aliased(Document, name="text_b")
    members = [
        column
        for claim, text in zip(sides, texts, strict=True)
        for column in (
            claim.id,
            text.doc,
            claim.start,
            claim.end,
            claim.kind,
            claim.low,
            claim.high,
            claim.claimant_name,
        )
    ]
    query = select(
        Question.id, Question.incident_id, Question.kind, Conflict.type, Conflict.reason, *members
    ).join(Conflict, Conflict.question_id == Question.id)
    for claim, text, column in zip(sides, texts, (Conflict.claim_a_id, Conflict.claim_b_id), strict=True):
        query = query.join(claim, claim.id == column).join(text, text.id == claim.document_id)
    said_already = func.coalesce(Question.type, "") == Conflict.type
    query = query.where(Conflict.current, Conflict.type.in_(BESIDE), ~said_already)
    query = query.order_by(Question.incident_id, Conflict.id)
    for row in session.execute(query).yield_per(_AT_ONCE):
        question, incident, kind, type_, reason, *both = row
        yield {
            "question": question, "incident": incident, "kind": kind, "type": type_,
            "verdict": "discrepancy" if type_ == "carrier" else "conflict", "reason": reason,
            "claims": [_member((*row[:6], *both[:8])), _member((*row[:6], *both[8:]))],
        }  # fmt: skip


def report_rows(session: Session, conflicts: Sequence[str] | None = None) -> list[dict[str, Any]]:
    """The conflicts as the discrepancy report has them, worst first; of the given ids, or all.

    All: those that the machine finds now, and those that it no longer finds, or only calls possible, but a person
    called real.
    """
    query = _report_query()
    if conflicts is None:
        kept = and_(Decision.status == "real", Conflict.merged_into.is_(None))
        query = query.where(or_(and_(Conflict.current, SURE), kept))
        return [dict(row) for row in session.execute(query).mappings()]
    wanted = [
        dict(row)
        for some in _chunks(list(conflicts))
        for row in session.execute(query.where(Conflict.id.in_(some))).mappings()
    ]
    return sorted(wanted, key=lambda row: (-row["severity"], row["conflict_id"]))


def _report_query() -> Select[*tuple[Any, ...]]:
    query: Select[*tuple[Any, ...]] = (
        select(
            Conflict.id.label("conflict_id"), Question.id.label("question_id"),
            Incident.label.label("incident"), Question.label.label("question"),
            Question.kind, Conflict.type, Conflict.severity,
            func.coalesce(Decision.status, "open").label("status"),
            Incident.start.label("incident_start"), Incident.end.label("incident_end"), Incident.place,
            Question.subject, Conflict.gap_abs, Conflict.gap_ratio, Conflict.carriers_a, Conflict.carriers_b,
            Conflict.reason, Decision.decided_by, Decision.decided_at, Decision.note,
        )
        .join(Question, Conflict.question_id == Question.id)
        .join(Incident, Question.incident_id == Incident.id)
        .outerjoin(
            Decision,
            and_(
                Decision.subject_kind == "conflict",
                Decision.subject_id == Conflict.id,
                Decision.id.in_(select(_newest.c.id)),
            ),
        )
        .order_by(Conflict.severity.desc(), Conflict.id)
    )  # fmt: skip
    for letter in "ab":
        side = Side(letter)
        query = side.join(query).add_columns(
            side.voice.label(f"claimant_{letter}"),
            side.claim.stance.label(f"stance_{letter}"), side.claim.low.label(f"low_{letter}"),
            side.claim.high.label(f"high_{letter}"), side.claim.qualifier.label(f"qualifier_{letter}"),
            side.document.published.label(f"published_{letter}"), side.source.name.label(f"source_{letter}"),
            side.document.url.label(f"url_{letter}"), side.claim.quote.label(f"quote_{letter}"),
        )  # fmt: skip
    return query


_COLUMNS = {"claimant": "claimant_name"}


def _member(row: Sequence[Any]) -> dict[str, Any]:
    claim, doc, start, end, kind, low, high, claimant = tuple(row)[6:]
    return {
        "claim": claim, "doc": doc, "start": start, "end": end, "kind": kind,
        "low": plain(low), "high": plain(high), "claimant": claimant,
    }  # fmt: skip


def plain(number: float | None) -> float | int | None:
    """The number without a needless fraction."""
    return int(number) if number is not None and number == int(number) else number


def _days(first: date | None, last: date | None) -> list[str] | None:
    return None if first is None or last is None else [first.isoformat(), last.isoformat()]


def _iso(day: date | None) -> str | None:
    return None if day is None else day.isoformat()


def _chunks(ids: Sequence[str]) -> Iterator[Sequence[str]]:
    for at in range(0, len(ids), _CHUNK):
        yield ids[at : at + _CHUNK]
