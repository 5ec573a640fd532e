"""The verbs of the shell: data on stdout, talk on stderr, and an exit status that tells."""

from __future__ import annotations

import csv
import io
import json
import os
import socket
import sqlite3
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from factcheck import resources
from factcheck.cli import main
from factcheck.queries.exchange import BESIDE
from factcheck.store import open_store, schema

EVENT = resources.DEMO / "afpak"
VERBS = (
    "alias", "aliases", "claims", "decide", "decisions", "demo", "estimates",
    "extract", "import", "init", "link", "report", "serve", "verdicts", "why",
)  # fmt: skip


def run(*arguments: str | Path, given: bytes | str | None = None) -> Result:
    return CliRunner().invoke(main, [str(a) for a in arguments], input=given, catch_exceptions=False)


def lines(result: Result) -> list[dict[str, Any]]:
    return [json.loads(line) for line in result.stdout.splitlines()]


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A database with the reports of one event."""
    path = tmp_path_factory.mktemp("filled") / "test.db"
    result = run("import", EVENT, "--db", path)
    assert result.exit_code == 0, result.stderr
    assert result.stdout == ""
    assert "8 new documents" in result.stderr
    return path


@pytest.mark.parametrize("verb", VERBS)
def test_the_help_of_every_verb_has_an_example(verb: str) -> None:
    result = run(verb, "--help")
    assert result.exit_code == 0
    assert f"Example:\n    factcheck {verb}" in result.stdout


def test_all_verbs_are_listed_and_help_loads_nothing_heavy() -> None:
    code = (
        "import sys; from factcheck.cli import main; main(['--help'], standalone_mode=False);"
        "heavy = {'spacy', 'pandas', 'streamlit', 'sqlalchemy', 'alembic', 'trafilatura'} & set(sys.modules);"
        "sys.exit(str(heavy) if heavy else 0)"
    )
    found = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert found.returncode == 0, found.stderr
    assert all(f"\n  {verb} " in found.stdout for verb in VERBS)


def test_importing_again_adds_nothing_and_says_so(filled: Path) -> None:
    again = run("import", EVENT, "--db", filled)
    assert again.exit_code == 0
    assert "0 new documents (8 already known), 0 new claims" in again.stderr


def test_claims_are_records_with_their_place_in_the_store(filled: Path) -> None:
    result = run("claims", "--jsonl", "--db", filled)
    records = lines(result)
    assert records
    for record in records:
        assert record["doc"].startswith(str(EVENT))
        assert {"claim", "source", "published", "incident", "question"} <= record.keys()
        assert all(not isinstance(record[n], float) or record[n] % 1 for n in ("low", "high"))
        text = Path(record["doc"]).read_text().split("\n\n", 1)[1]
        assert text[record["start"] : record["end"]] == record["quote"]


def test_what_claims_prints_import_takes_back(filled: Path, tmp_path: Path) -> None:
    printed = run("claims", "--jsonl", "--db", filled).stdout
    result = run("import", "-", "--no-link", "--db", tmp_path / "other.db", given=printed)
    assert result.exit_code == 0, result.stderr
    again = [
        json.loads(line) for line in run("claims", "--jsonl", "--db", tmp_path / "other.db").stdout.splitlines()
    ]
    kept = (
        "doc",
        "kind",
        "low",
        "high",
        "claimant",
        "event_date",
        "place",
        "quote",
        "start",
        "end",
        "source",
        "published",
    )
    assert sorted(json.dumps([r[n] for n in kept]) for r in again) == sorted(
        json.dumps([json.loads(line)[n] for n in kept]) for line in printed.splitlines()
    )


def test_verdicts_are_one_object_a_question_with_two_claims_or_more(filled: Path) -> None:
    rows = lines(run("verdicts", "--jsonl", "--db", filled))
    assert rows
    for row in rows:
        assert list(row) == ["question", "incident", "kind", "type", "verdict", "reason", "claims"]
        assert row["verdict"] in (
            "conflict", "discrepancy", "possible", "update", "compatible", "duplicate", "not_comparable",
        )  # fmt: skip
        assert len(row["claims"]) > 1
        assert list(row["claims"][0]) == ["claim", "doc", "start", "end", "kind", "low", "high", "claimant"]
    known = {record["claim"]: record["question"] for record in lines(run("claims", "--jsonl", "--db", filled))}
    own = [row for row in rows if row["type"] not in BESIDE]
    assert all(known[c["claim"]] == row["question"] for row in own for c in row["claims"])


def test_the_rules_of_comparing_are_explained_without_a_database(tmp_path: Path) -> None:
    told = run("verdicts", "--rules", "--db", tmp_path / "none.db").stdout.splitlines()
    names = [line.partition(": ")[0] for line in told]
    assert {"ranges apart", "denied", "part above whole", "who they were", "added up"} <= set(names)
    assert all(len(line.partition(": ")[2]) > 10 for line in told)


def test_claims_and_verdicts_can_be_read_by_people_too(filled: Path) -> None:
    assert "01.txt:" in run("claims", "--db", filled).stdout
    assert " claims): " in run("verdicts", "--db", filled).stdout


def test_the_report_has_a_row_for_each_conflict(filled: Path, tmp_path: Path) -> None:
    out = tmp_path / "conflicts.csv"
    result = run("report", "--out", out, "--db", filled)
    assert (result.exit_code, result.stdout) == (0, "")
    rows = list(csv.DictReader(io.StringIO(out.read_bytes().decode("utf-8-sig"), newline="")))
    with sqlite3.connect(filled) as connection:
        (count,) = connection.execute(
            "SELECT count(*) FROM conflict WHERE current AND type <> 'possible'"
        ).fetchone()
    assert len(rows) == count
    assert result.stderr.startswith(f"{count:,} conflicting pair{'' if count == 1 else 's'} written to ")
    assert {row["status"] for row in rows} <= {"open"}
    piped = run("report", "--out", "-", "--db", filled)
    assert piped.stdout_bytes == out.read_bytes()


def test_linking_again_keeps_everything(filled: Path) -> None:
    before = run("verdicts", "--jsonl", "--db", filled).stdout
    result = run("link", "--db", filled)
    assert (result.exit_code, result.stdout) == (0, "")
    assert "(0 new)" in result.stderr
    assert run("verdicts", "--jsonl", "--db", filled).stdout == before


def test_extract_prints_records_and_needs_no_database(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    article = {
        "doc": "wire-7",
        "text": "Police said 12 people were killed in Exampleton on Friday.",
        "published": "2025-11-08",
    }
    for arguments, given in ((["extract", "-"], json.dumps(article)), (["extract"], json.dumps(article))):
        result = run(*arguments, given=given)
        assert result.exit_code == 0, result.stderr
        (record,) = lines(result)
        assert (record["doc"], record["kind"], record["low"], record["high"]) == ("wire-7", "killed", 12, 12)
        assert article["text"][record["start"] : record["end"]] == record["quote"]
    assert list(tmp_path.iterdir()) == []


def test_extract_names_what_it_cannot_read_and_goes_on(tmp_path: Path) -> None:
    (tmp_path / "empty.txt").write_bytes(b"")
    (tmp_path / "good.txt").write_text("Police said 12 people were killed in Exampleton on Friday.")
    result = run("extract", tmp_path)
    assert result.exit_code == 1
    assert [record["doc"] for record in lines(result)] == [f"{tmp_path}/good.txt"]
    assert "empty.txt: the file is empty" in result.stderr


def test_an_import_that_could_not_take_in_everything_says_so_by_name_and_status(tmp_path: Path) -> None:
    (tmp_path / "good.txt").write_text("Police said 12 people were killed in Exampleton on Friday.")
    result = run(
        "import", tmp_path / "good.txt", tmp_path / "nowhere.txt", "--source", "Example News", "--published",
        "2025-11-08", "--no-link", "--db", tmp_path / "test.db",
    )  # fmt: skip
    assert result.exit_code == 1
    assert f"factcheck: {tmp_path / 'nowhere.txt'}: there is no such file or folder" in result.stderr
    assert "1 new document" in result.stderr
    assert "1 could not be taken in" in result.stderr


def test_many_problems_are_counted_not_all_listed(tmp_path: Path) -> None:
    result = run("import", "-", "--db", tmp_path / "test.db", given="{}\n" * 150)
    assert result.exit_code == 1
    assert result.stderr.count("standard input, line") == 100
    assert "and 50 more" in result.stderr
    assert "150 could not be taken in" in result.stderr


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["import", "x.txt", "--published", "someday"], "'someday' is not a date"),
        (["import", "x.txt", "--db", "nowhere/x.db"], "factcheck: the folder nowhere for the database x.db"),
        (["import", "x.txt", "--db", "."], "is a folder"),
        (["import", "x.txt", "--db", "oracel://h/x"], "no database that can be used here"),
        (["claims", "--db", "typo.db"], "there is no database at typo.db"),
        (["verdicts", "--db", "typo.db"], "there is no database at typo.db"),
        (["link", "--db", "typo.db"], "there is no database at typo.db"),
        (["report", "--out", "x.csv", "--db", "typo.db"], "there is no database at typo.db"),
        (["report"], "Missing option '--out'"),
        (["serve", "--port", "0"], "not in the range"),
    ],
)
def test_what_cannot_run_says_why_with_status_2_and_leaves_nothing(
    arguments: list[str], message: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    result = run(*arguments)
    assert result.exit_code == 2
    assert message in result.stderr
    assert "Traceback" not in result.stderr
    assert result.stdout == ""
    assert list(tmp_path.iterdir()) == []


def test_a_database_of_a_newer_version_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "future.db"
    open_store(str(path)).close()
    with sqlite3.connect(path) as connection:
        connection.execute(f"UPDATE {schema.VERSION_TABLE} SET version_num = '9999'")
    result = run("claims", "--db", path)
    assert result.exit_code == 2
    assert (
        f"factcheck: {path}: this database was made by a newer factcheck (schema 9999); update factcheck"
        in result.stderr
    )


def test_a_report_that_cannot_be_written_is_named(filled: Path, tmp_path: Path) -> None:
    result = run("report", "--out", tmp_path / "nowhere" / "x.csv", "--db", filled)
    assert result.exit_code == 2
    assert "cannot be written" in result.stderr


@pytest.mark.parametrize("verb", ["serve", "demo"])
def test_a_taken_port_is_named_with_a_way_out(verb: str, tmp_path: Path) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        result = run(verb, "--port", str(port), "--db", tmp_path / "test.db")
    assert result.exit_code == 2
    assert f"port {port} cannot be used" in result.stderr
    assert f"--port {port + 1}" in result.stderr


def test_init_makes_the_database_and_again_leaves_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("FACTCHECK_DB", raising=False)
    for _ in range(2):
        result = run("init")
        assert (result.exit_code, result.stderr) == (0, "factcheck.db is ready.\n")
    assert (tmp_path / "factcheck.db").exists()


def test_the_demo_is_not_mixed_into_a_database_with_other_documents(tmp_path: Path) -> None:
    path = tmp_path / "mine.db"
    (tmp_path / "mine.txt").write_text("Police said 12 people were killed in Exampleton on Friday.")
    run("import", tmp_path / "mine.txt", "--source", "Example News", "--no-link", "--db", path)
    result = run("demo", "--no-serve", "--db", path)
    assert result.exit_code == 0
    assert "Nothing imported" in result.stderr
    assert len({record["doc"] for record in lines(run("claims", "--jsonl", "--db", path))}) == 1


def test_the_installed_command_streams_and_bears_a_reader_that_leaves(tmp_path: Path) -> None:
    """``factcheck extract ... | head -1`` ends quietly."""
    row = {"doc": "d", "kind": "killed", "quote": "12 dead", "start": 0, "end": 7, "low": 12, "high": 12}
    rows = tmp_path / "rows.jsonl"
    rows.write_text((json.dumps(row) + "\n") * 20_000)
    command = [sys.executable, "-c", "from factcheck.cli import main; main()", "extract", str(rows)]
    environment = os.environ | {"PYTHONPATH": str(resources.ROOT)}
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=environment) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        assert json.loads(process.stdout.readline())["quote"] == "12 dead"
        process.stdout.close()
        assert b"Traceback" not in process.stderr.read()


def test_a_terminal_sees_how_far_it_is_and_then_the_sum(tmp_path: Path) -> None:
    master, slave = os.openpty()
    command = [sys.executable, "-m", "factcheck", "import", str(EVENT / "01.txt"), "--no-link", "--db"]
    subprocess.run([*command, str(tmp_path / "test.db")], cwd=resources.ROOT, stderr=slave, check=True)
    os.close(slave)
    seen = os.read(master, 10_000).decode()
    os.close(master)
    assert "reading files [########################] 1 of 1" in seen
    assert seen.rstrip().splitlines()[-1].rpartition("\r")[2].startswith("Read 1 file: 1 new document")


def test_a_bad_number_in_row_17_is_named_and_the_other_rows_are_in(tmp_path: Path) -> None:
    table = ["doc,kind,low,high,qualifier,quote,start,end,source"]
    table += [f"d{n},killed,{n},{n},exact,{n} were killed,,,Example News" for n in range(2, 32)]
    table[16] = table[16].replace(",17,17,", ",seventeen,17,")
    (tmp_path / "claims.csv").write_text("\n".join(table))
    result = run("import", tmp_path / "claims.csv", "--no-link", "--db", tmp_path / "test.db")
    assert result.exit_code == 1
    assert "claims.csv, row 17" in result.stderr
    assert "29 new claims" in result.stderr
    (tmp_path / "short.csv").write_text("doc,kind\nd1,killed\n")
    missing = run("import", tmp_path / "short.csv", "--no-link", "--db", tmp_path / "test.db")
    assert missing.exit_code == 1
    assert "required columns are missing" in missing.stderr


def test_extract_explains_each_sentence_with_its_rule_and_refusals(tmp_path: Path) -> None:
    path = tmp_path / "pit.txt"
    path.write_text("Twelve miners were killed.\n\nTom Reed, 34, was not hurt. The flag flew.\n")
    result = run("extract", "--explain", path, "--published", "2024-05-10")
    assert result.exit_code == 0
    assert "taken    killed 12 (miners): 'Twelve miners were killed'" in result.stdout
    assert "by the rule 'act: passive subject'" in result.stdout
    assert "refused  '34'" in result.stdout
    assert "- The flag flew." in result.stdout


def test_what_cannot_be_read_is_named_beside_the_explanations(tmp_path: Path) -> None:
    result = run("extract", "--explain", tmp_path / "nowhere.txt")
    assert result.exit_code != 0
    assert "nowhere.txt" in result.stderr


def test_names_are_put_together_listed_and_taken_apart(filled: Path, tmp_path: Path) -> None:
    path = tmp_path / "copy.db"
    path.write_bytes(filled.read_bytes())
    pair = ("Pakistani Foreign Office", "Pakistan government")
    done = run("alias", *pair, "--by", "Ana", "--note", "its ministry", "--db", path)
    assert done.exit_code == 0
    assert "claims moved" in done.stderr
    listed = list(csv.DictReader(io.StringIO(run("aliases", "--db", path).stdout)))
    assert [(row["alias"], row["name"], row["status"], row["by"], row["note"]) for row in listed] == [
        (*pair, "same", "Ana", "its ministry")
    ]
    assert run("alias", *pair, "--undo", "--by", "Ana", "--db", path).exit_code == 0
    assert list(csv.DictReader(io.StringIO(run("aliases", "--db", path).stdout))) == []
