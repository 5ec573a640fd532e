"""What body a noun phrase stands for."""

from __future__ import annotations

import pytest

from factcheck.extraction.voices.organisations import Party, party_of

PHRASES = [
    ("Ana Reis, spokeswoman for the coast guard", "coast guard", "Ana Reis"),
    ("the coast guard's spokeswoman", "coast guard", None),
    ("Foreign Ministry spokesman Karl Lund", "Foreign Ministry", "Karl Lund"),
    ("Chile's Defence Minister Rosa Vidal", "Chilean Defence Ministry", "Rosa Vidal"),
    ("the minister of health of Peru, Luis Soto", "Peruvian Health Ministry", "Luis Soto"),
    ("U.S. Defense Secretary Jane Doe", "US Defence Ministry", "Jane Doe"),
    ("President Omar Diallo", "Omar Diallo", "Omar Diallo"),
    ("former army chief Omar Diallo", "Omar Diallo", "Omar Diallo"),
    ("officials in Nairobi", "Kenyan officials", None),
    ("a senior Kenyan official", "Kenyan official", None),
    ("an official at the provincial hospital", "provincial hospital", None),
    ("Sgt. Paul Fox of the Westfield Police Department", "Westfield Police Department", "Paul Fox"),
    ("Westfield Police Chief Paul Fox", "Westfield Police", "Paul Fox"),
    ("Vera Lang, the mayor of Graz", "Mayor of Graz", "Vera Lang"),
    ("the army of Kenya", "Kenyan army", None),
    ("Kenya's army", "Kenyan army", None),
    ("a statement by the Kenyan army", "Kenyan army", None),
    ("the news agency Interfax", "Interfax", None),
    ("the Ministry of Health", "Health Ministry", None),
    ("New Orleans police", "New Orleans police", None),
    ("two witnesses", "witnesses", None),
    ("Vera Lang, who resigned as defence secretary", "Vera Lang", "Vera Lang"),
    ("Karl Lund, who was health minister until May", "Karl Lund", "Karl Lund"),
    ("Ana Reis, who speaks for the coast guard", "coast guard", "Ana Reis"),
    ("The Humanitarian Coordinator, Ana Reis", "Ana Reis", "Ana Reis"),
    ("the UN's resident coordinator, Ana Reis", "United Nations", "Ana Reis"),
    ("the WHO", "World Health Organization", None),
    ("State Defence Minister Karl Lund", "Defence Ministry", "Karl Lund"),
    ("the State Minister of Defence", "Defence Ministry", None),
    ("India's Union Home Minister Vera Lang", "Indian Home Ministry", "Vera Lang"),
    ("the Secretary of State for Defence, Vera Lang", "Defence Ministry", "Vera Lang"),
    ("US Secretary of State Vera Lang", "US State Department", "Vera Lang"),
    ("Minister of State Vera Lang", "Vera Lang", "Vera Lang"),
]


@pytest.mark.parametrize(("phrase", "name", "person"), PHRASES, ids=[p[0] for p in PHRASES])
def test_a_phrase_stands_for(phrase: str, name: str, person: str | None) -> None:
    assert party_of(phrase) == Party(name, person)


def test_nothing_stands_for_nothing() -> None:
    assert party_of(" , ") is None
