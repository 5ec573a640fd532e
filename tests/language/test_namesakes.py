"""Which names are proposed as one claimant, and which are not."""

from __future__ import annotations

import pytest

from factcheck.language.namesakes import suggestions


def proposed(
    *names: str, merged: tuple[tuple[str, str], ...] = (), apart: tuple[tuple[str, str], ...] = ()
) -> set[frozenset[str]]:
    return {frozenset((one.alias, one.name)) for one in suggestions(dict.fromkeys(names, 1), merged, apart)}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Hillford police", "Hillford Police Department"),
        ("Department of Border Security", "Border Department of Security"),
        ("Elliot Vandermeer", "Elliott Vandermeer"),
        ("HCSO", "Hillford County Sheriff's Office"),
        ("Interior Ministry", "Interior Ministry Bulletin"),
    ],
)
def test_names_of_one_body_are_proposed(one: str, other: str) -> None:
    assert proposed(one, other, "Harbour Union") == {frozenset((one, other))}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Hillford police", "Millford police"),
        ("residents", "president"),
        ("4th Infantry Brigade", "5th Infantry Brigade"),
        ("Polish Interior Ministry", "Finnish Interior Ministry"),
        ("Hamilton County Sheriff", "Harrison County Sheriff"),
    ],
)
def test_names_of_two_bodies_are_not(one: str, other: str) -> None:
    assert proposed(one, other) == set()


def test_what_analysts_decided_is_not_proposed_again() -> None:
    pair = ("Hillford police", "Hillford Police Department")
    assert proposed(*pair, apart=(pair,)) == set()
    assert proposed(*pair, merged=(pair,)) == set()


def test_what_was_merged_for_one_state_is_proposed_for_another() -> None:
    names = ("General Staff of Norway", "Norwegian army", "General Staff of Finland", "Finnish army")
    assert proposed(*names) == set()
    found = suggestions(dict.fromkeys(names, 1), [("General Staff of Norway", "Norwegian army")], [])
    assert [(one.alias, one.name) for one in found] == [("General Staff of Finland", "Finnish army")]
    assert "as General Staff of Norway was put under Norwegian army" in found[0].reason


def test_the_rarer_name_goes_under_the_more_frequent() -> None:
    (one,) = suggestions({"Hillford Police Department": 2, "Hillford police": 9}, [], [])
    assert (one.alias, one.name) == ("Hillford Police Department", "Hillford police")
