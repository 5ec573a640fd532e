"""Writing what is kept of linked claims, and which documents changed since."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import chain
from typing import Any

import numpy as np
from numpy.typing import NDArray
from sqlalchemy import delete, func, select
from sqlalchemy.orm import Session

from factcheck.models import ChangedDocument, LinkingPart, LinkingSigns
from factcheck.store.bulk import Row, insert_in_turn
from factcheck.store.rows import chunks, insert_or_keep

PART_BYTES = 8 * 1024 * 1024

_COLUMNS = ("name", "part", "sort", "data")

STAMP = "stamp"
"""The array that every change of what is kept brings another of."""

Array = NDArray[Any]


MOST_PATCHES = 8
"""Changes of an array that are stored beside it; then it is written anew."""

SMALL = 0.1
"""Share of an array up to which a change is small: it is stored beside the array."""


@dataclass(frozen=True, slots=True)
class Patched:
    """An array as it is now; ``at``: where it is other than stored, among the first ``size``, which are."""

    array: Array
    at: NDArray[np.int64]
    size: int


@dataclass(frozen=True, slots=True)
class Kept:
    """How what is kept of linked claims changes.

    ``whole``: arrays that are written anew; ``tails``: what comes at the end of others; ``patched``: those that
    changed here and there; ``gone``: the names of those that are no more (None: of all others). ``stamp``: that of
    what was read before, b"" when nothing was.
    ``signs``: what is kept of the scenes of documents, by numbers that none had before. ``documents``: changed
    ones that are linked now.
    """

    whole: Mapping[str, Array] = field(default_factory=dict)
    tails: Mapping[str, Array] = field(default_factory=dict)
    patched: Mapping[str, Patched] = field(default_factory=dict)
    gone: Collection[str] | None = None
    stamp: bytes = b""
    signs: Iterable[tuple[int, str, bytes]] = ()
    documents: Collection[str] = ()


def write_kept(session: Session, kept: Kept) -> None:
    """What is kept of linked claims is up to date; when somebody else linked meanwhile, nothing is kept."""
    for some in chunks(kept.documents):
        session.execute(delete(ChangedDocument).where(ChangedDocument.document_id.in_(some)))
    others = kept.gone is not None and _stamp(session) != kept.stamp
    if kept.gone is None or others:
        session.execute(delete(LinkingPart))
        session.execute(delete(LinkingSigns))
    if others:
        return
    for some in chunks({*(kept.gone or ()), *kept.whole}):
        session.execute(delete(LinkingPart).where(LinkingPart.name.in_(some)))
    insert_in_turn(session, LinkingSigns, ("document", "places", "data"), kept.signs)
    part = LinkingPart.part
    query = select(LinkingPart.name, func.min(part), func.max(part)).group_by(LinkingPart.name)
    stored = {name: (least, most) for name, least, most in session.execute(query)} if kept.gone is not None else {}
    whole = (row for name, array in kept.whole.items() for row in _rows(name, array, 0))
    tails = (row for name, array in kept.tails.items() for row in _rows(name, array, stored[name][1] + 1))
    patched = (row for name, one in kept.patched.items() for row in _patches(session, name, one, *stored[name]))
    _insert(session, chain(whole, tails, patched))


def _insert(session: Session, rows: Iterable[Row]) -> None:
    """The parts are stored, about ``PART_BYTES`` of them at a time."""
    waiting: list[Row] = []
    for row in rows:
        waiting.append(row)
        if sum(len(data) for *_, data in waiting) >= PART_BYTES:
            insert_in_turn(session, LinkingPart, _COLUMNS, waiting)
            waiting = []
    insert_in_turn(session, LinkingPart, _COLUMNS, waiting)


def _patches(session: Session, name: str, patched: Patched, least: int, most: int) -> Iterator[Row]:
    """Parts of an array so that it is as it is now; what changed in it as one with a number below 0: places and
    values."""
    array, at = patched.array, patched.at
    if least <= -MOST_PATCHES or len(at) > SMALL * len(array):
        session.execute(delete(LinkingPart).where(LinkingPart.name == name))
        yield from _rows(name, array, 0)
        return
    if len(array) > patched.size:
        yield from _rows(name, array[patched.size :], most + 1)
    if len(at):
        yield name, min(0, least) - 1, array.dtype.str, at.astype(np.int64).tobytes() + array[at].tobytes()


def mark_changed(session: Session, documents: Iterable[str]) -> None:
    """The claims of these documents are linked again with the next ones."""
    rows = [{"document_id": id} for id in sorted(set(documents))]
    if rows:
        session.execute(insert_or_keep(session, ChangedDocument), rows)


def _stamp(session: Session) -> bytes:
    query = select(LinkingPart.data).where(LinkingPart.name == STAMP)
    return session.scalar(query) or b""


def _rows(name: str, array: Array, part: int) -> Iterator[Row]:
    """The parts of an array, from ``part`` on; an empty one has a part too."""
    data = np.ascontiguousarray(array).view(np.uint8).reshape(-1) if array.size else np.zeros(0, np.uint8)
    for number, at in enumerate(range(0, max(1, len(data)), PART_BYTES), part):
        yield name, number, array.dtype.str, data[at : at + PART_BYTES].tobytes()
