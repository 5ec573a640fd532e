"""How two places as written relate: the same, one in the other, near, far, or not to be told."""

from __future__ import annotations

import re
from enum import StrEnum
from functools import cache, lru_cache

from rapidfuzz import fuzz

from factcheck import gazetteer
from factcheck.gazetteer import Place
from factcheck.language.parties import sides_in

NEAR_KM = 40.0
"""Two places so close may be the same event told from two towns (a border town and the crossing beside it)."""

BESIDE_KM = 150.0
"""A town that is named beside another ("San Jacinto, Masbate") lies no further from it."""

SPELLING = 86
"""rapidfuzz ratio from which two names of one part are spellings of one name: 'Paktya'/'Paktia' is 83 of 100 and
listed by the gazetteer, 'Axum'/'Aksum' 89, 'Derna'/'Darnah' 73 (also the gazetteer's)."""

SHORTEST = 3
"""Letters up to which a name has no other spelling."""

_PARTS = re.compile(r"\s*(?:,|/|;|\band\b|\bnear\b|\boutside\b|\bin\b|\bof\b|\(|\))\s*", re.I)
_STREET = re.compile(
    r"\s(?:Street|Avenue|Road|Drive|Boulevard|Lane|Highway|Expressway|Freeway|Parkway|Court|Circle|Terrace|Trail|St|Ave"
    r"|Rd|Blvd|Hwy|Dr|Ln)$|^(?:Interstate|Highway|Route)\s\d"
)
"""Streets have namesakes in many towns, and so has a 'school'."""
_BETWEEN = frozenset({"and", "near", "outside", "in", "of"})
_DIGITS = re.compile(r"\d+")
_GENERIC = re.compile(
    r"\b(?:the|city|town|village|district|province|state|county|region|area|areas|valley|port|airport"
    r"|air\s?base|base"
    r"|border|frontier|road|street|central|(?:north|south)-?(?:east|west)(?:ern)?|north(?:ern)?|south(?:ern)?"
    r"|east(?:ern)?|west(?:ern)?|from|to|capital|line|river|lake|camp|crossing|checkpoint|neighbou?rhood)\b",
    re.I,
)


class Relation(StrEnum):
    """What two places are to each other."""

    SAME = "same"
    WITHIN = "within"
    NEAR = "near"
    UNKNOWN = "unknown"
    FAR = "far"


@lru_cache(maxsize=500_000)
def relation(a: str, b: str) -> Relation:
    """The relation of two places as written; an empty name is unknown."""
    if not a or not b:
        return Relation.UNKNOWN
    if a > b:
        return relation(b, a)
    if a.casefold() == b.casefold():
        return Relation.SAME
    if "/" in a or "/" in b:  # "Chaman / Spin Boldak": either will do
        said = {relation(x.strip(), y.strip()) for x in a.split("/") for y in b.split("/")}
        return next(r for r in Relation if r in said)
    return _by_name(a, b) or _on_the_map(a, b)


@cache
def is_wide(name: str) -> bool:
    """True for a whole country or several: too wide to tell one incident from another."""
    if len(_parts(name)) > 1:
        return False
    places = [_find(form)[:1] for form in dict.fromkeys((name, _telling(name).strip()))]
    return any(found and found[0].kind == "country" for found in places)


def resolved(name: str) -> Place | None:
    """The place on the map that a name most likely means; the wider parts ("…, Libya") pick among its
    namesakes."""
    return next(iter(_meant(name)), None)


@lru_cache(maxsize=100_000)
def _meant(name: str) -> tuple[Place, ...]:
    """The places that a name may mean, the likeliest first: those that lie in most of the wider parts of it, so
    that "…, Illinois, United States" is none in Missouri, or near the narrowest of these."""
    parts = list(_parts(name) or (name,))
    found: tuple[Place, ...] = ()
    while parts and not found:
        part = parts.pop(0)
        found = _find(part) or _find(_telling(part).strip())
    wider = [around for part in parts if (around := _find(part))] if len(found) > 1 else []
    if not wider:
        return found
    held = [sum(any(_lies_in(p, w) for w in around) for around in wider) for p in found]
    kept = tuple(p for p, n in zip(found, held, strict=True) if n == max(held))
    around, beyond = wider[0], [w for several in wider[1:] for w in several]
    beside = next((w for w in around if any(_lies_in(w, far) for far in beyond)), around[0])
    return kept if gazetteer.contains(beside, kept[0]) else _nearest(kept, beside)


def _lies_in(inner: Place, outer: Place) -> bool:
    return outer.country == inner.country and inner != outer and gazetteer.contains(outer, inner)


def _nearest(found: tuple[Place, ...], beside: Place) -> tuple[Place, ...]:
    """Of namesakes those near the town that is named beside them, the nearest first; all where none is."""
    if beside.kind == "country":
        return found
    away = [(gazetteer.distance_km(p, beside), n) for n, p in enumerate(found)]
    return tuple(found[n] for km, n in sorted(away) if km <= BESIDE_KM) or found


