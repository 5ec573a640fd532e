"""A place where a sentence says who says something, and the verbs by which it does."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from factcheck.extraction.syntax import Token
from factcheck.lexicons import rows


@dataclass(frozen=True, slots=True)
class Speech:
    """One place where a sentence says who says something.

    ``speaker`` is the noun phrase as written (empty when the verb has none: "is believed to"); ``scope`` the
    numbers of the tokens that it says; ``stance`` what the verb says of it ("plain": nothing).
    """

    speaker: str
    head: Token | None
    verb: str
    stance: str
    frame: str
    scope: frozenset[int]
    at: int
    via: str | None = None
    negated: bool = False


@cache
def verbs() -> dict[str, tuple[str, str, str]]:
    """Every form of the reporting verbs -> (base form, stance, frame)."""
    found: dict[str, tuple[str, str, str]] = {}
    for row in rows("attribution_verbs"):
        forms = row["forms"].split(";")
        for form in forms:
            found.setdefault(form, (forms[0], row["stance"], row["frame"]))
    return found
