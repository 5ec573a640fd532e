"""Which charges of one incident are about one thing."""

from __future__ import annotations

from typing import Any

from factcheck.linking import link
from tests.linking.builder import claims
from tests.linking.test_questions import NIGHT, questions


def charge(claimant: str, target: str, matter: str, document: str, **more: Any) -> dict[str, Any]:
    quote = f"{target} did it: {matter}"
    return {"kind": "blame", "claimant": claimant, "target": target, "victims": matter, "document": document,
            "quote": quote, **more}  # fmt: skip


def test_two_who_charge_each_other_with_other_deeds_speak_of_two_things() -> None:
    assert questions(
        charge("Indian army", "Chinese troops", "shelling of a mosque", "a"),
        charge("Chinese army", "Indian troops", "burning of a customs house", "b"),
    ) == [{0}, {1}]


def test_two_who_charge_each_other_in_general_speak_of_one_thing() -> None:
    assert questions(
        charge("Indian army", "Chinese troops", "aggression against Indian territory", "a"),
        charge("Chinese army", "Indian troops", "an undeclared war", "b"),
    ) == [{0, 1}]


def test_a_charge_for_weeks_of_fighting_is_not_that_for_one_night_of_it() -> None:
    weeks = {"event_start": "2020-06-01", "event_end": "2020-06-19", "published": "2020-06-20"}
    night = [
        charge("Indian army", "Chinese troops", "opening fire", "a"),
        charge("Chinese army", "Indian troops", "shooting", "a"),
    ]
    war = charge("Chinese army", "Indian troops", "undeclared war", "b")
    rows = [
        *({**NIGHT, **row} for row in night),
        {k: v for k, v in {**NIGHT, **war, **weeks}.items() if k != "day"},
    ]
    asked = link(claims(*rows)).set_index("claim")["question"]
    assert asked["c000"] == asked["c001"] != asked["c002"]


def test_a_charge_that_says_nothing_joins_no_two_others() -> None:
    assert questions(
        charge("the mayor", "the rebels", "", "a"),
        charge("the bishop", "the rebels", "shelling of a church", "a"),
        charge("the owner", "the rebels", "burning of houses", "b"),
    ) in ([{0, 1}, {2}], [{0, 2}, {1}])


def test_a_denied_figure_does_not_answer_a_charge() -> None:
    asked = questions(
        charge("the mayor", "the rebels", "shelling of a church", "a", start=0),
        {"kind": "denial", "claimant": "the governor", "target": "the figure of 120 dead", "document": "a",
         "quote": "calls the figure of 120 dead a fantasy", "start": 90},
    )  # fmt: skip
    assert asked == [{0}, {1}]


def test_who_attacked_and_who_sent_no_help_are_two_things() -> None:
    assert questions(
        charge("Indian army", "Chinese troops", "attack on the Karu garrison", "a"),
        charge("Indian soldiers", "Indian army command", "lack of air support for the Karu garrison", "b"),
    ) == [{0}, {1}]


TALKS = "broke off the talks in the capital"
MINE = "left a mine on the road to the well"


def page(*told: tuple[str, str, str, int]) -> list[set[int]]:
    """The questions among charges of one page: claimant, accused, quote and where it stands."""
    rows = [
        charge(claimant, accused, "", "a", start=start) | {"quote": f"{accused} {quote}"}
        for claimant, accused, quote, start in told
    ]
    return questions(*rows)


def test_a_page_that_goes_on_to_another_matter_tells_of_two() -> None:
    asked = page(("the minister", "the students", TALKS, 0), ("a herder", "the militia", MINE, 900))
    assert asked == [{0}, {1}]


def test_one_word_that_tells_joins_what_stands_far_apart() -> None:
    asked = page(("a herder", "the militia", MINE, 0), ("a nurse", "the army", "laid that mine", 900))
    assert asked == [{0, 1}]


def test_what_stands_between_two_matters_joins_only_one_of_them() -> None:
    asked = page(
        ("the minister", "the students", TALKS, 0),
        ("a teacher", "the police", "beat whoever stood there", 250),
        ("a herder", "the militia", MINE, 500),
    )
    assert {0, 2} not in [group & {0, 2} for group in asked]


def test_one_matter_in_other_words_is_one_thing() -> None:
    assert questions(
        charge("the ministry", "the rebels", "firing on the ferry", "a"),
        charge("the rebels", "government troops", "the shots at the boat", "b"),
        charge("the governor", "the rebels", "the theft of medicines", "c"),
    ) == [{0, 1}, {2}]
