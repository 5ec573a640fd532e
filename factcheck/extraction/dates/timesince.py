"""Phrases of time that look back to the incident: "tomorrow it makes one year", "it was day 17", "the ninth day".

They count from the page's day, or from a day that stands beside them, and mean the incident of the page.
"""

from __future__ import annotations

import re
from datetime import date

from factcheck.extraction.dates import calendar
from factcheck.extraction.dates.timerules import COUNT, NUMBERS, WEEKDAY, TimePhrase, rule, stretch, weekday_number
from factcheck.extraction.gates import gated
from factcheck.values import DateSpan, Span

_UNIT = r"(?P<unit>day|week|month|year|decade)s?"
_OF_OTHERS = re.compile(
    r"[^.;:\n]{0,40}\b(?:coup|war|invasion|revolution|uprising|conflict|insurgency|independence|blockade"
    r"|occupation|elections?"
    r"|cease-?fire|truce|took\s+(?:power|office|over)|came\s+to\s+power|founded|born|married)\b",
    re.I,
)
"""What lasts or is kept since then, without being the page's incident."""
_DEED = (
    r"(?:[\w'’-]+\s+){0,3}?(?:disaster|fire|blaze|crash|collapse|sinking|attacks?|bombings?|blast|explosion"
    r"|massacre|shooting"
    r"|(?:earth)?quake|floods?|landslide|stampede|crush|siege|raid|killings?|tragedy|shipwreck|derailment"
    r"|tsunami|eruption)\b"
)
_TEENS = "eleventh|twelfth|thirteenth|fourteenth|fifteenth|sixteenth|seventeenth|eighteenth|nineteenth|twentieth"
ORDINALS = f"first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|{_TEENS}"
_ORDINAL = {word: n for n, word in enumerate(ORDINALS.split("|"), start=1)}
NUMBERED = "|".join(word for word in NUMBERS if len(word) > 2)


def number_of(word: str) -> int:
    """The number that a word, an ordinal or digits stand for; 0 for none."""
    lower = word.lower()
    digits = re.match(r"\d+", lower)
    return NUMBERS.get(lower) or _ORDINAL.get(lower) or (int(digits[0]) if digits else 0)


def back(day: date, count: int, unit: str) -> date:
    """The day so many days, weeks, months, years or decades before another."""
    if unit in ("day", "week"):
        return calendar.shift(day, -count * (7 if unit == "week" else 1))
    return calendar.same_day(day, count * {"month": 1, "year": 12, "decade": 120}[unit])


def _base(word: str, today: date) -> date:
    """The day that 'tomorrow' or 'on Friday' stands for."""
    lower = word.lower()
    if "tomorrow" in lower or "yesterday" in lower:
        return calendar.shift(today, 1 if "tomorrow" in lower else -1)
    named = re.search(WEEKDAY.format("w"), word, re.I)
    return calendar.weekday(weekday_number(named["w"]), today, future="next" in lower) if named else today


def _looking_back(match: re.Match[str], base: date, count: int, unit: str) -> TimePhrase | None:
    """The phrase for the day so long before, unless what it counts from is no incident."""
    if not count or _OF_OTHERS.match(match.string, match.end()):
        return None
    days = DateSpan.day(back(base, count, unit))
    grain = "day" if unit == "day" else "week" if unit == "week" else "month"
    return TimePhrase(stretch(match), days, grain, of_page=True)


_DAY = rf"(?P<base>today|tomorrow|yesterday|(?:on|this|next|last)\s+{WEEKDAY.format('w')})"


@rule(
    rf"\b{_DAY}\s+(?:it\s+)?(?:is|it['’]s|makes|marks|marked|will\s+(?:be|mark|make)|was|turns)\s+(?:exactly\s+"
    rf"|now\s+|already\s+)?"
    rf"(?:{COUNT}\s+{_UNIT}(?=\s+(?:since|after|from|that)\b|\s*[.,;:–—])"
    rf"|the\s+(?P<nth>{ORDINALS}|\d+(?:st|nd|rd|th))\s+anniversary(?=\s+of\s+(?:the\s+)?{_DEED}))",
    "today", "tomorrow", "yesterday", "day ",
)  # fmt: skip
def _marked(match: re.Match[str], today: date | None, ahead: bool) -> TimePhrase | None:
    """'Tomorrow it makes one year', 'Today marks the tenth anniversary of the fire'."""
    if today is None:
        return None
    count, unit = number_of(match["nth"] or match["count"]), (match["unit"] or "year").lower()
    return _looking_back(match, _base(match["base"], today), count, unit)


