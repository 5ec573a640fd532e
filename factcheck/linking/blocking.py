"""Blocking: which pairs of scenes are worth looking at. Pairs share a key; no key, no pair; never all pairs."""

from __future__ import annotations

import warnings
from collections.abc import Iterator, Sequence
from functools import cache

import numpy as np
from numpy.typing import NDArray
from pandas import DataFrame
from scipy import sparse

from factcheck.linking.places import resolved
from factcheck.linking.scenes import Scene
from factcheck.linking.table import UNKNOWN

BLOCK_CAP = 60
"""Scenes of one key that are all paired; a larger block is cut along the time, with a warning."""

WINDOW = 12
"""Neighbours in time that each scene of a cut block is paired with."""

KEY_WORDS = 6
"""Most distinctive words of a scene that make keys."""

BUCKET_DAYS = 4
PUBLISHED_DAYS = 7
RARE_FIGURE = 10
"""Figures from here on are telling enough to make a key ("58 killed"); ones and twos are everywhere."""


def pairs(
    scenes: Sequence[Scene], table: DataFrame, words: sparse.csr_array
) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Left and right numbers of the scenes to compare, left below right, each pair once."""
    owner, key = _keys(scenes, table, words)
    when = np.array([_when(s) for s in scenes], dtype=np.int64)
    order = np.lexsort((owner, when[owner], key))
    owner, key = owner[order], key[order]
    bounds = np.flatnonzero(np.r_[True, key[1:] != key[:-1], True])
    sizes = np.diff(bounds)
    found: list[NDArray[np.int64]] = [np.zeros(0, dtype=np.int64)]
    n = len(scenes)
    large = 0
    for begin, size in zip(bounds[:-1][sizes > 1].tolist(), sizes[sizes > 1].tolist(), strict=True):
        block = owner[begin : begin + size]
        reach = size - 1 if size <= BLOCK_CAP else WINDOW
        large += size > BLOCK_CAP
        for step in range(1, reach + 1):
            a, b = block[:-step], block[step:]
            found.append(np.minimum(a, b) * n + np.maximum(a, b))
    if large:
        warnings.warn(f"{large} blocks of more than {BLOCK_CAP} scenes were cut along the time", stacklevel=2)
    codes = np.unique(np.concatenate(found))
    left, right = codes // n, codes % n
    keep = left != right
    return left[keep], right[keep]


def _keys(
    scenes: Sequence[Scene], table: DataFrame, words: sparse.csr_array
) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    codes: dict[tuple[object, ...], int] = {}
    owner: list[int] = []
    key: list[int] = []
    figures = _figures(table)
    for number, scene in enumerate(scenes):
        for name in set(_of_scene(scene, _top_words(words, number), [figures[r] for r in scene.rows[:50]])):
            owner.append(number)
            key.append(codes.setdefault(name, len(codes)))
    return np.array(owner, dtype=np.int64), np.array(key, dtype=np.int64)


def _of_scene(
    scene: Scene, words: list[int], figures: list[tuple[object, ...] | None]
) -> Iterator[tuple[object, ...]]:
    buckets = {(scene.first - 1) // BUCKET_DAYS, (scene.last + 1) // BUCKET_DAYS} if scene.narrow else set()
    names = {name for place in scene.main_places() for name in _place_names(place)} if buckets else set()
    for bucket in buckets:
        yield "day", bucket
        for name in names:
            yield "place", name, bucket
        for word in words:
            yield "word", word, bucket
    for name in names or {name for place in scene.main_places() for name in _place_names(place)[:1]}:
        yield "place", name
    for word in words[: KEY_WORDS // 2 if buckets else KEY_WORDS]:
        yield "word", word
    for figure in figures:
        if figure is not None:
            yield figure
    if not buckets and scene.published != UNKNOWN:
        yield "published", scene.published // PUBLISHED_DAYS
    yield "document", scene.document
    for side in scene.accused if scene.topical else ():
        yield "accused", side


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


def _top_words(words: sparse.csr_array, number: int) -> list[int]:
    begin, end = words.indptr[number], words.indptr[number + 1]
    weights, columns = words.data[begin:end], words.indices[begin:end]
    best = np.lexsort((columns, -weights))[:KEY_WORDS]
    return [int(c) for c in columns[best]]


def _figures(table: DataFrame) -> list[tuple[object, ...] | None]:
    columns = zip(table["kind"], table["low"], table["high"], strict=True)
    return [("figure", k, low, high) if max(low, high) >= RARE_FIGURE else None for k, low, high in columns]


def _when(scene: Scene) -> int:
    return scene.first if scene.dated else scene.published if scene.published != UNKNOWN else 0
