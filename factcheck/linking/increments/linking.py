"""What is kept of claims that are linked, so that more can be linked to them. It holds no texts."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from factcheck.linking.incidents.known import Known
from factcheck.linking.increments.groups import Groups, Pairs
from factcheck.linking.increments.stored import Held, Index, Stored
from factcheck.linking.weights import Weights

Ints = NDArray[np.int64]
Flags = NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class Linking:
    """Linked claims as numbers: a document, a row a claim, a scene. Made by ``link_anew``, never changed."""

    held: Held
    scene: NDArray[np.int32]  # of each row
    stored: Stored
    groups: Groups
    pairs: tuple[Pairs, ...]
    index: tuple[Index, ...]
    known: Known
    counted: int  # claims among which it was counted how common things are
    weights: Weights

    @property
    def alive(self) -> Flags:
        """Which documents were not read again, under another number, since."""
        alive = np.zeros(len(self.held), dtype=bool)
        alive[self.stored.document[self.stored.alive]] = True
        return alive

    @property
    def claims(self) -> int:
        """How many claims are linked."""
        return int(self.held.size[self.alive].sum())

    @property
    def incident(self) -> Ints:
        """The incident of each scene: a number that all its scenes have."""
        return self.groups.incident[self.stored.first]

    def documents(self, scenes: Flags) -> Flags:
        """The documents of some scenes."""
        flag = np.zeros(len(self.held), dtype=bool)
        flag[self.stored.document[scenes & self.stored.alive]] = True
        return flag

    def families(self, scenes: Flags | Ints) -> Flags:
        """The documents of some scenes, of their copies, and of all that hang together with them so."""
        family = np.zeros(len(self.stored.head), dtype=bool)
        family[self.stored.family[scenes]] = True
        return self.documents(family[self.stored.family])

    def order(self, scenes: Ints) -> Ints:
        """The scenes in the order of the claims' table."""
        document = np.unique(self.held.document[self.stored.document[scenes]], return_inverse=True)[1]
        return scenes[np.lexsort((scenes, document))]
