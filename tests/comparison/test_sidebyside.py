"""Figures that one text sets beside each other are held to their words; those of two texts may be two moments."""

from __future__ import annotations

from typing import Any

import pytest

from factcheck.values import Outcome
from tests.comparison.test_compare import figure, judged


def told(text: str, claimant: str | None, document: str = "a", **more: Any) -> dict[str, Any]:
    kind = {"kind": "killed", "victims": "miners", "published": "2024-05-02", "source": "Daily"}
    return kind | figure(text) | {"claimant": claimant, "document": document} | more


def outcome(*rows: dict[str, Any]) -> Outcome | None:
    return judged(*rows).outcome


@pytest.mark.parametrize(
    ("bound", "other", "expected"),
    [
        ("80+", "120", Outcome.CONFLICT),
        ("80+", "95", Outcome.COMPATIBLE),
        ("80+", "120+", Outcome.COMPATIBLE),
        ("-400", "90", Outcome.CONFLICT),
        ("-40", "25", Outcome.COMPATIBLE),
    ],
)
def test_a_bound_does_not_reach_any_figure_set_beside_it(bound: str, other: str, expected: Outcome) -> None:
    assert outcome(told(bound, "the mine's owner"), told(other, "the union")) is expected


def test_what_has_been_found_so_far_is_no_rival_to_how_many_there_are() -> None:
    found = told("80+", "rescuers", quote="80 bodies have been found so far")
    assert outcome(found, told("120", "the union")) is Outcome.COMPATIBLE


def test_in_two_texts_a_bound_leaves_all_open() -> None:
    assert outcome(told("80+", "the mine's owner"), told("120", "the union", "b")) is Outcome.COMPATIBLE


def test_close_figures_set_side_by_side_differ() -> None:
    assert outcome(told("141", "the union"), told("136-139", "the ministry")) is Outcome.CONFLICT
    assert outcome(told("141", "the union"), told("136-139", "the ministry", "b")) is Outcome.COMPATIBLE
    assert outcome(told("141", "the union"), told("~138", "the ministry")) is Outcome.COMPATIBLE


def test_the_count_of_a_crowd_beside_the_outlet_s_own_contradicts_it() -> None:
    crowd = {"kind": "attendance", "victims": "marchers"}
    own, police = told("~5000", None, **crowd), told("900", "the police", **crowd)
    assert outcome(own, police) is Outcome.CONFLICT
    dead = told("50", None), told("9", "the police")
    assert outcome(*dead) is Outcome.NOT_COMPARABLE  # mostly a part and its whole


def test_only_one_is_all_that_there_were() -> None:
    admitted = told("1", "the ministry", "a", quote="admits only one", victims="soldiers")
    claimed = told("7", "the rebels", "b", quote="seven soldiers fell", victims="soldiers")
    assert outcome(admitted, claimed) is Outcome.CONFLICT


def test_things_do_not_become_one_more_or_fewer_between_two_reports() -> None:
    things = {"kind": "seized", "victims": "rifles"}
    assert outcome(told("9", None, **things), told("8", "the police", "b", **things)) is Outcome.CONFLICT
    assert outcome(told("9", None), told("8", "the police", "b")) is Outcome.UPDATE
