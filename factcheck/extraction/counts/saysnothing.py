"""What a trigger counts and yet tells nothing: 'the wounded man', 'protests over the death of a student'."""

from __future__ import annotations

import re

from factcheck.extraction.counts.countable import SINGLE
from factcheck.extraction.counts.kinds import Trigger
from factcheck.extraction.counts.quantities import ONE, Amount
from factcheck.extraction.gates import gated

_STATISTICS = re.compile(
    r"\b(?:this|last|per|a|each|every|the|previous|in)\s+(?:the\s+)?(?:year|19\d\d|20\d\d)\b|\bmonths\s+of\b|"
    r"\b(?:january|february|march|april|may|june|july|august|september|october|november|december)"
    r"\s+(?:of\s+)?(?:19|20)\d\d\b|\byear[\s-]over[\s-]year\b|\bof\s+those\s+(?:homicides|murders|slayings)\b|"
    r"\bto\s+date\b",
    re.IGNORECASE,
)
_DEEDS = frozenset({"killings", "shootings", "murders", "executions"})
_CRIMES = frozenset({"homicides", "homicide", "murders", "slayings"})


_FOLDS = frozenset({"double", "triple", "quadruple"})
"""'the triple homicide of Aug. 22' is one crime."""


def says_nothing(amount: Amount, trigger: Trigger, rule: str) -> bool:
    """'the wounded man', 'protests over the death of a student', 'one of those killed', '24 murders this year'."""
    crimes = trigger.token.lower_ in _CRIMES and rule == "counted itself" and amount.first.lower_ not in _FOLDS
    if crimes and _STATISTICS.search(trigger.token.doc.text):
        return True
    if trigger.token.lower_ in _DEEDS and any(c.lower_ == "mass" for c in trigger.token.children):
        return True
    if amount.noun is not None and amount.noun.lower_ in ("survivor", "survivors") and trigger.kind == "killed":
        return True
    if rule == "passive subject" and _is_a_whole(amount, trigger):
        return True
    if amount.how in SINGLE and (
        rule == "modifier" or ((trigger.form == "event" or trigger.behind == "of") and _presupposed(trigger))
    ):
        return True
    if amount.how in SINGLE and trigger.token.dep_ in ("relcl", "acl") and _mourned(amount):
        return True
    if amount.head.lower_ == "one" and _ONE_IN.match(amount.head.doc.text, amount.head.idx) is not None:
        return True
    return _one_of(amount) and ("clause" in rule or rule == "modifier" or trigger.token.dep_ in ("relcl", "acl"))


def _is_a_whole(amount: Amount, trigger: Trigger) -> bool:
    """'Of (1,100 houses) in the village 700 were destroyed': so many there were."""
    at = amount.first.i
    if not at or amount.how != "figure" or amount.first.nbor(-1).lower_ != "of":
        return False
    opens = at == 1 or amount.first.nbor(-2).text in (",", ";", ":", '"', "“")
    return opens and any(t.like_num for t in amount.head.doc[amount.last.i + 1 : trigger.token.i])


_OCCASION = gated(
    r"\b(?:protest\w*|demonstrat\w*|riot\w*|strikes?|bandhs?|hartals?|dharnas?|sit-?ins?|picket\w*|shutdown|vigil\w*|condemn\w*|mourn\w*|anniversary|"
    r"commemorat\w*|memorial|funeral)\b",
    re.IGNORECASE,
)


_MOURNING = gated(
    r"\b(?:vigils?|funerals?|memorials?|mourn\w*|honou?r(?:s|ed|ing)?|tributes?|remember(?:s|ed|ing)?|anniversary|"
    r"memory|burial|wake|service|ceremony|grief|grieving|rall(?:y|ied)|march(?:ed)?)\b[^.;]{0,45}$",
    re.IGNORECASE,
)


def _mourned(amount: Amount) -> bool:
    """'a vigil for a boy who was killed', 'the funeral of Smith, who died': why people came, not what is told."""
    before = amount.head.doc.text[: amount.first.idx]
    return _MOURNING.search(before[-90:]) is not None


def _presupposed(trigger: Trigger) -> bool:
    """'protested against the killing of a student': the death is why, not what is told."""
    return _OCCASION.search(trigger.token.doc.text) is not None


_ONE_IN = re.compile(
    r"one\s+in\s+(?:every\s+)?(?:\d|two|three|four|five|six|seven|eight|nine|ten|twelve|twenty|a\s+hundred)", re.I
)
"""'One in six died.'"""


def _one_of(amount: Amount) -> bool:
    """'was one of those killed': not a toll of one."""
    last = amount.head
    return (
        amount.quantity == ONE
        and last.lower_ == "one"
        and last.i + 1 < len(last.doc)
        and last.nbor().lower_ == "of"
    )
