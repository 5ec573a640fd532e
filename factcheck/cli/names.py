"""The verbs for claimants' names: which two are one, and what was said of names so far."""

from __future__ import annotations

import csv
import sys
from contextlib import closing

import click

from factcheck.cli.options import db_option, open_


@click.command()
@click.argument("name")
@click.argument("under")
@click.option("--by", required=True, metavar="WHO", help="Your name: who says so.")
@click.option("--note", metavar="TEXT", help="Why.")
@click.option("--different", is_flag=True, help="The two are two claimants; they are not proposed again.")
@click.option("--undo", is_flag=True, help="Take the last word on the two names back.")
@db_option
def alias(name: str, under: str, by: str, note: str | None, different: bool, undo: bool, db: str | None) -> None:
    """Put a claimant's name under another.

    Claims of NAME stand under UNDER from now on, those of later imports too. The conflicts follow with the next
    comparison.

    \b
    Example:
      factcheck alias "General Staff of Ruritania" "Ruritanian army" --by Ana
      factcheck link
    """
    if different and undo:
        raise click.UsageError("--different and --undo exclude each other")
    status = "different" if different else "open" if undo else "same"
    with closing(open_(db, create=False)) as store:
        moved = store.decide_names(name, under, status, by=by, note=note)
    click.echo(f"Stored; {moved:,} claims moved. Compare again with: factcheck link", err=True)


@click.command()
@db_option
def aliases(db: str | None) -> None:
    """Print what was said of claimants' names as CSV.

    The columns alias, name and since are those of data/lexicons/aliases.csv, the names that every database knows.

    \b
    Example:
      factcheck aliases > said.csv
    """
    from factcheck.queries import claimants

    with closing(open_(db, create=False)) as store, store.session() as session:
        said = claimants.aliases(session)
    table = csv.writer(sys.stdout, lineterminator="\n")
    table.writerow(("alias", "name", "since", "status", "by", "at", "note"))
    table.writerows(
        (a.alias, a.name, "", a.status, a.by, a.at.isoformat(timespec="seconds"), a.note or "") for a in said
    )
