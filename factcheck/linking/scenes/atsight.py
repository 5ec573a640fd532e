"""Documents that have one scene at sight: figures only, one date at most, places that may be one."""

from __future__ import annotations

import numpy as np
import pandas as pd
from numpy.typing import NDArray
from pandas import DataFrame, Series

from factcheck.linking.places.levels import ORDER, relations
from factcheck.linking.places.places import Relation, is_wide
from factcheck.linking.scenes.claimbyclaim import BACKGROUND_DAYS, MAIN_PLACES, MOST_PLACES
from factcheck.linking.table import UNKNOWN, ranks
from factcheck.values import NARRATIVE_KINDS


def plain_documents(
    table: DataFrame, bounds: NDArray[np.int64]
) -> tuple[NDArray[np.bool_], NDArray[np.int64], NDArray[np.int64], NDArray[np.int64], list[tuple[str, ...]]]:
    """Which documents have one scene at sight (figures only, one date at most, places that may be one), its days,
    the number of its main places, and the lists of main places."""
    begin = bounds[:-1]
    if not len(begin):
        none = np.zeros(0, np.int64)
        return np.zeros(0, bool), none, none, none, []
    told = table["kind"].isin(NARRATIVE_KINDS).to_numpy()
    first, last = table["first"].to_numpy(), table["last"].to_numpy()
    dated = first != UNKNOWN
    days = np.maximum.reduceat(first, begin), np.maximum.reduceat(last, begin)
    least = [np.minimum.reduceat(np.where(dated, d, -UNKNOWN), begin) for d in (first, last)]
    some = np.logical_or.reduceat(dated, begin)
    one_day = ~some | ((least[0] == days[0]) & (least[1] == days[1]))
    all_dated = np.logical_and.reduceat(dated, begin)
    one_day &= all_dated | ~some | (days[1] - days[0] <= BACKGROUND_DAYS)
    one_day &= ~np.logical_or.reduceat(told, begin)
    place, lists, far = _main_places(table["place"], bounds, one_day)
    return one_day & ~far, days[0], days[1], place, lists


def _main_places(
    place: Series, bounds: NDArray[np.int64], asked: NDArray[np.bool_]
) -> tuple[NDArray[np.int64], list[tuple[str, ...]], NDArray[np.bool_]]:
    """The number of the main places of each document that is asked for, their lists, and which documents name
    places that may be two."""
    amount = len(bounds) - 1
    code, names = pd.factorize(place)
    document = np.repeat(np.arange(amount), np.diff(bounds))
    named = np.flatnonzero((place != "").to_numpy() & asked[document])
    pair, often = np.unique(document[named] * max(1, len(names)) + code[named], return_counts=True)
    document, code = np.divmod(pair, max(1, len(names)))
    wide = np.array([is_wide(name) for name in names.tolist()], dtype=bool)
    order = np.lexsort((ranks(Series(names, dtype="str"))[code], -often, wide[code], document))
    document, code = document[order], code[order]
    size = np.bincount(document, minlength=amount)
    words = names.tolist()
    main = np.full((amount, MAIN_PLACES), -1)
    rank = np.arange(len(document)) - np.repeat(np.cumsum(size) - size, size)
    kept = rank < MAIN_PLACES
    main[document[kept], rank[kept]] = code[kept]
    told = np.zeros(amount, dtype=np.int64)
    for column in main.T:
        told = pd.factorize(told * (len(words) + 1) + column + 1)[0]
    first = np.empty(int(told.max(initial=-1)) + 1, dtype=np.int64)
    first[told[::-1]] = np.arange(amount)[::-1]
    lists = [tuple([words[c] for c in row if c >= 0]) for row in main[first].tolist()]
    return told, lists, (size > MOST_PLACES) | _apart(document, code, tuple(words), size)


def _apart(
    document: NDArray[np.int64], code: NDArray[np.int64], names: tuple[str, ...], size: NDArray[np.int64]
) -> NDArray[np.bool_]:
    """Which documents name two places that are far from each other; ``code``: each place of each document once."""
    several = np.flatnonzero((size[document] > 1) & (size[document] <= MOST_PLACES))
    document, used = document[several], code[several]
    known, number = np.unique(used, return_inverse=True)
    some = tuple(names[c] for c in known.tolist())
    far = np.zeros(len(size), dtype=bool)
    for step in range(1, MOST_PLACES):
        left = np.flatnonzero(document[step:] == document[:-step])
        if len(left):
            found = relations(some, number[left], number[left + step])
            far[document[left[found == ORDER.index(Relation.FAR)]]] = True
    return far
