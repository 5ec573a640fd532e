"""Who dies and who is dead: 'ten died', 'were left dead', 'two are missing'."""

from __future__ import annotations

from factcheck.extraction.counts.arguments.clause import (
    OBJECT,
    SUBJECT,
    Found,
    children_of,
    meant_by_relative,
    subjects,
)
from factcheck.extraction.counts.kinds import Trigger
from factcheck.extraction.counts.triggers import takes_own_life
from factcheck.extraction.syntax import Token


def of_fate(trigger: Trigger) -> list[Found]:
    """Those who died: the subject of 'died', also before 'took his own life'."""
    verb = trigger.token
    if trigger.companion is not None and takes_own_life(verb) and verb.dep_ == "pcomp":
        verb = verb.head.head  # "shot two relatives before taking his own life"
    found = [(s, "subject") for s in subjects(verb)]
    if not found and verb.dep_ in ("acl", "amod"):
        found = [(verb.head, "subject")]
    return found


def of_state(trigger: Trigger) -> list[Found]:
    """Those who are dead or missing: 'are dead', '12 dead', 'the dead man'."""
    word = trigger.token
    own = children_of(word, "nsubj", "nsubjpass") or [
        s for c in children_of(word, "aux") for s in children_of(c, "nsubj")
    ]
    found: list[Found] = [(s, "subject of the state") for s in own]
    numbers = [
        c
        for c in children_of(word, "nummod", "npadvmod", "meta", "quantmod", "amod", "dep")
        if c.pos_ in ("NUM", "NOUN")
    ]
    found += [(n, "number beside it") for n in numbers]
    head = word.head
    if any(rule == "subject of the state" for _, rule in found):
        return found
    if word.dep_ in ("amod", "nmod", "acl", "appos", "compound") and head != word:
        if head.lower_ not in ("nobody", "none", "no-one"):  # "of the dead nobody has a list"
            found.append((head, "modifier"))
    elif word.dep_ in ("pcomp", "pobj", "amod") and head.lower_ == "as" and head.head.pos_ == "VERB":
        found += _of_complement(head, head.head)
    elif word.dep_ in ("acomp", "attr", "oprd", "xcomp", "advcl", "ccomp", "conj") and head != word:
        found += _of_complement(word, head)
    return found


def _of_complement(word: Token, verb: Token) -> list[Found]:
    """'are dead', 'left ten people dead', 'was pronounced dead', 'feared dead'."""
    counted_anew = any(t.like_num for t in word.doc[verb.i + 1 : word.i])  # "and 30 passengers are missing"
    if word.dep_ in ("conj", "advcl") and counted_anew:
        return []  # also "claimed around 200 Ruritanian dead"
    if word.dep_ == "conj" and verb.pos_ in ("ADJ", "VERB") and not children_of(word, *SUBJECT):
        return [(s, "shared subject of the state") for s in subjects(verb)] or _of_complement(verb, verb.head)
    passive = children_of(verb, "nsubjpass")
    if passive:
        return [(meant_by_relative(verb, s), "passive subject of the state") for s in passive]
    if word.dep_ in ("oprd", "xcomp", "ccomp", "advmod", "acomp") and (objects := children_of(verb, *OBJECT)):
        before = [o for o in objects if o.i < word.i]
        return [(o, "object left so") for o in before or objects]
    if verb.dep_ == "acl" and verb.tag_ == "VBN":
        return [(verb.head, "reduced clause of the state")]
    return [(s, "subject of the state") for s in subjects(verb)]
