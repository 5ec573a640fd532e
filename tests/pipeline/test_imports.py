"""Importing and linking on real files: all that can be taken in is, once, and ids stay."""

from __future__ import annotations

import json
import signal
import subprocess
import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from sqlalchemy import func, select, text

from factcheck import extraction, pipeline, resources
from factcheck.models import Base, Claim, Conflict, Decision, Document, Problem, Question, Run
from factcheck.pipeline import intake, pool
from factcheck.store import Store, open_store
from factcheck.values import ClaimRecord
from factcheck.values import Document as Item

EVENT = resources.DEMO / "afpak"
CASES = Path(__file__).parents[2] / "bench" / "reports" / "demo"


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return open_store(str(tmp_path / "test.db"))


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Store:
    """The reports of one event, imported and linked."""
    store = open_store(str(tmp_path_factory.mktemp("filled") / "test.db"))
    pipeline.import_paths(store, [EVENT])
    return store


def sizes(store: Store) -> dict[str, int]:
    with store.session() as session:
        return {
            name: session.scalar(select(func.count()).select_from(table)) or 0
            for name, table in Base.metadata.tables.items()
        }


def report(words: str, source: str = "Example News") -> bytes:
    return f"Source: {source}\nPublished: 2025-11-08\n\n{words}\n".encode()


def test_a_folder_goes_in_and_every_quote_stands_at_its_offsets(filled: Store) -> None:
    with filled.session() as session:
        documents = session.scalars(select(Document)).all()
        assert len(documents) == len(list(EVENT.glob("*.txt")))
        for claim in session.scalars(select(Claim)):
            assert claim.document.text[claim.start : claim.end] == claim.quote
            assert claim.question_id
            assert claim.extractor_version
        run = session.scalars(select(Run).where(Run.verb == "import")).one()
        assert run.counts["documents_new"] == len(documents)
        assert session.scalars(select(Question)).first()


def test_importing_the_same_folder_again_adds_no_row_anywhere_and_says_so(filled: Store) -> None:
    before = sizes(filled)
    again = pipeline.import_paths(filled, [EVENT])
    assert sizes(filled) == before
    assert again.run_id is None
    assert again.sentence() == "Read 8 files: 0 new documents (8 already known), 0 new claims."
    assert again.link is None
    assert pipeline.link(filled).changed == 0
    assert sizes(filled) == before


def test_a_copy_elsewhere_is_the_same_document(filled: Store, tmp_path: Path) -> None:
    copy = tmp_path / "copy.txt"
    copy.write_bytes((EVENT / "01.txt").read_bytes())
    again = pipeline.import_paths(filled, [copy], link=False)
    assert (again.documents_new, again.documents_known) == (0, 1)


def test_one_bad_file_among_many_is_named_and_the_others_are_in(store: Store, tmp_path: Path) -> None:
    for number in range(9):
        (tmp_path / f"{number}.txt").write_bytes(
            report(f"Police said {number + 2} people were killed in Exampleton.")
        )
    (tmp_path / "4.txt").write_bytes(b"\x00\x01\x02\x03" * 300)
    summary = pipeline.import_paths(store, [tmp_path], link=False)
    assert summary.documents_new == 8
    assert [problem.where for problem in summary.problems] == [str(tmp_path / "4.txt")]
    with store.session() as session:
        logged = session.scalars(select(Problem)).one()
        assert (logged.place, logged.run_id) == (str(tmp_path / "4.txt"), summary.run_id)
        assert logged.reason


def test_a_document_without_a_source_is_a_problem_until_one_is_given(store: Store) -> None:
    files = [("plain.txt", b"Police said 12 people were killed in Exampleton on Friday.")]
    refused = pipeline.import_files(store, files, link=False)
    assert "plain.txt: no source. Name one" in str(refused.problems[0])
    with store.session() as session:
        assert (session.scalars(select(Problem.reason)).one() or "").startswith("no source. Name one")
    taken = pipeline.import_files(store, files, source="Example News", published=date(2025, 11, 8), link=False)
    assert (taken.documents_new, taken.problems) == (1, ())


