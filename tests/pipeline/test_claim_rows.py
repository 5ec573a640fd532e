"""Claims that come ready-made: attached to their document, or laid out on one of their own."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import event, select

from factcheck import pipeline
from factcheck.models import CLAIMS_ONLY, Claim, Document
from factcheck.store import Store, open_store

TEXT = "The council met on Monday. Officials said 30 people were killed in the fire. Medics counted 12 dead."


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return open_store(str(tmp_path / "test.db"))


def row(quote: str, start: int | None = None, **fields: Any) -> dict[str, Any]:
    begin = TEXT.find(quote) if start is None else start
    record = {
        "doc": "a-1",
        "kind": "killed",
        "low": 30,
        "high": 30,
        "qualifier": "exact",
        "source": "Example News",
    }
    return record | {"quote": quote, "start": begin, "end": begin + len(quote)} | fields


def take_in(store: Store, *rows: dict[str, Any]) -> pipeline.ImportSummary:
    data = "\n".join(json.dumps(one) for one in rows).encode()
    return pipeline.import_files(store, [("rows.jsonl", data)], link=False)


def documents(store: Store) -> list[Document]:
    with store.session() as session:
        session.expire_on_commit = False
        return list(session.scalars(select(Document).order_by(Document.kind)))


def claims(store: Store, document: Document) -> list[Claim]:
    with store.session() as session:
        session.expire_on_commit = False
        return list(session.scalars(select(Claim).where(Claim.document_id == document.id).order_by(Claim.start)))


def stored_text(store: Store, doc: str = "a-1") -> None:
    article = {"doc": doc, "source": "Example News", "published": "2025-11-08", "text": TEXT}
    take_in(store, article)


def test_rows_without_their_document_make_one_that_keeps_the_outside_offsets(store: Store) -> None:
    summary = take_in(store, row("30 people were killed"), row("12 dead", low=12, high=12))
    assert (summary.documents_new, summary.claims_new, summary.problems) == (1, 2, ())
    (document,) = documents(store)
    assert (document.doc, document.kind) == ("a-1", CLAIMS_ONLY)
    assert document.remark == "made from claim rows; only the quoted stretches are known"
    assert document.text.split() == ["30", "people", "were", "killed", "12", "dead"]
    for claim in claims(store, document):
        assert document.text[claim.start : claim.end] == claim.quote == TEXT[claim.start : claim.end]
        assert claim.extractor == "given"


def test_rows_find_the_stored_document_in_which_their_quote_stands(store: Store) -> None:
    stored_text(store)
    before = claims(store, documents(store)[0])
    assert (
        take_in(store, row("Medics counted 12 dead", low=12, high=12, claimant="Medics of the town")).claims_new
        == 1
    )
    (document,) = documents(store)
    assert len(claims(store, document)) == len(before) + 1


@pytest.mark.parametrize("odd", [{"start": 3}, {"source": "Another Paper"}])
def test_a_row_whose_quote_or_source_is_another_gets_a_document_of_its_own(
    store: Store, odd: dict[str, Any]
) -> None:
    stored_text(store)
    take_in(store, row("30 people were killed", **({"start": None} | odd)))
    assert [document.kind for document in documents(store)] == [CLAIMS_ONLY, "jsonl"]


def test_a_row_that_names_no_source_goes_to_its_document_or_to_a_source_of_its_own(store: Store) -> None:
    stored_text(store)
    nameless = [row("Medics counted 12 dead", source=None), row("30 dead", 0, source=None, doc="b-2")]
    assert take_in(store, *nameless).problems == ()
    with store.session() as session:
        sources = {d.doc: d.source.name for d in session.scalars(select(Document))}
    assert sources == {"a-1": "Example News", "b-2": "unnamed source of b-2"}


def test_taking_the_same_rows_in_again_adds_nothing(store: Store) -> None:
    rows = [row("30 people were killed"), row("12 dead", low=12, high=12), row("no offsets", 0, end=0)]
    take_in(store, *rows)
    again = take_in(store, *rows)
    assert (again.documents_new, again.claims_new, again.claims_known, again.run_id) == (0, 0, 3, None)
    stored_text(store)
    assert take_in(store, *rows).claims_new == 0  # they stay where they are when their document comes later


def test_later_rows_fill_blanks_and_never_change_what_is_known(store: Store) -> None:
    take_in(store, row("12 dead", low=12, high=12))
    take_in(store, row("30 people were killed"), row("Medics counted 12 dead", claimant="Medics"))
    (document,) = documents(store)
    assert [c.quote for c in claims(store, document)] == [
        "30 people were killed",
        "Medics counted 12 dead",
        "12 dead",
    ]


def test_a_row_that_contradicts_the_known_text_is_refused_by_its_line_and_the_others_are_in(store: Store) -> None:
    at = TEXT.index("12 dead")
    summary = take_in(store, row("12 dead", low=12, high=12), row("13 dead", at), row("30 people were killed"))
    assert summary.claims_new == 2
    assert [str(p) for p in summary.problems] == [
        "rows.jsonl, line 2: the quote '13 dead' contradicts another quote of the same document at character "
        f"{at + 1}"
    ]


@pytest.mark.parametrize(
    ("bad", "message"),
    [
        (row("30 dead", 0, end=8), "the quote has 7 characters, start and end make it 8"),
        (row("30 dead", 5_000_000), "no document is that long"),
        (row("   ", 0), "the claim has no quote"),
        (row("30 dead", 0, doc="ы" * 1001), "the document's id is longer than 2,000 bytes"),
    ],
)
def test_a_row_that_cannot_be_is_refused_with_the_reason(store: Store, bad: dict[str, Any], message: str) -> None:
    summary = take_in(store, bad, row("12 dead", low=12, high=12))
    assert message in str(summary.problems[0])
    assert summary.claims_new == 1


def test_rows_of_other_days_or_addresses_are_other_documents_though_they_share_a_name(store: Store) -> None:
    rows = [row("30 dead", 0, published="2025-11-08"), row("31 dead", 0, published="2025-11-09")]
    assert take_in(store, *rows).documents_new == 2


def test_rows_with_far_offsets_are_stored_in_small_batches(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("factcheck.pipeline.intake.BATCH_REACH", 50_000)
    commits: list[object] = []
    event.listen(store.engine, "commit", commits.append)
    summary = take_in(store, *(row("30 dead", 20_000, doc=f"d{n}") for n in range(9)))
    assert (summary.documents_new, summary.problems) == (9, ())
    assert len(commits) == 5  # the run begins, three batches, the run ends
