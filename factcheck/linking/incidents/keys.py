"""Keys: what scenes are put into blocks by. A key is one whole number (its sort, what it names, a stretch of
days), so that keys are made and sorted as arrays."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache, lru_cache

import numpy as np
import pandas as pd
from numpy.typing import NDArray
from pandas import DataFrame
from scipy import sparse

from factcheck.linking.engines import in_threads, stretches
from factcheck.linking.incidents.features import Signs
from factcheck.linking.incidents.known import hashed, mixed, scattered, spared
from factcheck.linking.loops.keying import Named, keys_in_time, weightiest
from factcheck.linking.places.places import resolved
from factcheck.linking.scenes import Scenes
from factcheck.linking.table import UNKNOWN
from factcheck.linking.texts import Texts

KEY_WORDS = 6
"""Most distinctive words of a scene that make keys."""

BUCKET_DAYS = 4
PUBLISHED_DAYS = 7
RARE_FIGURE = 10
"""Figures from here on are telling enough to make a key ("58 killed"); ones and twos are everywhere."""

AT_ONCE = 250_000
"""Scenes whose words one thread picks at a time."""

Ints = NDArray[np.int64]
SORTS = ("day", "place at", "word at", "place", "word", "figure", "published", "document", "accused", "name")
SORT_BITS = 4


def keys_of(scenes: Scenes, table: DataFrame, signs: Signs, top: sparse.csr_array) -> Iterator[tuple[Ints, Ints]]:
    """Owner and key, sort by sort."""
    narrow = scenes.narrow
    early = np.where(narrow, (scenes.first - 1) // BUCKET_DAYS, 0)
    late = np.where(narrow, (scenes.last + 1) // BUCKET_DAYS, -1)
    two = np.flatnonzero(narrow & (early != late))
    yield np.r_[np.flatnonzero(narrow), two], _key("day", np.r_[early[narrow], late[two]])
    names, heads, place = blocked_by(tuple(scenes.places))
    earliest = int(early[narrow].min(initial=0))
    buckets = earliest, scattered(np.arange(earliest, int(late.max(initial=0)) + 1))
    every = np.arange(len(scenes))

    def at(told: tuple[str, Ints, sparse.csr_array, Ints]) -> tuple[Ints, Ints]:
        sort, row, matrix, name = told
        named = Named(matrix.indptr.astype(np.int64), matrix.indices.astype(np.int32), scattered(name))
        return keys_in_time(row, (early, late), buckets, named, SORTS.index(sort), SORT_BITS)

    def ever(told: tuple[str, Ints, Ints, sparse.csr_array, Ints]) -> tuple[Ints, Ints]:
        sort, who, of, matrix, name = told
        which, column = _entries(matrix, of)
        return who[which], _key(sort, name)[column]

    yield from in_threads(at, [("place at", scenes.place, names, place), ("word at", every, top, signs.word)])
    dated, other = np.flatnonzero(narrow), np.flatnonzero(~narrow)
    yield from in_threads(ever, [
        ("place", dated, scenes.place[dated], names, place), ("place", other, scenes.place[other], heads, place),
        ("word", every, every, top, signs.word),
    ])  # fmt: skip
    yield _figures(scenes, table)
    yield _named(scenes, signs)
    told = other[scenes.published[other] != UNKNOWN]
    yield told, _key("published", scenes.published[told] // PUBLISHED_DAYS)
    yield every, _key("document", Texts.of(table["document"]).only(scenes.rows[scenes.begin[:-1]]).numbers())
    yield _accused(scenes)


def _named(scenes: Scenes, signs: Signs) -> tuple[Ints, Ints]:
    """The rarest names of each document, for its main scene."""
    main = np.flatnonzero(signs.main & ~scenes.topical)
    which, column = _entries(top_words(signs.names), scenes.document[main])
    return main[which], _key("name", signs.name[column])


def _key(sort: str, *names: Ints) -> Ints:
    """A stable number for what names a block; its lowest bits tell the sort."""
    return np.asarray((mixed(*names) >> SORT_BITS << SORT_BITS) | SORTS.index(sort), dtype=np.int64)


def _entries(matrix: sparse.csr_array, rows: Ints) -> tuple[Ints, Ints]:
    """For each entry of each of the rows: which of the rows, and its column."""
    amount = np.diff(matrix.indptr)[rows]
    at = np.repeat(matrix.indptr[:-1][rows], amount) + within(amount)
    return np.repeat(np.arange(len(rows)), amount), matrix.indices[at].astype(np.int64)


def within(amount: Ints) -> Ints:
    """0, 1, 2, ... for each of the amounts."""
    return np.arange(int(amount.sum())) - np.repeat(np.cumsum(amount) - amount, amount)


def top_words(words: sparse.csr_array) -> sparse.csr_array:
    """The most distinctive words of each row: the weightiest, of equals those that stand first."""
    ends = words.indptr.astype(np.int64)
    parts = [ends[part.start : part.stop + 1] for part in stretches(words.shape[0], AT_ONCE)]
    found = in_threads(lambda end: weightiest(words.data[end[0] : end[-1]], end - end[0], KEY_WORDS), parts)
    kept = np.flatnonzero(np.concatenate([np.zeros(0, dtype=bool), *found]))
    ends = np.searchsorted(kept, ends)
    return sparse.csr_array((words.data[kept], words.indices[kept], ends), shape=words.shape)


@lru_cache(maxsize=2)
def blocked_by(places: tuple[tuple[str, ...], ...]) -> tuple[sparse.csr_array, sparse.csr_array, Ints]:
    """The names that each list of places is blocked by: all of them, and the first of each place; and a number for
    each column."""
    codes: dict[str, int] = {}
    known = {
        place: [codes.setdefault(name, len(codes)) for name in _place_names(place)]
        for place in dict.fromkeys(place for several in places for place in several)
    }

    def rows(most: int | None) -> sparse.csr_array:
        found = [
            known[several[0]][:most] if len(several) == 1 else {c for p in several for c in known[p][:most]}
            for several in places
        ]
        ends = np.cumsum([0, *map(len, found)])
        columns = np.array([c for row in found for c in row], dtype=np.int64)
        return sparse.csr_array((np.ones(len(columns)), columns, ends), shape=(len(places), len(codes) + 1))

    return rows(None), rows(1), hashed(list(codes))


@cache
def _place_names(name: str) -> tuple[str, ...]:
    """What a place is blocked by: itself (or each of "Chaman / Spin Boldak"), its region, its country."""
    found: dict[str, None] = {}
    for part in filter(None, (p.strip() for p in name.split("/"))):
        place = resolved(part)
        found.update(
            dict.fromkeys((part.casefold(),) if place is None else (place.name, place.region, place.country))
        )
    found.pop("", None)
    return tuple(found)


def _figures(scenes: Scenes, table: DataFrame) -> tuple[Ints, Ints]:
    number, row = scenes.first_rows(50)
    kept = np.fmax(table["low"].to_numpy(), table["high"].to_numpy())[row] >= RARE_FIGURE
    owner, name = number[kept], figure_codes(table)[row[kept]]
    order = np.lexsort((name, owner))
    owner, name = owner[order], name[order]
    new = np.ones(len(order), dtype=bool)
    new[1:] = (owner[1:] != owner[:-1]) | (name[1:] != name[:-1])
    return owner[new], _key("figure", name[new])


def figure_codes(table: DataFrame) -> Ints:
    """A number for the kind and the figure of each claim."""
    kind, kinds = pd.factorize(table["kind"])
    ends = [np.nan_to_num(table[name].to_numpy(), nan=-1.5) + 0.0 for name in ("low", "high")]
    return spared(mixed(hashed(kinds.tolist())[kind], *(end.view(np.int64) for end in ends)))


def _accused(scenes: Scenes) -> tuple[Ints, Ints]:
    told = [(n, side) for n, sides in scenes.accused.items() for side in sorted(sides)]
    owner = np.array([n for n, _ in told], dtype=np.int64)
    return owner, _key("accused", hashed([side for _, side in told]))
