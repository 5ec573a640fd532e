"""The tables, as SQLAlchemy 2 typed models. Content-made ids are hex strings made by ``factcheck.ids``."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Any

from sqlalchemy import (
    JSON,
    Date,
    DateTime,
    Dialect,
    Float,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    String,
    Text,
)
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column, relationship
from sqlalchemy.types import TypeDecorator

CLAIMS_ONLY = "claims only"
"""The kind of a document of which only quoted stretches are known: made from claim rows, never extracted from."""

_NAMES = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_N_name)s_%(referred_table_name)s",
    "pk": "pk_%(table_name)s",
}


class UtcDateTime(TypeDecorator[datetime]):
    """A moment, always with its time zone (UTC); SQLite itself keeps none."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """The moment in UTC."""
        return None if value is None else value.astimezone(UTC)

    def process_result_value(self, value: Any | None, dialect: Dialect) -> datetime | None:
        """The moment in UTC, whatever the database gives back."""
        if value is None:
            return None
        moment: datetime = value
        return moment.replace(tzinfo=UTC) if moment.tzinfo is None else moment.astimezone(UTC)


class Base(DeclarativeBase):
    """The common base; constraints have fixed names, so that migrations can name them anywhere."""

    metadata = MetaData(naming_convention=_NAMES)
    type_annotation_map = {datetime: UtcDateTime, dict[str, Any]: JSON}  # noqa: RUF012


class Source(Base):
    """Who published: an outlet, agency, ministry, monitor or data set."""

    __tablename__ = "source"

    id: Mapped[str] = mapped_column(String(32), primary_key=True)
    name: Mapped[str] = mapped_column(Text)
    kind: Mapped[str | None] = mapped_column(Text)
    country: Mapped[str | None] = mapped_column(Text)
    note: Mapped[str | None] = mapped_column(Text)
    documents: Mapped[list[Document]] = relationship(back_populates="source")


class Document(Base):
    """One published item of a source, its text kept unchanged."""

    __tablename__ = "document"

    id: Mapped[str] = mapped_column(String(32), primary_key=True)
    source_id: Mapped[str] = mapped_column(ForeignKey("source.id"), index=True)
    run_id: Mapped[int] = mapped_column(ForeignKey("run.id"), index=True)
    doc: Mapped[str] = mapped_column(Text, index=True)  # outside id, or the path as given
    kind: Mapped[str] = mapped_column(String(40), default="text")  # text, html, ...; CLAIMS_ONLY
    title: Mapped[str | None] = mapped_column(Text)
    url: Mapped[str | None] = mapped_column(Text)
    published: Mapped[date | None] = mapped_column(Date, index=True)
    published_at: Mapped[str | None] = mapped_column(Text)  # ISO time, when the item states one
    retrieved: Mapped[datetime] = mapped_column()
    sha256: Mapped[str] = mapped_column(String(64), index=True)
    language: Mapped[str | None] = mapped_column(Text)
    remark: Mapped[str | None] = mapped_column(Text)  # "not English, nothing extracted"
    text: Mapped[str] = mapped_column(Text)
    source: Mapped[Source] = relationship(back_populates="documents")
    claims: Mapped[list[Claim]] = relationship(back_populates="document")


class Claimant(Base):
    """Who asserts something: a party, a spokesperson's organisation, an eyewitness group."""

    __tablename__ = "claimant"

    id: Mapped[str] = mapped_column(String(32), primary_key=True)
    key: Mapped[str] = mapped_column(Text)  # factcheck.language.naming.name_key(name); the id is made from it
    name: Mapped[str] = mapped_column(Text)


