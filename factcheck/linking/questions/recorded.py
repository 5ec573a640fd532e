"""Claims that came as records, without their text: the words for who is counted are all that is known, and whoever
wrote the record chose them. One phrase for one place and time is one question, whatever the quote adds: "the dead"
of "five of them" are, in a record of "miners", the miners.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence

from factcheck.linking.questions.counted import Count
from factcheck.linking.table import UNKNOWN

LONG_DAYS = 45
"""Longer times are one only when they are the same: a war's dead to January and to March are two figures."""

HAPPENED = frozenset({"attendance", "killed", "wounded", "casualties", "destroyed", "seized"})
"""Kinds that count what happened on some days; how many are held, missing or displaced is told of the day of the
count."""

NIGHT = 1
"""Days between two days that may be one night."""

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


def part_by_days(groups: Sequence[Group]) -> list[Group]:
    """The groups, those of records divided that tell of several happenings, each on days of its own: a march in
    December and one in February. Unknown days go with most of the others."""
    return [part for group in groups for part in (_by_days(group) if _may_have_days(group) else [group])]


def _may_have_days(group: Group) -> bool:
    if len(group) < 2 or group[0].kind not in HAPPENED:
        return False
    return all(c.recorded and not c.subject.measure for c in group)


def _by_days(group: Group) -> Iterator[Group]:
    parts: list[Group] = []
    last = UNKNOWN
    for c in sorted(group, key=lambda c: (c.first, c.last, c.row)):
        if c.first == UNKNOWN:
            continue
        if not parts or c.first > last + NIGHT:
            parts.append([])
        parts[-1].append(c)
        last = max(last, c.last)
    if len(parts) < 2:
        yield group
        return
    undated = [c for c in group if c.first == UNKNOWN]
    max(parts, key=lambda part: (len(part), -part[0].row)).extend(undated)
    yield from (sorted(part, key=lambda c: c.row) for part in parts)
