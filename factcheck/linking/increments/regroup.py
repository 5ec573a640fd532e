"""Grouping again those scenes that new, changed or gone pairs can move; all others stay where they are.

What becomes of a scene whose date says when is decided among those that a chain of likely firm pairs joins it
with; of one without such a date, by its own pairs, or by those of the others that found no incident either.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, fields, replace

import numpy as np
from numpy.typing import NDArray

from factcheck.linking.anchoring import Scored, anchors, are_twins
from factcheck.linking.clustering import groups
from factcheck.linking.incidents import FIRM, LOOSE, REST, Grouped, firm_groups, incident_of, rest_groups
from factcheck.linking.outlines import Outlines

Ints = NDArray[np.int64]
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

    def only(self, some: Ints) -> Pairs:
        """Some of them."""
        return Pairs(*(getattr(self, f.name)[some] for f in fields(Pairs)))


@dataclass(frozen=True, slots=True)
class Groups:
    """Scenes and their groups; a group has the number of one of its scenes.

    ``firm_part`` and ``loose_part`` are equal for all scenes that a chain of likely pairs joins; they may be for
    more.
    """

    outlines: Outlines
    firm: Ints
    firm_part: Ints
    anchor: Ints
    loose: Ints
    loose_part: Ints

    @classmethod
    def of(cls, grouped: Grouped, left: Ints, right: Ints, total: NDArray[np.float64]) -> Groups:
        """Of scenes that were grouped all at once, by these pairs."""
        n = len(grouped.firm)
        firm, rest = ((grouped.sort == sort) & (total >= 0) for sort in (FIRM, REST))
        firm_part, loose_part = (_chained(np.arange(n), left[some], right[some]) for some in (firm, rest))
        return cls(grouped.outlines, grouped.firm, firm_part, grouped.anchor, grouped.loose, loose_part)

    @classmethod
    def alone(cls, outlines: Outlines, begin: int) -> Groups:
        """Of scenes with the numbers from ``begin`` that nobody grouped yet."""
        n = len(outlines)
        firm, firm_part, loose, loose_part = begin + np.tile(np.arange(n), (4, 1))
        return cls(outlines, firm, firm_part, np.full(n, -1), loose, loose_part)

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


def regroup(old: Groups, pairs: Sequence[Pairs], changed: Pairs, new: Flags, alive: Flags, order: Order) -> Groups:
    """The groups when some scenes are ``new``, and some pairs are new or gone (``changed``); only scenes that are
    ``alive`` count."""
    narrow = old.outlines.narrow
    firm_ends, loose_ends, rest_ends = (new | _ends(changed, sort, len(new)) for sort in (FIRM, LOOSE, REST))
    firm, firm_part = _firm(old, pairs, firm_ends & narrow & alive, alive, order)
    wide = (loose_ends | rest_ends) & ~narrow & alive
    twins = _twins(old, pairs, alive)
    wide |= _met_by(twins, wide)
    anchor = _anchors(old, [_only(p, alive[p.left] & alive[p.right]) for p in pairs], twins, wide, order)
    loose, loose_part = _rest(replace(old, anchor=anchor), pairs, wide, alive, order)
    return replace(old, firm=firm, firm_part=firm_part, anchor=anchor, loose=loose, loose_part=loose_part)


def _ends(pairs: Pairs, sort: int, n: int) -> Flags:
    """True for the scenes of likely pairs of a sort."""
    likely = np.flatnonzero((pairs.sort == sort) & (pairs.total >= 0))
    flag = np.zeros(n, dtype=bool)
    flag[pairs.left[likely]] = flag[pairs.right[likely]] = True
    return flag


@dataclass(frozen=True, slots=True)
class _View:
    """Some scenes in the order of the table, and pairs of them by their places in it, in order."""

    scenes: Ints
    left: Ints
    right: Ints
    total: NDArray[np.float64]

    @classmethod
    def of(cls, scenes: Ints, pairs: Pairs, order: Order, n: int) -> _View:
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
        return _chained(self.scenes, self.left[sure], self.right[sure])


def _chained(scenes: Ints, left: Ints, right: Ints) -> Ints:
    """For each scene the first of those that chains of pairs, given by their places, join with it."""
    code = groups(len(scenes), left, right)
    first = np.empty(int(code.max(initial=-1)) + 1, dtype=np.int64)
    first[code[::-1]] = scenes[::-1]
    return first[code]


def _firm(old: Groups, pairs: Sequence[Pairs], touched: Flags, alive: Flags, order: Order) -> tuple[Ints, Ints]:
    among = _part_of(old.firm_part, touched) & alive & old.outlines.narrow
    view = _View.of(np.flatnonzero(among), _within(pairs, among, FIRM), order, len(old))
    label = firm_groups(old.outlines.only(view.scenes), view.left, view.right, view.total)
    firm, part = old.firm.copy(), old.firm_part.copy()
    firm[view.scenes], part[view.scenes] = view.scenes[label], view.part()
    return firm, part


def _anchors(old: Groups, pairs: Sequence[Pairs], twins: Pairs, among: Flags, order: Order) -> Ints:
    """The anchors, those of the scenes ``among`` found anew."""
    asked = among | _met_by(twins, among)
    loose = together(
        [_only(p, (p.sort == LOOSE) & (asked[p.left] | asked[p.right]) & (p.total >= 0)) for p in pairs]
    )
    rest = _only(twins, among[twins.left] | among[twins.right])
    ends = np.unique(np.r_[loose.left, loose.right, rest.left, rest.right]).astype(np.int64)
    one, other = (_View.of(ends, joined, order, len(old)) for joined in (loose, rest))
    scored = [Scored(view.left, view.right, view.total) for view in (one, other)]
    best = anchors(old.outlines.only(one.scenes), *scored)
    anchor = old.anchor.copy()
    anchor[among] = -1
    own = np.flatnonzero(among[one.scenes] & (best >= 0))
    anchor[one.scenes[own]] = one.scenes[best[own]]
    return anchor


def _twins(old: Groups, pairs: Sequence[Pairs], alive: Flags) -> Pairs:
    """The pairs of twins, of which both are alive."""
    rest = together([_only(p, (p.sort == REST) & alive[p.left] & alive[p.right]) for p in pairs])
    return _only(rest, are_twins(old.outlines, Scored(rest.left, rest.right, rest.total)))


def _met_by(pairs: Pairs, scenes: Flags) -> Flags:
    """True for those whom pairs join with one of the scenes."""
    flag = np.zeros(len(scenes), dtype=bool)
    for one, other in ((pairs.left, pairs.right), (pairs.right, pairs.left)):
        flag[one[scenes[other]]] = True
    return flag


def _rest(old: Groups, pairs: Sequence[Pairs], touched: Flags, alive: Flags, order: Order) -> tuple[Ints, Ints]:
    among = _part_of(old.loose_part, touched) & alive & ~old.outlines.narrow
    view = _View.of(np.flatnonzero(among), _within(pairs, among, REST), order, len(old))
    anchor = np.where(old.anchor[view.scenes] >= 0, 0, -1)
    label = rest_groups(old.outlines.only(view.scenes), anchor, view.left, view.right, view.total)
    loose, part = old.loose.copy(), old.loose_part.copy()
    loose[view.scenes], part[view.scenes] = view.scenes[label], view.part()
    return loose, part


def _part_of(part: Ints, scenes: Flags) -> Flags:
    """True for all that have the part of one of the scenes."""
    flag = np.zeros(len(part), dtype=bool)
    flag[part[scenes]] = True
    return flag[part]


def _within(pairs: Sequence[Pairs], among: Flags, sort: int) -> Pairs:
    """The pairs of a sort of which both are among them."""
    return together([_only(p, among[p.left] & among[p.right] & (p.sort == sort)) for p in pairs])


def touching(pairs: Sequence[Pairs], scenes: Flags) -> Iterator[Pairs]:
    """The pairs of which one or both are among the scenes."""
    return (_only(p, scenes[p.left] | scenes[p.right]) for p in pairs)


def _only(pairs: Pairs, flag: Flags) -> Pairs:
    return pairs.only(np.flatnonzero(flag))


def together(pairs: Sequence[Pairs]) -> Pairs:
    """The pairs of all of them."""
    return Pairs(*(np.concatenate([getattr(p, f.name) for p in pairs]) for f in fields(Pairs)))
