"""What verbs have in common: where the database is, who published and when, which files."""

from __future__ import annotations

import sys
from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING, Any, TypeVar

import click

if TYPE_CHECKING:
    from factcheck.store import Store

_Verb = TypeVar("_Verb", bound=Callable[..., Any])


class Day(click.ParamType[date]):
    """A day, as people and web pages write it."""

    name = "date"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> date:
        """The day itself."""
        if isinstance(value, date):
            return value
        from factcheck.readers.dates import UnclearDateError, published

        try:
            return published(str(value))[0]
        except UnclearDateError as unclear:
            self.fail(f"{unclear}; write it as 2025-11-08", param, ctx)


def db_option(verb: _Verb) -> _Verb:
    """The verb takes ``--db``."""
    text = "The database: a file, or a URL. [default: $FACTCHECK_DB, else factcheck.db in this folder]"
    return click.option("--db", metavar="URL", help=text)(verb)


def facts_options(verb: _Verb) -> _Verb:
    """The verb takes ``--source`` and ``--published``."""
    source = click.option("--source", metavar="NAME", help="Who published, for items that do not say so.")
    published = click.option("--published", type=Day(), help="When, for items that do not say so: 2025-11-08.")
    return source(published(verb))


def workers_option(verb: _Verb) -> _Verb:
    """The verb takes ``--workers``."""
    text = "Processes that extract at once. [default: all cores, when there is enough to read]"
    return click.option("--workers", type=click.IntRange(min=1), metavar="N", help=text)(verb)


def open_(db: str | None, *, create: bool = True) -> Store:
    """The database that the verb works on."""
    from factcheck.store import open_store

    return open_store(db, create=create)


def given(paths: tuple[str, ...]) -> tuple[str, ...]:
    """The paths, or standard input when none is given and something is piped in."""
    if paths:
        return paths
    if sys.stdin.isatty():
        raise click.UsageError("give the path of a file or folder, or - for standard input")
    return ("-",)
