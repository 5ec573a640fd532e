"""Statements that the writers share."""

from __future__ import annotations

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
