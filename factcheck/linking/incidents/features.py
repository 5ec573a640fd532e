"""Scoring: how alike two scenes are, feature by feature, so that a link can say why.

Every feature is a number between 0 and 1 (or a count that saturates); its weight is a log-odds. The weights are
passed in: those of ``weights.shipped()``; others, learnt from decisions, can take their place.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

import numpy as np
from numpy.typing import NDArray
from pandas import DataFrame
from scipy import sparse

from factcheck.linking.engines import in_threads
from factcheck.linking.incidents.known import Known, hashed, mixed
from factcheck.linking.incidents.stories import Stories
from factcheck.linking.loops.likeness import Rows
from factcheck.linking.loops.telling import DATES, SOON_DAYS, tell_dates, weigh_features
from factcheck.linking.places.levels import UNKNOWN as UNKNOWN_PLACE
from factcheck.linking.places.levels import Levels
from factcheck.linking.scenes import Scenes, in_time
from factcheck.linking.weights import BIAS, Weights, says
from factcheck.values import Reason, Score

Ints = NDArray[np.int64]
Floats = NDArray[np.float64]
Small = NDArray[np.int8]
Few = NDArray[np.uint16]
Ends = Ints | NDArray[np.int32]

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

TAKEN_BACK = ("dates_exclude", "days_apart", "published_apart", "place_far")
"""What wrong days and places say against one incident; not of two documents of one story."""

MOST_APART = 4.0
"""The logarithm of how many times ``SOON_DAYS`` lie between two publications, at most: nine months."""


NAMES = (
    *DATES, "same_place", "same_country", "place_within", "place_near", "place_far", "same_time_and_place",
    "words", "documents", "names", "figures", "same_charge", "other_charge", "story",
)  # fmt: skip
"""The features, without the bias, in the order in which they are added up."""

_ROW = {name: row for row, name in enumerate(NAMES)}
STORY_ROW = _ROW["story"]


def features(scenes: Scenes, signs: Signs, left: Ints, right: Ints) -> DataFrame:
    """A row a pair, a column a feature of the weights (without the bias)."""
    return Teller(scenes, signs).features(left, right)


class Teller:
    """Tells the features of pairs of scenes, many at a time.

    What it looks at lies in the order of time, as most scenes that are compared are of the same days: pairs that
    come in that order are told several times as fast, for what they need is in the cache.
    """

    def __init__(self, scenes: Scenes, signs: Signs, places: Levels | None = None) -> None:
        order = in_time(scenes)
        self._place_of = np.empty(len(order), dtype=np.int64)
        self._place_of[order] = np.arange(len(order))
        self._dates = (
            scenes.first[order], scenes.last[order], scenes.published[order], scenes.narrow[order],
            scenes.document[order], np.clip(np.log(COMMON_DAY / signs.crowd[order]), 0.0, 2.0), _apart_says(),
        )  # fmt: skip
        self._document = document = scenes.document[order]
        self._topical, self._main, self._place = scenes.topical[order], signs.main[order], scenes.place[order]
        self._levels = places or Levels(scenes.places)
        self._quiet = np.minimum(1.0, QUIET_PLACE / signs.place_crowd[order])
        said = (signs.words, order), (signs.documents, document), (signs.names, document), (signs.figures, order)
        self._words, self._documents, self._names, self._figures = in_threads(lambda s: Rows(s[0][s[1]]), said)
        self._charges = Rows(signs.charges[order])
        self._accuses = signs.charge_count[order] > 0
        self._names_say = _rare_at_all(signs.known.names.rows)
        self._stories = Stories(signs.known.names.rows, signs.told[order])

    def features(self, left: Ints, right: Ints) -> DataFrame:
        """A row a pair, a column a feature."""
        return DataFrame(dict(zip(NAMES, self.tell(left, right, self.levels(left, right)), strict=True)))

    def levels(self, left: Ends, right: Ends) -> Small:
        """How the places of each pair relate, fastest for all pairs at once."""
        return self._levels.of(self._place[self._place_of[left]], self._place[self._place_of[right]])

    def tell(self, left: Ints, right: Ints, level: Small) -> Floats:
        """A row a feature, in the order of ``NAMES``, a column a pair; ``level``: what ``levels`` gives."""
        left, right = self._place_of[left], self._place_of[right]
        out = np.zeros((len(NAMES), len(left)))
        same_time = np.zeros(len(left))
        tell_dates(left, right, *self._dates, out, same_time)
        self._tell_places(out, left, right, level)
        out[_ROW["same_time_and_place"]] = same_time * out[_ROW["same_place"]]
        out[_ROW["words"]] = self._words.products(left, right)
        weight = self._weight(left, right)
        documents, names = self._documents.products(left, right), self._names.products(left, right)
        out[_ROW["figures"]] = np.minimum(2.0, self._figures.products(left, right))
        self._tell_story(out, documents, names, weight, left, right)
        out[_ROW["documents"]] = documents * weight
        out[_ROW["names"]] = names * weight * self._names_say
        self._tell_charges(out, left, right)
        return out

    def names(self, left: Ints, right: Ints) -> Floats:
        """How much the names of the documents of each pair have in common."""
        return self._names.products(self._place_of[left], self._place_of[right])

    def main(self, left: Ints, right: Ints) -> NDArray[np.bool_]:
        """True for pairs of which both are the main matter of their documents."""
        return np.asarray(self._main[self._place_of[left]] & self._main[self._place_of[right]])

    def _tell_places(self, out: Floats, left: Ints, right: Ints, level: Small) -> None:
        told = np.flatnonzero(level != UNKNOWN_PLACE)
        out[_ROW["same_place"] + level[told], told] = 1.0
        quiet = np.minimum(self._quiet[left], self._quiet[right])
        for name in ("same_place", "same_country"):
            out[_ROW[name]] *= quiet

    def _weight(self, left: Ints, right: Ints) -> Floats:
        """What the likeness of whole documents says: much of the main matter of both, little of their
        background."""
        weight = np.where(self._main[left] & self._main[right], 1.0, BACKGROUND)
        same = self._document[left] == self._document[right]
        weight[same | self._topical[left] | self._topical[right]] = 0.0
        return weight

    def _tell_story(
        self, out: Floats, documents: Floats, names: Floats, weight: Floats, left: Ints, right: Ints
    ) -> None:
        some = self._stories.of_one(documents, names, weight == 1.0)
        first, last, _, narrow = self._dates[:4]
        story = some[
            self._stories.doubtful((first, last, narrow), left[some], right[some], out[_ROW["figures"], some])
        ]
        out[STORY_ROW, story] = 1.0
        for name in TAKEN_BACK:
            out[_ROW[name], story] = 0.0

    def _tell_charges(self, out: Floats, left: Ints, right: Ints) -> None:
        charged = np.flatnonzero(self._topical[left] & self._topical[right])
        one, other = left[charged], right[charged]
        same = self._charges.products(one, other) > 0
        out[_ROW["same_charge"], charged] = same
        out[_ROW["other_charge"], charged] = self._accuses[one] & self._accuses[other] & ~same


def score(table: DataFrame, weights: Weights) -> Floats:
    """The log-odds that the two of each row are one incident."""
    return weighed(np.stack([table[name].to_numpy() for name in NAMES]), weights)


def weighed(features: Floats, weights: Weights) -> Floats:
    """The log-odds that the two of each column are one incident; a row a feature, in the order of ``NAMES``."""
    total = np.full(features.shape[1], weights[BIAS])
    weigh_features(features, np.array([weights[name] for name in NAMES]), total)
    return total


def say(row: Mapping[str, float], weights: Weights) -> Score:
    """The score of one pair, a probability, with its reasons in words, the weightiest first and the bias last."""
    words = says()
    parts = [Reason(name, words[name], round(weights[name] * value, 2)) for name, value in row.items() if value]
    total = weights[BIAS] + sum(part.value or 0.0 for part in parts)
    ordered = sorted(parts, key=lambda part: -abs(part.value or 0.0))
    reasons = (*ordered, Reason(BIAS, words[BIAS], weights[BIAS]))
    return Score(float(1 / (1 + np.exp(-np.clip(total, -30, 30)))), reasons)


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
    told: Small  # how sure the day of each is, as ``stories.told_days`` gives it
    crowd: Floats  # documents that tell of days near its day
    place_crowd: Floats  # documents of its month that name its place
    word: Ints  # a number for each column of ``words``
    name: Ints  # a number for each column of ``names``
    known: Known
    often: tuple[Few, Few, Few]  # how often each entry of ``words``, ``documents`` and ``names`` is there
    figure: tuple[Ints, Ints]  # scene and number of each telling figure; a large one has the lowest bit
    charge: Ints  # a number for each column of ``charges``

    @property
    def charge_count(self) -> Ints:
        """How many parties each scene charges."""
        return np.diff(self.charges.indptr)


@cache
def _apart_says() -> Floats:
    """What so many days between two publications say."""
    days = np.arange(int(SOON_DAYS * np.exp(MOST_APART)) + 2)
    return np.asarray(np.clip(np.log(np.maximum(days, 1) / SOON_DAYS), 0.0, MOST_APART))


def days_told(scenes: Scenes) -> Ints:
    """The days of which documents tell, in order; each as often as documents tell of it."""
    narrow = scenes.narrow
    document, day = scenes.document[narrow], scenes.first[narrow]
    earliest = int(day.min(initial=0))
    span = int(day.max(initial=0)) - earliest + 1
    return np.sort(np.unique(document * span + day - earliest) % span) + earliest


def crowd_of(scenes: Scenes, days: Ints) -> Floats:
    """How many documents a day tell of days near that of each scene: where many do, one day says little."""
    reach = CROWD_DAYS // 2
    first = scenes.first
    count = np.searchsorted(days, first + reach, "right") - np.searchsorted(days, first - reach, "left")
    return np.where(scenes.narrow, np.maximum(count, 1), CROWD_DAYS) / CROWD_DAYS


def places_told(scenes: Scenes) -> Ints:
    """A number for the month and the main place of each scene."""
    month = np.where(scenes.dated, scenes.first, scenes.published) // CROWD_DAYS
    head = hashed([several[0] if several else "" for several in scenes.places])
    return mixed(month, head[scenes.place]) if len(scenes) else month
