"""The paragraph around a quote, in one line: what linking and comparing read of a document's text."""

from __future__ import annotations

import re
from collections.abc import Sequence

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
from numpy.typing import NDArray

from factcheck.compiled import compiled

CONTEXT = 600
"""Most characters of a paragraph."""

FEW = 500
"""Quotes up to which the paragraphs are made one by one: loading the loop takes longer."""

_UNKNOWN = re.compile(r"[ \t]{4,}")
"""Between the quotes of a document that is known by its claims only stand blanks: nobody knows what was said
there."""

Ints = NDArray[np.int64]
Bytes = NDArray[np.uint8]


def paragraph(text: str, start: int, length: int) -> str:
    """The paragraph around a quote that stands at ``start`` in the text; at most ``CONTEXT`` characters."""
    spare = max(0, CONTEXT - length) // 2
    first, last = max(0, start - spare), min(len(text), start + length + spare)
    begin, end = text.rfind("\n", first, start) + 1, text.find("\n", start + length, last)
    told = text[max(begin, first) : last if end < 0 else end].strip()
    if "  " in told or "\t" in told:
        told = _UNKNOWN.sub(" ... ", told)
    return " ".join(told.split())[:CONTEXT]


def paragraphs(
    texts: Sequence[str] | pa.Array, which: Sequence[int] | Ints, starts: Sequence[int] | Ints,
    lengths: Sequence[int] | Ints,
) -> pa.Array:  # fmt: skip
    """``paragraph`` of each of many quotes, in the text of its number (``which``); as Arrow's large strings."""
    places = np.array([which, starts, lengths], np.int64)
    if len(which) <= FEW:
        each = texts.to_pylist() if isinstance(texts, pa.Array) else texts
        told = (paragraph(each[k], start, length) for k, start, length in places.T.tolist())
        return pa.array(told, pa.large_string())
    column = texts if isinstance(texts, pa.Array) else pa.array(texts, pa.large_string())
    _, begins, letters = column.buffers()
    read = np.frombuffer(letters, np.uint8) if letters else np.zeros(0, np.uint8)
    plain = np.asarray(pc.string_is_ascii(column).to_numpy(zero_copy_only=False))
    out, ends = np.empty(len(which) * CONTEXT * 4, np.uint8), np.zeros(len(which) + 1, np.int64)
    _lay_out.machine(read, np.frombuffer(begins, np.int64, len(column) + 1), plain, places, out, ends)
    return pa.LargeStringArray.from_buffers(len(which), pa.py_buffer(ends), pa.py_buffer(out[: ends[-1]].copy()))


@compiled
def _lay_out(read: Bytes, begins: Ints, plain: NDArray[np.bool_], places: Ints, out: Bytes, ends: Ints) -> None:
    """The paragraphs one behind the other in ``out``, up to ``ends``. ``plain``: all of a text is ASCII."""
    at = 0
    for k in range(places.shape[1]):
        text, start, length = places[0, k], places[1, k], places[2, k]
        origin, stop = begins[text], begins[text + 1]
        spare = max(0, CONTEXT - length) // 2
        first, behind, last = max(0, start - spare), start + length, start + length + spare  # in characters
        begin, here = min(stop, origin + first), min(stop, origin + start)
        until, end = min(stop, origin + behind), min(stop, origin + last)
        if not plain[text]:
            begin, here, until, end, n = stop, stop, stop, stop, 0
            for p in range(origin, stop):
                if read[p] & 0xC0 != 0x80:
                    begin = p if n == first else begin
                    here = p if n == start else here
                    until = p if n == behind else until
                    end = p if n == last else end
                    n += 1
                    if n > last:
                        break
        while here > begin and read[here - 1] != 10:
            here -= 1
        while until < end and read[until] != 10:
            until += 1
        amount = 0  # of characters
        blank, run, gaps = False, 0, 0  # since the last one: a blank, blanks in a row, gaps in what is known
        while here < until and amount < CONTEXT:
            c, size = np.int64(read[here]), 1
            if c >= 0xF0:
                size = 4
            elif c >= 0xE0:
                size = 3
                c = (c & 0x0F) << 12 | (np.int64(read[here + 1]) & 0x3F) << 6 | np.int64(read[here + 2]) & 0x3F
            elif c >= 0xC0:
                size = 2
                c = (c & 0x1F) << 6 | np.int64(read[here + 1]) & 0x3F
            low = c == 32 or 9 <= c <= 13 or 28 <= c <= 31 or c == 0x85 or c == 0xA0
            if low or c == 0x1680 or 0x2000 <= c <= 0x200A or c in (0x2028, 0x2029, 0x202F, 0x205F, 0x3000):
                blank = True
                run = run + 1 if c == 32 or c == 9 else 0
                gaps += run == 4
                here += size
                continue
            if blank and amount:
                for letter in range(4 * gaps + 1):
                    if amount < CONTEXT:
                        out[at] = 46 if letter % 4 else 32
                        at += 1
                        amount += 1
            if amount < CONTEXT:
                for byte in range(here, here + size):
                    out[at] = read[byte]
                    at += 1
                amount += 1
            here += size
            blank, run, gaps = False, 0, 0
        ends[k + 1] = at
