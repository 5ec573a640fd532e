"""Two countries that count the dead of a border each count their own."""

from __future__ import annotations

from factcheck.linking import link
from tests.linking.builder import claims

BORDER = {"place": "Thai-Cambodian border", "day": "2024-03-10", "published": "2024-03-11", "victims": "people",
          "title": "Shells across the border"}  # fmt: skip


def test_offices_of_two_countries_count_their_own_people() -> None:
    table = claims(
        BORDER | {"n": 13, "claimant": "Thailand's health ministry", "quote": "13 people have died"},
        BORDER | {"n": 8, "claimant": "Cambodia's interior ministry", "quote": "eight people have died"},
        BORDER | {"n": 14, "claimant": "Thailand government", "quote": "14 people died"},
    )
    asked = link(table).set_index("claim")["question"]
    assert asked["c000"] == asked["c002"] != asked["c001"]


def test_who_counts_the_dead_of_the_other_country_is_held_to_it() -> None:
    strike = BORDER | {"place": "Kabul, Afghanistan"}
    table = claims(
        strike | {"n": 60, "claimant": "Afghanistan's health ministry", "quote": "60 people have died"},
        strike | {"n": 2, "claimant": "Pakistan government", "quote": "two people died"},
    )
    assert link(table)["question"].nunique() == 1
