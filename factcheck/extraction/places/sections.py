"""The place that a heading or a sentence about the next matter sets for the sentences below it."""

from __future__ import annotations

import re

from factcheck import gazetteer
from factcheck.extraction.page import Page, Sentence
from factcheck.extraction.places.mentions import FINE, NO_START, Hold, Mention, peoples
from factcheck.values import Span

_CONCERNS = re.compile(
    r"\W*(?:The|A|Its)\s+(?:first|second|third|fourth|other|last|next|latter|former)\s+(?:\w+\s+){0,2}?"
    r"(?:concerns?|regards?|relates\s+to|is\s+(?:about|in|at|from)|comes\s+from|took\s+place\s+in|happened\s+in)\s+(?:the\s+)?"
    r"(?P<name>[A-Z][\w'’-]+(?:[ -](?:[a-z]{2}[ -])?[A-Z][\w'’-]+){0,2})\W*"
)
"""'The first concerns Derna.'"""

_HEADING = re.compile(r"\W*(?P<name>[A-Z][\w'’-]+(?:[ -](?:[a-z]{2}[ -])?[A-Z][\w'’-]+){0,3})\W*")
_IS_HEADING = re.compile(r"[^\n.!?]{2,48}:?")


def section_place(page: Page, sentence: Sentence) -> Mention | None:
    """The place of the section that a sentence stands in, when its heading or first sentence is but a place."""
    known: dict[int, Mention] | None = page.memo.get("sections")
    if known is None:
        known = page.memo["sections"] = _sections(page)
    return known.get(sentence.index)


def _sections(page: Page) -> dict[int, Mention]:
    found: dict[int, Mention] = {}
    now: Mention | None = None
    for sentence in page.sentences:
        if _IS_HEADING.fullmatch(sentence.text) and _is_line(page, sentence):
            heading = _HEADING.fullmatch(sentence.text)
            now = _mention(heading, sentence) if heading else None
        elif (topic := _CONCERNS.fullmatch(sentence.text)) is not None:
            now = _mention(topic, sentence)
        if now is not None:
            found[sentence.index] = now
    return found


def _mention(match: re.Match[str], sentence: Sentence) -> Mention | None:
    written = match["name"]
    name = written.title() if written.isupper() and len(written) > 4 else written
    places = gazetteer.find(name) if name not in peoples() and name not in NO_START else ()
    if not places or places[0].kind == "country":
        return None
    start = sentence.span.start + match.start("name")
    span = Span(start, start + len(written))
    return Mention(name, name, span, sentence.index, Hold.LOCATED, FINE[places[0].kind])


def _is_line(page: Page, sentence: Sentence) -> bool:
    """True for a sentence that is alone on its line and not the page's first."""
    before, after = page.text[: sentence.span.start], page.text[sentence.span.end :]
    return sentence.index > 0 and before.rstrip(" \t")[-1:] == "\n" and after.lstrip(" \t")[:1] == "\n"
