"""Training: the weights of linking learnt from what people decided, looked at, and stored for every later run."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pandas as pd

from factcheck import record
from factcheck.errors import ClaimError, FactcheckError, ReadError
from factcheck.queries import derivation, links
from factcheck.store.store import Store
from factcheck.values import ClaimRecord

if TYPE_CHECKING:
    from factcheck.linking.learning import Examples, Learnt

_STORED = ["stored_question", "stored_incident"]
_OWN = (
    "kind", "low", "high", "qualifier", "victims", "target", "claimant", "stance", "place", "side", "role",
    "part_of", "quote", "start",
)  # fmt: skip
"""Fields of a claim record that linking reads as they are."""


class TooFewError(FactcheckError):
    """There is not enough to learn from; the text says how much there is and what to do."""


@dataclass(frozen=True, slots=True)
class Training:
    """What was learnt, from how much; nothing of it is stored yet."""

    learnt: Learnt
    prior: Mapping[str, float]
    decisions: int
    marked: int
    passed_over: Mapping[str, int] = field(default_factory=dict)  # why -> decisions that say nothing of incidents

    def note(self) -> str:
        """'learnt from 40 decisions and 300 marked pairs'."""
        parts = [(self.decisions, "decision"), (self.marked, "marked pair")]
        told = [f"{n:,} {noun}" if n == 1 else f"{n:,} {noun}s" for n, noun in parts if n]
        return f"learnt from {' and '.join(told)}"


def train(store: Store, marked: str | Path | None = None) -> Training:
    """Weights drawn from the shipped ones towards people's decisions, and towards marked claims of a file.

    ``marked``: claim records as JSON Lines, as ``factcheck claims --jsonl`` prints them, whose ``incident`` a
    person marked. Where a decision and a mark are about the same two reports, the decision counts.

    Raises:
        TooFewError: there is too little to learn from.
        ReadError: the file cannot be read, or a line of it is no claim record.
    """
    from factcheck.linking import examples, learning
    from factcheck.linking.constraints import Constraints
    from factcheck.linking.weights import shipped

    with store.session() as session:
        claims = derivation.claims_frame(session)
        decided = links.link_decisions(session)
    pairs = {word: [(d.a, d.b) for d in decided if d.status == word] for word in ("same", "different")}
    told = examples.from_decisions(claims.drop(columns=_STORED), Constraints(**pairs))
    all_of_them = told.examples if marked is None else told.examples.and_(_marked(Path(marked)))
    lacking = learning.too_few(all_of_them)
    if lacking is not None:
        raise TooFewError(f"{_sentence(lacking)}. {_why_fewer(told.passed_over)}{_HOW}")
    learnt = learning.learn(all_of_them, shipped())
    used = len(told.examples)
    return Training(learnt, shipped(), used, len(all_of_them) - used, told.passed_over)


def store_weights(store: Store, training: Training, *, by: str) -> None:
    """Every later linking uses what was learnt."""
    store.use_weights(training.learnt.weights, by=by, note=training.note())


_HOW = (
    "Decide on more pairs (the page Suggestions, or: factcheck suggestions, factcheck decide), then train again."
)


def _sentence(text: str) -> str:
    return text[:1].upper() + text[1:]


def _why_fewer(passed_over: Mapping[str, int]) -> str:
    if not passed_over:
        return ""
    told = "; ".join(f"{count:,} {why}" for why, count in sorted(passed_over.items()))
    return f"Other decisions say nothing of incidents: {told}. "


def _marked(path: Path) -> Examples:
    from factcheck.linking import examples

    rows = list(_rows(path))
    frame = pd.DataFrame([_cells(n, claim, row) for n, (claim, row) in enumerate(rows)])
    if frame.empty:
        raise ReadError("holds no claim record", where=str(path))
    marks: Sequence[str | None] = [str(row["incident"]) if row.get("incident") else None for _, row in rows]
    return examples.from_marked(frame, marks)


def _rows(path: Path) -> Iterator[tuple[ClaimRecord, dict[str, Any]]]:
    try:
        lines = path.read_text("utf-8-sig").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        reason = getattr(error, "strerror", None) or "not UTF-8"
        raise ReadError(f"cannot be read ({reason})", where=str(path)) from None
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        where = f"{path}, line {number}"
        try:
            row = json.loads(line)
        except ValueError as error:
            raise ReadError(f"is no JSON ({error})", where=where) from None
        if not isinstance(row, dict):
            raise ReadError("is no JSON object", where=where)
        try:
            yield record.from_json(row), row
        except ClaimError as error:
            raise ReadError(str(error), where=where) from None


def _cells(number: int, claim: ClaimRecord, row: Mapping[str, Any]) -> dict[str, Any]:
    """A row of what ``linking.link`` takes; beside a record's own fields: source, published, title."""
    span = claim.event_date
    return {name: getattr(claim, name) for name in _OWN} | {
        "claim": str(row.get("claim") or f"marked {number:07d}"), "document": f"marked {claim.doc}",
        "event_start": span and span.first, "event_end": span and span.last,
        **{name: row.get(name) for name in ("source", "published", "title", "context")},
    }  # fmt: skip
