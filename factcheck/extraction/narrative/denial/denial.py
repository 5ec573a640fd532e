"""What is denied: denied, rejected, dismissed, called lies, and "no such thing" where somebody insists."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from factcheck.extraction.gates import Several, gated
from factcheck.extraction.narrative.denial import (
    answers,
    conduct,
    fronted,
    innocence,
    negated,
    rejecting,
    unhappened,
    untruths,
)
from factcheck.extraction.narrative.denial.denying import (
    ALLEGATION,
    DENY,
    LIES,
    OF_PHRASES,
    PHRASES,
    REFUSE,
    REJECTS,
    WORDS,
    after_comma,
    clause_of,
    climbed,
    found,
)
from factcheck.extraction.page import Finding, Page, Sentence
from factcheck.extraction.syntax import Token
from factcheck.extraction.voices.clauses import asserter, child, core, object_of, text_of
from factcheck.extraction.voices.speaking import is_office, may_speak
from factcheck.lexicons import word_set
from factcheck.values import Span

_DENYING = DENY | REFUSE

_NOT_DENIED = word_set(
    "bail entry entrance admission access request appeal motion parole visa permit permission right rights "
    "chance possibility opportunity asylum service treatment help aid them him her us me"
)
_UNSAID = word_set("neither nor hardly scarcely barely if unless whether may might could should")
_NOBODY = word_set("nobody none few one neither")
_WITHOUT = word_set(
    "refused refuses refusing refuse declined declines declining decline failed fails failing fail asked asks "
    "asking urged urges urging called calls calling told tells ordered orders wanted wants expected expects "
    "hesitated challenged"
)
"""'(declined) to deny it', '(urged) him to deny it'."""
_SELVES = word_set("himself herself themselves itself myself ourselves yourself")
_NO = word_set("no not never nothing none nobody neither nor cannot")
_INSISTENCE = gated(
    r"\b(?:insist|maintain|repeat|reiterat|stress|underlin|underscor|emphasi|affirm|assert)\w*\b", re.IGNORECASE
)


def may_hold(text: str, words: frozenset[str], said: bool = True) -> bool:
    """True for a sentence with a verb of denial, a charge of lying, or a "no" of the sorts that deny.

    ``words`` are its words in lower case; ``said``: whether somebody may say what stands in it.
    """
    if not words.isdisjoint(WORDS):
        return True
    if not words.isdisjoint(OF_PHRASES) and PHRASES.search(text) is not None:
        return True
    if rejecting.may_reject(text, words):
        return True
    if not said:
        return False
    if conduct.may_name_targets(words):
        return True
    if answers.may_answer(text, words):
        return True
    if words.isdisjoint(_NO) and "n't" not in text and "n’t" not in text:
        return False
    if unhappened.may_deny(text, words) or conduct.may_deny_conduct(text) or negated.may_negate(text, words):
        return True
    if fronted.may_deny(text):
        return True
    return any(
        pattern.search(text)
        for pattern in (_INSISTENCE, innocence.INVOLVED, innocence.ABSENT, untruths.SET_PHRASES)
    )


def find(page: Page, sentence: Sentence) -> Iterator[Finding]:
    """The denials of a parsed sentence."""
    assert sentence.tokens is not None
    taken: list[tuple[int, int]] = []
    out = {rule for rule, patterns in _ONLY_WHERE if not patterns.may_fit(sentence.text)}
    of_verbs = [rule for rule in _RULES if rule not in out]
    of_others = [rule for rule in of_verbs if rule not in _OF_VERBS]
    for token in sentence.tokens:
        for rule in of_verbs if token.pos_ in ("VERB", "AUX") else of_others:
            finding = rule(page, sentence, token)
            if finding is None:
                continue
            yield from _each_subject(finding)
            if not any(finding.span.start < end and start < finding.span.end for start, end in taken):
                taken.append((finding.span.start, finding.span.end))
                yield finding
            break


def _each_subject(finding: Finding) -> Iterator[Finding]:
    """'A and B both deny it': a denial for each but the first, which the finding itself stands for."""
    verb = finding.trigger
    subject = child(verb, "nsubj") if verb is not None and verb.lower_ in _DENYING else None
    others = [c for c in subject.children if c.dep_ == "conj" and c.pos_ == "PROPN"] if subject is not None else []
    for other in others:
        yield replace(
            finding,
            span=Span(finding.sentence.span.start + other.idx, finding.span.end),
            notes={"speaker": other.text},
        )
    if others and subject is not None:
        start = finding.sentence.span.start + subject.left_edge.idx
        finding.notes["speaker"] = finding.sentence.text[subject.left_edge.idx : subject.idx + len(subject)]
        finding.span = Span(start, finding.span.end)


def _denied(page: Page, sentence: Sentence, verb: Token) -> Finding | None:
    """'X denied that ...', 'X denies doing it', 'a charge that X denies'."""
    if verb.lower_ not in DENY or verb.pos_ not in ("VERB", "AUX"):
        return None
    if any(c.dep_ == "neg" or c.lower_ in _UNSAID for c in verb.children) or _neither(verb) or _not_done(verb):
        return None
    if any(c.dep_ in ("nsubjpass", "auxpass") for c in verb.children):
        return _is_denied(page, sentence, verb)
    subject = child(verb, "nsubj")
    if verb.dep_ == "relcl" and (subject is None or subject.lower_ not in ("who", "which", "that")):
        matter = climbed(verb.head)
        return found(sentence, "denied", verb, [*core(matter), *core(verb), *verb.subtree], text_of(matter))
    after = [
        c
        for c in verb.children
        if c.i > verb.i
        and (c.dep_ in ("ccomp", "xcomp", "dobj", "pcomp") or (c.dep_ == "advcl" and c.tag_ == "VBG"))
    ]
    within = [
        t for t in verb.subtree if t.dep_ == "relcl" and t.i - verb.i < 8 and t.i > verb.i
    ]  # "denied for months that"
    what = next(iter(after or within), None) or child(verb, "ccomp")
    if what is None:
        flat = subject is not None and is_office(subject.lower_) and verb.i >= len(verb.doc) - 2
        return (
            found(sentence, "denied", verb, [*core(subject), verb], None) if flat and subject is not None else None
        )
    if what.lower_ in _NOT_DENIED or _withheld(verb, what):
        return None
    return found(sentence, "denied", verb, [verb, *(t for t in what.subtree)], clause_of(what))


def _not_done(verb: Token) -> bool:
    """'refused to deny it', 'has yet to deny it', 'stopped short of denying it', 'nobody denies it'."""
    head = verb.head
    subject = child(verb, "nsubj")
    if subject is not None and subject.lower_ in _NOBODY and not any(c.lower_ == "of" for c in subject.children):
        return True
    if verb.dep_ in ("xcomp", "ccomp") and any(c.lower_ == "to" for c in verb.children if c.i < verb.i):
        return head.lower_ in _WITHOUT or any(c.lower_ == "yet" for c in head.children)
    return verb.dep_ == "pcomp" and head.head.lower_ in ("short", "stopped", "from")


def _withheld(verb: Token, what: Token) -> bool:
    """'denied himself sleep', 'denied the prisoners water': what somebody does not get."""
    return child(verb, "dative") is not None or any(c.lower_ in _SELVES for c in (what, *what.children))


def _is_denied(page: Page, sentence: Sentence, verb: Token) -> Finding | None:
    """'It is denied that ...' in somebody's words; "the request was denied" denies nothing."""
    clause = child(verb, "ccomp")
    subject = child(verb, "nsubjpass")
    agent = object_of(verb, "by")
    if agent is not None and subject is not None and (agent.pos_ == "PROPN" or is_office(agent.lower_)):
        if not ALLEGATION.match(subject.lower_) and subject.lower_ not in ("this", "it", "that"):
            return None
        return found(sentence, "denied", verb, [*core(subject), verb, *core(agent)], clause_of(subject))
    if clause is None or asserter(page, sentence, verb) is None:
        return None
    if subject is not None and subject.lower_ != "it":
        return None
    return found(sentence, "is_denied", verb, [verb, *clause.subtree], clause_of(clause))


