"""What goes out of the store: the report's rows, claims and verdicts; and what an import asks."""

from __future__ import annotations

import sqlite3
from typing import Any

import pandas as pd
import pytest
from sqlalchemy import select, update

from factcheck.language.paragraphs import CONTEXT
from factcheck.models import Claim, Conflict, Document
from factcheck.queries import derivation, exchange
from factcheck.reports import COLUMNS
from factcheck.store import Store


def report(store: Store) -> dict[str, dict[str, Any]]:
    with store.session() as session:
        return {row["type"] + row["claimant_b"]: row for row in exchange.report_rows(session)}


def army(store: Store) -> str:
    with store.session() as session:
        return session.scalars(select(Conflict.id).order_by(Conflict.severity.desc())).first() or ""


def change(store: Store, conflict: str, **values: Any) -> None:
    with store.writing() as session:
        session.execute(update(Conflict).where(Conflict.id == conflict).values(**values))


def test_a_report_row_has_every_column_and_both_sides_with_their_quotes(filled_store: Store) -> None:
    with filled_store.session() as session:
        rows = exchange.report_rows(session)
    assert [row["severity"] for row in rows] == [0.82, 0.6, 0.5]
    assert all(set(row) == {*COLUMNS, "question_id"} - {"estimates"} for row in rows)
    first = rows[0]
    assert (first["claimant_a"], first["low_a"], first["quote_a"]) == (
        "Northern army",
        58,
        "58 soldiers were killed",
    )
    assert (first["claimant_b"], first["high_b"]) == ("Republic's defence ministry", 23)
    assert (first["incident"], first["place"]) == ("Fighting at the Varn crossing", "Varn")
    assert (first["status"], first["decided_by"]) == ("open", None)


def test_the_newest_decision_of_a_conflict_is_its_status(filled_store: Store) -> None:
    filled_store.decide("conflict", army(filled_store), "not_a_conflict", by="Ana", note="two nights")
    filled_store.decide("conflict", army(filled_store), "real", by="Ben", note="read again")
    with filled_store.session() as session:
        rows = exchange.report_rows(session)
    assert len(rows) == 3
    assert (rows[0]["status"], rows[0]["decided_by"], rows[0]["note"]) == ("real", "Ben", "read again")
    assert rows[0]["decided_at"].tzinfo is not None


def test_a_conflict_that_is_no_longer_found_leaves_the_report_unless_a_person_called_it_real(
    filled_store: Store,
) -> None:
    gone = army(filled_store)
    change(filled_store, gone, current=False)
    assert len(report(filled_store)) == 2
    filled_store.decide("conflict", gone, "real", by="Ana")
    assert len(report(filled_store)) == 3
    change(filled_store, gone, merged_into="another")
    assert len(report(filled_store)) == 2


def test_some_conflicts_can_be_asked_for_by_id(filled_store: Store) -> None:
    with filled_store.session() as session:
        ids = [row["conflict_id"] for row in exchange.report_rows(session)]
        chosen = exchange.report_rows(session, [ids[2], ids[0]])
        assert [row["conflict_id"] for row in chosen] == [ids[0], ids[2]]
        assert exchange.report_rows(session, []) == []


def test_verdicts_are_of_questions_with_two_claims_or_more(filled_store: Store) -> None:
    with filled_store.session() as session:
        rows = list(exchange.verdict_rows(session))
    assert sorted((row["kind"], row["verdict"], len(row["claims"])) for row in rows) == [
        ("blame", "conflict", 2),
        ("killed", "conflict", 5),
    ]


def test_claims_carry_their_source_and_places(filled_store: Store) -> None:
    with filled_store.session() as session:
        rows = list(exchange.claims_rows(session))
        assert not exchange.has_unlinked_claims(session)
    assert len(rows) == 8
    first = rows[0]
    assert (first["doc"], first["source"], first["published"]) == ("dispatch-1", "Harbour Gazette", "2024-03-12")
    assert first["event_date"] == ["2024-03-11", "2024-03-12"]
    assert all(row["question"] and row["incident"] and row["claim"] for row in rows)


def test_linking_reads_every_claim_with_the_paragraph_around_its_quote(filled_store: Store) -> None:
    with filled_store.session() as session:
        frame = derivation.claims_frame(session)
    assert len(frame) == 8
    assert frame["published"].dtype.kind == frame["event_start"].dtype.kind == "M"
    for context, quote in zip(frame["context"], frame["quote"], strict=True):
        assert " ".join(quote.split()) in context
        assert "\n" not in context
        assert len(context) <= CONTEXT


ODD_FIGURES = (0.1 + 0.2, None, 1e300, 5.0, float(2**53 - 1), -1.0, 0.0, 1234567.891)
ODD_TEXTS = ("", None, "Hafen “Süd” 😀", "a,b", "\0", " ", "x" * 300, "-1")


def test_all_claims_are_read_as_some_are_whatever_stands_in_them(
    filled_store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    with filled_store.writing() as session:
        claims = list(session.scalars(select(Claim).order_by(Claim.id)))
        for claim, low, place in zip(claims, ODD_FIGURES, ODD_TEXTS, strict=True):
            claim.low, claim.place, claim.claimant_id, claim.claimant_name = low, place, None, place
    monkeypatch.setattr(derivation, "PIECE", 2)  # as many, about, are read at once where all are
    with filled_store.sessions() as (session, beside):
        every = derivation.claims_frame(session)
        some = derivation.claims_frame(session, documents=set(every["document"]))
        assert beside is not None
        by_two = derivation.claims_frame(session, beside=beside)
    pd.testing.assert_frame_equal(by_two, every, check_exact=True)
    told = every.sort_values("claim", ignore_index=True)
    assert [None if pd.isna(low) else low for low in told["low"]] == list(ODD_FIGURES)
    assert [None if pd.isna(place) else place for place in told["place"]] == list(ODD_TEXTS)
    pd.testing.assert_frame_equal(told, some.sort_values("claim", ignore_index=True), check_exact=True)


def test_texts_longer_in_all_than_sqlite_holds_are_read_row_by_row(filled_store: Store) -> None:
    with filled_store.session() as session:
        every = derivation.claims_frame(session)
        driver: Any = session.connection().connection.driver_connection
        longest = max(len(text) for text in session.scalars(select(Document.text)))
        before = driver.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, longest + 200)
        try:
            again = derivation.claims_frame(session)
        finally:
            driver.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, before)
    pd.testing.assert_frame_equal(again, every, check_exact=True)
