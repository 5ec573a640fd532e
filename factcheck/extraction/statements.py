"""Documents that are a body's own words: press releases, statements, situation notes."""

from __future__ import annotations

import re

from factcheck.extraction.bodies import is_body, known
from factcheck.extraction.page import Page
from factcheck.naming import canonical

_HEADING = re.compile(
    r"\b(?:press (?:release|statement|note|communiqu[eé])|situation (?:note|report|update)|sitrep|briefing "
    r"note|flash update|"
    r"news release|media (?:statement|release|advisory)|for immediate release|statement (?:on|by|of|from)|"
    r"communiqu[eé]|"
    r"public statement|official statement|weekly update|daily update|flash report)\b",
    re.IGNORECASE,
)
_ENDS = re.compile(r"(?:^|\n)\s*(?:-+\s*)?(?:ends?|###|-30-)(?:\s*-+)?\s*$", re.IGNORECASE)
_OUTLET = re.compile(
    r"\b(?:news|times|post|herald|tribune|daily|tv|television|radio|press|journal|gazette|chronicle|mail|"
    r"standard|observer|"
    r"independent|guardian|today|\.com|media|bulletin|star|sun|globe|record|reporter|broadcasting|channel|"
    r"agency)\b",
    re.IGNORECASE,
)
_SUMMARY = re.compile(r"\s*\([^)]*\)\s*$")
TOP = 300
"""Characters at the top of a document in which a heading may say that it is a statement."""


def issuer(page: Page) -> str | None:
    """The body whose own statement the document is; None for news about somebody."""
    if "issuer" not in page.memo:
        page.memo["issuer"] = _issuer(page)
    found: str | None = page.memo["issuer"]
    return found


def _issuer(page: Page) -> str | None:
    lines = [line.strip() for line in page.text[:TOP].splitlines() if line.strip()][:4]
    short = [line for line in lines if len(line) < 110 and not line.endswith((".", "”", '"'))]
    headed = any(_HEADING.search(line) for line in short)
    if not headed and not _ENDS.search(page.text.rstrip()[-20:]):
        return None
    source = _SUMMARY.sub("", page.document.source or "").strip()
    if (
        source
        and not _OUTLET.search(source)
        and (known(source) or is_body_name(source) or source.isupper() or headed)
    ):
        return canonical(source)
    for line in short:
        name = re.split(r"\s+[-–—|:]\s+|\s*\(", line)[0].strip()
        if is_body_name(name) and not _HEADING.search(name):
            return canonical(name.title() if name.isupper() and " " in name else name)
    return None


def is_body_name(phrase: str) -> bool:
    """True for a body by name: of the word lists, or ending in a noun for bodies with a name before it."""
    return known(phrase) or is_body(phrase)
