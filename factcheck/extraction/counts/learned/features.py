"""What is known of a figure from its own sentence: words and grammar around it, as features of the learnt model.

A feature is a name, mostly ``where=what``. Words stand as stems; beside them their classes in the lexicons: ``kw``
is the kind of claim that a word makes (kinds.csv), ``~`` the class of a noun (nouns.csv).
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Mapping
from functools import cache

from factcheck.extraction.counts import nouns
from factcheck.extraction.counts.kinds import senses
from factcheck.extraction.counts.learned.stems import is_verb, stem
from factcheck.extraction.counts.quantities import Amount
from factcheck.extraction.syntax import Token
from factcheck.values import Quantity

NEAR = 6
"""So many words before and behind a figure are near it."""
HIGHEST = 7
"""So many steps up the tree a figure's verb is looked for."""
_YEAR = re.compile(r"\W*(?:19|20)\d\d\W*$")
_CLOCK = re.compile(r"\W*(?:[01]?\d|2[0-3])[0-5]\d\W*$")


def of_figure(amount: Amount) -> list[str]:
    """The features of a figure from its sentence."""
    found = [*_shape(amount), *_neighbours(amount), *_phrase(amount), *_above(amount), *_kind_words(amount)]
    return list(dict.fromkeys(found))


@cache
def kinds_of_words() -> Mapping[str, tuple[str, ...]]:
    """The kinds of claim that a word makes, with a question mark where it needs another word for it."""
    return {
        word: tuple(dict.fromkeys(sense.kind + "?" * bool(sense.companions) for sense in found))
        for word, found in senses().items()
    }


def size(quantity: Quantity) -> float:
    """The figure that stands for a quantity; 0 for none."""
    return quantity.low or quantity.high or 0


def _shape(amount: Amount) -> Iterable[str]:
    quantity, text, (start, end) = amount.quantity, amount.head.doc.text, amount.span
    value = size(quantity)
    yield f"size={int(value) if value <= 3 else f'10^{math.log10(value) // 0.5 / 2}'}"
    yield f"qualifier={quantity.qualifier}"
    if amount.vague_word:
        yield f"vague={amount.vague_word}"
    if amount.more:
        yield "more"
    figure = text[start:end]
    if any(map(str.isdigit, figure)):
        yield "digits"
        if _YEAR.match(figure):
            yield "like a year"
        if _CLOCK.match(figure):
            yield "like a clock"
    for name, mark in (("mark before", text[max(0, start - 2) : start].strip()[-1:]),
                       ("mark behind", text[end : end + 2].strip()[:1])):  # fmt: skip
        yield f"{name}={'word' if mark.isalnum() else mark}"
    if start == 0:
        yield "opens"
    if len(text) < 60:
        yield "short"


def _neighbours(amount: Amount) -> Iterable[str]:
    """The words beside the phrase by their place, and those near it on either side."""
    words, start, end = amount.head.doc.words, amount.first.i, _end(amount)
    before = ["BEGIN", *(stem(word) for word in words[max(0, start - NEAR) : start])][-NEAR:][::-1]
    behind = [*(stem(word) for word in words[end + 1 : end + 1 + NEAR]), "END"][:NEAR]
    for sign, told in (("-", before), ("+", behind)):
        for place, word in enumerate(told[:3], 1):
            yield f"{sign}{place}={word}"
        for word in told:
            yield f"near{sign}={word}"
        if len(told) > 1:
            yield f"{sign}12={told[0]} {told[1]}"
    yield f"-+={before[0]} {behind[0]}"


def _phrase(amount: Amount) -> Iterable[str]:
    """The noun that is counted, and what hangs from it and from the figure."""
    noun = amount.noun
    yield f"noun={'none' if noun is None else stem(noun)}"
    if noun is not None:
        yield from (f"noun~{sort}" for sort in _classes(noun))
    for word in (amount.head,) if noun is None or noun is amount.head else (noun, amount.head):
        for child in word.children:
            if child.dep_ in ("punct", "det", "nummod") or amount.first.i <= child.i < word.i == amount.head.i:
                continue
            yield f"below:{child.dep_}={stem(child)}"
            yield from (f"below:{child.dep_}~{sort}" for sort in _classes(child))
            if child.dep_ == "prep":
                for inner in child.children:
                    yield f"below:{child.lower_}={stem(inner)}"
                    yield from (f"below:{child.lower_}~{sort}" for sort in _classes(inner))
            elif child.dep_ in ("relcl", "acl"):
                yield from (f"told of:kw={kind}" for kind in kinds_of_words().get(child.lower_, ()))
                yield from (f"told of:{c.dep_}={stem(c)}" for c in child.children if c.dep_ != "punct")