class Claim(Base):
    """One assertion in one document, with the exact quote and its character offsets."""

    __tablename__ = "claim"
    __table_args__ = (
        Index(None, "document_id", "start"),
        Index(None, "question_id"),
        Index(None, "incident_id"),
        Index(None, "kind"),
        Index(None, "claimant_name"),
    )

    id: Mapped[str] = mapped_column(String(32), primary_key=True)
    document_id: Mapped[str] = mapped_column(ForeignKey("document.id"))
    claimant_id: Mapped[str | None] = mapped_column(ForeignKey("claimant.id"), index=True)
    run_id: Mapped[int] = mapped_column(ForeignKey("run.id"), index=True)
    kind: Mapped[str] = mapped_column(String(40))
    low: Mapped[float | None] = mapped_column(Float(53))
    high: Mapped[float | None] = mapped_column(Float(53))
    qualifier: Mapped[str | None] = mapped_column(String(20))
    victims: Mapped[str | None] = mapped_column(Text)
    target: Mapped[str | None] = mapped_column(Text)
    claimant_name: Mapped[str | None] = mapped_column(Text)  # as the record has it
    stance: Mapped[str] = mapped_column(String(20))
    event_start: Mapped[date | None] = mapped_column(Date)
    event_end: Mapped[date | None] = mapped_column(Date)
    place: Mapped[str | None] = mapped_column(Text)
    quote: Mapped[str] = mapped_column(Text)
    start: Mapped[int] = mapped_column(Integer)
    end: Mapped[int] = mapped_column(Integer)
    side: Mapped[str | None] = mapped_column(Text)
    role: Mapped[str | None] = mapped_column(Text)
    part_of: Mapped[bool] = mapped_column(default=False)
    via: Mapped[str | None] = mapped_column(Text)
    rule: Mapped[str] = mapped_column(Text, default="")
    vague_word: Mapped[str | None] = mapped_column(Text)
    confidence: Mapped[float | None] = mapped_column(Float(53))
    gist: Mapped[str | None] = mapped_column(Text)  # of what is read: what it is about, as numbers in hex
    extractor: Mapped[str] = mapped_column(Text)
    extractor_version: Mapped[str] = mapped_column(Text)
    # Derived by linking; recomputed at any time.
    incident_id: Mapped[str | None] = mapped_column(ForeignKey("incident.id"))
    question_id: Mapped[str | None] = mapped_column(ForeignKey("question.id"))
    document: Mapped[Document] = relationship(back_populates="claims")
    claimant: Mapped[Claimant | None] = relationship()


class Incident(Base):
    """The thing that happened in the world: a time interval, a place, parties. Derived."""

    __tablename__ = "incident"

    id: Mapped[str] = mapped_column(String(32), primary_key=True)
    label: Mapped[str] = mapped_column(Text)
    start: Mapped[date | None] = mapped_column(Date)
    end: Mapped[date | None] = mapped_column(Date)
    place: Mapped[str | None] = mapped_column(Text)
    current: Mapped[bool] = mapped_column(default=True)  # False: the last linking run found no claims for it
    fingerprint: Mapped[str | None] = mapped_column(String(40))  # of all that its verdicts were found by


class Question(Base):
    """What two claims both answer: one incident, one kind, one subject. Derived; its id stays."""

    __tablename__ = "question"

    id: Mapped[str] = mapped_column(String(32), primary_key=True)
    incident_id: Mapped[str] = mapped_column(ForeignKey("incident.id"), index=True)
    kind: Mapped[str] = mapped_column(String(40))
    subject: Mapped[str | None] = mapped_column(Text)
    label: Mapped[str] = mapped_column(Text)  # "How many Pakistani soldiers were killed?"
    verdict: Mapped[str | None] = mapped_column(String(20))  # strongest outcome; None with fewer than two claims
    type: Mapped[str | None] = mapped_column(String(40))
    reason: Mapped[str | None] = mapped_column(Text)
    current: Mapped[bool] = mapped_column(default=True)
    merged_into: Mapped[str | None] = mapped_column(String(32))  # an old id leads to the new one
    incident: Mapped[Incident] = relationship()


class Conflict(Base):
    """Two positions on one question that cannot both be true. Derived; its id stays."""

    __tablename__ = "conflict"

    id: Mapped[str] = mapped_column(String(32), primary_key=True)
    question_id: Mapped[str] = mapped_column(ForeignKey("question.id"), index=True)
    type: Mapped[str] = mapped_column(String(40))
    severity: Mapped[float] = mapped_column(Float(53))
    claim_a_id: Mapped[str] = mapped_column(ForeignKey("claim.id"), index=True)  # stands for its position
    claim_b_id: Mapped[str] = mapped_column(ForeignKey("claim.id"), index=True)
    carriers_a: Mapped[int] = mapped_column(Integer)
    carriers_b: Mapped[int] = mapped_column(Integer)
    gap_abs: Mapped[float | None] = mapped_column(Float(53))
    gap_ratio: Mapped[float | None] = mapped_column(Float(53))
    reason: Mapped[str] = mapped_column(Text)
    current: Mapped[bool] = mapped_column(default=True)  # False: the last run no longer finds it; decisions stay
    merged_into: Mapped[str | None] = mapped_column(String(32))  # an old id leads to the new one
    first_seen: Mapped[datetime] = mapped_column()
    question: Mapped[Question] = relationship()
    claim_a: Mapped[Claim] = relationship(foreign_keys=[claim_a_id])
    claim_b: Mapped[Claim] = relationship(foreign_keys=[claim_b_id])


