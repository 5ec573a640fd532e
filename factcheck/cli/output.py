"""The verbs that give something out: claims, verdicts, report."""

from __future__ import annotations

import csv
import sys
from contextlib import closing
from typing import Any

import click

from factcheck.cli.errors import Failure
from factcheck.cli.options import db_option, open_
from factcheck.cli.terminal import print_lines


@click.command()
@click.option("--jsonl", is_flag=True, help="JSON Lines: the whole claim records.")
@db_option
def claims(jsonl: bool, db: str | None) -> None:
    """Print all claims with sources and questions.

    \b
    Example:
      factcheck claims --jsonl > claims.jsonl
    """
    from factcheck.queries import exchange

    with closing(open_(db, create=False)) as store, store.session() as session:
        rows = exchange.claims_rows(session)
        if jsonl:
            print_lines(rows)
        else:
            for row in rows:
                click.echo(_claim_line(row))


@click.command()
@click.option("--jsonl", is_flag=True, help="JSON Lines: every question with its verdict, reason and claims.")
@click.option("--rules", is_flag=True, help="Say what each rule of comparing does, and nothing else.")
@db_option
def verdicts(jsonl: bool, rules: bool, db: str | None) -> None:
    """Print the verdict on each question.

    Those that two or more claims answer, each with its reason; then what stands beside them: a part above its
    whole, who the victims were, and figures that a carrier garbled (discrepancy). A conflict that was read from
    texts and is not likely enough is a possible one.

    \b
    Example:
      factcheck verdicts --jsonl > verdicts.jsonl
    """
    from factcheck.queries import exchange

    if rules:
        _explain_rules()
        return
    with closing(open_(db, create=False)) as store, store.session() as session:
        rows = exchange.verdict_rows(session)
        if jsonl:
            count = print_lines(rows)
        else:
            count = 0
            for row in rows:
                click.echo(f"{row['verdict']} ({row['kind']}, {len(row['claims'])} claims): {row['reason']}")
                count += 1
    if not count:
        click.echo("No question has two claims yet (after import --no-link, run: factcheck link).", err=True)


@click.command()
@click.option("--out", required=True, metavar="FILE.csv", help="Where to write it; - is standard output.")
@db_option
def report(out: str, db: str | None) -> None:
    """Write the discrepancy report as CSV.

    One row for each pair of positions in conflict, worst first.

    \b
    Example:
      factcheck report --out conflicts.csv
    """
    from factcheck import pipeline
    from factcheck.reports.csv import write_csv

    with closing(open_(db, create=False)) as store:
        rows = pipeline.report_rows(store)
    try:
        with click.open_file(out, "wb", atomic=out != "-") as file:
            count = write_csv(rows, file)
    except OSError as error:
        raise Failure(f"{out} cannot be written ({error.strerror})") from None
    many = f"{count:,} conflicting pair{'' if count == 1 else 's'}"
    click.echo(f"{many} written to {'standard output' if out == '-' else out}.", err=True)


def _explain_rules() -> None:
    from factcheck.comparison import explained

    for name, text in explained().items():
        click.echo(f"{name}: {text}")


@click.command()
@click.option("--policies", is_flag=True, help="Say what each policy does, and nothing else.")
@click.option("--all", "every", is_flag=True, help="Questions with one claimant too.")
@db_option
def estimates(policies: bool, every: bool, db: str | None) -> None:
    """Print estimates by policy as CSV.

    For each question that two or more claimants answer with a figure, a row a policy: low, best and high as far as
    the policy gives them, the claims that it rests on, and how it was reached. No figure is picked for you.

    \b
    Example:
      factcheck estimates > estimates.csv
    """
    from factcheck import pipeline
    from factcheck.comparison.estimates import explained
    from factcheck.queries import questions
    from factcheck.reports.csv import cell

    if policies:
        for name, text in explained().items():
            click.echo(f"{name}: {text}")
        return
    table = csv.writer(sys.stdout, lineterminator="\n")
    table.writerow(("question", "label", "policy", "low", "best", "high", "claims", "note"))
    with closing(open_(db, create=False)) as store:
        found = pipeline.estimates(store)
        with store.session() as session:
            asked = questions.questions_by_id(session, found)
    for question, made in found.items():
        voices = max(len(one.claims) for one in made)
        for one in made if every or voices > 1 else ():
            figures = (one.low, one.best, one.high)
            label = asked[question].label
            row = (question, label, one.policy, *figures, " ".join(one.claims), one.note)
            table.writerow([cell(value) for value in row])


def _claim_line(row: dict[str, Any]) -> str:
    bounds = "".join(f" {'?' if n is None else n}" for n in (row["low"], row["high"])) if row["qualifier"] else ""
    return (
        f"{row['doc']}:{row['start']}: {row['kind']}{bounds}, {row['claimant'] or row['source']}: {row['quote']}"
    )
