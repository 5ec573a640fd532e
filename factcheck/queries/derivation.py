"""What linking and comparing read: all claims as a DataFrame."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from typing import Any

import numpy as np
import pandas as pd
import pyarrow as pa
import pyarrow.compute as pc
from sqlalchemy import ClauseElement, func, select
from sqlalchemy.orm import Session

from factcheck.language.paragraphs import paragraphs
from factcheck.language.proper_names import proper_names_of
from factcheck.models import CLAIMS_ONLY, Claim, Claimant, Document, Source
from factcheck.store.rows import of_ids, plain_rows

_TYPES = {
    **dict.fromkeys(("published", "event_start", "event_end"), pa.date32()), "low": pa.float64(),
    "high": pa.float64(), "start": pa.int64(), "part_of": pa.bool_(), "recorded": pa.bool_(),
}  # fmt: skip
"""The types of columns that hold no texts."""
_TOLD_ONCE = ("source", "published", "title", "recorded")
"""The columns that a claim has of its document."""


def claims_frame(
    session: Session, *, questions: Iterable[str] | None = None, documents: Iterable[str] | None = None
) -> pd.DataFrame:
    """All claims (or those of some questions or documents), a row each: what ``linking.link`` takes, and
    ``stored_question``, ``stored_incident``. ``names``: the proper names in the whole text of the document.
    ``recorded``: the claim came as a record, without its text."""
    query = (
        select(
            Claim.id.label("claim"), Claim.document_id.label("document"), Claim.kind, Claim.low, Claim.high,
            Claim.qualifier, Claim.victims, Claim.target,
            func.coalesce(Claimant.name, Claim.claimant_name).label("claimant"), Claim.stance, Claim.event_start,
            Claim.event_end, Claim.place, Claim.side, Claim.role, Claim.part_of, Claim.quote, Claim.start,
            Claim.question_id.label("stored_question"), Claim.incident_id.label("stored_incident"),
        )
        .outerjoin(Claimant, Claim.claimant_id == Claimant.id)
        .order_by(Claim.document_id, Claim.start, Claim.id)
    )  # fmt: skip
    asked: Iterable[ClauseElement] = [query]
    of_all = questions is None and documents is None
    if not of_all:
        column = Claim.document_id if questions is None else Claim.question_id
        asked = of_ids(session, query, column, questions or documents or ())
    names = [column.name for column in query.selected_columns]
    parts: dict[str, list[pa.Array]] = {name: [] for name in (*names, *_TOLD_ONCE, "names", "context")}
    with ThreadPoolExecutor(1) as beside:  # texts are taken apart by loops, while the next claims are read
        reading: list[Future[dict[str, pa.Array]]] = []
        for rows in plain_rows(session, asked):
            told = dict(zip(names, zip(*rows, strict=True), strict=True))
            for name, values in told.items():
                parts[name].append(_array(name, values))
            once, number, texts = _documents(session, told["document"], all=of_all)
            for name, array in once.items():
                parts[name].append(array)
            _put(parts, reading)
            reading.append(beside.submit(_taken_apart, texts, number, told["start"], told["quote"]))
        _put(parts, reading)
    # column by column, so that nothing is there twice
    return pd.DataFrame({name: _column(name, parts.pop(name)) for name in list(parts)})


def _put(parts: dict[str, list[pa.Array]], reading: list[Future[dict[str, pa.Array]]]) -> None:
    """What was being read stands at the end of its columns."""
    while reading:
        for name, array in reading.pop().result().items():
            parts[name].append(array)


def _documents(
    session: Session, document: Sequence[str], *, all: bool
) -> tuple[dict[str, pa.Array], list[int], tuple[str, ...]]:
    """What the documents of some claims have for each, by column; the number of each claim's document, and the
    texts of the documents. ``all``: the claims are all from the first to the last document."""
    query = select(
        Document.id, Source.name, Document.published, Document.title, Document.kind == CLAIMS_ONLY, Document.text
    ).join(Source)
    asked: Iterable[ClauseElement] = of_ids(session, query, Document.id, document)
    if all:  # naming them one by one takes longer
        with_claims = select(Claim.document_id).where(Claim.document_id.between(document[0], document[-1]))
        asked = [query.where(Document.id.in_(with_claims))]
    ids, *columns, texts = zip(*(row for rows in plain_rows(session, asked) for row in rows), strict=True)
    number = {id: number for number, id in enumerate(ids)}
    of_claim = [number[id] for id in document]
    take = pa.array(of_claim, pa.int32())
    told = {name: _array(name, values).take(take) for name, values in zip(_TOLD_ONCE, columns, strict=True)}
    return told, of_claim, texts


def _taken_apart(
    texts: Sequence[str], number: Sequence[int], start: Sequence[int], quote: Sequence[str]
) -> dict[str, pa.Array]:
    """For each claim the names in its document (``number`` of ``texts``), and the paragraph around the quote."""
    return {
        "names": proper_names_of(texts).take(pa.array(number, pa.int32())),
        "context": paragraphs(texts, number, start, list(map(len, quote))),
    }


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
