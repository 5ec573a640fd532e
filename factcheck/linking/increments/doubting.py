"""Doubts among linked claims: pairs of incidents that are nearly one, as when all are linked at once."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from factcheck.linking.incidents.doubts import Doubt, Doubts, doubts, doubts_of, in_order, is_above
from factcheck.linking.incidents.features import features
from factcheck.linking.increments.groups import Pairs, together, touching
from factcheck.linking.increments.linking import Linking
from factcheck.linking.increments.more import see
from factcheck.linking.increments.reading import Reader
from factcheck.linking.weights import SUGGEST

Ints = NDArray[np.int64]
Flags = NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class Doubted:
    """What is kept of doubts: the pairs of scenes by their numbers, the likeliest first, more than are told.

    ``below``: as in ``Doubts``; ``one`` and ``other``: a claim of each scene of those that were told.
    """

    left: Ints
    right: Ints
    whole: NDArray[np.float64]
    score: NDArray[np.float64]
    below: NDArray[np.float64]
    one: NDArray[np.bytes_]
    other: NDArray[np.bytes_]

    @classmethod
    def of(cls, found: Doubts, claims: Sequence[tuple[str, str]]) -> Doubted:
        """Of doubts, with the ids of a claim of each scene of those that are told."""
        ids = [np.array([pair[side].encode() for pair in claims], dtype="S32") for side in (0, 1)]
        return cls(found.left, found.right, found.whole, found.score, np.array(found.below), *ids)

    @property
    def doubts(self) -> Doubts:
        """Without claims."""
        below = float(self.below[0]), float(self.below[1])
        return Doubts(self.left, self.right, self.whole, self.score, below)

    def claims(self) -> list[tuple[str, str]]:
        """A claim of each scene of those that were told."""
        return [(a.decode(), b.decode()) for a, b in zip(self.one.tolist(), self.other.tolist(), strict=True)]


@dataclass(frozen=True, slots=True)
class Doubting:
    """The doubts among linked claims: those to look at, and the claims of those that are as they were."""

    fresh: list[Doubt]
    stay: list[tuple[str, str]]
    every: Doubted


def find_doubts(
    linking: Linking, reader: Reader, before: Doubted | None = None, changed: Flags | None = None
) -> Doubting:
    """The pairs of incidents of which it is not sure that they are two.

    ``before``: those that were found last; ``changed``: the scenes of incidents that changed since. Only these are
    looked at, unless so many are settled that others must be found in their place.
    """
    if before is None or changed is None:
        found, known = _among(linking, linking.pairs), {}
        now = found.told()
        stays = np.zeros(len(now.left), dtype=bool)
    else:
        found = _renewed(linking, before.doubts, changed)
        now, then = found.told(), before.doubts.told()
        stays = _staying(linking.incident, now, then, changed)
        known = dict(zip(_pairs(then), before.claims(), strict=True))
    fresh = np.flatnonzero(~stays)
    told = _told(linking, Doubts(now.left[fresh], now.right[fresh], now.whole[fresh]), reader)
    known |= {pair: (d.one[0], d.other[0]) for pair, d in zip(_pairs(now, fresh), told, strict=True)}
    every = [known[pair] for pair in _pairs(now)]
    stay = [every[number] for number in np.flatnonzero(stays).tolist()]
    return Doubting(told, stay, Doubted.of(found, every))


def _pairs(doubts: Doubts, some: Ints | None = None) -> list[tuple[int, int]]:
    left, right = (side if some is None else side[some] for side in (doubts.left, doubts.right))
    return list(zip(left.tolist(), right.tolist(), strict=True))


def _staying(incident: Ints, found: Doubts, before: Doubts, changed: Flags) -> Flags:
    """Which doubts are of two incidents that did not change, and of which the same pairs of scenes were found."""

    def homes(told: Doubts) -> list[int]:
        a, b = incident[told.left], incident[told.right]
        return [min(pair) * len(incident) + max(pair) for pair in zip(a.tolist(), b.tolist(), strict=True)]

    def by_home(told: Doubts) -> dict[int, set[tuple[int, int]]]:
        sets: dict[int, set[tuple[int, int]]] = defaultdict(set)
        for home, pair in zip(homes(told), _pairs(told), strict=True):
            sets[home].add(pair)
        return sets

    then, now = by_home(before), by_home(found)
    same = np.array([now[home] == then.get(home) for home in homes(found)], dtype=np.bool_)
    return np.asarray(same & ~changed[found.left] & ~changed[found.right])


def _renewed(linking: Linking, before: Doubts, changed: Flags) -> Doubts:
    """The doubts as they are now, without features: those of incidents that changed are found again."""
    gone = changed | ~linking.stored.alive
    stay = np.flatnonzero(~(gone[before.left] | gone[before.right]))
    new = _among(linking, [touching(linking.pairs, changed)])
    below = max(before.below, new.below)
    columns = []
    for name in ("left", "right", "whole", "score"):
        columns.append(np.r_[getattr(before, name)[stay], getattr(new, name)])
    left, right, whole, score = (column[is_above(below, *columns[2:])] for column in columns)
    if not Doubts(left, below=below).enough:
        return _among(linking, linking.pairs)
    place = _places(linking, left, right)
    order = in_order(place[left], place[right], whole, score)
    return Doubts(left[order], right[order], whole[order], score[order], below).cut()


def _places(linking: Linking, left: Ints, right: Ints) -> Ints:
    """The places of these scenes, by their numbers, in the order of the table."""
    scenes = linking.order(np.unique(np.r_[left, right]))
    place = np.zeros(len(linking.stored.head), dtype=np.int64)
    place[scenes] = np.arange(len(scenes))
    return place


def _among(linking: Linking, pairs: Sequence[Pairs]) -> Doubts:
    """The doubts among pairs, all that there are of two incidents, with the numbers of their scenes; without
    features."""
    left, right, total = _between(linking, pairs)
    if not len(left):
        return Doubts()
    scenes = linking.order(np.unique(np.r_[left, right]))
    place = np.zeros(len(linking.stored.head), dtype=np.int64)
    place[scenes] = np.arange(len(scenes))
    one, other = place[left], place[right]
    one, other = np.minimum(one, other), np.maximum(one, other)
    order = np.lexsort((other, one))  # in which they are added up when all are linked at once
    incident = np.unique(linking.incident[scenes], return_inverse=True)[1]
    return doubts(incident, one[order], other[order], total[order]).of(scenes).cut()


def _between(linking: Linking, pairs: Sequence[Pairs]) -> tuple[Ints, Ints, NDArray[np.float64]]:
    """The pairs of scenes of each two incidents of which one pair scores ``SUGGEST`` and more."""
    incident, stored = linking.incident, linking.stored
    some = together([p.only(np.flatnonzero(incident[p.left] != incident[p.right])) for p in pairs])
    left, right = some.left.astype(np.int64), some.right.astype(np.int64)
    kept = stored.alive[left] & stored.alive[right] & (stored.document[left] != stored.document[right])
    kept &= some.total > -np.inf
    left, right, total = left[kept], right[kept], some.total[kept]
    a, b = incident[left], incident[right]
    code = np.minimum(a, b) * len(incident) + np.maximum(a, b)
    likely = np.unique(code[total >= SUGGEST])
    if not len(likely):
        return left[:0], right[:0], total[:0]
    at = np.minimum(np.searchsorted(likely, code), len(likely) - 1)
    among = likely[at] == code
    return left[among], right[among], total[among]


def _told(linking: Linking, found: Doubts, reader: Reader) -> list[Doubt]:
    """With their features and their claims."""
    if not len(found.left):
        return []
    seen = see(linking, found.left, found.right, reader)
    told = features(seen.scenes, seen.signs, seen.left, seen.right)
    return doubts_of(replace(found, left=seen.left, right=seen.right, features=told), seen.scenes, seen.claim)
