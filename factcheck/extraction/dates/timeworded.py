"""Phrases of time in words where figures are usual: "the third of January", "half a year ago"."""

from __future__ import annotations

import re
from datetime import date

from factcheck.extraction.dates import calendar
from factcheck.extraction.dates.timerules import (
    MONTH,
    NUMBERS,
    WEEKDAY,
    YEAR,
    TimePhrase,
    month_number,
    rule,
    stretch,
    weekday_number,
)
from factcheck.extraction.dates.timesince import ORDINALS
from factcheck.values import DateSpan, Span

_DAYS = (*ORDINALS.split("|"), *(f"twenty-{nth}" for nth in ORDINALS.split("|")[:9]), "thirtieth", "thirty-first")
_DAY = {word: number for number, word in enumerate(_DAYS, start=1)}
_LATER = "|".join(sorted(_DAYS[10:], key=len, reverse=True)).replace("-", "[- ]")
_ANY = "|".join(sorted(_DAYS, key=len, reverse=True)).replace("-", "[- ]")


def _day_of(word: str) -> int:
    return _DAY["-".join(word.lower().replace("-", " ").split())]


@rule(
    rf"\b(?:the\s+)?(?P<d>{_ANY})\s+(?:day\s+)?of\s+{MONTH.format('m')}(?:,?\s+(?P<year>{YEAR}))?(?!['’\w])",
    "rd of ", "th of ", "st of ", "nd of ", "day of ",
)  # fmt: skip
def _worded_day(match: re.Match[str], today: date | None, ahead: bool) -> TimePhrase | None:
    """'the third of January', 'the twenty-first day of May 2019'."""
    if match["m"][0].islower():
        return None
    month, day = month_number(match["m"]), _day_of(match["d"])
    if match["year"]:
        found = calendar.make_day(int(match["year"]), month, day)
    else:
        found = calendar.day_of_year(month, day, today, future=ahead) if today else None
    return TimePhrase(stretch(match), DateSpan.day(found)) if found else None


@rule(
    rf"\b(?:on|since|until|(?:morning|afternoon|evening|night)\s+of)\s+(?P<whole>the\s+(?P<d>{_LATER}))(?=[.,;:)]|\s*$|\s+(?:from|at|in|by|to|when|as"
    r"|we|they|he|she|it|left|went|came|had|was|were|a|an|the|more|some|and)\b)",
    "the ele", "the twel", "the thir", "the four", "the fif", "the six", "the seven", "the eigh", "the nine",
    "the twen",
)  # fmt: skip
def _worded_day_alone(match: re.Match[str], today: date | None, ahead: bool) -> TimePhrase | None:
    """'on the fifteenth': the latest day of that number; below eleven it may be any other fifth thing."""
    if today is None:
        return None
    day = _day_of(match["d"])
    for back in (0, 1, 2):
        whole = calendar.months_before(today, back)
        found = calendar.make_day(whole.first.year, whole.first.month, day) if whole else None
        if found and found <= today:
            return TimePhrase(Span(match.start("whole"), match.end("whole")), DateSpan.day(found))
    return None


_HALF = r"(?:half\s+a\s+year|(?P<count>a|one|two|three|four|five)\s+years?\s+and\s+a\s+half)"


@rule(rf"\b(?P<whole>{_HALF}\s+(?P<way>ago|after|since|on))\b", "half")
def _half_years(match: re.Match[str], today: date | None, ahead: bool) -> TimePhrase | None:
    """'half a year ago' is a month; 'Half a year after the fire' that opens a sentence is the page's incident."""
    if today is None:
        return None
    whole = match["whole"].lower()
    months = 6 if whole.startswith("half") else 12 * NUMBERS[(match["count"] or "a").lower()] + 6
    if match["way"].lower() == "ago":
        days = calendar.months_before(today, months)
        return TimePhrase(stretch(match), days, "month") if days else None
    if _OPENS.search(match.string, max(0, match.start() - 4), match.start()) is None:
        return None
    return TimePhrase(stretch(match), DateSpan.day(calendar.same_day(today, months)), "month", of_page=True)


_OPENS = re.compile(r"(?:^|[.!?\n–—|\]:]\s{0,2})$")


@rule(
    rf"\b(?:(?P<two>two|three)\s+{WEEKDAY.format('w').replace('day|', 'days|')}\s+ago"
    rf"|{WEEKDAY.format('w2')}\s+(?P<before>before\s+last)|(?:on\s+){WEEKDAY.format('w3')}\s+(?P<last>last))\b",
    "days ago", "before last", "day last",
)  # fmt: skip
def _weekdays_back(match: re.Match[str], today: date | None, ahead: bool) -> TimePhrase | None:
    """'two Sundays ago', 'Tuesday before last', 'on Friday last'."""
    if today is None:
        return None
    named = match["w"] or match["w2"] or match["w3"]
    latest = calendar.weekday(weekday_number(named), calendar.shift(today, -1))
    weeks = {"two": 1, "three": 2}[match["two"].lower()] if match["two"] else 1 if match["before"] else 0
    return TimePhrase(stretch(match), DateSpan.day(calendar.shift(latest, -7 * weeks)))
