"""The site within a town where the incident of a page happened: a street, a square, a market, a prison.

Local news names it once, where it tells what happened: "shots were fired in the 1300 block of East 9th Street".
The place of the incident is then that street in its town.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from factcheck.extraction.gates import gated
from factcheck.extraction.happening import Telling, telling
from factcheck.extraction.page import Page

_WORD = r"(?:[A-Z][\w'’]*(?:[.’'-][\w]+)*\.?|\d{1,3}(?:st|nd|rd|th))"
_KIND = (
    r"(?:Street|St\.|Avenue|Ave\.?|Road|Rd\.?|Boulevard|Blvd\.?|Lane|Drive|Highway|Expressway|Parkway|Square|Bridge|Bazaar"
    r"|Market|Station|Stadium|Arena|Park|Mall|Plaza|Prison|Jail|Theatre|Theater|Mosque|Church|Cathedral|Synagogue|Temple"
    r"|Monastery|Hotel|Nightclub|Factory|Tower|Towers|Cemetery|Barracks|Airport|Port|Harbou?r|Roundabout|Junction|Gate"
    r"|Apartments|School|University|College|Mine|Dam|Tunnel|Crossing|Checkpoint|Camp)"
)
_SITE = gated(
    r"\b(?:on|at|in|along|near|outside|inside|off|through|around|into|of)\s+(?:the\s+)?"
    rf"(?P<site>(?!(?:President|Minister|Mayor|Mr|Ms|Mrs|Dr|General|Colonel|Governor|Senator|Judge)\b)(?:{_WORD}\s+){{1,4}}{_KIND})(?![\w'’]|\s+(?:Police|Authority|Department|District|Board|Company))"
)
EARLY = 7
"""Sentences in which a page says where exactly its incident happened."""


def site_of(page: Page) -> str | None:
    """The first site that the page's first sentences tie to what happened; None where they name none so."""
    if "site" not in page.memo:
        page.memo["site"] = next(_sites(page), None)
    found: str | None = page.memo["site"]
    return found


def _sites(page: Page) -> Iterator[str]:
    for sentence in page.sentences[:EARLY]:
        for match in _SITE.finditer(sentence.text):
            if telling(sentence.text[: match.start()], sentence.text[match.end() :]) is Telling.EVENT:
                yield _OWNED.sub("", " ".join(match["site"].split()))


_OWNED = re.compile(r"^[A-Z][\w-]+['’]s\s+(?=\S+\s+\S)")
"""'Indonesia's (Kanjuruhan Stadium)'."""
