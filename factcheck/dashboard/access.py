"""The store that the pages read, opened once a process, and what a page says when it cannot be read."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import wraps
from typing import TYPE_CHECKING

import streamlit as st

from factcheck.errors import FactcheckError, StoreError
from factcheck.queries import runs
from factcheck.store import Store, database_url, open_store

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

Stamp = tuple[str, int, int, int]
"""What caches are keyed on: the database, and three numbers that change with every run and every decision."""

_log = logging.getLogger(__name__)


def store() -> Store:
    """The store named by FACTCHECK_DB, else the default one.

    Raises:
        StoreError: it cannot be opened; the text says why and what to do.
    """
    return _opened(database_url())


@contextmanager
def reading() -> Iterator[Session]:
    """A session for the queries of one page."""
    with store().session() as session:
        yield session


def stamp() -> Stamp:
    """Which store it is, and in which state."""
    with reading() as session:
        return (database_url(), *runs.stamp(session))


def guarded(page: Callable[[], None]) -> Callable[[], None]:
    """The page, which says in words what is wrong with the store instead of breaking off with a traceback."""

    @wraps(page)
    def shown() -> None:
        try:
            page()
        except FactcheckError as error:
            _log.warning("%s: %s", page.__module__, error)
            _explain(error)

    return shown


def _explain(error: FactcheckError) -> None:
    st.error(f"**This page cannot be shown.** {error}", icon=":material/error:")
    if isinstance(error, StoreError):
        _opened.clear()  # the file may have been replaced: the next try opens it anew
        st.markdown(
            "The database is named by the `FACTCHECK_DB` setting or by `factcheck serve --db`; "
            "without either it is `factcheck.db` in the folder where the dashboard was started."
        )
    st.button("Try again", icon=":material/refresh:", key="try_again")


@st.cache_resource(show_spinner=False, max_entries=4)
def _opened(url: str) -> Store:
    return open_store(url)
