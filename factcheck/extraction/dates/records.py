"""A page of records: lines of a number, a day and a place, each heading what happened there and then.

Monitors and ministries list incidents so: "YEM-0131 | 8 Jan 2018 | Hays, Hudaydah", "2. 29 May 2017, near Raqqa.",
"12 March - Kutum, North Darfur: a drone struck". What follows a head, up to the next one, is of its day and place.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace

from factcheck.extraction.dates.datedphrases import Dated, Role
from factcheck.extraction.page import Page
from factcheck.values import DateSpan

LEAST = 2
"""So many heads, of different lines, make a page of records: one alone is the dateline of a story."""

_NUMBER = (
    r"(?:\#?\w{0,6}[-/]?\d[\w/.-]*|\(?(?:\d{1,3}|[a-z])[.)]|\(\d{1,3}\)|(?:incident|case|record|event|report|no\.?)"
    r"\s*(?:no\.?\s*)?\#?\d+)"
)
_BEFORE = re.compile(rf"\s*[•*–—-]?\s*(?:{_NUMBER}\s*[|:,.–—-]?\s*)?(?:(?:date|day):?\s+)?[\[(]?", re.I)
_WORD = r"(?:[A-ZÀ-ÞŠŽÇĞİŞĆČĐ][\w'’ʿ‘-]*(?:\.\w+)*|\d+)"
_SMALL = (
    r"(?:al|el|de|del|la|of|the|and|near|off|at|in|outside|between|around|east|west|north|south|north-?east"
    r"|north-?west|south-?east|south-?west|km|nm|miles?|area|town|city|village|district|province|governorate|county"
    r"|region|state|road|camp|sub-?district|sea)"
)
_WHERE = re.compile(
    rf"[\])]?(?:,?\s*(?:at\s+)?\d{{1,2}}[:.h]?\d\d\s*(?:hrs?|h|GMT|UTC|local(?:\s+time)?)?)?\s*(?P<mark>[|,:–—-])\s*"
    rf"(?:(?:location|place):?\s+)?(?P<where>(?:{_SMALL}\s+)*(?!\d+(?:\s|$|,)){_WORD}(?:,?\s+\(?(?:{_WORD}|{_SMALL})\)?){{0,9}}?)"
    r"\s*(?=[|:–—\n]|\s-\s|\.(?:\s|$)|$)"
)
_MARK = re.compile(r"\s*[|,:–—-]\s")
_PRESS = re.compile(r"\(?[A-Z]{2,}\)?\s*$")


@dataclass(frozen=True, slots=True)
class Record:
    """One record of a page: where it begins and ends, its days, and the place of its head as written, or none."""

    start: int
    end: int
    days: DateSpan
    place: str


def records_of(page: Page, dated: Iterable[Dated]) -> list[Record]:
    """The records of a page in order; none on a page that has fewer than two heads."""
    heads: list[tuple[int, DateSpan, str]] = []
    for d in dated:
        days, text = d.phrase.days, page.text
        if days is None or d.phrase.grain not in ("day", "night") or days.days > 4 or d.phrase.open is not None:
            continue
        line = text.rfind("\n", 0, d.phrase.span.start) + 1
        if _BEFORE.fullmatch(text, line, d.phrase.span.start) is None:
            continue
        where = _WHERE.match(text, d.phrase.span.end)
        if where is not None and _PRESS.fullmatch(where["where"]) is None:
            heads.append((line, days, " ".join(where["where"].split())))
        elif heads and _MARK.match(text, d.phrase.span.end):
            heads.append((line, days, ""))
    if len({line for line, _, place in heads if place}) < LEAST:
        return []
    ends = [line for line, _, _ in heads[1:]] + [len(page.text)]
    return [Record(line, end, days, place) for (line, days, place), end in zip(heads, ends, strict=True)]


def of_records(records: Iterable[Record], dated: Iterable[Dated]) -> list[Dated]:
    """The phrases of a page; the days of its heads are days on which something happened."""
    heads = {record.start: record for record in records}
    starts = sorted(heads)

    def told(d: Dated) -> Dated:
        at = max((start for start in starts if start <= d.phrase.span.start), default=None)
        if at is None or d.phrase.days != heads[at].days or d.phrase.span.start - at > HEAD:
            return d
        return replace(d, role=Role.EVENT, weight=max(d.weight, WEIGHT))

    return [told(d) for d in dated] if starts else list(dated)


HEAD, WEIGHT = 40, 5.0
"""Characters of a head before its day; what that day weighs for the incident of the page."""


def record_at(records: Iterable[Record], position: int) -> Record | None:
    """The record in which a position of the text lies, behind its head or in it."""
    return next((record for record in records if record.start <= position < record.end), None)
