"""How like each other texts are in what they mean."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.language.meaning import likeness


@pytest.mark.parametrize(
    ("text", "alike", "unlike"),
    [
        ("the rebels blew up the bridge", "insurgents destroyed the crossing", "the harvest fair opens on Sunday"),
        ("the truce is being observed", "the ceasefire holds", "the road to the coast is closed"),
        ("shelling of the bazaar", "mortar fire on the market", "the arrest of a teacher"),
    ],
)
def test_other_words_for_one_thing_are_alike(text: str, alike: str, unlike: str) -> None:
    assert likeness(text, alike) > likeness(text, unlike) + 0.2


@given(st.text(max_size=200), st.text(max_size=200))
def test_likeness_of_any_two_texts_is_a_cosine(one: str, other: str) -> None:
    assert likeness(one, other) == pytest.approx(likeness(other, one), abs=1e-6)
    assert abs(likeness(one, other)) <= 1.00001
    assert likeness(one, one) == pytest.approx(1.0, abs=1e-5) or likeness(one, one) == 0.0


@pytest.mark.parametrize("nothing", ["", " ", "\u200b"])
def test_nothing_is_like_nothing(nothing: str) -> None:
    assert likeness(nothing, "the ceasefire holds") == 0.0
