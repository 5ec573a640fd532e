"""What happened, and what was only said about it: the words that tell a scene from a statement.

A day or a place beside "said", "told reporters" or "put the toll at" belongs to the statement; beside "shot",
"clashed" or "collapsed" it belongs to what happened; beside "pronounced dead" or "charged" to its aftermath.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from enum import Enum
from functools import lru_cache
from itertools import takewhile

from factcheck.extraction.gates import gated
from factcheck.extraction.tellingwords import AFTER, BE, COUNT, EVENT, FIGURE, MEET, SAY, signs_of, tokens

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


@lru_cache(maxsize=256)
def telling(before: str, after: str) -> Telling:
    """What the sentence speaks of where the phrase stands; ``before`` and ``after`` are the sentence around it."""
    left, right = tokens(before[-200:]), tokens(after[:160])
    if _fronted(left):
        right = _without_insert(_without_bracket(right))
    if left[-1:] == ["of"] and (signs_of(left[-2:][0]) & EVENT or left[-2:][0] in _SOMETHING):
        return Telling.EVENT
    said = _said(left, right)
    if said is not None:
        return said
    if _HARMED.search(before[-60:]):
        return Telling.EVENT
    if _SHOWN.search(before[-90:]) or _SHOWN_AFTER.match(after):
        return Telling.SAID
    if _PUT_AT.search(before[-120:]):
        return Telling.COUNTED
    signs = 0
    for word in (*_until_mark(reversed(left)), *_until_mark(right[1:] if right[:1] == [","] else right)):
        signs |= signs_of(word)
    if signs & AFTER and _BURIES.search(f"{before[-60:]} {after[:100]}") is None:
        return Telling.EVENT if _closes_deed(left) else Telling.AFTERMATH
    if _BODIES.search(before[-100:]) or _BODIES_AFTER.match(after):
        return Telling.AFTERMATH
    if not signs & EVENT and all(word in _LEADS for word in left):
        signs = _signs_of_clause(right)
    return Telling.EVENT if signs & EVENT else Telling.OPEN


NEXT_TO_DEED = 10
"""Words before a time or place in which the deed stands that it belongs to."""
_NO_DEED = re.compile(
    r"(?:die|dying|found|gunm[ae]n|shooters?|killers?|snipers?|attackers?|bombers?|incidents?|execut\w+"
    r"|murders?|homicides?|manslaughter)\w*"
)
"""Words of harm that tell of a later day as well: 'charged with murder on', 'identified the gunman on'."""


def _closes_deed(left: Sequence[str]) -> bool:
    """'taken to hospital after a shooting at a party (on Sunday)', 'two men shot to death (on Sunday)'."""
    for word in reversed(left[-NEXT_TO_DEED:]):
        signs = signs_of(word)
        if word in ("dead", "death"):
            continue
        if word in _MARKS or signs & (AFTER | SAY | MEET | COUNT) or _NO_DEED.fullmatch(word):
            return False
        if signs & EVENT:
            return True
    return False


_SOMETHING = frozenset(("event", "gathering", "occurrence", "occurrences", "happenings"))
"""'the event of (15 March)': what happened, by no name of its own."""


def _signs_of_clause(words: Sequence[str]) -> int:
    """What a clause speaks of that a time or place opens, insertions between commas and all."""
    signs = 0
    for word in takewhile(lambda word: word != ";", words[:CLAUSE]):
        signs |= signs_of(word)
    return signs


CLAUSE = 16
"""Words of a clause in which its verb is sought: 'Yesterday the air force, guided by the navy, struck'."""

_BURIES = gated(
    r"\b(?:avalanche|(?:land|mud|rock)?slide|mud|debris|rubble|snow|lava|ash|earth|rocks?|collapse)\b[^.;]{0,40}\bburied\b"
    r"|\bburied\s+(?:alive|under|beneath|by)\b",
    re.I,
)
"""'An avalanche buried the village (on 3 May)': no funeral."""

_BODIES = gated(
    r"\b(?:pulled|retrieved|recovered|dug|extracted|brought\s+(?:up|ashore|out)|lifted)\b(?:(?!\b(?:which|that|who|when|after)\b)[^.;]){0,40}"
    r"\b(?:bod(?:y|ies)|remains|corpses)\b(?:(?!\b(?:which|that|who|when|after)\b)[^.;]){0,60}$"
    r"|\b(?:the|those|its|their)\s+(?:\w+\s+)?(?:wounded|injured|survivors)\s+(?:(?:have|has|had|later|since|then)\s+)*(?:died|succumbed)\b[^.;]{0,30}$"
    r"|\b(?:injured|wounded|hurt),?\s+(?:has|had)?\s*(?:later\s+)?died\s+(?:early\s+|late\s+)?(?:on\s+)?$"
    r"|\bdied\s+(?:of|from)\s+(?:(?:his|her|their|the|severe)\s+)?(?:burns|injuries|wounds)\b[^.;]{0,50}$"
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


_HARMED = gated(
    r"\b(?:was|were|been|being|got)\s+(?:\w+ly\s+)?(?:shot(?:\s+(?:dead|and\s+killed))?|killed|gunned\s+down|stabbed|bombed|shelled|ambushed"
    r"|slain|murdered|kidnapped|abducted|massacred)\s+(?:(?:on|in|at|late|early|by|earlier)\s+)*$",
    re.I,
)
"""'were killed (overnight) as bombs fell on the hospital': whatever follows tells where."""

_PRESS = (
    r"(?:flew|took|led|brought|bused|drove|showed|guided|invited)\s+(?:\w+\s+){0,2}"
    r"(?:reporters|journalists|correspondents|newsmen|the\s+press)\b"
)
_SHOWN = gated(rf"\b{_PRESS}[^.;:]{{0,50}}$", re.I)
_SHOWN_AFTER = gated(rf"[^.;:,]{{0,40}}\b{_PRESS}", re.I)
"""'(The army) today (took reporters to the town)': the day of a showing."""

_PUT_AT = gated(r"\bput(?:ting|s)?\s+(?:[\w'’-]+\s+){1,8}at\s+[^.;]{0,60}$", re.I)
"""'(put the dead at 41 on) Tuesday': the day of a count."""


def happens(text: str) -> bool:
    """True when the words tell that something happened or was."""
    return any(signs_of(word) & (EVENT | BE) for word in tokens(text))


def eventful(text: str) -> bool:
    """True when the words name a happening: an attack, a march, a flood."""
    return any(signs_of(word) & EVENT for word in tokens(text))


def reckons(text: str) -> bool:
    """True when the words tell of a figure: a toll, a count, a number."""
    return any(signs_of(word) & (COUNT | FIGURE) for word in tokens(text))


def breaks(text: str) -> int:
    """How many commas, brackets, dashes and quotation marks part the text."""
    return sum(token in _MARKS for token in tokens(text))


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
    told = (word for word in near[:at] if not signs_of(word) & (SAY | MEET))
    return any(signs_of(word) & EVENT or word.endswith("ed") for word in told)


def _without_bracket(right: list[str]) -> list[str]:
    """The words after 'Around 3 May' without '(as reported)': the day is of what follows."""
    if right[:1] != ["("] or ")" not in right[2:INSERT]:
        return right
    rest = right[right.index(")") + 1 :]
    return rest[1:] if rest[:1] == [","] else rest


def _without_insert(right: list[str]) -> list[str]:
    """The words after 'On Monday' without ', the ministry said,' between commas: the day is of what follows."""
    if right[:1] != [","] or "," not in right[2:INSERT]:
        return right
    end = right.index(",", 2)
    return right[end + 1 :] if signs_of(right[end - 1]) & SAY else right


INSERT = 9
"""Words within which an insertion between commas must end."""


def _told_before(left: Sequence[str]) -> bool:
    """'told reporters on', 'said in a statement on', but not 'said he was shot on'."""
    end = len(left)
    while end and (left[end - 1] in _LEADS or left[end - 1] == ","):
        end -= 1
    for word in reversed(left[max(0, end - 6) : end]):
        signs = signs_of(word)
        if signs & (SAY | MEET):
            return True
        if word in _ANEW or word in _MARKS or signs & (EVENT | BE):
            return False
    return False


def _told_next(right: Sequence[str]) -> Telling | None:
    """'(Al Arabiya on Saturday) quoted', '(which at the weekend) had put'."""
    for i, word in enumerate(right[:4]):
        signs = signs_of(word)
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
        signs = signs_of(word)
        if signs & SAY and not signs & EVENT:
            return Telling.SAID
        if signs & COUNT or (figure and signs & BE):
            return Telling.COUNTED
        if signs & EVENT or word in _ANEW:
            return None
        figure = figure or bool(signs & FIGURE)
    return None
