"""One city or the whole country, one strike or all of them: figures of one voice that differ in scope."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from math import log

from factcheck.linking.places.places import Relation, is_wide, relation
from factcheck.linking.questions.counted import Count

AREA_KINDS = frozenset({"attendance", "displaced", "missing"})
"""Kinds whose figures are given for one city and for the whole country side by side; place makes the question."""

SAME_AREA, SAME_TOLL = 1.05, 2.5
"""Two figures of one voice in one text are two answers to two questions when one is more than so many times
the other;
a toll may have been revised between them (5,300 and 3,200), a count of marchers is not."""

MOST_OF_A_VOICE = 60
"""Counts of one voice in one text that are looked at for what it tells apart."""

ELSEWHERE = re.compile(r"\b(?:elsewhere|outside|other|rest of|remaining|further .{0,20}in)\b", re.I)
_WHOLE = re.compile(
    r"\b(?:nationwide|countrywide|across (?:the )?(?:country|\w+)"
    r"|in (?:the )?(?:whole |all )?(?:of )?(?:the )?country|in all of)\b",
    re.I,
)


def by_area(counts: Sequence[Count]) -> list[list[Count]]:
    """The groups of counts that speak of the same area: by their places, then by what one voice tells apart."""
    return [part for area in _by_place(counts) for part in _by_voice(area)]


def _by_place(counts: Sequence[Count]) -> list[list[Count]]:
    strict = counts[0].kind in AREA_KINDS
    areas: list[list[Count]] = []
    for c in sorted(counts, key=lambda c: (not c.place, c.row)):
        fitting = next((a for a in areas if _same_area(c, a[0], strict=strict)), None)
        if fitting is None and not c.place and areas:
            fitting = _default(c, areas)
        if fitting is None:
            areas.append([c])
        else:
            fitting.append(c)
    return areas


def _same_area(a: Count, b: Count, *, strict: bool) -> bool:
    if bool(ELSEWHERE.search(a.place)) != bool(ELSEWHERE.search(b.place)):
        return False
    if not strict:
        return True
    if not a.place or not b.place:
        return a.place == b.place
    if _is_whole(a.place) and _is_whole(b.place):
        return True
    return relation(a.place, b.place) is Relation.SAME and is_wide(a.place) == is_wide(b.place)


def _is_whole(place: str) -> bool:
    return is_wide(place) or place in ("across the country", "throughout the country")


def _default(c: Count, areas: list[list[Count]]) -> list[Count]:
    if _WHOLE.search(c.near):
        wide = [a for a in areas if is_wide(a[0].place)]
        if wide:
            return wide[0]
    return max(areas, key=lambda a: (len(a), -a[0].row))


def _by_voice(counts: list[Count]) -> list[list[Count]]:
    """Apart what one voice tells apart: several figures in one text, none of them called an earlier one.

    The voice that tells most figures apart makes the questions; those of the others go to the nearest.
    """
    voices: dict[tuple[str, str], list[Count]] = defaultdict(list)
    for c in counts:
        voices[c.document, c.voice].append(c)
    told = [_told_apart(members) for members in voices.values()]
    seeds = max(told, key=lambda t: (len(t), -t[0].row if t else 0), default=[])
    if len(seeds) < 2:
        return [counts]
    if counts[0].kind in AREA_KINDS:
        voices = _sides_of_one_text(voices, seeds[0])
    seeds = sorted(seeds, key=lambda s: -s.size)
    groups: list[list[Count]] = [[] for _ in seeds]
    for members in voices.values():
        for c, seed in zip(members, _seats(members, seeds), strict=True):
            groups[seed].append(c)
    return [sorted(g, key=lambda c: c.row) for g in groups if g]


def _sides_of_one_text(
    voices: dict[tuple[str, str], list[Count]], seed: Count
) -> dict[tuple[str, str], list[Count]]:
    """In the text of the seeds, all other voices as one: a ministry counts the country, its prefecture a city."""
    merged: dict[tuple[str, str], list[Count]] = defaultdict(list)
    for (document, voice), members in voices.items():
        beside = document == seed.document and voice != seed.voice
        merged[document, "" if beside else voice].extend(members)
    return merged


def _told_apart(members: list[Count]) -> list[Count]:
    """One count for each clearly different figure of a voice in one text; none when a time tells them apart."""
    if all(m.own_voice for m in members):
        return []
    kept: list[Count] = []
    for c in members[:MOST_OF_A_VOICE]:
        new = c.size >= 0 and not c.timed and not any(_close(c, k) for k in kept)
        if new and (not kept or c.kind in AREA_KINDS or _other_place(c, kept)):
            kept.append(c)
    return kept if not any(k.timed for k in members) else []


def _other_place(c: Count, kept: list[Count]) -> bool:
    """A toll is told apart only where its place is: two figures for one place are rivals, or one is wrong."""
    return all(relation(c.place, k.place) is Relation.FAR for k in kept)


def _close(a: Count, b: Count) -> bool:
    low, high = sorted((a.size, b.size))
    ratio = SAME_AREA if a.kind in AREA_KINDS else SAME_TOLL
    return high <= ratio * low or high == low or _meet(a, b)


def _meet(a: Count, b: Count) -> bool:
    (low_a, high_a), (low_b, high_b) = a.figure, b.figure
    top_a, top_b = (h if h >= 0 else float("inf") for h in (high_a, high_b))
    return max(low_a, low_b) <= min(top_a, top_b)


def _seats(members: list[Count], seeds: list[Count]) -> list[int]:
    """The seed of each count of one voice: by rank when it tells as many apart, else the nearest."""
    told = sorted(_told_apart(members), key=lambda c: -c.size)
    if len(told) == len(seeds):
        rank = {id(c): n for n, c in enumerate(told)}
        return [rank.get(id(c), _nearest(c, told)) for c in members]
    return [_nearest(c, seeds) for c in members]


def _nearest(c: Count, seeds: list[Count]) -> int:
    return max(range(len(seeds)), key=lambda n: (_likeness(c, seeds[n]), -n))


def _likeness(c: Count, seed: Count) -> float:
    place = {Relation.SAME: 2.0, Relation.NEAR: 0.5, Relation.WITHIN: 0.5, Relation.FAR: -1.0}
    score = place.get(relation(c.place, seed.place), 0.0)
    if c.size < 0:
        return score
    return score + (3.0 if c.size == seed.size else -abs(log((c.size + 1) / (seed.size + 1))))
