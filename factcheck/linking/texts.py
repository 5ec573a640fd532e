"""Texts of a column by their bytes, as loops read them: nothing is copied where the column lies in one piece."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np
import pandas as pd
import pyarrow as pa
import pyarrow.compute as pc
from numpy.typing import NDArray
from pandas import DataFrame, Series

from factcheck.linking.loops.wording import content_numbers, numbered_in_turn

Ints = NDArray[np.int64]
Bytes = NDArray[np.uint8]


@dataclass(frozen=True, slots=True)
class Texts:
    """Some texts of a column: text k is that of row ``rows[k]``, and stands in ``letters``, in UTF-8, from
    ``ends[rows[k]]`` to ``ends[rows[k] + 1]``."""

    ends: Ints
    letters: Bytes
    rows: Ints

    def __len__(self) -> int:
        return len(self.rows)

    @classmethod
    def of(cls, column: Series | pd.Index[str] | pa.Array) -> Texts:
        """All texts of a column."""
        ends, letters = bytes_of(arrow(column))
        return cls(ends, letters, np.arange(len(ends) - 1))

    def only(self, some: Ints) -> Texts:
        """Some of them."""
        return Texts(self.ends, self.letters, self.rows[some])

    def numbers(self) -> Ints:
        """A stable number for each, made from its content."""
        return np.asarray(content_numbers(self.ends, self.letters)[self.rows])


def arrow(column: Series | pd.Index[str] | NDArray[np.object_] | pa.Array) -> pa.Array:
    """The texts as one Arrow column."""
    found = column if isinstance(column, pa.Array) else pa.array(column, type=pa.large_string())
    return found.combine_chunks() if isinstance(found, pa.ChunkedArray) else found


def among(column: Series, texts: Iterable[str]) -> NDArray[np.bool_]:
    """True for each that is one of the texts; pandas takes a hundred times as long for many."""
    if not len(column):
        return np.zeros(0, dtype=np.bool_)
    told = pc.is_in(arrow(column), value_set=pa.array(list(texts), type=pa.large_string()))
    return np.asarray(told.to_numpy(zero_copy_only=False), dtype=np.bool_)


def bytes_of(column: pa.Array) -> tuple[Ints, Bytes]:
    """Where each text begins, and the last ends, and the bytes of all."""
    if not len(column):
        return np.zeros(1, np.int64), np.zeros(0, np.uint8)
    _, ends, letters = column.buffers()
    held = np.frombuffer(letters, np.uint8) if letters else np.zeros(0, np.uint8)
    return np.frombuffer(ends, np.int64, len(column) + 1, column.offset * 8), held


def coded(column: Series, rows: Ints | None = None) -> tuple[Ints, Texts]:
    """A number for each text, equal for equal ones, in the order in which they come, and the text of each number;
    ``rows``: those that are asked for, when not all."""
    texts = Texts.of(column)
    texts = texts if rows is None else texts.only(rows)
    number, first = numbered_in_turn(texts.numbers())
    return number, texts.only(first)


def paragraphs(table: DataFrame) -> pa.Array:
    """The paragraph of each claim, or its quote where none is known."""
    context = arrow(table["context"])
    silent = pc.equal(pc.binary_length(context), 0)
    return arrow(pc.if_else(silent, arrow(table["quote"]), context)) if pc.any(silent).as_py() else context


def told_texts(table: DataFrame) -> tuple[Ints, Texts]:
    """The number of each claim's text, as ``told`` has it, and the texts."""
    told = table["told"].to_numpy()
    first = np.empty(int(told.max(initial=-1)) + 1, dtype=np.int64)
    first[told[::-1]] = np.arange(len(told))[::-1]
    return told, Texts.of(paragraphs(table)).only(first)
