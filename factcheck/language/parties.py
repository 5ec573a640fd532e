"""Whose people, whose government: the side that a name, a phrase or a capital stands for.

Countries, their adjectives, peoples and capitals come from ``countries.csv``; armed groups and the houses that
speak
for a government (the Pentagon, the ISPR) from ``parties.csv``. Analysts may edit both.
"""

from __future__ import annotations

import csv
import re
from functools import cache, lru_cache

from factcheck.resources import LEXICONS

COUNTRIES = LEXICONS / "countries.csv"
PARTIES = LEXICONS / "parties.csv"
LONGEST_NAME = 6
"""Most words that a name of the lexicons is looked up with."""

_WORD = re.compile(r"[^\W_]+(?:[.'’][^\W_]+)*")
_POSSESSIVE = re.compile(r"['’]s$")
_FOR_THEMSELVES = re.compile(
    r"\b(?:opposition|dissidents?|activists?|human rights|rights (?:group|body|monitor|commission|office)s?"
    r"|ombuds\w+|unions?|associations?|students?|teachers?|doctors?|lawyers?|journalists?|relatives|famil(?:y|ies)"
    r"|parents|mothers?|fathers?|widows?|survivors?|(?:eye)?witness(?:es)?|residents?|villagers?|locals|elders?"
    r"|red (?:cross|crescent)|ngos?|monitors?|observatory|analysts?|experts?|academics?|church|bishops?|clerics?"
    r"|rebels?|insurgents?|guerrillas?|separatists?|secessionists?|putschists?|mutineers?"
    r"|coup (?:leaders?|plotters?)|defectors?|exiles?|in exile|protesters?|demonstrators?|prisoners|inmates"
    r"|tribesmen|media(?! (?:office|wing|bureau|cent(?:er|re)|ministry|department))"
    r"|newspapers?|outlets?|broadcasters?|television|radio|hospitals?|medics?|paramedics)\b",
    re.I,
)
"""Who of a country does not speak for its government."""
_IN_CAPITALS = (
    (re.compile(r"\b(?:U\.S\.(?:A\.)?|USA?)(?!\w)"), "United States "),
    (re.compile(r"\b(?:C\.A\.R\.|CAR)(?!\w)"), "Central African Republic "),
)
"""Short names that are words when they stand in small letters: "us", "the car"."""


@lru_cache(maxsize=20_000)
def sides_in(text: str, *, capitals: bool = True) -> tuple[str, ...]:
    """The sides that a text names, each once, in the order of the text.

    ``capitals``: a capital stands for its government ("Islamabad says"); off for phrases that say where.
    """
    names, longest = _names(capitals), _longest(capitals)
    if "U" in text or "C" in text:
        for short, name in _IN_CAPITALS:
            text = short.sub(name, text)
    words = [_plain(word) for word in _WORD.findall(text)]
    found: dict[str, None] = {}
    at = 0
    while at < len(words):
        for size in range(min(longest.get(words[at], 0), len(words) - at), 0, -1):
            side = names.get(" ".join(words[at : at + size]))
            if side is not None:
                found[side] = None
                at += size - 1
                break
        at += 1
    return tuple(found)


def side_of(text: str, *, capitals: bool = True) -> str | None:
    """The side that a text names first, or None."""
    sides = sides_in(text, capitals=capitals)
    return sides[0] if sides else None


@lru_cache(maxsize=100_000)
def speaks_for(name: str) -> str | None:
    """The side that a claimant of that name speaks for; None where it only comes from there: an opposition, a
    union, a rights body, families, a hospital."""
    return None if _FOR_THEMSELVES.search(name) else side_of(name)


@lru_cache(maxsize=50_000)
def _plain(word: str) -> str:
    return (word if word.isalnum() else _POSSESSIVE.sub("", word).replace(".", "")).casefold()


@cache
def _longest(capitals: bool) -> dict[str, int]:
    """For each word that a name begins with, how many words the longest such name has."""
    sizes: dict[str, int] = {}
    for name in _names(capitals):
        first, size = name.split(" ", 1)[0], min(LONGEST_NAME, name.count(" ") + 1)
        sizes[first] = max(size, sizes.get(first, 0))
    return sizes


@cache
def _names(capitals: bool) -> dict[str, str]:
    """Name in lower case -> side; two readings of a name (two Congos) leave it with the first."""
    names: dict[str, str] = {}
    for row in _rows(PARTIES):
        names[_key(row["name"])] = row["side"]
    for row in _rows(COUNTRIES):
        columns = ("name", "adjective", "people", "aliases") + (("capital",) if capitals else ())
        for column in columns:
            for name in filter(None, (row.get(column) or "").split(";")):
                if len(_key(name)) > 2 and not any(short.fullmatch(name) for short, _ in _IN_CAPITALS):
                    names.setdefault(_key(name), row["name"])
    return names


def _key(name: str) -> str:
    return " ".join(_plain(word) for word in _WORD.findall(name))


def _rows(path: object) -> list[dict[str, str]]:
    try:
        with open(str(path), encoding="utf-8", newline="") as lines:
            return list(csv.DictReader(lines))
    except FileNotFoundError:
        return []
