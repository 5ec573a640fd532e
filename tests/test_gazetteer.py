"""The gazetteer: names in any spelling, the likeliest first, distances and what lies where."""

from __future__ import annotations

import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck import gazetteer


@pytest.mark.parametrize(
    ("written", "shown", "country"),
    [
        ("Derna", "Derna", "LY"),
        ("AXUM", "Aksum", "ET"),
        ("Spin Boldak", "Spīn Bōldak", "AF"),
        ("Saint Louis", "St. Louis", "US"),
        ("the U.S.", "United States", "US"),
        ("DR Congo", "Democratic Republic of the Congo", "CD"),
        ("Côte d'Ivoire", "Ivory Coast", "CI"),
        ("Helmand", "Helmand", "AF"),
    ],
)
def test_finds_a_place_in_any_spelling(written: str, shown: str, country: str) -> None:
    assert any(place.name == shown and place.country == country for place in gazetteer.find(written)[:3])


def test_puts_the_larger_place_first() -> None:
    assert gazetteer.find("Paris")[0].country == "FR"


def test_puts_the_nearer_place_first_when_asked() -> None:
    dallas = gazetteer.find("Dallas")[0]
    assert gazetteer.find("Paris", near=dallas)[0].region == "Texas"


def test_gives_nothing_for_a_name_that_it_lacks() -> None:
    assert not gazetteer.find("Qarat Umm Belina")
    assert not gazetteer.known("Qarat Umm Belina")
    assert gazetteer.country_of("Qarat Umm Belina") is None


def test_measures_the_way_between_two_places() -> None:
    paris, london = gazetteer.find("Paris")[0], gazetteer.find("London")[0]
    assert 330 < gazetteer.distance_km(paris, london) < 360
    assert gazetteer.distance_km(paris, paris) == 0


def test_knows_what_lies_where() -> None:
    toledo = next(place for place in gazetteer.find("Toledo") if place.region == "Ohio")
    ohio = next(place for place in gazetteer.find("Ohio") if place.kind == "region")
    america, france = gazetteer.find("United States")[0], gazetteer.find("France")[0]
    assert gazetteer.contains(ohio, toledo)
    assert gazetteer.contains(america, toledo)
    assert not gazetteer.contains(france, toledo)
    assert not gazetteer.contains(toledo, ohio)


def test_labels_a_place_with_what_it_lies_in() -> None:
    assert gazetteer.find("Toledo")[0].label == "Toledo, Ohio"
    assert gazetteer.find("Belgorod")[-1].label.endswith("Russia")
    assert gazetteer.find("France")[0].label == "France"


def test_every_line_of_the_file_can_be_read() -> None:
    places = [gazetteer._place(line)[0] for line in gazetteer._lines()]
    assert len(places) > 90_000
    assert all(-90 <= place.lat <= 90 and -180 <= place.lon <= 180 for place in places)
    assert {place.kind for place in places} == {"city", "district", "region", "country", "area"}


def test_reads_nothing_before_the_first_question() -> None:
    program = "import factcheck.gazetteer as g; print(g._names.cache_info().currsize)"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "0"


@given(st.text(max_size=40))
def test_never_breaks_on_any_name(name: str) -> None:
    key = gazetteer.place_key(name)
    assert key == key.strip().lower()
    gazetteer.find(name)
