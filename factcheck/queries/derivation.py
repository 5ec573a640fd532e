"""What linking and comparing read: all claims as a DataFrame."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from typing import Any

import numpy as np
import pandas as pd
import pyarrow as pa
import pyarrow.compute as pc
from sqlalchemy import func, literal_column, select
from sqlalchemy.exc import DataError
from sqlalchemy.orm import InstrumentedAttribute, Session

from factcheck.language.paragraphs import paragraphs
from factcheck.language.proper_names import proper_names_of
from factcheck.models import CLAIMS_ONLY, Claim, Claimant, Document, Source
from factcheck.queries.claims import AnySelect
from factcheck.queries.packed import packed
from factcheck.store.rows import of_ids, plain_rows

_TYPES = {
    **dict.fromkeys(("published", "event_start", "event_end"), pa.date32()), "low": pa.float64(),
    "high": pa.float64(), "start": pa.int64(), "part_of": pa.bool_(), "recorded": pa.bool_(),
}  # fmt: skip
"""The types of columns that hold no texts."""
PIECE = 30_000
"""Claims that SQLite hands over at a time, about; a document is never divided."""
_TOLD_ONCE = ("source", "published", "title", "recorded")
"""The columns that a claim has of its document."""


def claims_frame(
    session: Session,
    *,
    questions: Iterable[str] | None = None,
    documents: Iterable[str] | None = None,
    beside: Session | None = None,
) -> pd.DataFrame:
    """All claims (or those of some questions or documents), a row each: what ``linking.link`` takes, and
    ``stored_question``, ``stored_incident``. ``names``: the proper names in the whole text of the document.
    ``recorded``: the claim came as a record, without its text.

    ``beside``: another session, of the same state of a SQLite file, which reads half of all claims meanwhile.
    """  # fmt: skip
    query: AnySelect = (
        select(
            Claim.id.label("claim"), Claim.document_id.label("document"), Claim.kind, Claim.low, Claim.high,
            Claim.qualifier, Claim.victims, Claim.target,
            func.coalesce(Claimant.name, Claim.claimant_name).label("claimant"), Claim.stance, Claim.event_start,
            Claim.event_end, Claim.place, Claim.side, Claim.role, Claim.part_of, Claim.quote, Claim.start,
            Claim.gist, Claim.question_id.label("stored_question"), Claim.incident_id.label("stored_incident"),
        )
        .outerjoin(Claimant, Claim.claimant_id == Claimant.id)
    )  # fmt: skip
    if questions is None and documents is None:
        pieces = _every(session, query, beside)
    else:
        column = Claim.document_id if questions is None else Claim.question_id
        pieces = _some(session, query, column, questions or documents or ())
    parts: dict[str, list[pa.Array]] = {column.name: [] for column in query.selected_columns}
    parts |= {name: [] for name in (*_TOLD_ONCE, "names", "context")}
    with ThreadPoolExecutor(1) as taking_apart:  # texts are taken apart by loops, while the next claims are read
        reading: list[Future[dict[str, pa.Array]]] = []
        for claims, held in pieces:
            _put(parts, reading)
            for name, values in claims.items():
                parts[name].append(values)
            reading.append(taking_apart.submit(_of_documents, claims, held))
        _put(parts, reading)
    with ThreadPoolExecutor(2) as columns:  # one after the other, so that little is there twice
        names = list(parts)
        told = columns.map(lambda name: _column(name, parts.pop(name)), names)
        return pd.DataFrame(dict(zip(names, told, strict=True)))


def _put(parts: dict[str, list[pa.Array]], reading: list[Future[dict[str, pa.Array]]]) -> None:
    """What was being read stands at the end of its columns."""
    while reading:
        for name, array in reading.pop().result().items():
            parts[name].append(array)


Piece = tuple[dict[str, pa.Array], dict[str, pa.Array]]
"""Claims by column, and their documents."""

_DOCUMENTS: AnySelect = select(
    Document.id, Source.name.label("source"), Document.published, Document.title,
    (Document.kind == CLAIMS_ONLY).label("recorded"), Document.text,
).join(Source)  # fmt: skip


def _some(
    session: Session, query: AnySelect, column: InstrumentedAttribute[Any], ids: Iterable[str]
) -> Iterator[Piece]:
    """The claims that have one of the ids in a column, so many at a time."""
    ordered = query.order_by(Claim.document_id, Claim.start, Claim.id)
    for rows in plain_rows(session, of_ids(session, ordered, column, ids)):
        claims = _columns(ordered, rows)
        asked = of_ids(session, _DOCUMENTS, Document.id, claims["document"].to_pylist())
        yield claims, _columns(_DOCUMENTS, [row for rows in plain_rows(session, asked) for row in rows])


def _every(session: Session, query: AnySelect, beside: Session | None) -> Iterator[Piece]:
    """All claims, those of some documents at a time."""
    if session.get_bind().dialect.name == "sqlite":
        yield from _of_file(session, query, beside)
        return
    ordered = query.order_by(Claim.document_id, Claim.start, Claim.id)
    for rows in plain_rows(session, [ordered]):
        claims = _columns(ordered, rows)
        first, last = (claims["document"][at].as_py() for at in (0, -1))
        asked = [_with_claims(first, last, with_first=True)]
        yield claims, _columns(_DOCUMENTS, [row for rows in plain_rows(session, asked) for row in rows])


def _of_file(session: Session, query: AnySelect, beside: Session | None) -> Iterator[Piece]:
    """All claims of a SQLite file, every second piece read by another session meanwhile."""
    last = ""
    with ThreadPoolExecutor(1) as other:
        while middle := _reach(session, before := last):
            ahead = None
            last = middle
            if beside is not None and (then := _reach(session, middle)):
                ahead = other.submit(_between, beside, query, middle, then)
                last = then
            yield _between(session, query, before, middle)
            if ahead is not None:
                yield ahead.result()


def _between(session: Session, query: AnySelect, before: str, last: str) -> Piece:
    """The claims of the documents after one up to another, and these."""
    own = query.where(Claim.document_id > before, Claim.document_id <= last)
    in_turn = own.order_by(Claim.document_id, Claim.start, literal_column("claim.rowid"))  # as indexed
    return _in_one(session, in_turn), _in_one(session, _with_claims(before, last))


def _in_one(session: Session, query: AnySelect) -> dict[str, pa.Array]:
    """The columns in one piece each; row by row where the texts of one are longer than SQLite's longest text."""
    try:
        return packed(session, query, _TYPES)
    except DataError:
        return _columns(query, [row for rows in plain_rows(session, [query]) for row in rows])


