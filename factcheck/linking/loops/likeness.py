"""How much pairs of rows of a sparse matrix have in common."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from scipy import sparse

from factcheck.linking.loops import compiled

Ints = NDArray[np.int64]


def products(rows: sparse.csr_array, left: Ints, right: Ints) -> NDArray[np.float64]:
    """The product of the two rows of each pair; fastest when pairs with one left row stand together."""
    out = np.zeros(len(left))
    if rows.nnz:
        columns = rows.indices.astype(np.int32, copy=False), rows.indptr.astype(np.int64, copy=False)
        _products(rows.data, *columns, left, right, np.zeros(rows.shape[1]), out)
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
