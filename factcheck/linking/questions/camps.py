"""Camps: soldiers and those who attack them, where a text names no side of either."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache

from factcheck.linking.questions.counted import OWN, Count

ATTACKERS, TROOPS = "the attackers", "the troops"
"""Stand for the sides that nobody names, while the counts of an incident are grouped."""

LONE = 3.0
"""Up to so many attackers, they are no party whose losses others count."""

LONGEST_LITTLE = 3
"""Letters of the longest word of a group's name that does not tell it."""

_HOSTILE = re.compile(
    r"\b(?:attackers?|assailants?|aggressors?|militants?|terrorists?|insurgents?|guerrillas?|gunm[ae]n|jihadists?"
    r"|mujahideen|bandits?|extremists?|hitm[ae]n|rebels?|separatists?|fighters?|raiders?)\b",
    re.I,
)
_TROOPS = re.compile(
    r"\b(?:soldiers?|troops|troopers|servicem[ae]n|marines?|guardsm[ae]n|airm[ae]n|sailors?|infantrym[ae]n"
    r"|gendarmes?"
    r"|(?:military|army|security) personnel)\b",
    re.I,
)
_OF_THE_STATE = re.compile(
    r"\b(?:army|military|armed forces|air force|navy|police|gendarmerie|ministry|minister|government|junta"
    r"|governor"
    r"|general staff|security (?:forces|officials?|sources?)|presidency|authorities)\b",
    re.I,
)
_AGAINST_IT = re.compile(
    r"\b(?:rebels?|militants?|insurgents?|insurgency|guerrillas?|jihadists?|separatists?|movement|front|resistance"
    r"|mujahideen|emirate|brigades?|fighters|bandits?|gang)\b",
    re.I,
)
_ONE_WHO_ATTACKED = re.compile(
    r"\b(?:gunm[ae]n|shooters?|attackers?|assailants?|bombers?|suspects?|perpetrators?|hijackers?|killer)\b", re.I
)


def camp_of(victims: str) -> str | None:
    """Attackers or troops, by the words for who is counted; None when they say neither, or both."""
    hostile, troops = _HOSTILE.search(victims), _TROOPS.search(victims)
    return None if bool(hostile) == bool(troops) else ATTACKERS if hostile else TROOPS


@lru_cache(maxsize=50_000)
def camp_that_speaks(name: str) -> str | None:
    """The camp of a claimant of no known side: an army and its government, or those who fight them."""
    state, against = _OF_THE_STATE.search(name), _AGAINST_IT.search(name)
    return None if bool(state) == bool(against) else TROOPS if state else ATTACKERS


def into_camps(counts: Sequence[Count]) -> list[Count]:
    """The counts, those of attackers and soldiers of no side each on a side of its own where both are counted."""
    camps = {c.row: _own(c) or camp_of(c.victims) for c in counts if c.subject.role == "fighter"}
    held = set(camps.values())
    known = {camps[c.row] for c in counts if c.row in camps and c.subject.side is not None}
    if not {ATTACKERS, TROOPS} <= held:
        return list(counts)
    return [_placed(c, camps.get(c.row), known) for c in counts]


def _own(c: Count) -> str | None:
    """Whose a party's own men are ("five of our fighters"); fighters of a group that nobody's government is, in
    its own words: those whom the others attack."""
    if (
        c.claimant_side is None
        and not c.own_voice
        and OWN.search(c.quote)
        and (spoke := camp_that_speaks(c.voice))
    ):
        return spoke
    named = {word.casefold() for word in c.voice.split() if len(word) > LONGEST_LITTLE}
    return ATTACKERS if c.claimant_side is None and named & c.subject.words else None


def _placed(c: Count, camp: str | None, known: set[str | None]) -> Count:
    if camp is None or c.subject.side is not None or camp in known:
        return c
    return c.counting(replace(c.subject, side=camp))


def out_of_camps(group: Sequence[Count]) -> list[Count]:
    """The counts as they were."""
    sides = (ATTACKERS, TROOPS)
    return [c.counting(replace(c.subject, side=None)) if c.subject.side in sides else c for c in group]


def is_lone_attacker(group: Sequence[Count]) -> bool:
    """True when all count the one who attacked, or the few: whoever else died died by them."""
    return all(
        c.subject.side is None and c.size <= LONE and _ONE_WHO_ATTACKED.search(f"{c.victims} {c.quote}")
        for c in group
    )
