"""Who speaks where in a sentence: reporting verbs, "according to", figures that belong to somebody, by syntax."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from factcheck.extraction.syntax import Token, Tokens
from factcheck.extraction.voices.scopes import before_aside, passive_scope, said_by, subtree
from factcheck.extraction.voices.speaking import is_acronym, is_office, is_paper, may_speak, phrase_of
from factcheck.extraction.voices.speech import Speech, verbs
from factcheck.extraction.voices.turns import (
    ENDS,
    at_the_end,
    by_figure,
    by_holding,
    certain,
    claims_by,
    for_somebody,
    if_believed,
    parenthetical,
)
from factcheck.extraction.voices.verbsubjects import is_passive, speaking_apposition, subject_of
from factcheck.lexicons import word_set

__all__ = ["Speech", "speeches", "subject_of", "verbs"]

_CLAIM_AS_TAKE = word_set("life lives victim victims")


def speeches(tokens: Tokens) -> list[Speech]:
    """Every place in a parsed sentence where it says who says something, in order; worked out once."""
    found: list[Speech] | None = tokens.notes.get("speeches")
    if found is None:
        found = tokens.notes["speeches"] = _speeches(tokens)
    return found


def _speeches(tokens: Tokens) -> list[Speech]:
    known = verbs()
    tellers = [t for t in tokens if t.lower_ in known]
    last = {speech.at: speech for speech in at_the_end(tokens, tellers)}
    inserted = {speech.at: speech for speech in parenthetical(tokens, tellers)}
    found = [
        s for s in _by_verb(tellers) if s.at not in last or (s.scope >= last[s.at].scope and "," not in s.speaker)
    ]
    found = [speech for speech in found if speech.at not in inserted] + list(inserted.values())
    told = {speech.at for speech in found}
    found += [speech for at, speech in last.items() if at not in told]
    found += [*_according_to(tokens), *for_somebody(tokens)]
    found += [*certain(tokens), *if_believed(tokens), *by_figure(tokens), *claims_by(tokens)]
    told |= {speech.at for speech in found}
    found += [speech for speech in by_holding(tokens) if speech.at not in told]
    kept = sorted((_within_clause(tokens, speech) for speech in found), key=lambda speech: speech.at)
    return kept if ";" not in tokens.text else [_beyond_semicolon(tokens, speech, kept) for speech in kept]


def _beyond_semicolon(tokens: Tokens, speech: Speech, all_told: list[Speech]) -> Speech:
    """'No such raid took place, an aide said; his men were not there': still the aide's words."""
    mark = next((t.i for t in tokens[speech.at :] if t.text == ";"), None)
    if mark is None or not speech.speaker or not any(i < speech.at for i in speech.scope):
        return speech
    rest = set(range(mark + 1, len(tokens)))
    if any(other.at > mark or rest & other.scope for other in all_told):
        return speech
    return replace(speech, scope=speech.scope | rest)


def _within_clause(tokens: Tokens, speech: Speech) -> Speech:
    """'14 died; the ministry gives 29': who says what follows the semicolon says nothing before it."""
    if speech.head is None or speech.head.i > speech.at:
        return speech
    begins = max((t.i for t in tokens[: speech.head.i] if t.text == ";"), default=-1)
    own = {i for i in speech.scope if i > begins}
    told = any(i > speech.at and not tokens[i].is_punct for i in own)
    return replace(speech, scope=frozenset(own)) if begins >= 0 and told else speech


def _by_verb(tellers: list[Token]) -> Iterator[Speech]:
    for verb in tellers:
        if verb.pos_ in ("NOUN", "PROPN", "ADJ", "ADP", "DET") and verb.dep_ not in ("ROOT", "ccomp"):
            continue
        base, stance, frame = verbs()[verb.lower_]
        quotes = base in ("cite", "quote")
        speech = _by_quoting(verb, stance) if quotes else _of_verb(verb, base, stance, frame)
        if speech is not None:
            yield speech


