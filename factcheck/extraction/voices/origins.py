"""Where a figure comes from, told behind it: 'Thirty-six died. The figure comes from the clinic.'"""

from __future__ import annotations

import re

from factcheck.extraction.gates import gated

_FIGURE = (
    r"(?:figures?|numbers?|tolls?|counts?|tally|estimates?|information|news|reports?|accounts?|totals?|sums?)"
)
_GIVEN = (
    r"(?:given|provided|issued|released|published|reported|announced|supplied|compiled|put\s+(?:out|about)|spoken)"
)
_COMES = gated(
    rf"^\W*(?:The|This|That|These|Those|Both|All\s+these)\s+(?:\w+\s+)?{_FIGURE}\s+(?:(?:also|only|first|all)\s+)?"
    rf"(?:(?:comes?|came|stems?|stemmed|dates?|originates?|is|was|are|were|had\s+been|has\s+been)\s+)(?:{_GIVEN}"
    rf"\s+)?"
    r"(?:first\s+)?(?:from|by|of|that\s+of|those\s+of)\s+(?P<who>(?:the\s+|a\s+|an\s+|its"
    r"\s+)?[^.;:()\"“”–—]{3,110})"
    rf"|^\W*It\s+was\s+(?:first\s+)?{_GIVEN}\s+(?:\w+\s+)?by\s+(?P<who2>[^.;:()\"“”–—]{{3,110}})"
    r"|^\W*(?:So|Thus|Such\s+at\s+least)\s+(?:is\s+what\s+|at\s+least\s+)?(?:says?|said|spoke|speaks|reported"
    r"|reports|wrote|writes"
    r"|announced|counted)\s+(?P<who3>[^.;:()\"“”–—]{3,90})"
    r"|^\W*(?P<who5>[^.;:()\"“”–—]{3,70}?)\s+(?:has\s+|had\s+)?(?:gave|gives|given|published|announced|put\s+out"
    r"|released|issued)\s+(?:that"
    rf"|this|the)\s+{_FIGURE}\s*(?=[.,;]|\b(?:at|on|late|early|in|this|to|yesterday|today)\b)"
    r"|^\W*(?:That|This|Such\s+at\s+least),?\s+(?:is|was)\s+(?:what|the\s+(?:claim|version|account|word)\s+of)\s+"
    r"(?P<who4>[^.;:()\"“”–—]{3,70}?)(?:\s+(?:says?|said|claims?|claimed|announces?|announced|gives?|gave"
    r"|maintains?)\b|(?=[.,]))"
)
_WHEN = re.compile(
    r",?\s+(?:on|at|in|after|during|who|which|when|where|and\s+(?:is|was|has|not))\s.*$|,\s+(?:on|at)\s.*$"
)


def origin_in(text: str) -> str | None:
    """The words for whom a sentence gives as the origin of the figure before it, or None."""
    match = _COMES.search(text)
    if match is None:
        return None
    who = next(filter(None, match.groupdict().values()), "").strip(" ,")
    name, comma, office = who.partition(", ")
    return f"{name}{comma}{_WHEN.sub('', office)}" if comma and name.istitle() else _WHEN.sub("", who) or None
