"""Whom a verb is done to: its object, the subject of its passive, whoever else it hit."""

from __future__ import annotations

from factcheck.extraction.counts import nouns
from factcheck.extraction.counts.arguments.clause import (
    OBJECT,
    REFLEXIVE,
    SUBJECT,
    WHO,
    Found,
    behind_label,
    children_of,
    meant_by_relative,
    subjects,
)
from factcheck.extraction.counts.arguments.events import of_event
from factcheck.extraction.counts.arguments.listed import AGED, and_himself, listed_after
from factcheck.extraction.counts.arguments.participles import of_participle
from factcheck.extraction.counts.kinds import Trigger
from factcheck.extraction.syntax import Token

STANDING = frozenset({"captured", "kidnapped", "arrested", "seized"})
"""'65 captured soldiers' says who they are, not how many were taken."""

_WHAT_IS_LOST = frozenset({"life", "lives", "death", "deaths", "home", "homes", "houses", "martyrdom", "action"})


def _behind(trigger: Trigger) -> list[Found]:
    """'set fire to 12 huts', 'made off with three girls': the objects of the verb's preposition."""
    holders = [trigger.token, *([trigger.companion] if trigger.companion is not None else [])]
    preps = [c for h in holders for c in h.children if c.lower_ == trigger.behind and c.i > trigger.token.i]
    return [(o, "object") for prep in preps for o in children_of(prep, "pobj")]


_TURNS = frozenset({"when", "after", "while", "because", "as"})
"""What begins another clause: '78 drowned when a boat sank, the governor said' drowns no governor."""


def of_act(trigger: Trigger) -> list[Found]:
    """Whom an act is done to, with the name of the rule that found each."""
    if trigger.behind:
        return _behind(trigger)
    verb = trigger.token
    if (taken := _whom(verb)) is not None:
        return [(taken, "whom it was done to")]
    if verb.tag_ in ("NN", "NNS", "NNP"):
        if trigger.companion is not None and trigger.companion.lower_ in ("dead", "down"):
            return [(o, "object") for o in children_of(trigger.companion, "pobj", *OBJECT)]
        return of_event(trigger)
    passive = children_of(verb, "nsubjpass") or [
        s for c in children_of(verb, "auxpass") for s in children_of(c, "nsubj")
    ]  # "seven men remained hospitalized"
    passive = passive or _after_according(verb)
    objects = [c for c in children_of(verb, *OBJECT) if c != trigger.companion or c.lower_ not in _WHAT_IS_LOST]
    objects = objects or [
        c for c in children_of(verb, "oprd") if c.lower_ in AGED
    ]  # "shooting dead a 13-year-old"
    objects = [meant_by_relative(verb, o) if o.lower_ in WHO and o.i < verb.i else o for o in objects]
    objects = [
        o
        for o in objects
        if o.i < verb.i or not any(t.lower_ in _TURNS for t in verb.doc[verb.i + 1 : o.left_edge.i])
    ]
    objects = [o for o in objects if not _behind_a_comma(o, verb)]
    objects = [_meant(o, verb) if trigger.kind == "killed" or o.lower_ == "them" else o for o in objects]
    if own := next((o for o in objects if o.lower_ in REFLEXIVE), None):
        others = [(o, "object") for o in own.conjuncts if o.i > own.i]
        return [*others, *((s, "own hand") for s in _by_whom(verb))]
    if not objects and (whose := _whose_life(trigger)):
        return [(o, "of-phrase") for o in whose]
    if passive:
        return [(meant_by_relative(verb, behind_label(s)), "passive subject") for s in passive]
    if inverted := _after_its_helper(verb):
        return [(s, "inverted passive subject") for s in inverted]
    if objects:
        own_hand = _by_whom(verb) if and_himself(verb, objects[-1]) else []
        listed = [(o, "object") for o in (*objects, *listed_after(objects[-1], verb))]
        return [*listed, *((s, "own hand") for s in own_hand)]
    if trigger.companion is not None and trigger.companion.dep_ == "ccomp" and trigger.companion.head == verb:
        objects = children_of(trigger.companion, *OBJECT)  # "let go 17 of them"
    if objects:
        return [(o, "object") for o in objects]
    small = [
        s for c in children_of(verb, "ccomp", "oprd") for s in children_of(c, "nsubj") if c == trigger.companion
    ]
    if small:
        return [(s, "object") for s in small]
    if trigger.companion is not None and trigger.companion.lower_ == "dead":
        objects = children_of(trigger.companion, "pobj")  # "men on motorbikes shot dead an elder"
    if objects:
        return [(o, "object") for o in objects]
    joined = [o for c in children_of(verb, "conj") if c.pos_ == "VERB" for o in children_of(c, *OBJECT)]
    if joined and verb.tag_ in ("VBG", "VBD", "VBZ", "VB", "VBP") and not children_of(verb, "prep", "agent"):
        return [(o, "shared object") for o in joined]
    if joined and _did_both(verb, joined[0]):
        return [(o, "shared object") for o in joined]
    if verb.dep_ == "amod" and verb.head.i > verb.i:
        return [(verb.head, "modifier")] if trigger.kind not in STANDING else []
    if verb.tag_ in ("VBN", "VBD", "JJ"):
        return list(of_participle(verb))
    return []


