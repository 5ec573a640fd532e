"""Words of texts counted, and rows of counts put together."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from scipy import sparse

from factcheck.linking.loops import compiled

Ints = NDArray[np.int64]
Small = NDArray[np.int32]
Floats = NDArray[np.float64]


def counted(piece: Small, pieces: Ints, begin: Ints, word: Small, width: int) -> sparse.csr_array:
    """How often each text has each word. ``piece``: the pieces of all texts, of which each text has so many
    (``pieces``); the words of piece k stand in ``word`` from ``begin[k]`` to ``begin[k + 1]``."""
    stops = np.r_[0, np.cumsum(pieces)]
    most = int((begin[1:] - begin[:-1])[piece].sum())
    column, data, ends = np.empty(most, np.int32), np.empty(most), np.zeros(len(stops), np.int64)
    _count(piece, stops, begin, word, column, data, ends)
    return _matrix(data, column, ends, width)


@compiled
def _count(piece: Small, stops: Ints, begin: Ints, word: Small, column: Small, data: Floats, ends: Ints) -> None:
    at = 0
    for text in range(len(stops) - 1):
        top = at
        for k in range(stops[text], stops[text + 1]):
            for place in range(begin[piece[k]], begin[piece[k] + 1]):
                column[top] = word[place]
                top += 1
        column[at:top].sort()
        kept = at
        for place in range(at, top):
            if kept > at and column[kept - 1] == column[place]:
                data[kept - 1] += 1.0
            else:
                column[kept], data[kept] = column[place], 1.0
                kept += 1
        at = kept
        ends[text + 1] = at


def added(rows: sparse.csr_array, picked: Ints, stops: Ints) -> sparse.csr_array:
    """Sums of rows, whose columns stand in order: sum k is that of the rows ``picked[stops[k]:stops[k + 1]]``."""
    inner, size = rows.indptr.astype(np.int64, copy=False), np.diff(rows.indptr)
    most = int(size[picked].sum())
    column, data, ends = np.empty(most, np.int32), np.empty(most), np.zeros(len(stops), np.int64)
    widest = int(size.max(initial=0)) * int(np.diff(stops).max(initial=0))
    held = np.empty(min(most, widest), np.int32), np.empty(min(most, widest))
    _add(rows.data, rows.indices.astype(np.int32, copy=False), inner, picked, stops, column, data, ends, *held)
    return _matrix(data, column, ends, rows.shape[1])


@compiled
def _add(
    values: Floats, columns: Small, inner: Ints, picked: Ints, stops: Ints, column: Small, data: Floats,
    ends: Ints, held: Small, weight: Floats,
) -> None:  # fmt: skip
    """Merges one row after the other into the sum so far, which is ``held`` meanwhile."""
    at = 0
    for k in range(len(stops) - 1):
        top = at
        for place in range(stops[k], stops[k + 1]):
            one, stop = inner[picked[place]], inner[picked[place] + 1]
            size = top - at
            for n in range(size):
                held[n], weight[n] = column[at + n], data[at + n]
            n = 0
            top = at
            while n < size or one < stop:
                if one == stop or (n < size and held[n] < columns[one]):
                    column[top], data[top] = held[n], weight[n]
                    n += 1
                elif n == size or columns[one] < held[n]:
                    column[top], data[top] = columns[one], values[one]
                    one += 1
                else:
                    column[top], data[top] = held[n], weight[n] + values[one]
                    n += 1
                    one += 1
                top += 1
        at = top
        ends[k + 1] = at


def weighed(counts: sparse.csr_array, rarity: Floats) -> sparse.csr_array:
    """Counts times the rarity of their columns, a count as 1 + its logarithm, every row of length 1."""
    data = counts.data.copy()
    most = int(data.max(initial=0))
    says = 1 + np.log(np.maximum(np.arange(most + 1), 1))
    _weigh(
        data, counts.indices.astype(np.int32, copy=False), counts.indptr.astype(np.int64, copy=False), rarity, says
    )
    return sparse.csr_array((data, counts.indices, counts.indptr), shape=counts.shape)


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


def _matrix(data: Floats, column: Small, ends: Ints, width: int) -> sparse.csr_array:
    kept = int(ends[-1])
    matrix = sparse.csr_array((data[:kept].copy(), column[:kept].copy(), ends), shape=(len(ends) - 1, width))
    matrix.has_sorted_indices = True
    return matrix
