"""Which of several namesakes a document means."""

from __future__ import annotations

from factcheck.linking.places.lands import in_their_lands
from factcheck.linking.places.places import Relation, relation, resolved
from tests.linking.builder import claims


def test_a_name_of_several_countries_is_that_of_the_other_places_of_its_document() -> None:
    table = claims(
        {"document": "a", "place": "Chainpur"},
        {"document": "a", "place": "Kathmandu"},
        {"document": "b", "place": "Chainpur"},
    ).fillna("")
    assert in_their_lands(table).tolist() == ["Chainpur, Nepal", "Kathmandu", "Chainpur"]


def test_a_town_beside_another_is_the_namesake_near_it() -> None:
    place = resolved("San Jacinto, Ticao Island, Masbate")
    assert place is not None
    assert place.country == "PH"
    assert relation("San Jacinto, Masbate", "Masbate") is not Relation.FAR
