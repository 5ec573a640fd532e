"""How documents are read, without a database: what was taken from each sentence, and what was refused and why."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from factcheck.errors import ReadError
from factcheck.pipeline.imports import read
from factcheck.pipeline.tolerant import rule_fault
from factcheck.readers import Defaults
from factcheck.values import Document

if TYPE_CHECKING:
    from factcheck.extraction import SentenceReading


def explain(
    paths: Iterable[str | Path],
    *,
    refuse: Callable[[ReadError], None],
    source: str | None = None,
    published: date | None = None,
) -> Iterator[tuple[Document, list[SentenceReading], str | None]]:
    """Each document with its sentences as they were read, and a remark when nothing is extracted from it.

    Claim records among the input have no text to read and are passed over; ``refuse`` is told what cannot be read.
    """
    for item in read(paths, Defaults(source, published)):
        if isinstance(item, ReadError):
            refuse(item)
        elif isinstance(item, Document):
            try:
                yield item, *explain_document(item)
            except Exception as fault:  # noqa: BLE001 - a fault in one of hundreds of rules, whatever it is
                refuse(rule_fault(item, fault))


def explain_document(document: Document) -> tuple[list[SentenceReading], str | None]:
    """The sentences of one document as they are read now, and a remark when nothing is extracted from it."""
    from factcheck import extraction

    return extraction.explain(document)
