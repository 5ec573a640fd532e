"""Where the words that count and what they may count stand in a sentence, before it is parsed."""

from __future__ import annotations

import re
from collections.abc import Set
from functools import cache, lru_cache
from itertools import pairwise
from typing import NamedTuple

from factcheck import lexicons
from factcheck.extraction.counts import nouns
from factcheck.extraction.counts.kinds import A_MODEL, FIGURE_ONLY, senses
from factcheck.extraction.gates import gated
from factcheck.lexicons import word_set

NEAR = 10
"""So many words at most lie between a figure and its trigger; farther pairs were never right (dev/gva)."""

NEAR_NOUN = 4
"""The same for trigger nouns that mostly just name what happened ("the shooting", "charges of murder")."""

HEADLINE = 110
"""A line of up to so many characters may be a headline, which leaves out articles ("Man killed in ...")."""

FIGURE_KINDS = frozenset({"arrested", "attendance", "displaced", "seized", "destroyed"})
"""Kinds that need a figure: 'a man was arrested' is no count."""


NO_KINDS: tuple[frozenset[str], frozenset[str]] = frozenset(), frozenset()


def counted_kinds(text: str) -> tuple[Set[str], Set[str]]:
    """The kinds of which a sentence has a trigger with a figure near it, and those with only 'a soldier'."""
    words, lower, places = _read(text)
    if not places:
        return set(), set()
    figures, ones = _figure_places(text, lower), _one_places(lower, headline=len(text) <= HEADLINE)
    counted = {kind for kind, at, noun in places if _near(at, figures, noun=noun)}
    pairs = _pair_places(words) if "and" in lower or "well" in lower else set()
    counted |= {kind for kind, at, noun in places if kind in _HARM and _near(at, pairs, noun=noun)}
    single = {
        kind
        for kind, at, noun in places
        if kind not in FIGURE_KINDS and lower[at] not in FIGURE_ONLY and _near(at, ones, noun=noun)
    }
    if any(kind == "destroyed" for kind, _, _ in places):
        machines = {at for at, word in enumerate(lower) if word in _machines()}
        model = _MODEL.search(text) is not None
        single |= {k for k, at, noun in places if k == "destroyed" and (model or _near(at, machines, noun=noun))}
    return counted, single - counted


def single_kinds(text: str) -> set[str]:
    """The kinds that a sentence may tell of a single person: a name, 'the victim', 'he'."""
    words, lower, places = _read(text)
    places = [(k, at, noun) for k, at, noun in places if k in _HARM and lower[at] not in FIGURE_ONLY]
    if not places:
        return set()
    persons = _person_words()
    people = {i for i, word in enumerate(lower) if word in _PRONOUNS or word in persons}
    people |= {i for i, (word, after) in enumerate(pairwise(words)) if word[0].isupper() and after[0].isupper()}
    return {kind for kind, at, noun in places if _near(at, people, noun=noun)}


_Place = tuple[str, int, bool]
"""Of a trigger: its kind, which word it is, and whether a noun that stands alone more often than with a figure."""


class _Read(NamedTuple):
    """The words of a sentence, the same in lower case, and its triggers; all empty without a trigger."""

    words: list[str]
    lower: list[str]
    places: list[_Place]


_WORD = re.compile(r"\d[\d,]*(?:\.\d+)?|[^\W\d_]+(?:['’-][^\W\d_]+)*")
_HARM = frozenset({"killed", "wounded"})
_PRONOUNS = frozenset({"he", "she", "him", "her"})
_LOOSE_NOUNS = word_set(
    "shooting shootings murder murders homicide homicides death deaths killing killings slaying loss execution "
    "arrest arrests"
)
_COMPANION_REACH = 12
_NUMBERS_OF = (["number"], ["count"], ["total"], ["tally"])
"""'The number of deaths in the recent riots stands at 147.'"""


@lru_cache(maxsize=64)
def _read(text: str) -> _Read:
    words = _WORD.findall(text)
    lower = [word.lower() for word in words]
    places = _trigger_places(lower, model=_MODEL.search(text) is not None)
    return _Read(words, lower, places) if places else _Read([], [], [])


def _trigger_places(words: list[str], *, model: bool = False) -> list[_Place]:
    known = senses()
    if known.keys().isdisjoint(words):
        return []
    places = []
    for at, word in enumerate(words):
        if word in known:
            near = words[max(0, at - 2) : at + _COMPANION_REACH]
            for sense in known[word]:
                named = model and A_MODEL in sense.companions
                if named or not sense.companions or not sense.companions.isdisjoint(near):
                    of_number = words[at - 1 : at] == ["of"] and words[at - 2 : at - 1] in _NUMBERS_OF
                    done = word == "death" and words[at - 1 : at] == ["to"]  # "were sliced to death"
                    places.append((sense.kind, at, word in _LOOSE_NOUNS and not of_number and not done))
    return places


def _near(at: int, amounts: set[int], *, noun: bool) -> bool:
    reach = NEAR_NOUN if noun else NEAR
    return any(abs(at - amount) <= reach for amount in amounts)


