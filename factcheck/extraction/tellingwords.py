"""The words of a text and what each is a sign of: a statement, a count, a happening, its aftermath."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from factcheck import lexicons

SAY, COUNT, MEET, EVENT, AFTER, BE, FIGURE = 1, 2, 4, 8, 16, 32, 64
"""What a word may be a sign of, as bits of one number (an enum would cost more than the whole lookup)."""


def tokens(text: str) -> list[str]:
    """The words and marks of a text in lower case, turns of several words as the one word that they mean."""
    lower = text.lower()
    for phrase, word in _PHRASES:
        if phrase in lower:
            lower = lower.replace(phrase, word)
    if any(scene in lower for scene in _SCENES):
        lower = _AT_HOSPITAL.sub(_as_scene, _OF_HOSPITAL.sub("", lower))
        lower = _HIT_HOSPITAL.sub(_as_hit, lower)
    if "died in" in lower:
        lower = _DIED_IN.sub(_in_hospital, lower)
    if " called" in lower:
        lower = _CALLED_OUT.sub("dispatched", lower)
    if "been at " in lower:
        lower = _STOOD.sub("counted ", lower)
    return _TOKEN.findall(lower)


def _in_hospital(match: re.Match[str]) -> str:
    return match[0] if any(signs_of(word) & EVENT for word in match[1].split()) else f"pronounced in {match[1]}"


_SUFFERED = ("die", "dead", "death", "wound", "injur", "hurt")


def _as_scene(match: re.Match[str]) -> str:
    """A hospital that was hit is a building; one in which somebody died stays what it is."""
    first, *words = f"{match[1]}{match[2]}".split()
    if any(word.startswith(_SUFFERED) or signs_of(word) & AFTER for word in words):
        return match[0]
    hit = any(signs_of(word) & EVENT and not word.startswith(_SUFFERED) for word in (first, *words))
    return f"{match[1]}{match[2]}building" if hit else match[0]


def _as_hit(match: re.Match[str]) -> str:
    harmed = any(word.startswith(_SUFFERED) or signs_of(word) & AFTER for word in match[2].split())
    return match[0] if harmed else f"{match[1]}{match[2]}building"


@lru_cache(maxsize=50_000)
def signs_of(word: str) -> int:
    """The bits of everything that a word is a sign of."""
    signs = 0
    for flag, pattern in _patterns():
        if pattern.fullmatch(word):
            signs |= flag
    return signs


_SIGNS = {"say": SAY, "count": COUNT, "meet": MEET, "event": EVENT, "after": AFTER, "be": BE, "figure": FIGURE}


@cache
def _patterns() -> list[tuple[int, re.Pattern[str]]]:
    """For each sign, the words of ``telling_words.csv`` that are one."""
    words: dict[str, list[str]] = {}
    for row in lexicons.rows("telling_words"):
        words.setdefault(row["sign"], []).append(re.escape(row["word"]).replace(r"\*", r"\w*"))
    return [(_SIGNS[sign], re.compile("|".join(listed))) for sign, listed in words.items()]


_TOKEN = re.compile(r"[\w'’&-]+(?:\.(?=\w))?|[,;:()“”\"–—]")
_PHRASES = (
    ("took place", "occurred"), ("gave way", "collapsed"), ("broke out", "erupted"),
    ("news conference", "briefing"), ("an estimated", "about"),
    ("medical center", "hospital"), ("medical centre", "hospital"),
    ("press conference", "briefing"), ("life support", "hospital"), ("went off", "exploded"),
    ("died at", "pronounced at"), ("lost their lives", "died"), ("lost his life", "died"),
    ("lost her life", "died"), ("listed to", "tilted to"), ("took effect", "began"), ("take effect", "began"),
    ("took it back", "regained"), ("had taken them", "seized them"), ("had taken him", "seized him"),
    ("had taken her", "seized her"), ("went down", "sank"), ("dropped off", "brought"),
    ("cease-fire", "ceasefire"), ("put out of action", "neutralised"),
    ("had sheltered", "were"), ("had taken shelter", "were"), ("had taken refuge", "were"),
    ("been admitted", "been hospitalized"), ("were admitted", "were hospitalized"),
    ("was admitted", "was hospitalized"),
)  # fmt: skip
_DIED_IN = re.compile(
    r"\bdied in ((?:[\w'’-]+ ){0,6}(?:hospital|clinic|surgery|custody|jail|prison|detention|ambulance|icu"
    r"|intensive care|ward|infirmary|medical|arms))"
)
"""'died in (a military hospital)' comes after the attack, 'died in (fighting)' is the attack."""

_SCENES = ("hospital", "court", "jail", "shelter")
_AT_HOSPITAL = re.compile(
    r"\b(\w+)((?: (?:at|in|on|of|near|outside|against|hit|struck)\b)(?: [\w'’-]+){0,5}? )"
    r"(?:hospitals?|courthouse|court|jail|shelters?)\b"
)
"""'the explosion at a Gaza hospital': there the hospital is the scene."""

_HIT_HOSPITAL = re.compile(
    r"\b(attacked|bombed|burned|burnt|damaged|destroyed|gutted|hit|levelled|pounded|raided|rocked|shelled"
    r"|sprayed|stormed|struck|torched|wrecked)((?: [\w'’-]+){0,8}? )"
    r"(?:hospitals?|courthouse|courts?|jail|shelters?)\b"
)
"""'wrecked the maternity wing of the hospital', 'sprayed the sports court with bullets'."""

_OF_HOSPITAL = re.compile(
    r"\b(?:hospital|court) (?=(?:sources?|officials?|staff|workers?|doctors?|medics?|records?"
    r"|administrators?|directors?|spokes\w+)\b)"
)
"""'the clash on Monday, (hospital) sources said': those who tell of it."""

_STOOD = re.compile(r"\bbeen at (?=\d)")
_CALLED_OUT = re.compile(
    r"(?<=\b(?:were|been) )called(?= (?:to|out|about|at|around|just|shortly|on|early|late)\b|\s*$)"
)
"""'officers were called to the house (at 2 a.m.)': nobody said anything then."""
