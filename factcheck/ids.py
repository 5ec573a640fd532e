"""Ids made from content: the same thing gets the same id on every machine and in every run."""

from __future__ import annotations

import hashlib
from datetime import date

from factcheck.language.naming import name_key
from factcheck.values import ClaimRecord


def content_id(*parts: object) -> str:
    """32 hex digits made from the parts; ``None`` differs from the empty string.

    BLAKE2b with a 16-byte digest: the chance that two of a billion ids meet is about 1e-21.
    """
    joined = "\x1f".join("\x00" if part is None else str(part) for part in parts)
    return hashlib.blake2b(joined.encode("utf-8", "surrogatepass"), digest_size=16).hexdigest()


def source_id(name: str) -> str:
    """The id of a source; spellings with one name key are one source."""
    return content_id("source", name_key(name))


def claimant_id(name: str) -> str:
    """The id of a claimant; spellings with one name key are one claimant."""
    return content_id("claimant", name_key(name))


def document_id(source: str, text: str, url: str | None, published: date | None) -> str:
    """The id of a document: its source, text, address and day. Not its path: a copy elsewhere is the same one."""
    return content_id("document", name_key(source), text, url, published)


def sheet_id(source: str, doc: str, url: str | None, published: date | None, *, placed: bool) -> str:
    """The id of a document made from claim rows; its text grows, so the text is no part of it.

    ``placed``: the rows have offsets; rows without are kept apart, one quote a line.
    """
    return content_id("sheet", name_key(source), doc, url, published, placed)


def claim_id(document: str, claim: ClaimRecord) -> str:
    """The id of a claim in a document: where it stands and everything that it asserts, not how it was taken."""
    span = claim.event_date
    return content_id(
        "claim", document, claim.kind, claim.start, claim.end, _figure(claim.low), _figure(claim.high),
        claim.qualifier, claim.claimant, claim.stance, claim.victims, claim.target, claim.place,
        span and span.first, span and span.last, claim.side, claim.role, claim.part_of,
    )  # fmt: skip


def _figure(number: float | None) -> str | None:
    """One spelling of a number, whether it came as 7 or 7.0."""
    return None if number is None else repr(float(number))
