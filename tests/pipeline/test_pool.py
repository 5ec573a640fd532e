"""Extraction over several processes: the same claims in the same order; a process that ends costs one document."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from factcheck import pipeline, resources
from factcheck.errors import ReadError
from factcheck.pipeline import pool
from factcheck.pipeline.pool import Extractors
from factcheck.values import Document

DEMO = sorted(resources.DEMO.glob("*/*.txt"))


def documents(count: int = 40) -> list[Document]:
    return [
        Document(f"d{n}", f"On Monday {n + 2} miners were killed in pit {n}, police said.") for n in range(count)
    ]


def refuse(problem: ReadError) -> None:
    raise problem


def test_two_processes_give_what_one_gives_in_the_same_order(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pool, "START_CHARACTERS", 0)
    one = list(pipeline.extract(DEMO, refuse=refuse, workers=1))
    two = list(pipeline.extract(DEMO, refuse=refuse, workers=2))
    assert len(one) == len(DEMO)
    assert two == one


def test_little_to_read_starts_no_process() -> None:
    with Extractors(2) as extractors:
        assert len(extractors.each(documents(3), refuse)) == 3
        assert extractors._pool is None


def test_a_process_that_ends_costs_only_the_document_that_it_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pool, "START_CHARACTERS", 0)
    monkeypatch.setattr(pool, "_work", _end_at_seven)
    problems: list[ReadError] = []
    with Extractors(2) as extractors:
        found = extractors.each(documents(), problems.append)
    assert [d.doc for d, _, _ in found] == [f"d{n}" for n in range(40) if n != 7]
    assert [p.where for p in problems] == ["d7"]
    assert "ended unexpectedly" in problems[0].reason


def _end_at_seven(chunk: list[Document]) -> pool._Answer:
    """In the process: it ends when it gets the eighth document, as when memory runs out."""
    if any(d.doc == "d7" for d in chunk):
        os._exit(9)
    return [([], None) for _ in chunk], []


def test_a_document_that_a_rule_stumbles_over_is_refused_by_name(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pool, "START_CHARACTERS", 0)
    monkeypatch.setattr(pool, "_work", _stumble_at_seven)
    problems: list[ReadError] = []
    with Extractors(2) as extractors:
        assert len(extractors.each(documents(), problems.append)) == 39
    assert [p.where for p in problems] == ["d7"]


def _stumble_at_seven(chunk: list[Document]) -> pool._Answer:
    faults = [ReadError("a rule stumbled", where=d.doc) for d in chunk if d.doc == "d7"]
    return [None if d.doc == "d7" else ([], None) for d in chunk], faults


def test_the_command_line_gives_the_same_with_processes(tmp_path: Path) -> None:
    lines = tmp_path / "docs.jsonl"
    text = "On Monday 12 miners were killed in the pit, police said. The owner denied it. " * 400
    lines.write_text("".join(f'{{"doc": "d{n}", "source": "S", "text": "{text}"}}\n' for n in range(12)))
    runs = [
        subprocess.run(
            [sys.executable, "-m", "factcheck", "extract", str(lines), "--workers", workers],
            capture_output=True, text=True, check=True,
        )
        for workers in ("1", "2")
    ]  # fmt: skip
    assert runs[0].stdout == runs[1].stdout
    assert runs[0].stdout.count('"killed"') == 12
