"""The country of a page's unlisted places: where things are said to be, and not whose army acts."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from functools import cache, cached_property

from factcheck import gazetteer, lexicons
from factcheck.extraction.places.mentions import Hold, Mention
from factcheck.extraction.places.pagecountries import FAR
from factcheck.extraction.places.placewords import COUNTRY

NEARLY_ALL = 0.67
"""Share of a page's places that lie in one country, so that the others are thought to lie there as well."""

_LED = (
    r"(?:(?i:\b(?:in|inside|within|across|throughout|near|around|off|over|reached|entered|visit(?:ed|ing)?|hit|struck"
    r"|(?:north|south|east|west|central)(?:-?(?:east|west))?(?:ern)?|(?:parts?|rest|whole|all|coast|shores?|border"
    r"|north|south|east|west|(?:north|south)-?(?:east|west)|cent(?:re|er)|city|capital|island|provinces?|regions?)\s+of)"
    r"\s+(?:the\s+)?)|[A-Z][\w'’-]+,\s+|^|\()"
)
"""What leads to a country in which something is."""

_GROUND = (
    r"\s+(?:\w+\s+){0,2}?(?:cit(?:y|ies)|towns?|villages?|provinces?|regions?|districts?|capital|islands?|coast"
    r"|territory|soil|waters|ports?|borders?|frontier|side|county|highlands?|desert|enclave|prisons?|hospitals?)\b"
)
"""What is somewhere, behind the adjective or the name of a country: 'the Iranian port', 'Ghana's north'."""


class Homelands:
    """What a page's text (its title in the first line), listed places and named countries say of its country."""

    def __init__(self, text: str, head: Sequence[Mention], countries: Sequence[str]) -> None:
        self._text, self._head, self._countries = text, head, countries

    @cached_property
    def land(self) -> str | None:
        """The country of nearly all listed places of the page, or the only one named; None where they differ."""
        land = None
        if self._codes:
            most, named = max(self._codes.values()), self._listed
            sure = most > 1 or self._countries == [named]
            land = named if sure and (named in self._countries or not self._countries) else None
        elif len(self._countries) == 1 and is_scene(self._countries[0], self._text):
            land = self._countries[0]
        return None if land in FAR else land

    @cached_property
    def _codes(self) -> Counter[str]:
        """The countries of the listed places, each place once."""
        names = {m.name for m in self._head if m.listed and m.fine > COUNTRY and m.hold >= Hold.NAMED}
        return Counter(filter(None, map(gazetteer.country_of, names)))

    @cached_property
    def _listed(self) -> str | None:
        """The country of nearly all listed places."""
        if not self._codes:
            return None
        code, most = self._codes.most_common(1)[0]
        return gazetteer.country_name(code) if most >= NEARLY_ALL * self._codes.total() else None


def is_scene(country: str, text: str) -> bool:
    """True where a text says that something is in the country: 'in Ghana', 'Bolga, Ghana', 'a Ghanaian town'."""
    return _scene(country).search(text) is not None


@cache
def _scene(country: str) -> re.Pattern[str]:
    row = next((row for row in lexicons.rows("countries") if row["name"] == country), None)
    also = [*filter(None, row["aliases"].split(";"))] if row else []
    names = "|".join(map(re.escape, (country, *also)))
    adjectives = "|".join(map(re.escape, filter(None, row["adjective"].split(";")))) if row else ""
    told = [rf"{_LED}(?:{names})\b(?!['’]s\s+(?:army|forces|government|president|state\b))"]
    told += [rf"\b(?:{words}){_GROUND}" for words in (rf"(?:{names})['’]s", adjectives) if words]
    return re.compile("|".join(told), re.M)
