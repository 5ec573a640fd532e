"""Phrases of time that name a spell: "the first half of October", "the past day", "Day 6", "days of fighting"."""

from __future__ import annotations

import re
from datetime import date

from factcheck.extraction.dates import calendar
from factcheck.extraction.dates.timerules import (
    COUNT,
    MONTH,
    NTH,
    NUMBERS,
    YEAR,
    TimePhrase,
    month_number,
    rule,
    stretch,
)
from factcheck.values import DateSpan, Span

_NTHS, _NUMBERS = "|".join(NTH), "|".join(word for word in NUMBERS if len(word) > 2)
_DAY_NUMBERS = (
    *(f"day {number}" for number in (*range(1, 10), *list(NUMBERS)[1:11])),
    *(f"{nth} day" for nth in NTH),
)


@rule(
    rf"\b(?P<part>(?:first|second)\s+half|(?:first|second|third|fourth|last)\s+week|first\s+{COUNT}\s+days)\s+of"
    rf"\s+"
    rf"{MONTH.format('m')}(?:,?\s+(?:of\s+)?(?P<year>{YEAR}))?\b",
    "half of", "week of", "days of",
)  # fmt: skip
def _part_of_month(match: re.Match[str], today: date | None, ahead: bool) -> TimePhrase | None:
    """'the first half of October', 'the last week of June', 'the first ten days of May'."""
    if match["m"][0].islower():
        return None
    number = month_number(match["m"])
    if match["year"]:
        whole = calendar.month(int(match["year"]), number)
    else:
        first = calendar.day_of_year(number, 1, today) if today else None
        whole = calendar.month(first.year, number) if first else None
    if whole is None:
        return None
    first_day, last_day = _days_in(match["part"].lower().split(), match["count"], whole.days)
    at = whole.first
    return TimePhrase(
        stretch(match), calendar.span(calendar.shift(at, first_day - 1), calendar.shift(at, last_day - 1)), "week"
    )


def _days_in(part: list[str], count: str | None, length: int) -> tuple[int, int]:
    """The first and the last day of the month that its part means."""
    if part[-1] == "half":
        return (1, 15) if part[0] == "first" else (16, length)
    if part[-1] == "week":
        return (length - 6, length) if part[0] == "last" else (7 * NTH[part[0]] - 6, 7 * NTH[part[0]])
    days = NUMBERS.get((count or "").lower()) or int(count) if count and not count.startswith("a ") else 1
    return 1, min(length, max(1, days))


@rule(
    r"\b(?:in|over|during|within)\s+the\s+(?:past|last)\s+(?P<unit>week|month|year)\b(?!\s+(?:of|before)\b)",
    "past ", "last ",
)  # fmt: skip
def _past_unit(match: re.Match[str], today: date | None, ahead: bool) -> TimePhrase | None:
    """'over the past week': the days up to today."""
    if today is None:
        return None
    unit = match["unit"].lower()
    first = calendar.shift(today, -7) if unit == "week" else calendar.same_day(today, 1 if unit == "month" else 12)
    return TimePhrase(stretch(match), calendar.span(first, today), "week", open="since")


@rule(r"\b(?:in|over|during|within)\s+the\s+(?:past|last)\s+day\b(?!\s+(?:of|before)\b)", "past day", "last day")
def _past_day(match: re.Match[str], today: date | None, ahead: bool) -> TimePhrase | None:
    """'in the past day': yesterday and today."""
    return TimePhrase(stretch(match), calendar.span(calendar.shift(today, -1), today)) if today else None


