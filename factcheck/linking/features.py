"""Scoring: how alike two scenes are, feature by feature, so that a link can say why.

Every feature is a number between 0 and 1 (or a count that saturates); its weight is a log-odds. The weights are
passed in: those of ``weights.shipped()``; others, learnt from decisions, can take their place.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from pandas import DataFrame
from scipy import sparse

from factcheck.linking.known import Known, hashed, mixed
from factcheck.linking.levels import levels
from factcheck.linking.scenes import Scenes
from factcheck.linking.table import UNKNOWN
from factcheck.linking.weights import BIAS, Weights, says
from factcheck.linking.words import cosine
from factcheck.values import Reason, Score

SOFT_GAP = 3
"""Days by which two narrow dates may be apart and still be one event told with a wrong date."""

CROWD_DAYS = 31
COMMON_DAY = 0.5
"""Documents a day from which the same day is no surprise: pooled local news has about one, eight events of the
marked reports a tenth of that."""

QUIET_PLACE = 8.0
"""Documents a month up to which a place in common says all it can; of a city that many more name, less."""

BACKGROUND = 0.3
"""How much the likeness of two documents says of scenes that are not the main matter of both."""

MANY_DOCUMENTS = 1_000
"""Documents from which names in common say all they can: as many as the pooled local news that their weight was
fitted on. Without this, names of a war's parties and towns joined its incidents: of the marked reports of 36
documents, B-cubed F1 fell by 0.03; with it, none of them is told worse."""

SPAN_DAYS = 31
"""A span of more days ("in 2024") is no time that one event had."""

SOON_DAYS = 5
LONG_DAYS = 30
MOST_APART = 4.0
"""The logarithm of how many times ``SOON_DAYS`` lie between two publications, at most: nine months."""


def features(scenes: Scenes, signs: Signs, left: NDArray[np.int64], right: NDArray[np.int64]) -> DataFrame:
    """A row a pair, a column a feature of the weights (without the bias)."""
    out = {**_dates(scenes, signs, left, right), **_places(scenes, signs, left, right)}
    out["same_time_and_place"] = _same_time(scenes, left, right) * out["same_place"]
    out["words"] = cosine(signs.words, left, right)
    out["documents"] = _whole(scenes, signs, left, right, signs.documents)
    out["names"] = _whole(scenes, signs, left, right, signs.names) * _rare_at_all(signs.known.names.rows)
    out["figures"] = np.minimum(2.0, cosine(signs.figures, left, right))
    charged = scenes.topical[left] & scenes.topical[right]
    same = cosine(signs.charges, left, right) > 0
    accusing = (signs.charge_count[left] > 0) & (signs.charge_count[right] > 0)
    out["same_charge"] = (charged & same).astype(float)
    out["other_charge"] = (charged & accusing & ~same).astype(float)
    return DataFrame(out)


def score(table: DataFrame, weights: Weights) -> NDArray[np.float64]:
    """The log-odds that the two of each row are one incident."""
    total = np.full(len(table), weights[BIAS])
    for name in table.columns:
        total += weights[name] * table[name].to_numpy()
    return total


def say(row: Mapping[str, float], weights: Weights) -> Score:
    """The score of one pair, a probability, with its reasons in words, the weightiest first and the bias last."""
    words = says()
    parts = [Reason(name, words[name], round(weights[name] * value, 2)) for name, value in row.items() if value]
    total = weights[BIAS] + sum(part.value or 0.0 for part in parts)
    ordered = sorted(parts, key=lambda part: -abs(part.value or 0.0))
    reasons = (*ordered, Reason(BIAS, words[BIAS], weights[BIAS]))
    return Score(float(1 / (1 + np.exp(-np.clip(total, -30, 30)))), reasons)


def _whole(
    scenes: Scenes, signs: Signs, left: NDArray[np.int64], right: NDArray[np.int64], said: sparse.csr_array
) -> NDArray[np.float64]:
    """How alike what the whole documents say is: telling for the main matter of both, little for their
    background."""
    a, b = scenes.document[left], scenes.document[right]
    weight = np.where(signs.main[left] & signs.main[right], 1.0, BACKGROUND)
    weight[(a == b) | scenes.topical[left] | scenes.topical[right]] = 0.0
    return cosine(said, a, b) * weight


def _rare_at_all(documents: int) -> float:
    """What names can say among so many documents: few do not tell a name that all reports of a war share from one
    that is in two of a thousand. Squared, as a name's rarity counts in both documents."""
    return min(1.0, float(np.log(1 + documents) / np.log(MANY_DOCUMENTS)) ** 2)


@dataclass(frozen=True, slots=True)
class Signs:
    """What scenes are compared by beside dates and places; a row a scene, or a row a document, each."""

    words: sparse.csr_array
    figures: sparse.csr_array  # telling figures
    charges: sparse.csr_array  # parties that are charged, of scenes without a date
    documents: sparse.csr_array  # the words of whole documents
    names: sparse.csr_array  # the proper names of whole documents
    main: NDArray[np.bool_]  # the main matter of its document
    crowd: NDArray[np.float64]  # documents that tell of days near its day
    place_crowd: NDArray[np.float64]  # documents of its month that name its place
    word: NDArray[np.int64]  # a number for each column of ``words``
    name: NDArray[np.int64]  # a number for each column of ``names``
    known: Known

    @property
    def charge_count(self) -> NDArray[np.int64]:
        """How many parties each scene charges."""
        return np.diff(self.charges.indptr)


