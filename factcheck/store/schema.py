"""The schema history: brings a database to the newest schema, and refuses one that is not ours or is newer."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from sqlalchemy import Connection, Engine, func, inspect, select, text

from factcheck import resources
from factcheck.errors import StoreError
from factcheck.models import Base

if TYPE_CHECKING:
    from alembic.config import Config

_TURN = 0x66616374
"""The number of our lock on a PostgreSQL server: "fact" in hexadecimal."""

VERSION_TABLE = "factcheck_schema"
"""Holds the schema's version; named so that a database shared with another program's migrations stays apart."""


class SchemaError(StoreError):
    """The database's schema is not one that this program can use."""


def migrate(engine: Engine, *, create: bool = True) -> None:
    """The database has the newest schema, with everything that was in it.

    Raises:
        SchemaError: it was made by a newer version, is another program's, or is empty and not to be made.
    """
    with engine.connect() as connection:
        found = version(connection)
    if found == newest():
        return
    with engine.begin() as connection:
        _wait_for_turn(connection)
        found = version(connection)
        _refuse_foreign(connection, found)
        if found is None and not create:
            raise SchemaError("there is no factcheck database here yet; make one with: factcheck init")
        if found != newest():
            upgrade(connection)


def _wait_for_turn(connection: Connection) -> None:
    """Of two processes that find the same old schema, the second waits, and then finds it done."""
    if connection.dialect.name == "postgresql":
        connection.execute(select(func.pg_advisory_xact_lock(_TURN)))
    # SQLite: the transaction began with the write lock


def version(connection: Connection) -> str | None:
    """The schema version that the database says it has; None when it says nothing."""
    if not inspect(connection).has_table(VERSION_TABLE):
        return None
    found = connection.execute(text(f"SELECT version_num FROM {VERSION_TABLE}")).scalar()
    return None if found is None else str(found)


@cache
def history() -> tuple[str, ...]:
    """The schema versions that this program knows, oldest first: the numbers of the files in ``db/versions``."""
    return tuple(
        sorted(path.name.split("_")[0] for path in (resources.MIGRATIONS / "versions").glob("[0-9]*_*.py"))
    )


def newest() -> str:
    """The schema version that this program writes."""
    if not history():
        raise SchemaError(f"the schema history is missing from {resources.MIGRATIONS}; install factcheck again")
    return history()[-1]


def upgrade(connection: Connection, to: str = "head") -> None:
    """The schema is at version ``to``."""
    from alembic import command

    config = _config()
    config.attributes["connection"] = connection
    command.upgrade(config, to)


def downgrade(connection: Connection, to: str) -> None:
    """The schema is back at the older version ``to`` ('base': nothing left)."""
    from alembic import command

    config = _config()
    config.attributes["connection"] = connection
    command.downgrade(config, to)


def _config() -> Config:
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(resources.MIGRATIONS).replace("%", "%%"))
    config.set_main_option("path_separator", "os")
    return config


def _refuse_foreign(connection: Connection, found: str | None) -> None:
    if found is not None and found not in history():
        raise SchemaError(f"this database was made by a newer factcheck (schema {found}); update factcheck")
    tables = set(inspect(connection).get_table_names()) - {VERSION_TABLE}
    alone = connection.dialect.name == "sqlite"  # a server database may be shared, a SQLite file is one program's
    if found is None and tables and (alone or tables & set(Base.metadata.tables)):
        some = ", ".join(sorted(tables)[:4])
        raise SchemaError(f"this is another program's database (it has the tables {some}); give one of its own")
