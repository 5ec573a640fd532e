"""Which charge, state or figure a denial answers."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from factcheck.lexicons import word_set
from factcheck.linking.deeds import AGENTS, BREACH, matter_of
from factcheck.subjects import stem

NEAR_CHARACTERS = 450
"""A denial mostly answers what stands just before it."""

ALIKE = 0.25
"""Score from which a denial answers a claim; set on the marked reports."""

DENIAL_ALIKE = 0.5
"""Share of words (Dice) from which a denial goes with another one that stands under a question already."""

TELLING = 2
"""Words from which a denial says what it denies."""

OTHER_PEOPLE = 1.5
"""A denied figure so many times below another is of fewer people."""

STATE_ALIKE, FAR_ALIKE = 0.5, 0.2
"""Share of words (Dice) that a denial has in common with a state, or with a charge in another place."""

_THINGS = re.compile(
    r"\b(?:positions?|posts?|outposts?|checkpoints?|villages?|towns?|cit(?:y|ies)|heights?|hills?|bases?|barracks"
    r"|territory|bridges?|airports?|airfields?|districts?|crossings?|vehicles?|tanks?|weapons?|equipment)\b",
    re.I,
)
_PERSONS = re.compile(
    r"\b(?:soldiers?|servicem[ae]n|troops|m[ae]n|fighters?|prisoners?|captives?|hostages?|personnel|pupils?"
    r"|students?|people|persons?|boys|girls|children|wom[ae]n|pilots?|crew|workers?|journalists?|anybody|anyone)\b",
    re.I,
)
"""What can be seized, and who can be captured."""

_DENIED_KINDS = (
    (frozenset({"displaced"}),
     re.compile(r"\b(?:leav|left\b|fle[ed]|fled\b|displac|driven|homes?\b|refugee)", re.I)),
    (frozenset({"seized", "captured", "kidnapped", "arrested"}),
     re.compile(r"\b(?:captur|seiz|(?:taken|took)\b(?! (?:part|place)|\s*$)|lost|gave up|given up|overr[ua]n"
         r"|abduct|detain|arrest|hold|held|hands|prisoner|captiv|surrender)", re.I)),
    (frozenset({"killed", "casualties"}), re.compile(r"\b(?:kill|dead\b|deaths?\b|died\b|fatal|casualt"
        r"|lost\b|toll\b)", re.I)),
    (frozenset({"wounded", "casualties"}), re.compile(r"\b(?:wound|injur|hurt\b|casualt)", re.I)),
    (frozenset({"missing"}), re.compile(r"\bmissing\b", re.I)),
    (frozenset({"destroyed"}), re.compile(r"\b(?:destroy|shot down|damage)", re.I)),
)  # fmt: skip
_ANY_FIGURE = re.compile(r"\b(?:figures?|tolls?|numbers?|counts?|tally)\b", re.I)
_SAYINGS = frozenset(
    stem(word)
    for word in word_set(
        "accusation allegation charge claim account version story assertion suggestion insinuation statement"
        " finding involvement responsibility role part lie fabrication propaganda blame earlier such"
    )
)
"""What is denied where a denial does not say what: no words, or these."""
_ANYONE = re.compile(
    r"\b(?:any(?:one|body| people| civilians?)?|people|civilians?|nobody|no one)\b[^.;]{0,20}"
    r"\b(?:was|were|ha[ds] been|have been|died|surrendered|ha[ds] surrendered)\b",
    re.I,
)
"""That something happened to anybody is denied, not who did it."""
_CIVILIANS = re.compile(r"\b(?:civilians?|villagers|residents|non-combatants)\b", re.I)
_PRESENT = re.compile(
    r"\b(?:(?:troops|soldiers|forces|fighters|men|units) (?:was|were|are|had been|have been|operated?|entered)"
    r" (?:\w+ )?(?:in|at|near|there|present|anywhere|inside|deployed)|presence of (?:its|their|any))\b",
    re.I,
)
"""Who was not there did not do it."""
_DOING = re.compile(
    r"\b(?:(?:took|taking|taken|any|had|no) part|part in|role|hand in|involve\w*|responsib\w*"
    r"|behind (?:it|the|this|that)|masterminded|ordered|ordering|instigat\w*|complicit\w*"
    r"|carried out|committed|perpetrat\w*)\b",
    re.I,
)
"""Words for having done it."""
_BY_WHOM = re.compile(
    r"\b(?:died|killed|shot|wounded|injured|hurt|hit|struck|slain|executed) (?:\w+ )?(?:by|at the"
    r" hands of|(?:in|under) (?:the )?fire of)\b",
    re.I,
)
"""Who did it is denied, not how many there were."""
_THERE_WAS = re.compile(r"there (?:was|were|is|are|has been|had been|ever was)\b", re.I)
_DIED = re.compile(r"\b(?:died|dead|deaths?|killed|victims|fatalities|injured|wounded|hurt|missing)\b", re.I)
_THAT = re.compile(
    r"\b(?:this|these|such)\b|\bthat (?:idea|theory|version|claim|account|view|story|charge|explanation)\b", re.I
)
"""What is denied was just told."""
_TOLD_JUST_NOW = re.compile(
    r"\b(?:this|that|it|so)\W*$|\b(?:not true|untrue|false|a lie|no truth|nonsense|without (?:any )?foundation)\b",
    re.I,
)
_OWN_LOSSES = re.compile(
    r"\b(?:its|our|their)(?: own)?(?: \w+)? (?:men|troops|soldiers|fighters|forces|ranks|personnel|side|losses"
    r"|casualties)\b"
    r"|\b(?:lost|suffered|taken) (?:a single|any|one|no)\b|\bany (?:losses|casualties)\b",
    re.I,
)
"""A denial of losses of one's own, which answers what the other side counts of them."""
_OWN = re.compile(r"\b(?:its|our|their|his)\b", re.I)


