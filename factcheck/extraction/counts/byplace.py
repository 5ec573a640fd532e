"""A toll shared out among places: 'fatalities split as (22) in Dinga and (21) in Barla' are parts of it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from factcheck.extraction.counts.numbers import word_value
from factcheck.extraction.gates import gated

SHARED_OUT = gated(
    r"\b(?:fatalit(?:y|ies)|deaths?|dead|killed|slain|victims?|tolls?|bodies)\b[^.;]{0,60}?\b(?:split|divided"
    r"|distributed"
    r"|spread|shared|apportioned|broken\s+down|breakdown|break\s+down)\b",
    re.IGNORECASE,
)
_NUMBER = r"(?:\d{1,6}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)"
_IN_PLACE = re.compile(
    rf"\(?\b(?P<figure>{_NUMBER})\)?\s+(?:of\s+(?:them|these)\s+)?(?:were\s+)?(?:in|at|near|for|to)\s+(?:the"
    rf"\s+)?[A-Z]"
    rf"|\b[A-Z][\w'’-]+\s*[(:,–-]\s*(?P<figure2>{_NUMBER})\)?(?=\s*(?:[,;.)]|and\b|$))"
)


def may_be_shared_out(text: str) -> bool:
    """True for a sentence that says how a toll is shared out among places."""
    return SHARED_OUT.search(text) is not None


def shared_out(text: str) -> Iterator[tuple[float, int, int]]:
    """The two or more figures into which a sentence shares out a toll, each with where it begins and ends."""
    if (opening := SHARED_OUT.search(text)) is None:
        return
    found = []
    for match in _IN_PLACE.finditer(text, opening.end()):
        start, end = match.span("figure" if match["figure"] else "figure2")
        value = float(text[start:end]) if text[start].isdigit() else word_value(text[start:end])
        if value:
            found.append((value, start, end))
    yield from found if len(found) > 1 else ()
