"""Whom a figure counts, as its text has it, without what is only added: the place, who is included."""

from __future__ import annotations

import re
from functools import lru_cache

from factcheck.language.parties import sides_in

_INCLUDED = re.compile(r"(?<=\w),? (?:including\b.*|(?:the )?[\w-]+(?: [\w-]+)? (?:included|among them))$", re.I)
_AT = re.compile(r"(?<=\w) (?:in|at|of|from|on|near|inside|aboard) (?:the )?(?P<where>[^,;]+)$", re.I)
_WORD = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*")
_LITTLE = frozenset({"the", "of", "in", "at", "on", "near"})


@lru_cache(maxsize=100_000)
def bare(victims: str, place: str = "") -> str:
    """The words for who is counted without "servicemen included", and without "at the hospital" where ``place``,
    that of the event, is the hospital: all victims are of there."""
    text = _INCLUDED.sub("", victims)
    found = _AT.search(text) if place else None
    if found is None or sides_in(found["where"], capitals=False):
        return text
    said = _words(found["where"])
    return text[: found.start()] if said and said <= _words(place) else text


def says_where(victims: str) -> bool:
    """True where the words for who is counted may name a place: only then ``bare`` looks at that of the event."""
    return _AT.search(_INCLUDED.sub("", victims)) is not None


def _words(text: str) -> set[str]:
    return {word.casefold() for word in _WORD.findall(text)} - _LITTLE
