"""Following: what becomes of a document whose day is wrong, and of later news of an incident.

Who dates a report by a trial, a funeral or an arrest tells of the same names and things as those who told at once.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from factcheck.linking.incidents.clustering import MOST, Those, join_groups
from factcheck.linking.incidents.outlines import Outlines
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


def redate(label: Ints, scenes: Outlines, pairs: Pairs) -> tuple[Ints, tuple[Ints, Ints]]:
    """A document alone on its day that tells of the very things of an incident joins it: its date is wrong.

    Beside the groups the scenes that are alone on their day, and for each the one that it is most alike. Only
    scenes that are the main matter of their documents join others.
    """
    who, best_of = elsewhere(label, scenes, pairs)
    best = np.arange(len(label))
    best[who] = best_of
    alone = _alone(label, scenes)
    joins = (best != np.arange(len(label))) & (~alone[best] | (best[best] == np.arange(len(label))))
    some = np.flatnonzero(joins)
    other = label[best[some]]
    out = label.copy()
    out[some] = np.where(alone[best[some]], np.minimum(label[some], other), other)
    return out, (who, best_of)


def elsewhere(label: Ints, scenes: Outlines, pairs: Pairs) -> tuple[Ints, Ints]:
    """The scenes that are alone on their day, and for each the one of another day that it is most alike."""
    left, right, total = pairs
    likely = np.flatnonzero(total >= WRONG_DATE)
    left, right, total = left[likely], right[likely], total[likely]
    gap = np.maximum(scenes.first[left] - scenes.last[right], scenes.first[right] - scenes.last[left])
    sure = (gap > NEXT_STRIKE) & (label[left] != label[right])
    left, right, total = left[sure], right[sure], total[sure]
    one, other = np.r_[left, right], np.r_[right, left]
    score = np.r_[total, total]
    kept = _alone(label, scenes)[one]
    one, other, score = one[kept], other[kept], score[kept]
    order = np.lexsort((other, -score, one))
    first = np.r_[True, one[order][1:] != one[order][:-1]] if len(order) else np.zeros(0, dtype=bool)
    return one[order[first]], other[order[first]]


def _alone(label: Ints, scenes: Outlines) -> Flags:
    return np.asarray((np.bincount(label, minlength=len(label))[label] == 1) & scenes.main & scenes.narrow)


def later_news(label: Ints, scenes: Outlines, pairs: Pairs) -> tuple[Ints, Ints]:
    """Incidents whose documents tell of the very things are one: of later news the day of an arrest or a hearing
    was taken for that of the deed. Beside the groups the parts, as ``join_groups`` gives them.

    Only scenes that are the main matter of their documents join two groups, and never two of which each was told
    at once by several documents: those agree on the day, so both days are right.
    """
    sure = _sure(label, told_at_once(scenes))
    return join_groups(label, pairs, (scenes.first, scenes.last), those=Those(scenes.main, sure))


def told_at_once(scenes: Outlines) -> Flags:
    """True for scenes that were published when they had just happened."""
    at_once = scenes.narrow & (scenes.published != UNKNOWN) & (scenes.published - scenes.last <= AT_ONCE_DAYS)
    return np.asarray(at_once)


def of_main_matters(label: Ints, scenes: Outlines, pairs: Pairs, at_once: Flags) -> Pairs:
    """The pairs of main matters, those of two groups whose days are sure as unlikely as can be."""
    both = np.flatnonzero(scenes.main[pairs[0]] & scenes.main[pairs[1]])
    left, right, total = pairs[0][both], pairs[1][both], pairs[2][both]
    sure = _sure(label, at_once)
    two = sure[left] & sure[right] & (label[left] != label[right])
    return left, right, np.where(two, -MOST, total)


def _sure(label: Ints, at_once: Flags) -> Flags:
    """True for scenes of groups whose days are sure."""
    return np.asarray(np.bincount(label, weights=at_once, minlength=len(label))[label] >= WITNESSES)
