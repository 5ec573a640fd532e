"""What dates and places of two scenes say, and what all features of a pair come to."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from factcheck.linking.loops import compiled
from factcheck.linking.table import UNKNOWN

Ints = NDArray[np.int64]
Flags = NDArray[np.bool_]
Floats = NDArray[np.float64]

DATES = (
    "same_past_day", "same_days", "next_day", "days_apart", "within_period", "dates_exclude", "soon_published",
    "long_after", "published_apart", "rare_day",
)  # fmt: skip
"""The features of dates, in the order of the rows that ``tell_dates`` fills; ``same_time`` is the last of all."""

SOFT_GAP = 3
"""Days by which two narrow dates may be apart and still be one event told with a wrong date."""

SPAN_DAYS = 31
"""A span of more days ("in 2024") is no time that one event had."""

SOON_DAYS = 5
TOLD_DAYS = 2
"""A span that ends so many days before it is told, or fewer, is one that goes on ("so far this year")."""
LONG_DAYS = 30


@compiled
def tell_dates(
    left: Ints, right: Ints, first: Ints, last: Ints, published: Ints, narrow: Flags, document: Ints,
    rare: Floats, apart_says: Floats, out: Floats, same_time: Floats,
) -> None:  # fmt: skip
    """``rare``: how much the day of each scene says; ``apart_says``: what so many days between two publications
    say, the last of them for all that are further apart. ``out`` comes as zeros, a row a feature, a column a pair.
    """
    for k in range(len(left)):
        a, b = left[k], right[k]
        gap = max(0, first[a] - last[b], first[b] - last[a])
        one_period = first[a] == first[b] and last[a] == last[b]
        told_a, told_b = published[a] != UNKNOWN, published[b] != UNKNOWN
        apart = abs(published[a] - published[b])
        if first[a] != UNKNOWN and first[b] != UNKNOWN:
            if narrow[a] and narrow[b]:
                late = max(published[a], published[b]) - max(first[a], first[b])
                says = min(rare[a], rare[b])
                out[0, k] = gap <= 1 and late > LONG_DAYS
                if gap == 0:
                    out[1, k], out[9, k], same_time[k] = 1.0, says, 1.0
                elif gap == 1:
                    out[2, k], out[9, k] = 1.0, says * 0.5
                elif gap <= SOFT_GAP:
                    out[3, k] = 1.0
                else:
                    out[5, k] = 1.0
            else:
                going_on = first[a] == first[b] and told_a and told_b
                going_on &= published[a] - last[a] <= TOLD_DAYS and published[b] - last[b] <= TOLD_DAYS
                one_period |= going_on  # "so far this year", told twice
                out[1, k] = one_period
                out[4, k] = gap == 0 and not one_period
                out[5, k] = gap > 1
                same_time[k] = one_period and last[a] - first[a] <= SPAN_DAYS
            if told_a and told_b and document[a] != document[b]:
                out[8, k] = apart_says[min(apart, len(apart_says) - 1)]
        elif first[a] != UNKNOWN or first[b] != UNKNOWN:
            dated, other = (a, published[b]) if first[a] != UNKNOWN else (b, published[a])
            if other != UNKNOWN:
                lag = other - last[dated]
                out[5, k] = other < first[dated] - 1
                out[6, k] = lag <= SOON_DAYS
                out[7, k] = lag > LONG_DAYS
        elif told_a and told_b:
            out[6, k] = apart <= SOON_DAYS
            out[7, k] = apart > LONG_DAYS


@compiled
def weigh_features(features: Floats, weights: Floats, total: Floats) -> None:
    """``total`` comes with the bias; ``features``: a row a feature, a column a pair."""
    for row in range(features.shape[0]):
        weight = weights[row]
        if weight != 0.0:
            for k in range(len(total)):
                total[k] += weight * features[row, k]
