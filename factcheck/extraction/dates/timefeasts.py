"""Phrases of time by feasts that move: "on Easter Monday"."""

from __future__ import annotations

import re
from datetime import date

from factcheck.extraction.dates import calendar, feasts
from factcheck.extraction.dates.timerules import NTH, YEAR, TimePhrase, rule, stretch
from factcheck.values import DateSpan


@rule(
    rf"\b(?:(?P<nth>{'|'.join(NTH)}|last)\s+day\s+of\s+)?(?:(?P<last>last|this)\s+(?:year['’]s\s+)?)?"
    rf"(?P<word>{'|'.join(name.replace(' ', '[ ]').replace('-', '[- ]?') for name in feasts.NAMES)})\b"
    rf"(?:,?\s+(?:of\s+|in\s+)?(?P<year>{YEAR}))?",
    *(name[:4] for name in feasts.NAMES),
)
def _feasts(match: re.Match[str], today: date | None, ahead: bool) -> TimePhrase | None:
    """The latest one, or that of the year which is named; 'last Ramadan' has ended."""
    word = re.sub(r"[\s-]+", " ", match["word"].lower()).replace("eid al", "eid al-").replace("al- ", "al-")
    at = date(int(match["year"]), 12, 31) if match["year"] else today
    days = None if at is None or ahead else feasts.feast(word, at)
    if days is None or at is None:
        return None
    if match["last"] == "last" and days.last >= at:
        days = feasts.feast(word, calendar.shift(days.first, -1)) or days
    if match["nth"]:
        nth = NTH.get(match["nth"].lower())
        days = DateSpan.day(calendar.shift(days.first, nth - 1) if nth else days.last)
    return TimePhrase(stretch(match), days, "day" if days.days == 1 else "month")
