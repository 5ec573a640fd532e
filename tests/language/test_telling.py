"""Claims as people tell them."""

from __future__ import annotations

import pytest

from factcheck.language import telling


@pytest.mark.parametrize(
    ("name", "many"),
    [
        ("Afghan officials", True), ("Russian armed forces", True), ("officials of the ministry", True),
        ("Paris police", True), ("unions", True), ("witnesses in Gao", True), ("the Houthis", True),
        ("United Nations", False), ("Human Rights Watch", False), ("Pakistan army", False), ("a witness", False),
        ("Ministry of Foreign Affairs", False), ("Hamas", False), ("police headquarters", False), ("CGT", False),
        ("BBC News", False), ("Paris police prefecture", False), ("", False),
    ],
)  # fmt: skip
def test_a_verb_goes_with_its_name(name: str, many: bool) -> None:
    assert telling.is_many(name) is many
    assert telling.does(name, "denies") == f"{name} {'deny' if many else 'denies'}"
    assert telling.verb(name, "blames") == ("blame" if many else "blames")


@pytest.mark.parametrize(
    ("target", "quote", "said"),
    [
        ("sheltering the group", "deny sheltering the group", "denies sheltering the group"),
        ("its men fired", "denied that its men fired", "denies that its men fired"),
        ("An earlier account", "An earlier account was waved away as lies", "denies an earlier account"),
        ("no soldier had been seized", "that no soldier had been seized", "says that no soldier had been seized"),
        ("It had nothing there", "It had nothing there", "says that it had nothing there"),
        ("our side has not broken the truce", "our side has not broken the truce",
         "says “our side has not broken the truce”"),
        ("it did not fire", "denied that it did not fire", "denies that it did not fire"),
        (None, "", "denies it"),
        ("Villagers accused the police of burning eleven huts.", "called this untrue",
         "denies “Villagers accused the police of burning eleven huts”"),
        ("the garrison was abandoned by night", "There is no truth in the allegation",
         "denies “the garrison was abandoned by night”"),
        ("an earlier account", "waved away in Asmara as lies", "denies an earlier account"),
    ],
)  # fmt: skip
def test_a_denial_reads_as_what_it_is(target: str | None, quote: str, said: str) -> None:
    assert telling.denied("Kabul", target, quote) == said


@pytest.mark.parametrize(
    ("target", "quote", "said"),
    [
        ("the army", "blames the army", "blame the army"),
        ("Afghan", "operates from Afghan soil", "blame Afghanistan"),
        ("it", "it looked like an \"attack\"", "say “it looked like an 'attack'”"),
        ("Lebanese authorities of neglect", "accuses Lebanese authorities of neglect",
         "accuse Lebanese authorities of neglect"),
        ("the governor of Gao", "blames the governor of Gao", "blame the governor of Gao"),
        ("welding work on", "started by welding work on", "blame welding work"),
        (None, "", "blame somebody"),
    ],
)  # fmt: skip
def test_blame_names_somebody_or_says_its_words(target: str | None, quote: str, said: str) -> None:
    assert telling.blamed("officials", target, quote) == said


def test_a_state_is_said_in_its_own_words_so_that_it_is_not_taken_for_one_of_its_speaker() -> None:
    assert telling.holds("Mujahid", "had the border under control", "") == "says “had the border under control”"
    assert telling.holds("officials", None, "that talks go on,") == "say “talks go on”"


@pytest.mark.parametrize(
    ("many", "one"),
    [
        ("civilians", "civilian"), ("policemen", "policeman"), ("people", "person"), ("children", "child"),
        ("bodies", "body"), ("Pakistani soldiers", "Pakistani soldier"),
        ("members of the team", "members of the team"),
        ("Italian soldier", "Italian soldier"), ("bus", "bus"), ("Syrians", "Syrians"),
    ],
)  # fmt: skip
def test_one_of_many(many: str, one: str) -> None:
    assert telling.one_of(many) == one
