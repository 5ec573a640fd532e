"""Which counts of an incident a denial is held against, where there are very many."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from factcheck.linking.topics.topic import Topic

MOST_COUNTS = 200
"""Counts of an incident that a denial is held against."""


def nearest(denial: Topic, counts: Sequence[Topic]) -> list[Topic]:
    """Of very many counts, those right before the denial, and the first ones of the incident."""
    at = bisect_left([c.row for c in counts], denial.row)
    return [*counts[: MOST_COUNTS // 2], *counts[max(MOST_COUNTS // 2, at - MOST_COUNTS // 2) : at]]
