"""Questions as one asks them."""

from __future__ import annotations

import pytest

from factcheck.language.asking import ROOM, charged, how_many, is_it_true, who_is_to_blame


@pytest.mark.parametrize(
    ("kind", "counted", "said"),
    [
        ("killed", ("soldiers", "Northern soldiers"), "How many Northern soldiers were killed?"),
        ("killed", ("its fallen soldiers",), "How many soldiers were killed?"),
        ("wounded", ("people", "others"), "How many people were wounded?"),
        ("missing", (), "How many people are missing?"),
        ("destroyed", (), "How many things were destroyed?"),
        ("captured", ("pilot",), "How many pilots were captured?"),
        ("wounded", ("policeman",), "How many policemen were wounded?"),
        ("wounded", ("team",), "How many members of the team were wounded?"),
        ("killed", ("China", "110"), "How many people were killed?"),
        ("killed", ("Gen. Jo Varnak",), "Was Gen. Jo Varnak killed?"),
        ("killed", ("Indian Army men",), "How many Indian Army men were killed?"),
        ("attendance", ("demonstrators",), "How many demonstrators took part?"),
    ],
)
def test_a_count_is_asked_in_its_claims_own_words(kind: str, counted: tuple[str, ...], said: str) -> None:
    assert how_many(kind, counted) == said


@pytest.mark.parametrize(
    ("matters", "said"),
    [
        (("a hundred residents killed by soldiers",), "Who is to blame for the deaths of a hundred residents?"),
        (("the raid",), "Who is to blame for the raid?"),
        (("", "110 civilians"), "Who is to blame for the deaths of 110 civilians?"),
        (("hundreds of civilians",), "Who is to blame for the deaths of hundreds of civilians?"),
        (("110 civilians", "the raid on Varn"), "Who is to blame for the raid on Varn?"),
        (("the raid", "the fire", "the fire"), "Who is to blame for the fire?"),
        ((), "Who is to blame?"),
    ],
)
def test_who_is_to_blame_names_the_commonest_or_most_telling_matter(matters: tuple[str, ...], said: str) -> None:
    assert who_is_to_blame([(matter, f"blames Varn for {matter}") for matter in matters]) == said


@pytest.mark.parametrize(
    ("matter", "quote", "said"),
    [
        ("the border line", "it was the Velish who crossed the border line", "Who crossed the border line?"),
        ("110 civilians", "Velish troops killed 110 civilians in Varn", "Who killed 110 civilians?"),
        ("THE AIRCRAFT", "VELISH TROOPS SHOT DOWN THE AIRCRAFT", "Who shot down THE AIRCRAFT?"),
        ("the aircraft", "a missile brought the aircraft down over Varn", "Who brought the aircraft down?"),
        ("the raid", "accused the Velish of the raid", "Who is to blame for the raid?"),
        ("the failure", "guilty of the failure is the delegation", "Who is to blame for the failure?"),
        ("the ship", "the Velish were blamed the ship", "Who is to blame for the ship?"),
    ],
)
def test_the_object_of_a_deed_is_asked_for_with_its_deed(matter: str, quote: str, said: str) -> None:
    assert who_is_to_blame([(matter, quote)]) == said


def test_what_begins_with_its_verb_is_asked_for_its_doer() -> None:
    assert is_it_true(["asked, and pressed, for the truce"]) == "Who asked, and pressed, for the truce?"
    assert is_it_true(["had the border under control"]) == "Who had the border under control?"
    assert is_it_true(["armed men were aboard"]) == "Is it true? Armed men were aboard."


def test_a_state_is_asked_as_a_statement() -> None:
    assert is_it_true(["", "the truce holds"]) == "Is it true? The truce holds."
    assert is_it_true([]) == "Is it true?"


def test_a_long_matter_is_cut_at_a_word() -> None:
    said = who_is_to_blame([("the long raid " * 30, "")])
    assert said.endswith("…?")
    assert len(said) < ROOM + 30


@pytest.mark.parametrize(
    "counted",
    [
        "a 23-year-old man and a 25-year-old man",
        "four women and a man",
        "Father, two children",
        "Bryan Orsk and Officer Jon Varn",
        "fifth victim",
        "3-year-old",
    ],
)
def test_a_list_of_persons_or_an_age_is_no_word_for_those_who_are_counted(counted: str) -> None:
    assert how_many("killed", [counted]) == "How many people were killed?"


def test_a_headlines_man_is_a_man_and_nobody_is_blamed_for_a_pronoun() -> None:
    assert how_many("killed", ["Man"]) == "How many men were killed?"
    assert who_is_to_blame([("he", "police said he did it")]) == "Who is to blame?"
    assert who_is_to_blame([("opened", "Velish troops opened up with guns")]) == "Who is to blame?"


@pytest.mark.parametrize(
    ("matter", "quote", "said"),
    [
        ("the failure", "guilty for the failure is the delegation", "for the failure"),
        ("110 civilians", "troops killed 110 civilians", "(killed 110 civilians)"),
        ("more than a hundred residents killed by soldiers", "killed by soldiers",
         "(killed more than a hundred residents)"),
        ("opened", "troops opened up", "(opened)"),
        ("giving militants a haven, a charge", "accuses Kabul of giving militants a haven, a charge",
         "for giving militants a haven"),
        ("the TTP", "operates from Afghan soil", "(shelters the TTP)"),
        ("", "blames the army", ""), ("it", "did it", ""),
    ],
)  # fmt: skip
def test_what_somebody_is_charged_with(matter: str, quote: str, said: str) -> None:
    assert charged(matter, quote) == said


def test_a_charge_of_sheltering_a_party_is_asked_for_as_one() -> None:
    assert who_is_to_blame([("the TTP", "operates from Afghan soil")]) == "Who shelters the TTP?"
    assert who_is_to_blame([("giving arms, a charge", "accuses Kabul of giving arms, a charge")]) == (
        "Who is to blame for giving arms?"
    )
