"""Grouping again those scenes that new, changed or gone pairs can move; all others stay where they are.

What becomes of a scene at a step is decided among those of its part; of one without a narrow date first by its own
pairs, and then by those of the others that found no incident either.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from factcheck.linking.incidents.anchoring import Scored, anchors, are_twins
from factcheck.linking.incidents.incidents import rest_groups
from factcheck.linking.increments.groups import Groups, Near, Order, Pairs, View, only, part_of, together
from factcheck.linking.increments.refirm import refirm
from factcheck.linking.loops.parting import FIRM, LOOSE, REST

Ints = NDArray[np.int64]
Flags = NDArray[np.bool_]


def regroup(
    old: Groups, pairs: Sequence[Pairs], changed: Pairs, moved: Flags, alive: Flags, order: Order
) -> Groups:
    """The groups when some scenes are new or gone (``moved``), and some pairs too (``changed``); only scenes that
    are ``alive`` count."""
    narrow = old.outlines.narrow
    firm_ends, loose_ends, rest_ends = (moved | _ends(changed, sort, len(moved)) for sort in (FIRM, LOOSE, REST))
    near = Near(pairs, _reached(old, firm_ends) | loose_ends | rest_ends)
    firm = refirm(old, near, (firm_ends, moved), alive, order)
    wide = (loose_ends | rest_ends) & ~narrow & alive
    rest = _of_two(together([p.only(np.flatnonzero(p.sort == REST)) for p in pairs]), alive)
    twins = only(rest, are_twins(old.outlines, Scored(rest.left, rest.right, rest.total)))
    wide |= _met_by(twins, wide)
    anchor = _anchors(firm, near, twins, (wide, alive), order)
    return _rest(replace(firm, anchor=anchor), rest, wide, alive, order)


def _reached(old: Groups, scenes: Flags) -> Flags:
    """The scenes that those of some can draw along, most often."""
    dated = part_of(old.dated_part, scenes)
    return dated | part_of(old.firm_part, dated)


def _ends(pairs: Pairs, sort: int, n: int) -> Flags:
    """True for the scenes of likely pairs of a sort."""
    likely = np.flatnonzero((pairs.sort == sort) & (pairs.total >= 0))
    flag = np.zeros(n, dtype=bool)
    flag[pairs.left[likely]] = flag[pairs.right[likely]] = True
    return flag


def _of_two(pairs: Pairs, scenes: Flags) -> Pairs:
    """The pairs of which both are among them."""
    return only(pairs, scenes[pairs.left] & scenes[pairs.right])


def _anchors(old: Groups, near: Near, twins: Pairs, those: tuple[Flags, Flags], order: Order) -> Ints:
    """The anchors, those of some scenes found anew; ``those``: these, and who is alive."""
    among, alive = those
    loose = _of_two(near.touching(among | _met_by(twins, among)), alive)
    loose = only(loose, (loose.sort == LOOSE) & (loose.total >= 0))
    rest = only(twins, among[twins.left] | among[twins.right])
    ends = np.unique(np.r_[loose.left, loose.right, rest.left, rest.right]).astype(np.int64)
    one, other = (View.of(ends, joined, order, len(old)) for joined in (loose, rest))
    scored = [Scored(view.left, view.right, view.total) for view in (one, other)]
    best = anchors(old.outlines.only(one.scenes), *scored)
    anchor = old.anchor.copy()
    anchor[among] = -1
    own = np.flatnonzero(among[one.scenes] & (best >= 0))
    anchor[one.scenes[own]] = one.scenes[best[own]]
    return anchor


def _met_by(pairs: Pairs, scenes: Flags) -> Flags:
    """True for those whom pairs join with one of the scenes."""
    flag = np.zeros(len(scenes), dtype=bool)
    for one, other in ((pairs.left, pairs.right), (pairs.right, pairs.left)):
        flag[one[scenes[other]]] = True
    return flag


def _rest(old: Groups, rest: Pairs, touched: Flags, alive: Flags, order: Order) -> Groups:
    """Those without an anchor grouped anew in the parts of the touched ones; ``rest``: pairs of such scenes."""
    among = part_of(old.loose_part, touched) & alive & ~old.outlines.narrow
    view = View.of(np.flatnonzero(among), _of_two(rest, among), order, len(old))
    anchor = np.where(old.anchor[view.scenes] >= 0, 0, -1)
    label = rest_groups(old.outlines.only(view.scenes), anchor, view.left, view.right, view.total)
    loose, part = old.loose.copy(), old.loose_part.copy()
    loose[view.scenes], part[view.scenes] = view.scenes[label], view.part()
    return replace(old, loose=loose, loose_part=part)
