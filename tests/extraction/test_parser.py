"""The parser: parts of speech as the model gives them, offsets as the text has them."""

import pytest

from factcheck.extraction.parser import parse, pipeline, readable

SENTENCES = [
    "The army said that 23 of its soldiers had been killed while they were asleep.",
    "There were no casualties, but nobody could have known it.",
    "Have you seen those who did it? That is all that he has.",
    "Someone who'd been hurt didn't say whether more would come, though he might.",
]


@pytest.mark.parametrize("text", SENTENCES)
def test_parts_of_speech_by_table_are_those_of_the_models_own_rules(text: str) -> None:
    by_rules = pipeline()(readable(text))
    by_table = next(iter(parse([text])))
    assert [(t.text, t.pos_) for t in by_table] == [(t.text, t.pos_) for t in by_rules]


def test_offsets_stay_whatever_is_made_readable() -> None:
    text = "“SIX\u00a0MEN” WERE KILLED — NEAR ÇEŞME\u200b."
    assert len(readable(text)) == len(text)
    assert readable(text).startswith('"six men" were killed - near')
