"""Incidents and questions in words, for all of them at once: days, place and label of each, column by column."""

from __future__ import annotations

from datetime import date, timedelta
from functools import cache
from itertools import pairwise

import numpy as np
import pandas as pd
from numpy.typing import NDArray
from pandas import DataFrame, Series

from factcheck.language.asking import how_many
from factcheck.linking.places.places import is_wide
from factcheck.linking.table import UNKNOWN, ranks

NARROW = 4
"""Days up to which a date says when the incident was, rather than of what time a claim speaks."""

TITLE = 80
"""Characters of a title that stand for the incident where neither place nor day is known."""

Ints = NDArray[np.int64]


def incidents(table: DataFrame) -> DataFrame:
    """A row an incident, by the numbers of the column ``incident``: label, days and place."""
    number = table["incident"].to_numpy()
    amount = int(number.max(initial=-1)) + 1
    first, last = _days(number, table["first"].to_numpy(), table["last"].to_numpy(), amount)
    place = _places(number, table["place"], amount)
    head = np.empty(amount, dtype=np.int64)
    head[number[::-1]] = np.arange(len(number))[::-1]
    titles = table["title"].iloc[head].tolist()
    told = zip(place, first, last, titles, strict=True)
    labels = [", ".join(filter(None, (p, in_days(a, b)))) or title[:TITLE] for p, a, b, title in told]
    return DataFrame({
        "incident_label": Series(labels, dtype="str"),
        "incident_start": Series(first, dtype=object), "incident_end": Series(last, dtype=object),
        "incident_place": Series(place, dtype="str"),
    })  # fmt: skip


def _days(number: Ints, first: Ints, last: Ints, amount: int) -> tuple[list[date | None], list[date | None]]:
    """The incidents' days: those that most of the claims with the narrowest date give."""
    dated = np.flatnonzero(first != UNKNOWN)
    number, first, last = number[dated], first[dated], last[dated]
    order = np.lexsort((last, first, number))
    number, first, last = number[order], first[order], last[order]
    new = np.flatnonzero(_changes(number, first, last))
    often = np.diff(np.r_[new, len(number)])
    number, first, last = number[new], first[new], last[new]
    width = last - first
    order = np.lexsort((first, width, -often, width > NARROW, number))
    best = order[_changes(number[order])]
    days = np.full((2, amount), UNKNOWN)
    days[:, number[best]] = first[best], last[best]
    starts, ends = days.tolist()
    return [_date(day) for day in starts], [_date(day) for day in ends]


def _places(number: Ints, place: Series, amount: int) -> list[str | None]:
    """The incidents' places: the one that most claims name, those narrower than a country first."""
    code, names = pd.factorize(place)
    named = np.flatnonzero((place != "").to_numpy())
    pair, often = np.unique(number[named] * max(1, len(names)) + code[named], return_counts=True)
    number, code = np.divmod(pair, max(1, len(names)))
    wide = np.array([is_wide(name) for name in names.tolist()], dtype=bool)
    rank = ranks(Series(names, dtype="str"))
    order = np.lexsort((rank[code], -often, wide[code], number))
    best = order[_changes(number[order])]
    out: list[str | None] = [None] * amount
    words = names.tolist()
    for incident, name in zip(number[best].tolist(), code[best].tolist(), strict=True):
        out[incident] = words[name]
    return out


def how_many_each(table: DataFrame, question: Ints) -> list[str]:
    """The labels of questions that ask for a number: ``question`` holds the number of each row's question."""
    amount = int(question.max(initial=-1)) + 1
    kind = np.empty(amount, dtype=object)
    kind[question] = table["kind"].to_numpy(object)
    code, names = pd.factorize(table["victims"])
    counted = np.flatnonzero((table["victims"] != "").to_numpy() & ~table["part_of"].to_numpy())
    pair, often = np.unique(question[counted] * max(1, len(names)) + code[counted], return_counts=True)
    number, code = np.divmod(pair, max(1, len(names)))
    order = np.lexsort((ranks(Series(names, dtype="str"))[code], -often, number))
    ends = np.searchsorted(number[order], np.arange(amount + 1)).tolist()
    said = code[order].tolist()
    words = names.tolist()
    asked = zip(kind.tolist(), pairwise(ends), strict=True)
    return [_how_many(kind, tuple([words[c] for c in said[a:b]])) for kind, (a, b) in asked]


@cache
def _how_many(kind: str, counted: tuple[str, ...]) -> str:
    return how_many(kind, counted)


def commonest(question: Ints, code: Ints, words: list[str]) -> list[str]:
    """For each question the words that most of its rows have; any words before none."""
    pair, often = np.unique(question * max(1, len(words)) + code, return_counts=True)
    number, code = np.divmod(pair, max(1, len(words)))
    silent = np.array([not w for w in words], dtype=bool)
    order = np.lexsort((ranks(Series(words, dtype="str"))[code], -often, silent[code], number))
    best = order[_changes(number[order])]
    return [words[c] for c in code[best].tolist()]


def _changes(*columns: Ints) -> NDArray[np.bool_]:
    """True for rows that differ from the one before."""
    out = np.zeros(len(columns[0]), dtype=bool)
    out[:1] = True
    for column in columns:
        out[1:] |= column[1:] != column[:-1]
    return out


@cache
def _date(day: int) -> date | None:
    return None if day == UNKNOWN else date(1970, 1, 1) + timedelta(days=day)


@cache
def in_days(first: date | None, last: date | None) -> str:
    """The days in words: '11 September 2023', '3 May to 4 May 2023'."""
    if first is None or last is None:
        return ""
    return f"{first:%-d %B %Y}" if first == last else f"{first:%-d %B} to {last:%-d %B %Y}"
