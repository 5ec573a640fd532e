"""The days of the incident that a whole page tells of, chosen among all days that it names."""

from __future__ import annotations

import re
from collections import Counter
from datetime import date

from factcheck.extraction.dates import calendar
from factcheck.extraction.dates.datedphrases import ASIDE, Dated, Role
from factcheck.extraction.dates.followups import follows_up, led_up_to
from factcheck.extraction.dates.hours import into_the_night, over_midnight, told_after_midnight
from factcheck.extraction.dates.pagetimes import PageTimes
from factcheck.extraction.dates.threads import first_heading, thread
from factcheck.extraction.dates.timerules import COUNT, NUMBERS
from factcheck.extraction.dates.titledays import MISSED, titled_days
from factcheck.values import DateSpan


def incident_days(times: PageTimes) -> DateSpan | None:
    """The day of the page's incident: of its dated happenings the weightiest, on a tie the earlier.

    A page that gives no day but hours ("before dawn", "at 11 a.m.") or entries with their time tells of its
    own day. The last resort is a statement older than the page: what it was about cannot be younger.
    """
    titled = titled_days(times)
    if titled is not None:
        return titled
    if times.live and times.today:
        return first_heading(times) or (
            calendar.span(calendar.shift(times.today, -1), times.today)
            if over_midnight(times.page.text)
            else DateSpan.day(times.today)
        )
    threaded = thread(times)
    if threaded is not None:
        return threaded
    again = Counter(d.phrase.days for d in times.dated if d.role >= Role.OPEN and d.phrase.days)

    def weight(dated: Dated) -> float:
        days = dated.phrase.days
        told = again[days] - 1 if days is not None and dated.role >= Role.OPEN else 0
        return weight_of(times, dated) + AGAIN * min(AGAIN_AT_MOST, told)

    happened = [(weight(d), -d.phrase.span.start, d) for d in times.dated if d.role >= Role.AFTERMATH]
    known = [c for c in happened if c[0] > 0 and _closed(times, c[2]) and times.days_of(c[2], alone=True)]
    if known:
        best = max(known)[2]
        if best.role is Role.AFTERMATH:
            return _sharpened(times, _first_aftermath(times, known))
        return _within(times, best) or _sharpened(times, best)
    if times.today is None:
        return None
    if any(d.phrase.grain == "clock" and d.role is not Role.FURNITURE for d in times.dated):
        return DateSpan.day(calendar.shift(times.today, -1) if told_after_midnight(times) else times.today)
    return _oldest_statement(times, times.today)


COUNTS = 3
"""So many dated counts are a list whose first day is the incident's, where the page names only its month."""

AGAIN, AGAIN_AT_MOST = 0.5, 2
"""What a day weighs more for the incident of the page each time that the page names it again, and up to how often;
more cost dates on pooled local news."""


def _closed(times: PageTimes, dated: Dated) -> bool:
    """True for days with an end, and for fighting that goes on since a day."""
    phrase = dated.phrase
    if phrase.open != "since" or phrase.grain not in ("day", "night"):
        return phrase.open is None
    before = times.page.text[max(0, phrase.span.start - 60) : phrase.span.start]
    if dated.sentence < 3 and _STUCK.search(before) is not None:
        return True
    if dated.role is Role.AFTERMATH:
        return _ADMITTED.search(times.page.sentences[dated.sentence].text) is not None
    return dated.role is Role.EVENT or (dated.role is Role.OPEN and nobody_since(times, dated))


_STUCK = re.compile(
    r"\b(?:trapped|missing|stranded|stuck|unaccounted|cut\s+off|buried)\b[^.;]{0,40}\bsince\s+(?:late\s+|early"
    r"\s+)?$",
    re.I,
)
"""'Seven miners have been trapped since (Wednesday)': the day of the accident."""
_ADMITTED = re.compile(r"\b(?:admitted|hospitali[sz]ed|treated)\b[^.;]*\bsince\b", re.I)
"""'218 patients have been admitted since the weekend': people who fall ill one after another."""


_NOBODY = re.compile(r"(?:^|[–—-]\s)\W*(?:no\s+one|nobody|none|not\s+(?:one|a\s+single))\b[^.;]*\bsince\s+$", re.I)


def nobody_since(times: PageTimes, dated: Dated) -> bool:
    """'No one has been pulled out alive since (Tuesday)': that day was the last of something."""
    begin = times.page.sentences[dated.sentence].span.start
    return _NOBODY.search(times.page.text[begin : dated.phrase.span.start]) is not None


def _within(times: PageTimes, best: Dated) -> DateSpan | None:
    """The several days that a page names before it tells of one of them."""
    day = best.phrase.days
    if day is None or day.days > 2:
        return None
    for d in times.dated:
        days = d.phrase.days
        if d.phrase.span.start >= best.phrase.span.start:
            break
        if days is None or d.role < Role.OPEN or d.phrase.grain != "day" or d.phrase.open is not None:
            continue
        if days.days > day.days and days.first <= day.first and day.last <= days.last:
            return days
    return None


