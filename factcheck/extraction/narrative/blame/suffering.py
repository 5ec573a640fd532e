"""Deeds told by those who suffered them: came under fire from, was the target of an attack by, fired on from."""

from __future__ import annotations

from factcheck.extraction.narrative.accusing import accusation, accuser, negated, predicate
from factcheck.extraction.narrative.armed import ARMED, WEAPONS
from factcheck.extraction.narrative.doers import is_doer, same_side, subject_of
from factcheck.extraction.narrative.hostile import VIOLENT, forms
from factcheck.extraction.page import Finding, Page, Sentence
from factcheck.extraction.syntax import Token
from factcheck.extraction.voices.clauses import child, core, object_of, text_of
from factcheck.lexicons import word_set

_BLOWS = VIOLENT | WEAPONS

_UNDER = word_set("under subjected exposed target victim object scene")
_SHOT_AT = word_set("fired shot shelled bombed hit struck attacked strafed targeted launched")
_INTENT = word_set("deliberately intentionally wilfully willfully knowingly indiscriminately wantonly")
_US = word_set("them us him her it me people civilians")
_GENTLE = word_set(
    "said say says told avoided left kept chose decided withheld stayed waited did tried spread spoke released "
    "misled lied leaked ignored kept made used provided gave excluded delayed"
)
BEGIN = _UNDER | _INTENT | word_set("fired shot")
"""The words with which one of these rules begins."""


def under_fire(page: Page, sentence: Sentence, word: Token) -> Finding | None:
    """'Its base came under fire from the rebels', 'was subjected to shelling by the army': in somebody's words."""
    if word.lower_ not in _UNDER:
        return None
    noun = object_of(word.head, word.lower_) if word.lower_ == "under" else object_of(word, "of", "to")
    if noun is None or not {t.lower_ for t in core(noun)} & _BLOWS:
        return None
    doer = next((d for t in (noun, word, word.head) if (d := object_of(t, "from", "by")) is not None), None)
    if doer is None or not is_doer(doer) or negated(word.head):
        return None
    speaker = accuser(page, sentence, word)
    if speaker is None or same_side(page, sentence, speaker, doer):
        return None
    what = child(word.head, "nsubj", "nsubjpass")
    return accusation(sentence, "done_by", word, [word, *core(noun), *core(doer)], text_of(doer), text_of(what))


def shot_from(page: Page, sentence: Sentence, verb: Token) -> Finding | None:
    """'The car had been fired on from a helicopter', 'shot at from the army's positions': in somebody's words."""
    if verb.lower_ not in _SHOT_AT or verb.tag_ != "VBN" or child(verb, "auxpass") is None or negated(verb):
        return None
    place = object_of(verb, "from") or next(
        (d for c in verb.children if c.dep_ == "prep" and (d := object_of(c, "from")) is not None), None
    )
    if place is None or not {t.lower_ for t in core(place)} & ARMED:
        return None
    if accuser(page, sentence, verb) is None:
        return None
    what = child(verb, "nsubjpass")
    return accusation(sentence, "done_by", verb, [verb, *core(place)], text_of(place), text_of(what))


def on_purpose(page: Page, sentence: Sentence, adverb: Token) -> Finding | None:
    """'The patrol boat deliberately swamped them': whatever is done on purpose to somebody, said by another."""
    verb = adverb.head
    if adverb.lower_ not in _INTENT or verb.pos_ != "VERB" or negated(verb) or verb.lower_ in _GENTLE:
        return None
    who, thing = subject_of(verb), child(verb, "dobj")
    if who is None or thing is None or child(verb, "auxpass") is not None or who.pos_ == "PRON":
        return None
    if who.lower_ in VIOLENT or (who.lower_ in ("men", "man", "gunmen", "suspect", "suspects")):
        return None
    if thing.lower_ not in _US and verb.lower_ not in forms():
        return None
    speaker = accuser(page, sentence, verb)
    if speaker is None or same_side(page, sentence, speaker, who):
        return None
    return accusation(sentence, "did_it", verb, [*core(who), *predicate(verb)], text_of(who), text_of(thing))


RULES = (under_fire, shot_from, on_purpose)
