"""Doubts: pairs of incidents that were not joined but are nearly one, for people to look at."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

import numpy as np
from numpy.typing import NDArray
from pandas import DataFrame, Series

from factcheck.linking.incidents.clustering import MOST as MOST_SCORE
from factcheck.linking.loops.choosing import between_doubtful
from factcheck.linking.loops.wording import numbered_in_turn
from factcheck.linking.scenes import Scenes
from factcheck.linking.weights import SUGGEST

MOST_DOUBTS = 1_000
"""Pairs of scenes that are told, the likeliest: more than people look through before they link again."""

RESERVE = 10 * MOST_DOUBTS
"""Pairs of scenes that are found, about: when some are settled, others are at hand to take their place."""

SCENES_A_PAIR = 3
"""Pairs of scenes that are kept of two incidents: not every scene tells what the other counts."""

MOST_CLAIMS = 40
"""Claims that are kept of a scene."""

Ints = NDArray[np.int64]
Ends = Ints | NDArray[np.int32]
Floats = NDArray[np.float64]


def _none() -> Ints:
    return np.zeros(0, dtype=np.int64)


@dataclass(frozen=True, slots=True)
class Doubts:
    """Pairs of scenes of two incidents by their numbers, the likeliest first, and their features, a row a pair.

    ``whole``: the log-odds of the two incidents, of all their pairs on average; ``score``: of the two scenes.
    ``below``: log-odds of two incidents and of two scenes from which on there are others.
    """

    left: Ints = field(default_factory=_none)
    right: Ints = field(default_factory=_none)
    whole: Floats = field(default_factory=lambda: np.zeros(0))
    score: Floats = field(default_factory=lambda: np.zeros(0))
    below: tuple[float, float] = (-np.inf, -np.inf)
    features: DataFrame = field(default_factory=DataFrame)

    def of(self, kept: Ints) -> Doubts:
        """The same with other numbers for the scenes."""
        return replace(self, left=kept[self.left], right=kept[self.right])

    @property
    def enough(self) -> bool:
        """True when no others can be among those that are told."""
        return len(self.left) >= MOST_DOUBTS or self.below == (-np.inf, -np.inf)

    def told(self) -> Doubts:
        """Those that people are asked about."""
        return self.only(np.arange(min(MOST_DOUBTS, len(self.left))), self.below)

    def cut(self) -> Doubts:
        """The likeliest, about ``RESERVE`` of them; of those that are equally likely all or none."""
        if len(self.left) <= RESERVE:
            return self
        below = float(self.whole[RESERVE]), float(self.score[RESERVE])
        return self.only(np.flatnonzero(is_above(below, self.whole, self.score)), below)

    def only(self, some: Ints, below: tuple[float, float]) -> Doubts:
        """Some of them, without features."""
        return Doubts(self.left[some], self.right[some], self.whole[some], self.score[some], below)

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


def is_above(below: tuple[float, float], whole: Floats, score: Floats) -> NDArray[np.bool_]:
    """True for pairs that are likelier than these log-odds of two incidents and of two scenes."""
    return np.asarray((whole > below[0]) | ((whole == below[0]) & (score > below[1])))


def in_order(left: Ints, right: Ints, whole: Floats, score: Floats) -> Ints:
    """The places of pairs in the order in which they are told: the likeliest first."""
    return np.lexsort((right, left, -score, -whole))


def doubts(incident: Ints, left: Ends, right: Ends, score: Floats) -> Doubts:
    """The scored pairs of scenes of each two incidents whose pairs score ``SUGGEST`` and more on average.

    Averaged as clustering does, so that one likely pair of two large incidents is no doubt of both.
    """
    n = int(incident.max(initial=0)) + 1
    some = between_doubtful(incident, left, right, score, SUGGEST)
    left, right, score = left[some].astype(np.int64), right[some].astype(np.int64), score[some]
    a, b = incident[left], incident[right]
    if not len(some):
        return Doubts()
    at = numbered_in_turn(np.minimum(a, b) * n + np.maximum(a, b))[0]
    mean = np.bincount(at, np.clip(score, -MOST_SCORE, MOST_SCORE)) / np.bincount(at)
    kept = (mean[at] >= SUGGEST) & (score >= SUGGEST)
    at, left, right, score = at[kept], left[kept], right[kept], score[kept]
    order = np.lexsort((right, left, -score, at))
    first = np.searchsorted(at[order], at[order])
    order = order[np.arange(len(order)) - first < SCENES_A_PAIR]
    left, right, whole, score = left[order], right[order], mean[at[order]], score[order]
    order = in_order(left, right, whole, score)
    return Doubts(left[order], right[order], whole[order], score[order])


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
