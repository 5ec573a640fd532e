"""Private persons: words for one person who speaks for himself, and those of whom no word follows."""

from __future__ import annotations

import re

from factcheck.extraction.counts.nouns import is_one_person
from factcheck.lexicons import column, word_set


def private(noun: str) -> bool:
    """True for a word for one person who speaks for himself: a witness, a baker, a nurse."""
    able = column("speaker_nouns", "noun", "kind").get(noun) == "people" or is_one_person(noun)
    return able and noun not in _NO_ONE


_NO_ONE = word_set("people person attacker gunman bomber suspect victim body child baby infant enemy")
_HARM = word_set(
    "killed died dead dies shot wounded hurt injured stabbed missing arrested detained beaten burned burnt "
    "drowned "
    "perished crushed slain murdered executed lynched succumbed hanged beheaded abducted kidnapped disappeared"
)


def harmed(text: str) -> bool:
    """True for words by which somebody was killed or hurt, of whom no word follows."""
    return not _HARM.isdisjoint(re.findall(r"[a-z]+", text))
