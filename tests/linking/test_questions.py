"""Which figures of one incident count the same thing."""

from __future__ import annotations

from typing import Any

from pandas import DataFrame

from factcheck.linking import link
from tests.linking.builder import claims

NIGHT = {"place": "Galwan Valley", "day": "2020-06-15", "published": "2020-06-16", "title": "Clash in the valley"}


def questions(*rows: dict[str, Any]) -> list[set[int]]:
    """The questions among rows of one incident, as sets of row numbers."""
    table: DataFrame = claims(*({**NIGHT, **row} for row in rows))
    linked = link(table).set_index("claim")
    number = {claim: row for row, claim in enumerate(table["claim"])}
    assert linked["incident"].nunique() == 1
    return sorted(({number[c] for c in group.index} for _, group in linked.groupby("question")), key=min)


def test_an_elided_noun_counts_those_just_named() -> None:
    context = "Twenty Indian soldiers were killed, the army said, and 76 hurt."
    assert questions(
        {
            "n": 20,
            "document": "a",
            "victims": "Indian soldiers",
            "quote": "Twenty Indian soldiers were killed",
            "context": context,
            "start": 0,
        },
        {"n": 76, "kind": "wounded", "document": "a", "quote": "76 hurt", "context": context, "start": 50},
        {"n": 70, "kind": "wounded", "document": "b", "victims": "Indian soldiers", "quote": "70 Indian soldiers"},
        {
            "n": 9,
            "kind": "wounded",
            "document": "b",
            "victims": "Chinese soldiers",
            "quote": "nine Chinese soldiers",
        },
    ) == [{0}, {1, 2}, {3}]


def test_the_other_side_is_not_the_side_just_counted() -> None:
    context = "India lost 20 men and the other side had lost more than 40."
    assert questions(
        {
            "n": 20,
            "document": "a",
            "victims": "Indian soldiers",
            "quote": "20 men",
            "context": context,
            "start": 0,
        },
        {
            "low": 40,
            "qualifier": "more_than",
            "document": "a",
            "victims": "men",
            "quote": "more than 40",
            "context": context,
            "start": 40,
        },
        {"n": 4, "document": "b", "victims": "Chinese soldiers", "quote": "four Chinese soldiers"},
        {"n": 20, "document": "b", "victims": "Indian soldiers", "quote": "20 Indian soldiers"},
    ) == [{0, 3}, {1, 2}]


def test_nobody_hurt_is_said_of_ones_own() -> None:
    assert questions(
        {
            "n": 0,
            "kind": "wounded",
            "claimant": "Iraqi military",
            "victims": "casualties",
            "quote": "no casualties",
        },
        {"n": 11, "kind": "wounded", "claimant": "Pentagon", "victims": "US soldiers", "quote": "11 US soldiers"},
    ) == [{0}, {1}]


def test_a_toll_of_the_whole_war_is_another_question() -> None:
    assert {1} in questions(
        {"n": 20, "victims": "people", "quote": "20 people died"},
        {
            "n": 2000,
            "victims": "people",
            "quote": "2,000 people",
            "context": "2,000 people have died since the start of the war.",
        },
    )


def test_the_buried_are_not_the_dead() -> None:
    assert questions(
        {"n": 5300, "victims": "people", "quote": "5,300 people dead"},
        {"n": 3283, "victims": "people", "quote": "3,283 people had been buried"},
    ) == [{0}, {1}]


def test_one_person_told_apart_is_a_question_beside_the_total() -> None:
    assert questions(
        {"n": 137, "victims": "people", "quote": "137 people killed"},
        {"n": 1, "victims": "doctor", "quote": "a doctor was killed"},
    ) == [{0}, {1}]


def test_a_denied_figure_joins_its_question() -> None:
    assert questions(
        {
            "n": 35,
            "document": "a",
            "victims": "Chinese soldiers",
            "quote": "35 Chinese soldiers",
            "claimant": "TASS",
        },
        {
            "kind": "denial",
            "document": "b",
            "target": "that 40 of its soldiers were killed",
            "quote": "dismissed the talk that 40 of its soldiers were killed",
            "claimant": "China's Foreign Ministry",
        },
    ) == [{0, 1}]


def test_a_city_and_its_country_by_the_rank_of_one_voice() -> None:
    march = {"kind": "attendance", "place": "Paris", "victims": "marchers", "document": "a"}
    assert questions(
        {**march, "n": 1_280_000, "claimant": "Interior Ministry"},
        {**march, "n": 81_000, "claimant": "police prefecture"},
        {**march, "n": 3_500_000, "claimant": "the union"},
        {**march, "n": 700_000, "claimant": "the union"},
    ) == [{0, 2}, {1, 3}]


