"""Which claimants' names are one: what analysts said, and the claims that stand under it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime

from sqlalchemy import select, update
from sqlalchemy.orm import Session

from factcheck.errors import StoreError
from factcheck.ids import claimant_id
from factcheck.language.naming import name_key
from factcheck.models import Alias, Claim, Claimant
from factcheck.store.linking import mark_changed
from factcheck.store.rows import insert_or_keep

ALIAS_STATUSES = ("same", "different", "open")
CHUNK = 500
"""Names whose claims are moved by one statement."""


def write_alias(
    session: Session, alias: str, name: str, status: str, *, by: str, note: str | None, now: datetime
) -> int:
    """The word on two names is stored, and the claims stand accordingly; gives how many moved.

    Raises:
        StoreError: the two are one name, or the name itself stands under the alias.
    """
    if name_key(alias) == name_key(name):
        raise StoreError(f"{alias!r} and {name!r} are the same name already")
    known = merged_names(session)
    if status == "same" and name_key(resolved(known, name)) == name_key(alias):
        raise StoreError(f"{name!r} stands under {alias!r} already; take the two apart first")
    if status == "same" and name_key(alias) in known and known[name_key(alias)] != name:
        _add(session, alias, known[name_key(alias)], "open", by, "another name was chosen", now)
    _add(session, alias, name, status, by, note, now)
    session.flush()
    return settle(session)


def merged_names(session: Session) -> dict[str, str]:
    """Key of a name -> the name under which an analyst put it, one step; the newest word on a pair counts."""
    newest: dict[tuple[str, str], Alias] = {}
    for row in session.scalars(select(Alias).order_by(Alias.id)):
        newest[name_key(row.alias), name_key(row.name)] = row
    return {key: row.name for (key, _), row in newest.items() if row.status == "same"}


def resolved(known: Mapping[str, str], name: str) -> str:
    """The name at the end of the chain: 'A is B' and 'B is C' make A stand under C."""
    seen = {name_key(name)}
    while (further := known.get(name_key(name))) is not None and name_key(further) not in seen:
        name = further
        seen.add(name_key(name))
    return name


def settle(session: Session) -> int:
    """Every claim stands under the claimant that its name leads to; gives how many moved."""
    known = merged_names(session)
    moves: dict[str, list[str]] = {}
    for name, stands in session.execute(select(Claim.claimant_name, Claim.claimant_id).distinct()).all():
        if name is None:
            continue
        home = resolved(known, name)
        if stands != claimant_id(home):
            moves.setdefault(home, []).append(name)
    add_claimants(session, moves)
    moved = 0
    for home, names in moves.items():
        for at in range(0, len(names), CHUNK):
            these = Claim.claimant_name.in_(names[at : at + CHUNK])
            mark_changed(session, session.scalars(select(Claim.document_id).where(these).distinct()))
            done = session.execute(update(Claim).where(these).values(claimant_id=claimant_id(home)))
            moved += done.rowcount  # type: ignore[attr-defined]
    return moved


def add_claimants(session: Session, names: Iterable[str]) -> None:
    """Every name has its claimant; those that are stored stay as they are."""
    rows = [{"id": claimant_id(n), "key": name_key(n), "name": n} for n in sorted(set(names))]
    if rows:
        session.execute(insert_or_keep(session, Claimant), rows)


def _add(session: Session, alias: str, name: str, status: str, by: str, note: str | None, now: datetime) -> None:
    session.add(Alias(alias=alias, name=name, status=status, note=note, decided_by=by, decided_at=now))
