"""Estimates beside the conflicts of a report: read for the questions of the report, and no others."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from factcheck import pipeline
from factcheck.queries import derivation
from factcheck.store import open_store

REPORTS = (
    "{} said that 58 soldiers were killed near Korvale on 3 May 2024.",
    "{} said that 23 soldiers were killed near Korvale on 3 May 2024.",
    "{} said that 300 marchers took part in a march in Accra on 9 June 2024.",
    "{} said that 9,000 marchers took part in a march in Accra on 9 June 2024.",
)
VOICES = ("The army", "The rebels", "The police", "The unions")


def test_a_report_of_some_conflicts_reads_only_their_claims(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for number, (text, voice) in enumerate(zip(REPORTS, VOICES, strict=True)):
        head = f"Source: Gazette {number}\nPublished: 2024-06-10\n\n"
        (tmp_path / f"{number}.txt").write_text(head + text.format(voice))
    store = open_store(f"sqlite:///{tmp_path / 'facts.db'}")
    pipeline.import_paths(store, sorted(tmp_path.glob("*.txt")))
    everything = pipeline.report_rows(store)
    assert len({row["question_id"] for row in everything}) == 2
    assert all(row["estimates"] for row in everything)
    asked: list[Any] = []
    read = derivation.claims_frame

    def spy(session: Any, *, questions: Any = None) -> Any:
        asked.append(questions)
        return read(session, questions=questions)

    monkeypatch.setattr(derivation, "claims_frame", spy)
    one = everything[0]
    assert pipeline.report_rows(store, [one["conflict_id"]]) == [one]
    assert [set(questions) for questions in asked] == [{one["question_id"]}]
