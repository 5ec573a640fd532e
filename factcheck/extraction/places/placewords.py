"""The words around a name that make it a place: prepositions, "village", "southern", and those that rule it out.

The words themselves stand in ``place_words.csv``; this file says how they are used.
"""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass

from factcheck import lexicons
from factcheck.extraction.gates import gated

TOWN, DISTRICT, REGION, COUNTRY = 3, 2, 1, 0
"""How fine a place is: a town, village or site; a district; a region; a country."""


def _read() -> dict[str, frozenset[str]]:
    words: dict[str, set[str]] = defaultdict(set)
    for row in lexicons.rows("place_words"):
        words[row["use"]].add(row["word"])
    return {use: frozenset(listed) for use, listed in words.items()}


def _any(words: frozenset[str]) -> str:
    return "|".join(map(re.escape, sorted(words, key=len, reverse=True)))


_USES = _read()
TYPES = (
    dict.fromkeys(_USES["site"], TOWN)
    | dict.fromkeys(_USES["district"], DISTRICT)
    | dict.fromkeys(_USES["region"], REGION)
)
"""Words for kinds of places, and how fine those are."""

WITHIN_CITY = _USES["within_city"]
"""Sites that lie in a town, so that the town is part of the answer."""

FIRM, LOOSE, AWAY = _USES["firm"], _USES["loose"], _USES["away"]
"""Prepositions after which a place is where it happened, may be, or is where somebody comes from or goes to."""

UNLISTED = _USES["unlisted"]
"""The words after which a name that no list has can only be a place."""

NOT_PLACES, LEADING, GENERIC = _USES["not_place"], _USES["leading"], _USES["generic"]
"""Words with a capital that are never part of a place's name, and those that may only stand before one,
and those that towns have too, but that are not believed alone."""

TYPE_AFTER = gated(
    rf"(?:\s+(?:air|police|refugee|military|border|mining|town|city|trading|gas|oil|power|chemical|naval|gold|coal|copper))?\s+(?P<type>{_any(frozenset(TYPES))})\b",
    re.IGNORECASE,
)
BLOCK = gated(r"\b(?:block|corner|intersection)\s+of\s+(?:the\s+)?$|\d{2,5}\s+$", re.IGNORECASE)
"""What stands before a street: 'the 3000 block of', a house number."""

CARED_FOR = gated(
    r"['’]s?\s+(?:[A-Z]\w+\s+){0,3}(?:Hospital|Medical|Center|Clinic|High|School|Church|Elementary)\b"
)
"""What follows a saint or benefactor who is no place: 'St. Luke's Hospital'."""

GROUP = gated(
    r"\s+(?:group|movement|militia|brigade|party|guerrillas?|rebels?|gang|cartel|faction|network|clan|company|newspaper)\b"
)
"""What follows a name that is a body's: 'the Tupac Amaru group'."""

OF_STATES = re.compile(
    r"\b(?:rows?|truces?|cease-?fires?|talks|negotiations|wars?|agreements?|deals?|pacts?|accords?|tensions|relations|ties|disputes?"
    r"|dialogue|contacts|exchanges?|swaps?)\s+between\s+(?:[A-Z][\w’'-]+\s+and\s+)?$"
)
"""'a truce between Hanoi and Bangkok': the governments that sit there."""

STREET = re.compile(rf"\b(?:{_any(_USES['street'])})\.?$")
OFFICE = re.compile(rf"\b(?:{_any(_USES['office'])})\b")
_APART = r"for|of|by|to|after|over|with|from|as|in|on|at|and|the|an?|its|his|her|their|\w+ed"
BESIDE = re.compile(
    rf"^(?:['’]s)?\s+(?:(?!(?:{_APART})\b)\w+\s+){{0,2}}?(?:{_any(_USES['beside'])})\b", re.IGNORECASE
)
"""What may follow a name that the gazetteer has, so that it is believed without a preposition."""

HOME = re.compile(
    r"(?:,\s+\d+,|\(\d+\),|\b\w+,)\s+(?:both\s+|all\s+|formerly\s+)?$"
    r"|\b(?:man|woman|boy|girl|resident|residents|native|men|women)\s*$",
    re.IGNORECASE,
)
CARE = re.compile(
    r"\b(?:hospital|medical|center|clinic|court|jail|airlifted|taken|flown|transported|pronounced|treat(?:ed|s|ing)?|condition|shelter(?:s|ed|ing)?|sleep(?:s|ing)?|fled|admitted|ashore|morgue|mortuary)\b",
    re.IGNORECASE,
)
_TOKEN = re.compile(r"[\w'’-]+|[^\w\s]")


@dataclass(frozen=True, slots=True)
class Lead:
    """What stands before a name: the preposition, the kind of place ('village of'), where the place begins."""

    word: str
    kind: int | None
    begins: int  # offset into the text before the name at which 'southern' or 'road from' begins
    before: int  # offset at which the preposition begins


_LEADS = frozenset({"capital", "of", "called", "named", "from", "between", "to", "at"}).union(
    TYPES, FIRM, LOOSE, AWAY, *(_USES[use] for use in ("road", "direction", "description", "part", "aimed"))
)
"""The words of which one stands right before a name that something leads to."""


def lead(before: str) -> Lead | None:
    """The words that lead to a name as a place; None when nothing before it makes it one."""
    nearest = before[-40:].rsplit(None, 1)[-1:]
    if nearest and nearest[0].isalpha() and nearest[0].lower() not in _LEADS:
        return None
    start = max(0, len(before) - 90)
    tokens = [(m.group(), m.start()) for m in _TOKEN.finditer(before, start)]
    kind, begins, free, i, part, inside = None, len(before), 0, len(tokens) - 1, False, False
    if (
        tokens
        and before[-1:] == " "
        and (tokens[i][0] in TYPES or tokens[i][0] == "capital" or tokens[i][0] in _USES["road"])
    ):
        kind = TYPES.get(tokens[i][0], TOWN)
        begins = tokens[i][1] if tokens[i][0] in _USES["road"] else begins
        i -= 1
    while i >= 0:
        word, offset = tokens[i][0].lower(), tokens[i][1]
        last = tokens[i - 1][0].lower() if i else ""
        if word in ("of", "called", "named") and (last in TYPES or last in _USES["part"]) and i:
            kind, free, i, part, inside = TYPES.get(last, kind), 3, i - 2, True, last not in ("side", "end")
            continue
        if word in ("from", "between", "to") and last in _USES["road"]:
            begins, i = tokens[i - 1][1], i - 2
            kind, free = TOWN, 2
            continue
        if word == "at" and last in _USES["aimed"]:
            return None
        if word in FIRM or word in LOOSE or word in AWAY:
            return Lead("near" if inside and word in LOOSE else word, kind, begins, offset)
        if word in _USES["direction"] and begins in (len(before), tokens[i + 1][1] if i + 1 < len(tokens) else -1):
            begins = offset
        elif word in _USES["description"] or word.endswith(("-controlled", "-administered")):
            pass
        elif free and word.isalpha():
            free -= 1
        else:
            break
        i -= 1
    return Lead("near" if part else "of", kind, begins, begins) if part or kind is not None else None
