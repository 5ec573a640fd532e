"""Which sentences may carry a count: a trigger word and something to count. The rest is never parsed."""

from __future__ import annotations

import re
from functools import cache

from factcheck import lexicons
from factcheck.extraction import nouns
from factcheck.extraction.kinds import has_trigger
from factcheck.extraction.page import Page, Sentence

_FIGURE_WORDS = (
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred thousand million dozen half "
    "couple no none nobody both another he she him her"
)


@cache
def _countable() -> re.Pattern[str]:
    vague = {word for row in lexicons.rows("vague") for word in row["word"].split()} - {
        "of",
        "a",
        "as",
        "yet",
        "number",
    }
    persons = {
        word
        for word, noun in nouns.nouns().items()
        if noun.category == "person" and not noun.plural and " " not in word
    }
    words = sorted(set(_FIGURE_WORDS.split()) | vague | persons, key=len, reverse=True)
    joined = "|".join(map(re.escape, words))
    return re.compile(rf"\d|\b(?:{joined}|twenty-\w+)\b|(?-i:\b[A-Z][a-z])", re.IGNORECASE)


_BARE = re.compile(
    r"\b(?:figures?|counts?|counted|numbers?|tolls?|tally|totals?|estimates?|put|spoken?|gives?|gave|it\s+was|among\s+(?:them|whom)|of\s+them)\b"
    r"|^\s*[•*–—-].*:\s",
    re.IGNORECASE,
)
_FIGURE = re.compile(
    r"\d|\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w+teen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|"
    r"hundreds?|thousands?|million|dozens?|none)\b",
    re.IGNORECASE,
)
_MARCH = re.compile(
    r"\b(?:march(?:ed|es|ers?|ing)|demonstrat(?:ors?|ions?|ed)|protest(?:s|ers|ors|ed)|rall(?:y|ies|ied)|processions?|turnout|unions?)\b",
    re.IGNORECASE,
)
_LARGE = re.compile(r"\d,\d{3}|\bmillion\b|\bthousands?\b", re.IGNORECASE)
_TEASER = re.compile(r"\d?\d:[0-5]\d\s+(?=\S*[A-Z])[^.!?]+$|(?:\d{1,2}:\d\d\s+){2}")
"""A clip's length and title ("1:52 Owner shoots robber"): furniture that speaks of other incidents."""

MARCH_WORDS = 2
"""So many words about marching make a page one about marches."""


def may_count(text: str) -> bool:
    """True when a sentence holds a trigger word and a figure, a person or a name."""
    return has_trigger(text) and _countable().search(text) is not None


def may_continue(text: str) -> bool:
    """True when a sentence may give a figure for something counted before it ("Kabul put the figure at 58")."""
    return len(text) < 600 and _FIGURE.search(text) is not None and _BARE.search(text) is not None


def is_about_marches(page: Page) -> bool:
    """True when the figures of a page without a word of their own are likely to count marchers."""
    return len(_MARCH.findall(page.text[:50_000])) >= MARCH_WORDS and _LARGE.search(page.text) is not None


def wanted(page: Page) -> list[Sentence]:
    """The sentences of a page that need a parse for its counts."""
    march, counted = is_about_marches(page), False
    kept = []
    for sentence in page.sentences:
        if _TEASER.match(sentence.text):
            continue
        if may_count(sentence.text):
            counted = True
            kept.append(sentence)
        elif (counted and may_continue(sentence.text)) or (march and _LARGE.search(sentence.text)):
            kept.append(sentence)
    return kept
