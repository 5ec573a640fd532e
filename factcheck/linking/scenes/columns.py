"""All scenes as columns."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from factcheck.linking.table import NARROW_DAYS, UNKNOWN


@dataclass(frozen=True, slots=True)
class Scenes:
    """All scenes as columns, a place in each array a scene; those of one document stand together, in its order."""

    document: NDArray[np.int64]  # number of the document
    published: NDArray[np.int64]
    first: NDArray[np.int64]
    last: NDArray[np.int64]
    topical: NDArray[np.bool_]
    standing: NDArray[np.bool_]
    place: NDArray[np.int64]  # number of its main places in ``places``
    places: list[tuple[str, ...]]
    accused: dict[int, frozenset[str]]  # of topical scenes
    rows: NDArray[np.int64]  # the claims' rows, scene by scene
    begin: NDArray[np.int64]  # where the rows of each scene begin, and the end

    def __len__(self) -> int:
        return len(self.first)

    @property
    def dated(self) -> NDArray[np.bool_]:
        """True for those with a date, however wide."""
        return np.asarray(self.first != UNKNOWN)

    @property
    def narrow(self) -> NDArray[np.bool_]:
        """True for those whose date says when."""
        return np.asarray(self.dated & (self.last - self.first < NARROW_DAYS))

    def only(self, kept: NDArray[np.int64]) -> Scenes:
        """Some of them, in the order of their numbers; documents are numbered anew."""
        size = np.diff(self.begin)[kept]
        begin = np.r_[0, np.cumsum(size)]
        within = np.arange(int(begin[-1])) - np.repeat(begin[:-1], size)
        _, document = np.unique(self.document[kept], return_inverse=True)
        at = {int(old): new for new, old in enumerate(kept.tolist()) if old in self.accused}
        return Scenes(
            document, self.published[kept], self.first[kept], self.last[kept], self.topical[kept],
            self.standing[kept], self.place[kept], self.places,
            {at[k]: v for k, v in self.accused.items() if k in at},
            self.rows[np.repeat(self.begin[:-1][kept], size) + within], begin,
        )  # fmt: skip

    def first_rows(self, most: int) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
        """The first rows of each scene, at most so many: the scenes' numbers and the rows."""
        number = np.repeat(np.arange(len(self)), np.diff(self.begin))
        kept = np.arange(len(self.rows)) - self.begin[:-1][number] < most
        return number[kept], self.rows[kept]


def times_of(scenes: Scenes) -> NDArray[np.int64]:
    """The day by which scenes are split into weeks, and stand in their blocks."""
    return np.where(scenes.dated, scenes.first, np.where(scenes.published != UNKNOWN, scenes.published, 0))


def in_time(scenes: Scenes) -> NDArray[np.int64]:
    """The scenes in the order of time."""
    return np.argsort(times_of(scenes), kind="stable")
