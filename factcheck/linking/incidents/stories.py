"""Stories: main matters of two documents that may be one incident though their days differ.

Where no paragraph of its claims says the day of a scene, extraction took it from elsewhere in the document, and it
may be wrong. The names and words of both documents tell then whether they are of one story.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from pandas import DataFrame

from factcheck.linking.loops.dating import says_day
from factcheck.linking.scenes import Scenes
from factcheck.linking.table import UNKNOWN
from factcheck.linking.texts import told_texts

STORY = 0.65
STORY_DOCUMENTS = 40
STORY_MORE = 0.52
"""Likeness (the roots of that of the words and of that of the names of two documents, added) from which they tell
of one story: among so many documents, and how much more among ten times as many. Of the marked reports as they are
read, where one page in two has a wrong day, three in four of the pairs above it that are of two days are of one
story; pooled local news, a thousand pages, has nothing above it that is not linked by other signs."""

STORY_NAMES = 0.02
"""Likeness of the names without which no words make one story: claims that came as records have no names."""

MOST_ROWS = 50
"""Claims of a scene whose paragraphs are looked through."""

GIVEN, SAID, UNSAID = range(3)
"""How sure the day of a scene is: that of a record; read; read, but in no paragraph of its claims."""

Ints = NDArray[np.int64]
Small = NDArray[np.int8]
Floats = NDArray[np.float64]
Flags = NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class Stories:
    """Which pairs are of one story, among so many ``documents``; ``told``: how sure the day of each scene is."""

    documents: int
    told: Small

    def of_one(self, documents: Floats, names: Floats, main: Flags) -> Ints:
        """The pairs of ``main`` matters of one story, by the likeness of the words and of the names of both
        documents of each pair."""
        some = np.flatnonzero(main & (names >= STORY_NAMES))
        more = STORY_MORE * max(0.0, float(np.log10(max(1, self.documents) / STORY_DOCUMENTS)))
        return some[np.sqrt(documents[some]) + np.sqrt(names[some]) >= STORY + more]

    def doubtful(self, days: tuple[Ints, Ints, Flags], left: Ints, right: Ints, figures: Floats) -> Flags:
        """True for pairs of scenes whose days may be wrong: none is of a record, and that of one is unsaid, they
        lie side by side, or both tell the same ``figures``.

        ``days``: the first and the last of each scene, and which are narrow.
        """
        first, last, narrow = days
        beside = np.maximum(first[left] - last[right], first[right] - last[left]) <= 1
        one, other = self.told[left], self.told[right]
        wrong = (one == UNSAID) | (other == UNSAID) | beside | (figures > 0)
        return np.asarray(wrong & (one > GIVEN) & (other > GIVEN) & narrow[left] & narrow[right])


def told_days(scenes: Scenes, table: DataFrame, main: Flags) -> Small:
    """How sure the day of each scene is. ``UNSAID`` are main matters with a day before that of the publication, of
    whose claims no paragraph says that day."""
    given = table["recorded"].to_numpy()[scenes.rows[scenes.begin[:-1]]]
    out = np.where(given, GIVEN, SAID).astype(np.int8)
    asked = scenes.narrow & main & ~given & (scenes.published != UNKNOWN) & (scenes.published > scenes.last)
    if not asked.any():
        return out
    number, row = scenes.first_rows(MOST_ROWS)
    own = np.flatnonzero(asked[number])
    number, row = number[own], row[own]
    told, texts = told_texts(table)
    days = scenes.first[number], scenes.last[number], scenes.published[number]
    said = says_day(texts.ends, texts.letters, texts.rows[told[row]], days)
    spoken = np.bincount(number, weights=said, minlength=len(scenes)) > 0
    out[asked & ~spoken] = UNSAID
    return out
