"""Who is counted, as written and normalised: victims, side (nationality or party) and role."""

from __future__ import annotations

import re
from functools import lru_cache

from factcheck.extraction.counts import nouns
from factcheck.extraction.counts.quantities import Amount
from factcheck.extraction.gates import gated
from factcheck.extraction.syntax import Token
from factcheck.lexicons import word_set

_KEPT = ("amod", "compound", "nmod", "poss", "case", "punct")
_DROP = word_set("more other further additional own late another same least about")
_ELIDED = word_set("other others more one another those them")


def phrase(amount: Amount) -> str | None:
    """The counted people as the text has them, without figure and hedge; None when the noun is elided."""
    if amount.how == "list":
        return amount.head.doc.stretch(amount.first.i, amount.last.i + 1)
    noun = amount.noun
    if noun is None:
        return None
    if noun.lower_ in _ELIDED:
        inner = [t.text for t in _of_phrase(noun)]
        return " ".join(inner) or None
    words = [
        t for t in noun.children if t.i < noun.i and t.dep_ in _KEPT and not t.like_num and t.lower_ not in _DROP
    ]
    words = [t for t in words if t.i > amount.first.i or amount.how != "figure"]
    if noun.lower_ == "old":
        return _age(noun)
    first = min((min(t.subtree, key=lambda x: x.i).i for t in words), default=noun.i)
    first = max(first, amount.first.i)
    doc = noun.doc
    text = doc.stretch(first, _last(noun).i + 1)
    text = _AMOUNTS.sub("", _BEFORE.sub("", text)).strip(" \"'-,")
    text = _AGED.sub("", text)
    of = _of_phrase(noun)
    if of and noun.lower_ in ("member", "members", "resident", "residents", "people", "number", "bodies", "crew"):
        text += " " + doc.stretch(of[0].i - 1, of[-1].i + 1)
    return text or noun.text


def _last(noun: Token) -> Token:
    """'Nine servicemen and policemen': the second sort of people under one figure, else the noun itself."""
    if not noun.tag_.endswith("S") or not nouns.is_person(noun.text):
        return noun
    for child in noun.children:
        if child.dep_ == "conj" and child.i == noun.i + 2 and child.tag_ == "NNS" and nouns.is_person(child.text):
            return child if noun.nbor().lower_ in ("and", "or") else noun
    return noun


_WORD = re.compile(r"[\w-]+")
_BEFORE = re.compile(
    r"^(?:(?:the|a|an|one|its|their|his|her|our|my|your|some|all|another|other|more|of|least|than|at)\s+)+",
    re.IGNORECASE,
)
_AMOUNTS = re.compile(r"^[\d,.\s-]+")
_AGED = gated(r"^(?:years?|months?|weeks?|days?)[\s-]+olds?\s+(?=\w)", re.IGNORECASE)
"""'17-month-old son' counts a son."""
_AGE_BEFORE = re.compile(r"(?:\d+|[a-z]+)[\s-]+(?:year|month|week|day)s?[\s-]+$", re.IGNORECASE)


def _age(noun: Token) -> str:
    """'a 14-year-old': the age, for want of a noun."""
    text = noun.doc.text
    before = _AGE_BEFORE.search(text[: noun.idx])
    return text[before.start() if before is not None else noun.idx : noun.idx + len(noun)]


def _of_phrase(noun: Token) -> list[Token]:
    for child in noun.children:
        if child.lower_ == "of" and child.i > noun.i:
            for inner in child.children:
                if inner.dep_ == "pobj":
                    start = min(
                        (t.i for t in inner.lefts if t.dep_ in ("amod", "compound", "det", "poss")),
                        default=inner.i,
                    )
                    return list(inner.doc[start : inner.i + 1])
    return []


ADULT = 18
_YOUNG = re.compile(r"(\d+)[\s-]+(year|month|week|day)s?[\s-]+old$", re.IGNORECASE)


@lru_cache(maxsize=10_000)
def role_of(victims: str | None) -> str | None:
    """The role that the words say (soldier, civilian, child, ...), None when they say none."""
    age = _YOUNG.match(victims or "")
    if age is not None and (age[2] != "year" or int(age[1]) < ADULT):
        return "child"
    for word in reversed(_WORD.findall(victims or "")):
        noun = nouns.known(word)
        if noun is not None and noun.role:
            return noun.role
    return None
