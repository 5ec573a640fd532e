"""How much pairs of rows of a sparse matrix have in common."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from scipy import sparse

from factcheck.linking.loops import compiled

Ints = NDArray[np.int64]


class Rows:
    """The rows of a sparse matrix, at hand for many pairs of them."""

    def __init__(self, matrix: sparse.csr_array) -> None:
        self._data, self._width = matrix.data, matrix.shape[1]
        self._column = matrix.indices.astype(np.int32, copy=False)
        self._ends = matrix.indptr.astype(np.int64, copy=False)

    def products(self, left: Ints, right: Ints) -> NDArray[np.float64]:
        """The product of the two rows of each pair; fastest when pairs with one left row stand together."""
        out = np.zeros(len(left))
        if len(self._data) and len(left):
            _products(self._data, self._column, self._ends, left, right, np.zeros(self._width), out)
        return out


@compiled
def _products(
    data: NDArray[np.float64], column: NDArray[np.int32], ends: Ints, left: Ints, right: Ints,
    spread: NDArray[np.float64], out: NDArray[np.float64],
) -> None:  # fmt: skip
    """``spread``: zeros, one a column, over which a left row is laid for all of its pairs."""
    laid = -1
    for k in range(len(left)):
        if left[k] != laid:
            if laid >= 0:
                for at in range(ends[laid], ends[laid + 1]):
                    spread[column[at]] = 0.0
            laid = left[k]
            for at in range(ends[laid], ends[laid + 1]):
                spread[column[at]] = data[at]
        total = 0.0
        for at in range(ends[right[k]], ends[right[k] + 1]):
            total += spread[column[at]] * data[at]
        out[k] = total
