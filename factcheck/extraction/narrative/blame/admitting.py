"""Deeds that their doer owns up to: admitted firing, took credit for it, 'we are the ones who struck'."""

from __future__ import annotations

from factcheck.extraction.narrative.accusing import accusation, accuser, negated, predicate
from factcheck.extraction.narrative.hostile import VIOLENT, is_deed
from factcheck.extraction.page import Finding, Page, Sentence
from factcheck.extraction.syntax import Token
from factcheck.extraction.voices.clauses import child, core, object_of, text_of
from factcheck.lexicons import word_set

ADMITS = word_set(
    "admit admits admitted admitting acknowledge acknowledges acknowledged acknowledging concede concedes "
    "conceded "
    "conceding confess confesses confessed confessing confirmed confirms"
)
_TAKES = word_set(
    "claim claims claimed claiming take takes took taken taking accept accepts accepted assumed assumes"
)
_CREDIT = word_set("credit blame share paternity authorship")
_OWN = word_set("its our their his her")
_SELF = word_set("it they we he she i")
BEGIN = ADMITS | _CREDIT | {"ones", "one"}
"""The words with which one of these rules begins."""


def admitted(page: Page, sentence: Sentence, verb: Token) -> Finding | None:
    """'The junta admitted using mines', 'Ruritania admitted that its forces had shot down the airliner'."""
    if verb.lower_ not in ADMITS or verb.pos_ != "VERB" or negated(verb):
        return None
    side = child(verb, "nsubj")
    deed = child(verb, "ccomp", "xcomp") or object_of(verb, "to")
    if side is None or deed is None or deed.pos_ != "VERB" or negated(deed):
        return None
    thing = child(deed, "dobj")
    who = child(deed, "nsubj")
    if child(deed, "auxpass") is not None or not is_deed(deed, thing):
        return None
    if who is None:
        if deed.tag_ not in ("VBG", "VBN"):
            return None
    elif who.lower_ not in _SELF and not any(t.lower_ in _OWN for t in core(who)):
        return None
    elif verb.lower_.startswith("confirm") and thing is not None and any(c.like_num for c in thing.children):
        return None  # "confirmed that its forces had killed 20 rebels" counts
    tokens = [*(core(who) if who is not None else ()), *predicate(deed)]
    return accusation(sentence, "owned_up", deed, tokens, text_of(who or side), text_of(thing) or deed.text)


def took_credit(page: Page, sentence: Sentence, noun: Token) -> Finding | None:
    """'The group claimed credit for the raid', 'took the blame for the crash'."""
    verb = noun.head
    if noun.lower_ not in _CREDIT or noun.dep_ != "dobj" or verb.lower_ not in _TAKES or negated(verb):
        return None
    who, what = child(verb, "nsubj"), object_of(noun, "for") or object_of(verb, "for")
    if who is None or what is None:
        return None
    told = {t.lower_ for t in core(what)}
    if told.isdisjoint(VIOLENT) and not is_deed(what, child(what, "dobj")):
        return None
    return accusation(sentence, "owned_up", verb, [*core(who), *predicate(verb)], text_of(who), text_of(what))


def the_ones(page: Page, sentence: Sentence, noun: Token) -> Finding | None:
    """'We are the ones who struck the hotel': in somebody's words."""
    if noun.lower_ not in ("ones", "one") or noun.dep_ != "attr" or negated(noun.head):
        return None
    who, clause = child(noun.head, "nsubj"), child(noun, "relcl")
    if who is None or clause is None or not is_deed(clause, child(clause, "dobj")):
        return None
    if accuser(page, sentence, noun) is None:
        return None
    tokens = [*core(who), noun.head, noun, *predicate(clause)]
    return accusation(sentence, "cleft", noun, tokens, text_of(who), text_of(child(clause, "dobj")))


RULES = (admitted, took_credit, the_ones)
