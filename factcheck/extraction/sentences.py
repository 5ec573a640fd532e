"""Where the sentences of a text begin and end: paragraphs first, then sentences, by offsets.

A rule-based splitter (punctuation, abbreviations, initials) at some 10 million characters a second: the parser
sees only sentences that can carry a claim, so it cannot be asked for the boundaries.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from factcheck.values import Span

MAX_SENTENCE = 1_200
"""Longest sentence in characters; a longer one is cut at a clause or word boundary (bounded time on bad input)."""

_BLOCK = re.compile(r"[^\n]+(?:\n(?![ \t]*\n)[^\n]+)*")
_LINE = re.compile(r"[^\n]+")
_ITEM = re.compile(r"\s*(?:[•*–—·-]\s+\S|[A-Z][\w ,'’()-]{2,60}:\s*(?:at least |about |over )?\d)")
_TRAIL = re.compile(r"[A-Z][^\d\n.,;:/>»›]{1,30}(?:\s+([/>»›])\s+)(?:[A-Z][^\d\n.,;:/>»›]{1,30}\s+\1\s+)+(?=\S)")
"""The way to a page that its site prints above it ("Home / India / The headline"); the headline comes after it."""
_ABBREVIATION = re.compile(
    r"(?:\b(?:Mr|Mrs|Ms|Dr|Prof|St|Lt|Col|Gen|Maj|Capt|Sgt|Cpl|Pvt|Cmdr|Adm|Brig|Insp|Supt|Det|Ofc|Gov|Sen|Rep"
    r"|Rev|Hon"
    r"|Pres|Jr|Sr|vs|etc|Inc|Ltd|Co|Corp|No|Nos|Ave|Blvd|Rd|Ft|Mt|approx|est|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sep"
    r"|Sept|Oct"
    r"|Nov|Dec|Mon|Tue|Wed|Thu|Fri|Sat|Sun|Md|Upz|Dist|Spc|Pfc|Chf|Asst|viz|incl|Calif|Fla|Ill|Ala|Ariz|Conn|Ga"
    r"|Ky|La|Mass|Mich"
    r"|Minn|Miss|Mo|Okla|Pa|Tenn|Tex|Va|Wash|Wis|Ore|Colo)|\b(?:[A-Za-z]\.)+[A-Za-z]|\b[A-Z])$",
    re.IGNORECASE,
)
_END = re.compile(r"[.!?…]+[\"'”’»)\]]*(?:\[(?:\d{1,3}|note \d+|citation needed)\])*(?=\s+|$|[A-Z][a-z]+[ ,'’])")
_NO_SPACE = re.compile(r"(?:[a-z]{2}|\)|\d{2})$")
"""What stands before a full stop that somebody typed without a space behind it ("in hospital.The driver")."""
_OPENER = re.compile(r"\s*[\"'“‘«(\[-]*\s*([^\W_])")
_CLAUSE = re.compile(r"[;:]\s|,\s|\s")
_TIME_OF_DAY = re.compile(r"\b[ap]\.m$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Piece:
    """One sentence: its place in the text and the number of its paragraph."""

    span: Span
    paragraph: int


def split(text: str) -> list[Piece]:
    """The sentences of a text in order; whitespace at their ends is left out, nothing else is."""
    return [
        Piece(span, number) for number, block in enumerate(_paragraphs(text)) for span in _sentences(text, block)
    ]


def _paragraphs(text: str) -> Iterator[Span]:
    for block in _BLOCK.finditer(text):
        lines = [Span(m.start() + block.start(), m.end() + block.start()) for m in _LINE.finditer(block.group())]
        if _hard_wrapped(text, lines):
            yield from _items(text, lines)
        else:
            yield from lines


def _items(text: str, lines: list[Span]) -> Iterator[Span]:
    """Wrapped lines as one paragraph, but for the items of a list: each begins one of its own."""
    start = lines[0].start
    for before, line in pairwise(lines):
        if _ITEM.match(text, line.start, line.end):
            yield Span(start, before.end)
            start = line.start
    yield Span(start, lines[-1].end)


def _hard_wrapped(text: str, lines: list[Span]) -> bool:
    """Telex and mail text breaks its lines at a fixed width; then a line end is no paragraph end."""
    if len(lines) < 2:
        return False
    width = median(line.end - line.start for line in lines[:-1])
    unfinished = sum(text[line.start : line.end].rstrip()[-1:] not in '.!?:”"' for line in lines[:-1])
    return 45 <= width <= 100 and unfinished >= 0.6 * (len(lines) - 1)


def _sentences(text: str, block: Span) -> Iterator[Span]:
    trail = _TRAIL.match(text, block.start, block.end)
    start = block.start
    if trail is not None:
        yield from _trimmed(text, start, trail.end())
        start = trail.end()
    for end in _ends(text, block):
        yield from _trimmed(text, start, end)
        start = end
    yield from _trimmed(text, start, block.end)


def _ends(text: str, block: Span) -> Iterator[int]:
    for mark in _END.finditer(text, block.start, block.end):
        if _is_end(text, mark, block):
            yield mark.end()


def _is_end(text: str, mark: re.Match[str], block: Span) -> bool:
    if mark.end() < block.end and not text[mark.end()].isspace():
        return len(mark.group()) == 1 and _NO_SPACE.search(text[mark.start() - 2 : mark.start()]) is not None
    opener = _OPENER.match(text, mark.end(), block.end)
    if opener is None:
        return True
    first = opener.group(1)
    if first.islower():
        return False
    if not mark.group().startswith("."):
        return True
    before = text[max(block.start, mark.start() - 12) : mark.start()]
    if _TIME_OF_DAY.search(before):
        return first.isupper()
    return _ABBREVIATION.search(before) is None


def _trimmed(text: str, start: int, end: int) -> Iterator[Span]:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    while end - start > MAX_SENTENCE:
        cut = start + MAX_SENTENCE
        breaks = [m.end() for m in _CLAUSE.finditer(text, start + MAX_SENTENCE // 2, cut)]
        cut = breaks[-1] if breaks else cut
        yield Span(start, cut)
        start = cut
    if start < end:
        yield Span(start, end)
