"""One person told without a figure, where the parser loses the thread: 'a farmer, Ram Singh, 45, was killed'."""

from __future__ import annotations

import re
from collections.abc import Iterator

from factcheck.extraction.counts.genre import POLICE_REPORT
from factcheck.extraction.counts.kinds import Trigger
from factcheck.extraction.counts.quantities import Reading
from factcheck.extraction.counts.reality import unreal
from factcheck.extraction.counts.single.dead import may_be_one_dead, one_dead
from factcheck.extraction.counts.single.lost import may_be_one_lost, one_lost
from factcheck.extraction.counts.single.stretch import Single
from factcheck.extraction.counts.single.taken import may_be_one_taken, one_taken
from factcheck.extraction.counts.weak import CAPTIVES_PAGE

__all__ = ["Single", "may_be_single", "singles"]


def may_be_single(text: str) -> bool:
    """True when a sentence may tell so of one person; without a parse."""
    return may_be_one_dead(text) or may_be_one_lost(text) or may_be_one_taken(text)


def singles(reading: Reading) -> Iterator[Single]:
    """The single persons of a sentence; none in the report of one crime, which tells of each victim again."""
    notes = reading.tokens.notes
    if notes.get(POLICE_REPORT):
        return
    captives = bool(notes.get(CAPTIVES_PAGE))
    told = (*one_dead(reading.text), *one_lost(reading.text), *one_taken(reading.text, captives=captives))
    yield from (one for one in told if _happened(reading, one))


def _happened(reading: Reading, one: Single) -> bool:
    """False for 'a rumour that one hostage had died was dismissed'."""
    words = reading.tokens.covering(one.end - 1, one.end)
    why = unreal(Trigger(words[-1], one.kind, "fate")) if words and one.kind != "missing" else None
    return why is None or (why == "denied" and _DENIED_BEFORE.search(reading.text, 0, one.start) is None)


_DENIED_BEFORE = re.compile(r"\b(?:den(?:y|ies|ied|ying)|reject|dismiss|refut|rebut)", re.IGNORECASE)
"""'His village blames the army, which denies it' denies nothing of what was told before."""
