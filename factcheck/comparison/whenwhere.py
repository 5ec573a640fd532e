"""Rules on the day and the place: two voices tell one event, and each says outright another day or another place.

A day or a place that was only taken from the rest of a page contradicts nobody; the sentence itself must name it.
"""

from __future__ import annotations

import re
from datetime import date, timedelta

from factcheck import gazetteer
from factcheck.comparison.figures import bounds, point
from factcheck.comparison.positions import Answer
from factcheck.comparison.sentences import sentence_of
from factcheck.comparison.setting import Setting
from factcheck.gazetteer import Place
from factcheck.language.telling import does
from factcheck.lexicons import word_set
from factcheck.values import Outcome, Verdict

DAY_SEVERITY = PLACE_SEVERITY = 0.4
"""As a state against a state: there is no figure to weigh."""

NIGHT = timedelta(days=1)
"""A night, or the clocks of two countries, puts one event on two days that follow each other."""

FEW_DAYS = 3
"""A longer span is a time of fighting, not the day of one event."""

TELLING_FIGURE = 2.0
"""One dead on two days is mostly two people."""

FAR_KM = 40.0
"""Nearer places are a town and its suburb, or a border and the crossing on it (as in linking)."""

_MONTHS = ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
           "November", "December")  # fmt: skip
_MONTH = r"(?:" + "|".join(rf"{m[:3]}(?:{m[3:]}|\.)?" if m != "May" else "May" for m in _MONTHS) + r")"
_DAY = r"\d{1,2}(?:st|nd|rd|th)?"
_DAYS = rf"{_DAY}(?:\s*(?:-|–|and|to|or)\s*{_DAY})?"
_WRITTEN = re.compile(rf"\b(?:{_DAYS}(?: of)? {_MONTH}|{_MONTH} {_DAYS})(?:,? \d{{4}})?\b")
_HAPPENED = re.compile(
    r"\b(?:took place|happened|occurred|was|were|dates?|dated|fell|began|struck|carried out|committed)\b", re.I
)
_WORD = re.compile(r"[a-z]{4,}")
_LITTLE = word_set("took place happened occurred were dated dates date fell began struck that this from with over")


def other_days(a: Answer, b: Answer) -> Verdict | None:
    """Two say outright that one event fell on other days: 27 and 28 November against 28 and 29 November."""
    if a.kind != "status" or b.kind != "status" or a.party == b.party:
        return None
    x, y = (f"{one.target or one.quote}" for one in (a, b))
    if not (_WRITTEN.search(x) and _WRITTEN.search(y) and _HAPPENED.search(x) and _HAPPENED.search(y)):
        return None
    if not _same_matter(x, y) or not _days_apart(a, b):
        return None
    text = f"{does(a.name, 'says')} {_WRITTEN.search(x).group()}, {b.name} {_WRITTEN.search(y).group()}."  # type: ignore[union-attr]
    return Verdict(Outcome.CONFLICT, "date", text, DAY_SEVERITY)


def other_day(a: Answer, b: Answer, setting: Setting) -> Verdict | None:
    """Two give one figure for one event, and each sentence names another day, more than a night apart."""
    if not _same_event(a, b) or not _days_apart(a, b) or not (_names_days(a) and _names_days(b)):
        return None
    text = f"Both say {a.quantity}, but {a.name} on {_when(a)} and {b.name} on {_when(b)}."
    return Verdict(Outcome.CONFLICT, "date", text, DAY_SEVERITY, gap_abs=0.0, gap_ratio=1.0)


def of_other_days(a: Answer, b: Answer, setting: Setting) -> Verdict | None:
    """Two figures of days that exclude each other: two attacks, or two days of one."""
    if bounds(a) == bounds(b) or not (a.first and a.last and b.first and b.last):
        return None
    if (a.first <= b.last and b.first <= a.last) or max(a.first - b.last, b.first - a.last) <= NIGHT:
        return None
    text = f"{a.quantity} is of {_when(a)}, {b.quantity} of {_when(b)}."
    return Verdict(Outcome.NOT_COMPARABLE, "count", text)


def other_place(a: Answer, b: Answer, setting: Setting) -> Verdict | None:
    """Two give one figure for one day, and each sentence names another place, far from the other's."""
    if not _same_event(a, b) or not _one_day(a) or a.first != b.first or a.last != b.last:
        return None
    here, there = _named_place(a), _named_place(b)
    if here is None or there is None or not _far(here, there):
        return None
    text = f"Both say {a.quantity}, but {a.name} at {here.label} and {b.name} at {there.label}."
    return Verdict(Outcome.CONFLICT, "place", text, PLACE_SEVERITY, gap_abs=0.0, gap_ratio=1.0)


def _same_event(a: Answer, b: Answer) -> bool:
    """One exact figure from two voices in two texts."""
    told = bounds(a)
    same = told is not None and told == bounds(b) and told[0] == told[1] and point(a) >= TELLING_FIGURE
    return same and a.party != b.party and a.document != b.document and not (a.superseded or b.superseded)


def _one_day(a: Answer) -> bool:
    return a.first is not None and a.first == a.last


def _when(a: Answer) -> str:
    ends = dict.fromkeys(f"{day:%-d %B %Y}" for day in (a.first, a.last) if day)
    return " to ".join(ends)


def _names_days(a: Answer) -> bool:
    """The sentence of the quote writes its first and last day out."""
    written = [m.group() for m in _WRITTEN.finditer(sentence_of(a))]
    return all(day and any(_is_day(text, day) for text in written) for day in (a.first, a.last))


def _is_day(written: str, day: date) -> bool:
    return f"{day:%b}" in written and str(day.day) in re.findall(r"\d{1,2}(?!\d)", written)


def _days_apart(a: Answer, b: Answer) -> bool:
    """Neither span lies in the other, and it is not one night told as two days."""
    if not (a.first and a.last and b.first and b.last):
        return False
    if max((x - y).days for x, y in ((a.last, a.first), (b.last, b.first))) >= FEW_DAYS:
        return False
    if (a.first <= b.first and b.last <= a.last) or (b.first <= a.first and a.last <= b.last):
        return False
    return not (_one_day(a) or _one_day(b)) or max(a.first - b.last, b.first - a.last) > NIGHT


def _same_matter(x: str, y: str) -> bool:
    p, q = (set(_WORD.findall(_WRITTEN.sub(" ", text).casefold())) - _LITTLE for text in (x, y))
    return bool(p & q) and 2 * len(p & q) / (len(p) + len(q)) >= 0.5


def _named_place(a: Answer) -> Place | None:
    """The town that the claim is tied to, where the map has it and the sentence says it."""
    name = a.place.partition(",")[0].strip()
    if not name or name.casefold() not in sentence_of(a).casefold():
        return None
    try:
        found = gazetteer.find(name)
    except OSError:  # no gazetteer in this installation
        return None
    towns = [p for p in found if p.kind in ("city", "district")]
    return next((p for p in towns if gazetteer.country_name(p.country) in a.place), towns[0] if towns else None)


def _far(a: Place, b: Place) -> bool:
    return gazetteer.distance_km(a, b) > FAR_KM
