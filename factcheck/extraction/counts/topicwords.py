"""What a question, a title or a sentence before speaks of, for figures that name no kind themselves."""

from __future__ import annotations

import re

from factcheck.extraction.page import Page, Sentence

_TOPICS = {"injured": "wounded", "wounded": "wounded", "missing": "missing", "displaced": "displaced",
           "captives": "captured", "hostages": "captured"}  # fmt: skip

_HOW_MANY = re.compile(
    r"\bhow\s+many\b|^\W*(?:\w+:\s*)?(?:and\s+|but\s+)?(?:what\s+(?:of|about|is|are|was|were)\s+)?(?:the|its"
    r"|their|his|our"
    r"|[\w’'-]+['’]s?)\s+(?:[\w’'-]+\s+){0,3}(?:losses|casualties|toll|dead|deaths|killed|injured|wounded"
    r"|missing|captives"
    r"|hostages|prisoners|displaced|homeless|marchers|demonstrators)(?:\s+(?:of|in|on)"
    r"\s+[\w’' -]{2,30})?\s*\?\W*$",
    re.IGNORECASE,
)
"""'How many died?', 'And the rebels' losses?'"""

_ASKED = (
    (
        "killed",
        re.compile(
            r"\b(?:losses|casualties|toll|die|died|dead|killed|deaths|lives|fatalities|perished)\b", re.IGNORECASE
        ),
    ),
    ("wounded", re.compile(r"\b(?:injured|wounded|hurt|injuries)\b", re.IGNORECASE)),
    ("missing", re.compile(r"\b(?:missing|unaccounted)\b", re.IGNORECASE)),
    (
        "displaced",
        re.compile(
            r"\b(?:fled|displaced|homeless|uprooted|evacuated|got\s+out|got\s+away|left\s+(?:their|the))\b",
            re.IGNORECASE,
        ),
    ),
    ("kidnapped", re.compile(r"\b(?:abducted|kidnapped|hostages?|taken|captives?)\b", re.IGNORECASE)),
    ("captured", re.compile(r"\b(?:captured|prisoners|captives)\b", re.IGNORECASE)),
    (
        "attendance",
        re.compile(
            r"\b(?:march(?:ed|ers)?|attended|demonstrated|turned\s+out|took\s+part|protested)\b", re.IGNORECASE
        ),
    ),
)
_WHETHER = re.compile(r"^\W*(?:\w:\s*)?(?:did|have|has|were|was|are|is)\b", re.IGNORECASE)
"""'Did anybody die?' asks for a number too."""
SPOKEN_REACH = 3
"""So many sentences back a bare figure finds the question that it answers."""
_TOPIC = re.compile(
    r"\b(?:(?:the|its|their|our|number\s+of|figures?\s+for\s+the)\s+(?:\w+\s+)?(?P<word>dead|deaths|injured"
    r"|wounded|missing|displaced|captives|hostages)"
    r"|(?P<toll>(?:death\s+)?toll)|(?P<taken>abducted|kidnapped)\s+(?:\w+\s+)?(?:girls|boys|pupils|students"
    r"|children|villagers|workers))\b",
    re.IGNORECASE,
)
_MAY_YET = re.compile(r"\b(?:could|might|would|may|will|can)\b", re.IGNORECASE)


def asked_kind(text: str) -> str | None:
    """The kind that a question asks for: 'How many people died?'; None for any other sentence."""
    if "?" not in text[-4:] or _MAY_YET.search(text):
        return None
    if _HOW_MANY.search(text) is None and _WHETHER.search(text) is None:
        return None
    return next((kind for kind, words in _ASKED if words.search(text)), None)


def spoken_of(page: Page, sentence: Sentence) -> str | None:
    """The kind that a text speaks of where a figure stands without one: of a question, or 'the dead'."""
    for before in reversed(page.sentences[max(0, sentence.index - SPOKEN_REACH) : sentence.index]):
        kind = asked_kind(before.text)
        if kind is not None:
            return kind
    named = by_topic_word(page, sentence)
    if named is not None:
        return named
    title = page.document.title or ""
    if sentence.index >= OPENING:
        return None
    return "captured" if _TITLE_TAKEN.search(title) else "killed" if _TITLE.search(title) else None


def by_topic_word(page: Page, sentence: Sentence) -> str | None:
    """The kind that 'the dead' or 'the injured' names, in a sentence or the one before it."""
    for one in (sentence, *page.sentences[max(0, sentence.index - 1) : sentence.index]):
        match = _TOPIC.search(one.text)
        if match is not None:
            return "captured" if match["taken"] else _TOPICS.get((match["word"] or "").lower(), "killed")
    return None


OPENING = 4
"""In so many sentences at the beginning a bare figure counts what the title speaks of."""
_TITLE_TAKEN = re.compile(r"\b(?:kidnap\w*|abduct\w*|hostages?|captives?|captors?)\b", re.IGNORECASE)
_TITLE = re.compile(
    r"\b(?:tolls?|dead|deaths?|kill(?:s|ed)?|massacred?|bodies|corpses|graves|died?|blast|bombed|bombing"
    r"|explosion|stampede|crush|shipwreck|sinks|capsizes?"
    r"|earthquake|quake|landslide|mudslide|air\s?strike|disaster|collapse|crash)\b",
    re.IGNORECASE,
)
