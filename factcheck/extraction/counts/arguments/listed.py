"""Lists of those a verb counts that the parser breaks up, and ages that stand for a person."""

from __future__ import annotations

from factcheck.extraction.counts import nouns
from factcheck.extraction.counts.arguments.clause import REFLEXIVE, children_of
from factcheck.extraction.syntax import Token


def and_himself(verb: Token, last: Token) -> bool:
    """'killed his wife, two children and himself': whoever did it is dead too."""
    for token in verb.doc[last.i + 1 : last.i + 1 + _LIST_REACH]:
        if token.pos_ in ("VERB", "AUX") or token.text in ";:":
            return False
        if token.lower_ in REFLEXIVE and token.dep_ == "conj":
            return True
    return False


_LIST_REACH = 15
"""Words of a list of victims at whose end 'and himself' may stand."""


def listed_after(last: Token, verb: Token) -> list[Token]:
    """'killing his mother, stepfather and grandmother': what the parser hung on the verb or beside the first."""
    found = [c for c in children_of(verb, "conj") if c.tag_ in ("NN", "NNS") and c.i > last.i]
    beside = [c for c in children_of(last, "appos") if c.tag_ == "NN" and children_of(c, "conj")]
    aged = last.lower_ in AGED
    if aged and not found and (other := _next_aged(last)) is not None:
        found = [other]
    kin = aged or bool(children_of(last, "poss"))  # "shot his girlfriend, her mother and brother"
    return found + [
        c
        for c in beside
        if not children_of(c, "det") and (not children_of(c, "poss") or (kin and nouns.is_sort(c.text, "kin")))
    ]


AGED = frozenset({"old", "olds", "year-old", "yearold"})
"""What ends an age that stands for a person: 'a 13-year-old'."""


def _next_aged(last: Token) -> Token | None:
    """'killing a 30-year-old and a 31-year-old', 'and his father': the second, which the parser hangs anywhere."""
    after = last.doc[last.i + 1 : last.i + 8]
    if not after or after[0].lower_ not in ("and", ","):
        return None
    for token in after[1:]:
        if token.tag_ == "HYPH" or token.dep_ == "compound":
            continue
        if token.lower_ in AGED or nouns.is_person(token.text):
            behind = token.doc[token.i + 1 : token.i + 2]
            joined = token.dep_ in ("conj", "appos") and token.head != last
            return token if joined and not (behind and behind[0].tag_.startswith(("N", "V"))) else None
        if token.tag_ not in ("DT", "CD", "NN", "CC", "PRP$", "IN"):
            return None
    return None
