"""One question in other words: groups of counts that differ in their nouns and count the same people.

"523 boys" and "523 captives" of one voice, "a teacher" and "one teacher", "five of them civilians" and "nine
civilians": what joins them is the figure that one voice gives for both, or the noun. Two figures of one voice in
one text keep two groups apart.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import lru_cache

import numpy as np

from factcheck.linking.incidents.clustering import groups as joined
from factcheck.linking.questions.counted import Count, told_apart
from factcheck.linking.questions.whose import TELLING_FIGURE

ANYBODY = frozenset({"people", "civilian", "child", ""})
"""Roles between which texts choose freely: boys, students, captives, residents."""

_OF_THEIR_OWN = frozenset({"civilian", "police"})
"""Roles that say enough to tell a part of a total by: "five of them civilians"."""

_AGED = re.compile(
    r"\b(?P<years>\d{1,3})[- ]years?[- ]olds?\b|\b(?:[A-Z][\w.'’-]+|man|woman|boy|girl|victim),?"
    r" (?:aged |who was )?"
    r"(?P<behind>\d{1,3})(?=[,.;)]|$)"
)
"""What tells one person from another where no name is known: "a 24-year-old man", "Marcus Bell, 24"."""

Group = list[Count]


def join_reworded(groups: Sequence[Group]) -> list[Group]:
    """The groups, those that count the same in other words made one, in the order of their first claims."""
    if len(groups) < 2:
        return list(groups)
    left, right = [], []
    for one, other in _alike(groups):
        if not told_apart(groups[one], groups[other]):
            left.append(one)
            right.append(other)
    if not left:
        return list(groups)
    label = joined(len(groups), np.array(left, dtype=np.int64), np.array(right, dtype=np.int64)).tolist()
    made: dict[int, Group] = defaultdict(list)
    for number, group in zip(label, groups, strict=True):
        made[number] += group
    return [sorted(group, key=lambda c: c.row) for group in made.values()]


def _alike(groups: Sequence[Group]) -> Iterator[tuple[int, int]]:
    """Pairs of groups, neighbours among those that share a figure of one voice, or a noun."""
    held: dict[object, int] = {}
    for number, group in enumerate(groups):
        for key in {key for c in group for key in _keys(c, group)}:
            if key in held and held[key] != number:
                yield held[key], number
            held[key] = number


def _keys(c: Count, group: Group) -> Iterator[object]:
    s = c.subject
    if s.more and all(m.subject.more for m in group):
        return
    if c.size >= TELLING_FIGURE and s.role in ANYBODY:
        yield "figure", s.side, s.measure, c.voice.casefold(), c.figure
    if c.size == 1 and (age := age_in(c.victims, c.quote)) and all(m.size == 1 for m in group):
        yield "aged", s.side, age
    if not s.measure and all(m.size in (0, 1) for m in group) and (s.words or s.role == "police"):
        yield "one", s.side, s.role, s.words
    told = s.role in _OF_THEIR_OWN or (s.role == "fighter" and s.side is not None) or (s.role == "" and s.words)
    if told and all((m.subject.role, m.subject.words) == (s.role, s.words) for m in group):
        yield "role", s.side, s.role, s.measure, s.words


@lru_cache(maxsize=50_000)
def age_in(victims: str, quote: str) -> str:
    """The age that tells a person, as the text has it; '' when it says none."""
    found = _AGED.search(victims) or _AGED.search(quote)
    return (found["years"] or found["behind"]) if found else ""
