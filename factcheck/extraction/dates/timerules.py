"""What a rule for phrases of time is made of: the phrase it gives, the pieces of its pattern, its registration."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from factcheck.extraction.dates import calendar
from factcheck.extraction.gates import bits_of
from factcheck.values import DateSpan, Span


@dataclass(frozen=True, slots=True)
class TimePhrase:
    """A phrase of time: where it stands and which days it means (None: not known without an anchor).

    ``grain`` is day, night, week, month, year or clock (a part of the day, whichever day it is); ``after`` the
    first and last day counted from an anchor, with ``of_page`` from the incident of the page and nothing
    nearer; ``open`` is since or until where the phrase bounds an interval.
    """

    span: Span
    days: DateSpan | None
    grain: str = "day"
    after: tuple[int, int] | None = None
    open: str | None = None
    future: bool = False
    of_page: bool = False


MONTH = (
    r"(?P<{}>Jan(?:uary|\.)?|Feb(?:ruary|\.)?|Mar(?:ch|\.)?|Apr(?:il|\.)?|May|June?\.?|July?\.?|Aug(?:ust|\.)?"
    r"|Sept?(?:ember|\.)?|Oct(?:ober|\.)?|Nov(?:ember|\.)?|Dec(?:ember|\.)?)"
)
DAY = r"(?P<{}>3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?"
TO = r"\s*(?:,\s*(?:and\s+)?|and|to|until|through|or|&|-|–|/)\s*(?:the\s+)?"
YEAR = r"(?:19|20)\d\d"
PART = r"(?P<part>early|mid|middle|late|(?:the\s+)?(?:end|beginning|start|middle)\s+of)"
WEEKDAY = r"(?P<{}>mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day|\.(?=\s))"
HOURS = r"(?P<hours>night|evening|morning|afternoon|overnight|midnight|noon|dawn)"
_WORDS = (
    "", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
    "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty",
)  # fmt: skip
NUMBERS = {word: n for n, word in enumerate(_WORDS)} | {"a": 1, "an": 1, "thirty": 30, "forty": 40, "fifty": 50}
COUNT = (
    r"(?P<count>\d{1,3}|a|an|" + "|".join(sorted(_WORDS[1:], key=len, reverse=True)) + r"|thirty|forty|fifty"
    r"|several|a\s+few|a\s+couple\s+of)"
)
NTH = {
    word: n
    for n, word in enumerate(
        ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth"), start=1
    )
}
PEOPLE = (
    r"(?!\s+(?:more\s+)?(?:people|persons|civilians|soldiers|policemen|men|women|children|militants|troops)\b)"
)


Resolver = Callable[["re.Match[str]", "date | None", bool], "TimePhrase | None"]
"""From a match, the day of publication and whether the words before speak of the future, to a phrase or None."""


class Rule(NamedTuple):
    """A pattern, the hints without one of which it cannot match, its bits in ``gates``, what resolves a match."""

    pattern: re.Pattern[str]
    hints: tuple[str, ...]
    bits: int
    resolve: Resolver


GRAMMAR: list[Rule] = []
"""Every rule, in the order in which they are tried."""


def rule(pattern: str, *hints: str, flags: int = re.IGNORECASE) -> Callable[[Resolver], Resolver]:
    """Registers a resolver for a pattern; the hints (lower case) let a text without any of them skip it."""

    def register(resolve: Resolver) -> Resolver:
        compiled = re.compile(pattern, flags)
        GRAMMAR.append(Rule(compiled, hints, bits_of(compiled, hints), resolve))
        return resolve

    return register


def stretch(match: re.Match[str]) -> Span:
    """Where a match stands."""
    return Span(match.start(), match.end())


def month_number(word: str) -> int:
    """1 to 12 for the name of a month, short or long."""
    return calendar.MONTHS.index(word[:3].lower()) + 1


def weekday_number(word: str) -> int:
    """0 (Monday) to 6 for the name of a weekday, short or long."""
    return calendar.WEEKDAYS.index(word[:3].lower())
