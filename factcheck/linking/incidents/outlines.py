"""Outlines: what grouping looks at in scenes beside the scores of their pairs."""

from __future__ import annotations

from dataclasses import dataclass, fields

import numpy as np
from numpy.typing import NDArray

from factcheck.linking.scenes import Scenes
from factcheck.linking.table import NARROW_DAYS, UNKNOWN

Ints = NDArray[np.int64]
Flags = NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class Outlines:
    """Days and sorts of scenes, a place in each array a scene."""

    published: Ints
    first: Ints
    last: Ints
    topical: Flags
    standing: Flags
    main: Flags  # the main matter of its document
    told: NDArray[np.int8]  # how sure its day is, as ``stories.told_days`` gives it

    @classmethod
    def of(cls, scenes: Scenes, main: Flags, told: NDArray[np.int8]) -> Outlines:
        """Of scenes of which it is known which are the main matter, and how sure their days are."""
        return cls(scenes.published, scenes.first, scenes.last, scenes.topical, scenes.standing, main, told)

    def __len__(self) -> int:
        return len(self.first)

    def __add__(self, other: Outlines) -> Outlines:
        return Outlines(*(np.concatenate([getattr(o, f.name) for o in (self, other)]) for f in fields(Outlines)))

    @property
    def dated(self) -> Flags:
        """True for those with a date, however wide."""
        return np.asarray(self.first != UNKNOWN)

    @property
    def narrow(self) -> Flags:
        """True for those whose date says when."""
        return np.asarray(self.dated & (self.last - self.first < NARROW_DAYS))

    def only(self, some: Ints) -> Outlines:
        """Some of them, in the order given."""
        return Outlines(*(getattr(self, f.name)[some] for f in fields(Outlines)))
