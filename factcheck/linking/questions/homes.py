"""Homes: where two countries count the dead and hurt of a border, each counts its own.

"Thailand's health ministry: 13 dead; Phnom Penh's: 8" is no dispute, though neither says whose people they are.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache

from factcheck.language.naming import country
from factcheck.language.parties import speaks_for
from factcheck.linking.places.places import resolved
from factcheck.linking.questions.counted import Count

_ARMED = re.compile(
    r"\b(?:army|military|armed forces|air force|navy|marines|troops|forces|general staff|defen[cs]e|junta)\b", re.I
)
"""Who fights speaks of the other side's people as well as of its own."""
ROLES = frozenset({"people", "civilian", ""})


def at_home(counts: Sequence[Count]) -> list[Count]:
    """The counts; those of no side that an office of a country gives are its own people, where another country's
    offices give theirs."""
    homes = {home for c in counts if (home := home_of(c)) is not None}
    named = {c.subject.side for c in counts if c.subject.role in ROLES and country(c.subject.side or "")}
    if not homes or len(homes | named) < 2:
        return list(counts)
    return [_of(c, home) if (home := home_of(c)) else c for c in counts]


def _of(c: Count, side: str) -> Count:
    return replace(c, subject=replace(c.subject, side=side))


def home_of(c: Count) -> str | None:
    """The country whose people one of its offices counts, unless the count is of a place of another country."""
    if c.subject.side is not None or c.subject.role not in ROLES or c.size <= 0 or c.own_voice:
        return None
    return _home(c.voice, c.place)


@lru_cache(maxsize=50_000)
def _home(voice: str, place: str) -> str | None:
    side = home_of_office(voice)
    if side is None:
        return None
    there, own = resolved(place) if place else None, resolved(side)
    return None if there is not None and own is not None and there.country != own.country else side


@lru_cache(maxsize=50_000)
def home_of_office(name: str) -> str | None:
    """The country that a body which does not fight speaks for; None for all else."""
    side = speaks_for(name) if name else None
    return None if side is None or country(side) is None or _ARMED.search(name) else side
