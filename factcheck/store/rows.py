"""Statements that the writers share."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from contextlib import closing
from itertools import count
from typing import Any, TypeVar

from sqlalchemy import ClauseElement, ColumnElement, Insert, Select, insert, text
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.orm import InstrumentedAttribute, Session

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


Id = TypeVar("Id", str, int)
Column = ColumnElement[Any] | InstrumentedAttribute[Any]
Asked = TypeVar("Asked", bound=Select[*tuple[Any, ...]])

CHUNK = 2_000
"""Ids that one statement names."""


def chunks(ids: Iterable[Id]) -> Iterator[list[Id]]:
    """The ids, each once, so many at a time."""
    wanted = sorted(set(ids))
    return (wanted[at : at + CHUNK] for at in range(0, len(wanted), CHUNK))


def of_ids(session: Session, query: Asked, column: Column, ids: Iterable[Id]) -> Iterator[Asked]:
    """The query for the rows that have one of the ids in a column; where it must, so many at a time.

    SQLite takes all of them in one statement, which it need not read anew each time.
    """
    if session.get_bind().dialect.name != "sqlite":
        yield from (query.where(column.in_(some)) for some in chunks(ids))
    elif wanted := sorted(set(ids)):
        listed = text("SELECT value FROM json_each(:listed)").bindparams(listed=json.dumps(wanted))
        yield query.where(column.in_(listed))


AT_ONCE = 10_000
"""Rows that are fetched at a time."""

_NUMBERS = count()  # of cursors on a server


def plain_rows(session: Session, asked: Iterable[ClauseElement]) -> Iterator[list[tuple[Any, ...]]]:
    """The rows of queries as the database gives them, not as its columns' types have them, so many at a time.

    Much faster where there are many: a date of SQLite is a text, a truth a number.
    """
    connection = session.connection()
    for query in asked:
        made: Any = query.compile(connection, compile_kwargs={"render_postcompile": True})
        named = made.params
        given = named if made.positiontup is None else [named[name] for name in made.positiontup]
        driver: Any = connection.connection.dbapi_connection
        on_server = {"name": f"plain_rows_{next(_NUMBERS)}"} if connection.dialect.name == "postgresql" else {}
        with closing(driver.cursor(**on_server)) as cursor:
            cursor.execute(str(made), given)
            while rows := cursor.fetchmany(AT_ONCE):
                yield rows
