"""States of things by syntax: the border is calm, the ship is afloat, the captives are free, a ransom was paid."""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.extraction.counts.quantities import Reading
from factcheck.extraction.narrative.accusing import accuser
from factcheck.extraction.narrative.status.sortfits import BE, denied, fits
from factcheck.extraction.narrative.status.sorts import SORTS, Sort
from factcheck.extraction.page import WORD, Finding, Page, Sentence
from factcheck.extraction.syntax import Token
from factcheck.extraction.voices.clauses import child, core, object_of, span_over
from factcheck.lexicons import word_set

LONGEST = 18
"""Words of a state's quote from its subject on."""


_NUMBERED = word_set("crew crew_moved inmates")
BEGIN = (
    frozenset().union(*(sort.states | sort.acts for sort in SORTS.values()))
    | BE
    | word_set("has have had freed rescued released liberated")
)
"""The words with which the rule begins."""


_THINGS = frozenset().union(*(sort.things for sort in SORTS.values()))
_SIGNS = [(sort, sort.states | sort.acts | sort.places) for sort in SORTS.values()]
_ALL_SIGNS = frozenset().union(*(signs for _, signs in _SIGNS))


def may_hold(text: str, words: frozenset[str], said: bool = True) -> bool:
    """True for a sentence with a thing and one of its states; ``words`` are its words in lower case.

    ``said``: whether somebody may say what stands in it.
    """
    if not said:
        return False
    if ("there" in words and not words.isdisjoint(_TALKS)) or not (
        words.isdisjoint(_FREES) or words.isdisjoint(SORTS["crew"].things)
    ):
        return True
    if words.isdisjoint(_THINGS) or words.isdisjoint(_ALL_SIGNS):
        return False
    return any(
        not words.isdisjoint(sort.things) and not words.isdisjoint(signs) and _in_order(text, sort.things, signs)
        for sort, signs in _SIGNS
    )


def _in_order(text: str, things: frozenset[str], signs: frozenset[str]) -> bool:
    """True when one of the things stands before one of the signs."""
    row = WORD.findall(text.lower())
    first = next((at for at, word in enumerate(row) if word in things), len(row))
    return not signs.isdisjoint(row[first + 1 :])


def find(page: Page, sentence: Sentence) -> Iterator[Finding]:
    """The states that somebody asserts in a parsed sentence."""
    assert sentence.tokens is not None
    for verb in sentence.tokens:
        if verb.lower_ not in BEGIN or verb.pos_ not in ("VERB", "AUX"):
            continue
        ways = (_freed_them, _no_talks, _only_there, _state)
        found = next((f for way in ways if (f := way(page, sentence, verb)) is not None), None)
        if found is not None:
            yield found


def _state(page: Page, sentence: Sentence, verb: Token) -> Finding | None:
    if verb.dep_ in ("aux", "auxpass", "amod", "relcl", "acl", "advcl"):
        return None
    what = child(verb, "nsubj", "nsubjpass")
    if what is None or what.i > verb.i:
        return None
    member = object_of(what, "of")
    low = member.lower_ if member is not None and what.lower_ in _SOME else what.lower_
    if low not in _THINGS or accuser(page, sentence, verb) is None:
        return None
    for name, sort in SORTS.items():
        if low not in sort.things or not _is_so(verb, what, sort) or not fits(page, sentence, name, verb, what):
            continue
        if not sort.denied and denied(verb, what):
            continue
        said = [t for t in _predicate(verb) if t.i > what.i]
        words = [t for t in (*core(what), *said) if t.i - what.i < LONGEST]
        return _finding(sentence, name, verb, words)
    return None


def _freed_them(page: Page, sentence: Sentence, verb: Token) -> Finding | None:
    """'Troops rescued 52 of the students': in somebody's words."""
    if verb.lower_ not in _FREES or child(verb, "nsubj") is None:
        return None
    what = child(verb, "dobj")
    of = None if what is None else object_of(what, "of")
    if what is None or not {what.lower_, "" if of is None else of.lower_} & SORTS["crew"].things:
        return None
    if any(c.dep_ == "neg" or c.tag_ == "MD" for c in verb.children) or accuser(page, sentence, verb) is None:
        return None
    return _finding(sentence, "crew", verb, [verb, *core(what)])


_FREES = word_set("freed rescued released liberated")


def _no_talks(page: Page, sentence: Sentence, be: Token) -> Finding | None:
    """'There are no negotiations', 'there is a ceasefire': in somebody's words."""
    what = child(be, "attr", "nsubj") if child(be, "expl") is not None else None
    if what is None or what.lower_ not in _TALKS or accuser(page, sentence, be) is None:
        return None
    return _finding(sentence, "talks", be, [t for t in core(be) if t.i - be.i < LONGEST])


_TALKS = word_set(
    "talks negotiations negotiation ceasefire truce dialogue agreement deal contacts siren sirens alarm alarms "
    "crater "
    "craters"
)


def _only_there(page: Page, sentence: Sentence, verb: Token) -> Finding | None:
    """'The army has only instructors in the country': in somebody's words."""
    what = child(verb, "dobj") if verb.lower_ in ("has", "have", "had") else None
    if (
        what is None
        or what.lower_ not in SORTS["troops"].things
        or not any(t.lower_ == "only" for t in verb.subtree)
    ):
        return None
    if accuser(page, sentence, verb) is None:
        return None
    return _finding(sentence, "troops", verb, [*core(verb)])


_SOME = word_set("all most some many none half several two three four five six seven eight nine ten dozens one")


def _predicate(verb: Token) -> list[Token]:
    kept = [verb]
    for part in verb.children:
        if part.dep_ not in ("nsubj", "nsubjpass", "punct", "cc", "conj", "advcl", "parataxis", "mark"):
            kept += core(part)
    return kept


def _is_so(verb: Token, what: Token, sort: Sort) -> bool:
    low = verb.lower_
    helped = any(c.dep_ in ("aux", "auxpass") for c in verb.children)
    if low in BE:
        says = [c for c in verb.children if c.i > verb.i and c.dep_ in ("acomp", "advmod", "attr", "prt", "oprd")]
        if any(c.lower_ in sort.states for c in says):
            return True
        where = object_of(verb, "in", "under", "on", "out", "inside", "of") or _out_of(verb)
        return where is not None and where.lower_ in sort.places
    if what.dep_ == "nsubjpass":
        return low in sort.states
    if low in sort.acts:
        return True
    return helped and low in sort.states


def _out_of(verb: Token) -> Token | None:
    """'Out of service'."""
    out = next((c for c in verb.children if c.lower_ == "out" and c.i > verb.i), None)
    of = None if out is None else next((c for c in out.children if c.lower_ == "of"), None)
    return None if of is None else child(of, "pobj")


def _finding(sentence: Sentence, name: str, verb: Token, words: list[Token]) -> Finding:
    span = span_over(sentence, words)
    text = " ".join(span.of(" " * sentence.span.start + sentence.text).split())
    finding = Finding("status", span, sentence, f"status:{name}", trigger=verb, target=text, confidence=0.5)
    if name in _NUMBERED and sentence.tokens is not None:
        first, last = min(t.i for t in words), max(t.i for t in words)
        figures = [a for a in Reading(sentence.tokens).figures if first <= a.first.i and a.last.i <= last]
        if len(figures) == 1 and figures[0].quantity.stated:
            finding.quantity = figures[0].quantity
    return finding
