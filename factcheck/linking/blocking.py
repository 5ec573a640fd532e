"""Blocking: which pairs of scenes are worth looking at. Pairs share a key; no key, no pair; never all pairs.

A key is one whole number (its sort, what it names, a stretch of days), so that keys are made and sorted as arrays.
"""

from __future__ import annotations

import warnings
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache

import numpy as np
import pandas as pd
from numpy.typing import NDArray
from pandas import DataFrame
from scipy import sparse

from factcheck.linking.places import resolved
from factcheck.linking.scenes import Scenes
from factcheck.linking.table import UNKNOWN

BLOCK_CAP = 60
"""Scenes of one key that are all paired; a larger block is split by weeks, then by words, then cut."""

WINDOW = 12
"""Neighbours in time that each scene of a block is paired with that no split made small enough."""

WEAK = 30
"""Scenes of a key from which it says so little that two scenes must share two such keys."""

KEY_WORDS = 6
"""Most distinctive words of a scene that make keys."""

BUCKET_DAYS = 4
PUBLISHED_DAYS = 7
SPLIT_DAYS = 7
FAR_DAYS = 3
"""Narrow dates further apart are a pair only by a word that few others have: one of the dates may be wrong."""

WRONG_DAYS = 60
"""Dates are not wrong by more."""

RARE_FIGURE = 10
"""Figures from here on are telling enough to make a key ("58 killed"); ones and twos are everywhere."""

Ints = NDArray[np.int64]
_SORTS = ("day", "place at", "word at", "place", "word", "figure", "published", "document", "accused")
_DAY_BITS, _NAME_BITS = 22, 36


def pairs(scenes: Scenes, table: DataFrame, words: sparse.csr_array) -> tuple[Ints, Ints]:
    """Left and right numbers of the scenes to compare, left below right, each pair once."""
    top = _top_words(words)
    owner, key = (np.concatenate(column) for column in zip(*_keys(scenes, table, top), strict=True))
    when = np.where(scenes.dated, scenes.first, np.where(scenes.published != UNKNOWN, scenes.published, 0))
    first, narrow = scenes.first, scenes.narrow

    def near(a: Ints, b: Ints, telling: NDArray[np.bool_]) -> NDArray[np.bool_]:
        most = np.where(telling, WRONG_DAYS, FAR_DAYS)
        return np.asarray((a != b) & (~(narrow[a] & narrow[b]) | (np.abs(first[a] - first[b]) <= most)))

    n = len(scenes)
    strong, weak = [np.zeros(0, np.int64)], [np.zeros(0, np.int64)]
    order = np.lexsort((np.arange(n), when))
    for at, (split_owner, split_key) in enumerate(_split(owner, key, when, top)):
        blocks = _Blocks.of(split_owner, split_key, order)
        if at == 2:
            blocks.warn()
        rare = (blocks.key >> (_DAY_BITS + _NAME_BITS) == _SORTS.index("word")) & (blocks.size <= WEAK) & (at == 0)
        for one, other in blocks.pairs():
            a, b = blocks.owner[one], blocks.owner[other]
            keep = near(a, b, rare[blocks.number[one]])
            a, b, some = a[keep], b[keep], blocks.size[blocks.number[one[keep]]] <= WEAK
            code = np.minimum(a, b) * n + np.maximum(a, b)
            strong.append(code[some])
            weak.append(code[~some])
    twice = np.sort(np.concatenate(weak))
    twice = twice[:-1][twice[1:] == twice[:-1]]
    codes = np.sort(np.concatenate([*strong, twice]))
    codes = codes[np.r_[True, codes[1:] != codes[:-1]]] if len(codes) else codes
    return codes // n, codes % n


