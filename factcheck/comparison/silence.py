"""Silence: a party that a text says was asked, or usually speaks, and gave no word on a question.

A note and no verdict: it makes no conflict and takes none away. Only where the paragraph of a claim says outright
that a fighting party or a government has not confirmed, commented or given a figure; no silence is guessed.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from factcheck.comparison.positions import Answer
from factcheck.comparison.setting import is_armed
from factcheck.language.naming import name_key
from factcheck.language.parties import side_of

MOST_WORDS = 6
"""Words of a party's name with its article; a longer stretch before the verb is more than a name."""

_NO_WORD = re.compile(
    r"(?:^|[.!?;,:—–\"“”]\s*|\b(?:but|and|while|though)\s+)(?P<who>[^.!?;,:—–\"“”]{3,70}?)\s+"
    r"(?P<told>(?:has|have|had) (?:so far |still |yet )?(?:not|yet to)"
    r"(?: yet| so far| publicly| officially)*"
    r" (?:confirm(?:ed)?|comment(?:ed)?|respond(?:ed)?|given (?:a|any) (?:figure|toll|number)"
    r"|released (?:a|any) (?:figure|toll|number|casualty)\w*)"
    r"|did not (?:immediately |publicly )?(?:comment|respond|confirm|give (?:a|any) (?:figure|toll|number))"
    r"|declined to (?:comment|give (?:a|any) (?:figure|toll|number)))\b",
    re.I,
)


def silences(answers: Sequence[Answer]) -> list[str]:
    """What the texts say of parties that gave no word on this question, each party once, in their own words."""
    # of three words one stands in every such sentence: most paragraphs are passed over at a glance
    hinting = [a for a in answers if " not " in a.context or " yet to " in a.context or "declined" in a.context]
    if not hinting:
        return []
    speaking = {a.side for a in answers if a.side is not None}
    names = {a.party for a in answers if not a.own_voice}
    found: dict[str, str] = {}
    for a in hinting:
        for m in _NO_WORD.finditer(a.context):
            who = m["who"].strip()
            if _is_party(who) and side_of(who) not in speaking and not _speaks(who, names):
                found.setdefault(name_key(who), f"“{who} {m['told']}”")
    return [found[key] for key in sorted(found)]


def with_silences(reason: str, silent: Sequence[str]) -> str:
    """The reason, and who kept silent according to the texts, as ``silences`` tells it."""
    return f"{reason} No word from others: {', '.join(silent)}." if silent else reason


def _is_party(who: str) -> bool:
    return len(who.split()) <= MOST_WORDS and (is_armed(who) or side_of(who) is not None)


def _speaks(who: str, names: set[str]) -> bool:
    """The party answers this question after all, under this name or a longer one."""
    words = set(name_key(who).split())
    return any(words <= set(name.split()) or set(name.split()) <= words for name in names)
