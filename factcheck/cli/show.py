"""The verbs that open the dashboard: serve, demo."""

from __future__ import annotations

import sys
from contextlib import closing

import click

from factcheck.cli import serving
from factcheck.cli.errors import exit_by
from factcheck.cli.options import db_option, open_
from factcheck.cli.terminal import ProgressLine, say

_port = click.option("--port", type=click.IntRange(1, 65535), default=8501, show_default=True)


@click.command()
@_port
@db_option
def serve(port: int, db: str | None) -> None:
    """Open the dashboard on this machine.

    \b
    Example:
      factcheck serve --db factcheck.db --port 8502
    """
    serving.check_port(port)
    with closing(open_(db)) as store:
        url = store.url
    _serve(url, port)


@click.command()
@_port
@click.option("--no-serve", is_flag=True, help="Only fill the database.")
@db_option
def demo(port: int, no_serve: bool, db: str | None) -> None:
    """Import the demo reports and open the dashboard.

    A second start goes straight to the dashboard. A database that holds other documents is shown as it is: the
    demo reports are not mixed in.

    \b
    Example:
      factcheck demo
    """
    from factcheck.demo import import_demo

    if not no_serve:
        serving.check_port(port)
    progress = ProgressLine()
    with closing(open_(db)) as store:
        url = store.url
        summary = import_demo(store, progress)
    progress.clear()
    if summary is None:
        click.echo("Nothing imported: the database has its documents already.", err=True)
    else:
        say(summary)
        exit_by(summary.problems)
    if not no_serve:
        _serve(url, port)


def _serve(url: str, port: int) -> None:
    click.echo(f"The dashboard opens at http://{serving.ADDRESS}:{port} (stop it with Ctrl+C).", err=True)
    sys.exit(serving.serve(url, port))
