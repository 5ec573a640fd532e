"""How two lists of places relate where the map tells it at once."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from factcheck.linking.loops import compiled

Ints = NDArray[np.int64]
Flags = NDArray[np.bool_]
Floats = NDArray[np.float64]
Bits = NDArray[np.uint64]

OPEN = -1
"""Stands for a pair that is not told at once: a place is not on the map, or two names may be spellings of one."""

SAME, NEAR, WITHIN, FAR, UNKNOWN = range(5)
_1, _2, _4, _8, _16, _32 = (np.uint64(1 << k) for k in range(6))
_ODD, _PAIRS, _FOURS, _BYTE = (
    np.uint64(mask) for mask in (0x5555555555555555, 0x3333333333333333, 0x0F0F0F0F0F0F0F0F, 0xFF)
)
_NONE = np.uint64(0)


@compiled
def place_lists(
    left: Ints, right: Ints, begin: Ints, name: Ints, wide: Flags, folded: Ints, plain: Flags, place: Ints,
    country: Flags, narrow: Flags, land: Ints, region_key: Ints, name_key: Ints, where: Floats, sides: Ints,
    part: Ints, letters: Bits, size: Ints, odd_letters: float, near: float, margin: float, out: Ints,
) -> None:  # fmt: skip
    """For each pair of lists the relation of the closest two names, twice, and 1 more where the first is wide.

    ``where``: a place's direction from the middle of the earth, three numbers a name; ``near`` and ``margin``:
    squares of the distances on it up to which two are near, and around which that is uncertain. ``sides``: the two
    whose land or border a name names, -1 for none. ``part``: the parts of each name, the narrowest first;
    ``odd_letters``: share of the letters of two parts that may differ in spellings of one, negative where it is
    known that no two are.
    """
    for k in range(len(left)):
        closest = UNKNOWN * 2
        for at in range(begin[left[k]], begin[left[k] + 1]):
            a = name[at]
            for beside in range(begin[right[k]], begin[right[k] + 1]):
                b = name[beside]
                found = FAR
                if folded[a] == folded[b]:
                    found = SAME
                elif not plain[a] or not plain[b]:
                    found = OPEN
                else:
                    p, q = letters[part[a, 0]], letters[part[b, 0]]
                    if odd_letters >= 0 and (p & ~q == _NONE or q & ~p == _NONE):
                        found = OPEN
                    for turn in range(5 if odd_letters >= 0 else 0):  # 0 and 0, 1 and 0, 0 and 1, 2 and 0, 0 and 2
                        x = part[a, (turn + 1) // 2 if turn % 2 else 0]
                        y = part[b, 0 if turn % 2 else turn // 2]
                        odd = letters[x] ^ letters[y]
                        odd = odd - ((odd >> _1) & _ODD)
                        odd = (odd & _PAIRS) + ((odd >> _2) & _PAIRS)
                        odd = (odd + (odd >> _4)) & _FOURS
                        odd = odd + (odd >> _8)
                        odd = odd + (odd >> _16)
                        odd = (odd + (odd >> _32)) & _BYTE
                        if np.int64(odd) <= odd_letters * (size[x] + size[y]):
                            found = OPEN
                            break
                    if found != OPEN:
                        one_land = land[a] == land[b]
                        if place[a] == place[b]:
                            found = WITHIN if country[a] else SAME
                        elif (
                            (one_land and (country[a] or country[b]))
                            or (one_land and not narrow[a] and region_key[b] == name_key[a])
                            or (one_land and not narrow[b] and region_key[a] == name_key[b])
                        ):
                            found = WITHIN
                        elif sides[a, 1] >= 0 or sides[b, 1] >= 0:  # a border between two countries
                            if sides[a, 0] < 0 or sides[b, 0] < 0:
                                found = UNKNOWN
                            elif (
                                sides[a, 0] == sides[b, 0]
                                or sides[a, 0] == sides[b, 1]
                                or sides[a, 1] == sides[b, 0]
                                or (sides[a, 1] >= 0 and sides[a, 1] == sides[b, 1])
                            ):
                                found = WITHIN
                        else:
                            chord = 0.0
                            for axis in range(3):
                                chord += (where[a, axis] - where[b, axis]) ** 2
                            if abs(chord - near) < margin:
                                found = OPEN
                            elif chord <= near:
                                found = NEAR
                if found == OPEN:
                    closest = OPEN
                    break
                closest = min(closest, found * 2 + wide[a])
            if closest == OPEN:
                break
        out[k] = closest
