"""One part of a total, and of which kind its words say that it is."""

from __future__ import annotations

import re
from dataclasses import dataclass

from factcheck.extraction.counts import nouns
from factcheck.extraction.counts.quantities import Amount

SORT = {
    "dead": "killed",
    "martyrs": "killed",
    "fallen": "killed",
    "slain": "killed",
    "fatalities": "killed",
    "killed": "killed",
    "died": "killed",
    "perished": "killed",
    "injured": "wounded",
    "wounded": "wounded",
    "missing": "missing",
    "hostages": "captured",
    "captives": "captured",
}


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a total; ``kind`` is None when it is that of the total it stands with.

    Offsets count from the sentence's start.
    """

    amount: Amount
    start: int
    end: int
    kind: str | None
    who: str | None = None
    elided: bool = False  # 'three of them are engineers': the total may stand in a sentence before


_OF_THEM = re.compile(
    r"\s+of\s+(?:them|these|those)(?:\s+(?:are|were|is|was))?((?:\s+[\w-]+){1,3})", re.IGNORECASE
)


def _are_persons(after: str) -> bool:
    """' of them are engineers', ' of these minors': what follows says what sort of persons they are."""
    match = _OF_THEM.match(after)
    return match is not None and any(nouns.is_person(word) for word in match[1].split())


def extent(amount: Amount) -> tuple[int, int]:
    """Where the words of an amount begin and end."""
    return amount.first.idx, amount.last.idx + len(amount.last)


def how_many(amount: Amount) -> float:
    """How many an amount is, by its lower bound first."""
    return amount.quantity.low or amount.quantity.high or 0.0


_SORT_GROUPS = ("of", "of2", "of3", "of4", "of5")


def part_of(match: re.Match[str], amount: Amount) -> Part:
    """The part that a fit of a pattern tells, with its kind and who they are."""
    groups = match.groupdict()
    said = next((groups[n] for n in _SORT_GROUPS if groups.get(n)), "").lower().split()
    kind = SORT.get(said[-1]) if said else None
    who = groups.get("who")
    first, last = amount.first.idx, amount.last.idx + len(amount.last)
    elided = _are_persons(amount.head.doc.text[match.end("figure") :])
    return Part(amount, min(match.start(), first), max(match.end(), last), kind, who, elided)
