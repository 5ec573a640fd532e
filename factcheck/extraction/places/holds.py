"""How firmly the words around a name tie it to what happened: the scene, a statement, a home, an aftermath."""

from __future__ import annotations

import re

from factcheck.extraction.gates import gated
from factcheck.extraction.happening import Telling, eventful, telling
from factcheck.extraction.places import placewords
from factcheck.extraction.places.mentions import Hold
from factcheck.extraction.places.placewords import Lead


def hold_of(before: str, after: str, lead: Lead | None) -> Hold:
    """The hold of a name between the words before its preposition and those after it."""
    told = telling(before, after)
    if told is Telling.SAID and not (is_reported(before) or _INSERTED.match(after)):
        return Hold.SAID
    if told is Telling.COUNTED and _COUNTING_BODY.match(after) and not before.rstrip()[-1:].isalnum():
        return Hold.SAID
    if _ACCORDING.search(before, max(0, len(before) - 80)) or _is_speaker(before, after):
        return Hold.SAID
    if _WARD.match(after) and _ATTACKED.search(before[-60:]) is None:
        return Hold.AFTERMATH
    word = lead.word if lead else ""
    if word in placewords.AWAY or (word == "of" and placewords.HOME.search(before[-40:])):
        return Hold.HOME
    if told is Telling.AFTERMATH and placewords.CARE.search(_EARLIER.split(before[-80:])[-1]):
        return Hold.AFTERMATH
    typed = lead is None or lead.kind is not None
    return Hold.LOCATED if typed or word in placewords.FIRM else Hold.NAMED


_EARLIER = re.compile(r"\b(?:after|following|when|since)\b", re.I)
"""'taken to hospital after a shooting at': what comes behind it came first."""


def is_reported(before: str) -> bool:
    """True for 'no deaths were reported (in Acapulco)': there they would have been."""
    return _last(before) in _REPORTED


def _is_speaker(before: str, after: str) -> bool:
    """True where the words before 'in Algiers' are who speaks: 'the Interior Ministry in Algiers had 23 dead'."""
    last = _last(before)
    if last in _COUNTERS:
        return _COUNTS.match(after) is not None
    if last not in _SPEAKERS:
        return False
    words = _WORDS.findall(before[-60:].lower())[-5:-1]
    return not any(word in _TOWARDS or eventful(word) for word in words)


def _last(before: str) -> str:
    return before.rstrip().rpartition(" ")[2].lower()


_REPORTED = frozenset(("reported", "recorded", "confirmed", "registered"))
_INSERTED = re.compile(r",\s+(?:says?|said|according\s+to|reports?)\s+[^,.;]{3,60},\s")
"""'(In Ansan), says the office, 153 pupils were buried': the insertion says it, the clause tells it."""

_SPEAKERS = frozenset(
    (
        "ministry", "government", "mission", "headquarters", "staff", "command", "official", "officials",
        "authorities", "commission", "committee", "council", "administration", "media", "newspaper",
        "newspapers", "spokesman", "spokeswoman", "spokesperson", "spokesmen", "doctor", "doctors",
        "nurse", "nurses", "captain", "mayor", "governor", "minister", "prosecutor", "prosecutors",
        "expert", "experts", "analyst", "analysts", "diplomat", "diplomats", "source", "sources",
        "observer", "observers", "directorate", "institute", "university", "nobody",
    )
)  # fmt: skip
_COUNTERS = frozenset(
    ("police", "prefect", "prefecture", "coroner", "hospital", "hospitals", "desk", "room", "bureau", "office",
     "secretariat", "embassy", "consulate", "parliament", "presidency", "palace", "agency", "centre", "center")
)  # fmt: skip
"""Who may have acted there as well: they speak where they count."""

_COUNTS = re.compile(
    r"\s+(?:(?:on|late|early|this)\s+)*(?:\w+day\s+)?(?:(?:morning|afternoon|evening|night)\s+)?"
    r"(?:counts?|counted|has|had|puts?|lists?|listed|gives?|gave|tall(?:y|ies|ied)|speaks?|spoke|estimates?|estimated)\b"
)
_TOWARDS = frozenset(("on", "against", "at", "near", "outside", "inside", "hit", "into", "over"))
_WORDS = re.compile(r"[\w'’-]+")
_COUNTING_BODY = re.compile(
    r",?\s+(?:the\s+)?(?:[\w'’-]+\s+){0,3}(?:ministry|government|authorities|officials|army|military|agency|mission)\s"
)
"""'(In Beirut) the health ministry (put the wounded at 22)'."""
_ATTACKED = re.compile(
    r"\b(?:killed|struck|hit|raided|bombed|stormed|shelled|besieged|attack\w*|explosion|blast|strike|raid|fire)\b",
    re.I,
)
_WARD = re.compile(r"\s+(?:[\w-]+\s+)?(?:hospitals?|clinics?|morgues?)\b", re.I)
_ACCORDING = gated(r"\b(?:according\s+to|by\s+the\s+(?:account|count|reckoning)(?:\s+of)?)\b[^,;.]*$", re.I)
