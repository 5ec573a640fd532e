"""Phrases of time that name their days: "12 October 2025", "2-5 May", "in 2019", "late June", "Christmas Eve"."""

from __future__ import annotations

import re
from datetime import date

from factcheck.extraction.dates import calendar
from factcheck.extraction.dates.timerules import (
    DAY,
    MONTH,
    NUMBERS,
    PART,
    PEOPLE,
    TO,
    YEAR,
    TimePhrase,
    month_number,
    rule,
    stretch,
)
from factcheck.values import DateSpan, Span


def _dated(
    match: re.Match[str], names: tuple[str, str, str, str, str], today: date | None, ahead: bool
) -> DateSpan | None:
    """The days of 'first [to last] month [to month] year' from the named groups of a match."""
    first, last, month, month2, year = (match.groupdict().get(name) for name in names)
    if first is None or month is None or month[0].islower():
        return None
    numbers = month_number(month), month_number(month2 or month)
    days = int(first), int(last or first)
    if year:
        number = calendar.full_year(year.strip("'’"), today)
        ends = [calendar.make_day(number, m, d) for m, d in zip(numbers, days, strict=True)]
    elif today:
        ends = [calendar.day_of_year(m, d, today, future=ahead) for m, d in zip(numbers, days, strict=True)]
    else:
        return None
    if ends[0] is None or ends[1] is None:
        return None
    return DateSpan(ends[0], ends[1]) if ends[0] <= ends[1] else DateSpan(ends[0], ends[0])


_NAMES = ("d1", "d2", "m1", "m2", "year")


@rule(rf"\b(?P<y>{YEAR})-(?P<m>\d\d)-(?P<d>\d\d)(?!\d)", "19", "20")
def _iso(match: re.Match[str], today: date | None, ahead: bool) -> TimePhrase | None:
    day = calendar.make_day(int(match["y"]), int(match["m"]), int(match["d"]))
    return TimePhrase(stretch(match), DateSpan.day(day)) if day else None


@rule(
    rf"(?<![\d.,:])(?<!\bNo\.\s)\b{DAY.format('d1')}(?:(?:,\s*\d\d?)*{TO}{DAY.format('d2')})?\s+(?:of"
    rf"\s+)?{MONTH.format('m1')}\b\.?"
    rf"(?:(?:,?\s+(?={YEAR})|\s+)(?P<year>{YEAR}|['’]?\d\d(?![\d:.,]|\s+(?:of|people|civilians|soldiers"
    rf"|men))))?(?!\w)",
    *calendar.MONTHS,
)
def _day_month(match: re.Match[str], today: date | None, ahead: bool) -> TimePhrase | None:
    days = _dated(match, _NAMES, today, ahead)
    return TimePhrase(stretch(match), days) if days else None


@rule(
    rf"(?<!\b[Dd]el )\b{MONTH.format('m1')}\s+(?:the\s+)?{DAY.format('d1')}"
    r"(?![\d:,]\d|\d|\s*(?:,\d{3}|percent|%))"
    rf"(?:(?!,\s*\d){TO}(?:{MONTH.format('m2')}\s+)?{DAY.format('d2')}(?![\d:]|,\d{{3}}))?(?:,?"
    rf"\s+(?P<year>{YEAR})\b)?{PEOPLE}",
    *calendar.MONTHS,
)
def _month_day(match: re.Match[str], today: date | None, ahead: bool) -> TimePhrase | None:
    days = _dated(match, _NAMES, today, ahead)
    return TimePhrase(stretch(match), days) if days else None


@rule(
    rf"(?<![\d:.])(?P<d1>3[01]|[12]\d|0[1-9]|[1-9])\s?(?P<hour>(?:[01]\d|2[0-3])[0-5]\d)\s?(?:hrs|hours"
    rf"|[A-Z])?\s?{MONTH.format('m1')}\.?,?"
    rf"\s?(?P<year>{YEAR}|\d\d)\b",
    *calendar.MONTHS,
)  # fmt: skip
def _date_time_group(match: re.Match[str], today: date | None, ahead: bool) -> TimePhrase | None:
    """'171030Z FEB 06', '17 1030H February 2006': day, hour, month and year as soldiers write them."""
    days = _dated(match, _NAMES, today, ahead)
    return TimePhrase(stretch(match), days) if days else None


_MARKED_OFF = tuple(f"{mark}{digit}" for mark in "/." for digit in range(10))


