"""Columns of a SQLite query, each in one piece: its texts one behind the other, and their lengths.

As rows, a million claims are twenty million objects, which one thread makes while others wait. SQLite puts a
column together itself, and holds up nobody. (So does ADBC's driver, but with a SQLite of its own: two of them in
one process take each other's locks on a file away.)
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import numpy as np
import pyarrow as pa
from numpy.typing import NDArray
from sqlalchemy import ColumnElement, LargeBinary, cast, func, select
from sqlalchemy.orm import Session
from sqlalchemy.types import Integer

from factcheck.queries.claims import AnySelect
from factcheck.store.rows import plain_rows

Types = Mapping[str, pa.DataType]
"""The types of columns that hold no texts; a day is a text here."""


def packed(session: Session, query: AnySelect, types: Types) -> dict[str, pa.Array]:
    """The columns of a query by name, in the order of its rows; texts as Arrow's large strings."""
    rows = query.subquery()
    asked: list[ColumnElement[Any]] = []
    for column in rows.columns:
        asked += _told(column) if _is_number(column.name, types) else _spelt(column)
    told = iter(session.execute(select(*asked)).one())
    out = {}
    for column in rows.columns:
        name = column.name
        if _is_number(name, types):
            out[name] = _numbers(session, query, name, types[name], (next(told), next(told)))
        else:
            out[name] = _texts(next(told), next(told), types.get(name))
    return out


def _is_number(name: str, types: Types) -> bool:
    return name in types and not pa.types.is_date(types[name])


def _told(column: ColumnElement[Any]) -> list[ColumnElement[Any]]:
    """Whole numbers one behind the other, and whether there are others: as text those would lose digits."""
    whole = cast(column, Integer)
    return [func.group_concat(func.coalesce(whole, "nan")), func.coalesce(func.max(column != whole), False)]


def _spelt(column: ColumnElement[Any]) -> list[ColumnElement[Any]]:
    """Texts one behind the other, and the length of each in bytes, -1 where it is missing."""
    length = func.length(cast(column, LargeBinary))
    whole = func.group_concat(func.coalesce(column, ""), "")
    return [cast(whole, LargeBinary), func.group_concat(func.coalesce(length, -1))]


def _numbers(
    session: Session, query: AnySelect, name: str, type: pa.DataType, told: tuple[str | None, bool]
) -> pa.Array:
    whole, others = told
    if others:
        one = query.with_only_columns(query.selected_columns[name], maintain_column_froms=True)
        return pa.array([value for rows in plain_rows(session, [one]) for (value,) in rows], type)
    found = np.fromstring(whole or "", np.float64, sep=",")
    if pa.types.is_boolean(type):
        return pa.array(found > 0, type)
    return pa.array(found, from_pandas=True).cast(type)


def _texts(letters: bytes | None, lengths: str | None, type: pa.DataType | None) -> pa.Array:
    length: NDArray[np.int64] = np.fromstring(lengths or "", np.int64, sep=",")
    ends = np.r_[0, np.cumsum(np.maximum(length, 0))]
    known = np.packbits(length >= 0, bitorder="little")
    parts = [pa.py_buffer(known), pa.py_buffer(ends), pa.py_buffer(letters or b"")]
    texts = pa.Array.from_buffers(pa.large_string(), len(length), parts)
    return texts if type is None else texts.cast(type)
