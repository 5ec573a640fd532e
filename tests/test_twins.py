"""Two sessions that read one state of a SQLite file, what goes on behind, and threads that do not wait."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from threading import Event

import pytest
from sqlalchemy import Connection, func, select, text

from factcheck.models import Source
from factcheck.store import Store, open_store, twins
from factcheck.store import store as module
from factcheck.store.derived import Links, Verdicts
from factcheck.store.linking import Kept


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with closing(open_store(str(tmp_path / "test.db"))) as store:
        yield store


def add(store: Store, id: str) -> None:
    with store.writing() as session:
        session.add(Source(id=id, name=id))


COUNT = select(func.count()).select_from(Source)


def test_two_sessions_read_on_in_one_state_while_others_write(store: Store) -> None:
    add(store, "before")
    with store.sessions() as (one, other):
        assert other is not None
        add(store, "meanwhile")
        assert (one.scalar(COUNT), other.scalar(COUNT)) == (1, 1)
    with store.sessions() as (one, other):
        assert other is not None
        assert (one.scalar(COUNT), other.scalar(COUNT)) == (2, 2)


@pytest.mark.parametrize("at", [1, 2])
def test_who_writes_while_the_two_begin_is_seen_by_both_or_by_none(
    store: Store, monkeypatch: pytest.MonkeyPatch, at: int
) -> None:
    """``at``: before which look somebody else writes: that of the first session, or the other's second."""
    looks, look = iter(range(1000)), twins._state

    def looked(connection: Connection) -> int:
        if next(looks) == at:
            add(store, "just then")
        return look(connection)

    monkeypatch.setattr(twins, "_state", looked)
    with store.sessions() as (one, other):
        assert other is not None
        assert (one.scalar(COUNT), other.scalar(COUNT)) == (1, 1)
        assert next(looks) == 6  # it was tried twice


def test_where_others_write_all_the_time_one_session_reads_alone(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    look, names = twins._state, iter(range(1000))

    def looked(connection: Connection) -> int:
        add(store, f"writer {next(names)}")
        return look(connection)

    monkeypatch.setattr(twins, "_state", looked)
    with store.sessions() as (one, other):
        assert other is None
        assert one.scalar(COUNT)


def test_what_is_derived_comes_from_the_log_into_the_file_behind_who_waits_for_it(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    def pages() -> int:
        with store.writing() as session:
            return int(session.scalar(text("PRAGMA wal_autocheckpoint")) or 0)

    go_on, into_the_file = Event(), module.file_log
    monkeypatch.setattr(module, "file_log", lambda engine: (go_on.wait(60), into_the_file(engine)))
    assert pages() == 1000
    store.apply(Links([], []), lambda: Verdicts({}, []), list, Kept)
    assert pages() == 0  # nobody else does it while it goes on
    log = Path(f"{store.engine.url.database}-wal")
    assert log.stat().st_size > 0
    go_on.set()
    store.close()
    assert not log.exists()  # all is in the file
    assert pages() == 1000


def test_sqlite_counts_no_memory_so_that_threads_do_not_wait_for_each_other(tmp_path: Path) -> None:
    code = """
import ctypes, sys
from importlib.util import find_spec
from factcheck.store import open_store
store = open_store(sys.argv[1])
sqlite = ctypes.CDLL(find_spec("_sqlite3").origin)
sqlite.sqlite3_memory_used.restype = ctypes.c_int64
with store.session() as session:
    session.connection()
    print(sqlite.sqlite3_memory_used())
"""
    told = subprocess.run(
        [sys.executable, "-c", code, str(tmp_path / "a.db")], capture_output=True, text=True, check=True
    )
    assert told.stdout.strip() == "0"
