"""One name and one key for the many ways of writing a party."""

from __future__ import annotations

import pytest

from factcheck.language.naming import adjective, canonical, country, name_key, party_key, same_spot, state_in
from factcheck.lexicons import rows

SAME = [
    ("Kenya's army", "the army of Kenya"),
    ("Kenyan army", "army of Kenya"),
    ("Ministry of Health of Peru", "Peru's health ministry"),
    ("ISPR", "Pakistan's army"),
    ("WHO", "the World Health Organization"),
    ("Moscow", "Russia"),
    ("the U.S. military", "US military"),
]


@pytest.mark.parametrize(("one", "other"), SAME)
def test_two_ways_of_writing_are_one_name(one: str, other: str) -> None:
    assert name_key(canonical(one)) == name_key(canonical(other))


def test_names_that_no_list_knows_stay_as_written() -> None:
    assert canonical("the Harbour Watch") == "Harbour Watch"


def test_a_city_in_front_of_an_office_is_the_city() -> None:
    assert canonical("Paris police") == "Paris police"


def test_a_us_state_is_no_country_in_front_of_an_office() -> None:
    assert canonical("Georgia Bureau of Investigation") == "Georgia Bureau of Investigation"


def test_states_are_found_by_name_capital_and_adjective() -> None:
    assert (country("Hanoi"), country("Viet Nam"), state_in("a Vietnamese ship")) == ("Vietnam",) * 3
    assert country("Atlantis") is None


def test_every_state_of_the_list_is_known_by_its_own_name() -> None:
    for row in rows("countries"):
        if row["kind"] == "state":
            assert country(row["name"]) == row["name"]
            assert adjective(row["name"])


def test_a_place_with_its_land_is_the_place_without_and_not_its_namesake_elsewhere() -> None:
    assert same_spot("Varn", "varn, Ruritania")
    assert same_spot("Varn, Ruritania", "Varn, Upper Velia, Ruritania")
    assert same_spot("Varn, North Velia, Ruritania", "Varn, Nord-Velia, Ruritania")
    assert not same_spot("Varn, Highlands, Ruritania", "Varn, Coast, Ruritania")
    assert not same_spot("Varn, Ruritania", "Varn, Sylvania")
    assert not same_spot("Varn", "Orsk")


def test_a_government_is_one_party_however_its_state_is_written() -> None:
    assert party_key(canonical("Kremlin")) != party_key(canonical("Pentagon"))
    for one, other in (
        ("Moscow", "Kremlin"),
        ("Islamabad", "Pakistani government"),
        ("Turkey", "Turkish government"),
    ):
        assert party_key(canonical(one)) == party_key(canonical(other))
    assert party_key("Odisha government") == "odisha government"