def test_a_bare_figure_counts_whom_the_same_side_counts_by_it_elsewhere() -> None:
    assert {0, 1} in questions(
        {
            "n": 58,
            "document": "a",
            "claimant": "Chinese army",
            "victims": "Indian soldiers",
            "quote": "58 Indian soldiers",
        },
        {
            "n": 58,
            "document": "b",
            "claimant": "China",
            "victims": "Chinese soldiers",
            "quote": "put the figure at 58",
        },
        {"n": 9, "document": "a", "victims": "Chinese soldiers", "quote": "nine Chinese soldiers"},
    )


def test_children_are_counted_together_however_they_are_told_apart() -> None:
    assert questions(
        {"n": 20, "victims": "people", "quote": "20 people died"},
        {"n": 2, "victims": "minors", "quote": "two of them minors"},
        {"n": 0, "victims": "minors", "quote": "there were no minors among them", "claimant": "Indian army"},
    ) == [{0}, {1, 2}]


def test_a_whole_with_a_part_named_behind_it_is_the_whole() -> None:
    assert questions(
        {"n": 23, "victims": "people", "quote": "23 people, nine of them women, drowned"},
        {"n": 19, "victims": "people", "quote": "19 people drowned"},
    ) == [{0, 1}]


def test_the_last_bodies_found_are_not_the_toll() -> None:
    assert questions(
        {"n": 19, "victims": "people", "quote": "19 people died", "document": "a"},
        {"n": 3, "victims": "bodies", "quote": "the last three bodies", "document": "a"},
    ) == [{0}, {1}]


def test_a_party_denies_what_another_says_of_it() -> None:
    said = "China had built a command post in the valley"
    state: dict[str, Any] = {"low": None, "high": None, "document": "a"}
    assert questions(
        {"kind": "status", "claimant": "Indian army", "target": "the hill held a Chinese post", "quote": said,
         **state},
        {"kind": "denial", "claimant": "Chinese army", "target": "there was a post in the valley", "start": 90,
         "quote": "there was no post in the valley", **state},
    ) == [{0, 1}]  # fmt: skip


NO_FIGURE: dict[str, Any] = {"low": None, "high": None, "document": "a"}


def test_a_denial_answers_the_charge_of_its_own_deed() -> None:
    assert questions(
        {"kind": "blame", "target": "police", "victims": "killing of a driver", "claimant": "his mother",
         "quote": "the police shot him", **NO_FIGURE},
        {"kind": "denial", "claimant": "police of Varn", "target": "the police abducted activists", "start": 60,
         "quote": "does not abduct anybody", **NO_FIGURE},
    ) == [{0}, {1}]  # fmt: skip


def test_a_denial_answers_a_charge_in_other_words() -> None:
    assert questions(
        {"kind": "denial", "claimant": "minister", "target": "relief was late", "quote": "denied that it was late",
         **NO_FIGURE},
        {"kind": "blame", "target": "government", "victims": "delay of aid", "claimant": "opposition", "start": 99,
         "quote": "the government left the valley alone", **NO_FIGURE},
    ) == [{0, 1}]  # fmt: skip


def test_a_denial_that_does_not_say_of_what_answers_the_charge_before_it() -> None:
    assert questions(
        {"kind": "blame", "target": "its troops", "victims": "hundreds of civilians", "claimant": "rights group",
         "quote": "its troops killed hundreds of civilians", **NO_FIGURE},
        {"kind": "denial", "claimant": "Eritrean government", "target": "the accusations", "start": 130,
         "quote": "rejected the accusations", **NO_FIGURE},
    ) == [{0, 1}]  # fmt: skip


def test_a_person_whose_age_is_told_is_one_person_named_or_not() -> None:
    assert questions(
        {"n": 1, "document": "a", "victims": "24-year-old man", "quote": "they found a 24-year-old man dead"},
        {"n": 1, "document": "a", "victims": "man", "quote": "A second man, 31, died in hospital"},
        {"n": 1, "document": "b", "victims": "Marcus Bell", "quote": "Marcus Bell, 24, was dead at the scene"},
        {"n": 2, "document": "b", "victims": "people", "quote": "killed two people"},
    ) == [{0, 2}, {1}, {3}]
