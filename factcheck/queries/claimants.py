"""Claimants as the pages show them: under which names their claims came, and which names may be one claimant."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from factcheck.language.naming import name_key
from factcheck.models import Alias, Claim, Claimant


@dataclass(frozen=True, slots=True)
class NameRow:
    """One name as the texts have it, and how many claims came under it."""

    name: str
    claims: int


@dataclass(slots=True)
class ClaimantRow:
    """One claimant with its claims and every name under which they came, the most frequent first."""

    id: str
    name: str
    claims: int = 0
    names: list[NameRow] = field(default_factory=list)

    @property
    def others(self) -> list[NameRow]:
        """The names that an analyst put under this one."""
        return [one for one in self.names if name_key(one.name) != name_key(self.name)]

    def has(self, word: str) -> bool:
        """True when one of its names has the word in it, which is in lower case."""
        return any(word in name.casefold() for name in (self.name, *(one.name for one in self.names)))


@dataclass(frozen=True, slots=True)
class AliasRow:
    """What an analyst said of two names."""

    alias: str
    name: str
    status: str
    note: str | None
    by: str
    at: datetime


def claimants(session: Session) -> list[ClaimantRow]:
    """The claimants that have claims, those with most first."""
    query = (
        select(Claimant.id, Claimant.name, Claim.claimant_name, func.count(Claim.id))
        .join(Claim, Claim.claimant_id == Claimant.id)
        .group_by(Claimant.id, Claimant.name, Claim.claimant_name)
        .order_by(func.count(Claim.id).desc(), Claim.claimant_name)
    )
    found: dict[str, ClaimantRow] = {}
    for id, name, written, count in session.execute(query):
        row = found.setdefault(id, ClaimantRow(id, name))
        row.claims += count
        row.names.append(NameRow(written or name, count))
    return sorted(found.values(), key=lambda row: (-row.claims, row.name))


def aliases(session: Session, *, standing: bool = True) -> list[AliasRow]:
    """What analysts said of names, the newest first; ``standing`` leaves out what was said anew or taken back."""
    rows = [
        AliasRow(a.alias, a.name, a.status, a.note, a.decided_by, a.decided_at)
        for a in session.scalars(select(Alias).order_by(Alias.id.desc()))
    ]
    return _newest(rows) if standing else rows


def _newest(rows: Sequence[AliasRow]) -> list[AliasRow]:
    first: dict[tuple[str, str], AliasRow] = {}
    for row in rows:
        first.setdefault((name_key(row.alias), name_key(row.name)), row)
    return [row for row in first.values() if row.status != "open"]