_DATE_OR_AGE = re.compile(
    r"\s*(?:%|percent|-?\s?(?:year|month|week|day|hour|minute|mile|foot|block|inch)|[ap]\.?\s?m\b|:\d|st\b|nd\b"
    r"|rd\b|th\b"
    r"|north\b|south\b|east\b|west\b|,\s+(?:19|20)\d\d)",
    re.IGNORECASE,
)
_BEFORE_DATE = re.compile(
    r"(?:\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?|\d:|[$#/]|(?<=\w)[-–]|\b(?:age|aged|ages"
    r"|no\.|route|highway))\s?$",
    re.IGNORECASE,
)
_AGE = re.compile(r"\s*[,.;)]")


def _figure_places(text: str, words: list[str]) -> set[int]:
    known = _figure_words()
    places = {at for at, word in enumerate(words) if word in known}
    if "an" in words:  # "an officer", not "an accidental shooting"
        people = _persons(words)
        places |= {at for at, word in enumerate(words) if word == "an" and people & {*range(at + 1, at + 6)}}
    if any(word[0].isdigit() for word in words):
        places |= {
            at
            for at, match in enumerate(_WORD.finditer(text))
            if words[at][0].isdigit() and is_count(text, match.start(), match.end())
        }
    return places


def is_count(text: str, start: int, end: int) -> bool:
    """True for a number in digits that is no date, age or address."""
    if _DATE_OR_AGE.match(text, end):
        return False
    before = text[max(0, start - 12) : start]
    if before.rstrip().endswith((",", "(")) and _AGE.match(text, end):
        return False
    return _BEFORE_DATE.search(before) is None


def _one_places(words: list[str], *, headline: bool) -> set[int]:
    """'a soldier', 'an elderly woman', 'another 19-year-old'; in a headline any word for a person."""
    people = _persons(words)
    some = {at for at, word in enumerate(words) if word in _UNNUMBERED}
    if headline:
        return people | some
    return some | {at for at in people if not _ARTICLES.isdisjoint(words[max(0, at - 5) : at])}


def _persons(words: list[str]) -> set[int]:
    """Where a word for one person stands, 'ex-mayor' among them."""
    known = _persons_and_peoples()
    return {
        at
        for at, word in enumerate(words)
        if word in known or word.endswith(_ENDS) or ("-" in word and word.rpartition("-")[2] in known)
    }


def _pair_places(words: list[str]) -> set[int]:
    """'killed Smith and Daniel Jones', 'Smith as well as his son': names that are two."""
    joined = set()
    for at in range(1, len(words) - 1):
        word = words[at].lower()
        as_well = word == "well" and words[at - 1].lower() == "as"
        first = at - 2 if as_well else at - 1
        tied = word == "and" and words[at + 1][0].isupper() and not words[at][0].isupper()
        if (tied or as_well) and first >= 0 and words[first][0].isupper():
            joined.add(at)
    return joined


_ENDS = ("year-old", *nouns.ENDS_OF_ONE)
_UNNUMBERED = frozenset({"some", "others"})
_OF_WAR = word_set("one post outpost headquarters hq camp base depot bridge tower barracks checkpoint warehouse")
"""What an army loses besides: 'wiped out a brigade headquarters', 'one Sikorsky was brought down'."""
_MODEL = gated(r"\b[A-Z][A-Za-z]{0,4}-?\d{1,4}[A-Z]{0,3}s?\b")
_ORDINALS = frozenset({"second", "third", "fourth", "fifth", "sixth"})
_ARTICLES = frozenset({"a", "an", "one", "another"})


@cache
def _figure_words() -> frozenset[str]:
    vague = {word for row in lexicons.rows("vague") for word in row["word"].lower().split()}
    plain = word_set(
        "two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
        "eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred thousand million dozen "
        "couple parents twins duo trio triplets half both nobody none one no double triple"
    )
    hyphened = frozenset(f"{ten}-{unit}" for ten in plain for unit in ("one", *plain) if ten.endswith("ty"))
    return plain | hyphened | (vague - {"a", "an", "very", "of", "as", "yet", "number"})


@cache
def _machines() -> frozenset[str]:
    """Words for what flies, drives or swims: one of them that was destroyed counts."""
    vehicles = (w for w, noun in nouns.nouns().items() if "vehicle" in noun.sorts and not noun.plural)
    return frozenset(vehicles) - {"car", "cars", "bus", "truck", "van", "vehicle", "taxi", "lorry"} | _OF_WAR


@cache
def _peoples() -> frozenset[str]:
    """'A Palestinian', 'a Kenyan': words for somebody of a people, in lower case."""
    return frozenset(w for w, noun in nouns.nouns().items() if noun.category == "people")


@cache
def _persons_and_peoples() -> frozenset[str]:
    return _person_words() | _peoples() | _ORDINALS


@cache
def _person_words() -> frozenset[str]:
    return frozenset(w for w, noun in nouns.nouns().items() if noun.category == "person" and not noun.plural)