@rule(
    rf"\b{COUNT}\s+{_UNIT}\s+ago\s+(?P<base>today|tomorrow|yesterday|this\s+(?:week|month|weekend)|(?:on|this"
    rf"|next|last)\s+{WEEKDAY.format('w')})",
    " ago",
)  # fmt: skip
def _ago_today(match: re.Match[str], today: date | None, ahead: bool) -> TimePhrase | None:
    """'Fifty years ago today police stormed the prison'."""
    count = number_of(match["count"])
    if today is None or not count:
        return None
    day = back(_base(match["base"], today), count, match["unit"].lower())
    return TimePhrase(stretch(match), DateSpan.day(day))


@rule(
    rf"\b(?:it\s+(?:is|was|has\s+been|will\s+(?:soon\s+)?be)|it['’]s(?:\s+been)?)\s+(?:now\s+|exactly\s+|already"
    rf"\s+|almost\s+|nearly\s+)?"
    rf"{COUNT}\s+{_UNIT}\s+(?:now\s+)?since\b"
    rf"|(?m:^)\W*{COUNT.replace('count', 'count2')}\s+{_UNIT.replace('unit', 'unit2')}\s+(?:have|has|had)\s+"
    r"(?:now\s+|already\s+)?"
    r"(?:passed|gone(?:\s+by)?|elapsed)\b(?:\s+since\b)?",
    " since", "gone", "passed", "elapsed",
)  # fmt: skip
def _passed(match: re.Match[str], today: date | None, ahead: bool) -> TimePhrase | None:
    """'It is two weeks since the dam broke', 'A month has gone by'."""
    if today is None or _NO_BEGINNING.match(match.string, match.end()):
        return None
    return _looking_back(
        match, today, number_of(match["count"] or match["count2"]), (match["unit"] or match["unit2"]).lower()
    )


_NO_BEGINNING = re.compile(
    r"\s+(?:the\s+)?(?:[\w'’-]+\s+){0,3}?(?:ended|stopped|fell\s+silent|ceased|was\s+(?:called\s+off|over"
    r"|lifted)|resumed|reopened)\b"
)
"""'a week since the shooting stopped': the end of it."""


@rule(
    rf"\b(?:on|by|it\s+was|this\s+(?:is|was)|it\s+is|now)\s+(?:already\s+)?(?P<whole>day\s+(?P<n>\d\d?"
    rf"|{NUMBERED})|the\s+(?P<nth>{ORDINALS}"
    r"|\d\d?(?:th|st|nd|rd))\s+day)(?=[.,;:)]|\s*$|\s+(?:of|after)\s+(?:the\s+)?(?:search|rescue|disaster"
    r"|collapse|quake|flood|fire|accident)\b)",
    " day",
)  # fmt: skip
def _nth_day(match: re.Match[str], today: date | None, ahead: bool) -> TimePhrase | None:
    """'It was day 17', 'brought out on the ninth day': counted from a day named before it, else the page's."""
    number = number_of(match["n"] or match["nth"] or "")
    around = match.string[max(0, match.start() - AROUND) : match.end() + AROUND]
    if today is None or number < 2 or _SEARCH.search(around) is None:
        return None
    named = list(_WEEKDAY.finditer(match.string, max(0, match.start() - AROUND), match.start()))
    base = _base(named[-1].group(), today) if named else today
    return TimePhrase(
        Span(match.start("whole"), match.end("whole")),
        DateSpan.day(calendar.shift(base, 1 - number)),
        of_page=True,
    )


AROUND = 260
"""Characters around a numbered day in which it must speak of those who are looked for."""
_WEEKDAY = re.compile(rf"\b(?:{WEEKDAY.format('w')}|yesterday)\b", re.I)
_SEARCH = gated(
    r"\b(?:pulled|brought|dug|carried)\s+(?:[\w'’,-]+\s+){0,12}(?:out|alive|ashore|up)\b|\b(?:search\w*"
    r"|rescue\w*|alive|survivors?|rubble|ruins|wreckage)\b",
    re.I,
)
