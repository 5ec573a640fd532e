"""Counts: how many were killed, wounded, taken, driven out, destroyed; how many marched."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Token

from factcheck.extraction import nouns, subjects
from factcheck.extraction.arguments import counted_by
from factcheck.extraction.counts_surface import beside
from factcheck.extraction.kinds import Trigger, triggers
from factcheck.extraction.page import Finding, Page, Sentence
from factcheck.extraction.quantities import Amount, Reading, amount_of, coordinated, joined
from factcheck.extraction.reality import unreal
from factcheck.values import Span

PERSON_KINDS = frozenset({"killed", "wounded", "casualties", "missing", "captured", "kidnapped", "arrested", "displaced", "attendance"})
THING_KINDS = frozenset({"seized", "destroyed"})
ONE_PERSON_KINDS = frozenset({"killed", "wounded", "casualties", "captured", "kidnapped"})
"""Kinds of which a single person without a figure ("a soldier was killed") is a claim."""


@dataclass(slots=True)
class Attached:
    """An amount on a trigger: a count before it becomes a finding."""

    trigger: Trigger
    amount: Amount
    rule: str
    confidence: float


def find(page: Page) -> list[Finding]:
    """Every count that the parsed sentences of a page assert, in the order of the text."""
    found: list[Finding] = []
    seen: set[str] = set()
    for sentence in page.sentences:
        if sentence.tokens is None:
            continue
        shape = sentence.text.strip().casefold()
        if shape in seen:
            continue
        seen.add(shape)
        found += _in_sentence(sentence, found)
    return found


def _in_sentence(sentence: Sentence, earlier: list[Finding]) -> list[Finding]:
    assert sentence.tokens is not None
    reading = Reading(sentence.tokens)
    attached = list(_by_syntax(reading, triggers(sentence.tokens)))
    attached += beside(reading, triggers(sentence.tokens), {a.amount.key for a in attached if a.amount.how == "figure"}, Attached)
    findings = [_finding(sentence, a) for a in _settle(attached)]
    return sorted(findings, key=lambda f: (f.span.start, f.span.end))


def _by_syntax(reading: Reading, found: list[Trigger]) -> Iterator[Attached]:
    for trigger in found:
        if unreal(trigger):
            continue
        for token, rule in counted_by(trigger):
            for amount in _amounts(token, reading, trigger):
                yield Attached(trigger, amount, rule, _CONFIDENCE.get(amount.how, 0.6))


_CONFIDENCE = {"figure": 0.9, "list": 0.8, "one": 0.8, "none": 0.85, "name": 0.7, "definite": 0.6, "pronoun": 0.55}


def _amounts(token: Token, reading: Reading, trigger: Trigger) -> list[Amount]:
    """The amounts of a phrase and of what is joined to it; persons of a list are added up."""
    parts = [amount_of(t, reading) for t in coordinated(token)]
    known = [a for a in parts if a is not None and _countable(a, trigger)]
    if len(known) > 1 and len(known) == len(parts) and _one_party(known) and trigger.kind in PERSON_KINDS:
        return [joined(known)]
    return known


def _one_party(amounts: list[Amount]) -> bool:
    """A list of plain persons is one number of victims; soldiers and militants are not."""
    return all(
        a.quantity.low is not None
        and a.quantity.low > 0
        and (a.noun is None or subjects.role_of(a.noun.text) in (None, "man", "woman", "child"))
        for a in amounts
    )


def _countable(amount: Amount, trigger: Trigger) -> bool:
    noun = amount.noun
    if trigger.form in ("event",) and noun is trigger.token and amount.how not in ("figure", "none"):
        return False
    if trigger.form == "people" and noun is trigger.token and amount.how not in ("figure", "none", "one"):
        return False
    if trigger.kind in THING_KINDS:
        return amount.how == "figure" and noun is not None and not nouns.is_person(noun.text)
    if noun is not None and nouns.is_category(noun.text, "thing", "unit"):
        return False
    return amount.how in ("figure", "list", "none") or trigger.kind in ONE_PERSON_KINDS


_DEADLY_FIRST = ("killed", "wounded", "casualties")


def _settle(attached: list[Attached]) -> list[Attached]:
    """One count per amount and kind; "shot and killed" is killed, not casualties too."""
    kept: dict[tuple[int, str], Attached] = {}
    for one in attached:
        key = (one.amount.key, one.trigger.kind)
        if key not in kept or one.confidence > kept[key].confidence:
            kept[key] = one
    said = {(k[0], k[1]) for k in kept}
    return [
        one for (token, kind), one in kept.items()
        if not (kind == "casualties" and ((token, "killed") in said or (token, "wounded") in said))
    ]  # fmt: skip


def _finding(sentence: Sentence, one: Attached) -> Finding:
    trigger, amount = one.trigger, one.amount
    ends = [amount.first, amount.last, trigger.token] + ([trigger.companion] if trigger.companion is not None else [])
    first, last = min(ends, key=lambda t: t.i), max(ends, key=lambda t: t.i)
    span = sentence.span_of(first, last)
    victims = subjects.phrase(amount)
    return Finding(
        kind=trigger.kind, span=Span(span.start, span.end), sentence=sentence, rule=f"{trigger.form}: {one.rule}",
        quantity=amount.quantity, trigger=trigger.token, subject=amount.head, victims=victims,
        role=subjects.role_of(victims), vague_word=amount.vague_word, confidence=one.confidence,
        notes={"how": amount.how} | ({"more": "yes"} if amount.more else {}),
    )  # fmt: skip
