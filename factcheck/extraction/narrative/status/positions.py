"""Who holds what, who came and who went, what goes on: forces, places and doings in somebody's words."""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.extraction.narrative.accusing import accuser, negated
from factcheck.extraction.narrative.armed import ARMED, PEOPLE
from factcheck.extraction.narrative.doers import is_doer, same_side, subject_of
from factcheck.extraction.narrative.hostile import is_deed
from factcheck.extraction.narrative.status.groundgate import STRICT, may_hold
from factcheck.extraction.narrative.status.groundwords import (
    ARMS,
    BEGIN,
    DOINGS,
    FELL,
    FORCES,
    GOES_ON,
    HOLD,
    LOAD,
    MOVE,
    OURS,
    OWN,
    PLACES,
    SOME,
    TAKEN,
)
from factcheck.extraction.page import Finding, Page, Sentence
from factcheck.extraction.syntax import Token
from factcheck.extraction.voices.clauses import child, core, object_of, span_over
from factcheck.lexicons import word_set

__all__ = ["find", "may_hold"]

_OUR_PLACES = PLACES - {"it", "all", "side"}
_TAKEN_PLACES = PLACES - {"it", "all", "most"}
_HOLDERS = FORCES | OWN

LONGEST = 20
"""Words of a state's quote from its subject on."""


def find(page: Page, sentence: Sentence) -> Iterator[Finding]:
    """The states of forces and places that somebody asserts in a parsed sentence."""
    assert sentence.tokens is not None
    for verb in sentence.tokens:
        if verb.lower_ not in _BEGIN or verb.pos_ not in ("VERB", "AUX", "ADJ"):
            continue
        words = (
            _uses(verb)
            or _is_target(verb)
            or _holds(page, sentence, verb)
            or _moved(page, sentence, verb)
            or _is_so(verb)
            or _goes_on(verb)
        )
        if words is None or not _asserted(page, sentence, verb):
            continue
        kept = [t for t in words if t.i - words[0].i < LONGEST]
        span = span_over(sentence, kept)
        text = " ".join(span.of(" " * sentence.span.start + sentence.text).split())
        yield Finding("status", span, sentence, "status:position", trigger=verb, target=text, confidence=0.5)


def _asserted(page: Page, sentence: Sentence, verb: Token) -> bool:
    """Said by somebody as a fact: no order, wish or condition, and nothing that is denied."""
    if verb.dep_ in ("aux", "auxpass", "amod", "advcl", "acl", "xcomp", "relcl", "pcomp"):
        return False
    if any(c.tag_ == "MD" for c in verb.children) or negated(verb):
        return False
    first = verb
    while first.dep_ == "conj" and first.head.pos_ in ("VERB", "AUX"):
        first = first.head
    if first.dep_ in ("acl", "relcl") or (first.dep_ == "ccomp" and first.head.pos_ == "NOUN"):
        return False
    return accuser(page, sentence, verb) is not None


def _holds(page: Page, sentence: Sentence, verb: Token) -> list[Token] | None:
    """'The rebels hold most of the town', 'our units hold their positions', 'it had taken the airstrip'."""
    thing = child(verb, "dobj")
    if verb.lower_ not in HOLD or thing is None or child(verb, "auxpass") is not None:
        return None
    who = subject_of(verb)
    if who is None or not _is_place(thing) or any(c.like_num for c in thing.children):
        return None
    if not (is_doer(who) or who.lower_ in _HOLDERS):
        return None
    if verb.lower_ in ("has", "have", "had") and not (is_doer(who) and _had(thing)):
        return None
    if thing.lower_ in ("position", "positions", "ground", "line") and object_of(thing, "on") is not None:
        return None
    if is_deed(verb, thing):
        speaker = accuser(page, sentence, verb)
        if speaker is None or not same_side(page, sentence, speaker, who):
            return None
    if verb.lower_ == "cut" and not any(c.lower_ == "off" for c in verb.children):
        return None
    if verb.lower_ in ("took", "taken", "left", "lost", "reached", "entered", "kept") and who.lower_ in (
        "he",
        "she",
    ):
        return None
    near = [*core(who)] if 0 < verb.i - who.i < 10 else []
    return [*near, *_upto(verb)]


def _uses(verb: Token) -> list[Token] | None:
    """'Troops use the temple as a base'."""
    role = object_of(verb, "as") if verb.lower_ in _USE else None
    who, place = child(verb, "nsubj", "nsubjpass"), child(verb, "dobj")
    if role is None or who is None or role.lower_ not in _BASES or (place is None and verb.lower_ != "used"):
        return None
    return [*core(who), *_upto(verb)]


def _is_target(verb: Token) -> list[Token] | None:
    """'The target was a group of terrorists'."""
    what, who = child(verb, "nsubj"), child(verb, "attr")
    if what is None or who is None or what.lower_ not in ("target", "targets", "objective") or who.i < verb.i:
        return None
    return [*core(what), verb, *core(who)]


_USE = word_set("use uses used using turned")
_BEGIN = BEGIN | _USE
_BASES = word_set(
    "base bases post headquarters depot store warehouse position positions barracks hideout camp bunker"
)


