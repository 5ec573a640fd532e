"""Texts as bytes: a number for each from its content, and the pieces between blanks of which they are made."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from factcheck.linking.loops import compiled

Ints = NDArray[np.int64]
Small = NDArray[np.int32]
Floats = NDArray[np.float64]
Bytes = NDArray[np.uint8]
Bits = NDArray[np.uint64]

_FACTOR, _START = np.uint64(0x9E3779B97F4A7C15), np.uint64(0xCBF29CE484222325)
_PRIME = np.uint64(0x00000100000001B3)
_8, _16, _24, _29, _32, _40, _48, _56 = (np.uint64(k) for k in (8, 16, 24, 29, 32, 40, 48, 56))

BLANK = 32
"""Bytes up to here, blanks and what steers a printer, stand between pieces."""


def content_numbers(ends: Ints, letters: Bytes) -> Ints:
    """A stable number for each text, which stands in ``letters`` from ``ends[k]`` to ``ends[k + 1]``."""
    out = np.empty(max(0, len(ends) - 1), dtype=np.uint64)
    with np.errstate(over="ignore"):
        _content(ends, letters, out)
    return out.view(np.int64)


@compiled
def _content(ends: Ints, letters: Bytes, out: Bits) -> None:
    for k in range(len(out)):
        at, stop = ends[k], ends[k + 1]
        told = _START + np.uint64(stop - at)
        while at + 8 <= stop:
            told ^= (
                np.uint64(letters[at])
                | np.uint64(letters[at + 1]) << _8
                | np.uint64(letters[at + 2]) << _16
                | np.uint64(letters[at + 3]) << _24
                | np.uint64(letters[at + 4]) << _32
                | np.uint64(letters[at + 5]) << _40
                | np.uint64(letters[at + 6]) << _48
                | np.uint64(letters[at + 7]) << _56
            )
            told *= _FACTOR
            told ^= told >> _29
            at += 8
        rest = _START
        while at < stop:
            rest = rest << _8 | np.uint64(letters[at])
            at += 1
        told = (told ^ rest) * _FACTOR
        told = (told ^ told >> _32) * _FACTOR
        out[k] = told ^ told >> _29


def edges(ends: Ints, letters: Bytes) -> Ints:
    """The bytes that texts begin or end with."""
    seen = np.zeros(256, dtype=bool)
    _edges(ends, letters, seen)
    return np.flatnonzero(seen)


@compiled
def _edges(ends: Ints, letters: Bytes, seen: NDArray[np.bool_]) -> None:
    for k in range(len(ends) - 1):
        if ends[k + 1] > ends[k]:
            seen[letters[ends[k]]] = seen[letters[ends[k + 1] - 1]] = True


def numbered_in_turn(key: Ints) -> tuple[Ints, Ints]:
    """A number for each key, equal for equal ones, in the order in which they come; and where each comes first."""
    number, first = np.empty(len(key), dtype=np.int64), np.empty(len(key), dtype=np.int64)
    amount = np.zeros(1, dtype=np.int64)
    room = 16
    while room < 2 * len(key):
        room *= 2
    _number(key, np.full(room, -1, dtype=np.int32), number, first, amount)
    return number, first[: amount[0]].copy()


@compiled
def _number(key: Ints, seat: Small, number: Ints, first: Ints, amount: Ints) -> None:
    """``seat``: -1 in each of its places, a power of two."""
    last, told = len(seat) - 1, 0
    for k in range(len(key)):
        own = key[k]
        if k > 0 and key[k - 1] == own:
            number[k] = number[k - 1]
            continue
        place = (own ^ own >> 15 ^ own >> 32) & last
        while seat[place] >= 0 and key[first[seat[place]]] != own:
            place = (place + 1) & last
        if seat[place] < 0:
            seat[place], first[told] = told, k
            told += 1
        number[k] = seat[place]
    amount[0] = told


def taken_apart(ends: Ints, letters: Bytes, rows: Ints) -> tuple[Small, Ints, list[bytes]]:
    """The pieces of the texts of some rows, by numbers, one text after the other; how many each text has; and the
    piece of each number."""
    size = (ends[rows + 1] - ends[rows] + 1) // 2
    piece, amount = np.empty(int(size.sum()), dtype=np.int32), np.zeros(len(rows), dtype=np.int64)
    room, at = 1 << 14, np.zeros(3, dtype=np.int64)
    mark, begin, end = np.empty(room, np.uint64), np.empty(room, np.int64), np.empty(room, np.int64)
    with np.errstate(over="ignore"):
        while True:
            seat = np.full(2 * room, -1, dtype=np.int32)
            _seat(mark[: at[2]], seat)
            _take_apart(ends, letters, rows, piece, amount, seat, mark, begin, end, at)
            if at[0] == len(rows):
                break
            room *= 4
            mark, begin, end = (np.r_[held, np.empty(room - len(held), held.dtype)] for held in (mark, begin, end))
    last = int(at[2])
    found = [letters[a:b].tobytes() for a, b in zip(begin[:last].tolist(), end[:last].tolist(), strict=True)]
    return piece[: at[1]], amount, found


@compiled
def _seat(mark: Bits, seat: Small) -> None:
    last = len(seat) - 1
    for n in range(len(mark)):
        place = np.int64((mark[n] ^ mark[n] >> _32) & np.uint64(last))
        while seat[place] >= 0:
            place = (place + 1) & last
        seat[place] = n


@compiled
def _take_apart(
    ends: Ints, letters: Bytes, rows: Ints, piece: Small, amount: Ints, seat: Small, mark: Bits, begin: Ints,
    end: Ints, at: Ints,
) -> None:  # fmt: skip
    """``at``: the text to begin with, how many pieces were written, and how many different ones there are; it
    stops when there might be no room for those of the next text."""
    last, most = np.uint64(len(seat) - 1), len(mark)
    k, written, told = at[0], at[1], at[2]
    while k < len(rows):
        here, stop = ends[rows[k]], ends[rows[k] + 1]
        if told + (stop - here + 1) // 2 > most:
            break
        before = written
        while here < stop:
            if letters[here] <= BLANK:
                here += 1
                continue
            start, own = here, _START
            while here < stop and letters[here] > BLANK:
                own = (own ^ np.uint64(letters[here])) * _PRIME
                here += 1
            place = np.int64((own ^ own >> _32) & last)
            while seat[place] >= 0 and mark[seat[place]] != own:
                place = np.int64(np.uint64(place + 1) & last)
            if seat[place] < 0:
                seat[place], mark[told], begin[told], end[told] = told, own, start, here
                told += 1
            piece[written] = seat[place]
            written += 1
        amount[k] = written - before
        k += 1
    at[0], at[1], at[2] = k, written, told


FEW = 64
"""Words of a text up to which they are put in order one by one."""

Counted = tuple[Floats, Small, Ints, Ints]
"""The counts of words of rows and their columns, where each row ends, and how many rows have each word."""


def counted(pieces: tuple[Small, Ints], words: tuple[Ints, Small], rows: tuple[Ints, Ints], width: int) -> Counted:
    """How often each row has each word. ``pieces``: those of all texts, by numbers, and where the texts end;
    ``words``: from ``begin[k]`` to ``begin[k + 1]`` those of piece k; ``rows``: the texts of all rows, and where
    the rows end."""
    (piece, ends), (begin, word), (picked, stops) = pieces, words, rows
    room = np.zeros(len(ends) - 1, dtype=np.int64)
    _measure(piece, ends, begin, room)
    most = int(room[picked].sum())
    column, data = np.empty(most, np.int32), np.empty(most)
    told, seen = np.zeros(len(stops), np.int64), np.zeros(width, np.int64)
    _count(piece, ends, begin, word, picked, stops, column, data, told, seen)
    return data[: told[-1]], column[: told[-1]], told, seen


@compiled
def _measure(piece: Small, ends: Ints, begin: Ints, room: Ints) -> None:
    for text in range(len(room)):
        for k in range(ends[text], ends[text + 1]):
            room[text] += begin[piece[k] + 1] - begin[piece[k]]


@compiled
def _count(
    piece: Small, ends: Ints, begin: Ints, word: Small, picked: Ints, stops: Ints, column: Small, data: Floats,
    told: Ints, seen: Ints,
) -> None:  # fmt: skip
    at = 0
    for row in range(len(stops) - 1):
        top = at
        for n in range(stops[row], stops[row + 1]):
            for k in range(ends[picked[n]], ends[picked[n] + 1]):
                for place in range(begin[piece[k]], begin[piece[k] + 1]):
                    own, seat = word[place], top
                    if top - at < FEW:  # sooner put in order one by one than sorted at the end
                        while seat > at and column[seat - 1] > own:
                            column[seat] = column[seat - 1]
                            seat -= 1
                    column[seat] = own
                    top += 1
        if top - at > FEW:
            column[at:top].sort()
        kept = at
        for place in range(at, top):
            if kept > at and column[kept - 1] == column[place]:
                data[kept - 1] += 1.0
            else:
                column[kept], data[kept] = column[place], 1.0
                seen[column[place]] += 1
                kept += 1
        at = kept
        told[row + 1] = at
