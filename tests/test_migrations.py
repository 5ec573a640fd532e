"""The schema history and the tables in ``factcheck.models`` say the same, forwards and backwards."""

from __future__ import annotations

import os
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import inspect

from factcheck import resources
from factcheck.errors import StoreError
from factcheck.models import Base
from factcheck.store import open_store, schema
from factcheck.store.engine import migration_engine


def test_the_newest_schema_is_what_the_models_say(tmp_path: Path) -> None:
    from alembic.autogenerate import compare_metadata

    store = open_store(str(tmp_path / "new.db"))
    with store.engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        difference = compare_metadata(context, Base.metadata)
    assert [d for d in difference if schema.VERSION_TABLE not in str(d)] == []


def test_the_history_is_one_line_and_its_files_are_numbered_in_order() -> None:
    script = ScriptDirectory.from_config(schema._config())
    revisions = [revision.revision for revision in script.walk_revisions()]
    assert tuple(reversed(revisions)) == schema.history()
    assert script.get_heads() == [schema.newest()]


def test_going_back_to_base_leaves_nothing_and_forth_again_everything(tmp_path: Path) -> None:
    engine = migration_engine(f"sqlite:///{tmp_path / 'a.db'}")
    for _ in range(2):
        with engine.begin() as connection:
            schema.upgrade(connection)
        assert set(Base.metadata.tables) < set(inspect(engine).get_table_names())
        with engine.begin() as connection:
            schema.downgrade(connection, "base")
        assert set(inspect(engine).get_table_names()) == {schema.VERSION_TABLE}


def test_opening_again_changes_nothing(tmp_path: Path) -> None:
    path = tmp_path / "a.db"
    open_store(str(path)).close()
    before = path.read_bytes()
    open_store(str(path)).close()
    assert path.read_bytes() == before


def test_a_change_that_fails_midway_leaves_no_trace(tmp_path: Path) -> None:
    engine = migration_engine(f"sqlite:///{tmp_path / 'a.db'}")

    def upgrade_then_stop() -> None:
        with engine.begin() as connection:
            schema.upgrade(connection)
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        upgrade_then_stop()
    assert inspect(engine).get_table_names() == []


def test_two_who_open_a_new_file_at_once_both_get_it(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "factcheck", "init", "--db", str(tmp_path / "a.db")]
    both = [subprocess.Popen(command, cwd=resources.ROOT, stderr=subprocess.PIPE, text=True) for _ in range(2)]
    for process in both:
        said = process.communicate()[1]
        assert process.returncode == 0, said


def test_developers_can_ask_alembic_itself(tmp_path: Path) -> None:
    environment = os.environ | {"FACTCHECK_DB": str(tmp_path / "a.db")}
    for arguments in (["upgrade", "head"], ["check"]):
        command = [sys.executable, "-m", "alembic", *arguments]
        ran = subprocess.run(
            command, cwd=resources.ROOT, env=environment, capture_output=True, text=True, check=False
        )
        assert ran.returncode == 0, ran.stdout + ran.stderr


def test_a_database_of_a_newer_version_is_refused_and_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "future.db"
    open_store(str(path)).close()
    with sqlite3.connect(path) as connection:
        connection.execute(f"UPDATE {schema.VERSION_TABLE} SET version_num = '9999'")
    with pytest.raises(StoreError, match=r"made by a newer factcheck \(schema 9999\); update factcheck"):
        open_store(str(path))


def test_another_programs_database_is_refused_and_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "places.db"
    with sqlite3.connect(path) as connection:
        connection.execute("CREATE TABLE bookmarks (url TEXT)")
    with pytest.raises(StoreError, match=r"another program's database \(it has the tables bookmarks\)"):
        open_store(str(path))
    with sqlite3.connect(path) as connection:
        assert connection.execute("SELECT name FROM sqlite_master").fetchall() == [("bookmarks",)]
