"""Faults found or owned up to: the train was faulty, staff were poorly trained, the maker admitted a flaw."""

from __future__ import annotations

from factcheck.extraction.narrative.accusing import accusation, accuser, negated, predicate
from factcheck.extraction.narrative.blame.admitting import ADMITS
from factcheck.extraction.narrative.denial.denying import ALLEGATION
from factcheck.extraction.page import Finding, Page, Sentence
from factcheck.extraction.syntax import Token
from factcheck.extraction.voices.clauses import child, core, text_of
from factcheck.lexicons import word_set


def may_tell_defect(words: frozenset[str]) -> bool:
    """True for a sentence with a word for what is ill made; ``words`` are its words in lower case."""
    return not words.isdisjoint(FAULTY) or not (words.isdisjoint(BADLY) or words.isdisjoint(MADE))


def faulty(page: Page, sentence: Sentence, be: Token) -> Finding | None:
    """'The train was faulty', 'staff were poorly trained': in somebody's words."""
    what = child(be, "nsubj", "nsubjpass")
    if what is None or what.pos_ not in ("NOUN", "PROPN") or negated(be) or ALLEGATION.match(what.lower_):
        return None
    how = child(be, "acomp") if be.lower_ in ("was", "were", "is", "are") else None
    badly = be.lower_ in MADE and any(c.lower_ in BADLY for c in be.children if c.dep_ == "advmod")
    if not badly and (how is None or how.lower_ not in FAULTY):
        return None
    if accuser(page, sentence, be) is None:
        return None
    return accusation(sentence, "by_cause", be, [*core(what), *predicate(be)], text_of(what), None)


FAULTY = word_set("faulty defective flawed inadequate substandard shoddy corroded rotten untrained understaffed")
MADE = word_set("trained built designed maintained equipped lit managed run")
BADLY = word_set("poorly badly inadequately improperly shoddily")


def admitted_fault(page: Page, sentence: Sentence, verb: Token) -> Finding | None:
    """'The institute admitted a flaw in the signals', 'the governor admitted that there was a failure'."""
    if verb.lower_ not in ADMITS or verb.lower_.startswith("confirm") or verb.pos_ != "VERB" or negated(verb):
        return None
    clause = child(verb, "ccomp")
    fault = child(verb, "dobj") or (child(clause, "attr") if clause is not None else None)
    if fault is None or fault.lower_ not in _FAULTS or child(verb, "nsubj") is None:
        return None
    return accusation(sentence, "owned_up", verb, predicate(verb), text_of(fault), None)


_FAULTS = word_set(
    "error errors flaw flaws fault faults failure failures mistake mistakes shortcoming shortcomings "
    "failings lapse "
    "lapses negligence"
)

BEGIN = ADMITS | MADE | word_set("was is were are")
"""The words with which one of these rules begins."""

RULES = (faulty, admitted_fault)
