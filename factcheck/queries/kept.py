"""The arrays that are kept of linked claims, read in one piece each."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import Any

import numpy as np
from numpy.typing import NDArray
from sqlalchemy import select
from sqlalchemy.orm import Session

from factcheck.models import LinkingPart

Bytes = NDArray[np.uint8]
Part = tuple[str, int, str, Bytes]
"""A part's name and number, the sort of its numbers, and its data."""


def kept(session: Session) -> dict[str, NDArray[Any]]:
    """The arrays that are kept of linked claims, by name; none when nothing is."""
    parts = _of_file(session) if session.get_bind().dialect.name == "sqlite" else _of_server(session)
    out = {}
    for name, several in groupby(parts, key=lambda part: part[0]):
        every = list(several)
        sort = np.dtype(every[0][2])
        stored = [data for _, number, _, data in every if number >= 0]
        array = (stored[0] if len(stored) == 1 else np.concatenate(stored)).view(sort)
        patches = [data.tobytes() for _, number, _, data in every if number < 0]
        out[name] = _patched(array, reversed(patches)) if patches else array
    return out


def _of_server(session: Session) -> Iterator[Part]:
    part = LinkingPart
    query = select(part.name, part.part, part.sort, part.data).order_by(part.name, part.part)
    for name, number, sort, data in session.execute(query).yield_per(4):
        yield name, number, sort, np.frombuffer(data, np.uint8)


def _of_file(session: Session) -> Iterator[Part]:
    """Each part is copied once, out of the file; as the column of a row it is three times."""
    connection = session.connection()
    query = "SELECT name, part, sort, rowid FROM linking ORDER BY name, part"
    every = connection.exec_driver_sql(query).all()
    driver: Any = connection.connection.driver_connection
    for name, number, sort, row in every:
        with driver.blobopen(LinkingPart.__tablename__, "data", row, readonly=True) as blob:
            yield name, number, sort, np.frombuffer(blob.read(), np.uint8)


def _patched(array: NDArray[Any], patches: Iterable[bytes]) -> NDArray[Any]:
    """The array with what changed in it later, the first change first: places, and behind them values."""
    array = array.copy()
    for patch in patches:
        amount = len(patch) // (8 + array.itemsize)
        array[np.frombuffer(patch, np.int64, amount)] = np.frombuffer(patch, array.dtype, amount, 8 * amount)
    return array
