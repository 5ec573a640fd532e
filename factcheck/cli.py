"""The verbs for the shell: data to stdout, talk to stderr.

Exit status: 0 everything went in; 1 something could not be taken in (it is named); 2 the verb could not run.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from contextlib import closing
from datetime import date
from typing import TYPE_CHECKING, Any, TypeVar

import click

from factcheck import __version__
from factcheck.errors import FactcheckError, ReadError
from factcheck.terminal import ProgressLine, name_problems, print_lines

if TYPE_CHECKING:
    from factcheck.pipeline import ImportSummary
    from factcheck.store import Store

NOT_ALL_IN = 1
COULD_NOT_RUN = 2

_Verb = TypeVar("_Verb", bound=Callable[..., Any])


class Failure(click.ClickException):
    """An expected error: its text, no traceback."""

    exit_code = COULD_NOT_RUN

    def show(self, file: Any = None) -> None:
        """The text is on stderr."""
        click.echo(f"factcheck: {self.message}", err=True)


class Verbs(click.Group):
    """The verbs; errors that are meant for people come out as their text."""

    def invoke(self, ctx: click.Context) -> Any:
        """The verb has run."""
        try:
            return super().invoke(ctx)
        except FactcheckError as error:
            raise Failure(str(error)) from error


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


def _db(verb: _Verb) -> _Verb:
    text = "The database: a file, or a URL. [default: $FACTCHECK_DB, else factcheck.db in this folder]"
    return click.option("--db", metavar="URL", help=text)(verb)


def _facts(verb: _Verb) -> _Verb:
    source = click.option("--source", metavar="NAME", help="Who published, for items that do not say so.")
    published = click.option("--published", type=Day(), help="When, for items that do not say so: 2025-11-08.")
    return source(published(verb))


@click.group(cls=Verbs, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(__version__, prog_name="factcheck")
def main() -> None:
    """Take claims out of rival reports and show where they cannot both be true.

    Exit status: 0 everything went in, 1 something could not be taken in (it is named), 2 could not run.

    \b
    Example:
      factcheck demo
      factcheck import reports/ --source "Example News" --published 2025-11-08
      factcheck report --out conflicts.csv
    """


@main.command()
@click.argument("paths", nargs=-1, metavar="PATH...")
@_facts
def extract(paths: tuple[str, ...], source: str | None, published: date | None) -> None:
    """Print the claims of files and folders as JSON Lines; no database.

    PATH is a file, a folder, or - for JSON Lines of documents on standard input.

    \b
    Example:
      factcheck extract reports/ > claims.jsonl
      factcheck extract - < documents.jsonl
    """
    from factcheck import pipeline, record

    problems: list[ReadError] = []
    documents = claims = 0
    for doc, found, remark in pipeline.extract(
        _given(paths), refuse=problems.append, source=source, published=published
    ):
        documents, claims = documents + 1, claims + len(found)
        if remark:
            click.echo(f"{doc}: {remark}", err=True)
        print_lines(record.to_json(claim) for claim in found)
    name_problems(problems)
    click.echo(f"{claims:,} claims in {documents:,} documents.", err=True)
    _exit_by(problems)


@main.command("import")
@click.argument("paths", nargs=-1, metavar="PATH...")
@_facts
@click.option("--no-link", is_flag=True, help="Only store; link and compare later, with: factcheck link.")
@_db
def import_(
    paths: tuple[str, ...], source: str | None, published: date | None, no_link: bool, db: str | None
) -> None:
    """Store documents and claims; then link and compare all that is stored.

    PATH is a file, a folder, or - for JSON Lines on standard input. Read are plain text, HTML pages, JSON Lines
    of documents or claim records, and CSV of claims. Importing anything again adds nothing.

    \b
    Example:
      factcheck import reports/
      factcheck import a.txt b.html --source "Example News" --published 2025-11-08
      factcheck import - < documents.jsonl
    """
    from factcheck import pipeline

    progress = ProgressLine()
    with closing(_open(db)) as store:
        summary = pipeline.import_paths(
            store, _given(paths), source=source, published=published, link=not no_link, progress=progress
        )
    progress.clear()
    _say(summary)
    _exit_by(summary.problems)


@main.command()
@_db
def link(db: str | None) -> None:
    """Link the stored claims to questions and compare the positions on each.

    What people decided stays as it is. A second run changes nothing.

    \b
    Example:
      factcheck link --db factcheck.db
    """
    from factcheck import pipeline

    progress = ProgressLine()
    with closing(_open(db, create=False)) as store:
        summary = pipeline.link(store, progress)
    progress.clear()
    click.echo(summary.sentence(), err=True)


@main.command()
@click.option("--jsonl", is_flag=True, help="JSON Lines: the whole claim records.")
@_db
def claims(jsonl: bool, db: str | None) -> None:
    """Print all claims with their ids, sources and questions.

    \b
    Example:
      factcheck claims --jsonl > claims.jsonl
    """
    from factcheck.queries import exchange

    with closing(_open(db, create=False)) as store, store.session() as session:
        rows = exchange.claims_rows(session)
        if jsonl:
            print_lines(rows)
        else:
            for row in rows:
                click.echo(_claim_line(row))


@main.command()
@click.option("--jsonl", is_flag=True, help="JSON Lines: every question with its verdict, reason and claims.")
@_db
def verdicts(jsonl: bool, db: str | None) -> None:
    """Print the verdict on each question that two or more claims answer.

    \b
    Example:
      factcheck verdicts --jsonl > verdicts.jsonl
    """
    from factcheck.queries import exchange

    with closing(_open(db, create=False)) as store, store.session() as session:
        rows = exchange.verdict_rows(session)
        if jsonl:
            print_lines(rows)
        else:
            for row in rows:
                click.echo(f"{row['verdict']} ({row['kind']}, {len(row['claims'])} claims): {row['reason']}")


@main.command()
@click.option("--out", required=True, metavar="FILE.csv", help="Where to write it; - is standard output.")
@_db
def report(out: str, db: str | None) -> None:
    """Write the discrepancy report: CSV, one row for each pair of positions in conflict, worst first.

    \b
    Example:
      factcheck report --out conflicts.csv
    """
    from factcheck.queries import exchange
    from factcheck.reports.csv import write_csv

    with closing(_open(db, create=False)) as store, store.session() as session:
        rows = exchange.report_rows(session)
    try:
        with click.open_file(out, "wb", atomic=out != "-") as file:
            count = write_csv(rows, file)
    except OSError as error:
        raise Failure(f"{out} cannot be written ({error.strerror})") from None
    click.echo(f"{count:,} conflicts written to {'standard output' if out == '-' else out}.", err=True)


@main.command()
@_db
def init(db: str | None) -> None:
    """Make the database, or bring it to the newest schema; what is in it stays.

    \b
    Example:
      factcheck init --db factcheck.db
    """
    from factcheck.store.engine import shown

    with closing(_open(db)) as store:
        click.echo(f"{shown(store.url)} is ready.", err=True)


_port = click.option("--port", type=click.IntRange(1, 65535), default=8501, show_default=True)


@main.command()
@_port
@_db
def serve(port: int, db: str | None) -> None:
    """Open the dashboard on this machine.

    \b
    Example:
      factcheck serve --db factcheck.db --port 8502
    """
    from factcheck import serving

    with closing(_open(db)) as store:
        url = store.url
    sys.exit(serving.serve(url, port))


@main.command()
@_port
@click.option("--no-serve", is_flag=True, help="Only fill the database.")
@_db
def demo(port: int, no_serve: bool, db: str | None) -> None:
    """Import the demo reports and open the dashboard; a second start goes straight there.

    A database that holds other documents is shown as it is: the demo reports are not mixed in.

    \b
    Example:
      factcheck demo
    """
    from factcheck import serving
    from factcheck.demo import import_demo

    if not no_serve:
        serving.check_port(port)
    progress = ProgressLine()
    with closing(_open(db)) as store:
        url = store.url
        summary = import_demo(store, progress)
    progress.clear()
    if summary is None:
        click.echo("The database has documents already; nothing imported.", err=True)
    else:
        _say(summary)
        _exit_by(summary.problems)
    if not no_serve:
        sys.exit(serving.serve(url, port))


def _open(db: str | None, *, create: bool = True) -> Store:
    from factcheck.store import open_store

    return open_store(db, create=create)


def _given(paths: tuple[str, ...]) -> tuple[str, ...]:
    """The paths, or standard input when none is given and something is piped in."""
    if paths:
        return paths
    if sys.stdin.isatty():
        raise click.UsageError("give the path of a file or folder, or - for standard input")
    return ("-",)


def _say(summary: ImportSummary) -> None:
    name_problems(summary.problems)
    click.echo(summary.sentence(), err=True)


def _exit_by(problems: Sequence[ReadError]) -> None:
    if problems:
        sys.exit(NOT_ALL_IN)


def _claim_line(row: dict[str, Any]) -> str:
    bounds = "".join(f" {'?' if n is None else n}" for n in (row["low"], row["high"])) if row["qualifier"] else ""
    return (
        f"{row['doc']}:{row['start']}: {row['kind']}{bounds}, {row['claimant'] or row['source']}: {row['quote']}"
    )
