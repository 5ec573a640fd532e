"""Figures held against each other: ranges, the gap and ratio between them, how much a conflict matters."""

from __future__ import annotations

from datetime import date
from functools import lru_cache
from math import inf, log, log10

from factcheck.comparison.positions import Answer
from factcheck.language.naming import same_spot
from factcheck.values import Qualifier, Quantity

ABOUT = 0.10
"""'About 200' stands for 180 to 220: no marked pair within a tenth of 'about n' is a conflict."""

KIND_WEIGHT = {
    "killed": 1.0, "casualties": 0.9, "wounded": 0.8, "missing": 0.8, "kidnapped": 0.8, "captured": 0.7,
    "displaced": 0.7, "arrested": 0.6, "seized": 0.6, "destroyed": 0.6, "attendance": 0.5,
}  # fmt: skip
SEVERITY_BASE, SEVERITY_RATIO, SEVERITY_GAP = 0.25, 0.45, 0.30
RATIO_FULL, GAP_FULL = 10.0, 1000.0
"""Severity: a base, a part for the ratio (full at ten times) and a part for the gap (full at a thousand, by its
logarithm), times the weight of the kind. 58 against 23 dead: 0.59; 800 against 110: 0.92; 5 against 4 hurt:
0.30."""


def gap(a: Answer, b: Answer) -> float:
    """By how much the two ranges miss each other; 0 when they meet."""
    (low_a, high_a), (low_b, high_b) = reach(a.quantity), reach(b.quantity)
    return max(0.0, low_a - high_b, low_b - high_a)


def severity(a: Answer, b: Answer) -> float:
    """How much a conflict matters, 0 to 1, by its ratio, its gap and what is counted."""
    return _severity(a.kind, ratio(a, b), gap_abs(a, b))


@lru_cache(maxsize=20_000)
def _severity(kind: str, times: float, apart: float) -> float:
    by_ratio = min(1.0, log(times) / log(RATIO_FULL)) if times > 1 else 0.0
    by_gap = min(1.0, log10(1 + apart) / log10(1 + GAP_FULL))
    raw = SEVERITY_BASE + SEVERITY_RATIO * by_ratio + SEVERITY_GAP * by_gap
    return round(KIND_WEIGHT.get(kind, 0.5) * raw, 3)


def reach(quantity: Quantity | None) -> tuple[float, float]:
    """What can be true under a figure; "about" leaves a tenth open on both sides."""
    if quantity is None:
        return 0.0, inf
    low, high = quantity.interval()
    if quantity.qualifier is Qualifier.ABOUT:
        low, high = low * (1 - ABOUT), high * (1 + ABOUT)
    return low, high


def bounds(a: Answer) -> tuple[float | None, float | None] | None:
    """Low and high as stated; None when there is no figure at all."""
    return None if a.quantity is None else (a.quantity.low, a.quantity.high)


def is_stated(a: Answer) -> bool:
    """True when there is a number to hold against another."""
    return a.quantity is not None and a.quantity.stated


def is_vague(a: Answer) -> bool:
    """True for a vague word ("dozens")."""
    return a.quantity is not None and a.quantity.qualifier is Qualifier.VAGUE


def point(a: Answer) -> float:
    """The figure as one number: the stated end, or the middle of a range."""
    quantity = a.quantity
    if quantity is None:
        return 0.0
    low, high = quantity.low, quantity.high
    if low is None or high is None:
        return (high if low is None else low) or 0.0
    return (low + high) / 2


def by_size(a: Answer, b: Answer) -> tuple[Answer, Answer]:
    """The two, the smaller figure first."""
    return (a, b) if point(a) <= point(b) else (b, a)


def gap_abs(a: Answer, b: Answer) -> float:
    """How far the two figures are apart."""
    return abs(point(a) - point(b))


def ratio(a: Answer, b: Answer) -> float:
    """How many times the larger is the smaller, which counts as one at least."""
    low, high = point(a), point(b)
    if low > high:
        low, high = high, low
    return high / (low if low > 1.0 else 1.0) if high else 1.0


def difference(a: Answer, b: Answer) -> float:
    """The gap as a share of the larger figure."""
    high = max(point(a), point(b))
    return gap_abs(a, b) / high if high else 0.0


def moment(a: Answer) -> tuple[date, bool]:
    """When a figure was given: the day it was first published (one that nobody knows is the last of all), and
    whether it is told as an earlier one."""
    return a.since or date.max, not a.superseded


def when(a: Answer) -> str:
    """The day a figure was first given, in words."""
    return f"{a.since:%-d %B %Y}" if a.since else "no date"


def shared(a: Answer, b: Answer) -> str:
    """What the two share, in words: '; same days, same soldiers'."""
    parts = []
    if a.first and b.first and a.last and b.last and a.first <= b.last and b.first <= a.last:
        parts.append("same days")
    if a.place and same_spot(a.place, b.place):
        parts.append("same place")
    if a.subject.side == b.subject.side and a.subject.side and a.subject.role == b.subject.role:
        parts.append(f"same {'soldiers' if a.subject.role == 'fighter' else 'people'}")
    return "; " + ", ".join(parts) if parts else ""
