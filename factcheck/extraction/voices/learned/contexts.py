"""What the place of a claim is like: headline, lead or body, a sentence that goes on, hearsay, the past."""

from __future__ import annotations

import re
from collections.abc import Iterator

from factcheck.extraction.gates import gated
from factcheck.extraction.page import Page, Sentence
from factcheck.extraction.voices import quotations
from factcheck.extraction.voices.cast import shouted
from factcheck.extraction.voices.headlines import HEADLINE
from factcheck.extraction.voices.learned.mentions import speaking
from factcheck.values import Span

LEAD = 4
"""Sentences from the top of a page in which its lead stands."""

_SHAPES = {
    "sentence begins with a figure": re.compile(
        r"^\W*(?:(?:and|but|only|at least|about|around|some|nearly|almost|over|more than|up to|as many as"
        r"|fewer than|another|a further) )*(?:\d|no ?one|nobody|none|no|one|two|three|four|five|six|seven|eight"
        r"|nine|ten|eleven|twelve|\w+teen|(?:twen|thir|for|fif|six|seven|eigh|nine)ty|an? (?:dozen|hundred"
        r"|thousand)|dozens|scores|hundreds|thousands|several|half)\b", re.I),
    "sentence goes on": re.compile(
        r"^\W*(?:of (?:these|those|them|the)|among (?:them|these|those|the)|others?|in all|in addition"
        r"|all (?:of them|told)|the rest|they|these|those|it|its|he|she|his|her|their|also)\b", re.I),
    "of the past": gated(
        r"\b(?:in (?:19|20)\d\d|(?:last|previous) (?:year|month|week)|since|years? ago|decades?"
        r"|earlier (?:this|in))\b", re.I),
    "hearsay": gated(
        r"\b(?:reported(?:ly)?|reports|said to|believed|feared|thought|known|understood|alleged(?:ly)?)\b", re.I),
    "we": gated(r"\b(?:we|our|us|ours|my|i)\b", re.I),
    "in a list": re.compile(r"^\s*(?:[•*–—-]|\(?\d{1,2}[.)]|\(?[a-z]\))\s"),
    "live": re.compile(r"^\s*\d{1,2}[.:]\d\d\b"),
}  # fmt: skip


def contexts(page: Page, sentence: Sentence, span: Span) -> Iterator[str]:
    """What the place of a claim is like, in words."""
    text, first = sentence.text, page.sentences[0]
    if sentence is first and len(text) < HEADLINE and not text.endswith("."):
        yield "in the headline"
    else:
        yield (
            "in the lead" if sentence.paragraph <= first.paragraph + 1 and sentence.index < LEAD else "in the body"
        )
    begins = sentence is first or page.sentences[sentence.index - 1].paragraph != sentence.paragraph
    yield "first of its paragraph" if begins else "within its paragraph"
    for name, shape in _SHAPES.items():
        if shape.search(text):
            yield name
    if shouted(text):
        yield "in capitals"
    if any(
        q.start <= span.start < q.end and q.end - q.start >= quotations.SHORTEST for q in quotations.spans(page)
    ):
        yield "in quotation marks"
    yield "its sentence has a speaker" if speaking(page, sentence.index) else "its sentence has no speaker"


def goes_on(text: str) -> bool:
    """True for a sentence that begins with a figure or goes on with those of the sentence before."""
    return any(_SHAPES[shape].search(text) for shape in ("sentence begins with a figure", "sentence goes on"))
