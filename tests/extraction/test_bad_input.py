"""Texts that no editor wrote: a word for ever, one sentence a thousand times, strange signs, another language."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck import extraction
from factcheck.extraction import parser
from factcheck.extraction.counts.relevance import wanted
from factcheck.extraction.narrative import findings as narrative
from factcheck.extraction.page import lay_out
from factcheck.values import ClaimRecord, Document

SIZE = 100_000
SHAPES = (
    "killed ",
    "12 ",
    ", ",
    '" ',
    "((",
    "\n",
    "3 March 2024 ",
    "He said it. ",
    "He denied that 12 were killed. ",
    "The army blamed rebels for the attack. ",
    "The ceasefire is holding, he said. ",
    "12 men were killed in Gaza. ",
    "TWELVE MINERS WERE KILLED IN GAZA. ",
    "15-20-",
    "1,200,",
    "a\u200b ",
    "\u202eabc ",
    "😀 ",
    "not ",
)
FRAGMENTS = (
    "killed",
    "wounded",
    "12",
    "about",
    "at least",
    "soldiers",
    "the ministry said",
    "denied",
    "blamed",
    "on Monday",
    "in Gaza",
    ",",
    ".",
    "“",
    "”",
    ";",
    "(",
    ")",
    "dozens of",
    "more than",
    "between",
    "and",
    "two hundred",
    "nobody",
    "others",
    "including",
    "a man and his two sons",
    "were",
    "dead",
    "missing",
    "captured",
    "hostages",
    "ceasefire",
    "told AFP",
    "he",
    "our forces",
    "claimed responsibility",
    "15 to 20",
    "3.5 million",
    "am",
    "since last week",
    "\n\n",
    "•",
    "21:40",
    "U.S.",
    "’s",
    "n’t",
    "never",
    "if",
    "could",
    "family of five",
    "toll",
    "rose to",
    "them",
    "twice that number",
    "\u200b",
    "\u202e",
    "😀",
    "coded as",
    "9 more",
    "attributed",
    "to neglect",
    "one",
)


def read(text: str) -> list[ClaimRecord]:
    """The claims of a text, each where it says that it stands."""
    claims = extraction.extract(Document("d", text, "S", published=date(2024, 5, 10)))
    assert all(claim.quote and text[claim.start : claim.end] == claim.quote for claim in claims)
    return claims


@pytest.mark.parametrize("unit", SHAPES, ids=repr)
def test_a_unit_repeated_for_ever_gives_at_most_a_claim_or_two(unit: str) -> None:
    assert len(read(unit * (SIZE // len(unit)))) <= 2


@pytest.mark.parametrize("sentence", ["He denied that 12 were killed. ", "12 men were killed in Gaza. "])
def test_a_sentence_that_stands_a_thousand_times_is_parsed_once(sentence: str) -> None:
    page = lay_out(Document("d", sentence * 1_000))
    assert len({s.index for s in (*wanted(page), *narrative.wanted(page))}) == 1


def test_one_sentence_of_a_megabyte_is_cut_before_it_is_parsed() -> None:
    page = lay_out(Document("d", "twelve miners and " * 60_000))
    assert max(len(parser.readable(s.text)) for s in page.sentences) <= 1_200


@settings(max_examples=60, deadline=None)
@given(st.lists(st.sampled_from(FRAGMENTS), min_size=1, max_size=50).map(" ".join))
def test_fragments_of_news_in_any_order_are_read_without_a_fault(text: str) -> None:
    read(text)


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=400))
def test_any_text_at_all_is_read_without_a_fault(text: str) -> None:
    read(text)


def test_another_language_is_kept_and_named() -> None:
    text = "Douze mineurs ont été tués lundi dans l'effondrement du puits, a annoncé la police. " * 5
    ((document, claims, remark),) = extraction.extract_all([Document("d", text)])
    assert (document.text, claims, remark) == (text, [], extraction.NOT_ENGLISH)
