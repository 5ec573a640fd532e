"""The words that stand for one person, and what may stand between them and what became of that person."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from factcheck.extraction.counts import nouns


@dataclass(frozen=True, slots=True)
class Single:
    """One person of whom a stretch (from the sentence's start) tells.

    ``how`` says how the person is named: one ("a soldier"), definite ("the captain") or name. ``part``: the person
    is one of those told of elsewhere.
    """

    kind: str
    start: int
    end: int
    who: str
    how: str = "one"
    part: bool = False


_WORD = r"(?!(?:and|or|of|in|the|who|to|for|that|by|with|from|was|is|has|had|said|says|a|an)\b)[\w'’-]+"
_NAME = r"(?-i:[A-Z])[\w'’.-]+(?:\s+(?-i:[A-Z])[\w'’.-]+){0,4}"
_OPENER = r"(?:an?|another|one|the|its|my|his|her|our|their)"
WHO = (
    rf"(?P<who>\b(?P<article>{_OPENER})\s+(?:{_WORD}\s+){{0,4}}?(?P<noun>[\w'’-]+)"
    rf"(?:\s+(?:of|aged)\s+(?:about\s+|some\s+)?\d{{1,3}}|\s+{_NAME}|\s*\(\d{{1,3}}\))?)"
)
"""'a farmer', 'another traveller of 40', 'her husband', 'the blogger Steve Mbisi'."""

_CLAUSE = r"(?:(?!\b(?:says?|said|told|tells|asked|how|why|whether|whose)\b)[^.;:!?\"“”])"
_PHRASE = (
    r"(?:(?!\b(?:says?|said|told|tells|asked|how|why|whether|whose|before|after|while|when|because|until|as|wrote|saw"
    r"|heard)\b)[^.;:!?\"“”])"
)
BESIDE = (
    r"(?:"
    r"\s*,\s+[^.;:!?\"“”]{2,70}?\s*,"
    r"|\s*,?\s+who\s+" + _CLAUSE + r"{3,90}?,?"
    r"|\s+(?:shot|hit|struck|wounded|injured|burn(?:ed|t)|crushed|caught|trapped|buried|hurt|beaten|stabbed|attacked|[a-z]{3,}ing"
    r"|from|in|with|at|on|aboard|near|for|of)\s+" + _PHRASE + r"{2,60}?,?"
    r"){0,2}\s*"
)
"""An apposition, what the person did or where he is from: up to two of them."""

_UNREAL = re.compile(
    r"\b(?:if|whether|unless|would|could|may|might|should|can|will|nearly|almost|not|never|no|nobody|fears?|feared|without"
    r"|that|when(?=\s+the\b)|film|novel|song|play(?:ed|s)?|every|each)\b|n['’]t\b",
    re.IGNORECASE,
)
_BEFORE = re.compile(
    r"\b(?:if|unless|whether|whenever|until|once|suppose|imagine|every\s+time|each\s+time|as\s+if|like|of|no|not|than|for)\s+$",
    re.IGNORECASE,
)
_SUBJECT = re.compile(
    r"(?:\b(?:he|she|it|they|we|you|i|this|these|those|which|what|all|both|some|many|others)|\d)\s*$",
    re.IGNORECASE,
)


def fits(pattern: re.Pattern[str], text: str, is_one: Callable[[re.Match[str]], bool]) -> Iterator[re.Match[str]]:
    """The fits of a pattern that a test lets through; behind the opening of one that fails it looks again."""
    match = pattern.search(text)
    while match is not None:
        if is_one(match):
            yield match
        match = pattern.search(text, match.end() if is_one(match) else match.end("article"))


def is_told(match: re.Match[str]) -> bool:
    """True when the stretch asserts it of the person: no condition, and no other subject before the verb."""
    text = match.string
    between = text[match.end("who") : match.start("fate")]
    if _UNREAL.search(between) or _BEFORE.search(text, max(0, match.start() - 20), match.start()):
        return False
    if _SUBJECT.search(between):
        return False
    last = between.rstrip(" ,").rpartition(" ")[2]
    other = (
        last != "" and not between.rstrip().endswith(",") and (nouns.is_person(last) or nouns.is_of_people(last))
    )
    return not other  # "a woman who saw how soldiers died"


def is_somebody(noun: str, who: str) -> bool:
    """A word for one person, or an unknown one of whom an age is told: 'a 52-year-old higgler'."""
    return nouns.is_one_person(noun) or (
        "year-old" in who.lower() and nouns.known(noun) is None and noun.islower() and len(noun) > 3
    )


def how_named(article: str, noun: str) -> str:
    """'a soldier' and 'her son' are somebody new, 'the captain' may have been told of."""
    if article.lower() in ("a", "an", "another", "one"):
        return "one"
    return "one" if article.lower() not in ("the", "its") and nouns.is_sort(noun, "kin") else "definite"
