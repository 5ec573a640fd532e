"""Claims as the pages show them: filtered and paged, of a question, of a document."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from sqlalchemy import ColumnElement, Row, Select, func, or_, select
from sqlalchemy.orm import Session

from factcheck.models import Claim, Claimant, Document, Source
from factcheck.values import Qualifier, Quantity

if TYPE_CHECKING:
    import pandas as pd

MOST_OPTIONS = 500
"""How many names a filter offers; text search finds the rest."""

AnySelect = Select[*tuple[Any, ...]]
AnyRow = Row[*tuple[Any, ...]]

VOICE = func.coalesce(Claimant.name, Source.name)
"""Who says it: the claimant, or the source when the document speaks for itself."""


@dataclass(frozen=True, slots=True)
class ClaimFilter:
    """What the claims page was asked for; empty means everything."""

    kinds: tuple[str, ...] = ()
    claimants: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    first: date | None = None
    last: date | None = None
    text: str = ""


@dataclass(frozen=True, slots=True)
class ClaimRow:
    """One claim with the document and source that it stands in."""

    id: str
    document: str
    question: str | None
    kind: str
    low: float | None
    high: float | None
    qualifier: str | None
    victims: str | None
    target: str | None
    claimant: str | None  # None: the document's own voice
    stance: str
    event_start: date | None
    event_end: date | None
    place: str | None
    quote: str
    start: int
    end: int
    part_of: bool
    vague_word: str | None
    via: str | None
    rule: str | None
    confidence: float | None
    source: str
    published: date | None
    url: str | None
    title: str | None
    doc: str

    @property
    def voice(self) -> str:
        """Who says it: the claimant, else the source."""
        return self.claimant or self.source

    @property
    def quantity(self) -> Quantity | None:
        """Its figure, or None for a claim without one."""
        return None if self.qualifier is None else Quantity(self.low, self.high, Qualifier(self.qualifier))


@dataclass(frozen=True, slots=True)
class Options:
    """What a page's filters offer, the most frequent first."""

    kinds: tuple[str, ...]
    claimants: tuple[str, ...]
    sources: tuple[str, ...]
    places: tuple[str, ...]


def claim_page(session: Session, wanted: ClaimFilter, *, limit: int, offset: int = 0) -> list[ClaimRow]:
    """One page of the claims that fit the filter, the newest document first, then in the order of its text."""
    query = (
        _filtered(_rows(), wanted)
        .order_by(Document.published.desc().nulls_last(), Document.id, Claim.start, Claim.id)
        .limit(limit)
        .offset(offset)
    )
    return [_claim(row) for row in session.execute(query)]


def count_claims(session: Session, wanted: ClaimFilter) -> int:
    """How many claims fit the filter."""
    return session.scalar(_filtered(_joined(select(func.count(Claim.id))), wanted)) or 0


def claim_options(session: Session) -> Options:
    """The kinds, claimants, sources and places that occur among the claims."""
    return Options(
        kinds=_frequent(session, Claim.kind),
        claimants=_frequent(session, VOICE),
        sources=_frequent(session, Source.name),
        places=_frequent(session, Claim.place),
    )


def claims_table(session: Session, wanted: ClaimFilter) -> pd.DataFrame:
    """The claims that fit the filter as a table for people outside: one row a claim, dates as ISO text."""
    import pandas as pd  # here, so that the first page of a fresh dashboard need not wait for it

    query = _filtered(_rows(), wanted).order_by(Document.published, Document.id, Claim.start, Claim.id)
    rows = [_claim(row) for row in session.execute(query.execution_options(yield_per=2_000))]
    names = (
        "id", "question", "kind", "low", "high", "qualifier", "victims", "target", "claimant", "stance",
        "event_start", "event_end", "place", "quote", "start", "end", "source", "published", "url", "title", "doc",
        "rule", "confidence",
    )  # fmt: skip
    table = pd.DataFrame({name: [_plain(getattr(row, name)) for row in rows] for name in names}, dtype=object)
    return table.rename(columns={"id": "claim"})


def claims_of_question(session: Session, question: str) -> list[ClaimRow]:
    """Every claim that answers a question, the oldest first."""
    query = _rows().where(Claim.question_id == question)
    query = query.order_by(Document.published.nulls_first(), Document.id, Claim.start, Claim.id)
    return [_claim(row) for row in session.execute(query)]


def claims_of_document(session: Session, document: str) -> list[ClaimRow]:
    """Every claim of a document in the order of its text."""
    query = _rows().where(Claim.document_id == document).order_by(Claim.start, Claim.end, Claim.id)
    return [_claim(row) for row in session.execute(query)]


def claims_by_id(session: Session, ids: Iterable[str]) -> dict[str, ClaimRow]:
    """The claims with these ids; an unknown id is left out."""
    wanted = list(dict.fromkeys(ids))
    return {row.id: _claim(row) for row in session.execute(_rows().where(Claim.id.in_(wanted)))} if wanted else {}


def _joined(query: AnySelect) -> AnySelect:
    return (
        query.select_from(Claim)
        .join(Document, Document.id == Claim.document_id)
        .join(Source, Source.id == Document.source_id)
        .outerjoin(Claimant, Claimant.id == Claim.claimant_id)
    )


def _rows() -> AnySelect:
    return _joined(
        select(
            Claim.id, Claim.document_id.label("document"), Claim.question_id.label("question"), Claim.kind,
            Claim.low, Claim.high, Claim.qualifier, Claim.victims, Claim.target,
            func.coalesce(Claimant.name, Claim.claimant_name).label("claimant"), Claim.stance,
            Claim.event_start, Claim.event_end, Claim.place, Claim.quote, Claim.start, Claim.end,
            Claim.part_of, Claim.vague_word, Claim.via, Claim.rule, Claim.confidence, Source.name.label("source"),
            Document.published, Document.url, Document.title, Document.doc,
        )
    )  # fmt: skip


def _filtered(query: AnySelect, wanted: ClaimFilter) -> AnySelect:
    if wanted.kinds:
        query = query.where(Claim.kind.in_(wanted.kinds))
    if wanted.claimants:
        query = query.where(VOICE.in_(wanted.claimants))
    if wanted.sources:
        query = query.where(Source.name.in_(wanted.sources))
    if wanted.places:
        query = query.where(Claim.place.in_(wanted.places))
    if wanted.first:
        query = query.where(func.coalesce(Claim.event_end, Document.published) >= wanted.first)
    if wanted.last:
        query = query.where(func.coalesce(Claim.event_start, Document.published) <= wanted.last)
    for word in wanted.text.split():
        query = query.where(
            contains(word, Claim.quote, Claim.victims, Claim.target, Claim.place, VOICE, Document.title)
        )
    return query


def contains(word: str, *columns: Any) -> ColumnElement[bool]:
    """True where one of the columns holds the word, in any case; % and _ stand for themselves."""
    return or_(*(column.icontains(word, autoescape=True) for column in columns))


def _frequent(session: Session, column: Any) -> tuple[str, ...]:
    query = _joined(select(column)).where(column.is_not(None)).group_by(column)
    query = query.order_by(func.count().desc(), column).limit(MOST_OPTIONS)
    return tuple(session.scalars(query))


def _claim(row: AnyRow) -> ClaimRow:
    return ClaimRow(**row._mapping)


def _plain(value: Any) -> Any:
    if isinstance(value, date):
        return value.isoformat()
    return int(value) if isinstance(value, float) and value == int(value) else value
