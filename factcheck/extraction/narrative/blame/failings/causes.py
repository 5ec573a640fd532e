"""Causes: the fire that welding started, the crash due to ice, bolts that were missing."""

from __future__ import annotations

import re

from factcheck.extraction.narrative.accusing import accusation, accuser, negated, predicate, supposed
from factcheck.extraction.narrative.doers import is_doer
from factcheck.extraction.page import Finding, Page, Sentence
from factcheck.extraction.syntax import Token
from factcheck.extraction.voices.clauses import child, core, object_of, text_of
from factcheck.extraction.voices.speaking import may_speak
from factcheck.lexicons import word_set

_CAUSES = word_set(
    "caused triggered started sparked ignited weakened precipitated fuelled fueled loosened touched set "
    "brought gave contributed"
)
_PHRASED = {"touched": "off", "set": "off", "brought": "about", "gave": "rise"}
_CAUSE_NOUNS = word_set("cause culprit culprits factor factors")
_OPINIONS = word_set("negligence recklessness mistake error sabotage provocation incompetence attack step act")
_FAULTY = word_set(
    "faulty defective poor shoddy lax inadequate human mechanical technical careless reckless overloading "
    "speeding "
    "overcrowding drunkenness mismanagement neglect arson welding circuit cigarette wiring "
    "maintenance design"
)
_TOLD_ILL = _OPINIONS | _FAULTY
_ASCRIBES = word_set("attributed attributes attribute attributing ascribed ascribes ascribe")
_EVIDENCE = word_set(
    "statements findings evidence indications signs investigation inquiry analysis investigators traces"
)
_BECAUSE = word_set("due because result owing off about")
_LED = word_set("led leads resulted caused triggered")
_HAPPENED = word_set(
    "collapsed collapse failed burst exploded detonated sank capsized crashed derailed overturned broke "
    "happened occurred "
    "gave leaked flooded caught sunk fell ruptured crumbled disintegrated buckled "
    "foundered keeled ignited malfunctioned veered subsided "
    "fractured caved blew lost"
)
_MISHAPS = word_set(
    "fire blast explosion crash blaze war violence clashes fighting accident collapse sinking "
    "capsizing stampede "
    "collision disaster tragedy derailment leak flood spill crush landslide outbreak breach failure "
    "incident "
    "rupture escalation bloodshed famine outage blackout flooding floods poisoning contamination epidemic leakage "
    "spillage fires explosions blasts"
)
BEGIN = _CAUSES | _HAPPENED | {"was", "is"} | _CAUSE_NOUNS | word_set(
    "point points pointed pointing attributed attributes attribute attributing ascribed ascribes "
    "ascribe due "
    "because led leads resulted result "
    "owing"
)  # fmt: skip
"""The words with which one of these rules begins."""


def may_tell_cause(text: str, words: frozenset[str]) -> bool:
    """True for a sentence with a mishap and a word for what brought it about."""
    if "because" in words and "not" in words and not words.isdisjoint(_WORKS):
        return True
    if words.isdisjoint(_MAY_TELL):
        return False
    if not words.isdisjoint(_TELL_ALONE) or (not words.isdisjoint(_SLIPS) and "it" in words):
        return True
    return not words.isdisjoint(_LED) or (not words.isdisjoint(_BECAUSE) and _LINK.search(text) is not None)


_SINGLE = word_set("suspect suspects suspected weakened precipitated")
_TELL_ALONE = _CAUSE_NOUNS | _SINGLE
_LINK = re.compile(
    r"\b(?:due to|because(?! of (?:the|his|her|their) age)|owing to|(?:a|the) (?:\w+ )?result of|"
    r"(?:set|touched) off|brought about)\b",
    re.IGNORECASE,
)


def _put_down_to(verb: Token) -> Token | None:
    """'attributed the failure of the dams to neglect', whatever the parser hung the "to" on."""
    for word in verb.subtree:
        if word.lower_ == "to" and word.i > verb.i:
            return child(word, "pobj") or (word.head if word.dep_ == "aux" else None)
    return None


