"""Conflicts that stand: two claimants contradicted each other on one day, and only one of them counted on."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from factcheck.comparison.figures import difference, gap, gap_abs, is_stated, ratio, when
from factcheck.comparison.positions import Answer, Position, standing
from factcheck.comparison.setting import is_armed
from factcheck.values import Outcome, Verdict

CLOSE = 0.05
"""Current figures this close (a share of the larger) have come together: nothing stands between them any more."""


def conflict_that_stands(
    p: Position, q: Position, verdict_on: Callable[[Answer, Answer], Verdict]
) -> Verdict | None:
    """The conflict of the day on which the older of two current figures was given, when the newer one's claimant
    gave another figure that day already; None when there was none, or when the two have come together since.
    """
    a, b = p.current, q.current
    if not (is_stated(a) and is_stated(b)) or gap(a, b) <= 0 or difference(a, b) <= CLOSE:
        return None
    if a.side is not None and a.side == b.side and is_armed(a.name) and is_armed(b.name):
        return None  # two bodies of one army: the later figure is its own correction
    losses = a.subject.side
    if losses and losses in (a.side, b.side) and None in (a.side, b.side):
        return None  # a side's own losses, told by itself and by somebody of no other side: its first word
    older, newer = sorted((p, q), key=lambda side: str(side.current.since))
    day = older.current.since
    then = [a for a in newer.earlier if day and a.published == day and is_stated(a)]
    found = next((v for a in then if (v := verdict_on(older.current, a)).outcome is Outcome.CONFLICT), None)
    if found is None:
        return _told_together(p, q, verdict_on)
    text = (f"{newer.current.quantity} ({newer.current.name}) against {older.current.quantity} "
            f"({older.current.name}): they contradicted each other on {when(older.current)} already, "
            f"when {newer.current.name} said {then[0].quantity}.")  # fmt: skip
    a, b = newer.current, older.current
    return replace(found, reason=text, gap_abs=gap_abs(a, b), gap_ratio=ratio(a, b))


MOST_TOLD = 60
"""Answers of one position that are held against the other's, the latest."""


def _told_together(p: Position, q: Position, verdict_on: Callable[[Answer, Answer], Verdict]) -> Verdict | None:
    """The conflict of two figures that one text gives side by side, each as what stands."""
    one, other = _by_document(p), _by_document(q)
    for document in sorted(one.keys() & other.keys()):
        verdict = verdict_on(one[document], other[document])
        if verdict.outcome is Outcome.CONFLICT:
            return replace(verdict, reason=f"{verdict.reason} One text sets them side by side.")
    return None


def _by_document(p: Position) -> dict[str, Answer]:
    """What the claimant says in each document: the last figure that is not told as an earlier one, of the same
    people as its current figure."""
    said: dict[str, Answer] = {}
    for a in (*p.earlier[-MOST_TOLD:], p.current):
        if is_stated(a) and _same_people(a, p.current):
            said[a.document] = max(a, said.get(a.document, a), key=standing)
    return {document: a for document, a in said.items() if not (a.superseded or a.entry)}


def _same_people(a: Answer, b: Answer) -> bool:
    x, y = a.subject, b.subject
    return (x.side, x.role, x.part, x.measure) == (y.side, y.role, y.part, y.measure)
