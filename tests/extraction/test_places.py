"""Where it happened: labelled rows, and what must never break."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.extraction.page import Finding, lay_out
from factcheck.extraction.places import surroundings
from factcheck.extraction.places.mentions import Hold, Mention
from factcheck.extraction.places.scene import by_rules, place_of
from factcheck.values import Document, Span

from .marked import marked, rows

CASES = rows("places.csv")


@pytest.mark.parametrize("row", CASES, ids=[row["what"] for row in CASES])
def test_places_the_claim(row: dict[str, str]) -> None:
    page, finding = marked(row["text"], "2024-05-10", title=row["title"], kind=row["kind"])
    assert by_rules(page, finding) == (row["place"] or None)


def test_shows_the_place_as_the_text_writes_it() -> None:
    page, finding = marked("[[Two people died]] in Kiev, Ukraine.", "2024-05-10")
    assert place_of(page, finding) == "Kiev, Ukraine"


def test_a_body_that_works_at_home_speaks_of_its_country() -> None:
    text = (
        "The ministry regrets the violence of the past days. It has opened an inquiry. Offices were burned. "
        "Trains were stopped. The curfew stands. Shops are shut. A police box in Mohakhali was destroyed by a "
        "crowd.\n\nNine police officers were killed."
    )
    for source, place in (("Ministry of Home Affairs, Bangladesh", "Bangladesh"), ("Morning Mail", "Mohakhali")):
        page = lay_out(Document("doc", text, title="Statement on the recent sabotage", source=source))
        found = by_rules(page, Finding("killed", page.sentences[-1].span, page.sentences[-1], "case"))
        assert (found or "").split(",")[0] == place


@given(st.text(max_size=300), st.text(max_size=60))
@settings(max_examples=150, deadline=None)
def test_never_breaks_on_any_text(text: str, title: str) -> None:
    page = lay_out(Document("doc", f"{text} killed in Derna, {text}", title=title))
    for sentence in page.sentences:
        place_of(page, Finding("killed", sentence.span, sentence, "case"))


_PIECES = st.sampled_from(
    [
        "In",
        "in the",
        "near",
        "the village of",
        "Derna",
        "Spin Boldak",
        "U.S.",
        "St. Louis",
        ",",
        "(",
        ")",
        "[",
        "•",
        ":",
        "KABUL -",
        "district",
        "County",
        "Police",
        "Monday",
        "'s",
        "and",
        "-",
        "of",
        "there",
        "border",
        "the capital",
        "Iraq",
        "Iran",
        "Paris",
        "al-",
        "El",
        "A.",
        "said",
        "killed",
        ".",
        "\n\n",
        "IN BAGHDAD AND NEAR MOSUL PEOPLE DIED",
        "northern",
        "road from",
        "axis",
    ]
)


@given(st.lists(_PIECES, max_size=16))
@settings(max_examples=250, deadline=None)
def test_never_breaks_on_names(pieces: list[str]) -> None:
    page = lay_out(Document("doc", " ".join(pieces) + " x"))
    for sentence in page.sentences:
        found = place_of(page, Finding("attendance", sentence.span, sentence, "case"))
        assert found is None or found.strip()


def test_a_town_in_a_form_that_no_list_has_holds_no_suburbs() -> None:
    town = Mention("SAN QUAXZIL", "San Quaxzil", Span(0, 11), 0, Hold.LOCATED, 1)
    assert not surroundings.in_city(Mention("Paris", "Paris", Span(20, 25), 0, Hold.LOCATED, 1), town)
    assert not surroundings.in_city(town, Mention("Paris", "Paris", Span(20, 25), 0, Hold.LOCATED, 1))
