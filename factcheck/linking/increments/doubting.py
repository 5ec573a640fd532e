"""Doubts among linked claims: pairs of incidents that are nearly one, as when all are linked at once."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from factcheck.linking.doubts import Doubt, Doubts, doubts, doubts_of
from factcheck.linking.features import features
from factcheck.linking.increments.linking import Linking
from factcheck.linking.increments.more import see
from factcheck.linking.increments.reading import Reader
from factcheck.linking.increments.regroup import together
from factcheck.linking.weights import SUGGEST

Ints = NDArray[np.int64]
Flags = NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class Doubted:
    """The pairs of scenes of doubts by their numbers, and a claim of each scene: what is kept of doubts."""

    left: Ints
    right: Ints
    one: NDArray[np.bytes_]
    other: NDArray[np.bytes_]

    @classmethod
    def of(cls, left: Ints, right: Ints, claims: Sequence[tuple[str, str]]) -> Doubted:
        """Of scenes by their numbers, with the ids of a claim of each."""
        ids = [np.array([pair[side].encode() for pair in claims], dtype="S32") for side in (0, 1)]
        return cls(left, right, *ids)

    def claims(self) -> list[tuple[str, str]]:
        """A claim of each scene."""
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

    ``before``: those that were found last; ``changed``: the scenes of incidents that changed since.
    """
    found = _find(linking)
    amount = len(found.left)
    if before is None or changed is None:
        stays = np.zeros(amount, dtype=bool)
    else:
        stays = _staying(linking.incident, found, before, changed)
    fresh = np.flatnonzero(~stays)
    told = _told(linking, Doubts(found.left[fresh], found.right[fresh], found.whole[fresh]), reader)
    claims = {} if before is None else dict(zip(_pairs(before), before.claims(), strict=True))
    claims |= {pair: (d.one[0], d.other[0]) for pair, d in zip(_pairs(found, fresh), told, strict=True)}
    every = [claims[pair] for pair in _pairs(found)]
    stay = [every[number] for number in np.flatnonzero(stays).tolist()]
    return Doubting(told, stay, Doubted.of(found.left, found.right, every))


def _pairs(doubts: Doubts | Doubted, some: Ints | None = None) -> list[tuple[int, int]]:
    left, right = (side if some is None else side[some] for side in (doubts.left, doubts.right))
    return list(zip(left.tolist(), right.tolist(), strict=True))


def _staying(incident: Ints, found: Doubts, before: Doubted, changed: Flags) -> Flags:
    """Which doubts are of two incidents that did not change, and of which the same pairs of scenes were found."""

    def homes(told: Doubts | Doubted) -> list[int]:
        a, b = incident[told.left], incident[told.right]
        return [min(pair) * len(incident) + max(pair) for pair in zip(a.tolist(), b.tolist(), strict=True)]

    def by_home(told: Doubts | Doubted) -> dict[int, set[tuple[int, int]]]:
        sets: dict[int, set[tuple[int, int]]] = defaultdict(set)
        for home, pair in zip(homes(told), _pairs(told), strict=True):
            sets[home].add(pair)
        return sets

    then, now = by_home(before), by_home(found)
    same = np.array([now[home] == then.get(home) for home in homes(found)], dtype=np.bool_)
    return np.asarray(same & ~changed[found.left] & ~changed[found.right])


def _find(linking: Linking) -> Doubts:
    """The doubts with the numbers of their scenes, without features."""
    left, right, total = _between(linking)
    if not len(left):
        return Doubts()
    scenes = linking.order(np.unique(np.r_[left, right]))
    place = np.zeros(len(linking.stored.head), dtype=np.int64)
    place[scenes] = np.arange(len(scenes))
    left, right = place[left], place[right]
    left, right = np.minimum(left, right), np.maximum(left, right)
    order = np.lexsort((right, left))  # in which they are added up when all are linked at once
    incident = np.unique(linking.incident[scenes], return_inverse=True)[1]
    return doubts(incident, left[order], right[order], total[order]).of(scenes)


def _between(linking: Linking) -> tuple[Ints, Ints, NDArray[np.float64]]:
    """The pairs of scenes of each two incidents of which one pair scores ``SUGGEST`` and more."""
    incident, stored = linking.incident, linking.stored
    pairs = together([p.only(np.flatnonzero(incident[p.left] != incident[p.right])) for p in linking.pairs])
    left, right = pairs.left.astype(np.int64), pairs.right.astype(np.int64)
    kept = stored.alive[left] & stored.alive[right] & (stored.document[left] != stored.document[right])
    kept &= pairs.total > -np.inf
    left, right, total = left[kept], right[kept], pairs.total[kept]
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
    return doubts_of(Doubts(seen.left, seen.right, found.whole, told), seen.scenes, seen.claim)
