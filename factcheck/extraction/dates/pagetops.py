"""What the top of a page tells of its incident: the sort of page, and whether a thing happened or goes on."""

from __future__ import annotations

import re

from factcheck.extraction.dates.pagetimes import PageTimes
from factcheck.extraction.gates import gated


def genre_of(times: PageTimes) -> str:
    """What sort of page it is: live, a telex in capitals, a report or statement, or news."""
    text, title = times.page.text, times.page.document.title or ""
    if times.live:
        return "live"
    head = text[:HEAD]
    if sum(map(str.isupper, head)) > sum(map(str.islower, head)):
        return "telex"
    return "report" if _REPORT.search(title) or _REPORT.search(text[:120]) else "news"


HEAD = 500
"""Characters at the top of a page that tell what it is about."""
_REPORT = gated(
    r"\b(?:sit(?:uation)?\s*rep\w*|bulletin|update|communiqu\w+|statement|briefing|press release)\b", re.I
)
_CUES = {
    "sudden": gated(
        r"\b(?:crash\w*|blast\w*|explo\w+|bombing|bomber|shooting|earthquake|quake|collaps\w+|stampede|crush|sank"
        r"|sinking|capsiz\w+|derail\w+|ambush\w*|massacre|air ?strike|landslide|shipwreck|gunm[ae]n"
        r"|blaze)\b", re.I),
    "war": gated(
        r"\b(?:fighting|battle|war|siege|offensive|operations?|campaign|hostilities|clashes|shelling"
        r"|advance)\b", re.I),
    "unrest": gated(
        r"\b(?:unrest|protests?|riots?|crackdown|demonstrat\w+|violence|curfew|election|pogrom)\b", re.I),
    "slow": gated(
        r"\b(?:outbreak|cholera|ebola|epidemic|virus|floods?|flooding|rains|heat ?wave|drought|poison\w+|influx"
        r"|refugees?|displaced)\b", re.I),
    "tolls": gated(r"\b(?:tolls?|casualties|losses|count|figures?|lists?|numbers?)\b", re.I),
    "since": gated(
        r"\bsince\s+(?:\w+\s+){0,2}(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|\d|[A-Z][a-z]+\s+\d|last|then"
        r"|yesterday|the)", re.I),
    "days of": gated(
        r"\b(?:days?|weeks|months) of\b|\b(?:second|third|fourth|fifth|sixth|seventh|\d+th) (?:straight "
        r"|consecutive )?(?:day|week)\b|\bday \d", re.I),
    "going on": gated(
        r"\b(?:cumulative|so far|to date|until now|up to now|continu\w+|ongoing|escalat\w+)\b", re.I),
    "night": gated(r"\b(?:overnight|night|dawn|midnight)\b", re.I),
}  # fmt: skip
"""What the top of a page is about: what happens at once, what goes on, and words that say for how long."""


def cues_of(times: PageTimes) -> list[str]:
    """The words at the top of a page, and in its title, that tell how long its incident lasts."""
    title = times.page.document.title or ""
    top = f"{title}\n{times.page.text[:HEAD]}"
    told = [name for name, pattern in _CUES.items() if pattern.search(top)]
    return [*(f"{n} in the title" for n in told if _CUES[n].search(title)), *(f"{n} at the top" for n in told)]
