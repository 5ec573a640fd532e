"""Counts of words made weights."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from scipy import sparse

from factcheck.linking.loops import compiled

Ints = NDArray[np.int64]
Small = NDArray[np.int32]
Floats = NDArray[np.float64]


def weighed(counts: sparse.csr_array, rarity: Floats) -> sparse.csr_array:
    """Counts times the rarity of their columns, a count as 1 + its logarithm, every row of length 1; they take the
    place of the counts."""
    data = counts.data
    most = int(data.max(initial=0))
    says = 1 + np.log(np.maximum(np.arange(most + 1), 1))
    _weigh(
        data, counts.indices.astype(np.int32, copy=False), counts.indptr.astype(np.int64, copy=False), rarity, says
    )
    return counts


@compiled
def _weigh(data: Floats, column: Small, ends: Ints, rarity: Floats, says: Floats) -> None:
    for row in range(len(ends) - 1):
        total = 0.0
        for k in range(ends[row], ends[row + 1]):
            data[k] = says[int(data[k])] * rarity[column[k]]
            total += data[k] * data[k]
        length = np.sqrt(total)
        if length > 0:
            for k in range(ends[row], ends[row + 1]):
                data[k] /= length
