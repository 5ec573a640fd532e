"""The parts of totals: each sort of a list, who is singled out."""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.extraction.counts.found.made import is_people, made_of
from factcheck.extraction.counts.lists import THING_KINDS
from factcheck.extraction.counts.parts import parts
from factcheck.extraction.counts.parts.breakdown import breakdown
from factcheck.extraction.counts.parts.part import Part
from factcheck.extraction.counts.quantities import Reading
from factcheck.extraction.page import Finding, Sentence


def broken_out(sentence: Sentence, reading: Reading, here: list[Finding], used: set[int]) -> Iterator[Finding]:
    """'52 dead, viz. 41 women, 6 children and 5 men': each sort of a total is a part of it."""
    for total in here:
        amount = reading.figure_at(total.subject) if total.subject is not None else None
        if amount is None or total.kind in THING_KINDS:
            continue
        for member, start, end in breakdown(reading, amount):
            if member.key not in used and is_people(member, total.kind):
                used.add(member.key)
                finding = made_of(sentence, total.kind, member, (start, end), "part of a total")
                finding.part_of = True
                yield finding


ELIDED_REACH = 2
"""So many sentences back 'three of them' finds its total."""


def _elided_total(sentence: Sentence, part: Part, earlier: list[Finding]) -> Finding | None:
    """The total that 'Three of them are engineers' speaks of, in a sentence before."""
    if not part.elided:
        return None
    size = part.amount.quantity.low or 0
    near = (
        f for f in reversed(earlier) if 0 < sentence.index - f.sentence.index <= ELIDED_REACH and not f.part_of
    )
    return next((f for f in near if f.quantity is not None and (f.quantity.low or 0) >= max(2, size)), None)


def parts_of_totals(
    sentence: Sentence, reading: Reading, here: list[Finding], earlier: list[Finding], used: set[int]
) -> Iterator[Finding]:
    """The parts that a sentence names, each of the kind of its total."""
    for part in parts(reading):
        if part.amount.key in used and part.amount.how == "figure":
            _mark_part(here, part)
            continue
        before = [f for f in here if f.span.start - sentence.span.start < part.start]
        total = max(before, key=lambda f: f.span.start, default=None) or _elided_total(sentence, part, earlier)
        kind = part.kind or (total.kind if total is not None else None)
        if kind is not None and part.amount.key not in used and is_people(part.amount, kind):
            used.add(part.amount.key)
            finding = made_of(sentence, kind, part.amount, (part.start, part.end), "part of a total")
            finding.part_of, finding.victims = True, finding.victims or part.who
            if total is not None and part.kind is None and "release" in total.notes:
                finding.notes["release"] = "yes"
            yield finding


def _mark_part(here: list[Finding], part: Part) -> None:
    for finding in here:
        if finding.subject is not None and finding.subject.i == part.amount.key:
            finding.part_of = True
