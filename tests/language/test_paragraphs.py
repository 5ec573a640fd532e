"""The paragraph around a quote: cut where the text breaks, in one line, the same for one quote and for many."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.language import paragraphs
from factcheck.language.paragraphs import CONTEXT, paragraph


def test_a_paragraph_ends_where_the_text_breaks_and_is_never_too_long() -> None:
    assert paragraph("One.\nTwo 12 dead three.\nFour.", 9, 7) == "Two 12 dead three."
    assert paragraph("12 dead", 0, 7) == "12 dead"
    long = "a" * 600 + "12 dead" + "b" * 600
    around = paragraph(long, 600, 7)
    assert "12 dead" in around
    assert len(around) <= CONTEXT


TEXTS = st.text(st.sampled_from("ab é’😀\t\n\x1c\u2009\u3000"), max_size=40).map(lambda text: text * 40)


@settings(deadline=None, max_examples=30)
@given(st.lists(st.tuples(TEXTS, st.integers(0, 1600), st.integers(0, 700)), min_size=1, max_size=5))
def test_many_paragraphs_are_those_of_each_quote(quotes: list[tuple[str, int, int]]) -> None:
    texts = [text for text, _, _ in quotes]
    starts = [min(start, len(text)) for text, start, _ in quotes]
    lengths = [min(length, len(text) - at) for at, (text, _, length) in zip(starts, quotes, strict=True)]
    each = [paragraph(*one) for one in zip(texts, starts, lengths, strict=True)]
    many = 1 + paragraphs.FEW // len(quotes)
    which = list(range(len(quotes))) * many
    assert paragraphs.paragraphs(texts, which, starts * many, lengths * many).to_pylist() == each * many
