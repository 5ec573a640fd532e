"""What shows that a page is somebody's own words: its heading, its source as the first to speak, 'we'."""

from __future__ import annotations

import re

from factcheck.extraction.gates import gated
from factcheck.extraction.page import Page

_SORT = (
    r"(?:statement|communiqu[eé]|comunicado|declaration|press release|news release|open letter|press note|"
    r"press statement|media statement|appeal|clarification|rejoinder|announcement|notice)"
)
_HEADED_TITLE = gated(
    rf"^(?:(?:full text|translation|document): )?(?:for immediate release\b|open letter\b|fact-finding\b|"
    rf"our (?:note|answer|reply|position|statement)\b|"
    rf"note to (?:the )?(?:media|press|editors)\b|"
    rf"(?:(?:public|press|media|joint|official|urgent|first|second|third|fourth|final|further|full)\s+)?{_SORT}\b)"
    rf"|[.?!:]\s+{_SORT}(?:\s+(?:no\.?|n[°º.])\s*\d+)?\s*$",
    re.IGNORECASE,
)
_DATELINE = re.compile(
    r"^(?:[^\n]{0,90}?\((?P<house>[A-Z][\w&’'. -]{1,30})\)\s*(?:--|[-–—])\s*|[A-Z][^\n.]{0,60}?\s+(?:--|[–—])\s+|"
    r"\([^)\n]{0,80}\)\s*)?"
)
_QUOTED = re.compile(r"[\"“][^\"“”]*[\"”]")
_WE = re.compile(
    r"\b(?:[Ww]e(?:['’](?:ve|re|ll|d))?|[Oo]urs?|[Uu]s)\b(?!\s+(?:correspondents?|reporters?|newsroom|desk)\b)"
)
_TOLD_US = re.compile(
    r"\b(?:told|informed|assured|asked|spoke to) us\b|\bwe (?:asked|spoke|reached|called)\b",
    re.IGNORECASE,
)
_REPORTED = re.compile(r"\b(?:said|told|added)\b")
REPORTED = 2
"""Verbs of saying outside quotation marks from which on a text is news about a statement."""
OFTEN = 4
"""So often a text of nobody's own newspaper says 'we' or 'our' of those who wrote it."""


def is_headed_statement(page: Page) -> bool:
    """True where the title says statement, communiqué, open letter, and the page is no news about one."""
    if _HEADED_TITLE.search((page.document.title or "").strip()) is None:
        return False
    told = reports(page)
    return told < REPORTED or 2 * told <= _own(page)


def reports(page: Page) -> int:
    """How often the page, outside quotation marks, tells what others said."""
    return len(_REPORTED.findall(unquoted(page)))


def says_we(page: Page) -> bool:
    """True for a text in which those who wrote it speak of themselves, and that tells of nobody's words."""
    return _own(page) >= OFTEN and _TOLD_US.search(page.text) is None and reports(page) < REPORTED


def _own(page: Page) -> int:
    """How often it says 'we' or 'our' outside quotation marks."""
    return len(_WE.findall(unquoted(page)))


def unquoted(page: Page) -> str:
    """The text of a page without what stands in quotation marks."""
    if "unquoted" not in page.memo:
        page.memo["unquoted"] = _QUOTED.sub("", page.text)
    text: str = page.memo["unquoted"]
    return text


def is_newswire(page: Page, source: str) -> bool:
    """True where the dateline names the source as newspapers do: 'OLDPORT, Iowa (OWS) -- ...'."""
    house = _DATELINE.match(page.text.lstrip())
    name = house["house"] if house is not None else None
    if not name or not source:
        return False
    letters = "".join(word[0] for word in re.findall(r"[A-Z][\w-]*", source))
    plain = name.strip().casefold()
    return plain == letters.casefold() or plain in source.casefold()


_BEHIND = (
    r"(?:\s*\([A-Z][\w&. -]{1,20}\))?\s+"
    r"(?:(?:strongly|deeply|today|hereby|categorically|firmly|again|has|have)\s+){0,2}"
)
_TELLS = (
    r"(?:notes?|noted|condemns?|condemned|grieves?|mourns?|informs?|informed|rejects?|rejected|wish(?:es)?"
    r"|regrets?|express(?:es)?|expressed|brings?|confirms?|deplores?|denounces?|denounced|welcomes?"
    r"|learn(?:s|t|ed)|declares?|announces?|affirms?|reiterates?|calls? (?:on|upon|for)|urges?|extends?|offers?"
    r"|thanks|takes? note|taken note|repudiates?|demands?|clarif(?:y|ies)|reminds?"
    r"|(?:became|is|was made) aware|is (?:saddened|appalled))\b"
)


def begins_with(page: Page, source: str) -> bool:
    """True for a text that begins with its source as who speaks: 'Northern Grid (NG) notes the report ...'."""
    words = [
        word for word in source.split() if word.casefold() not in ("the", "s.a.", "plc", "ltd", "inc.", "gmbh")
    ]
    if not words:
        return False
    text = page.text.lstrip()
    opening = _DATELINE.sub("", text, count=1) if _DATELINE.match(text) else text
    name = r"\s+".join(map(re.escape, words))
    pattern = re.compile(rf"(?:^|\n\s*|[.:,]\s+)(?:the\s+)?{name}{_BEHIND}{_TELLS}", re.IGNORECASE)
    return pattern.search(opening[:TOP]) is not None


TOP = 250
"""Characters at the top in which the body whose words a text is introduces itself."""
