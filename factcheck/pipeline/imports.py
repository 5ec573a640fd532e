"""Taking files in: read, extract, store; batch by batch, so that an import that was interrupted just goes on."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator, Sized
from datetime import date
from pathlib import Path

from factcheck import readers
from factcheck.errors import ReadError
from factcheck.pipeline.derive import link as link_all
from factcheck.pipeline.intake import Intake
from factcheck.pipeline.pool import Extractors
from factcheck.pipeline.summaries import ImportSummary, Progress, silent
from factcheck.queries.exchange import has_unlinked_claims
from factcheck.queries.linking import changed_documents
from factcheck.readers import Defaults, Item
from factcheck.store.store import Store


def import_paths(
    store: Store,
    paths: Iterable[str | Path],
    *,
    source: str | None = None,
    published: date | None = None,
    link: bool = True,
    workers: int | None = None,
    progress: Progress | None = None,
) -> ImportSummary:
    """Everything readable under the paths is stored, with its claims; what was stored before stays as it was.

    A path is a file or a folder; '-' is standard input (JSON Lines). ``source`` and ``published`` hold for items
    that do not say so themselves. What cannot be taken in is in the summary and in the store's log, by name.
    Linking is left out when nothing new came and all that is stored is linked. ``workers`` processes extract;
    None: as many as there are cores, when there is enough to read.
    """
    found = list(_found(paths))
    defaults = Defaults(source, published)
    opened = (_opened(one, defaults) for one in found)
    with Extractors(workers) as extractors:
        return _take_in(Intake(store, extractors), opened, len(found), link, progress or silent)


def import_files(
    store: Store,
    files: Iterable[tuple[str, bytes]],
    *,
    source: str | None = None,
    published: date | None = None,
    link: bool = True,
    progress: Progress | None = None,
) -> ImportSummary:
    """The same for files that are at hand already, as name and content."""
    defaults = Defaults(source, published)
    total = len(files) if isinstance(files, Sized) else None
    opened = (readers.read_bytes(name, data, defaults) for name, data in files)
    with Extractors() as extractors:
        return _take_in(Intake(store, extractors), opened, total, link, progress or silent)


def read(paths: Iterable[str | Path], defaults: Defaults) -> Iterator[Item]:
    """Every item under the paths, and a ``ReadError`` for each thing that cannot be read."""
    for one in _found(paths):
        yield from _opened(one, defaults)


def _take_in(
    intake: Intake, files: Iterable[Iterable[Item]], total: int | None, link: bool, tell: Progress
) -> ImportSummary:
    done = 0

    def told(what: str, read: int) -> None:
        if not read or total == 1 or intake.taken > done + 1:  # of files of one document each their number is told
            tell(what, read, None)

    intake.told = told
    for items in files:
        for item in items:
            if intake.take(item):
                told("reading documents", intake.taken)
        done += 1
        tell("reading files", done, total)
    intake.finish()
    intake.extractors.close()
    saved, store = intake.saved, intake.store
    linked = link_all(store, tell) if link and (saved.claims_new or _unlinked(store)) else None
    return ImportSummary(
        intake.run, done, saved.documents_new, saved.documents_known, saved.claims_new, saved.claims_known,
        tuple(intake.problems), linked,
    )  # fmt: skip


def _unlinked(store: Store) -> bool:
    """True when an earlier import broke off, or was to store only, or what is stored changed."""
    with store.session() as session:
        return has_unlinked_claims(session) or bool(changed_documents(session))


def _found(paths: Iterable[str | Path]) -> Iterator[str | Path | ReadError]:
    for path in paths:
        if str(path) == readers.STANDARD_INPUT:
            yield readers.STANDARD_INPUT
        else:
            yield from readers.expand([path])


def _opened(found: str | Path | ReadError, defaults: Defaults) -> Iterable[Item]:
    if isinstance(found, ReadError):
        return [found]
    if isinstance(found, str):
        return readers.read_stream(found, sys.stdin.buffer, defaults)
    return readers.read_path(found, defaults)
