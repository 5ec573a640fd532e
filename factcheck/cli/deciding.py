"""The verbs for people's decisions: what two claims or a conflict are, and why claims were linked."""

from __future__ import annotations

import csv
import sys
from contextlib import closing
from typing import TYPE_CHECKING

import click

from factcheck.cli.options import db_option, open_
from factcheck.errors import StoreError

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

_LINKS = ("same", "different", "open")
_CONFLICTS = ("real", "not_a_conflict", "resolved", "open")
_AT_ONCE = 500


@click.command()
@click.argument("subject")
@click.argument("other", required=False)
@click.option(
    "--as",
    "status",
    required=True,
    type=click.Choice(tuple(dict.fromkeys(_LINKS + _CONFLICTS))),
    help="What it is.",
)
@click.option("--by", required=True, metavar="WHO", help="Your name: who says so.")
@click.option("--note", metavar="TEXT", help="Why.")
@db_option
def decide(subject: str, other: str | None, status: str, by: str, note: str | None, db: str | None) -> None:
    """Say what two claims are to each other, or what a conflict is.

    Two claims (their ids, or the beginnings of them): same, they answer the same question; different, they do not.
    One conflict (its id in the discrepancy report, or the beginning of it): real, not_a_conflict, resolved. open
    takes the last word back. Every later run obeys.

    \b
    Example:
      factcheck decide 3fa9c1 77b02e --as different --by Ana --note "two attacks in one week"
      factcheck link
    """
    fitting = _LINKS if other else _CONFLICTS
    if status not in fitting:
        what = "two claims are" if other else "a conflict is"
        raise click.UsageError(f"{what} {', '.join(fitting)}, not {status}")
    with closing(open_(db, create=False)) as store:
        if other is None:
            with store.session() as session:
                conflict = _conflict(session, subject)
            store.decide("conflict", conflict, status, by=by, note=note)
            click.echo("Stored.", err=True)
            return
        with store.session() as session:
            a, b = _claim(session, subject), _claim(session, other)
        store.decide_link(a, b, status, by=by, note=note)
    click.echo("Stored. Compare again with: factcheck link", err=True)


@click.command()
@db_option
def decisions(db: str | None) -> None:
    """Print every decision on conflicts and on pairs of claims as CSV.

    Nothing is ever deleted; counts says whether a later word took its place.

    \b
    Example:
      factcheck decisions > decisions.csv
    """
    from factcheck.queries import links
    from factcheck.reports.csv import cell

    table = csv.writer(sys.stdout, lineterminator="\n")
    table.writerow(("kind", "subject", "status", "by", "at", "note", "counts"))
    with closing(open_(db, create=False)) as store, store.session() as session:
        for offset in range(0, links.count_decisions(session), _AT_ONCE):
            for d in links.every_decision(session, limit=_AT_ONCE, offset=offset):
                counts = "yes" if d.newest else "no"
                table.writerow([cell(v) for v in (d.kind, d.subject, d.status, d.by, d.at, d.note, counts)])


@click.command()
@click.argument("claim")
@click.argument("other")
@db_option
def why(claim: str, other: str, db: str | None) -> None:
    """Say why two claims were linked, or were not.

    Takes two claim ids or the beginnings of them. Every feature that counted stands on a line with its weight
    (log-odds); then whether the two count the same, what people decided, and which weights were used.

    \b
    Example:
      factcheck why 3fa9c1 77b02e
    """
    from factcheck import pipeline

    with closing(open_(db, create=False)) as store:
        with store.session() as session:
            a, b = _claim(session, claim), _claim(session, other)
        told = pipeline.why(store, a, b)
    click.echo(told.sentence())
    for reason in told.score.reasons:
        weight = "" if reason.value is None else f"{reason.value:+.2f}  "
        click.echo(f"  {weight}{reason.text}")
    click.echo(f"Weights: {told.weights}.")


def _claim(session: Session, given: str) -> str:
    from factcheck.queries import links

    found = links.full_claim_id(session, given.strip())
    if found is None:
        raise StoreError(
            f"{given!r} is the beginning of no claim's id, or of several; see: factcheck claims --jsonl"
        )
    return found


def _conflict(session: Session, given: str) -> str:
    from factcheck.queries import links

    found = links.full_conflict_id(session, given.strip())
    if found is None:
        raise StoreError(f"{given!r} is the beginning of no conflict's id, or of several; see: factcheck report")
    return found