def _first_aftermath(times: PageTimes, known: list[tuple[float, int, Dated]]) -> Dated:
    """The earliest day where a page names only what came after: an arrest cannot precede its crime."""
    since = (d for d in times.dated if d.role in _SINCE and d.phrase.open == "since" and d.phrase.grain == "day")
    named = [dated for weight, _, dated in known if weight > 1.5]
    return min((*named, *since) if named else (), key=lambda d: _first_day(times, d), default=max(known)[2])


_SINCE = (Role.COUNTED, Role.OPEN, Role.EVENT)


def _first_day(times: PageTimes, dated: Dated) -> date:
    days = times.days_of(dated, alone=True)
    return days.first if days else date.max


def _sharpened(times: PageTimes, best: Dated) -> DateSpan | None:
    """The days of the best phrase, or those of a single day inside them on which something happened."""
    days = times.days_of(best, alone=True)
    if days is not None and best.phrase.of_page and best.phrase.grain in ("week", "month"):
        return _named_near(times, days, best)
    if days is not None and best.phrase.open == "since" and best.role is Role.EVENT:
        return _lasted(times, days)
    if days is not None and best.phrase.open == "since" and best.role is Role.OPEN:
        return DateSpan.day(days.first)
    if days is not None and days.days == 1 and into_the_night(times, best):
        times.into_night = True
        return calendar.span(days.first, calendar.shift(days.first, 1))
    if days is None or best.phrase.grain not in ("week", "month", "year"):
        return days
    inside = [
        d.phrase.days
        for d in times.dated
        if d.role is Role.EVENT and d.phrase.days and d.phrase.grain in ("day", "night") and d.phrase.open is None
    ]
    return next((d for d in inside if days.first <= d.first and d.last <= days.last), _counted_from(times, days))


def _named_near(times: PageTimes, about: DateSpan, best: Dated) -> DateSpan:
    """The earliest day that the page names near the one of 'a month has passed', which is meant roughly."""
    named = [
        d.phrase.days
        for d in times.dated
        if d.phrase.days
        and d.phrase.days.days <= 2
        and not d.phrase.of_page
        and d.role not in (Role.SAID, Role.FUTURE)
    ]
    near = [days for days in named if days.gap(about) <= MISSED[best.phrase.grain]]
    return min(near, key=lambda days: days.first, default=about)


_DAYS_OF = re.compile(
    rf"\b{COUNT}\s+(?:straight\s+|consecutive\s+)?days\s+of\s+(?:\w+\s+)?(?:fighting|combat|clashes|battles?"
    rf"|war(?:fare)?"
    r"|shelling|bombardment|air\s?strikes|violence|unrest|riots|rioting|protests|hostilities)\b",
    re.I,
)
"""'Three days of combat', of a fight that goes on since a day."""


def _lasted(times: PageTimes, days: DateSpan) -> DateSpan:
    """The days since a first day, no more than the page counts where it opens."""
    told = _DAYS_OF.search(times.page.text, 0, OPENING)
    if told is None:
        return days
    count = NUMBERS.get(told["count"].lower()) or (int(told["count"]) if told["count"].isdigit() else days.days)
    return calendar.span(days.first, min(days.last, calendar.shift(days.first, count - 1)))


OPENING = 400
"""Characters of a page that tell in short what it is about."""


def _counted_from(times: PageTimes, days: DateSpan) -> DateSpan:
    """The first day of a list of counts by date that lies in the days: from there on it was counted."""
    listed = [
        d.phrase.days
        for d in times.dated
        if d.role in (Role.LABEL, Role.FURNITURE)
        and d.phrase.grain == "day"
        and d.phrase.days
        and d.phrase.days.days == 1
        and times.page.text[d.phrase.span.end :][:3].lstrip()[:1] == ":"
    ]
    first = min(listed, key=lambda day: day.first, default=None)
    within = first is not None and days.first <= first.first <= days.last
    return first if first is not None and within and len(listed) >= COUNTS else days


def _oldest_statement(times: PageTimes, today: date) -> DateSpan | None:
    said = [
        d.phrase.days
        for d in times.dated
        if d.role is Role.SAID and d.phrase.days and 3 <= (today - d.phrase.days.last).days <= 60
    ]
    return min(said, key=lambda days: days.first, default=None)


def weight_of(times: PageTimes, dated: Dated) -> float:
    """How well a phrase would date the incident of its page, by the rules."""
    beside = follows_up(times, dated) or (_beside(times, dated) and not led_up_to(times, dated))
    return dated.weight + _recent(times, dated) - (ASIDE if beside else 0.0)


def _beside(times: PageTimes, dated: Dated) -> bool:
    """True for 'the day before': another thing's day, unless it counts from that of a statement."""
    if dated.phrase.after in (None, (0, 0)):
        return False
    said = (d for d in times.dated if d.sentence == dated.sentence and d.role is Role.SAID)
    return not any(
        d.phrase.span.end <= dated.phrase.span.start
        and ";" not in times.page.text[d.phrase.span.end : dated.phrase.span.start]
        for d in said
    )


def _recent(times: PageTimes, dated: Dated) -> float:
    """News tells of the last days; what lies years back is background."""
    if times.today is None or dated.phrase.days is None:
        return 0.0
    age = (times.today - dated.phrase.days.last).days
    return 1.0 if 0 <= age <= 10 else 0.0 if age <= 120 else -1.0 if age <= 400 else -2.5
