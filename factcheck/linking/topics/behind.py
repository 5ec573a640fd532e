"""Denials that stand right behind another's charge or state in one paragraph, with no other claim between."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from itertools import pairwise

from factcheck.linking.topics.topic import Topic

RIGHT_BEHIND = 40
"""Characters from the end of one quote to the beginning of the next: room for a full stop, for who denies and for
a word for it; set on the marked reports, where at this distance three in four denials without a word in common
deny what stands before them, and at twice as many every second."""


def right_behind(topics: Iterable[Topic]) -> Mapping[int, Topic]:
    """By the rows of denials, the charge or state of another that stands right before them.

    The mayor says that the lorries were sent to the camp; nothing has come since spring, its warden says.
    """
    ordered = sorted(topics, key=lambda t: (t.document, t.start))
    return {denial.row: told for told, denial in pairwise(ordered) if _is_right_behind(denial, told)}


def _is_right_behind(denial: Topic, told: Topic) -> bool:
    if denial.kind != "denial" or told.kind not in ("blame", "status"):
        return False
    if denial.document != told.document or not denial.paragraph or denial.paragraph != told.paragraph:
        return False
    own = denial.voice == told.voice or bool(denial.speaker and denial.speaker == told.speaker)
    return not own and denial.start - told.start - len(told.quote) < RIGHT_BEHIND
