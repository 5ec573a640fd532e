"""Reading claims again: those of the documents that linking more claims looks into, each document once."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence

import numpy as np
import pandas as pd
from numpy.typing import NDArray
from pandas import DataFrame

from factcheck.linking.increments.stored import Held
from factcheck.linking.table import ordered, prepare

Ints = NDArray[np.int64]
Flags = NDArray[np.bool_]

Read = Callable[[Sequence[str]], DataFrame]
"""Gives all claims of some documents, as ``link`` takes them."""


_GONE = "claims that were linked are not there any more"


class LinkAnewError(Exception):
    """More claims cannot be linked to those that are linked; the text says why all must be linked anew."""


class Reader:
    """The claims of documents, prepared; what was read once is not read again."""

    def __init__(self, read: Read) -> None:
        self._read = read
        self._known: set[str] = set()
        self._pieces: list[DataFrame] = []

    def claims(self, documents: Collection[str]) -> DataFrame:
        """The claims of these documents, in their order."""
        fresh = sorted(set(documents) - self._known)
        if fresh:
            self._pieces.append(prepare(self._read(fresh)).drop(columns="told"))
            self._known.update(fresh)
        wanted = set(documents)
        some = [piece[piece["document"].isin(wanted)] for piece in self._pieces]
        return ordered(pd.concat([piece for piece in some if len(piece)] or self._pieces[:1], ignore_index=True))

    def rows(self, held: Held, documents: Flags) -> DataFrame:
        """The claims of some of the held documents, with the ``row`` of each."""
        numbers = np.flatnonzero(documents)
        return numbered(self.claims(held.names(numbers)), held, numbers)


def numbered(table: DataFrame, held: Held, numbers: Ints) -> DataFrame:
    """The claims of held documents with the ``row`` of each.

    Raises:
        LinkAnewError: they are not as many as were linked.
    """
    code, names = pd.factorize(table["document"])
    order = np.argsort(held.document[numbers])
    number = numbers[order]
    if len(names) != len(number) or held.names(number) != names.tolist():
        raise LinkAnewError(_GONE)
    amount = np.bincount(code, minlength=len(number))
    if not np.array_equal(amount, held.size[number]):
        raise LinkAnewError(_GONE)
    within = np.arange(len(table)) - (np.cumsum(amount) - amount)[code]
    return table.assign(row=held.begin[number][code] + within)
