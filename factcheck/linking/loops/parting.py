"""Groups joined to larger ones part by part: what hangs together is looked at while it lies in the cache."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from factcheck.linking.loops import compiled

Ints = NDArray[np.int64]
Small = NDArray[np.int32]
Floats = NDArray[np.float64]
Flags = NDArray[np.bool_]
Ends = Ints | Small

FIRM, LOOSE, REST, NONE = range(4)
"""What a pair of scenes can do: hold two narrow dates together, give a scene without one its incident, hold two of
those together, or nothing."""

FEW = 64
"""Pairs up to which they are put in order one by one."""


def sorted_out(left: Ends, right: Ends, same_document: Flags, narrow: Flags, standing: Flags) -> NDArray[np.int8]:
    """What each pair of scenes can do, by which of them have a narrow date, and which are standing charges."""
    out = np.empty(len(left), dtype=np.int8)
    _sort_out(left, right, same_document, narrow, standing, out)
    return out


@compiled
def _sort_out(
    left: Ends, right: Ends, same_document: Flags, narrow: Flags, standing: Flags, out: NDArray[np.int8]
) -> None:
    for k in range(len(left)):
        a, b = left[k], right[k]
        if narrow[a] and narrow[b]:
            out[k] = NONE if same_document[k] else FIRM
        elif narrow[a] != narrow[b]:
            out[k] = NONE if standing[a] or standing[b] else LOOSE
        else:
            out[k] = REST if standing[a] == standing[b] else NONE


def within_parts(
    label: Ints, pairs: tuple[Ends, Ends, Floats], days: tuple[Ints, Ints], most_days: int,
    those: tuple[Flags, Flags], unlikely: float,
) -> tuple[Ends, Ends, Floats]:  # fmt: skip
    """The pairs that can tell what becomes of groups: near in time, and inside of what chains of likely ones join.

    ``label``: the group of each item; ``most_days``: between the first of the ``days`` of two items and the last,
    negative where any number will do. ``those``: the items whose pairs count, and those of which pairs of two
    groups count as ``unlikely``.
    """
    left, right, score = pairs
    part = np.arange(len(label))
    some, apart = those
    amount = np.zeros(1, dtype=np.int64)
    kept = np.zeros(len(left), dtype=bool)
    _unite(left, right, score, label, days[0], days[1], most_days, some, apart, unlikely, part, kept, amount)
    out = np.empty(amount[0], left.dtype), np.empty(amount[0], right.dtype), np.empty(amount[0])
    _take(left, right, score, label, apart, unlikely, kept, *out)
    return out


@compiled
def _unite(
    left: Ends, right: Ends, score: Floats, label: Ints, earliest: Ints, latest: Ints, most_days: int, some: Flags,
    apart: Flags, unlikely: float, part: Ints, kept: Flags, amount: Ints,
) -> None:  # fmt: skip
    for k in range(-len(label), len(left)):
        if k >= 0:
            if score[k] < 0:
                continue
            one, other = np.int64(left[k]), np.int64(right[k])
            if not (some[one] and some[other]):
                continue
            if unlikely < 0 and apart[one] and apart[other] and label[one] != label[other]:
                continue
            if most_days >= 0:
                spread = max(latest[one], latest[other]) - min(earliest[one], earliest[other])
                if spread > most_days:
                    continue
        else:
            one, other = np.int64(k + len(label)), label[k + len(label)]
        while part[one] != one:
            part[one] = part[part[one]]
            one = part[one]
        while part[other] != other:
            part[other] = part[part[other]]
            other = part[other]
        if one < other:
            part[other] = one
        else:
            part[one] = other
    for n in range(len(part)):
        part[n] = part[part[n]]  # that of a smaller number is final already
    for k in range(len(left)):
        one, other = np.int64(left[k]), np.int64(right[k])
        if part[one] == part[other] and some[one] and some[other]:
            spread = max(latest[one], latest[other]) - min(earliest[one], earliest[other])
            if most_days < 0 or spread <= most_days:
                kept[k] = True
                amount[0] += 1


@compiled
def _take(
    left: Ends, right: Ends, score: Floats, label: Ints, apart: Flags, unlikely: float, kept: Flags, one: Ends,
    other: Ends, told: Floats,
) -> None:  # fmt: skip
    at = 0
    for k in range(len(left)):
        if kept[k]:
            a, b = left[k], right[k]
            one[at], other[at] = a, b
            told[at] = unlikely if apart[a] and apart[b] and label[a] != label[b] else score[k]
            at += 1


def joined_in_rounds(
    part: Ints, pairs: tuple[Ints, Ints, Floats, Ints], size: Ints, days: tuple[Ints, Ints], most_days: int,
    unseen: float,
) -> Ints:  # fmt: skip
    """What each group becomes: in each round those are joined that are each other's best, of 0 and more on
    average, of equals the smallest number; a group's number is the smallest of its items.

    ``pairs``: of groups, each once, the smaller number first, with the sum of what was seen of their items' pairs
    and how many these are; as many again may count as ``unseen``. ``part``: a number for what hangs together;
    ``size``: how many items a group has. ``days``: the first and the last of each group, between which in a group
    there may be ``most_days``, any number where that is negative. The last two are changed.
    """
    left, right, total, count = pairs
    into = np.arange(len(size))
    ends = np.zeros(len(size) + 1, dtype=np.int64)
    best, most = np.full(len(size), -1), np.full(len(size), -np.inf)
    place = np.empty(len(left), dtype=np.int64)
    _deal(left, part, ends, place)
    room = int(np.diff(ends).max(initial=0))
    work = np.empty((4, room), dtype=np.int64), np.empty((3, room))
    _join(
        left, right, total, count, ends, place, size, days[0], days[1], most_days, unseen, best, most, *work, into
    )
    return into


@compiled
def _deal(left: Ints, part: Ints, ends: Ints, place: Ints) -> None:
    """``ends`` and ``place``: the pairs part by part."""
    for k in range(len(left)):
        ends[part[left[k]] + 1] += 1
    for n in range(len(ends) - 1):
        ends[n + 1] += ends[n]
    at = ends[:-1].copy()
    for k in range(len(left)):
        own = part[left[k]]
        place[at[own]] = k
        at[own] += 1


@compiled
def _join(
    left: Ints, right: Ints, total: Floats, count: Ints, ends: Ints, place: Ints, size: Ints, earliest: Ints,
    latest: Ints, most_days: int, unseen: float, best: Ints, most: Floats, number: Ints, value: Floats, into: Ints,
) -> None:  # fmt: skip
    """``number`` and ``value``: room for the pairs of a part: both ends, the count and the order; the sum, the
    average, and the sums in order."""
    one, other, seen, order = number[0], number[1], number[2], number[3]
    told, mean, moved = value[0], value[1], value[2]
    for own in range(len(ends) - 1):
        amount = ends[own + 1] - ends[own]
        for k in range(amount):
            pair = place[ends[own] + k]
            one[k], other[k], told[k], seen[k] = left[pair], right[pair], total[pair], count[pair]
        while amount:
            for k in range(amount):
                a, b = one[k], other[k]
                more = min(size[a] * size[b] - seen[k], seen[k])
                mean[k] = (told[k] + unseen * more) / (seen[k] + more)
                spread = max(latest[a], latest[b]) - min(earliest[a], earliest[b])
                if most_days >= 0 and spread > most_days:
                    mean[k] = -np.inf
                best[a], best[b], most[a], most[b] = -1, -1, -np.inf, -np.inf
            for k in range(amount):
                a, b, found = one[k], other[k], mean[k]
                if found >= 0:
                    if found > most[a] or (found == most[a] and b < best[a]):
                        most[a], best[a] = found, b
                    if found > most[b] or (found == most[b] and a < best[b]):
                        most[b], best[b] = found, a
            some = False
            for k in range(amount):
                a, b = one[k], other[k]
                if best[a] == b and best[b] == a:
                    some = True
                    into[b] = a
                    size[a] += size[b]
                    earliest[a], latest[a] = min(earliest[a], earliest[b]), max(latest[a], latest[b])
            if not some:
                break
            kept = 0
            for k in range(amount):
                if mean[k] > -np.inf:
                    a, b = into[one[k]], into[other[k]]
                    if a != b:
                        one[kept], other[kept] = min(a, b), max(a, b)
                        told[kept], seen[kept] = told[k], seen[k]
                        kept += 1
            amount = kept
            if amount > FEW:
                order[:amount] = np.argsort(one[:amount] * len(size) + other[:amount])
                for k in range(amount):
                    moved[k] = told[order[k]]
                told[:amount] = moved[:amount]
                for line in (one, other, seen):
                    line[:amount] = line[order[:amount]]
            for k in range(1, amount):  # by their ends, and equal ones by their sums
                a, b, n, own_sum, at = one[k], other[k], seen[k], told[k], k
                while at > 0 and (
                    one[at - 1] > a
                    or (
                        one[at - 1] == a and (other[at - 1] > b or (other[at - 1] == b and told[at - 1] > own_sum))
                    )
                ):
                    one[at], other[at], seen[at], told[at] = one[at - 1], other[at - 1], seen[at - 1], told[at - 1]
                    at -= 1
                one[at], other[at], seen[at], told[at] = a, b, n, own_sum
            kept = begin = 0
            while begin < amount:
                end, rest, n = begin + 1, 0.0, seen[begin]
                while end < amount and one[end] == one[begin] and other[end] == other[begin]:
                    rest = told[end] if end == begin + 1 else rest + told[end]
                    n += seen[end]
                    end += 1
                one[kept], other[kept], seen[kept] = one[begin], other[begin], n
                told[kept] = told[begin] + rest if end > begin + 1 else told[begin]
                kept += 1
                begin = end
            amount = kept
    for n in range(len(into)):
        into[n] = into[into[n]]  # that of a smaller number is final already
