"""Faults told as names and mechanisms: points to a worn wheel, 'a short circuit, says the chief', hit a rock."""

from __future__ import annotations

import re

from factcheck.extraction.gates import gated
from factcheck.extraction.narrative.accusing import accusation, accuser, negated, predicate, supposed
from factcheck.extraction.narrative.blame.failings.faultwords import (
    CRAFT,
    EATEN,
    FAULT,
    FLOWS,
    FLUIDS,
    HITS,
    ILL,
    LIKELY,
    LINE,
    OBSTACLES,
    PAPERS,
    PARTS,
    SEEKERS,
    STRUCTURES,
)
from factcheck.extraction.narrative.blame.failings.neglect import IN_CHARGE
from factcheck.extraction.narrative.doers import is_doer
from factcheck.extraction.page import Finding, Page, Sentence
from factcheck.extraction.syntax import Token
from factcheck.extraction.voices.clauses import asserter, child, core, object_of, text_of
from factcheck.extraction.voices.speaking import phrase_of
from factcheck.lexicons import word_set

_GUILTY = gated(
    r"\bthe (?:one (?:who is )?(?:responsible|guilty|to blame|at fault)|responsible (?:one|party|man|side)"
    r"|guilty (?:one|party|man|side|ones))\b",
    re.IGNORECASE,
)

BEGIN = (
    word_set(
        "point points pointed look looks looked names named cites cited lists listed identifies identified line "
        "theory"
    )
    | word_set("hypothesis version explanation lead scenario one guilty responsible made")
    | EATEN
    | FLOWS
    | HITS
)
"""The words with which one of these rules begins."""


def may_tell_fault(text: str, words: frozenset[str]) -> bool:
    """True for a sentence with one of these ways to name a fault; ``words`` are its words in lower case."""
    if (
        not words.isdisjoint(SEEKERS)
        and not words.isdisjoint(_NAMING)
        and not words.isdisjoint(ILL | PARTS | FAULT)
    ):
        return True
    if "who" in words and not words.isdisjoint(SEEKERS) and not words.isdisjoint(_DIRECTS):
        return True
    if not words.isdisjoint(CRAFT) and not words.isdisjoint(HITS) and not words.isdisjoint(OBSTACLES):
        return True
    if not words.isdisjoint(FLUIDS) and not words.isdisjoint(FLOWS) and not words.isdisjoint(_ENTRIES):
        return True
    if "by" in words and not words.isdisjoint(EATEN) and not words.isdisjoint(STRUCTURES | CRAFT):
        return True
    if not words.isdisjoint(LIKELY) and not words.isdisjoint(LINE):
        return True
    return _GUILTY.search(text) is not None


_DIRECTS = word_set("point points pointed")
_NAMING = word_set(
    "point points pointed look looks looked names named cites cited lists listed identifies identified who"
)
_ENTRIES = word_set(
    "through past into door doors ramp hatch bow hull engine cracks hole window vents pipe valve deck room"
)


def named_fault(page: Page, sentence: Sentence, verb: Token) -> Finding | None:
    """'Investigators look to a worn wheel', 'the inquiry names bad concrete', 'points to those who sold it'."""
    if verb.pos_ != "VERB" or verb.lower_ not in _NAMING or negated(verb):
        return None
    who = child(verb, "nsubj")
    if who is None or not (
        who.lower_ in SEEKERS | {"they"} or asserter(page, sentence, verb) is not None or who.pos_ == "PROPN"
    ):
        return None
    directed = verb.lower_[:4] in ("poin", "look")
    if not directed and who.lower_ not in PAPERS:
        return None
    what = object_of(verb, "to", "at") if directed else child(verb, "dobj")
    if what is None or what.pos_ not in ("NOUN", "PROPN") or _numbered(what):
        return None
    told = {t.lower_ for t in core(what)}
    active = child(what, "relcl")
    people = (what.lower_ in IN_CHARGE or is_doer(what) or what.tag_ in ("NNS", "NNP", "NNPS")) and (
        active is not None and child(active, "nsubj") is not None and child(active, "nsubj").lower_ == "who"  # type: ignore[union-attr]
    )
    if not (people or what.lower_ in PARTS | FAULT or (not told.isdisjoint(ILL) and not directed)):
        return None
    if directed and verb.lower_[:4] == "look" and told.isdisjoint(ILL | FAULT) and not people:
        return None
    return accusation(sentence, "named_fault", verb, predicate(verb), text_of(what), None)


def _numbered(what: Token) -> bool:
    return any(t.tag_ == "CD" for t in core(what))


