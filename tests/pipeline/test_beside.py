"""Conflicts between two questions, and between a carrier and its claimant, from the reports to what goes out."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from factcheck import pipeline
from factcheck.queries import exchange
from factcheck.queries.conflicts import conflict
from factcheck.queries.disputes import ConflictFilter, conflict_options, dispute_page
from factcheck.store import Store, open_store

SCHOOL = "The Afghan Taliban government said that 61 schoolgirls were killed in an air strike on Kandahar"
FIGHTERS = "Pakistan's army said that between 50 and 60 militants were killed in an air strike on Kandahar"
MISSION = (
    "The River Mission said that 4 people were killed and 12 people were wounded in the shelling of Jalalabad"
)
AGENCY = "The River Mission said that 16 people were killed in the shelling of Jalalabad"


@pytest.fixture
def store(tmp_path: Path) -> Store:
    opened = open_store(f"sqlite:///{tmp_path}/beside.db")
    for number, text in enumerate((SCHOOL, FIGHTERS, MISSION, AGENCY)):
        day = 3 + number // 2
        (tmp_path / f"{number}.txt").write_text(
            f"Title: News\nSource: Paper {number}\nPublished: 2024-03-05\n\n{text} on {day} March 2024."
        )
    pipeline.import_paths(opened, sorted(tmp_path.glob("*.txt")))
    return opened


def conflicts_of(store: Store) -> dict[str, dict[str, Any]]:
    with store.session() as session:
        return {row["type"]: row for row in exchange.report_rows(session)}


def test_each_is_a_conflict_of_its_own_type_with_both_sides_in_the_report(store: Store) -> None:
    rows = conflicts_of(store)
    assert set(rows) == {"identity", "carrier"}
    assert {rows["identity"]["high_a"], rows["identity"]["high_b"]} == {61, 60}
    assert {rows["carrier"]["source_a"], rows["carrier"]["source_b"]} == {"Paper 2", "Paper 3"}


def test_a_pair_of_two_questions_is_a_verdict_of_its_own(store: Store) -> None:
    with store.session() as session:
        told = [row for row in exchange.verdict_rows(session) if row["type"] == "identity"]
    assert [(row["verdict"], len(row["claims"])) for row in told] == [("conflict", 2)]
    assert {claim["claimant"] for claim in told[0]["claims"]} == {"Afghan Taliban government", "Pakistan army"}


def test_linking_again_changes_nothing(store: Store) -> None:
    before = conflicts_of(store)
    assert not pipeline.link(store).changed
    assert conflicts_of(store) == before


def test_the_list_of_conflicts_filters_by_what_differs(store: Store) -> None:
    with store.session() as session:
        assert set(conflict_options(session).types) == {"identity", "carrier"}
        (found,) = dispute_page(session, ConflictFilter(types=("identity",)), limit=9)
        pair = conflict(session, found.pairs[0].id)
    assert pair is not None
    assert pair.a.question != pair.b.question


def test_a_lost_hedge_is_a_discrepancy_beside_an_untouched_verdict(tmp_path: Path) -> None:
    opened = open_store(f"sqlite:///{tmp_path}/hedge.db")
    for number, figure in enumerate(("more than 12", "12")):
        (tmp_path / f"{number}.txt").write_text(
            f"Title: News\nSource: Paper {number}\nPublished: 2024-03-05\n\nThe River Mission said that {figure} "
            "people were killed in the shelling of Jalalabad on 4 March 2024."
        )
    pipeline.import_paths(opened, sorted(tmp_path.glob("*.txt")))
    with opened.session() as session:
        told = {row["verdict"]: row for row in exchange.verdict_rows(session)}
    assert set(told) == {"compatible", "discrepancy"}
    assert told["discrepancy"]["question"] == told["compatible"]["question"]
    assert told["discrepancy"]["type"] == "carrier"
