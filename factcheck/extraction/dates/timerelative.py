"""Phrases of time that count from another day: "Tuesday night", "two weeks ago", "the next day", "at dawn"."""

from __future__ import annotations

import re
from datetime import date

from factcheck.extraction.dates import calendar
from factcheck.extraction.dates.timerules import (
    COUNT,
    DAY,
    HOURS,
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
from factcheck.extraction.gates import gated
from factcheck.values import DateSpan


@rule(
    rf"\b(?:(?P<late>early|late)\s+(?:on\s+)?)?(?:(?P<which>last|this|past|next|coming|previous|following)\s+)?"
    rf"{WEEKDAY.format('w1')}(?:(?:s(?=\s))?\s*(?:and|/|-|–|or|to)\s*{WEEKDAY.format('w2')})?"
    rf"(?:['’]s)?(?:\s+(?:at\s+)?{HOURS}(?:['’]s)?)?(?:\s+(?:of\s+)?last\s+week\b)?"
    r"(?:,?\s+the\s+(?P<date>\d\d?)(?:st|nd|rd|th)\b)?",
    "day", "mon.", "tue.", "tues.", "wed.", "thu.", "thurs.", "fri.", "sat.", "sun.",
)  # fmt: skip
def _weekdays(match: re.Match[str], today: date | None, ahead: bool) -> TimePhrase | None:
    if today is None or (match["w1"].islower() is True and match.group().find(".") >= 0):
        return None
    which = (match["which"] or "").lower()
    future = which in ("next", "coming") or (ahead and which not in ("last", "past", "previous"))
    first = calendar.weekday(weekday_number(match["w1"]), today, future=future)
    if which in ("last", "past", "previous") and first == today:
        first = calendar.shift(first, -7)
    if match["date"]:
        return _weekday_the(match, today)
    if match.group().lower().endswith("last week"):
        whole = calendar.week(today, 1)
        first = calendar.shift(whole.first, weekday_number(match["w1"]))
    last = calendar.weekday(weekday_number(match["w2"]), calendar.shift(first, 6)) if match["w2"] else first
    night = (match["hours"] or "").lower() in ("night", "overnight")
    night = night or _NIGHT_OF.search(match.string, max(0, match.start() - 40), match.start()) is not None
    days = calendar.span(first, calendar.shift(last, 1) if night and last == first else last)
    return TimePhrase(stretch(match), days, "night" if night else "day", future=future)


def _weekday_the(match: re.Match[str], today: date) -> TimePhrase | None:
    """'Tuesday the 28th': the nearest 28th that is a Tuesday."""
    around = [calendar.months_before(today, back) for back in (-1, 0, 1)]
    days = [calendar.make_day(m.first.year, m.first.month, int(match["date"])) for m in around if m]
    fitting = [d for d in days if d and d.weekday() == weekday_number(match["w1"])]
    return TimePhrase(stretch(match), DateSpan.day(fitting[0]), future=fitting[0] > today) if fitting else None


_NIGHT_OF = gated(r"\b(?:night|overnight)\s+(?:of|on|from|between)?\s*(?:the\s+)?$", re.I)


@rule(
    r"\b(?P<word>earlier\s+today|the\s+day\s+before\s+yesterday|today|tonight|(?:earlier\s+)?this\s+(?:morning"
    r"|afternoon|evening)|yesterday(?:\s+(?:morning|afternoon|evening|night))?"
    r"|last\s+night|overnight|tomorrow|earlier\s+in\s+the\s+day|(?:a|the)\s+night\s+of(?=\s+(?:heavy\s+|fierce"
    r"\s+)?"
    r"(?:fighting|clashes|violence|shelling|shooting|attacks|strikes|bombing|bombardment|unrest|terror)))\b",
    "today", "tonight", "this ", "yesterday", "night", "tomorrow", "in the day",
)  # fmt: skip
def _named_days(match: re.Match[str], today: date | None, ahead: bool) -> TimePhrase | None:
    if today is None:
        return None
    word = match["word"].lower()
    if word == "tomorrow":
        return TimePhrase(stretch(match), DateSpan.day(calendar.shift(today, 1)), future=True)
    if word.startswith("the day"):
        return TimePhrase(stretch(match), DateSpan.day(calendar.shift(today, -2)))
    night = word in ("last night", "overnight", "yesterday night") or "night of" in " ".join(word.split())
    first = calendar.shift(today, -1 if night or word.startswith("yesterday") else 0)
    return TimePhrase(
        stretch(match),
        calendar.span(first, calendar.shift(first, 1) if night else first),
        "night" if night else "day",
    )


@rule(
    r"\b(?:(?P<part>early|late|earlier|later)\s+)?(?P<which>the|this|last|past|next|previous)\s+(?P<unit>weekend"
    r"|week|month|year|"
    r"spring|summer|autumn|fall|winter)\b(?!\s+(?:before|after))",
    "week", "month", "year", "spring", "summer", "autumn", "fall", "winter",
)  # fmt: skip
def _periods(match: re.Match[str], today: date | None, ahead: bool) -> TimePhrase | None:
    """'last week' is the week before this one; 'this month' ends today; bare 'the week' says nothing."""
    which, unit, part = match["which"].lower(), match["unit"].lower(), (match["part"] or "").lower()
    if today is None or (which == "the" and unit != "weekend"):
        return None
    future = which == "next"
    back = 1 if which in ("last", "past", "previous") else -1 if future else 0
    whole = _period(unit, today, back)
    if whole is None:
        return None
    if part in ("early", "late"):
        whole = calendar.part_of(whole, part)
    elif back == 0 and whole.first <= today:
        whole = calendar.span(whole.first, min(today, whole.last))
    grain = unit if unit in ("month", "year") else "week"
    return TimePhrase(stretch(match), whole, "day" if unit == "weekend" else grain, future=future)


def _period(unit: str, today: date, back: int) -> DateSpan | None:
    if unit == "weekend":
        began = calendar.weekend(today)
        return (
            calendar.weekend(today, back - (back == 1))
            if today > began.last
            else calendar.weekend(today, max(back, 0))
        )
    if unit == "week":
        return calendar.week(today, back)
    if unit == "month":
        return calendar.months_before(today, back)
    if unit == "year":
        return calendar.year(today.year - back)
    number = {"spring": 3, "summer": 6, "autumn": 9, "fall": 9, "winter": 12}[unit]
    first = calendar.day_of_year(number, 1, today)
    if first is None or back != 1:
        return None
    until = calendar.months_before(calendar.shift(first, 75), 0)
    return calendar.span(first, until.last) if until else None


@rule(
    rf"\b{COUNT}\s+(?P<unit>hour|day|night|week|fortnight|month|year)s?\s+(?P<way>ago|earlier|later|before"
    rf"|after)\b",
    "ago", "earlier", "later", "before", "after",
)  # fmt: skip
def _counted(match: re.Match[str], today: date | None, ahead: bool) -> TimePhrase | None:
    """'two weeks ago' counts from publication, 'two days earlier' from the event last spoken of."""
    count = NUMBERS.get(match["count"].lower()) or (int(match["count"]) if match["count"].isdigit() else None)
    unit, way = match["unit"].lower(), match["way"].lower()
    if count is None:
        return None
    if way == "after" and _FIRST.search(match.string, max(0, match.start() - 8), match.start()):
        return None
    if way != "ago":
        if unit == "year" and count > 1 and way in ("later", "earlier"):
            years = count if way == "later" else -count
            return TimePhrase(stretch(match), None, "year", after=(years, years))
        step = count * {"day": 1, "night": 1, "week": 7, "fortnight": 14}.get(unit, 0)
        if unit == "month" and way == "after" and today and _told_on(match, today) == today:
            return TimePhrase(stretch(match), DateSpan.day(calendar.same_day(today, count)), "week")
        if not step:
            return None
        if way == "after" and today and (told := _told_on(match, today)):
            grain = "day" if unit == "day" else "week"
            return TimePhrase(stretch(match), DateSpan.day(calendar.shift(told, -step)), grain)
        deed = way == "before" and _THE_DEED.match(match.string, match.end()) is not None
        looks_back = way == "after" and _FOLLOWED.search(match.string, max(0, match.start() - 40), match.start())
        step = -step if looks_back or way in ("earlier", "before") else step
        return TimePhrase(
            stretch(match), None, after=(step, step), of_page=deed or (looks_back is not None and way == "after")
        )
    if today is None:
        return None
    return TimePhrase(
        stretch(match), _ago(count, unit, today), "day" if unit in ("hour", "day", "night", "fortnight") else unit
    )


def _ago(count: int, unit: str, today: date) -> DateSpan | None:
    if unit in ("hour", "day", "night"):
        back = count if unit != "hour" else count // 24
        return DateSpan.day(calendar.shift(today, -back))
    if unit == "fortnight":
        return DateSpan.day(calendar.shift(today, -14 * count))
    if unit == "week":
        return DateSpan.day(calendar.shift(today, -7)) if count == 1 else calendar.week(today, count)
    if unit == "month":
        return calendar.months_before(today, count)
    if count == 1:
        day = calendar.make_day(today.year - 1, today.month, today.day) or calendar.shift(today, -365)
        return DateSpan.day(day)
    return calendar.year(today.year - count)


_FOLLOWED = re.compile(
    r"\b(?:comes?|came|coming|happened|occurred|took\s+place|follows|followed)\s+(?:just\s+|only\s+|barely\s+"
    r"|less\s+than\s+)?$",
    re.I,
)
"""What makes 'a week after the flood' the day of the flood: 'the quake came a week after the flood'."""

_THE_DEED = re.compile(
    r"\s+(?:(?:the|that|this)\s+)?(?:\w+\s+)?(?:strike|attack|raid|bombing|blast|explosion|crash|shooting"
    r"|massacre|ambush"
    r"|earthquake|quake|flood|floods|fire|collapse|sinking|stampede|crush|assault|disaster)\b",
    re.I,
)
"""'two days before (the strike)': before the incident of the page."""
_FIRST = re.compile(r"\bfirst\s+$", re.I)
_POINT = re.compile(rf"\b{WEEKDAY.format('w')}(?:\s+(?:morning|afternoon|evening|night))?\s*,\s*$", re.I)
_POINT_DAY = re.compile(
    rf"\b(?:{DAY.format('d')}\s+{MONTH.format('m')}|{MONTH.format('m2')}\s+{DAY.format('d2')})(?:,?"
    rf"\s+(?P<year>{YEAR}))?\s*,\s*$"
)
_NOW = re.compile(r"(?:^|[.!?\n,–—|\]]\s*|\s--?\s|[\w)]:\s)$")


def _told_on(match: re.Match[str], today: date) -> date | None:
    """The day from which 'three days after the flood' looks back: 'on Wednesday, three days after', else today.

    Only where the phrase stands by itself: what 'died three days after the attack' lies after it.
    """
    named = _POINT.search(match.string, max(0, match.start() - 24), match.start())
    if named:
        return calendar.weekday(weekday_number(named["w"]), today)
    dated = _POINT_DAY.search(match.string, max(0, match.start() - 24), match.start())
    if dated:
        day, month = int(dated["d"] or dated["d2"]), month_number(dated["m"] or dated["m2"])
        written = calendar.make_day(int(dated["year"]), month, day) if dated["year"] else None
        return written or calendar.day_of_year(month, day, today) or today
    return today if _NOW.search(match.string[max(0, match.start() - 3) : match.start()]) else None


_ANCHORED = {
    "previous day": (-1, -1), "preceding day": (-1, -1), "day before": (-1, -1), "day earlier": (-1, -1),
    "previous night": (-1, 0), "night before": (-1, 0), "previous evening": (-1, -1), "evening before": (-1, -1),
    "following day": (1, 1), "next day": (1, 1), "day after": (1, 1), "following morning": (1, 1),
    "next morning": (1, 1), "following night": (1, 2), "following week": (7, 7), "week after": (7, 7),
    "same day": (0, 0), "same night": (0, 0), "same evening": (0, 0), "same morning": (0, 0), "that day": (0, 0),
    "that night": (0, 0), "that weekend": (0, 0), "that evening": (0, 0), "that morning": (0, 0),
    "those days": (0, 0), "those two days": (0, 0), "same time": (0, 0), "that time": (0, 0),
    "same period": (0, 0), "that period": (0, 0), "since then": (0, 0),
}  # fmt: skip


@rule(
    r"\b(?:the\s+|a\s+)?(?P<word>" + "|".join(_ANCHORED).replace(" ", r"\s+") + r")\b(?!\s+(?:that|of)\b)",
    "previous", "preceding", "before", "following", "next", "after", "earlier", "same", "that ", "those",
    "since then",
)  # fmt: skip
def _anchored(match: re.Match[str], today: date | None, ahead: bool) -> TimePhrase | None:
    word = " ".join(match["word"].lower().split())
    since = "since" if word == "since then" else None
    return TimePhrase(
        stretch(match), None, "night" if "night" in word else "day", after=_ANCHORED[word], open=since
    )


@rule(
    r"\b(?:before|at|around|after)\s+(?:dawn|daybreak|sunrise|midnight|noon|dusk|nightfall|lunchtime|lunch"
    r"\s+time|midday)\b"
    r"|\bin\s+the\s+(?:early\s+)?(?:morning|afternoon|evening|night|early\s+hours)\b"
    r"|\bthe\s+(?:morning|afternoon|evening)\b(?!\s+of)"
    r"|\b(?:2[0-3]|1\d|0?\d):[0-5]\d(?:\s*[ap]\.?m\b\.?)?|\b(?:1[0-2]|[1-9])\s*[ap]\.?m\b\.?",
    "dawn", "daybreak", "sunrise", "midnight", "noon", "dusk", "nightfall", "lunch", "midday", "in the ",
    "the morning", "the evening", "the afternoon", ":", " am", " pm", "0am", "0pm", ".m",
)  # fmt: skip
def _clock(match: re.Match[str], today: date | None, ahead: bool) -> TimePhrase | None:
    return TimePhrase(stretch(match), None, "clock")
