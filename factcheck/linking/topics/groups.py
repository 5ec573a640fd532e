"""The questions among the charges, states and denials of one incident: the likeliest pairs are joined first."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import combinations

import numpy as np
from numpy.typing import NDArray

from factcheck.linking.topics.behind import right_behind
from factcheck.linking.topics.denials import ALIKE, answers
from factcheck.linking.topics.likeness import AT_LEAST, chance
from factcheck.linking.topics.near import MOST_COUNTS, nearest
from factcheck.linking.topics.signs import pair_of
from factcheck.linking.topics.topic import Topic

LEAST_RECORDED, LEAST_READ, LEAST_GISTS = 0.35, 0.25, 0.09
"""The chance of a pair from which it answers one question: when both came as records, when one is read from a
text, and when gists of both are known, which tell best of what is not one. Two groups are joined where the chances
of their pairs, divided by these, are 1 on average; set on the sets that ``bench.gists`` leaves out and the three
that nobody reads."""

COUNT_FOR_IT = 0.15
"""Laid on how well a denial answers a count (``ALIKE`` at least), which makes it a chance among the others."""

MOST = 60
"""Topics of an incident that are weighed each with each; later ones join the groups of these."""

FIRST_OF_GROUP = 8
"""Topics of a group that a later one is weighed with."""

Group = list[Topic]
Replies = dict[int, int]
Floats = NDArray[np.float64]


def group_topics(topics: Sequence[Topic], counts: Sequence[Topic]) -> tuple[list[Group], Replies]:
    """The questions among the topics of one incident; and denials that answer a count: row -> the count's row."""
    behind = right_behind([t for t in (*topics, *counts) if not t.recorded])
    groups, replies = _Joining(topics[:MOST], counts, behind).done()
    for late in topics[MOST:]:
        _join_late(late, groups, counts, replies)
    return groups, replies


class _Joining:
    """Groups of topics on the way: each begins alone, and the two that are likeliest one are joined."""

    def __init__(self, topics: Sequence[Topic], counts: Sequence[Topic], behind: Mapping[int, Topic]) -> None:
        self.groups: dict[int, Group] = {n: [t] for n, t in enumerate(topics)}
        self.told = {n: _told(t, counts) for n, t in enumerate(topics) if t.kind == "denial"}
        self.sum = np.zeros((len(topics), len(topics)))
        self.pairs = np.zeros_like(self.sum)
        for (a, one), (b, other) in combinations(enumerate(topics), 2):
            if pair_of(one, other) is not None:
                sure = chance(one, other)
                if behind.get(one.row) is other or behind.get(other.row) is one:
                    sure = max(sure, AT_LEAST)
                self.sum[a, b] = self.sum[b, a] = sure / least(one, other)
                self.pairs[a, b] = self.pairs[b, a] = 1

    def done(self) -> tuple[list[Group], Replies]:
        """Joins until none are likely enough."""
        replies: Replies = {}
        while True:
            sure, a, b = self._likeliest()
            answer, of, row = self._best_answer()
            if max(sure, answer) < 1.0:
                return list(self.groups.values()), replies
            if answer > sure:
                replies.update({t.row: row for t in self.groups[of]})
                self._close(of)
            else:
                self._join(a, b)

    def _likeliest(self) -> tuple[float, int, int]:
        if not self.sum.size:
            return 0.0, 0, 0
        mean = np.divide(self.sum, self.pairs, out=np.zeros_like(self.sum), where=self.pairs > 0)
        a, b = divmod(int(mean.argmax()), len(mean))
        return float(mean[a, b]), min(a, b), max(a, b)

    def _best_answer(self) -> tuple[float, int, int]:
        """How sure a group of denials answers a count, by what is asked; the group and the count's row."""
        found = [
            (total / len(self.groups[of]), -of, row)
            for of, told in self.told.items()
            for row, total in told.items()
            if total >= ALIKE * len(self.groups[of])
        ]
        best = max(found, default=None)
        return (0.0, 0, 0) if best is None else (_answering(best[0]), -best[1], best[2])

    def _join(self, a: int, b: int) -> None:
        self.groups[a].extend(self.groups[b])
        for table in (self.sum, self.pairs):
            table[a] += table[b]
            table[:, a] += table[:, b]
            table[a, a] = 0
        kinds = {t.kind for t in self.groups[a]}
        mine, theirs = self.told.pop(a, {}), self.told.pop(b, {})
        if kinds == {"denial"}:
            self.told[a] = {row: mine.get(row, 0) + theirs.get(row, 0) for row in {**mine, **theirs}}
        self._close(b)
        for other, group in self.groups.items():
            if {"blame", "status"} <= kinds | {t.kind for t in group}:
                self.sum[[a, other], [other, a]] = self.pairs[[a, other], [other, a]] = 0

    def _close(self, at: int) -> None:
        del self.groups[at]
        self.told.pop(at, None)
        self.sum[at] = self.pairs[at] = 0
        self.sum[:, at] = self.pairs[:, at] = 0


def _told(denial: Topic, counts: Sequence[Topic]) -> dict[int, float]:
    """How well a denial answers the counts: by their rows."""
    near = counts if len(counts) <= MOST_COUNTS else nearest(denial, counts)
    return {c.row: well for c in near if not c.part and (well := answers(denial, c)) > 0}


def least(a: Topic, b: Topic) -> float:
    """The chance from which two topics answer one question."""
    if a.recorded and b.recorded:
        return LEAST_RECORDED
    return LEAST_GISTS if a.gist and b.gist else LEAST_READ


def _answering(well: float) -> float:
    """How sure a denial that answers a count so well is to answer it, by what is asked."""
    return (well + COUNT_FOR_IT) / LEAST_READ


def _join_late(late: Topic, groups: list[Group], counts: Sequence[Topic], replies: Replies) -> None:
    """One topic more joins the group or answers the count that is likeliest, or begins a group."""
    sure, at = max(((_mean(late, g), -n) for n, g in enumerate(groups)), default=(0.0, 0))
    told = _told(late, counts) if late.kind == "denial" else {}
    answer, row = max(((well, -row) for row, well in told.items() if well >= ALIKE), default=(0.0, 0))
    if answer and _answering(answer) > sure:
        replies[late.row] = -row
    elif sure >= 1.0:
        groups[-at].append(late)
    else:
        groups.append([late])


def _mean(topic: Topic, group: Group) -> float:
    """Mean chance of the first of a group, by what is asked; 0 where a state stands among charges."""
    if {"blame", "status"} <= {topic.kind, *(t.kind for t in group)}:
        return 0.0
    first = group[:FIRST_OF_GROUP]
    return sum(chance(topic, other) / least(topic, other) for other in first) / len(first)
