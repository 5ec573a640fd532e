"""Which sentences may tell how a contested thing is: asked of the words alone, before anything is parsed."""

from __future__ import annotations

import re
from functools import cache

from factcheck.extraction.gates import gated
from factcheck.extraction.narrative.asserted.contestedwords import (
    ACTS,
    DOINGS,
    EVERYDAY,
    GIVE,
    GIVEN,
    HELPS,
    IN_HEALTH,
    PEOPLE,
    STATES,
    THINGS,
    WARNED,
)
from factcheck.extraction.page import WORD
from factcheck.extraction.voices.speech import verbs

GONE = frozenset({"left", "fled", "abandoned", "quit"})
_GATE = THINGS - EVERYDAY
_CRAFT = THINGS - PEOPLE


@cache
def _telling() -> frozenset[str]:
    told = {form for form, (base, _, frame) in verbs().items() if frame in ("say", "that") and base not in _OTHERS}
    return frozenset(told) | {"according", "assured", "assures"}


_OTHERS = frozenset({"go", "continue", "find", "argue", "rule", "show", "see", "write"})
"""Verbs of telling that mostly tell nothing."""


def may_hold(text: str, words: frozenset[str], said: bool = True) -> bool:
    """True for a sentence in which somebody says how a contested thing is; ``words`` are in lower case."""
    if not said or (words.isdisjoint(_telling()) and ":" not in text):
        return False
    if not words.isdisjoint(_GATE) and not words.isdisjoint(HELPS | ACTS):
        return True
    if not words.isdisjoint(GIVEN) and not words.isdisjoint(GIVE):
        return True
    if not words.isdisjoint(IN_HEALTH) and _IS_WELL.search(text) is not None:
        return True
    if "hands" in words and _IN_HANDS.search(text) is not None:
        return True
    if not words.isdisjoint(GONE) and _HAVEGONE.search(text) is not None:
        return True
    if words.isdisjoint(THINGS):
        return False
    if not words.isdisjoint(WARNED) and not words.isdisjoint(_CRAFT):
        return True
    return not words.isdisjoint(DOINGS) or (not words.isdisjoint(STATES) and _after_be(text))


def _after_be(text: str) -> bool:
    """True where a word for a state stands right behind a form of "be" or "have", as it does of a thing."""
    row = WORD.findall(text.lower())
    return any(word in STATES and not HELPS.isdisjoint(row[max(0, at - 3) : at]) for at, word in enumerate(row))


_IN_HANDS = gated(
    r"\b(?:is|are|was|were|remains?|remained|stays?|stayed) (?:\w+ )?in (?:its|our|their|his|\w+) hands\b"
)
_IS_WELL = re.compile(
    r"\b(?:[Hh]e|[Ss]he|[Tt]hey|[Aa]ll|[Bb]oth) (?:is|are|was|were|remains?) (?:\w+ ){0,3}"
    r"(?:health|form|spirits|custody|detention|exile|alive|safe)\b"
)
_HAVEGONE = gated(r"\bha(?:ve|s|d) (?:\w+ )?(?:left|fled|abandoned|quit) (?:the )?[A-Z]")
