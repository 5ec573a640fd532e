"""Claims of the rules that the learnt models know better."""

from __future__ import annotations

from factcheck import extraction
from factcheck.values import ClaimRecord, Document


def _claims(text: str) -> list[ClaimRecord]:
    return extraction.extract(Document("d", text))


def test_bodies_with_wounds_are_dead() -> None:
    text = "The ferry sank with 90 aboard. Three of the bodies had gunshot wounds, the coroner said."
    assert [claim.kind for claim in _claims(text) if claim.low == 3] == ["killed"]


def test_the_wounded_stay_wounded() -> None:
    text = "Rescuers said 12 miners were injured on Monday. Two of the survivors had broken legs, the mayor said."
    assert {claim.kind for claim in _claims(text) if claim.low == 12} == {"wounded"}


def test_whoever_was_told_a_figure_is_blamed_for_nothing() -> None:
    text = "Sixteen children starved, says the ministry. WHO, which reached the ward on 3 March, was told of ten."
    assert not [claim for claim in _claims(text) if claim.kind == "blame"]


def test_a_blame_that_the_model_believes_stays() -> None:
    text = "The army accused the rebels on Monday of shelling the market. The rebels blamed the army."
    assert len([claim for claim in _claims(text) if claim.kind == "blame"]) == 2
