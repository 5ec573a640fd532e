"""Whose ministry is meant when a page only says "the ministry"."""

from __future__ import annotations

import pytest

from factcheck.extraction.page import Page, lay_out
from factcheck.extraction.voices.homes import at_home, home_of
from factcheck.values import Document


def page(text: str, title: str | None = None) -> Page:
    return lay_out(Document(doc="d", text=text, title=title))


def test_the_dateline_shows_the_state() -> None:
    story = page("LIMA, May 3 - Peru's president flew to Chile. The Health Ministry counted 12 dead.")
    assert at_home(story, "Health Ministry") == "Peruvian Health Ministry"


def test_without_a_dateline_nearly_all_mentions_must_be_of_one_state() -> None:
    assert home_of(page("Kenyan doctors met in Kenya. Kenya has few of them.")) == "Kenya"
    assert home_of(page("Kenyan doctors met Ugandan doctors in Kenya near Uganda.")) is None


def test_a_double_dateline_shows_no_state() -> None:
    assert home_of(page("LIMA/SANTIAGO, May 3 - Peru and Chile closed the border.")) is None


@pytest.mark.parametrize("name", ["Ugandan Health Ministry", "police", "Red Cross", "Westfield Police"])
def test_names_of_another_state_or_of_no_state_office_stay(name: str) -> None:
    assert at_home(page("NAIROBI, May 3 - Kenya mourns. Kenya closed its schools."), name) == name
