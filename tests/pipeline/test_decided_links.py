"""Decisions on two claims hold in every later run, can be taken back, and leave the ids that people have seen."""

from __future__ import annotations

from pathlib import Path

import pytest
from sqlalchemy import select

from factcheck import pipeline
from factcheck.errors import StoreError
from factcheck.models import Claim, Conflict, Question
from factcheck.queries import links
from factcheck.store import Store, open_store

REPORT = "The {who} said {n} soldiers were killed in Varnholt on 3 May 2024."


@pytest.fixture
def store(tmp_path: Path) -> Store:
    opened = open_store(f"sqlite:///{tmp_path}/links.db")
    for number, (who, n) in enumerate((("army", 58), ("rebels", 23))):
        (tmp_path / f"{number}.txt").write_text(
            f"Title: Fighting in Varnholt\nSource: Paper {number}\nPublished: 2024-05-04\n\n"
            + REPORT.format(who=who, n=n)
        )
    pipeline.import_paths(opened, sorted(tmp_path.glob("*.txt")))
    return opened


def killed(store: Store) -> dict[float, tuple[str, str]]:
    """Figure -> claim and question."""
    with store.session() as session:
        return {c.low: (c.id, c.question_id) for c in session.scalars(select(Claim).where(Claim.kind == "killed"))}  # type: ignore[misc]


def test_two_claims_said_to_be_different_stay_apart_until_it_is_taken_back(store: Store) -> None:
    before = killed(store)
    assert before[58][1] == before[23][1]
    store.decide_link(before[58][0], before[23][0], "different", by="Ana")
    pipeline.link(store)
    assert killed(store)[58][1] != killed(store)[23][1]
    assert pipeline.link(store).changed == 0
    with store.session() as session:
        assert not session.scalars(select(Conflict).where(Conflict.current)).all()
        assert links.links_since_comparison(session) == 0
    store.decide_link(before[23][0], before[58][0], "open", by="Ana")
    pipeline.link(store)
    assert killed(store)[58][1] == killed(store)[23][1] == before[58][1]
    with store.session() as session:
        gone = session.scalars(select(Question).where(Question.merged_into.is_not(None))).one()
        assert gone.merged_into == before[58][1]


def test_a_decision_needs_two_known_claims_and_a_name(store: Store) -> None:
    a = killed(store)[58][0]
    for other, status, by, told in (
        (a, "same", "Ana", "two claims"), ("x", "same", "Ana", "no claim"), ("x", "real", "Ana", "one of"),
        ("x", "same", " ", "name"),
    ):  # fmt: skip
        with pytest.raises(StoreError, match=told):
            store.decide_link(a, other, status, by=by)


def test_why_says_how_two_claims_stand_to_each_other(store: Store) -> None:
    said = killed(store)
    told = pipeline.why(store, said[58][0], said[23][0])
    assert told.same_question
    assert "Linked" in told.sentence()
    assert told.score.reasons


def test_a_word_on_a_conflict_that_went_into_another_counts_there(store: Store) -> None:
    with store.writing() as session:
        now = session.scalars(select(Conflict)).one()
        told = {c.key: getattr(now, c.key) for c in Conflict.__table__.columns}
        session.add(Conflict(**told | {"id": "gone", "current": False, "merged_into": now.id}))
        standing = now.id
    store.decide("conflict", "gone", "not_a_conflict", by="Ana")
    with store.session() as session:
        assert [d.subject for d in links.every_decision(session, limit=5)] == [standing]
        assert links.full_conflict_id(session, standing[:8]) == standing
        assert links.full_conflict_id(session, "x") is None
