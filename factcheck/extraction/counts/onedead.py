"""Headlines that tell of one dead: 'Man dead after shooting', 'Officer shot, killed', 'Teen hit by car dies'."""

from __future__ import annotations

import re
from collections.abc import Iterator

from factcheck.extraction.counts import nouns
from factcheck.extraction.gates import gated

LONGEST = 110
"""Characters of a line that may be a headline."""

_HARMED = (
    r"(?:shot|stabbed|struck|hit|beaten|injured|wounded|hurt|burned|attacked|crushed|bitten|electrocuted|trapped"
    r"|mauled"
    r"|rescued|pulled|run\s+over)"
)
_WHERE = (
    r"(?=\s+(?:in|at|on|near|outside|inside|by|during|after|while|when|behind|off|along|amid|as)\b"
    r"|\s*[,;:.|–—-]|\s*$)"
)
_FATE = (
    rf"(?:(?P<later>{_HARMED}\b[^.;,]{{0,60}}?\s(?:dies|died|has\s+died|succumbs))\b"
    rf"|(?:{_HARMED}\s*(?:,|and|&)\s*killed|{_HARMED}\s+(?:dead|to\s+death)|gunned\s+down|murdered|slain){_WHERE}"
    rf"|(?:(?:is|was|found|left|declared|pronounced|reported|confirmed)\s+)*dead{_WHERE}"
    r"|(?:[a-z]+s\s+[^.;]{2,60}?(?:,|\band\b|\bthen\b|&)\s*)?(?:then\s+)?(?:fatally\s+shoots|kills)\s+"
    r"(?P<self>self|himself|herself)\b)"
)
_ONE = gated(
    r"^\W*(?:[A-Z][\w’' ]{2,30}:\s+)?(?P<who>(?:(?!and\b|of\b|for\b|the\b|in\b|by\b|two\b|three\b|no\b)[\w'’.-]+"
    r"\s+){0,4}?"
    rf"(?P<noun>[A-Za-z][\w-]*)(?:,\s*\d{{1,2}}\s*,?)?)\s+{_FATE}",
    re.IGNORECASE,
)
_AND_SELF = gated(
    r"^\W*(?:[A-Z][\w’' ]{2,30}:\s+)?(?P<who>(?:[\w'’.-]+\s+){0,3}?(?P<noun>[A-Za-z][\w-]*))\s+(?:kills|slays"
    r"|murders)\s+"
    r"[^.;:]{2,60}?(?:,|\band\b|\bthen\b|&)\s*(?:then\s+)?(?P<self>self|himself|herself)\b",
    re.IGNORECASE,
)


def one_dead(text: str) -> Iterator[tuple[int, int, str]]:
    """Where the words of a headline that tell of one dead begin and end, and who it is; at most one."""
    if len(text) > LONGEST:
        return
    for pattern in (_ONE, _AND_SELF):
        match = pattern.match(text)
        if match is not None and nouns.is_one_person(match["noun"]) and not _many(match["who"]):
            yield match.start("who"), match.end(), match["who"].strip(" ,")
            return


def tells_of_his_own_hand(text: str) -> bool:
    """True for 'kills wife, himself': whoever did it is dead beside the one that the verb counts."""
    return _AND_SELF.match(text) is not None


def _many(who: str) -> bool:
    return any(nouns.is_person(word) and not nouns.is_one_person(word) for word in who.split()[:-1])
