"""Imports that go on in the background: they outlive a reload, and every browser sees how far they are."""

from __future__ import annotations

import json
import threading
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING

import streamlit as st

from factcheck.dashboard import words
from factcheck.errors import FactcheckError

if TYPE_CHECKING:
    from factcheck.pipeline import ImportSummary, LinkSummary
    from factcheck.store import Store

_HEADERS = ("source:", "title:", "published:", "url:")


@dataclass(slots=True)
class ImportJob:
    """One import, or one comparison of all that is stored: how far it is, and what came of it.

    Written by its thread, read by the pages. A comparison has no ``names``.
    """

    names: tuple[str, ...] = ()
    doing: str = "loading the program"
    done: int = 0
    total: int | None = None
    summary: ImportSummary | None = None
    compared: LinkSummary | None = None
    failure: str | None = None
    finished: threading.Event = field(default_factory=threading.Event)
    began: float = field(default_factory=time.monotonic)

    @property
    def running(self) -> bool:
        """True while the import goes on."""
        return not self.finished.is_set()

    @property
    def fraction(self) -> float | None:
        """How much of the present step is done, 0 to 1; None when nobody knows."""
        return min(1.0, self.done / self.total) if self.total else None

    @property
    def seconds(self) -> int:
        """How long it has been going on."""
        return int(time.monotonic() - self.began)

    def progress(self, doing: str, done: int, total: int | None) -> None:
        """The pipeline is doing this now."""
        self.doing, self.done, self.total = doing, done, total


class Importer:
    """At most one import at a time for the whole dashboard: the store has one writer."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._job: ImportJob | None = None

    @property
    def job(self) -> ImportJob | None:
        """The import that is running or was the last to run."""
        return self._job

    def start(
        self, store: Store, files: Sequence[tuple[str, bytes]], *, source: str | None, published: date | None
    ) -> ImportJob | None:
        """The import that begins now, or None while another one runs."""
        job = self._next(ImportJob(tuple(name for name, _ in files)))
        if job is not None:
            arguments = (job, store, list(files), source, published)
            threading.Thread(target=_run, args=arguments, name="import", daemon=True).start()
        return job

    def compare(self, store: Store) -> ImportJob | None:
        """The comparison of all that is stored that begins now, or None while something else runs."""
        job = self._next(ImportJob())
        if job is not None:
            threading.Thread(target=_compare, args=(job, store), name="compare", daemon=True).start()
        return job

    def _next(self, job: ImportJob) -> ImportJob | None:
        with self._lock:
            if self._job is not None and self._job.running:
                return None
            self._job = job
        return job

    def dismiss(self) -> None:
        """The summary of the last import is put away."""
        with self._lock:
            if self._job is not None and not self._job.running:
                self._job = None


@st.cache_resource(show_spinner=False)
def importer() -> Importer:
    """The one importer of this dashboard."""
    return Importer()


def progress_bar(job: ImportJob) -> None:
    """How far the job is, in words and as a bar."""
    what = f"Importing {words.number(len(job.names), 'file')}" if job.names else "Comparing again"
    st.markdown(f"**{what}** … {words.duration(job.seconds)}")
    count = f": {job.done:,}" + (f" of {job.total:,}" if job.total else "") if job.done or job.total else ""
    st.progress(job.fraction or 0.0, text=words.plain_markdown(job.doing[:1].upper() + job.doing[1:] + count))


def pasted(text: str, *, source: str, title: str, url: str, published: date | None) -> tuple[str, bytes]:
    """A pasted report as a file: kept as it is when it brings its own header lines, else with the given facts."""
    name = f"pasted: {title.strip() or ' '.join(text.split())[:60]}"
    if not (source or title or url or published) and text.lstrip().lower().startswith(_HEADERS):
        return f"{name}.txt", text.lstrip().encode()
    facts = {"doc": name, "title": title, "source": source, "url": url, "text": text.strip()}
    if published:
        facts["published"] = published.isoformat()
    return f"{name}.jsonl", json.dumps({key: value for key, value in facts.items() if value}).encode()


def _run(
    job: ImportJob, store: Store, files: list[tuple[str, bytes]], source: str | None, published: date | None
) -> None:
    from factcheck import pipeline  # here, because it loads the parser, which pages that only read never need

    with _ending(job):
        job.summary = pipeline.import_files(
            store, files, source=source, published=published, progress=job.progress
        )


def _compare(job: ImportJob, store: Store) -> None:
    from factcheck import pipeline

    with _ending(job):
        job.compared = pipeline.link(store, job.progress)


@contextmanager
def _ending(job: ImportJob) -> Iterator[None]:
    """However it ends, the page must not wait for ever; what is no error of ours has its traceback in the log."""
    try:
        yield
    except FactcheckError as error:
        job.failure = str(error)
    finally:
        if job.summary is None and job.compared is None and job.failure is None:
            job.failure = "It broke off; the dashboard's log says why. What was read before is stored."
        job.finished.set()
