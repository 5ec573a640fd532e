"""Places of the world: what a name may mean, in which country it lies, how far two places are apart.

The list is ``data/lexicons/gazetteer.csv.gz`` (made by ``tools/make_gazetteer.py`` from GeoNames, CC BY 4.0), with
the names of ``countries.csv``. Nothing is read before the first question; reading takes some 0.25 seconds.
"""

from __future__ import annotations

import csv
import gzip
import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from math import asin, cos, radians, sin, sqrt

from factcheck.resources import LEXICONS

FILE = LEXICONS / "gazetteer.csv.gz"
COUNTRIES = LEXICONS / "countries.csv"
COLUMNS = ("keys", "name", "kind", "country", "region", "lat", "lon", "population")
"""The columns of the file; ``keys`` holds the names under which it is found, its own first, split by ``|``."""

EARTH_KM = 6371.0
_SPACE = re.compile(r"[^a-z0-9]+")
_LETTERS = str.maketrans(
    {"ı": "i", "ø": "o", "đ": "d", "ł": "l", "ß": "ss", "æ": "ae", "œ": "oe", "þ": "th", "ð": "d"}
)
_DROPPED = str.maketrans("", "", "'’‘ʻ`ʼ.")
_SHORT = {"saint": "st", "sainte": "ste", "mount": "mt", "fort": "ft"}


@dataclass(frozen=True, slots=True)
class Place:
    """One place. ``kind`` is city, district, region, country or area; ``country`` an ISO code ('': area)."""

    name: str
    kind: str
    country: str
    region: str
    lat: float
    lon: float
    population: int

    @property
    def label(self) -> str:
        """The name with what it lies in: 'Derna, Libya', 'Toledo, Ohio'."""
        within = self.region if self.country == "US" and self.kind != "region" else country_name(self.country)
        return f"{self.name}, {within}" if within and within != self.name else self.name


@lru_cache(maxsize=100_000)
def place_key(name: str) -> str:
    """The name as the gazetteer files it: lower case, no accents or punctuation, 'St' for 'Saint'."""
    plain = name.casefold()
    if plain.isascii():  # most names: several times as fast
        if plain.isalnum() and plain != "the":
            return plain
        plain = plain.translate(_DROPPED)
    else:
        plain = unicodedata.normalize("NFKD", plain.translate(_LETTERS))
        plain = "".join(c for c in plain if not unicodedata.combining(c)).translate(_DROPPED)
    words = _SPACE.sub(" ", plain).split()
    if words and words[0] == "the":
        words = words[1:]
    if len(words) > 1:
        words[0] = _SHORT.get(words[0], words[0])
    return " ".join(words)


def find(name: str, near: Place | None = None) -> Sequence[Place]:
    """Every place of that name, the likeliest first: own names before other spellings, large before small.

    ``near`` puts those of its country first, then the nearest.
    """
    places = _find(place_key(name))
    if near is None or len(places) < 2:
        return places
    return sorted(places, key=lambda place: (place.country != near.country, distance_km(place, near)))


def known(name: str) -> bool:
    """True when the gazetteer has the name at all (cheaper than ``find``)."""
    key = place_key(name)
    return key in _names() or key in _countries()


def is_country(name: str) -> bool:
    """True for the name of a country ('U.S.', 'Ivory Coast')."""
    return place_key(name) in _countries()


def distance_km(a: Place, b: Place) -> float:
    """The way between two places over the ground, in kilometres."""
    la, lb, half = radians(a.lat), radians(b.lat), radians(b.lon - a.lon) / 2
    h = sin((lb - la) / 2) ** 2 + cos(la) * cos(lb) * sin(half) ** 2
    return 2 * EARTH_KM * asin(min(1.0, sqrt(h)))


def contains(outer: Place, inner: Place) -> bool:
    """True when the inner place lies in the outer one: a city in its region or country, anything in itself."""
    if outer == inner:
        return True
    if outer.country != inner.country or outer.kind in ("city", "district"):
        return False
    return outer.kind == "country" or place_key(inner.region) == place_key(outer.name)


def country_of(name: str) -> str | None:
    """The ISO code of the country that the name most likely lies in or is; None when it is not known."""
    places = find(name)
    return places[0].country or None if places else None


def country_name(code: str) -> str:
    """The English name of an ISO country code; the code itself when it is not known."""
    return _country_names().get(code, code)


@lru_cache(maxsize=20_000)
def _find(key: str) -> tuple[Place, ...]:
    lines = _names().get(key)
    if lines is None:
        return _countries().get(key, ())
    own: list[Place] = []
    other: list[Place] = []
    for line in lines.splitlines():
        place, keys = _place(line)
        (own if keys[0] == key else other).append(place)
    return (
        *_countries().get(key, ()),
        *sorted(own, key=_weight, reverse=True),
        *sorted(other, key=_weight, reverse=True),
    )


def _weight(place: Place) -> tuple[int, int]:
    return place.population, place.kind == "city"


def _place(line: str) -> tuple[Place, list[str]]:
    cells = next(csv.reader([line])) if '"' in line else line.split(",")
    keys, name, kind, country, region, lat, lon, population = cells
    return Place(name, kind, country, region, float(lat), float(lon), int(population)), keys.split("|")


@cache
def _names() -> dict[str, str]:
    """Key -> the lines of the file that carry it; lines are taken apart only when somebody asks.

    One string a key and not a list: half the time and a third of the memory.
    """
    names: dict[str, str] = {}
    for line in _lines()[_country_count() :]:
        for key in line[: line.find(",")].split("|"):
            names[key] = f"{names[key]}\n{line}" if key in names else line
    return names


@cache
def _lines() -> list[str]:
    return gzip.decompress(FILE.read_bytes()).decode("utf-8").splitlines()[1:]


@cache
def _country_count() -> int:
    """How many lines the countries take; they stand first."""
    return next(number for number, line in enumerate(_lines()) if ",country," not in line)


@cache
def _countries() -> dict[str, tuple[Place, ...]]:
    """Key -> the country of that name, under the names and aliases of ``countries.csv`` too."""
    by_key: dict[str, tuple[Place, ...]] = {
        key: (place,) for place, keys in map(_place, _lines()[: _country_count()]) for key in keys
    }
    with COUNTRIES.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            keys = [place_key(name) for name in (row["name"], *row["aliases"].split(";")) if name]
            known_as = next((by_key[key] for key in keys if key in by_key), None)
            if known_as:
                named = (replace(known_as[0], name=row["name"]),)
                by_key |= dict.fromkeys([*keys, *(k for k, v in by_key.items() if v == known_as)], named)
    return by_key


@cache
def _country_names() -> dict[str, str]:
    return {places[0].country: places[0].name for places in _countries().values()}
