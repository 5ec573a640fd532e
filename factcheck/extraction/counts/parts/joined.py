"""Figures joined to one by commas and 'and', with no verb between."""

from __future__ import annotations

import re
from collections.abc import Iterator

from factcheck.extraction.counts import nouns
from factcheck.extraction.counts.parts.part import extent
from factcheck.extraction.counts.quantities import Amount, Reading


def following(
    reading: Reading, amount: Amount, joined: re.Pattern[str] | None = None
) -> Iterator[tuple[Amount, int, int]]:
    """The figures joined to one by commas and 'and', with no verb between; each with where it stands."""
    text, where = reading.coded()
    last = amount
    for start in sorted(s for s in where if s >= amount.span[1]):
        gap = text[last.span[1] : start]
        if not (joined or _JOINED).fullmatch(gap) or _has_verb(reading, last, where[start]):
            pair = _ARE.fullmatch(gap) is not None and _ARE_TOO.match(text, where[start].span[1]) is not None
            elided = _WERE.fullmatch(gap) is not None and _SORT_NEXT.match(text, where[start].span[1]) is not None
            if not (pair or elided):
                return
        if _NEW_CLAUSE.search(gap) and VERB_NEXT.match(text, where[start].last.idx + len(where[start].last)):
            return  # 'among them four women, and six others were taken to hospital'
        last = where[start]
        if last.noun is not None and not (nouns.is_person(last.noun.text) or nouns.is_of_people(last.noun.text)):
            return
        yield (last, *extent(last))


def preceding(reading: Reading, amount: Amount) -> list[tuple[Amount, int, int]]:
    """The figures joined in front of one: 'four women and (two children are among them)'."""
    ends = (a for a in reading.figures if a.span[1] <= amount.span[0] and a.noun is not None)
    near = max(ends, key=lambda a: a.span[1], default=None)
    if near is None or not _JOINED.fullmatch(reading.coded()[0][near.span[1] : amount.span[0]]):
        return []
    if _has_verb(reading, near, amount) or near.noun is None or not nouns.is_person(near.noun.text):
        return []
    return [*preceding(reading, near), (near, *extent(near))]


_NEW_CLAUSE = re.compile(r",\s+(?:and|while|but)\s+$")
VERB_NEXT = re.compile(r"\s+(?:was|were|are|is|have|has|had|remain|remained|died|suffered|sustained)\b")
_JOINED = re.compile(r"[^#.;:]{0,60}?(?:,|,?\s+and|,?\s+plus)\s+(?:also\s+)?")
_ARE = re.compile(r"\s+[^#.;:,]{0,20}?\s*(?:are|were)\s+(?:[\w-]+\s+){1,2}?and\s+")
_ARE_TOO = re.compile(r"\s+(?:are|were)\s+[\w-]+")
_WERE = re.compile(r"\s+(?:are|were|was)\s+[\w-]+(?:\s+[\w'’-]+){0,6}?(?:,\s+(?:and\s+)?|\s+and\s+)")
_SORT_NEXT = re.compile(r"\s+[\w-]+(?:\s+(?:of|from|by)\s+[\w-]+)*\s*(?:[,.;]|\band\b|$)")
"""'(196 were Dutch,) 43 Malaysian and 38 residents of Rena': the verb stands once."""


def _has_verb(reading: Reading, one: Amount, other: Amount) -> bool:
    between = reading.tokens[one.last.i + 1 : other.first.i]
    return any(t.tag_ in ("VBD", "VBZ", "VBP", "MD", "VBN", "VBG") for t in between)
