"""Opening, reading and writing the store: on real SQLite files."""

from __future__ import annotations

import os
import sqlite3
from datetime import date
from pathlib import Path

import pytest
from sqlalchemy import func, select, text

from factcheck import ids
from factcheck.errors import ClaimError, StoreError
from factcheck.models import Claim, Conflict, Decision, Document, Incident, Problem, Question, Source, Suggestion
from factcheck.store import Filed, Store, database_url, open_store
from factcheck.store.bulk import FEW
from factcheck.store.derived import ConflictRow, IncidentRow, Links, QuestionRow, Verdicts
from factcheck.store.linking import Kept
from factcheck.values import ClaimRecord, DateSpan, Qualifier
from factcheck.values import Document as Item

TEXT = "Officials said 30 people were killed. Medics said 12 were killed."


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return open_store(str(tmp_path / "test.db"))


def claim(quote: str, **fields: object) -> ClaimRecord:
    start = TEXT.index(quote)
    record = {"doc": "a.txt", "kind": "killed", "quote": quote, "start": start, "end": start + len(quote)}
    return ClaimRecord(**(record | fields))  # type: ignore[arg-type]


OFFICIALS = claim("30 people were killed", low=30, high=30, qualifier=Qualifier.EXACT, claimant="Officials")
MEDICS = claim("12 were killed", low=12, high=12, qualifier=Qualifier.EXACT, claimant="Medics")


def filed(*claims: ClaimRecord, doc: str = "a.txt", source: str = "Example News", words: str = TEXT) -> Filed:
    item = Item(doc=doc, text=words, source=source, published=date(2025, 11, 8))
    return Filed(ids.document_id(source, words, None, item.published), item, claims, "rules", "1")


def count(store: Store, table: type) -> int:
    with store.session() as session:
        return session.scalar(select(func.count()).select_from(table)) or 0


def link_the_two(store: Store) -> tuple[str, str]:
    """The two claims stand in conflict; gives their ids."""
    run = store.start_run("import")
    one = filed(OFFICIALS, MEDICS)
    store.save_documents(run, [one])
    a, b = (ids.claim_id(one.id, c) for c in (OFFICIALS, MEDICS))
    store.apply_links(
        Links(
            [IncidentRow("i1", "Fire")],
            [QuestionRow("q1", "i1", "killed", "How many were killed?")],
            [(a, "q1", "i1"), (b, "q1", "i1")],
        )
    )
    return a, b


def conflict(a: str, b: str, *, id: str = "c1", severity: float = 0.5) -> ConflictRow:
    return ConflictRow(id, "q1", "count", severity, b, a, 1, 1, "30 against 12")


def test_sqlite_keeps_foreign_keys_and_lets_readers_read_while_one_writes(store: Store) -> None:
    with store.session() as session:
        assert session.scalar(text("PRAGMA foreign_keys")) == 1
        assert session.scalar(text("PRAGMA journal_mode")) == "wal"
        assert session.scalar(text("PRAGMA busy_timeout")) == 120_000
    with store.writing() as writer:
        writer.add(Source(id="s", name="Example News"))
        writer.flush()
        assert count(store, Source) == 0
    assert count(store, Source) == 1


def test_nothing_goes_in_where_comparing_fails_while_links_are_stored(store: Store) -> None:
    def fails() -> Verdicts:
        raise RuntimeError("comparing failed")

    with pytest.raises(RuntimeError):
        store.apply(Links([IncidentRow("i", "an attack")], []), fails, list, Kept)
    assert count(store, Incident) == 0


def test_sqlite_keeps_foreign_keys_again_after_it_stored_what_is_derived(store: Store) -> None:
    store.apply(Links([], []), lambda: Verdicts({}, []), list, Kept)
    with store.session() as session:
        assert session.scalar(text("PRAGMA foreign_keys")) == 1
    with pytest.raises(StoreError), store.writing() as writer:
        writer.add(Suggestion(claim_a_id="a", claim_b_id="b", score=0.5, reasons=[]))


