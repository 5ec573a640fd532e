"""What a denial denies where its words only point to it, and whose deed "we" and "its fighters" did."""

from __future__ import annotations

import pytest

from factcheck.extraction import extract
from factcheck.extraction.narrative.blame.own import culprit
from factcheck.values import Document


def _denied(text: str) -> list[str | None]:
    return [claim.target for claim in extract(Document("d", text, source="Daily")) if claim.kind == "denial"]


@pytest.mark.parametrize(
    ("text", "denied"),
    [
        ("The ministry said that the allegation that prisoners were beaten is baseless.", "prisoners were beaten"),
        ("The army rejected the claim made by the opposition that it had shelled Marin.", "it had shelled Marin"),
        ("The army rejected reports that soldiers had looted shops.", "soldiers had looted shops"),
        (
            "Villagers accused the police of burning eleven huts. The police called this untrue.",
            "Villagers accused the police of burning eleven huts.",
        ),
        (
            "The union says that the guards opened fire first. The company rejects the accusation.",
            "The union says that the guards opened fire first.",
        ),
        (
            "Kabul accuses the army of shelling a school in Marin, a charge the army denies.",
            "Kabul accuses the army of shelling a school in Marin",
        ),
        (
            "The weekly says that the service taps the deputy's phone. The service calls that a fantasy.",
            "The weekly says that the service taps the deputy's phone.",
        ),
        (
            'The weekly says that the service taps the deputy\'s phone. "Nonsense," the service said.',
            "The weekly says that the service taps the deputy's phone.",
        ),
        (
            "The union said that the inspectors took bribes. The labour secretary brushed this aside.",
            "The union said that the inspectors took bribes.",
        ),
        (
            "The weekly says that the service taps the deputy's phone. Experts dismissed the sabotage theory.",
            "the sabotage theory",
        ),
        (
            "The union says that the guards opened fire. Jo Bell is the company's spokesman. He rejected that.",
            "The union says that the guards opened fire.",
        ),
    ],
)
def test_what_is_denied_is_told_outright(text: str, denied: str) -> None:
    assert _denied(text) == [denied]


@pytest.mark.parametrize(
    "text",
    [
        "Villagers spoke of looting. The army denied shelling the town.",
        "Villagers spoke of looting. The company denied that the gates had been open.",
    ],
)
def test_a_denial_in_its_own_words_keeps_them(text: str) -> None:
    assert not any("looting" in (told or "") for told in _denied(text))


@pytest.mark.parametrize(
    ("rule", "blamed", "expected"),
    [
        ("blame:owned", "its fighters", "Red Front"),
        ("blame:did_it", "our patrol", "Red Front"),
        ("blame:accused", "our own forces", "Red Front"),
        ("blame:done_by", "his men on the hill", "Red Front"),
        ("blame:accused", "its army", "its army"),
        ("blame:did_it", "the army", "the army"),
        ("blame:did_it", "their house", "their house"),
    ],
)
def test_own_people_are_the_one_who_says_so(rule: str, blamed: str, expected: str) -> None:
    assert culprit(rule, blamed, "Red Front") == expected
    assert culprit(rule, blamed, None) == blamed
