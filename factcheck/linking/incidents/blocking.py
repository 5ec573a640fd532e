"""Blocking: which pairs of scenes are worth looking at. Pairs share a key; no key, no pair; never all pairs."""

from __future__ import annotations

import warnings
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from pandas import DataFrame
from scipy import sparse

from factcheck.linking.engines import in_threads, stretches
from factcheck.linking.incidents.features import Signs
from factcheck.linking.incidents.keys import SORT_BITS, SORTS, keys_of, top_words, within
from factcheck.linking.incidents.known import Counts, Sizes, mixed
from factcheck.linking.loops.grouping import numbered
from factcheck.linking.loops.pairing import lay_out, paired
from factcheck.linking.scenes import Scenes, in_time, times_of

BLOCK_CAP = 60
"""Scenes of one key that are all paired; a larger block is split by weeks, then by words, then cut."""

WINDOW = 12
"""Neighbours in time that each scene of a block is paired with that no split made small enough."""

WEAK = 30
"""Scenes of a key from which it says so little that two scenes must share two such keys."""

SPLIT_DAYS = 7
FAR_DAYS = 3
"""Narrow dates further apart are a pair only by a word that few others have: one of the dates may be wrong."""

WRONG_DAYS = 60
"""Dates are not wrong by more."""

LATE_DAYS = 2_000
"""Trials follow within so many days; the date of a hearing is taken for that of the deed. By rare names only."""

GROWN = 2 * BLOCK_CAP
"""Scenes up to which a block is paired as its size was when it was last counted; beyond, only along the time."""

LEVELS = 3
"""Blocks are whole, or split by weeks, or by words as well."""

AT_ONCE = 100_000
"""Scenes that one thread pairs at a time."""

Ints = NDArray[np.int64]
Small = NDArray[np.int32]


@dataclass(frozen=True, slots=True)
class Entries:
    """Which scene stands in which block, at one of three levels: whole, split by weeks, and by words as well.

    ``keys`` and ``sizes``: of each block its key, and how many scenes it has, or had when blocks were last
    counted.
    """

    level: int
    owner: Small
    block: Small
    keys: Ints
    sizes: Ints
    over: Ints  # the keys of this level that are split further

    @property
    def key(self) -> Ints:
        """The key of each entry."""
        return np.asarray(self.keys[self.block])

    @property
    def size(self) -> Ints:
        """The size of each entry's block."""
        return np.asarray(self.sizes[self.block])


def pairs(scenes: Scenes, blocks: Sequence[Entries]) -> tuple[Ints, Ints]:
    """Left and right numbers of the scenes to compare, left below right, each pair once, in their order.

    ``blocks``: what ``split`` gives.
    """
    left, right = pairs_in_time(scenes, blocks)
    codes = np.sort(left.astype(np.int64) * len(scenes) + right)
    return np.divmod(codes, max(1, len(scenes)))


def pairs_in_time(scenes: Scenes, blocks: Sequence[Entries]) -> tuple[Small, Small]:
    """The same in the order of the time of which they tell: what they need to be told lies close together."""
    n = len(scenes)
    order = in_time(scenes)
    place = np.empty(n, dtype=np.int64)
    place[order] = np.arange(n)
    every = _Blocks.of(blocks)
    layout = lay_out(place[every.owner], every.block, every.amount, n)
    first, narrow = scenes.first[order], scenes.narrow[order]

    number = order.astype(np.int32)

    def found(part: slice) -> list[tuple[Small, Small]]:
        sides = paired(layout, every.wide, every.reach, every.much, first, narrow, part)
        ends = [(number[one], number[other]) for one, other in sides]
        return [(np.minimum(one, other), np.maximum(one, other)) for one, other in ends]

    told = [side for sides in in_threads(found, stretches(n, AT_ONCE)) for side in sides]
    none = np.zeros(0, dtype=np.int32)
    left, right = (np.concatenate([none, *(side[k] for side in told)]) for k in (0, 1))
    return left, right


def near(first: Ints, narrow: NDArray[np.bool_], a: Ints, b: Ints, reach: Ints) -> NDArray[np.bool_]:
    """True for pairs whose dates are close enough to be looked at: within the ``reach`` of what they share."""
    return np.asarray((a != b) & (~(narrow[a] & narrow[b]) | (np.abs(first[a] - first[b]) <= reach)))


