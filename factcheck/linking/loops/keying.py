"""The keys that scenes are put into blocks by, made scene by scene; and the weightiest words of rows."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from factcheck.linking.loops import compiled

Ints = NDArray[np.int64]
Small = NDArray[np.int32]
Floats = NDArray[np.float64]
Flags = NDArray[np.bool_]
Bits = NDArray[np.uint64]

_ADDED, _ONCE, _TWICE = (np.uint64(n) for n in (0x9E3779B97F4A7C15, 0xBF58476D1CE4E5B9, 0x94D049BB133111EB))
_27, _30, _31 = (np.uint64(n) for n in (27, 30, 31))


class Named(NamedTuple):
    """What rows name: row k the columns ``column[begin[k]:begin[k + 1]]``, each with its ``number``, scattered."""

    begin: Ints
    column: Small
    number: Bits


def keys_in_time(
    row: Ints, days: tuple[Ints, Ints], bucket: tuple[int, Bits], named: Named, sort: int, bits: int
) -> tuple[Ints, Ints]:
    """Owner and key of what scenes name, with each of their stretches of days.

    ``row``: the row of ``named`` of each scene; ``days``: its first and its last stretch, the last before the
    first for a scene that has none; ``bucket``: the number of the first stretch, and the scattered numbers of all.
    ``sort``: the lowest ``bits`` of the keys.
    """
    first, last = days
    amount = np.diff(named.begin)[row] * (last - first + 1)
    most = int(amount.sum())
    owner, key = np.empty(most, dtype=np.int64), np.empty(most, dtype=np.uint64)
    with np.errstate(over="ignore"):
        _keys(row, first, last, bucket[0], bucket[1], *named, owner, key)
    found = key.view(np.int64)
    return owner, (found >> bits << bits) | sort


@compiled
def _keys(
    row: Ints, first: Ints, last: Ints, earliest: int, bucket: Bits, begin: Ints, column: Small, number: Bits,
    owner: Ints, key: Bits,
) -> None:  # fmt: skip
    at = 0
    for scene in range(len(row)):
        for day in range(first[scene], last[scene] + 1):
            told = bucket[day - earliest]
            for k in range(begin[row[scene]], begin[row[scene] + 1]):
                z = (number[column[k]] ^ told) + _ADDED
                z = (z ^ z >> _30) * _ONCE
                z = (z ^ z >> _27) * _TWICE
                owner[at], key[at] = scene, z ^ z >> _31
                at += 1


def weightiest(data: Floats, ends: Ints, most: int) -> Flags:
    """True for the largest entries of each row, ``most`` of them, of equals for the first; row k ends at
    ``ends[k + 1]``."""
    kept = np.zeros(len(data), dtype=bool)
    _weightiest(data, ends, most, kept)
    return kept


@compiled
def _weightiest(data: Floats, ends: Ints, most: int, kept: Flags) -> None:
    for row in range(len(ends) - 1):
        begin, end = ends[row], ends[row + 1]
        for _ in range(min(most, end - begin)):
            best = -1
            for k in range(begin, end):
                if not kept[k] and (best < 0 or data[k] > data[best]):
                    best = k
            kept[best] = True
