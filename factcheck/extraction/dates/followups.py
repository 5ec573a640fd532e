"""The day of what followed an incident, in a sentence that also gives the day of the incident itself.

"The village was in rebel hands on Wednesday, after its camp was attacked the day before", "Thousands marched on
Monday through the town where a bomb on Sunday killed 53": the earlier day is the incident's.
"""

from __future__ import annotations

import re

from factcheck.extraction.dates.datedphrases import Dated, Role
from factcheck.extraction.dates.pagetimes import PageTimes
from factcheck.extraction.gates import gated

EARLY = 2
"""Sentences at the top of a page in which a follow-up and its incident stand together."""
BEHIND = 45
"""Characters behind an own day ("last Sunday's stadium disaster") that name what happened on it."""

_HARM = gated(
    r"\b(?:kill\w*|dead|deadly|die[ds]?|deaths?|fatal\w*|shot|shoot\w*|gun\w+|attack\w*|blasts?|explo\w+|bomb\w*"
    r"|clash\w*|fight\w*|fought|strikes?|struck|airstrikes?|crash\w*|collaps\w+|flood\w*|\w*quake|storm(?:ed|ing)"
    r"|fires?|raid\w*|ambush\w*|massacre\w*|assault\w*|battles?|wound\w*|injur\w+|stabb\w+|murder\w*|shell(?:ed|ing)"
    r"|abduct\w*|kidnap\w*|burn\w*|drown\w*|capsiz\w+|sank|sunk|sinking|derail\w*|riot\w*|violence|landslide\w*"
    r"|avalanche\w*|accidents?|disaster|tragedy|eruption|stampede\w*|crush|combats?|slain|toppled|plunged|overturned"
    r"|rammed|collision|collided|rolled\s+over)\b",
    re.IGNORECASE,
)
_CLAUSE = re.compile(
    r"[,;:]\s|\s[–—-]+\s|\b(?:after|when|where|which|who|whose|that|as|since|following|while)\b", re.IGNORECASE
)
_OWNS = ("'s", "’s", "'S", "’S")


def follows_up(times: PageTimes, dated: Dated) -> bool:
    """True for the later of two days of a sentence at the top, beside which nobody comes to harm."""
    return bool(_incidents(times, dated))


def followed(times: PageTimes) -> frozenset[int]:
    """The phrases at the top of a page, by their identity, that date what followed its incident."""
    top = (d for index in range(EARLY) for d in times.by_sentence.get(index, ()))
    return frozenset(id(d) for d in top if follows_up(times, d))


def led_up_to(times: PageTimes, dated: Dated) -> bool:
    """True for the day of the incident on which another of its sentence follows up."""
    others = times.by_sentence.get(dated.sentence, ()) if dated.sentence < EARLY else ()
    return any(dated in _incidents(times, other) for other in others if other is not dated)


def _incidents(times: PageTimes, later: Dated) -> list[Dated]:
    """The phrases of a sentence at the top that date the harm which a later day beside no harm follows."""
    if later.sentence >= EARLY or later.role not in (Role.EVENT, Role.OPEN) or later.phrase.open is not None:
        return []
    days = later.phrase.days
    if days is None or later.phrase.grain not in ("day", "night"):
        return []
    found = []
    for d in times.by_sentence.get(later.sentence, ()):
        if d is later or d.role is not Role.EVENT or d.phrase.open is not None:
            continue
        before = times.days_of(d, alone=True)
        if before is None or before.last >= days.first or (days.first - before.last).days > LONGEST:
            continue
        if _harmed(times, d) and not _harmed(times, later, apart=d):
            found.append(d)
    return found


LONGEST = 14
"""Days by which what follows may lie behind its incident in one sentence of news."""


def _harmed(times: PageTimes, dated: Dated, apart: Dated | None = None) -> bool:
    """True where the clause of a phrase tells of harm; ``apart``: without what belongs to another phrase."""
    text, span, sentence = times.page.text, dated.phrase.span, times.page.sentences[dated.sentence].span
    left, right = text[sentence.start : span.start], text[span.end : sentence.end]
    if apart is not None:
        near = apart.phrase.span
        owned = BEHIND if _owns(text, apart) else 0
        if near.start > span.end:
            right = text[span.end : near.start] + text[near.end + owned : sentence.end]
        else:
            left = text[min(near.end + owned, span.start) : span.start]
    clauses = [*_CLAUSE.finditer(left)]
    start = clauses[-1].end() if clauses else 0
    end = next((m.start() for m in _CLAUSE.finditer(right)), len(right))
    if _owns(text, dated):
        return _HARM.search(right[:BEHIND]) is not None
    return _HARM.search(f"{left[start:]} {right[:end]}") is not None


def _owns(text: str, dated: Dated) -> bool:
    span = dated.phrase.span
    return text[span.start : span.end].endswith(_OWNS) or text.startswith(_OWNS, span.end)
