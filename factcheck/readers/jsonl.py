"""JSON Lines (and JSON): documents and claim records, told apart by their fields."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date
from typing import Any

from factcheck.errors import ClaimError, ReadError
from factcheck.readers.dates import UnclearDateError, published
from factcheck.readers.encoding import decode, refuse_binary, storable
from factcheck.readers.items import MEGABYTE, Content, Defaults, Item, SourcedClaim
from factcheck.readers.publishers import published_by
from factcheck.readers.registry import reader
from factcheck.record import from_json
from factcheck.values import Document

MAX_LINE = 20 * MEGABYTE
"""Longest line, in bytes: many times the longest report, and little enough to hold in memory."""
_WIDE_MARKS = (b"\xff\xfe", b"\xfe\xff", b"\x00\x00\xfe\xff")
_MALFORMED = (ValueError, RecursionError)  # RecursionError: thousands of brackets, one in another


@reader("jsonl", ".jsonl", ".ndjson", ".json")
def read_jsonl(content: Content, defaults: Defaults) -> Iterator[Item]:
    """JSON Lines: one document or one claim record a line, as many as you like.

    A document is ``{"doc", "title", "published", "source", "url", "text"}``: only ``text`` is required, ``doc`` is
    kept as the document's outside id, and ``dct`` is accepted for ``published``. A claim record is what
    ``factcheck extract`` and ``factcheck claims`` print; ``source``, ``published``, ``url`` and ``title`` may be
    added to it. Both may stand in one file. A JSON list of such objects is read too. A line that cannot be read is
    reported by its number, and the others are taken in. Positions count characters of ``text`` as given.
    """
    for where, row in _rows(content):
        if isinstance(row, ReadError):
            yield row
            continue
        try:
            yield item_of(row, where, defaults)
        except ReadError as error:
            yield error


def item_of(row: Any, where: str, defaults: Defaults) -> Item:
    """The document or claim that a JSON object holds.

    Raises:
        ReadError: it holds neither, or one with a fault.
    """
    if not isinstance(row, dict):
        raise ReadError("not a JSON object", where=where, hint='A line is a document: {"doc": ..., "text": ...}.')
    row = _storable(row)
    if "kind" in row and ("quote" in row or "text" not in row):
        return _claim(row, where, defaults)
    if "text" in row:
        return _document(row, where, defaults)
    raise ReadError(
        "neither a document (it would have text) nor a claim record (it would have kind and quote)",
        where=where, hint=f"Its fields are: {', '.join(list(row)[:20]) or 'none'}.",
    )  # fmt: skip


def _document(row: dict[str, Any], where: str, defaults: Defaults) -> Document:
    if not isinstance(row["text"], str) or not row["text"].strip():
        raise ReadError("the document's text is empty", where=where)
    day, moment = _published(row, where, defaults)
    source = published_by(_string(row, "source", where) or defaults.source)
    return Document(
        doc=_string(row, "doc", where) or where, text=row["text"], source=source,
        title=_string(row, "title", where), published=day, published_at=moment, url=_string(row, "url", where),
        kind="jsonl",
    )  # fmt: skip


def _claim(row: dict[str, Any], where: str, defaults: Defaults) -> SourcedClaim:
    try:
        claim = from_json(row)
    except ClaimError as error:
        raise ReadError(str(error), where=where) from None
    day, _ = _published(row, where, defaults)
    source = published_by(_string(row, "source", where) or defaults.source)
    return SourcedClaim(claim, source, day, _string(row, "url", where), _string(row, "title", where), where)


def _published(row: dict[str, Any], where: str, defaults: Defaults) -> tuple[date | None, str | None]:
    value = _string(row, "published", where) or _string(row, "dct", where)
    if value is None:
        return defaults.published, None
    try:
        return published(value)
    except UnclearDateError as unclear:
        raise ReadError(f"published: {unclear}", where=where, hint="Write it as 2025-10-12.") from None


def _string(row: dict[str, Any], name: str, where: str) -> str | None:
    value = row.get(name)
    if value is None or isinstance(value, str):
        return (value or "").strip() or None
    if isinstance(value, int) and not isinstance(value, bool):
        return str(value)
    raise ReadError(f"{name} is not a string: {str(value)[:40]}", where=where)


def _storable(value: Any) -> Any:
    """The value with each NUL and lone surrogate, which JSON can write and no database takes, as U+FFFD."""
    match value:
        case str():
            return storable(value)
        case dict():
            return {storable(key): _storable(inner) for key, inner in value.items()}
        case list():
            return [_storable(inner) for inner in value]
        case _:
            return value


def _rows(content: Content) -> Iterator[tuple[str, Any]]:
    """Where each object stands, and the object (or the error in its place)."""
    head = content.head()
    if not head:
        raise ReadError("the file is empty", where=content.where)
    if head.startswith(_WIDE_MARKS):
        yield from _objects(decode(content.whole(), where=content.where), content.where)
    else:
        refuse_binary(head, content.where)
        if head.removeprefix(b"\xef\xbb\xbf").lstrip().startswith(b"[") or content.name.lower().endswith(".json"):
            yield from _objects(decode(content.whole(), where=content.where), content.where)
        else:
            yield from _streamed(content)


def _streamed(content: Content) -> Iterator[tuple[str, Any]]:
    """The lines one by one, never more than one of them in memory."""
    number, rows = 0, 0
    while line := content.stream.readline(MAX_LINE + 1):
        number += 1
        where = f"{content.where}, line {number}"
        if len(line) > MAX_LINE:
            while line and not line.endswith(b"\n"):
                line = content.stream.readline(MAX_LINE)
            rows += 1
            yield where, ReadError(f"the line is longer than {MAX_LINE // MEGABYTE} MB", where=where)
        elif line.strip(b" \t\r\n\xef\xbb\xbf"):
            rows += 1
            yield where, _parsed(line, where)
    if not rows:
        raise ReadError("the file is empty but for spaces and blank lines", where=content.where)


def _parsed(line: bytes, where: str) -> Any:
    try:
        return json.loads(decode(line, where=where))
    except ReadError as error:
        return error
    except _MALFORMED as error:
        return _not_json(error, where)


def _objects(text: str, name: str) -> Iterator[tuple[str, Any]]:
    """The objects of a text read whole: a list, a single object, or one object a line."""
    try:
        value = json.loads(text)
    except _MALFORMED:
        yield from _lines(text, name)
        return
    for number, row in enumerate(value if isinstance(value, list) else [value], start=1):
        yield f"{name}, item {number}", row


def _lines(text: str, name: str) -> Iterator[tuple[str, Any]]:
    for number, line in enumerate(text.split("\n"), start=1):
        where = f"{name}, line {number}"
        if line.strip():
            try:
                yield where, json.loads(line)
            except _MALFORMED as error:
                yield where, _not_json(error, where)


def _not_json(error: ValueError | RecursionError, where: str) -> ReadError:
    if isinstance(error, json.JSONDecodeError):
        return ReadError(f"not JSON (column {error.colno}: {error.msg})", where=where)
    return ReadError("not JSON that can be read (too deep, or a number too long)", where=where)