class Decision(Base):
    """What an analyst said: who, when, what, why. Append-only: the newest of a subject counts."""

    __tablename__ = "decision"
    __table_args__ = (Index(None, "subject_kind", "subject_id"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    subject_kind: Mapped[str] = mapped_column(String(20))  # conflict, link
    subject_id: Mapped[str] = mapped_column(String(80))  # of a link: the ids of two claims, sorted, with a colon
    status: Mapped[str] = mapped_column(String(20))  # real, not_a_conflict, resolved; same, different; open (undo)
    note: Mapped[str | None] = mapped_column(Text)
    decided_by: Mapped[str] = mapped_column(Text)
    decided_at: Mapped[datetime] = mapped_column()


class Suggestion(Base):
    """Two claims of two incidents that are nearly one: what a person is asked. Derived."""

    __tablename__ = "suggestion"

    claim_a_id: Mapped[str] = mapped_column(ForeignKey("claim.id"), primary_key=True)  # the smaller id
    claim_b_id: Mapped[str] = mapped_column(ForeignKey("claim.id"), primary_key=True)
    score: Mapped[float] = mapped_column(Float(53))  # how likely they are of one incident, 0 to 1
    reasons: Mapped[list[Any]] = mapped_column(JSON)  # [feature, words, weight or None], the weightiest first


class LinkingPart(Base):
    """A stretch of an array of numbers, kept of linked claims so that only what is new is linked. Derived."""

    __tablename__ = "linking"

    name: Mapped[str] = mapped_column(String(80), primary_key=True)
    part: Mapped[int] = mapped_column(Integer, primary_key=True)
    sort: Mapped[str] = mapped_column(String(20))  # of its numbers, as numpy writes it
    data: Mapped[bytes] = mapped_column(LargeBinary)


class LinkingSigns(Base):
    """What the scenes of a linked document are compared by, kept so that its texts are not read again. Derived."""

    __tablename__ = "linking_signs"

    document: Mapped[int] = mapped_column(Integer, primary_key=True, autoincrement=False)  # its number in linking
    places: Mapped[str] = mapped_column(Text)  # JSON, of each scene
    data: Mapped[bytes] = mapped_column(LargeBinary)  # whole numbers of 64 bits


class ChangedDocument(Base):
    """A document of which a text or a claimant changed since its claims were linked."""

    __tablename__ = "changed_document"

    document_id: Mapped[str] = mapped_column(ForeignKey("document.id"), primary_key=True)


class LinkWeights(Base):
    """What the features of a pair of claims weigh from then on. Append-only."""

    __tablename__ = "link_weights"

    id: Mapped[int] = mapped_column(primary_key=True)
    weights: Mapped[dict[str, Any] | None] = mapped_column(JSON(none_as_null=True))  # None: as shipped
    undoes: Mapped[int | None] = mapped_column(Integer)  # takes this row back, and brings nothing of its own
    note: Mapped[str] = mapped_column(Text)  # "learnt from 40 decisions"
    decided_by: Mapped[str] = mapped_column(Text)
    decided_at: Mapped[datetime] = mapped_column()


class Alias(Base):
    """What an analyst said of two claimants' names. Append-only: the newest word on a pair counts."""

    __tablename__ = "alias"

    id: Mapped[int] = mapped_column(primary_key=True)
    alias: Mapped[str] = mapped_column(Text)  # the name as the texts have it
    name: Mapped[str] = mapped_column(Text)  # the name under which its claims stand
    status: Mapped[str] = mapped_column(String(20))  # same, different, open (taken back)
    note: Mapped[str | None] = mapped_column(Text)
    decided_by: Mapped[str] = mapped_column(Text)
    decided_at: Mapped[datetime] = mapped_column()


class Run(Base):
    """One import or linking run: when, with what, and what came of it."""

    __tablename__ = "run"

    id: Mapped[int] = mapped_column(primary_key=True)
    verb: Mapped[str] = mapped_column(String(20))  # import, link
    started: Mapped[datetime] = mapped_column()
    ended: Mapped[datetime | None] = mapped_column()
    version: Mapped[str] = mapped_column(String(40))
    counts: Mapped[dict[str, Any]] = mapped_column(default=dict)
    problems: Mapped[list[Problem]] = relationship(back_populates="run")


class Problem(Base):
    """Something a run could not take in: by name, place and reason. Never dropped silently."""

    __tablename__ = "problem"

    id: Mapped[int] = mapped_column(primary_key=True)
    run_id: Mapped[int] = mapped_column(ForeignKey("run.id"), index=True)
    place: Mapped[str] = mapped_column(Text)  # file, and row or page
    reason: Mapped[str] = mapped_column(Text)
    run: Mapped[Run] = relationship(back_populates="problems")
