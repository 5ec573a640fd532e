"""The days that the incident of a page may have: those of its phrases of time, and spans that begin on them.

What speaks for or against each is told in words; ``choosing`` weighs them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from factcheck.extraction.dates import calendar, standing, timephrases
from factcheck.extraction.dates.datedphrases import Dated, Role
from factcheck.extraction.dates.pagetimes import PageTimes
from factcheck.extraction.dates.pagetops import cues_of, genre_of
from factcheck.extraction.dates.standing import WHAT
from factcheck.extraction.dates.timesince import NUMBERED, ORDINALS, number_of
from factcheck.values import DateSpan

Days = DateSpan | None
"""Days of an incident; None where the page does not give any."""

LONGEST, SPELL = 800, 120
"""Days that a toll may run until the page's own day, and until another day that the page names."""
FINE, RECENT = 15, 60
"""Longest phrase, in days, whose first day may be meant alone; days before the page that are news."""


@dataclass(slots=True)
class _Named:
    """What a page names: its phrases with their days, and the days that matter for all candidates."""

    today: date | None
    rule: Days
    phrases: list[tuple[Dated, DateSpan]]
    titled: list[DateSpan]
    numbered: list[date]
    spans: dict[DateSpan, Dated]
    stands: dict[DateSpan, dict[str, None]]
    holds: dict[date, dict[str, None]]
    ends: dict[date, Role]
    fine: set[date]
    hours: list[str]
    happened: list[date]


def candidates(times: PageTimes, rule: Days) -> dict[Days, list[str]]:
    """Every span of days that the page's incident may have, with what speaks for or against it.

    ``rule`` are the days that the rules give; they are among the candidates, and so is None.
    """
    named = _named(times, rule)
    genre, cues = genre_of(times), cues_of(times)
    found: dict[Days, list[str]] = {None: ["no days", *(["what the rules say"] if rule is None else [])]}
    for first, told in _starts(named).items():
        begins = [*(f"begins {one}" for one in told), *_of_start(named, first, told, genre)]
        for days, end in _ends(named, first):
            if days not in found:
                found[days] = [*begins, *_of_span(named, days, genre, cues)]
            found[days].append(f"ends {end}")
    if rule not in found and rule is not None:
        found[rule] = [*_of_span(named, rule, genre, cues)]
    return found


def _named(times: PageTimes, rule: Days) -> _Named:
    today, title = times.today, times.page.document.title or ""
    phrases = [(d, days) for d in times.dated if d.phrase.grain != "clock" for days in _readings(times, d)]
    titled = [phrase.days for phrase in timephrases.find(title, today) if phrase.days is not None]
    spans: dict[DateSpan, Dated] = {}
    stands: dict[DateSpan, dict[str, None]] = {}
    holds: dict[date, dict[str, None]] = {}
    ends: dict[date, Role] = {}
    for dated, days in phrases:
        spans.setdefault(days, dated)
        stands.setdefault(days, {}).update(dict.fromkeys(standing.stands(times, dated)))
        holds.setdefault(days.first, {}).update(dict.fromkeys(standing.holds(times, dated)))
        ends[days.last] = max(dated.role, ends.get(days.last, dated.role))
    plain = [(d, days) for d, days in phrases if d.phrase.grain in ("day", "night")]
    numbered = _numbered(times)
    fine = {days.first for days in (*(days for _, days in plain), *titled) if days.days < FINE} | set(numbered)
    if rule is not None and rule.days < FINE:
        fine.add(rule.first)
    happened = {d.first for dated, d in plain if dated.role >= Role.OPEN and (today is None or d.first <= today)}
    clocks = {d.role for d in times.dated if d.phrase.grain == "clock"}
    hours = [f"with hours of {WHAT[role]}" for role in sorted(clocks)] or ["without hours"]
    return _Named(
        today,
        rule,
        phrases,
        titled,
        numbered,
        spans,
        stands,
        holds,
        ends,
        fine,
        hours,
        sorted(happened),
    )


def _readings(times: PageTimes, dated: Dated) -> Iterator[DateSpan]:
    """The days of a phrase by itself, and those that it bounds or counts from another."""
    days, own = times.days_of(dated, alone=True), dated.phrase.days
    if own is not None:
        yield own
    if days is not None and days != own:
        yield days


def _starts(named: _Named) -> dict[date, list[str]]:
    """The days on which the incident may begin, with what the page says of each."""
    starts: dict[date, dict[str, None]] = {}
    for dated, days in named.phrases:
        what, known = WHAT[dated.role], starts.setdefault(days.first, {})
        place = "lead" if dated.sentence < 2 else "early" if dated.sentence < 5 else "later"
        known[f"with {what}, {place}"] = None
        known[f"with {what}, a {dated.phrase.grain}"] = None
        if dated.phrase.open:
            known[f"{dated.phrase.open} {what}"] = None
        if dated.phrase.of_page:
            known["as the page counts back"] = None
        known.update(named.stands[days] | named.holds[days.first])
    for days in named.titled:
        starts.setdefault(days.first, {})["with the title"] = None
    for day in named.numbered:
        starts.setdefault(day, {})["with a numbered day"] = None
    if named.rule is not None:
        starts.setdefault(named.rule.first, {})["where the rules say"] = None
        if named.today is not None:
            starts.setdefault(named.today, {}).update(dict.fromkeys(named.hours))
            starts.setdefault(calendar.shift(named.today, -1), {})
    return {first: list(told) for first, told in starts.items()}


