"""Extraction over all cores: batches of documents in, the same documents with their claims out, in their order."""

from __future__ import annotations

import os
import signal
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from multiprocessing import get_context
from types import TracebackType

from factcheck.errors import ReadError
from factcheck.pipeline.tolerant import Count, Extracted, extract_each
from factcheck.values import ClaimRecord, Document

Refuse = Callable[[ReadError], None]

START_CHARACTERS = 300_000
"""Characters from which processes of their own are started: each loads the parser for some seconds, in which one
process reads about a third of this."""

CHUNK_DOCUMENTS = 16
CHUNK_CHARACTERS = 60_000
"""What one process gets at a time: large enough for the parser's batches, small enough to end together."""

_Told = tuple[list[ClaimRecord], str | None] | None
_Answer = tuple[list[_Told], list[ReadError]]


def cores() -> int:
    """How many processes may run at once on this machine."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


class Extractors:
    """Extraction with as many processes as are worth starting; with one it all happens in this process.

    ``workers`` None: all cores, once there is enough to read. A process that ends while it reads costs nothing but
    the document that it read: that one is refused by name, the others are read again.
    """

    def __init__(self, workers: int | None = None) -> None:
        self.workers = max(1, cores() if workers is None else workers)
        self._seen = 0
        self._pool: ProcessPoolExecutor | None = None

    def __enter__(self) -> Extractors:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close(now=kind is not None)

    def close(self, *, now: bool = False) -> None:
        """The processes have ended; ``now`` drops what they have not begun."""
        if self._pool is not None:
            self._pool.shutdown(wait=True, cancel_futures=now)
            self._pool = None

    def each(self, documents: Sequence[Document], refuse: Refuse, told: Count | None = None) -> list[Extracted]:
        """The documents with their claims, in their order; ``refuse`` is told of one that could not be read, and
        ``told`` how many are, now and then."""
        alone = self._pool is None and not self.starts(documents)
        self._seen += _size(documents)
        if alone:
            return extract_each(documents, refuse, told)
        out: list[Extracted] = []
        for found in self._parallel(deque(_chunks(documents)), refuse):
            out.append(found)
            if told is not None:
                told(len(out))
        return out

    def starts(self, documents: Sequence[Document]) -> bool:
        """True when there is so much to read with these that processes are started now."""
        much = self._seen + _size(documents) >= START_CHARACTERS
        return self._pool is None and self.workers > 1 and much

    def _parallel(self, waiting: deque[Sequence[Document]], refuse: Refuse) -> Iterator[Extracted]:
        running: deque[tuple[Sequence[Document], Future[_Answer]]] = deque()
        while waiting or running:
            while waiting and len(running) < 2 * self.workers:
                chunk = waiting.popleft()
                running.append((chunk, self._started().submit(_work, chunk)))
            chunk, future = running.popleft()
            try:
                yield from _told(chunk, future.result(), refuse)
            except BrokenProcessPool:
                self._drop()
                waiting.extendleft(reversed([other for other, _ in running]))
                running.clear()
                yield from self._one_by_one(chunk, refuse)

    def _one_by_one(self, chunk: Sequence[Document], refuse: Refuse) -> Iterator[Extracted]:
        """Each document alone, to find the one that ends the process."""
        for document in chunk:
            try:
                yield from _told([document], self._started().submit(_work, [document]).result(), refuse)
            except BrokenProcessPool:
                self._drop()
                said = "the process that read it ended unexpectedly"
                refuse(ReadError(said, where=document.doc, hint="Was there enough memory?"))

    def _started(self) -> ProcessPoolExecutor:
        if self._pool is None:
            # spawn: the dashboard has threads, and a fork would copy their locks
            self._pool = ProcessPoolExecutor(self.workers, get_context("spawn"), _ignore_interrupts)
        return self._pool

    def _drop(self) -> None:
        if self._pool is not None:
            self._pool.shutdown(wait=False, cancel_futures=True)
            self._pool = None


def _size(documents: Sequence[Document]) -> int:
    return sum(len(document.text) for document in documents)


def _chunks(documents: Sequence[Document]) -> Iterator[Sequence[Document]]:
    begin, size = 0, 0
    for at, document in enumerate(documents):
        size += len(document.text)
        if at + 1 - begin >= CHUNK_DOCUMENTS or size >= CHUNK_CHARACTERS:
            yield documents[begin : at + 1]
            begin, size = at + 1, 0
    if begin < len(documents):
        yield documents[begin:]


def _told(chunk: Sequence[Document], answer: _Answer, refuse: Refuse) -> Iterator[Extracted]:
    found, refused = answer
    for problem in refused:
        refuse(problem)
    for document, told in zip(chunk, found, strict=True):
        if told is not None:
            yield document, *told


def _work(chunk: Sequence[Document]) -> _Answer:
    """In a process of its own: what was taken from each document (None: it was refused), and the refusals."""
    refused: list[ReadError] = []
    by_id = {id(document): (claims, remark) for document, claims, remark in extract_each(chunk, refused.append)}
    return [by_id.get(id(document)) for document in chunk], refused


def _ignore_interrupts() -> None:
    """Ctrl-C is for the process that people started; it ends these."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
