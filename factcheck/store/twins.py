"""A second session that reads the same state of a SQLite file, so that two threads can read beside each other."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy import Connection, Engine
from sqlalchemy.orm import Session

ATTEMPTS = 3
"""How often it is tried when another process writes just then."""


@contextmanager
def two_sessions(engine: Engine) -> Iterator[tuple[Session, Session | None]]:
    """Two sessions for reading, of one state of the database; one and None where there cannot be two: on a server,
    or when others write all the time."""
    with engine.connect() as one, Session(one) as first:
        if engine.dialect.name != "sqlite":
            yield first, None
            return
        with engine.connect() as other, Session(other) as second:
            other.detach()  # it is closed behind this: what it mapped of the file is no memory of ours then
            same = any(_begin_as_one(one, other) for _ in range(ATTEMPTS))
            yield first, second if same else None


def _begin_as_one(one: Connection, other: Connection) -> bool:
    """Both begin a transaction; True when they see the same: nobody wrote between the other's looks before the
    first began and behind."""
    for connection in (one, other):
        connection.rollback()
    before = _state(other)
    _state(one)
    other.rollback()
    return _state(other) == before


def _state(connection: Connection) -> int:
    """A number that is another one, to this connection, after every write of others; its transaction reads what
    there is now."""
    return int(connection.exec_driver_sql("PRAGMA data_version").scalar_one())
