"""The days of the incident that a title gives: "Statement on the events of 14-17 May", "Three days on"."""

from __future__ import annotations

import re

from factcheck.extraction.dates import calendar, timephrases
from factcheck.extraction.dates.datedphrases import Role
from factcheck.extraction.dates.pagetimes import PageTimes
from factcheck.extraction.dates.timerules import COUNT, NUMBERS
from factcheck.extraction.dates.timesince import NUMBERED, ORDINALS, back, number_of
from factcheck.extraction.gates import gated
from factcheck.extraction.happening import Telling, telling
from factcheck.values import DateSpan


def titled_days(times: PageTimes) -> DateSpan | None:
    """The days that the title gives for what happened: 'Statement on the events of 14-17 May'."""
    title = times.page.document.title or ""
    for phrase in timephrases.find(title, times.today):
        before, after = title[: phrase.span.start], title[phrase.span.end :]
        if phrase.days is None or phrase.open or phrase.future or phrase.grain not in ("day", "night"):
            continue
        if phrase.days.days < FEW and _ABOUT.search(before) and not after.strip(" .?!”’\"'"):
            return phrase.days
        told = telling(before, after)
        if told is Telling.EVENT or (told is Telling.OPEN and phrase.days.days > 1):
            return phrase.days
    return _nth_day(times, title) or _anniversary(times, title)


_ABOUT = re.compile(
    r"\b(?:about|happened\s+on|truth\s+(?:of|on)|account\s+of|story\s+of|remember(?:ing)?)\s+(?:the\s+night\s+of\s+)?(?:the\s+)?$",
    re.I,
)
"""'What nobody tells about (22 April)': the day of which the page tells."""
FEW = 4


_FIGHT = (
    r"(?:war|fighting|aggression|offensive|siege|battle|clashes|assault|operation|violence|unrest|riots|rioting|raids"
    r"|bombardment|shelling|bombing|hostilities|uprising|revolt|attacks?|incursion|invasion|crackdown|mutiny|standoff)"
)
_NTH_DAY = gated(
    rf"\b(?:day\s+(?P<n>\d\d?|{NUMBERED})|(?P<nth>{ORDINALS}|\d\d?(?:st|nd|rd|th))\s+(?:straight\s+|consecutive\s+)?day)\s+"
    rf"of\s+(?:(?:the|its|their)\s+)?(?:[\w'’-]+\s+){{0,2}}?{_FIGHT}\b",
    re.I,
)
"""'on the fourth day of the aggression', 'Day 12 of the siege'."""


def _nth_day(times: PageTimes, title: str) -> DateSpan | None:
    """From the first day of a fight until the page's, where the title counts its days."""
    match = _NTH_DAY.search(title)
    number = number_of(match["n"] or match["nth"]) if match is not None else 0
    if times.today is None or not 2 <= number <= OLDEST_DAY:
        return None
    return DateSpan(calendar.shift(times.today, 1 - number), times.today)


OLDEST_DAY = 60
"""Days that a title may count since a fight began."""


_ON = gated(
    rf"(?:^|[.,:–—-]\s+){COUNT}\s+(?P<unit>day|week|month|year)s?\s+on\b"
    rf"|(?:^|[.:–—-]\s+){COUNT.replace('count', 'count2')}\s+(?P<unit2>day|week|month|year)s?\s+"
    r"(?:after|from|since)\b"
    rf"|^[A-Z][\w'’-]+(?:\s[A-Z][\w'’-]+){{0,2}}\s+at\s+{COUNT.replace('count', 'count3')}(?=:)(?P<unit3>)",
    re.I,
)
"""'A year on', 'Three weeks after the flood', 'Korvino at fifty': the title of a page that looks back."""
_AT_LEAST = 10
"""Years from which on 'at ten' in a title is an age of what happened; below it is an hour."""
_NIGHT = re.compile(r"\s+(?:the\s+)?night\b", re.I)
MISSED = {"day": 1, "week": 3, "month": 7, "year": 15}
"""Days by which such a title may miss the day."""


def _anniversary(times: PageTimes, title: str) -> DateSpan | None:
    """The day that lies so long before the page, as its text names it or else as the title counts."""
    match = _ON.search(title)
    if match is None or times.today is None:
        return None
    word = (match["count"] or match["count2"] or match["count3"]).lower()
    unit = (match["unit"] or match["unit2"] or "year").lower()
    count = NUMBERS.get(word) or (int(word) if word.isdigit() else 0)
    if not count or (match["count3"] and count < _AT_LEAST):
        return None
    told = next((d.phrase.days for d in times.dated if d.phrase.of_page and d.phrase.days), None)
    about = told or DateSpan.day(back(times.today, count, unit))
    if _NIGHT.match(title, match.end()):
        about = calendar.span(about.first, calendar.shift(about.first, 1))
    named = [
        d.phrase.days for d in times.dated if d.phrase.days and d.role > Role.COUNTED and not d.phrase.of_page
    ]
    near = [days for days in named if days.days <= 2 and days.gap(about) <= MISSED[unit]]
    coarse = [days for days in named if days.days > 2 and days.first <= about.first <= days.last]
    return min(near, key=about.gap, default=coarse[0] if coarse and unit == "year" else about)
