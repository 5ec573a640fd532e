"""Open charges: blamed, accused, held responsible, the blame laid at a door, each blaming the other."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from factcheck.extraction.narrative.accusing import accusation, accuser, negated, predicate
from factcheck.extraction.narrative.blame.charged import named_and_charged, without
from factcheck.extraction.narrative.doers import is_doer, names_side
from factcheck.extraction.page import Finding, Page, Sentence
from factcheck.extraction.syntax import Token
from factcheck.extraction.voices.clauses import child, core, object_of, text_of
from factcheck.lexicons import word_set
from factcheck.values import Span

BLAME = word_set("blame blames blamed blaming faulted faults")
ACCUSE = word_set("accuse accuses accused accusing")
_HOLD = word_set("hold holds held holding")
_CHARGED = BLAME | ACCUSE | _HOLD
_ANSWERABLE = word_set("responsible accountable answerable liable culpable")
_TO_BLAME = _ANSWERABLE | {"blame"}
_AT = ("on", "upon", "at", "with")
_DAYS = word_set("Monday Tuesday Wednesday Thursday Friday Saturday Sunday")
_BE = word_set("was were is are be been being")
_PUT = word_set("put puts laid lays lay pinned pins placed places putting laying")
_EACH = word_set("traded trade trades trading exchanged exchange exchanges exchanging swapped swap mutual")
_SHARES = word_set("part much some most all share")
_BEAR = word_set("bear bears bore carry carries carried share shares")
_BURDENS = word_set("responsibility blame guilt fault")
_CHARGES = word_set("blame accusations recriminations charges allegations accusation")
BEGIN = (
    BLAME
    | ACCUSE
    | word_set("charge charges charged charging reproaches reproached")
    | _HOLD
    | _PUT
    | _EACH
    | _BEAR
    | {"blame", "guilty"}
    | _ANSWERABLE
)
"""The words with which one of these rules begins."""


def blamed(page: Page, sentence: Sentence, verb: Token) -> Finding | None:
    """'X blamed Y for Z', 'X blamed Z on Y', 'Z, which X blamed on Y', 'Y is blamed for Z'."""
    if verb.lower_ not in BLAME or verb.pos_ not in ("VERB", "AUX"):
        return None
    if any(c.dep_ == "neg" for c in verb.children):
        return None
    thing = child(verb, "dobj", "nsubjpass")
    on, for_ = object_of(verb, "on"), object_of(verb, "for")
    on_thing = object_of(thing, "on") if thing is not None and on is None and for_ is None else None
    if on is not None and (
        on.lower_ in ("which", "that")
        or on.like_num
        or any(t.like_num or t.text.title() in _DAYS for t in on.subtree)
    ):
        on = None  # "on 31 October" says when
    tokens = predicate(verb)
    if thing is not None and thing.lower_ in ("which", "that", "who") and verb.dep_ == "relcl":
        antecedent = _matter_before(verb)
        tokens = [*core(antecedent), *tokens, *core(verb)]
        thing = antecedent
    elif for_ is not None and for_.lower_ == "which" and verb.dep_ == "relcl":
        antecedent = _matter_before(verb)
        return accusation(
            sentence, "blamed", verb, [*core(antecedent), *core(verb)], text_of(thing), text_of(antecedent)
        )
    if thing is None:
        return None
    if on_thing is not None:  # "blamed the collapse on shoddy work", of which the parser makes one thing
        matter = " ".join(t.text for t in core(thing) if t.i < on_thing.head.i)
        return accusation(sentence, "blamed", verb, tokens, text_of(on_thing), matter)
    if on is not None:
        return accusation(sentence, "blamed", verb, tokens, text_of(on), text_of(thing))
    return accusation(sentence, "blamed", verb, tokens, text_of(thing), text_of(for_))


def _matter_before(verb: Token) -> Token:
    """The matter in front of "which": the head of "explosions in the capital", not the capital."""
    matter = verb.head
    while matter.dep_ == "pobj" and matter.head.head.pos_ == "NOUN":
        matter = matter.head.head
    return matter


def accused(page: Page, sentence: Sentence, verb: Token) -> Finding | None:
    """'X accused Y of Z'; not "the accused", nor a defendant who is accused of a crime."""
    if verb.lower_ not in ACCUSE or verb.pos_ not in ("VERB", "AUX"):
        return None
    who = child(verb, "dobj")
    agent, of = object_of(verb, "by"), object_of(verb, "of")
    if agent is not None and of is None:
        of = object_of(agent, "of")  # "accused by residents of having brought it"
    if agent is not None and of is not None and verb.tag_ == "VBN":
        passive = child(verb, "nsubjpass") or (verb.head if verb.dep_ in ("acl", "relcl") else None)
        passive = verb.head if passive is not None and passive.lower_ in ("who", "which", "that") else passive
        finding = accusation(sentence, "accused", verb, predicate(verb), text_of(passive), text_of(of))
        finding.notes["speaker"] = text_of(agent) or agent.text
        return finding
    if who is None or (child(verb, "nsubj") is None and verb.dep_ not in ("conj", "advcl", "acl", "xcomp")):
        return None
    what = object_of(verb, "of")
    if who.lower_ in ("whom", "which", "who", "that") and verb.dep_ == "relcl":
        who = verb.head
    finding = accusation(sentence, "accused", verb, predicate(verb), *named_and_charged(who, what))
    side = child(verb, "nsubj")
    if who.lower_ in ("other", "another") and side is not None and any(t.lower_ == "each" for t in core(side)):
        finding.notes["sides"] = "both"
    return finding


def charged_with(page: Page, sentence: Sentence, verb: Token) -> Finding | None:
    """'X charges Y with having broken the truce': of a side; a suspect is charged by a court."""
    if verb.lower_ not in _CHARGE or verb.pos_ != "VERB" or negated(verb):
        return None
    who, what = child(verb, "dobj"), object_of(verb, "with")
    if who is None or what is None or child(verb, "nsubj") is None:
        return None
    named = names_side(who) or (who.pos_ == "PROPN" and is_doer(who))
    if not named or what.lower_ in ("murder", "manslaughter", "assault"):
        return None
    return accusation(sentence, "accused", verb, predicate(verb), text_of(who), text_of(what))


_CHARGE = word_set("charge charges charged charging reproaches reproached")


def held(page: Page, sentence: Sentence, verb: Token) -> Finding | None:
    """'X holds Y responsible (for Z)', 'X put the blame on Y'."""
    low = verb.lower_
    if low in _HOLD:
        account = object_of(verb, "to")
        if account is not None and account.lower_ == "account" and child(verb, "dobj") is not None:
            return accusation(sentence, "held", verb, predicate(verb), text_of(child(verb, "dobj")), None)
        words = [t for t in verb.subtree if t.lower_ in _TO_BLAME and t.i > verb.i]
        if not words or any(c.dep_ == "auxpass" for c in verb.children):
            return None
        who = child(verb, "dobj") or next((c for c in words[0].children if c.dep_ == "nsubj"), None)
        if who is None:
            inner = child(verb, "ccomp")
            who = child(inner, "nsubj") if inner is not None else None
        what = object_of(words[0], "for") or object_of(verb, "for")
        return (
            None
            if who is None
            else accusation(sentence, "held", verb, predicate(verb), without(who, words[0]), text_of(what))
        )
    if low in _PUT:
        blame = child(verb, "dobj")
        if blame is not None and blame.lower_ in _SHARES:
            blame = object_of(blame, "of") or blame
        door = object_of(verb, "at") or (object_of(blame, "at") if blame is not None else None)
        at_door = door is not None and door.lower_ in ("door", "doorstep", "feet")
        if blame is None or not (at_door or blame.lower_ in ("blame", "responsibility", "fault")):
            return None
        who = object_of(verb, *_AT) or object_of(blame, *_AT)
        if who is not None and who.lower_ in (
            "door",
            "doorstep",
            "feet",
            "hands",
        ):  # "at the door of", "at its door"
            who = object_of(who, "of") or child(who, "poss")
        what = object_of(blame, "for") or object_of(verb, "for")
        return (
            None
            if who is None
            else accusation(sentence, "held", verb, predicate(verb), text_of(who), text_of(what))
        )
    return None


def traded(page: Page, sentence: Sentence, verb: Token) -> Finding | None:
    """'The two sides traded blame for the clash', 'mutual accusations'."""
    what = child(verb, "dobj") if verb.pos_ == "VERB" else verb.head
    if verb.lower_ not in _EACH or what is None or what.lower_ not in _CHARGES:
        return None
    side = child(verb, "nsubj")
    tokens = [*(core(side) if side is not None else ()), *predicate(verb), *core(what)]
    finding = accusation(
        sentence, "accused", verb, tokens, "each other", text_of(object_of(what, "for", "of", "over"))
    )
    finding.notes["sides"] = "both"
    return finding


def to_blame(page: Page, sentence: Sentence, token: Token) -> Finding | None:
    """'Y was to blame', 'Y was responsible for Z', 'guilty is Y': in somebody's words."""
    low = token.lower_
    if (
        low == "blame"
        and token.tag_ in ("VB", "NN")
        and token.i
        and sentence.tokens is not None
        and sentence.tokens[token.i - 1].lower_ == "to"
    ):
        be = token.head if token.head.pos_ in ("AUX", "VERB") else None
    elif (
        low in _ANSWERABLE | {"guilty"}
        and token.head.lower_ in _BE
        and token.head.pos_ in ("AUX", "VERB")
        and token.head.lower_ not in _HOLD
    ):
        be = token.head
    else:
        return None
    if be is None or accuser(page, sentence, token) is None:
        return None
    who = child(be, "nsubj") or child(be, "attr")
    if who is None or negated(be) or who.lower_ in ("he", "she", "they", "those", "who"):
        return None
    what = object_of(token, "for", "of")
    return accusation(sentence, "to_blame", token, [*core(who), *core(token), be], text_of(who), text_of(what))


