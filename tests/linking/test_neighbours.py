"""Two questions of one incident that may be one: asked about where no document tells both, and not again."""

from __future__ import annotations

from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st
from pandas import DataFrame

from factcheck.linking import Constraints, Suggestion, constrain, suggest_within
from factcheck.linking.questions.neighbours import ONE_INCIDENT
from tests.linking.test_constraints import linked


def asked(table: DataFrame, **said: list[tuple[str, str]]) -> list[Suggestion]:
    constraints = Constraints(**said)
    return suggest_within(constrain(table, constraints)[0], constraints)


def missing(n: int, question: str, document: str, **more: Any) -> dict[str, Any]:
    row = {"n": n, "kind": "missing", "victims": "people", "question": question, "document": document}
    return row | more


def pair(n: int = 70, *, second: str = "c", **more: Any) -> DataFrame:
    """Two documents that tell 58 missing, and one that tells 70."""
    return linked(missing(58, "q", "a"), missing(58, "q", "b"), missing(n, "r", second, **more))


def test_two_figures_of_one_incident_that_no_document_tells_both_of_are_asked_about() -> None:
    (found,) = asked(pair())
    assert (found.a, found.b) == ("c000", "c002")
    assert [r.feature for r in found.score.reasons][:2] == [ONE_INCIDENT, "apart"]
    assert "both count missing" in [r.text for r in found.score.reasons]


def test_what_one_document_tells_apart_is_not_asked_about() -> None:
    assert asked(pair(second="a")) == []


def test_other_incidents_other_kinds_and_other_people_are_not_asked_about() -> None:
    assert asked(pair(incident="j")) == []
    assert asked(pair(kind="wounded")) == []
    assert asked(pair(victims="children", role="child")) == []


def test_a_way_of_counting_of_its_own_is_not_asked_about() -> None:
    assert asked(pair(1, victims="a teacher", quote="a teacher is missing")) == []
    assert asked(pair(victims="newly missing people")) == []


def test_things_are_asked_about_only_by_like_nouns() -> None:
    def seized(noun: str) -> DataFrame:
        rifles = missing(52, "q", "a", kind="seized", victims="rifles")
        return linked(rifles, missing(3, "r", "b", kind="seized", victims=noun))

    assert asked(seized("mortars")) == []
    assert len(asked(seized("assault rifles"))) == 1


def test_what_somebody_decided_is_not_asked_again() -> None:
    assert asked(pair(), different=[("c001", "c002")]) == []
    assert asked(pair(), same=[("c001", "c002")]) == []


_CLAIM = st.builds(
    missing, st.integers(2, 9), st.sampled_from("qrst"), st.sampled_from("abcdef"), incident=st.sampled_from("ij")
)


@settings(max_examples=40, deadline=None)
@given(st.lists(_CLAIM, max_size=12), st.randoms())
def test_the_order_of_the_claims_changes_nothing_and_each_suggestion_joins_two_questions(
    rows: list[dict[str, Any]], random: Any
) -> None:
    for row in rows:
        row["question"] += row["incident"]
    table = linked(*rows)
    found = asked(table)
    order = list(range(len(table)))
    random.shuffle(order)
    assert asked(table.iloc[order].reset_index(drop=True)) == found
    home = dict(zip(table["claim"], zip(table["incident"], table["question"], strict=True), strict=True))
    for one in found:
        (incident, question), (other_incident, other_question) = home[one.a], home[one.b]
        assert incident == other_incident
        assert question != other_question
