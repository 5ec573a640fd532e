"""Phrases of the word lists as patterns."""

from __future__ import annotations

import re

from factcheck.language.phrases import pattern_of
from factcheck.lexicons import rows


def test_a_star_a_bar_and_dots_stand_for_endings_choices_and_words_between() -> None:
    told = re.compile(pattern_of("negotiat*; border|front ... calm|quiet; fell", "ill short"))
    assert told.search("negotiations go on")
    assert told.search("the border has been calm")
    assert told.search("the town fell at noon")
    assert not told.search("the child fell ill")
    assert not told.search("the borders are calm; quiet")


def test_every_phrase_of_the_lists_is_a_pattern() -> None:
    for row in rows("opposite_words"):
        assert re.compile(pattern_of(row["words"])).pattern != re.compile(pattern_of(row["opposite"])).pattern
    assert all(re.compile(pattern_of(row["words"], row["not_before"])) for row in rows("state_matters"))
