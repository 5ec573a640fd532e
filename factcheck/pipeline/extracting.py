"""Files in, claims out, without a database."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from datetime import date
from pathlib import Path

from factcheck.errors import ReadError
from factcheck.pipeline.imports import read
from factcheck.readers import Defaults, SourcedClaim
from factcheck.values import ClaimRecord, Document


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
    from factcheck import extraction

    ready: list[ClaimRecord] = []

    def documents() -> Iterator[Document]:
        for item in read(paths, Defaults(source, published)):
            match item:
                case ReadError():
                    refuse(item)
                case SourcedClaim():
                    ready.append(item.claim)
                case Document():
                    yield item

    for document, claims, remark in extraction.extract_all(documents()):
        yield from _handed_on(ready)
        yield document.doc, claims, remark
    yield from _handed_on(ready)


def _handed_on(ready: list[ClaimRecord]) -> Iterator[tuple[str, list[ClaimRecord], None]]:
    for claim in ready:
        yield claim.doc, [claim], None
    ready.clear()
