"""The verb for what people are asked: pairs of claims that were nearly linked."""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import closing
from typing import Any

import click

from factcheck.cli.options import db_option, open_
from factcheck.cli.terminal import print_lines
from factcheck.language.asking import without_lead

_ID = 8
"""Characters of a claim's id that are printed: enough for the verbs that take one."""
_GROUNDS = 4
"""Reasons that are printed, the weightiest."""


@click.command()
@click.option("--jsonl", is_flag=True, help="JSON Lines: each with both claims and all reasons.")
@click.option("--limit", type=click.IntRange(min=1), metavar="N", help="Only the likeliest N.")
@db_option
def suggestions(jsonl: bool, limit: int | None, db: str | None) -> None:
    """Print the pairs of claims that were nearly linked, the likeliest first.

    The last comparison did not join their incidents, or their questions in one incident, but was not sure. The
    number is how likely they belong together. Say what they are with factcheck decide: the next comparison obeys.

    \b
    Example:
      factcheck suggestions --limit 10
      factcheck decide 3fa9c1d2 77b02e11 --as same --by Ana
      factcheck link
    """
    from itertools import islice

    from factcheck.queries import suggestions as queries

    with closing(open_(db, create=False)) as store, store.session() as session:
        rows = islice(queries.exchange_rows(session), limit)
        count = print_lines(rows) if jsonl else _print(rows)
    if not count:
        click.echo(
            "Nothing to ask: no pair of incidents was nearly joined (after an import: factcheck link).", err=True
        )


def _print(rows: Iterable[dict[str, Any]]) -> int:
    count = 0
    for row in rows:
        click.echo(_block(row))
        count += 1
    return count


def _block(row: dict[str, Any]) -> str:
    from factcheck.queries.suggestions import COUNTED

    a, b = (_claim(claim) for claim in row["claims"])
    said = f"  {row['decided']}" if row["decided"] else ""
    grounds = [r for r in row["reasons"] if r["feature"] not in COUNTED][:_GROUNDS]
    why = "; ".join(r["text"] + ("" if r["weight"] is None else f" {r['weight']:+.2f}") for r in grounds)
    return f"{row['score']:.2f}  {a}\n      {b}\n      {why}{said}"


def _claim(claim: dict[str, Any]) -> str:
    """'3fa9c1d2  58 soldiers killed: "58 soldiers had been killed" (army; Example News, 2024-05-04)'."""
    who = "; ".join(filter(None, (claim["voice"] if claim["voice"] != claim["source"] else "", claim["source"])))
    when = f", {claim['published']}" if claim["published"] else ""
    what = " ".join(filter(None, (_figure(claim), without_lead(claim["victims"] or ""), claim["kind"])))
    quote = " ".join(claim["quote"].split())
    return f'{claim["claim"][:_ID]}  {what}: "{quote}" ({who}{when})'


def _figure(claim: dict[str, Any]) -> str:
    from factcheck.values import Qualifier, Quantity

    if claim["qualifier"] is None:
        return ""
    quantity = Quantity(claim["low"], claim["high"], Qualifier(claim["qualifier"]))
    return str(quantity) if quantity.stated else ""