def _did_both(verb: Token, whom: Token) -> bool:
    """'gunmen and bandits killed and robbed a farmer': the parser takes the first verb for a participle."""
    joint = verb.doc[verb.i + 1 : verb.i + 3]
    active = verb.tag_ == "VBN" and bool(children_of(verb, "nsubj")) and not children_of(verb, "aux", "auxpass")
    return (
        active
        and len(joint) == 2
        and joint[0].lower_ == "and"
        and whom.head == joint[1]
        and nouns.is_person(whom.text)
    )


def _behind_a_comma(noun: Token, verb: Token) -> bool:
    """'Five residents drowned, the head of the town told us': who speaks, not who was drowned."""
    return noun.left_edge.i == verb.i + 2 and verb.nbor().text == ","


def _whom(verb: Token) -> Token | None:
    """'a hostage whom they killed', 'six men, one of whom they shot dead': the hostage, the one."""
    if verb.dep_ != "relcl":
        return None
    own = any(c.dep_ in OBJECT and c.lower_ == "whom" for c in verb.children)
    of = [o for c in verb.head.children if c.lower_ == "of" for o in children_of(c, "pobj")]
    others = any(c.dep_ in (*OBJECT, "nsubjpass", "auxpass") and c.lower_ != "whom" for c in verb.children)
    return verb.head if own or (not others and any(o.lower_ == "whom" for o in of)) else None


def _after_according(verb: Token) -> list[Token]:
    """'According to police, two men and a boy were shot': the parser makes one list of all that is named."""
    node = verb
    while node.dep_ == "conj" and node.head.pos_ == "VERB":
        node = node.head
    if not (children_of(node, "auxpass") and verb.doc[0].lower_ == "according") or children_of(node, *SUBJECT):
        return []
    said = next((o for to in verb.doc[0].children for o in children_of(to, "pobj")), None)
    found = [] if said is None else [o for o in said.conjuncts if said.i < o.i < node.i]
    return [o for o in found[:1] if any(t.text == "," for t in verb.doc[said.i : o.i])]  # type: ignore[union-attr]


def _by_whom(verb: Token) -> list[Token]:
    """Who does it: its subject, or that of the verb it goes on from ('before fleeing and killing himself')."""
    node = verb
    for _ in range(6):
        if (found := subjects(node)) or node.dep_ not in ("conj", "pcomp", "advcl", "prep", "xcomp"):
            return found
        node = node.head
    return []


def _whose_life(trigger: Trigger) -> list[Token]:
    """'claimed the life of one man and injured three others': the man."""
    lost = trigger.companion
    if lost is None or lost.lower_ not in _WHAT_IS_LOST or lost.head != trigger.token:
        return []
    found = [o for of in lost.children if of.lower_ == "of" for o in children_of(of, "pobj")]
    beside = [o for o in lost.conjuncts if o.i > lost.i and nouns.is_person(o.text)] if found else []
    return found + beside  # "the lives of a doctor, two nurses and seven patients"


def _after_its_helper(verb: Token) -> list[Token]:
    """'Also killed were two nurses', 'injured in the blast was a guard': the subject after its verb."""
    if verb.tag_ not in ("VBN", "VBD"):
        return []
    helpers = [c for c in children_of(verb, "auxpass") if c.i > verb.i]
    return [s for c in helpers for s in (*children_of(c, "attr"), *children_of(verb, "attr")) if s.i > c.i]


def _meant(token: Token, verb: Token) -> Token:
    """'arrested fifteen villagers and executed them', 'shot a clerk, killing him': the villagers, the clerk."""
    node = verb
    while token.lower_ in AGAIN and node.dep_ in ("conj", "advcl") and node.head != node:
        if children_of(node, *SUBJECT):
            return token
        node = node.head
        before = [o for o in children_of(node, *OBJECT) if o.i < verb.i]
        if before and token.lower_ == "them":
            return before[0]
        if before:
            return before[0] if _is_somebody(before[0]) else token
    return token


AGAIN = frozenset({"them", "him", "her"})
"""Pronouns that take up the object of the verb before."""


def _is_somebody(noun: Token) -> bool:
    return noun.tag_ == "NNP" or nouns.is_one_person(noun.text)
