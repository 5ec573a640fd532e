"""Whether texts say certain days: by date ("28 November", "Nov. 28", 2016-11-28), by weekday, or as yesterday."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from factcheck.linking.loops import compiled

Ints = NDArray[np.int64]
Bytes = NDArray[np.uint8]
Flags = NDArray[np.bool_]

MONTHS = ("january", "february", "march", "april", "may", "june", "july", "august", "september", "october",
          "november", "december")  # fmt: skip
WEEKDAYS = ("thursday", "friday", "saturday", "sunday", "monday", "tuesday", "wednesday")
"""From the first day of 1970 on."""

WEEK = 7
LONGEST = 9
BEHIND, AHEAD = 3, 2
"""Words that a number may stand before its month ("28th of November"), and behind it ("November the 28")."""


def table_of_words() -> Bytes:
    """The letters of the months, the weekdays, and ``yesterday``, a row a word, filled up with zeros."""
    words = (*MONTHS, *WEEKDAYS, "yesterday")
    return np.array([[*word.encode(), *[0] * (LONGEST - len(word))] for word in words], dtype=np.uint8)


_WORDS = table_of_words()


def says_day(ends: Ints, letters: Bytes, row: Ints, days: tuple[Ints, Ints, Ints]) -> Flags:
    """True for each row whose text says one of its days.

    ``ends`` and ``letters``: where the texts end, and their bytes; ``row``: of each the number of its text.
    ``days``: of each the first day and the last, as days since 1970, and the day of publication.
    """
    first, last, published = days
    size = int((last - first).max(initial=0)) + 1
    every = first[:, None] + np.arange(size)
    date = every.astype("datetime64[D]")
    month = date.astype("datetime64[M]")
    number = (date - month).astype(np.int64) + 1
    out = np.zeros(len(row), dtype=bool)
    _look(
        ends, letters, row, every, last, published, month.astype(np.int64) % 12, number,
        (every % 7).astype(np.int64), _WORDS, out,
    )  # fmt: skip
    return out


@compiled
def _look(
    ends: Ints, letters: Bytes, row: Ints, day: Ints, last: Ints, published: Ints, month: Ints, number: Ints,
    weekday: Ints, words: Bytes, out: Flags,
) -> None:  # fmt: skip
    for k in range(len(row)):
        at, end = ends[row[k]], ends[row[k] + 1]
        word = np.int64(0)  # how many came
        seen, seen_at = np.int64(-1), np.int64(-99)  # the last number
        before = np.int64(-1)  # the number that stood right before it
        named, named_at = np.int64(-1), np.int64(-99)  # the last month
        while at < end and not out[k]:
            c = letters[at] | 32
            if 48 <= letters[at] <= 57:
                value, size = np.int64(0), 0
                while at < end and 48 <= letters[at] <= 57:
                    value, size, at = value * 10 + letters[at] - 48, size + 1, at + 1
                    if size > 4:
                        value = np.int64(9999)
                word += 1
                before = seen if seen_at == word - 1 else np.int64(-1)
                seen, seen_at = value, word
                for j in range(day.shape[1]):
                    if day[k, j] > last[k]:
                        break
                    m, d = month[k, j], number[k, j]
                    if value == d and named == m and word - named_at <= AHEAD:
                        out[k] = True
                    if (before == d and value == m + 1) or (before == m + 1 and value == d):
                        out[k] = True
            elif 97 <= c <= 122:
                begin = at
                while at < end and 97 <= (letters[at] | 32) <= 122:
                    at += 1
                size = at - begin
                word += 1
                if size < 3 or size > LONGEST:
                    continue
                for w in range(len(words)):
                    if words[w, 0] != c:
                        continue
                    same = 0
                    while same < size and words[w, same] == letters[begin + same] | 32:
                        same += 1
                    whole = same == size and (size == LONGEST or words[w, size] == 0)
                    if not whole and not (w < 12 and same == size and (size == 3 or (w == 8 and size == 4))):
                        continue
                    if w < 12:
                        named, named_at = np.int64(w), word
                    for j in range(day.shape[1]):
                        if day[k, j] > last[k]:
                            break
                        lag = published[k] - day[k, j]
                        if w < 12:
                            if month[k, j] == w and seen == number[k, j] and word - seen_at <= BEHIND:
                                out[k] = True
                        elif w < 19:
                            if weekday[k, j] == w - 12 and 0 <= lag <= WEEK:
                                out[k] = True
                        elif lag == 1:
                            out[k] = True
            else:
                at += 1
