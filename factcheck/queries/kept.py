"""The arrays that are kept of linked claims, read in one piece each."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from itertools import groupby
from typing import Any

import numpy as np
from numpy.typing import NDArray
from sqlalchemy import select
from sqlalchemy.orm import Session

from factcheck.models import LinkingPart

Bytes = NDArray[np.uint8]
Part = tuple[str, int, str, int, Callable[[], bytes]]
"""A part's name and number, the sort of its numbers, how many bytes it has, and what reads them."""


def kept(session: Session) -> dict[str, NDArray[Any]]:
    """The arrays that are kept of linked claims, by name; none when nothing is."""
    parts = _of_file(session) if session.get_bind().dialect.name == "sqlite" else _of_server(session)
    out = {}
    for name, several in groupby(parts, key=lambda part: part[0]):
        every = list(several)
        array = _joined([part for part in every if part[1] >= 0]).view(np.dtype(every[0][2]))
        patches = [read() for _, number, _, _, read in every if number < 0]
        out[name] = _patched(array, reversed(patches)) if patches else array
    return out


def _joined(parts: Sequence[Part]) -> Bytes:
    """The bytes of all parts; each is put in its place as it is read, so that no two of them lie about twice."""
    if len(parts) == 1:
        return np.frombuffer(parts[0][-1](), np.uint8)
    out, at = np.empty(sum(size for *_, size, _ in parts), np.uint8), 0
    for *_, size, read in parts:
        out[at : at + size] = np.frombuffer(read(), np.uint8)
        at += size
    return out


def _of_server(session: Session) -> Iterator[Part]:
    part = LinkingPart
    query = select(part.name, part.part, part.sort, part.data).order_by(part.name, part.part)
    for name, number, sort, data in session.execute(query).yield_per(4):
        yield name, number, sort, len(data), partial(bytes, data)


def _of_file(session: Session) -> Iterator[Part]:
    """Each part is copied once, out of the file; as the column of a row it is three times."""
    connection = session.connection()
    query = "SELECT name, part, sort, length(data), rowid FROM linking ORDER BY name, part"
    every = connection.exec_driver_sql(query).all()
    driver: Any = connection.connection.driver_connection
    for name, number, sort, size, row in every:
        yield name, number, sort, size, partial(_read, driver, row)


def _read(driver: Any, row: int) -> bytes:
    with driver.blobopen(LinkingPart.__tablename__, "data", row, readonly=True) as blob:
        told: bytes = blob.read()
        return told


def _patched(array: NDArray[Any], patches: Iterable[bytes]) -> NDArray[Any]:
    """The array with what changed in it later, the first change first: places, and behind them values."""
    array = array.copy()
    for patch in patches:
        amount = len(patch) // (8 + array.itemsize)
        array[np.frombuffer(patch, np.int64, amount)] = np.frombuffer(patch, array.dtype, amount, 8 * amount)
    return array
