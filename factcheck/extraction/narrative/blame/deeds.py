"""Deeds laid at somebody's door: attacked, killed, opened fire, broke the truce, was killed by, did it."""

from __future__ import annotations

import re

from factcheck.extraction.narrative.accusing import accusation, accuser, negated, predicate
from factcheck.extraction.narrative.armed import ARMED, COMBATANTS, IN_POWER
from factcheck.extraction.narrative.blame import agents, firsts
from factcheck.extraction.narrative.blame.agents import DONE, HITS, IT, TARGETS
from factcheck.extraction.narrative.blame.deedgate import GOES_ON
from factcheck.extraction.narrative.doers import (
    did_harm,
    disowned,
    is_armed_group,
    is_doer,
    is_weapon,
    same_side,
    subject_of,
)
from factcheck.extraction.narrative.hostile import (
    CRIMES,
    HARMLESS,
    LIMITS,
    VIOLENT,
    forms,
    hurts,
    is_deed,
)
from factcheck.extraction.page import Finding, Page, Sentence
from factcheck.extraction.syntax import Token
from factcheck.extraction.voices import statements
from factcheck.extraction.voices.clauses import child, core, object_of, text_of
from factcheck.extraction.voices.speakers import resolve
from factcheck.extraction.voices.voices import verbs
from factcheck.language.parties import side_of
from factcheck.lexicons import word_set

_IDLE = word_set(
    "died fled surrendered escaped withdrew retreated fell lost said told went came left were was "
    "had remained "
    "suffered received entered arrived added spoke promised risen rose put gave seemed became wanted used"
)
_DO = word_set("did done does do")
_QUOTES = re.compile(r"[\"“”]")

BEGIN = forms() | DONE | _DO | GOES_ON | word_set("came came was were") | {
    noun for noun in VIOLENT if noun not in ("act", "acts", "action")
} | word_set("breach breaches violation violations")  # fmt: skip
"""The words with which one of these rules begins."""


def did_it(page: Page, sentence: Sentence, verb: Token) -> Finding | None:
    """'Ruritanian troops killed 20 civilians', 'the rebels did it': said by somebody who is not of their side."""
    if verb.pos_ != "VERB" or verb.dep_ == "amod" or negated(verb):
        return None
    passive = child(verb, "nsubjpass", "auxpass") is not None
    bare = verb.tag_ == "VBG" and verb.dep_ in ("ROOT", "ccomp") and child(verb, "aux") is None
    if passive or bare or (verb.tag_ == "VBN" and child(verb, "aux") is None and verb.dep_ in ("acl", "relcl")):
        return None
    who = subject_of(verb)
    own = who
    if who is not None and who.lower_ == "they":
        before = _before(verb)
        who = before if before is not None and before.lower_.endswith("s") and is_doer(before) else who
    if who is None or (verb.tag_ == "VB" and verb.dep_ in ("xcomp", "advcl", "acl")) or _in_passing(verb):
        return None
    if _whoever(who) and verb.tag_ in ("VBZ", "VBP", "VB"):
        return None
    thing = child(verb, "dobj")
    if thing is not None and thing.lower_ in ("which", "that") and verb.dep_ == "relcl":
        thing = verb.head  # "the mines which the rebels had planted"
    paid = thing or object_of(verb, "for")
    own_word = (
        disowned(who)
        and paid is not None
        and verb.tag_ in ("VBD", "VBN")
        and verb.lower_ not in _IDLE
        and verb.lower_ not in verbs()
    )
    if thing is not None and thing.lower_ == "it" and verb.lower_ in _BREAKS and _limit_named(page, sentence):
        thing = None
        own_word = own_word or is_doer(who)
    done = verb.lower_ in _DO and thing is not None and thing.lower_ in IT
    operation = verb.lower_ in _CARRIES and thing is not None and thing.lower_ in ("operation", "operations")
    if not (own_word or done or operation or is_deed(verb, thing)):
        return None
    particle = child(verb, "prt")
    if particle is not None and particle.lower_ == "down" and thing is None:
        return None  # "two drones shot down", of which the parser makes doers
    downed = particle is not None and verb.lower_ in ("brought", "shot") and who.pos_ != "PRON"
    quoted = who.lower_ == "they" and hurts(verb) and verb.tag_ == "VBD" and _QUOTES.search(sentence.text)
    ours = who.lower_ in ("it", "we", "they") and (verb.lower_ in _RAIDS | HITS or done)
    member = object_of(who, "of") if who.like_num else None
    if member is not None:
        who = member
    wronged = who.lower_ == "it" and thing is not None and any(c.lower_ == "our" for c in thing.children)
    ours = ours or any(c.lower_ in ("our", "its", "their") for c in who.children)
    if not (
        is_doer(who)
        or did_harm(who, verb)
        or (who.lower_ in IN_POWER and _breaks(verb, thing))
        or _crime(who, verb, thing)
        or (done and (who.pos_ == "PROPN" or (who.pos_ == "NOUN" and verb.tag_ in ("VBD", "VBN"))))
        or (is_weapon(who) and verb.lower_ in HITS and thing is not None and thing.lower_ in TARGETS)
        or quoted
        or downed
        or ours
        or wronged
        or (who.lower_ in _THROWERS and child(verb, "dobj") is not None and verb.lower_ in _THROWS)
    ):
        return None
    speaker = accuser(page, sentence, verb)
    if speaker is None:
        return None
    owned = not wronged and same_side(page, sentence, speaker, who)
    if (ours and not owned and not wronged and not is_doer(who)) or (operation and not owned):
        return None
    if (
        owned
        and not (downed and statements.issuer(page) is not None)
        and not _own_raid(page, sentence, speaker, verb, thing)
    ):
        return None
    if HARMLESS.search(sentence.text, verb.idx) is not None and not downed:
        return None
    if hurts(verb) and not own_word and (_against_the_armed(thing) or _counted(who, thing)):
        return None  # a count, and no charge
    numbered = any(c.like_num for c in who.children) or (thing is not None and thing.like_num)
    listed = thing is None or thing.like_num or thing.i > verb.i + 3
    if hurts(verb) and numbered and listed and child(verb, "aux") is None:
        return None  # "15 soldiers killed", "terrorists neutralised: 32"
    near = verb.i - who.i < 16
    named = own if own is not None and own.lower_ == "they" else who
    tokens = [*(core(named) if near or named is own else ()), *predicate(verb)]
    rule = "owned" if owned and not downed else "first_shot" if _breaks(verb, thing) else "did_it"
    return accusation(sentence, rule, verb, tokens, text_of(who), text_of(thing) or verb.text)


