"""The answers of a whole table are those of its claims one by one, whatever stands in its columns."""

from __future__ import annotations

import pandas as pd
from hypothesis import given, settings
from hypothesis import strategies as st
from pandas import DataFrame

from bench.claims_generator import claims as generated
from factcheck.comparison.answers import READ, answers, answers_of

VALUES = {
    "kind": ("killed", "status", "denial", None), "qualifier": ("exact", "more_than", "odd", None),
    "claimant": (None, " the army ", "The Army"), "quote": ("12 soldiers", "a soldier", "at first 3", ""),
    "context": (None, "14:05 A soldier died.", "At first 3 were dead, now 12 soldiers."),
    "victims": ("soldiers", "a soldier", None), "place": ("Derna", "", None), "side": ("army", None),
    "published": ("2023-09-13", None, "0019-01-01"), "start": (0, 7, None),
    "low": (1, 3.0, 12, None, float("inf")), "high": (1.0, 12, None),
    "part_of": (True, False, None), "recorded": (True, None),
}  # fmt: skip


@st.composite
def rows(draw: st.DrawFn) -> dict[str, object]:
    """A claim with gaps; columns that are not named are not there."""
    return {name: draw(st.sampled_from(values)) for name, values in VALUES.items()}


@settings(max_examples=60, deadline=None)
@given(st.lists(rows(), min_size=1, max_size=8))
def test_a_table_of_claims_with_gaps(told: list[dict[str, object]]) -> None:
    table = DataFrame(told).reindex(columns=list(READ)).assign(claim=[f"c{k}" for k in range(len(told))])
    table["published"] = pd.to_datetime(table["published"], errors="coerce", format="ISO8601")
    one_by_one = [answers_of([row])[0] for row in table.to_dict("records")]  # type: ignore[list-item]
    assert answers(table) == one_by_one


def test_a_table_of_generated_claims() -> None:
    table = generated(300, seed=3)
    assert answers(table) == [answers_of([row])[0] for row in table.to_dict("records")]  # type: ignore[list-item]
