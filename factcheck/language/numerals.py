"""Figures in a few words of text, for claims that carry none of their own: what a denial says was not so many."""

from __future__ import annotations

import re

_ONES = (
    "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen",
    "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
)  # fmt: skip
_TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_VALUES = {word: n for n, word in enumerate(_ONES, 1)} | {word: 10 * n for n, word in enumerate(_TENS, 2)}
_NUMBER = re.compile(
    r"(?<![-\w.])(?P<digits>\d{1,3}(?:,\d{3})+|\d+)"
    r"(?!\s?(?:%|(?:st|nd|rd|th|Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?"
    r"|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?|per cent|kg|km|mm|metres|miles|hours|days)\b))\b"
    r"|\b(?P<tens>" + "|".join(_TENS) + r")(?:-(?P<ones>" + "|".join(_ONES[:9]) + r"))?\b"
    r"|\b(?P<small>" + "|".join(_ONES[1:]) + r")\b",
    re.I,
)
_YEAR = re.compile(r"(?:19|20)\d\d")

_BEHIND = re.compile(
    r"[ -](?!(?:and|for|the|or)\b)([^\W\d_]{3,})(?: (?!(?:and|for|the|were|was|are|is)\b)([^\W\d_]{3,}))?"
)
"""The one or two words behind a figure that say what it is of."""


def numbers_in(text: str) -> list[float]:
    """The figures in the text, in digits or in words up to ninety-nine, in their order; dates, years and sizes are
    left out."""
    return [_value(m) for m in _NUMBER.finditer(text) if not _YEAR.fullmatch(m.group())]


def measured_in(text: str) -> list[tuple[str, float]]:
    """Each figure of the text with each of the words behind it, in small letters: ("polling", 319.0) and
    ("stations", 319.0) of "319 polling stations"; dates and years are left out."""
    found = (
        (_BEHIND.match(text, m.end()), _value(m)) for m in _NUMBER.finditer(text) if not _YEAR.fullmatch(m.group())
    )
    return [(word.casefold(), value) for words, value in found if words for word in words.groups() if word]


def _value(m: re.Match[str]) -> float:
    if m["digits"]:
        return float(m["digits"].replace(",", ""))
    if m["tens"]:
        return float(_VALUES[m["tens"].casefold()] + (_VALUES[m["ones"].casefold()] if m["ones"] else 0))
    return float(_VALUES[m["small"].casefold()])
