"""Whom a participle tells of: '58 soldiers killed in', '2 dead, 7 wounded'."""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.extraction.counts.arguments.clause import OBJECT, Found, children_of, meant_by_relative, subjects
from factcheck.extraction.syntax import Token
from factcheck.lexicons import word_set

_THOUGHT = word_set("feared believed presumed reported thought confirmed declared")
LEAVES = frozenset({"left", "leaves", "leaving", "leave"})
_HEDGES = word_set("more about some at up nearly over almost around roughly between")
_AT_WHOM = word_set("both at himself herself him her them his their")


def of_participle(verb: Token) -> Iterator[Found]:
    """'58 soldiers killed in', '2 dead, 7 wounded', and a participle that shares the subject of another."""
    own = children_of(verb, "nsubj")
    helpers = {c.lower_ for c in children_of(verb, "aux", "auxpass")}
    if own and verb.tag_ == "VBD" and verb.i + 1 < len(verb.doc) and verb.nbor().lower_ in _AT_WHOM:
        return  # "the gunman shot both"
    if verb.lower_ == "lost" and verb.i + 1 < len(verb.doc) and _begins_figure(verb.nbor()):
        return  # "the enemy lost more than 300 men killed and wounded"
    if own and (struck := _behind_its_particle(verb)) is not None:
        yield struck, "object"
        return
    if own and not helpers & {"has", "have", "had", "did", "does", "do", "will"}:
        for subject in own:
            yield meant_by_relative(verb, subject), "participle after its subject"
        return
    if verb.dep_ in ("acl", "relcl") and verb.tag_ in ("VBN", "VBD"):
        head = verb.head
        yield head, "reduced clause"
        while head.dep_ == "conj" and head.head.pos_ in ("NOUN", "PROPN", "NUM"):
            head = head.head
            yield head, "reduced clause of a list"
        return
    if verb.dep_ == "conj":
        head = verb.head
        conj_object = any(c.dep_ in OBJECT for c in verb.head.children)
        passive = any(c.dep_ in ("nsubjpass", "auxpass") for c in head.children)
        active = head.tag_ in ("VBZ", "VBP") or (
            head.tag_ == "VBD" and any(c.dep_ == "prep" for c in head.children)
        )
        passive = passive or head.lower_ in ("was", "were")  # "were on a visit and were wounded"
        if _has_others(verb):
            return
        if passive or (not conj_object and verb.tag_ == "VBN" and not active):
            for subject in subjects(head):
                yield subject, "shared passive subject"
    if verb.dep_ in ("ccomp", "oprd", "acomp") and verb.head.lower_ in LEAVES and verb.tag_ == "VBN":
        for left in [o for o in children_of(verb.head, *OBJECT) if o.i < verb.i]:
            yield left, "object left so"
    if verb.dep_ in ("xcomp",) or (verb.dep_ in ("oprd", "acomp", "ccomp") and verb.head.lower_ in _THOUGHT):
        for subject in subjects(verb) or subjects(verb.head):
            yield subject, "raised subject"
    if verb.dep_ in ("advcl", "ccomp") or verb.head == verb:
        for number in children_of(verb, "nummod", "npadvmod", "meta", "dep", "advmod"):
            if number.like_num or number.pos_ in ("NUM", "NOUN"):
                yield number, "number beside it"


def _begins_figure(token: Token) -> bool:
    return token.like_num or token.tag_ == "CD" or token.lower_ in _HEDGES


def _has_others(verb: Token) -> bool:
    """'35 were killed and well over a hundred were wounded', wherever the parser hangs the hundred."""
    helper = next((c for c in verb.children if c.dep_ == "auxpass"), None)
    if helper is None:
        return False
    for word in reversed(verb.doc[verb.head.i + 1 : helper.i]):
        if word.dep_ == "cc":
            return False
        if word.pos_ in ("NOUN", "PROPN", "NUM", "PRON"):
            return True
    return False


def _behind_its_particle(verb: Token) -> Token | None:
    """'An F-16 shot down a transport plane': what stands behind the particle, whatever the parser says."""
    particle = next((c for c in verb.children if c.dep_ == "prt" and c.i == verb.i + 1), None)
    if particle is None or verb.tag_ != "VBD":
        return None
    return next(
        (c for c in verb.children if c.dep_ in ("npadvmod", "dep") and c.left_edge.i == particle.i + 1
         and c.left_edge.tag_ in ("DT", "PRP$", "CD")), None,
    )  # fmt: skip
