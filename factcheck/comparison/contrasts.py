"""States and charges set against each other: two claimants of one text side by side, or two figures of one state.

A text that gives two claimants' words on one matter one after the other does so because they differ; where they
agree it says so once.
"""

from __future__ import annotations

import re

from factcheck.comparison.opposites import content
from factcheck.comparison.positions import Answer
from factcheck.comparison.setting import is_neutral
from factcheck.language.numerals import measured_in
from factcheck.language.subjects import stem
from factcheck.language.telling import does
from factcheck.values import Outcome, Verdict

SIDE_BY_SIDE = 260
"""Characters between the beginnings of two quotes that stand in one sentence or in two that follow each other."""

AT_ONCE = 60
"""Characters between the end of one quote and the beginning of the next that follows it at once."""

SAME_STATE = 0.7
"""Share of words (Dice) from which two states say the same."""

ONE_STATE = 0.5
"""Share of words (Dice) from which two states differ in their figures alone."""

FIGURES_AGREE = 0.1
"""Figures that differ by no more than this share of the larger are one figure."""

CONTRAST_SEVERITY = 0.4
"""As a state against a state."""
CHARGE_SEVERITY = 0.5
"""As a charge against a charge."""

_NOT_KNOWN = re.compile(
    r"\b(?:unknown|unclear|not (?:yet )?known|no (?:reliable )?information|cannot (?:say|confirm)|whether)\b", re.I
)
_NOT = re.compile(r"\b(?:no|not|none|never|nobody|neither|nor|without)\b|n['’]t\b", re.I)
_STANDS = re.compile(
    r"\b(?:holds?|holding|kept|keeps?|keeping|remains?|abides?|in force|in effect|alive|calm|quiet|silent|stable"
    r"|respect\w*|observ\w+|committed|by a thread|survives?)\b",
    re.I,
)
"""A truce, a talk or a front of which two say that it stands, each in other words."""
_TRUCE = re.compile(
    r"\b(?:truces?|cease-?fires?|armistice|lull|talks|negotiations|border|front|guns|calm|agreement|deal)\b", re.I
)
_TALKS = re.compile(r"\b(?:talks|negotiations?|dialogue|mediation|parleys?)\b|\bround of\b", re.I)
_CAME_TO_NOTHING = re.compile(
    r"\b(?:deadlock\w*|stalemate|impasse|stall\w*|fail\w*|collaps\w*|finished|over|ended"
    r"|closed|broke(?:n)? (?:down|off)"
    r"|fell apart|walked (?:away|out)|without (?:\w+ )?(?:agreement|accord|result|deal|progress|success)"
    r"|no (?:agreement|accord|result|deal|progress|breakthrough))\b",
    re.I,
)
"""Talks of which two say that they came to nothing, each in other words."""
_ANYBODY = re.compile(
    r"(?:(?:the|a|an|some|these|those|that|this|who|others?|armed|unknown|unidentified|masked|several|two|three)"
    r" ?)*(?:m[ae]n|people|persons?|gunm[ae]n|attackers?|assailants?|fighters?|militants?|terrorists?|nobody"
    r"|no one|someone|somebody|they|them|it|he|she|we|both(?: \w+){0,2}|each other|one another|others?|him"
    r"|himself|itself|themselves)?",
    re.I,
)
"""A target that names nobody."""
_TOGETHER = re.compile(r"\b(?:too|also|as well|both|likewise|equally|jointly|together)\b", re.I)
"""What is laid at the door of one is laid at another's besides."""
_FLOOR = re.compile(
    r"\b(?:at least|more than|over|above|no fewer than|up to|at most|fewer than|less than|under)\b", re.I
)


