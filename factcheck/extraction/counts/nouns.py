"""The nouns that figures stand with: persons, forces, things, and units that never are victims."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from types import MappingProxyType

from factcheck import lexicons


@dataclass(frozen=True, slots=True)
class Noun:
    """A word of data/lexicons/nouns.csv: person, people, force, thing or unit; ``role`` when the word says it.

    ``sorts`` are the finer classes that single rules ask for (kin, fighter, arms, ...).
    """

    category: str
    role: str | None
    plural: bool
    sorts: frozenset[str]


@cache
def nouns() -> Mapping[str, Noun]:
    """Every known noun, singular and plural, in lower case; peoples are those of the states too."""
    found: dict[str, Noun] = {}
    for row in lexicons.rows("nouns"):
        word, plural = row["word"], row["plural"] or row["word"] + "s"
        role, sorts = row["role"] or None, frozenset(row["sorts"].split())
        several = "person" if row["category"] == "people" else row["category"]
        found.setdefault(word, Noun(row["category"], role, plural == word, sorts))
        found.setdefault(plural, Noun(several, role, plural=True, sorts=sorts))
    for row in lexicons.rows("countries"):
        for name in row["people"].lower().split(";"):
            found.setdefault(name.strip(), Noun("person", None, plural=True, sorts=frozenset()))
        for name in row["adjective"].lower().split(";"):
            found.setdefault(name.strip(), Noun("people", None, plural=False, sorts=frozenset()))
    return MappingProxyType(found)


@lru_cache(maxsize=20_000)
def known(word: str) -> Noun | None:
    """The noun as the lexicon has it, None when it is not there."""
    lowered = word.lower()
    if "-" in word and _DESIGNATION.fullmatch(word):
        return _CRAFT
    if "-" in lowered and lowered not in nouns():
        lowered = lowered.rsplit("-", 1)[-1]
    if word in _THINGS_TOO:
        return None
    found = nouns().get(lowered) or (_by_ending(lowered) if word.islower() else None)
    return found if found is not None or not is_model(word) else _A_MODEL


_DESIGNATION = re.compile(
    r"(?:Su|M[iI]G|Mig|Tu|I[lL]|An|Mi|Ka|Yak|F|B|C|E|P|T|RQ|MQ|UH|AH|CH|MH|S|BMP|BTR|BM|JF|J|KC|AC)-\d{1,3}[A-Z]{0,3}s?"
)
_CRAFT = Noun("thing", None, plural=False, sorts=frozenset({"vehicle"}))
"""'Su-25', 'T-72s': craft and arms by their type."""

_ENDINGS = ("workers", "keepers", "dwellers", "breeders", "growers", "herders", "sellers", "goers", "ologists")
_PERSONS = tuple(ending[:-1] for ending in _ENDINGS)
ENDS_OF_ONE = (*_PERSONS, "man")
"""How words for one person end of which the list knows only some."""
_NO_PERSON = (
    "bestseller", "human", "german", "roman", "ottoman", "norman", "talisman", "caiman", "cayman", "brahman",
    "doberman", "walkman", "semen", "dolmen",
)  # fmt: skip
"""Words that end so and name nobody; specimens, abdomens and omens end otherwise."""
_WORKER, _WORKERS = (Noun("person", "civilian", plural, frozenset({"own"})) for plural in (False, True))
_MAN, _MEN = (Noun("person", None, plural, frozenset({"own"})) for plural in (False, True))


@lru_cache(maxsize=10_000)
def _by_ending(word: str) -> Noun | None:
    """A person whom the list lacks but whose word says it: 'tea-grower', 'glaciologist', 'oysterwoman'.

    Only words in small letters: a name may end so too ("Coleman").
    """
    if len(word) < _LONG or word.removesuffix("s").endswith(_NO_PERSON):
        return None
    if word.endswith(_PERSONS):
        return _WORKER
    if word.endswith(_ENDINGS):
        return _WORKERS
    if word.endswith("man"):
        return _MAN
    return _MEN if word.endswith("men") and word[-4] in "swdktrlgb" else None


_LONG = 6
"""Shorter words in man or men are others ("omen")."""


_MODEL = re.compile(
    r"(?!M-?23|[A-Z]-?[12]s?$)(?:[A-Z][A-Za-z]{0,4}-\d{1,4}[A-Z]{0,3}|A3\d\d|B7\d7|BMPs?|BTRs?|[MT]\d\d[A-Z]\d?"
    r"|UAVs?|MRAPs?)s?$"
)
_A_MODEL = Noun("thing", None, plural=False, sorts=frozenset({"vehicle"}))


def is_model(word: str) -> bool:
    """True for the name of a machine of war or an airliner by letters and number: 'MiG-21', 'F-16s', 'A330'."""
    return len(word) <= _LONGEST_MODEL and word[:1].isupper() and _MODEL.match(word) is not None


_LONGEST_MODEL = 12
_THINGS_TOO = frozenset({"pole", "poles"})
"""Small letters: what holds up wires, nobody from Poland."""


def is_person(word: str) -> bool:
    """True for a word for one person or several."""
    noun = known(word)
    return noun is not None and noun.category in ("person", "force")


def is_one_person(word: str) -> bool:
    """True for a singular word for a person."""
    noun = known(word)
    return noun is not None and noun.category == "person" and not noun.plural


def is_of_people(word: str) -> bool:
    """True for 'Belgian' or 'Kurd': somebody of that people where it heads its phrase, else an adjective."""
    noun = known(word)
    return noun is not None and noun.category == "people"


def is_category(word: str, *categories: str) -> bool:
    """True when the lexicon puts the word into one of the categories."""
    noun = known(word)
    return noun is not None and noun.category in categories


def is_sort(word: str, *sorts: str) -> bool:
    """True for a word of one of the finer classes: 'kin', 'fighter', 'arms', ..."""
    noun = known(word)
    return noun is not None and not noun.sorts.isdisjoint(sorts)


def role(word: str) -> str | None:
    """The role that a word says (soldier, child, ...), None when it says none."""
    noun = known(word)
    return None if noun is None else noun.role
