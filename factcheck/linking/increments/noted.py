"""Signs of scenes as they are kept beside linked claims: what pairs of them are scored by, without their texts.

Of each document one row of whole numbers: how many of what it has, then for each of its scenes its words, figures
and charged parties, then its own words and names. The lowest bits of a word's number tell how often it is there.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray
from scipy import sparse

from factcheck.linking.engines import stretches
from factcheck.linking.incidents.features import Signs
from factcheck.linking.incidents.keys import within
from factcheck.linking.scenes import Scenes

Ints = NDArray[np.int64]

Row = tuple[int, str, bytes]
"""Of a document its number, the main places of its scenes as JSON, and its signs."""

HEAD = 3
"""Numbers that tell how much a document has, and each of its scenes."""

SAME = -1
"""How many words a document has whose words are those of its one scene."""

AT_ONCE = 100_000
"""Documents that are written down at a time."""


@dataclass(frozen=True, slots=True)
class Noted:
    """The signs of some documents' scenes, of copies of those that stand for them; a document without any is left
    out.

    ``number``: of each document, in order; ``places``: the main places of its scenes, as JSON; its ``data`` ends
    at ``ends[k + 1]``.
    """

    number: Ints
    places: Sequence[str]
    data: Ints
    ends: Ints

    @classmethod
    def of(cls, scenes: Scenes, signs: Signs, number: Ints) -> Noted:
        """Of scenes that stand for their copies; ``number``: of each of their documents."""
        first = np.searchsorted(scenes.document, np.arange(len(number) + 1))
        parts = [_written(scenes, signs, first, part) for part in stretches(len(number), AT_ONCE)]
        size = np.concatenate([np.zeros(1, dtype=np.int64), *(size for _, size in parts)])
        data = np.concatenate([np.zeros(0, dtype=np.int64), *(data for data, _ in parts)])
        return cls(number, _places(scenes, first), data, np.cumsum(size))

    @classmethod
    def read(cls, rows: Iterable[Row]) -> Noted:
        """Of rows in the order of the documents' numbers."""
        number, places, data = zip(*rows, strict=True) if (rows := list(rows)) else ((), (), ())
        size = np.fromiter(map(len, data), np.int64, len(data)) // 8
        told = np.frombuffer(b"".join(data), dtype="<i8").astype(np.int64, copy=False)
        return cls(np.array(number, dtype=np.int64), places, told, np.r_[0, np.cumsum(size)])

    def __len__(self) -> int:
        return len(self.number)

    def __add__(self, other: Noted) -> Noted:
        """Those of both; the numbers of the other are larger."""
        return Noted(
            np.r_[self.number, other.number], [*self.places, *other.places], np.r_[self.data, other.data],
            np.r_[self.ends, self.ends[-1] + other.ends[1:]],
        )  # fmt: skip

    def rows(self) -> Iterator[Row]:
        """As they are stored."""
        data = np.ascontiguousarray(self.data, dtype="<i8").view(np.uint8)
        ends = (8 * self.ends).tolist()
        told = (data[a:b].tobytes() for a, b in pairwise(ends))
        return zip(self.number.tolist(), self.places, told, strict=True)

    def only(self, number: Ints) -> Noted:
        """Those of them that have these numbers."""
        at = np.searchsorted(self.number, np.unique(number))
        at = at[at < len(self.number)]
        at = at[np.isin(self.number[at], number)]
        size = np.diff(self.ends)[at]
        data = self.data[stretch(self.ends[:-1][at], size)]
        return Noted(self.number[at], [self.places[k] for k in at.tolist()], data, np.r_[0, np.cumsum(size)])


ReadNoted = Callable[[Ints], Noted]
"""Gives what is kept of the documents of some numbers."""


def stretch(begin: Ints, amount: Ints) -> Ints:
    """The places of so many from each beginning on."""
    return np.repeat(begin, amount) + within(amount)