@dataclass(frozen=True, slots=True)
class Topic:
    """One claim of blame, denial or status, or a count that a denial may answer."""

    row: int
    document: str
    start: int
    kind: str
    words: frozenset[str]  # of target, matter and quote, without parties
    state: frozenset[str]  # of the target alone
    matter: frozenset[str]  # of what is blamed alone
    voice: frozenset[str]  # words of the name of who speaks
    speaker: frozenset[str]  # sides that speak
    accused: frozenset[str]  # sides that are blamed
    sides: frozenset[str]  # sides that are spoken of
    figures: frozenset[float]
    text: str
    deeds: frozenset[int]  # numbers of the families of deeds
    days: tuple[int, int]  # first and last, ``UNKNOWN`` when not said
    about: frozenset[str] = frozenset()  # of a state: its matters
    fighters: bool = False  # a count of soldiers or fighters
    numbers: frozenset[float] = frozenset()  # all figures, small ones too
    part: bool = False  # a count of some among others: a denial answers the whole


def answered(denials: Sequence[Topic], others: Sequence[Topic]) -> Topic | None:
    """The claim that denials of one thing answer best, or None when none is answered well enough.

    The mean over them counts: what stands near one of them by chance is far from the others.
    """
    ranked = [(sum(answers(d, o) for d in denials) / len(denials), -o.row, o) for o in others]
    best = max(ranked, key=lambda r: (r[0], r[1]), default=None)
    return best[2] if best is not None and best[0] >= ALIKE else None


def answers(denial: Topic, other: Topic) -> float:
    """How well a denial answers a claim; 0.25 and more is an answer."""
    before = denial.start - other.start
    near = denial.document == other.document and 0 <= before <= NEAR_CHARACTERS
    alike = _alike(denial, other)
    closeness = 0.15 * (1 - before / NEAR_CHARACTERS) if near else 0.0
    own = other.speaker and other.speaker == denial.speaker and other.kind != "denial"
    if own and not (denial.figures & other.figures and denial.voice != other.voice):
        return 0.0  # nobody denies what it says itself, but a ministry the figure of one of its officials
    if other.kind == "denial":
        return alike + 0.1 * (denial.speaker == other.speaker) if alike >= DENIAL_ALIKE else 0.0
    if other.kind == "blame":
        return _charge(denial, other, alike, near, before) + closeness
    if other.kind == "status":
        return _state(denial, other, alike, near)
    return _figure(denial, other, alike, near) + closeness


def _alike(denial: Topic, other: Topic) -> float:
    """Share of words in common, those for who acts aside; a word that is all that one of them says counts half."""
    told = [(denial.words, other.words), (denial.state, other.state)]
    told += [(denial.state, other.matter)] if other.kind == "blame" else []
    return max(_share(matter_of(a), matter_of(b)) for a, b in told)


def _share(a: frozenset[str], b: frozenset[str]) -> float:
    return dice(a, b) * (0.5 if min(len(a), len(b)) == 1 else 1.0)


def _state(denial: Topic, other: Topic, alike: float, near: bool) -> float:
    """A state is denied in its own words; what another says of a party, by that party in words of its own."""
    if _DOING.search(denial.text) and not _DOING.search(other.text):
        return 0.0  # who denies a part in it does not deny how things stand
    if denial.speaker & other.sides and other.speaker and not denial.speaker & other.speaker:
        return alike + (0.2 if near else 0.1)
    if denial.sides and other.sides and not denial.sides & other.sides:
        return 0.0  # it is of another party
    if denial.sides and denial.sides == other.sides and denial.state & other.state:
        return alike + 0.2  # the same parties and the same thing: "troops are there", "troops entered"
    if near and alike and _TOLD_JUST_NOW.search(denial.text):
        return alike + 0.25  # "denies this": what was just told
    return alike if alike >= STATE_ALIKE else 0.0


