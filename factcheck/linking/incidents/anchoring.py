"""Anchors: to which scene whose date says when each of the others belongs.

Scenes of one and the same span of days ("27 to 31 March") that are alike are twins: they share the surest anchor
that one of them has, so that two reports of one span do not go to two incidents of their own pages.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from factcheck.linking.incidents.outlines import Outlines
from factcheck.linking.loops.telling import TOLD_DAYS

TWIN = 1.0
"""Log-odds from which two scenes of one span are twins. On the marked reports, their claims given, 2.5 does as
well; without twins pairwise F1 of questions is 0.02 lower where incidents last for days."""

Ints = NDArray[np.int64]
Floats = NDArray[np.float64]
Flags = NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class Scored:
    """Pairs of scenes: left and right number of each, and its log-odds."""

    left: Ints | NDArray[np.int32]
    right: Ints | NDArray[np.int32]
    total: Floats

    def only(self, some: Flags) -> Scored:
        """Some of them."""
        return Scored(self.left[some], self.right[some], self.total[some])


def anchors(outlines: Outlines, loose: Scored, rest: Scored) -> Ints:
    """For each scene without a narrow date the one with such a date that it, or a twin of it, is most alike, if
    alike enough; else -1.

    ``loose``: pairs of a scene with a narrow date and one without; ``rest``: pairs of two without.
    """
    anchor, score = _best(outlines.narrow, loose)
    twins = rest.only(are_twins(outlines, rest))
    one, other = np.r_[twins.left, twins.right], np.r_[twins.right, twins.left]
    told = anchor[other] >= 0
    own = np.flatnonzero(anchor >= 0)
    shared = Scored(
        np.r_[own, one[told]], np.r_[anchor[own], anchor[other[told]]], np.r_[score[own], score[other[told]]]
    )
    return _best(outlines.narrow, shared)[0] if told.any() else anchor


def are_twins(outlines: Outlines, pairs: Scored) -> Flags:
    """True for pairs of scenes of one and the same span that are surely alike, or of one that goes on, from one
    day to that on which each is told ("so far this year")."""
    first, last, left, right = outlines.first, outlines.last, pairs.left, pairs.right
    going_on = outlines.published - last <= TOLD_DAYS
    same = (first[left] == first[right]) & outlines.dated[left]
    same &= (last[left] == last[right]) | (going_on[left] & going_on[right])
    return np.asarray(same & ~outlines.narrow[left] & (pairs.total >= TWIN))


def _best(narrow: Flags, pairs: Scored) -> tuple[Ints, Floats]:
    """For each scene without a narrow date the other end of its best pair, and that pair's log-odds."""
    left, right, total = pairs.left, pairs.right, pairs.total
    loose, firm = np.where(narrow[left], right, left), np.where(narrow[left], left, right)
    order = np.flatnonzero(total >= 0)
    order = order[np.lexsort((firm[order], -total[order], loose[order]))]
    best = order[np.r_[True, loose[order][1:] != loose[order][:-1]]] if len(order) else order
    anchor, score = np.full(len(narrow), -1, dtype=np.int64), np.full(len(narrow), -np.inf)
    anchor[loose[best]], score[loose[best]] = firm[best], total[best]
    return anchor, score