def _of_verb(verb: Token, base: str, stance: str, frame: str) -> Speech | None:
    subject, via = subject_of(verb)
    subject = speaking_apposition(subject)
    scope = said_by(verb, subject) | before_aside(verb, subject)
    if verb.dep_ in ("acl", "relcl") and is_passive(verb) and subject is not None:
        scope |= subtree(verb.head) - subtree(subject)  # "the deaths reported by residents"
    if verb.dep_ == "relcl" and subject is not None and verb.head.i < subject.i and base in _OF_WHOM:
        scope |= subtree(verb.head) - subtree(subject)  # "the 60 of whom the rebels speak"
    if subject is None:
        if (stance != "estimates" and base not in ("allege", "say", "report")) or not is_passive(verb):
            return None
        return Speech("", None, base, stance, frame, scope | passive_scope(verb), verb.i)
    if not may_speak(subject) or _takes_lives(base, verb):
        return None
    if base == "show" and not is_paper(subject.lower_):
        return None
    if frame in ("figure", "find") and not _speaks_figures(subject):
        return None
    if (
        frame == "that"
        and not any(c.dep_ in ("ccomp", "parataxis") for c in verb.children)
        and verb.dep_ != "parataxis"
    ):
        return None
    if frame == "own" and not (verb.i + 1 < len(verb.doc) and verb.nbor().lower_ == "up"):
        return None
    if base == "hold" and not any(c.dep_ == "ccomp" for c in verb.children):
        return None
    if base == "rule" and not any(c.lower_ == "out" or c.dep_ == "ccomp" for c in verb.children):
        return None
    if base in ("go", "continue") and not any(
        c.text in ('"', "on") or c.dep_ == "parataxis" for c in verb.children
    ):
        return None
    negated = any(child.dep_ == "neg" for child in verb.children) or _refuses(verb)
    negated = (
        negated
        or any(t.lower_ in ("neither", "nobody", "no") for t in subject.children)
        or subject.lower_ == "neither"
    )
    told = _told(verb) if base in ("tell", "inform", "speak", "say", "confirm") else None
    return Speech(phrase_of(subject, verb), subject, base, stance, frame, scope, verb.i, via or told, negated)


_OF_WHOM = word_set("speak claim report estimate count mention announce give cite put reckon list")


def _by_quoting(verb: Token, stance: str) -> Speech | None:
    """'The agency quoted the ministry as saying ...': the object speaks, the subject passes it on."""
    subject, _ = subject_of(verb)
    if verb.tag_ == "VBN" and is_passive(verb):
        speaker = next((c for c in verb.children if c.dep_ == "nsubjpass"), None)
        agents = (
            c for part in (verb, *verb.subtree) for c in part.children if c.dep_ == "agent" or c.lower_ == "by"
        )
        agent = next((g for c in agents for g in c.children if g.dep_ == "pobj"), None)
    else:
        speaker = next((c for c in verb.children if c.dep_ in ("dobj", "nsubj") and c.i > verb.i), None)
        agent = subject
    if speaker is None:
        return None
    within = verb.head if verb.dep_ in ("acl", "advcl", "prep", "conj") else verb
    if within.pos_ not in ("VERB", "AUX") and within.head.i != within.i:
        within = within.head
    scope = subtree(within) - subtree(speaker)
    return Speech(
        phrase_of(speaker), speaker, "quote", stance, "say", frozenset(scope), verb.i,
        phrase_of(agent) if agent is not None else None,
    )  # fmt: skip


