"""What tests share: a fresh SQLite store, and one filled with a small dispute of our own words."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from factcheck.store import Store, open_store
from tests.dispute import fill


@pytest.fixture
def database(tmp_path: Path) -> str:
    """The URL of a database that does not exist yet."""
    return f"sqlite:///{tmp_path / 'facts.db'}"


@pytest.fixture
def empty_store(database: str) -> Iterator[Store]:
    """A store with the newest schema and nothing in it."""
    opened = open_store(database)
    yield opened
    opened.close()


@pytest.fixture
def filled_store(empty_store: Store) -> Store:
    """A store with the dispute of tests/dispute.py in it."""
    fill(empty_store)
    return empty_store
