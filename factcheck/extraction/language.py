"""Whether a text is English, judged cheaply by its small words."""

from __future__ import annotations

import re

from factcheck.lexicons import word_set

SAMPLE = 20_000
MIN_WORDS = 25
MIN_SHARE = 0.12
"""Share of English small words: English news has 0.25 to 0.45 of them, German, French or Spanish under 0.06."""


LONG = 60
MIN_SHARE_SHORT = 0.09
"""A note of a few names and one sentence may have fewer of them."""

_WORD = re.compile(r"[^\W\d_]+")
_SMALL = word_set(
    "the of and to in a is was were are be been for on with that by at from as it its his her he she they "
    "their who which had has have not but an or this after when than more said will no one into about over up "
    "out all two there near under between"
)


def is_english(text: str) -> bool:
    """True for English and for texts too short to tell (a headline, a list of figures)."""
    words = _WORD.findall(text[:SAMPLE].lower())
    if len(words) < MIN_WORDS:
        return not words or sum(w.isascii() for w in words) >= 0.5 * len(words)
    least = MIN_SHARE if len(words) >= LONG else MIN_SHARE_SHORT
    return sum(map(_SMALL.__contains__, words)) >= least * len(words)