def _reach(session: Session, before: str) -> str | None:
    """The document up to which ``PIECE`` claims go, or as many as are left, after another."""
    behind = select(Claim.document_id).where(Claim.document_id > before)
    last = session.scalar(behind.order_by(Claim.document_id).offset(PIECE).limit(1))
    return last or session.scalar(select(func.max(Claim.document_id)).where(Claim.document_id > before))


def _with_claims(first: str, last: str, *, with_first: bool = False) -> AnySelect:
    """The documents with claims from one to another; naming them one by one takes longer."""
    behind = Claim.document_id >= first if with_first else Claim.document_id > first
    return _DOCUMENTS.where(Document.id.in_(select(Claim.document_id).where(behind, Claim.document_id <= last)))


def _columns(query: AnySelect, rows: Sequence[tuple[Any, ...]]) -> dict[str, pa.Array]:
    names = [column.name for column in query.selected_columns]
    return {name: _array(name, values) for name, values in zip(names, zip(*rows, strict=True), strict=True)}


def _of_documents(claims: dict[str, pa.Array], held: dict[str, pa.Array]) -> dict[str, pa.Array]:
    """What each claim has of its document: ``_TOLD_ONCE``, names in its text, the paragraph of its quote."""
    number = pc.index_in(claims["document"], value_set=held["id"])
    told = {name: held[name].take(number) for name in _TOLD_ONCE}
    told["names"] = proper_names_of(held["text"]).take(number)
    starts, lengths = claims["start"], pc.utf8_length(claims["quote"])
    told["context"] = paragraphs(held["text"], *(part.to_numpy() for part in (number, starts, lengths)))
    return told


def _array(name: str, values: Sequence[Any]) -> pa.Array:
    """A column of values as a database gives them: days may be texts, and truths numbers."""
    type = _TYPES.get(name, pa.large_string())
    if pa.types.is_boolean(type):
        return pa.array(list(map(bool, values)), type)
    if pa.types.is_date(type) and any(isinstance(value, str) for value in values):
        return pa.array(values, pa.string()).cast(type)
    return pa.array(values, type)


def _column(name: str, parts: list[pa.Array]) -> pd.Series[Any] | np.ndarray[Any, Any]:
    """A column of its parts, as pandas has it: texts stay with Arrow."""
    type = _TYPES.get(name, pa.large_string())
    array = pa.chunked_array(parts, type).combine_chunks()
    if pa.types.is_large_string(type):
        return pd.Series(array, dtype="str")
    if pa.types.is_date(type):
        return np.asarray(array.cast(pa.timestamp("us")).to_numpy(zero_copy_only=False))
    if pa.types.is_floating(type):
        array = pc.fill_null(array, np.nan)
    return np.asarray(array.to_numpy(zero_copy_only=False))
