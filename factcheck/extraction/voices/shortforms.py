"""'The ministry', 'the same office', 'the minister': which of those that the page named before is meant."""

from __future__ import annotations

import re
from typing import Protocol

from factcheck.extraction.page import Sentence
from factcheck.extraction.voices.bodies import bare, is_body, kind_of, known
from factcheck.extraction.voices.cast import Cast, shouted
from factcheck.language.naming import country, name_key
from factcheck.lexicons import word_set


class FloorLike(Protocol):
    """Who spoke before: the last person, body and speaker of any sort."""

    @property
    def person(self) -> str | None:
        """The last person."""

    @property
    def body(self) -> str | None:
        """The last body."""

    @property
    def last(self) -> str | None:
        """Whoever spoke last."""


SHORT = re.compile(r"^(?:the|this|that|its|same|his|her)\b", re.IGNORECASE)
_ANY_BODY = word_set("service agency group organisation organization body movement committee office institution")
_RANKS = word_set("general brigadier colonel major captain lieutenant commander sergeant")
"""'the captain', once a captain was named who speaks for somebody."""


_ANY_NAME = word_set("organisation organization ngo charity authority force association party brigade group")
_NO_NAMES = word_set("government army military police ministry forces troops hospital")


def _unlisted(cast: Cast, noun: str, floor: FloorLike) -> str | None:
    """'The organisation', 'the authority': who spoke last, under a name without another noun."""
    body = floor.body if noun in _ANY_NAME and floor.body == floor.last else None
    if body is None or not body[:1].isupper() or body in cast.persons or body.split()[-1][:1].islower():
        return None
    last = body.split()[-1].lower()
    if last == noun:
        return body
    other = last in _NO_NAMES or is_body(body) or country(body) is not None or kind_of(body) in _STATES
    return None if other else body


_STATES = frozenset({"government", "military", "media"})


def _can_be(body: str | None) -> bool:
    return body is not None and (is_body(body) or known(body))


def short_form(cast: Cast, sentence: Sentence, phrase: str, name: str, floor: FloorLike) -> str | None:
    """'The ministry', 'the same office', 'the minister': the one that was named before."""
    words = bare(phrase).split()
    if not words or len(words) > 3:
        return None
    noun = words[-1].lower()
    if noun in ("man", "woman") and phrase.lower().startswith(("a ", "an ")):
        return None
    if len(words) == 1 and noun in (
        "minister",
        "spokesman",
        "spokeswoman",
        "spokesperson",
        "official",
        "president",
        "chief",
        "officer",
        "man",
        "woman",
        *_RANKS,
    ):
        named = [claimant for role, claimant in cast.roles if role == noun]
        return floor.person if floor.person in named else named[-1] if named else floor.person or floor.last
    if len(words) == 1 and noun in ("agency", "newspaper"):
        return None
    if (len(words) == 1 and (SHORT.match(phrase) or noun in ("police",))) or (
        shouted(sentence.text) and len(words) == 1
    ):
        found = cast.body(noun, sentence.span.start)
        if noun == "police" and len({n for _, n, h in cast.bodies if h == "police"}) != 1:
            return None
        return found or (floor.body if noun in _ANY_BODY and _can_be(floor.body) else _unlisted(cast, noun, floor))
    if name and len(words) <= 3 and not known(name):
        longer = [
            body for _, body, head in cast.bodies if head == noun and name_key(body).endswith(" " + name_key(name))
        ]
        return longer[0] if longer else None
    return None
