"""Doubts among linked claims: pairs of incidents that are nearly one, as when all are linked at once."""

from __future__ import annotations

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


def find_doubts(linking: Linking, reader: Reader) -> list[Doubt]:
    """The pairs of incidents of which it is not sure that they are two."""
    left, right, total = _between(linking)
    if not len(left):
        return []
    scenes = linking.order(np.unique(np.r_[left, right]))
    place = np.zeros(len(linking.stored.head), dtype=np.int64)
    place[scenes] = np.arange(len(scenes))
    left, right = place[left], place[right]
    left, right = np.minimum(left, right), np.maximum(left, right)
    order = np.lexsort((right, left))  # in which they are added up when all are linked at once
    incident = np.unique(linking.incident[scenes], return_inverse=True)[1]
    found = doubts(incident, left[order], right[order], total[order]).of(scenes)
    return _told(linking, found, reader) if len(found.left) else []


def _between(linking: Linking) -> tuple[Ints, Ints, NDArray[np.float64]]:
    """The pairs of scenes of each two incidents of which one pair scores ``SUGGEST`` and more."""
    incident, stored = linking.incident, linking.stored
    chosen = []
    for pairs in linking.pairs:
        apart = np.flatnonzero(incident[pairs.left] != incident[pairs.right])
        chosen.append(pairs.only(apart))
    pairs = together(chosen)
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
    seen = see(linking, found.left, found.right, reader)
    told = features(seen.scenes, seen.signs, seen.left, seen.right)
    flags = np.zeros(len(linking.stored.head), dtype=bool)
    flags[found.left] = flags[found.right] = True
    here = Doubts(seen.left, seen.right, found.whole, told)
    return doubts_of(here, seen.scenes, seen.claim)
