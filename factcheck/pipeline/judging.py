"""Verdicts on the questions of incidents in which something changed; those of the others stand as stored."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, partial
from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from factcheck.language.naming import name_key
from factcheck.linking.texts import among
from factcheck.pipeline.fingerprints import fingerprints
from factcheck.pipeline.identity import FoundConflict, Kept, keep_conflicts
from factcheck.queries.verdicts import Among, StoredVerdicts
from factcheck.store.derived import ConflictRow, Verdicts

if TYPE_CHECKING:
    from factcheck.comparison.blocks import Outcome, Values
    from factcheck.linking import Engine

BLOCK_ROWS = 10_000
"""Claims that are compared at a time on an engine, about; an incident is never divided."""

Marks = Callable[[], Mapping[str, str]]
"""Gives the fingerprint of each incident."""


@dataclass(frozen=True, slots=True)
class Judged:
    """What comparing found: the fingerprint of every incident, the outcome of every question, and all conflicts,
    those of incidents that did not change as they are stored."""

    fingerprints: Mapping[str, str]
    outcomes: Mapping[str, Outcome]
    conflicts: Sequence[tuple[FoundConflict, Values]]
    compared: int  # claims that were compared


def marked(linked: pd.DataFrame) -> dict[str, str]:
    """The fingerprints of the incidents of claims under their final ids."""
    from factcheck import comparison

    return fingerprints(linked[list(comparison.COLUMNS)])


def judge(
    linked: pd.DataFrame, stored: StoredVerdicts, before: pd.DataFrame, engine: Engine,
    marks: Marks | None = None,
) -> Judged:  # fmt: skip
    """The verdicts on all questions. ``linked``: all claims under their final ids; ``before``: what is stored;
    ``marks``: gives the fingerprints, when they are made elsewhere."""
    from factcheck import comparison
    from factcheck.comparison.blocks import compared

    marks = marks or cache(partial(marked, linked))
    lean = linked[list(comparison.COLUMNS)]
    same = _as_before(marks, stored)
    stays = among(lean["incident"], same)
    changed = lean[~stays] if stays.any() else lean  # nothing is copied in a first run
    unchanged = set(linked["question"][stays])
    outcomes: dict[str, Outcome] = {q: stored.outcomes[q] for q in unchanged}
    conflicts: list[tuple[FoundConflict, Values]] = []
    for verdicts, pairs in engine.map(compared, _blocks(changed)):
        outcomes.update(verdicts)
        conflicts.extend((FoundConflict(*one), row) for one, row in pairs)
    kept = before[before["current"].astype(bool) & among(before["question"], unchanged)]
    return Judged(marks(), outcomes, [*_as_stored(kept), *conflicts], len(changed))


def _as_before(marks: Marks, stored: StoredVerdicts) -> set[str]:
    """The incidents that are as they were when they were compared last; the first time nobody waits for marks."""
    if not stored.fingerprints:
        return set()
    return {incident for incident, mark in marks().items() if stored.fingerprints.get(incident) == mark}


def settle(
    judged: Judged, linked: pd.DataFrame, before: pd.DataFrame, questions: Kept, scope: Among | None = None
) -> Verdicts:
    """What is to be stored: conflicts under the ids that people know. ``scope``: what the linked claims stood
    under, when they are not all."""
    where: dict[str, str] = {}
    for side in ("a", "b"):
        where.update(zip(before[f"claim_{side}"].tolist(), before[f"home_{side}"].tolist(), strict=True))
    own = linked.loc[among(linked["claim"], where), ["claim", "question"]]
    where.update(zip(own["claim"].tolist(), own["question"].tolist(), strict=True))

    def question_now(question: str, claim_a: str, claim_b: str) -> str:
        a, b = where.get(claim_a), where.get(claim_b)
        return a if a is not None and a == b else questions.merged.get(question, question)

    rows = {(one.question, one.type, one.claim_a, one.claim_b): row for one, row in judged.conflicts}
    kept, merged = keep_conflicts((one for one, _ in judged.conflicts), before, question_now, name_key)
    found = [ConflictRow(id, *rows[one.question, one.type, one.claim_a, one.claim_b]) for id, one in kept.items()]
    if scope is None:
        return Verdicts(judged.outcomes, found, merged)
    theirs = among(before["claim_a"], scope.claims) & among(before["claim_b"], scope.claims)
    return Verdicts(judged.outcomes, found, merged, (scope.questions, set(before.loc[theirs, "id"])))


def _blocks(claims: pd.DataFrame) -> Iterator[pd.DataFrame]:
    """The claims, incident by incident."""
    if claims.empty:
        return
    code = pd.factorize(claims["incident"])[0]
    size = np.bincount(code)
    block = ((np.cumsum(size) - size) // BLOCK_ROWS)[code]
    order = np.argsort(block, kind="stable")
    ends = np.flatnonzero(np.diff(block[order])) + 1
    yield from (claims.iloc[rows] for rows in np.split(order, ends))


def _as_stored(conflicts: pd.DataFrame) -> Iterator[tuple[FoundConflict, Values]]:
    for row in conflicts.astype(object).where(conflicts.notna(), None).to_dict("records"):
        a, b = name_key(row["voice_a"]), name_key(row["voice_b"])
        yield (
            FoundConflict(
                row["question"], row["type"], a, b, row["claim_a"], row["claim_b"], row["severity"]
            ),
            (
                row["question"], row["type"], row["severity"], row["claim_a"], row["claim_b"], row["carriers_a"],
                row["carriers_b"], row["reason"], row["gap_abs"], row["gap_ratio"],
            ),
        )  # fmt: skip
