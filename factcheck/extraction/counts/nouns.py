"""The nouns that figures stand with: persons, forces, things, and units that never are victims."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType

from factcheck import lexicons


@dataclass(frozen=True, slots=True)
class Noun:
    """A word of data/lexicons/nouns.csv: person, force, thing or unit; ``role`` when the word says it."""

    category: str
    role: str | None
    plural: bool


@cache
def nouns() -> Mapping[str, Noun]:
    """Every known noun, singular and plural, in lower case."""
    found: dict[str, Noun] = {}
    for row in lexicons.rows("nouns"):
        word, plural = row["word"], row["plural"] or row["word"] + "s"
        role = row["role"] or None
        found.setdefault(word, Noun(row["category"], role, plural=plural == word))
        found.setdefault(plural, Noun(row["category"], role, plural=True))
    return MappingProxyType(found)


def known(word: str) -> Noun | None:
    """The noun as the lexicon has it, None when it is not there."""
    lowered = word.lower()
    if "-" in lowered and lowered not in nouns():
        lowered = lowered.rsplit("-", 1)[-1]
    return nouns().get(lowered)


def is_person(word: str) -> bool:
    """True for a word for one person or several."""
    noun = known(word)
    return noun is not None and noun.category in ("person", "force")


def is_one_person(word: str) -> bool:
    """True for a singular word for a person."""
    noun = known(word)
    return noun is not None and noun.category == "person" and not noun.plural


def is_category(word: str, *categories: str) -> bool:
    """True when the lexicon puts the word into one of the categories."""
    noun = known(word)
    return noun is not None and noun.category in categories
