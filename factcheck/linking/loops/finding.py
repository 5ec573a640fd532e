"""Where quotes stand in their texts, by the bytes of both."""

from __future__ import annotations

import numpy as np
import pyarrow as pa
from numpy.typing import NDArray
from pandas import Series

from factcheck.linking.loops import compiled

Ints = NDArray[np.int64]
Bytes = NDArray[np.uint8]

NOWHERE, AT_THE_END = -2, -1


def behind_quotes(texts: Series, quotes: Series) -> Ints:
    """The byte that stands in each text behind its quote; ``AT_THE_END``, or ``NOWHERE`` where it has no such
    quote."""
    out = np.full(len(texts), NOWHERE)
    _find(*_letters(texts), *_letters(quotes), out)
    return out


def _letters(texts: Series) -> tuple[Ints, Bytes]:
    """Where each text begins, and the last ends, and the bytes of all."""
    column = pa.array(texts, type=pa.large_string())
    if isinstance(column, pa.ChunkedArray):
        column = column.combine_chunks()
    _, ends, letters = column.buffers()
    held = np.frombuffer(letters, np.uint8) if letters else np.zeros(0, np.uint8)
    return np.frombuffer(ends, np.int64, len(column) + 1, column.offset * 8) if len(column) else np.zeros(
        1, int
    ), held


@compiled
def _find(ends: Ints, letters: Bytes, quote_ends: Ints, quote_letters: Bytes, out: Ints) -> None:
    for k in range(len(out)):
        begin, size = quote_ends[k], quote_ends[k + 1] - quote_ends[k]
        for at in range(ends[k], ends[k + 1] - size + 1):
            same = 0
            while same < size and letters[at + same] == quote_letters[begin + same]:
                same += 1
            if same == size:
                out[k] = letters[at + size] if at + size < ends[k + 1] else AT_THE_END
                break
