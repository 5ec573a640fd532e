"""What the claims page, the conflict page and the document page read of claims."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest
from sqlalchemy.orm import Session

from factcheck.ids import content_id
from factcheck.queries import claims, documents, passages, runs
from factcheck.queries.claims import ClaimFilter
from factcheck.queries.documents import LONGEST_SHOWN
from factcheck.store import Store
from factcheck.store.documents import Filed
from factcheck.values import ClaimRecord, Document, Qualifier
from tests.dispute import DOCUMENTS, KILLED


@pytest.fixture
def session(filled_store: Store) -> Iterator[Session]:
    with filled_store.session() as opened:
        yield opened


def test_claims_come_newest_document_first_and_in_order_of_the_text(session: Session) -> None:
    rows = claims.claim_page(session, ClaimFilter(), limit=100)
    assert len(rows) == claims.count_claims(session, ClaimFilter()) == 8
    assert [row.doc for row in rows] == ["dispatch-3"] * 2 + ["dispatch-2"] * 2 + ["dispatch-1"] * 4
    assert [row.start for row in rows[4:]] == sorted(row.start for row in rows[4:])


def test_a_claim_without_claimant_speaks_with_its_sources_voice(session: Session) -> None:
    own = claims.claim_page(session, ClaimFilter(claimants=("Harbour Gazette",)), limit=10)
    assert [(row.claimant, row.voice) for row in own] == [(None, "Harbour Gazette")]


@pytest.mark.parametrize(
    ("wanted", "expected"),
    [
        (ClaimFilter(kinds=("wounded",)), 1),
        (ClaimFilter(sources=("Coast Radio",)), 2),
        (ClaimFilter(places=("Varn crossing",)), 8),
        (ClaimFilter(text="newspaper"), 0),
        (ClaimFilter(text="republic BLAMED"), 2),
        (ClaimFilter(text="_"), 0),
        (ClaimFilter(first=date(2024, 3, 13)), 0),
        (ClaimFilter(last=date(2024, 3, 11)), 8),
    ],
)
def test_filters_keep_what_fits(session: Session, wanted: ClaimFilter, expected: int) -> None:
    assert claims.count_claims(session, wanted) == expected


def test_the_table_has_every_claim_that_fits_with_whole_numbers_and_iso_days(session: Session) -> None:
    table = claims.claims_table(session, ClaimFilter(kinds=("killed",)))
    assert list(table["low"]) == [58, 23, 58, 20, 20]
    assert set(table["published"]) == {"2024-03-12", "2024-03-13", "2024-03-15"}
    assert list(table.columns[:3]) == ["claim", "question", "kind"]


def test_the_quote_stands_in_its_own_paragraph(session: Session) -> None:
    rows = claims.claims_of_question(session, KILLED)
    found = passages.passages(session, [row.id for row in rows])
    first = found[rows[0].id]
    assert first.before == "The Northern army said "
    assert first.quote == "58 soldiers of the Republic had been killed"
    assert first.after.endswith("23 of its soldiers had died.")
    assert (first.cut_before, first.cut_after) == (False, False)


def test_a_long_paragraph_is_cut_and_says_so(empty_store: Store) -> None:
    text = "word " * 400 + "9 died" + " word" * 400
    claim = ClaimRecord("long", "killed", "9 died", 2000, 2006, low=9, high=9, qualifier=Qualifier.EXACT)
    run = empty_store.start_run("import")
    filed = Filed(content_id("long"), Document(doc="long", text=text, source="S"), (claim,), "rules", "1")
    empty_store.save_documents(run, [filed])
    with empty_store.session() as session:
        (row,) = claims.claims_of_document(session, content_id("long"))
        passage = passages.passages(session, [row.id])[row.id]
    assert (passage.cut_before, passage.quote, passage.cut_after) == (True, "9 died", True)
    assert len(passage.before) == len(passage.after) == passages.REACH


def test_a_document_comes_whole_or_in_stretches(session: Session) -> None:
    whole = documents.document(session, content_id("dispatch-1"))
    later = documents.document(session, content_id("dispatch-1"), offset=9)
    assert whole is not None
    assert later is not None
    assert whole.text == DOCUMENTS[0].text
    assert later.text == DOCUMENTS[0].text[9:]
    assert whole.length == later.length < LONGEST_SHOWN
    assert documents.document(session, "nonsense") is None


def test_sources_come_with_their_holdings(session: Session) -> None:
    rows = {row.name: row for row in runs.source_page(session, limit=10)}
    assert (rows["Harbour Gazette"].documents, rows["Harbour Gazette"].claims) == (2, 6)
    assert (rows["Coast Radio"].first, rows["Coast Radio"].last) == (date(2024, 3, 13), date(2024, 3, 16))
    listed = runs.documents_of_source(session, rows["Coast Radio"].id, limit=10)
    assert [(entry.doc, entry.claims) for entry in listed] == [("dispatch-4", 0), ("dispatch-2", 2)]


def test_runs_come_with_their_problems(session: Session) -> None:
    (run,) = runs.run_page(session, limit=5)
    assert (run.verb, run.problems, run.counts["documents_new"]) == ("import", 1, 4)
    assert [problem.place for problem in runs.problems_of_run(session, run.id)] == ["torn.txt"]
    assert runs.run(session, run.id) == run
    assert runs.run(session, 999) is None


def test_the_stamp_changes_with_runs_and_decisions(filled_store: Store) -> None:
    def stamp() -> tuple[int, int, int]:
        with filled_store.session() as session:
            return runs.stamp(session)

    seen = [stamp()]
    run = filled_store.start_run("import")
    seen.append(stamp())
    filled_store.end_run(run, {})
    seen.append(stamp())
    assert len(set(seen)) == 3
