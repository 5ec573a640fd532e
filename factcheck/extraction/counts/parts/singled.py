"""One person singled out of a total: 'including a local leader', 'among them Dr. Idris'."""

from __future__ import annotations

import re
from collections.abc import Iterator

from factcheck.extraction.counts import nouns
from factcheck.extraction.counts.parts.part import SORT, Part, extent
from factcheck.extraction.counts.quantities import ONE, Amount, Reading
from factcheck.extraction.gates import gated
from factcheck.extraction.syntax import Token
from factcheck.lexicons import word_set


def singled_out(reading: Reading, match: re.Match[str]) -> Iterator[Part]:
    """'including a local leader', 'among them a woman and her two sons': one person, and who is joined to "
    "them."""
    article = reading.tokens.covering(*match.span("figure"))
    if not article:
        return
    noun = next((t for t in article[0].ancestors if t.i > article[0].i), None)
    person = noun is not None and (nouns.is_one_person(noun.text) or noun.lower_ in ("old", "year-old"))
    if noun is not None and article[0].lower_ == "the" and noun.lower_ in _CULPRITS:
        return
    if noun is None or not person or noun.i > article[0].i + 8 or _owns(noun):
        return
    one = Amount(noun, article[0], noun, ONE, "one", noun=noun)
    kind = SORT.get((match["of"] or match["of3"] or "").lower())
    told_before = _OPENS_WITH_THEM.fullmatch(reading.text, 0, match.start()) is not None
    yield Part(one, match.start(), noun.idx + len(noun), kind, elided=told_before)
    for other in noun.conjuncts:
        amount = reading.figure_at(other) or _another(other)
        if amount is not None and other.i > noun.i:
            yield Part(amount, *extent(amount), kind)


_OPENS_WITH_THEM = re.compile(
    r"\W*(?:(?:they|these|that|this|it|the\s+(?:figure|toll|number|dead))\s+)?", re.IGNORECASE
)
"""What may stand before 'Among them is a sergeant': the total is told in the sentence before."""


def _owns(noun: Token) -> bool:
    """'including the imam's wife'."""
    return noun.i + 1 < len(noun.doc) and noun.nbor().tag_ == "POS"


_CULPRITS = word_set("gunman shooter suspect attacker bomber assailant child victim driver pilot killer")
"""'killing three people, including the gunman': he was told of before."""


_NAMES = gated(
    r"\b(?:including|among\s+(?:them|whom|(?:the|those)\s+(?P<of>dead|killed|victims|fallen|slain|fatalities|injured|wounded|missing))"
    r"(?:\s+(?:was|were|is|are))?|of\s+whom)[\s,:]+(?P<name>[A-Z])",
)
_INCLUDED = gated(r"(?P<name>[A-Z][\w'’.-]+(?:\s+[A-Z][\w'’.-]+)+)\s+(?:was\s+|is\s+)?(?:included|among\s+them)\b")


def by_name(reading: Reading) -> Iterator[Part]:
    """'among them Dr. Idris', 'including Sgt. Amit Levi, 34', 'Congressman McDonald included': one person."""
    text = reading.coded()[0]
    for match in _NAMES.finditer(text):
        first = reading.tokens.covering(match.start("name"), match.start("name") + 1)
        head = _head_of_name(first[0]) if first else None
        if head is not None and _is_somebody(head, first[0]):
            kind = SORT.get((match["of"] or "").lower())
            yield Part(
                Amount(head, first[0], head, ONE, "name", noun=head),
                match.start(),
                head.idx + len(head),
                kind,
                elided=True,
            )
    for match in _INCLUDED.finditer(text):
        span = reading.tokens.covering(*match.span("name"))
        if span and _is_somebody(span[-1], span[0]):
            yield Part(Amount(span[-1], span[0], span[-1], ONE, "name", noun=span[-1]), *match.span(), None)


def _head_of_name(first: Token) -> Token | None:
    """The last of the capitalised words that begin here."""
    last = first
    while last.i + 1 < len(last.doc) and last.nbor().text[:1].isupper():
        last = last.nbor()
    return last if last.text[:1].isalpha() else None


def _is_somebody(last: Token, first: Token) -> bool:
    """A name with a title or an occupation before it, or an age or a description behind it."""
    words = last.doc[first.i : last.i + 1]
    if any(w.lower_.rstrip(".") in _TITLES or nouns.is_one_person(w.text) for w in words[:-1]):
        return True
    after = last.doc.text[last.idx + len(last) :]
    return len(words) > 1 and _DESCRIBED.match(after) is not None


_TITLES = word_set("mr mrs ms dr sgt maj col lt gen capt cpl pte brig adm prof rev sir fr sr deputy sheikh haji")
_DESCRIBED = re.compile(r",?\s*(?:\(?\d{1,2}\b|,\s+(?:an?|the|who|his|her)\b|,\s+[a-z])")


def _another(token: Token) -> Amount | None:
    """'among the dead were the mayor and his deputy': a second single person of such a list."""
    first = next((c for c in token.children if c.dep_ in ("det", "poss") and c.i < token.i), None)
    if first is None or not nouns.is_one_person(token.text):
        return None
    first = min(first.subtree, key=lambda t: t.i)
    return Amount(token, first, token, ONE, "one", noun=token)
