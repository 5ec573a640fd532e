"""What people are asked of claims that were nearly linked."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pandas as pd
from pandas import DataFrame

from factcheck.linking.texts import among
from factcheck.pipeline.finding import Found
from factcheck.pipeline.remembering import Weights
from factcheck.queries import derivation
from factcheck.queries import linking as stored
from factcheck.store.store import Store
from factcheck.store.suggestions import SuggestionRow

if TYPE_CHECKING:
    from factcheck.linking import Constraints, Suggestion


def with_near(claims: DataFrame, near: DataFrame) -> DataFrame:
    """The claims with others that stand under the ids that are stored."""
    if near.empty:
        return claims
    own = near.assign(question=near["stored_question"], incident=near["stored_incident"])
    return pd.concat([claims, own], ignore_index=True)


def ask_people(
    store: Store,
    found: Found,
    by_machine: DataFrame,
    decided: DataFrame,
    constraints: Constraints,
    weights: Weights,
) -> tuple[list[SuggestionRow], DataFrame]:
    """Pairs of claims that may count the same, the likeliest first; and the pairs of questions that may be one.

    ``by_machine``: the claims that were linked as linking found them; ``decided``: under their final ids.
    """
    from factcheck import linking

    one, other = (with_near(claims, found.near) for claims in (by_machine, decided))
    suggested = linking.suggest(one, other, found.doubts, constraints, weights)
    pairs = linking.neighbours(decided)
    if found.before is None:
        suggested += linking.suggest_within(decided, constraints, linking.most_told(pairs))
        return [_row(one) for one in suggested], pairs
    gone = set(decided["stored_incident"].dropna()) | set(decided["incident"])
    others = found.before.neighbours
    pairs = pd.concat([others[~among(others["incident"], gone)], pairs], ignore_index=True)
    asked, moved = linking.most_told(pairs), set(decided["question"]) | set(decided["stored_question"].dropna())
    as_before = {p for p in linking.most_told(others) if not moved & set(p)}
    fresh = [p for p in asked if p not in as_before]
    with store.session() as session:
        near = derivation.claims_frame(session, questions={q for p in fresh for q in p} - moved)
        stay = stored.staying(session, set(asked) & as_before, found.settled)
    suggested += linking.suggest_within(with_near(decided, near), constraints, fresh)
    return [*(_row(one) for one in suggested), *stay], pairs


def _row(one: Suggestion) -> SuggestionRow:
    reasons = [[r.feature, r.text, r.value] for r in one.score.reasons]
    return SuggestionRow(one.a, one.b, round(one.score.value, 4), reasons)
