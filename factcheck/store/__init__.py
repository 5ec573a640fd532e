"""The store: opening the database, bringing its schema up to date, and every write."""

from __future__ import annotations

from factcheck.store.documents import Filed, Saved
from factcheck.store.engine import DEFAULT_URL, database_url
from factcheck.store.store import DECISIONS, Store, open_store

__all__ = ["DECISIONS", "DEFAULT_URL", "Filed", "Saved", "Store", "database_url", "open_store"]
