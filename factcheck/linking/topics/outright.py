"""Pairs of charges, states and denials of which words tell outright that they answer one question, or two."""

from __future__ import annotations

import re

from factcheck.linking.topics.deeds import BREACH, apart, says_little
from factcheck.linking.topics.denials import ANY_FIGURE, DIED, DOING, PRESENT, THERE_WAS
from factcheck.linking.topics.signs import ACTING
from factcheck.linking.topics.states import matters
from factcheck.linking.topics.topic import Topic

FIRED_FIRST = re.compile(
    r"\b(?:first (?:shots?|rounds?|to (?:shoot|fire|open fire|attack|strike))"
    r"|(?:shot|shoot\w*|fir(?:ed?|ing)|attack\w*|str(?:uck|ikes?|iking)) first)\b",
    re.I,
)
"""Says who began."""


def never_one(a: Topic, b: Topic) -> bool:
    """True when the words of the two say that they are about two things."""
    if a.kind != "denial" and b.kind == "denial":
        a, b = b, a
    if a.kind == b.kind == "blame":
        return apart(a.matter, b.matter)
    if a.kind == b.kind == "status":
        return _of_other_matters(a.about, b.about) or bool(a.words & ACTING) != bool(b.words & ACTING)
    if a.kind != "denial" or b.kind not in ("blame", "status"):
        return False
    return _denies_another_deed(a, b) if b.kind == "blame" else _denies_another_state(a, b)


def surely_one(a: Topic, b: Topic) -> bool:
    """True for two charges of the same days that fit all that happens in fighting ("the outbreak of the clashes")
    or say who fired first, and for a charge and the word of those whom it accuses that they were not there."""
    if a.kind == b.kind == "blame":
        if a.days != b.days or not (a.matter and b.matter):
            return False
        return all(says_little(x.matter) or FIRED_FIRST.search(f"{x.victims} {x.quote}") for x in (a, b))
    denial, charge = (a, b) if a.kind == "denial" else (b, a)
    if denial.kind != "denial" or charge.kind != "blame" or not denial.speaker & charge.accused:
        return False
    return PRESENT.search(denial.text) is not None


def _denies_another_deed(denial: Topic, charge: Topic) -> bool:
    if (
        denial.deeds
        and charge.deeds
        and not (denial.deeds & charge.deeds or BREACH in denial.deeds | charge.deeds)
    ):
        return True  # it denies an abduction, not a killing
    if denial.numbers and (ANY_FIGURE.search(denial.text) or DIED.search(denial.text)):
        return True  # "the figure of 120 is fantasy" denies a figure, not who did it
    return THERE_WAS.match(denial.text) is not None and denial.deeds.isdisjoint(charge.deeds)


def _denies_another_state(denial: Topic, state: Topic) -> bool:
    """Who denies a part in it does not deny how things stand; nor is a denied truce one of prisoners."""
    doing = DOING.search(denial.text) is not None and DOING.search(state.text) is None
    return doing or _of_other_matters(matters(denial.target, denial.quote), state.about)


def _of_other_matters(a: frozenset[str], b: frozenset[str]) -> bool:
    return bool(a and b) and not a & b
