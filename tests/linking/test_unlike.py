"""Counts under one question that hardly answer it all are parted, where the claims came as records."""

from __future__ import annotations

from typing import Any

import pytest

from factcheck.language.subjects import subject_of
from factcheck.linking import explain, likeness, link
from factcheck.linking.likeness import Told, chance, signs
from tests.linking.builder import claims

DAY = "2024-05-03"


def count(n: int, victims: str, **more: Any) -> dict[str, Any]:
    quote = f"{n} {victims} were hurt"
    return {"kind": "wounded", "n": n, "victims": victims, "quote": quote, "claimant": "the ministry",
            "day": DAY, "place": "Varn", "recorded": True, "published": "2024-05-04", **more}  # fmt: skip


def questions(*rows: dict[str, Any]) -> list[str]:
    told = claims(*rows)
    return told.merge(link(told), on="claim")["question"].tolist()


def told(n: int, victims: str, **more: Any) -> Told:
    given: dict[str, Any] = {
        "kind": "wounded", "document": "a", "start": 0, "place": "Varn", "first": 10, "last": 10,
        "voice": "ministry", "side": None, "own_voice": False, "who": victims, "quote": f"{n} {victims} were hurt",
        "subject": subject_of(victims, f"{n} {victims}"), "bounds": (float(n), float(n)), "size": float(n),
    }  # fmt: skip
    return Told(**(given | more))


def test_the_same_people_told_by_another_are_one_question() -> None:
    one, other = told(40, "people"), told(44, "people", document="b", voice="union")
    assert chance(one, other) > 0.8
    assert len(set(questions(count(40, "people"), count(44, "people", document="b", claimant="the union")))) == 1


@pytest.mark.parametrize(
    "other",
    [
        told(3, "drivers of the night shift", document="b", place="Old Mill, Varn"),
        told(900, "people", document="b", first=100, last=130),
        told(2, "nurses", start=300),
    ],
)
def test_other_people_other_days_and_other_words_speak_against_one_question(other: Told) -> None:
    assert chance(told(40, "people"), other) < chance(told(40, "people"), told(44, "people", document="b"))
    assert chance(told(40, "people"), other) < 0.3


def test_records_that_hardly_ask_one_thing_are_parted_and_texts_are_not() -> None:
    rows = (
        count(40, "people"),
        count(3, "people on a bus of the night line", document="b", place="Old Mill, Varn"),
    )
    assert len(set(questions(*rows))) == 2
    read = tuple({**row, "recorded": False} for row in rows)
    assert len(set(questions(*read))) <= len(set(questions(*rows)))


def test_the_explanation_says_how_often_such_counts_answer_one_question() -> None:
    rows = claims(count(40, "people"), count(3, "nurses", document="b", place="Old Mill, Varn"))
    (reason,) = [r for r in explain(rows, "c000", "c001").reasons if r.feature == "likeness"]
    assert "of such pairs of counts answer one question" in reason.text
    assert "against it: " in reason.text
    read = claims(*({**row, "recorded": False} for row in (count(40, "people"), count(44, "people"))))
    assert not [r for r in explain(read, "c000", "c001").reasons if r.feature == "likeness"]


def test_what_stands_in_the_same_words_is_never_parted(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(likeness, "signs", lambda a, b: [])  # what nothing speaks for is unlikely
    rows = [count(n, "people", document=f"d{n}") for n in (40, 44, 46)]
    assert len(set(questions(*rows))) == 1


def test_each_sign_is_said_in_words_and_comes_once_from_either_side() -> None:
    one, other = told(40, "people"), told(3, "women", document="b", first=None, last=None)
    assert sorted(signs(one, other)) == sorted(signs(other, one))
    assert {"a day not told", "the same place", "other texts", "both wounded"} <= set(signs(one, other))


def test_every_sign_that_has_a_weight_is_said_in_plain_words() -> None:
    names = likeness._weights().keys()
    assert len(names) > 50
    assert [name for name in names if any(letter.isdigit() for letter in name) or "=" in name] == []
    assert set(signs(told(40, "people"), told(44, "people", document="b"))) <= names
