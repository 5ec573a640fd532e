"""Doubts: pairs of incidents that were not joined but are nearly one, for people to look at."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

import numpy as np
from numpy.typing import NDArray
from pandas import DataFrame, Series

from factcheck.linking.clustering import MOST as MOST_SCORE
from factcheck.linking.scenes import Scenes
from factcheck.linking.weights import SUGGEST

MOST_DOUBTS = 1_000
"""Pairs of scenes that are kept, the likeliest: more than people look through before they link again."""

SCENES_A_PAIR = 3
"""Pairs of scenes that are kept of two incidents: not every scene tells what the other counts."""

MOST_CLAIMS = 40
"""Claims that are kept of a scene."""

Ints = NDArray[np.int64]
Floats = NDArray[np.float64]


def _none() -> Ints:
    return np.zeros(0, dtype=np.int64)


@dataclass(frozen=True, slots=True)
class Doubts:
    """Pairs of scenes of two incidents by their numbers, the likeliest first, and their features, a row a pair.

    ``whole``: the log-odds of the two incidents, of all their pairs on average.
    """

    left: Ints = field(default_factory=_none)
    right: Ints = field(default_factory=_none)
    whole: Floats = field(default_factory=lambda: np.zeros(0))
    features: DataFrame = field(default_factory=DataFrame)

    def of(self, kept: Ints) -> Doubts:
        """The same with other numbers for the scenes."""
        return replace(self, left=kept[self.left], right=kept[self.right])

    def seen(self, features: DataFrame) -> Doubts:
        """The same with their features."""
        return replace(self, features=features)


@dataclass(frozen=True, slots=True)
class Doubt:
    """Two scenes of two incidents: the ids of their claims in the order of the text, how alike they are, and the
    log-odds of the two incidents as a whole."""

    one: tuple[str, ...]
    other: tuple[str, ...]
    features: Mapping[str, float]
    whole: float


def doubts(incident: Ints, left: Ints, right: Ints, score: Floats) -> Doubts:
    """The scored pairs of scenes of each two incidents whose pairs score ``SUGGEST`` and more on average.

    Averaged as clustering does, so that one likely pair of two large incidents is no doubt of both.
    """
    n = int(incident.max(initial=0)) + 1
    between = np.flatnonzero((incident[left] != incident[right]) & (score > -np.inf))
    left, right, score = left[between], right[between], score[between]
    a, b = incident[left], incident[right]
    nearly = np.flatnonzero(score >= SUGGEST)
    met = np.zeros(n, dtype=bool)
    met[a[nearly]] = met[b[nearly]] = True
    some = np.flatnonzero(met[a] & met[b])
    left, right, a, b = (column[some] for column in (left, right, a, b))
    score = score[some]
    code = np.minimum(a, b) * n + np.maximum(a, b)
    likely = np.sort(code[score >= SUGGEST])
    likely = likely[np.r_[True, likely[1:] != likely[:-1]]] if len(likely) else likely
    if not len(likely):
        return Doubts()
    at = np.minimum(np.searchsorted(likely, code), len(likely) - 1)
    among = np.flatnonzero(likely[at] == code)
    at, left, right, score = at[among], left[among], right[among], score[among]
    mean = np.bincount(at, np.clip(score, -MOST_SCORE, MOST_SCORE)) / np.bincount(at)
    kept = (mean[at] >= SUGGEST) & (score >= SUGGEST)
    at, left, right, score = at[kept], left[kept], right[kept], score[kept]
    order = np.lexsort((right, left, -score, at))
    first = np.searchsorted(at[order], at[order])
    order = order[np.arange(len(order)) - first < SCENES_A_PAIR]
    whole = mean[at]
    order = order[np.lexsort((right[order], left[order], -score[order], -whole[order]))][:MOST_DOUBTS]
    return Doubts(left[order], right[order], whole[order])


def doubts_of(found: Doubts, scenes: Scenes, claim: Series) -> list[Doubt]:
    """The doubts with the ids of their claims; ``claim``: the ids by row."""
    ids = claim.to_numpy(object)

    def told(scene: int) -> tuple[str, ...]:
        rows = scenes.rows[scenes.begin[scene] : scenes.begin[scene + 1]]
        return tuple(ids[rows[:MOST_CLAIMS]].tolist())

    seen = found.features.to_dict("records")
    return [
        Doubt(told(a), told(b), {str(name): float(value) for name, value in row.items()}, whole)
        for a, b, whole, row in zip(
            found.left.tolist(), found.right.tolist(), found.whole.tolist(), seen, strict=True
        )
    ]
