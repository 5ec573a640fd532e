"""A run of capitals as the name of a place: what of it is the name, whose it is, and the police of what it is."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from factcheck import gazetteer
from factcheck.extraction.places import placewords
from factcheck.extraction.places.mentions import NO_START, ONLY_DIRECTIONS, bare, bare_owner


@dataclass(frozen=True, slots=True)
class Name:
    """A run of capitals as a name: what is skipped, its owner, itself, the town of 'X Police Department'."""

    skip: int
    owner: str
    words: str
    office: str | None
    cut: str  # the word at which the name was cut: 'Hospital', 'House', 'Monday'


@lru_cache(maxsize=20_000)
def read(run: str) -> Name | None:
    """The name in a run of capitals; None for streets, points of the compass and single letters."""
    skip, words, cut = _trimmed(run)
    owner, words = _owner(words)
    if (
        len(words) < 2
        or words in ONLY_DIRECTIONS
        or _COMPASS.match(words) is not None
        or placewords.STREET.search(words) is not None
    ):
        return None
    office = placewords.OFFICE.search(words)
    return Name(skip, owner, words, None if office is None else words[: office.start()].strip(), cut)


def _owner(words: str) -> tuple[str, str]:
    """'Chicago' and 'South Shore' for "Chicago's South Shore"; no owner where the gazetteer lacks it."""
    owned = _OWNED.fullmatch(words)
    return (owned[1], owned[2]) if owned and gazetteer.known(owned[1]) else ("", words)


_OWNED = re.compile(r"(.+?)['’]s (.+)")


_COMPASS = re.compile(r"(?:[NSEW]\.|[NS][EW])\s")


def _trimmed(run: str) -> tuple[int, str, str]:
    """Where in the run the name begins; the name without weekdays and the like; the first such word behind it."""
    skip, words = 0, run
    while words and bare(words.partition(" ")[0]) in NO_START:
        rest = words.partition(" ")[2]
        skip, words = skip + len(words) - len(rest), rest
    parts = words.split(" ")
    cut = next((i for i, part in enumerate(parts) if bare(part) in placewords.NOT_PLACES), len(parts))
    if cut < len(parts) and parts[cut] == "Station" and cut and parts[cut - 1] in _STATIONS:
        cut += 1
    at = parts[cut] if cut < len(parts) else ""
    words = _TAIL.sub("", bare_owner(" ".join(parts[:cut])))
    return skip, words if not words.endswith(".") or _INITIALS.search(words) else words.rstrip("."), at


_STATIONS = frozenset(
    ("Railway", "Train", "Bus", "Metro", "Power", "Underground", "Tube", "Central", "Gas", "Space")
)
_TAIL = re.compile(r"(?:\s(?:al|el|de|di|la|of|the|e|y|an|as|es|upon))+$")
_INITIALS = re.compile(r"\b[A-Z]\.[A-Z]?\.?$")
