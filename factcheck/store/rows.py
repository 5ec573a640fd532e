"""Statements that the writers share."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from sqlalchemy import Insert, insert
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.orm import Session

from factcheck.models import Base


def insert_or_keep(session: Session, table: type[Base]) -> Insert:
    """An INSERT that lets a row stand which another process stored a moment ago."""
    match session.get_bind().dialect.name:
        case "sqlite":
            return sqlite.insert(table).on_conflict_do_nothing()
        case "postgresql":
            return postgresql.insert(table).on_conflict_do_nothing()
        case _:
            return insert(table)


CHUNK = 2_000
"""Ids that one statement names."""


def chunks(ids: Iterable[str]) -> Iterator[list[str]]:
    """The ids, each once, so many at a time."""
    wanted = sorted(set(ids))
    return (wanted[at : at + CHUNK] for at in range(0, len(wanted), CHUNK))
