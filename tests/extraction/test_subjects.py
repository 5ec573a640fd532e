"""Who is counted: as written, resolved, with side and role."""

import csv
from pathlib import Path

import pytest

from factcheck.extraction import extract
from factcheck.extraction.counts.subjects import role_of
from factcheck.values import ClaimRecord, Document

CASES = Path(__file__).parents[1] / "cases" / "victims.csv"


def rows() -> list[dict[str, str]]:
    with CASES.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def claims(text: str) -> list[ClaimRecord]:
    return [c for c in extract(Document("d", text)) if c.low is not None or c.high is not None]


def test_the_counted_people_are_named_without_their_number() -> None:
    assert claims("At least 58 Pakistani soldiers were killed.")[0].victims == "Pakistani soldiers"


def test_an_elided_noun_is_taken_from_the_clause_before() -> None:
    killed, wounded = claims("58 Pakistani soldiers were killed and 30 others wounded.")
    assert wounded.victims == killed.victims == "Pakistani soldiers"


def test_people_stand_for_an_unnamed_toll() -> None:
    assert claims("The death toll rose to 191.")[0].victims == "people"


def test_its_soldiers_are_those_of_the_claimant() -> None:
    claim = claims("Pakistan's army said 23 of its soldiers had been killed.")[0]
    assert (claim.side, claim.role) == ("Pakistan", "soldier")


def test_losses_that_a_party_admits_are_its_own() -> None:
    claim = claims("Pakistan, however, confirmed the deaths of 23 soldiers.")[0]
    assert (claim.side, claim.victims) == ("Pakistan", "Pakistani soldiers")


def test_the_side_is_read_from_the_nationality() -> None:
    assert claims("Three Indian soldiers were wounded.")[0].side == "India"


def test_others_are_of_the_sort_of_those_told_before() -> None:
    driven = extract(Document("d", "The raids killed villagers and drove others out."))
    assert [claim.victims for claim in driven if claim.kind == "displaced"] == ["villagers"]


def test_marchers_are_demonstrators() -> None:
    assert claims("About 20,000 people marched through the city.")[0].victims == "demonstrators"


def test_a_part_is_marked() -> None:
    whole, part = claims("Ten villagers were killed, two of them children.")
    assert (whole.part_of, part.part_of) == (False, True)
    assert (part.victims, part.role) == ("children", "child")


@pytest.mark.parametrize(
    ("words", "role"),
    [
        ("Pakistani soldiers", "soldier"),
        ("schoolchildren", "child"),
        ("Taliban fighters", "militant"),
        ("people", None),
    ],
)
def test_the_role_is_read_from_the_words(words: str, role: str | None) -> None:
    assert role_of(words) == role


def test_a_person_spoken_of_again_is_not_counted_again() -> None:
    text = "A man was killed in a fire on Sunday.\n\nThe man died before help came. He was killed by smoke."
    assert len(claims(text)) == 1


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Rescuers said 250 bodies had been pulled out of the mud.", "people"),
        ("The army said 67 rebel bodies lay on the field.", "rebels"),
        ("At least 40 people were killed, 12 of whom were children.", "children"),
        ("The RLF lost 18 men, the army said.", "RLF men"),
    ],
)
def test_bodies_predicates_and_losers_name_the_counted(text: str, who: str) -> None:
    assert who in [claim.victims for claim in claims(text)]


@pytest.mark.parametrize("row", rows(), ids=lambda row: row["text"][:60])
def test_the_words_around_a_figure_name_whom_it_counts(row: dict[str, str]) -> None:
    found = [f"{c.kind} {c.low or c.high or 0:g} {c.victims}" for c in claims(row["text"])]
    assert found == row["expected"].split("; ")
