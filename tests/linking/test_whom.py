"""Whom figures count: the same people in other words, and others in the same words."""

from __future__ import annotations

from typing import Any

import pytest

from factcheck.language.measures import measure_for
from factcheck.language.whom import bare
from factcheck.values import Outcome
from tests.comparison.test_compare import judged
from tests.linking.test_questions import questions


def told(n: int, victims: str, document: str, claimant: str | None = None, **more: Any) -> dict[str, Any]:
    quote = more.pop("quote", f"{n} {victims}")
    return {"n": n, "victims": victims, "document": document, "claimant": claimant, "quote": quote, **more}


@pytest.mark.parametrize(
    ("victims", "place", "whom"),
    [
        ("people at the hospital", "Saint Luke hospital, Varn", "people"),
        ("men of Varn", "Varn", "men"),
        ("people in the market", "Varn", "people in the market"),
        ("people in Israel", "Israel", "people in Israel"),
        ("dead, servicemen included", "", "dead"),
        ("people, including two children", "", "people"),
        ("including two children", "", "including two children"),
    ],
)
def test_what_is_only_added_is_left_out(victims: str, place: str, whom: str) -> None:
    assert bare(victims, place) == whom


@pytest.mark.parametrize(
    ("kind", "victims", "quote", "measure"),
    [
        ("captured", "boys freed", "30 boys freed", "freed"),
        ("captured", "boys", "nobody is left behind", "held"),
        ("wounded", "people", "nine with gunshot wounds", "gunshot"),
        ("killed", "people", "four died on the spot", "scene"),
        ("killed", "boys freed", "30 boys", ""),
        ("attendance", "marchers", "about 900 at 21:00", "hour"),
    ],
)
def test_another_way_of_counting_by_its_words(kind: str, victims: str, quote: str, measure: str) -> None:
    assert measure_for(kind, victims, quote) == measure


def test_the_freed_are_not_those_who_were_taken() -> None:
    assert questions(
        told(300, "boys", "a", kind="captured"),
        told(280, "boys freed", "b", kind="captured"),
        told(310, "boys", "b", kind="captured"),
    ) == [{0, 2}, {1}]


def test_a_figure_that_one_voice_gives_twice_joins_what_it_counts() -> None:
    rows = [
        told(523, "boys", "a", "the rebels", kind="captured"),
        told(320, "boys", "b", "the governor", kind="captured"),
        told(523, "captives", "b", "the rebels", kind="captured"),
    ]
    assert questions(*rows) == [{0, 1, 2}]
    rows.append(told(40, "captives", "a", "the rebels", kind="captured"))
    assert {0, 1} in questions(*rows)  # one voice of one text tells boys from captives


def test_one_teacher_is_the_teacher() -> None:
    assert questions(
        told(1, "teacher", "a", quote="a teacher was killed"),
        told(1, "teacher", "b", quote="1 teacher lost her life"),
        told(9, "people", "a"),
    ) == [{0, 1}, {2}]


def test_attackers_and_soldiers_of_no_side_are_two_sides() -> None:
    assert questions(
        told(12, "soldiers", "a", "the ministry", quote="twelve soldiers have fallen"),
        told(50, "attackers", "a", "the ministry", quote="fifty terrorists were killed"),
        told(37, "soldiers", "b", "the rebels", quote="37 soldiers died"),
        told(2, "attackers", "b", "the rebels", quote="two of the mujahideen"),
    ) == [{0, 2}, {1, 3}]


def test_a_gunman_is_none_of_those_whom_he_killed() -> None:
    assert questions(
        told(5, "people", "a", quote="five people were killed"),
        told(1, "gunman", "a", quote="the gunman was found dead"),
        told(7, "people", "b", quote="7 dead"),
        told(1, "gunman", "b", quote="the gunman shot himself"),
    ) == [{0, 2}, {1, 3}]


def test_others_hurt_below_the_same_figure_are_no_increment() -> None:
    hurt = {"kind": "wounded"}
    assert questions(
        told(11, "people", "a", quote="11 hurt", start=5, **hurt),
        told(11, "people", "a", quote="11 others injured", start=90, **hurt),
        told(6, "people", "b", quote="six hurt", start=0, **hurt),
        told(4, "people", "b", quote="four others injured", start=80, **hurt),
    ) == [{0, 1, 2}, {3}]


def test_people_in_two_spots_are_two_questions() -> None:
    assert questions(
        told(5, "people in the ambulance", "a"),
        told(10, "people on the square", "b"),
        told(37, "civilians", "b"),
    ) == [{0}, {1}, {2}]


def test_those_still_held_grow_fewer() -> None:
    def held(n: int, claimant: str, day: str) -> dict[str, Any]:
        return told(n, "pupils still held", claimant, claimant, kind="captured", published=day)

    later = held(31, "parents of the pupils", "2024-02-12")
    assert judged(held(22, "the governor", "2024-01-25"), later).outcome is Outcome.CONFLICT
    fewer = held(9, "parents of the pupils", "2024-02-12")
    assert judged(held(22, "the governor", "2024-01-25"), fewer).outcome is Outcome.UPDATE


def test_who_speaks_in_a_quote_is_not_who_is_counted() -> None:
    assert questions(
        told(4700, "pilgrims", "a", quote="a number circulates on Chinese television, 4,700 pilgrims"),
        told(464, "Chinese pilgrims", "b"),
        told(2411, "pilgrims", "c"),
    ) == [{0, 2}, {1}]


def test_pilgrims_of_all_nations_are_not_those_of_one() -> None:
    assert questions(told(863, "pilgrims", "a"), told(46, "Chinese pilgrims", "b")) == [{0}, {1}]


def test_children_whom_one_voice_counts_beside_pupils_are_others() -> None:
    assert questions(
        told(9, "pupils", "a", "the mayor"), told(23, "children", "a", "the mayor"), told(6, "pupils", "b")
    ) == [{0, 2}, {1}]
