"""Imports from the browser: in the background, one at a time, with what came of them."""

from __future__ import annotations

import json
import threading
from collections.abc import Sequence
from datetime import date
from typing import Any

import pytest

from factcheck.dashboard import imports
from factcheck.dashboard.imports import Importer
from factcheck.store import Store

REPORT = b"Source: Hill Post\nPublished: 2025-01-02\n\nThree people were hurt in a landslide at Tarn on 1 January."


def run(store: Store, files: Sequence[tuple[str, bytes]], **defaults: Any) -> imports.ImportJob:
    """The import of the files is over."""
    given: dict[str, Any] = {"source": None, "published": None} | defaults
    job = Importer().start(store, files, **given)
    assert job is not None
    assert job.finished.wait(60)
    return job


def test_an_import_ends_with_its_summary(empty_store: Store) -> None:
    job = run(empty_store, [("tarn.txt", REPORT)])
    assert job.failure is None
    assert job.summary is not None
    assert (job.summary.documents_new, job.running) == (1, False)


def test_a_bad_file_is_a_problem_and_the_others_are_in(empty_store: Store) -> None:
    job = run(empty_store, [("empty.txt", b""), ("tarn.txt", REPORT)])
    assert job.summary is not None
    assert job.summary.documents_new == 1
    assert [problem.where for problem in job.summary.problems] == ["empty.txt"]


def test_source_and_day_are_taken_where_a_report_names_none(empty_store: Store) -> None:
    job = run(
        empty_store, [("x.txt", b"Two people were hurt at Tarn.")], source="Hill Post", published=date(2025, 1, 2)
    )
    assert job.summary is not None
    assert job.summary.problems == ()


def test_only_one_import_runs_at_a_time(empty_store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    importer, gate = Importer(), threading.Event()
    monkeypatch.setattr(imports.ImportJob, "progress", lambda *_: gate.wait(60))  # the pipeline waits for the test
    first = importer.start(empty_store, [("tarn.txt", REPORT)], source=None, published=None)
    assert first is not None
    assert importer.start(empty_store, [("tarn.txt", REPORT)], source=None, published=None) is None
    importer.dismiss()
    assert importer.job is first
    gate.set()
    assert first.finished.wait(60)
    importer.dismiss()
    assert importer.job is None


def test_an_error_ends_the_import_with_its_text(empty_store: Store) -> None:
    empty_store.engine.dispose()
    path = empty_store.engine.url.database
    assert path is not None
    with open(path, "wb") as file:
        file.write(b"no database any more" * 500)
    job = run(empty_store, [("tarn.txt", REPORT)])
    assert job.summary is None
    assert job.failure is not None


def test_a_pasted_text_becomes_a_document_with_its_facts() -> None:
    name, data = imports.pasted(
        "Line one.\n\nLine two.",
        source="Hill Post",
        title="A title",
        url="https://x.example",
        published=date(2025, 1, 2),
    )
    assert name == "pasted: A title.jsonl"
    assert json.loads(data) == {
        "doc": "pasted: A title", "title": "A title", "source": "Hill Post", "url": "https://x.example",
        "text": "Line one.\n\nLine two.", "published": "2025-01-02",
    }  # fmt: skip


def test_a_pasted_text_with_its_own_header_is_kept_as_it_is() -> None:
    name, data = imports.pasted("\nSource: Hill Post\n\nText.", source="", title="", url="", published=None)
    assert name.endswith(".txt")
    assert data == b"Source: Hill Post\n\nText."
