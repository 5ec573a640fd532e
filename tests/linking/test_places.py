"""How two places as written relate."""

from __future__ import annotations

import pytest

from factcheck.linking.places.places import Relation, is_wide, relation


@pytest.mark.parametrize(
    ("a", "b", "said"),
    [
        ("Derna", "Derna, Libya", Relation.SAME),
        ("Axum", "Aksum", Relation.SAME),
        ("Spin Boldak, Kandahar", "Chaman / Spin Boldak", Relation.SAME),
        ("Paris", "Paris police prefecture", Relation.SAME),
        ("Paris", "France", Relation.WITHIN),
        ("garment factory, Derna, Libya", "Derna", Relation.SAME),
        ("school, Derna, Libya", "school, Marseille, France", Relation.FAR),
        ("Main Street, Springfield, Illinois", "Main Street, Boston", Relation.FAR),
        ("Main Street, Boston", "Boston", Relation.SAME),
        ("Afghanistan-Pakistan border", "Spin Boldak, Kandahar", Relation.WITHIN),
        ("Paris", "Marseille", Relation.FAR),
        ("Springfield, Illinois", "Springfield, Massachusetts", Relation.FAR),
        ("Springfield, Illinois, United States", "Springfield, Missouri, United States", Relation.FAR),
        ("Springfield, Illinois", "Springfield, Illinois, United States", Relation.SAME),
        ("Springfield, Illinois", "Springfield, United States", Relation.SAME),
        ("Rome, Georgia", "Rome, Italy", Relation.FAR),
        ("Austria", "Australia", Relation.FAR),
        ("Sector 12", "Sector 13", Relation.UNKNOWN),
        ("", "Paris", Relation.UNKNOWN),
    ],
)
def test_relation_both_ways(a: str, b: str, said: Relation) -> None:
    assert relation(a, b) is said
    assert relation(b, a) is said


def test_a_country_is_wide_and_a_city_in_it_is_not() -> None:
    assert is_wide("France")
    assert not is_wide("Paris, France")
    assert not is_wide("an unknown hamlet, France")
