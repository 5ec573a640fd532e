"""Which charge or state a denial answers for sure, by rules of their words and their places: for claims that are
read from texts, beside the weights (``likeness``)."""

from __future__ import annotations

from functools import lru_cache

from factcheck.linking.topics.deeds import BREACH, matter_of
from factcheck.linking.topics.denials import (
    ALIKE,
    ANY_FIGURE,
    DIED,
    DOING,
    NEAR_CHARACTERS,
    PRESENT,
    SAYINGS,
    TELLING,
    THAT,
    THERE_WAS,
    TOLD_JUST_NOW,
    alike_in_words,
)  # fmt: skip
from factcheck.linking.topics.topic import Topic

STATE_ALIKE, FAR_ALIKE = 0.5, 0.3
"""Share of words (Dice) that a denial has in common with a state, or with a charge in another place."""

MEANT = 0.5
"""Laid on how well a denial answers the very claim that it means, so that no other is answered better."""

TELLING_QUOTE = 13
"""Characters from which a quote is not found in another sentence by chance."""


def answers(denial: Topic, other: Topic) -> float:
    """How well a denial answers a charge or a state; 0.25 and more is an answer, most of all to what it means."""
    well = _by_words(denial, other)
    own = other.speaker and other.speaker == denial.speaker
    return max(well, ALIKE) + MEANT if not own and _means(denial, other) else well


def _means(denial: Topic, other: Topic) -> bool:
    """True when the sentence that a denial means ("denied this") is the one that makes the claim."""
    if denial.document != other.document or len(other.quote) < TELLING_QUOTE:
        return False
    return _plain(other.quote) in _plain(denial.target)


@lru_cache(maxsize=10_000)
def _plain(text: str) -> str:
    """Without quotation marks, which may be cut in half."""
    return " ".join(text.replace('"', " ").split()).rstrip(" .,")


def _by_words(denial: Topic, other: Topic) -> float:
    before = denial.start - other.start
    near = denial.document == other.document and 0 <= before <= NEAR_CHARACTERS
    alike = alike_in_words(denial, other)
    own = other.speaker and other.speaker == denial.speaker
    if own and not (denial.figures & other.figures and denial.voice != other.voice):
        return 0.0  # nobody denies what it says itself, but a ministry the figure of one of its officials
    if other.kind == "blame":
        return _charge(denial, other, alike, near, before) + (
            0.15 * (1 - before / NEAR_CHARACTERS) if near else 0.0
        )
    return _state(denial, other, alike, near)


def _state(denial: Topic, other: Topic, alike: float, near: bool) -> float:
    """A state is denied in its own words; what another says of a party, by that party in words of its own."""
    if DOING.search(denial.text) and not DOING.search(other.text):
        return 0.0  # who denies a part in it does not deny how things stand
    if denial.speaker & other.sides and other.speaker and not denial.speaker & other.speaker:
        return alike + (0.2 if near else 0.1)
    if denial.sides and other.sides and not denial.sides & other.sides:
        return 0.0  # it is of another party
    if denial.sides and denial.sides == other.sides and denial.state & other.state:
        return alike + 0.2  # the same parties and the same thing: "troops are there", "troops entered"
    if near and alike and TOLD_JUST_NOW.search(denial.text):
        return alike + 0.25  # "denies this": what was just told
    return alike if alike >= STATE_ALIKE else 0.0


def _charge(denial: Topic, other: Topic, alike: float, near: bool, before: int) -> float:
    """A charge is denied by whom it accuses, mostly at once; elsewhere the words must tell."""
    if denial.speaker and other.accused and not denial.speaker & other.accused:
        return alike - 0.2
    if denial.deeds and other.deeds and not (denial.deeds & other.deeds or BREACH in denial.deeds | other.deeds):
        return 0.0  # it denies an abduction, not a killing
    if denial.numbers and (ANY_FIGURE.search(denial.text) or DIED.search(denial.text)):
        return 0.0  # "the figure of 120 is fantasy" denies a figure, not who did it
    if THERE_WAS.match(denial.text) and denial.deeds.isdisjoint(other.deeds):
        return 0.0  # that there is cholera is denied, not who brought it
    if denial.sides & other.accused and denial.deeds & other.deeds and not denial.speaker:
        return alike + 0.25  # "Varn did not hit the market" answers those who say that it did
    if other.state and denial.voice and (other.state <= denial.voice or denial.voice <= other.state):
        return alike + 0.25  # "the police" are charged, "Varn police" deny
    if denial.speaker & other.accused and PRESENT.search(denial.text):
        return alike + 0.25
    around = denial.document == other.document and abs(before) <= NEAR_CHARACTERS
    if around and denial.speaker & other.accused and denial.deeds & other.deeds:
        return alike + 0.25  # it is denied before the charge is told
    if near and matter_of(denial.state) <= SAYINGS:
        return alike + 0.3  # "rejected the accusations": those that were just told
    if near and denial.speaker and not other.accused:
        return alike - 0.1  # a cause, not a party: whoever denies something else stands near it by chance
    if (
        near
        and not alike
        and not THAT.search(denial.text)
        and not denial.speaker & other.accused
        and len(matter_of(denial.state)) >= TELLING
    ):
        return 0.0  # it says what it denies, and that is something else
    if near:
        return alike + (0.2 if denial.speaker & other.accused else 0.15)
    return alike + 0.1 if alike >= FAR_ALIKE else 0.0
