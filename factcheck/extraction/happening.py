"""What happened, and what was only said about it: the words that tell a scene from a statement.

A day or a place beside "said", "told reporters" or "put the toll at" belongs to the statement; beside "shot",
"clashed" or "collapsed" it belongs to what happened; beside "pronounced dead" or "charged" to its aftermath.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from enum import Enum
from functools import cache, lru_cache
from itertools import takewhile

from factcheck import lexicons
from factcheck.extraction.gates import gated

SAY, COUNT, MEET, EVENT, AFTER, BE, FIGURE = 1, 2, 4, 8, 16, 32, 64
"""What a word may be a sign of, as bits of one number (an enum would cost more than the whole lookup)."""

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
    ("took it back", "retracted"), ("had taken them", "seized them"), ("had taken him", "seized him"),
    ("had taken her", "seized her"), ("went down", "sank"), ("dropped off", "brought"),
    ("cease-fire", "ceasefire"),
    ("had sheltered", "were"), ("had taken shelter", "were"), ("had taken refuge", "were"),
    ("been admitted", "been hospitalized"), ("were admitted", "were hospitalized"),
    ("was admitted", "was hospitalized"),
)  # fmt: skip
_DIED_IN = re.compile(
    r"\bdied in ((?:[\w'’-]+ ){0,6}(?:hospital|clinic|surgery|custody|jail|prison|detention|ambulance|icu"
    r"|intensive care|ward|infirmary|medical|arms))"
)
"""'died in (a military hospital)' comes after the attack, 'died in (fighting)' is the attack."""

_AT_HOSPITAL = gated(
    r"\b(\w+)((?: (?:at|in|on|of|near|outside|against|hit|struck)\b)(?: [\w'’-]+){0,5}? )"
    r"(?:hospitals?|courthouse|court|jail|shelters?)\b"
)
"""'the explosion at a Gaza hospital': there the hospital is the scene."""

_STOOD = re.compile(r"\bbeen at (?=\d)")
_LEADS = frozenset(("on", "late", "early", "in", "at", "by", "of", "earlier", "from", "around", "the"))
_OPENERS = _LEADS | frozenset(
    (
        "less", "more", "than", "just", "nearly", "some", "and", "but", "also", "then", "later", "only",
        "meanwhile", "already", "or", "since", "back",
    )
)  # fmt: skip
_ANEW = frozenset(("that", "when", "after", "how"))
_MARKS = frozenset(',;:()“”"–—')
REACH = 9
"""Words between a fronted time or place and the verb of saying: 'On Monday the ministry of health in Gao said'."""


class Telling(Enum):
    """What the words around a phrase of time or place speak of."""

    SAID = "said"
    COUNTED = "counted"
    AFTERMATH = "aftermath"
    EVENT = "event"
    OPEN = "open"


def telling(before: str, after: str) -> Telling:
    """What the sentence speaks of where the phrase stands; ``before`` and ``after`` are the sentence around it."""
    left, right = _tokens(before[-200:]), _tokens(after[:160])
    if _fronted(left):
        right = _without_insert(right)
    if left[-1:] == ["of"] and _signs(left[-2:][0]) & EVENT:
        return Telling.EVENT
    said = _said(left, right)
    if said is not None:
        return said
    if _SHOWN.search(before[-90:]) or _SHOWN_AFTER.match(after):
        return Telling.SAID
    if _PUT_AT.search(before[-120:]):
        return Telling.COUNTED
    signs = 0
    for word in (*_until_mark(reversed(left)), *_until_mark(right[1:] if right[:1] == [","] else right)):
        signs |= _signs(word)
    if signs & AFTER:
        return Telling.AFTERMATH
    if _BODIES.search(before[-100:]) or _BODIES_AFTER.match(after):
        return Telling.AFTERMATH
    if not signs & EVENT and all(word in _LEADS for word in left):
        signs = _signs_of_clause(right)
    return Telling.EVENT if signs & EVENT else Telling.OPEN


def _signs_of_clause(words: Sequence[str]) -> int:
    """What a clause speaks of that a time or place opens, insertions between commas and all."""
    signs = 0
    for word in takewhile(lambda word: word != ";", words[:CLAUSE]):
        signs |= _signs(word)
    return signs


CLAUSE = 16
"""Words of a clause in which its verb is sought: 'Yesterday the air force, guided by the navy, struck'."""

_BODIES = gated(
    r"\b(?:pulled|retrieved|recovered|dug|extracted|brought\s+(?:up|ashore|out)|lifted)\b(?:(?!\b(?:which|that|who|when|after)\b)[^.;]){0,40}"
    r"\b(?:bod(?:y|ies)|remains|corpses)\b(?:(?!\b(?:which|that|who|when|after)\b)[^.;]){0,60}$"
    r"|\b(?:the|those|its|their)\s+(?:\w+\s+)?(?:wounded|injured|survivors)\s+(?:(?:have|has|had|later|since|then)\s+)*(?:died|succumbed)\b[^.;]{0,30}$"
    r"|\b(?:morgue|mortuary|hospital)s?\s+(?:had\s+)?(?:took\s+in|taken\s+in|received)\b[^.;]{0,40}$"
    r"|\b(?:bod(?:y|ies)|remains|corpses)\s+(?:(?:was|were|had|have|has|been|also|then)\s+)+"
    r"(?:pulled|retrieved|recovered|dug|extracted|carried|brought|taken|lifted|washed)\b"
    r"(?:(?!\b(?:which|that|who|when|after)\b)[^.;]){0,60}$",
    re.I,
)
"""'(pulled three bodies from the cellar on) Saturday' comes after the deaths."""

_BODIES_AFTER = gated(
    r"(?!['’]s)(?:(?!\b(?:which|that|who|when|after)\b)[^.;:]){0,80}\b(?:brought|pulled|dug|recovered|retrieved"
    r"|carried)\b"
    r"(?:\s+(?:up|out|ashore))?(?:\s+[\w'’-]+){0,3}\s+(?:bod(?:y|ies)|remains|corpses)\b",
    re.I,
)
"""'(Today) the divers brought up four bodies'."""


_PRESS = (
    r"(?:flew|took|led|brought|bused|drove|showed|guided|invited)\s+(?:\w+\s+){0,2}"
    r"(?:reporters|journalists|correspondents|newsmen|the\s+press)\b"
)
_SHOWN = gated(rf"\b{_PRESS}[^.;:]{{0,50}}$", re.I)
_SHOWN_AFTER = gated(rf"[^.;:,]{{0,40}}\b{_PRESS}", re.I)
"""'(The army) today (took reporters to the town)': the day of a showing."""

_PUT_AT = re.compile(r"\bput(?:ting|s)?\s+(?:[\w'’-]+\s+){1,8}at\s+[^.;]{0,60}$", re.I)
"""'(put the dead at 41 on) Tuesday': the day of a count."""


def happens(text: str) -> bool:
    """True when the words tell that something happened or was."""
    return any(_signs(word) & (EVENT | BE) for word in _tokens(text))


def eventful(text: str) -> bool:
    """True when the words name a happening: an attack, a march, a flood."""
    return any(_signs(word) & EVENT for word in _tokens(text))


def breaks(text: str) -> int:
    """How many commas, brackets, dashes and quotation marks part the text."""
    return sum(token in _MARKS for token in _tokens(text))


def _tokens(text: str) -> list[str]:
    lower = text.lower()
    for phrase, word in _PHRASES:
        if phrase in lower:
            lower = lower.replace(phrase, word)
    lower = _AT_HOSPITAL.sub(_as_scene, lower)
    if "died in" in lower:
        lower = _DIED_IN.sub(_in_hospital, lower)
    return _TOKEN.findall(_STOOD.sub("counted ", lower))


def _in_hospital(match: re.Match[str]) -> str:
    return match[0] if any(_signs(word) & EVENT for word in match[1].split()) else f"pronounced in {match[1]}"


_SUFFERED = ("die", "dead", "death", "wound", "injur", "hurt")


def _as_scene(match: re.Match[str]) -> str:
    """A hospital that was hit is a building; one in which somebody died stays what it is."""
    first, *words = f"{match[1]}{match[2]}".split()
    if any(word.startswith(_SUFFERED) or _signs(word) & AFTER for word in words):
        return match[0]
    hit = any(_signs(word) & EVENT and not word.startswith(_SUFFERED) for word in (first, *words))
    return f"{match[1]}{match[2]}building" if hit else match[0]


@lru_cache(maxsize=50_000)
def _signs(word: str) -> int:
    signs = 0
    for flag, pattern in _patterns():
        if pattern.fullmatch(word):
            signs |= flag
    return signs


def _until_mark(words: Iterable[str]) -> Iterator[str]:
    return takewhile(lambda word: word not in _MARKS, words)


def _said(left: Sequence[str], right: Sequence[str]) -> Telling | None:
    if _told_before(left):
        return Telling.SAID
    told = None if _in_relative(left) else _told_next(right)
    return told or (_told_after(right) if _fronted(left) else None)


def _in_relative(left: Sequence[str]) -> bool:
    """'Men who fled the hotel (on Wednesday) speak of an ambush': the day is that of the flight."""
    near = list(takewhile(lambda word: word not in _MARKS, reversed(left[-REACH:])))
    at = next((i for i, word in enumerate(near) if word in ("who", "which")), 0)
    return any(_signs(word) & EVENT or word.endswith("ed") for word in near[:at])


def _without_insert(right: list[str]) -> list[str]:
    """The words after 'On Monday' without ', the ministry said,' between commas: the day is of what follows."""
    if right[:1] != [","] or "," not in right[2:INSERT]:
        return right
    end = right.index(",", 2)
    return right[end + 1 :] if _signs(right[end - 1]) & SAY else right


INSERT = 9
"""Words within which an insertion between commas must end."""


def _told_before(left: Sequence[str]) -> bool:
    """'told reporters on', 'said in a statement on', but not 'said he was shot on'."""
    end = len(left)
    while end and (left[end - 1] in _LEADS or left[end - 1] == ","):
        end -= 1
    for word in reversed(left[max(0, end - 6) : end]):
        signs = _signs(word)
        if signs & (SAY | MEET):
            return True
        if word in _ANEW or word in _MARKS or signs & (EVENT | BE):
            return False
    return False


def _told_next(right: Sequence[str]) -> Telling | None:
    """'(Al Arabiya on Saturday) quoted', '(which at the weekend) had put'."""
    for i, word in enumerate(right[:4]):
        signs = _signs(word)
        if signs & (SAY | COUNT) and not signs & EVENT:
            return Telling.SAID if signs & SAY else Telling.COUNTED
        if not ((i == 0 and word == ",") or word.endswith("ly") or word in ("had", "has", "still", "also")):
            return None
    return None


def _fronted(left: Sequence[str]) -> bool:
    for word in reversed(left):
        if word in _MARKS:
            return True
        if word not in _OPENERS:
            return False
    return True


def _told_after(right: Sequence[str]) -> Telling | None:
    """'(On Monday) the Red Crescent in Benghazi said': a verb of saying before anything happens."""
    figure = right[:1] == ["it"]
    for word in [w for w in right if w not in _MARKS][: REACH + 1]:
        signs = _signs(word)
        if signs & SAY and not signs & EVENT:
            return Telling.SAID
        if signs & COUNT or (figure and signs & BE):
            return Telling.COUNTED
        if signs & EVENT or word in _ANEW:
            return None
        figure = figure or bool(signs & FIGURE)
    return None