def points_to(page: Page, sentence: Sentence, verb: Token) -> Finding | None:
    """'Investigators point to negligence', 'X attributed Z to Y'."""
    who = child(verb, "nsubj")
    if verb.pos_ not in ("VERB", "NOUN") or who is None:
        return None
    if verb.lower_ in ("point", "points", "pointed", "pointing"):
        what, at = object_of(verb, "to"), object_of(verb, "at")
        if at is not None and child(verb, "dobj") is None and at.pos_ in ("NOUN", "PROPN") and may_speak(who):
            return accusation(sentence, "pointed", verb, predicate(verb), text_of(at), None)
        if what is None or what.pos_ == "PRON":
            return None
        shown = who.lower_ in _EVIDENCE and what.pos_ in ("NOUN", "PROPN", "VERB")
        if not (shown or any(t.lower_ in _TOLD_ILL for t in core(what)) or is_doer(what)):
            return None
        return accusation(sentence, "cause", verb, predicate(verb), text_of(what), None)
    if verb.lower_ not in _ASCRIBES:
        return None
    matter, what = child(verb, "dobj"), object_of(verb, "to") or _put_down_to(verb)
    if what is None:
        return None
    return accusation(sentence, "cause", verb, predicate(verb), text_of(what), text_of(matter))


def cause(page: Page, sentence: Sentence, verb: Token) -> Finding | None:
    """'Welding started the fire', 'the crash was caused by ice': in somebody's words."""
    if verb.lower_ not in _CAUSES or verb.pos_ != "VERB" or negated(verb):
        return None
    particle = _PHRASED.get(verb.lower_)
    if particle is not None and not any(c.lower_ == particle and c.i > verb.i for c in verb.children):
        return None
    agent = object_of(verb, "by")
    if agent is not None and verb.tag_ in ("VBN", "VBD"):
        if agent.lower_ in ("control", "timer", "detonator", "phone", "device"):
            return None
        matter = child(verb, "nsubjpass") or (verb.head if verb.dep_ in ("acl", "relcl") else None)
        if accuser(page, sentence, verb) is None:
            return None
        return accusation(sentence, "by_cause", verb, [verb, *core(agent)], text_of(agent), text_of(matter))
    who, what = child(verb, "nsubj"), child(verb, "dobj") or object_of(verb, "to")
    if who is None or what is None or who.pos_ not in ("NOUN", "PROPN"):
        return None
    if verb.lower_ in ("weakened", "loosened", "started", "set"):
        if what.lower_ not in _GIVES_WAY:
            return None
    elif what.lower_ not in _MISHAPS and not any(t.lower_ in _BURST for t in verb.subtree if t.i > what.i):
        return None
    if who.lower_ in ("police", "officers") or accuser(page, sentence, verb) is None:
        return None
    return accusation(sentence, "by_cause", verb, [*core(who), *predicate(verb)], text_of(who), text_of(what))


def it_was(page: Page, sentence: Sentence, be: Token) -> Finding | None:
    """'It was a short circuit': in somebody's words; and 'suspects that the bulkhead burst'."""
    if be.lower_ in _HAPPENED and be.dep_ == "ccomp" and be.head.lower_ in _SUSPECTS:
        who = child(be, "nsubj", "nsubjpass")
        if who is None or who.pos_ not in ("NOUN", "PROPN") or who.lower_ in _MISHAPS or negated(be):
            return None
        return accusation(sentence, "by_cause", be, [*core(who), *core(be)], text_of(who), None)
    it, what = child(be, "nsubj"), child(be, "attr")
    if be.lower_ not in ("was", "is") or it is None or it.lower_ != "it" or what is None or negated(be):
        return None
    if (
        what.lower_ not in _SLIPS
        or what.i < be.i
        or any(c.dep_ == "poss" for c in what.children)
        or accuser(page, sentence, be) is None
    ):
        return None
    return accusation(sentence, "by_cause", be, [it, be, *core(what)], text_of(what), None)


_SUSPECTS = word_set("suspect suspects suspected believe believes theorise theorised")
_SLIPS = word_set("circuit leak fault failure error sabotage arson bomb cigarette negligence blowout defect")
_LOSSES = word_set("death deaths loss losses delay delays shortage shortages damage injuries")
_MAY_TELL = _MISHAPS | _HAPPENED | _CAUSE_NOUNS | _SLIPS | _LOSSES