def test_the_documents_name_is_its_outside_id_or_the_path_as_given(store: Store, tmp_path: Path) -> None:
    (tmp_path / "b.txt").write_bytes(report("Nothing happened in Exampleton."))
    article = {"doc": "wire-7", "text": "Nothing happened in Otherville.", "source": "Wire"}
    (tmp_path / "c.jsonl").write_text(json.dumps(article))
    pipeline.import_paths(store, [tmp_path], link=False)
    with store.session() as session:
        assert set(session.scalars(select(Document.doc))) == {f"{tmp_path}/b.txt", "wire-7"}


def test_an_import_that_breaks_off_keeps_what_was_stored_and_the_next_one_goes_on(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("factcheck.pipeline.intake.BATCH_DOCUMENTS", 2)
    files = [(f"{n}.txt", report(f"Police said {n + 2} people were killed in Exampleton.")) for n in range(6)]

    def breaking() -> Iterator[tuple[str, bytes]]:
        yield from files[:5]
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        pipeline.import_files(store, breaking())
    with store.session() as session:
        stored = session.scalars(select(Document)).all()
        assert len(stored) == 4
        assert all(document.claims for document in stored)
    summary = pipeline.import_files(store, files, link=False)
    assert (summary.documents_new, summary.documents_known) == (2, 4)


def test_a_document_that_the_rules_stumble_over_keeps_no_other_out(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    plain = extraction.extract_all

    def stumbling(documents: list[Item]) -> Iterator[tuple[Item, list[ClaimRecord], str | None]]:
        assert all(document.doc != "2.txt" for document in documents), "a fault"
        return plain(documents)

    monkeypatch.setattr(extraction, "extract_all", stumbling)
    files = [(f"{n}.txt", report(f"Police said {n + 2} people were killed in Exampleton.")) for n in range(5)]
    summary = pipeline.import_files(store, files, link=False)
    assert summary.documents_new == 4
    assert [problem.where for problem in summary.problems] == ["2.txt"]
    assert "the claims could not be taken out (AssertionError: a fault" in str(summary.problems[0])
    monkeypatch.undo()
    assert pipeline.import_files(store, files, link=False).documents_new == 1


KILLED = """
import os, signal, sys
from factcheck import pipeline
from factcheck.store import open_store

def files():
    for n in range(5):
        head = "Source: S\\nPublished: 2025-11-08\\n\\n"
        yield f"{n}.txt", f"{head}Police said {n + 2} people were killed.\\n".encode()
    os.kill(os.getpid(), signal.SIGKILL)

pipeline.intake.BATCH_DOCUMENTS = 2
pipeline.import_files(open_store(sys.argv[1]), files())
"""


def test_an_import_that_is_killed_leaves_a_sound_database_with_whole_batches(tmp_path: Path) -> None:
    path = tmp_path / "test.db"
    killed = subprocess.run([sys.executable, "-c", KILLED, str(path)], cwd=resources.ROOT, check=False)
    assert killed.returncode == -signal.SIGKILL
    store = open_store(str(path))
    with store.session() as session:
        assert session.scalar(text("PRAGMA integrity_check")) == "ok"
        assert session.execute(text("PRAGMA foreign_key_check")).all() == []
        assert [len(document.claims) for document in session.scalars(select(Document))] == [1] * 4


def test_progress_is_told_to_its_end(store: Store) -> None:
    told: list[tuple[str, int, int | None]] = []
    pipeline.import_paths(store, [EVENT / "01.txt", EVENT / "02.txt"], progress=lambda *step: told.append(step))
    assert ("loading the parser", 0, None) in told
    assert ("reading files", 2, 2) in told
    assert not any(what == "reading documents" for what, _, _ in told)
    assert told[-1] == ("storing verdicts", 4, 4)


def test_progress_tells_the_documents_of_a_large_file_while_they_are_read(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pool, "START_CHARACTERS", 0)
    monkeypatch.setattr(pool, "CHUNK_DOCUMENTS", 8)
    reports = [{"doc": f"d{n}", "source": "Mail", "text": f"In pit {n} {n + 2} men died."} for n in range(20)]
    data = "\n".join(map(json.dumps, reports)).encode()
    told: list[tuple[str, int, int | None]] = []
    pipeline.import_files(store, [("reports.jsonl", data)], link=False, progress=lambda *step: told.append(step))
    began = "loading the parser" if pool.cores() == 1 else f"starting {pool.cores()} processes that read"
    assert told[:2] == [("reading files", 1, 1), (began, 0, None)]
    assert told[2:] == [("reading documents", n + 1, None) for n in range(20)]


def test_progress_names_a_long_text_while_it_is_read(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(intake, "LONG", 40)
    told: list[tuple[str, int, int | None]] = []
    files = [("Year.txt", report("In pit 4 six men died, said the owners of the mine on Friday."))]
    pipeline.import_files(store, files, link=False, progress=lambda *step: told.append(step))
    assert told[1] == ("reading a long text (Year.txt, 61 characters)", 0, None)


def test_gold_claims_of_the_demo_go_in_whole_and_once(store: Store) -> None:
    gold = [json.loads(line) for line in (CASES / "gold.jsonl").read_text().splitlines()]
    rows = [
        {k: v for k, v in row.items() if k not in ("incident", "question")} | {"source": row["doc"]}
        for row in gold
    ]
    data = "\n".join(map(json.dumps, rows)).encode()
    first = pipeline.import_files(store, [("gold.jsonl", data)])
    assert first.problems == ()
    assert first.claims_new == len(rows)
    again = pipeline.import_files(store, [("gold.jsonl", data)])
    assert (again.claims_new, again.claims_known, again.link) == (0, len(rows), None)
    assert pipeline.link(store).changed == 0


def test_an_import_links_what_an_earlier_one_left_unlinked(store: Store) -> None:
    files = [(path.name, path.read_bytes()) for path in (EVENT / "01.txt", EVENT / "02.txt")]
    pipeline.import_files(store, files, link=False)
    again = pipeline.import_files(store, files)
    assert again.documents_new == 0
    assert again.link is not None
    assert again.link.questions > 0


def told(source: str, claimant: str, figure: int, day: str) -> bytes:
    """A claim row: the claimant's figure of the dead of one fire, as a source had it on a day."""
    quote = f"{figure} people were killed in the fire in Karachi"
    row = {
        "doc": f"{source}, {day}", "source": source, "published": day, "kind": "killed", "qualifier": "exact",
        "low": figure, "high": figure, "victims": "people", "claimant": claimant, "place": "Karachi",
        "event_date": ["2025-11-07", "2025-11-07"], "quote": quote, "start": 0, "end": len(quote),
    }  # fmt: skip
    return json.dumps(row).encode()


def test_a_decision_stays_with_its_conflict_when_new_reports_come(store: Store) -> None:
    rivals = [told("A News", "the Army", 12, "2025-11-08"), told("B News", "the Rebels", 58, "2025-11-08")]
    pipeline.import_files(store, [("first.jsonl", b"\n".join(rivals))])
    with store.session() as session:
        conflict = session.scalars(select(Conflict.id)).one()
    store.decide("conflict", conflict, "real", by="Ana", note=None)
    pipeline.import_files(store, [("later.jsonl", told("C News", "the Rebels", 61, "2025-11-08"))])
    with store.session() as session:
        stayed = session.get_one(Conflict, conflict)
        assert stayed.current
        assert {stayed.claim_a.low, stayed.claim_b.low} == {12, 61}
        assert session.scalars(select(Decision.subject_id)).all() == [conflict]
