"""Scenes grouped again where something changed are grouped as if all had been at once."""

from __future__ import annotations

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.random import Generator
from numpy.typing import NDArray

from factcheck.linking.incidents.incidents import (
    Grouped,
    grouped,
    incident_of,
    sorts,
)
from factcheck.linking.incidents.outlines import Outlines
from factcheck.linking.increments.groups import Groups, Pairs, together, touching
from factcheck.linking.increments.regroup import regroup
from factcheck.linking.table import UNKNOWN

Ints = NDArray[np.int64]
Flags = NDArray[np.bool_]


def some_outlines(chance: Generator, amount: int) -> Outlines:
    """Scenes of two weeks, most with a day, some with a span or none."""
    first = chance.integers(0, 14, amount) + chance.choice([0, 0, 0, 100], amount)
    last = first + chance.choice([0, 0, 0, 1, 3, 9], amount)
    undated = chance.random(amount) < 0.15
    published = np.where(chance.random(amount) < 0.1, UNKNOWN, last + chance.integers(0, 6, amount))
    standing = chance.random(amount) < 0.2
    return Outlines(
        published, np.where(undated, UNKNOWN, first), np.where(undated, UNKNOWN, last),
        standing & (chance.random(amount) < 0.5), standing, chance.random(amount) < 0.7,
        np.zeros(amount, dtype=np.int8),
    )  # fmt: skip


def some_pairs(chance: Generator, amount: int) -> tuple[Ints, Ints, NDArray[np.float64]]:
    """Pairs of neighbours in any of three hidden orders; few scores, so that many are equal."""
    ends = []
    for reach in (1, 2, 5):
        mixed = chance.permutation(amount)
        ends.append(np.stack([mixed[:-reach], mixed[reach:]]))
    left, right = np.concatenate(ends, axis=1)
    codes = np.unique(np.minimum(left, right) * amount + np.maximum(left, right))
    left, right = np.divmod(codes, amount)
    return left, right, chance.choice([-7.0, -1.0, -0.5, 0.0, 0.5, 1.0, 2.0, 9.0], len(left))


def all_at_once(outlines: Outlines, left: Ints, right: Ints, total: NDArray[np.float64]) -> Grouped:
    sort = sorts(outlines, left, right, np.zeros(len(left), dtype=bool))
    return grouped(outlines, sort, left, right, total)


def of_pairs(outlines: Outlines, left: Ints, right: Ints, total: NDArray[np.float64]) -> Pairs:
    same = np.zeros(len(left), dtype=bool)
    return Pairs.of(left, right, sorts(outlines, left, right, same), total, same)


@settings(max_examples=200, deadline=None)
@given(st.integers(0, 2**32), st.integers(2, 90), st.lists(st.floats(0, 1), min_size=1, max_size=3))
def test_grouping_again_what_is_touched_is_grouping_all(seed: int, amount: int, cuts: list[float]) -> None:
    chance = np.random.default_rng(seed)
    outlines, (left, right, total) = some_outlines(chance, amount), some_pairs(chance, amount)
    place = chance.permutation(amount)  # the table has another order than the numbers

    def order(scenes: Ints) -> Ints:
        return scenes[np.argsort(place[scenes])]

    def at_once(some: Ints) -> tuple[Ints, Grouped]:
        """All of them in the order of the table."""
        some = order(some)
        seat = np.full(amount, -1)
        seat[some] = np.arange(len(some))
        one, other = seat[left], seat[right]
        kept = np.flatnonzero((one >= 0) & (other >= 0))
        a, b = np.minimum(one, other)[kept], np.maximum(one, other)[kept]
        by_place = np.lexsort((b, a))
        return some, all_at_once(outlines.only(some), a[by_place], b[by_place], total[kept][by_place])

    ends = sorted({1, amount, *(1 + int(cut * (amount - 1)) for cut in cuts)})
    begin = ends[0]
    groups, pairs = Groups.alone(outlines.only(np.arange(begin)), 0), ()
    none = np.zeros(0, dtype=np.int64)
    pairs = (of_pairs(outlines, none, none, np.zeros(0)),)
    alive = np.ones(begin, dtype=bool)
    for end in ends[1:]:
        gone = np.r_[alive & (chance.random(begin) < 0.1), np.zeros(end - begin, dtype=bool)]
        alive = np.r_[alive, np.ones(end - begin, dtype=bool)] & ~gone
        groups += Groups.alone(outlines.only(np.arange(begin, end)), begin)
        fresh = np.arange(end) >= begin
        new = np.flatnonzero((right >= begin) & (right < end))
        new = new[alive[left[new]]]
        more = of_pairs(outlines, left[new], right[new], total[new])
        lost = touching(pairs, gone)
        pairs = (*pairs, more)
        groups = regroup(groups, pairs, together([more, lost]), fresh | gone, alive, order)
        some, found = at_once(np.flatnonzero(alive))
        wanted = some[found.incident]
        told = incident_of(outlines.narrow[:end], groups.firm, groups.anchor, groups.loose)[some]
        assert told.tolist() == wanted.tolist()
        narrow = outlines.narrow[some]
        assert groups.dated[some][narrow].tolist() == some[found.dated][narrow].tolist()
        begin = end