def test_indexes_stand_again_after_many_rows_came(store: Store) -> None:
    def indexes() -> list[str]:
        with store.session() as session:
            return sorted(session.scalars(text("SELECT name FROM sqlite_master WHERE type = 'index'")))

    before, many = indexes(), range(2 * FEW)
    incidents = [IncidentRow(f"i{n}", "Raid at Varn") for n in many]
    questions = [QuestionRow(f"q{n}", f"i{n % 7}", "killed", "How many were killed?") for n in many]
    assert store.apply_links(Links(incidents, questions)) == 4 * FEW
    assert indexes() == before
    with store.session() as session:
        assert session.scalar(text("PRAGMA integrity_check")) == "ok"
        assert session.scalar(select(func.count()).where(Question.incident_id == "i3")) == 143


def test_a_document_comes_with_its_source_claimants_and_claims(store: Store) -> None:
    saved = store.save_documents(store.start_run("import"), [filed(OFFICIALS, MEDICS)])
    assert (saved.documents_new, saved.claims_new) == (1, 2)
    with store.session() as session:
        document = session.scalars(select(Document)).one()
        assert document.text == TEXT
        assert document.source.name == "Example News"
        for stored in document.claims:
            assert document.text[stored.start : stored.end] == stored.quote
        assert {c.claimant.name for c in document.claims if c.claimant} == {"Officials", "Medics"}
        assert document.retrieved.tzinfo is not None


def test_the_same_document_from_another_path_adds_nothing(store: Store) -> None:
    run = store.start_run("import")
    store.save_documents(run, [filed(OFFICIALS)])
    again = store.save_documents(
        run, [filed(OFFICIALS, doc="copies/b.txt"), filed(OFFICIALS, source="The Example News")]
    )
    assert (again.documents_new, again.claims_new, again.documents_known) == (0, 0, 2)
    assert count(store, Document) == 1


def test_a_claim_whose_quote_is_elsewhere_is_refused_with_its_batch(store: Store) -> None:
    lost = claim("30 people were killed", low=30, high=30)
    other = filed(lost, words="Nothing of the kind.")
    with pytest.raises(ClaimError, match="is not what stands at"):
        store.save_documents(store.start_run("import"), [filed(OFFICIALS), other])
    assert count(store, Document) == 0


def test_claims_that_differ_in_what_they_assert_are_two_and_figures_have_one_spelling() -> None:
    day = DateSpan.day(date(2025, 11, 8))
    twins = [
        OFFICIALS,
        claim("30 people were killed", low=30.0, high=30, qualifier=Qualifier.EXACT, claimant="Officials"),
    ]
    others = [
        MEDICS,
        claim("12 were killed", low=12, high=12, qualifier=Qualifier.EXACT, claimant="Medics", event_date=day),
    ]
    assert len({ids.claim_id("d", c) for c in twins}) == 1
    assert len({ids.claim_id("d", c) for c in others}) == 2


def test_links_and_verdicts_are_stored_and_a_second_time_nothing_is_written(store: Store) -> None:
    a, b = link_the_two(store)
    verdicts = Verdicts({"q1": ("conflict", "count", "30 against 12")}, [conflict(a, b)])
    assert store.apply_verdicts(verdicts) == 2
    assert store.apply_verdicts(verdicts) == 0
    links = Links([IncidentRow("i1", "Fire")], [QuestionRow("q1", "i1", "killed", "How many were killed?")])
    assert store.apply_links(links) == 0
    with store.session() as session:
        assert session.get_one(Question, "q1").verdict == "conflict"
        assert session.get_one(Claim, a).question_id == "q1"


def test_what_is_no_longer_found_stays_but_is_not_current(store: Store) -> None:
    a, b = link_the_two(store)
    store.apply_verdicts(Verdicts({"q1": ("conflict", "count", "30 against 12")}, [conflict(a, b)]))
    store.apply_links(
        Links(
            [IncidentRow("i1", "Fire")],
            [QuestionRow("q2", "i1", "killed", "How many?")],
            [(a, "q2", "i1"), (b, "q2", "i1")],
            {"q1": "q2"},
        )
    )
    store.apply_verdicts(Verdicts({}, []))
    with store.session() as session:
        old = session.get_one(Question, "q1")
        assert (old.current, old.merged_into, old.verdict) == (False, "q2", None)
        assert not session.get_one(Conflict, "c1").current
    store.apply_verdicts(Verdicts({}, [conflict(a, b, severity=0.9)]))
    with store.session() as session:
        assert session.get_one(Conflict, "c1").current


