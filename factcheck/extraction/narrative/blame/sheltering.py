"""What a side lets happen on its soil, whom it shelters, and what it hides or ignores."""

from __future__ import annotations

import re

from factcheck.extraction.narrative.accusing import accusation, accuser, negated, predicate
from factcheck.extraction.narrative.doers import antecedent, is_doer, same_side
from factcheck.extraction.page import Finding, Page, Sentence
from factcheck.extraction.syntax import Token
from factcheck.extraction.voices.clauses import child, core, text_of
from factcheck.lexicons import word_set

_HARBOURS = word_set(
    "sheltering harbouring harboring hosting shelters harbours harbors sheltered harboured harbored"
)
_HIDES = word_set(
    "hide hides hid hiding hidden conceal conceals concealed concealing ignore ignores ignored ignoring "
    "neglect neglected neglects covering covered"
)
BEGIN = _HARBOURS | _HIDES | {"soil", "territory"}
"""The words with which one of these rules begins."""


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


RULES = (from_soil, harbours, hid)
