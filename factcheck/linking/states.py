"""What a state is about: whether a truce holds, who holds a place, who was aboard, what was planned.

Two states of one incident that are about other matters answer two questions, whatever words they share.
"""

from __future__ import annotations

import re
from functools import lru_cache

_MATTERS = {
    "truce": re.compile(
        r"\b(?:cease-?fires?|truces?|armistice|hostilities|lull|pause)\b"
        r"|\b(?:border|front|guns|line|frontier)\b[^.;]{0,30}\b(?:calm|quiet|silent|stable)\b"
        r"|\b(?:calm|quiet|stable) (?:border|front|line|frontier)\b",
        re.I,
    ),
    "talks": re.compile(r"\b(?:talks|negotiat\w+|dialogue|mediation|delegations?|the table|the room)\b", re.I),
    "control": re.compile(
        r"\b(?:controls?|controlled|(?:re)?captur(?:ed?|es|ing)|retak(?:en?|es|ing)|retook|seiz(?:ed?|es|ing)|overr[au]n"
        r"|liberated|liberation|encircled|besieged|fell|fallen|hands)\b(?! (?:over|ill|short|from|into)\b)"
        r"|\bholds? (?!talks|up\b|on\b)(?:the |on to )?(?=\w)",
        re.I,
    ),
    "aboard": re.compile(r"\b(?:aboard|on board|cargo|carrying|carried|passengers?)\b", re.I),
    "plan": re.compile(
        r"\b(?:planned|scheduled|(?:were|was|been|is|are) due|due (?:for|to|on)|to be (?:exchanged|held)"
        r"|expected)\b",
        re.I,
    ),
    "notice": re.compile(r"\b(?:notified|informed|(?:was|were|been) told|knew|forewarned|beforehand)\b", re.I),
    "escape": re.compile(r"\b(?:escap\w+|fled|broke out|got (?:out|away)|at large|on the run)\b", re.I),
    "freedom": re.compile(
        r"\b(?:freed|free|freedom|releas\w+|rescued?|let go|(?:re)?united|came (?:back|home))\b", re.I
    ),
    "ransom": re.compile(r"\b(?:ransom\w*|paid|pays?|payment)\b", re.I),
    "damage": re.compile(r"\b(?:damag\w+|intact|unharmed building|not destroyed|craters?)\b", re.I),
    "date": re.compile(r"\b(?:took place|happened|occurred) (?:on|in|at|during|between)\b", re.I),
    "load": re.compile(r"\b(?:overload\w*|overcrowd\w*|capacity|more than allowed)\b", re.I),
    "way": re.compile(r"\b(?:reopen\w*|closed|shut|blocked|impassable|resum\w+|open to)\b", re.I),
    "health": re.compile(r"\b(?:health|unhurt|unharmed|alive|safe and|in good condition)\b", re.I),
    "ask": re.compile(r"\b(?:request\w*|asked?|asks|begg?(?:ed|ing)?|sought|initiati\w+|propos\w+)\b", re.I),
}
"""Kinds of states by their words; a state may be of several ("the truce was asked for")."""

ONE_OF_ITS_KIND = frozenset({"truce", "talks"})
"""Matters of which an incident has one: two states of it answer one question in whatever words."""


@lru_cache(maxsize=50_000)
def matters(asserted: str, quote: str) -> frozenset[str]:
    """The matters of a state: by what is asserted, or by the quote where that says none."""
    return _named(asserted) or _named(quote)


def _named(text: str) -> frozenset[str]:
    return frozenset(name for name, pattern in _MATTERS.items() if pattern.search(text))
