"""Tolls: 'the death toll rose to 191', 'put the dead at 190, the injured at more than 6,500'."""

from __future__ import annotations

import re
from collections.abc import Iterator

from factcheck.extraction.counts import nouns
from factcheck.extraction.counts.phrases import phrases
from factcheck.extraction.counts.quantities import Reading
from factcheck.extraction.counts.tolls.heads import by_head, toll_of
from factcheck.extraction.counts.tolls.labels import labelled, tally
from factcheck.extraction.counts.tolls.otherwise import said_otherwise
from factcheck.extraction.counts.tolls.toll import Toll

__all__ = ["Toll", "tolls", "who_died"]


def tolls(reading: Reading) -> Iterator[Toll]:
    """The tolls of a sentence; a bare 'deaths 23' without a verb, preposition or colon is none."""
    figures = "#" in reading.coded()[0]
    if figures:
        yield from by_head(reading)
    yield from said_otherwise(reading)
    for kind, amount, start, end in phrases(reading):
        yield Toll(kind, amount, start, end)
    if figures:
        yield from labelled(reading)
        yield from tally(reading)
        yield from toll_of(reading)


_NUMBER_OF_WHOM = re.compile(
    r"\bnumber\s+of\s+(?:the\s+)?(?:(?:dead|killed|injured|wounded|missing)\s+)?(?P<who>(?:[\w-]+"
    r"\s+){0,2}?[\w-]+s|people|police|personnel)"
    r"\s+(?:killed|neutrali[sz]ed|martyred|wounded|injured|missing|dead|who\b|has|have|had|to\b|at\b|stood|rose"
    r"|is\b|was\b)",
    re.IGNORECASE,
)


def who_died(text: str) -> str | None:
    """'the number of soldiers killed rose to 29': soldiers."""
    found = _NUMBER_OF_WHOM.search(text)
    if found is None or not nouns.is_person(found["who"].split()[-1]):
        return None
    return str(found["who"])
