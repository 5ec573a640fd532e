"""Claims that came as records, without their text: the words for who is counted are all that is known, and whoever
wrote the record chose them. One phrase for one place and time is one question, whatever the quote adds: "the dead"
of "five of them" are, in a record of "miners", the miners.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence

from factcheck.linking.counted import Count

LONG_DAYS = 45
"""Longer times are one only when they are the same: a war's dead to January and to March are two figures."""

Group = list[Count]


def join_recorded(groups: Sequence[Group]) -> list[Group]:
    """The groups; records that count the same people of one place in the same words stand in that of most of
    them."""
    home = {c.row: number for number, group in enumerate(groups) for c in group}
    moved = False
    for alike in _alike(groups):
        often = Counter(home[c.row] for c in alike)
        best = min(often, key=lambda number: (-often[number], -len(groups[number]), number))
        moved |= len(often) > 1
        home.update({c.row: best for c in alike})
    if not moved:
        return list(groups)
    made: dict[int, Group] = defaultdict(list)
    for c in (c for group in groups for c in group):
        made[home[c.row]].append(c)
    return [sorted(group, key=lambda c: c.row) for group in made.values()]


def _alike(groups: Sequence[Group]) -> Iterator[list[Count]]:
    """Counts of records in the same words, of one place and of days that meet."""
    told: dict[tuple[str, str, object], list[Count]] = defaultdict(list)
    for c in (c for group in groups for c in group if c.recorded and c.victims):
        wide = c.last - c.first > LONG_DAYS
        told[
            c.victims.casefold(), c.place.casefold().partition(",")[0], (c.first, c.last) if wide else None
        ].append(c)
    for counts in told.values():
        alike: list[Count] = []
        for c in sorted(counts, key=lambda c: (c.first, c.last, c.row)):
            if alike and c.first > max(o.last for o in alike):
                yield alike
                alike = []
            alike.append(c)
        yield alike
