"""Grouping again the scenes whose date says when: first those of one date, then later news.

Each step is done again in the parts in which something changed. Where a part now draws on another one, that one is
taken along, until nothing crosses the borders any more; what is outside stays as it was.
"""

from __future__ import annotations

from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from factcheck.linking.incidents.clustering import drawn
from factcheck.linking.incidents.following import elsewhere, later_news, of_main_matters, told_at_once
from factcheck.linking.incidents.incidents import dated_groups
from factcheck.linking.increments.groups import Groups, Near, Order, Pairs, View, only, part_of
from factcheck.linking.loops.parting import FIRM

Ints = NDArray[np.int64]
Flags = NDArray[np.bool_]


def refirm(old: Groups, near: Near, those: tuple[Flags, Flags], alive: Flags, order: Order) -> Groups:
    """The firm groups when some scenes were touched; ``those``: all of these, and which are new or gone."""
    touched, moved = those
    alive = alive & old.outlines.narrow
    if not touched.any():
        return old
    dated = _redated(old, near, touched, alive, order)
    changed = (dated.dated != old.dated) | moved
    group = np.zeros(len(old), dtype=bool)
    group[dated.dated[changed]] = group[old.dated[changed]] = True
    return _with_later_news(dated, near, group[dated.dated] | moved, alive, order)


def _redated(old: Groups, near: Near, touched: Flags, alive: Flags, order: Order) -> Groups:
    """The groups of one date, formed anew in the parts of the touched scenes."""
    among = part_of(old.dated_part, touched) & alive
    while True:
        pairs = _firm(near, among, alive)
        view = _view(pairs, among, order)
        outlines = old.outlines.only(view.scenes)
        label, part, by_day = dated_groups(outlines, (view.left, view.right, view.total))
        alone = view.scenes[np.bincount(by_day, minlength=len(by_day))[by_day] == 1]
        more = _drawn_elsewhere(old, pairs, alone, order) & ~among
        if not more.any():
            break
        among |= part_of(old.dated_part, more) & alive
    dated, dated_part = old.dated.copy(), old.dated_part.copy()
    dated[view.scenes], dated_part[view.scenes] = view.scenes[label], view.scenes[part]
    return replace(old, dated=dated, dated_part=dated_part)


def _drawn_elsewhere(old: Groups, near: Pairs, alone: Ints, order: Order) -> Flags:
    """The scenes of other days that those which are alone on their day are most alike."""
    asked = np.zeros(len(old), dtype=bool)
    asked[alone] = True
    some = only(near, (asked[near.left] | asked[near.right]) & (near.total >= 0))
    view = View.of(np.unique(np.r_[some.left, some.right]).astype(np.int64), some, order, len(old))
    each = np.arange(len(view.scenes))
    who, best = elsewhere(each, old.outlines.only(view.scenes), (view.left, view.right, view.total))
    found = np.zeros(len(old), dtype=bool)
    found[view.scenes[best[asked[view.scenes[who]]]]] = True
    return found


def _with_later_news(old: Groups, near: Near, touched: Flags, alive: Flags, order: Order) -> Groups:
    """Later news joined anew in the parts of the touched scenes."""
    among = part_of(old.firm_part, touched) & alive
    at_once = told_at_once(old.outlines) & alive
    size = np.bincount(old.dated[alive], minlength=len(old))
    while True:
        pairs = _firm(near, among, alive)
        crossing = only(pairs, among[pairs.left] != among[pairs.right])
        across = crossing.left.astype(np.int64), crossing.right.astype(np.int64), crossing.total
        told = of_main_matters(old.dated, old.outlines, across, at_once)
        groups = np.concatenate(drawn(old.dated, *told, size))
        more = np.zeros(len(old), dtype=bool)
        more[groups] = True
        more &= ~among
        if not more.any():
            break
        among |= part_of(old.firm_part, more) & alive
    view = _view(pairs, among, order)
    place = np.zeros(len(old), dtype=np.int64)
    place[view.scenes] = np.arange(len(view.scenes))
    label, part = later_news(
        place[old.dated[view.scenes]], old.outlines.only(view.scenes), (view.left, view.right, view.total)
    )
    firm, firm_part = old.firm.copy(), old.firm_part.copy()
    firm[view.scenes], firm_part[view.scenes] = view.scenes[label], view.scenes[part]
    return replace(old, firm=firm, firm_part=firm_part)


def _firm(near: Near, among: Flags, alive: Flags) -> Pairs:
    """The firm pairs of which one or both are among the scenes, and both alive."""
    some = near.touching(among)
    return only(some, (some.sort == FIRM) & alive[some.left] & alive[some.right])


def _view(near: Pairs, among: Flags, order: Order) -> View:
    within = only(near, among[near.left] & among[near.right])
    return View.of(np.flatnonzero(among), within, order, len(among))
