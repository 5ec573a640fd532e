"""What a state is about: whether a truce holds, who holds a place, who was aboard, what was planned.

Two states of one incident that are about other matters answer two questions, whatever words they share.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache, lru_cache

from factcheck.language.phrases import pattern_of
from factcheck.lexicons import rows

ONE_OF_ITS_KIND = frozenset({"truce", "talks"})
"""Matters of which an incident has one: two states of it answer one question in whatever words."""


@lru_cache(maxsize=50_000)
def matters(asserted: str, quote: str) -> frozenset[str]:
    """The matters of a state: by what is asserted, or by the quote where that says none."""
    return _named(asserted) or _named(quote)


def _named(text: str) -> frozenset[str]:
    return frozenset(name for name, pattern in _patterns().items() if pattern.search(text))


@cache
def _patterns() -> Mapping[str, re.Pattern[str]]:
    """The matters of ``state_matters.csv``; a state may be of several ("the truce was asked for")."""
    told: dict[str, list[str]] = {}
    for row in rows("state_matters"):
        told.setdefault(row["matter"], []).append(pattern_of(row["words"], row["not_before"]))
    return {name: re.compile("|".join(patterns), re.I) for name, patterns in told.items()}
