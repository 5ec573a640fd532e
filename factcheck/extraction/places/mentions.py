"""A place as a text names it: how firmly the text holds it, how fine it is, and whether its name is believed."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import IntEnum
from functools import cache

from factcheck import gazetteer, lexicons
from factcheck.extraction.places import placewords
from factcheck.extraction.places.placewords import COUNTRY, DISTRICT, REGION, TOWN
from factcheck.values import Span

LARGE = 40_000
"""People in a town that is believed to be meant where nothing but its name and the next word say so."""
SMALL = 2_000
"""The same where the next word is one that goes with places ('the Sulphur shooting')."""


class Hold(IntEnum):
    """How firmly the text ties a name to what happened, the firmer the higher."""

    SAID = 0  # 'in Kabul, the spokesman said'
    OFFICE = 1  # 'Dallas police'
    HOME = 2  # 'of Brookhaven', 'from Ohio'
    DATELINE = 3
    AFTERMATH = 4  # 'taken to a hospital in Mobile'
    NAMED = 5  # 'the Tulsa shooting', 'Derna's hospitals'
    LOCATED = 6  # 'in Derna'


@dataclass(frozen=True, slots=True)
class Mention:
    """A named place: its words as shown, its name alone, where it stands, how firm and how fine it is."""

    text: str
    name: str
    span: Span
    sentence: int
    hold: Hold
    fine: int
    listed: bool = True  # the gazetteer has the name
    eventful: bool = False  # its clause tells of something that happened
    chain: tuple[str, ...] = ()

    @property
    def label(self) -> str:
        """The place as the text gives it, with what it lies in: 'Tirail village, Singra upazila'."""
        again = bool(self.chain) and self.chain[0].startswith(f"{self.text} of ")
        return ", ".join(self.chain if again else (self.text, *self.chain))


CAPITAL = "A-ZÀ-ÖØ-ÞĀĂĄĆĈĊČĎĐĒĔĖĘĚĜĞĠĢĤĦĨĪĬĮİĴĶĹĻĽĿŁŃŅŇŊŌŎŐŒŔŖŘŚŜŞŠŢŤŦŨŪŬŮŰŲŴŶŸŹŻŽȘȚ"
"""Capitals of the Latin alphabets: 'Šabac', 'Şırnak', 'Łódź'."""

_PART = (
    rf"(?:(?:[A-Z]\.){{2,}}|[A-Z]\.(?=\s[A-Z])|(?:St|Ft|Mt|Ste)\.[ ](?=[A-Z])|[{CAPITAL}][^\W_]*(?:['’-][^\W_]+)*)"
)
_PARTICLE = (
    r"(?:al|el|de|del|la|las|los|le|les|du|des|da|do|dos|di|della|delle|degli|dei|e|y|ad|ash|an|ar|as|az|ed|es|esh|ech"
    r"|bin|ou|upon|of(?:\sthe)?)"
)
NAME = re.compile(rf"(?<![\w.@#/&'’-]){_PART}(?:[ \xa0](?:{_PARTICLE}[ -])?{_PART}|(?<=\.\s)[A-Z][^\W_]*){{0,6}}")
"""A run of words with a capital, and the small words inside a name."""
FINE = {"city": TOWN, "district": DISTRICT, "region": REGION, "area": REGION, "country": COUNTRY}
ONLY_DIRECTIONS = frozenset(
    f"{a}{b}{c}"
    for a in ("North", "South", "East", "West", "")
    for b in ("", "east", "west", "East", "West")
    for c in ("", "ern")
)
NO_START = placewords.NOT_PLACES | placewords.LEADING


def state(words: str) -> str | None:
    """The American state that a name or its abbreviation means ('Calif.', 'TX')."""
    return _states().get(words) or _states().get(words + ".")


@cache
def _states() -> dict[str, str]:
    return {row[key]: row["name"] for row in lexicons.rows("us_states") for key in ("name", "postal", "short")}


@cache
def adjectives() -> dict[str, str]:
    """'Afghan' -> 'Afghanistan'."""
    return {
        word: row["name"] for row in lexicons.rows("countries") for word in row["adjective"].split(";") if word
    }


def bare(word: str) -> str:
    """The word without an owner's ending and a full stop."""
    return bare_owner(word).rstrip(".")


def bare_owner(word: str) -> str:
    """The word without an owner's ending."""
    return word[:-2] if word.endswith(("'s", "’s")) else word


def fine_of(words: str, typed: re.Match[str] | None) -> int | None:
    """How fine the place is: by the word for it, else by the gazetteer; None for a name that neither knows."""
    if typed:
        return placewords.TYPES[typed["type"].lower()]
    last = words.rsplit(" ", 1)[-1].lower()
    if " " in words and last in ("side", "end") and words.partition(" ")[0] in ONLY_DIRECTIONS:
        return TOWN
    if " " in words and last in placewords.TYPES:
        return placewords.TYPES[last]
    if state(words):
        return REGION
    if words in peoples() or (words.isupper() and len(words) < 5 and not gazetteer.is_country(words)):
        return None
    places = gazetteer.find(words)
    return FINE[places[0].kind] if places else None


@cache
def peoples() -> frozenset[str]:
    """'Afghan', 'Iraqis': words for people, never a place by themselves."""
    rows = lexicons.rows("countries")
    words = {w for row in rows for w in (row["adjective"] + ";" + row["people"]).split(";") if w}
    return frozenset(words - {row["name"] for row in rows} - {"US", "U.S.", "UK", "U.K."})


def believable(words: str) -> bool:
    """True for a country, a region or a town of LARGE people and more: believed by its name alone."""
    places = gazetteer.find(words)
    return bool(places) and (places[0].kind in ("country", "region", "area") or places[0].population >= LARGE)


def known(words: str, start: int, sentence: int, least: int = LARGE) -> Mention | None:
    """The longest known name in a run of capitals; small places are not believed without a word beside them."""
    parts = bare_owner(words).split(" ")
    for first in range(len(parts)):
        if bare(parts[first]) in NO_START:
            continue
        begin = start + sum(len(part) + 1 for part in parts[:first])
        for last in range(len(parts), first, -1):
            name = " ".join(parts[first:last]).strip(".,")
            places = gazetteer.find(name) if len(name) > 3 and name not in peoples() else ()
            if not places:
                continue
            if (
                name not in ONLY_DIRECTIONS
                and name not in placewords.GENERIC
                and (places[0].population >= least or places[0].kind in ("country", "region"))
            ):
                return Mention(
                    name, name, Span(begin, begin + len(name)), sentence, Hold.NAMED, FINE[places[0].kind]
                )
            break
    return None
