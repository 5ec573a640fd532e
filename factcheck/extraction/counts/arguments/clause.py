"""The subject of a verb, wherever the sentence keeps it, and what a relative pronoun stands for."""

from __future__ import annotations

from factcheck.extraction.syntax import Token

SUBJECT = ("nsubj", "nsubjpass", "csubj", "expl")
OBJECT = ("dobj", "obj", "dative")
WHO = frozenset({"who", "that", "which", "whom"})
REFLEXIVE = frozenset({"himself", "herself", "themselves", "itself", "oneself"})
Found = tuple[Token, str]


def children_of(token: Token, *deps: str) -> list[Token]:
    """The words that hang on a token in one of the given ways."""
    return [child for child in token.children if child.dep_ in deps]


def subjects(verb: Token, depth: int = 4) -> list[Token]:
    """The subject of a verb: its own, that of the verb it is joined to, or of the verb it completes."""
    own = children_of(verb, *SUBJECT)
    own = [s for s in own if s.lower_ not in ("there", "it") or verb.head == verb]
    if own:
        return [meant_by_relative(verb, behind_label(s)) for s in own]
    if depth == 0:
        return []
    if verb.dep_ in ("relcl", "acl"):
        return [verb.head]
    if verb.dep_ == "conj" and verb.head.pos_ in ("VERB", "AUX", "ADJ"):
        return subjects(verb.head, depth - 1)
    if verb.dep_ == "xcomp" and verb.head.pos_ in ("VERB", "AUX", "ADJ"):
        made_to = [o for o in children_of(verb.head, *OBJECT) if verb.head.i < o.i < verb.i]
        return made_to or subjects(verb.head, depth - 1)  # "forced 300 families to flee", "have had to leave"
    return []


def behind_label(subject: Token) -> Token:
    """'Jeremy Corbyn (Islington North): Forty-six thousand soldiers have been killed': the soldiers."""
    colon = next((t for t in subject.doc[subject.i + 1 : subject.i + 8] if t.text.endswith(":")), None)
    if colon is None:
        return subject
    return next((c for c in subject.children if c.dep_ == "appos" and c.i > colon.i), subject)


def meant_by_relative(verb: Token, subject: Token) -> Token:
    """'soldiers who died': the soldiers."""
    if subject.lower_ in WHO and subject.tag_ in ("WP", "WDT", "IN"):
        node = verb
        while node.dep_ in ("conj", "xcomp", "ccomp") and node.head != node:
            node = node.head
        if node.dep_ in ("relcl", "acl", "ccomp") and node.head.pos_ in ("NOUN", "PROPN", "NUM", "PRON"):
            return node.head
    return subject
