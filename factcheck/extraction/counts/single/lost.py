"""One missing: 'her husband has not been found', 'the blogger Ali Musa is still missing'."""

from __future__ import annotations

import re
from collections.abc import Iterator

from factcheck.extraction.counts.single.stretch import BESIDE, WHO, Single, fits, how_named, is_somebody, is_told
from factcheck.extraction.gates import gated
from factcheck.lexicons import word_set

_STILL = r"(?:(?:still|also|now|reported|listed|officially|feared|presumed|believed|among|yet)\s+)*"
_LOST = (
    rf"(?:(?:is|was|remains?|remained|(?:has|had)\s+been)\s+{_STILL}(?:missing(?!\s+(?:the|a|an|his|her|its)\b)|unaccounted\s+for|untraced"
    r"|among\s+the\s+missing|being\s+(?:looked|searched)\s+for|nowhere\s+to\s+be\s+found|swept\s+away)"
    r"|(?:has|had)\s+(?:still\s+)?(?:not|never)\s+(?:yet\s+)?(?:been\s+(?:found|heard\s+(?:from|of)|traced|located|seen\s+(?:since|again))"
    r"|come\s+(?:back|home)|returned(?:\s+home)?(?=\s*(?:[.,;]|since|$))|turned\s+up)"
    r"|(?:has|had)\s+(?:vanished|disappeared|gone\s+missing)|(?:went\s+missing|vanished)|never\s+(?:came\s+(?:back|home)|returned)"
    r"|(?:could|can)(?:\s*not|n['’]t)\s+be\s+(?:found|traced|located))"
)
_ONE_LOST = gated(rf"{WHO}{BESIDE}(?P<fate>{_LOST})\b", re.IGNORECASE)
_NO_NEWS = gated(
    r"\b(?P<fate>no\s+(?:word|news|sign|trace)\s+(?:yet\s+)?(?:has\s+been\s+(?:found\s+|heard\s+)?)?(?:of|from)|without\s+(?:news|word)\s+of"
    rf"|lost\s+(?:all\s+)?(?:contact|touch)\s+with)\s+{WHO}(?=\s*(?:[.,;]|$|who\b|since\b|after\b|and\b|in\b|on\b))",
    re.IGNORECASE,
)
_FATE_OF = gated(
    rf"\b(?:fate|whereabouts)\s+of\s+{WHO}{BESIDE}(?P<fate>(?:is|are|was|were|remains?|remained)\s+(?:still\s+)?(?:un(?:known|clear|certain)"
    r"|not\s+known|a\s+mystery))\b",
    re.IGNORECASE,
)
_PATTERNS = (_ONE_LOST, _NO_NEWS, _FATE_OF)
_SOUGHT = word_set(
    "suspect suspects gunman attacker shooter assailant driver robber burglar thief killer fugitive bomber "
    "prisoner inmate accused witness buyer spokesman spokeswoman spokesperson owner"
)
"""Who ran away is wanted, not missing."""


def may_be_one_lost(text: str) -> bool:
    """True when a sentence may tell so of one missing; without a parse."""
    return any(next(fits(pattern, text, _is_one), None) is not None for pattern in _PATTERNS)


def one_lost(text: str) -> Iterator[Single]:
    """The single missing of a sentence, in the words of the text."""
    for pattern in _PATTERNS:
        for match in fits(pattern, text, _is_one):
            how = how_named(match["article"], match["noun"])
            yield Single("missing", match.start(), match.end(), match["who"], how)


def _is_one(match: re.Match[str]) -> bool:
    noun = match["noun"]
    return is_somebody(noun, match["who"]) and noun.lower() not in _SOUGHT and is_told(match)
