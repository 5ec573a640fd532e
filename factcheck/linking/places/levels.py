"""How two lists of places relate, for many pairs at once: only names that may be one place are looked at singly.

The rest, two places that the map knows, with names unlike each other, are told by the map's columns alone; that
gives what ``places.relation`` gives for them.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

import numpy as np
import pandas as pd
from numpy.typing import NDArray
from rapidfuzz import fuzz, process

from factcheck.gazetteer import EARTH_KM, place_key
from factcheck.linking.engines import in_threads, stretches
from factcheck.linking.loops.placing import OPEN, place_lists
from factcheck.linking.places.places import (
    NEAR_KM,
    SHORTEST,
    SPELLING,
    Relation,
    is_known,
    is_wide,
    lands_told,
    name_keys,
    relation,
    resolved,
)

SAME, COUNTRY, WITHIN, NEAR, FAR, UNKNOWN = range(6)
"""The levels: the same place, the same country, one in the other, near, far, not to be told."""

ORDER = (Relation.SAME, Relation.NEAR, Relation.WITHIN, Relation.FAR, Relation.UNKNOWN)
"""Of several places the closest two count."""

MARGIN_KM = 1.0
"""So close to the border between near and far, the exact way of measuring decides."""

MOST_PARTS, MOST_SIDES = 3, 2
"""Parts of a name, and sides that it names, up to which the map's columns tell how it relates to others."""

AT_ONCE = 100_000
"""Pairs that one thread looks at at a time."""

Ints = NDArray[np.int64]
Flags = NDArray[np.bool_]
Small = NDArray[np.int8]
_LEVEL_OF = np.array([SAME, COUNTRY, NEAR, NEAR, WITHIN, WITHIN, FAR, FAR, UNKNOWN, UNKNOWN])


def levels(places: list[tuple[str, ...]], left: Ints, right: Ints) -> Small:
    """The level of each pair of lists of places, given by their numbers."""
    return Levels(places).of(left, right)


