"""Places that a sentence turns to before it says anything of them: 'Regarding Derna: ...', 'As for Derna, ...'."""

from __future__ import annotations

import re

from factcheck import gazetteer
from factcheck.extraction.places.placewords import Lead

REACH = 24
"""Characters within which the words must stand that turn a sentence to a place."""

_TURNS_TO = re.compile(
    r"\W*(?:(?:[Aa]s\s+)?[Ff]or|[Rr]egarding|[Cc]oncerning|[Oo]n|[Tt]urning\s+to|[Ii]n\s+the\s+case\s+of|[Aa]s\s+to)\s+(?:the\s+)?"
)
_TURNED = re.compile(r"(?P<comma>,\s+(?!(?:who|which|whose)\b))|:\s|\s+in\s+(?:[A-Z][a-z]+\s+)?(?:19|20)\d\d\b")


def turned_to(text: str, first: int, end: int) -> Lead | None:
    """What makes the name between two offsets the place that its sentence turns to, or None.

    Before a comma only a listed name will do, since one turns to people so too.
    """
    if first > REACH or _TURNS_TO.fullmatch(text, 0, first) is None:
        return None
    after = _TURNED.match(text, end)
    if after is None or (after["comma"] and not gazetteer.known(text[first:end])):
        return None
    return Lead("at", None, first, 0)
