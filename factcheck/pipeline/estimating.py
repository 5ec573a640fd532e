"""Estimates by policy for the questions that are stored."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from itertools import groupby
from typing import TYPE_CHECKING, Any

from factcheck.queries import derivation, exchange
from factcheck.store.store import Store

if TYPE_CHECKING:
    from factcheck.comparison.estimates import Estimate
    from factcheck.comparison.positions import Position


def positions(store: Store, questions: Collection[str] | None = None) -> Iterator[tuple[str, list[Position]]]:
    """Each stored question (or the given ones) with its claimants' positions and their history."""
    from factcheck.comparison.answers import answers_of
    from factcheck.comparison.positions import positions_of

    with store.session() as session:
        claims = derivation.claims_frame(session, questions=questions)
    claims = claims[claims["stored_question"].notna()]
    rows = claims.sort_values(["stored_question", "claim"], kind="stable").to_dict("records")
    for asked, members in groupby(rows, key=lambda row: str(row["stored_question"])):
        yield asked, positions_of(answers_of([{str(k): v for k, v in m.items()} for m in members]))


def estimates(store: Store, questions: Collection[str] | None = None) -> dict[str, list[Estimate]]:
    """Question -> what each policy makes of it, of all or the given ones; those without figures are left out."""
    from factcheck.comparison import estimates as policies

    made = {asked: policies.estimates(found) for asked, found in positions(store, questions)}
    return {asked: found for asked, found in made.items() if found}


def report_rows(store: Store, conflicts: Sequence[str] | None = None) -> list[dict[str, Any]]:
    """The conflicts as the discrepancy report has them (all, or those given), with every policy's estimate."""
    with store.session() as session:
        rows = exchange.report_rows(session, conflicts)
    asked = {str(row["question_id"]) for row in rows}
    told = {
        question: "; ".join(f"{one.policy}: {one.figures()}" for one in made)
        for question, made in (estimates(store, asked) if asked else {}).items()
    }
    return [row | {"estimates": told.get(str(row["question_id"]))} for row in rows]