@rule(
    rf"(?<![\d/.])(?P<a>\d\d?)(?P<sep>[/.])(?P<b>\d\d?)(?P=sep)(?P<year>{YEAR}|\d\d)(?![\d/.]\d|\d)", *_MARKED_OFF
)
@rule(r"\b(?:on|of|since|from|until|around|dated)\s+(?P<a>\d\d?)/(?P<b>\d\d?)(?![\d/]|\s+[A-Z])", "/", flags=0)
def _numeric(match: re.Match[str], today: date | None, ahead: bool) -> TimePhrase | None:
    """Day first or month first: whichever is a day; if both are, the latest that is not after publication."""
    a, b, written = int(match["a"]), int(match["b"]), match.groupdict().get("year")
    if (a, b) == (9, 11) and written is None:
        return None
    readings = []
    for day, month in ((a, b), (b, a)):
        if written:
            readings.append(calendar.make_day(calendar.full_year(written, today), month, day))
        elif today and 1 <= month <= 12:
            readings.append(calendar.day_of_year(month, day, today))
    days = [d for d in readings if d]
    if not days:
        return None
    limit = calendar.shift(today, 1) if today else date.max
    past = [d for d in days if d <= limit] or days
    return TimePhrase(stretch(match), DateSpan.day(max(past) if today else past[0]))


@rule(
    rf"(?:\b{PART}[\s-]+(?:in\s+)?)?(?:\b(?P<last>last|this|next)\s+)?\b{MONTH.format('m')}(?:,?\s+(?:of"
    rf"\s+)?(?P<year>{YEAR}))?"
    rf"(?!\w|\s+\d\d?\b(?!\s*(?:people|civilians|soldiers|men|women|others|,\d)))",
    *calendar.MONTHS,
)
def _month_year(match: re.Match[str], today: date | None, ahead: bool) -> TimePhrase | None:
    """A whole month, or a third of it; a month without a year needs a word before it that makes it a time."""
    word, written = match["m"], match["year"]
    if word[0].islower() or (len(word) == 3 and word.lower() != "may" and not written):
        return None
    if not (
        written
        or match["part"]
        or match["last"]
        or _TEMPORAL.search(match.string, max(0, match.start() - 40), match.start())
    ):
        return None
    number = month_number(word)
    if written:
        whole = calendar.month(int(written), number)
    elif today:
        first = calendar.day_of_year(number, 1, today, future=match["last"] == "next")
        whole = calendar.month(first.year, number) if first else None
    else:
        return None
    if whole is None:
        return None
    if match["part"]:
        part = calendar.part_of(whole, match["part"].lower().replace("the ", "").split()[0])
        near = _WEEKEND_OF.search(match.string, max(0, match.start() - 40), match.start())
        return TimePhrase(stretch(match), _last_weekend(whole) if near else part, "day" if near else "week")
    return TimePhrase(stretch(match), whole, "month", future=match["last"] == "next")


_TEMPORAL = re.compile(
    r"\b(?:in|of|since|from|until|till|by|during|through|throughout|between|after|before|early|late|mid|and"
    r"|to)[\s-]+$",
    re.I,
)
_HOUR = (
    r"\s*(?:hours|hrs|local\s+time|(?-i:GMT|UTC|IST|E[SD]T|C[SD]T|P[SD]T|CES?T|EES?T|BST|MSK|PKT|BDT|NPT|WIB|JST"
    r"|KST"
    r"|TRT|AEST|EAT|WAT|CAT|SAST))\b"
)
"""'(2005 GMT)': what makes four digits an hour."""
_WEEKEND_OF = re.compile(r"\bweekend\s+(?:at|in|towards)\s+$", re.I)


def _last_weekend(whole: DateSpan) -> DateSpan:
    sunday = calendar.weekday(6, whole.last)
    return calendar.span(calendar.shift(sunday, -1), sunday)


@rule(
    rf"\b(?:(?P<from>in|of|since|during|by|from|until|till|before|after|around|year|the|between)"
    rf"\s+)?(?P<y1>{YEAR})"
    rf"(?:\s*(?:-|–|to|and|through|until)\s*(?P<y2>{YEAR}|\d\d))?(?![\d%-]|[.,]\d|\s*(?:people|troops|soldiers"
    rf"|men|kilomet|met|block\b)|{_HOUR})",
    "19", "20",
)  # fmt: skip
def _years(match: re.Match[str], today: date | None, ahead: bool) -> TimePhrase | None:
    first, second = int(match["y1"]), match["y2"]
    listed = (
        _LISTED.search(match.string, max(0, match.start() - 24), match.start()) and match.string[match.end() :][:2]
    )
    bare = not (
        match["from"] or second or match.string[match.start() - 1 : match.start()] == "(" or listed == ", "
    )
    if bare and not _YEAR_OF.match(match.string, match.end()):
        return None
    if _BORN.search(match.string, max(0, match.start() - 160), match.start()):
        return None
    if today and first > today.year + 1:
        return None
    last = first if second is None else int(second) if len(second) == 4 else first // 100 * 100 + int(second)
    if last < first or last - first > 100:
        last = first
    starts, ends = calendar.year(first), calendar.year(last)
    if starts is None or ends is None:
        return None
    start = match.start("y1")
    return TimePhrase(Span(start, match.end()), DateSpan(starts.first, ends.last), "year")