def _had(thing: Token) -> bool:
    """'(The movement has) most of the town', 'the border post', not 'a base'."""
    if thing.lower_ in SOME | {"control"}:
        return True
    return thing.lower_ in STRICT and any(c.lower_ == "the" or c.dep_ == "poss" for c in thing.children)


def _is_place(thing: Token) -> bool:
    if thing.lower_ in PLACES | {"control"}:
        return thing.lower_ != "control" or object_of(thing, "of", "over") is not None
    return thing.pos_ == "PROPN" and not thing.text.isupper() and thing.text[:1].isupper()


def _moved(page: Page, sentence: Sentence, verb: Token) -> list[Token] | None:
    """'Its troops had pulled out of the town', 'the regime's forces withdrew towards the plain'."""
    who = child(verb, "nsubj", "nsubjpass")
    if (
        verb.lower_ not in MOVE
        or verb.tag_ not in ("VBD", "VBN")
        or who is None
        or child(verb, "dobj") is not None
    ):
        return None
    force = who.lower_ in ARMED or (is_doer(who) and who.lower_ not in PEOPLE)
    if not force or any(c.like_num for c in who.children):
        return None
    where = any(c.dep_ in ("prep", "prt", "advmod", "agent") and c.i > verb.i for c in verb.children)
    if not where and verb.lower_ not in (
        "withdrew",
        "withdrawn",
        "retreated",
        "redeployed",
        "disengaged",
        "repelled",
    ):
        return None
    if verb.lower_ in ("arrived", "went", "moved", "returned", "left", "landed") and _police_call(who):
        return None
    return [*core(who), *_upto(verb)]


def _police_call(who: Token) -> bool:
    return who.lower_ in ("police", "officers", "officer", "deputies", "agents", "troopers", "suspect", "security")


def _is_so(verb: Token) -> list[Token] | None:
    """'The town had fallen to them', 'the camp was overrun', 'the car was full of explosives'."""
    what = child(verb, "nsubjpass", "nsubj")
    low = verb.lower_
    stranded = low in ("surrounded", "encircled", "trapped", "cut") and child(verb, "auxpass", "prt") is not None
    if what is None or (any(t.like_num for t in core(what)) and not stranded):
        return None
    named = what.pos_ == "PROPN" and what.text[:1].isupper()
    if low in TAKEN and child(verb, "auxpass") is not None:
        fits = (what.lower_ in _TAKEN_PLACES or named) and not _for_people(verb)
        forces = low in ("surrounded", "encircled", "cut", "besieged") and what.lower_ in ARMED
        if low == "taken" and object_of(verb, "to", "into", "from") is not None:
            return None
        return [*core(what), *_upto(verb)] if fits or forces else None
    if low in FELL and (what.lower_ in PLACES or named):
        to = object_of(verb, "to", "into")
        fits = (low in ("fell", "fallen", "falls") and not named) or (
            to is not None and (is_doer(to) or to.pos_ == "PRON")
        )
        return [*core(what), *_upto(verb)] if fits and child(verb, "dobj") is None else None
    if low in ("is", "was", "are", "were", "remain", "remains", "remained"):
        says = next((c for c in verb.children if c.i > verb.i and (c.lower_ in OURS or c.lower_ in LOAD)), None)
        if says is None:
            return None
        if says.lower_ in OURS:
            fits = what.lower_ in _OUR_PLACES or named
        else:
            of = object_of(says, "of", "with")
            fits = of is not None and any(t.lower_ in ARMS for t in core(of))
        return [*core(what), *_upto(verb)] if fits else None
    if low in LOAD and child(verb, "auxpass") is not None:
        of = object_of(verb, "of", "with")
        return [*core(what), *_upto(verb)] if of is not None and any(t.lower_ in ARMS for t in core(of)) else None
    return None


def _for_people(verb: Token) -> bool:
    """'The area was evacuated by police', 'the building was secured': of an emergency, and no hold."""
    return verb.lower_ in ("evacuated", "cleared", "secured", "sealed", "cut", "lost", "freed")


def _goes_on(verb: Token) -> list[Token] | None:
    """'Fighting goes on', 'contact with the group is lost', 'the liberation of the town was completed'."""
    what = child(verb, "nsubj", "nsubjpass")
    if what is None or what.lower_ not in DOINGS or any(t.like_num for t in core(what)):
        return None
    low = verb.lower_
    if low in ("is", "was", "are", "were"):
        says = [c for c in verb.children if c.i > verb.i and c.dep_ in ("acomp", "advmod", "attr", "prep", "prt")]
        if not any(t.lower_ in ("over", "way", "underway", "progress") for c in says for t in c.subtree):
            return None
    elif (
        low not in GOES_ON
        or any(c.lower_ == "out" for c in verb.children)
        or (low in ("go", "goes") and not any(c.lower_ == "on" for c in verb.children))
    ):
        return None
    return [*core(what), *_upto(verb)]


def _upto(verb: Token) -> list[Token]:
    kept = [verb]
    for part in verb.children:
        if part.i < verb.i and part.dep_ in ("aux", "auxpass", "advmod"):
            kept.append(part)
        elif part.i > verb.i and part.dep_ not in ("punct", "cc", "conj", "advcl", "parataxis", "relcl"):
            kept += core(part)
    return sorted(kept, key=lambda t: t.i)
