"""Which sentences may tell who holds ground: cheap questions before any of them is parsed."""

from __future__ import annotations

import re

from factcheck.extraction.gates import gated
from factcheck.extraction.narrative.armed import ARMED, CONSTABLES
from factcheck.extraction.narrative.status.groundwords import (
    ARMS,
    DOINGS,
    GOES_ON,
    LOAD,
    OURS,
    PLACES,
    STATES,
    WEAK,
)
from factcheck.lexicons import word_set

_WEAK_OR_OURS = WEAK | OURS

_UNDER_WAY = GOES_ON | {"over", "underway"}


def may_hold(text: str, words: frozenset[str], said: bool = True) -> bool:
    """True for a sentence with a force or a place and what may be said of where it is; ``said``: by anybody."""
    if not said:
        return False
    if not words.isdisjoint(DOINGS) and not words.isdisjoint(_UNDER_WAY):
        return True
    if not words.isdisjoint(STATES):
        return not words.isdisjoint(_GROUND)
    if not words.isdisjoint(LOAD):
        return not words.isdisjoint(ARMS)
    if not words.isdisjoint(_HAVING) and _HAVE.search(text) is not None:
        return True
    if words.isdisjoint(_WEAK_OR_OURS):
        return False
    if not words.isdisjoint(OURS) and not words.isdisjoint(STRICT):
        return True
    if "left" in words and not words.isdisjoint(_SOLDIERS) and _HAVE_LEFT.search(text) is not None:
        return True
    return not words.isdisjoint(_HOLDERS) and not words.isdisjoint(STRICT)


_HAVE_LEFT = re.compile(r"\bha(?:ve|s|d) left\b", re.IGNORECASE)
_HAVE = gated(
    r"\bha(?:ve|s|d) (?:taken (?:all|most|the (?:\w+ )?(?:town|city|village|base|hill|airport|camp|bridge))"
    r"|most of|half of|all of|"
    r"the (?:\w+ )?(?:town|city|village|post|airport|base|palace|camp|hill|bridge|capital)\b)"
    r"|\bcut(?:ting)? off (?:the )?\w",
    re.IGNORECASE,
)
"""Who has what, in words too common to ask for one by one."""
_HOLDERS = ARMED - CONSTABLES | {"countries", "sides", "both"}
_HAVING = word_set("taken most half all post town city village base hill airport camp bridge palace capital off")
_SOLDIERS = ARMED - CONSTABLES
_GROUND = _SOLDIERS | (PLACES - word_set("building school place street side house it all road car"))
STRICT = PLACES - word_set(
    "most rest half all everything it side area areas place street line part parts school square"
)
