"""The demo reports, taken into an empty database."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from factcheck import resources
from factcheck.errors import FactcheckError
from factcheck.queries.exchange import document_count, documents_named

if TYPE_CHECKING:
    from factcheck.pipeline.summaries import ImportSummary, Progress
    from factcheck.store import Store


def import_demo(store: Store, progress: Progress | None = None) -> ImportSummary | None:
    """The demo reports are stored, linked and compared; None when the database had all it was to have.

    An import that was interrupted goes on. A database with other documents in it is left alone.
    """
    reports = dict(_reports())
    with store.session() as session:
        stored = {document.doc for document in documents_named(session, reports)}
        others = document_count(session) - len(stored)
    if not reports:
        raise FactcheckError(f"the demo reports are missing from {resources.DEMO}; install factcheck again")
    if others or len(stored) == len(reports):
        return None
    from factcheck.pipeline.imports import import_files

    return import_files(store, reports.items(), progress=progress)


def _reports() -> Iterator[tuple[str, bytes]]:
    """Each report by its path below ``demo/``; documents about the reports lie at the top and are none."""
    for path in sorted(resources.DEMO.glob("*/*.txt")):
        yield path.relative_to(resources.DEMO.parent).as_posix(), path.read_bytes()
