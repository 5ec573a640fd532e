"""What is kept of linked claims, and what is new or changed since."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence

from sqlalchemy import func, select
from sqlalchemy.orm import Session, aliased

from factcheck.models import (
    Base,
    ChangedDocument,
    Claim,
    Conflict,
    Decision,
    Incident,
    LinkingPart,
    LinkingSigns,
    Question,
    Suggestion,
)
from factcheck.queries.conflicts import SURE
from factcheck.queries.links import LINK
from factcheck.store.rows import of_ids, plain_rows
from factcheck.store.suggestions import SuggestionRow

_SAYS_HOW = ("stamp", "layout", "rules", "weights", "claims")


def signs(session: Session, documents: Sequence[int]) -> list[tuple[int, str, bytes]]:
    """What is kept of the scenes of these linked documents, given by their numbers, in the order of these."""
    table = LinkingSigns
    query = select(table.document, table.places, table.data).order_by(table.document)
    asked = of_ids(session, query, table.document, documents)
    return [row for rows in plain_rows(session, asked) for row in rows]


def kept_how(session: Session) -> dict[str, bytes]:
    """By which rules and weights what is kept was linked, and how many claims; empty when nothing is."""
    query = select(LinkingPart.name, LinkingPart.data).where(LinkingPart.name.in_(_SAYS_HOW))
    return dict(session.execute(query).all())


def count_claims(session: Session) -> int:
    """How many claims there are."""
    return session.scalar(select(func.count()).select_from(Claim)) or 0


def unlinked(session: Session) -> dict[str, int]:
    """The documents with claims that stand under no question yet, and how many of those each has."""
    query = select(Claim.document_id, func.count()).where(Claim.question_id.is_(None)).group_by(Claim.document_id)
    return dict(session.execute(query).all())


def changed_documents(session: Session) -> set[str]:
    """The documents that changed since their claims were linked."""
    return set(session.scalars(select(ChangedDocument.document_id)))


def decided_claims(session: Session) -> dict[str, str]:
    """Every claim that somebody ever decided on, together with another, and its document."""
    pairs = session.scalars(select(Decision.subject_id).where(Decision.subject_kind == LINK).distinct())
    found: dict[str, str] = {}
    ids = (claim for pair in pairs for claim in pair.split(":"))
    for query in of_ids(session, select(Claim.id, Claim.document_id), Claim.id, ids):
        found.update(session.execute(query).all())
    return found


def standing(session: Session, table: type[Incident] | type[Question], ids: Iterable[str]) -> set[str]:
    """Which of these ids a current incident or question has."""
    found: set[str] = set()
    for query in of_ids(session, select(table.id).where(table.current), table.id, ids):
        found.update(session.scalars(query))
    return found


def derived(session: Session) -> tuple[int, int, int, int]:
    """How many incidents, questions and conflicts are current, and how many suggestions there are."""
    tables: tuple[type[Base], ...] = (Incident, Question)
    counts = [session.scalar(select(func.count()).select_from(t).where(t.__table__.c.current)) for t in tables]
    counts.append(session.scalar(select(func.count(Conflict.id)).where(Conflict.current, SURE)))
    counts.append(session.scalar(select(func.count()).select_from(Suggestion)))
    incidents, questions, conflicts, suggestions = (count or 0 for count in counts)
    return incidents, questions, conflicts, suggestions


def staying(
    session: Session, questions: Collection[tuple[str, str]], doubted: Sequence[tuple[str, str]]
) -> list[SuggestionRow]:
    """The stored suggestions on these pairs of questions, and on the pairs of incidents of these claims."""
    incident: dict[str, str | None] = {}
    ids = (claim for pair in doubted for claim in pair)
    for homes_of in of_ids(session, select(Claim.id, Claim.incident_id), Claim.id, ids):
        incident.update(session.execute(homes_of).all())
    settled = {frozenset(incident[claim] for claim in pair) for pair in doubted}
    asked = {frozenset(pair) for pair in questions}
    a, b = aliased(Claim), aliased(Claim)
    query = (
        select(Suggestion, a.question_id, b.question_id, a.incident_id, b.incident_id)
        .join(a, a.id == Suggestion.claim_a_id)
        .join(b, b.id == Suggestion.claim_b_id)
    )
    return [
        SuggestionRow(row.claim_a_id, row.claim_b_id, row.score, row.reasons)
        for row, *homes in session.execute(query)
        if frozenset(homes[:2]) in asked or (homes[2] != homes[3] and frozenset(homes[2:]) in settled)
    ]
