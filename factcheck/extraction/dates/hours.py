"""What the hours of a page tell of its days: entries of the evening before, fire until the small hours."""

from __future__ import annotations

import re
from itertools import pairwise

from factcheck.extraction.dates.datedphrases import Dated, Role
from factcheck.extraction.dates.pagetimes import PageTimes

_STAMPS = re.compile(r"(?m)^\s*(?:[•–-]\s*)?(?:\*+\s*)?([01]?\d|2[0-3])[:.h]([0-5]\d)(?:\s*([ap])\.?m\b|\b)")
OVER_MIDNIGHT = 12 * 60
"""Minutes by which the stamps of a page, newest on top, jump up where it reaches the evening before."""


def over_midnight(text: str) -> bool:
    """True where the stamps go past midnight: from the newest entry down to the evening before, or up from it."""
    stamps = [
        60 * (int(hour) % 12 + 12 * (half == "p") if half else int(hour)) + int(minute)
        for hour, minute, half in _STAMPS.findall(text)
    ]
    steps = [after - before for before, after in pairwise(stamps)]
    down = sum(step < 0 for step in steps)
    if down > len(steps) / 2:
        return any(step > OVER_MIDNIGHT for step in steps)
    return down < len(steps) / 2 and any(step < -OVER_MIDNIGHT for step in steps)


_CLOCK = re.compile(r"\b([01]?\d|2[0-3]):[0-5]\d\b(?!\s*[ap]\.?m)", re.I)
SMALL_HOURS = 6
"""A page stamped before this hour whose own hours all come later in the day tells of the day before."""


def told_after_midnight(times: PageTimes) -> bool:
    """True where a page stamped 01:20 tells of what happened at 18:30."""
    stamps: list[int] = []
    hours: list[int] = []
    for d in times.dated:
        match = _CLOCK.search(d.phrase.span.of(times.page.text))
        if match:
            (stamps if d.role is Role.FURNITURE else hours).append(int(match[1]))
    return bool(stamps and hours) and max(stamps) < SMALL_HOURS and min(hours) > max(stamps)


_LATE = re.compile(r"\b(?:2[0-3][:.h][0-5]\d|(?:9|10|11)(?:[:.]\d\d)?\s*p\.?m\b)", re.I)
_INTO_NIGHT = re.compile(
    r"\b(?:lasted|continued|went\s+on|raged|persisted|ended|ceased|died\s+down)\s+(?:until\s+|till\s+|at\s+|by"
    r"\s+|only\s+at\s+)?"
    r"(?:about\s+|around\s+|nearly\s+)?(?:0?[0-6][:.h][0-5]\d\b|[1-6](?:[:.]\d\d)?\s*a\.?m\b|dawn|daybreak"
    r"|(?:the\s+)?(?:early\s+|next\s+)?morning)",
    re.I,
)
NEXT = 3
"""Sentences behind that of a late hour in which a page tells how long it lasted."""


def into_the_night(times: PageTimes, best: Dated) -> bool:
    """True for 'On 12 May, at 23:40, they opened fire. The fire lasted until 04:15'."""
    sentences = times.page.sentences[best.sentence : best.sentence + NEXT]
    whole = " ".join(sentence.text for sentence in sentences)
    return (
        best.role is Role.EVENT and _LATE.search(sentences[0].text) is not None and bool(_INTO_NIGHT.search(whole))
    )
