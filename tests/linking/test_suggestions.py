"""Suggestions: what linking was not sure of, as two claims that a person can decide on, nothing asked twice."""

from __future__ import annotations

from dataclasses import replace
from math import exp
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pandas import DataFrame

from factcheck.linking import Constraints, Suggestion, constrain, link_and_doubt, nearly_one, suggest
from factcheck.linking.weights import shipped
from tests.linking.builder import claims

TOWN: dict[str, Any] = {"place": "Varnholt", "victims": "soldiers"}
EARLY = {**TOWN, "document": "early", "day": "2024-05-03", "published": "2024-05-04"}
LATE = {**TOWN, "document": "late", "published": "2024-05-20"}
TWO = claims(
    {**EARLY, "n": 9, "kind": "wounded"},
    {**EARLY, "n": 58},
    {**LATE, "n": 23},
    {**LATE, "n": 14, "kind": "wounded"},
)


def asked(table: DataFrame, **said: list[tuple[str, str]]) -> tuple[list[Suggestion], list[str]]:
    """What is suggested, and the alarms, when so much was decided."""
    linked, doubts = link_and_doubt(table)
    before = table.merge(linked, on="claim")
    constraints = Constraints(**said)
    now, alarms = constrain(before, constraints, nearly_one(before, doubts))
    return suggest(before, now, doubts, constraints, shipped()), alarms


def test_the_dead_of_two_incidents_that_are_nearly_one_are_suggested_once_and_with_reasons() -> None:
    (found,), alarms = asked(TWO)
    assert (found.a, found.b) == ("c001", "c002")
    assert 0.1 < found.score.value < 0.5
    assert {"same_place", "kind"} <= {r.feature for r in found.score.reasons}
    assert not alarms


def test_the_other_reports_of_the_two_incidents_count_too() -> None:
    linked, (doubt, *_) = link_and_doubt(TWO)
    table = TWO.merge(linked, on="claim")
    alone, found = (
        suggest(table, table, [replace(doubt, whole=whole)], Constraints())[0]
        for whole in (doubt.whole, doubt.whole - 1)
    )
    assert [r.value for r in found.score.reasons if r.feature == "others"] == [pytest.approx(-1, abs=0.02)]
    assert "others" not in {r.feature for r in alone.score.reasons}
    summed = sum(r.value or 0.0 for r in found.score.reasons if r.feature not in ("kind", "role"))
    assert found.score.value == pytest.approx(1 / (1 + exp(-summed)), abs=0.01)
    assert found.score.value < alone.score.value


def test_what_is_said_to_be_different_is_not_asked_again_nor_anything_else_of_the_two_incidents() -> None:
    assert asked(TWO, different=[("c001", "c002")]) == ([], [])


def test_different_claims_that_would_be_two_questions_anyway_say_nothing_of_the_incidents() -> None:
    (found,), _ = asked(TWO, different=[("c001", "c003")])
    assert (found.a, found.b) == ("c001", "c002")


def test_what_is_said_to_be_the_same_comes_together_without_an_alarm_and_the_wounded_are_asked_next() -> None:
    (found,), alarms = asked(TWO, same=[("c001", "c002")])
    assert (found.a, found.b) == ("c000", "c003")
    assert not alarms
    assert asked(TWO, same=[("c001", "c002"), ("c000", "c003")]) == ([], [])


def test_joining_what_is_far_from_one_incident_still_gives_an_alarm() -> None:
    table = claims({**EARLY, "n": 58}, {**EARLY, "n": 23, "document": "far", "day": "2024-04-20"})
    found, alarms = asked(table, same=[("c000", "c001")])
    assert found == []
    assert "two incidents" in alarms[0]


def test_claims_that_would_be_two_questions_are_not_suggested() -> None:
    table = claims({**EARLY, "n": 58}, {**LATE, "n": 23, "kind": "displaced"})
    assert asked(table)[0] == []
    children = claims({**EARLY, "n": 58, "victims": "children", "role": "child"}, {**LATE, "n": 23})
    assert asked(children)[0] == []
    players = claims({**EARLY, "n": 58}, {**LATE, "n": 23, "victims": "players"})
    assert asked(players)[0] == []
    both = claims({**EARLY, "n": 58, "victims": "players"}, {**LATE, "n": 23, "victims": "three players"})
    assert len(asked(both)[0]) == 1


_REPORT = st.fixed_dictionaries({
    "place": st.sampled_from(["Varnholt", "Lima, Peru", None]), "n": st.integers(0, 60),
    "day": st.sampled_from(["2024-05-03", "2024-05-05", None]), "victims": st.sampled_from(["soldiers", "people"]),
    "kind": st.sampled_from(["killed", "wounded"]), "published": st.sampled_from(["2024-05-04", "2024-05-20"]),
    "document": st.sampled_from("abcdef"),
})  # fmt: skip


@settings(max_examples=25, deadline=None)
@given(st.lists(_REPORT, min_size=2, max_size=12), st.randoms())
def test_suggestions_join_two_questions_and_do_not_hang_on_the_order_of_the_rows(rows: Any, random: Any) -> None:
    for row in rows:
        row["published"] = "2024-05-20" if row["document"] > "c" else "2024-05-04"
    table = claims(*rows)
    found, _ = asked(table)
    order = list(range(len(table)))
    random.shuffle(order)
    assert asked(table.iloc[order].reset_index(drop=True))[0] == found
    linked, _ = link_and_doubt(table)
    home = dict(zip(linked["claim"], linked["incident"], strict=True))
    pairs = [frozenset((home[s.a], home[s.b])) for s in found]
    assert all(len(pair) == 2 for pair in pairs)
    assert len(set(pairs)) == len(pairs)
    assert all(s.a < s.b for s in found)
