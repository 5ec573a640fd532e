"""Who or what a figure counts."""

from __future__ import annotations

import pytest

from factcheck.language.subjects import measure_of, subject_of


@pytest.mark.parametrize(
    ("victims", "quote", "side", "role"),
    [
        ("Pakistani soldiers", "58 Pakistani soldiers", "Pakistan", "fighter"),
        ("US service members", "eleven US service members", "United States", "fighter"),
        ("Taliban fighters", "nine Taliban fighters", "Afghanistan", "fighter"),
        ("residents", "more than a hundred residents", None, "civilian"),
        ("police and gendarmes", "123 police and gendarmes", None, "police"),
        ("", "35 Chinese dead", "China", "people"),
        ("", "three dead", None, "people"),
        ("two of them children", "two of them children", None, "child"),
    ],
)
def test_side_and_role(victims: str, quote: str, side: str | None, role: str) -> None:
    subject = subject_of(victims, quote)
    assert (subject.side, subject.role) == (side, role)


def test_what_the_record_says_goes_before_the_words() -> None:
    assert subject_of("soldiers", "six soldiers", side="Pakistan").side == "Pakistan"


@pytest.mark.parametrize(
    ("victims", "quote", "part"),
    [
        ("children", "two of them children", True),
        ("soldiers", "seventy of the 110 were shot", True),
        ("officers", "four officers among them", True),
        ("civilians", "ten civilians dead", False),
    ],
)
def test_a_part_says_so(victims: str, quote: str, *, part: bool) -> None:
    assert subject_of(victims, quote).part is part


@pytest.mark.parametrize(
    ("victims", "quote", "single"),
    [
        ("doctor", "a doctor was hurt", True),
        ("Qassem Soleimani", "killed Qassem Soleimani", True),
        ("people", "one person dead", False),
        ("team", "killing four of the team", False),
        ("soldiers", "20 soldiers", False),
    ],
)
def test_one_person_told_apart(victims: str, quote: str, *, single: bool) -> None:
    assert subject_of(victims, quote).single is single


@pytest.mark.parametrize(
    ("text", "measure"),
    [
        ("people buried", "buried"), ("unidentified bodies", "unidentified"), ("newly diagnosed troops", "new"),
        ("bodies at a morgue", "morgue"), ("members of one family", "family"), ("bodies recovered", ""),
        ("victims listed by name", ""), ("people", ""),
    ],
)  # fmt: skip
def test_another_way_of_counting_is_another_measure(text: str, measure: str) -> None:
    assert measure_of(text) == measure


def test_others_are_more_only_of_people() -> None:
    assert subject_of("others", "seventeen others had died").more
    assert not subject_of("soldiers", "the other side lost more than 40").more
    assert not subject_of("soldiers", "38 or more").more


@pytest.mark.parametrize(
    ("victims", "role", "measure"),
    [
        ("people with broken arms", "people", "with arms"),
        ("people suffering from loss of hearing", "people", "with hearing"),
        ("people treated for smoke inhalation", "people", "with smoke"),
        ("people with gunshot wounds to the legs", "people", ""),
        ("people under eighteen", "child", ""),
        ("villagers below the age of sixteen", "child", ""),
        ("people over eighteen", "people", ""),
        ("QRF members", "", ""),
        ("family members", "people", "family"),
    ],
)
def test_those_whom_something_sets_apart(victims: str, role: str, measure: str) -> None:
    subject = subject_of(victims, victims)
    assert (subject.role, subject.measure) == (role, measure)
