"""Pages that gather broadcasts: each part has a head with its hour and day, from which its "today" counts.

"RADIO KATONGA IN ENGLISH 1530 GMT 10 AUG 92 - ROCKETS FIRED TODAY": the tenth, whatever day the page is of.
"""

from __future__ import annotations

import re

from factcheck.extraction.dates import timephrases
from factcheck.extraction.dates.timephrases import TimePhrase
from factcheck.extraction.gates import gated

HOUR = gated(r"\b(?:at\s+)?[0-2]\d:?[0-5]\d\s*(?:GMT|UTC|Z|hrs?\s+GMT)\s*(?:,|on|of)?\s*$", re.I)
"""What stands before the day of a broadcast."""
HEAD = 90
"""Characters of a part before the day of its head."""


def with_own_days(text: str, phrases: list[TimePhrase]) -> list[TimePhrase]:
    """The phrases of a page, those behind the head of a broadcast counted from its day."""
    heads = [(start, p) for p in phrases if (start := _head(text, p)) is not None]
    if not heads:
        return phrases
    ends = [start for start, _ in heads[1:]] + [len(text)]
    out = [p for p in phrases if p.span.start < heads[0][0]]
    for (_, head), end in zip(heads, ends, strict=True):
        out.append(head)
        days = head.days
        assert days is not None
        out += [p for p in timephrases.find(text, days.first, head.span.end, end) if p.span.start >= head.span.end]
    return out


def _head(text: str, phrase: TimePhrase) -> int | None:
    """Where the part begins whose head a phrase of time ends; None for no head."""
    if phrase.days is None or phrase.days.days != 1 or phrase.grain != "day":
        return None
    line = text.rfind("\n", 0, phrase.span.start) + 1
    if phrase.span.start - line > HEAD or HOUR.search(text, line, phrase.span.start) is None:
        return None
    return line
