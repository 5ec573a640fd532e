"""Words of the page around a text are no part of a speaker's name."""

from __future__ import annotations

import pytest

from factcheck.extraction.voices.pagewords import without_page_words


@pytest.mark.parametrize(
    ("phrase", "name"),
    [
        ("EMBED >More News Videos Witnesses", "Witnesses"),
        ("Related Coverage Kitwe Police", "Kitwe Police"),
        ("Buy Photo Police", "Police"),
        ("Ann Roe / Kitwe Courier Image 1 of / 2 Caption Close Image 1 of 2 Kitwe police", "Kitwe police"),
        ("ADVERTISEMENT The mayor", "The mayor"),
        ("Story continues below The coroner", "The coroner"),
        ("File photo: Deputies", "Deputies"),
        ("#KITWEFIRE: Homicide detectives", "Homicide detectives"),
        ("Home | Deputies", "Deputies"),
    ],
)
def test_a_name_begins_behind_the_last_words_of_the_page(phrase: str, name: str) -> None:
    assert without_page_words(phrase) == name


@pytest.mark.parametrize(
    "phrase",
    [
        "Getty Images", "Getty Images director Ann Roe", "Image Comics", "More Photos", "police",
        "the photo gallery's owner", "witnesses on the video", "a man who buys photos", "UN: Witnesses",
        "the ministry of More Stories",
        "Kitwe Video Union", "More than 40 witnesses", "Related Companies",
    ],
)  # fmt: skip
def test_a_name_that_holds_such_a_word_stays(phrase: str) -> None:
    assert without_page_words(phrase) == phrase
