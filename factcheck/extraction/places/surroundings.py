"""What lies in or near what, as far as the page and the gazetteer know: quarters, suburbs, counties, regions."""

from __future__ import annotations

from factcheck import gazetteer
from factcheck.extraction.places.mentions import LARGE, ONLY_DIRECTIONS, Hold, Mention, state
from factcheck.extraction.places.placewords import WITHIN_CITY

FAR_KM = 150.0
"""Beyond it a namesake is another place."""

COUNTY_KM = 45.0
"""How far a town lies from the middle of its county at most."""

NEAR_KM = 30.0
"""How far a suburb lies from its city at most, to be shown with it."""


def is_quarter(mention: Mention) -> bool:
    """True for a 'neighborhood', a 'square', the 'West Side': sites that lie in a town."""
    words = mention.text.split(" ")
    return words[-1].lower() in WITHIN_CITY or (words[0] in ONLY_DIRECTIONS and words[-1] in ("Side", "End"))


def is_town(mention: Mention) -> bool:
    """True when the gazetteer's likeliest place of the name is a settlement."""
    places = gazetteer.find(mention.name)
    return bool(places) and places[0].kind == "city"


def lies_in(inner: Mention, outer: Mention) -> bool:
    """True when the page or the gazetteer puts the inner place into the outer one."""
    if outer.name in inner.chain or outer.text in inner.chain:
        return True
    around = gazetteer.find(state(outer.name) or outer.name)[:3]
    return any(gazetteer.contains(o, i) for i in gazetteer.find(inner.name)[:12] for o in around if o != i)


def in_county(town: Mention, county: Mention) -> bool:
    """True for a town near the middle of an American county and in its state."""
    counties = [place for place in gazetteer.find(county.text) if place.kind == "district"]
    return any(
        gazetteer.distance_km(here, around) < COUNTY_KM and here.region == around.region
        for here in gazetteer.find(town.name)[:10]
        for around in counties
    )


def in_city(mention: Mention, town: Mention) -> bool:
    """True for a suburb of the town, and for a name that can only be one of its quarters."""
    return not mention.listed or _is_suburb(mention, town) or _is_misplaced(mention, town)


def _is_suburb(mention: Mention, town: Mention) -> bool:
    """True when the gazetteer has the place within NEAR_KM of the larger town of the page."""
    towns, namesakes = gazetteer.find(town.name), gazetteer.find(mention.name)
    if not towns or not namesakes:
        return False  # named in a form that only the text has
    here, likeliest = towns[0], namesakes[0]
    near = gazetteer.find(mention.name, near=here)[0]
    if likeliest.population >= LARGE and likeliest != near:
        return False
    return near.population < here.population and gazetteer.distance_km(near, here) < NEAR_KM


def _is_misplaced(mention: Mention, town: Mention) -> bool:
    """True when every listed place of the name is small and far from the page's city: a quarter must be meant."""
    towns, namesakes = gazetteer.find(town.name), gazetteer.find(mention.name)[:20]
    if not towns or not namesakes:
        return False
    here = towns[0]
    if not here.population >= LARGE > namesakes[0].population:
        return False
    if mention.hold is Hold.LOCATED and town.hold is not Hold.OFFICE:
        return all(place.country != here.country for place in namesakes)
    return all(gazetteer.distance_km(place, here) > FAR_KM for place in namesakes)
