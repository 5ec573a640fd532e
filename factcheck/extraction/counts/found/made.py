"""Findings made of amounts: what each takes from its figure, its trigger or its phrase."""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.extraction.counts import nouns, subjects
from factcheck.extraction.counts.arguments.acts import AGAIN
from factcheck.extraction.counts.countable import SINGLE
from factcheck.extraction.counts.lists import THING_KINDS, Attached
from factcheck.extraction.counts.quantities import NONE, Amount
from factcheck.extraction.counts.tolls import Toll, who_died
from factcheck.extraction.counts.weak import is_release
from factcheck.extraction.page import Finding, Sentence
from factcheck.values import Span


def is_people(amount: Amount, kind: str) -> bool:
    """True when an amount counts what its kind counts: people, or for the kinds of things a thing."""
    thing = amount.noun is not None and nouns.is_category(amount.noun.text, "thing")
    return thing == (kind in THING_KINDS)


def made_of(sentence: Sentence, kind: str, amount: Amount, span: tuple[int, int], rule: str) -> Finding:
    """A finding without a trigger; ``span`` counts from the sentence's start."""
    who = subjects.phrase(amount)
    return Finding(
        kind=kind, span=in_text(sentence, span), sentence=sentence, rule=rule, quantity=amount.quantity,
        subject=amount.head, victims=who, role=subjects.role_of(who), vague_word=amount.vague_word,
        confidence=0.6, notes={"how": amount.how},
    )  # fmt: skip


def in_text(sentence: Sentence, span: tuple[int, int]) -> Span:
    """A stretch of a sentence as a stretch of the text."""
    return Span(sentence.span.start + span[0], sentence.span.start + span[1])


def none_listed(sentence: Sentence, last: Finding, span: tuple[int, int]) -> Iterator[Finding]:
    """None of the kind of the count before: 'Wounded: nil' in a list."""
    yield Finding(
        kind=last.kind, span=in_text(sentence, span), sentence=sentence, rule="listed figure", quantity=NONE,
        victims=last.victims, role=last.role, confidence=0.6, notes={"how": "none"},
    )  # fmt: skip


def of_toll(sentence: Sentence, toll: Toll) -> Finding:
    """The finding that a toll phrase makes."""
    finding = made_of(sentence, toll.kind, toll.amount, (toll.start, toll.end), "toll")
    finding.confidence = 0.85
    if finding.victims is None and (who := who_died(sentence.text[toll.start : toll.end])) is not None:
        finding.victims, finding.role = who, subjects.role_of(who)
    return finding


def broken_down(findings: list[Finding]) -> list[Finding]:
    """'16 casualties, that is, one killed and 15 injured': only the breakdown that follows stays."""
    told = [f for f in findings if f.quantity is not None and f.quantity.low]
    first = {f.kind: f.span.start for f in reversed(told)}
    if not {"killed", "wounded"} <= set(first):
        return findings
    breakdown = min(first["killed"], first["wounded"])
    sums = [f for f in told if f.kind == "casualties" and f.span.start <= breakdown]
    for finding in findings if sums else ():
        if finding.kind in ("killed", "wounded") and finding.victims is None:
            finding.victims, finding.role = sums[-1].victims, sums[-1].role
    return [f for f in findings if f not in sums]


_BOTH = frozenset({"casualties", "casualty", "harmed", "hurt", "loss", "losses"})


def findings_of(sentence: Sentence, one: Attached) -> Iterator[Finding]:
    """One finding; 'no casualties' and 'nobody was harmed' are two: nobody killed, nobody wounded."""
    trigger, amount = one.trigger, one.amount
    ends = [amount.first, amount.last, trigger.token] + (
        [trigger.companion] if trigger.companion is not None else []
    )
    ends += [c for c in trigger.token.children if c.dep_ == "dobj" and c.lower_ in AGAIN]
    first, last = min(ends, key=lambda t: t.i), max(ends, key=lambda t: t.i)
    victims = subjects.phrase(amount)
    both = amount.quantity.high == 0 and trigger.token.lower_ in _BOTH
    if both and trigger.token.lower_ == "loss" and any(c.lower_ == "of" for c in trigger.token.children):
        both = False  # "no loss of life"
    for kind in ("killed", "wounded") if both else (trigger.kind,):
        yield Finding(
            kind=kind, span=sentence.span_of(first, last), sentence=sentence, rule=f"{trigger.form}: {one.rule}",
            quantity=amount.quantity, trigger=trigger.token, subject=amount.head, victims=victims,
            role=subjects.role_of(victims), vague_word=amount.vague_word, confidence=one.confidence,
            notes=({"release": "yes"} if is_release(trigger) else {})
            | {"how": "definite" if trigger.form == "event" and amount.how in SINGLE else amount.how},
        )  # fmt: skip