def _charge(denial: Topic, other: Topic, alike: float, near: bool, before: int) -> float:
    """A charge is denied by whom it accuses, mostly at once; elsewhere the words must tell."""
    if denial.speaker and other.accused and not denial.speaker & other.accused:
        return alike - 0.2
    if denial.deeds and other.deeds and not (denial.deeds & other.deeds or BREACH in denial.deeds | other.deeds):
        return 0.0  # it denies an abduction, not a killing
    if denial.numbers and (_ANY_FIGURE.search(denial.text) or _DIED.search(denial.text)):
        return 0.0  # "the figure of 120 is fantasy" denies a figure, not who did it
    if _THERE_WAS.match(denial.text) and denial.deeds.isdisjoint(other.deeds):
        return 0.0  # that there is cholera is denied, not who brought it
    if denial.sides & other.accused and denial.deeds & other.deeds and not denial.speaker:
        return alike + 0.25  # "Varn did not hit the market" answers those who say that it did
    if other.state and denial.voice and (other.state <= denial.voice or denial.voice <= other.state):
        return alike + 0.25  # "the police" are charged, "Varn police" deny
    if denial.speaker & other.accused and _PRESENT.search(denial.text):
        return alike + 0.25
    around = denial.document == other.document and abs(before) <= NEAR_CHARACTERS
    if around and denial.speaker & other.accused and denial.deeds & other.deeds:
        return alike + 0.25  # it is denied before the charge is told
    if near and matter_of(denial.state) <= _SAYINGS:
        return alike + 0.3  # "rejected the accusations": those that were just told
    if near and denial.speaker and not other.accused:
        return alike - 0.1  # a cause, not a party: whoever denies something else stands near it by chance
    if (
        near
        and not alike
        and not _THAT.search(denial.text)
        and not denial.speaker & other.accused
        and len(matter_of(denial.state)) >= TELLING
    ):
        return 0.0  # it says what it denies, and that is something else
    if near:
        return alike + (0.2 if denial.speaker & other.accused else 0.15)
    return alike + 0.1 if alike >= FAR_ALIKE else 0.0


def _figure(denial: Topic, other: Topic, alike: float, near: bool) -> float:
    """A figure is denied by name, as "that figure", or as a thing of its kind that happened to the same people."""
    if denial.figures & other.figures:
        return alike + 0.5
    if denial.numbers & other.numbers and _DIED.search(denial.text):
        return alike + 0.4
    if near and _ANY_FIGURE.search(denial.text):
        return alike + (0.3 if other.kind == "killed" else 0.25)
    if denial.numbers and other.numbers and max(denial.numbers) * OTHER_PEOPLE < min(other.numbers):
        return 0.0  # "that 28 of its men were among the dead": of some of the 170
    if _BY_WHOM.search(denial.text) and not denial.figures:
        return 0.0
    if denial.state & AGENTS and not denial.figures and other.kind in ("killed", "wounded") and denial.deeds:
        return 0.0  # "the police killed him": who did it, not how many
    told = denial.sides | (denial.speaker if _OWN.search(denial.text) else frozenset())
    if told and other.sides and not told & other.sides:
        return 0.0
    if other.kind == "captured" and _THINGS.search(denial.text) and not _PERSONS.search(denial.text):
        return 0.0  # it denies that a position was taken, not a prisoner
    if other.kind == "seized" and _PERSONS.search(denial.text) and not _THINGS.search(denial.text):
        return 0.0
    of_kind = any(other.kind in kinds and words.search(denial.text) for kinds, words in _DENIED_KINDS)
    others = other.fighters and _CIVILIANS.search(denial.text) is not None
    if of_kind and not near and not others and _ANYONE.search(denial.text) and not denial.figures:
        return alike + 0.3
    own = other.fighters and _OWN_LOSSES.search(denial.text) is not None and denial.voice != other.voice
    own |= _is_of_own(denial, other)
    return alike + (0.3 if told & other.sides or own else 0.15) if of_kind else 0.0


def _is_of_own(denial: Topic, other: Topic) -> bool:
    """A side denies what the other side says that it lost: its position, its soldiers."""
    if not (denial.speaker and other.speaker) or denial.speaker & other.speaker or denial.sides - denial.speaker:
        return False
    return bool(denial.sides) or (other.fighters and _PERSONS.search(denial.text) is not None)


def dice(a: frozenset[str], b: frozenset[str]) -> float:
    """Words in common over all words, 0 to 1."""
    return 2 * len(a & b) / (len(a) + len(b)) if a and b else 0.0
