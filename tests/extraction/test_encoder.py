"""The transformer: words in pieces, sentences as vectors, and what it makes of clauses and figures."""

from __future__ import annotations

from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.extraction.encoder import judging
from factcheck.extraction.encoder.encoder import MOST, encoded, pieces_of
from factcheck.extraction.page import Page, lay_out
from factcheck.language.pieces import BEGIN, END, UNKNOWN, pieces
from factcheck.values import Document


@pytest.mark.parametrize(
    ("text", "cut"),
    [
        ("Rebels denied it.", ["Rebels", "denied", "it", "."]),
        ("paramilitaries", ["para", "mi", "lita", "ries"]),
        ("2,750 dead", ["2", ",", "750", "dead"]),
        ("İzmir’de", ["İ", "z", "mir", "’", "de"]),  # the capital's dot is dropped, its place kept
        ("Žižek  said", ["Ž", "iže", "k", "said"]),
        ("漢字 x\u200by", ["漢", "字", "x", "y"]),
        ("", []),
        ("\u200b\ufffd", []),
    ],
)
def test_words_are_cut_into_pieces_with_their_places(text: str, cut: list[str]) -> None:
    assert [text[piece.begin : piece.end] for piece in pieces(text)] == cut


def test_what_has_no_piece_is_one_unknown_piece() -> None:
    assert [tuple(piece) for piece in pieces("x" * 150)] == [(UNKNOWN, 0, 150)]


@given(st.text(max_size=300))
@settings(max_examples=150, deadline=None)
def test_pieces_lie_in_the_text_in_order(text: str) -> None:
    found = pieces(text)
    assert all(0 <= piece.begin < piece.end <= len(text) for piece in found)
    assert all(one.begin <= other.begin for one, other in pairwise(found))


def test_a_sentence_is_told_with_the_end_of_the_one_before() -> None:
    ids, sides, own = pieces_of("the " * 200, "a " * 200)
    assert len(own) == MOST
    assert ids[0] == BEGIN
    assert ids[-1] == END
    assert ids.count(END) == 2
    assert sides == [0] * 42 + [1] * (MOST + 1)


def page(text: str) -> Page:
    return lay_out(Document("doc", text))


def test_a_sentence_is_read_alike_on_any_page() -> None:
    one = page("The war went on. The army killed 20 rebels.")
    other = page("The war went on. The army killed 20 rebels. A ceasefire holds.")
    assert np.array_equal(encoded(one, one.sentences[1]).states, encoded(other, other.sentences[1]).states)


def test_the_sentence_before_is_seen() -> None:
    alone = page("It rejected that.")
    told = page("The army was accused of shelling a school. It rejected that.")
    assert not np.allclose(encoded(alone, alone.sentences[0]).states, encoded(told, told.sentences[1]).states)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("The opposition accused the army of shelling the market.", "blame"),
        ("The ministry denied that its troops had crossed the river.", "denial"),
        ("The ceasefire is holding along the whole front, the envoy said.", "status"),
        ("The minister will travel to the capital on Friday.", "none"),
    ],
)
def test_clauses_are_told_apart(text: str, kind: str) -> None:
    read = page(text)
    chances = judging.clause(encoded(read, read.sentences[0]), 0, len(text) - 1)
    assert judging.CLAUSES[int(chances.argmax())] == kind


@pytest.mark.parametrize(
    ("text", "figure", "kind"),
    [
        ("Shells killed 17 people in the town.", "17", "killed"),
        ("Some 40 others were taken to hospital with burns.", "40", "wounded"),
        ("The bus was built in 1998 and carries 40 people at most.", "40", "none"),
    ],
)
def test_figures_are_told_apart(text: str, figure: str, kind: str) -> None:
    read = page(text)
    begin = text.index(figure)
    chances = judging.figure(encoded(read, read.sentences[0]), begin, begin + len(figure))
    assert judging.FIGURES[int(chances.argmax())] == kind


def test_both_models_have_their_share() -> None:
    linear = np.array([0.9, 0.1], dtype=np.float32)
    deep = np.log(np.array([0.1, 0.9], dtype=np.float32))
    assert judging.mixed(linear, deep, 0.5) == pytest.approx([0.5, 0.5], abs=1e-4)
    assert judging.mixed(linear, deep, 0.0) == pytest.approx(linear, abs=1e-4)
    assert judging.mixed(linear, deep, 1.0) == pytest.approx([0.1, 0.9], abs=1e-4)


def test_what_lies_behind_the_pieces_that_are_seen_is_judged_by_the_last() -> None:
    text = "Then " * 200 + "20 people were killed."
    read = page(text)
    sentence = encoded(read, read.sentences[0])
    assert np.array_equal(sentence.pieces(1000, 1002), sentence.states[-1:])
