"""How a side's count is put, where learnt weights are much surer than the rules."""

from __future__ import annotations

import pytest

from factcheck import extraction
from factcheck.extraction import learned
from factcheck.extraction.voices.learned.stances import CHANGES, MODEL, may_change
from factcheck.values import Document, Stance


@pytest.mark.parametrize(("rule", "best"), sorted(CHANGES))
def test_a_ministry_without_a_side_may_be_taken_at_its_word(rule: Stance, best: Stance) -> None:
    assert may_change("interior ministry", rule, best)


@pytest.mark.parametrize("claimant", ["Afghan Taliban government", "Ukraine military", "TASS"])
def test_what_a_known_side_or_an_outlet_gives_stays_a_claim(claimant: str) -> None:
    assert not may_change(claimant, Stance.CLAIMS, Stance.REPORTS)


def test_other_changes_are_not_made() -> None:
    assert not may_change("interior ministry", Stance.ESTIMATES, Stance.REPORTS)


def test_how_many_marched_stays_a_claim() -> None:
    text = "Soldiers fired shells at the town. The interior ministry said 4,000 people took part in the march."
    assert {claim.stance for claim in extraction.extract(Document("d", text))} == {Stance.CLAIMS}


def test_the_weights_know_every_stance_of_a_change() -> None:
    assert {stance for change in CHANGES for stance in change} <= {*learned.model(MODEL).classes}
