"""The region and country around a place, as far as the page itself names them: 'Urgun, Paktika, Afghanistan'."""

from __future__ import annotations

import re
from collections.abc import Sequence

from factcheck import gazetteer
from factcheck.extraction.places.mentions import state
from factcheck.extraction.places.titlecues import WATER

NAMESAKES = 8
"""Places of one name, the likeliest first, among which the page's countries may choose."""


def with_lands(label: str, text: str, countries: Sequence[str], home: str | None = None) -> str:
    """The label with the region and country in which the gazetteer has its first name, where the page names them.

    An American town has its state alone. A border and a country stay as they are; a name that the gazetteer lacks
    has the country ``home``, in which everything on the page happens.
    """
    parts = _PARTS.split(label)
    if label.endswith((" border", " side")) or WATER.search(label):
        return label
    place = _place(_TYPE.sub("", parts[0]), countries)
    if place is None:
        unknown = home is not None and not any(map(gazetteer.known, parts)) and not _names(label, home)
        return f"{label}, {home}" if unknown else label
    if place.kind in ("country", "area"):
        return label
    country = gazetteer.country_name(place.country)
    if _names(label, country) or (len(parts) > 1 and place.region and _names(label, place.region)):
        return label
    added = []
    if place.kind in ("city", "district") and place.region and _names(text, place.region):
        added.append(place.region)
    if place.country != "US":
        added.append(country)
    return ", ".join((label, *(name for name in added if not _names(label, name))))


def _place(name: str, countries: Sequence[str]) -> gazetteer.Place | None:
    """The likeliest place of the name in a country of which the page speaks."""
    places = gazetteer.find(name)[:NAMESAKES] if len(name) > 2 and not state(name) else ()
    return next((place for place in places if gazetteer.country_name(place.country) in countries), None)


def _names(text: str, name: str) -> bool:
    return re.search(rf"\b{re.escape(name)}\b", text) is not None


_PARTS = re.compile(r",\s+(?:and\s+)?|\s+and\s+|\s*/\s*|\s*\(")
_TYPE = re.compile(
    r"^(?:off|outside|near|road\s+from)\s+|\s+(?:city|town|village|district|province|region|state|area|county)$",
    re.I,
)
