"""What can speak and what cannot."""

from __future__ import annotations

import pytest

from factcheck.extraction.voices.mute import mute


@pytest.mark.parametrize(
    "name",
    ["details", "handgun", "year-old Pavel Orsk", "including a guard", "workers staged a protest", "couple hours"],
)
def test_things_ages_and_clauses_cannot_speak(name: str) -> None:
    assert mute(name)


@pytest.mark.parametrize(
    "name",
    [
        "police",
        "agencies",
        "two residents of Varn",
        "Varn county deputies",
        "source close to the inquiry",
        "preliminary autopsy",
        "court documents",
        "examplenews.net",
        "Badr al-Din al-Tumi",
        "Orsk",
        "eyewitnesses",
        "fire service",
    ],
)
def test_people_bodies_and_papers_may(name: str) -> None:
    assert not mute(name)
