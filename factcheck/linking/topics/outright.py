"""Pairs of charges, states and denials of which words tell outright that they answer one question, or two."""

from __future__ import annotations

import re

from factcheck.language.meaning import likeness
from factcheck.language.naming import name_key
from factcheck.linking.table import UNKNOWN
from factcheck.linking.topics.deeds import BREACH, apart, says_little
from factcheck.linking.topics.denials import ALIKE, ANY_FIGURE, DIED, DOING, PRESENT, THERE_WAS
from factcheck.linking.topics.replies import answers
from factcheck.linking.topics.signs import ACTING, theme
from factcheck.linking.topics.states import matters
from factcheck.linking.topics.topic import Topic

FIRED_FIRST = re.compile(
    r"\b(?:first (?:shots?|rounds?|to (?:shoot|fire|open fire|attack|strike))"
    r"|(?:shot|shoot\w*|fir(?:ed?|ing)|attack\w*|str(?:uck|ikes?|iking)) first)\b",
    re.I,
)
"""Says who began."""

POLICE = "police"
"""Of one incident "police" are mostly the force that another claim names."""

TRUCE = frozenset({"truce"})
"""Of marked states whether the truce holds, of one day and place, seven in eight are of one truce; of charges of
one day that name what is blamed in the same words, too."""

WEEK = 7
"""Days by which the time of a campaign is longer than that of one deed in it."""

UNLIKE = 0.2
"""Likeness of meaning below which two states that are read and share no word are of two things, nine in ten."""


def never_one(a: Topic, b: Topic) -> bool:
    """True when the words of the two say that they are about two things."""
    if a.kind != "denial" and b.kind == "denial":
        a, b = b, a
    if a.kind == b.kind == "blame":
        return apart(a.matter, b.matter) or (not _known(a, b) and _of_a_campaign(a, b))
    if a.kind == b.kind == "status":
        other = _of_other_matters(a.about, b.about) or bool(a.words & ACTING) != bool(b.words & ACTING)
        return other or not (_known(a, b) or a.words & b.words or likeness(theme(a), theme(b)) >= UNLIKE)
    if a.kind != "denial" or b.kind not in ("blame", "status"):
        return False
    if not _known(a, b) and _of_one_voice(a, b):
        return True  # nobody denies what it says itself
    return _denies_another_deed(a, b) if b.kind == "blame" else _denies_another_state(a, b)


def surely_one(a: Topic, b: Topic) -> bool:
    """True for two charges of the same days that are of one thing in the same words, that fit all that happens in
    fighting ("the outbreak of the clashes") or say who fired first, for two states of one truce, for a charge and
    the word of those whom it accuses that they were not there, and for what is read from a text and the denial
    that answers it by their words and their places (``replies``)."""
    if a.kind == b.kind == "blame":
        if a.days != b.days or not (a.matter and b.matter):
            return False
        if a.matter == b.matter:
            return True
        return all(says_little(x.matter) or FIRED_FIRST.search(f"{x.victims} {x.quote}") for x in (a, b))
    if a.kind == b.kind == "status":
        return a.about == b.about == TRUCE and a.days == b.days and a.place == b.place
    denial, charge = (a, b) if a.kind == "denial" else (b, a)
    if denial.kind == "denial" and charge.kind != "denial" and not _known(a, b):
        return answers(denial, charge) >= ALIKE
    if denial.kind != "denial" or charge.kind != "blame" or not denial.speaker & charge.accused:
        return False
    return PRESENT.search(denial.text) is not None


def _of_a_campaign(a: Topic, b: Topic) -> bool:
    """Each fits all that happens in fighting, the one over weeks and the other within a day or so of them: of 34
    such pairs of marked reports three are one question, of those of the same days two in five."""
    if UNKNOWN in (a.days[0], b.days[0]) or not (says_little(a.matter) and says_little(b.matter)):
        return False
    return abs((a.days[1] - a.days[0]) - (b.days[1] - b.days[0])) >= WEEK


def _known(a: Topic, b: Topic) -> bool:
    """Both came as records: the words for what they are about were chosen by people."""
    return a.recorded and b.recorded


def _of_one_voice(denial: Topic, other: Topic) -> bool:
    """One name or one side says both ("police", "Nampa police"): only a ministry denies the figure of one of its
    officials."""
    one, two = name_key(denial.claimant), name_key(other.claimant)
    if one and (one == two or (one.endswith(POLICE) and two.endswith(POLICE) and POLICE in (one, two))):
        return True
    return bool(denial.speaker) and denial.speaker == other.speaker and not denial.figures & other.figures


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