@rule(
    r"\b(?:the\s+)?(?:last|past|previous)\s+(?P<count>\d{1,3}|two|three|four|five|six|seven|eight|nine|ten|few"
    r"|several)\s+"
    r"(?P<unit>hour|day|week|month|year)s\b",
    "last ", "past ", "previous ",
)  # fmt: skip
def _lasting(match: re.Match[str], today: date | None, ahead: bool) -> TimePhrase | None:
    """'the past 24 hours': an interval that ends with publication."""
    count = NUMBERS.get(match["count"].lower()) or (int(match["count"]) if match["count"].isdigit() else None)
    if today is None or count is None:
        return None
    unit = match["unit"].lower()
    if unit in ("month", "year"):
        first = calendar.same_day(today, count * (12 if unit == "year" else 1))
        return TimePhrase(stretch(match), calendar.span(first, today), "week", open="since")
    days = count * {"day": 1, "week": 7}.get(unit, 0) or -(-count // 24)
    lasts = calendar.span(calendar.shift(today, -days), today)
    return TimePhrase(stretch(match), lasts, *(("day",) if days < 4 else ("week", None, "since")))


@rule(
    rf"(?:(?m:^)|(?<=[,|:(–—-]\s))\W{{0,4}}(?P<whole>day\s+(?P<n>\d\d?|{_NUMBERS})"
    rf"|(?P<nth>{_NTHS})\s+day)(?=\s*(?:[.:,;\n–—)]|-\s|$))",
    *_DAY_NUMBERS,
)  # fmt: skip
def _day_number(match: re.Match[str], today: date | None, ahead: bool) -> TimePhrase | None:
    """'Day 6' and 'Third day:' over a page: so many days since its incident, whose day is the first."""
    if today is None:
        return None
    word = (match["n"] or "").lower()
    number = NTH[match["nth"].lower()] if match["nth"] else NUMBERS.get(word) or int(word)
    if not number:
        return None
    day = calendar.shift(today, 1 - number)
    return TimePhrase(Span(match.start("whole"), match.end()), DateSpan.day(day), of_page=True)


@rule(
    rf"(?:(?m:^)|(?<=\]\s))\W{{0,4}}(?P<whole>{COUNT}\s+(?P<unit>day|week)s)(?=\s+on[\s,]|,\s+and\b)",
    "days on", "days,", "weeks on", "weeks,",
)  # fmt: skip
def _so_long_on(match: re.Match[str], today: date | None, ahead: bool) -> TimePhrase | None:
    """'Nine days on,' and 'Nine days, and the list still grows' at the head of a paragraph: since the incident."""
    word = match["count"].lower()
    count = NUMBERS.get(word) or (int(word) if word.isdigit() else 0)
    if today is None or not count:
        return None
    week = match["unit"].lower() == "week"
    day = calendar.shift(today, -count * (7 if week else 1))
    return TimePhrase(
        Span(match.start("whole"), match.end()), DateSpan.day(day), "week" if week else "day", of_page=True
    )


@rule(
    rf"\b(?P<whole>{COUNT}\s+(?:straight\s+|consecutive\s+)?days)(?=\s+of\s+(?:[\w-]+\s+){{0,2}}"
    r"(?:fighting|combat|clashes|battles?|war(?:fare)?|shelling|bombardment|bombing|air\s?strikes|violence"
    r"|unrest|riots"
    r"|rioting|protests|hostilities)\s+(?:[\w-]+\s+){0,5}ha(?:ve|s)\b)",
    "days of",
)  # fmt: skip
def _days_of_it(match: re.Match[str], today: date | None, ahead: bool) -> TimePhrase | None:
    """'Four days of fighting have killed': the days up to today."""
    word = match["count"].lower()
    count = NUMBERS.get(word) or (int(word) if word.isdigit() else 0)
    if today is None or not count:
        return None
    return TimePhrase(stretch(match), calendar.span(calendar.shift(today, 1 - count), today))


@rule(r"\bthe\s+(?:start|beginning)\s+of\s+(?:the|this)\s+year\b", "of the year", "of this year")
def _start_of_year(match: re.Match[str], today: date | None, ahead: bool) -> TimePhrase | None:
    """'since the start of the year': the first of January."""
    first = calendar.make_day(today.year, 1, 1) if today else None
    return TimePhrase(stretch(match), DateSpan.day(first)) if first else None


@rule(
    r"\b(?:on|since|until|(?:morning|afternoon|evening)\s+of)\s+(?P<whole>the\s+(?P<d>3[01]|[12]\d|[1-9])(?:st|nd|rd|th))(?=[.,;:)]|\s*$|\s+(?:and"
    r"|but|the|at|in|when"
    r"|by|that|said|announced|killed|left|wounded|injured|was|were|had)\b(?!\s+\d+(?:st|nd|rd|th)))",
    "on the ", "since the ", "until the ", "ing of the ", "noon of the ",
)  # fmt: skip
def _day_alone(match: re.Match[str], today: date | None, ahead: bool) -> TimePhrase | None:
    """'on the 21st': the latest such day of a month."""
    if today is None:
        return None
    months = [calendar.months_before(today, back) for back in (0, 1)]
    days = [calendar.make_day(m.first.year, m.first.month, int(match["d"])) for m in months if m]
    day = next((d for d in days if d and d <= today), None)
    return TimePhrase(Span(match.start("whole"), match.end()), DateSpan.day(day)) if day else None
