"""Whom a clause that reads as a charge blames, by its verb and what hangs on it."""

from __future__ import annotations

import pytest

from factcheck.extraction import parser
from factcheck.extraction.narrative.learned.blaming import blamed_in
from factcheck.extraction.voices.clauses import text_of


@pytest.mark.parametrize(
    ("text", "verb", "blamed"),
    [
        ("Rebels shelled the market.", "shelled", "Rebels"),
        ("Rebels crossed the river and broke the truce.", "broke", "Rebels"),
        ("The army broke the law when it shelled the camp.", "shelled", "The army"),
        ("Witnesses said that the failure lay with the commanders.", "lay", "the commanders"),
        ("The fires were the work of the rebels.", "were", "the rebels"),
        ("The raid bore the hand of the militia.", "bore", "the militia"),
        ("The school was shelled by the rebels.", "shelled", "the rebels"),
        ("The school was shelled at dawn.", "shelled", None),
        ("The order to close the road came from the army.", "came", "the army"),
    ],
)
def test_whom_a_charge_blames(text: str, verb: str, blamed: str | None) -> None:
    [tokens] = parser.parse([text])
    head = next(token for token in tokens if token.lower_ == verb)
    assert text_of(blamed_in(head)[0]) == blamed
