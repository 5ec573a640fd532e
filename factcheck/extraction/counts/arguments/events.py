"""Whom a noun counts: 'deaths of 23 personnel', 'Soleimani's death', 'the bodies of two boys'."""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.extraction.counts import nouns
from factcheck.extraction.counts.arguments.clause import OBJECT, Found, children_of
from factcheck.extraction.counts.kinds import Trigger
from factcheck.extraction.syntax import Token


def of_event(trigger: Trigger) -> list[Found]:
    """'deaths of 23 personnel', 'Soleimani's death', 'the shooting death of a man'."""
    noun = trigger.token
    found: list[Found] = []
    for of in (c for c in noun.children if c.lower_ == "of"):
        found += [(o, "of-phrase") for o in (*children_of(of, "pobj"), *_joined_to_the_noun(noun, of))]
    if not found and noun.lower_ in ("death", "murder", "killing", "assassination", "slaying", "execution"):
        found += [(p, "whose death") for p in children_of(noun, "poss")]
    return [(noun, "counted itself"), *found]


def _joined_to_the_noun(event: Token, of: Token) -> Iterator[Token]:
    """'the murder of a priest and his cook shocked': the cook, whom the parser joins to the murder or the verb."""
    if not any(
        c.lower_ == "and" and c.i > of.i for holder in (event, *children_of(of, "pobj")) for c in holder.children
    ):
        return
    beside = [c for c in children_of(event, "conj") if c.i > of.i]
    if event.dep_ in ("nsubj", "nsubjpass"):
        beside += [c for c in children_of(event.head, "nsubj", "nsubjpass") if of.i < c.i < event.head.i]
    for one in beside:
        told = any(c.dep_ in ("det", "poss", "nummod") for c in one.children)
        if (told and nouns.is_person(one.text)) or (one.like_num and children_of(one, "prep")):
            yield one


def of_people(trigger: Trigger) -> list[Found]:
    """Those whom a word for people counts: 'five bodies', 'the dead were two nurses', 'the body of a boy'."""
    noun = trigger.token
    found: list[Found] = [(noun, "counted itself")]
    if noun.dep_ in ("nsubj", "nsubjpass") and noun.head.lower_ in (
        "are",
        "were",
        "include",
        "included",
        "is",
        "was",
    ):
        found += [(a, "named as the dead") for a in children_of(noun.head, "attr", *OBJECT)]
    if noun.tag_ != "NNS" or noun.lower_ in ("bodies", "corpses", "lives", "remains", "skeletons"):
        for of in (c for c in noun.children if c.lower_ == "of"):
            found += [(o, "of-phrase") for o in children_of(of, "pobj")]
    return found