def _neither(verb: Token) -> bool:
    return any(t.lower_ in ("neither", "nor") for t in verb.doc[max(0, verb.i - 4) : verb.i])


def _refused(page: Page, sentence: Sentence, verb: Token) -> Finding | None:
    """'X rejected the accusations', 'dismissed as fake news the talk that ...'."""
    if verb.lower_ not in REFUSE or verb.pos_ not in ("VERB", "AUX"):
        return None
    passive = child(verb, "nsubjpass")
    if passive is not None and object_of(verb, "by") is None:
        if (
            not ALLEGATION.match(passive.lower_)
            or passive.lower_.startswith("charge")
            or asserter(page, sentence, verb) is None
        ):
            return None
        return found(sentence, "rejected", verb, [*passive.subtree, *core(verb)], clause_of(passive))
    if child(verb, "nsubj", "nsubjpass") is None and verb.dep_ not in ("conj", "advcl", "acl"):
        return None
    rest = [t for t in verb.subtree if t.i > verb.i]
    said_so = verb.doc.stretch(verb.i, (rest[-1].i if rest else verb.i) + 1)
    what = child(verb, "dobj") or child(verb, "ccomp") or _having_done(verb)
    if what is not None and what.lower_ in ("which", "that") and verb.dep_ == "relcl":
        what = verb.head  # "an accusation which Ruritania rejects"
        who = child(verb, "nsubj")
        by_side = (
            who is not None
            and (who.pos_ == "PROPN" or (who.tag_ == "NN" and is_office(who.lower_)))
            and after_comma(verb)
        )
        if not ALLEGATION.match(what.lower_) and not (by_side and verb.lower_ in REJECTS):
            return None
        if by_side and verb.lower_ in REJECTS:
            return found(sentence, "rejected", verb, [*verb.subtree], clause_of(climbed(what)))
        return found(sentence, "rejected", verb, [*core(what), *verb.subtree], clause_of(what))
    agent = object_of(verb, "by")
    if agent is not None and verb.tag_ == "VBN":
        return _refused_by(sentence, verb, agent)
    if what is None:  # "dismissed as false reports that ..."
        what = next((t for t in rest[:9] if t.pos_ == "NOUN" and ALLEGATION.match(t.lower_)), None)
    lies = LIES.search(said_so) is not None
    if what is None or not (
        lies
        or what.dep_ == "ccomp"
        or what.tag_ == "VBG"
        or ALLEGATION.match(what.lower_)
        or _takes_it_up(verb, what)
    ):
        return None
    return found(sentence, "rejected", verb, [verb, *core(what), *what.subtree, *rest], clause_of(what))


