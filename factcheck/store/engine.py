"""Where the database is, and engines for it: SQLite with its settings, PostgreSQL, or another by URL."""

from __future__ import annotations

import ctypes
import os
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from sqlalchemy import URL, Connection, Engine, create_engine, event, make_url
from sqlalchemy.exc import ArgumentError, NoSuchModuleError

from factcheck.errors import StoreError

DEFAULT_URL = "sqlite:///factcheck.db"
BUSY_SECONDS = 120
"""How long a SQLite write waits for another process's write. An import commits many times a second; what is found
of a million claims takes half a minute to store."""
CACHE_KB = 128 * 1024
"""Memory for a SQLite connection's pages, taken as they are read: room for the indexes of a million claims."""
MAPPED = 1 << 40
"""Bytes of a SQLite file that are read as memory, without copying each page first: more than there will be."""
WRITES = "factcheck_writes"
"""Execution option of a connection that is going to write: it takes SQLite's write lock from the start."""
DERIVES = "factcheck_derives"
"""Execution option of a connection that writes what is derived of stored claims, and nothing else.

Its rows point to each other and to claims that are stored, and none of these is ever deleted: SQLite need not look
up each of two million ids, which takes a third of the time.
"""
LEFT_IN_LOG = "factcheck_left_in_log"
"""Execution option of a connection whose commit leaves all that it wrote in SQLite's log; see ``file_log``."""
LOG_PAGES = 1000
"""Pages in SQLite's log from which a commit brings them into the file itself, as SQLite has it."""

_MEMSTATUS = 9
"""SQLITE_CONFIG_MEMSTATUS."""


def database_url(given: str | None = None) -> str:
    """The URL that counts: the given one, else FACTCHECK_DB, else factcheck.db here; a bare path is SQLite's."""
    wanted = given or os.environ.get("FACTCHECK_DB") or DEFAULT_URL
    if "://" not in wanted:
        return f"sqlite:///{Path(wanted).expanduser()}"
    for prefix in ("postgresql://", "postgres://"):
        if wanted.startswith(prefix):
            return "postgresql+psycopg://" + wanted.removeprefix(prefix)
    return wanted


def shown(url: str) -> str:
    """The URL as it may be shown: without its password; a SQLite file by its path."""
    parsed = parsed_url(url)
    return parsed.database or "" if sqlite_file(parsed) else parsed.render_as_string(hide_password=True)


def parsed_url(url: str) -> URL:
    """The parts of a database URL.

    Raises:
        StoreError: it is no URL.
    """
    try:
        return make_url(url)
    except ArgumentError:
        raise StoreError(
            "--db (or FACTCHECK_DB) is neither a path nor a database URL such as sqlite:///x.db"
        ) from None


def sqlite_file(url: URL) -> Path | None:
    """The file of a SQLite URL; None for another database.

    Raises:
        StoreError: the URL means SQLite in memory, where everything would be lost at once.
    """
    if url.get_backend_name() != "sqlite":
        return None
    if url.database in (None, "", ":memory:"):
        raise StoreError("a SQLite database in memory would be lost at once: give a file, sqlite:///factcheck.db")
    return Path(str(url.database))


def main_engine(url: str) -> Engine:
    """The engine that everything runs on; foreign keys hold, readers never wait for a writer."""
    engine = _engine(url, pool_pre_ping=True)
    if engine.dialect.name == "sqlite":
        event.listen(engine, "connect", _prepare_sqlite)
        event.listen(engine, "begin", _begin_sqlite)
    return engine


def migration_engine(url: str) -> Engine:
    """The engine for schema changes: a change is whole or not at all, and may rebuild a table others point to."""
    engine = _engine(url)
    if engine.dialect.name == "sqlite":
        event.listen(engine, "connect", _prepare_for_migration)
        event.listen(engine, "begin", lambda connection: connection.exec_driver_sql("BEGIN IMMEDIATE"))
    return engine


def _engine(url: str, **options: Any) -> Engine:
    _count_no_memory()
    try:
        return create_engine(parsed_url(url), **options)
    except NoSuchModuleError:
        kind = parsed_url(url).drivername
        raise StoreError(f"{kind} is no database that can be used here: sqlite and postgresql can") from None
    except ModuleNotFoundError as error:
        hint = " (pip install 'factcheck[postgres]')" if error.name == "psycopg" else ""
        raise StoreError(f"the database driver {error.name} is not installed{hint}") from None


@cache
def _count_no_memory() -> None:
    """SQLite does not count its memory, if nothing opened it before: for that all threads wait for each other at
    each piece that they take, so that two of them read slower than one. SQLite's own advice for whoever builds it
    (SQLITE_DEFAULT_MEMSTATUS=0); Debian's is built without it."""
    found = find_spec("_sqlite3")
    try:
        sqlite = ctypes.CDLL(found.origin if found and found.has_location else None)
        sqlite.sqlite3_config(_MEMSTATUS, 0)
    except (AttributeError, OSError, TypeError):
        return  # reading by two threads is slower


def _prepare_sqlite(connection: Any, _record: Any) -> None:
    # SQLAlchemy's begin event starts every transaction, so that sqlite3 itself must not.
    connection.isolation_level = None
    connection.execute(f"PRAGMA busy_timeout = {BUSY_SECONDS * 1000}")
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute("PRAGMA synchronous = NORMAL")
    connection.execute(f"PRAGMA cache_size = {-CACHE_KB}")
    connection.execute(f"PRAGMA mmap_size = {MAPPED}")


def _prepare_for_migration(connection: Any, _record: Any) -> None:
    connection.isolation_level = None
    connection.execute(f"PRAGMA busy_timeout = {BUSY_SECONDS * 1000}")
    connection.execute("PRAGMA foreign_keys = OFF")


def _begin_sqlite(connection: Connection) -> None:
    options = connection.get_execution_options()
    connection.exec_driver_sql(f"PRAGMA foreign_keys = {'OFF' if options.get(DERIVES) else 'ON'}")
    connection.exec_driver_sql(f"PRAGMA wal_autocheckpoint = {0 if options.get(LEFT_IN_LOG) else LOG_PAGES}")
    # A transaction that reads first and writes later fails at once when another process wrote in between.
    connection.exec_driver_sql("BEGIN IMMEDIATE" if options.get(WRITES) else "BEGIN")


def file_log(engine: Engine) -> None:
    """What SQLite wrote to its log comes into the file, unless others do that just now. It was stored before, and
    others read and write meanwhile."""
    pooled = engine.raw_connection()
    try:
        assert pooled.dbapi_connection is not None
        pooled.dbapi_connection.cursor().execute("PRAGMA wal_checkpoint(PASSIVE)")
    finally:
        pooled.close()
