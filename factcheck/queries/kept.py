"""The arrays that are kept of linked claims, read in one piece each."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from itertools import groupby
from typing import Any

import numpy as np
from numpy.typing import NDArray
from sqlalchemy import Engine, func, select
from sqlalchemy.orm import Session

from factcheck.models import LinkingPart
from factcheck.store.linking import STAMP

Bytes = NDArray[np.uint8]
Part = tuple[str, int, str, int, Callable[[], Iterable[bytes]]]
"""A part's name and number, the sort of its numbers, how many bytes it has, and what reads them, in pieces."""

PIECE = 1 << 18
"""Bytes that are read of a file at a time: so few stand in the cache while they are put in their place, and the
memory for them is the same each time."""


def kept(session: Session) -> dict[str, NDArray[Any]]:
    """The arrays that are kept of linked claims, by name; none when nothing is.

    Half of what a SQLite file holds is read by another connection meanwhile.
    """
    file = session.get_bind()
    if not isinstance(file, Engine) or file.dialect.name != "sqlite":
        return dict(_arrays(_of_server(session)))
    sizes: dict[str, int] = dict(session.execute(_SIZES).all())
    half, room = set(), sum(sizes.values()) // 2
    for name in sorted(sizes, key=lambda name: (-sizes[name], name)):
        if sizes[name] <= room:
            half.add(name)
            room -= sizes[name]
    with ThreadPoolExecutor(1) as beside:
        others = beside.submit(_half, file, half, _stamp(session))
        own = dict(_arrays(_of_file(session, sizes.keys() - half)))
        told = others.result()
    return own | (dict(_arrays(_of_file(session, half))) if told is None else told)


_SIZES = select(LinkingPart.name, func.sum(func.length(LinkingPart.data))).group_by(LinkingPart.name)


def _half(file: Engine, names: Collection[str], stamp: bytes | None) -> dict[str, NDArray[Any]] | None:
    """Some of the arrays, read by a connection of its own; None when they changed since."""
    with Session(file) as session:
        return dict(_arrays(_of_file(session, names))) if _stamp(session) == stamp else None


def _stamp(session: Session) -> bytes | None:
    """What every change of the arrays brings another of."""
    return session.scalar(select(LinkingPart.data).where(LinkingPart.name == STAMP))


def _arrays(parts: Iterable[Part]) -> Iterator[tuple[str, NDArray[Any]]]:
    """The arrays of their parts, by name."""
    for name, several in groupby(parts, key=lambda part: part[0]):
        every = list(several)
        array = _joined([part for part in every if part[1] >= 0]).view(np.dtype(every[0][2]))
        patches = [b"".join(read()) for _, number, _, _, read in every if number < 0]
        yield name, _patched(array, reversed(patches)) if patches else array


def _joined(parts: Sequence[Part]) -> Bytes:
    """The bytes of all parts; each piece is put in its place as it is read."""
    out, at = np.empty(sum(size for *_, size, _ in parts), np.uint8), 0
    for *_, read in parts:
        for piece in read():
            out[at : at + len(piece)] = np.frombuffer(piece, np.uint8)
            at += len(piece)
    return out


def _of_server(session: Session) -> Iterator[Part]:
    part = LinkingPart
    query = select(part.name, part.part, part.sort, part.data).order_by(part.name, part.part)
    for name, number, sort, data in session.execute(query).yield_per(4):
        yield name, number, sort, len(data), partial(iter, (data,))


def _of_file(session: Session, names: Collection[str]) -> Iterator[Part]:
    """Each part is copied out of the file in pieces; as the column of a row it is three times, as a whole."""
    connection = session.connection()
    query = "SELECT name, part, sort, length(data), rowid FROM linking ORDER BY name, part"
    every = connection.exec_driver_sql(query).all()
    driver: Any = connection.connection.driver_connection
    for name, number, sort, size, row in every:
        if name in names:
            yield name, number, sort, size, partial(_read, driver, row)


def _read(driver: Any, row: int) -> Iterator[bytes]:
    with driver.blobopen(LinkingPart.__tablename__, "data", row, readonly=True) as blob:
        while piece := blob.read(PIECE):
            yield piece


def _patched(array: NDArray[Any], patches: Iterable[bytes]) -> NDArray[Any]:
    """The array with what changed in it later, the first change first: places, and behind them values."""
    array = array.copy()
    for patch in patches:
        amount = len(patch) // (8 + array.itemsize)
        array[np.frombuffer(patch, np.int64, amount)] = np.frombuffer(patch, array.dtype, amount, 8 * amount)
    return array