def is_the_cause(page: Page, sentence: Sentence, noun: Token) -> Finding | None:
    """'The cause of the fire was a socket', 'a mine was the likely cause', 'the culprit is the state'."""
    be = noun.head
    if noun.lower_ not in _CAUSE_NOUNS or be.lower_ not in ("was", "is", "were", "are") or negated(be):
        return None
    before = noun.dep_ in ("nsubj", "csubj")
    what = child(be, "attr", "acomp", "nsubj", "ccomp") if before else child(be, "nsubj")
    if what is None or what.i == noun.i:
        what = next((c for c in be.children if c.i > be.i and c.pos_ in ("NOUN", "PROPN", "VERB")), None)
    if what is None or what.pos_ == "PRON" or what.lower_ in _UNSURE or supposed(noun):
        return None
    if what.lower_ in _MISHAPS and (before or object_of(what, "with") is None):
        return None
    if any(t.lower_ in ("not", "no", "never") for t in be.subtree) or accuser(page, sentence, noun) is None:
        return None
    matter = object_of(noun, "of", "for", "behind")
    if matter is not None and matter.lower_ in ("concern", "alarm", "celebration", "optimism", "death", "hope"):
        return None
    tokens = [*core(noun), be, *core(what)]
    return accusation(sentence, "by_cause", noun, tokens, text_of(what), text_of(matter))


_UNSURE = word_set(
    "unknown unclear investigation determined known known undetermined established investigated death"
)


def because(page: Page, sentence: Sentence, word: Token) -> Finding | None:
    """'The roof gave way because bolts were missing': in somebody's words."""
    clause = word.head
    if word.lower_ != "because" or word.dep_ != "mark" or clause.dep_ != "advcl":
        return None
    verb = clause.head
    matter = child(verb, "nsubj", "nsubjpass")
    failed = negated(verb) and verb.lower_ in _WORKS
    if matter is None or not (failed or matter.lower_ in _MISHAPS or verb.lower_ in _HAPPENED):
        return None
    if (negated(verb) and not failed) or accuser(page, sentence, word) is None:
        return None
    who = child(clause, "nsubj", "nsubjpass")
    if failed and (who is None or who.pos_ == "PRON"):
        return None
    told = [t for t in clause.subtree if t.i > word.i]
    return accusation(sentence, "by_cause", clause, told, text_of(who), text_of(matter))


_WORKS = word_set(
    "sound sounded work worked open opened close closed start started stop stopped respond function ring"
)
"""What a device did not do, for a cause that somebody names."""
_BUILT = word_set(
    "slope hillside dam wall bank embankment bridge roof foundations structure pillars levee reservoir"
)
_GIVES_WAY = _MISHAPS | _BUILT
_BURST = word_set("explode detonate collapse burst sink capsize fail crash derail overturn burn")


def led_to(page: Page, sentence: Sentence, verb: Token) -> Finding | None:
    """'A faulty valve led to the blast': in somebody's words."""
    if verb.lower_ not in _LED or verb.pos_ != "VERB" or negated(verb):
        return None
    who, what = child(verb, "nsubj"), object_of(verb, "to", "in")
    if who is None or what is None or what.lower_ not in _MISHAPS or who.pos_ not in ("NOUN", "PROPN"):
        return None
    if accuser(page, sentence, verb) is None:
        return None
    return accusation(sentence, "by_cause", verb, [*core(who), *predicate(verb)], text_of(who), text_of(what))


def due_to(page: Page, sentence: Sentence, word: Token) -> Finding | None:
    """'The crash was due to ice', 'the dam failed because of the rain': in somebody's words."""
    if word.lower_ not in ("due", "because", "result", "owing"):
        return None
    what = object_of(word, "to", "of") or child(word, "pobj")
    be = word.head
    for _ in range(3):
        if be.pos_ in ("VERB", "AUX") or be.head.i == be.i:
            break
        be = be.head
    matter = child(be, "nsubj", "nsubjpass") if be.pos_ in ("VERB", "AUX") else None
    if what is None or matter is None or negated(be) or what.i < word.i:
        return None
    if matter.lower_ not in _MISHAPS | _LOSSES and be.lower_ not in _HAPPENED:
        return None
    if accuser(page, sentence, word) is None:
        return None
    tokens = [*core(matter), be, word, *core(what)]
    return accusation(sentence, "by_cause", word, tokens, text_of(what), text_of(matter))


RULES = (it_was, points_to, cause, led_to, due_to, is_the_cause, because)
