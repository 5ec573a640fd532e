"""Clustering: from scored pairs to groups, by average likeness: no chain leads from one incident into the next.

What becomes of a group is decided by the pairs inside the part of the graph that hangs together, by nothing else.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from factcheck.linking.loops.joining import hang_together, in_order_of
from factcheck.linking.loops.parting import joined_in_rounds, within_parts

UNSEEN = -3.0
"""What a pair that was not worth looking at counts in the average; of them at most as many as were looked at, for
in an incident that hundreds tell of not all pairs are."""

MOST = 6.0
"""Scores count up to here, and down to as much below: one pair never decides for a whole group."""

SLACK = 1e-9
"""What rounding may make of an average of 0; groups that are so near to being one are in one part."""

Ints = NDArray[np.int64]
Ends = Ints | NDArray[np.int32]
Floats = NDArray[np.float64]
Flags = NDArray[np.bool_]


def groups(n: int, left: Ints, right: Ints) -> Ints:
    """A group number for each of n items: two items are in one group when a chain of pairs joins them."""
    first = hang_together(n, left, right)
    return np.asarray((np.cumsum(first == np.arange(n)) - 1)[first])


def by_average(
    n: int, left: Ends, right: Ends, score: Floats, earliest: Ints, latest: Ints, most_days: int
) -> tuple[Ints, Ints]:
    """Groups whose pairs score 0 and more on average, none with more than so many days between its dates.

    A group number is the smallest number of its items. Beside it the part of each item, as ``join_groups`` gives
    it.
    """
    return join_groups(np.arange(n), (left, right, score), (earliest, latest), most_days)


@dataclass(frozen=True, slots=True)
class Those:
    """The items whose pairs count, and those of which pairs of two groups are as unlikely as can be."""

    some: Flags
    apart: Flags


def join_groups(
    label: Ints, pairs: tuple[Ends, Ends, Floats], days: tuple[Ints, Ints], most_days: int | None = None,
    those: Those | None = None,
) -> tuple[Ints, Ints]:  # fmt: skip
    """Groups joined to larger ones whose pairs score 0 and more on average; and the part of each item: a number
    that is equal for all items on which it depends what becomes of one of them.

    ``label``: the group of each item, the smallest number of its items.
    ``days``: the first and the last day of each item, with no more than ``most_days`` between those of a group.
    ``those``: whose pairs count, when not those of all.
    """
    n = len(label)
    most = -1 if most_days is None else most_days
    those = those or Those(np.ones(n, dtype=bool), np.zeros(n, dtype=bool))
    left, right, score = within_parts(label, pairs, days, most, (those.some, those.apart), -MOST)
    left, right, total, count = _contract(
        n, label[left], label[right], np.clip(score, -MOST, MOST), np.ones(len(left), int)
    )
    size = np.bincount(label, minlength=n)
    likely = _mean(total, count, size[left] * size[right]) >= -SLACK  # no others lead to groups that join
    part = hang_together(n, np.r_[left[likely], np.arange(n)], np.r_[right[likely], label])
    inside = np.flatnonzero(part[left] == part[right])
    left, right, total, count = left[inside], right[inside], total[inside], count[inside]
    earliest, latest = np.full(n, days[0].max(initial=0)), np.full(n, days[1].min(initial=0))
    np.minimum.at(earliest, label, days[0])
    np.maximum.at(latest, label, days[1])
    into = joined_in_rounds(part, (left, right, total, count), size, (earliest, latest), most, UNSEEN)
    return into[label], part


def _mean(total: Floats, count: Ints, possible: Ints) -> Floats:
    """The average of the pairs of two groups, of which ``count`` were looked at, and as many more count as
    unlikely."""
    unseen = np.minimum(possible - count, count)
    return np.asarray((total + UNSEEN * unseen) / (count + unseen))


def drawn(label: Ints, left: Ints, right: Ints, score: Floats, size: Ints) -> tuple[Ints, Ints]:
    """The groups at the two ends of pairs of items that score 0 and more on average, each two once; ``size``: of
    each group."""
    ends = label[left], label[right]
    one, other, total, count = _contract(
        len(label), *ends, np.clip(score, -MOST, MOST), np.ones(len(left), dtype=int)
    )
    likely = _mean(total, count, size[one] * size[other]) >= -SLACK
    return one[likely], other[likely]


def _contract(n: int, left: Ints, right: Ints, total: Floats, count: Ints) -> tuple[Ints, Ints, Floats, Ints]:
    """The pairs between groups, each once, with the sum and the number of what was seen."""
    between = left != right
    left, right, total, count = left[between], right[between], total[between], count[between]
    code = np.minimum(left, right) * n + np.maximum(left, right)
    if (code[1:] > code[:-1]).all():
        return code // n, code % n, total, count
    order = in_order_of(code, total)
    code = code[order]
    begin = np.flatnonzero(np.r_[True, code[1:] != code[:-1]]) if len(code) else np.zeros(0, dtype=np.int64)
    if not len(begin):
        return left, right, total, count
    code = code[begin]
    return code // n, code % n, np.add.reduceat(total[order], begin), np.add.reduceat(count[order], begin)
