"""What people decided holds in every run, and contradictions are said."""

from __future__ import annotations

from typing import Any

from pandas import DataFrame

from factcheck.linking import Constraints, constrain
from tests.linking.builder import claims


def linked(*rows: dict[str, Any]) -> DataFrame:
    """Claims with the question and incident that linking gave them."""
    places = [(r.pop("question"), r.pop("incident", "i")) for r in rows]
    return claims(*rows).assign(
        question=[q for q, _ in places], incident=[i for _, i in places], subject="", question_label="",
        incident_label="", incident_start=None, incident_end=None, incident_place=None,
    )  # fmt: skip


def homes(table: DataFrame) -> dict[str, str]:
    return dict(zip(table["claim"], table["question"], strict=True))


def test_what_is_the_same_comes_together_question_by_question() -> None:
    table = linked({"n": 5, "question": "c000"}, {"n": 5, "question": "c000"}, {"n": 7, "question": "c002"})
    found, alarms = constrain(table, Constraints(same=[("c000", "c002")]))
    assert set(homes(found).values()) == {"c000"}
    assert alarms == []


def test_what_is_different_goes_apart_with_those_that_say_the_same() -> None:
    table = linked(*({"n": n, "claimant": who, "question": "c000"} for n, who in ((5, "A"), (9, "B"), (9, "C"))))
    found, _ = constrain(table, Constraints(different=[("c000", "c001")]))
    assert homes(found) == {"c000": "c000", "c001": "c001", "c002": "c001"}


def test_contradicting_decisions_are_said_and_keep_the_two_apart() -> None:
    table = linked(*({"n": n, "question": f"c00{k}"} for k, n in enumerate((5, 5, 5))))
    found, alarms = constrain(
        table, Constraints(same=[("c000", "c001"), ("c001", "c002")], different=[("c000", "c002")])
    )
    assert homes(found) == {"c000": "c000", "c001": "c000", "c002": "c002"}
    assert len(alarms) == 1
    assert "contradict" in alarms[0]


def test_joining_claims_of_two_incidents_is_obeyed_and_said() -> None:
    table = linked({"n": 5, "question": "c000"}, {"n": 6, "question": "c001", "incident": "j"})
    found, alarms = constrain(table, Constraints(same=[("c000", "c001")]))
    assert set(found["incident"]) == {"i"}
    assert "two incidents" in alarms[0]


def test_a_decision_on_claims_that_are_not_there_changes_nothing() -> None:
    table = linked({"n": 5, "question": "c000"})
    found, alarms = constrain(table, Constraints(same=[("c000", "x")], different=[("x", "y")]))
    assert homes(found) == {"c000": "c000"}
    assert alarms == []


def test_joining_the_killed_with_the_wounded_is_obeyed_and_said() -> None:
    table = linked({"n": 4, "question": "c000"}, {"n": 19, "kind": "wounded", "question": "c001"})
    found, alarms = constrain(table, Constraints(same=[("c000", "c001")]))
    assert set(homes(found).values()) == {"c000"}
    assert ["killed, the other wounded" in alarm for alarm in alarms] == [True]
