"""What somebody attests in so many words: it had warned, hit by mistake, who the dead were, who is in charge."""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.extraction.gates import gated
from factcheck.extraction.narrative.accusing import accuser, last_subject, predicate, teller
from factcheck.extraction.narrative.armed import CRAFT
from factcheck.extraction.narrative.asserted.attestedways import WAYS
from factcheck.extraction.narrative.asserted.attestedwords import (
    CRAFTS,
    GATE,
    OWN,
    STRUCK,
)
from factcheck.extraction.narrative.doers import same_side
from factcheck.extraction.page import Finding, Page, Sentence
from factcheck.extraction.syntax import Token
from factcheck.extraction.voices.clauses import asserter, child, core, span_over

__all__ = ["find", "may_hold"]

LONGEST = 20
"""Words of a state's quote from its subject on."""
_BY_ISSUER = frozenset({"flies", "rules", "by_mistake", "was_off", "lasted", "effect", "contact"})
"""What a body may attest in its own statement without a word of saying."""
_CLAUSES = frozenset({"ROOT", "ccomp", "conj", "parataxis", "dep", "relcl", "acl"})


def may_hold(text: str, words: frozenset[str], said: bool = True) -> bool:
    """True for a sentence in which somebody may attest one of these; ``words`` are in lower case."""
    if not said:
        return False
    if any(not (words.isdisjoint(first) or words.isdisjoint(second)) for first, second in GATE):
        return True
    return _TOLD.search(text) is not None or (not words.isdisjoint(STRUCK) and _MISTAKE.search(text) is not None)


_MISTAKE = gated(r"\b(?:by (?:mistake|accident)|in error|mistakenly|accidentally)\b")
_TOLD = gated(
    r"\b(?:he|she|it|they) (?:was|were|had been) told (?!to\b)|\b(?:it|they|he|she|we) had (?:asked|told) (?:the"
    r"|its|an?|[A-Z])"
)


def find(page: Page, sentence: Sentence) -> Iterator[Finding]:
    """The states that somebody attests in a parsed sentence."""
    assert sentence.tokens is not None
    for verb in sentence.tokens:
        if verb.pos_ not in ("VERB", "AUX") or verb.dep_ not in _CLAUSES or not _is_fact(verb):
            continue
        what = last_subject(verb)
        if what is None:
            continue
        name = next((name for name, way in WAYS.items() if way(verb, what)), None)
        if name is None:
            continue
        speaker = teller(page, sentence, verb) or (asserter(page, sentence, verb) if name in _BY_ISSUER else None)
        if speaker is None or accuser(page, sentence, verb) is None:
            continue
        if name == "alerted" and not _alerted_by(page, sentence, speaker, verb, what):
            continue
        near = core(what) if 0 < verb.i - what.i < 14 else []
        left = [c for c in verb.children if c.dep_ in ("aux", "auxpass", "advmod", "neg") and c.i < verb.i]
        words = sorted({t.i: t for t in (*near, *left, verb, *predicate(verb))}.values(), key=lambda t: t.i)
        span = span_over(sentence, [t for t in words if t.i - words[0].i < LONGEST])
        told = " ".join(span.of(" " * sentence.span.start + sentence.text).split())
        yield Finding("status", span, sentence, f"status:{name}", trigger=verb, target=told, confidence=0.45)


def _is_fact(verb: Token) -> bool:
    if any(
        c.tag_ == "MD" or (c.dep_ == "mark" and c.lower_ in ("if", "whether", "unless")) for c in verb.children
    ):
        return False
    helps = any(c.dep_ in ("aux", "auxpass") for c in verb.children)
    return helps or verb.tag_ in ("VBD", "VBZ", "VBP")


def _alerted_by(page: Page, sentence: Sentence, speaker: str, verb: Token, what: Token) -> bool:
    """Of the speaker's own warnings, and of craft that were warned."""
    if child(verb, "nsubjpass", "auxpass") is not None:
        if verb.lower_ == "told":
            return True
        return what.lower_ in CRAFTS | CRAFT | {"pilot", "pilots", "crew"}
    return what.lower_ in OWN and same_side(page, sentence, speaker, what)
