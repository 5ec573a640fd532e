"""The discrepancy report as CSV, for spreadsheets and for programs."""

from __future__ import annotations

import csv
from collections.abc import Iterable
from datetime import date, datetime
from io import BytesIO, TextIOWrapper
from typing import IO, Any

from factcheck.reports.formats import COLUMNS, Row, writer

_FORMULA = ("=", "+", "-", "@", "\t", "\r")
"""What a spreadsheet takes for the beginning of a formula."""


@writer("csv")
def write_csv(rows: Iterable[Row], file: IO[bytes]) -> int:
    """CSV in UTF-8 with a byte order mark, one row a pair of conflicting positions.

    Spreadsheets open it with the right letters. A cell that begins like a formula gets an apostrophe in front, so
    that nothing in a report can run in your spreadsheet; all other cells are exactly what is stored. An empty cell
    is unknown, 0 is zero.
    """
    text = TextIOWrapper(file, encoding="utf-8-sig", newline="", write_through=True)
    try:
        table = csv.writer(text, lineterminator="\r\n")
        table.writerow(COLUMNS)
        count = 0
        for row in rows:
            table.writerow([cell(row.get(column)) for column in COLUMNS])
            count += 1
        return count
    finally:
        text.detach()


def to_csv(rows: Iterable[Row]) -> bytes:
    """The same as bytes, for a download."""
    file = BytesIO()
    write_csv(rows, file)
    return file.getvalue()


def cell(value: Any) -> str:
    """A value as a cell: whole numbers without a fraction, ISO dates, text that no spreadsheet runs."""
    match value:
        case None:
            return ""
        case str():
            return f"'{value}" if value.startswith(_FORMULA) else value
        case float():
            return str(int(value)) if value == int(value) else f"{value:.6g}"
        case datetime():
            return value.isoformat(timespec="seconds")
        case date():
            return value.isoformat()
        case _:
            return str(value)
