"""Writing many rows of plain values at once: they are handed over as they are, without work on each."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager, nullcontext
from itertools import islice
from operator import itemgetter
from typing import Any

from sqlalchemy import Boolean, Column, Connection, Float, LargeBinary, MetaData, Table, bindparam, update
from sqlalchemy.orm import Session

from factcheck.models import Base

Row = tuple[Any, ...]
"""The values of a row, in the order of the names of its columns; the first is the id."""

_id = itemgetter(0)

_AS_THEY_ARE = (Boolean, Float, LargeBinary)
"""Types whose values every driver takes as they are."""

FEW = 500
"""Rows up to which each is updated by a statement of its own; more go by a table beside, twice as fast. Fewer new
ones leave indexes as they are."""

MOST_AT_ONCE = 50_000
"""Rows that are handed over at a time: they stand in memory once more."""

REBUILT = 0.25
"""Share of a table's rows from which an index on what changes or is new is made anew: an entry that moves costs
six times as much as one that is sorted in with all others, one that comes twice as much."""


def insert_many(session: Session, model: type[Base], names: Sequence[str], rows: Iterable[Row]) -> None:
    """New rows stand in the table; in the order of their ids, so that those lie together."""
    table, connection = table_of(model), session.connection()
    ordered = sorted(rows, key=_id)
    with _without_indexes(connection, table, names, len(ordered)) if len(ordered) >= FEW else nullcontext():
        _insert(connection, table, names, ordered)


def insert_in_turn(session: Session, model: type[Base], names: Sequence[str], rows: Iterable[Row]) -> None:
    """New rows, which are made one after the other in the order of their ids, stand in the table."""
    waiting = iter(rows)
    while some := list(islice(waiting, MOST_AT_ONCE)):
        _insert(session.connection(), table_of(model), names, some)


def update_many(session: Session, model: type[Base], names: Sequence[str], rows: Sequence[Row]) -> int:
    """The columns of each row, found by its id, are as given; gives how many they are."""
    table, connection = table_of(model), session.connection()
    if 0 < len(rows) < FEW:
        values: dict[str, Any] = {name: bindparam(f"b_{name}") for name in names[1:]}
        stated = [{f"b_{name}": value for name, value in zip(names, row, strict=True)} for row in rows]
        connection.execute(update(table).where(table.c.id == bindparam("b_id")).values(values), stated)
    elif rows:
        _update(connection, table, names, sorted(rows, key=_id))
    return len(rows)


def table_of(model: type[Base]) -> Table:
    """The table of a model."""
    assert isinstance(model.__table__, Table)
    return model.__table__


def _update(connection: Connection, table: Table, names: Sequence[str], rows: Sequence[Row]) -> None:
    """The rows go in by a temporary table, and from there in one statement."""
    columns = [Column(name, table.c[name].type) for name in names]
    beside = Table(f"new_{table.name}", MetaData(), *columns, prefixes=["TEMPORARY"])
    beside.create(connection)
    _insert(connection, beside, names, rows)
    new = {name: beside.c[name] for name in names[1:]}
    with _without_indexes(connection, table, names, len(rows)):
        connection.execute(update(table).where(table.c.id == beside.c.id).values(new))
    beside.drop(connection)


@contextmanager
def _without_indexes(connection: Connection, table: Table, names: Sequence[str], changing: int) -> Iterator[None]:
    """Where much of a SQLite table changes or is new, its indexes on these columns are made anew behind it, in the
    same transaction. A server keeps its own: others who read would have to wait."""
    touched = [index for index in table.indexes if not {c.name for c in index.columns}.isdisjoint(names[1:])]
    if not touched or connection.dialect.name != "sqlite":
        yield
        return
    every = connection.exec_driver_sql(f"SELECT max(rowid) FROM {table.name}").scalar() or 0  # as many, about
    if changing < REBUILT * every:
        yield
        return
    for index in touched:
        index.drop(connection, checkfirst=True)
    yield
    for index in touched:
        index.create(connection)


def _insert(connection: Connection, table: Table, names: Sequence[str], rows: Sequence[Row]) -> None:
    dialect = connection.dialect
    quoted = dialect.identifier_preparer.quote
    mark = "?" if dialect.paramstyle == "qmark" else "%s"
    statement = (
        f"INSERT INTO {quoted(table.name)} ({', '.join(map(quoted, names))}) "
        f"VALUES ({', '.join([mark] * len(names))})"
    )
    types = [table.c[name].type for name in names]
    makers = {
        at: made
        for at, type in enumerate(types)
        if not isinstance(type, _AS_THEY_ARE)
        and (made := type.dialect_impl(dialect).bind_processor(dialect)) is not None
    }
    for at in range(0, len(rows), MOST_AT_ONCE):
        some = rows[at : at + MOST_AT_ONCE]
        if makers:
            values = [
                list(map(makers[number], column)) if number in makers else column
                for number, column in enumerate(zip(*some, strict=True))
            ]
            some = list(zip(*values, strict=True))
        connection.exec_driver_sql(statement, list(some))
