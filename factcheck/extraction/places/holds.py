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
    if told is Telling.SAID and not (REPORTED.search(before[-40:]) or _INSERTED.match(after)):
        return Hold.SAID
    if _ACCORDING.search(before[-80:]):
        return Hold.SAID
    if _is_speaker(before) or (_COUNTS.match(after) and _COUNTER.search(before[-30:])):
        return Hold.SAID
    if _WARD.match(after):
        return Hold.AFTERMATH
    word = lead.word if lead else ""
    if word in placewords.AWAY or (word == "of" and placewords.HOME.search(before[-40:])):
        return Hold.HOME
    if told is Telling.AFTERMATH and placewords.CARE.search(before[-80:]):
        return Hold.AFTERMATH
    typed = lead is None or lead.kind is not None
    return Hold.LOCATED if typed or word in placewords.FIRM else Hold.NAMED


def _is_speaker(before: str) -> bool:
    """True where the words before 'in Algiers' are who speaks: 'the Interior Ministry in Algiers had 23 dead'."""
    body = _SPEAKER.search(before[-60:])
    if body is None:
        return False
    return not any(word in _TOWARDS or eventful(word) for word in _WORDS.findall(body["before"].lower()))


REPORTED = gated(r"\b(?:reported|recorded|confirmed|registered)\s*$", re.I)
"""'no deaths were reported (in Acapulco)': where they would have been."""

_INSERTED = re.compile(r",\s+(?:says?|said|according\s+to|reports?)\s+[^,.;]{3,60},\s")
"""'(In Ansan), says the office, 153 pupils were buried': the insertion says it, the clause tells it."""

_SPEAKER = gated(
    r"(?P<before>(?:[\w'’-]+\s+){0,4})(?:ministry|government|mission|headquarters|staff|command|officials?|authorities"
    r"|commission|committee|council|administration|media|newspapers?|spokes\w+|doctors?|nurses?|captain|mayor|governor"
    r"|minister|prosecutors?|experts?|analysts?|diplomats?|sources?|observers?|directorate|institute|university|nobody)"
    r"\s*$",
    re.I,
)
_COUNTER = gated(r"\b(?:police|prefect|prefecture|mayor|governor|coroner|hospitals?)\s*$", re.I)
_COUNTS = re.compile(r"\s+(?:counts?|counted|has|had|puts?|lists?|listed|gives?|gave|tall(?:y|ies|ied))\b")
_TOWARDS = frozenset(("on", "against", "at", "near", "outside", "inside", "hit", "into", "over"))
_WORDS = re.compile(r"[\w'’-]+")
_WARD = re.compile(r"\s+(?:[\w-]+\s+)?(?:hospitals?|clinics?|morgues?)\b", re.I)
_ACCORDING = gated(r"\b(?:according\s+to|by\s+the\s+(?:account|count|reckoning)(?:\s+of)?)\b[^,;.]*$", re.I)
