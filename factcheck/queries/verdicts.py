"""What was compared last: the stored verdicts and conflicts, all or those of a part of the claims."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass

import pandas as pd
from sqlalchemy import select
from sqlalchemy.orm import Session

from factcheck.models import Conflict, Decision, Incident, Question
from factcheck.queries.claims import AnySelect
from factcheck.queries.sides import Side
from factcheck.store.rows import of_ids


@dataclass(frozen=True, slots=True)
class StoredVerdicts:
    """The fingerprint of each current incident, and (outcome, type, reason) by question."""

    fingerprints: Mapping[str, str | None]
    outcomes: Mapping[str, tuple[str | None, str | None, str | None]]


@dataclass(frozen=True, slots=True)
class Among:
    """What a part of the claims stood under when they were linked last."""

    claims: Collection[str]
    questions: Collection[str]
    incidents: Collection[str]

    @classmethod
    def of(cls, claims: pd.DataFrame) -> Among:
        """Of claims as ``claims_frame`` gives them."""
        names = ("claim", "stored_question", "stored_incident")
        return cls(*(set(claims[name].dropna().tolist()) for name in names))


def stored_verdicts(session: Session, among: Among | None = None) -> StoredVerdicts:
    """What was compared last, and what came of it; None: of all incidents and questions."""
    marks = select(Incident.id, Incident.fingerprint).where(Incident.current)
    outcomes = select(Question.id, Question.verdict, Question.type, Question.reason)
    asked = ([marks], [outcomes])
    if among is not None:
        asked = (
            list(of_ids(session, marks, Incident.id, among.incidents)),
            list(of_ids(session, outcomes, Question.id, among.questions)),
        )
    return StoredVerdicts(
        {row.id: row.fingerprint for query in asked[0] for row in session.execute(query)},
        {
            id: (verdict, kind, reason)
            for query in asked[1]
            for id, verdict, kind, reason in session.execute(query)
        },
    )


def stored_conflicts(session: Session, among: Among | None = None) -> pd.DataFrame:
    """All conflicts ever found (or those of some claims and questions): id, type, question, claim_a, claim_b,
    voice_a, voice_b, home_a, home_b, current, decided and more.

    A voice is the claimant under whose name the claim stands, else the source; a home the question that the claim
    stands under.
    """
    decided = select(Decision.subject_id).where(Decision.subject_kind == "conflict").distinct()
    query: AnySelect = select(
        Conflict.id, Conflict.type, Conflict.question_id.label("question"), Conflict.current, Conflict.first_seen,
        Conflict.id.in_(decided).label("decided"), Conflict.severity, Conflict.carriers_a, Conflict.carriers_b,
        Conflict.reason, Conflict.gap_abs, Conflict.gap_ratio,
    )  # fmt: skip
    for letter in "ab":
        side = Side(letter)
        query = side.join(query).add_columns(
            side.claim_id.label(f"claim_{letter}"),
            side.voice.label(f"voice_{letter}"),
            side.claim.question_id.label(f"home_{letter}"),
        )
    columns = [column.name for column in query.selected_columns]
    asked = [query]
    if among is not None:
        asked = list(of_ids(session, query, Conflict.id, _conflicts_of(session, among)))
    rows = [tuple(row) for some in asked for row in session.execute(some.order_by(Conflict.id))]
    return pd.DataFrame.from_records(rows, columns=columns)


def _conflicts_of(session: Session, among: Among) -> set[str]:
    """The conflicts of some claims, and on some questions."""
    found: set[str] = set()
    for column, ids in (
        (Conflict.question_id, among.questions), (Conflict.claim_a_id, among.claims),
        (Conflict.claim_b_id, among.claims),
    ):  # fmt: skip
        for query in of_ids(session, select(Conflict.id), column, ids):
            found.update(session.scalars(query))
    return found
