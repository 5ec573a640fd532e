"""Whoever says that its own people did a thing lays it at its own door: the one to blame is whoever says so."""

from __future__ import annotations

import re

_PEOPLE = (
    r"(?:fighters?|men|soldiers?|troops?|forces?|group|units?|patrols?|pilots?|army|air force|planes?|jets?"
    r"|warplanes?|aircraft|drones?|snipers?|gunners?|artillery|navy|militia|militants?|brigades?|battalions?|movement"
    r"|organi[sz]ation|commandos?|guards?|officers?|policemen|police|warriors)(?: (?:on|of|in|at) .*)?"
)
_OURS = re.compile(rf"we|i|(?:our|my)(?: own)?(?: \w+)? {_PEOPLE}", re.IGNORECASE)
_THEIRS = re.compile(rf"(?:its|his|her|their)(?: own)?(?: \w+)? {_PEOPLE}", re.IGNORECASE)
_DEEDS = frozenset({"owned", "did_it", "done_by", "cleft", "learnt"})
"""Rules that tell who did a thing. Who *accuses* "Kyiv and its army" does not speak of its own."""


def culprit(rule: str, blamed: str | None, claimant: str | None) -> str | None:
    """Whom blame is laid on: ``blamed`` as written, or the claimant where that is "we", "its fighters"."""
    if blamed is None or claimant is None:
        return blamed
    who = blamed.strip(" ,;:-\"'“”")
    own = _OURS.fullmatch(who) or (rule.partition(":")[2] in _DEEDS and _THEIRS.fullmatch(who))
    return claimant if own else blamed
