"""Equal keys found among many."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from factcheck.linking.engines import in_threads
from factcheck.linking.loops import compiled

Ints = NDArray[np.int64]
Floats = NDArray[np.float64]
Small = NDArray[np.int32]

_BUCKETS = 4096
"""Keys are dealt out to so many heaps by their first bits: what lies in one heap fits the cache."""


def numbered(key: Ints) -> tuple[Ints, Ints]:
    """A number for each key, equal for equal ones, and the key of each number; keys are scattered numbers."""
    number, found = np.empty(len(key), dtype=np.int64), np.empty(len(key), dtype=np.int64)
    amount = np.zeros(1, dtype=np.int64)
    _number(key, np.zeros(_BUCKETS + 1, dtype=np.int64), np.empty(len(key), dtype=np.int64), number, found, amount)
    return number, found[: amount[0]].copy()


@compiled
def _number(key: Ints, ends: Ints, dealt: Ints, number: Ints, found: Ints, amount: Ints) -> None:
    """``ends``: zeros, one more than there are heaps; ``dealt`` gets the places of the keys, heap by heap."""
    heaps = len(ends) - 1
    half = heaps // 2
    for k in range(len(key)):
        ends[(key[k] >> 52) + half + 1] += 1
    for heap in range(heaps):
        ends[heap + 1] += ends[heap]
    largest = 0
    for heap in range(heaps):
        largest = max(largest, ends[heap + 1] - ends[heap])
    at = ends[:-1].copy()
    for k in range(len(key)):
        heap = (key[k] >> 52) + half
        dealt[at[heap]] = k
        at[heap] += 1
    room = 16
    while room < 2 * largest:
        room *= 2
    seat, holder = np.empty(room, dtype=np.int64), np.full(room, -1, dtype=np.int64)
    told = 0
    for heap in range(heaps):
        size = ends[heap + 1] - ends[heap]
        width = 16
        while width < 2 * size:
            width *= 2
        for place in range(width):
            holder[place] = -1
        for k in range(ends[heap], ends[heap + 1]):
            own = key[dealt[k]]
            place = (own >> 4) & (width - 1)
            while holder[place] >= 0 and seat[place] != own:
                place = (place + 1) & (width - 1)
            if holder[place] < 0:
                seat[place], holder[place] = own, told
                found[told] = own
                told += 1
            number[dealt[k]] = holder[place]
    amount[0] = told


def in_their_places(value: Small, number: Ints, ends: Ints) -> Small:
    """The values by their numbers, in their order; those of number k stand from ``ends[k]`` to ``ends[k + 1]``."""
    out = np.empty_like(value)
    _place(value, number, ends[:-1].copy(), out)
    return out


@compiled
def _place(value: Small, number: Ints, at: Ints, out: Small) -> None:
    for k in range(len(value)):
        out[at[number[k]]] = value[k]
        at[number[k]] += 1


def in_order(left: Small, right: Small, value: Floats, amount: int) -> tuple[Small, Small, Floats]:
    """The pairs of numbers below ``amount`` in their order, each with its value."""
    ends = np.zeros(amount + 1, dtype=np.int64)
    out = np.empty_like(left), np.empty_like(right), np.empty_like(value)
    _count(left, ends)
    halves = [slice(0, amount // 2), slice(amount // 2, amount)]
    in_threads(lambda part: _in_order(left, right, value, ends, part.start, part.stop, *out), halves)
    return out


@compiled
def _count(left: Small, ends: Ints) -> None:
    for k in range(len(left)):
        ends[left[k] + 1] += 1
    for n in range(len(ends) - 1):
        ends[n + 1] += ends[n]


@compiled
def _in_order(
    left: Small, right: Small, value: Floats, ends: Ints, start: int, stop: int, one: Small, other: Small,
    told: Floats,
) -> None:  # fmt: skip
    """Those of the left numbers from ``start`` to ``stop``."""
    fill = ends[start:stop].copy()
    for k in range(len(left)):
        n = left[k]
        if n < start or n >= stop:
            continue
        at = fill[n - start]
        fill[n - start] += 1
        while at > ends[n] and other[at - 1] > right[k]:  # few have one left number
            other[at], told[at] = other[at - 1], told[at - 1]
            at -= 1
        one[fill[n - start] - 1], other[at], told[at] = n, right[k], value[k]
