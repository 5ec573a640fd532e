"""Pairs of claims as an analyst judges them: one question or two, and a conflict or none.

``cases/pairs.csv``: a row a pair. ``judged``: conflict; one (one question, no conflict); two (two questions).
"""

from __future__ import annotations

import csv
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest

from factcheck.comparison import compare
from factcheck.linking import link
from factcheck.values import Outcome
from tests.linking.builder import claims

CASES = Path(__file__).parents[1] / "cases" / "pairs.csv"
FIELDS = ("source", "claimant", "kind", "victims", "target", "quote")

Row = dict[str, str]


def cases() -> list[Row]:
    with open(CASES, encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


def claim(row: Row, end: str) -> dict[str, Any]:
    """One of the two claims: ``figure`` is '14', '20-' (at least), '-20' (up to) or empty."""
    told: dict[str, Any] = {name: row[f"{name}_{end}"] or None for name in FIELDS}
    low, dash, high = row[f"figure_{end}"].partition("-")
    told |= {
        "low": float(low) if low else None,
        "high": float(high if dash else low) if (high or (not dash and low)) else None,
    }
    if told["low"] is not None or told["high"] is not None:
        told["qualifier"] = (
            "at_least"
            if told["high"] is None
            else "up_to"
            if told["low"] is None
            else "range"
            if dash
            else "exact"
        )
    published = date.fromisoformat(row["day"]) + timedelta(days=int(row[f"days_{end}"] or 1))
    told |= {"document": end, "published": published.isoformat(), "day": row["day"], "place": row["place"]}
    told["stance"] = "denies" if told["kind"] == "denial" else "claims" if told["claimant"] else "reports"
    return told | {"quote": told["quote"] or ""}


def judged(row: Row) -> str:
    table = claims(claim(row, "a"), claim(row, "b"))
    linked = table.merge(link(table), on="claim")
    if any(v.outcome is Outcome.CONFLICT or v.pairs for v in compare(linked)):
        return "conflict"
    return "one" if linked["question"].nunique() == 1 else "two"


@pytest.mark.parametrize("row", cases(), ids=lambda row: row["quote_a"][:40])
def test_two_claims_are_judged_as_an_analyst_judges_them(row: Row) -> None:
    assert judged(row) == row["judged"]