def _whoever(who: Token) -> bool:
    """'Any side that breaks it': nobody in particular, who may do it yet."""
    return who.lower_ in _ANY or any(c.dep_ == "det" and c.lower_ in _ANY for c in who.children)


_ANY = word_set("any anyone anybody whoever whichever")


def _before(verb: Token) -> Token | None:
    """For whom "they" stands: 'that troops use it as a base and that they opened fire'."""
    if verb.dep_ == "conj":
        return child(verb.head, "nsubj", "nsubjpass")
    told = next((c for c in verb.children if c.dep_ in ("parataxis", "ccomp") and c.i < verb.i), None)
    if told is not None and told.lower_ in verbs():
        told = child(told, "ccomp") or told
    return child(told, "nsubj", "nsubjpass") if told is not None else None


_BREAKS = word_set("broke broken violated breached")


def _limit_named(page: Page, sentence: Sentence) -> bool:
    """'An understanding was reached. Ruritania broke it': in the sentence before."""
    before = page.sentences[sentence.index - 1] if sentence.index else None
    return before is not None and not before.words.isdisjoint(LIMITS | {"understanding"})


def _crime(who: Token, verb: Token, thing: Token | None) -> bool:
    """'The president ordered a massacre'."""
    return (
        verb.tag_ in ("VBD", "VBN", "VBZ")
        and who.pos_ in ("NOUN", "PROPN")
        and thing is not None
        and not CRIMES.isdisjoint({t.lower_ for t in core(thing) if t.i <= thing.i})
    )


def _counted(who: Token, thing: Token | None) -> bool:
    """'The strike killed four people': a count, where a ship that missiles sank is a charge."""
    return is_weapon(who) and (thing is None or thing.lower_ not in TARGETS)


def _in_passing(verb: Token) -> bool:
    """'..., killing 20' and 'when the army shelled it': what only goes with another deed."""
    if verb.tag_ == "VBG" and hurts(verb) and verb.dep_ in ("advcl", "acl"):
        return True
    return (
        verb.dep_ == "advcl"
        and _of_no_side(verb)
        and any(c.lower_ in _WHEN for c in verb.children if c.i < verb.i)
    )


def _of_no_side(verb: Token) -> bool:
    """Not 'were killed when Ruritanian helicopters attacked', which tells whose doing it was."""
    who = child(verb, "nsubj")
    if hurts(verb) and who is not None and who.lower_ in ARMED and _of_somebody(child(verb, "dobj")):
        return False
    if verb.head.lower_ not in forms() | _SUFFERED:
        return True
    if who is None or any(t.text.isupper() and len(t.text) > 2 for t in core(who)):
        return who is None or verb.doc.text.isupper()
    return side_of(text_of(who) or "", capitals=False) is None


def _of_somebody(whom: Token | None) -> bool:
    """'Her husband', 'them'."""
    return whom is not None and (whom.pos_ == "PRON" or any(c.dep_ == "poss" for c in whom.children))


_SUFFERED = word_set("died perished dead wounded injured hurt lost burned")
_WHEN = word_set("when since while before as")


def _breaks(verb: Token, thing: Token | None) -> bool:
    """True for opening fire and for breaking a truce: what starts it."""
    if verb.lower_ in ("opened", "open", "opening"):
        return True
    return thing is not None and any(t.lower_ in LIMITS for t in core(thing))


def _against_the_armed(thing: Token | None) -> bool:
    return thing is not None and (
        thing.lower_ in COMBATANTS or any(t.lower_ in COMBATANTS for t in core(thing) if t.i <= thing.i)
    )


_THROWERS = word_set("people youths men crowd fans supporters nationalists spectators")
_THROWS = word_set("threw thrown hurled lobbed")
_CARRIES = word_set("carried conducted executed staged")
_RAIDS = word_set(
    "ambushed attacked raided bombed shelled carried staged stormed targeted struck detonated blew "
    "did sent launched fired dropped"
)


def _own_raid(page: Page, sentence: Sentence, speaker: str, verb: Token, thing: Token | None) -> bool:
    """A word for one's own raid: an armed group claims the deed, an army the ship that it hit."""
    if thing is None:
        return False
    if verb.lower_ in _RAIDS and is_armed_group(resolve(page, sentence, speaker) or speaker):
        return True
    counted = any(c.like_num for c in thing.children)
    return verb.lower_ in HITS and thing.lower_ in TARGETS and not counted


RULES = (*firsts.RULES, did_it, *agents.RULES)
