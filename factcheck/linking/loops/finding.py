"""Where quotes stand in their texts, by the bytes of both."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from factcheck.linking.loops import compiled

Ints = NDArray[np.int64]
Bytes = NDArray[np.uint8]

NOWHERE, AT_THE_END = -2, -1


def behind_quotes(texts: tuple[Ints, Bytes], quotes: tuple[Ints, Bytes]) -> Ints:
    """The byte that stands in each text behind its quote; ``AT_THE_END``, or ``NOWHERE`` where it has no such
    quote. Of both: where each begins, and the last ends, and the bytes of all."""
    out = np.full(len(texts[0]) - 1, NOWHERE)
    _find(*texts, *quotes, out)
    return out


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
