"""One toll: a figure that a phrase makes a count, and where the phrase stands."""

from __future__ import annotations

from dataclasses import dataclass

from factcheck.extraction.counts import nouns
from factcheck.extraction.counts.quantities import Amount


@dataclass(frozen=True, slots=True)
class Toll:
    """A figure that a toll phrase carries: offsets count from the sentence's start."""

    kind: str
    amount: Amount
    start: int
    end: int


def may_be_people(amount: Amount) -> bool:
    """True when what a figure counts may be people: it has no noun, or one for persons."""
    return amount.noun is None or nouns.is_person(amount.noun.text)
