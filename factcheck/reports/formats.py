"""The columns of a discrepancy report, and the register of its writers."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import IO, Any

Row = Mapping[str, Any]
"""One conflict: a value for each of ``COLUMNS``; None is unknown."""

Writer = Callable[[Iterable[Row], IO[bytes]], int]
"""Writes the rows to a file opened for bytes; gives how many there were."""

COLUMNS = (
    "conflict_id", "incident", "question", "kind", "type", "severity", "status", "incident_start", "incident_end",
    "place", "subject",
    "claimant_a", "stance_a", "low_a", "high_a", "qualifier_a", "published_a", "source_a", "url_a", "quote_a",
    "claimant_b", "stance_b", "low_b", "high_b", "qualifier_b", "published_b", "source_b", "url_b", "quote_b",
    "gap_abs", "gap_ratio", "carriers_a", "carriers_b", "reason", "decided_by", "decided_at", "note",
    "estimates",
)  # fmt: skip

_writers: dict[str, Writer] = {}


def writer(name: str) -> Callable[[Writer], Writer]:
    """The function writes the report's format of this name (and file extension)."""

    def register(function: Writer) -> Writer:
        _writers[name] = function
        return function

    return register


def writers() -> Mapping[str, Writer]:
    """All writers by name."""
    return _writers
