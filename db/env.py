"""Runs the schema history, for the program (on a connection that it hands over) and for `alembic` at a shell."""

from __future__ import annotations

from typing import Any, Literal

from alembic import context
from sqlalchemy import Connection

from factcheck.models import Base, UtcDateTime
from factcheck.store.schema import VERSION_TABLE


def migrate(connection: Connection) -> None:
    context.configure(
        connection=connection,
        target_metadata=Base.metadata,
        version_table=VERSION_TABLE,
        render_as_batch=True,
        compare_type=True,
        render_item=rendered,
    )
    with context.begin_transaction():
        context.run_migrations()


def rendered(kind: str, item: Any, _context: Any) -> str | Literal[False]:
    return "sa.DateTime(timezone=True)" if kind == "type" and isinstance(item, UtcDateTime) else False


given = context.config.attributes.get("connection")
if given is not None:
    migrate(given)
else:
    from factcheck.store import database_url
    from factcheck.store.engine import migration_engine

    with migration_engine(database_url(context.config.get_main_option("sqlalchemy.url"))).begin() as own:
        migrate(own)
