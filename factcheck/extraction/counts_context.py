"""Figures without their word: the kind comes from what the text is about ('Kabul put the figure at 58')."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from factcheck.extraction import nouns
from factcheck.extraction.counts_tolls import coded
from factcheck.extraction.quantities import Amount, Reading

MARCH_FLOOR = 500
"""A bare figure on a page about marches counts marchers from here on; smaller ones count arrests, hours, towns."""

_THE_FIGURE = re.compile(
    r"\b(?:(?:the|its|their|his|her|whose|that|this|a|own|first|final|later|earlier|new|['’]s|organi[sz]ers['’])\s+)+"
    r"(?:[\w-]+\s+){0,2}?(?:figures?|counts?|numbers?|tolls?|tally|tallies|estimates?|totals?)\b[^#.;:]{0,50}?"
    r"(?:\b(?:at|to|of|was|is|were|been|over|above|for)|:)\s+(?P<figure>#+)(?!\s+(?:of\s+the|shots|people\s+on))",
    re.IGNORECASE,
)
_IT = re.compile(
    r"\b(?:it|that)\s+(?:was|is|stood\s+at|had\s+been|at)\s+(?P<figure>#+)(?=\s*(?:[.,;]|$|in\b|on\b))",
    re.IGNORECASE,
)
_SPOKE = re.compile(
    r"\b(?:spoken?|speaks|wrote|written|talked|talks)\s+(?:[\w-]+\s+){0,3}?of\s+(?P<figure>#+)(?=\s*(?:[.,;]|$))",
    re.IGNORECASE,
)
_GIVES = re.compile(
    r"\b(?:gives?|gave|counts|counted|claims|claimed|reports|reported|records|recorded|confirm(?:s|ed))\s+(?:only\s+)?(?P<figure>#+)(?=\s*(?:[.,;]|$|on\b))",
    re.IGNORECASE,
)
_LISTED = re.compile(r"^\s*[•*–—-]\s*[^:]{2,120}:\s*(?P<figure>#+|none)\s*[.;]?\s*$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Bare:
    """A figure whose kind the context gives; ``amount`` is None for a listed 'none'.

    Offsets count from the sentence's start.
    """

    amount: Amount | None
    start: int
    end: int
    rule: str


def bare_figures(reading: Reading) -> Iterator[Bare]:
    """The figures of a sentence that speak of an earlier count ("the figure", "it was 34", a dated list)."""
    text, where = coded(reading)
    listed = _LISTED.match(text)
    if listed is not None:
        amount = where.get(listed.start("figure"))
        if amount is not None or listed["figure"].lower() == "none":
            start = listed.start() + re.search(r"[^\s•*–—-]", listed.group()).start()  # type: ignore[union-attr]
            yield Bare(amount, start, listed.end("figure"), "listed figure")
        return
    for pattern, rule in ((_THE_FIGURE, "the figure"), (_IT, "it was"), (_SPOKE, "spoke of"), (_GIVES, "gives")):
        for match in pattern.finditer(text):
            amount = where.get(match.start("figure"))
            if amount is not None and amount.noun is None:
                yield Bare(amount, match.start(), match.end("figure"), rule)


def marchers(reading: Reading, used: set[int]) -> Iterator[Amount]:
    """The unclaimed figures of people on a page about marches."""
    watched = False
    for amount in reading.figures:
        noun = amount.noun
        plain = noun is None or noun.lower_ in (
            "people",
            "persons",
            "demonstrators",
            "protesters",
            "marchers",
            "them",
            "participants",
        )
        if noun is not None and not plain and nouns.is_person(noun.text):
            watched = True
        value = amount.quantity.low or amount.quantity.high
        if amount.key in used or not plain or value is None or value < MARCH_FLOOR or (watched and noun is None):
            continue
        yield amount
