"""Whose work it was: the work of, claimed by, behind it, named as a party to it, let happen by."""

from __future__ import annotations

from factcheck.extraction.narrative.accusing import accusation, accuser, negated, predicate
from factcheck.extraction.narrative.armed import ARMED
from factcheck.extraction.narrative.doers import antecedent, is_doer, same_side
from factcheck.extraction.narrative.hostile import VIOLENT
from factcheck.extraction.page import Finding, Page, Sentence
from factcheck.extraction.syntax import Token
from factcheck.extraction.voices.clauses import child, core, object_of, text_of
from factcheck.extraction.voices.speaking import may_speak
from factcheck.lexicons import word_set

_CLAIMED = word_set(
    "attack attacks raid bombing ambush assault killing killings shooting explosion blast abduction"
)
_CLAIMS = word_set("claimed claims claim claiming took accepted")
_WORK = word_set("work handiwork doing victims victim fault")
_BE = word_set("was were is are be been")
_SEES = word_set("saw see sees seeing seen suspects suspected suspect detects detected")
_NAMES = word_set(
    "named names naming identified identifies listed lists described describes designated designates"
)
_PARTY = word_set(
    "party parties perpetrator perpetrators culprit culprits attackers attacker authors author mastermind "
    "masterminds "
    "aggressor aggressors shooter shooters gunman bomber arsonist responsible behind killers killer accomplice "
    "accomplices"
)
_MATTERS = VIOLENT | word_set("protest protests it this that crisis shootdown downing disaster plot deaths")
_LETS = word_set("let lets letting allowed allows allowing")

BEGIN = (
    _WORK
    | _CLAIMED
    | _NAMES
    | _LETS
    | word_set(
        "responsibility behind claimed suspects suspected suspect hallmarks hallmark marks fingerprints "
        "signature was"
    )
)
"""The words with which one of these rules begins."""


def work_of(page: Page, sentence: Sentence, noun: Token) -> Finding | None:
    """'It was the work of X', 'victims of the drones of X', 'X is at fault': in somebody's words."""
    low = noun.lower_
    if low not in _WORK or noun.pos_ != "NOUN" or accuser(page, sentence, noun) is None:
        return None
    if any(t.lower_ in ("not", "n't") for t in noun.doc[max(0, noun.i - 4) : noun.i]):
        return None
    if low == "fault":
        be = noun.head.head if noun.head.lower_ == "at" else None
        who = child(be, "nsubj") if be is not None and be.lower_ in _BE else None
        if who is None or be is None:
            return None
        return accusation(sentence, "at_fault", noun, [*core(who), be, noun], text_of(who), None)
    doer = object_of(noun, "of")
    if doer is None:
        return None
    armed = any(t.lower_ in ARMED for t in core(doer))
    if not armed and (low.startswith("victim") or doer.pos_ != "PROPN"):
        return None
    return accusation(sentence, "work_of", noun, [noun, *core(doer)], text_of(doer), None)


def owned_up(page: Page, sentence: Sentence, noun: Token) -> Finding | None:
    """'X claimed responsibility for the attack', 'X claimed the attack': X lays it at its own door."""
    verb = noun.head
    attack = noun.lower_ in _CLAIMED and noun.dep_ == "dobj" and verb.lower_ in ("claimed", "claims", "claim")
    if not attack and (noun.lower_ != "responsibility" or verb.lower_ not in _CLAIMS):
        return None
    who = child(verb, "nsubj")
    if who is None or who.lower_ in ("one", "nobody", "no") or negated(verb):
        return None
    what = noun if attack else object_of(noun, "for") or object_of(verb, "for")
    return accusation(sentence, "owned_up", verb, [*core(who), *predicate(verb)], text_of(who), text_of(what))


def claimed_by(page: Page, sentence: Sentence, verb: Token) -> Finding | None:
    """'The attack was claimed by the Islamic State'."""
    if verb.lower_ != "claimed" or verb.tag_ not in ("VBN", "VBD") or negated(verb):
        return None
    agent = object_of(verb, "by")
    matter = child(verb, "nsubjpass") or (verb.head if verb.dep_ in ("acl", "relcl") else None)
    if (
        agent is None
        or matter is None
        or matter.lower_ not in _CLAIMED | {"which", "it", "that", "responsibility"}
    ):
        return None
    tokens = [*(core(matter) if matter.i < verb.i else ()), verb, *core(agent)]
    return accusation(sentence, "claimed", verb, tokens, text_of(agent), text_of(matter))


def suspected_of(page: Page, sentence: Sentence, verb: Token) -> Finding | None:
    """'The government suspects the Islamists of the attack'."""
    if verb.lower_ not in ("suspects", "suspected", "suspect") or verb.pos_ != "VERB" or negated(verb):
        return None
    passive = child(verb, "nsubjpass")
    who = passive or child(verb, "dobj")
    if passive is not None and (not is_doer(passive) or accuser(page, sentence, verb) is None):
        return None
    if (
        who is None
        or (child(verb, "nsubj") is None and passive is None)
        or not (is_doer(who) or who.pos_ == "PROPN")
    ):
        return None
    what = object_of(verb, "of") or object_of(who, "of")
    if what is None and not (passive is None and is_doer(who)):
        return None
    return accusation(sentence, "suspects", verb, predicate(verb), text_of(who), text_of(what))


