"""Reading claims again: those of the documents that linking more claims looks into, each document once."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Sequence

import numpy as np
import pandas as pd
from numpy.typing import NDArray
from pandas import DataFrame

from factcheck.linking.increments.noted import ReadNoted
from factcheck.linking.increments.stored import Held
from factcheck.linking.table import ordered, prepare

Ints = NDArray[np.int64]
Flags = NDArray[np.bool_]

Read = Callable[[Sequence[str]], DataFrame]
"""Gives all claims of some documents, as ``link`` takes them."""


GONE = "claims that were linked are not there any more"


class LinkAnewError(Exception):
    """More claims cannot be linked to those that are linked; the text says why all must be linked anew."""


class Reader:
    """The claims of documents, prepared; what was read once is not read again.

    ``noted``: gives the signs that are kept of documents, in the order of their numbers; None where none are.
    """

    def __init__(self, read: Read, noted: ReadNoted | None = None) -> None:
        self._read = read
        self.noted = noted
        self._pieces: list[DataFrame] = []
        self._where: dict[str, tuple[int, int, int]] = {}  # of a document: the piece, and its rows there

    def claims(self, documents: Collection[str]) -> DataFrame:
        """The claims of these documents, in their order."""
        wanted = set(documents)
        fresh = sorted(wanted - self._where.keys())
        if fresh:
            self._add(prepare(self._read(fresh)).drop(columns="told"), fresh)
        rows: dict[int, list[Ints]] = defaultdict(list)
        for document in sorted(wanted):
            piece, begin, end = self._where[document]
            if end > begin:
                rows[piece].append(np.arange(begin, end))
        some = [self._pieces[piece].iloc[np.concatenate(parts)] for piece, parts in rows.items()]
        return ordered(pd.concat(some or [self._pieces[0].iloc[:0]], ignore_index=True))

    def _add(self, piece: DataFrame, documents: Sequence[str]) -> None:
        """The claims of documents, by document, stay at hand."""
        number = len(self._pieces)
        self._pieces.append(piece)
        self._where.update(dict.fromkeys(documents, (number, 0, 0)))
        code, names = pd.factorize(piece["document"])
        ends = np.cumsum(np.bincount(code, minlength=len(names))).tolist()
        for name, begin, end in zip(names.tolist(), [0, *ends], ends, strict=False):
            self._where[name] = number, begin, end

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
        raise LinkAnewError(GONE)
    amount = np.bincount(code, minlength=len(number))
    if not np.array_equal(amount, held.size[number]):
        raise LinkAnewError(GONE)
    within = np.arange(len(table)) - (np.cumsum(amount) - amount)[code]
    return table.assign(row=held.begin[number][code] + within)
