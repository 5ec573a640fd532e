"""A party that gave no word: noted where a text says so outright, and never a conflict."""

from __future__ import annotations

from typing import Any

import pytest

from factcheck.values import Outcome
from tests.comparison.test_compare import judged


def told(context: str, claimant: str = "hospital", n: int = 12) -> dict[str, Any]:
    return {"n": n, "claimant": claimant, "quote": f"{n} people were killed", "context": context}


def reason(sentence: str, *others: dict[str, Any]) -> str:
    return judged(told(f"12 people were killed, the hospital said. {sentence}"), *others).reason


@pytest.mark.parametrize(
    "sentence",
    [
        "Pakistan's army has not commented.",
        "The military has not yet confirmed any losses.",
        "The Afghan government did not immediately respond to a request.",
        "The rebels declined to give a figure.",
    ],
)
def test_a_party_that_gave_no_word_is_noted_in_the_words_of_the_text(sentence: str) -> None:
    assert f"“{sentence.split()[0]}" in reason(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "The police did not release the names of the victims.",  # takes no side
        "He declined to comment.",  # nobody by name
        "The army has not commented on rumours, but it put its own dead at four.",
        "The army has confirmed the toll.",
    ],
)
def test_other_sentences_are_no_silence(sentence: str) -> None:
    other = told("x", "Army of the North", 12) if "four" in sentence else told("x", "Red Cross", 12)
    assert "No word" not in reason(sentence, other)


def test_silence_makes_no_conflict_and_takes_none_away() -> None:
    silent = told("12 people were killed. The military has not commented.")
    assert judged(silent, told("x", "Red Cross", 12)).outcome is Outcome.DUPLICATE
    conflict = judged(silent, told("x", "Red Cross", 40))
    assert conflict.outcome is Outcome.CONFLICT
    assert ["has not commented" in pair.verdict.reason for pair in conflict.pairs] == [True]