def _above(amount: Amount) -> Iterable[str]:
    """The words from the figure up to its verb, what the figure is to them, and the verb's clause."""
    at = amount.noun or amount.head
    path: list[str] = []
    verbs = 0
    for _ in range(HIGHEST):
        if at.head is at:
            return
        if at.dep_ != "conj":
            path.append(f"{at.dep_}-{at.lower_}" if at.dep_ in ("prep", "agent") else at.dep_)
        below, at = at, at.head
        role, kinds = "/".join(path[-2:]) or "itself", kinds_of_words().get(at.lower_, ())
        if not is_verb(at):
            yield f"up={stem(at)}"
            yield f"up:{role}={stem(at)}"
            yield from (f"up~{sort}" for sort in _classes(at))
            yield from (f"up:{role}:kw={kind}" for kind in kinds)
            continue
        verbs += 1
        voice = "passive" if any(c.dep_ in ("auxpass", "nsubjpass") for c in at.children) else "active"
        whole = "/".join(path) or "itself"
        yield f"verb{verbs}={stem(at)}"
        yield f"verb{verbs}:{whole}:{voice}"
        yield f"verb{verbs}:{whole}:{voice}={stem(at)}"
        yield from (f"verb{verbs}:{role}:{voice}:kw={kind}" for kind in kinds)
        if verbs == 2:
            return
        yield from _clause(at, below)
        path = []


def _clause(verb: Token, below: Token) -> Iterable[str]:
    """The verb's other dependents; ``below`` is the one that the figure belongs to."""
    name = stem(verb)
    for child in verb.children:
        if child is below or child.dep_ in ("punct", "det"):
            continue
        word = stem(child)
        yield f"clause:{child.dep_}={word}"
        yield f"clause:{name}:{child.dep_}={word}"
        yield from (f"clause:{child.dep_}:kw={kind}" for kind in kinds_of_words().get(child.lower_, ()))
        if child.dep_ in ("dobj", "nsubj", "nsubjpass", "attr"):
            yield from (f"clause:{child.dep_}~{sort}" for sort in _classes(child))
        elif child.dep_ in ("prep", "agent"):
            yield f"clause:{name} {child.lower_}"
            for inner in child.children:
                yield f"clause:{child.lower_}={stem(inner)}"
                yield f"clause:{name} {child.lower_}={stem(inner)}"
                yield from (f"clause:{child.lower_}~{sort}" for sort in _classes(inner))


def _kind_words(amount: Amount) -> Iterable[str]:
    """The words of the sentence that make claims, each kind by how far its nearest word is."""
    start, end, known = amount.first.i, _end(amount), kinds_of_words()
    nearest: dict[str, int] = {}
    for word in amount.head.doc.words:
        for kind in known.get(word.lower_, ()):
            away = word.i - end if word.i > end else min(0, word.i - start)
            if kind not in nearest or abs(away) < abs(nearest[kind]):
                nearest[kind] = away
    for kind, away in nearest.items():
        yield f"kw={kind}"
        yield f"kw={kind}:{_distance(away)}"
    yield f"nearest kw={min(nearest, key=lambda kind: abs(nearest[kind]), default='none')}"


def _distance(away: int) -> str:
    """How far, in four steps, and on which side."""
    far = abs(away)
    step = 0 if not far else 1 if far <= 2 else 2 if far <= 5 else 3 if far <= 10 else 4
    return f"{'-' if away < 0 else '+' if away else ''}{step}"


def _end(amount: Amount) -> int:
    """The last word of the phrase."""
    return max(amount.last.i, amount.head.i if amount.noun is None else amount.noun.i)


def _classes(token: Token) -> Iterable[str]:
    """The lexicon's classes of a noun: its category, its finer sorts, the role that it says."""
    if not token.tag_.startswith("N"):
        return
    noun = nouns.known(token.text)
    if noun is not None:
        yield noun.category
        yield from sorted(noun.sorts)
        if noun.role:
            yield noun.role
