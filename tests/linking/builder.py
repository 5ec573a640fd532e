"""Claims for the tests of linking and comparing, in our own words."""

from __future__ import annotations

from typing import Any

import pandas as pd
from pandas import DataFrame

EMPTY: dict[str, Any] = {
    "claim": "c", "document": "d", "source": "Daily", "published": None, "kind": "killed", "low": None,
    "high": None,
    "qualifier": None, "victims": None, "target": None, "claimant": None, "stance": "reports", "event_start": None,
    "event_end": None, "place": None, "side": None, "role": None, "part_of": False, "quote": "", "start": 0,
    "title": None, "context": None, "names": None, "recorded": False,
}  # fmt: skip


def claims(*rows: dict[str, Any]) -> DataFrame:
    """The DataFrame that ``link`` takes; ``n`` stands for an exact figure, ``day`` for an event of one day."""
    table = DataFrame([_full(number, row) for number, row in enumerate(rows)], columns=list(EMPTY))
    for name in ("published", "event_start", "event_end"):
        table[name] = pd.to_datetime(table[name], errors="coerce", format="mixed")
    return table


def _full(number: int, row: dict[str, Any]) -> dict[str, Any]:
    row = dict(row)
    if "n" in row:
        n = row.pop("n")
        row |= {"low": n, "high": n, "qualifier": "exact"}
    if "day" in row:
        row["event_start"] = row["event_end"] = row.pop("day")
    made = {"claim": f"c{number:03d}", "document": f"d{number:03d}", "start": number * 10}
    return EMPTY | made | row