def test_a_decision_outlives_every_rerun_and_is_never_overwritten(store: Store) -> None:
    a, b = link_the_two(store)
    store.apply_verdicts(Verdicts({}, [conflict(a, b)]))
    store.decide("conflict", "c1", "real", by="Ana", note="read both")
    store.decide("conflict", "c1", "open", by="Ana", note=None)
    store.apply_verdicts(Verdicts({}, []))
    with store.session() as session:
        words = [(d.status, d.decided_by, d.note) for d in session.scalars(select(Decision).order_by(Decision.id))]
    assert words == [("real", "Ana", "read both"), ("open", "Ana", None)]


@pytest.mark.parametrize(
    ("status", "by", "subject", "message"),
    [
        ("maybe", "Ana", "c1", "a decision is one of"),
        ("real", "  ", "c1", "needs a name"),
        ("real", "Ana", "nowhere", "there is no conflict nowhere"),
    ],
)
def test_a_decision_needs_a_known_status_a_name_and_a_conflict(
    store: Store, status: str, by: str, subject: str, message: str
) -> None:
    a, b = link_the_two(store)
    store.apply_verdicts(Verdicts({}, [conflict(a, b)]))
    with pytest.raises(StoreError, match=message):
        store.decide("conflict", subject, status, by=by)
    assert count(store, Decision) == 0


def test_problems_are_kept_with_any_characters(store: Store) -> None:
    run = store.start_run("import")
    store.save_problems(run, [("bad\0name.txt", "half a pair: \ud800")])
    store.end_run(run, {"documents_new": 0})
    with store.session() as session:
        problem = session.scalars(select(Problem)).one()
        assert problem.place == "bad�name.txt"
        assert problem.run.counts == {"documents_new": 0}
        assert problem.run.ended is not None


def test_the_database_is_the_given_one_else_the_environments_else_here(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("FACTCHECK_DB", raising=False)
    assert database_url() == "sqlite:///factcheck.db"
    monkeypatch.setenv("FACTCHECK_DB", "/data/x.db")
    assert database_url() == "sqlite:////data/x.db"
    assert database_url("here.db") == "sqlite:///here.db"
    assert database_url("postgresql://me@host/x") == "postgresql+psycopg://me@host/x"


@pytest.mark.parametrize(
    ("url", "message"),
    [
        ("missing/x.db", "the folder missing for the database x.db does not exist"),
        (".", "is a folder; give the path of a file in it"),
        ("sqlite://", "in memory would be lost"),
        ("oracel://host/x", "oracel is no database that can be used here"),
        ("mysql+nosuchdriver://host/x", "no database that can be used here"),
        ("post gres://x", "neither a path nor a database URL"),
        (f"{'x' * 300}.db", "cannot be opened .File name too long."),
    ],
)
def test_a_place_that_cannot_be_a_database_is_named_with_the_way_out(
    url: str, message: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    with pytest.raises(StoreError, match=message):
        open_store(url)
    assert list(tmp_path.iterdir()) == []


def test_a_file_that_is_no_database_is_refused_and_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "letter.db"
    path.write_text("Dear reader, " * 100)
    with pytest.raises(StoreError, match=r"letter\.db: this file is no SQLite database"):
        open_store(str(path))
    assert path.read_text().startswith("Dear reader")


def test_reading_does_not_make_an_empty_database(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match=r"there is no database at .*typo\.db; make one with: factcheck init"):
        open_store(str(tmp_path / "typo.db"), create=False)
    assert not (tmp_path / "typo.db").exists()


@pytest.mark.skipif(os.geteuid() == 0, reason="the superuser may read everything")
def test_a_database_without_permission_is_named(tmp_path: Path) -> None:
    path = tmp_path / "locked.db"
    open_store(str(path)).close()
    path.chmod(0)
    with pytest.raises(StoreError, match="check its permissions"):
        open_store(str(path))


def test_a_write_waits_for_another_programs_write_only_so_long(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("factcheck.store.engine.BUSY_SECONDS", 0)
    store = open_store(str(tmp_path / "busy.db"))
    other = sqlite3.connect(tmp_path / "busy.db", isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    with pytest.raises(StoreError, match="another program has been writing"):
        store.start_run("import")
    other.execute("ROLLBACK")
    assert store.start_run("import") == 1
