"""Days behind the incident or beside it: who had gone there before, who came to look, what one compares with.

"Its certificate had expired in March", "the governor, who visited on Monday", "more than in the same period of
last year": none of them dates the incident, nor the figures of the sentences behind it.
"""

from __future__ import annotations

import re

from factcheck.extraction.gates import gated

_ADVERB = r"(?:(?:\w+ly|also|already|earlier|just|only|first|since|then|not|never|even)\s+){0,2}"
_HAD_DONE = gated(
    rf"\bhad\s+{_ADVERB}(?:gone\s+(?:out|there|home|abroad)|set\s+(?:out|off|up)|departed|joined|returned|found\s+(?!(?:[\w-]+\s+){{0,3}}(?:bod|dead|corpse|remains|grave|victim))"
    r"|travelled|traveled|flown|sailed|expired|lapsed|enlisted|enrolled|married|bought|purchased|rented|started\s+work|retired"
    r"|resigned|taken\s+(?:office|up)|warned|complained|asked|requested|applied|promised|agreed|signed|met|visited"
    r"|been\s+(?:appointed|elected|recruited|hired|released|deployed|posted|transferred|issued|built|opened|renovated"
    r"|inspected|certified|married|born|promoted|warned|told|due|on\s+leave|in\s+power|founded|formed|set\s+up|signed))\b"
    r"[^.;]{0,60}$",
    re.I,
)
"""'had joined the militants on (11 July)': before the incident."""
_CAME_TO_SEE = gated(
    r",?\s+who\s+(?:had\s+)?(?:(?:also|later|himself|herself|then)\s+)?(?:went|gone|visited|travell?ed|toured|flew|flown|rushed"
    r"|inspected|came|returned\s+from|was\s+(?:there|here)|arrived)\b(?:(?!,|\b(?:kill|die|dead)\w*).){0,50}$",
    re.I,
)
"""'the governor, who went to the places on (Monday)'."""
_THAN = gated(
    r"\b(?:than|as|compared\s+(?:to|with)|against|over|from|on)\s+(?:in\s+|during\s+|for\s+|at\s+)?(?:all\s+of\s+|the\s+whole\s+of\s+"
    r"|(?:the\s+)?(?:same|corresponding|comparable|similar|equivalent)\s+(?:period|time|months?|weeks?|quarter|stretch|span|day)"
    r"\s*(?:of|in|a|the|for)?\s*)(?:the\s+)?$"
    r"|\b(?:more|fewer|less|higher|lower|worse)\s+than\s+(?:in|during|for)\s+(?:the\s+)?$"
    r"|\bcompared\s+(?:to|with)\s+(?:[\w,.]+\s+){0,3}(?:in|during|for)\s+(?:the\s+)?$",
    re.I,
)
"""'more than in the same period of (the previous year)'."""
_HAD = gated(
    rf"\bhad\s+{_ADVERB}(?!(?:been\s+)?(?:kill|wound|injur|shot|attack|ambush|bomb|shell|abduct|kidnap|seiz|captur|struck|hit\b|clash"
    r"|die|drown|explod|collaps|crash|sunk|burn|massacr|execut|taken|storm|raid|fired|opened|broken|erupt|begun|started|fallen))"
    r"[a-z]+(?:ed|en|und|wn|ught|ld|t)\b[^.;,]{0,50}$",
    re.I,
)
"""'inspectors had found faulty seals on (Tuesday)'."""


def is_backdrop(before: str) -> bool:
    """True for the day of what a page tells as known before, of a visit, or of what it compares with."""
    return (
        _HAD_DONE.search(before[-140:]) is not None
        or _CAME_TO_SEE.search(before[-110:]) is not None
        or _THAN.search(before[-80:]) is not None
    )


def lies_before(before: str) -> bool:
    """True where the words tell what had been the case, and no harm."""
    return _HAD.search(before[-110:]) is not None
