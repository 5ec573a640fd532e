"""Blocks of whole incidents compared on an engine: what comes of them as plain values, which go between processes
fast."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from pandas import DataFrame

from factcheck.comparison import compare
from factcheck.comparison.verdicts import PositionPair
from factcheck.language.naming import name_key

Outcome = tuple[str | None, str | None, str | None]
"""The outcome of a question, its type and its reason."""

Values = tuple[Any, ...]
"""What the row of a conflict holds behind its id."""

Compared = tuple[dict[str, Outcome], list[tuple[tuple[Any, ...], Values]]]
"""The outcomes of questions, and of each conflict what its ``FoundConflict`` and its row hold."""


def wake() -> None:
    """What comparing needs is read: whoever calls this has imported it."""


def compared(block: DataFrame) -> Compared:
    """What comparing finds in the claims of whole incidents."""
    voices = _voices(block)
    verdicts = compare(block)
    outcomes: dict[str, Outcome] = {
        v.question: (v.outcome.value if v.outcome else None, v.type, v.reason) for v in verdicts
    }
    return outcomes, [_found(v.question, pair, voices) for v in verdicts for pair in v.pairs]


def _voices(claims: DataFrame) -> dict[str, str]:
    """Under whose name each claim stands: the claimant's, else the source's."""
    voice = claims["claimant"].fillna(claims["source"])
    return dict(zip(claims["claim"].tolist(), voice.tolist(), strict=True))


def _found(question: str, pair: PositionPair, voices: Mapping[str, str]) -> tuple[tuple[Any, ...], Values]:
    a, b = sorted((name_key(voices[claim]), claim) for claim in (pair.claim_a, pair.claim_b))
    verdict = pair.verdict
    carriers = (pair.carriers_a, pair.carriers_b) if a[1] == pair.claim_a else (pair.carriers_b, pair.carriers_a)
    return (question, verdict.type, a[0], b[0], a[1], b[1], verdict.severity), (
        question, verdict.type, verdict.severity, a[1], b[1], *carriers, verdict.reason, verdict.gap_abs,
        verdict.gap_ratio,
    )  # fmt: skip
