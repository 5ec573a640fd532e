"""Quotes laid out at their offsets: what was known never changes."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.errors import ClaimError
from factcheck.language.sheet import MAX_END, Sheet
from factcheck.values import Span


def test_quotes_stand_at_their_offsets_with_blanks_between() -> None:
    sheet = Sheet()
    sheet.lay("12 dead", 4, 11)
    sheet.lay("hurt", 14, 18)
    assert sheet.text == "    12 dead   hurt"


def test_a_later_quote_fills_blanks_only() -> None:
    sheet = Sheet("    12 dead", [Span(4, 11)])
    sheet.lay("Some12 d", 0, 8)
    assert sheet.text == "Some12 dead"


@pytest.mark.parametrize("quote", ["13 dead", "12-dead", "xx12 dea"])
def test_a_quote_that_contradicts_another_is_refused_and_changes_nothing(quote: str) -> None:
    sheet = Sheet("    12 dead", [Span(4, 11)])
    with pytest.raises(ClaimError, match="contradicts another quote"):
        sheet.lay(quote, 4, 4 + len(quote))
    assert sheet.text.rstrip() == "    12 dead"


@pytest.mark.parametrize(
    ("start", "end", "message"),
    [(0, 5, "has 4 characters"), (MAX_END - 1, MAX_END + 3, "no document is that long")],
)
def test_offsets_that_cannot_be_are_refused(start: int, end: int, message: str) -> None:
    with pytest.raises(ClaimError, match=message):
        Sheet().lay("dead", start, end)


def test_quotes_without_offsets_stand_one_a_line_each_once() -> None:
    sheet = Sheet()
    spans = [sheet.append(quote) for quote in ("12 dead", "two\nlines", "12 dead", "hurt")]
    assert sheet.text == "12 dead\ntwo\nlines\nhurt"
    assert spans[0] == spans[2]
    again = Sheet(sheet.text, spans)
    assert [again.append(quote) for quote in ("hurt", "12 dead", "two\nlines")] == [spans[3], spans[0], spans[1]]
    assert again.text == sheet.text


@given(st.text(min_size=1, max_size=80), st.lists(st.tuples(st.integers(0, 79), st.integers(1, 20)), max_size=12))
def test_quotes_of_one_text_never_contradict_each_other(text: str, stretches: list[tuple[int, int]]) -> None:
    sheet, spans = Sheet(), []
    for start, length in stretches:
        quote = text[start : start + length]
        if quote:
            spans.append(sheet.lay(quote, start, start + len(quote)))
    for span in spans:
        assert span.of(sheet.text) == span.of(text)
