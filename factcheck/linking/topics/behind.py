"""What stands right behind another's word in one paragraph, with no other claim between: a denial answers the
charge or state before it, a state is of what the state before it is of, in whatever words."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from itertools import pairwise

from factcheck.linking.topics.states import ONE_OF_ITS_KIND
from factcheck.linking.topics.topic import Topic

RIGHT_BEHIND = 40
"""Characters from the end of one quote to the beginning of the next: room for a full stop, for who denies and for
a word for it; set on the marked reports, where at this distance three in four denials without a word in common
deny what stands before them, and at twice as many every second."""

SIDE_BY_SIDE = 80
"""The same for two states without words in common, of which three in four are of one thing: a text that goes on at
once with the word of another does so because it differs."""


def right_behind(topics: Iterable[Topic]) -> Mapping[int, Topic]:
    """By the rows of denials, the charge or state of another that stands right before them; by those of states,
    the state of another.

    The mayor says that the lorries were sent to the camp; nothing has come since spring, its warden says.
    """
    ordered = sorted(topics, key=lambda t: (t.document, t.start))
    return {later.row: told for told, later in pairwise(ordered) if _is_right_behind(later, told)}


def _is_right_behind(later: Topic, told: Topic) -> bool:
    if later.document != told.document or not later.paragraph or later.paragraph != told.paragraph:
        return False
    if later.voice == told.voice or (later.speaker and later.speaker == told.speaker):
        return False
    away = later.start - told.start - len(told.quote)
    if later.kind == "denial":
        return told.kind in ("blame", "status") and away < RIGHT_BEHIND
    if not later.kind == told.kind == "status" or _of_other_matters(later, told):
        return False
    return bool(later.voice and told.voice) and away < SIDE_BY_SIDE


def _of_other_matters(a: Topic, b: Topic) -> bool:
    if a.about and b.about:
        return not a.about & b.about
    return bool((a.about | b.about) & ONE_OF_ITS_KIND)
