"""Names that the rules take for no place, but that may be one: streets, lines, what a word leads to."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from factcheck import gazetteer
from factcheck.extraction.gates import gated
from factcheck.extraction.page import Sentence
from factcheck.extraction.places import nameruns
from factcheck.extraction.places.mentions import NAME, NO_START, Hold, Mention, fine_of, peoples
from factcheck.extraction.places.placeopenings import is_headline
from factcheck.extraction.places.placewords import GROUP, OF_STATES, REGION, TOWN, TYPE_AFTER
from factcheck.values import Span

SHORTEST = 4
"""Letters of a name that a headline's capitals alone make a candidate."""

_WORD = r"(?:[A-Z][\w'’.-]+|\d{1,3}(?:st|nd|rd|th))"
_STREET = gated(
    r"\b(?:on|at|in|along|near|off|of|to|outside|down)\s+(?:the\s+)?(?:(?:\d+\s+)?block\s+of\s+)?(?:\d{1,5}\s+)?"
    rf"(?P<name>(?:(?:North|South|East|West|N\.|S\.|E\.|W\.)\s+)?{_WORD}(?:[\s-]{_WORD}){{0,3}}?\s+"
    r"(?:Street|Avenue|Road|Drive|Boulevard|Lane|Highway|Expressway|Freeway|Parkway|Court|Circle|Terrace|Trail|St"
    r"|Ave|Rd|Blvd|Hwy|Dr|Ln)\b"
    r"|(?:Interstate|Highway|Route|State\s+Road|US)[\s-]\d+\b)"
)
_LED = re.compile(
    r"\b(?:in|at|near|of|on|from|to|into|outside|around|towards|toward|over|off|across|between|along|inside|through"
    r"|for|hit|struck|reached|entered|left|bombed|shelled|took|called|named)\s+(?:the\s+)?"
    r"(?:(?:[a-z]+\s+){0,2}?(?:town|village|city|base|camp|district|suburb|quarter|hamlet|port|island|river|bank)"
    r"\s+(?:of\s+)?(?:the\s+)?)?$"
)
_LINE = gated(r"\b(?:[Ll]ine\s+of\s+(?:[Cc]ontrol|[Cc]ontact)|[Cc]ontact\s+line|LoC)\b")
"""What parts two armies."""


def streets(sentence: Sentence) -> list[Mention]:
    """The streets of a sentence behind 'on', 'near', 'the 300 block of'."""
    found = []
    for match in _STREET.finditer(sentence.text):
        name = " ".join(match["name"].split())
        span = Span(sentence.span.start + match.start("name"), sentence.span.start + match.end("name"))
        found.append(Mention(name, name, span, sentence.index, Hold.LOCATED, TOWN, False))
    return found


def led(sentence: Sentence, taken: Iterable[Mention]) -> Iterator[Mention]:
    """Names that are not ``taken`` behind a preposition or before a word for a kind of place; lines of contact."""
    text, offset = sentence.text, sentence.span.start
    if is_headline(text):
        return
    spans = [(m.span.start - offset, m.span.end - offset) for m in taken]
    for run in NAME.finditer(text):
        if any(first <= run.start() < end for first, end in spans):
            continue
        name = nameruns.read(run.group())
        if name is None or _is_none(name.words):
            continue
        start = run.start() + name.skip + (len(name.owner) + 3 if name.owner else 0)
        end = start + len(name.words)
        typed = TYPE_AFTER.match(text, end)
        if typed is None and (GROUP.match(text, end) or OF_STATES.search(text, 0, start)):
            continue
        if typed is None and _LED.search(text, max(0, start - 40), start) is None:
            continue
        end = typed.end() if typed else end
        shown, span = " ".join(text[start:end].split()), Span(offset + start, offset + end)
        yield _mention(shown, name.words, span, sentence.index, typed)
    for line in _LINE.finditer(text):
        span = Span(offset + line.start(), offset + line.end())
        yield Mention(line.group(), line.group(), span, sentence.index, Hold.LOCATED, REGION, False)


def titled(title: str) -> Iterator[Mention]:
    """Every run of capitals that may be a place, where a headline's capitals tell names from other words."""
    for run in () if is_headline(title) else NAME.finditer(title):
        name = nameruns.read(run.group())
        if name is None or _is_none(name.words) or len(name.words) < SHORTEST:
            continue
        typed = TYPE_AFTER.match(title, run.start() + name.skip + len(name.words))
        shown = name.words + (typed.group() if typed else "")
        yield _mention(shown, name.words, Span(run.start(), run.end()), 0, typed)


def _is_none(words: str) -> bool:
    return words.isupper() or words in peoples() or words in NO_START


def _mention(shown: str, words: str, span: Span, sentence: int, typed: re.Match[str] | None) -> Mention:
    fine = fine_of(words, typed)
    return Mention(
        shown, words, span, sentence, Hold.NAMED, TOWN if fine is None else fine, gazetteer.known(words)
    )
