"""Files in, claims out, without a database."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from datetime import date
from pathlib import Path

from factcheck.errors import ReadError
from factcheck.pipeline.imports import read
from factcheck.pipeline.tolerant import extract_each
from factcheck.readers import Defaults, SourcedClaim
from factcheck.values import ClaimRecord, Document

BATCH = 64
"""Documents that are extracted together; their claims come out when the batch is done."""


def extract(
    paths: Iterable[str | Path],
    *,
    refuse: Callable[[ReadError], None],
    source: str | None = None,
    published: date | None = None,
) -> Iterator[tuple[str, list[ClaimRecord], str | None]]:
    """Each document's outside id with its claims, and a remark when there is one ("not English, ...").

    Claims that come as records are handed on as they are. ``refuse`` is told what cannot be read.
    """
    waiting: list[Document] = []
    for item in read(paths, Defaults(source, published)):
        match item:
            case ReadError():
                refuse(item)
            case SourcedClaim():
                yield from _extracted(waiting, refuse)
                yield item.claim.doc, [item.claim], None
            case Document():
                waiting.append(item)
                if len(waiting) == BATCH:
                    yield from _extracted(waiting, refuse)
    yield from _extracted(waiting, refuse)


def _extracted(
    waiting: list[Document], refuse: Callable[[ReadError], None]
) -> Iterator[tuple[str, list[ClaimRecord], str | None]]:
    """The waiting documents' claims; none is waiting any more."""
    if waiting:
        for document, claims, remark in extract_each(waiting, refuse):
            yield document.doc, claims, remark
        waiting.clear()