def _having_done(verb: Token) -> Token | None:
    """'"Categorically rejects" having used any of it'."""
    return next(
        (c for c in verb.children if c.tag_ == "VBG" and c.dep_ in ("xcomp", "pcomp") and c.i > verb.i), None
    )


def _refused_by(sentence: Sentence, verb: Token, agent: Token) -> Finding | None:
    """'The claim was rejected by the army'."""
    what = child(verb, "nsubjpass") or (verb.head if verb.dep_ in ("acl", "relcl") else None)
    if what is None or not ALLEGATION.match(what.lower_):
        return None
    return found(sentence, "rejected", verb, [*core(what), verb, *core(agent)], clause_of(what))


def _takes_it_up(verb: Token, what: Token) -> bool:
    """'The police reject it': what stands before."""
    who = child(verb, "nsubj")
    return (
        what.lower_ in ("it", "this", "that", "them", "these", "both", "either")
        and what.dep_ == "dobj"
        and who is not None
        and may_speak(who)
        and not (what.lower_ == "it" and who.pos_ == "PRON")
    )


_RULES = (
    _denied,
    _refused,
    untruths.called_lies,
    *innocence.RULES,
    *conduct.RULES,
    *fronted.RULES,
    *untruths.RULES,
    *answers.RULES,
    *negated.RULES,
    *rejecting.RULES,
    *unhappened.RULES,
)

_OF_VERBS = {
    _denied, _refused, untruths.called_lies, innocence.insisted, conduct.never_did, conduct.only_targets,
    conduct.not_held, fronted.fronted, fronted.neither_nor, answers.not_believed, negated.said_not,
    negated.nobody_did, rejecting.set_aside,
}  # fmt: skip
"""Rules that begin with a verb."""

_ONLY_WHERE = (
    (innocence.not_involved, Several((innocence.INVOLVED,))),
    (untruths.set_phrase, Several((untruths.SET_PHRASES, untruths.OWN_DENIAL))),
    (rejecting.no_such_thing, Several((rejecting.SUCH,))),
    (rejecting.nothing_to_do, Several((rejecting.NOTHING,))),
)
"""Rules that try a pattern at every word: they are left out where the words of the sentence rule it out."""
