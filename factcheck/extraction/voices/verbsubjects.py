"""Who does what a verb of saying says: its subject through conjunctions, participles and relative clauses."""

from __future__ import annotations

from factcheck.extraction.syntax import Token
from factcheck.extraction.voices.speaking import is_office, is_paper, may_speak, phrase_of
from factcheck.lexicons import word_set

SUBJECTS = word_set("nsubj csubj agent")
_SAME_SUBJECT = word_set("conj advcl xcomp dep")
_CITED = word_set("citing quoting cites quotes cited quoted")
_DAYS = word_set("Monday Tuesday Wednesday Thursday Friday Saturday Sunday Yesterday Today yesterday today")
_GENERIC_PRONOUNS = word_set("who which that whom")


def subject_of(verb: Token, depth: int = 0) -> tuple[Token | None, str | None]:
    """The noun that does what a verb says, through conjunctions, participles and relative clauses.

    Second: who passes it on, when the verb stands in "X quoted Y as saying".
    """
    owns = [c for c in verb.children if c.dep_ in SUBJECTS and not _by_means(c, verb)]
    able = [c for c in owns if may_speak(c) and c.text not in _DAYS]
    if owns and not able and verb.dep_ == "relcl" and verb.head.pos_ in ("NOUN", "PROPN"):
        return verb.head, None  # "the office, which only on Friday had listed 40"
    own = min(able or owns, key=lambda c: abs(c.i - verb.i), default=None)
    if own is not None:
        if own.dep_ == "agent":
            own = next((c for c in own.children if c.dep_ == "pobj"), None)
            return own, None
        if own.lower_ in _GENERIC_PRONOUNS and verb.dep_ in ("relcl", "ccomp", "advcl", "acl"):
            return (verb.head if verb.head.pos_ in ("NOUN", "PROPN", "PRON") else own), None
        return own, None
    if depth > 4:
        return None, None
    if verb.dep_ == "pcomp" and verb.head.lower_ == "as":
        quoting = verb.head.head
        if quoting.lower_ in _CITED:
            passive = next((c for c in quoting.children if c.dep_ == "nsubjpass"), None)
            quoted = passive or next((c for c in quoting.children if c.dep_ == "dobj"), None)
            who, _ = subject_of(quoting, depth + 1)
            return quoted, None if passive or who is None else phrase_of(who)
    if is_passive(verb):
        return None, None
    if verb.dep_ == "acl" and is_paper(verb.head.lower_) and verb.head.dep_ in ("dobj", "pobj"):
        carrier = verb.head.head if verb.head.dep_ == "dobj" else verb.head.head.head
        if carrier.pos_ == "VERB":  # "the ministry released a statement saying ..."
            return subject_of(carrier, depth + 1)
    if verb.dep_ in ("acl", "relcl") and verb.head.pos_ in ("NOUN", "PROPN", "PRON"):
        return verb.head, None
    if verb.dep_ == "conj" and verb.lower_ in _ACCUSING and _is_told(verb.head):
        return subject_of(verb.head.head, depth + 1)
    if verb.dep_ in _SAME_SUBJECT and verb.head.i != verb.i:
        return subject_of(verb.head, depth + 1)
    if verb.dep_ == "pcomp" and verb.head.head.i != verb.i:
        return subject_of(verb.head.head, depth + 1)
    if verb.i and verb.dep_ in ("ROOT", "ccomp") and is_office(verb.nbor(-1).lower_):
        return verb.nbor(-1), None  # telex style leaves articles out: "EARLIER IN DAY COMMITTEE SAID"
    after = next(
        (t for t in verb.doc[verb.i + 1 : verb.i + 2] if t.pos_ in ("PROPN", "NOUN") and t.dep_ == "dep"), None
    )
    return after, None


_ACCUSING = word_set(
    "accused accuses blamed blames condemned condemns denounced denounces warned warns urged urges vowed"
)


def _is_told(verb: Token) -> bool:
    """'denied that a fighter was inside (and accused the army)': the verb of what is said, with a mute subject."""
    teller = verb.head
    if verb.dep_ != "ccomp" or teller.i >= verb.i or teller.lower_ not in _TELLING:
        return False
    if verb.lower_ in ("is", "are", "was", "were", "been"):
        return True
    return not any(c.dep_ in SUBJECTS and may_speak(c) and is_office(c.lower_) for c in verb.children)


_TELLING = word_set(
    "said says denied denies insisted insists maintained maintains claimed claims added stated announced"
)


def _by_means(child: Token, verb: Token) -> bool:
    """'Said by telephone': no telephone says anything."""
    return child.dep_ == "agent" and verb.tag_ != "VBN"


def speaking_apposition(subject: Token | None) -> Token | None:
    """'... killed 30 people, the governor said': who stands beside the people counted speaks, not they."""
    if subject is None or not any(c.dep_ in ("nummod", "quantmod") for c in subject.children):
        return subject
    return next((c for c in subject.children if c.dep_ == "appos" and is_office(c.lower_)), subject)


_ACTIVE = word_set("boasted bragged complained warned insisted maintained claimed asserted replied retorted")


def is_passive(verb: Token) -> bool:
    """True for 'was quoted' and 'the dead counted by', not for 'the group boasted of'."""
    if verb.lower_ in _ACTIVE and verb.i + 1 < len(verb.doc) and verb.nbor().lower_ in ("of", "that"):
        return False  # "the group, in a broadcast, boasted of having slain 44"
    return any(c.dep_ in ("nsubjpass", "auxpass") for c in verb.children) or (
        verb.tag_ == "VBN" and verb.dep_ in ("acl", "relcl") and not any(c.dep_ == "aux" for c in verb.children)
    )
