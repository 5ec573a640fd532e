"""Writing what people are asked: only rows that differ."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, fields
from typing import Any

from sqlalchemy import delete, insert, select, tuple_
from sqlalchemy.orm import Session

from factcheck.models import Suggestion

CHUNK = 500
"""Rows that one statement deletes."""


@dataclass(frozen=True, slots=True)
class SuggestionRow:
    """Two claims that a person is asked about; ``reasons``: feature, words, and weight or None, each."""

    claim_a_id: str
    claim_b_id: str
    score: float
    reasons: list[list[Any]]


def write_suggestions(session: Session, found: Sequence[SuggestionRow]) -> int:
    """The stored suggestions are those given; gives how many rows were written or deleted."""
    names = [field.name for field in fields(SuggestionRow)]
    new = {(row.claim_a_id, row.claim_b_id): {name: getattr(row, name) for name in names} for row in found}
    columns = Suggestion.claim_a_id, Suggestion.claim_b_id, Suggestion.score, Suggestion.reasons
    stored = {(row.claim_a_id, row.claim_b_id): dict(row._mapping) for row in session.execute(select(*columns))}
    gone = [pair for pair, row in stored.items() if new.get(pair) != row]
    for at in range(0, len(gone), CHUNK):
        session.execute(delete(Suggestion).where(tuple_(*columns[:2]).in_(gone[at : at + CHUNK])))
    fresh = [row for pair, row in new.items() if stored.get(pair) != row]
    if fresh:
        session.execute(insert(Suggestion), fresh)
    return len(fresh) + sum(pair not in new for pair in gone)