def _according_to(tokens: Tokens) -> Iterator[Speech]:
    if "according" not in tokens.lowers:
        return
    places = [t.i for t in tokens[:-1] if t.lower_ == "according" and tokens[t.i + 1].lower_ == "to"]
    for token in tokens[:-1]:
        if token.lower_ != "according" or tokens[token.i + 1].lower_ != "to":
            continue
        to = tokens[token.i + 1]
        speaker = next((c for c in to.children if c.dep_ == "pobj"), None)
        if speaker is None:
            speaker = next((t for t in tokens[to.i + 1 :] if t.pos_ in ("PROPN", "NOUN", "PRON")), None)
        if speaker is None or speaker.lower_ in _NORMS:
            continue
        speaker = _author(speaker)
        clause = token.head
        while clause.pos_ not in ("VERB", "AUX") and clause.head.i != clause.i:
            clause = clause.head
        scope = subtree(clause) - subtree(speaker) - {token.i, to.i}
        if len(places) > 1:
            earlier = [p for p in places if p < token.i]
            first = earlier[-1] + 2 if earlier else 0
            scope = set(range(first, token.i))  # each of several has its own figure in front
        behind = tokens[max(subtree(speaker), default=to.i) + 1 :]
        last = len(places) == 1 and (all(t.is_punct for t in behind) or _participle(behind))
        if last and tokens[token.i - 1].text == ",":
            first = max((t.i + 1 for t in tokens[: token.i] if t.text in ENDS), default=0)
            if not any(t.lower_ in verbs() and t.pos_ == "VERB" for t in tokens[first : token.i]):
                scope |= {*range(first, token.i - 1)}  # "killed 23 and injured 41, according to the clinic"
        if token.i > 1 and tokens[token.i - 1].text == "," and clause.i > token.i:
            first = max((t.i + 1 for t in tokens[: token.i] if t.text in ENDS), default=0)
            scope = {*range(first, token.i - 1)}  # what stands before it, not the next clause
        yield Speech(phrase_of(speaker), speaker, "according to", "plain", "say", frozenset(scope), token.i)


def _participle(behind: Tokens | list[Token]) -> bool:
    """'According to the clinic, counting both sides.': how it counts, and nothing else, stands behind."""
    words = list(behind)
    return (
        len(words) > 1
        and words[0].text == ","
        and words[1].tag_ == "VBG"
        and not any(t.tag_ in ("VBD", "VBZ", "VBP") for t in words)
    )


def _author(paper: Token) -> Token:
    """'According to lists compiled by activists': the activists."""
    if not is_paper(paper.lower_) and not is_paper(paper.lower_.removesuffix("s")):
        return paper
    made = (c for c in paper.children if c.dep_ == "acl" and c.lower_ in _MADE)
    agents = (by for c in made for by in c.children if by.lower_ == "by")
    return next((c for by in agents for c in by.children if c.dep_ == "pobj" and may_speak(c)), paper)


_MADE = word_set(
    "compiled drawn made kept gathered collected published released issued prepared written put obtained"
)
_NORMS = word_set(
    "law laws rules rule regulations procedure procedures plan plans protocol schedule custom "
    "customs needs "
    "standards norms"
)
"""'treated according to international law': nobody says so."""


def _refuses(verb: Token) -> bool:
    return verb.dep_ == "xcomp" and verb.head.lower_ in ("refused", "declined", "refuses", "declines", "refusing")


def _takes_lives(base: str, verb: Token) -> bool:
    return base == "claim" and any(c.dep_ == "dobj" and c.lower_ in _CLAIM_AS_TAKE for c in verb.children)


def _speaks_figures(noun: Token) -> bool:
    """Who can have a figure: a name, a pronoun, an office; not "the hospital bus"."""
    if noun.lower_ in ("people", "families", "those"):
        return any(c.lower_ in ("of", "in", "from", "at") for c in noun.children)  # "people of the valley"
    return noun.pos_ in ("PROPN", "PRON") or is_office(noun.lower_) or is_acronym(noun)


def _told(verb: Token) -> str | None:
    """Whom it was told, when that is a name: "told AFP"."""
    for child in verb.children:
        to = next((c for c in child.children if c.dep_ == "pobj"), None) if child.lower_ == "to" else child
        if to is not None and to.i > verb.i and to.dep_ in ("dobj", "dative", "pobj") and to.pos_ == "PROPN":
            return phrase_of(to)
    return None