@lru_cache(maxsize=100_000)
def lands_of(name: str) -> tuple[str, ...]:
    """The countries (ISO codes) that have a place of that name, the likeliest first; of a name with wider parts,
    or of a country, only one."""
    place = resolved(name) if name else None
    if place is None or not place.country:
        return ()
    if len(_parts(name)) > 1 or place.kind == "country":
        return (place.country,)
    found = _find(_parts(name)[0]) or _find(_GENERIC.sub(" ", name).strip())
    return tuple(dict.fromkeys([place.country, *(p.country for p in found if p.country)]))


@lru_cache(maxsize=100_000)
def _parts(name: str) -> tuple[str, ...]:
    """What stands between commas, brackets and words such as "near", without a site before a town."""
    pieces = name.split(", ")
    if all(map(str.isalnum, pieces)) and _BETWEEN.isdisjoint(map(str.casefold, pieces)):  # "Derna, Libya"
        parts = pieces
    else:
        parts = [part for part in _PARTS.split(name) if part]
    site = len(parts) > 1 and (parts[0].islower() or _STREET.search(parts[0]) is not None)
    return tuple(parts[1:] if site else parts)


def is_known(name: str) -> bool:
    """True for a name that is on the map."""
    try:
        return bool(name) and gazetteer.known(name)
    except OSError:  # no gazetteer in this installation
        return False


@lru_cache(maxsize=100_000)
def _find(name: str) -> tuple[Place, ...]:
    try:
        return tuple(gazetteer.find(name)) if name else ()
    except OSError:  # no gazetteer in this installation: names alone must do
        return ()


def _by_name(a: str, b: str) -> Relation | None:
    first, other = name_keys(a), name_keys(b)
    if not first or not other:
        return None
    if len(first) > 1 and len(other) > 1 and first[1:] != other[1:] and first[0] == other[0] and _namesakes(a, b):
        return Relation.FAR
    if first[0] == other[0] or _alike(first[0], other[0]) or _longer(first[0], other[0]):
        return Relation.SAME
    if any(_alike(x, other[0]) for x in first) or any(_alike(first[0], y) for y in other):
        return Relation.WITHIN
    return None


@cache
def name_keys(name: str) -> tuple[str, ...]:
    """The parts of a name, the narrowest first, in lower case, without words such as "city" and "north"."""
    return tuple([key for part in _parts(name) if (key := _name_key(part))])


@lru_cache(maxsize=100_000)
def _name_key(part: str) -> str:
    return " ".join(_telling(part).casefold().split())


@lru_cache(maxsize=100_000)
def _telling(part: str) -> str:
    """The part of a name without words such as "city"."""
    if part.isalnum():  # one word, and most are no such
        return " " if _GENERIC.fullmatch(part) else part
    return _GENERIC.sub(" ", part)


def _longer(x: str, y: str) -> bool:
    """One is the other with more words: "Paris police prefecture", "Bunny Friend Playground"."""
    small, large = sorted((set(x.split()), set(y.split())), key=len)
    return small < large and max(map(len, small)) > 3 and _may_be_one(x, y)


def _may_be_one(x: str, y: str) -> bool:
    """Not when the map knows both names, and they name no place in common."""
    known_x, known_y = _find(x), _find(y)
    return not known_x or not known_y or bool(set(known_x) & set(known_y))


def _namesakes(a: str, b: str) -> bool:
    """Springfield, Illinois, and Springfield, Massachusetts: both say more, and the map tells them apart."""
    p, q = resolved(a), resolved(b)
    if p is None or q is None or gazetteer.distance_km(p, q) <= NEAR_KM:
        return False
    return p not in _meant(b) and q not in _meant(a)  # "Springfield, United States" may be either


def _alike(x: str, y: str) -> bool:
    """One name, or two spellings of one: never two names that the map knows, nor two numbers."""
    if x == y:
        return True
    if min(len(x), len(y)) <= SHORTEST or fuzz.ratio(x, y) < SPELLING or _DIGITS.findall(x) != _DIGITS.findall(y):
        return False
    return _may_be_one(x, y)


def _on_the_map(a: str, b: str) -> Relation:
    p, q = resolved(a), resolved(b)
    if p is None or q is None:
        return _by_country(a, b, p, q)
    if p == q and p.kind != "country":
        return Relation.SAME
    if gazetteer.contains(p, q) or gazetteer.contains(q, p):
        return Relation.WITHIN
    if len(sides_in(a)) > 1 or len(sides_in(b)) > 1:  # a border between two countries
        return _by_country(a, b, p, q)
    if "country" in (p.kind, q.kind) and p.country == q.country:
        return Relation.WITHIN
    return Relation.NEAR if gazetteer.distance_km(p, q) <= NEAR_KM else Relation.FAR


def _by_country(a: str, b: str, p: Place | None, q: Place | None) -> Relation:
    lands_a, lands_b = lands_told(a, p), lands_told(b, q)
    if not lands_a or not lands_b:
        return Relation.UNKNOWN
    if not set(lands_a) & set(lands_b):
        return Relation.FAR
    border = len(lands_a) > 1 or len(lands_b) > 1
    return Relation.WITHIN if border else Relation.UNKNOWN


def lands_told(name: str, place: Place | None) -> tuple[str, ...]:
    """The sides that a name names, or the country of its ``place``."""
    named = sides_in(name)
    if named:
        return named
    return (gazetteer.country_name(place.country),) if place and place.country else ()
