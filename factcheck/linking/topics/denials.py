"""Which figure a denial answers, by rules; and the words by which denials tell what they deny."""

from __future__ import annotations

import re

from factcheck.language.subjects import stem
from factcheck.lexicons import word_set
from factcheck.linking.topics.deeds import AGENTS, matter_of
from factcheck.linking.topics.topic import Topic

NEAR_CHARACTERS = 450
"""A denial mostly answers what stands just before it."""

ALIKE = 0.25
"""Score from which a denial answers a claim; set on the marked reports."""

TELLING = 2
"""Words from which a denial says what it denies."""

OTHER_PEOPLE = 1.5
"""A denied figure so many times below another is of fewer people."""

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
ANY_FIGURE = re.compile(r"\b(?:figures?|tolls?|numbers?|counts?|tally)\b", re.I)
SAYINGS = frozenset(
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
PRESENT = re.compile(
    r"\b(?:(?:troops|soldiers|forces|fighters|men|units) (?:was|were|are|had been|have been|operated?|entered)"
    r" (?:\w+ )?(?:in|at|near|there|present|anywhere|inside|deployed)|presence of (?:its|their|any))\b",
    re.I,
)
"""Who was not there did not do it."""
DOING = re.compile(
    r"\b(?:(?:took|taking|taken|any|had|no) part|part in|role|hand in|involve\w*|responsib\w*"
    r"|behind (?:it|the|this|that)|masterminded|ordered|ordering|instigat\w*|complicit\w*"
    r"|carried out|committed|perpetrat\w*)\b",
    re.I,
)
"""Words for having done it."""
BY_WHOM = re.compile(
    r"\b(?:died|killed|shot|wounded|injured|hurt|hit|struck|slain|executed) (?:\w+ )?(?:by|at the"
    r" hands of|(?:in|under) (?:the )?fire of)\b",
    re.I,
)
"""Who did it is denied, not how many there were."""
THERE_WAS = re.compile(r"there (?:was|were|is|are|has been|had been|ever was)\b", re.I)
DIED = re.compile(r"\b(?:died|dead|deaths?|killed|victims|fatalities|injured|wounded|hurt|missing)\b", re.I)
THAT = re.compile(
    r"\b(?:this|these|such)\b|\bthat (?:idea|theory|version|claim|account|view|story|charge|explanation)\b", re.I
)
"""What is denied was just told."""
TOLD_JUST_NOW = re.compile(
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


def answers(denial: Topic, count: Topic) -> float:
    """How well a denial answers a count; 0.25 and more is an answer."""
    before = denial.start - count.start
    near = denial.document == count.document and 0 <= before <= NEAR_CHARACTERS
    own = count.speaker and count.speaker == denial.speaker
    if own and not (denial.figures & count.figures and denial.voice != count.voice):
        return 0.0  # nobody denies what it says itself, but a ministry the figure of one of its officials
    return _figure(denial, count, alike_in_words(denial, count), near) + (
        0.15 * (1 - before / NEAR_CHARACTERS) if near else 0.0
    )


def alike_in_words(denial: Topic, other: Topic) -> float:
    """Share of words in common, those for who acts aside; a word that is all that one of them says counts half."""
    told = [(denial.words, other.words), (denial.state, other.state)]
    told += [(denial.state, other.matter)] if other.kind == "blame" else []
    return max(_share(matter_of(a), matter_of(b)) for a, b in told)


def _share(a: frozenset[str], b: frozenset[str]) -> float:
    return dice(a, b) * (0.5 if min(len(a), len(b)) == 1 else 1.0)


def _figure(denial: Topic, other: Topic, alike: float, near: bool) -> float:
    """A figure is denied by name, as "that figure", or as a thing of its kind that happened to the same people."""
    if denial.figures & other.figures:
        return alike + 0.5
    if denial.numbers & other.numbers and DIED.search(denial.text):
        return alike + 0.4
    if near and ANY_FIGURE.search(denial.text):
        return alike + (0.3 if other.kind == "killed" else 0.25)
    if denial.numbers and other.numbers and max(denial.numbers) * OTHER_PEOPLE < min(other.numbers):
        return 0.0  # "that 28 of its men were among the dead": of some of the 170
    if BY_WHOM.search(denial.text) and not denial.figures:
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