def _split(owner: Ints, key: Ints, when: Ints, top: sparse.csr_array) -> Iterator[tuple[Ints, Ints]]:
    """The keys of small blocks; those of the large ones with weeks; those still large with weeks and words."""
    small = _block_sizes(key) <= BLOCK_CAP
    yield owner[small], key[small]
    owner, key = owner[~small], key[~small]
    kept = key >> (_DAY_BITS + _NAME_BITS) != _SORTS.index("day")  # its words with days are keys already
    owner, key = owner[kept], key[kept]
    week = when[owner] // SPLIT_DAYS
    week -= week.min(initial=0)
    key = pd.factorize(pd.factorize(key)[0] * (int(week.max(initial=0)) + 1) + week)[0]
    small = _block_sizes(key) <= BLOCK_CAP
    yield owner[small], key[small]
    owner, key = owner[~small], key[~small]
    amount = np.diff(top.indptr)[owner]
    which = np.repeat(top.indptr[:-1][owner], amount) + _within(amount)
    yield np.repeat(owner, amount), np.repeat(key, amount) * top.shape[1] + top.indices[which]


def _block_sizes(key: Ints) -> Ints:
    """How many entries have the key of each."""
    code = pd.factorize(key)[0]
    return np.bincount(code)[code] if len(code) else code


@dataclass(frozen=True, slots=True)
class _Blocks:
    """Scenes by block, those of a block in the order of time; ``size`` and ``key`` are the blocks'."""

    owner: Ints
    number: Ints  # of the block
    size: Ints
    key: Ints

    @classmethod
    def of(cls, owner: Ints, key: Ints, order: Ints) -> _Blocks:
        """The blocks of scenes that have keys; ``order``: all scenes by time."""
        n = max(1, len(order))
        place = np.empty(len(order), dtype=np.int64)
        place[order] = np.arange(len(order))
        code, known = pd.factorize(key)
        number, at = np.divmod(np.sort(code * n + place[owner]), n)
        return cls(order[at], number, np.bincount(number), known)

    def warn(self) -> None:
        """Says so when blocks are still too large."""
        large = int((self.size > BLOCK_CAP).sum())
        if large:
            warnings.warn(f"{large} blocks of more than {BLOCK_CAP} scenes were cut along the time", stacklevel=4)

    def pairs(self) -> Iterator[tuple[Ints, Ints]]:
        """Positions of all pairs in blocks; in large ones of neighbours in time."""
        end = np.cumsum(self.size)
        left = end[self.number] - 1 - np.arange(len(self.owner))  # entries behind it in its block
        left = np.where(self.size[self.number] > BLOCK_CAP, np.minimum(left, WINDOW), left)
        at = np.arange(len(self.owner))
        for step in range(1, BLOCK_CAP):
            at = at[left[at] >= step]
            if not len(at):
                return
            yield at, at + step


