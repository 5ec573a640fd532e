"""Pairs of linked scenes, the groups of these, and some of both in the order of the table."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, fields

import numpy as np
from numpy.typing import NDArray

from factcheck.linking.incidents.clustering import groups
from factcheck.linking.incidents.incidents import Grouped, incident_of
from factcheck.linking.incidents.outlines import Outlines
from factcheck.linking.loops import choosing
from factcheck.linking.loops.parting import REST

Ints = NDArray[np.int64]
Ends = Ints | NDArray[np.int32]
Flags = NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class Pairs:
    """Pairs of scenes by their numbers, what each can do, and its log-odds."""

    left: NDArray[np.int32]
    right: NDArray[np.int32]
    sort: NDArray[np.int8]
    total: NDArray[np.float64]

    @classmethod
    def of(cls, left: Ints, right: Ints, sort: NDArray[np.int8], total: NDArray[np.float64], same: Flags) -> Pairs:
        """Those that can do something, and all of two documents; ``same``: which are of one."""
        kept = np.flatnonzero((sort <= REST) | ~same)
        return cls(left[kept].astype(np.int32), right[kept].astype(np.int32), sort[kept], total[kept])

    def __len__(self) -> int:
        return len(self.left)

    def only(self, some: Ints) -> Pairs:
        """Some of them."""
        return Pairs(*(getattr(self, f.name)[some] for f in fields(Pairs)))


@dataclass(frozen=True, slots=True)
class Groups:
    """Scenes and their groups; a group has the number of one of its scenes.

    What becomes of a scene at a step depends on no scene of another part (``dated_part``, ``firm_part``,
    ``loose_part``).
    """

    outlines: Outlines
    dated: Ints
    dated_part: Ints
    firm: Ints
    firm_part: Ints
    anchor: Ints
    loose: Ints
    loose_part: Ints

    @classmethod
    def of(cls, grouped: Grouped, left: Ends, right: Ends, total: NDArray[np.float64]) -> Groups:
        """Of scenes that were grouped all at once, by these pairs."""
        rest = (grouped.sort == REST) & (total >= 0)
        loose_part = chained(np.arange(len(grouped.firm)), left[rest], right[rest])
        return cls(
            grouped.outlines, grouped.dated, grouped.dated_part, grouped.firm, grouped.firm_part, grouped.anchor,
            grouped.loose, loose_part,
        )  # fmt: skip

    @classmethod
    def alone(cls, outlines: Outlines, begin: int) -> Groups:
        """Of scenes with the numbers from ``begin`` that nobody grouped yet."""
        n = len(outlines)
        alone = begin + np.tile(np.arange(n), (6, 1))
        dated, dated_part, firm, firm_part, loose, loose_part = alone
        return cls(outlines, dated, dated_part, firm, firm_part, np.full(n, -1), loose, loose_part)

    def __len__(self) -> int:
        return len(self.firm)

    def __add__(self, other: Groups) -> Groups:
        ints = (f.name for f in fields(Groups) if f.name != "outlines")
        columns = {name: np.concatenate([getattr(self, name), getattr(other, name)]) for name in ints}
        return Groups(self.outlines + other.outlines, **columns)

    @property
    def incident(self) -> Ints:
        """The incident of each scene."""
        return incident_of(self.outlines.narrow, self.firm, self.anchor, self.loose)


Order = Callable[[Ints], Ints]
"""Puts scenes, given by their numbers, in the order of the table."""


@dataclass(frozen=True, slots=True)
class View:
    """Some scenes in the order of the table, and pairs of them by their places in it, in order."""

    scenes: Ints
    left: Ints
    right: Ints
    total: NDArray[np.float64]

    @classmethod
    def of(cls, scenes: Ints, pairs: Pairs, order: Order, n: int) -> View:
        """Of scenes by their numbers, of which there are ``n`` in all."""
        scenes = order(scenes)
        place = np.zeros(n, dtype=np.int64)
        place[scenes] = np.arange(len(scenes))
        one, other = place[pairs.left], place[pairs.right]
        left, right = np.minimum(one, other), np.maximum(one, other)
        at = np.lexsort((right, left))
        return cls(scenes, left[at], right[at], pairs.total[at])

    def part(self) -> Ints:
        """The scenes that a chain of likely pairs joins have the number of one of them."""
        sure = self.total >= 0
        return chained(self.scenes, self.left[sure], self.right[sure])


def chained(scenes: Ints, left: Ints, right: Ints) -> Ints:
    """For each scene the first of those that chains of pairs, given by their places, join with it."""
    code = groups(len(scenes), left, right)
    first = np.empty(int(code.max(initial=-1)) + 1, dtype=np.int64)
    first[code[::-1]] = scenes[::-1]
    return first[code]


def part_of(part: Ints, scenes: Flags) -> Flags:
    """True for all that have the part of one of the scenes."""
    flag = np.zeros(len(part), dtype=bool)
    flag[part[scenes]] = True
    return flag[part]


def only(pairs: Pairs, flag: Flags) -> Pairs:
    """Those that are flagged."""
    return pairs.only(np.flatnonzero(flag))


def touching(pairs: Sequence[Pairs], scenes: Flags) -> Pairs:
    """The pairs of which one or both are among the scenes."""
    return together([p.only(choosing.touching(p.left, p.right, scenes)) for p in pairs])


class Near:
    """Few of many pairs, found once: those of which one or both ends are among some scenes."""

    def __init__(self, pairs: Sequence[Pairs], scenes: Flags) -> None:
        self._every, self._scenes = pairs, scenes
        self._found = [touching(pairs, scenes)]

    def touching(self, scenes: Flags) -> Pairs:
        """The pairs of which one or both are among these scenes; fast when those are among the others."""
        return touching(self._every if (scenes & ~self._scenes).any() else self._found, scenes)


def together(pairs: Sequence[Pairs]) -> Pairs:
    """The pairs of all of them."""
    return Pairs(*(np.concatenate([getattr(p, f.name) for p in pairs]) for f in fields(Pairs)))
