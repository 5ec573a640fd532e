"""Which claims answer the same question."""

from __future__ import annotations

import warnings
from typing import Any

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pandas import DataFrame

from factcheck.linking import COLUMNS, explain, link
from tests.linking.builder import claims

BORDER = {
    "place": "Spin Boldak, Kandahar",
    "day": "2025-10-15",
    "published": "2025-10-15",
    "title": "Border fighting",
}


def together(table: DataFrame, what: str = "question") -> list[set[int]]:
    """The groups of claims, as sets of row numbers."""
    linked = link(table).set_index("claim")[what]
    number = {claim: row for row, claim in enumerate(table["claim"])}
    return sorted(({number[c] for c in group.index} for _, group in linked.groupby(linked)), key=min)


def test_two_reports_of_one_night_answer_one_question() -> None:
    table = claims(
        {"n": 58, "victims": "Pakistani soldiers", "claimant": "Taliban government", **BORDER},
        {"n": 23, "victims": "Pakistani soldiers", "claimant": "Pakistan army", **BORDER},
    )
    assert together(table) == [{0, 1}]


def test_two_sides_losses_are_two_questions() -> None:
    table = claims(
        {"n": 58, "victims": "Pakistani soldiers", "quote": "58 Pakistani soldiers", **BORDER},
        {"n": 9, "victims": "Taliban fighters", "quote": "nine Taliban fighters", **BORDER},
    )
    assert together(table) == [{0}, {1}]
    assert together(table, "incident") == [{0, 1}]


def test_its_soldiers_are_the_claimants_own() -> None:
    table = claims(
        {"n": 58, "victims": "Pakistani soldiers", "claimant": "Taliban government", **BORDER},
        {"n": 9, "victims": "Taliban fighters", "claimant": "Taliban government", **BORDER},
        {"n": 23, "victims": "soldiers", "quote": "23 of its soldiers", "claimant": "Pakistan army", **BORDER},
    )
    assert together(table) == [{0, 2}, {1}]


def test_killed_and_wounded_are_two_questions() -> None:
    table = claims({"n": 5, **BORDER}, {"n": 5, "kind": "wounded", **BORDER})
    assert together(table) == [{0}, {1}]


def test_the_same_town_in_another_week_is_another_incident() -> None:
    later = BORDER | {"day": "2025-11-06", "published": "2025-11-08"}
    assert together(claims({"n": 5, **BORDER}, {"n": 4, **later}), "incident") == [{0}, {1}]


def test_the_same_day_in_a_far_town_is_another_incident() -> None:
    far = BORDER | {"place": "Lyon, France", "title": "Fire in a warehouse"}
    assert together(claims({"n": 5, **BORDER}, {"n": 4, **far}), "incident") == [{0}, {1}]


def test_the_dead_of_another_year_in_the_same_text_are_another_incident() -> None:
    table = claims(
        {"n": 20, "document": "d", "victims": "Indian soldiers", "day": "2020-06-15", "place": "Galwan Valley"},
        {"n": 4, "document": "d", "victims": "Indian soldiers", "event_start": "1975-01-01",
         "event_end": "1975-12-31", "place": "Tulung La"},
    )  # fmt: skip
    assert together(table, "incident") == [{0}, {1}]


def test_a_part_is_no_rival_to_the_whole() -> None:
    table = claims(
        {"n": 10, "document": "d", "victims": "civilians", "quote": "ten civilians dead", **BORDER},
        {"n": 2, "document": "d", "victims": "children", "quote": "two of them children", **BORDER},
    )
    assert together(table) == [{0}, {1}]


def test_others_behind_a_total_are_an_increment() -> None:
    table = claims(
        {"n": 20, "document": "d", "victims": "soldiers", "quote": "Twenty soldiers were killed", **BORDER},
        {"n": 17, "document": "d", "victims": "soldiers", "quote": "Seventeen others had died", **BORDER},
    )
    assert together(table) == [{0}, {1}]


def test_others_of_another_kind_are_a_total() -> None:
    table = claims(
        {"n": 58, "document": "a", "victims": "soldiers", "quote": "58 soldiers killed", **BORDER},
        {"n": 30, "document": "a", "kind": "wounded", "victims": "others", "quote": "30 others wounded", **BORDER},
        {
            "n": 29,
            "document": "b",
            "kind": "wounded",
            "victims": "soldiers",
            "quote": "29 soldiers hurt",
            **BORDER,
        },
    )
    assert {1, 2} in together(table)


def test_marchers_in_the_city_and_in_the_country_are_two_questions() -> None:
    march = {
        "kind": "attendance",
        "victims": "marchers",
        "day": "2023-03-07",
        "published": "2023-03-07",
        "document": "d",
    }
    table = claims(
        {"n": 1_280_000, "place": "France", **march}, {"n": 81_000, "place": "Paris", **march},
        {"n": 3_500_000, "place": "France", **march}, {"n": 700_000, "place": "Paris", **march},
    )  # fmt: skip
    assert together(table) == [{0, 2}, {1, 3}]


