"""The store on PostgreSQL: the same path, on a throwaway server on loopback."""

from __future__ import annotations

import os
import pwd
import shutil
import socket
import subprocess
import tempfile
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from importlib.util import find_spec
from pathlib import Path

import pytest
from click.testing import CliRunner

from factcheck import resources
from factcheck.cli import main
from factcheck.errors import StoreError
from factcheck.linking.increments import more as increments
from factcheck.models import Base
from factcheck.pipeline import remembering
from factcheck.store import open_store, schema

EVENT = resources.DEMO / "afpak"
SERVER_USERS = ("postgres", "nobody")
"""Who may run the server when the tests run as root, whom PostgreSQL refuses."""


def programs() -> Path | None:
    """The folder of PostgreSQL's server programs."""
    found = shutil.which("initdb")
    if found:
        return Path(found).parent
    return next(iter(sorted(Path("/usr/lib/postgresql").glob("*/bin"), reverse=True)), None)


def server_user() -> str | None:
    """Another user to run the server as; None when the tests do not run as root."""
    if os.geteuid() != 0:
        return None
    known = {entry.pw_name for entry in pwd.getpwall()}
    return next((name for name in SERVER_USERS if name in known), "nobody")


@pytest.fixture(scope="module")
def server() -> Iterator[str]:
    """The URL of a server that lives as long as the tests of this file."""
    where = programs()
    if where is None:
        pytest.skip("no PostgreSQL server programs on this machine (apt install postgresql)")
    if find_spec("psycopg") is None:
        pytest.skip("psycopg is not installed (pip install 'factcheck[postgres]')")
    user = server_user()
    folder = Path(tempfile.mkdtemp(prefix="fc-pg-"))
    if user:
        shutil.chown(folder, user)
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]

    def call(program: str, *arguments: str) -> None:
        command = [str(where / program), *arguments]
        subprocess.run(
            command, user=user, cwd=folder, check=True, stdout=subprocess.DEVNULL, env={"LC_ALL": "C.UTF-8"}
        )

    data = str(folder / "data")
    call("initdb", "-D", data, "-U", "factcheck", "-A", "trust", "-E", "UTF8", "--no-sync")
    options = f"-p {port} -c listen_addresses=127.0.0.1 -c unix_socket_directories={folder} -c fsync=off"
    call("pg_ctl", "-D", data, "-w", "-l", str(folder / "log"), "-o", options, "start")
    try:
        yield f"postgresql://factcheck@127.0.0.1:{port}/"
    finally:
        call("pg_ctl", "-D", data, "-m", "immediate", "stop")
        shutil.rmtree(folder)


@pytest.fixture
def database(server: str, request: pytest.FixtureRequest) -> str:
    """The URL of an empty database."""
    import psycopg

    name = f"t{abs(hash(request.node.nodeid))}"
    with psycopg.connect(f"{server}postgres", autocommit=True) as connection:
        connection.execute(f'CREATE DATABASE "{name}"')
    return f"{server}{name}"


def run(*arguments: str | Path) -> tuple[int, str, str]:
    result = CliRunner().invoke(main, [str(a) for a in arguments], catch_exceptions=False)
    return result.exit_code, result.stdout, result.stderr


def test_the_newest_schema_is_what_the_models_say(database: str) -> None:
    from alembic.autogenerate import compare_metadata
    from alembic.migration import MigrationContext

    with open_store(database).engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        difference = compare_metadata(context, Base.metadata)
    assert [d for d in difference if schema.VERSION_TABLE not in str(d)] == []


def test_two_who_open_a_new_database_at_once_both_get_it(database: str) -> None:
    with ThreadPoolExecutor(2) as pool:
        stores = list(pool.map(open_store, [database] * 2))
    for store in stores:
        assert store.start_run("import")
        store.close()


def test_it_gives_the_same_claims_verdicts_and_report_as_sqlite(database: str, tmp_path: Path) -> None:
    printed = []
    for db in (database, str(tmp_path / "test.db")):
        status, _, talk = run("import", EVENT, "--db", db)
        assert status == 0, talk
        again = run("import", EVENT, "--db", db)[2]
        assert "0 new documents (8 already known), 0 new claims" in again
        parts = [run("claims", "--jsonl", "--db", db), run("verdicts", "--jsonl", "--db", db)]
        parts.append(run("report", "--out", "-", "--db", db))
        assert [part[0] for part in parts] == [0, 0, 0]
        printed.append([sorted(part[1].splitlines()) for part in parts])
    assert printed[0] == printed[1]


def test_what_is_new_is_linked_as_with_sqlite(
    database: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(remembering, "FEWEST", 0)
    monkeypatch.setattr(increments, "MOST_NEW", 100.0)
    printed = []
    for db in (database, str(tmp_path / "test.db")):
        said = [run("import", file, "--db", db)[2] for file in sorted(EVENT.glob("*.txt"))]
        assert any("Linked again" in talk for talk in said)
        assert "Nothing had to be linked again" in run("link", "--db", db)[2]
        assert "linked anew: somebody asked for it" in run("link", "--anew", "--db", db)[2]
        parts = [run("claims", "--jsonl", "--db", db), run("verdicts", "--jsonl", "--db", db)]
        printed.append([sorted(part[1].splitlines()) for part in parts])
    assert printed[0] == printed[1]


def test_long_foreign_and_odd_values_fit(database: str, tmp_path: Path) -> None:
    rows = tmp_path / "rows.csv"
    long = "شهود عيان 👁 " * 400
    rows.write_text(
        "doc,kind,low,high,qualifier,quote,start,end,source,claimant,role,event_date\n"
        f'{"d" * 900},killed,1e15,,at_least,"{long}",,,{long},{long},{long},0019-01-01\n'
    )
    status, _, talk = run("import", rows, "--db", database)
    assert status == 0, talk
    assert long.strip() in run("claims", "--jsonl", "--db", database)[1]


def test_a_decision_and_a_missing_server_are_as_with_sqlite(database: str) -> None:
    with pytest.raises(StoreError, match="there is no conflict x"):
        open_store(database).decide("conflict", "x", "real", by="Ana")
    with pytest.raises(StoreError, match="cannot be reached") as refused:
        open_store("postgresql://factcheck:secret@127.0.0.1:1/x")
    assert "secret" not in str(refused.value)
