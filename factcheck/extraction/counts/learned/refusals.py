"""Figures that look like counts to a model, though the words right around them say that they are none."""

from __future__ import annotations

import re

_NUMBERED = re.compile(
    r"\b\d+\s*/\s*$|\b(?:Local|Channel|News|Station|Route|Highway|Interstate|Flight|Unit|Page|Image|Photo|Day|Bulletin|Update"
    r"|Region|District|Ward|Exit|Gate|Room|Boeing|Airbus|Building|Block|Apartment|Lane|Track|Platform|Chapter|Section)\s$"
)
"""'1 / (33 Back to Gallery)', 'WPSD Local (6: ...)': a place in a row, a channel."""
_NUMBER = re.compile(r"\d+\b(?!\s+[a-z])")
_OF_SO_MANY = re.compile(r"\d\s*/\s*\d")
_LINKED = re.compile(
    r"\b(?:STORY|RELATED|READ(?:\s+(?:MORE|ALSO))?|ALSO\s+READ|MORE|WATCH|VIDEO|SEE\s+ALSO|PHOTOS?|Related|Read\s+more|See\s+also)"
    r":\s[^.\n]*$"
)
"""The headline of another page: 'STORY: 10 people shot, at least (2 dead)'."""
_SOME_OF = re.compile(
    r"\b(?:one|two|three|four|five|six|some|many|most|none|half|\d+)\s+(?:out\s+)?of\s+(?:the\s+)?$", re.I
)
"""'One of (five victims) dies': not all of them."""
_CHARGED = re.compile(
    r"[\w-]+(?:\s+[\w-]+){0,2}?\s+(?:(?:was|were|is|are|has|have|had|been|being|now|also)\s+){0,3}"
    r"(?:indicted|charged|arrested|accused|wanted|sought|jailed|convicted|sentenced|detained|questioned|suspected|identified\s+as\s+suspects)\b"
)
"""'2 men indicted in the death of a girl'."""
_HELD = re.compile(
    r"[\w-]+(?:\s+[\w-]+){0,2}?\s+(?:(?:are|were|is|was|remains?|remained|still|now)\s+){1,2}(?:behind\s+bars|on\s+the\s+run|at\s+large|on\s+trial"
    r"|awaiting\s+trial|in\s+(?:police\s+)?(?:custody|jail|detention))\b"
)
"""'Seven are behind bars.'"""
_SHOT = re.compile(
    r"[\w-]+(?:\s+(?!and\b)[\w-]+){0,2}?\s+(?:was|were|been|be|get|got|being)\s+shot\b(?!\s+(?:dead|and\s+killed|to\s+death))"
)
"""'Seven people have been shot': dead or alive."""

_PRAISED = re.compile(
    r"[\w-]+\s+(?:very\s+|most\s+|really\s+)?(?:beautiful|sweet|lovely|wonderful|great|good|nice|amazing|loving|kind|grown|happy|proud"
    r"|healthy|brilliant|gifted|little\s+angels|best)\b",
    re.I,
)
"""'two beautiful girls', 'two grown children': what they are like, and not what befell them."""
_BEFORE_AN_HOUR = re.compile(
    r"\b(?:as\s+of|at|by|since|until|till|from|before|after|around|towards?)\s+(?:about\s+|around\s+)?$", re.I
)
_HOUR = re.compile(
    r"[\w.:-]+\s+(?:this|yesterday|tomorrow|last|in\s+the|on\s+\w+day|at)\s+"
    r"(?:morning|afternoon|evening|night|midday|noon)\b|[\w.:-]+\s+(?:tonight|o.clock|sharp)\b",
    re.I,
)
"""'As of (nine this morning)', 'since (five in the afternoon)'."""
_GIVEN_OUT = re.compile(
    r"\b(?:issued|released|published|posted|broadcast|read\s+out|(?:give|gives|gave|issue|release|publish)\s+(?:new|fresh|more))\s"
    r"(?:[\w'’]+\s){0,3}?(?:figures|numbers|bulletins?|lists?|statements?|counts?|tolls?)\s+at\s+$",
    re.I,
)
_AT_AN_HOUR = re.compile(
    r"(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)(?=\s*(?:[.,;:]|$|and\b|on\b|that\b))",
    re.I,
)
"""'The ministry issued its figures at (six).'"""
_SIGNED = re.compile(
    r"[\w.,-]+\s+(?:thousand\s+|million\s+)?(?:signatures?|votes?|views|clicks|comments|calls|e-?mails|letters|likes|ballots"
    r"|complaints|petitions)\b",
    re.I,
)
"""'500,000 signatures': what people gave or sent, and not a crowd."""
_IN_PEOPLE = re.compile(
    r"\b(?:people|persons|individuals|residents|inhabitants)\s*\((?:some|about|around)?\s*$", re.I
)
_IN_FAMILIES = re.compile(r"[\w.,-]+\s+(?:families|households)\s*\)", re.I)
"""'15,343 people (3,672 families)': the same ones in another unit."""

_NOT = re.compile(r"(?:,|;|\band|\bbut)\s+not\s+(?:the\s+)?$", re.I)
_GIVEN = re.compile(
    r"[^.;]{0,60}\b(?:said|put|gave|given|reported|claimed|announced|published|communicated|stated|told|counted|named)\b"
)
"""'26 had died, not (28)': nobody's figure, but for 'not the (28) that the airline put out'."""


def is_beside_the_point(text: str, span: tuple[int, int], kind: str) -> bool:
    """True for a number in a row, a linked headline, all of whom some are, the charged, and the shot as dead.

    Also for an hour, for what people signed, for the families that the people named before come to, and for a
    figure that is said not to be it.
    """
    first = span[0]
    before = text[max(0, first - 120) : first]
    if _NUMBER.match(text, first) is not None and _NUMBERED.search(before) is not None:
        return True
    if _OF_SO_MANY.match(text, first) is not None or _LINKED.search(before) is not None:
        return True
    if _SOME_OF.search(before) is not None or _CHARGED.match(text, first) is not None:
        return True
    if kind != "captured" and _HELD.match(text, first) is not None:
        return True
    if _PRAISED.match(text, first) is not None or _SIGNED.match(text, first) is not None:
        return True
    if _HOUR.match(text, first) is not None and _BEFORE_AN_HOUR.search(before) is not None:
        return True
    if _AT_AN_HOUR.match(text, first) is not None and _GIVEN_OUT.search(before) is not None:
        return True
    if _IN_FAMILIES.match(text, first) is not None and _IN_PEOPLE.search(before) is not None:
        return True
    if _NOT.search(before) is not None and _GIVEN.match(text, first) is None:
        return True
    return kind == "killed" and _SHOT.match(text, first) is not None
