"""The missing in set phrases: 'could not be reached', 'are on no list', 'never came home'."""

from __future__ import annotations

import re
from collections.abc import Iterator

from factcheck.extraction.counts.quantities import Amount, Reading, may_be_people, told_by
from factcheck.extraction.gates import Several, gated
from factcheck.lexicons import word_set

_WHO = r"(?:\s+(?!and\b|or\b|but\b|could\b|can\b|have\b|had\b|has\b)[\w'’-]+){0,5}?,?"
_BESIDE = (
    r"(?:\s*,\s+(?!and\b|but\b)[^.;:#]{2,70}?,"
    r"|\s+(?:who|whom|that|which)\s+[^.;:#]{3,50}?(?<!\sor)(?<!\sand)(?:,\s+[^.;:#]{2,60}?,)?)?"
)
"""An apposition or clause between the people and what became of them."""
_ARE = r"(?:are|is|were|was|remain(?:s|ed)?)"
_NOT = r"(?:could\s+not|couldn['’]t|can\s*not|can['’]t|cannot)"
_HAVE_NOT = (
    r"(?:(?:have|has|had|did|do|does)\s+(?:not|never|yet\s+to|still\s+not)|(?:have|has|had|did|do)n['’]t|never"
    r"|failed\s+to|(?:have|has|had)\s+failed\s+to)\s+(?:yet\s+)?"
)
_NOBODY = r"(?:nobody|no\s+one|no-one|neither\s+[\w ]{2,25})"
_SUSPECTS = word_set(
    "suspects suspect gunmen gunman attackers attacker shooters robbers burglars fugitives escapees"
)
_UNHEARD = tuple(
    gated(pattern, re.IGNORECASE)
    for pattern in (
        rf"(?P<figure>#+){_WHO}\s+(?:who\s+|that\s+)?{_NOT}\s+(?:yet\s+|still\s+)?be\s+(?:reached|found|located|contacted|traced"
        r"|accounted\s+for)\b",
        rf"(?P<figure>#+){_WHO}\s+(?:whom\s+|that\s+|who\s+)?(?:it|they|we|{_NOBODY}|(?:the|its|their)\s+[\w-]+)\s+(?:{_NOT}|(?:has|have|had)"
        r"\s+(?:not|never)|(?:has|have|had)(?<=nobody\shas))\s+(?:been\s+able\s+to\s+|yet\s+)?(?:reach(?:ed)?|find|found|contact(?:ed)?"
        r"|trace(?:d)?|locate(?:d)?|heard\s+from)\b",
        rf"(?P<figure>#+){_WHO}\s+(?:at\s+least\s*,?\s+)?(?:are|is|were|was|stand|appear)\s+(?:still\s+)?on\s+no\s+(?:list|register|roll)\b",
        rf"(?P<figure>#+){_WHO}{_BESIDE}\s+(?:who\s+|that\s+|which\s+)?{_HAVE_NOT}(?:been\s+)?(?:appear(?:ed)?|c[oa]me\s+(?:home|back)|return(?:ed)?"
        r"|turn(?:ed)?\s+up|report(?:ed)?\s+(?:in|back|home)|show(?:n|ed)?\s+up|seen|found|answer(?:ed)?|heard\s+(?:from|of)|check(?:ed)?\s+in"
        r"|made?\s+it\s+(?:back|home)|phoned?|telephoned?|call(?:ed)?\s+(?:home|their|his|her)|contacted|resurfaced?|reach(?:ed)?\s+(?:home|port))\b",
        rf"(?P<figure>#+){_WHO}{_BESIDE}\s+{_ARE}\s+(?:still\s+|also\s+|now\s+|reported\s+|listed\s+as\s+)*(?:missing\b(?!\s+(?:the|an?|their|his|its|from\s+the"
        r"\s+(?:list|talks|table|photograph|picture))\b)|unaccounted\s+for)",
        rf"(?P<figure>#+){_WHO}{_BESIDE}\s+{_ARE}\s+(?:still\s+|as\s+yet\s+)?not\s+(?:yet\s+|been\s+)*(?:found|traced|located|recovered)\b",
        r"(?P<figure>#+)\s+names\s+of\s+(?:[\w-]+\s+){1,3}?(?:not\s+(?:seen|heard\s+(?:of|from))|missing|unseen|untraced)\b",
        rf"(?P<figure>#+){_WHO}\s+(?:who\s+|that\s+)?(?:(?:are|is|were|was|remain(?:s|ed)?)\s+)?(?:still\s+|as\s+yet\s+)?(?:not\s+(?:yet\s+)?(?:heard\s+(?:from|of)"
        r"|accounted\s+for|reached|reachable|located)|unheard\s+(?:of|from)|unreachable|without\s+(?:a\s+)?(?:trace|sign\s+of\s+life))\b",
        r"\b(?:no|without|any)\s+(?:news|word|sign|trace)\s+(?:yet\s+)?(?:of|from)\s+(?:the\s+|its\s+|their\s+)?(?:other\s+)?(?P<figure>#+)",
        r"\b(?:looking|searching|search|hunt)\s+for\s+(?:the|its|their)\s+(?:last|other|remaining)\s+(?P<figure>#+)",
        r"(?P<figure>#+)\s+names\s+(?:of\s+)?(?:people\s+|persons\s+|those\s+)?(?:untraced|missing|unaccounted|(?:it|they|we)\s+(?:cannot|could"
        r"\s+not|can['’]t)\s+(?:reach|find|trace))",
    )
)


_SEVERAL = Several(_UNHEARD)


def may_be_unheard(text: str) -> bool:
    """True when a sentence may tell so of the missing; the figures of the text are written as ``#``."""
    return _SEVERAL.fits(text)


def unheard(reading: Reading) -> Iterator[tuple[str, Amount, int, int]]:
    """Kind, amount and stretch (from the sentence's start) of each count of the missing that a phrase tells."""
    for match, amount in told_by(reading, _SEVERAL):
        named = amount.noun is not None and amount.noun.lower_ == "names"
        wanted = amount.noun is not None and amount.noun.lower_ in _SUSPECTS
        if amount.times is None and not wanted and (named or may_be_people(amount)):
            yield "missing", amount, match.start(), match.end()
