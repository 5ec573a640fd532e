"""The intake of an import: gathers what readers give into batches, extracts, and stores each batch whole."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import partial

from factcheck.errors import ClaimError, ReadError
from factcheck.ids import document_id
from factcheck.pipeline.claimrows import lay_out
from factcheck.pipeline.pool import Extractors
from factcheck.readers import Item, SourcedClaim
from factcheck.record import check_quote
from factcheck.store.documents import Filed, Saved
from factcheck.store.store import Store
from factcheck.values import ClaimRecord, Document

BATCH_DOCUMENTS = 64
BATCH_CHARACTERS = 400_000
"""A batch is full with so many documents or characters a process: at most some seconds of extraction
are lost."""
BATCH_ROWS = 2_000
BATCH_REACH = 20_000_000
"""Characters that the documents made of a batch's claim rows may have together; nine bytes each, meanwhile."""
LONGEST_NAME = 2_000
"""Longest outside id or path of a document, in bytes; PostgreSQL indexes no longer ones."""

NO_SOURCE = "Name one in a Source: line of the text, with --source, or in the dashboard's field “Source”."
LONG = 300_000
"""Characters from which one text takes so long to read that it is named meanwhile."""

Told = Callable[[str, int], None]
"""Told what is being done with documents, and how many items are read."""


def _silent(_what: str, _read: int) -> None:
    """Nobody is told."""


@dataclass
class Intake:
    """Takes items one by one; ``finish`` stores what is left."""

    store: Store
    extractors: Extractors
    run: int | None = None
    taken: int = 0
    told: Told = _silent
    saved: Saved = field(default_factory=Saved)
    problems: list[ReadError] = field(default_factory=list)
    _documents: list[Document] = field(default_factory=list)
    _parsing: bool = False  # documents were read: the parser is there
    _rows: list[SourcedClaim] = field(default_factory=list)
    _reach: dict[str, int] = field(default_factory=dict)  # the last offset of each document in the rows
    _unlogged: list[ReadError] = field(default_factory=list)

    def take(self, item: Item) -> bool:
        """The item is in the batch; gives True when that filled the batch, which is stored then."""
        self.taken += 1
        match item:
            case ReadError():
                self._refuse(item)
            case Document() if self._has_fit_name(item.doc, item.doc):
                self._queue(item)
            case SourcedClaim() if self._has_fit_name(item.claim.doc, item.where):
                self._rows.append(item)
                self._reach[item.claim.doc] = max(self._reach.get(item.claim.doc, 0), item.claim.end)
        if self._full(item):
            self._store()
            return True
        return False

    def _full(self, newest: Item) -> bool:
        if isinstance(newest, Document):
            characters = sum(len(document.text) for document in self._documents)
            share = self.extractors.workers
            return len(self._documents) >= BATCH_DOCUMENTS * share or characters >= BATCH_CHARACTERS * share
        if len(self._unlogged) >= BATCH_ROWS or len(self._rows) >= BATCH_ROWS:
            return True
        far = isinstance(newest, SourcedClaim) and newest.claim.end > BATCH_REACH / BATCH_ROWS
        return far and sum(self._reach.values()) >= BATCH_REACH

    def finish(self) -> None:
        """Everything is stored and the run is closed; a run of which nothing came is not kept."""
        self._store()
        if self.run is None:
            return
        if not (self.saved.documents_new or self.saved.claims_new or self.problems):
            self.store.drop_run(self.run)
            self.run = None
            return
        counts = {
            "documents_new": self.saved.documents_new, "documents_known": self.saved.documents_known,
            "claims_new": self.saved.claims_new, "claims_known": self.saved.claims_known,
            "problems": len(self.problems),
        }  # fmt: skip
        self.store.end_run(self.run, counts)

    def _queue(self, document: Document) -> None:
        if not (document.source or "").strip():
            self._refuse(ReadError("no source", where=document.doc, hint=NO_SOURCE))
        else:
            self._documents.append(document)

    def _has_fit_name(self, doc: str, where: str) -> bool:
        if len(doc) > LONGEST_NAME / 4 and len(doc.encode()) > LONGEST_NAME:
            self._refuse(ReadError(f"the document's id is longer than {LONGEST_NAME:,} bytes", where=where[:200]))
            return False
        return True

    def _refuse(self, problem: ReadError) -> None:
        self.problems.append(problem)
        self._unlogged.append(problem)

    def _store(self) -> None:
        self._store_documents()
        self._store_rows()
        if self._unlogged:
            said = [(problem.where, str(problem).removeprefix(f"{problem.where}: ")) for problem in self._unlogged]
            self.store.save_problems(self._started(), said)
            self._unlogged.clear()

    def _store_documents(self) -> None:
        named = {_id(document): document for document in reversed(self._documents)}
        known = self.store.known_documents(named)
        fresh = [document for id, document in reversed(named.items()) if id not in known]
        skipped = len(self._documents) - len(fresh)
        self._documents.clear()
        if fresh:
            filed = list(self._extracted(fresh))
            self.saved += self.store.save_documents(self._started(), filed)
        self.saved += Saved(documents_known=skipped)

    def _store_rows(self) -> None:
        if not self._rows:
            return
        rows, self._rows = self._rows, []
        self._reach.clear()
        refused: list[ReadError] = []
        saved = self.store.save_prepared(self._started(), lambda session: lay_out(session, rows, refused.append))
        self.saved += saved
        for problem in refused:
            self._refuse(problem)

    def _extracted(self, documents: list[Document]) -> Iterator[Filed]:
        from factcheck import extraction

        longest = max(documents, key=lambda document: len(document.text))
        if len(longest.text) >= LONG:
            self.told(f"reading a long text ({longest.doc}, {len(longest.text):,} characters)", 0)
        elif self.extractors.starts(documents):
            self.told(f"starting {self.extractors.workers} processes that read", 0)
        elif not self._parsing:
            self.told("loading the parser", 0)
        self._parsing = True
        count = partial(self._count, self.taken - len(documents))
        for document, claims, remark in self.extractors.each(documents, self._refuse, count):
            yield Filed(
                _id(document), document, tuple(self._checked(document, claims)), extraction.EXTRACTOR,
                extraction.EXTRACTOR_VERSION, remark,
            )  # fmt: skip

    def _count(self, before: int, read: int) -> None:
        self.told("reading documents", before + read)

    def _checked(self, document: Document, claims: list[ClaimRecord]) -> Iterator[ClaimRecord]:
        for claim in claims:
            try:
                check_quote(claim, document.text)
                yield claim
            except ClaimError as error:
                self._refuse(ReadError(str(error), where=document.doc))

    def _started(self) -> int:
        if self.run is None:
            self.run = self.store.start_run("import")
        return self.run


def _id(document: Document) -> str:
    return document_id(document.source or "", document.text, document.url, document.published)
