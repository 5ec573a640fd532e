"""What is kept of linked claims so that more can be linked: their scenes, and the scenes by their blocks."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass, fields
from typing import TypeVar

import numpy as np
import pandas as pd
import pyarrow as pa
import pyarrow.compute as pc
from numpy.typing import NDArray
from pandas import DataFrame

from factcheck.linking.incidents import blocking
from factcheck.linking.incidents.clustering import groups
from factcheck.linking.incidents.incidents import Joined, first_alike
from factcheck.linking.incidents.known import Counts, Known, Sizes, mixed
from factcheck.linking.incidents.outlines import Outlines
from factcheck.linking.increments.groups import Groups
from factcheck.linking.loops.grouping import in_their_places
from factcheck.linking.scenes import Scenes

MOST_PIECES = 8
"""Pieces that are kept side by side; more are put together, but for the first."""

Ints = NDArray[np.int64]
Flags = NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class Held:
    """The documents whose claims are linked; a document that was read again has a new number."""

    document: NDArray[np.bytes_]  # its id, in UTF-8
    begin: Ints  # the row of its first claim; the others follow
    size: Ints

    @classmethod
    def of(cls, table: DataFrame, begin: int) -> Held:
        """Of prepared claims; their rows start at ``begin``."""
        code, names = pd.factorize(table["document"])
        size = np.bincount(code, minlength=len(names))
        ids = np.array([str(name).encode() for name in names], dtype=np.bytes_)
        return cls(ids, begin + np.cumsum(size) - size, size)

    def __len__(self) -> int:
        return len(self.begin)

    def __add__(self, other: Held) -> Held:
        return Held(*(np.concatenate([getattr(h, f.name) for h in (self, other)]) for f in fields(Held)))

    def names(self, numbers: Ints) -> list[str]:
        """The ids of some of them."""
        return [id.decode() for id in self.document[numbers].tolist()]

    def numbers(self, names: Collection[str], alive: Flags) -> Ints:
        """The numbers of those of these documents that are held; ``alive``: which were not read again."""
        wanted = np.array(sorted(name.encode() for name in names), dtype=np.bytes_)
        if not len(wanted) or not len(self):
            return np.zeros(0, dtype=np.int64)
        width = max(wanted.dtype.itemsize, self.document.dtype.itemsize)
        some, every = (_number(ids, width) for ids in (wanted, self.document))
        found = np.flatnonzero(are_some(every, some) & alive)
        return found[np.isin(self.document[found], wanted)]


def are_some(numbers: Ints, some: Ints) -> Flags:
    """True for each of many numbers that is one of a few; numpy would sort all of them."""
    told = pc.is_in(pa.array(numbers), value_set=pa.array(some))
    return np.asarray(told.to_numpy(zero_copy_only=False), dtype=np.bool_)


def _number(ids: NDArray[np.bytes_], width: int) -> Ints:
    """A number for each id, equal for equal ids."""
    words = -(-width // 8)
    wide = np.ascontiguousarray(ids.astype(f"S{words * 8}")).view(np.int64).reshape(len(ids), words)
    return mixed(*(wide[:, k] for k in range(words)))


@dataclass(frozen=True, slots=True)
class Stored:
    """What is kept of each scene; those that were read again are not ``alive`` any more."""

    head: Ints  # its first row
    document: Ints
    like: Ints
    family: Ints  # scenes of one document, and copies
    first: Ints  # of copies the one that stands for it
    cut: Flags  # it stands in a block of which not all are paired
    alive: Flags

    def __add__(self, other: Stored) -> Stored:
        return Stored(*(np.concatenate([getattr(s, f.name) for s in (self, other)]) for f in fields(Stored)))

    @classmethod
    def of(cls, scenes: Scenes, table: DataFrame, joined: Compared, begin: tuple[int, int] = (0, 0)) -> Stored:
        """Of scenes that were compared; ``begin``: where their numbers start, and those of their documents."""
        n, like, kept = len(scenes), joined.like, joined.kept
        beside = np.flatnonzero(scenes.document[1:] == scenes.document[:-1])
        first = kept[first_alike(like)[1]]
        family = groups(n, np.r_[np.arange(n), beside], np.r_[first, beside + 1])
        cut = np.zeros(n, dtype=bool)
        for last in (some for some in joined.blocks if some.level == blocking.LEVELS - 1):
            cut[kept[last.owner[last.size > blocking.BLOCK_CAP]]] = True
        head = heads(scenes, table)
        own, document = begin
        alive = np.ones(n, dtype=bool)
        return cls(head, document + scenes.document, like, own + family, own + first, cut, alive)


@dataclass(frozen=True, slots=True)
class Compared:
    """Which of the scenes stand for their copies, and the blocks of those."""

    like: Ints
    kept: Ints
    blocks: Sequence[blocking.Entries]


@dataclass(frozen=True, slots=True)
class Index:
    """The scenes by the keys of their blocks: in their order, those of key k from ``ends[k]`` on."""

    key: Ints
    ends: NDArray[np.int32]
    owner: NDArray[np.int32]

    @classmethod
    def of(cls, key: Ints, owner: Ints | NDArray[np.int32]) -> Index:
        """Of keys in any order."""
        order = np.argsort(key, kind="stable")
        key = key[order]
        begin = np.flatnonzero(np.r_[True, key[1:] != key[:-1]]) if len(key) else np.zeros(0, dtype=np.int64)
        return cls(key[begin], np.r_[begin, len(key)].astype(np.int32), owner[order].astype(np.int32))

    @classmethod
    def of_blocks(cls, blocks: Sequence[blocking.Entries], number: Ints) -> Index:
        """Of blocks; ``number``: of each scene that they are of."""
        begin = np.cumsum([0, *(len(some.keys) for some in blocks)]).tolist()
        key, rank = np.unique(np.concatenate([some.keys for some in blocks]), return_inverse=True)
        rank = rank[np.concatenate([some.block + at for some, at in zip(blocks, begin, strict=False)])]
        owner = number.astype(np.int32)[np.concatenate([some.owner for some in blocks])]
        amount = np.bincount(rank, minlength=len(key))
        ends = np.r_[0, np.cumsum(amount)]
        held = np.flatnonzero(amount)  # large ones were split: nothing is left under their own keys
        owner = in_their_places(owner, rank, ends)
        return cls(key[held], np.r_[ends[held], len(owner)].astype(np.int32), owner)

    @classmethod
    def joined(cls, pieces: Sequence[Index]) -> Index:
        """All of them as one."""
        key = np.concatenate([np.repeat(p.key, np.diff(p.ends)) for p in pieces])
        return cls.of(key, np.concatenate([p.owner for p in pieces]))

    @property
    def sizes(self) -> Sizes:
        """How many scenes each block has."""
        return Sizes(self.key, self.ends)


P = TypeVar("P")


def few(pieces: Sequence[P], new: P, together: Callable[[Sequence[P]], P]) -> tuple[P, ...]:
    """The pieces with one more; when they are many, all but the first put together."""
    every = (*pieces, new)
    return every if len(every) <= MOST_PIECES else (every[0], together(every[1:]))


def counted_blocks(blocks: Sequence[blocking.Entries], known: Known) -> tuple[tuple[Counts, ...], ...]:
    """How large the blocks of each level are, the first time those that were split; of those that were counted
    before, how large they were then."""
    levels = [[some for some in blocks if some.level == level] for level in range(blocking.LEVELS)]
    if not known.blocks:
        return tuple((Counts.of(np.concatenate([some.over for some in level])),) for level in levels)
    out = []
    for level, counts in zip(levels, known.blocks, strict=True):
        now = Counts.of(np.concatenate([keys for some in level for keys in (some.key, some.over)]))
        new = np.ones(len(now.key), dtype=bool)
        before: tuple[Counts | Sizes, ...] = (*counts, known.sizes)
        for counted in before:
            new &= counted.times(now.key) == 0
        out.append((*counts, Counts(now.key[new], now.count[new])))
    return tuple(out)


def groups_of(scenes: Scenes, found: Joined) -> Groups:
    """The groups of all scenes; copies stand alone, each beside the one that stands for it."""
    assert found.grouped is not None
    kept = found.kept
    of_kept = Groups.of(found.grouped, found.left, found.right, found.total)
    main, told = np.zeros(len(scenes), dtype=bool), np.zeros(len(scenes), dtype=np.int8)
    main[kept], told[kept] = of_kept.outlines.main, of_kept.outlines.told
    every = Groups.alone(Outlines.of(scenes, main, told), 0)
    for name in ("dated", "dated_part", "firm", "firm_part", "loose", "loose_part"):
        getattr(every, name)[kept] = kept[getattr(of_kept, name)]
    every.anchor[kept] = np.where(of_kept.anchor >= 0, kept[of_kept.anchor], -1)
    return every


def heads(scenes: Scenes, table: DataFrame) -> Ints:
    """The first row of each scene."""
    return np.asarray(table["row"].to_numpy()[scenes.rows[scenes.begin[:-1]]])
