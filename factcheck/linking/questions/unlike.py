"""Counts that were put under one question, parted where they hardly answer it all, by what was learnt."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations

import numpy as np
from scipy.cluster.hierarchy import fcluster, linkage

from factcheck.language.naming import name_key
from factcheck.linking.likeness import Told, chance
from factcheck.linking.questions.counted import Count
from factcheck.linking.table import UNKNOWN

LEAST = 0.2
"""Mean chance of one question below which two parts of a group go apart; see ``python -m bench.questions``."""

MOST = 60
"""Larger groups stay as they are: their pairs would be too many, and they are mostly of one sentence."""

Group = list[Count]


def part_unlike(groups: Sequence[Group]) -> list[Group]:
    """The groups, those of claims that came as records in parts where learnt weights say that they ask two things.

    Of claims that are read from texts the day, the place or whom they count is wrong too often to go by.
    """
    return [part for group in groups for part in _parts(group)]


def _parts(group: Group) -> list[Group]:
    if not 1 < len(group) <= MOST or not all(c.recorded for c in group) or len(set(map(said, group))) == 1:
        return [group]
    told = [told_of(c) for c in group]
    unlike = [1 - chance(a, b) for a, b in combinations(told, 2)]
    number = fcluster(linkage(np.array(unlike), "average"), 1 - LEAST, "distance")
    parts: dict[int, Group] = {}
    for c, n in zip(group, number.tolist(), strict=True):
        parts.setdefault(n, []).append(c)
    return list(parts.values())


def said(c: Count) -> tuple[object, ...]:
    """Whom a count counts, when and where, as it is written."""
    return c.victims, c.place, c.first, c.last


def told_of(c: Count) -> Told:
    """A count as likeness looks at it."""
    first, last = (c.first, c.last) if UNKNOWN not in (c.first, c.last) else (None, None)
    return Told(
        c.kind, c.document, c.start, c.place, first, last, name_key(c.voice), c.claimant_side, c.own_voice,
        c.victims, c.quote, c.subject, c.figure, c.size if c.size >= 0 else None,
    )  # fmt: skip
