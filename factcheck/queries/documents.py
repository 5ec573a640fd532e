"""Documents as the pages show them: one in full, and where its source stands."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from factcheck import values
from factcheck.models import CLAIMS_ONLY, Document, Source

LONGEST_SHOWN = 200_000
"""Characters of a text that one page shows at once."""


@dataclass(frozen=True, slots=True)
class DocumentRow:
    """One document; ``text`` is the stretch from ``offset`` on, at most LONGEST_SHOWN characters of ``length``."""

    id: str
    doc: str
    title: str | None
    source: str
    url: str | None
    published: date | None
    published_at: str | None
    retrieved: datetime
    remark: str | None
    quotes_only: bool  # made from claim rows: between the quotes its text is blank
    length: int
    offset: int
    text: str


def document(session: Session, document_id: str, *, offset: int = 0) -> DocumentRow | None:
    """The document with this id, or None."""
    query = (
        select(
            Document.id, Document.doc, Document.title, Source.name.label("source"), Document.url,
            Document.published, Document.published_at, Document.retrieved, Document.remark,
            (Document.kind == CLAIMS_ONLY).label("quotes_only"), func.length(Document.text).label("length"),
            func.substr(Document.text, offset + 1, LONGEST_SHOWN).label("text"),
        )
        .join(Source, Source.id == Document.source_id)
        .where(Document.id == document_id)
    )  # fmt: skip
    row = session.execute(query).one_or_none()
    return None if row is None else DocumentRow(**row._mapping, offset=offset)


def item(session: Session, document_id: str) -> values.Document | None:
    """The document as a reader handed it on, its text cut after LONGEST_SHOWN characters; None when unknown."""
    query = (
        select(
            Document.doc, func.substr(Document.text, 1, LONGEST_SHOWN).label("text"),
            Source.name.label("source"), Document.title, Document.published, Document.published_at,
            Document.url, Document.kind,
        )
        .join(Source, Source.id == Document.source_id)
        .where(Document.id == document_id)
    )  # fmt: skip
    row = session.execute(query).one_or_none()
    return None if row is None else values.Document(**row._mapping)
