"""Which sentences may carry a count: a trigger word and something to count. The rest is never parsed."""

from __future__ import annotations

import re
from functools import cache

from factcheck import lexicons
from factcheck.extraction import nouns
from factcheck.extraction.kinds import trigger_pattern

_FIGURE_WORDS = (
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen "
    "nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred thousand million dozen half couple no none nobody "
    "both another he she him her"
)


@cache
def _countable() -> re.Pattern[str]:
    vague = {word for row in lexicons.rows("vague") for word in row["word"].split()} - {"of", "a", "as", "yet", "number"}
    persons = {word for word, noun in nouns.nouns().items() if noun.category == "person" and not noun.plural and " " not in word}
    words = sorted(set(_FIGURE_WORDS.split()) | vague | persons, key=len, reverse=True)
    joined = "|".join(map(re.escape, words))
    return re.compile(rf"\d|\b(?:{joined}|twenty-\w+)\b|(?-i:\b[A-Z][a-z])", re.IGNORECASE)


def may_count(text: str) -> bool:
    """True when a sentence holds a trigger word and a figure, a person or a name."""
    return trigger_pattern().search(text) is not None and _countable().search(text) is not None
