"""Where sentences begin and end."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.extraction.sentences import MAX_SENTENCE, split


def texts(text: str) -> list[str]:
    return [piece.span.of(text) for piece in split(text)]


def test_sentences_end_at_full_stops_and_paragraphs() -> None:
    assert texts("One died. Two fled.\n\nA third came") == ["One died.", "Two fled.", "A third came"]


@pytest.mark.parametrize("text", ["Gen. Smith died.", "He left at 8 p.m. on Sunday.", "The U.S. army came."])
def test_an_abbreviation_ends_no_sentence(text: str) -> None:
    assert texts(text) == [text]


def test_hard_wrapped_lines_are_one_paragraph() -> None:
    line = "the troops moved north along the river and took the three villages"
    assert len(texts("\n".join([line] * 4) + ".")) == 1


def test_a_line_of_a_list_is_its_own_sentence() -> None:
    assert texts("• Dead: 5\n• Injured: 7") == ["• Dead: 5", "• Injured: 7"]


def test_the_way_to_a_page_is_no_part_of_its_headline() -> None:
    text = "Home / India / Beijing says it holds no Indian soldier\n\nNobody was seized, it said."
    assert [text[p.span.start : p.span.end] for p in split(text)][1] == "Beijing says it holds no Indian soldier"


def test_a_sentence_of_a_megabyte_is_cut() -> None:
    assert all(len(s) <= MAX_SENTENCE for s in texts("killed " * 150_000))


@given(st.text(max_size=400))
def test_no_character_but_white_space_is_lost(text: str) -> None:
    joined = "".join("".join(texts(text)).split())
    assert joined == "".join(text.split())
