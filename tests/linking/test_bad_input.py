"""Claims that lack what linking goes by, or have too much of it: linked or left alone, none lost."""

from __future__ import annotations

import warnings

import pandas as pd
from pandas import DataFrame

from factcheck.linking import link
from tests.linking.builder import claims

TOWN = {"n": 7, "place": "Derna, Libya", "day": "2023-09-11", "published": "2023-09-12"}


def copies(row: dict[str, object], count: int) -> DataFrame:
    one = claims(row)
    many = pd.concat([one] * count, ignore_index=True)
    return many.assign(claim=[f"c{n:06d}" for n in range(count)], document=[f"d{n:06d}" for n in range(count)])


def test_claims_without_date_or_place_come_back() -> None:
    table = claims({"n": 3}, {"n": 4, "place": "Derna, Libya"}, {"n": 5, "day": "2023-09-11"}, TOWN)
    assert link(table)["claim"].tolist() == sorted(table["claim"])


def test_an_absurd_date_is_no_date() -> None:
    table = claims(TOWN | {"day": None}, TOWN | {"day": None}, TOWN)
    table["event_start"] = table["event_end"] = ["0019-09-11", "2900-01-01", "2023-09-11"]
    linked = link(table)
    assert len(linked) == 3
    assert linked["incident"].nunique() == 1


def test_a_claimant_with_four_hundred_names_is_linked_as_one_incident() -> None:
    table = claims(
        *(TOWN | {"claimant": f"Libyan Relief Office no. {n}", "quote": "7 people"} for n in range(400))
    )
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        linked = link(table)
    assert len(linked) == 400
    assert linked["incident"].nunique() == 1


def test_fifty_thousand_claims_of_one_sentence_are_one_question() -> None:
    linked = link(copies(TOWN | {"quote": "7 people died", "context": "7 people died in the flood"}, 50_000))
    assert len(linked) == 50_000
    assert linked["question"].nunique() == 1


def test_a_block_that_grows_too_large_is_split_with_a_warning() -> None:
    rows = (
        TOWN | {"n": n, "quote": f"{n} people", "context": f"{n} people died when the old dam above Derna burst"}
        for n in range(800)
    )
    with warnings.catch_warnings(record=True) as said:
        warnings.simplefilter("always")
        linked = link(claims(*rows))
    assert any("blocks of more than" in str(w.message) for w in said)
    assert len(linked) == 800
    assert linked["incident"].nunique() < 30
