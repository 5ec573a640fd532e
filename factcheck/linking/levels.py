"""How two lists of places relate, for many pairs at once: only pairs that may be one place are looked at singly.

The rest, two places that the map knows, with names unlike each other, are told by countries and distance alone;
that gives what ``places.relation`` gives for them.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Any

import numpy as np
from numpy.typing import NDArray
from rapidfuzz import fuzz, process

from factcheck.gazetteer import EARTH_KM
from factcheck.linking.places import NEAR_KM, SPELLING, Relation, is_wide, name_keys, relation, resolved
from factcheck.parties import sides_in

SAME, COUNTRY, WITHIN, NEAR, FAR, UNKNOWN = range(6)
"""The levels: the same place, the same country, one in the other, near, far, not to be told."""

MARGIN_KM = 1.0
"""So close to the border between near and far, the exact way of measuring decides."""

Ints = NDArray[np.int64]
_ORDER = (Relation.SAME, Relation.NEAR, Relation.WITHIN, Relation.FAR, Relation.UNKNOWN)
_PAIRS_AT_ONCE = 1_000_000


def levels(places: list[tuple[str, ...]], left: Ints, right: Ints) -> Ints:
    """The level of each pair of lists of places, given by their numbers."""
    low, high = np.minimum(left, right), np.maximum(left, right)
    code = low * len(places) + high
    known, where = np.unique(code, return_inverse=True)
    return _of_known(places, known // len(places), known % len(places))[where]


def _of_known(places: list[tuple[str, ...]], left: Ints, right: Ints) -> Ints:
    out = np.full(len(left), UNKNOWN, dtype=np.int64)
    used = np.unique(np.r_[left, right])
    maps = _maps(places, used)
    empty = np.array([not several for several in places], dtype=bool)
    told = ~(empty[left] | empty[right])
    same = told & (left == right) & maps["plain"][left]
    out[same] = np.where(maps["wide"][left[same]], COUNTRY, SAME)
    easy = told & (left != right) & maps["plain"][left] & maps["plain"][right]
    easy[easy] = ~_may_be_alike(maps, left[easy], right[easy])
    out[easy], unsure = _by_map(maps, left[easy], right[easy])
    easy[np.flatnonzero(easy)[unsure]] = False
    hard = np.flatnonzero(told & ~same & ~easy)
    out[hard] = [
        _level(places[a], places[b]) for a, b in zip(left[hard].tolist(), right[hard].tolist(), strict=True)
    ]
    return out


def _maps(places: list[tuple[str, ...]], used: Ints) -> dict[str, NDArray[Any]]:
    """What the map says of each list of one place; ``plain`` where that is enough to go by."""
    n = len(places)
    out: dict[str, NDArray[Any]] = {
        "plain": np.zeros(n, bool), "wide": np.zeros(n, bool), "region": np.zeros(n, bool),
        "land": np.full(n, -1), "lat": np.zeros(n), "lon": np.zeros(n),
        "head": np.full(n, "", object), "tail": np.full(n, "", object),
    }  # fmt: skip
    lands: dict[str, int] = {}
    for k in used.tolist():
        if len(places[k]) != 1:
            continue
        name = places[k][0]
        place, keys = resolved(name), name_keys(name)
        if place is None or "/" in name or not 0 < len(keys) <= 2 or len(sides_in(name)) > 1:
            continue
        out["plain"][k], out["wide"][k] = True, is_wide(name)
        out["region"][k] = place.kind not in ("city", "district")
        out["land"][k] = lands.setdefault(place.country, len(lands))
        out["lat"][k], out["lon"][k] = np.radians(place.lat), np.radians(place.lon)
        out["head"][k], out["tail"][k] = keys[0], keys[1] if len(keys) > 1 else ""
    return out


def _may_be_alike(maps: dict[str, NDArray[Any]], left: Ints, right: Ints) -> NDArray[np.bool_]:
    """Where a name of the one is spelt much like the first name of the other, or holds all its words."""
    head, tail = maps["head"], maps["tail"]
    alike = np.zeros(len(left), dtype=bool)
    for a, b in ((head[left], head[right]), (head[left], tail[right]), (tail[left], head[right])):
        for at in range(0, len(left), _PAIRS_AT_ONCE):
            part = slice(at, at + _PAIRS_AT_ONCE)
            one, other = a[part].tolist(), b[part].tolist()
            alike[part] |= process.cpdist(one, other, scorer=fuzz.ratio, score_cutoff=SPELLING) > 0
    one, other = head[left].tolist(), head[right].tolist()
    return np.asarray(alike | (process.cpdist(one, other, scorer=fuzz.token_set_ratio, score_cutoff=100) > 0))


def _by_map(maps: dict[str, NDArray[Any]], left: Ints, right: Ints) -> tuple[Ints, NDArray[np.bool_]]:
    """The levels by distance, and which of them are not certain (regions, the border of near and far)."""
    lat, lon = maps["lat"], maps["lon"]
    half = np.sin((lat[right] - lat[left]) / 2) ** 2
    half += np.cos(lat[left]) * np.cos(lat[right]) * np.sin((lon[right] - lon[left]) / 2) ** 2
    km = 2 * EARTH_KM * np.arcsin(np.sqrt(np.minimum(1.0, half)))
    level = np.where(km <= NEAR_KM, NEAR, FAR)
    inside = (maps["land"][left] == maps["land"][right]) & (maps["region"][left] | maps["region"][right])
    return level, np.asarray(inside | (np.abs(km - NEAR_KM) < MARGIN_KM) | (km < MARGIN_KM))


@lru_cache(maxsize=1_000_000)
def _level(a: tuple[str, ...], b: tuple[str, ...]) -> int:
    """The level of the closest pair of two lists of places."""
    said = [(relation(p, q), is_wide(p)) for p in a for q in b]
    best, wide = min(said, key=lambda r: (_ORDER.index(r[0]), r[1]), default=(Relation.UNKNOWN, False))
    if best is Relation.SAME and wide:
        return COUNTRY
    levels = {Relation.SAME: SAME, Relation.WITHIN: WITHIN, Relation.NEAR: NEAR, Relation.FAR: FAR}
    return levels.get(best, UNKNOWN)
