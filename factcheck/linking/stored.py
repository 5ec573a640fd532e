"""What is kept of linked claims so that more can be linked: their scenes, and the scenes by their blocks."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, fields
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray
from pandas import DataFrame

from factcheck.linking import blocking
from factcheck.linking.clustering import groups
from factcheck.linking.incidents import Joined, first_alike
from factcheck.linking.known import Counts, Known
from factcheck.linking.outlines import Outlines
from factcheck.linking.regroup import Groups
from factcheck.linking.scenes import Scenes

MOST_PIECES = 8
"""Pieces that are kept side by side; more are put together, but for the first."""

Ints = NDArray[np.int64]
Flags = NDArray[np.bool_]


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
    def of(cls, scenes: Scenes, table: DataFrame, joined: Compared, begin: int) -> Stored:
        """Of scenes that were compared; their numbers start at ``begin``."""
        n, like, kept = len(scenes), joined.like, joined.kept
        beside = np.flatnonzero(scenes.document[1:] == scenes.document[:-1])
        first = kept[first_alike(like)[1]]
        family = groups(n, np.r_[np.arange(n), beside], np.r_[first, beside + 1])
        cut = np.zeros(n, dtype=bool)
        last = joined.entries[-1]
        cut[kept[last.owner[last.size > blocking.BLOCK_CAP]]] = True
        head = heads(scenes, table)
        return cls(head, begin + scenes.document, like, begin + family, begin + first, cut, np.ones(n, dtype=bool))


@dataclass(frozen=True, slots=True)
class Compared:
    """Which of the scenes stand for their copies, and the blocks of those."""

    like: Ints
    kept: Ints
    entries: list[blocking.Entries]


@dataclass(frozen=True, slots=True)
class Index:
    """The scenes by the keys of their blocks, in the order of the keys."""

    key: Ints
    owner: Ints

    @classmethod
    def of(cls, key: Ints, owner: Ints) -> Index:
        """Of keys in any order."""
        order = np.argsort(key, kind="stable")
        return cls(key[order], owner[order])

    @classmethod
    def joined(cls, pieces: Sequence[Index]) -> Index:
        """All of them as one."""
        return cls.of(*(np.concatenate([getattr(p, name) for p in pieces]) for name in ("key", "owner")))


P = TypeVar("P")


def few(pieces: Sequence[P], new: P, together: Callable[[Sequence[P]], P]) -> tuple[P, ...]:
    """The pieces with one more; when they are many, all but the first put together."""
    every = (*pieces, new)
    return every if len(every) <= MOST_PIECES else (every[0], together(every[1:]))


def indexed(entries: Sequence[blocking.Entries], number: Ints) -> Index:
    """The index of blocks; ``number``: of each scene that they are of."""
    return Index.of(np.concatenate([e.key for e in entries]), number[np.concatenate([e.owner for e in entries])])


def counted_blocks(entries: Sequence[blocking.Entries], known: Known) -> tuple[tuple[Counts, ...], ...]:
    """How large the blocks are; of those that were counted before, how large they were then."""
    before = known.blocks or ((), (), ())
    out = []
    for level, counts in zip(entries, before, strict=True):
        now = Counts.of(np.r_[level.key, level.over])
        new = np.ones(len(now.key), dtype=bool)
        for counted in counts:
            new &= counted.times(now.key) == 0
        out.append((*counts, Counts(now.key[new], now.count[new])))
    return tuple(out)


def groups_of(scenes: Scenes, found: Joined) -> Groups:
    """The groups of all scenes; copies stand alone, each beside the one that stands for it."""
    assert found.grouped is not None
    kept = found.kept
    of_kept = Groups.of(found.grouped, found.left, found.right, found.total)
    main = np.zeros(len(scenes), dtype=bool)
    main[kept] = of_kept.outlines.main
    every = Groups.alone(Outlines.of(scenes, main), 0)
    for name in ("firm", "firm_part", "loose", "loose_part"):
        getattr(every, name)[kept] = kept[getattr(of_kept, name)]
    every.anchor[kept] = np.where(of_kept.anchor >= 0, kept[of_kept.anchor], -1)
    return every


def heads(scenes: Scenes, table: DataFrame) -> Ints:
    """The first row of each scene."""
    return np.asarray(table["row"].to_numpy()[scenes.rows[scenes.begin[:-1]]])
