"""Extraction over several processes: the same claims in the same order; a process that ends costs one document."""

from __future__ import annotations

import json
import os

import pytest
from click.testing import CliRunner

from factcheck import resources
from factcheck.cli import main
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
    one, two = (CliRunner().invoke(main, ["extract", *map(str, DEMO), "--workers", n]) for n in "12")
    assert (one.exit_code, two.exit_code) == (0, 0)
    assert two.stdout == one.stdout
    read = [json.loads(line)["doc"] for line in one.stdout.splitlines()]
    assert list(dict.fromkeys(read)) == [str(path) for path in DEMO]


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
