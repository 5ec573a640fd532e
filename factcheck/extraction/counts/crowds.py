"""Who took part, in set phrases: 'with three million participants', '300,000 walked out on Thursday'."""

from __future__ import annotations

import re
from collections.abc import Iterator

from factcheck.extraction.counts import nouns
from factcheck.extraction.counts.quantities import Amount, Reading
from factcheck.extraction.gates import Several, gated

FEWEST = 10
"""Fewer than so many are no crowd."""

_WHO = r"(?:\s+(?!and\b|or\b)[\w'’-]+){0,3}?"
_EVENT = re.compile(
    r"\b(?:festivals?|parades?|march(?:es)?|rall(?:y|ies)|concerts?|processions?|demonstrations?|protests?|pilgrimages?|gatherings?"
    r"|vigils?|celebrations?|fair|carnival|strike|crowd|funeral|crush|stampede|commemoration)\b",
    re.IGNORECASE,
)
_NOT_HARMED = (
    r"(?!\s+(?:(?:who|that|were|was|have|had|has|been|are|is)\s+)*(?:killed|hurt|injured|wounded|arrested|detained|died|dead|perished"
    r"|drowned|missing|crushed|trampled|rescued|stranded|evacuated)\b)"
)
_CROWDS = tuple(
    gated(pattern, re.IGNORECASE)
    for pattern in (
        r"(?P<figure>#+)\s+(?:of\s+)?(?:[\w-]+\s+)?(?:participants|attendees|strikers|revell?ers|festival-?goers|party-?goers|celebrants"
        r"|co-?marchers)\b" + _NOT_HARMED,
        rf"(?P<figure>#+){_WHO}\s+(?:(?:have|had|has|are|were)\s+)?(?:went\s+on\s+strike|gone\s+on\s+strike|on\s+strike|walked\s+out(?!\s+of\s+(?:the"
        r"\s+)?(?:hospital|prison|jail|court))|downed\s+tools|stopped\s+work|stayed\s+away\s+from\s+work|laid\s+down\s+(?:their\s+)?tools"
        r"|joined\s+(?:the|in\s+the|a|their)\s+(?:strike|walkout|revolt|uprising|march|protest|rally|procession|demonstration)s?)\b",
    )
)
_VISITORS = gated(
    r"(?P<figure>#+)\s+(?:[\w-]+\s+)?(?:visitors|spectators|guests|onlookers|pilgrims)\b" + _NOT_HARMED,
    re.IGNORECASE,
)


_STUDIED = re.compile(
    r"\b(?:stud(?:y|ies)|survey(?:s|ed)?|trials?|poll(?:s|ed)?|were\s+(?:asked|questioned|interviewed|tested|examined))\b",
    re.I,
)
"""'Some 600 participants were asked about their sleep.'"""
_SEVERAL = Several(_CROWDS)


def may_be_a_crowd(text: str) -> bool:
    """True when a sentence may tell so of a crowd; the figures of the text are written as ``#``."""
    return _SEVERAL.fits(text) or (_VISITORS.search(text) is not None and _EVENT.search(text) is not None)


def crowds(reading: Reading) -> Iterator[tuple[str, Amount, int, int]]:
    """Kind, amount and stretch (from the sentence's start) of each crowd that a phrase counts."""
    text, where = reading.coded()
    visitors = _VISITORS.search(text) is not None and _EVENT.search(text) is not None
    for pattern in (*_SEVERAL.worth(text), *((_VISITORS,) if visitors else ())):
        for match in pattern.finditer(text):
            amount = where.get(match.start("figure"))
            if (
                amount is None
                or _STUDIED.search(text) is not None
                or (amount.quantity.low or amount.quantity.high or 0) < FEWEST
            ):
                continue
            noun = amount.noun
            if noun is None or not nouns.is_category(noun.text, "thing", "unit"):
                yield "attendance", amount, match.start(), match.end()
