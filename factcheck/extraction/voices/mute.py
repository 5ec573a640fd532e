"""What cannot speak: names beside a figure that say nothing ("details", "year-old N", a handgun)."""

from __future__ import annotations

import re
from functools import cache

from factcheck.extraction.counts.nouns import known as counted
from factcheck.extraction.voices.bodies import PREPOSITIONS, is_body, plain
from factcheck.lexicons import column, word_set

_NEVER = re.compile(
    r"(?:\d*[ -]?year-old|including|unknown|instead|couple|no one|nobody|any (?:the|that))\b|recall$",
    re.IGNORECASE,
)
_SITE = re.compile(r"\w\.\w{2,}$")
"""'examplenews.net' is a name."""
_SAYS_NOTHING = word_set(
    "detail details charge charges call claim claims motion surgery challenge challenges point opportunity lights "
    "protest detonation blast explosion scene meth drugs evidence windows barricades fatalities "
    "afternoon morning evening night midnight arrest shooting incident attack injuries wounds "
    "hours days weeks minutes miles shots bullets intercepts"
)
_LABELS = word_set(
    "crew passengers casualties victims missing injured dead wounded survivors assets losses rescued damage"
)
"""'CREW: two dead' in a list."""
_PAPERS = word_set("documents records files papers")
_CUTS = PREPOSITIONS | word_set("by on about near after who whom that and or familiar close involved")


@cache
def mute(name: str) -> bool:
    """True for a claimant's name whose head is a thing to carry, a time or a word for what happened.

    Only small letters tell a thing from a name, so what begins its head word with a capital may speak, and what no
    list knows too.
    """
    if _NEVER.match(name):
        return True
    if _SITE.search(name):
        return False
    words = name.split()
    if name.isupper() and name.lower() in _LABELS:
        return True  # 'CREW: two dead' in a list
    end = next((at for at, word in enumerate(words) if at and plain(word) in _CUTS), len(words))
    head = words[end - 1] if words else ""
    if not head or not head.rsplit("-", 1)[-1][:1].islower() or is_body(" ".join(words[:end])):
        return not head
    if plain(head) in _SAYS_NOTHING:
        return True
    if plain(head).removesuffix("s") in column("speaker_nouns", "noun", "kind") or plain(head) in _PAPERS:
        return False
    noun = counted(head)
    if noun is None:
        return _clause(words[:end])
    return noun.category == "thing" and not noun.sorts.isdisjoint({"arms", "gear", "vehicle"})


def _clause(words: list[str]) -> bool:
    """'Workers staged a protest': an article inside shows that no name is meant."""
    return any(plain(word) in ("a", "an", "the") for word in words[1:])
