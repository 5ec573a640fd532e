"""The verbs that take something in: extract, import, link, init."""

from __future__ import annotations

import time
from contextlib import closing
from datetime import date

import click

from factcheck.cli.errors import exit_by
from factcheck.cli.options import db_option, facts_options, given, open_, workers_option
from factcheck.cli.terminal import ProgressLine, name_problems, print_lines, say
from factcheck.errors import ReadError


@click.command()
@click.argument("paths", nargs=-1, metavar="PATH...")
@facts_options
@workers_option
@click.option("--explain", is_flag=True, help="Show for people how each sentence was read, instead of records.")
def extract(
    paths: tuple[str, ...], source: str | None, published: date | None, workers: int | None, explain: bool
) -> None:
    """Print the claims of files and folders.

    Claim records come as JSON Lines; no database is needed. PATH is a file, a folder, or - for JSON Lines of
    documents on standard input. With --explain each sentence is shown with what was taken from it, by which rule
    and how surely, and what was refused and why.

    \b
    Example:
      factcheck extract reports/ > claims.jsonl
      factcheck extract - < documents.jsonl
      factcheck extract --explain article.txt
    """
    if explain:
        _explain(paths, source, published)
        return
    from factcheck import pipeline, record

    problems: list[ReadError] = []
    documents = claims = 0
    progress, began = ProgressLine(), time.monotonic()
    for doc, found, remark in pipeline.extract(
        given(paths), refuse=problems.append, source=source, published=published, workers=workers
    ):
        documents, claims = documents + 1, claims + len(found)
        if remark:
            progress.clear()
            click.echo(f"{doc}: {remark}", err=True)
        print_lines(record.to_json(claim) for claim in found)
        speed = documents / max(0.001, time.monotonic() - began)
        progress(f"{claims:,} claims, {speed:,.0f} documents a second; documents", documents, None)
    progress.clear()
    name_problems(problems)
    click.echo(f"{claims:,} claims in {documents:,} documents.", err=True)
    exit_by(problems)


def _explain(paths: tuple[str, ...], source: str | None, published: date | None) -> None:
    from factcheck import pipeline
    from factcheck.cli import reading

    problems: list[ReadError] = []
    for document, sentences, remark in pipeline.explain(
        given(paths), refuse=problems.append, source=source, published=published
    ):
        for line in reading.lines(document, sentences, remark):
            click.echo(line)
    name_problems(problems)
    exit_by(problems)


@click.command("import")
@click.argument("paths", nargs=-1, metavar="PATH...")
@facts_options
@workers_option
@click.option("--no-link", is_flag=True, help="Only store; link and compare later, with: factcheck link.")
@db_option
def import_(
    paths: tuple[str, ...],
    source: str | None,
    published: date | None,
    workers: int | None,
    no_link: bool,
    db: str | None,
) -> None:
    """Store documents with their claims, and compare.

    What is new is linked and compared with all that is stored. PATH is a file, a folder, or - for JSON Lines on
    standard input. Read are plain text, HTML pages, JSON Lines of documents or claim records, and CSV of claims.
    Importing anything again adds nothing.

    \b
    Example:
      factcheck import reports/
      factcheck import a.txt b.html --source "Example News" --published 2025-11-08
      factcheck import - < documents.jsonl
    """
    from factcheck import pipeline

    progress = ProgressLine()
    with closing(open_(db)) as store:
        summary = pipeline.import_paths(
            store, given(paths), source=source, published=published, link=not no_link, workers=workers,
            progress=progress,
        )  # fmt: skip
    progress.clear()
    say(summary)
    exit_by(summary.problems)


@click.command()
@click.option("--engine", default="local", show_default=True, help="Where to link: local, or dask://host:port.")
@click.option("--anew", is_flag=True, help="Link all claims again, and not only what is new or changed.")
@db_option
def link(db: str | None, engine: str, anew: bool) -> None:
    """Link the stored claims and compare positions.

    Every claim stands under the question that it answers, and every question has its verdict. What people
    decided stays as it is. A second run changes nothing. Of many claims only those that are new or changed, and
    those of the incidents that they touch, are linked again.

    \b
    Example:
      factcheck link --db factcheck.db
      factcheck link --anew
      factcheck link --engine dask://127.0.0.1:8786
    """
    from factcheck import linking, pipeline

    try:
        linking.engine_of(engine)
    except ValueError as unknown:
        raise click.UsageError(str(unknown)) from None

    progress = ProgressLine()
    with closing(open_(db, create=False)) as store:
        summary = pipeline.link(store, progress, engine, anew=anew)
    progress.clear()
    for alarm in summary.alarms:
        click.echo(f"factcheck: {alarm}", err=True)
    click.echo(summary.sentence(), err=True)
    if summary.suggestions:
        click.echo(f"{summary.suggestions:,} nearly linked, for you to decide: factcheck suggestions", err=True)


@click.command()
@db_option
def init(db: str | None) -> None:
    """Make the database, or bring it up to date.

    What is in it stays.

    \b
    Example:
      factcheck init --db factcheck.db
    """
    from factcheck.store.engine import shown

    with closing(open_(db)) as store:
        click.echo(f"{shown(store.url)} is ready.", err=True)
