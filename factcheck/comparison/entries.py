"""Entries of a live blog or a list by dates: which of its figures a later entry has replaced."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from factcheck.comparison.positions import GROWING_KINDS, Answer

_CLOCK = re.compile(r"\W*(\d{1,2})[:.h](\d{2})\b")
_DAY = re.compile(r"\W*(?:on )?(?:(?P<day>\d{1,2}) )?(?P<month>[A-Za-z]{3})[a-z]*\.?(?: (?P<day2>\d{1,2}))?", re.I)
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")


def replaced(answers: Sequence[Answer]) -> Sequence[Answer]:
    """The answers, those marked as history that an entry gives and that something later in its document exceeds.

    Only counts that grow. What another claimant said in an earlier entry, or in the same one, is a rival figure
    and replaces nothing: '09:10 Baku reports seven dead', '11:30 Yerevan: four dead'.
    """
    if not any(a.entry for a in answers):
        return answers
    growing: dict[str, list[Answer]] = {}
    for a in answers:
        if a.kind in GROWING_KINDS:
            growing.setdefault(a.document, []).append(a)
    return [
        replace(a, superseded=True) if a.entry and _is_replaced(a, growing.get(a.document, [])) else a
        for a in answers
    ]


def _is_replaced(a: Answer, told: Sequence[Answer]) -> bool:
    """True when its claimant, the page itself, or somebody who had not said so before, later has a larger one."""
    larger = [b for b in told if _size(b) > _size(a)]
    if any(b.party == a.party or (b.own_voice and not b.entry) for b in larger):
        return True
    backwards = _newest_first(told)
    others = [b for b in larger if b.entry and b.context != a.context]
    before = {b.party for b in others if (b.start < a.start) != backwards}
    return any((b.start < a.start) == backwards and b.party not in before for b in others)


def _newest_first(answers: Sequence[Answer]) -> bool:
    """True when the times or days of the entries mostly go backwards."""
    entries = sorted((a for a in answers if a.entry), key=lambda a: a.start)
    times = [time for time in map(_time, entries) if time is not None]
    return sum(later < earlier for earlier, later in pairwise(times)) > sum(
        later > earlier for earlier, later in pairwise(times)
    )


def _time(answer: Answer) -> tuple[int, int] | None:
    """Hour and minute, or month and day, with which the entry begins."""
    if clock := _CLOCK.match(answer.context):
        return int(clock[1]), int(clock[2])
    day = _DAY.match(answer.context)
    if day is None or day["month"].lower() not in _MONTHS:
        return None
    return _MONTHS.index(day["month"].lower()) + 1, int(day["day"] or day["day2"] or 0)


def _size(answer: Answer) -> float:
    low, high = (answer.quantity.low, answer.quantity.high) if answer.quantity else (None, None)
    return (low if low is not None else high) or 0.0
