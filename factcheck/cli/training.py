"""The verbs for the weights of linking: learn them from decisions, print them, use others, go back."""

from __future__ import annotations

import csv
import sys
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

import click

from factcheck.cli.errors import NOT_ALL_IN, Failure
from factcheck.cli.options import db_option, open_

if TYPE_CHECKING:
    from factcheck.linking.learning import Quality
    from factcheck.pipeline.training import Training

_AGAIN = "Link again with: factcheck link"


@click.command()
@click.option("--by", metavar="WHO", help="Your name: who trains. Not needed with --dry-run.")
@click.option(
    "--marked", metavar="FILE.jsonl", help="Claim records whose incidents you marked, to learn from too."
)
@click.option("--dry-run", is_flag=True, help="Only show what would be learnt.")
@click.option("--anyway", is_flag=True, help="Store weights that judge pairs left out no better than before.")
@click.option("--undo", is_flag=True, help="Take the last change of the weights back.")
@click.option("--reset", is_flag=True, help="Use the shipped weights again.")
@db_option
def train(
    by: str | None, marked: str | None, dry_run: bool, anyway: bool, undo: bool, reset: bool, db: str | None
) -> None:
    """Learn from decisions how much each likeness of two reports weighs.

    The weights begin as shipped and are drawn towards what people decided on pairs of claims: few decisions move
    them little. Shown is how well pairs are told apart before and after; each is judged by weights that were
    learnt from other documents. Every later linking uses what is stored; factcheck weights prints it.

    FILE.jsonl is what factcheck claims --jsonl prints, with "incident" corrected by hand.

    \b
    Example:
      factcheck train --dry-run
      factcheck train --by Ana
      factcheck link
    """
    from factcheck import pipeline

    if sum((dry_run, undo, reset)) > 1:
        raise click.UsageError("--dry-run, --undo and --reset exclude each other")
    if not dry_run and not (by or "").strip():
        raise click.UsageError("say who trains: --by WHO (or look first, with --dry-run)")
    with closing(open_(db, create=False)) as store:
        if undo:
            click.echo(f"Taken back: {store.undo_weights(by=by or '')}. {_AGAIN}", err=True)
            return
        if reset:
            store.use_weights(None, by=by or "", note="as shipped")
            click.echo(f"Stored: the weights are as shipped. {_AGAIN}", err=True)
            return
        learnt = pipeline.train(store, marked)
        _show(learnt)
        if dry_run:
            click.echo("Nothing was stored.", err=True)
        elif learnt.learnt.better or anyway:
            pipeline.store_weights(store, learnt, by=by or "")
            click.echo(f"Stored. {_AGAIN}", err=True)
        else:
            click.echo("Nothing was stored: pairs that were left out are judged no better than before.", err=True)
            sys.exit(NOT_ALL_IN)


@click.command()
@click.option("--use", metavar="FILE.csv", help="Use the weights of this table from now on.")
@click.option("--by", metavar="WHO", help="Your name, with --use.")
@db_option
def weights(use: str | None, by: str | None, db: str | None) -> None:
    """Print the weights of linking as CSV, or use others.

    In log-odds: what is above 0 speaks for one incident, what is below against. What is printed can be edited and
    given back with --use; factcheck train --undo takes it back, --reset goes back to the shipped ones.

    \b
    Example:
      factcheck weights > weights.csv
      factcheck weights --use weights.csv --by Ana
    """
    from factcheck.linking.weights import checked, complete, says, shipped
    from factcheck.queries import weights as queries

    if use and not (by or "").strip():
        raise click.UsageError("say who changes the weights: --by WHO")
    with closing(open_(db, create=False)) as store:
        if use:
            store.use_weights(checked(_given(Path(use))), by=by or "", note=f"given in {Path(use).name}")
            click.echo(f"Stored. {_AGAIN}", err=True)
            return
        with store.session() as session:
            used = queries.used(session)
    table = csv.writer(sys.stdout, lineterminator="\n")
    table.writerow(("feature", "weight", "shipped", "says"))
    now = complete(used.weights)
    table.writerows((name, f"{now[name]:g}", f"{shipped()[name]:g}", says()[name]) for name in now)
    click.echo(f"The weights are {used.sentence()}.", err=True)


def _given(path: Path) -> dict[str, object]:
    """Feature -> weight, as the table has them."""
    try:
        lines = [line for line in path.read_text("utf-8-sig").splitlines() if not line.startswith("#")]
    except (OSError, UnicodeDecodeError) as error:
        raise Failure(f"{path} cannot be read ({getattr(error, 'strerror', None) or 'not UTF-8'})") from None
    rows = list(csv.DictReader(lines, skipinitialspace=True))
    if not rows or not {"feature", "weight"} <= set(rows[0]):
        raise Failure(f"{path} needs the columns feature and weight; see: factcheck weights")
    return {row["feature"]: row["weight"] for row in rows}


def _show(training: Training) -> None:
    learnt, prior = training.learnt, training.prior
    note = training.note()
    click.echo(f"{note[:1].upper()}{note[1:]}.")
    for why, count in sorted(training.passed_over.items()):
        click.echo(f"Passed over: {count:,} {why}.")
    click.echo()
    for line in _table(learnt.before, learnt.after):
        click.echo(line)
    click.echo()
    moved = [name for name in prior if learnt.weights[name] != prior[name]]
    width = max(map(len, moved), default=0)
    click.echo(f"{'weight':{width}}  before  after" if moved else "No weight moves.")
    for name in sorted(moved, key=lambda n: -abs(learnt.weights[n] - prior[n])):
        click.echo(f"{name:{width}}  {prior[name]:6.2f}  {learnt.weights[name]:5.2f}")


def _table(before: Quality, after: Quality) -> list[str]:
    lines = [f"{'':18}  before  after"]
    for level in before.precision:
        for what, one, other in (
            ("precision", before.precision, after.precision), ("recall", before.recall, after.recall),
        ):  # fmt: skip
            lines.append(f"{level + ' ' + what:18}  {_share(one[level]):>6}  {_share(other[level]):>5}")
    return [*lines, f"{'log-loss':18}  {before.log_loss:6.3f}  {after.log_loss:5.3f}"]


def _share(value: float | None) -> str:
    return "-" if value is None else f"{value:.2f}"
