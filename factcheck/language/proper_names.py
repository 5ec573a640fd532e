"""The proper names in a text: what tells one news story from another of the same sort, town and week."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
from numpy.typing import NDArray

from factcheck.compiled import compiled

_PIECE = re.compile(r"[^\W\d_][\w’'-]*|[.!?:;\n\"“”|]")
_POSSESSIVE = re.compile(r"['’]s?$")


def proper_names(text: str) -> str:
    """The capitalised words of a text that stand at least once inside a sentence, each as often as it is there.

    The first word of a sentence is capitalised whatever it is; one that is a name mostly stands elsewhere too. A
    headline in capitals lets other words pass: they are common, and weigh little among many texts.
    """
    pieces = _PIECE.findall(text)
    inside = {
        word
        for before, word in zip([".", *pieces], pieces, strict=False)
        if word[0].isupper() and before[0].isalpha() and len(word) > 1
    }
    named = [word for word in pieces if word in inside]
    if "'" in text or "’" in text:
        named = [_POSSESSIVE.sub("", word) for word in named]
    return " ".join(named)


FEW = 500_000
"""Bytes up to which the texts are read one by one: loading the loop takes longer."""


def proper_names_of(texts: Sequence[str] | pa.Array) -> pa.Array:
    """The proper names of each of many texts, as ``proper_names`` gives them; as Arrow's large strings."""
    column = texts if isinstance(texts, pa.Array) else pa.array(texts, pa.large_string())
    if (pc.sum(pc.binary_length(column)).as_py() or 0) <= FEW:
        return pa.array(map(proper_names, column.to_pylist()), pa.large_string())
    _, begins, letters = column.buffers()
    ends = np.frombuffer(begins, np.int64, len(column) + 1)
    read = np.frombuffer(letters, np.uint8)
    told, until, passed = (
        np.empty(len(read), np.uint8),
        np.zeros(len(ends), np.int64),
        np.zeros(len(column), np.uint8),
    )
    _tell_names.machine(read, ends, _sorts(), told, until, passed)
    names = pa.LargeStringArray.from_buffers(len(column), pa.py_buffer(until), pa.py_buffer(told[: until[-1]]))
    others = np.flatnonzero(passed)
    if not len(others):
        return names
    by_hand = names.to_pylist()
    for number in others.tolist():
        by_hand[number] = proper_names(column[number].as_py())
    return pa.array(by_hand, pa.large_string())


_LETTER, _INNER, _UPPER, _ALPHA, _MARK = 1, 2, 4, 8, 16


@cache
def _sorts() -> NDArray[np.uint8]:
    """What each character of the basic plane is to ``_PIECE``, in bits."""
    begins, goes_on, mark = re.compile(r"[^\W\d_]"), re.compile(r"[\w’'-]"), re.compile(r"[.!?:;\n\"“”|]")
    out = np.zeros(0x10000, np.uint8)
    for code in range(0x10000):
        c = chr(code)
        out[code] = (
            _LETTER * (begins.match(c) is not None)
            + _INNER * (goes_on.match(c) is not None)
            + _UPPER * c.isupper()
            + _ALPHA * c.isalpha()
            + _MARK * (mark.match(c) is not None)
        )
    return out


@compiled
def _tell_names(
    read: NDArray[np.uint8], ends: NDArray[np.int64], sorts: NDArray[np.uint8],
    told: NDArray[np.uint8], until: NDArray[np.int64], passed: NDArray[np.uint8],
) -> None:  # fmt: skip
    """The names of each text one behind the other in ``told``, up to ``until``; texts with characters beyond the
    basic plane, or with very many capitalised words, are ``passed`` over."""
    most = 2_000
    begin, end = np.empty(most, np.int64), np.empty(most, np.int64)
    mark, inside = np.empty(most, np.uint64), np.empty(most, np.bool_)
    out = 0
    for text in range(len(ends) - 1):
        at, stop = ends[text], ends[text + 1]
        words, letters, first = 0, 0, np.uint8(0)  # letters: of the word that is being read
        here, number = at, np.uint64(0)
        behind = False  # the piece before begins with a letter
        while at <= stop:
            size, sort = 1, np.uint8(0)
            code = np.int64(0)
            if at < stop:
                code = np.int64(read[at])
                if code >= 0xF0:
                    passed[text] = 1
                    break
                if code >= 0xE0:
                    size = 3
                    code = (
                        (code & 0x0F) << 12 | (np.int64(read[at + 1]) & 0x3F) << 6 | np.int64(read[at + 2]) & 0x3F
                    )
                elif code >= 0xC0:
                    size = 2
                    code = (code & 0x1F) << 6 | np.int64(read[at + 1]) & 0x3F
                sort = sorts[code]
            if letters and not sort & _INNER:
                if first & _UPPER:
                    if words == most:
                        passed[text] = 1
                        break
                    begin[words], end[words], mark[words] = here, at, number
                    inside[words] = behind and letters > 1
                    words += 1
                behind = first & _ALPHA != 0
                letters = 0
            if letters or sort & _LETTER:
                if not letters:
                    here, number, first = at, np.uint64(14695981039346656037), sort
                letters += 1
                number = (number ^ np.uint64(code)) * np.uint64(1099511628211)
            elif sort & _MARK:
                behind = False
            at += size
        start = out
        for word in range(0 if passed[text] else words):
            named, other = inside[word], 0
            while not named and other < words:
                if inside[other] and mark[other] == mark[word]:
                    named, k = end[other] - begin[other] == end[word] - begin[word], 0
                    while named and k < end[word] - begin[word]:
                        named = read[begin[other] + k] == read[begin[word] + k]
                        k += 1
                other += 1
            if named:
                if out > start:
                    told[out] = 32
                    out += 1
                stop = end[word]
                s = stop - (read[stop - 1] == 115)  # a possessive is an apostrophe, with an s or without
                if read[s - 1] == 39:
                    stop = s - 1
                elif read[s - 1] == 0x99 and read[s - 2] == 0x80 and read[s - 3] == 0xE2:
                    stop = s - 3
                for k in range(begin[word], stop):
                    told[out] = read[k]
                    out += 1
        until[text + 1] = out