def likeliest(page: Page, sentence: Sentence, noun: Token) -> Finding | None:
    """'A gas leak is the strongest line', 'the main theory is sabotage': in somebody's words."""
    if noun.lower_ not in LINE or noun.head.lower_ not in ("is", "was", "remains", "remained", "are"):
        return None
    if not any(c.lower_ in LIKELY for c in core(noun)) or negated(noun.head):
        return None
    before = noun.dep_ == "nsubj"
    what = child(noun.head, "attr", "ccomp") if before else child(noun.head, "nsubj")
    holder = object_of(noun, "of", "for") or child(noun, "poss")
    told = asserter(page, sentence, noun)
    if what is None or what.i == noun.i or what.pos_ == "PRON" or (told is None and holder is None):
        return None
    finding = accusation(sentence, "likeliest", noun, [*core(noun), noun.head, *core(what)], text_of(what), None)
    if told is None and holder is not None:
        finding.notes["speaker"] = phrase_of(holder)
    return finding


def the_guilty(page: Page, sentence: Sentence, token: Token) -> Finding | None:
    """'The mine owner is the one responsible', 'the guilty party is for them not in doubt: the preacher'."""
    if token.lower_ not in ("one", "responsible", "guilty"):
        return None
    match = next((m for m in _GUILTY.finditer(sentence.text) if m.start() <= token.idx < m.end()), None)
    if match is None or token.idx > match.start() + 6 or supposed(token):
        return None
    assert sentence.tokens is not None
    noun = token if token.dep_ in ("attr", "nsubj") or token.head.pos_ in ("AUX", "VERB") else token.head
    be = noun.head
    if be.lower_ not in ("is", "was", "are", "were", "remains"):
        return None
    if noun.dep_ != "nsubj":
        who = child(be, "nsubj")
        if who is None or who.pos_ not in ("NOUN", "PROPN") or negated(be) or accuser(page, sentence, be) is None:
            return None
        within = sentence.tokens_between(be.idx, match.end())
        return accusation(sentence, "the_guilty", be, [*core(who), *within], text_of(who), None)
    colon = next((t for t in sentence.tokens if t.text == ":" and t.i > be.i), None)
    if colon is not None:
        behind = [t for t in sentence.tokens if colon.i < t.i < colon.i + 8 and not t.is_punct]
        told = sentence.text[behind[0].idx : behind[-1].idx + len(behind[-1])] if behind else None
        return accusation(sentence, "the_guilty", be, [*core(noun), be, *behind], told, None) if behind else None
    what = child(be, "attr")
    if what is None or what.pos_ == "PRON" or negated(be) or accuser(page, sentence, be) is None:
        return None
    return accusation(sentence, "the_guilty", be, [*core(noun), be, *core(what)], text_of(what), None)


def eaten_away(page: Page, sentence: Sentence, verb: Token) -> Finding | None:
    """'The wall was undermined by water', 'the boat was struck by a wave': in somebody's words."""
    if verb.lower_ not in EATEN or verb.tag_ not in ("VBN", "VBD") or negated(verb):
        return None
    matter, agent = child(verb, "nsubjpass"), object_of(verb, "by")
    if agent is None or matter is None or matter.lower_ not in STRUCTURES | CRAFT or agent.pos_ != "NOUN":
        return None
    if _numbered(matter) or accuser(page, sentence, verb) is None:
        return None
    tokens = [*core(matter), verb, *predicate(verb)]
    return accusation(sentence, "by_cause", verb, tokens, text_of(agent), text_of(matter))


def flowed(page: Page, sentence: Sentence, verb: Token) -> Finding | None:
    """'Water had poured in past the bow door', 'gas leaked into the cellar': in somebody's words."""
    if verb.lower_ not in FLOWS or verb.pos_ != "VERB" or negated(verb):
        return None
    what = child(verb, "nsubj")
    after = {t.lower_ for t in verb.subtree if t.i > verb.i}
    if what is None or what.lower_ not in FLUIDS or after.isdisjoint(_ENTRIES) or _numbered(what):
        return None
    if accuser(page, sentence, verb) is None:
        return None
    return accusation(sentence, "by_cause", verb, [*core(what), verb, *predicate(verb)], text_of(what), None)


def ran_into(page: Page, sentence: Sentence, verb: Token) -> Finding | None:
    """'The ship hit a rock', 'the helicopter clipped a power line': in somebody's words."""
    if verb.lower_ not in HITS or verb.pos_ != "VERB" or negated(verb):
        return None
    what = child(verb, "nsubj")
    if what is None or what.lower_ not in CRAFT | {"it"} or _numbered(what):
        return None
    obstacle = child(verb, "dobj") or object_of(verb, "into", "onto", "with", "on", "against", "aground")
    if obstacle is None and any(c.lower_ == "aground" for c in verb.children):
        obstacle = verb
    if obstacle is None or (obstacle is not verb and obstacle.lower_ not in OBSTACLES):
        return None
    if accuser(page, sentence, verb) is None:
        return None
    tokens = [*core(what), verb, *predicate(verb)]
    return accusation(sentence, "by_cause", verb, tokens, text_of(obstacle), text_of(what))


RULES = (named_fault, likeliest, the_guilty, eaten_away, flowed, ran_into)
