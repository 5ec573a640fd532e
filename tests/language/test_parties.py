"""Which side a name stands for."""

from __future__ import annotations

import pytest

from factcheck.language.parties import side_of, sides_in, speaks_for


@pytest.mark.parametrize(
    ("text", "sides"),
    [
        ("Pakistani soldiers", ("Pakistan",)),
        ("the Afghan Taliban government", ("Afghanistan",)),
        ("Tehrik-i-Taliban Pakistan", ("TTP",)),
        ("U.S. officials", ("United States",)),
        ("the Pentagon", ("United States",)),
        ("they told us", ()),
        ("China's Western Theatre Command", ("China",)),
        ("Ethiopian and Eritrean forces", ("Ethiopia", "Eritrea")),
        ("Pakistan-Afghanistan border", ("Pakistan", "Afghanistan")),
        ("", ()),
    ],
)
def test_sides_in_the_order_of_the_text(text: str, sides: tuple[str, ...]) -> None:
    assert sides_in(text) == sides


def test_a_capital_speaks_for_its_government_but_is_a_place_too() -> None:
    assert side_of("Islamabad") == "Pakistan"
    assert side_of("people in Islamabad", capitals=False) is None


def test_a_media_office_speaks_for_its_side_and_media_do_not() -> None:
    assert speaks_for("Yemeni government media office") == side_of("Yemeni government")
    assert speaks_for("Yemeni media") is None
