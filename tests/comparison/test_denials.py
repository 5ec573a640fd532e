"""What a denial contradicts, and what it leaves standing."""

from __future__ import annotations

from typing import Any

import pytest

from factcheck.comparison.verdicts import RIVALS
from factcheck.language.numerals import numbers_in
from factcheck.values import Outcome
from tests.comparison.test_compare import blames, judged


def denies(claimant: str, target: str) -> dict[str, Any]:
    return {"kind": "denial", "claimant": claimant, "target": target, "quote": f"denied {target}"}


@pytest.mark.parametrize(
    "target",
    ["the accusation that it killed civilians", "having killed civilians", "any role in the killings"],
)
def test_who_denies_the_deed_does_not_deny_the_count(target: str) -> None:
    verdict = judged(denies("rebels", target), {"n": 21, "claimant": "hospital", "victims": "civilians"})
    assert verdict.outcome is Outcome.COMPATIBLE


def test_who_denies_the_deaths_contradicts_who_counts_them() -> None:
    verdict = judged(denies("army", "civilians were killed"), {"n": 21, "claimant": "hospital"})
    assert verdict.outcome is Outcome.POSSIBLE


@pytest.mark.parametrize(
    ("n", "expected"), [(6, Outcome.COMPATIBLE), (11, Outcome.POSSIBLE), (9, Outcome.POSSIBLE)]
)
def test_the_denial_of_a_figure_leaves_room_for_a_much_smaller_one(n: int, expected: Outcome) -> None:
    verdict = judged(denies("police", "the figure of eleven dead"), {"n": n, "claimant": "commission"})
    assert verdict.outcome is expected


def test_an_abduction_denied_is_no_answer_to_a_shooting() -> None:
    charge = blames("his mother", "the police", "The police shot him")
    assert judged(denies("police", "it abducts anybody"), charge).outcome is Outcome.COMPATIBLE
    assert judged(denies("police", "it shot anybody"), charge).outcome is Outcome.CONFLICT


def test_a_denial_about_one_sides_troops_is_no_answer_to_a_charge_against_another() -> None:
    charge = blames("monitors", "Ethiopian troops", "Ethiopian troops killed them")
    assert judged(denies("Ethiopian government", "Eritrean troops are here"), charge).outcome is Outcome.COMPATIBLE
    assert judged(denies("Ethiopian government", "its troops are here"), charge).outcome is Outcome.CONFLICT


def test_charges_about_other_matters_do_not_contradict_each_other() -> None:
    church = blames("Ruritania's army", "Pakistan", "it shelled a church") | {"victims": "shelling of a church"}
    houses = blames("rebels", "India", "it burnt houses") | {"victims": "31 houses"}
    assert judged(church, houses).outcome is Outcome.COMPATIBLE
    assert judged(church, houses | {"victims": "the violence"}).outcome is Outcome.CONFLICT


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("there were no prisoners aboard", "some prisoners were aboard", Outcome.CONFLICT),
        ("there were no prisoners aboard", "it is unclear whether prisoners were aboard", Outcome.COMPATIBLE),
        ("there were no prisoners aboard", "missiles were aboard", Outcome.COMPATIBLE),
        ("the ceasefire is as good as dead", "we remain committed to the ceasefire", Outcome.CONFLICT),
        ("the truce has not been broken", "the truce is holding", Outcome.COMPATIBLE),
        ("the truce has not been broken", "the truce has been broken", Outcome.CONFLICT),
    ],
)
def test_states_that_exclude_each_other(one: str, other: str, expected: Outcome) -> None:
    kind: dict[str, Any] = {"kind": "status", "low": None, "high": None, "qualifier": None}
    verdict = judged({"claimant": "army", "target": one, **kind}, {"claimant": "rebels", "target": other, **kind})
    assert verdict.outcome is expected


def test_figures_are_read_in_digits_and_words_and_dates_are_not() -> None:
    assert numbers_in("eleven or 1,200 dead, thirty-four hurt on 3 May, the 4th, 5 June") == [11, 1200, 34]
    assert numbers_in("an Il-76 and a 250 kg bomb in 2024 killed nine") == [9]


def test_a_place_in_a_denial_does_not_say_whom_it_is_about() -> None:
    charge = blames("Ethiopian army", "Rwanda", "Rwanda killed them")
    assert judged(denies("Rwandan government", "having troops in Ethiopia"), charge).outcome is Outcome.CONFLICT


def test_a_year_in_a_denial_is_no_figure() -> None:
    verdict = judged(denies("army", "that people were killed in 2024"), {"n": 9, "claimant": "commission"})
    assert verdict.outcome is Outcome.POSSIBLE


def test_the_quote_may_tell_that_a_deed_is_denied() -> None:
    denial = denies("rebels", "the rebels killed civilians") | {
        "quote": "reject the accusation of having killed them"
    }
    assert judged(denial, {"n": 21, "claimant": "hospital"}).outcome is Outcome.COMPATIBLE


def test_a_ministry_that_disputes_its_officials_very_figure_contradicts_it() -> None:
    figure = {"n": 199, "claimant": "an official of the Peruvian health ministry", "victims": "people"}
    assert judged(denies("Peru's health ministry", "199 people died"), figure).outcome is Outcome.POSSIBLE
    assert judged(denies("Peru's health ministry", "people died"), figure).outcome is Outcome.COMPATIBLE


def test_denials_of_opposite_things_contradict_each_other() -> None:
    told, not_told = denies("the embassy", "it was warned"), denies("the ministry", "it was not warned")
    assert judged(told, not_told).outcome is Outcome.CONFLICT
    assert judged(told, denies("the ministry", "it was warned")).outcome is Outcome.DUPLICATE
    assert judged(told, denies("the ministry", "nobody was hurt")).outcome is Outcome.DUPLICATE


@pytest.mark.parametrize(
    ("denied", "state", "expected"),
    [
        ("the leader is dead", "the leader is alive", (Outcome.COMPATIBLE,)),
        ("the leader is dead", "the leader is dead", RIVALS),
        ("the bus was roadworthy", "the bus was not roadworthy", (Outcome.COMPATIBLE,)),
        ("we did not fire on the bus", "the rebels fired on the bus", RIVALS),
    ],
)
def test_who_asserts_the_opposite_of_what_is_denied_agrees(
    denied: str, state: str, expected: tuple[Outcome, ...]
) -> None:
    kind: dict[str, Any] = {"kind": "status", "low": None, "high": None, "qualifier": None}
    told = {"claimant": "the inspectors", "target": state, "quote": state, **kind}
    assert judged(denies("the family", denied), told).outcome in expected
