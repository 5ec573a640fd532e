"""Tables of claims: the claim record's fields as the columns of a CSV file."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator, Sequence
from difflib import get_close_matches
from io import StringIO
from typing import Any

from factcheck.errors import ClaimError, ReadError
from factcheck.readers.dates import UnclearDateError, published
from factcheck.readers.encoding import decode
from factcheck.readers.items import Content, Defaults, Item, SourcedClaim
from factcheck.readers.publishers import published_by
from factcheck.readers.registry import reader
from factcheck.record import EXTRA_FIELDS, FIELDS, from_json

REQUIRED = ("doc", "kind", "low", "high", "qualifier", "quote", "start", "end")
KNOWN = (*FIELDS, *EXTRA_FIELDS, "event_start", "event_end", "source", "url", "title", "published")
_DELIMITERS = ",;\t"
_DATES = re.compile(r"[\[\]'\",\s]+|\bto\b")
_TWO_WAYS = re.compile(r"[1-9]\d{0,2}(?:\.\d{3})+")
_NO = ("", "0", "false", "no")


@reader("claims", ".csv", ".tsv")
def read_claims(content: Content, defaults: Defaults) -> Iterator[Item]:
    """Tables of claims (CSV): one claim a row, with the fields of the claim record as columns.

    The first row names the columns. Required are ``doc``, ``kind``, ``low``, ``high``, ``qualifier``, ``quote``,
    ``start``, ``end`` and ``source`` (unless ``--source`` is given); cells may be empty where something is not
    known, also ``start`` and ``end`` when only the quote is at hand. ``victims``, ``target``, ``claimant``,
    ``stance``, ``place``, ``event_date`` (2025-10-11/2025-10-12, or columns ``event_start`` and ``event_end``),
    ``url``, ``title`` and ``published`` are read when they are there; other columns are left alone. Columns may be
    divided by commas, semicolons or tabs. A row with a fault is reported by its number, counted as a spreadsheet
    counts (the column names are row 1), and the others are taken in. A file may have 100 MB.
    """
    text = decode(content.whole(), where=content.where)
    if not text.strip():
        raise ReadError("the file is empty but for spaces and blank lines", where=content.where)
    rows = _rows(text, content.where)
    columns = _columns(rows, content.where, source_given=defaults.source is not None)
    for number, row in rows:
        where = f"{content.where}, row {number}"
        try:
            if isinstance(row, ReadError):
                raise row
            if any(cell.strip() for cell in row):
                yield _claim(columns, row, where, defaults)
        except ReadError as error:
            yield error


def _rows(text: str, where: str) -> Iterator[tuple[int, list[str] | ReadError]]:
    """Each row with its number; the first is that of the column names."""
    lines = csv.reader(StringIO(text, newline="\n"), delimiter=_delimiter(text), strict=True)
    number = 0
    while True:
        number += 1
        try:
            yield number, next(lines)
        except StopIteration:
            return
        except csv.Error as error:
            reason = f"not readable as CSV ({error}): a quotation mark is missing or too many"
            yield number, ReadError(reason, where=f"{where}, row {number}")


def _delimiter(text: str) -> str:
    """The character that divides the first line into the most known columns."""
    first = text.lstrip("\n").partition("\n")[0]
    return max(
        _DELIMITERS, key=lambda d: (sum(name in KNOWN for name in map(_name, first.split(d))), first.count(d))
    )


def _name(cell: str) -> str:
    return cell.strip().strip('"').strip().lower()


def _columns(rows: Iterator[tuple[int, list[str] | ReadError]], where: str, *, source_given: bool) -> list[str]:
    """The names of the columns.

    Raises:
        ReadError: one is missing, stands there twice, or is nearly a known name (its cells would be lost).
    """
    row = next((row for _, row in rows if isinstance(row, ReadError) or any(row)), [])
    if isinstance(row, ReadError):
        raise row
    columns = [_name(cell) for cell in row]
    missing = [name for name in (*REQUIRED, *(() if source_given else ("source",))) if name not in columns]
    found = f"The columns found are: {', '.join(columns)[:400]}."
    if missing:
        some = "a required column is" if len(missing) == 1 else "required columns are"
        raise ReadError(f"{some} missing: {', '.join(missing)}", where=where, hint=found)
    twice = sorted({name for name in columns if name in KNOWN and columns.count(name) > 1})
    if twice:
        raise ReadError(f"two columns have the same name: {', '.join(twice)}", where=where, hint=found)
    for name in columns:
        meant = [] if name in KNOWN else get_close_matches(name, set(KNOWN) - set(columns), 1, cutoff=0.85)
        if meant:
            raise ReadError(
                f"column {name!r} is not known", where=where, hint=f"Rename it if it means {meant[0]!r}."
            )
    return columns


def _claim(columns: Sequence[str], row: Sequence[str], where: str, defaults: Defaults) -> SourcedClaim:
    if len(row) > len(columns) and any(cell.strip() for cell in row[len(columns) :]):
        raise ReadError(
            f"{len(row)} cells, but there are {len(columns)} columns", where=where,
            hint="A text with the dividing character in it must stand in quotation marks.",
        )  # fmt: skip
    cells = {name: cell.strip() or None for name, cell in zip(columns, row, strict=False) if name in KNOWN}
    quote = next((cell for name, cell in zip(columns, row, strict=False) if name == "quote"), "")
    for name in ("low", "high"):
        if _TWO_WAYS.fullmatch(cells.get(name) or ""):
            raise ReadError(
                f"{cells[name]} can be read in two ways", where=f"{where}, column {name}",
                hint="Write numbers without a point or comma between the thousands.",
            )  # fmt: skip
    try:
        claim = from_json(_record(cells, quote))
    except ClaimError as error:
        column = f", column {error.field}" if error.field else ""
        reason = str(error)
        if reason.startswith(f"{error.field} is"):
            reason = reason.removeprefix(f"{error.field} ")
        raise ReadError(reason, where=where + column) from None
    day = defaults.published
    if cells.get("published"):
        try:
            day, _ = published(str(cells["published"]))
        except UnclearDateError as unclear:
            raise ReadError(
                str(unclear), where=f"{where}, column published", hint="Write it as 2025-10-12."
            ) from None
    source = published_by(cells.get("source") or defaults.source)
    return SourcedClaim(claim, source, day, cells.get("url"), cells.get("title"), where)


def _record(cells: dict[str, str | None], quote: str) -> dict[str, Any]:
    """The cells as the fields of a claim record."""
    record: dict[str, Any] = {**cells, "quote": quote or None}
    if not cells.get("start") and not cells.get("end"):
        record["start"] = record["end"] = 0
    record["part_of"] = (cells.get("part_of") or "").lower() not in _NO
    if cells.get("event_date"):
        record["event_date"] = _DATES.sub(" ", str(cells["event_date"])).strip()
    elif cells.get("event_start") or cells.get("event_end"):
        first, last = cells.get("event_start"), cells.get("event_end")
        record["event_date"] = [first or last, last or first]
    return record
