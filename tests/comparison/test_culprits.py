"""Who or what is blamed: culprits and causes that exclude each other, and those that do not."""

from __future__ import annotations

from typing import Any

import pytest

from factcheck.values import Outcome
from tests.comparison.test_compare import judged


def blame(target: str, claimant: str, matter: str = "fire at the depot") -> dict[str, Any]:
    return {"kind": "blame", "target": target, "claimant": claimant, "victims": matter, "quote": target}


def state(target: str, claimant: str, matter: str = "truce") -> dict[str, Any]:
    return {"kind": "status", "target": target, "claimant": claimant, "victims": matter, "quote": target}


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("the guards", "men in masks who came by night", Outcome.CONFLICT),
        ("gunmen", "men of the harbour gang", Outcome.COMPATIBLE),
        ("the guards", "foreigners who paid for it", Outcome.COMPATIBLE),
        ("the crew and others", "youths of the harbour gang", Outcome.COMPATIBLE),
        ("a helicopter", "Ostrean army", Outcome.COMPATIBLE),
        ("religious extremists", "Front of the South", Outcome.COMPATIBLE),
        ("a gas leak", "Front of the South", Outcome.CONFLICT),
    ],
)
def test_two_culprits_for_one_thing(one: str, other: str, expected: Outcome) -> None:
    assert judged(blame(one, "the mayor"), blame(other, "the union")).outcome is expected


def test_culprits_of_two_things_may_both_be_right() -> None:
    deaths = blame("the guards", "the mayor", "deaths at the rally of 7 August")
    looting = blame("men in masks", "the union", "looting at the rally of 7 August")
    assert judged(deaths, looting).outcome is Outcome.COMPATIBLE


def test_who_is_told_beside_foreign_troops_excludes_nobody() -> None:
    some = blame("Malian soldiers and foreign fighters", "a rights office", "killings in the town")
    others = blame("Wagner", "the ambassador", "killings in the town")
    assert judged(some, others).outcome is Outcome.COMPATIBLE


def test_a_state_is_of_what_its_claim_is_about() -> None:
    holds, broken = (
        state("in force since Friday", "the ministry"),
        state("broken several times", "the border guards"),
    )
    assert judged(holds, broken).outcome is Outcome.CONFLICT


def test_a_negated_word_is_not_its_state() -> None:
    one, other = (
        state("not destroyed", "the army", "the bridge"),
        state("slight damage", "the council", "the bridge"),
    )
    assert judged(one, other).outcome is not Outcome.CONFLICT