def test_a_denial_answers_the_charge_before_it() -> None:
    table = claims(
        {"kind": "blame", "document": "d", "victims": "attacks", "target": "Afghanistan", "claimant": "Pakistan",
         "quote": "the group runs its campaign from Afghan soil", "context": "x"},
        {"kind": "denial", "document": "d", "target": "sheltering the group", "claimant": "Afghan authorities",
         "quote": "deny sheltering the group", "context": "x"},
    )  # fmt: skip
    assert together(table) == [{0, 1}]


def test_a_wide_month_joins_the_night_by_its_figures() -> None:
    roughly = {
        "event_start": "2025-10-01",
        "event_end": "2025-10-31",
        "published": "2025-11-08",
        "document": "late",
    }
    table = claims(
        {"n": 58, "victims": "Pakistani soldiers", "document": "early", **BORDER},
        {"n": 23, "victims": "Pakistani soldiers", "document": "early", **BORDER},
        {
            "n": 58,
            "victims": "Pakistani soldiers",
            "place": "Afghanistan-Pakistan border",
            "context": "Border fighting",
            **roughly,
        },
        {
            "n": 23,
            "victims": "Pakistani soldiers",
            "place": "Afghanistan-Pakistan border",
            "context": "Border fighting",
            **roughly,
        },
    )
    assert together(table) == [{0, 1, 2, 3}]


def test_an_empty_table_gives_an_empty_table() -> None:
    assert list(link(claims()).columns) == list(COLUMNS)
    assert len(link(claims())) == 0


@pytest.mark.parametrize("absurd", ["0019-01-01", "2999-01-01", None])
def test_an_absurd_date_is_no_date(absurd: str | None) -> None:
    row = BORDER | {"day": absurd}
    linked = link(claims({"n": 5, **row}))
    assert linked["incident_start"].isna().all()


def test_every_claim_of_ten_thousand_copies_comes_back() -> None:
    one = claims({"n": 5, "quote": "five people were killed", "context": "five people were killed", **BORDER})
    many = pd.concat([one] * 10_000, ignore_index=True)
    many["claim"] = [f"c{n:06d}" for n in range(len(many))]
    many["document"] = [f"d{n:06d}" for n in range(len(many))]
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        linked = link(many)
    assert len(linked) == 10_000
    assert linked["question"].nunique() == 1


def test_a_link_says_why() -> None:
    elsewhere = BORDER | {"day": "2024-01-01", "published": "2024-01-01", "place": "Lyon"}
    table = claims(
        {"n": 58, "victims": "Pakistani soldiers", **BORDER}, {"n": 23, "victims": "Pakistani soldiers", **BORDER},
        {"n": 4, "victims": "shoppers", **elsewhere},
    )  # fmt: skip
    alike, unlike = explain(table, "c000", "c001"), explain(table, "c000", "c002")
    assert alike.value > 0.5 > unlike.value
    assert {"same_days", "same_place", "side"} <= {reason.feature for reason in alike.reasons}
    assert "the dates exclude each other" in {reason.text for reason in unlike.reasons}


TEXT = st.sampled_from([None, "", "  ", "police", "Paris", "Pakistan army", "soldiers", "\u200bx", "a" * 300])
NUMBER = st.sampled_from([None, 0, 1, 12, 58.0, float("nan"), float("inf"), -3])
DAY = st.sampled_from([None, "2024-03-01", "2024-03-02", "0019-01-01", "2999-12-31", "1975-06-01"])
ROW: st.SearchStrategy[dict[str, Any]] = st.fixed_dictionaries(
    {
        "document": st.sampled_from(["a", "b", "c"]), "source": TEXT, "published": DAY,
        "low": NUMBER, "high": NUMBER,
        "kind": st.sampled_from(["killed", "wounded", "attendance", "blame", "denial", "status", "oddity"]),
        "qualifier": st.sampled_from([None, "exact", "at_least", "nonsense"]), "victims": TEXT, "target": TEXT,
        "claimant": TEXT, "event_start": DAY, "event_end": DAY, "place": TEXT, "side": TEXT, "role": TEXT,
        "quote": TEXT, "title": TEXT, "context": TEXT, "part_of": st.sampled_from([None, True, False]),
    }
)  # fmt: skip


@settings(max_examples=60, deadline=None)
@given(rows=st.lists(ROW, max_size=12), seed=st.integers(0, 9))
def test_the_order_of_the_rows_changes_nothing(rows: list[dict[str, Any]], seed: int) -> None:
    table = claims(*rows)
    shuffled = table.sample(frac=1, random_state=seed).reset_index(drop=True)
    first = link(table)
    assert sorted(first["claim"]) == sorted(table["claim"])
    pd.testing.assert_frame_equal(first, link(shuffled))
