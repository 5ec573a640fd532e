"""Phrases of time in a text, and the days that they mean: "12 October", "Tuesday night", "two weeks ago".

A phrase is resolved against the day of publication where it says so by itself; "the following day" waits for the
event that it follows (``after`` holds the days to add). No document, no choice: which phrase dates which claim is
decided in ``dates``.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date

from factcheck.extraction import calendar
from factcheck.values import DateSpan, Span


@dataclass(frozen=True, slots=True)
class TimePhrase:
    """A phrase of time: where it stands and which days it means (None: not known without an anchor).

    ``grain`` is day, night, week, month, year or clock (a part of the day, whichever day it is); ``after`` the first
    and last day counted from an anchor; ``open`` is since or until where the phrase bounds an interval.
    """

    span: Span
    days: DateSpan | None
    grain: str = "day"
    after: tuple[int, int] | None = None
    open: str | None = None
    future: bool = False


_MONTH = (
    r"(?P<{}>Jan(?:uary|\.)?|Feb(?:ruary|\.)?|Mar(?:ch|\.)?|Apr(?:il|\.)?|May|June?\.?|July?\.?|Aug(?:ust|\.)?"
    r"|Sept?(?:ember|\.)?|Oct(?:ober|\.)?|Nov(?:ember|\.)?|Dec(?:ember|\.)?)"
)
_DAY = r"(?P<{}>3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?"
_TO = r"\s*(?:,\s*(?:and\s+)?|and|to|until|through|or|&|-|–|/)\s*(?:the\s+)?"
_YEAR = r"(?:19|20)\d\d"
_PART = r"(?P<part>early|mid|middle|late|(?:the\s+)?(?:end|beginning|start|middle)\s+of)"
_WEEKDAY = r"(?P<{}>mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day|\.(?=\s))"
_HOURS = r"(?P<hours>night|evening|morning|afternoon|overnight|midnight|noon|dawn)"
_COUNT = r"(?P<count>\d{1,3}|a|an|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|several|a\s+few|a\s+couple\s+of)"
_NUMBERS = {
    w: n for n, w in enumerate(["", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
                                "eleven", "twelve"])
} | {"a": 1, "an": 1}  # fmt: skip
_PEOPLE = (
    r"(?!\s+(?:more\s+)?(?:people|persons|civilians|soldiers|policemen|men|women|children|militants|troops)\b)"
)

Resolver = Callable[["re.Match[str]", "date | None", bool], "TimePhrase | None"]
_GRAMMAR: list[tuple[re.Pattern[str], tuple[str, ...], Resolver]] = []


def find(text: str, today: date | None, start: int = 0, end: int | None = None) -> list[TimePhrase]:
    """The phrases of time in a stretch of text, in order, none inside another; ``today`` is the publication day."""
    lower = _lower(text)
    found: list[TimePhrase] = []
    for pattern, hints, resolve in _GRAMMAR:
        for window in _windows(lower, hints, start, len(text) if end is None else end):
            for match in pattern.finditer(text, window.start, window.end):
                phrase = resolve(match, today, _ahead(text, match.start()))
                if phrase is not None:
                    found.append(phrase)
    return _joined(text, _longest(found))


BEFORE, BEYOND = 40, 64
"""Characters around a hint that its pattern is tried on; no phrase reaches further."""


def _windows(lower: str, hints: tuple[str, ...], start: int, end: int) -> Iterator[Span]:
    """The stretches around the hints, overlapping ones as one: a pattern over a whole text costs far more."""
    spots = []
    for hint in hints:
        spot = lower.find(hint, start, end)
        while spot >= 0:
            spots.append(spot)
            spot = lower.find(hint, spot + 1, end)
    spots.sort()
    first = last = -1
    for spot in spots:
        if first >= 0 and spot - BEFORE > last:
            yield Span(first, last)
            first = -1
        if first < 0:
            first = _word_start(lower, max(start, spot - BEFORE))
        last = _word_end(lower, min(end, spot + BEYOND), end)
    if first >= 0:
        yield Span(first, last)


def _word_start(text: str, position: int) -> int:
    return max(0, text.rfind(" ", 0, position))


def _word_end(text: str, position: int, end: int) -> int:
    space = text.find(" ", position, end)
    return space if 0 <= space < position + 30 else min(position, end)


def _lower(text: str) -> str:
    """Lower case, character for character as long as the text."""
    lower = text.lower()
    return lower if len(lower) == len(text) else "".join(c.lower() if len(c.lower()) == 1 else c for c in text)


def _rule(pattern: str, *hints: str, flags: int = re.IGNORECASE) -> Callable[[Resolver], Resolver]:
    """Registers a resolver for a pattern; the hints (lower case) let a text without any of them skip it."""

    def register(resolve: Resolver) -> Resolver:
        _GRAMMAR.append((re.compile(pattern, flags), hints, resolve))
        return resolve

    return register


_AHEAD = re.compile(
    r"\b(?:will|(?:is|are|be|been)\s+(?:due|scheduled|planned|expected|set|slated)|plans?\s+to|upcoming|deadline|wants?|next)\b"
    r"[^.;:\n]{0,40}$",
    re.I,
)


def _ahead(text: str, position: int) -> bool:
    """True when the words before speak of the future: 'will meet on', 'is scheduled for'."""
    return _AHEAD.search(text, max(0, position - 60), position) is not None


def _span(match: re.Match[str]) -> Span:
    return Span(match.start(), match.end())


def _month_number(word: str) -> int:
    return calendar.MONTHS.index(word[:3].lower()) + 1


def _weekday_number(word: str) -> int:
    return calendar.WEEKDAYS.index(word[:3].lower())


def _dated(
    match: re.Match[str], names: tuple[str, str, str, str, str], today: date | None, ahead: bool
) -> DateSpan | None:
    """The days of 'first [to last] month [to month] year' from the named groups of a match."""
    first, last, month, month2, year = (match.groupdict().get(name) for name in names)
    if first is None or month is None or month[0].islower():
        return None
    numbers = _month_number(month), _month_number(month2 or month)
    days = int(first), int(last or first)
    if year:
        number = calendar.full_year(year.strip("'’"), today)
        ends = [calendar.make_day(number, m, d) for m, d in zip(numbers, days, strict=True)]
    elif today:
        ends = [calendar.day_of_year(m, d, today, future=ahead) for m, d in zip(numbers, days, strict=True)]
    else:
        return None
    if ends[0] is None or ends[1] is None:
        return None
    return DateSpan(ends[0], ends[1]) if ends[0] <= ends[1] else DateSpan(ends[0], ends[0])


_NAMES = ("d1", "d2", "m1", "m2", "year")


@_rule(rf"\b(?P<y>{_YEAR})-(?P<m>\d\d)-(?P<d>\d\d)(?!\d)", "19", "20")
def _iso(match: re.Match[str], today: date | None, ahead: bool) -> TimePhrase | None:
    day = calendar.make_day(int(match["y"]), int(match["m"]), int(match["d"]))
    return TimePhrase(_span(match), DateSpan.day(day)) if day else None


@_rule(
    rf"(?<![\d.,:])\b{_DAY.format('d1')}(?:(?:,\s*\d\d?)*{_TO}{_DAY.format('d2')})?\s+(?:of\s+)?{_MONTH.format('m1')}\b\.?"
    rf"(?:,?\s+(?P<year>{_YEAR}|['’]?\d\d(?![\d:.,]|\s+(?:people|civilians|soldiers|men))))?(?!\w)",
    *calendar.MONTHS,
)
def _day_month(match: re.Match[str], today: date | None, ahead: bool) -> TimePhrase | None:
    days = _dated(match, _NAMES, today, ahead)
    return TimePhrase(_span(match), days) if days else None


@_rule(
    rf"\b{_MONTH.format('m1')}\s+(?:the\s+)?{_DAY.format('d1')}(?![\d:,]\d|\d|\s*(?:,\d{{3}}|percent|%))"
    rf"(?:{_TO}(?:{_MONTH.format('m2')}\s+)?{_DAY.format('d2')}(?![\d:]|,\d{{3}}))?(?:,?\s+(?P<year>{_YEAR})\b)?{_PEOPLE}",
    *calendar.MONTHS,
)
def _month_day(match: re.Match[str], today: date | None, ahead: bool) -> TimePhrase | None:
    days = _dated(match, _NAMES, today, ahead)
    return TimePhrase(_span(match), days) if days else None


@_rule(rf"(?<![\d/.])(?P<a>\d\d?)(?P<sep>[/.])(?P<b>\d\d?)(?P=sep)(?P<year>{_YEAR}|\d\d)(?![\d/.]\d|\d)", "/", ".")
@_rule(r"\b(?:on|of|since|from|until|around|dated)\s+(?P<a>\d\d?)/(?P<b>\d\d?)(?![\d/]|\s+[A-Z])", "/", flags=0)
def _numeric(match: re.Match[str], today: date | None, ahead: bool) -> TimePhrase | None:
    """Day first or month first: whichever is a day; if both are, the one nearest to publication and not after it."""
    a, b, written = int(match["a"]), int(match["b"]), match.groupdict().get("year")
    if (a, b) == (9, 11) and written is None:
        return None
    readings = []
    for day, month in ((a, b), (b, a)):
        if written:
            readings.append(calendar.make_day(calendar.full_year(written, today), month, day))
        elif today and 1 <= month <= 12:
            readings.append(calendar.day_of_year(month, day, today))
    days = [d for d in readings if d]
    if not days:
        return None
    limit = calendar.shift(today, 1) if today else date.max
    past = [d for d in days if d <= limit] or days
    return TimePhrase(_span(match), DateSpan.day(max(past) if today else past[0]))


@_rule(
    rf"(?:\b{_PART}[\s-]+(?:in\s+)?)?(?:\b(?P<last>last|this|next)\s+)?\b{_MONTH.format('m')}(?:,?\s+(?:of\s+)?(?P<year>{_YEAR}))?"
    rf"(?!\w|\s+\d\d?\b(?!\s*(?:people|civilians|soldiers|men|women|others|,\d)))",
    *calendar.MONTHS,
)
def _month_year(match: re.Match[str], today: date | None, ahead: bool) -> TimePhrase | None:
    """A whole month, or a third of it; a month without a year needs a word before it that makes it a time."""
    word, written = match["m"], match["year"]
    if word[0].islower() or (len(word) == 3 and word.lower() != "may" and not written):
        return None
    if not (written or match["part"] or match["last"] or _TEMPORAL.search(match.string, 0, match.start())):
        return None
    number = _month_number(word)
    if written:
        whole = calendar.month(int(written), number)
    elif today:
        first = calendar.day_of_year(number, 1, today, future=match["last"] == "next")
        whole = calendar.month(first.year, number) if first else None
    else:
        return None
    if whole is None:
        return None
    if match["part"]:
        part = calendar.part_of(whole, match["part"].lower().replace("the ", "").split()[0])
        near = _WEEKEND_OF.search(match.string, 0, match.start())
        return TimePhrase(_span(match), _last_weekend(whole) if near else part, "day" if near else "week")
    return TimePhrase(_span(match), whole, "month", future=match["last"] == "next")


_TEMPORAL = re.compile(
    r"\b(?:in|of|since|from|until|till|by|during|through|throughout|between|after|before|early|late|mid|and|to)[\s-]+$",
    re.I,
)
_WEEKEND_OF = re.compile(r"\bweekend\s+(?:at|in|towards)\s+$", re.I)


def _last_weekend(whole: DateSpan) -> DateSpan:
    sunday = calendar.weekday(6, whole.last)
    return calendar.span(calendar.shift(sunday, -1), sunday)


@_rule(
    rf"\b(?:(?P<from>in|of|since|during|by|from|until|till|before|after|around|year|the|between)\s+)?(?P<y1>{_YEAR})"
    rf"(?:\s*(?:-|–|to|and|through|until)\s*(?P<y2>{_YEAR}|\d\d))?(?![\d%-]|[.,]\d|\s*(?:people|troops|soldiers|men|kilomet|met))",
    "19", "20",
)  # fmt: skip
def _years(match: re.Match[str], today: date | None, ahead: bool) -> TimePhrase | None:
    first, second = int(match["y1"]), match["y2"]
    if not (match["from"] or second or match.string[match.start() - 1 : match.start()] == "("):
        return None
    if today and first > today.year + 1:
        return None
    last = first if second is None else int(second) if len(second) == 4 else first // 100 * 100 + int(second)
    if last < first or last - first > 100:
        last = first
    starts, ends = calendar.year(first), calendar.year(last)
    if starts is None or ends is None:
        return None
    start = match.start("y1")
    return TimePhrase(Span(start, match.end()), DateSpan(starts.first, ends.last), "year")


@_rule(
    rf"\b(?:(?P<late>early|late)\s+(?:on\s+)?)?(?:(?P<which>last|this|past|next|coming|previous|following)\s+)?"
    rf"{_WEEKDAY.format('w1')}(?:(?:s(?=\s))?\s*(?:and|/|-|–|or|to)\s*{_WEEKDAY.format('w2')})?"
    rf"(?:['’]s)?(?:\s+(?:at\s+)?{_HOURS}(?:['’]s)?)?(?:\s+last\s+week\b)?"
    r"(?:,?\s+the\s+(?P<date>\d\d?)(?:st|nd|rd|th)\b)?",
    "day", "mon.", "tue.", "tues.", "wed.", "thu.", "thurs.", "fri.", "sat.", "sun.",
)  # fmt: skip
def _weekdays(match: re.Match[str], today: date | None, ahead: bool) -> TimePhrase | None:
    if today is None or match["w1"].islower() is True and match.group().find(".") >= 0:
        return None
    which = (match["which"] or "").lower()
    future = which in ("next", "coming") or (ahead and which not in ("last", "past", "previous"))
    first = calendar.weekday(_weekday_number(match["w1"]), today, future=future)
    if which in ("last", "past", "previous") and first == today:
        first = calendar.shift(first, -7)
    if match["date"]:
        return _weekday_the(match, today)
    if match.group().lower().endswith("last week"):
        whole = calendar.week(today, 1)
        first = calendar.shift(whole.first, _weekday_number(match["w1"]))
    last = calendar.weekday(_weekday_number(match["w2"]), calendar.shift(first, 6)) if match["w2"] else first
    night = (match["hours"] or "").lower() in ("night", "overnight")
    night = night or _NIGHT_OF.search(match.string, 0, match.start()) is not None
    days = calendar.span(first, calendar.shift(last, 1) if night and last == first else last)
    return TimePhrase(_span(match), days, "night" if night else "day", future=future)


def _weekday_the(match: re.Match[str], today: date) -> TimePhrase | None:
    """'Tuesday the 28th': the nearest 28th that is a Tuesday."""
    around = [calendar.months_before(today, back) for back in (-1, 0, 1)]
    days = [calendar.make_day(m.first.year, m.first.month, int(match["date"])) for m in around if m]
    fitting = [d for d in days if d and d.weekday() == _weekday_number(match["w1"])]
    return TimePhrase(_span(match), DateSpan.day(fitting[0]), future=fitting[0] > today) if fitting else None


_NIGHT_OF = re.compile(r"\b(?:night|overnight)\s+(?:of|on|from|between)?\s*(?:the\s+)?$", re.I)


@_rule(
    r"\b(?P<word>earlier\s+today|today|tonight|(?:earlier\s+)?this\s+(?:morning|afternoon|evening)|yesterday(?:\s+(?:morning|afternoon|evening|night))?"
    r"|last\s+night|overnight|tomorrow|earlier\s+in\s+the\s+day|(?:a|the)\s+night\s+of(?=\s+(?:heavy\s+|fierce\s+)?"
    r"(?:fighting|clashes|violence|shelling|shooting|attacks|strikes|bombing|bombardment|unrest|terror)))\b",
    "today", "tonight", "this ", "yesterday", "night", "tomorrow", "in the day",
)  # fmt: skip
def _named_days(match: re.Match[str], today: date | None, ahead: bool) -> TimePhrase | None:
    if today is None:
        return None
    word = match["word"].lower()
    if word == "tomorrow":
        return TimePhrase(_span(match), DateSpan.day(calendar.shift(today, 1)), future=True)
    night = word in ("last night", "overnight", "yesterday night") or "night of" in " ".join(word.split())
    first = calendar.shift(today, -1 if night or word.startswith("yesterday") else 0)
    return TimePhrase(
        _span(match),
        calendar.span(first, calendar.shift(first, 1) if night else first),
        "night" if night else "day",
    )


@_rule(
    r"\b(?:(?P<part>early|late|earlier|later)\s+)?(?P<which>the|this|last|past|next|previous)\s+(?P<unit>weekend|week|month|year|"
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
    return TimePhrase(_span(match), whole, "day" if unit == "weekend" else grain, future=future)


def _period(unit: str, today: date, back: int) -> DateSpan | None:
    if unit == "weekend":
        began = calendar.weekend(today)
        return calendar.weekend(today, back) if today > began.last else calendar.weekend(today, max(back, 0))
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


@_rule(
    rf"\b{_COUNT}\s+(?P<unit>hour|day|night|week|month|year)s?\s+(?P<way>ago|earlier|later|before|after)\b",
    "ago", "earlier", "later", "before", "after",
)  # fmt: skip
def _counted(match: re.Match[str], today: date | None, ahead: bool) -> TimePhrase | None:
    """'two weeks ago' counts from publication, 'two days earlier' from the event last spoken of."""
    count = _NUMBERS.get(match["count"].lower()) or (int(match["count"]) if match["count"].isdigit() else None)
    unit, way = match["unit"].lower(), match["way"].lower()
    if count is None:
        return None
    if way != "ago":
        step = count * {"day": 1, "night": 1, "week": 7}.get(unit, 0)
        if not step:
            return None
        if way == "after" and today and (told := _told_on(match, today)):
            grain = "day" if unit == "day" else "week"
            return TimePhrase(_span(match), DateSpan.day(calendar.shift(told, -step)), grain)
        step = -step if way in ("earlier", "before") else step
        return TimePhrase(_span(match), None, after=(step, step))
    if today is None:
        return None
    return TimePhrase(_span(match), _ago(count, unit, today), "day" if unit in ("hour", "day", "night") else unit)


def _ago(count: int, unit: str, today: date) -> DateSpan | None:
    if unit in ("hour", "day", "night"):
        back = count if unit != "hour" else count // 24
        return DateSpan.day(calendar.shift(today, -back))
    if unit == "week":
        return DateSpan.day(calendar.shift(today, -7)) if count == 1 else calendar.week(today, count)
    if unit == "month":
        return calendar.months_before(today, count)
    if count == 1:
        day = calendar.make_day(today.year - 1, today.month, today.day) or calendar.shift(today, -365)
        return DateSpan.day(day)
    return calendar.year(today.year - count)


_POINT = re.compile(rf"\b{_WEEKDAY.format('w')}\s*,\s*$", re.I)
_NOW = re.compile(r"(?:^|[.!?\n,]\s*)$")


def _told_on(match: re.Match[str], today: date) -> date | None:
    """The day from which 'three days after the flood' looks back: 'on Wednesday, three days after', else today.

    Only where the phrase stands by itself: what 'died three days after the attack' lies after it.
    """
    named = _POINT.search(match.string, max(0, match.start() - 14), match.start())
    if named:
        return calendar.weekday(_weekday_number(named["w"]), today)
    return today if _NOW.search(match.string[max(0, match.start() - 2) : match.start()]) else None


@_rule(
    rf"\b(?:the\s+)?(?:last|past|previous)\s+(?P<count>\d{{1,3}}|two|three|four|five|six|seven|eight|nine|ten|few|several)\s+"
    rf"(?P<unit>hour|day|week|month|year)s\b",
    "last ", "past ", "previous ",
)  # fmt: skip
def _lasting(match: re.Match[str], today: date | None, ahead: bool) -> TimePhrase | None:
    """'the past 24 hours': an interval that ends with publication."""
    count = _NUMBERS.get(match["count"].lower()) or (int(match["count"]) if match["count"].isdigit() else None)
    if today is None or count is None:
        return None
    days = count * {"day": 1, "week": 7, "month": 30, "year": 365}.get(match["unit"].lower(), 0) or -(-count // 24)
    return TimePhrase(
        _span(match), calendar.span(calendar.shift(today, -days), today), "day" if days < 4 else "week"
    )


_ANCHORED = {
    "previous day": (-1, -1), "preceding day": (-1, -1), "day before": (-1, -1), "day earlier": (-1, -1),
    "previous night": (-1, 0), "night before": (-1, 0), "previous evening": (-1, -1), "evening before": (-1, -1),
    "following day": (1, 1), "next day": (1, 1), "day after": (1, 1), "following morning": (1, 1),
    "next morning": (1, 1), "following night": (1, 2), "following week": (7, 7), "week after": (7, 7),
    "same day": (0, 0), "same night": (0, 0), "same evening": (0, 0), "same morning": (0, 0), "that day": (0, 0),
    "that night": (0, 0), "that weekend": (0, 0), "that evening": (0, 0), "that morning": (0, 0),
    "those days": (0, 0), "those two days": (0, 0), "same time": (0, 0),
}  # fmt: skip


@_rule(
    r"\b(?:the\s+|a\s+)?(?P<word>" + "|".join(_ANCHORED).replace(" ", r"\s+") + r")\b(?!\s+(?:that|of)\b)",
    "previous", "preceding", "before", "following", "next", "after", "earlier", "same", "that ", "those",
)  # fmt: skip
def _anchored(match: re.Match[str], today: date | None, ahead: bool) -> TimePhrase | None:
    word = " ".join(match["word"].lower().split())
    return TimePhrase(_span(match), None, "night" if "night" in word else "day", after=_ANCHORED[word])


@_rule(
    r"\b(?:before|at|around|after)\s+(?:dawn|daybreak|sunrise|midnight|noon|dusk|nightfall)\b|\bin\s+the\s+(?:early\s+)?"
    r"(?:morning|afternoon|evening|night|early\s+hours)\b|\bthe\s+(?:morning|afternoon|evening)\b(?!\s+of)|\b(?:1[0-2]|0?\d):[0-5]\d\s*(?:[ap]\.?m\b\.?)?|\b(?:1[0-2]|[1-9])\s*[ap]\.?m\b\.?",
    "dawn", "daybreak", "sunrise", "midnight", "noon", "dusk", "nightfall", "in the ", "the morning", "the evening",
    "the afternoon", ":", " am", " pm", "0am", "0pm", ".m",
)  # fmt: skip
def _clock(match: re.Match[str], today: date | None, ahead: bool) -> TimePhrase | None:
    return TimePhrase(_span(match), None, "clock")


@_rule(
    r"\b(?P<word>" + "|".join(h.replace(" ", r"\s+").replace("'", "['’]?") for h in calendar.HOLIDAYS) + r")\b",
    "day", "christmas", "new year", "july", "halloween", "thanksgiving",
)  # fmt: skip
def _holidays(match: re.Match[str], today: date | None, ahead: bool) -> TimePhrase | None:
    if today is None:
        return None
    word = " ".join(match["word"].lower().replace("’", "'").split())
    name = next((h for h in calendar.HOLIDAYS if h.replace("'", "") == word.replace("'", "")), None)
    day = calendar.holiday(name, today) if name else None
    return TimePhrase(_span(match), DateSpan.day(day)) if day else None


def _longest(found: list[TimePhrase]) -> list[TimePhrase]:
    """The phrases in order without those that overlap an earlier or longer one."""
    kept: list[TimePhrase] = []
    for phrase in sorted(found, key=lambda p: (p.span.start, -p.span.end)):
        if not kept or phrase.span.start >= kept[-1].span.end:
            kept.append(phrase)
        elif kept[-1].grain == "clock" and phrase.grain != "clock":
            kept[-1] = phrase
    return kept


_GLUE = re.compile(r"\s*(?:,\s*on|,|\[|\(|the|of|of the|on|,\s*the)?\s*")
_RANGE = re.compile(r"\s*(?:and|to|until|till|through|-|–|/)\s*(?:the\s+)?(?:night\s+of\s+)?(?:on\s+)?", re.I)
_SINCE = re.compile(
    r"\b(?:since|from|starting|beginning)\s+(?:about|around|early|the|late|on|at\s+least)?\s*$", re.I
)
_UNTIL = re.compile(r"\b(?:until|till|up\s+to|before|by)\s+(?:the\s+)?$", re.I)
_BETWEEN = re.compile(r"\b(?:between|from)\s+(?:the\s+)?(?:night\s+of\s+)?$", re.I)
_AGO = re.compile(r"\b(?:ago|last|this|earlier)\b", re.I)
_NIGHT = re.compile(r"\bnight\s+(?:of|from|between)?\s*(?:the\s+)?(?:between\s+)?$", re.I)


def _joined(text: str, phrases: list[TimePhrase]) -> list[TimePhrase]:
    """'Friday, January 17' is one phrase and 'from 9 to 12 May' one interval; 'since' opens one."""
    out: list[TimePhrase] = []
    for phrase in phrases:
        previous = out[-1] if out else None
        merged = _merge(text, previous, phrase) if previous else None
        if merged:
            out[-1] = merged
        else:
            out.append(phrase)
    return [_opened(text, phrase) for phrase in out]


def _merge(text: str, a: TimePhrase, b: TimePhrase) -> TimePhrase | None:
    between = text[a.span.end : b.span.start]
    both = Span(a.span.start, b.span.end)
    if len(between) <= 8 and _GLUE.fullmatch(between):
        if "clock" in (a.grain, b.grain):
            dated = b if a.grain == "clock" else a
            return replace(dated, span=both) if dated.grain in ("day", "night") or "," not in between else None
        if (
            b.grain == "night"
            and a.days
            and a.days.days == 1
            and text[b.span.start : b.span.end].lower() == "overnight"
        ):
            return replace(
                a, span=both, days=calendar.span(a.days.first, calendar.shift(a.days.first, 1)), grain="night"
            )
        if _AGO.search(a.span.of(text)) and b.days and b.grain == "day":
            return replace(b, span=both)
        if _is_weekday(text, a) and b.days and b.grain == "day":
            night = a.grain == "night" and b.days.days == 1
            days = calendar.span(b.days.first, calendar.shift(b.days.first, 1)) if night else b.days
            return replace(b, span=both, days=days, grain=a.grain)
        if _is_weekday(text, b) and a.days and a.grain == "day" and "," not in between:
            night = b.grain == "night" and a.days.days == 1
            days = calendar.span(a.days.first, calendar.shift(a.days.first, 1)) if night else a.days
            return replace(a, span=both, days=days, grain=b.grain)
    if a.days and b.days and a.days.first <= b.days.last and _RANGE.fullmatch(between):
        started = _BETWEEN.search(text, max(0, a.span.start - 24), a.span.start)
        if started or (a.grain == b.grain == "day" and (b.days.last - a.days.first).days <= 3):
            return TimePhrase(both, DateSpan(a.days.first, b.days.last), a.grain)
    return None


def _is_weekday(text: str, phrase: TimePhrase) -> bool:
    return re.search(_WEEKDAY.format("w"), phrase.span.of(text), re.I) is not None


def _opened(text: str, phrase: TimePhrase) -> TimePhrase:
    start = max(0, phrase.span.start - 28)
    if (
        phrase.days
        and phrase.grain == "day"
        and phrase.days.days == 1
        and _NIGHT.search(text, start, phrase.span.start)
    ):
        night = calendar.span(phrase.days.first, calendar.shift(phrase.days.first, 1))
        return replace(phrase, days=night, grain="night")
    if _SINCE.search(text, start, phrase.span.start):
        return replace(phrase, open="since")
    if _UNTIL.search(text, start, phrase.span.start):
        return replace(phrase, open="until")
    return phrase