def reach_of(level: int, key: Ints, size: Ints) -> Ints:
    """The days that the dates of two scenes of a block may lie apart: many where they share a rare word or
    name."""
    sort = key & ((1 << SORT_BITS) - 1)
    rare = (size <= WEAK) & (level == 0)
    far = np.where(sort == SORTS.index("name"), LATE_DAYS, WRONG_DAYS)
    worded = (sort == SORTS.index("word")) | (sort == SORTS.index("name"))
    return np.where(rare & worded, far, FAR_DAYS)


def agreed(strong: Ints, weak: Ints) -> Ints:
    """The pairs, each once, that share a block that says much, or two of the others."""
    strong, twice = in_threads(np.sort, [strong, weak])
    twice = twice[:-1][twice[1:] == twice[:-1]]
    codes = np.sort(np.concatenate([strong, twice]))
    return codes[np.r_[True, codes[1:] != codes[:-1]]] if len(codes) else codes


def split(scenes: Scenes, table: DataFrame, signs: Signs) -> list[Entries]:
    """The blocks that are small; the large ones by weeks; those still large by weeks and words.

    Each level comes in two parts, of half of the keys each, made beside each other: no block depends on another.
    """
    top = top_words(signs.words)
    keyed = list(keys_of(scenes, table, signs, top))

    def half(lower: bool) -> tuple[Ints, Ints]:
        some = [(owner, key, np.flatnonzero((key < 0) == lower)) for owner, key in keyed]
        return np.concatenate([o[at] for o, _, at in some]), np.concatenate([k[at] for _, k, at in some])

    halves = in_threads(half, [True, False])
    keyed.clear()
    parts = in_threads(lambda some: list(_level_by_level(scenes, signs, top, *some)), halves)
    return [entries for part in parts for entries in part]


def _level_by_level(
    scenes: Scenes, signs: Signs, top: sparse.csr_array, owner: Ints, key: Ints
) -> Iterator[Entries]:
    known: list[Sequence[Counts | Sizes]] = [(*counts, signs.known.sizes) for counts in signs.known.blocks]
    for level in range(LEVELS):
        block, keys = numbered(key)
        sizes = _sizes(block, keys, known[level] if known else ())
        small = (sizes <= BLOCK_CAP)[block] if level < LEVELS - 1 else np.ones(len(key), dtype=bool)
        held = np.flatnonzero(small)
        yield Entries(
            level, owner[held].astype(np.int32), block[held].astype(np.int32), keys, sizes, key[~small]
        )  # fmt: skip
        owner, key = owner[~small], key[~small]
        if level == 0:
            kept = key & ((1 << SORT_BITS) - 1) != SORTS.index("day")  # its words with days are keys already
            owner, key = owner[kept], key[kept]
            key = mixed(key, times_of(scenes)[owner] // SPLIT_DAYS)
        elif level == 1:
            amount = np.diff(top.indptr)[owner]
            which = np.repeat(top.indptr[:-1][owner], amount) + within(amount)
            owner, key = np.repeat(owner, amount), mixed(np.repeat(key, amount), signs.word[top.indices[which]])


def _sizes(block: Ints, keys: Ints, known: Sequence[Counts | Sizes]) -> Ints:
    """How many entries each block has, or had when they were counted."""
    size = np.bincount(block, minlength=len(keys))
    for counted in known:
        before = counted.times(keys)
        size = np.where(before > 0, before, size)
    return size


@dataclass(frozen=True, slots=True)
class _Blocks:
    """The blocks of all levels, and which scenes stand in them; of each block how its scenes are paired."""

    owner: Small
    block: Small
    amount: Ints
    wide: Ints  # how many of those behind a scene it is paired with
    reach: Ints
    much: NDArray[np.bool_]

    @classmethod
    def of(cls, levels: Sequence[Entries]) -> _Blocks:
        """Of the entries of all levels; says so when blocks are still too large."""
        begin = np.cumsum([0, *(len(e.keys) for e in levels)])
        block = np.concatenate([e.block + at for e, at in zip(levels, begin[:-1].tolist(), strict=True)])
        amount = np.bincount(block, minlength=int(begin[-1]))
        size = np.concatenate([e.sizes for e in levels])
        cut = (size > BLOCK_CAP) | (amount > GROWN)
        last = np.concatenate([np.full(len(e.keys), e.level == LEVELS - 1) for e in levels])
        large = int((cut & (amount > 1) & last).sum())
        if large:
            warnings.warn(f"{large} blocks of more than {BLOCK_CAP} scenes were cut along the time", stacklevel=4)
        reach = np.concatenate([reach_of(e.level, e.keys, e.sizes) for e in levels])
        owner = np.concatenate([e.owner for e in levels])
        return cls(owner, block, amount, np.where(cut, WINDOW, GROWN), reach, size <= WEAK)
