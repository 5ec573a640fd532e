"""Files in, claims out, without a database."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from datetime import date
from pathlib import Path

from factcheck.errors import ReadError
from factcheck.pipeline.imports import read
from factcheck.pipeline.pool import Extractors
from factcheck.readers import Defaults, SourcedClaim
from factcheck.values import ClaimRecord, Document

BATCH_DOCUMENTS = 64
BATCH_CHARACTERS = 400_000
"""A batch has at most so many documents or characters a process; its claims come out when it is done."""


def extract(
    paths: Iterable[str | Path],
    *,
    refuse: Callable[[ReadError], None],
    source: str | None = None,
    published: date | None = None,
    workers: int | None = None,
) -> Iterator[tuple[str, list[ClaimRecord], str | None]]:
    """Each document's outside id with its claims, and a remark when there is one ("not English, ...").

    In the order of the input. Claims that come as records are handed on as they are. ``refuse`` is told what
    cannot be read. ``workers`` processes work at once; None: as many as there are cores, when there is enough to
    read.
    """
    with Extractors(workers) as extractors:
        waiting: list[Document] = []
        size = 0
        for item in read(paths, Defaults(source, published)):
            match item:
                case ReadError():
                    refuse(item)
                case SourcedClaim():
                    yield from _extracted(extractors, waiting, refuse)
                    yield item.claim.doc, [item.claim], None
                case Document():
                    waiting.append(item)
                    size += len(item.text)
            if _full(extractors.workers, len(waiting), size):
                yield from _extracted(extractors, waiting, refuse)
                size = 0
        yield from _extracted(extractors, waiting, refuse)


def _full(workers: int, documents: int, characters: int) -> bool:
    return documents >= BATCH_DOCUMENTS * workers or characters >= BATCH_CHARACTERS * workers


def _extracted(
    extractors: Extractors, waiting: list[Document], refuse: Callable[[ReadError], None]
) -> Iterator[tuple[str, list[ClaimRecord], str | None]]:
    """The waiting documents' claims; none is waiting any more."""
    if waiting:
        found = extractors.each(waiting, refuse)
        waiting.clear()
        for document, claims, remark in found:
            yield document.doc, claims, remark
