"""Writing which weights linking uses: every change is kept, and the last one can be taken back."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from factcheck.errors import StoreError
from factcheck.models import LinkWeights


def in_force(session: Session) -> LinkWeights | None:
    """The last change that was not taken back; None when there is none."""
    standing: list[LinkWeights] = []
    for row in session.scalars(select(LinkWeights).order_by(LinkWeights.id)):
        if row.undoes is None:
            standing.append(row)
        else:
            standing = [earlier for earlier in standing if earlier.id != row.undoes]
    return standing[-1] if standing else None


def write_weights(
    session: Session, weights: Mapping[str, float] | None, *, by: str, note: str, now: datetime
) -> None:
    """Linking uses these weights from now on; None: those that are shipped."""
    given = None if weights is None else dict(weights)
    session.add(LinkWeights(weights=given, undoes=None, note=note, decided_by=by, decided_at=now))


def undo_weights(session: Session, *, by: str, now: datetime) -> str:
    """The last change is taken back; gives its note.

    Raises:
        StoreError: there is none.
    """
    last = in_force(session)
    if last is None:
        raise StoreError("the weights are as shipped: there is no change to take back")
    told = f"taken back: {last.note}"
    session.add(LinkWeights(weights=None, undoes=last.id, note=told, decided_by=by, decided_at=now))
    return last.note
