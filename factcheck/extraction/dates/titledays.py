"""The days of the incident that a title gives: "Statement on the events of 14-17 May", "Three days on"."""

from __future__ import annotations

import re

from factcheck.extraction.dates import calendar, timephrases
from factcheck.extraction.dates.datedphrases import Role
from factcheck.extraction.dates.pagetimes import PageTimes
from factcheck.extraction.dates.timerules import COUNT, NUMBERS
from factcheck.extraction.happening import Telling, telling
from factcheck.values import DateSpan


def titled_days(times: PageTimes) -> DateSpan | None:
    """The days that the title gives for what happened: 'Statement on the events of 14-17 May'."""
    title = times.page.document.title or ""
    for phrase in timephrases.find(title, times.today):
        before, after = title[: phrase.span.start], title[phrase.span.end :]
        if phrase.days is None or phrase.open or phrase.future or phrase.grain not in ("day", "night"):
            continue
        told = telling(before, after)
        if told is Telling.EVENT or (told is Telling.OPEN and phrase.days.days > 1):
            return phrase.days
    return _anniversary(times, title)


_ON = re.compile(
    rf"(?:^|[.,:–—-]\s+){COUNT}\s+(?P<unit>day|week|month|year)s?\s+on\b"
    rf"|(?:^|[.:–—-]\s+){COUNT.replace('count', 'count2')}\s+(?P<unit2>day|week|month|year)s?\s+after\b",
    re.I,
)
"""'A year on', 'Three weeks after the flood': the title of a page that looks back."""
MISSED = {"day": 1, "week": 3, "month": 7, "year": 15}
"""Days by which such a title may miss the day."""


def _anniversary(times: PageTimes, title: str) -> DateSpan | None:
    """The day that lies so long before the page, as its text names it or else as the title counts."""
    match = _ON.search(title)
    if match is None or times.today is None:
        return None
    word, unit = (match["count"] or match["count2"]).lower(), (match["unit"] or match["unit2"]).lower()
    count = NUMBERS.get(word) or (int(word) if word.isdigit() else 0)
    if not count:
        return None
    about = DateSpan.day(
        calendar.shift(times.today, -count * (7 if unit == "week" else 1))
        if unit in ("day", "week")
        else calendar.same_day(times.today, count * (12 if unit == "year" else 1))
    )
    named = [d.phrase.days for d in times.dated if d.phrase.days and d.role > Role.COUNTED]
    near = [days for days in named if days.days <= 2 and days.gap(about) <= MISSED[unit]]
    coarse = [days for days in named if days.days > 2 and days.first <= about.first <= days.last]
    return min(near, key=about.gap, default=coarse[0] if coarse and unit == "year" else about)
