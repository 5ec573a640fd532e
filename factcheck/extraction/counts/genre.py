"""What sort of report a page is, where the same words count differently: the local report of one crime."""

from __future__ import annotations

import re

from factcheck.extraction.page import Page

POLICE_REPORT = "police report"
"""Set on the parse of the sentences of a local report of one crime.

It tells of the victims of one scene, in the voice of the police: "a woman and her two sons were killed" is its
toll, three. Reports of a war, a disaster or a protest tell each sort of people for itself.
"""

_POLICE = re.compile(
    r"\b(detectives?|sheriff|deput(?:y|ies)|homicide|911|gunshots?|shot|gunfire|suspects?|apartment|police"
    r"|shooting|driveway|pronounced dead|coroner|medical examiner|county|investigators|murders?|charged|motive"
    r"|neighbou?rs?|officers?|girlfriend|boyfriend|arrested|stabb(?:ed|ing)|parking lot|street)\b",
    re.IGNORECASE,
)
_WIDER = re.compile(
    r"\b(army|military|troops|soldiers|rebels?|militants?|militia(?:men)?|minist(?:ry|er)|government|villagers?"
    r"|opposition|insurgents?|terrorists?|guerrillas?|protesters?|demonstrators?|united nations|provinc(?:e|ial)"
    r"|air ?strikes?|shelling|earthquake|floods?|ferry|hostages?|separatists?|commune|district|civilians?"
    r"|landslide"
    r"|bomb(?:s|ing)?|mortars?|fighters|fighting|war|activists|party|march(?:ers)?|explosion|union|strike|regional"
    r"|gendarmes?|president)\b",
    re.IGNORECASE,
)
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
        page.memo[POLICE_REPORT] = _is_police_report(page.text[:READ])
    found: bool = page.memo[POLICE_REPORT]
    return found


def tells_of_unrest(page: Page) -> bool:
    """True for news of a war, a raid or a protest, where who is shot is dead unless it says otherwise."""
    if UNREST not in page.memo:
        wider = {word.lower() for word in _WIDER.findall(page.text[:READ])}
        page.memo[UNREST] = len(wider) >= UNREST_WORDS and not is_police_report(page)
    found: bool = page.memo[UNREST]
    return found


def _is_police_report(text: str) -> bool:
    told = {word.lower() for word in _POLICE.findall(text)}
    if len(told) < FEWEST:
        return False
    return len(told) >= AGAINST * len({word.lower() for word in _WIDER.findall(text)})
