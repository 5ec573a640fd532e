"""Which weights linking uses, since when, and who said so."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import func, or_, select
from sqlalchemy.orm import Session

from factcheck.models import LinkWeights, Run
from factcheck.store.weights import in_force


@dataclass(frozen=True, slots=True)
class UsedWeights:
    """The weights that linking uses; None: those that are shipped."""

    weights: Mapping[str, float] | None = None
    note: str = "as shipped"
    by: str | None = None
    at: datetime | None = None

    def sentence(self) -> str:
        """'as shipped', or 'learnt from 40 decisions (Ana, 25 November 2026)'."""
        if self.by is None or self.at is None:
            return self.note
        return f"{self.note} ({self.by}, {self.at.day} {self.at:%B %Y})"


def used(session: Session) -> UsedWeights:
    """The weights that the next linking uses."""
    found = in_force(session)
    if found is None:
        return UsedWeights()
    return UsedWeights(found.weights, found.note, found.decided_by, found.decided_at)


def weights_since_comparison(session: Session) -> int:
    """How often the weights were changed after the last comparison began: it knows nothing of them."""
    last = select(func.max(Run.started)).where(Run.verb == "link").scalar_subquery()
    newer = select(func.count(LinkWeights.id)).where(or_(last.is_(None), LinkWeights.decided_at > last))
    return session.scalar(newer) or 0
