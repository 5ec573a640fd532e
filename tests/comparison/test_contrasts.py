"""States and charges that one text sets side by side, or that differ in their figures, contradict each other."""

from __future__ import annotations

from typing import Any

import pytest

from factcheck.values import Outcome
from tests.comparison.test_compare import judged


def state(target: str, claimant: str | None, start: int = 100, document: str = "a", **more: Any) -> dict[str, Any]:
    told = {"kind": "status", "victims": None, "published": "2024-05-02", "source": "Daily", "stance": "claims"}
    return (
        told
        | {"target": target, "quote": target, "claimant": claimant, "start": start, "document": document}
        | more
    )


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("the emergency exits were bolted", "doors stood open"),
        ("the boat carried fishermen", "gunmen were aboard"),
        ("the strikes were on this side of the border", "the aircraft bombed the far bank"),
        ("the ship was warned by radio", "nobody called the ship"),
        ("the driver acted alone", "two helpers drove the car"),
        ("the town was cleared", "street fighting goes on in the quarter by the river"),
        ("the dam had been inspected in spring", "inspectors had stayed away for years"),
        ("the convoy carried flour", "the lorries were full of shells"),
        ("the minister has apologised", "the minister voiced regret"),
        ("the lights went out at noon", "the power failed in the evening"),
    ],
)  # fmt: skip
def test_two_claimants_side_by_side_in_one_text_say_other_things(one: str, other: str) -> None:
    assert judged(state(one, "the mayor"), state(other, "the union", 220)).outcome is Outcome.CONFLICT


def test_far_apart_or_in_two_texts_both_may_be_right() -> None:
    one = state("the emergency exits were bolted", "the mayor")
    assert judged(one, state("doors stood open", "the union", 900)).outcome is Outcome.COMPATIBLE
    assert judged(one, state("doors stood open", "the union", 220, "b")).outcome is Outcome.COMPATIBLE


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("the truce remains in force", "the ceasefire is holding"),
        ("the border is quiet", "the guns are silent"),
        ("the emergency exits were bolted", "the emergency exits were all bolted"),
        ("the emergency exits were bolted", "it is unclear whether the exits were bolted"),
    ],
)
def test_who_agrees_or_does_not_know_contradicts_nobody(one: str, other: str) -> None:
    assert judged(state(one, "the mayor"), state(other, "the union", 220)).outcome is not Outcome.CONFLICT


def test_who_admits_it_contradicts_nobody() -> None:
    one, other = state("the minister met the rebels", "the police"), state("there was a talk", "the minister", 180)
    assert judged(one, other | {"stance": "confirms"}).outcome is Outcome.COMPATIBLE


def test_two_bodies_of_one_side_contradict_nobody() -> None:
    one, other = state("the road is blocked", "Peru army"), state("a bridge is down", "Peru police", 180)
    assert judged(one, other).outcome is Outcome.COMPATIBLE


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("the truce held four minutes", "the truce held two minutes", Outcome.CONFLICT),
        ("800 tonnes of oil ran into the bay", "about 1,400 tonnes of oil ran into the bay", Outcome.CONFLICT),
        ("319 polling stations were closed", "92 stations were closed", Outcome.CONFLICT),
        ("the crew was warned ten times", "the crew was warned three times by radio", Outcome.CONFLICT),
        ("800 tonnes of oil ran into the bay", "at least 600 tonnes of oil ran into the bay", Outcome.COMPATIBLE),
        ("800 tonnes of oil ran into the bay", "820 tonnes of oil ran into the bay", Outcome.COMPATIBLE),
        ("the truce held four minutes", "the truce was broken after 30 shells", Outcome.COMPATIBLE),
        ("the pilots were warned ten times", "the jet crossed the border for ten seconds", Outcome.COMPATIBLE),
    ],
)
def test_one_state_has_one_figure(one: str, other: str, expected: Outcome) -> None:
    assert judged(state(one, "the mayor"), state(other, "the union", 900, "b")).outcome is expected


def blamed(target: str, claimant: str, start: int, quote: str | None = None, **more: Any) -> dict[str, Any]:
    told = {"kind": "blame", "stance": "alleges", "context": "The dike broke at noon. Each has its culprit."}
    return state(target, claimant, start, quote=quote or target, **told | more)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("moles", "poachers who dug for clay"),
        ("the ministry", "the islanders"),
        ("a clumsy porter", "a wrong signal"),
        ("a faulty valve", "boys with matches"),
        ("the harbour guards", "the ferrymen"),
        ("hard rain", "the engineers of the lock"),
        ("the night shift", "the supplier of the cable"),
        ("a blown tyre", "the driver of the van"),
        ("the mayor's brother", "two clerks"),
        ("common thieves", "men in uniform"),
    ],
)
def test_culprits_side_by_side_in_one_paragraph_exclude_each_other(one: str, other: str) -> None:
    assert judged(blamed(one, "the mayor", 100), blamed(other, "the union", 150)).outcome is Outcome.CONFLICT


@pytest.mark.parametrize(
    "other",
    [
        {"start": 400},  # further on
        {"context": "Another paragraph."},
        {"target": "the keeper of the moles"},  # it names them, too
        {"quote": "poachers, too, had dug there"},  # besides
        {"target": "unknown men"},  # nobody
        {"stance": "confirms"},
        {"document": "b"},
    ],
)
def test_culprits_told_elsewhere_or_besides_may_both_be_right(other: dict[str, Any]) -> None:
    one = blamed("moles", "the mayor", 100)
    assert judged(one, blamed("poachers", "the union", 150) | other).outcome is Outcome.COMPATIBLE
