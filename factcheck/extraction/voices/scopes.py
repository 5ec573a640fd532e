"""What a verb of saying reports: the words of its complements, and those that its asides interrupt."""

from __future__ import annotations

from factcheck.extraction.syntax import Token
from factcheck.extraction.voices.speech import verbs
from factcheck.extraction.voices.turns import ENDS
from factcheck.lexicons import word_set

_ADJUNCTS = word_set("prep advcl npadvmod advmod punct cc mark aux auxpass neg expl")
_COMPLEMENTS = word_set("ccomp dobj xcomp oprd acomp attr")


def said_by(verb: Token, subject: Token | None) -> frozenset[int]:
    """The tokens of what is said: the verb's complements, not its subject, nor adjuncts in front of it."""
    within = verb.head if verb.dep_ == "parataxis" and verb.head.i != verb.i else verb
    scope = subtree(within)
    if within.i == verb.i:
        before = any(c.i < verb.i and c.dep_ in ("ccomp", "dobj", "parataxis") for c in verb.children)
        before = before or not any(c.i > verb.i and c.dep_ in _COMPLEMENTS for c in verb.children)
        for child in verb.children:
            if child.i < verb.i and child.dep_ in _ADJUNCTS and not before:
                scope -= subtree(child)
    else:
        scope -= subtree(verb) - _after_aside(verb)
    if subject is not None and verb.i not in subtree(subject):
        scope -= subtree(subject)
    elif subject is not None:
        scope -= {t.i for t in subject.subtree if t.i < verb.i}
    last = max(scope, default=-1)
    if last > verb.i and verb.doc[last].text == "." and last + 1 < len(verb.doc):
        scope |= set(range(last + 1, len(verb.doc)))  # "said Sgt. Levi was killed": the dot of an abbreviation
    return frozenset(scope - {verb.i})


def _after_aside(verb: Token) -> set[int]:
    """'They held back, she said, until the crowd charged': what the parser hangs on "said" behind its comma."""
    if verb.i + 2 >= len(verb.doc) or verb.nbor().text != ",":
        return set()
    return {
        t.i for c in verb.children if c.i > verb.i + 1 and c.dep_ in ("prep", "advcl", "ccomp") for t in c.subtree
    }


def passive_scope(verb: Token) -> set[int]:
    """The subject of a passive verb: '40 men (were reported lost)'."""
    return {i for c in verb.children if c.dep_ == "nsubjpass" for i in subtree(c)}


def subtree(token: Token) -> set[int]:
    """The places of a token and everything that hangs on it."""
    return {t.i for t in token.subtree}


def before_aside(verb: Token, subject: Token | None) -> set[int]:
    """'Thirty were hurt, it added, five badly': what stands before 'it added' is said, whatever the parse."""
    if subject is None or subject.i > verb.i or verb.i - subject.i > 12:
        return set()
    comma = subject.left_edge.i - 1
    if comma < 2 or verb.doc[comma].text != "," or verb.i + 1 >= len(verb.doc):
        return set()
    if not (verb.nbor().is_punct or verb.nbor().lower_ in _WHEN or _tells_whom(verb)) or any(
        t.text in ENDS for t in verb.doc[comma : verb.i]
    ):
        return set()
    first = max((t.i + 1 for t in verb.doc[:comma] if t.text in ENDS), default=0)
    if any(t.lower_ in verbs() and t.pos_ == "VERB" for t in verb.doc[first:comma]):
        return set()
    return set(range(first, comma))


def _tells_whom(verb: Token) -> bool:
    """'Twelve people, the mayor told reporters, had died': only whom it tells stands between verb and comma."""
    if verb.lower_ not in _TELLS:
        return False
    for word in verb.doc[verb.i + 1 : verb.i + 6]:
        if word.is_punct:
            return True
        if word.pos_ not in ("NOUN", "PROPN", "DET", "PRON", "ADJ", "ADP", "PART") and word.lower_ not in _WHEN:
            return False
    return False


_TELLS = word_set("told tells telling informed informs")
_WHEN = word_set("on in late early yesterday today Monday Tuesday Wednesday Thursday Friday Saturday Sunday")
