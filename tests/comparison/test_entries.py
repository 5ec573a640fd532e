"""Live blogs and lists by dates: what a later entry replaces, and what stays a rival figure."""

from __future__ import annotations

from typing import Any

from factcheck.comparison.answers import answers_of
from tests.linking.builder import claims


def replaced(*rows: tuple[str, int, str]) -> list[int]:
    """The figures that are history, of entries of one report: (its text, the figure, who says so)."""
    made: list[dict[str, Any]] = [
        {"document": "live", "start": 100 * at, "n": n, "claimant": who, "context": text, "quote": f"{n} dead"}
        for at, (text, n, who) in enumerate(rows)
    ]
    records = [{str(k): v for k, v in r.items()} for r in claims(*made).to_dict("records")]
    return [int(a.quantity.low or 0) for a in answers_of(records) if a.superseded and a.quantity]


def test_a_later_and_larger_figure_replaces_an_earlier_one() -> None:
    rows = [
        ("09:10 Police: 50 dead.", 50, "police"),
        ("11:30 The clinic counts 70 dead.", 70, "clinic"),
        ("14:00 More: 78 dead.", 78, "police"),
    ]
    assert replaced(*rows) == [50, 70]
    assert replaced(*reversed(rows)) == [70, 50]


def test_a_smaller_figure_of_somebody_else_in_a_later_entry_is_a_rival() -> None:
    assert (
        replaced(
            ("09:10 Baku reports 7 dead.", 7, "Azerbaijan"),
            ("11:30 Yerevan: 4 dead.", 4, "Armenia"),
            ("12:00 Baku repeats: 7 dead.", 7, "Azerbaijan"),
        )
        == []
    )
    assert replaced(("11:30 Yerevan: 4 dead.", 4, "Armenia"), ("09:10 Baku: 7 dead.", 7, "Azerbaijan")) == []


def test_figures_of_one_entry_replace_nothing() -> None:
    both = "09:15 The doctors say 46 dead, the village chief 63 dead."
    assert replaced((both, 46, "doctors"), (both, 63, "village chief")) == []


def test_what_others_say_outside_the_entries_replaces_nothing() -> None:
    assert (
        replaced(
            ("On 15 March the government spoke of 3 dead.", 3, "government"),
            ("The observatory has 26 dead.", 26, "observatory"),
        )
        == []
    )
