"""Phrases of time in a text, and the days that they mean: "12 October", "Tuesday night", "two weeks ago".

A phrase is resolved against the day of publication where it says so by itself; "the following day" waits for the
event that it follows (``after`` holds the days to add). No document, no choice: which phrase dates which claim is
decided in ``dates``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from functools import cache

from factcheck.extraction.dates import calendar, timeabsolute, timerelative
from factcheck.extraction.dates.timerules import COUNT, GRAMMAR, NUMBERS, WEEKDAY, TimePhrase
from factcheck.extraction.gates import gated
from factcheck.extraction.happening import eventful
from factcheck.values import DateSpan, Span

RULES = (timeabsolute, timerelative)
"""The files whose rules are tried; importing one registers its rules."""


def find(text: str, today: date | None, start: int = 0, end: int | None = None) -> list[TimePhrase]:
    """The phrases of time in a text, in order, none inside another; ``today`` is the day of publication."""
    lower = _lower(text)
    found: list[TimePhrase] = []
    end = len(text) if end is None else end
    spots = {hint: _spots(lower, hint, start, end) for hint in _hints() if hint in lower}
    for pattern, hints, resolve in GRAMMAR:
        at = sorted(spot for hint in hints if hint in spots for spot in spots[hint])
        for window in _windows(lower, at, start, end) if at else ():
            for match in pattern.finditer(text, window.start, window.end):
                phrase = resolve(match, today, _ahead(text, match.start()))
                if phrase is not None:
                    found.append(phrase)
    return _joined(text, _longest(found))


BEFORE, BEYOND = 40, 64
"""Characters around a hint that its pattern is tried on; no phrase reaches further."""


@cache
def _hints() -> frozenset[str]:
    """The hints of all rules; many rules share one, and a text is searched for each once."""
    return frozenset(hint for _, hints, _ in GRAMMAR for hint in hints)


def _spots(lower: str, hint: str, start: int, end: int) -> list[int]:
    spots = []
    spot = lower.find(hint, start, end)
    while spot >= 0:
        spots.append(spot)
        spot = lower.find(hint, spot + 1, end)
    return spots


def _windows(lower: str, spots: list[int], start: int, end: int) -> Iterator[Span]:
    """The stretches around the spots of hints, overlapping ones as one: a pattern over a whole text costs more."""
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


_AHEAD = re.compile(
    r"\b(?:will|(?:is|are|be|been)\s+(?:due|scheduled|planned|expected|set|slated)|plans?\s+to|upcoming|deadline|wants?|next)\b"
    r"[^.;:\n]{0,40}$",
    re.I,
)


def _ahead(text: str, position: int) -> bool:
    """True when the words before speak of the future: 'will meet on', 'is scheduled for'."""
    return _AHEAD.search(text, max(0, position - 60), position) is not None


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
_BETWEEN = re.compile(r"\b(?:between|from|period(?:\s+of)?:?)\s+(?:the\s+)?(?:night\s+of\s+)?$", re.I)
_INTO = re.compile(r"\s+(?:in)?to\s+(?:early\s+|the\s+early\s+hours\s+of\s+)?(?:on\s+)?", re.I)
_WHEN = re.compile(r",?\s+when\b", re.I)
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
        if text[a.span.start : a.span.end].lower() == "overnight" and b.days and b.days.days <= 2:
            until = b.days.last if b.days.days == 2 else calendar.shift(b.days.first, 1)
            return replace(b, span=both, days=calendar.span(b.days.first, until), grain="night")
        if a.grain in ("day", "night", "month") and a.days and b.days and _THE_YEAR.fullmatch(b.span.of(text)):
            return replace(a, span=both, days=_in_year(a.days, b.days.first.year))
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
    if a.grain == "night" and b.grain == "day" and b.days and b.days.days == 1 and _INTO.fullmatch(between):
        return replace(
            b, span=both, days=calendar.span(calendar.shift(b.days.first, -1), b.days.first), grain="night"
        )
    if a.days and b.days and a.days.first <= b.days.last and _RANGE.fullmatch(between):
        started = _BETWEEN.search(text, max(0, a.span.start - 24), a.span.start)
        if started or (a.grain == b.grain == "day" and (b.days.last - a.days.first).days <= 3):
            return TimePhrase(both, DateSpan(a.days.first, b.days.last), a.grain)
    return None


_THE_YEAR = re.compile(r"(?:last|this|next)\s+year", re.I)


def _in_year(days: DateSpan, year: int) -> DateSpan:
    """The same days of another year: 'in January last year'."""
    first = calendar.make_day(year, days.first.month, days.first.day)
    return calendar.span(first, calendar.shift(first, days.days - 1)) if first else days


def _is_weekday(text: str, phrase: TimePhrase) -> bool:
    return re.search(WEEKDAY.format("w"), phrase.span.of(text), re.I) is not None


def _opened(text: str, phrase: TimePhrase) -> TimePhrase:
    start = max(0, phrase.span.start - 28)
    if (
        phrase.days
        and phrase.grain == "day"
        and phrase.days.days <= 2
        and _NIGHT.search(text, start, phrase.span.start)
    ):
        night = calendar.span(phrase.days.first, calendar.shift(phrase.days.first, 1))
        return replace(phrase, days=night, grain="night")
    lasted = _DAYS_OF.search(text, max(0, phrase.span.start - 80), phrase.span.start)
    count = lasted and (
        NUMBERS.get(lasted["count"].lower()) or (lasted["count"].isdigit() and int(lasted["count"]))
    )
    if count and phrase.days and phrase.days.days == 1:
        return replace(phrase, days=calendar.span(phrase.days.first, calendar.shift(phrase.days.first, count - 1)))
    several = phrase.grain == "day" and phrase.days is not None and phrase.days.days > 1
    if not several and _begins(text, phrase, start):
        return replace(phrase, open="since")
    if _UNTIL.search(text, start, phrase.span.start):
        return replace(phrase, open="until")
    return phrase


def _begins(text: str, phrase: TimePhrase, start: int) -> bool:
    """True for the start of an interval: 'since Friday', not 'the toll from Friday's attack'."""
    if _WHEN.match(text, phrase.span.end):
        return False
    if _SINCE.search(text, start, phrase.span.start):
        before = text[start : phrase.span.start].lower().split()[-2:]
        told = before == ["from", "the"] and _TWO_WORDS.match(text, phrase.span.end)
        owned = before[-1:] == ["from"] and phrase.span.of(text).endswith(("'s", "’s", "'S", "’S"))
        return not (owned or (told and eventful(told[0])))
    return phrase.grain != "clock" and _SINCE_IT.search(text, max(0, start - 40), phrase.span.start) is not None


_DAYS_OF = gated(
    rf"\b{COUNT}\s+(?:straight\s+|consecutive\s+)?days\s+of\s+(?:\w+\s+){{1,4}}?(?:from|starting|beginning|that\s+(?:began|started))\s+(?:on\s+)?$",
    re.I,
)
"""'five days of fighting from (May 3)': an interval whose length is told."""

_TWO_WORDS = re.compile(r"(?:\s+[a-z-]+){1,2}", re.I)
_SINCE_IT = gated(
    r"\bsince\s+(?:(?:[\w'’-]+\s+){0,4}(?:coup|war|conflict|uprising|revolution|invasion|insurgency|siege|unrest|takeover)"
    r"|(?:[\w'’-]+\s+){1,5}(?:began|started|erupted|broke\s+out|took\s+up\s+arms|took\s+(?:effect|power|over)"
    r"|seized\s+power|invaded|intensified|resumed))\s+(?:(?:of|in|on|in\s+late|in\s+early)\s+)?$",
    re.I,
)
"""'since the coup of (July 2023)', 'since they took up arms in (1984)'; not since one strike."""


__all__ = ["TimePhrase", "find"]
