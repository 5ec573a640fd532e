"""What somebody complains of: what others left undone, warnings ignored, people forsaken."""

from __future__ import annotations

from factcheck.extraction.narrative.accusing import accusation, accuser, negated, predicate, supposed
from factcheck.extraction.narrative.blame.failings.neglect import IN_CHARGE, failed
from factcheck.extraction.narrative.doers import subject_of
from factcheck.extraction.page import Finding, Page, Sentence
from factcheck.extraction.syntax import Token
from factcheck.extraction.voices.clauses import child, core, object_of, text_of
from factcheck.lexicons import word_set

_BEEN = word_set("was were been being")
_NOT = word_set("not never")


def may_tell_complaint(words: frozenset[str]) -> bool:
    """True for a sentence that may tell what somebody left undone; ``words`` are its words in lower case."""
    if not words.isdisjoint(IGNORED) and not words.isdisjoint(_BEEN):
        return True
    if "us" in words and not words.isdisjoint(FORSAKEN - {"left"} | words & {"die", "fate"}):
        return True
    return not words.isdisjoint(BODIES) and not words.isdisjoint(_NOT)


def undone(page: Page, sentence: Sentence, verb: Token) -> Finding | None:
    """'The operator had not carried out the maintenance', 'the board did not alert us': said by somebody else."""
    if verb.pos_ != "VERB" or verb.lower_ in _IDLE or not any(c.dep_ == "neg" for c in verb.children):
        return None
    if verb.dep_ not in ("ccomp", "ROOT", "conj") or child(verb, "nsubjpass", "auxpass") is not None:
        return None
    if child(verb, "dobj", "xcomp", "ccomp", "prep") is None or any(c.tag_ == "MD" for c in verb.children):
        return None
    who = subject_of(verb)
    return None if who is None or who.lower_ not in BODIES else failed(page, sentence, verb, who)


_IDLE = word_set(
    "say said comment commented confirm confirmed know known expect expected believe want wanted "
    "plan planned think "
    "name named release released identify identified respond responded reply replied answer answered "
    "disclose give "
    "given specify rule ruled deny denied need intend mean have had get become seem agree accept see "
    "seen hear heard "
    "kill killed attack attacked take taken lose lost"
)
BODIES = IN_CHARGE - word_set(
    "police officer officers official officials army military soldiers troops guard guards deputies "
    "sheriff school "
    "hospital university club president mayor governor council state party driver drivers union "
    "commander commanders "
    "leadership regime government governments ministry minister pilot pilots crew crews director"
) | word_set("confederation builder company operator contractor")


def wronged(page: Page, sentence: Sentence, verb: Token) -> Finding | None:
    """'Warnings were ignored', 'its members were misled by an engineer', 'they left us to die'."""
    if verb.pos_ != "VERB" or negated(verb) or supposed(verb):
        return None
    low = verb.lower_
    passive, thing = child(verb, "nsubjpass"), child(verb, "dobj")
    us = thing is not None and thing.lower_ in ("us", "them", "people") and low in FORSAKEN
    if us and low == "left" and {t.lower_ for t in verb.subtree}.isdisjoint({"die", "alone", "fate", "without"}):
        return None
    if not us and (passive is None or low not in IGNORED):
        return None
    if accuser(page, sentence, verb) is None:
        return None
    who = object_of(verb, "by") if passive is not None else child(verb, "nsubj")
    named = who is not None and who.pos_ != "PRON"
    near = passive if passive is not None else who
    tokens = [*(core(near) if near is not None and verb.i - near.i < 12 else ()), *predicate(verb)]
    return accusation(sentence, "failed", verb, tokens, text_of(who) if named else None, text_of(passive or thing))


IGNORED = word_set("ignored misled falsified neglected disregarded mishandled botched withheld deceived")
FORSAKEN = word_set("left abandoned betrayed deserted deceived forsook cheated")

BEGIN = IGNORED | FORSAKEN
"""The words with which one of these rules begins; what is left undone begins with any negated verb."""

RULES = (undone, wronged)
