"""Who is named in a sentence without saying what it tells."""

from __future__ import annotations

import pytest

from factcheck import extraction
from factcheck.extraction.page import lay_out, parse_where
from factcheck.extraction.voices.learned.mentions import of_next_part, silent
from factcheck.values import Document


@pytest.mark.parametrize(
    ("text", "keys"),
    [
        ("The prime minister condemned the attack that killed nine worshippers.", {"prime minister"}),
        ("The list shows 23 dead, a figure lower than any the Health Ministry gave.", {"health ministry"}),
        ("The Health Ministry gave a higher figure, 40 dead.", set()),
        ("She told the inquiry that 12 had died.", {"inquiry"}),
        ("The inquiry was told that 12 had died.", set()),
    ],
)
def test_who_does_something_else_is_silent(text: str, keys: set[str]) -> None:
    page = lay_out(Document("d", text))
    parse_where([page], lambda _: True)
    assert silent(page, page.sentences[0]) == keys


def test_who_speaks_behind_a_semicolon_speaks_of_what_stands_there() -> None:
    text = "Their fighters boasted of 58 dead; the ministry said that 23 soldiers had died."
    page = lay_out(Document("d", text))
    parse_where([page], lambda _: True)
    sentence = page.sentences[0]
    assert of_next_part(page, sentence, text.index(" dead;")) == {"ministry"}
    assert of_next_part(page, sentence, text.index("23")) == set()


def test_whom_a_charge_blames_does_not_make_it() -> None:
    text = "The militia is blamed for a series of attacks on soldiers and villagers in the province."
    claims = [claim for claim in extraction.extract(Document("d", text)) if claim.kind == "blame"]
    assert [claim.claimant for claim in claims] == [None]


def test_bare_figures_have_one_voice() -> None:
    text = (
        "Rescuers dug all night in the villages. The ministry's bulletin was read out on the radio at six. "
        "Dead: 48. Injured: 102. Snow fell in the province, and soldiers cleared the roads."
    )
    assert len({claim.claimant for claim in extraction.extract(Document("d", text))}) == 1
