"""Estimates by policy: each named, each with the claims that it rests on."""

from __future__ import annotations

from typing import Any

from factcheck.comparison.answers import answers_of
from factcheck.comparison.estimates import POLICIES, Estimate, estimates, explained
from factcheck.comparison.positions import positions_of
from tests.linking.builder import claims


def made(*rows: dict[str, Any]) -> dict[str, Estimate]:
    records = [{str(k): v for k, v in r.items()} for r in claims(*rows).to_dict("records")]
    return {one.policy: one for one in estimates(positions_of(answers_of(records)))}


SOLDIERS = {"kind": "killed", "victims": "Pakistani soldiers"}


def test_admitted_losses_are_those_of_a_sides_own_people() -> None:
    found = made(
        {**SOLDIERS, "n": 58, "claimant": "Taliban government"}, {**SOLDIERS, "n": 23, "claimant": "Pakistan army"}
    )
    assert (found["admitted losses"].low, found["admitted losses"].high) == (23, 23)
    assert (found["lowest"].low, found["highest"].high) == (23, 58)


def test_copies_in_outlets_own_voice_are_one_voice() -> None:
    rows = [{"n": 12, "source": f"Paper {k}"} for k in range(5)]
    found = made(*rows, {"n": 20, "claimant": "Red Crescent"}, {"n": 30, "claimant": "doctors' union"})
    assert found["independent voices"].best == 20


def test_a_partys_flat_denial_does_not_make_the_minimum_zero() -> None:
    found = made({"n": 0, "claimant": "the army"}, {"n": 9, "claimant": "villagers"})
    assert found["minimum, maximum (as Airwars does)"].low == 9
    assert found["best, low, high (as UCDP does)"].low == 0
    assert found["best, low, high (as UCDP does)"].best == 9


def test_only_the_current_figure_of_a_claimant_counts() -> None:
    found = made(
        {"n": 5, "claimant": "police", "published": "2024-03-01"},
        {"n": 8, "claimant": "police", "published": "2024-03-03"},
    )
    assert found["lowest"].low == 8


def test_questions_without_figures_have_no_estimates() -> None:
    assert made({"kind": "blame", "target": "rebels"}) == {}


def test_every_policy_says_what_it_does() -> None:
    assert all(len(text) > 40 for text in explained().values())
    assert set(explained()) == set(POLICIES)


def test_of_a_range_its_ends_count_and_no_figure_is_given_that_nobody_gave() -> None:
    observers = {"low": 100.0, "high": 300.0, "qualifier": "range", "claimant": "Red Crescent"}
    found = made(observers, {"n": 471, "claimant": "doctors' union"}, {"n": 120, "claimant": "a monitor"})
    assert (found["lowest"].low, found["highest"].high) == (100, 471)
    assert (found["latest of each party"].low, found["latest of each party"].high) == (100, 471)
    voices = found["independent voices"]
    assert (voices.low, voices.best, voices.high) == (100, 200, 471)
