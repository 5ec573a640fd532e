"""Writing documents with their sources, claimants and claims: in bulk, and only what is new."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import bindparam, select, update
from sqlalchemy.orm import Session

from factcheck.ids import claim_id, claimant_id, source_id
from factcheck.models import Base, Claim, Document, Source
from factcheck.record import check_quote
from factcheck.store.aliases import add_claimants, merged_names, resolved
from factcheck.store.linking import mark_changed
from factcheck.store.rows import insert_or_keep
from factcheck.values import ClaimRecord
from factcheck.values import Document as Item

CHUNK = 500
"""Ids looked up in one query."""


@dataclass(frozen=True, slots=True)
class Filed:
    """A document as it goes into the store: with its id, and the claims that were taken from it or came with it.

    ``grows``: when the id is stored already, the text replaces the stored one (a document made from claim rows).
    ``attached``: the document is stored already; the claims are added to it.
    """

    id: str
    document: Item
    claims: tuple[ClaimRecord, ...]
    extractor: str
    extractor_version: str
    remark: str | None = None
    language: str | None = None
    grows: bool = False
    attached: bool = False


@dataclass(frozen=True, slots=True)
class Saved:
    """What a batch added, and what of it was stored before."""

    documents_new: int = 0
    documents_known: int = 0
    claims_new: int = 0
    claims_known: int = 0

    def __add__(self, other: Saved) -> Saved:
        return Saved(
            self.documents_new + other.documents_new,
            self.documents_known + other.documents_known,
            self.claims_new + other.claims_new,
            self.claims_known + other.claims_known,
        )


def write_documents(session: Session, run: int, filed: Sequence[Filed], now: datetime) -> Saved:
    """The batch is stored; see ``Store.save_documents``."""
    for one in filed:
        for claim in one.claims:
            check_quote(claim, one.document.text)
    items = [one for one in filed if not one.attached]
    _add(session, Source, [_source_row(one) for one in items])
    documents = _add(session, Document, [_document_row(one, run, now) for one in items])
    _grow(session, [one for one in filed if one.grows])
    known = merged_names(session)
    named = {claim.claimant for one in filed for claim in one.claims if claim.claimant}
    homes = {name: resolved(known, name) for name in named}
    add_claimants(session, homes.values())
    claims = _add(session, Claim, [_claim_row(one, claim, run, homes) for one in filed for claim in one.claims])
    return Saved(*documents, *claims)


def stored_ids(session: Session, table: type[Base], ids: Iterable[str]) -> set[str]:
    """Which of the ids are in the table."""
    wanted = sorted(set(ids))
    column = table.__table__.c.id
    found: set[str] = set()
    for at in range(0, len(wanted), CHUNK):
        found.update(session.scalars(select(column).where(column.in_(wanted[at : at + CHUNK]))))
    return found


def _add(session: Session, table: type[Base], rows: list[dict[str, Any]]) -> tuple[int, int]:
    """New rows are in; gives how many were new and how many known (stored, or twice in the batch)."""
    known = stored_ids(session, table, (row["id"] for row in rows))
    fresh = {row["id"]: row for row in reversed(rows) if row["id"] not in known}
    if fresh:
        session.execute(insert_or_keep(session, table), list(reversed(fresh.values())))
    return len(fresh), len(rows) - len(fresh)


def _grow(session: Session, filed: Sequence[Filed]) -> None:
    rows = [{"b_id": one.id, "text": one.document.text, "sha256": _sha256(one.document.text)} for one in filed]
    if rows:
        table = Document.__table__
        session.connection().execute(update(table).where(table.c.id == bindparam("b_id")), rows)  # type: ignore[arg-type]
        mark_changed(session, (one.id for one in filed))


def _source_row(one: Filed) -> dict[str, Any]:
    name = one.document.source or ""
    return {"id": source_id(name), "name": name.strip(), "kind": None, "country": None, "note": None}


def _document_row(one: Filed, run: int, now: datetime) -> dict[str, Any]:
    item = one.document
    return {
        "id": one.id, "source_id": source_id(item.source or ""), "run_id": run, "doc": item.doc, "kind": item.kind,
        "title": item.title, "url": item.url, "published": item.published, "published_at": item.published_at,
        "retrieved": now, "sha256": _sha256(item.text), "language": one.language, "remark": one.remark,
        "text": item.text,
    }  # fmt: skip


def _claim_row(one: Filed, claim: ClaimRecord, run: int, homes: Mapping[str, str]) -> dict[str, Any]:
    span = claim.event_date
    name = claim.claimant
    return {
        "id": claim_id(one.id, claim), "document_id": one.id, "run_id": run,
        "claimant_id": claimant_id(homes[name]) if name else None, "claimant_name": name,
        "kind": claim.kind, "low": claim.low, "high": claim.high,
        "qualifier": None if claim.qualifier is None else claim.qualifier.value, "victims": claim.victims,
        "target": claim.target, "stance": claim.stance.value, "event_start": span.first if span else None,
        "event_end": span.last if span else None, "place": claim.place, "quote": claim.quote, "start": claim.start,
        "end": claim.end, "side": claim.side, "role": claim.role, "part_of": claim.part_of, "via": claim.via,
        "rule": claim.rule, "vague_word": claim.vague_word, "confidence": claim.confidence,
        "gist": claim.gist,
        "extractor": one.extractor, "extractor_version": one.extractor_version,
    }  # fmt: skip


def _sha256(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()
