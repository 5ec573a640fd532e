"""Carriers that garble: a report prints another figure than the one that its claimant gave.

This is between a carrier and its claimant, not between parties: the verdicts are of the type ``carrier`` and leave
what the parties are to each other as it is.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from factcheck.comparison.figures import bounds, gap_abs, ratio
from factcheck.comparison.positions import Answer, Position
from factcheck.comparison.related import Asked, Found, rule
from factcheck.comparison.verdicts import PositionPair
from factcheck.values import Outcome, Qualifier, Verdict

SAME_BULLETIN = 1
"""Days within which two reports of one claimant's figures draw on one statement; later it may count anew."""

ADDED_LEAST = 2.0
"""Wounded from here on: that a toll rose by exactly one while one was hurt is no sign of an error."""

MOST_ANSWERS = 60
"""Earlier answers of one claimant that are held against each other, the latest."""

HEDGE_SEVERITY, ADDED_SEVERITY = 0.1, 0.45
"""A lost "more than" changes little; wounded who are counted among the dead change a story."""

_STRICT = (Qualifier.MORE_THAN, Qualifier.FEWER_THAN)


@rule("lost_hedge")
def lost_hedge(asked: Sequence[Asked]) -> Iterator[Found]:
    """A carrier prints a figure bare that its claimant hedged: "more than 12" as 12."""
    for question in asked:
        for p in question.positions:
            if not p.earlier:
                continue
            answers = _attributed(p)
            for told in (a for a in answers if a.quantity and a.quantity.qualifier in _STRICT):
                for printed in (a for a in answers if _bare(a, told)):
                    yield question.question, _pair(told, printed, _hedge_lost(told, printed))


@rule("added_up")
def added_up(asked: Sequence[Asked]) -> Iterator[Found]:
    """A carrier prints a claimant's killed and wounded together as killed: 4 dead and 12 hurt as 16 dead."""
    dead = [q for q in asked if q.kind == "killed"]
    hurt = _by_text(asked, "wounded") if dead else {}
    whole = _by_text(asked, "casualties") if dead else {}
    if not (hurt or whole):
        return
    for question in dead:
        for p in question.positions:
            answers = _attributed(p)
            for told in answers:
                if (told.party, told.document) not in hurt and (told.party, told.document) not in whole:
                    continue
                for printed in (a for a in answers if _another_report(told, a)):
                    kind = _sum_of(told, printed, hurt, whole)
                    if kind:
                        yield question.question, _pair(told, printed, _added(told, printed, kind))


_Said = Mapping[tuple[str, str], Sequence[Answer]]
"""Party and document -> its answers of one kind."""


def _by_text(asked: Sequence[Asked], kind: str) -> _Said:
    said: dict[tuple[str, str], list[Answer]] = defaultdict(list)
    for question in (q for q in asked if q.kind == kind):
        for a in (a for p in question.positions for a in _attributed(p)):
            said[a.party, a.document].append(a)
    return said


def _attributed(p: Position) -> list[Answer]:
    """What reports put into the mouth of a claimant; an outlet's own words are nobody else's."""
    if not p.earlier:
        return [] if p.current.own_voice else [p.current]
    return [a for a in (p.current, *p.earlier[-MOST_ANSWERS:]) if not a.own_voice]


def _another_report(told: Answer, printed: Answer) -> bool:
    """Two documents that draw on one statement, the printed one not before the other."""
    if told.document == printed.document or told.published is None or printed.published is None:
        return False
    return 0 <= (printed.published - told.published).days <= SAME_BULLETIN


def _bare(printed: Answer, told: Answer) -> bool:
    low, high = bounds(told) or (None, None)
    n = low if low is not None else high
    return bounds(printed) == (n, n) and _exact(printed) and _another_report(told, printed)


def _exact(a: Answer) -> bool:
    return a.quantity is not None and a.quantity.qualifier is Qualifier.EXACT


def _sum_of(told: Answer, printed: Answer, hurt: _Said, whole: _Said) -> str:
    """Which figures of the first report the second one's dead are; '' when they are none."""
    dead, more = _low(told), _low(printed)
    if dead is None or more is None or more <= dead or dead < 1:
        return ""
    beside = [n for a in hurt.get((told.party, told.document), ()) if (n := _low(a)) and n >= ADDED_LEAST]
    repeated = [_low(a) for a in hurt.get((printed.party, printed.document), ())]
    if any(dead + n == more and n not in repeated for n in beside):
        return "killed and wounded together"
    if more in [_low(a) for a in whole.get((told.party, told.document), ())]:
        return "all casualties"
    return ""


def _low(a: Answer) -> float | None:
    return a.quantity.low if a.quantity else None


def _pair(told: Answer, printed: Answer, verdict: Verdict) -> PositionPair:
    return PositionPair(told.claim, printed.claim, verdict, 1, 1)


def _hedge_lost(told: Answer, printed: Answer) -> Verdict:
    text = f"{told.name} is said to have given {told.quantity} in one report and {printed.quantity} in another."
    return Verdict(Outcome.DISCREPANCY, "carrier", text, HEDGE_SEVERITY, 0.0, 1.0)


def _added(told: Answer, printed: Answer, kind: str) -> Verdict:
    text = (f"One report has {told.quantity} killed from {told.name}, another prints {printed.quantity}: "
            f"that is {kind}, told as killed.")  # fmt: skip
    return Verdict(
        Outcome.DISCREPANCY, "carrier", text, ADDED_SEVERITY, gap_abs(told, printed), ratio(told, printed)
    )
