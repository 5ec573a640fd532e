"""Blocking: which pairs of scenes are worth looking at. Pairs share a key; no key, no pair; never all pairs."""

from __future__ import annotations

import warnings
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, fields

import numpy as np
import pandas as pd
from numpy.typing import NDArray
from pandas import DataFrame

from factcheck.linking.engines import in_threads
from factcheck.linking.features import Signs
from factcheck.linking.keys import SORT_BITS, SORTS, keys_of, top_words, within
from factcheck.linking.known import Counts, mixed
from factcheck.linking.scenes import Scenes
from factcheck.linking.table import UNKNOWN

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

AT_ONCE = 250_000
"""Scenes that one thread pairs at a time."""

Ints = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Entries:
    """Which scene stands in which block, at one of three levels: whole, split by weeks, and by words as well.

    ``block``: equal for the entries of one block; ``size``: how many scenes it has, or had when blocks were last
    counted.
    """

    level: int
    owner: Ints
    key: Ints
    block: Ints
    size: Ints
    over: Ints  # the keys of this level that are split further


def pairs(scenes: Scenes, table: DataFrame, signs: Signs) -> tuple[Ints, Ints]:
    """Left and right numbers of the scenes to compare, left below right, each pair once."""
    n = len(scenes)
    strong, weak = [np.zeros(0, np.int64)], [np.zeros(0, np.int64)]
    when = times_of(scenes)
    order = np.lexsort((np.arange(n), when))
    narrow = scenes.narrow

    def paired(blocks: _Blocks) -> tuple[Ints, Ints]:
        return blocks.pairs(scenes.first, narrow)

    for entries in split(scenes, table, signs):
        blocks = _Blocks.of(entries, order)
        if entries.level == 2:
            blocks.warn()
        for much, little in in_threads(paired, blocks.parts()):
            strong.append(much)
            weak.append(little)
    codes = agreed(np.concatenate(strong), np.concatenate(weak))
    return codes // max(1, n), codes % max(1, n)


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


def times_of(scenes: Scenes) -> Ints:
    """The day by which scenes are split into weeks, and stand in their blocks."""
    return np.where(scenes.dated, scenes.first, np.where(scenes.published != UNKNOWN, scenes.published, 0))


def split(scenes: Scenes, table: DataFrame, signs: Signs) -> Iterator[Entries]:
    """The blocks that are small; the large ones by weeks; those still large by weeks and words."""
    top = top_words(signs.words)
    owner, key = (np.concatenate(column) for column in zip(*keys_of(scenes, table, signs, top), strict=True))
    known = signs.known.blocks
    for level in range(3):
        block, keys = pd.factorize(key)
        size = _sizes(block, keys, known[level] if known else ())[block]
        small = size <= BLOCK_CAP if level < 2 else np.ones(len(key), dtype=bool)
        yield Entries(level, owner[small], key[small], block[small], size[small], key[~small])
        owner, key = owner[~small], key[~small]
        if level == 0:
            kept = key & ((1 << SORT_BITS) - 1) != SORTS.index("day")  # its words with days are keys already
            owner, key = owner[kept], key[kept]
            key = mixed(key, times_of(scenes)[owner] // SPLIT_DAYS)
        elif level == 1:
            amount = np.diff(top.indptr)[owner]
            which = np.repeat(top.indptr[:-1][owner], amount) + within(amount)
            owner, key = np.repeat(owner, amount), mixed(np.repeat(key, amount), signs.word[top.indices[which]])


def _sizes(block: Ints, keys: Ints, known: Sequence[Counts]) -> Ints:
    """How many entries each block has, or had when they were counted."""
    size = np.bincount(block, minlength=len(keys))
    for counted in known:
        before = counted.times(keys)
        size = np.where(before > 0, before, size)
    return size


@dataclass(frozen=True, slots=True)
class _Blocks:
    """Scenes by block, those of a block in the order of time; a place in each array is one of them."""

    owner: Ints
    behind: Ints  # how many of its block stand behind it
    size: Ints
    reach: Ints
    cut: NDArray[np.bool_]

    @classmethod
    def of(cls, entries: Entries, order: Ints) -> _Blocks:
        """The blocks of entries, but for those of a single scene; ``order``: all scenes by time."""
        n = max(1, len(order))
        place = np.empty(len(order), dtype=np.int64)
        place[order] = np.arange(len(order))
        amount = np.bincount(entries.block)
        several = np.flatnonzero(amount[entries.block] > 1)
        block = entries.block[several]
        number, at = np.divmod(np.sort(block * n + place[entries.owner[several]]), n)
        size, key = np.zeros((2, len(amount)), dtype=np.int64)
        size[block], key[block] = entries.size[several], entries.key[several]
        reach = reach_of(entries.level, key, size)
        cut = (size > BLOCK_CAP) | (amount > GROWN)
        behind = np.cumsum(np.where(size > 0, amount, 0))[number] - 1 - np.arange(len(number))
        behind = np.where(cut[number], np.minimum(behind, WINDOW), behind)
        return cls(order[at], behind, size[number], reach[number], cut[number])

    def warn(self) -> None:
        """Says so when blocks are still too large."""
        large = int((self.cut[:-1] & (self.behind[:-1] > 0) & (self.behind[1:] == 0)).sum())
        if large:
            warnings.warn(f"{large} blocks of more than {BLOCK_CAP} scenes were cut along the time", stacklevel=4)

    def parts(self) -> Iterator[_Blocks]:
        """Whole blocks, about ``AT_ONCE`` scenes at a time."""
        ends = np.flatnonzero(self.behind == 0) + 1
        cuts = ends[
            np.searchsorted(ends, np.arange(AT_ONCE, len(self.owner) + AT_ONCE, AT_ONCE)).clip(max=len(ends) - 1)
        ]
        begin = 0
        for end in cuts.tolist():
            yield _Blocks(*(getattr(self, f.name)[begin:end] for f in fields(_Blocks)))
            begin = end

    def pairs(self, first: Ints, narrow: NDArray[np.bool_]) -> tuple[Ints, Ints]:
        """The pairs of scenes in blocks that say much, and in the others, as one number each; where a block is
        cut, only of neighbours in time."""
        n = len(first)
        owner, first, narrow = self.owner, first[self.owner], narrow[self.owner]
        codes, much = [np.zeros(0, np.int64)], [np.zeros(0, bool)]
        at = np.arange(len(owner))
        for step in range(1, GROWN + 1):
            at = at[self.behind[at] >= step]
            if not len(at):
                break
            keep = at[near(first, narrow, at, at + step, self.reach[at])]
            a, b = owner[keep], owner[keep + step]
            codes.append(np.minimum(a, b) * n + np.maximum(a, b))
            much.append(self.size[keep] <= WEAK)
        code, strong = np.concatenate(codes), np.concatenate(much)
        return code[strong], code[~strong]
