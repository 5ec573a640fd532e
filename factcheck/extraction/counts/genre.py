"""What sort of report a page is, where the same words count differently: the local report of one crime."""

from __future__ import annotations

import re

from factcheck.extraction.gates import gated
from factcheck.extraction.page import Page
from factcheck.lexicons import word_set

POLICE_REPORT = "police report"
"""Set on the parse of the sentences of a local report of one crime.

It tells of the victims of one scene, in the voice of the police: "a woman and her two sons were killed" is its
toll, three. Reports of a war, a disaster or a protest tell each sort of people for itself.
"""

_POLICE = word_set(
    "detective detectives sheriff deputy deputies homicide 911 gunshot gunshots shot gunfire suspect suspects "
    "apartment police shooting driveway coroner county investigators murder murders charged motive neighbor "
    "neighbors neighbour neighbours officer officers girlfriend boyfriend arrested stabbed stabbing street"
)
_POLICE_NAMES = gated(r"\b(?:pronounced dead|medical examiner|parking lot)\b", re.IGNORECASE)
_WIDER = word_set(
    "army military troops soldiers rebel rebels militant militants militia militiamen ministry minister "
    "government villager villagers opposition insurgent insurgents terrorist terrorists guerrilla guerrillas "
    "protester protesters demonstrator demonstrators province provincial airstrike airstrikes shelling "
    "earthquake flood floods ferry hostage hostages separatist separatists commune district civilian "
    "civilians landslide bomb bombs bombing mortar mortars fighters fighting war activists party march "
    "marcher marchers explosion union strike regional gendarme gendarmes president"
)
_WIDER_NAMES = gated(r"\b(?:united nations|air strikes?)\b", re.IGNORECASE)
_APART = bytes(c if chr(c).isalnum() else ord(" ") for c in range(256))
"""Parts words at every mark, in a tenth of the time of a pattern."""
FEWEST, AGAINST = 4, 2
"""So many different words of a police report, and so many for each word of wider news, make one.

Nine in ten of the articles on shootings (dev/gva) are, one in a hundred of the others (dev/muc, dev/acled).
"""
UNREST = "unrest"
"""Set on the parse of the sentences of news of a war, a raid or a protest."""

UNREST_WORDS = 5
"""So many different words of wider news make it one."""

READ = 6_000
"""Characters of a page that are looked at."""


def is_police_report(page: Page) -> bool:
    """True for the local report of one crime; worked out once a page."""
    if POLICE_REPORT not in page.memo:
        _read(page)
    found: bool = page.memo[POLICE_REPORT]
    return found


def tells_of_unrest(page: Page) -> bool:
    """True for news of a war, a raid or a protest, where who is shot is dead unless it says otherwise."""
    if UNREST not in page.memo:
        _read(page)
    found: bool = page.memo[UNREST]
    return found


def _read(page: Page) -> None:
    plain = page.text[:READ].lower().encode("latin-1", "replace").translate(_APART)
    words = frozenset(plain.decode("latin-1").split())
    told = len(words & _POLICE) + _different(page, _POLICE_NAMES)
    wider = len(words & _WIDER) + _different(page, _WIDER_NAMES)
    page.memo[POLICE_REPORT] = told >= FEWEST and told >= AGAINST * wider
    page.memo[UNREST] = wider >= UNREST_WORDS and not page.memo[POLICE_REPORT]


def _different(page: Page, names: re.Pattern[str]) -> int:
    """How many different ones of the names stand in what is looked at."""
    return len({match.group().lower() for match in page.matches(names) if match.end() <= READ})
