"""Estimates by policy for the questions that are stored."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from typing import TYPE_CHECKING

from factcheck.queries import derivation
from factcheck.store.store import Store

if TYPE_CHECKING:
    from factcheck.comparison.estimates import Estimate
    from factcheck.comparison.positions import Position


def positions(store: Store, question: str | None = None) -> Iterator[tuple[str, list[Position]]]:
    """Each stored question (or the given one) with its claimants' positions and their history."""
    from factcheck.comparison.positions import answers_of, positions_of

    with store.session() as session:
        claims = derivation.claims_frame(session, question)
    claims = claims[claims["stored_question"].notna()]
    rows = claims.sort_values(["stored_question", "claim"], kind="stable").to_dict("records")
    for asked, members in groupby(rows, key=lambda row: str(row["stored_question"])):
        yield asked, positions_of(answers_of([{str(k): v for k, v in m.items()} for m in members]))


def estimates(store: Store, question: str | None = None) -> dict[str, list[Estimate]]:
    """Question -> what each policy makes of it; questions without figures are left out."""
    from factcheck.comparison import estimates as policies

    made = {asked: policies.estimates(found) for asked, found in positions(store, question)}
    return {asked: found for asked, found in made.items() if found}
