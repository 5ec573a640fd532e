"""The pages' queries give the same on PostgreSQL as on SQLite."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

from sqlalchemy.orm import Session

from factcheck.ids import content_id
from factcheck.queries import (
    claims,
    conflicts,
    disputes,
    documents,
    passages,
    questions,
    runs,
    suggestions,
    weights,
)
from factcheck.queries.claims import ClaimFilter
from factcheck.queries.disputes import ConflictFilter
from factcheck.store import Store, open_store
from factcheck.store.suggestions import SuggestionRow
from tests.dispute import KILLED, fill
from tests.test_postgres import database, server  # noqa: F401

EVERYTHING = ConflictFilter(
    states=(), kinds=("killed",), claimants=("River Mission",), places=("Varn",), first=date(2024, 3, 1),
    last=date(2024, 4, 1), text="varn 20", newest_first=True,
)  # fmt: skip


def answers(session: Session, ids: dict[str, str]) -> list[Any]:
    """What every query says of the same dispute."""
    pair = conflicts.conflict(session, ids["army"])
    assert pair is not None
    return [
        pair,
        disputes.dispute_page(session, ConflictFilter(), limit=5),
        disputes.dispute_page(session, EVERYTHING, limit=5),
        disputes.count_disputes(session, EVERYTHING),
        disputes.count_states(session, ConflictFilter()),
        disputes.conflict_options(session),
        disputes.report_ids(session, ("open", "real")),
        conflicts.pairs_of_question(session, KILLED),
        questions.living_question(session, KILLED),
        claims.claim_page(session, ClaimFilter(text="_%"), limit=5),
        claims.claim_page(session, ClaimFilter(first=date(2024, 3, 1)), limit=3, offset=1),
        claims.claim_options(session),
        passages.passages(session, [pair.a.id, pair.b.id]),
        documents.document(session, content_id("dispatch-1"), offset=4).text,  # type: ignore[union-attr]
        [(row.name, row.documents, row.claims, row.first, row.last) for row in runs.source_page(session, limit=5)],
        [(row.verb, row.counts, row.problems) for row in runs.run_page(session, limit=5)],
        runs.totals(session),
        suggestions.suggestion_page(session, limit=5, undecided=True),
        list(suggestions.exchange_rows(session)),
        weights.used(session).weights,
    ]


def filled(store: Store) -> list[Any]:
    ids = fill(store)
    store.decide("conflict", ids["mission"], "real", by="Ana")
    with store.session() as session:
        a, b, c = sorted(claim.id for claim in claims.claim_page(session, ClaimFilter(), limit=3))
    asked = [SuggestionRow(a, b, 0.4, [["words", "words in common", 0.5]]), SuggestionRow(a, c, 0.2, [])]
    store.suggest(asked)
    store.decide_link(c, a, "different", by="Ana")
    store.use_weights({"bias": -1.0}, by="Ana", note="tried")
    with store.session() as session:
        return answers(session, ids)


def test_postgresql_and_sqlite_agree(database: str, tmp_path: Path) -> None:  # noqa: F811
    other = open_store(database)
    try:
        assert filled(other) == filled(open_store(str(tmp_path / "facts.db")))
    finally:
        other.close()
