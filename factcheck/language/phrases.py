"""Phrases of the word lists as patterns: a star for any ending, a bar between words that may stand for each other,
three dots for a few words between."""

from __future__ import annotations

import re

GAP = r"\b[^.;]{0,30}\b"
"""Three dots: up to thirty letters of the same sentence."""


def pattern_of(phrases: str, not_before: str = "") -> str:
    """The pattern of phrases that semicolons part; none of them stands before one of the words ``not_before``."""
    told = "|".join(_phrase(phrase.strip()) for phrase in phrases.split(";") if phrase.strip())
    behind = rf"(?! (?:{'|'.join(map(re.escape, not_before.split()))})\b)" if not_before else ""
    return rf"\b(?:{told})\b{behind}"


def _phrase(phrase: str) -> str:
    return GAP.join(" ".join(map(_word, part.split())) for part in phrase.split("..."))


def _word(word: str) -> str:
    told = "|".join(re.escape(one).replace(r"\*", r"\w*") for one in word.split("|"))
    return f"(?:{told})" if "|" in word else told
