"""Rules on the offices of one government: they share a count, so that their figures differ by time or by area."""

from __future__ import annotations

import re
from functools import lru_cache

from factcheck.comparison.figures import gap_abs, ratio
from factcheck.comparison.positions import Answer
from factcheck.comparison.setting import Setting
from factcheck.language.naming import name_key
from factcheck.values import Outcome, Verdict

OTHER_AREA = 3.0
"""Two offices of one state that are so many times apart on a crowd count two areas."""

ONE_GOVERNMENT = 1.25
"""Two offices of one government whose figures lie closer in one text count in two ways: police 5, coroner 6."""

_VICTIMS = frozenset({"people", "civilian", "child", "woman", "police"})
_HUMAN = frozenset({"killed", "wounded", "casualties", "missing", "captured", "kidnapped"})

_OFFICE = re.compile(
    r"\b(?:ministry|minister|police|prefecture|prefect|government|interior|city hall|mayor|governor)\b", re.I
)
_ORGANS = re.compile(
    r"\b(?:ministr(?:y|ies)|minister|government|cabinet|president\w*|premier|police|gendarmerie|army|military"
    r"|armed forces|general staff|defen[cs]e (?:forces?|staff|department)|air force|navy|coast ?guard"
    r"|national guard|pentagon|central command|joint (?:chiefs|command)|kremlin|authorities|officials?"
    r"|department|directorate|prosecutors?|governor\w*|mayor|prefect\w*|municipality|city hall|council"
    r"|civil (?:defen[cs]e|protection)"
    r"|disaster (?:agency|authority|management \w+|cell)|emergency (?:services?|management \w+)|fire (?:brigade"
    r"|service|department)|sheriff|coroner)\b",
    re.I,
)
_NO_ORGAN = re.compile(
    r"\b(?:sources?|rebels?|opposition|exiled?|former|ex|defender|ombuds\w+|rights|unions?|village\w*|tribal"
    r"|hospitals?|doctors?|shadow|parallel|rival)\b|\bself-",
    re.I,
)
"""Who speaks for itself, or without its office's word."""


def one_government(a: Answer, b: Answer, setting: Setting) -> Verdict | None:
    """Two organs of one state or town give figures of its victims that are far apart: the later one corrects the
    other. Close ones that one text sets side by side are meant to differ."""
    if a.kind not in _HUMAN or not (_are_victims(a) and _are_victims(b)) or not of_one_government(a, b):
        return None
    if ratio(a, b) < ONE_GOVERNMENT:
        return None
    text = f"{a.name} ({a.quantity}) and {b.name} ({b.quantity}) are organs of one government, whose count moved."
    return Verdict(Outcome.UPDATE, "count", text, gap_abs=gap_abs(a, b), gap_ratio=ratio(a, b))


def offices_of_one_state(a: Answer, b: Answer, setting: Setting) -> Verdict | None:
    """A ministry and its prefecture that count crowds far apart count another area."""
    offices = _OFFICE.search(a.name) and _OFFICE.search(b.name) and (a.side is None or b.side in (None, a.side))
    if not offices or a.kind not in ("attendance", "displaced") or ratio(a, b) < OTHER_AREA:
        return None
    return Verdict(Outcome.NOT_COMPARABLE, "count", f"{a.name} and {b.name} hardly count the same area.")


def of_one_government(a: Answer, b: Answer) -> bool:
    """Two organs of one state or of one town, by their names: a ministry and its police, a mayor and a coroner."""
    if a.own_voice or b.own_voice or not (_is_organ(a) and _is_organ(b)):
        return False
    if a.side is not None or b.side is not None:
        return a.side == b.side
    return bool(_town(a.name)) and _town(a.name) == _town(b.name)


def _is_organ(a: Answer) -> bool:
    told = _named_organ(a.name)
    return told or (told is None and a.side is not None and name_key(a.side) == a.party)


@lru_cache(maxsize=20_000)
def _named_organ(name: str) -> bool | None:
    """Whether its name makes it one; None where the name does not tell."""
    return False if _NO_ORGAN.search(name) else True if _ORGANS.search(name) else None


def _town(name: str) -> frozenset[str]:
    """The names in the name of an office: Surfside of "Surfside's mayor"."""
    words = _ORGANS.sub(" ", name.replace("'s", " ").replace("’s", " ")).split()
    return frozenset(word for word in words if word[:1].isupper() and word not in ("The", "Of"))


def _are_victims(a: Answer) -> bool:
    """Its own people, or people of no side; not whom it says that it killed."""
    if a.subject.role == "fighter":
        return a.stance == "confirms" or (a.side is not None and a.subject.side == a.side)
    return a.subject.role in _VICTIMS
