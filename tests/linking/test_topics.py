"""Charges, states and denials are joined where marked ones like them mostly answer one question."""

from __future__ import annotations

from itertools import combinations
from typing import Any

import pytest

from factcheck.linking import explain
from factcheck.linking.table import prepare
from factcheck.linking.topics import Topic, group_topics, topic_of
from factcheck.linking.topics import groups as grouping
from factcheck.linking.topics.likeness import _weights, chance, in_words
from factcheck.linking.topics.signs import pair_of, signs
from tests.linking.builder import claims

DAY = "2024-05-03"


def topics(*rows: dict[str, Any]) -> list[Topic]:
    told = prepare(claims(*({"day": DAY, "place": "Varn", "recorded": True, **row} for row in rows)))
    return [topic_of(n, {str(k): v for k, v in r.items()}) for n, r in enumerate(told.to_dict("records"))]


def charge(target: str, matter: str, **more: Any) -> dict[str, Any]:
    return {"kind": "blame", "target": target, "victims": matter, "quote": f"{target} is behind {matter}",
            "claimant": "the mayor", **more}  # fmt: skip


def denial(what: str, **more: Any) -> dict[str, Any]:
    return {"kind": "denial", "target": what, "quote": f"denied that {what}", "claimant": "the army", **more}


def state(what: str, **more: Any) -> dict[str, Any]:
    return {"kind": "status", "target": what, "quote": what, "claimant": "the mayor", **more}


def test_the_same_charge_in_other_words_is_likelier_one_question_than_another_charge() -> None:
    one, same, other = topics(
        charge("the army", "shelling of the market"),
        charge("army gunners", "the shelling of Varn market", claimant="a trader"),
        charge("the owner", "collapse of a roof", claimant="a trader"),
    )
    assert chance(one, same) > 0.5 > chance(one, other)


def test_a_charge_and_a_state_never_answer_one_question_and_no_denial_brings_them_together() -> None:
    found = topics(
        charge("the army", "shelling of the market"),
        state("the market is closed"),
        denial("the army shelled the market"),
    )
    assert pair_of(found[0], found[1]) is None
    assert chance(found[0], found[1]) == 0
    for group in group_topics(found, [])[0]:
        assert not {"blame", "status"} <= {t.kind for t in group}


def test_a_denied_deed_of_another_kind_does_not_answer_a_charge() -> None:
    shelled, abducted = topics(
        charge("the army", "shelling of the market"), denial("the army abducted the traders")
    )
    assert chance(shelled, abducted) == 0
    assert "two things" in in_words(shelled, abducted)


def test_signs_come_once_and_the_same_from_either_side() -> None:
    found = topics(
        charge("the army", "shelling of the market"),
        charge("the rebels", "burning of houses"),
        state("the truce holds"),
        state("the truce is over"),
        denial("the truce was broken"),
    )
    told = [(a, b) for a, b in combinations(found, 2) if pair_of(a, b)]
    assert len(told) == 6  # two charges, two states, each of them and the denial
    for a, b in told:
        assert sorted(signs(a, b)) == sorted(signs(b, a))
        assert len(set(signs(a, b))) == len(signs(a, b))


@pytest.mark.parametrize("recorded", [True, False])
def test_the_explanation_says_how_often_such_charges_answer_one_question(recorded: bool) -> None:
    told = (charge("the army", "shelling of the market"), charge("the army", "the market shelling"))
    rows = claims(*({**row, "recorded": recorded} for row in told))
    (reason,) = [r for r in explain(rows, "c000", "c001").reasons if r.feature == "likeness"]
    assert "of such pairs (two charges) answer one question" in reason.text


@pytest.mark.parametrize("pair", ["two charges", "two states", "two denials", "charge and denial"])
def test_every_sign_that_has_a_weight_is_said_in_plain_words(pair: str) -> None:
    names = [name for source in ("records", "texts") for name in _weights()[source, pair]]
    assert len(names) > 60
    assert [name for name in names if any(letter.isdigit() for letter in name) or "=" in name] == []


def test_very_many_charges_of_one_incident_are_grouped_as_well(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(grouping, "MOST", 4)
    found = topics(*(charge("the army", "shelling of the market", document=f"d{n:03d}") for n in range(12)))
    (group,), replies = group_topics(found, [])
    assert len(group) == 12
    assert replies == {}


def test_nothing_to_group_gives_no_groups() -> None:
    assert group_topics([], []) == ([], {})