def bears(page: Page, sentence: Sentence, verb: Token) -> Finding | None:
    """'The state over whose land it happened bears the responsibility': in somebody's words."""
    what, who = child(verb, "dobj"), child(verb, "nsubj")
    if verb.lower_ not in _BEAR or what is None or what.lower_ not in _BURDENS or who is None or negated(verb):
        return None
    if who.pos_ == "PRON" or accuser(page, sentence, verb) is None:
        return None
    matter = object_of(what, "for") or object_of(verb, "for")
    return accusation(sentence, "to_blame", verb, [*core(who), *predicate(verb)], text_of(who), text_of(matter))


def each_accuser(finding: Finding) -> Iterator[Finding]:
    """'A and B both accuse C': a charge of each, the finding itself standing for the first."""
    verb = finding.trigger
    subject = child(verb, "nsubj") if verb is not None and verb.lower_ in _CHARGED else None
    others = [t for t in subject.subtree if t.dep_ == "conj" and t.pos_ == "PROPN"] if subject is not None else []
    for other in others if "sides" not in finding.notes else ():
        start = finding.sentence.span.start + other.idx
        yield replace(finding, span=Span(start, finding.span.end), notes={"speaker": other.text})
    if others and subject is not None and "sides" not in finding.notes:
        finding.notes["speaker"] = finding.sentence.text[subject.left_edge.idx : subject.idx + len(subject)]
    yield finding


RULES = (blamed, accused, charged_with, held, to_blame, bears, traded)
