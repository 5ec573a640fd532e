"""The region and country around a place, as far as the page itself names them: 'Urgun, Paktika, Afghanistan'."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from functools import lru_cache

from factcheck import gazetteer
from factcheck.extraction.places.mentions import LARGE, state
from factcheck.extraction.places.pagecountries import countries_in
from factcheck.extraction.places.titlecues import WATER

CLEARLY = 10
"""How many times as many people of a name live in the country that is meant where the page names none of its."""

HAMLET = 200
"""How many times as many people make a city the one that is meant, though the page names the other's country."""

NAMESAKES = 8
"""Places of one name, the likeliest first, among which the page's countries may choose."""


def with_lands(label: str, text: str, countries: Sequence[str], land: str | None = None) -> str:
    """The label with the country in which the gazetteer has its first name, and the region if the page names it.

    A name of several countries is in the one that the page names; on a page that names none, in ``land``, where
    the page's other places are, or in the one with nearly all people of that name. An American town has its state
    alone. A border and a country stay as they are; a name that the gazetteer lacks has the country ``land``.
    """
    parts = _PARTS.split(label)
    if label.endswith((" border", " side")) or WATER.search(label):
        return label
    place = _place(_TYPE.sub("", parts[0]), countries, land)
    for part in parts[1:]:
        place = place or _place(_TYPE.sub("", part), countries or [""], land)
    if place is None:
        known = any(map(gazetteer.known, parts)) or bool(countries_in(label)) or _WIDE.search(label)
        return label if land is None or known else f"{label}, {land}"
    if place.kind in ("country", "area") or _is_elsewhere(place, parts[1:]):
        return label
    country = gazetteer.country_name(place.country)
    if _names(label, country) or (place.country == "US" and place.region and _names(label, place.region)):
        return label
    added = []
    if place.kind in ("city", "district") and place.region and _names(text, place.region):
        added.append(place.region)
    if place.country != "US":
        added.append(country)
    return ", ".join((label, *(name for name in added if not _names(label, name))))


def _is_elsewhere(place: gazetteer.Place, around: Sequence[str]) -> bool:
    """'Paris, Texas', 'London, Ontario': what the text names around it is a region of another country."""
    lands = set()
    for name in around:
        if state(name):
            lands.add("US")
        else:
            lands.update(region.country for region in gazetteer.find(name)[:1] if region.kind == "region")
    return bool(lands) and place.country not in lands


def _place(name: str, countries: Sequence[str], land: str | None) -> gazetteer.Place | None:
    """The likeliest place of the name in a country that the page names; if it names none, what all mean."""
    places = gazetteer.find(name)[:NAMESAKES] if len(name) > 2 and not state(name) else ()
    named = next((place for place in places if gazetteer.country_name(place.country) in countries), None)
    if named is not None and gazetteer.country_name(named.country) != land and _dwarfs(places[0], named, name):
        return _meant(places) or named
    if named is not None or countries:
        return named
    return next((place for place in places if gazetteer.country_name(place.country) == land), None) or _meant(
        places
    )


def _dwarfs(likeliest: gazetteer.Place, named: gazetteer.Place, name: str) -> bool:
    """True for a city beside which a namesake in a country of the page is small, or is mostly called otherwise.

    A page of France means the Libreville of Gabon, and not Charleville, which bore that name once.
    """
    if likeliest.population < LARGE:
        return False
    own = gazetteer.place_key(name)
    once = gazetteer.place_key(likeliest.name) == own != gazetteer.place_key(named.name)
    return likeliest.population >= (CLEARLY if once else HAMLET) * (named.population + 1)


def _meant(places: Sequence[gazetteer.Place]) -> gazetteer.Place | None:
    """The first of some namesakes when hardly anybody lives in those of other countries."""
    if not places:
        return None
    people: Counter[str] = Counter()
    for place in places:
        people[place.country] += place.population + 1
    (first, most), *others = people.most_common(2)
    clear = most >= LARGE and (not others or most >= CLEARLY * others[0][1])
    return places[0] if clear and places[0].country == first else None


def _names(text: str, name: str) -> bool:
    return name in text and _whole(name).search(text) is not None


@lru_cache(maxsize=2_000)
def _whole(name: str) -> re.Pattern[str]:
    return re.compile(rf"\b{re.escape(name)}\b")


_PARTS = re.compile(r",\s+(?:and\s+)?|\s+and\s+|\s*/\s*|\s*\(")
_TYPE = re.compile(
    r"^(?:off|outside|near|road\s+from)\s+|\s+(?:city|town|village|district|province|region|state|area|county)$",
    re.I,
)
_WIDE = re.compile(r"\b(?:Africa|Asia|Europe|America|East|West|territory|airspace|waters|side|soil)$")
"""What lies in more than one country, or says whose it is."""
