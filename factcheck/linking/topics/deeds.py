"""What charges and denials are about: their words, words for one thing as one, and families of deeds."""

from __future__ import annotations

from factcheck.language.parties import sides_in
from factcheck.language.subjects import stem
from factcheck.lexicons import column, word_set
from factcheck.linking.words import words_of

_VAGUE_DEEDS = word_set(
    "clash clashes fighting escalation violence incident incidents events event crisis conflict exchange fire"
    " border aggression hostilities war undeclared territory opening provocation offensive"
    " situation tragedy disaster conditions failure danger it this that what happened start started starting"
    " outbreak beginning begun renewal resumption fired opened opening firing himself themselves itself herself"
    " everything"
)

AGENTS = word_set(
    "police army troop soldier force officer military ministry minister government state fighter militant rebel"
    " gunman shooter attacker suspect driver authority member side party"
)
"""Words for who acts: many charges of one incident share them, so they do not tell one matter from another."""

NEGLECT = word_set(
    "failure failures neglect negligence lack inaction delay delays delayed refusal absence abandonment"
    " indifference carelessness slowness unpreparedness mismanagement shortage"
)
"""Words for what was left undone."""

_DEEDS = (
    word_set(
        "attack attacks strike strikes airstrike airstrikes air raid raids shelling shell shells bombing bombings"
        " bomb bombs bombardment missile missiles rocket rockets drone drones assault ambush explosion explosions"
        " blast blasts killing killings kill killed massacre massacres death deaths murder murders execution"
        " executions shooting shootings slaughter atrocity atrocities casualties hit"
        " massacred murdered executed slaughtered shelled bombed"
        " bombarded"
    ),
    word_set("burning arson torching looting destruction razing"),
    word_set(
        "concealment hiding cover-up coverup invention fabrication lying falsification denial misinformation"
        " disinformation propaganda"
    ),
    word_set(
        "abduction abductions kidnapping kidnappings detention detentions arrest arrests disappearance"
        " disappearances"
    ),
    word_set("crash crashes downing collision sinking derailment capsizing collapse shootdown"),
    NEGLECT,
    word_set("breach breaches violation violations broken breaking broke"),
)
"""Families of deeds that a charge can be about; a deed of one family is not one of another."""


def told_words(text: str) -> frozenset[str]:
    """The words that tell, words for one thing as one."""
    same = column("same_words", "word", "stands_for")
    return frozenset(stem(same.get(w, w)) for w in words_of(text) if not sides_in(w))


def matter_of(words: frozenset[str]) -> frozenset[str]:
    """The words without those for who acts; all of them where nothing else is said."""
    return words - AGENTS or words


def apart(a: frozenset[str], b: frozenset[str]) -> bool:
    """True when two charges are about two matters: other deeds, or the same deed done to other things."""
    one, other = families(a), families(b)
    if _NEGLECT in one ^ other and _HARM in (one if _NEGLECT in other else other):
        return True  # who attacked, and who sent no help
    a, b = a - VAGUE, b - VAGUE
    things_a, things_b = a - _ALL_DEEDS, b - _ALL_DEEDS
    if not a or not b or things_a & things_b:
        return False
    deeds_a, deeds_b = families(a), families(b)
    return bool(things_a and things_b) or bool(deeds_a and deeds_b and not deeds_a & deeds_b)


def says_little(words: frozenset[str]) -> bool:
    """True when the words fit all that happens in fighting: "the outbreak of the clashes"."""
    return not words - VAGUE


def families(words: frozenset[str]) -> frozenset[int]:
    """The numbers of the families of deeds that the words are of."""
    return frozenset(n for n, family in enumerate(_STEMMED) if words & family)


BREACH = len(_DEEDS) - 1
"""The family of breaches: of a truce any deed may be one."""
_HARM, _NEGLECT = 0, _DEEDS.index(NEGLECT)
"""The families of attacks, and of what was left undone."""
VAGUE = _VAGUE_DEEDS | told_words(" ".join(_VAGUE_DEEDS))
_STEMMED = tuple(told_words(" ".join(family)) for family in _DEEDS)
_ALL_DEEDS = frozenset().union(*_STEMMED)
