"""What the report of one crime tells of other crimes and of whole years is no count of its own."""

from __future__ import annotations

from datetime import date

import pytest

from factcheck.extraction import extract
from factcheck.values import Document

CRIME = (
    "Man shot dead in parking lot\n\nPolice said a man was shot and killed in a parking lot on Friday night. "
    "Detectives have no suspect. The officers found no weapon. "
)
PUBLISHED = date(2016, 11, 20)


def _figures(text: str) -> set[tuple[str, float | None]]:
    claims = extract(Document("x", text, published=PUBLISHED))
    return {(c.kind, c.low) for c in claims if c.kind in ("killed", "wounded", "casualties")}


@pytest.mark.parametrize(
    "beside",
    [
        "In August, two women were gunned down at another apartment building on the street.",
        "So far this year, 41 people have been killed in the city.",
        "At least 12 people were killed in October alone.",
        "The shooting came two weeks after four people were killed at a nightclub in Dover.",
        "Last spring, three people were shot and wounded on the same block.",
        "Since the start of the year 27 people have been murdered in the county.",
        "The county has had nine homicides this year.",
        "Two people were killed in a shooting at the club three years ago.",
        "Last weekend, two men were shot and killed in separate shootings on the same block.",
        "There have been 62 homicides in the city since January, compared with 55 at this time last year.",
        "Gun violence has killed 200 people in the city since 2010.",
    ],
)
def test_other_crimes_and_statistics_are_not_counted_beside_a_crime(beside: str) -> None:
    assert _figures(CRIME + beside) == {("killed", 1)}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (CRIME + "Two other people were wounded in the shooting on Friday.", {("killed", 1), ("wounded", 2)}),
        (
            "Man charged in August killing\n\nA man was arrested on Friday, police said, and charged "
            "with murder. Detectives say he opened fire outside an apartment in August. Two women were killed and "
            "a third woman was wounded in the August shooting.",
            {("killed", 2), ("wounded", 1)},
        ),
        (
            "The arrest came two weeks after four people were killed at a nightclub in Dover, police said. "
            "Detectives believe the suspect fired the gunshots.",
            {("killed", 4)},
        ),
        (
            "So far this year, 41 people have been killed in the city, police said. Detectives and the sheriff "
            "blame gunshots.",
            {("killed", 41)},
        ),
        (
            "A man pleaded guilty on Friday to a murder charge, prosecutors said. Police said he opened fire "
            "from a driveway. Neighbors heard gunshots. In June 2015, two people were killed.",
            {("killed", 2)},
        ),
    ],
)
def test_what_a_page_is_about_is_counted(text: str, expected: set[tuple[str, float]]) -> None:
    assert _figures(text) == expected