_BORN = re.compile(r"\bborn\s+(?:in\s+)?$|\(born\s+(?:in\s+)?\d{4}\)[^\n]{0,120}\($", re.I)
"""'(born 1971), Private X (1973)': years of birth."""
_LISTED = re.compile(r"[;:,.]\s+(?:and\s+)?(?:the\s+)?[A-Z][\w'’-]*(?:\s+[A-Z][\w'’-]*)?,\s+$")
"""'; the Berta, (1987), 40 dead': the year of one of a list."""
_YEAR_OF = re.compile(
    r",\s+when\b|\s+(?:earth)?(?:quake|tsunami|flood|war|coup|siege|massacre|genocide|uprising|revolution|bombing"
    r"|attack|crash|disaster|explosion|blast)s?\b",
    re.I,
)
"""What makes a bare number a year: '1989, when', '2015 QUAKE'."""


@rule(
    rf"\b(?:the\s+)?(?P<count>\d\d?|two|three|four|five|six|seven|eight|nine|ten|twelve)\s+years\s+(?:to|until"
    rf"|through|up\s+to|ending(?:\s+in)?)\s+(?P<y>{YEAR})\b",
    "years",
)
def _years_to(match: re.Match[str], today: date | None, ahead: bool) -> TimePhrase | None:
    """'the five years to 2019': a period that ends with a year."""
    count, last = NUMBERS.get(match["count"].lower()) or int(match["count"]), int(match["y"])
    starts, ends = calendar.year(last - count + 1), calendar.year(last)
    if starts is None or ends is None:
        return None
    return TimePhrase(stretch(match), DateSpan(starts.first, ends.last), "year")


_PARTS = {"first half": (1, 6), "second half": (7, 12), "first quarter": (1, 3), "second quarter": (4, 6),
          "third quarter": (7, 9), "fourth quarter": (10, 12), "last quarter": (10, 12)}  # fmt: skip


@rule(
    r"\b(?P<part>first\s+(?P<months>\d|two|three|four|five|six|seven|eight|nine|ten)\s+months"
    rf"|{'|'.join(_PARTS).replace(' ', '[ ]')})"
    rf"\s+of\s+(?:(?P<y>{YEAR})\b|(?P<which>the|this|last)\s+year\b)",
    "half of", "quarter of", "months of",
)  # fmt: skip
def _part_of_year(match: re.Match[str], today: date | None, ahead: bool) -> TimePhrase | None:
    """'the first half of 2020', 'the first nine months of this year'."""
    if match["y"] is None and today is None:
        return None
    number = int(match["y"]) if match["y"] else (today.year if today else 0) - (match["which"].lower() == "last")
    count = (match["months"] or "").lower()
    first, last = (1, NUMBERS.get(count) or int(count)) if count else _PARTS[match["part"].lower()]
    starts, ends = calendar.month(number, first), calendar.month(number, last)
    return TimePhrase(stretch(match), DateSpan(starts.first, ends.last), "year") if starts and ends else None


@rule(
    r"\b(?P<word>" + "|".join(h.replace(" ", r"\s+").replace("'", "['’]?") for h in calendar.HOLIDAYS)
    + r")\b(?!\s+(?:party|parties|holidays?|season|trees?|markets?|lights|presents|gifts|shopping|costumes?)\b)",
    "day", "christmas", "new year", "july", "halloween", "thanksgiving",
)  # fmt: skip
def _holidays(match: re.Match[str], today: date | None, ahead: bool) -> TimePhrase | None:
    if today is None:
        return None
    word = " ".join(match["word"].lower().replace("’", "'").split())
    name = next((h for h in calendar.HOLIDAYS if h.replace("'", "") == word.replace("'", "")), None)
    day = calendar.holiday(name, today) if name else None
    return TimePhrase(stretch(match), DateSpan.day(day)) if day else None