def _of_start(named: _Named, first: date, told: list[str], genre: str) -> Iterator[str]:
    places = sum(one.startswith("with what") and not one.endswith(_GRAINS) for one in told)
    yield f"begins {min(3, places)} times told"
    age = _age(first, named.today)
    yield f"begins {age}"
    yield f"begins {age} in {genre}"
    recent = [day for day in named.happened if named.today is None or (named.today - day).days <= RECENT]
    alone = " alone" if len(recent) == 1 else ""
    if recent and first == recent[0]:
        yield f"begins earliest{alone}"
    if recent and first == recent[-1]:
        yield f"begins latest{alone}"


_GRAINS = ("a day", "a night", "a week", "a month", "a year")


def _ends(named: _Named, first: date) -> Iterator[tuple[DateSpan, str]]:
    """The spans that begin on a day, with what ends them."""
    today, rule = named.today, named.rule
    plain = first in named.fine or (today is not None and 0 <= (today - first).days <= 1)
    if plain:
        yield DateSpan.day(first), "the same day"
    if rule is not None and rule.first == first and rule.days > 1:
        yield rule, "as the rules say"
    for days, dated in named.spans.items():
        if days.first == first and days.days > 1:
            yield days, f"with its phrase, a {dated.phrase.grain}"
    if today is None or first > today:
        return
    if plain:
        yield DateSpan(first, calendar.shift(first, 1)), "the next day"
    if first < today and (today - first).days < LONGEST:
        yield DateSpan(first, today), "with the page"
        yesterday = calendar.shift(today, -1)
        if first < yesterday:
            yield DateSpan(first, yesterday), "the day before the page"
    for last, role in named.ends.items():
        if first < last <= today and (last - first).days < SPELL:
            yield DateSpan(first, last), f"with {WHAT[role]}"


def _of_span(named: _Named, days: DateSpan, genre: str, cues: list[str]) -> Iterator[str]:
    shape = _shape(days, named.today)
    yield shape
    yield f"{shape} in {genre}"
    for cue in cues:
        yield f"{shape}, {cue}"
    within = sum(days.first < day <= days.last for day in named.happened)
    yield f"{'one day' if days.days == 1 else 'span'} with {min(2, within)} later days"
    for where in named.stands.get(days, ()):
        yield f"its phrase {where}"
    if days in named.titled:
        yield "the days of the title"
    if days == named.rule:
        yield "what the rules say"
        yield f"what the rules say, {shape}"


_AGES = (
    (0, "after the page"), (1, "on the page's day"), (2, "the day before"), (3, "two days before"),
    (8, "in the week before"), (32, "in the month before"), (200, "in the year before"), (LONGEST, "long before"),
)  # fmt: skip
"""Days before the page below which an age has its name."""


def _age(day: date, today: date | None) -> str:
    if today is None:
        return "who knows when"
    age = (today - day).days
    return next((name for limit, name in _AGES if age < limit), "years before")


def _shape(days: DateSpan, today: date | None) -> str:
    if days.days == 1:
        return "one day"
    age = None if today is None else (today - days.last).days
    end = "the page" if age == 0 else "the day before" if age == 1 else "earlier"
    return f"{'night' if days.days == 2 else 'span'} until {end}"


_NUMBERED = re.compile(
    rf"\b(?:day\s+(?P<n>\d\d?|{NUMBERED})|(?P<nth>{ORDINALS}|\d\d?(?:th|nd|rd|st))[\s-]day)\b"
    r"(?!\s+of\s+(?:[\w'’-]+\s+){0,2}?(?:protests?|demonstrations?|marches|strikes?|action|mobili[sz]ation|talks"
    r"|negotiations|trial|hearings?|voting|Ramadan|the\s+(?:month|week|year))\b)",
    re.I,
)
"""'Third day', but not the ninth day of protest or of a trial, which come with days between."""
_DAY = re.compile(r"(?<!\w)days?\b", re.I)
BEFORE_DAY, BEHIND_DAY = 16, 120
"""Characters before and behind the word within which such a count stands: it is tried near that word only."""
OLDEST = 60
"""Days that a page may count since its incident."""


def _numbered(times: PageTimes) -> list[date]:
    """The days from which 'Third day: 28 dead', 'on the seventeenth day' count to the page's own."""
    today = times.today
    if today is None:
        return []
    text = f"{times.page.document.title or ''}\n{times.page.text}"
    near = ((max(0, day.start() - BEFORE_DAY), day.start() + BEHIND_DAY) for day in _DAY.finditer(text))
    numbers = {number_of(m["n"] or m["nth"]) for span in near for m in _NUMBERED.finditer(text, *span)}
    return [calendar.shift(today, 1 - number) for number in sorted(numbers) if 2 <= number <= OLDEST]
