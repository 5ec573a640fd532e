"""Phrases of time in a text, and the days that they mean: "12 October", "Tuesday night", "two weeks ago".

A phrase is resolved against the day of publication where it says so by itself; "the following day" waits for the
event that it follows (``after`` holds the days to add). No document, no choice: which phrase dates which claim is
decided in ``dates``.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date

from factcheck.extraction.dates import (
    timeabsolute,
    timefeasts,
    timerelative,
    timesince,
    timespells,
    timeworded,
)
from factcheck.extraction.dates.timejoins import joined
from factcheck.extraction.dates.timerules import GRAMMAR, TimePhrase
from factcheck.extraction.gates import allowed_by, gated, ungated
from factcheck.values import Span

RULES = (timeabsolute, timefeasts, timerelative, timespells, timesince, timeworded)
"""The files whose rules are tried; importing one registers its rules."""


def find(text: str, today: date | None, start: int = 0, end: int | None = None) -> list[TimePhrase]:
    """The phrases of time in a text, in order, none inside another; ``today`` is the day of publication."""
    allowed = allowed_by(text)
    rules = [rule for rule in GRAMMAR if rule.bits & allowed]
    if not rules:
        return []
    lower, found, ahead = _lower(text), list[TimePhrase](), ungated(_AHEAD, allowed, text)
    end = len(text) if end is None else end
    windows: dict[tuple[str, ...], list[Span]] = {}
    for rule in rules:
        if rule.hints not in windows:
            windows[rule.hints] = list(_windows(lower, _spots(lower, rule.hints, start, end), start, end))
        for window in windows[rule.hints]:
            for match in rule.pattern.finditer(text, window.start, window.end):
                future = ahead is not None and _is_behind(ahead, match)
                phrase = rule.resolve(match, today, future)
                if phrase is not None:
                    found.append(phrase)
    return joined(text, _longest(found))


BEFORE, BEYOND = 40, 64
"""Characters around a hint that its pattern is tried on; no phrase reaches further."""


def _spots(lower: str, hints: Iterable[str], start: int, end: int) -> list[int]:
    """Where the hints stand, in order."""
    spots = []
    for hint in hints:
        spot = lower.find(hint, start, end)
        while spot >= 0:
            spots.append(spot)
            spot = lower.find(hint, spot + 1, end)
    return sorted(spots)


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


_AHEAD = gated(
    r"\bnext\s+(?:update|point|briefing|report|bulletin|statement|issue|release|communiqu[eé])\W+(?:\w+\s+){0,3}$"
    r"|\b(?:will|(?:is|are|be|been)\s+(?:due|scheduled|planned|expected|set|slated)|plans?\s+to|upcoming"
    r"|deadline|wants?|next|(?:is|are)\s+to\s+(?!(?:blame|be\s+(?:found|seen))\b)|due\s+to)\b"
    r"[^.;:\n]{0,40}$"
    r"|\b(?:call(?:s|ed|ing)?|plan(?:s|ned|ning)?)\s+(?:for\s+)?(?:an?|another|new|the|more|fresh)\s+(?:[\w-]+\s+){0,3}"
    r"(?:protests?|march|strike|rally|vigil|meeting|session|demonstrations?|assembly|sit-in|shutdown|stoppage)\s+(?:for|on)\s+$"
    r"|\b(?:adjourned|postponed|put\s+off|deferred)\b[^.;:\n]{0,40}\b(?:to|until|till)\s+$|\bset\s+for\s+$",
    re.I,
)


def _is_behind(words: re.Pattern[str], match: re.Match[str]) -> bool:
    """True where one of the words stands right before: 'will meet on', 'is scheduled for'."""
    return words.search(match.string, max(0, match.start() - 60), match.start()) is not None


def _longest(found: list[TimePhrase]) -> list[TimePhrase]:
    """The phrases in order without those that overlap an earlier or longer one."""
    kept: list[TimePhrase] = []
    for phrase in sorted(found, key=lambda p: (p.span.start, -p.span.end)):
        if not kept or phrase.span.start >= kept[-1].span.end:
            kept.append(phrase)
        elif kept[-1].grain == "clock" and phrase.grain != "clock":
            kept[-1] = phrase
    return kept


__all__ = ["TimePhrase", "find"]