def _dates(
    scenes: Scenes, signs: Signs, left: NDArray[np.int64], right: NDArray[np.int64]
) -> dict[str, NDArray[np.float64]]:
    first, last, published = scenes.first, scenes.last, scenes.published
    dated = first != UNKNOWN
    narrow = scenes.narrow
    gap = np.maximum(0, np.maximum(first[left] - last[right], first[right] - last[left]))
    exact = narrow[left] & narrow[right]
    same_period = (first[left] == first[right]) & (last[left] == last[right])
    both = dated[left] & dated[right]
    rough = both & ~exact
    one = dated[left] ^ dated[right]
    day = np.where(dated[left], last[left], last[right])
    begun = np.where(dated[left], first[left], first[right])
    other = np.where(dated[left], published[right], published[left])
    lag = other - day
    apart = np.abs(published[left] - published[right])
    known = (published[left] != UNKNOWN) & (published[right] != UNKNOWN)
    parted = np.where(known, np.clip(np.log(np.maximum(apart, 1) / SOON_DAYS), 0.0, MOST_APART), 0.0)
    none = ~dated[left] & ~dated[right]
    crowd = signs.crowd
    late = np.maximum(published[left], published[right]) - np.maximum(first[left], first[right])
    flags = {
        "same_past_day": exact & (gap <= 1) & (late > LONG_DAYS),
        "same_days": (exact & (gap == 0)) | (rough & same_period),
        "next_day": exact & (gap == 1),
        "days_apart": exact & (gap > 1) & (gap <= SOFT_GAP),
        "within_period": rough & (gap == 0) & ~same_period,
        "dates_exclude": (exact & (gap > SOFT_GAP))
        | (rough & (gap > 1))
        | (one & (other != UNKNOWN) & (other < begun - 1)),
        "soon_published": (one & (other != UNKNOWN) & (lag <= SOON_DAYS)) | (none & known & (apart <= SOON_DAYS)),
        "long_after": (one & (other != UNKNOWN) & (lag > LONG_DAYS)) | (none & known & (apart > LONG_DAYS)),
    }
    rare = np.clip(np.log(COMMON_DAY / np.maximum(crowd[left], crowd[right])), 0.0, 2.0)
    out = {name: flag.astype(float) for name, flag in flags.items()}
    out["published_apart"] = parted * both * (scenes.document[left] != scenes.document[right])
    return out | {"rare_day": rare * (out["same_days"] + 0.5 * out["next_day"]) * exact}


def _same_time(scenes: Scenes, left: NDArray[np.int64], right: NDArray[np.int64]) -> NDArray[np.float64]:
    """1 for two scenes of days in common, both narrow, or of one and the same span of a few weeks at most."""
    first, last, narrow = scenes.first, scenes.last, scenes.narrow
    meet = (first[left] <= last[right]) & (first[right] <= last[left])
    span = (first[left] == first[right]) & (last[left] == last[right]) & (last[left] - first[left] <= SPAN_DAYS)
    return np.asarray((narrow[left] & narrow[right] & meet) | (span & scenes.dated[left])).astype(float)


def days_told(scenes: Scenes) -> NDArray[np.int64]:
    """The days of which documents tell, in order; each as often as documents tell of it."""
    narrow = scenes.narrow
    return np.sort(np.unique(np.stack([scenes.document[narrow], scenes.first[narrow]]), axis=1)[1])


def crowd_of(scenes: Scenes, days: NDArray[np.int64]) -> NDArray[np.float64]:
    """How many documents a day tell of days near that of each scene: where many do, one day says little."""
    reach = CROWD_DAYS // 2
    first = scenes.first
    count = np.searchsorted(days, first + reach, "right") - np.searchsorted(days, first - reach, "left")
    return np.where(scenes.narrow, np.maximum(count, 1), CROWD_DAYS) / CROWD_DAYS


def _places(
    scenes: Scenes, signs: Signs, left: NDArray[np.int64], right: NDArray[np.int64]
) -> dict[str, NDArray[np.float64]]:
    names = ("same_place", "same_country", "place_within", "place_near", "place_far")
    level = levels(scenes.places, scenes.place[left], scenes.place[right])
    crowd = signs.place_crowd
    quiet = np.minimum(1.0, QUIET_PLACE / np.maximum(crowd[left], crowd[right]))
    out = {name: (level == n).astype(float) for n, name in enumerate(names)}
    return out | {name: out[name] * quiet for name in names[:2]}


def places_told(scenes: Scenes) -> NDArray[np.int64]:
    """A number for the month and the main place of each scene."""
    month = np.where(scenes.dated, scenes.first, scenes.published) // CROWD_DAYS
    head = hashed([several[0] if several else "" for several in scenes.places])
    return mixed(month, head[scenes.place]) if len(scenes) else month
