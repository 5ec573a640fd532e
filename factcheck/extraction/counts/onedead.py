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


_AGED = gated(
    r"\b(?P<who>(?:an?|the|another|this)\s+(?:\d{1,3}|[a-z]+(?:-[a-z]+)?)[\s-]year[\s-]old)\s+(?:(?P<killed>(?:shot|stabbed|beaten"
    r"|burned|hacked|strangled)\s+(?:(?:and|,)\s*killed|dead|to\s+death)|fatally\s+(?:shot|stabbed|struck|injured"
    r"|wounded|beaten)|gunned\s+down|slain|murdered)|(?P<wounded>(?:shot\s+and\s+|seriously\s+|critically\s+|badly\s+)?"
    r"(?:wounded|injured)))\b(?=\s*[,.;]|\s+(?:in|at|on|near|outside|inside|by|during|after|while|when|last|early|late"
    r"|this|yesterday|monday|tuesday|wednesday|thursday|friday|saturday|sunday|has|have|had|was|is|wants?)\b)",
    re.IGNORECASE,
)


def aged_and_harmed(text: str) -> Iterator[tuple[str, int, int, str]]:
    """'the family of a 17-year-old shot and killed by police': kind, where the words are, who; at most one.

    An age that stands for a person before such a word is more than the parser can follow.
    """
    match = _AGED.search(text)
    if match is not None:
        kind = "killed" if match["killed"] else "wounded"
        yield kind, match.start(), match.end(), match["who"].split(maxsplit=1)[1]


def tells_of_his_own_hand(text: str) -> bool:
    """True for 'kills wife, himself': whoever did it is dead beside the one that the verb counts."""
    return _AND_SELF.match(text) is not None


def _many(who: str) -> bool:
    return any(nouns.is_person(word) and not nouns.is_one_person(word) for word in who.split()[:-1])
