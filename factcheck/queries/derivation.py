"""What linking and comparing read: all claims as a DataFrame, and which questions and conflicts are stored."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

import pandas as pd
from sqlalchemy import Label, Select, String, case, func, select, type_coerce
from sqlalchemy.orm import InstrumentedAttribute, Session, aliased

from factcheck.models import CLAIMS_ONLY, Claim, Claimant, Conflict, Decision, Document, Incident, Question, Source
from factcheck.proper_names import proper_names
from factcheck.store.rows import chunks

CONTEXT = 600
"""Most characters of the paragraph around a quote that linking reads."""
_UNKNOWN = re.compile(r"[ \t]{4,}")
"""Between the quotes of a document that is known by its claims only stand blanks: nobody knows what was said
there."""
_AT_ONCE = 10_000
_DAYS = ["published", "event_start", "event_end"]


def _day(column: InstrumentedAttribute[date | None]) -> Label[Any]:
    """A day as the database gives it: all days are read at once later, and not one by one."""
    return type_coerce(column, String).label(column.key)


def claims_frame(
    session: Session, *, questions: Iterable[str] | None = None, documents: Iterable[str] | None = None
) -> pd.DataFrame:
    """All claims (or those of some questions or documents), a row each: what ``linking.link`` takes, and
    ``stored_question``, ``stored_incident``. ``names``: the proper names in the whole text of the document.
    ``recorded``: the claim came as a record, without its text."""
    first = case((Claim.start > CONTEXT, Claim.start - CONTEXT), else_=0)  # where the window begins
    window = func.substr(Document.text, first + 1, 2 * CONTEXT + Claim.end - Claim.start)
    query = (
        select(
            Claim.id.label("claim"), Claim.document_id.label("document"), Source.name.label("source"),
            _day(Document.published), Claim.kind, Claim.low, Claim.high, Claim.qualifier, Claim.victims,
            Claim.target, func.coalesce(Claimant.name, Claim.claimant_name).label("claimant"), Claim.stance,
            _day(Claim.event_start), _day(Claim.event_end), Claim.place, Claim.side, Claim.role, Claim.part_of,
            Claim.quote, Claim.start, Document.title,
            Claim.question_id.label("stored_question"), Claim.incident_id.label("stored_incident"),
            (Document.kind == CLAIMS_ONLY).label("recorded"), window.label("context"),
        )
        .join(Document, Claim.document_id == Document.id)
        .join(Source)
        .outerjoin(Claimant, Claim.claimant_id == Claimant.id)
        .order_by(Claim.document_id, Claim.start, Claim.id)
    )  # fmt: skip
    names = [column.name for column in query.selected_columns]
    asked: list[Select[Any]] = [query]
    if questions is not None or documents is not None:
        column = Claim.document_id if questions is None else Claim.question_id
        asked = [query.where(column.in_(some)) for some in chunks(questions or documents or ())]
    columns: dict[str, list[Any]] = {name: [] for name in names}
    for some in asked:
        for rows in session.execute(some).yield_per(_AT_ONCE).partitions():
            told = dict(zip(names, zip(*rows, strict=True), strict=True))
            told["context"] = tuple(map(_paragraph, told["context"], told["start"], told["quote"]))
            for name, values in told.items():
                columns[name] += values
    frame = pd.DataFrame(columns)
    every = questions is None and documents is None
    frame["names"] = frame["document"].map(_names(session, None if every else frame["document"].unique()))
    for day in _DAYS:
        frame[day] = pd.to_datetime(frame[day])
    for figure in ("low", "high"):
        frame[figure] = frame[figure].astype("float64")
    return frame


def _paragraph(window: str, start: int, quote: str) -> str:
    return paragraph(window, min(start, CONTEXT), len(quote))


def _names(session: Session, documents: Iterable[str] | None) -> dict[str, str]:
    """The proper names of each document (None: of all that have claims)."""
    query = select(Document.id, Document.text)
    asked = [query.where(Document.id.in_(select(Claim.document_id)))]
    if documents is not None:
        asked = [query.where(Document.id.in_(some)) for some in chunks(documents)]
    rows = (row for some in asked for row in session.execute(some).yield_per(_AT_ONCE))
    return {id: proper_names(text) for id, text in rows}


def paragraph(window: str, start: int, length: int) -> str:
    """The paragraph around a quote that stands at ``start`` in the window; at most ``CONTEXT`` characters."""
    begin = window.rfind("\n", 0, start) + 1
    end = window.find("\n", start + length)
    end = len(window) if end < 0 else end
    spare = max(0, CONTEXT - length) // 2
    begin, end = max(begin, start - spare), min(end, start + length + spare)
    told = window[begin:end].strip()
    if "  " in told or "\t" in told:
        told = _UNKNOWN.sub(" ... ", told)
    return " ".join(told.split())[:CONTEXT]


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
            [marks.where(Incident.id.in_(some)) for some in chunks(among.incidents)],
            [outcomes.where(Question.id.in_(some)) for some in chunks(among.questions)],
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
    query = select(
        Conflict.id, Conflict.type, Conflict.question_id.label("question"), Conflict.current, Conflict.first_seen,
        Conflict.id.in_(decided).label("decided"), Conflict.severity, Conflict.carriers_a, Conflict.carriers_b,
        Conflict.reason, Conflict.gap_abs, Conflict.gap_ratio,
    )  # fmt: skip
    for side, column in (("a", Conflict.claim_a_id), ("b", Conflict.claim_b_id)):
        claim, claimant, document, source = aliased(Claim), aliased(Claimant), aliased(Document), aliased(Source)
        query = (
            query.join(claim, claim.id == column)
            .outerjoin(claimant, claimant.id == claim.claimant_id)
            .join(document, document.id == claim.document_id)
            .join(source, source.id == document.source_id)
            .add_columns(
                column.label(f"claim_{side}"),
                func.coalesce(claimant.name, claim.claimant_name, source.name).label(f"voice_{side}"),
                claim.question_id.label(f"home_{side}"),
            )
        )
    columns = [column.name for column in query.selected_columns]
    asked = [query]
    if among is not None:
        asked = [query.where(Conflict.id.in_(some)) for some in chunks(_conflicts_of(session, among))]
    rows = [tuple(row) for some in asked for row in session.execute(some.order_by(Conflict.id))]
    return pd.DataFrame.from_records(rows, columns=columns)


def _conflicts_of(session: Session, among: Among) -> set[str]:
    """The conflicts of some claims, and on some questions."""
    found: set[str] = set()
    for column, ids in (
        (Conflict.question_id, among.questions), (Conflict.claim_a_id, among.claims),
        (Conflict.claim_b_id, among.claims),
    ):  # fmt: skip
        for some in chunks(ids):
            found.update(session.scalars(select(Conflict.id).where(column.in_(some))))
    return found
