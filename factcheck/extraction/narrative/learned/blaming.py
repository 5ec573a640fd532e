"""Whom a clause that reads as a charge blames, and for what: by its verb and what hangs on it."""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.extraction.narrative.doers import antecedent, is_doer, names_side
from factcheck.extraction.narrative.hostile import VIOLENT
from factcheck.extraction.syntax import Token
from factcheck.extraction.voices.clauses import child, object_of
from factcheck.lexicons import word_set

Blamed = tuple[Token | None, Token | None]
"""The heads of whom is blamed and of what for; None for what the clause does not say."""

_FALLS = {
    **dict.fromkeys(word_set("lie lies lay lain rest rests rested"), ("with", "on", "at")),
    **dict.fromkeys(word_set("come comes came stem stems stemmed"), ("from",)),
    **dict.fromkeys(word_set("belong belongs belonged"), ("to",)),
}
"""Verbs behind which the blamed one stands, with the words between: 'the failure lay with commanders'."""
_MARKS = word_set("hand hands hallmark hallmarks stamp fingerprints signature mark marks imprint")
"""What bears these of somebody is their deed."""
_WORK = word_set("work handiwork doing fault responsibility making")
_DEEDS = VIOLENT | word_set("failure incident event deaths death fire fires blast")
"""What is somebody's deed, and blames nobody itself."""
_PERSONAL = word_set("it they he she")
_BEING = word_set("is are was were be been being 's")
_DEEPEST = 4
"""Verbs up which a subject is looked for."""


def blamed_in(head: Token) -> Blamed:
    """Whom the clause of a verb blames for what: the doer of the verb, and whom or what that was done to."""
    suffered = child(head, "nsubjpass")
    if suffered is not None:
        return _agent(head), antecedent(suffered, head)
    who, deed = doer(head), child(head, "dobj")
    behind = object_of(head, *_FALLS.get(head.lower_, ()))
    if behind is not None:
        return behind, who
    if deed is not None and deed.lower_ in _MARKS and (owner := object_of(deed, "of")) is not None:
        return owner, who
    if head.lower_ in _BEING:
        return _of_being(head, who)
    if who is not None and who.lower_ in _DEEDS and (agent := _agent(head)) is not None:
        return agent, who
    return who, deed


def _of_being(head: Token, who: Token | None) -> Blamed:
    """'The rest was the work of the bombers', 'the plane was one flown by the navy', 'they were the aggressor'."""
    what = child(head, "attr")
    if what is not None and what.lower_ in _WORK:
        return object_of(what, "of") or child(what, "poss"), who
    if who is not None and (what is not None or who.lower_ in _DEEDS):
        agent = _agent(head)
        if agent is not None or who.lower_ in _DEEDS:
            return agent, who
    return who, None


def doer(head: Token) -> Token | None:
    """The subject of a verb or, of one that goes on with it, of the verb before; of 'it' in a clause that hangs on
    another, the other's."""
    verb, found = head, None
    for _ in range(_DEEPEST):
        own = child(verb, "nsubj", *(("nsubjpass",) if verb is not head else ()))
        if own is not None:
            own = antecedent(own, verb)
            if own.lower_ not in _PERSONAL or verb.dep_ != "advcl":
                return own if found is None or own.pos_ in ("NOUN", "PROPN") else found
            found = found or own  # "broke the law when it dropped": what the verb above has
        elif not (verb.dep_ == "conj" or (verb.dep_ in ("advcl", "xcomp") and verb.tag_ == "VBG")):
            return found
        if verb.head.i == verb.i:
            return found
        verb = verb.head
    return found


def _agent(head: Token) -> Token | None:
    """Who did what hangs on a verb or on its object: 'was used as a base by the rebels', 'attacks by the army'."""
    own = object_of(head, "by")
    if own is not None:
        return own
    return next((who for who in _behind_by(head) if who.pos_ == "PRON" or is_doer(who) or names_side(who)), None)


def _behind_by(head: Token) -> Iterator[Token]:
    for token in head.subtree:
        if token.lower_ == "by" and token.i > head.i:
            found = child(token, "pobj")
            if found is not None:
                yield found
