"""What linking and comparing read: all claims as a DataFrame."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import Any

import numpy as np
import pandas as pd
import pyarrow as pa
import pyarrow.compute as pc
from sqlalchemy import Label, Select, String, case, func, select, type_coerce
from sqlalchemy.orm import InstrumentedAttribute, Session

from factcheck.models import CLAIMS_ONLY, Claim, Claimant, Document, Source
from factcheck.proper_names import proper_names
from factcheck.store.rows import chunks

CONTEXT = 600
"""Most characters of the paragraph around a quote that linking reads."""
_UNKNOWN = re.compile(r"[ \t]{4,}")
"""Between the quotes of a document that is known by its claims only stand blanks: nobody knows what was said
there."""
_AT_ONCE = 10_000
_DAYS = ("published", "event_start", "event_end")
_TYPES = {
    **dict.fromkeys(_DAYS, pa.date32()), "low": pa.float64(), "high": pa.float64(), "start": pa.int64(),
    "part_of": pa.bool_(), "recorded": pa.bool_(),
}  # fmt: skip
"""The types of columns that hold no texts."""


def _day(column: InstrumentedAttribute[date | None]) -> Label[Any]:
    """A day as the database gives it: all days are read at once later, and not one by one."""
    return type_coerce(column, String).label(column.key)


def claims_frame(
    session: Session, *, questions: Iterable[str] | None = None, documents: Iterable[str] | None = None
) -> pd.DataFrame:
    """All claims (or those of some questions or documents), a row each: what ``linking.link`` takes, and
    ``stored_question``, ``stored_incident``. ``names``: the proper names in the whole text of the document.
    ``recorded``: the claim came as a record, without its text."""
    first = case((Claim.start > CONTEXT, Claim.start - CONTEXT), else_=0)  # where the window begins
    window = func.substr(Document.text, first + 1, 2 * CONTEXT + Claim.end - Claim.start)
    query = (
        select(
            Claim.id.label("claim"), Claim.document_id.label("document"), Source.name.label("source"),
            _day(Document.published), Claim.kind, Claim.low, Claim.high, Claim.qualifier, Claim.victims,
            Claim.target, func.coalesce(Claimant.name, Claim.claimant_name).label("claimant"), Claim.stance,
            _day(Claim.event_start), _day(Claim.event_end), Claim.place, Claim.side, Claim.role, Claim.part_of,
            Claim.quote, Claim.start, Document.title,
            Claim.question_id.label("stored_question"), Claim.incident_id.label("stored_incident"),
            (Document.kind == CLAIMS_ONLY).label("recorded"), window.label("context"),
        )
        .join(Document, Claim.document_id == Document.id)
        .join(Source)
        .outerjoin(Claimant, Claim.claimant_id == Claimant.id)
        .order_by(Claim.document_id, Claim.start, Claim.id)
    )  # fmt: skip
    asked: list[Select[Any]] = [query]
    if questions is not None or documents is not None:
        column = Claim.document_id if questions is None else Claim.question_id
        asked = [query.where(column.in_(some)) for some in chunks(questions or documents or ())]
    names = [column.name for column in query.selected_columns]
    columns: dict[str, list[pa.Array]] = {name: [] for name in names}
    for told in _at_once(session, asked):
        for name, array in zip(names, _arrays(names, told), strict=True):
            columns[name].append(array)
    # column by column, so that nothing is there twice
    frame = pd.DataFrame({name: _column(columns.pop(name), _TYPES.get(name, pa.large_string())) for name in names})
    every = questions is None and documents is None
    return frame.assign(names=_of_documents(frame["document"], session, every=every))


def _at_once(session: Session, asked: Sequence[Any]) -> Iterator[list[tuple[Any, ...]]]:
    """The rows of queries, so many at a time."""
    connection = session.connection()
    for query in asked:
        for rows in connection.execute(query).yield_per(_AT_ONCE).partitions():
            yield list(zip(*rows, strict=True))


def _arrays(names: Sequence[str], told: Sequence[Sequence[Any]]) -> Iterator[pa.Array]:
    """The columns of some rows; days still as the database gives them."""
    at = {name: number for number, name in enumerate(names)}
    for name, values in zip(names, told, strict=True):
        if name == "context":
            values = list(map(_paragraph, values, told[at["start"]], told[at["quote"]]))
        yield pa.array(_days(values) if name in _DAYS else values, _TYPES.get(name, pa.large_string()))


def _days(values: Sequence[Any]) -> list[date | None]:
    """Days, of what a database gives them as."""
    known = {value: date.fromisoformat(value) if isinstance(value, str) else value for value in set(values)}
    return [known[value] for value in values]


def _column(parts: list[pa.Array], type: pa.DataType) -> pd.Series[Any] | np.ndarray[Any, Any]:
    """A column of its parts, as pandas has it: texts stay with Arrow."""
    array = pa.chunked_array(parts, type).combine_chunks()
    if pa.types.is_large_string(type):
        return pd.Series(array, dtype="str")
    if pa.types.is_date(type):
        return np.asarray(array.cast(pa.timestamp("us")).to_numpy(zero_copy_only=False))
    if pa.types.is_floating(type):
        array = pc.fill_null(array, np.nan)
    return np.asarray(array.to_numpy(zero_copy_only=False))


def _of_documents(document: pd.Series[str], session: Session, *, every: bool) -> pd.Series[str]:
    """The proper names in the text of each claim's document."""
    code, ids = pd.factorize(document)
    known = _names(session, None if every else ids)
    told = pa.array([known.get(id) for id in ids], pa.large_string())
    return pd.Series(told.take(pa.array(code)), dtype="str")


def _paragraph(window: str, start: int, quote: str) -> str:
    return paragraph(window, min(start, CONTEXT), len(quote))


def _names(session: Session, documents: Iterable[str] | None) -> dict[str, str]:
    """The proper names of each document (None: of all that have claims)."""
    query = select(Document.id, Document.text)
    asked = [query.where(Document.id.in_(select(Claim.document_id)))]
    if documents is not None:
        asked = [query.where(Document.id.in_(some)) for some in chunks(documents)]
    return {
        id: names
        for some in _at_once(session, asked)
        for id, names in zip(some[0], map(proper_names, some[1]), strict=True)
    }


def paragraph(window: str, start: int, length: int) -> str:
    """The paragraph around a quote that stands at ``start`` in the window; at most ``CONTEXT`` characters."""
    begin = window.rfind("\n", 0, start) + 1
    end = window.find("\n", start + length)
    end = len(window) if end < 0 else end
    spare = max(0, CONTEXT - length) // 2
    begin, end = max(begin, start - spare), min(end, start + length + spare)
    told = window[begin:end].strip()
    if "  " in told or "\t" in told:
        told = _UNKNOWN.sub(" ... ", told)
    return " ".join(told.split())[:CONTEXT]
