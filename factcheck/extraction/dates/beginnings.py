"""How it began: a paragraph that goes back to the beginning goes by the month that was named for it.

"Clashes first broke out in October. / The fighting began with a blast in the capital. In return fighters raided
two posts and killed 31": in October, not on the day of the latest incident.
"""

from __future__ import annotations

import re

from factcheck.extraction.gates import gated

_STRIFE = (
    r"(?:violence|fighting|clash(?:es)?|hostilities|unrest|war|conflict|crisis|battles?|confrontations?|escalation"
    r"|bloodshed|standoff|stand-off|exchanges?|skirmish(?:es)?|feud|uprising|revolt|rebellion|insurgency|protests?"
    r"|demonstrations?|riots?|trouble|attacks?|offensive)"
)
_BROKE_OUT = r"(?:began|begun|started|erupted|flared(?:\s+up)?|broke\s+out|broken\s+out|ignited)"

_BEGAN = gated(
    rf"\b{_STRIFE}\b[^.;:]{{0,60}}\b{_BROKE_OUT}\b|\b{_BROKE_OUT}\s+(?:in|at\s+the\s+(?:beginning|end)\s+of)\b",
    re.IGNORECASE,
)
_HOW = gated(
    rf"^\W*(?:the|this|that|these)\s+(?:[\w-]+\s+){{0,2}}?{_STRIFE}\s+(?:had\s+)?(?:first\s+)?"
    rf"(?:{_BROKE_OUT}|(?:was|were)\s+(?:sparked|triggered|ignited|set\s+off)|followed|came\s+after)\b"
    rf"|^\W*it\s+(?:had\s+)?(?:all\s+)?(?:began|begun|started)\b",
    re.IGNORECASE,
)


def tells_beginning(text: str) -> bool:
    """True for a sentence that says that fighting or unrest broke out: 'clashes first broke out in October'."""
    return _BEGAN.search(text) is not None


def goes_back(text: str) -> bool:
    """True for a sentence that opens the story of how it began: 'The violence began with explosions'."""
    return _HOW.search(text) is not None