def hallmarks(page: Page, sentence: Sentence, noun: Token) -> Finding | None:
    """'The attack bore the hallmarks of the group': in somebody's words."""
    if noun.lower_ not in ("hallmarks", "hallmark", "marks", "fingerprints", "signature"):
        return None
    verb, doer = noun.head, object_of(noun, "of")
    if doer is None or verb.pos_ != "VERB" or not (is_doer(doer) or doer.pos_ == "PROPN"):
        return None
    if negated(verb) or accuser(page, sentence, noun) is None:
        return None
    who = child(verb, "nsubj")
    tokens = [*(core(who) if who is not None else ()), *predicate(verb)]
    return accusation(sentence, "work_of", noun, tokens, text_of(doer), text_of(who))


def it_was_us(page: Page, sentence: Sentence, be: Token) -> Finding | None:
    """'It was us': in the words of who owns up."""
    if be.lower_ != "was" or negated(be):
        return None
    it, who = child(be, "nsubj"), child(be, "attr")
    if it is None or who is None or it.lower_ != "it" or who.lower_ != "us" or accuser(page, sentence, be) is None:
        return None
    return accusation(sentence, "owned_up", who, [it, be, who], text_of(who), None)


def behind(page: Page, sentence: Sentence, token: Token) -> Finding | None:
    """'X is behind the attack', 'the ministry saw foreign hands behind the protest': in somebody's words."""
    if token.lower_ != "behind":
        return None
    what = child(token, "pobj")
    if what is None or what.lower_ in ("bars", "schedule", "wheel", "scenes"):
        return None
    over = token.head
    if over.lower_ in _BE:
        who = child(over, "nsubj") or child(over, "attr")
        if who is None or negated(over) or (accuser(page, sentence, token) is None and not _is_held(over)):
            return None
        who = antecedent(who, over)
        if who.lower_ in ("he", "she", "they", "those", "who"):
            return None
        return accusation(
            sentence, "to_blame", token, [*core(who), over, *core(token)], text_of(who), text_of(what)
        )
    if what.lower_ not in _MATTERS:
        return None
    verb = over.head if over.pos_ in ("NOUN", "PROPN") else over
    who = over if over.pos_ in ("NOUN", "PROPN") else child(over, "dobj")
    if verb.lower_ not in _SEES or who is None or child(verb, "nsubj") is None or negated(verb):
        return None
    return accusation(sentence, "suspects", verb, [verb, *core(who), *core(token)], text_of(who), text_of(what))


_HELD = word_set(
    "suggested suggests suggesting hinted hints implied implies suspects suspected convinced insinuated"
)


def _is_held(over: Token) -> bool:
    """'The minister suggested that Ruritania was behind it'."""
    holder = child(over.head, "nsubj") if over.dep_ == "ccomp" and over.head.lower_ in _HELD else None
    return holder is not None and may_speak(holder) and not negated(over.head)


def named_as(page: Page, sentence: Sentence, verb: Token) -> Finding | None:
    """'The envoy named the group as a party to the killings'."""
    if verb.lower_ not in _NAMES or verb.pos_ != "VERB" or negated(verb):
        return None
    who = child(verb, "dobj") or child(verb, "nsubjpass")
    role = next((t for t in verb.subtree if t.lower_ in _PARTY and 1 < t.i - verb.i < 16), None)
    if who is None or role is None or not any(t.lower_ == "as" for t in verb.doc[verb.i : role.i]):
        return None
    if (not is_doer(who) and who.pos_ != "PROPN" and who.lower_ not in ("whom", "who")) or (
        role.lower_ == "party" and object_of(role, "to") is None
    ):
        return None
    return accusation(
        sentence, "held", verb, predicate(verb), text_of(who), text_of(object_of(role, "to", "of", "for"))
    )


def let_it(page: Page, sentence: Sentence, verb: Token) -> Finding | None:
    """'The police let them', 'the army allowed the killings': said by somebody who is not of their side."""
    if verb.lower_ not in _LETS or verb.pos_ != "VERB" or negated(verb):
        return None
    who, what = child(verb, "nsubj"), child(verb, "dobj", "ccomp")
    speaker = accuser(page, sentence, verb)
    if (
        who is None
        or what is None
        or speaker is None
        or not is_doer(who)
        or same_side(page, sentence, speaker, who)
    ):
        return None
    if what.lower_ not in ("them", "it", "this") and what.lower_ not in VIOLENT:
        return None
    return accusation(sentence, "failed", verb, [*core(who), *predicate(verb)], text_of(who), text_of(what))


RULES = (work_of, owned_up, claimed_by, suspected_of, hallmarks, it_was_us, behind, named_as, let_it)
