"""Pages whose parts carry days: live reports with headings, threads of dated entries."""

from __future__ import annotations

import re

from factcheck.extraction.dates.pagetimes import PageTimes
from factcheck.extraction.dates.timerules import MONTH
from factcheck.extraction.gates import gated
from factcheck.values import DateSpan

_HEADING = re.compile(
    r"(?m)^\W*(?:mon|tues|wednes|thurs|fri|satur|sun)day\W*$|^\W*[A-Z][a-z]+\.?\s+\d{1,2}\W*$", re.I
)


def first_heading(times: PageTimes) -> DateSpan | None:
    """The day of the oldest part of a page whose parts carry days as headings."""
    days = [
        d.phrase.days.first
        for d in times.dated
        if d.phrase.days and _HEADING.fullmatch(times.page.sentences[d.sentence].text)
    ]
    return DateSpan.day(min(days)) if days else None


_ENTRY = gated(
    rf"(?m)^\W*(?:[A-Za-z]{{3,9}}\.?,?\s+)?(?:{MONTH.format('m')}\s+\d{{1,2}}|\d{{1,2}}\s+{MONTH.format('m2')})"
    r"(?:,?\s+\d{1,2}[:.]\d\d(?:\s*[AP]\.?M\.?)?)?\s*[|–—:]",
    re.I,
)
ENTRIES = 3
"""So many days that open lines make a page a thread, all of it about what its oldest entry tells."""


def thread(times: PageTimes) -> DateSpan | None:
    """The day of the oldest entry of a thread: 'FRI JULY 9, 8:15 AM | 64 confirmed dead'."""
    if "|" not in times.page.text:
        return None
    lines = [match.span() for match in _ENTRY.finditer(times.page.text)]
    days = {
        d.phrase.days.first
        for d in times.dated
        if d.phrase.days and any(start <= d.phrase.span.start < end for start, end in lines)
    }
    return DateSpan.day(min(days)) if len(days) >= ENTRIES else None