class Levels:
    """Lists of places, read once for many pairs of them."""

    def __init__(self, places: list[tuple[str, ...]]) -> None:
        self._lists = _lists(tuple(places))
        self._mapped = _mapped(self._lists.names)

    def of(self, left: Ints, right: Ints) -> Small:
        """The level of each pair of lists, given by their numbers."""
        parts = in_threads(lambda part: self._at_sight(left[part], right[part]), stretches(len(left), AT_ONCE))
        out = np.concatenate([np.zeros(0, np.int8), *parts])
        rest = np.flatnonzero(out == OPEN)
        left, right = left[rest], right[rest]
        amount = len(self._lists.begin)
        where, known = pd.factorize(np.minimum(left, right) * amount + np.maximum(left, right))
        out[rest] = _of_known(self._lists, known // amount, known % amount)[where]
        return out

    def _at_sight(self, left: Ints, right: Ints) -> Small:
        """The level of each pair where the map's columns tell it, else ``OPEN``."""
        lists = self._lists
        closest = _by_map(self._mapped, (lists.begin, lists.name, lists.wide), left, right, (100 - SPELLING) / 100)
        return np.where(closest == OPEN, OPEN, _LEVEL_OF[closest]).astype(np.int8)


def _chord(km: float) -> float:
    """The square of the straight way between two places, through an earth of radius 1."""
    return float(4 * np.sin(km / EARTH_KM / 2) ** 2)


@dataclass(frozen=True, slots=True)
class _Lists:
    """Lists of places by numbers of names: those of list k stand from ``begin[k]`` to ``begin[k + 1]``."""

    begin: Ints
    name: Ints
    names: tuple[str, ...]
    wide: Flags


@lru_cache(maxsize=2)
def _lists(places: tuple[tuple[str, ...], ...]) -> _Lists:
    numbers: dict[str, int] = {}
    name = [numbers.setdefault(p, len(numbers)) for several in places for p in several]
    wide = np.array([is_wide(p) for p in numbers], dtype=bool)
    return _Lists(np.cumsum([0, *map(len, places)]), np.array(name, dtype=np.int64), tuple(numbers), wide)


def _of_known(lists: _Lists, left: Ints, right: Ints) -> Ints:
    out = np.full(len(left), UNKNOWN, dtype=np.int64)
    size = np.diff(lists.begin)
    told = np.flatnonzero((size[left] > 0) & (size[right] > 0))
    if not len(told):
        return out
    left, right = left[told], right[told]
    amount = size[left] * size[right]
    begin = np.cumsum(amount) - amount
    within = np.arange(int(amount.sum())) - np.repeat(begin, amount)
    row, column = np.divmod(within, np.repeat(size[right], amount))
    a = lists.name[np.repeat(lists.begin[left], amount) + row]
    b = lists.name[np.repeat(lists.begin[right], amount) + column]
    order = relations(lists.names, a, b) * 2 + lists.wide[a]
    out[told] = _LEVEL_OF[np.minimum.reduceat(order, begin)]
    return out


def relations(names: tuple[str, ...], left: Ints, right: Ints) -> Ints:
    """The relation of each pair of names, none of them empty, as a place in ``ORDER``."""
    where, known = pd.factorize(np.minimum(left, right) * len(names) + np.maximum(left, right))
    left, right = known // len(names), known % len(names)
    mapped = _mapped(names)
    out = np.full(len(known), ORDER.index(Relation.SAME), dtype=np.int64)
    other = mapped.folded[left] != mapped.folded[right]
    easy = other & mapped.plain[left] & mapped.plain[right]
    alike = np.flatnonzero(easy)[_may_be_alike(mapped, left[easy], right[easy])]
    easy[alike] = False
    spelt = alike[_spellings(mapped, left[alike], right[alike])]
    some, every = np.flatnonzero(easy), np.arange(len(names) + 1)
    out[some] = (
        _by_map(mapped, (every, every, np.zeros(len(names), dtype=bool)), left[some], right[some], -1.0) // 2
    )
    easy[some[out[some] < 0]] = False
    easy[spelt] = True  # of one place
    hard = np.flatnonzero(other & ~easy)
    pairs = zip(left[hard].tolist(), right[hard].tolist(), strict=True)
    out[hard] = [ORDER.index(relation(names[a], names[b])) for a, b in pairs]
    return out[where]


@dataclass(frozen=True, slots=True)
class _Mapped:
    """What the map says of each name; ``plain`` where that is enough to go by."""

    folded: Ints  # names that differ in capitals alone have one number
    plain: Flags
    place: Ints
    country: Flags
    narrow: Flags  # a city or a district holds no other place
    land: Ints
    region_key: Ints
    name_key: Ints
    sides: Ints  # the two whose land or border it is, -1 for none
    part: Ints  # a row a name: numbers of ``parts``, the narrowest first
    parts: NDArray[np.object_]
    letters: NDArray[np.uint64]  # of each part
    size: Ints
    where: NDArray[np.float64]  # the direction from the middle of the earth


@lru_cache(maxsize=2)
def _mapped(names: Sequence[str]) -> _Mapped:
    names = names or ("",)
    columns = list(zip(*map(_on_map, names), strict=True))
    folded = pd.factorize(np.array([name.casefold() for name in names], dtype=object))[0]
    plain, country, narrow = (np.array(column, dtype=bool) for column in columns[:3])
    place, land = _by_value(columns[3]), pd.factorize(pd.Series(columns[4], dtype=object))[0]
    keys, _ = pd.factorize(np.array([*columns[5], *columns[6]], dtype=object))
    lat, lon = (np.radians(np.array(column, dtype=float)) for column in columns[7:9])
    sides, _ = pd.factorize(np.array([*columns[9], *columns[10]], dtype=object))  # of None -1
    number, parts = pd.factorize(np.array([part for column in columns[11:] for part in column], dtype=object))
    letters = _letters(parts)
    n = len(names)
    return _Mapped(
        folded, plain, place, country, narrow, land, keys[:n], keys[n:], np.stack([sides[:n], sides[n:]], axis=1),
        np.stack(np.split(number, MOST_PARTS), axis=1), parts, letters,
        np.array([*map(len, parts)], dtype=np.int64),
        np.stack([np.cos(lat) * np.cos(lon), np.cos(lat) * np.sin(lon), np.sin(lat)], axis=1),
    )  # fmt: skip


def _by_value(places: Sequence[object]) -> Ints:
    """A number for each place, equal for equal ones, -1 for none."""
    known: dict[object, int] = {}
    numbers = {id(place): known.setdefault(place, len(known)) for place in {id(p): p for p in places}.values()}
    numbers[id(None)] = -1
    return np.array([numbers[id(place)] for place in places], dtype=np.int64)


@cache
def _on_map(name: str) -> tuple[object, ...]:
    """Plain, a country, narrow, the place, its country, its region's and its own key, where it lies, the two sides
    whose land it is, its name's parts."""
    place, keys = resolved(name), name_keys(name)
    sides = lands_told(name, place)
    if place is None or "/" in name or not 0 < len(keys) <= MOST_PARTS or len(sides) > MOST_SIDES:
        return False, False, False, None, "", "", "", 0.0, 0.0, None, None, "", "", ""
    return (
        True, place.kind == "country", place.kind in ("city", "district"), place, place.country,
        place_key(place.region), place_key(place.name), place.lat, place.lon, *(*sides, None, None)[:MOST_SIDES],
        *(*keys, "", "")[:MOST_PARTS],
    )  # fmt: skip


def _may_be_alike(mapped: _Mapped, left: Ints, right: Ints) -> Flags:
    """Where a name of the one is spelt much like the first name of the other, or holds all its words."""
    alike = np.zeros(len(left), dtype=bool)
    part = mapped.part
    head = part[:, 0]
    for x, y in ((0, 0), *((k, 0) for k in range(1, MOST_PARTS)), *((0, k) for k in range(1, MOST_PARTS))):
        a, b = part[left, x], part[right, y]
        size = mapped.size[a] + mapped.size[b]
        odd = np.bitwise_count(mapped.letters[a] ^ mapped.letters[b])  # each is left out or put in at least once
        some = np.flatnonzero((odd <= (100 - SPELLING) / 100 * size) & ~alike)
        alike[some] = _compared(mapped.parts, a[some], b[some], fuzz.ratio, SPELLING)
    one, other = mapped.letters[head[left]], mapped.letters[head[right]]
    some = np.flatnonzero((((one & ~other) == 0) | ((other & ~one) == 0)) & ~alike)
    alike[some] = _compared(mapped.parts, head[left][some], head[right][some], fuzz.token_set_ratio, 100)
    return alike


def _spellings(mapped: _Mapped, left: Ints, right: Ints) -> Flags:
    """Where the first names are surely two spellings of one: the map does not know both, and they have no
    numbers."""
    one, other = mapped.part[left, 0], mapped.part[right, 0]
    found = (one != other) & (np.minimum(mapped.size[one], mapped.size[other]) > SHORTEST)
    some = np.flatnonzero(found)
    found[some] = _compared(mapped.parts, one[some], other[some], fuzz.ratio, SPELLING)
    some = np.flatnonzero(found)
    if len(some):
        used, number = np.unique(np.r_[one[some], other[some]], return_inverse=True)
        told = np.array([_looked_up(part) for part in mapped.parts[used].tolist()])[number]
        (known_one, numbered_one), (known_other, numbered_other) = (half.T for half in np.split(told, 2))
        found[some] = ~(known_one & known_other) & ~numbered_one & ~numbered_other
    return np.asarray(found)


@cache
def _looked_up(part: str) -> tuple[bool, bool]:
    """Whether the map knows a name, and whether there is a number in it."""
    return is_known(part), any(letter.isdigit() for letter in part)


def _compared(
    parts: NDArray[np.object_], left: Ints, right: Ints, scorer: Callable[..., float], cutoff: float
) -> Flags:
    found = process.cpdist(parts[left].tolist(), parts[right].tolist(), scorer=scorer, score_cutoff=cutoff)
    return np.asarray(found > 0)


def _letters(parts: NDArray[np.object_]) -> NDArray[np.uint64]:
    """A bit for each letter of each part, some letters sharing one."""
    width = max(1, *map(len, parts)) if len(parts) else 1
    letters = parts.astype(f"U{width}").view(np.uint32).reshape(len(parts), width).astype(np.uint64)
    some = (letters != 0) & (letters != ord(" "))
    bits = np.where(some, np.uint64(1) << (letters & np.uint64(63)), np.uint64(0))
    return np.asarray(np.bitwise_or.reduce(bits, axis=1))


def _by_map(m: _Mapped, lists: tuple[Ints, Ints, Flags], left: Ints, right: Ints, odd_letters: float) -> Ints:
    """What ``place_lists`` gives for pairs of ``lists``: where each begins, its names, and which are wide."""
    out = np.empty(len(left), dtype=np.int64)
    place_lists(
        left, right, *lists, m.folded, m.plain, m.place, m.country, m.narrow, m.land, m.region_key, m.name_key,
        m.where, m.sides, m.part, m.letters, m.size, odd_letters, _chord(NEAR_KM),
        _chord(NEAR_KM + MARGIN_KM) - _chord(NEAR_KM), out,
    )  # fmt: skip
    return out
