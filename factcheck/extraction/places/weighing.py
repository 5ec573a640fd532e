"""How well a named place would do as the place of the page's incident.

The weights were set by hand on the development reports and on the marked reports of ``bench/reports`` that may be
read; after a change of one run ``python -m bench.quality`` on them and the scorers of the other development sets.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from math import log10

from factcheck import gazetteer
from factcheck.extraction.dates.datedphrases import ASIDE, is_aside
from factcheck.extraction.gates import gated
from factcheck.extraction.page import Page
from factcheck.extraction.places.mentions import Hold, Mention
from factcheck.extraction.places.pagecountries import capital_names
from factcheck.language.naming import name_key

EVENTFUL = 1.5
"""Its clause tells of something that happened."""
EARLY = 2.0
"""It stands at the very beginning; half of it in the middle of the page."""
HEADLINE = 2.0
"""The headline names it too."""
OFTEN, MOST = 0.3, 6
"""For each time that the page says the name again, and how many of those count."""
VOTE = 0.6
"""For each further sentence, three at most, that ties the place to what happened or to its police."""
HOME_LINE = 0.5
"""A dateline that is no capital: a local paper's."""
SEAT = 1.3
"""What a capital loses outside the headline: its name stands for the government that speaks there."""
BACKGROUND = 2.0
"""What a place loses in a sentence on a year well before the page's."""

_HOLDS = {
    Hold.LOCATED: 3.0, Hold.NAMED: 2.0, Hold.OFFICE: 1.0, Hold.DATELINE: 0.5, Hold.AFTERMATH: 0.0, Hold.HOME: 0.0,
    Hold.SAID: -1.0,
}  # fmt: skip
_FINE = (0.0, 0.6, 0.9, 1.0)
_PART = gated(
    r"\b(?:of\s+(?:whom|them|these|those|which)|among\s+(?:them|whom|these)|including)\b(?:[^.;:,\n]|,\d){0,60}$"
    r"|:\s(?=\d|(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w+teen|\w+ty)\b)[^.;:\n]{0,80}$",
    re.I,
)
"""'(900 fled), of whom 300', '(66 dead): 42'."""
_YEAR = gated(r"\b(?:in|of|since)\s+(?:\w+\s+)?((?:18|19|20)\d\d)\b", re.I)
_EARLIER = gated(
    r"\blast\s+(?:month|year)\b|\b(?:\d+|a|two|three|four|five|six|seven|eight|nine|ten|several)\s+(?:months?|years?)\s+"
    r"(?:ago|before|earlier)\b",
    re.I,
)


class Weighing:
    """The weights of the places of one page, each worked out once."""

    def __init__(self, page: Page, head: Iterable[Mention], headline: set[str]) -> None:
        self._page, self._headline = page, headline
        self.votes = Counter(name_key(m.name) for m in head if m.hold >= Hold.OFFICE)
        self._weights: dict[Mention, float] = {}
        self._times: dict[str, int] = {}
        self._background: dict[int, bool] = {}

    def weight(self, mention: Mention) -> float:
        """How well the mention would do as the place of the page's incident."""
        known = self._weights.get(mention)
        if known is None:
            known = self._weights[mention] = self._weigh(mention)
        return known

    def first(self, mention: Mention) -> tuple[float, int]:
        """The weight, and of equal ones the first of the page."""
        return self.weight(mention), -mention.span.start

    def as_town(self, mention: Mention) -> float:
        """The weight of a town, the larger the more."""
        places = gazetteer.find(mention.name) if mention.listed else ()
        return self.weight(mention) + (log10(1 + places[0].population) / 2 if places else 0.0)

    def _weigh(self, mention: Mention) -> float:
        key, sentences = name_key(mention.name), self._page.sentences
        seat = mention.name in capital_names()
        score = _HOLDS[mention.hold] + EVENTFUL * mention.eventful + _FINE[mention.fine]
        score += min(3, self.votes[key] - 1) * VOTE + EARLY * (1 - mention.sentence / max(1, len(sentences)))
        score += OFTEN * min(MOST, self._again(mention.name)) + HEADLINE * (key in self._headline)
        score += HOME_LINE * (mention.hold is Hold.DATELINE and not seat) - SEAT * (
            seat and key not in self._headline
        )
        score -= ASIDE * of_a_part(self._page.text, mention.span.start)
        if mention.sentence < len(sentences):
            score -= ASIDE * is_aside(self._page, sentences[mention.sentence])
            score -= BACKGROUND * self._is_background(mention.sentence)
        return score

    def _again(self, name: str) -> int:
        known = self._times.get(name)
        if known is None:
            known = self._times[name] = max(0, self._page.text.count(name) - 1)
        return known

    def _is_background(self, index: int) -> bool:
        """True for a sentence that speaks of a year well before the page's."""
        published = self._page.document.published
        if published is None:
            return False
        known = self._background.get(index)
        if known is None:
            text = self._page.sentences[index].text
            year = _YEAR.search(text)
            known = _EARLIER.search(text) is not None or (year is not None and int(year[1]) < published.year - 1)
            self._background[index] = known
        return known


def of_a_part(text: str, position: int, start: int = 0) -> bool:
    """True for '(900 fled), of whom 300 in Tobruk': the place of some of them is not that of all.

    Only words from ``start`` on are read, so that what is said of the part itself keeps its place.
    """
    return start < position and _PART.search(text, max(start, position - 90), position) is not None