def other_figure(a: Answer, b: Answer) -> Verdict | None:
    """Two give other figures for one state: a truce that held four minutes, and two; 800 tonnes, and 1,000."""
    if not _are_states_of_two(a, b) or (is_neutral(a) and is_neutral(b) and a.document != b.document):
        return None
    x, y = _state(a), _state(b)
    one, other = dict(measured_in(x)), dict(measured_in(y))
    units = one.keys() & other.keys()
    if not units or any(_agree(one[u], other[u]) for u in units) or _alike(x, y) < ONE_STATE:
        return None
    if _FLOOR.search(x) or _FLOOR.search(y):
        return None  # a bound leaves room for more
    return _verdict(a, b)


def set_side_by_side(a: Answer, b: Answer) -> Verdict | None:
    """One text gives the words of two claimants on one matter one after the other, and they say other things:
    doors that were bolted, doors that were open."""
    if not _are_states_of_two(a, b) or not _stand_beside(a, b):
        return None
    x, y = _state(a), _state(b)
    if _NOT_KNOWN.search(x) or _NOT_KNOWN.search(y) or _alike(x, y) >= SAME_STATE:
        return None
    if all(_TRUCE.search(s) and _STANDS.search(s) and not _NOT.search(s) for s in (x, y)):
        return None
    if all(_CAME_TO_NOTHING.search(s) for s in (x, y)) and any(_TALKS.search(s) for s in (x, y)):
        return None
    return _verdict(a, b)


def culprits_side_by_side(a: Answer, b: Answer) -> Verdict | None:
    """One text gives two claimants' charges on one matter one after the other, and they name others: moles
    against poachers who dug into a dike. Words that fit anybody name nobody."""
    if not _of_two(a, b, "blame") or not _follow_at_once(a, b) or _TOGETHER.search(f"{a.quote} {b.quote}"):
        return None
    if not _names_somebody(a.target) or not _names_somebody(b.target) or a.accused & b.accused:
        return None
    x, y = (_stems(f"{one.target} {' '.join(one.accused)}") for one in (a, b))
    if not x or not y or x & y or x & _stems(b.quote) or y & _stems(a.quote):
        return None
    text = f"{does(a.name, 'blames')} “{a.target[:80]}”, {b.name} “{b.target[:80]}”."
    return Verdict(Outcome.CONFLICT, "blame", text, CHARGE_SEVERITY)


def _names_somebody(target: str) -> bool:
    return bool(target) and _ANYBODY.fullmatch(target.strip()) is None


def _follow_at_once(a: Answer, b: Answer) -> bool:
    """One begins right behind the other, in one paragraph."""
    first, second = (a, b) if a.start <= b.start else (b, a)
    away = second.start - first.start - len(first.quote)
    return _stand_beside(a, b) and bool(a.context) and a.context == b.context and away <= AT_ONCE


def _stand_beside(a: Answer, b: Answer) -> bool:
    return (
        a.document == b.document
        and abs(a.start - b.start) <= SIDE_BY_SIDE
        and not (a.own_voice or b.own_voice or "confirms" in (a.stance, b.stance))
    )


def _are_states_of_two(a: Answer, b: Answer) -> bool:
    return _of_two(a, b, "status")


def _of_two(a: Answer, b: Answer, kind: str) -> bool:
    """Two claims of a kind by two claimants of no one side, neither told as an earlier one."""
    one_side = a.side is not None and a.side == b.side
    both = a.kind == b.kind == kind
    return both and a.party != b.party and not one_side and not (a.superseded or b.superseded)


def _state(a: Answer) -> str:
    return a.target or a.quote


def _agree(x: float, y: float) -> bool:
    return abs(x - y) <= FIGURES_AGREE * max(abs(x), abs(y))


def _alike(x: str, y: str) -> float:
    p, q = (_stems(text) for text in (x, y))
    return 2 * len(p & q) / (len(p) + len(q)) if p and q else 0.0


def _stems(text: str) -> set[str]:
    return {stem(w) for w in content(text)}


def _verdict(a: Answer, b: Answer) -> Verdict:
    text = f"{a.name}: “{_state(a)[:80]}”; {b.name}: “{_state(b)[:80]}”."
    return Verdict(Outcome.CONFLICT, "status", text, CONTRAST_SEVERITY)
