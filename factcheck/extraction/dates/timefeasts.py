"""Phrases of time by feasts that move and by seasons: "on Easter Monday", "the summer of 2019"."""

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


_SEASONS = {"spring": 3, "summer": 6, "autumn": 9, "fall": 9, "winter": 12}


@rule(
    rf"\b(?:the\s+)?(?:(?P<part>early|mid|late)[\s-]+)?(?P<season>{'|'.join(_SEASONS)})\s+of\s+(?P<year>{YEAR})\b",
    *(f"{season} of" for season in _SEASONS),
)
def _season_of(match: re.Match[str], today: date | None, ahead: bool) -> TimePhrase | None:
    """'the summer of 2019': its three months."""
    year, first = int(match["year"]), _SEASONS[match["season"].lower()]
    starts = calendar.month(year, first)
    ends = calendar.month(year + (first == 12), (first + 1) % 12 + 1)
    if starts is None or ends is None:
        return None
    whole = DateSpan(starts.first, ends.last)
    return TimePhrase(stretch(match), calendar.part_of(whole, match["part"]) if match["part"] else whole, "week")
