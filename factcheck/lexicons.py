"""The words that analysts may edit: the CSV files under ``data/lexicons``, read once a process."""

from __future__ import annotations

import csv
from collections.abc import Mapping
from functools import cache
from types import MappingProxyType

from factcheck.errors import FactcheckError
from factcheck.resources import LEXICONS

Row = Mapping[str, str]


@cache
def rows(name: str) -> tuple[Row, ...]:
    """The rows of ``<name>.csv`` in file order, values stripped; lines that begin with ``#`` are remarks.

    Raises:
        FactcheckError: the file is missing, or a row has more or fewer cells than the header.
    """
    path = LEXICONS / f"{name}.csv"
    try:
        lines = path.read_text(encoding="utf-8-sig").splitlines()
    except OSError as error:
        raise FactcheckError(f"The word list {path} cannot be read: {error.strerror or error}.") from error
    kept = [(number, line) for number, line in enumerate(lines, 1) if line.strip() and not line.startswith("#")]
    table = list(csv.reader([line for _, line in kept], skipinitialspace=True))
    if not table:
        return ()
    header = [cell.strip() for cell in table[0]]
    for (number, _), cells in zip(kept[1:], table[1:], strict=True):
        if len(cells) != len(header):
            raise FactcheckError(f"{path}, line {number}: {len(cells)} cells where the header has {len(header)}.")
    return tuple(
        MappingProxyType(dict(zip(header, (cell.strip() for cell in cells), strict=True))) for cells in table[1:]
    )


@cache
def column(name: str, key: str, value: str) -> Mapping[str, str]:
    """Two columns of ``<name>.csv`` as a mapping; the first row of a key counts."""
    found: dict[str, str] = {}
    for row in rows(name):
        found.setdefault(row[key].casefold(), row[value])
    return MappingProxyType(found)


def word_set(words: str) -> frozenset[str]:
    """The words of a string as a set: closed word lists of the language (modals, pronouns) that nobody edits."""
    return frozenset(words.split())
