"""Whom a charge names is kept apart from what it charges them with."""

from __future__ import annotations

import pytest

from factcheck.extraction.narrative import findings as narrative
from tests.extraction.test_narrative import laid_out


@pytest.mark.parametrize(
    ("text", "target", "matter"),
    [
        ("The union accused the ferry company of having sold too many tickets.", "the ferry company",
         "having sold too many tickets"),
        ("The mayor accused the northern army of war crimes.", "the northern army", "war crimes"),
        ("Rebels accuse pro-government militiamen of the shooting.", "pro-government militiamen", "the shooting"),
        ("Oslo accused soldiers of the 3rd Brigade of looting shops.", "soldiers of the 3rd Brigade",
         "looting shops"),
        ("The opposition accuses the election board of fraud.", "the election board", "fraud"),
        ("Turkey accused the government of Ruritania of shelling a village.", "the government of Ruritania",
         "shelling a village"),
        ("The regime accused French aircraft of bombing its columns on Sunday.", "French aircraft",
         "bombing its columns on Sunday"),
        ("Police accuse the head of the fund of theft.", "the head of the fund", "theft"),
        ("The minister accused the police of doing nothing.", "the police", "doing nothing"),
        ("The party accused the agency of delay.", "the agency", "delay"),
        ("The panel held the ministry responsible for the delay of the train.", "the ministry",
         "the delay of the train"),
        ("The governor holds responsible the owners of the quarry.", "the owners of the quarry", None),
        ("The court held a short circuit responsible in December 2012.", "a short circuit", None),
    ],
)  # fmt: skip
def test_what_somebody_is_accused_of_is_no_part_of_their_name(text: str, target: str, matter: str | None) -> None:
    found = narrative.by_rules(laid_out(text))
    assert [(f.kind, f.target, f.victims) for f in found] == [("blame", target, matter)]


@pytest.mark.parametrize(
    ("text", "target"),
    [
        ("The council accused members of the harbour guard.", "members of the harbour guard"),
        ("Residents accuse the commander of the garrison.", "the commander of the garrison"),
        ("She accused fighters of the Front of the South.", "fighters of the Front of the South"),
        ("The court accuses the owners of the quarry.", "the owners of the quarry"),
        ("Villagers accused the army of the north.", "the army of the north"),
    ],
)
def test_of_what_somebody_is_stays_with_the_name(text: str, target: str) -> None:
    found = narrative.by_rules(laid_out(text))
    assert [(f.kind, f.target, f.victims) for f in found] == [("blame", target, None)]
