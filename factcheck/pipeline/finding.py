"""Finding the incidents and questions of claims: of those that are new and what they touch, or of all."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import numpy as np
import pandas as pd
from numpy.typing import NDArray
from pandas import DataFrame

from factcheck.linking.texts import among
from factcheck.pipeline import remembering
from factcheck.pipeline.remembering import Memory, Weights
from factcheck.pipeline.summaries import Progress
from factcheck.queries import derivation
from factcheck.queries import linking as queries
from factcheck.store.store import Store

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from factcheck.linking import Doubt, Doubted, Engine, Linking, Noted

MANY = 80_000
"""Claims from which other processes are needed to compare."""

Now = tuple["Linking", "Doubted", "Noted | None"]
"""Linked claims, the doubts of them, and signs of scenes."""

STORED = ["stored_question", "stored_incident"]
STEPS = 4


@dataclass(frozen=True, slots=True)
class Found:
    """What linking found of ``claims``: of whole incidents, and with all in which something changed.

    ``doubts``: those to look at; ``settled``: claims of those that are as they were; ``near``: claims of doubts
    that were not linked again. ``documents``: changed ones that were read. ``now``: gives what is to be kept of
    all that are linked, and the signs of what was read. ``anew``: why all claims were linked; None when some were,
    or when there are so few that it needs no word.
    """

    claims: DataFrame
    homes: DataFrame
    doubts: Sequence[Doubt]
    near: DataFrame
    documents: Collection[str]
    settled: Sequence[tuple[str, str]] = ()
    now: Callable[[], Now] | None = None  # None: nothing is kept of so few
    before: Memory | None = None  # None: all were linked
    anew: str | None = None
    total: int = 0  # claims that there are


@dataclass(slots=True)
class _Reading:
    """The claims of documents as they are stored; all that were read stay at hand."""

    session: Session
    frames: list[DataFrame] = field(default_factory=list)

    def __call__(self, documents: Sequence[str]) -> DataFrame:
        self.frames.append(derivation.claims_frame(self.session, documents=documents))
        return self.frames[-1].drop(columns=STORED)

    def noted(self, documents: NDArray[np.int64]) -> Noted:
        """The signs that are kept of some linked documents."""
        from factcheck import linking

        return linking.Noted.read(queries.signs(self.session, documents.tolist()))

    def claims(self, ids: Collection[str]) -> DataFrame:
        """Some of those that were read, with the questions that they stand under."""
        some = [frame[among(frame["claim"], ids)] for frame in self.frames]
        told = pd.concat([frame for frame in some if len(frame)] or some[:1], ignore_index=True)
        return told.sort_values(["document", "start", "claim"], ignore_index=True)


@dataclass(frozen=True, slots=True)
class Asked:
    """How so many claims are to be linked: where, by which weights; ``anew``: all of them. ``said``: somebody said
    something of links, names or weights since they were linked last."""

    claims: int
    engine: Engine
    weights: Weights
    anew: bool
    said: bool


def find(store: Store, asked: Asked, tell: Progress) -> Found:
    """The incidents and questions of all that is new or changed, and of the incidents that it touches.

    Of all claims when somebody asks for it, and when linking the new ones would not give the same; ``Found.anew``
    says why.
    """
    from factcheck import linking

    tell("reading claims", 0, STEPS)
    few = asked.claims < remembering.FEWEST
    if few or asked.anew:
        return _all(store, asked, tell, None if few else "somebody asked for it")
    try:
        with store.session() as session:
            return _some(session, asked, tell)
    except linking.LinkAnewError as reason:
        return _all(store, asked, tell, str(reason))


def _some(session: Session, asked: Asked, tell: Progress) -> Found:
    from factcheck import linking

    total = remembering.linked_before(session, asked.weights)
    new, changed = queries.unlinked(session), queries.changed_documents(session)
    amount = sum(new.values())
    if total + amount != asked.claims:
        raise linking.LinkAnewError("claims that were linked are not there any more")
    if not (new or changed or asked.said):
        none = DataFrame()
        return Found(none, none, [], none, changed, total=total)
    before = remembering.recall(session)
    tell(f"linking what is new: {amount:,} claims", 1, STEPS)
    reading = _Reading(session)
    reader = linking.Reader(reading, reading.noted)
    more = linking.link_more(before.linking, {*new, *changed}, reader)
    decided = linking.incidents_of(more.linking, queries.decided_claims(session), reader)
    touched = more.changed | decided
    homes = linking.ask(more.linking, touched, reader, asked.engine)
    if homes.empty:
        same = more.linking, before.doubted, more.noted
        return Found(homes, homes, [], homes, changed, (), lambda: same, before, total=total + amount)
    doubting = linking.find_doubts(more.linking, reader, before.doubted, touched)
    own = set(homes["claim"])
    near = reading.claims({claim for doubt in doubting.fresh for claim in (*doubt.one, *doubt.other)} - own)
    now = more.linking, doubting.every, more.noted
    claims = reading.claims(own)
    stay, total = doubting.stay, total + amount
    return Found(claims, homes, doubting.fresh, near, changed, stay, lambda: now, before, total=total)


def _all(store: Store, asked: Asked, tell: Progress, anew: str | None) -> Found:
    from factcheck import linking
    from factcheck.comparison.blocks import wake

    with store.sessions() as (session, beside):
        changed = queries.changed_documents(session)
        claims = derivation.claims_frame(session, beside=beside)
    if asked.claims >= MANY:
        asked.engine.stand_by(wake)  # claims are read on two cores; much of linking leaves one free
    tell("linking all claims" if anew else "linking claims", 1, STEPS)
    near = claims.iloc[:0]
    bare = claims.drop(columns=STORED)
    if len(claims) < remembering.FEWEST:
        homes, doubts = linking.link_and_doubt(bare, asked.engine, asked.weights)
        return Found(claims, homes, doubts, near, changed, total=len(claims))
    found = linking.link_anew(bare, asked.engine, asked.weights)

    def now() -> Now:
        return found.linking, found.doubted, found.noted

    return Found(claims, found.linked, found.doubts, near, changed, (), now, anew=anew, total=len(claims))
