"""What linking knows of all claims together: how common words, figures, days and places are, how large blocks.

Everything is filed under stable 64-bit numbers made from content, so that what was counted among some claims can
be used for others.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from factcheck.linking.engines import stretches

Ints = NDArray[np.int64]

SPARE = 4095
"""The lowest bits of the numbers of words and figures: nothing, so that they can hold how often one is there."""

AT_ONCE = 8192
"""Numbers that are scattered at a time: they stay in the cache."""


def hashed(texts: Sequence[str]) -> Ints:
    """A stable number for each text."""
    if not len(texts):
        return np.zeros(0, dtype=np.int64)
    return pd.util.hash_array(np.array(list(texts), dtype=object), categorize=False).view(np.int64)


def spared(number: Ints) -> Ints:
    """Stable numbers without their lowest bits."""
    return number & ~np.int64(SPARE)


def scattered(code: Ints) -> NDArray[np.uint64]:
    """Numbers spread over all of 64 bits (the finaliser of SplitMix64), so that sums of them tell sets apart."""
    out = code.astype(np.uint64)
    for part in stretches(len(out), AT_ONCE):
        _scatter(out[part])
    return out


def mixed(first: Ints, *others: Ints) -> Ints:
    """One stable number for each combination."""
    out = scattered(first)
    for other in others:
        for part in stretches(len(out), AT_ONCE):
            told = other[part].astype(np.uint64)
            _scatter(told)
            out[part] ^= told
            _scatter(out[part])
    return out.view(np.int64)


def _scatter(z: NDArray[np.uint64]) -> None:
    z += np.uint64(0x9E3779B97F4A7C15)
    z ^= z >> np.uint64(30)
    z *= np.uint64(0xBF58476D1CE4E5B9)
    z ^= z >> np.uint64(27)
    z *= np.uint64(0x94D049BB133111EB)
    z ^= z >> np.uint64(31)


@dataclass(frozen=True, slots=True)
class Counts:
    """How often each key was seen, the keys in their order."""

    key: Ints
    count: Ints

    @classmethod
    def of(cls, key: Ints) -> Counts:
        """Of keys, each as often as it was seen."""
        return cls(*np.unique(key, return_counts=True))

    def times(self, key: Ints) -> Ints:
        """How often each was seen; 0 for one that never was."""
        if not len(self.key):
            return np.zeros(len(key), dtype=np.int64)
        at = np.minimum(np.searchsorted(self.key, key), len(self.key) - 1)
        return np.where(self.key[at] == key, self.count[at], 0)


@dataclass(frozen=True, slots=True)
class Sizes:
    """How many things stand under each key, the keys in their order: those of key k from ``ends[k]`` on."""

    key: Ints
    ends: NDArray[np.int32]

    @classmethod
    def none(cls) -> Sizes:
        """Nothing stands anywhere."""
        return cls(np.zeros(0, dtype=np.int64), np.zeros(1, dtype=np.int32))

    def stretches(self, key: Ints) -> tuple[Ints, Ints]:
        """Where those of each key begin and end."""
        if not len(self.key):
            return np.zeros(len(key), dtype=np.int64), np.zeros(len(key), dtype=np.int64)
        at = np.minimum(np.searchsorted(self.key, key), len(self.key) - 1)
        begin, end = self.ends[at].astype(np.int64), self.ends[at + 1].astype(np.int64)
        return begin, np.where(self.key[at] == key, end, begin)

    def times(self, key: Ints) -> Ints:
        """How many stand under each."""
        begin, end = self.stretches(key)
        return end - begin


@dataclass(frozen=True, slots=True)
class Spread:
    """In how many of so many rows each word stands."""

    rows: int
    words: Counts

    @classmethod
    def of(cls, rows: int, seen: Ints, word: Ints) -> Spread:
        """Of counted words; ``seen``: in how many rows each stands; ``word``: its number."""
        order = np.argsort(word)
        return cls(rows, Counts(word[order], seen[: len(word)][order]))


@dataclass(frozen=True, slots=True)
class Known:
    """How common things are among the claims that were linked at once."""

    words: Spread  # among scenes
    documents: Spread  # among documents
    names: Spread  # proper names among documents
    figures: Counts
    days: Ints  # of which documents tell, in order
    places: Counts  # documents by month and main place
    blocks: tuple[tuple[Counts, ...], ...] = ()  # scenes by key, level by level; each key in one of the counts,
    sizes: Sizes = field(default_factory=Sizes.none)  # or, of a block that was not split, here