def _places(scenes: Scenes, first: Ints) -> list[str]:
    """The main places of the scenes of each document, as JSON."""
    known: dict[tuple[int, ...], str] = {}
    place, ends = scenes.place.tolist(), first.tolist()
    out = []
    for a, b in pairwise(ends):
        key = tuple(place[a:b])
        if key not in known:
            known[key] = json.dumps([scenes.places[k] for k in key], ensure_ascii=False)
        out.append(known[key])
    return out


def _written(scenes: Scenes, signs: Signs, first: Ints, part: slice) -> tuple[Ints, Ints]:
    """The data of a stretch of documents, and how much each has; ``first``: of the scenes of each document."""
    documents = np.arange(part.start, part.stop)
    ends = first[part.start : part.stop + 1]
    some = slice(int(ends[0]), int(ends[-1]))
    ends = ends - ends[0]
    words = _entries(signs.words, signs.word, signs.often[0], some)
    figures = _figures(signs, some)
    charges = _entries(signs.charges, signs.charge, None, some)
    whole = _entries(signs.documents, signs.word, signs.often[1], part)
    names = _entries(signs.names, signs.name, signs.often[2], part)
    same = _as_its_scene(ends, words, whole)
    whole = np.where(same, 0, whole[0]), whole[1][~np.repeat(same, whole[0])]
    head = np.stack([np.diff(ends), np.where(same, SAME, whole[0]), names[0]], axis=1)
    sizes = np.stack([words[0], figures[0], charges[0]], axis=1)
    by_scene = [(amount, told) for amount, told in (words, figures, charges)]
    parts = [(np.full(len(documents), HEAD), head.ravel()), (HEAD * np.diff(ends), sizes.ravel())]
    parts += [(np.add.reduceat(amount, ends[:-1]), told) for amount, told in by_scene]
    return _laid_out([*parts, whole, names])


def _entries(
    matrix: sparse.csr_array, number: Ints, often: NDArray[np.uint16] | None, rows: slice
) -> tuple[Ints, Ints]:
    """How many entries each of some rows has, and the number of each with how often it is there."""
    ends = matrix.indptr[rows.start : rows.stop + 1].astype(np.int64)
    some = slice(int(ends[0]), int(ends[-1]))
    told = number[matrix.indices[some]]
    return np.diff(ends), told if often is None else told | often[some]


def _figures(signs: Signs, some: slice) -> tuple[Ints, Ints]:
    scene, told = signs.figure
    begin, end = np.searchsorted(scene, [some.start, some.stop])
    return np.bincount(scene[begin:end] - some.start, minlength=some.stop - some.start), told[begin:end]


def _as_its_scene(ends: Ints, words: tuple[Ints, Ints], whole: tuple[Ints, Ints]) -> NDArray[np.bool_]:
    """Which documents have one scene, and the very words of it."""
    amount = np.add.reduceat(words[0], ends[:-1])
    same = (np.diff(ends) == 1) & (amount == whole[0])
    some = np.flatnonzero(same)
    size = amount[some]
    one, other = ((np.cumsum(a) - a)[some] for a in (amount, whole[0]))
    odd = words[1][stretch(one, size)] != whole[1][stretch(other, size)]
    same[np.repeat(some, size)[odd]] = False
    return np.asarray(same)


def _laid_out(parts: Sequence[tuple[Ints, Ints]]) -> tuple[Ints, Ints]:
    """Document by document what each part has of it, one part after the other, and how much that is; a part: how
    much it has of each document, and all of it."""
    amount = np.stack([amount for amount, _ in parts])
    size = amount.sum(axis=0)
    begin = np.cumsum(size) - size + np.cumsum(amount, axis=0) - amount
    out = np.empty(int(size.sum()), dtype=np.int64)
    for at, (each, told) in zip(begin, parts, strict=True):
        out[stretch(at, each)] = told
    return out, size
