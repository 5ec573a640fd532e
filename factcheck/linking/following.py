"""Following: what becomes of a document whose day is wrong, and of later news of an incident.

Who dates a report by a trial, a funeral or an arrest tells of the same names and things as those who told at once.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from factcheck.linking.clustering import MOST, join_groups
from factcheck.linking.outlines import Outlines
from factcheck.linking.table import UNKNOWN

NEXT_STRIKE = 4
"""Days up to which two dates are two incidents rather than one told with a wrong date: where there is fighting,
the next strike comes within days; who dates a report by a trial or a funeral is further off. Without it the
reports of two air strikes two days apart were one incident."""

WRONG_DATE = 0.0
"""Log-odds from which a document alone on its day is of an incident of another day."""

AT_ONCE_DAYS = 2
WITNESSES = 2
"""Documents that tell of a day within ``AT_ONCE_DAYS`` of it, from which it is sure. With them two shootings in
one part of a town, months apart, stay two: of pooled local news a fifth less of the wrong pairs."""

Ints = NDArray[np.int64]
Floats = NDArray[np.float64]
Flags = NDArray[np.bool_]
Pairs = tuple[Ints, Ints, Floats]
"""Left and right number of each pair, and its log-odds."""


def follow(label: Ints, scenes: Outlines, pairs: Pairs) -> Ints:
    """Groups of scenes with narrow dates, those joined that are one incident whatever their dates.

    Only scenes that are the main matter of their documents join two groups.
    """
    left, right, total = pairs
    gap = np.maximum(scenes.first[left] - scenes.last[right], scenes.first[right] - scenes.last[left])
    far = gap > NEXT_STRIKE
    label = _redate(label, (left[far], right[far], total[far]), scenes.main & scenes.narrow)
    both = scenes.main[left] & scenes.main[right]
    return _join_later_news(label, scenes, (left[both], right[both], total[both]))


def _redate(label: Ints, pairs: Pairs, main: Flags) -> Ints:
    """A document alone on its day that tells of the very things of an incident joins it: its date is wrong."""
    left, right, total = pairs
    alone = (np.bincount(label, minlength=len(label))[label] == 1) & main
    sure = (total >= WRONG_DATE) & (label[left] != label[right])
    left, right, total = left[sure], right[sure], total[sure]
    one, other = np.r_[left, right], np.r_[right, left]
    score = np.r_[total, total]
    kept = alone[one]
    one, other, score = one[kept], other[kept], score[kept]
    order = np.lexsort((other, -score, one))
    first = np.r_[True, one[order][1:] != one[order][:-1]] if len(order) else np.zeros(0, dtype=bool)
    best = np.arange(len(label))
    best[one[order[first]]] = other[order[first]]
    joins = (best != np.arange(len(label))) & (~alone[best] | (best[best] == np.arange(len(label))))
    who = np.flatnonzero(joins)
    out = label.copy()
    out[who] = np.minimum(label[who], label[best[who]]) * alone[best[who]] + label[best[who]] * ~alone[best[who]]
    return out


def _join_later_news(label: Ints, scenes: Outlines, pairs: Pairs) -> Ints:
    """Incidents whose documents tell of the very things are one: of later news the day of an arrest or a hearing
    was taken for that of the deed.

    Never two of which each was told at once by several documents: those agree on the day, so both days are right.
    """
    left, right, total = pairs
    at_once = scenes.narrow & (scenes.published != UNKNOWN) & (scenes.published - scenes.last <= AT_ONCE_DAYS)
    sure = np.bincount(label, weights=at_once, minlength=len(label))[label] >= WITNESSES
    two = sure[left] & sure[right] & (label[left] != label[right])
    return join_groups(label, (left, right, np.where(two, -MOST, total)), (scenes.first, scenes.last))
