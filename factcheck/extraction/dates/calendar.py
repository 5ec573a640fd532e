"""Calendar arithmetic for time phrases: which day a weekday, a day without a year or a holiday means."""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta

from factcheck.values import DateSpan

MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")

TIME_ZONES = timedelta(days=1)
"""A day may already have begun where the thing happened, when it has not where the report is dated."""

_FIXED = {
    "new year's day": (1, 1), "new year's eve": (12, 31), "valentine's day": (2, 14), "may day": (5, 1),
    "fourth of july": (7, 4), "july fourth": (7, 4), "independence day": (7, 4), "halloween": (10, 31),
    "christmas eve": (12, 24), "christmas day": (12, 25), "christmas": (12, 25), "boxing day": (12, 26),
}  # fmt: skip
_FLOATING = {  # month, weekday, which one of the month (-1: the last)
    "martin luther king day": (1, 0, 3), "memorial day": (5, 0, -1), "labor day": (9, 0, 1),
    "thanksgiving": (11, 3, 4), "mother's day": (5, 6, 2), "father's day": (6, 6, 3),
}  # fmt: skip
HOLIDAYS = tuple(_FIXED) + tuple(_FLOATING)


def shift(day: date, days: int) -> date:
    """The day so many days later (earlier, when negative), held within the calendar's years 1 to 9999."""
    try:
        return day + timedelta(days=days)
    except OverflowError:
        return date.max if days > 0 else date.min


def span(first: date, last: date) -> DateSpan:
    """The interval between two days in either order."""
    return DateSpan(min(first, last), max(first, last))


def make_day(year: int, month: int, day: int) -> date | None:
    """The day, or None where the calendar has no such day."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


def full_year(digits: str, today: date | None) -> int:
    """The year that two or four digits mean: '90' is 1990, '25' is 2025 (never far beyond today)."""
    year = int(digits)
    if year >= 100:
        return year
    return 2000 + year if 2000 + year <= (today.year if today else 2040) + 1 else 1900 + year


def day_of_year(month: int, day: int, today: date, *, future: bool = False) -> date | None:
    """The latest such day that is not after today; when ``future``, the one nearest to today."""
    years = (
        (today.year, today.year - 1, today.year + 1) if future else (today.year, today.year - 1, today.year - 4)
    )
    days = [found for year in years if (found := make_day(year, month, day))]
    if future:
        return min(days, key=lambda found: abs(found - today), default=None)
    return next((found for found in days if found <= shift(today, TIME_ZONES.days)), None)


def weekday(index: int, today: date, *, future: bool = False) -> date:
    """The latest such weekday that is not after today (the next one, when ``future``)."""
    if future:
        return shift(today, (index - today.weekday()) % 7)
    return shift(today, -((today.weekday() - index) % 7))


def month(year: int, number: int) -> DateSpan | None:
    """The whole month."""
    if not 1 <= year <= 9999:
        return None
    return DateSpan(date(year, number, 1), date(year, number, monthrange(year, number)[1]))


def months_before(today: date, count: int) -> DateSpan | None:
    """The whole month so many months before today's."""
    index = today.year * 12 + today.month - 1 - count
    return month(index // 12, index % 12 + 1)


def same_day(today: date, months: int) -> date:
    """The same day of the month so many months before; the month's last where it is shorter."""
    before = months_before(today, months)
    if before is None:
        return date.min
    return make_day(before.first.year, before.first.month, today.day) or before.last


def year(number: int) -> DateSpan | None:
    """The whole year."""
    return DateSpan(date(number, 1, 1), date(number, 12, 31)) if 1 <= number <= 9999 else None


def week(today: date, weeks_back: int = 0) -> DateSpan:
    """The week from Monday to Sunday that lies so many weeks back."""
    monday = shift(today, -today.weekday() - 7 * weeks_back)
    return span(monday, shift(monday, 6))


def weekend(today: date, weeks_back: int = 0) -> DateSpan:
    """The latest Saturday and Sunday that have begun, or the one so many weeks before it."""
    saturday = shift(weekday(5, today), -7 * weeks_back)
    return span(saturday, shift(saturday, 1))


def part_of(whole: DateSpan, part: str) -> DateSpan:
    """The early, middle or late third of an interval: of a month 1-10, 11-20 and 21 to its end."""
    third = max(1, round(whole.days / 3))
    if part in ("early", "beginning", "start"):
        return span(whole.first, shift(whole.first, third - 1))
    if part in ("mid", "middle"):
        return span(shift(whole.first, third), shift(whole.first, 2 * third - 1))
    return span(shift(whole.first, 2 * third), whole.last)


def holiday(name: str, today: date) -> date | None:
    """The latest such holiday that is not after today."""
    if name in _FIXED:
        return day_of_year(*_FIXED[name], today)
    number, index, nth = _FLOATING[name]
    for candidate in (today.year, today.year - 1):
        found = _nth(candidate, number, index, nth)
        if found and found <= today:
            return found
    return None


def _nth(year_number: int, number: int, index: int, nth: int) -> date | None:
    whole = month(year_number, number)
    if whole is None:
        return None
    if nth < 0:
        return weekday(index, whole.last)
    return shift(weekday(index, whole.first, future=True), 7 * (nth - 1))
