"""Few of many pairs: those of some scenes."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from factcheck.linking.loops import compiled

Ints = NDArray[np.int64]
Small = NDArray[np.int32]
Flags = NDArray[np.bool_]


def touching(left: Small, right: Small, some: Flags) -> Ints:
    """The places of the pairs of which one end or both are among the scenes."""
    chosen = np.zeros(len(left), dtype=bool)
    _touch(left, right, some, chosen)
    return np.flatnonzero(chosen)


@compiled
def _touch(left: Small, right: Small, some: Flags, chosen: Flags) -> None:
    for k in range(len(left)):
        chosen[k] = some[left[k]] or some[right[k]]
