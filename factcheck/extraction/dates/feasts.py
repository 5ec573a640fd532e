"""Feasts that move: Easter (python-dateutil), the months of the Islamic year by its arithmetic calendar."""

from __future__ import annotations

from datetime import date

from dateutil.easter import easter

from factcheck.extraction.dates import calendar
from factcheck.values import DateSpan

_EPOCH = 227_014
"""The day before 1 Muharram 1 as ``date.toordinal`` counts (16 July 622, Julian)."""
_EASTER = {
    "palm sunday": -7,
    "good friday": -2,
    "easter sunday": 0,
    "easter": 0,
    "easter monday": 1,
    "pentecost": 49,
}
_YEARS = (1583, 4099)
"""The years of which Easter is reckoned by the western rule."""
_FEASTS = {"eid al-fitr": (10, 1), "eid al-adha": (12, 10), "ashura": (1, 10)}
NAMES = (*sorted(_EASTER, key=len, reverse=True), *_FEASTS, "ramadan")


def feast(name: str, today: date) -> DateSpan | None:
    """The latest such feast that has begun; of Ramadan the whole month. The moon may differ by a day."""
    for year in (today.year, today.year - 1):
        days = _feast(name, year, today)
        if days is not None and days.first <= today:
            return days
    return None


def _feast(name: str, year: int, today: date) -> DateSpan | None:
    if not _YEARS[0] <= year <= _YEARS[1]:
        return None
    if name in _EASTER:
        return DateSpan.day(calendar.shift(easter(year), _EASTER[name]))
    islamic = _islamic_year(date(year, 12, 31))
    for number in (islamic, islamic - 1):
        if name == "ramadan":
            days = calendar.span(_islamic(number, 9, 1), calendar.shift(_islamic(number, 10, 1), -1))
        else:
            days = DateSpan.day(_islamic(number, *_FEASTS[name]))
        if days.first.year == year and days.first <= today:
            return days
    return None


def _islamic(year: int, month: int, day: int) -> date:
    """The day of the arithmetic calendar: odd months have 30 days, and 11 of 30 years a day more."""
    before = (year - 1) * 354 + (3 + 11 * year) // 30 + 29 * (month - 1) + month // 2
    return date.fromordinal(_EPOCH + before + day)


def _islamic_year(day: date) -> int:
    return (30 * (day.toordinal() - _EPOCH) + 10_646) // 10_631
