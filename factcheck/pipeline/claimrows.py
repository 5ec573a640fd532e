"""Claims that come ready-made find their document: the stored one, or one made of their quotes."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from factcheck.errors import ClaimError, ReadError
from factcheck.ids import claim_id, sheet_id, source_id
from factcheck.language.sheet import REMARK, Sheet
from factcheck.models import CLAIMS_ONLY
from factcheck.queries.exchange import StoredDocument, documents_named, stretches
from factcheck.readers import SourcedClaim
from factcheck.store.documents import Filed
from factcheck.values import ClaimRecord, Document, Span

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

EXTRACTOR = "given"
"""The extractor of claims that came ready-made."""
EXTRACTOR_VERSION = "1"

_Refuse = Callable[[ReadError], None]


def lay_out(session: Session, rows: Sequence[SourcedClaim], refuse: _Refuse) -> list[Filed]:
    """The rows as claims of documents; a row that fits nowhere is refused by its place and reason.

    A claim goes to the stored document with its outside id (and source, when it names one) in whose text the
    quote stands at its offsets. Otherwise to a document made of such quotes, one for each outside id, source,
    address and day: blanks between the quotes keep the outside offsets. A quote without offsets gets a line.
    """
    stored = documents_named(session, {row.claim.doc for row in rows})
    texts = _by_name([one for one in stored if one.kind != CLAIMS_ONLY])
    books = _Sheets(stored, session)
    attached: dict[str, tuple[StoredDocument, list[ClaimRecord]]] = {}
    for row in rows:
        if not row.claim.quote.strip():
            refuse(ReadError("the claim has no quote", where=row.where))
            continue
        document = None if books.holds(row) else _document_of(row, texts)
        if document is not None:
            attached.setdefault(document.id, (document, []))[1].append(row.claim)
            continue
        try:
            books.lay(row)
        except ClaimError as error:
            refuse(ReadError(str(error), where=row.where))
    return [*_attachments(attached), *books.filed()]


def _by_name(stored: Sequence[StoredDocument]) -> dict[str, list[StoredDocument]]:
    named: dict[str, list[StoredDocument]] = {}
    for one in stored:
        named.setdefault(one.doc, []).append(one)
    return named


def _document_of(row: SourcedClaim, texts: dict[str, list[StoredDocument]]) -> StoredDocument | None:
    claim = row.claim
    for one in texts.get(claim.doc, ()):
        same_source = row.source is None or source_id(row.source) == one.source_id
        if same_source and one.text[claim.start : claim.end] == claim.quote:
            return one
    return None


def _attachments(attached: dict[str, tuple[StoredDocument, list[ClaimRecord]]]) -> Iterator[Filed]:
    for one, claims in attached.values():
        item = Document(doc=one.doc, text=one.text, source=one.source)
        yield Filed(one.id, item, tuple(claims), EXTRACTOR, EXTRACTOR_VERSION, attached=True)


@dataclass
class _Book:
    """A document that is being made of quotes."""

    id: str
    row: SourcedClaim  # the first that named it
    sheet: Sheet
    claims: list[ClaimRecord] = field(default_factory=list)


class _Sheets:
    """The documents made of quotes that a batch of rows needs, stored ones with what is known of them."""

    def __init__(self, stored: Sequence[StoredDocument], session: Session) -> None:
        made = {one.id: one for one in stored if one.kind == CLAIMS_ONLY}
        self._texts = {id: one.text for id, one in made.items()}
        self._known: dict[str, dict[str, Span]] = {id: {} for id in made}
        for stretch in stretches(session, made):
            self._known[stretch.document][stretch.claim] = stretch.span
        self._books: dict[str, _Book] = {}

    def holds(self, row: SourcedClaim) -> bool:
        """True when an earlier import stored just this claim on a sheet: it stays there."""
        id = _sheet_of(row)
        return claim_id(id, row.claim) in self._known.get(id, ())

    def lay(self, row: SourcedClaim) -> None:
        """The row's claim stands on its sheet.

        Raises:
            ClaimError: its offsets or its quote do not fit.
        """
        id, claim = _sheet_of(row), row.claim
        if id not in self._books:
            known = self._known.get(id, {})
            sheet = Sheet(self._texts.get(id, ""), known.values())
            self._books[id] = _Book(id, row, sheet)
        book = self._books[id]
        if _placed(claim):
            span = book.sheet.lay(claim.quote, claim.start, claim.end)
        else:
            span = book.sheet.append(claim.quote)
        book.claims.append(replace(claim, start=span.start, end=span.end))

    def filed(self) -> Iterator[Filed]:
        """The documents with their claims, as they go into the store."""
        for book in self._books.values():
            if not book.claims:
                continue
            row = book.row
            item = Document(
                doc=row.claim.doc, text=book.sheet.text, source=_source_of(row), title=row.title,
                published=row.published, url=row.url, kind=CLAIMS_ONLY,
            )  # fmt: skip
            grows = self._texts.get(book.id, item.text) != item.text
            yield Filed(
                book.id, item, tuple(book.claims), EXTRACTOR, EXTRACTOR_VERSION, REMARK, grows=grows
            )  # fmt: skip


def _placed(claim: ClaimRecord) -> bool:
    return claim.end > claim.start


def _sheet_of(row: SourcedClaim) -> str:
    return sheet_id(_source_of(row), row.claim.doc, row.url, row.published, placed=_placed(row.claim))


def _source_of(row: SourcedClaim) -> str:
    """The row's source; one that nobody named is as many sources as there are documents, not one."""
    return row.source or f"unnamed source of {row.claim.doc}"
