"""Quotation marks over several sentences: where a quotation runs and who speaks it."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass

from factcheck.extraction.page import Page, Sentence
from factcheck.extraction.voices.surface import speakers_in
from factcheck.values import Span

LONGEST = 4_000
"""Characters that one quotation may run; a mark that nobody closes does not swallow the page."""

SHORTEST = 25
"""Characters of a quotation whose speaker may stand in another sentence; a shorter one is a word or a name."""

_MARK = re.compile(r"[\"“”«»]")


_TURN = re.compile(r"(?P<who>[A-Z][\w.’' -]{1,40}): [\"“]$")
"""Whose turn it is in a transcript: 'DOCTOR: "We had 40 ..."'."""


@dataclass(frozen=True, slots=True)
class Quoted:
    """Who speaks a quotation, as written, and in which sentence that stands."""

    speaker: str
    sentence: int


_SENTENCE = re.compile(r"[\"“«][A-Z](?:[\w'’,-]+\s+){2,}[\w'’,-]+[.!?…][\"”»]")


def _is_a_sentence(page: Page, quotation: Span) -> bool:
    """'"We lost 12 men."': short, and yet what somebody said."""
    return _SENTENCE.fullmatch(page.text, quotation.start, quotation.end) is not None


def spans(page: Page) -> list[Span]:
    """The quotations of a page in order; worked out once."""
    found: list[Span] | None = page.memo.get("quotations")
    if found is None:
        found = page.memo["quotations"] = _spans(page)
    return found


def _spans(page: Page) -> list[Span]:
    text, found = page.text, []
    opened: int | None = None
    for mark in _MARK.finditer(text):
        at, sign = mark.start(), mark.group()
        opens = sign in "“«" or (sign == '"' and opened is None)
        if opened is not None and at - opened > LONGEST:
            opened = None
        if opens and opened is None:
            opened = at
        elif opens and sign in "“«":
            continue  # a new paragraph of the same quotation opens again
        elif not opens and opened is not None:
            found.append(Span(opened, at + 1))
            opened = None
    return found


def speaker_of(page: Page, sentence: Sentence, inside: Span) -> Quoted | None:
    """Who speaks the quotation that holds a stretch of a sentence, when it says so before or after it."""
    at = sentence.span.start + inside.start
    quotations = spans(page)
    place = bisect_right([q.start for q in quotations], at) - 1
    if place < 0 or not quotations[place].start <= at < quotations[place].end:
        return None
    quotation = quotations[place]
    short = quotation.end - quotation.start < SHORTEST
    if short and not _is_a_sentence(page, quotation):
        return None
    first = next(s.index for s in page.sentences if s.span.end > quotation.start)
    last = max(s.index for s in page.sentences if s.span.start < quotation.end)
    opening = page.sentences[first]
    turn = _TURN.match(page.text[opening.span.start : quotation.start + 1])
    if turn is not None:
        return Quoted(turn["who"], first)
    for index in (last, first, first - 1, last + 1)[: 3 if short else 4]:
        if not 0 <= index < len(page.sentences):
            continue
        if index in (first - 1, last + 1) and abs(page.sentences[index].paragraph - sentence.paragraph) > 1:
            continue
        spoken = speakers_in(page.sentences[index])
        if spoken:
            return Quoted(spoken[-1] if index != last + 1 else spoken[0], index)
    return None