def _keys(scenes: Scenes, table: DataFrame, top: sparse.csr_array) -> Iterator[tuple[Ints, Ints]]:
    """Owner and key, sort by sort."""
    all_scenes = np.arange(len(scenes))
    narrow = np.flatnonzero(scenes.narrow)
    other = np.flatnonzero(~scenes.narrow)
    early, late = (scenes.first[narrow] - 1) // BUCKET_DAYS, (scenes.last[narrow] + 1) // BUCKET_DAYS
    two = early != late
    owner, bucket = np.r_[narrow, narrow[two]], np.r_[early, late[two]]
    yield owner, _key("day", 0, bucket)
    names, heads = _names(scenes.places)
    for sort, of, days, matrix in (
        ("place at", scenes.place[owner], bucket, names), ("word at", owner, bucket, top),
    ):  # fmt: skip
        which, column = _entries(matrix, of)
        yield owner[which], _key(sort, column, days[which])
    for sort, who, of, matrix in (
        ("place", narrow, scenes.place[narrow], names), ("place", other, scenes.place[other], heads),
        ("word", narrow, narrow, top), ("word", other, other, top),
    ):  # fmt: skip
        which, column = _entries(matrix, of)
        yield who[which], _key(sort, column)
    yield _figures(scenes, table)
    told = other[scenes.published[other] != UNKNOWN]
    yield told, _key("published", scenes.published[told] // PUBLISHED_DAYS)
    yield all_scenes, _key("document", scenes.document)
    yield _accused(scenes)


def _key(sort: str, name: Ints | int, days: Ints | int = 0) -> Ints:
    wrapped = np.asarray(days, dtype=np.int64) + (1 << (_DAY_BITS - 1))
    base = np.int64(_SORTS.index(sort) << (_DAY_BITS + _NAME_BITS))
    return np.asarray(base + (np.asarray(name, dtype=np.int64) << _DAY_BITS) + wrapped, dtype=np.int64)


def _entries(matrix: sparse.csr_array, rows: Ints) -> tuple[Ints, Ints]:
    """For each entry of each of the rows: which of the rows, and its column."""
    amount = np.diff(matrix.indptr)[rows]
    at = np.repeat(matrix.indptr[:-1][rows], amount) + _within(amount)
    return np.repeat(np.arange(len(rows)), amount), matrix.indices[at].astype(np.int64)


def _within(amount: Ints) -> Ints:
    """0, 1, 2, ... for each of the amounts."""
    return np.arange(int(amount.sum())) - np.repeat(np.cumsum(amount) - amount, amount)


def _top_words(words: sparse.csr_array) -> sparse.csr_array:
    """The most distinctive words of each row: the weightiest, of equals those that stand first."""
    data, size = words.data.copy(), np.diff(words.indptr)
    kept = np.zeros(len(data), dtype=bool)
    for step in range(KEY_WORDS):
        rows = np.flatnonzero(size > step)
        if not len(rows):
            break
        begin, amount = words.indptr[:-1][rows], size[rows]
        at = np.repeat(begin, amount) + _within(amount)
        best = np.repeat(np.maximum.reduceat(data[at], np.cumsum(amount) - amount), amount)
        found = at[data[at] == best]
        row = np.repeat(rows, amount)[data[at] == best]
        first = found[np.r_[True, row[1:] != row[:-1]]]
        kept[first], data[first] = True, -1.0
    ends = np.r_[0, np.cumsum(kept)][words.indptr]
    return sparse.csr_array((words.data[kept], words.indices[kept], ends), shape=words.shape)


def _names(places: list[tuple[str, ...]]) -> tuple[sparse.csr_array, sparse.csr_array]:
    """The names that each list of places is blocked by: all of them, and the first of each place."""
    codes: dict[str, int] = {}

    def rows(names_of: Callable[[str], tuple[str, ...]]) -> sparse.csr_array:
        found = [
            sorted({codes.setdefault(n, len(codes)) for p in several for n in names_of(p)}) for several in places
        ]
        ends = np.cumsum([0, *map(len, found)])
        columns = np.array([c for row in found for c in row], dtype=np.int64)
        return sparse.csr_array((np.ones(len(columns)), columns, ends), shape=(len(places), len(codes) + 1))

    return rows(_place_names), rows(lambda place: _place_names(place)[:1])


@cache
def _place_names(name: str) -> tuple[str, ...]:
    """What a place is blocked by: itself (or each of "Chaman / Spin Boldak"), its region, its country."""
    found: dict[str, None] = {}
    for part in filter(None, (p.strip() for p in name.split("/"))):
        place = resolved(part)
        found.update(
            dict.fromkeys((part.casefold(),) if place is None else (place.name, place.region, place.country))
        )
    found.pop("", None)
    return tuple(found)


def _figures(scenes: Scenes, table: DataFrame) -> tuple[Ints, Ints]:
    number, row = scenes.first_rows(50)
    told = table[["kind", "low", "high"]]
    telling = told[["low", "high"]].max(axis=1).to_numpy() >= RARE_FIGURE
    code = told.groupby(["kind", "low", "high"], dropna=False, sort=True).ngroup().to_numpy()
    kept = telling[row]
    owner, name = number[kept], code[row[kept]]
    once = np.unique(np.stack([owner, name]), axis=1)
    return once[0], _key("figure", once[1])


def _accused(scenes: Scenes) -> tuple[Ints, Ints]:
    codes: dict[str, int] = {}
    told = [(n, codes.setdefault(s, len(codes))) for n, sides in scenes.accused.items() for s in sorted(sides)]
    table = np.array(told, dtype=np.int64).reshape(-1, 2)
    return table[:, 0], _key("accused", table[:, 1])
