"""Own deeds avowed in other words: 'it had done it', 'our doing', owned the ambush, 'his men shot the pilot'."""

from __future__ import annotations

import re

from factcheck.extraction.gates import gated
from factcheck.extraction.narrative.accusing import accusation, accuser, negated, predicate, supposed
from factcheck.extraction.narrative.armed import ARMED
from factcheck.extraction.narrative.doers import same_side
from factcheck.extraction.narrative.hostile import VIOLENT, hurts
from factcheck.extraction.page import Finding, Page, Sentence
from factcheck.extraction.syntax import Token
from factcheck.extraction.voices.clauses import asserter, child, core, object_of, text_of
from factcheck.extraction.voices.speaking import may_speak
from factcheck.lexicons import word_set

BEGIN = word_set(
    "did done owned owns our its his their ours shot hit struck killed murdered executed wounded burned beat"
)
"""The words with which one of these rules begins."""
_OWN = word_set("our its their his ours")
_DOING = r"(?:doing|work|handiwork|deed)"
_MINE = r"(?:battalion|brigade|unit|men|boys|fighters|group|people|missiles?|rockets?|drones?)"
_OURS = gated(
    rf"(?:(?<=: )|(?<=[\"“])|\b(?:it|that|this) (?:was|is|had been) (?:all )?)(?P<who>(?:our|its|his"
    rf"|their)(?: own)? {_DOING})\b"
    rf"|\b(?:it|that) (?:was|is|had been) (?P<mine>(?:our|its|his|their)(?: own)? {_MINE})\b",
    re.IGNORECASE,
)


_TROUBLE = VIOLENT | word_set(
    "missile missiles rocket rockets killed died dead shot bomb bombs exploded fired struck hit downed fell "
    "kidnapped seized hostages"
)


def did_it_itself(page: Page, sentence: Sentence, verb: Token) -> Finding | None:
    """'The group said that it had done it', 'it was they who did it': in the words of who did."""
    thing, who = child(verb, "dobj"), child(verb, "nsubj")
    if (
        verb.lower_ not in ("did", "done")
        or thing is None
        or thing.lower_ not in ("it", "this", "that")
        or negated(verb)
    ):
        return None
    if who is None or supposed(verb):
        return None
    head = verb.head if verb.head.pos_ != "AUX" else child(verb.head, "attr") or verb.head
    cleft = head if verb.dep_ in ("relcl", "ccomp") and who.lower_ == "who" else None
    doer = cleft if cleft is not None and cleft.pos_ == "PRON" else who
    if doer.lower_ not in ("it", "they", "we"):
        return None
    if all(near.words.isdisjoint(_TROUBLE) for near in page.around(sentence, before=1)):
        return None
    speaker = accuser(page, sentence, verb)
    if speaker is None or not same_side(page, sentence, speaker, doer):
        return None
    return accusation(sentence, "owned", verb, [doer, verb, *predicate(verb)], speaker, None)


def ours(page: Page, sentence: Sentence, token: Token) -> Finding | None:
    """'Our doing, say the rebels', 'it was his battalion', 'it was its work': in the words of who owns up."""
    if token.lower_ not in _OWN:
        return None
    match = next(
        (m for m in _OURS.finditer(sentence.text) if token.idx in (m.start("who"), m.start("mine"))), None
    )
    if match is None or supposed(token):
        return None
    speaker = asserter(page, sentence, token)
    if speaker is None:
        return None
    within = sentence.tokens_between(*match.span())
    return accusation(sentence, "owned", token, within, speaker, None)


def owned_the(page: Page, sentence: Sentence, verb: Token) -> Finding | None:
    """'The outfit owned the ambush', 'owned up to the raid'."""
    if verb.lower_ not in ("owned", "owns") or verb.pos_ != "VERB" or negated(verb):
        return None
    who, thing = child(verb, "nsubj"), child(verb, "dobj") or object_of(verb, "to")
    day = any(t.text in _MONTHS for t in verb.doc[verb.i : verb.i + 3])
    if who is None or not may_speak(who) or not (day or (thing is not None and thing.lower_ in VIOLENT)):
        return None
    return accusation(
        sentence, "owned_up", verb, [*core(who), verb, *predicate(verb)], text_of(who), text_of(thing)
    )


_MONTHS = frozenset(
    [
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ]
)


def his_men_did(page: Page, sentence: Sentence, verb: Token) -> Finding | None:
    """'The commander said his men shot the pilot': of one whom they had no right to hurt."""
    who, thing = child(verb, "nsubj"), child(verb, "dobj")
    if (
        not (hurts(verb) or verb.lower_ in ("shot", "hit", "struck"))
        or who is None
        or thing is None
        or negated(verb)
    ):
        return None
    if not any(c.lower_ in ("his", "our", "their", "its", "my") for c in who.children):
        return None
    if (
        who.lower_ not in ARMED | _MEN
        or thing.lower_ not in _PROTECTED | {"them", "him", "her"}
        or any(c.tag_ == "CD" for c in thing.children)
    ):
        return None
    if accuser(page, sentence, verb) is None:
        return None
    return accusation(sentence, "owned", verb, [*core(who), verb, *predicate(verb)], text_of(who), text_of(thing))


_MEN = word_set("men boys group people fighters unit battalion brigade gunners sniper snipers comrades")
_PROTECTED = word_set(
    "pilot pilots captain hostage hostages prisoner prisoners captive captives priest mayor minister judge "
    "journalist ambassador governor airmen airman crew doctor civilians villagers bus market school"
)


RULES = (did_it_itself, ours, owned_the, his_men_did)
