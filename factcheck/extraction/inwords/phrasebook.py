"""A phrase book: patterns of feature names, each with what it says in words."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from functools import partial

from factcheck.lexicons import word_set

Say = Callable[[re.Match[str]], str]
"""Makes the phrase of a feature from the match of its pattern."""

SHOWN_WHOLE = 3
"""Stems of so few letters are mostly whole words; longer ones may have lost their ending."""
_WHOLE = word_set(
    "with from into over under about after before among since against between during including than that this "
    "these those there their they them then here when where while what which who whom whose were have been "
    "also only more most some many other another each both such your just even still soon once again"
)
"""Words that no ending is cut from."""
_SPECIAL = {"#": "a number", "NAME": "a name", "BEGIN": "the beginning", "END": "the end"}


class Phrasebook:
    """Patterns in order; the first that a whole name fits says it."""

    def __init__(self, phrases: Iterable[tuple[str, str | Say]]) -> None:
        """``phrases``: a regular expression, and what it says: a text with its groups as ``{}``, or a function."""
        self._phrases: Sequence[tuple[re.Pattern[str], Say]] = [
            (re.compile(pattern), partial(_filled, said) if isinstance(said, str) else said)
            for pattern, said in phrases
        ]

    def say(self, name: str) -> str | None:
        """The feature in words; None when no pattern fits."""
        for pattern, said in self._phrases:
            match = pattern.fullmatch(name)
            if match is not None:
                return said(match)
        return None

    def all_of(self, reasons: Iterable[tuple[str, float]], most: int) -> list[str]:
        """The loudest features in words with their weights, each phrase once; a name without a phrase stays."""
        told: dict[str, float] = {}
        for name, weight in reasons:
            told.setdefault(self.say(name) or name, weight)
        return [f"{phrase} (+{weight:.1f})" for phrase, weight in list(told.items())[:most]]


def quoted(stem: str) -> str:
    """A stem as it is shown: “kill…”, “of”, a number, a name."""
    if stem in _SPECIAL:
        return _SPECIAL[stem]
    cut = len(stem) > SHOWN_WHOLE and stem[-1].isalpha() and stem not in _WHOLE
    return f"“{stem}…”" if cut else f"“{stem.strip() or ' '}”"


def row_of(stems: str) -> str:
    """Several stems behind each other: “kill… in”."""
    told = stems.split()
    if any(stem in _SPECIAL for stem in told):
        return " then ".join(quoted(stem) for stem in told)
    return f"“{' '.join(quoted(stem).strip('“”') for stem in told)}”"


def _filled(said: str, match: re.Match[str]) -> str:
    return said.format(*(quoted(group or "") for group in match.groups()))
