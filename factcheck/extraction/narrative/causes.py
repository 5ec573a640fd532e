"""Causes and neglect: the fire that welding started, the dead that somebody hides, the soil that shelters."""

from __future__ import annotations

import re

from factcheck.extraction.narrative.accusing import accusation, accuser, negated, predicate
from factcheck.extraction.narrative.doers import antecedent, is_doer, same_side
from factcheck.extraction.page import Finding, Page, Sentence
from factcheck.extraction.syntax import Token
from factcheck.extraction.voices.clauses import child, core, object_of, text_of
from factcheck.lexicons import word_set

_CAUSES = word_set("caused triggered started sparked ignited")
_HARBOURS = word_set(
    "sheltering harbouring harboring hosting shelters harbours harbors sheltered harboured harbored"
)
_OPINIONS = word_set("negligence recklessness mistake error sabotage provocation incompetence attack step act")
_EVIDENCE = word_set(
    "statements findings evidence indications signs investigation inquiry analysis investigators traces"
)
_HIDES = word_set(
    "hide hides hid hiding hidden conceal conceals concealed concealing ignore ignores ignored ignoring "
    "neglect neglected neglects covering covered"
)
_BECAUSE = word_set("due because result owing")
_LED = word_set("led leads resulted caused triggered")
_HAPPENED = word_set(
    "collapsed collapse failed burst exploded detonated sank capsized crashed derailed overturned broke "
    "happened occurred "
    "gave leaked flooded caught sunk fell ruptured"
)
_MISHAPS = word_set(
    "fire blast explosion crash blaze war violence clashes fighting accident collapse sinking capsizing stampede "
    "collision disaster tragedy derailment leak flood spill crush landslide outbreak breach failure incident "
    "rupture"
)
BEGIN = _CAUSES | _HARBOURS | _HIDES | word_set(
    "soil territory point points pointed pointing attributed attributes due because led leads resulted result "
    "owing"
)  # fmt: skip
"""The words with which one of these rules begins."""


def may_tell_cause(text: str, words: frozenset[str]) -> bool:
    """True for a sentence with a mishap and a word for what brought it about."""
    if words.isdisjoint(_MISHAPS | _HAPPENED):
        return False
    return not words.isdisjoint(_LED) or (not words.isdisjoint(_BECAUSE) and _LINK.search(text) is not None)


_LINK = re.compile(r"\b(?:due to|because of|owing to|(?:a|the) result of)\b", re.IGNORECASE)


def from_soil(page: Page, sentence: Sentence, noun: Token) -> Finding | None:
    """'The group operates from Ruritanian soil': the owner of the soil is blamed for letting it."""
    if noun.lower_ not in ("soil", "territory") or noun.dep_ != "pobj" or noun.head.lower_ not in ("from", "on"):
        return None
    verb = noun.head.head
    if verb.pos_ == "NOUN" and verb.head.pos_ == "VERB":
        verb = verb.head
    if noun.head.lower_ == "on" and verb.lower_ not in ("sheltering", "operating", "hiding", "based"):
        return None
    if noun.head.lower_ == "from" and not re.match(r"operat|run|launch|attack|plan|carr|direct|act", verb.lower_):
        return None
    owner = next((c for c in noun.children if c.dep_ in ("amod", "poss", "compound")), None)
    if owner is None:
        return None
    return accusation(sentence, "soil", verb, [verb, *core(noun)], text_of(owner), text_of(child(verb, "nsubj")))


def harbours(page: Page, sentence: Sentence, token: Token) -> Finding | None:
    """'Y shelters the militants', said by somebody and not denied."""
    if token.lower_ not in _HARBOURS or token.pos_ != "VERB":
        return None
    who, what = child(token, "nsubj"), child(token, "dobj")
    if (
        who is None
        or what is None
        or accuser(page, sentence, token) is None
        or not is_doer(antecedent(who, token))
    ):
        return None
    return accusation(sentence, "harbours", token, [*core(who), *predicate(token)], text_of(who), text_of(what))


def _put_down_to(verb: Token) -> Token | None:
    """'attributed the failure of the dams to neglect', whatever the parser hung the "to" on."""
    for word in verb.subtree:
        if word.lower_ == "to" and word.i > verb.i:
            return child(word, "pobj") or (word.head if word.dep_ == "aux" else None)
    return None


def points_to(page: Page, sentence: Sentence, verb: Token) -> Finding | None:
    """'Investigators point to negligence', 'X attributed Z to Y'."""
    who = child(verb, "nsubj")
    if verb.pos_ != "VERB" or who is None:
        return None
    if verb.lower_ in ("point", "points", "pointed", "pointing"):
        what = object_of(verb, "to")
        if what is None or what.pos_ == "PRON":
            return None
        shown = who.lower_ in _EVIDENCE and what.pos_ in ("NOUN", "PROPN", "VERB")
        if not (shown or any(t.lower_ in _OPINIONS for t in core(what)) or is_doer(what)):
            return None
        return accusation(sentence, "cause", verb, predicate(verb), text_of(what), None)
    if verb.lower_ not in ("attributed", "attributes"):
        return None
    matter, what = child(verb, "dobj"), object_of(verb, "to") or _put_down_to(verb)
    if what is None:
        return None
    return accusation(sentence, "cause", verb, predicate(verb), text_of(what), text_of(matter))


def cause(page: Page, sentence: Sentence, verb: Token) -> Finding | None:
    """'Welding started the fire', 'the crash was caused by ice': in somebody's words."""
    if verb.lower_ not in _CAUSES or verb.pos_ != "VERB" or negated(verb):
        return None
    agent = object_of(verb, "by")
    if agent is not None and verb.tag_ in ("VBN", "VBD"):
        matter = child(verb, "nsubjpass") or (verb.head if verb.dep_ in ("acl", "relcl") else None)
        if accuser(page, sentence, verb) is None:
            return None
        return accusation(sentence, "by_cause", verb, [verb, *core(agent)], text_of(agent), text_of(matter))
    who, what = child(verb, "nsubj"), child(verb, "dobj")
    if who is None or what is None or who.pos_ not in ("NOUN", "PROPN"):
        return None
    if what.lower_ not in _MISHAPS and not any(t.lower_ in _BURST for t in verb.subtree if t.i > what.i):
        return None
    if who.lower_ in ("police", "officers") or accuser(page, sentence, verb) is None:
        return None
    return accusation(sentence, "by_cause", verb, [*core(who), *predicate(verb)], text_of(who), text_of(what))


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
    if word.lower_ not in _BECAUSE:
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
    if matter.lower_ not in _MISHAPS and be.lower_ not in _HAPPENED:
        return None
    if accuser(page, sentence, word) is None:
        return None
    tokens = [*core(matter), be, word, *core(what)]
    return accusation(sentence, "by_cause", word, tokens, text_of(what), text_of(matter))


def hid(page: Page, sentence: Sentence, verb: Token) -> Finding | None:
    """'The captain ignored the warning', 'the city is hiding bodies': said by somebody else."""
    if verb.lower_ not in _HIDES or verb.pos_ != "VERB" or negated(verb):
        return None
    who, what = child(verb, "nsubj"), child(verb, "dobj")
    speaker = accuser(page, sentence, verb)
    if who is None or what is None or speaker is None or same_side(page, sentence, speaker, who):
        return None
    who = antecedent(who, verb)
    if verb.lower_.startswith("cover") and child(verb, "prt") is None:
        return None
    return accusation(sentence, "hid", verb, [*core(who), *predicate(verb)], text_of(who), text_of(what))


RULES = (from_soil, harbours, points_to, cause, led_to, due_to, hid)
