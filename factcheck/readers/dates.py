"""When an item was published, from the many ways in which files write it."""

from __future__ import annotations

import re
from datetime import date, datetime
from email.utils import parsedate_to_datetime

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_NAME = r"(?P<month>jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?"
_WORDS = tuple(
    re.compile(rf"^(?:[a-z]{{3,9}}\.?,?\s+)?{order}\b", re.IGNORECASE)
    for order in (
        rf"(?P<day>\d{{1,2}})(?:st|nd|rd|th)?[\s.\-]+{_NAME}[\s,\-]+(?P<year>\d{{4}})",
        rf"{_NAME}\s+(?P<day>\d{{1,2}})(?:st|nd|rd|th)?,?\s+(?P<year>\d{{4}})",
    )
)
_DAY_FIRST = re.compile(r"^(?P<day>\d{1,2})\.\s?(?P<month>\d{1,2})\.\s?(?P<year>\d{4})\b")
_ISO = re.compile(r"^(?P<year>\d{4})[-/](?P<month>\d{1,2})[-/](?P<day>\d{1,2})(?!\d)")
_CLOCK = re.compile(r"T\d|\d:\d\d")


class UnclearDateError(ValueError):
    """A publication date that cannot be read, or that can be read in two ways."""


def published(value: str) -> tuple[date, str | None]:
    """The day of publication as written, and the ISO time when the clock time is given in a standard form.

    Understands 2025-10-12, 2025-10-12T09:30:00+05:00, 12 October 2025, Oct. 12, 2025, 12.10.2025 and the form of
    e-mail and feeds (Sun, 12 Oct 2025 09:30:00 +0500). The day is the one written, in the time zone written.

    Raises:
        UnclearDateError: none of these; 10/12/2025 too, which is October in some countries and December in others.
    """
    text = " ".join(value.split())
    moment = _moment(text)
    if moment is not None:
        return moment.date(), moment.isoformat() if _CLOCK.search(text) else None
    for pattern in (_ISO, *_WORDS, _DAY_FIRST):
        if found := pattern.match(text):
            return _day(found, value), None
    raise UnclearDateError(f"{value[:40]!r} is not a date that can only be read in one way")


def _moment(text: str) -> datetime | None:
    try:
        return datetime.fromisoformat(text)
    except ValueError:
        pass
    try:
        return parsedate_to_datetime(text) if _CLOCK.search(text) else None
    except (ValueError, IndexError, TypeError):
        return None


def _day(found: re.Match[str], value: str) -> date:
    name = found["month"].lower()
    month = _MONTHS.index(name) + 1 if name in _MONTHS else int(name)
    try:
        return date(int(found["year"]), month, int(found["day"]))
    except ValueError:
        raise UnclearDateError(f"{value[:40]!r} is not a day in the calendar") from None
