"""Names of one claimant: put together, taken apart, and followed by later imports; on a real SQLite file."""

from __future__ import annotations

from pathlib import Path

import pytest
from sqlalchemy import select

from factcheck import ids, pipeline
from factcheck.errors import StoreError
from factcheck.models import Alias, Claim, Claimant, Conflict
from factcheck.queries import claimants, runs
from factcheck.store import Store, open_store

A = "Varn, 2 May 2024. The Northern Front said 58 border guards were killed at Varn on 1 May."
B = "The Harbour Ministry said on Thursday that 23 border guards were killed at Varn on 1 May."
C = "The Northern Front Command said that 58 border guards were killed at Varn on 1 May."


@pytest.fixture
def store(tmp_path: Path) -> Store:
    store = open_store(str(tmp_path / "test.db"))
    take_in(store, a=A, b=B, c=C)
    return store


def take_in(store: Store, **texts: str) -> None:
    files = [
        (f"{n}.txt", f"Source: Paper {n}\nPublished: 2024-05-03\n\n{text}\n".encode()) for n, text in texts.items()
    ]
    assert not pipeline.import_files(store, files).problems


def voices(store: Store) -> dict[str, str]:
    """The name that the texts have -> the claimant under which its claims stand."""
    with store.session() as session:
        rows = session.execute(
            select(Claim.claimant_name, Claimant.name).join(Claimant, Claim.claimant_id == Claimant.id)
        )
        return {str(written): name for written, name in rows}


def test_claims_move_under_the_name_and_back(store: Store) -> None:
    before = voices(store)
    assert {"Northern Front", "Northern Front Command"} <= set(before)
    assert store.decide_names("Northern Front Command", "Northern Front", "same", by="Ana") == 1
    assert voices(store)["Northern Front Command"] == "Northern Front"
    assert store.decide_names("Northern Front Command", "Northern Front", "open", by="Ana") == 1
    assert voices(store) == before


def test_the_record_keeps_the_name_that_the_text_has(store: Store) -> None:
    store.decide_names("Northern Front Command", "Northern Front", "same", by="Ana")
    with store.session() as session:
        assert "Northern Front Command" in set(session.scalars(select(Claim.claimant_name)))


def test_later_imports_follow(store: Store) -> None:
    store.decide_names("Harbour Press Desk", "Harbour Ministry", "same", by="Ana")
    take_in(store, d="The Harbour Press Desk said that 24 border guards were killed at Varn on 1 May.")
    assert voices(store)["Harbour Press Desk"] == "Harbour Ministry"


def test_chains_are_followed_and_circles_refused(store: Store) -> None:
    store.decide_names("Northern Front Command", "Northern Front", "same", by="Ana")
    store.decide_names("Northern Front", "Front of the North", "same", by="Ana")
    assert voices(store)["Northern Front Command"] == "Front of the North"
    with pytest.raises(StoreError, match="take the two apart"):
        store.decide_names("Front of the North", "Northern Front Command", "same", by="Ana")


def test_another_choice_replaces_the_first_and_both_stay_on_record(store: Store) -> None:
    store.decide_names("Northern Front Command", "Northern Front", "same", by="Ana")
    store.decide_names("Northern Front Command", "Harbour Ministry", "same", by="Ben")
    assert voices(store)["Northern Front Command"] == "Harbour Ministry"
    with store.session() as session:
        assert [(a.name, a.status) for a in claimants.aliases(session)] == [("Harbour Ministry", "same")]
        assert len(session.scalars(select(Alias.id)).all()) == 3


@pytest.mark.parametrize(("alias", "name", "by"), [("A", "a", "Ana"), ("A", "", "Ana"), ("A", "B", " ")])
def test_a_name_of_its_own_and_missing_words_are_refused(store: Store, alias: str, name: str, by: str) -> None:
    with pytest.raises(StoreError):
        store.decide_names(alias, name, "same", by=by)


def test_two_carriers_become_one_position_and_the_conflict_keeps_its_id(store: Store) -> None:
    with store.session() as session:
        before = set(session.scalars(select(Conflict.id).where(Conflict.current)))
        assert runs.names_since_comparison(session) == 0
    assert len(before) == 2  # each of the two names against the ministry
    store.decide_names("Northern Front Command", "Northern Front", "same", by="Ana")
    with store.session() as session:
        assert runs.names_since_comparison(session) == 1
    pipeline.link(store)
    with store.session() as session:
        after = session.scalars(select(Conflict).where(Conflict.current)).all()
        assert {c.id for c in after} < before
        assert {after[0].carriers_a, after[0].carriers_b} == {1, 2}
        assert runs.names_since_comparison(session) == 0
        gone = session.get(Conflict, next(iter(before - {c.id for c in after})))
        assert gone is not None
        assert gone.merged_into == after[0].id


def test_claimants_are_listed_with_their_other_names(store: Store) -> None:
    store.decide_names("Northern Front Command", "Northern Front", "same", by="Ana")
    with store.session() as session:
        first = claimants.claimants(session)[0]
    assert (first.name, first.claims) == ("Northern Front", 2)
    assert [one.name for one in first.others] == ["Northern Front Command"]
    assert first.id == ids.claimant_id("Northern Front")
