"""One toll: a figure that a phrase makes a count, and where the phrase stands."""

from __future__ import annotations

from dataclasses import dataclass

from factcheck.extraction.counts.quantities import Amount


@dataclass(frozen=True, slots=True)
class Toll:
    """A figure that a toll phrase carries: offsets count from the sentence's start."""

    kind: str
    amount: Amount
    start: int
    end: int
