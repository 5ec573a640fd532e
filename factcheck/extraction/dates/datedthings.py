"""The day that the page gives elsewhere for the same thing or place: the crane that fell, the base at Tandoro."""

from __future__ import annotations

import re

from factcheck.extraction.dates.datedphrases import Role
from factcheck.extraction.dates.pagetimes import PageTimes
from factcheck.extraction.gates import gated
from factcheck.extraction.page import Finding
from factcheck.values import DateSpan

_THE_THING = gated(
    r"^\W*(?:the|that)\s+(?:[\w-]+\s+)?(?P<thing>[a-z]{4,})\s+(?:itself\s+|also\s+|alone\s+)?"
    r"(?:killed|injured|wounded|claimed|cost|destroyed|displaced|took\s+the\s+lives)\b",
    re.IGNORECASE,
)


def named_again(times: PageTimes, text: str) -> DateSpan | None:
    """The day that stands beside the same thing: 'the fall of the crane on 1 May. The crane killed 70'."""
    match = _THE_THING.match(text)
    if match is None:
        return None
    thing, whole = re.escape(match["thing"]), times.page.text
    beside = re.compile(rf"\b{thing}\b(?:\s+[\w'’-]+){{0,3}}\s+$", re.IGNORECASE)
    behind = re.compile(rf"\s+(?:\w+\s+){{0,2}}?{thing}\b", re.IGNORECASE)
    found = {
        d.phrase.days
        for d in times.dated
        if d.role >= Role.AFTERMATH
        and d.phrase.days
        and d.phrase.open is None
        and (
            beside.search(whole, max(0, d.phrase.span.start - 60), d.phrase.span.start)
            or behind.match(whole, d.phrase.span.end)
        )
    }
    return found.pop() if len(found) == 1 else None


_WHERE = re.compile(
    r"\b(?:at|in|near|on|off|over|outside)\s+(?:the\s+)?(?P<name>[A-Z][\w'’-]+(?<!['’]s)(?:\s(?:(?:al|el"
    r"|de)\s)?[A-Z][\w'’-]+){0,2})"
)


_CUT = re.compile(r"\band\b|;")


def there_again(times: PageTimes, finding: Finding) -> DateSpan | None:
    """The one other day that the page has for a sentence's place: 'killed 55 at Tandoro', taken on 11 May."""
    title, anchor = times.page.document.title or "", times.anchor
    begin = max(0, finding.span.start - finding.sentence.span.start)
    end = finding.span.end - finding.sentence.span.start + NEAR
    match = _WHERE.search(_CUT.split(finding.sentence.text[begin:end], maxsplit=1)[0])
    if match is None or anchor is None or match["name"] in title or match["name"].lower() in _MONTHS:
        return None
    if times.page.text.count(match["name"]) < 2:
        return None  # only here
    name = re.compile(rf"\b{re.escape(match['name'])}\b")
    days: set[DateSpan] = set()
    for sentence in times.page.sentences:
        there = name.search(sentence.text) if sentence.index != finding.sentence.index else None
        named = [
            d.phrase
            for d in times.by_sentence.get(sentence.index, ())
            if d.role is Role.EVENT
            and d.phrase.days
            and d.phrase.open is None
            and d.phrase.grain in ("day", "night")
        ]
        if there is not None and named:
            at = sentence.span.start + there.start()
            nearest = min(named, key=lambda phrase: abs(phrase.span.start - at)).days
            days |= {nearest} if nearest else set()
    return days.pop() if len(days) == 1 else None


NEAR = 50
"""Characters behind a claim in which the name of its own place stands."""


_MONTHS = frozenset(
    ("january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
     "december", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
)  # fmt: skip
