"""Pages about marches, whose figures without a word of their own are likely to count marchers."""

from __future__ import annotations

import re

from factcheck.extraction.gates import gated
from factcheck.extraction.page import Page

MARCH_WORDS = 2
"""So many words about marching make a page one about marches."""


def is_about_marches(page: Page) -> bool:
    """True when the figures of a page without a word of their own are likely to count marchers."""
    if "marches" not in page.memo:
        page.memo["marches"] = _is_about_marches(page)
    found: bool = page.memo["marches"]
    return found


def _is_about_marches(page: Page) -> bool:
    words = len(_MARCH.findall(page.document.title or ""))
    for _ in page.matches(_MARCH) if words < MARCH_WORDS else ():
        words += 1
        if words >= MARCH_WORDS:
            break
    return words >= MARCH_WORDS and page.holds(LARGE)


_MARCH = gated(
    r"\b(?:(?-i:march)|march(?:ed|es|ers?|ing)|demonstrat(?:ors?|ions?|ed)|protest(?:s|ers|ors|ed)|rall(?:y|ies"
    r"|ied)|processions?|turnout"
    r"|unions?|organi[sz]ers)\b",
    re.IGNORECASE,
)
LARGE = gated(r"\d,\d{3}|\bmillion\b|\bthousands?\b", re.IGNORECASE)
