"""Counts: how many were killed, wounded, taken, driven out, destroyed; how many marched."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from spacy.tokens import Token

from factcheck.extraction import nouns, subjects
from factcheck.extraction.arguments import counted_by
from factcheck.extraction.counts_context import bare_figures, marchers
from factcheck.extraction.counts_echoes import without_echoes
from factcheck.extraction.counts_parts import Part, parts
from factcheck.extraction.counts_subjects import resolve
from factcheck.extraction.counts_surface import beside
from factcheck.extraction.counts_tolls import Toll, tolls
from factcheck.extraction.kinds import Trigger, senses, triggers
from factcheck.extraction.page import Finding, Page, Sentence
from factcheck.extraction.quantities import NONE, ONE, Amount, Reading, amount_of, coordinated, joined
from factcheck.extraction.reality import unreal
from factcheck.extraction.relevance import is_about_marches
from factcheck.lexicons import word_set
from factcheck.values import Span

PERSON_KINDS = frozenset(
    {"killed", "wounded", "casualties", "missing", "captured", "kidnapped", "arrested", "displaced", "attendance"}
)
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
    march = is_about_marches(page)
    for sentence in page.sentences:
        shape = sentence.text.strip().casefold()
        if sentence.tokens is None or shape in seen:
            continue
        seen.add(shape)
        found += _in_sentence(sentence, found, march)
    resolve(page, found)
    return without_echoes(page, found)


def _in_sentence(sentence: Sentence, earlier: list[Finding], march: bool) -> list[Finding]:
    assert sentence.tokens is not None
    reading = Reading(sentence.tokens)
    words = triggers(sentence.tokens)
    findings = [_toll(sentence, toll) for toll in tolls(reading)]
    used = {f.subject.i for f in findings if f.subject is not None}
    attached = [a for a in _by_syntax(reading, words) if a.amount.key not in used]
    used |= {i for a in attached for i in _keys(a.amount)}
    attached += beside(reading, words, used, Attached)
    used |= {a.amount.key for a in attached}
    findings += [f for a in _settle(attached) for f in _findings(sentence, a)]
    findings += list(_rest(sentence, reading, earlier + findings, used, march))
    return sorted(_broken_down(findings), key=lambda f: (f.span.start, f.span.end))


def _keys(amount: Amount) -> set[int]:
    return {amount.key} | {member.key for member in amount.members}


def _rest(
    sentence: Sentence, reading: Reading, earlier: list[Finding], used: set[int], march: bool
) -> Iterator[Finding]:
    """What no trigger of its own makes a count: parts, figures that speak of an earlier one, marchers."""
    yield from _parts(sentence, reading, [f for f in earlier if f.sentence is sentence], used)
    last = next((f for f in reversed(earlier) if not f.part_of), None)
    if last is not None:
        yield from _continued(sentence, reading, last, used)
    if march:
        for amount in marchers(reading, used):
            span = amount.first.idx, amount.last.idx + len(amount.last)
            yield _plain(sentence, "attendance", amount, span, "figure on a page about marches")


def _parts(sentence: Sentence, reading: Reading, here: list[Finding], used: set[int]) -> Iterator[Finding]:
    for part in parts(reading):
        if part.amount.key in used and part.amount.how == "figure":
            _mark_part(here, part)
            continue
        before = [f for f in here if f.span.start - sentence.span.start < part.start]
        total = max(before, key=lambda f: f.span.start, default=None)
        kind = part.kind or (total.kind if total is not None else None)
        if kind is not None and _is_people(part.amount, kind):
            used.add(part.amount.key)
            finding = _plain(sentence, kind, part.amount, (part.start, part.end), "part of a total")
            finding.part_of, finding.victims = True, finding.victims or part.who
            yield finding


def _continued(sentence: Sentence, reading: Reading, last: Finding, used: set[int]) -> Iterator[Finding]:
    for bare in bare_figures(reading):
        if bare.amount is None:
            yield from _none_listed(sentence, last, (bare.start, bare.end))
        elif bare.amount.key not in used:
            used.add(bare.amount.key)
            finding = _plain(sentence, last.kind, bare.amount, (bare.start, bare.end), bare.rule)
            finding.victims = finding.victims or last.victims
            yield finding


def _is_people(amount: Amount, kind: str) -> bool:
    thing = amount.noun is not None and nouns.is_category(amount.noun.text, "thing")
    return thing == (kind in THING_KINDS)


def _mark_part(here: list[Finding], part: Part) -> None:
    for finding in here:
        if finding.subject is not None and finding.subject.i == part.amount.key:
            finding.part_of = True


def _plain(sentence: Sentence, kind: str, amount: Amount, span: tuple[int, int], rule: str) -> Finding:
    """A finding without a trigger; ``span`` counts from the sentence's start."""
    who = subjects.phrase(amount)
    return Finding(
        kind=kind, span=_in_text(sentence, span), sentence=sentence, rule=rule, quantity=amount.quantity,
        subject=amount.head, victims=who, role=subjects.role_of(who), vague_word=amount.vague_word,
        confidence=0.6, notes={"how": amount.how},
    )  # fmt: skip


def _in_text(sentence: Sentence, span: tuple[int, int]) -> Span:
    return Span(sentence.span.start + span[0], sentence.span.start + span[1])


def _none_listed(sentence: Sentence, last: Finding, span: tuple[int, int]) -> Iterator[Finding]:
    yield Finding(
        kind=last.kind, span=_in_text(sentence, span), sentence=sentence, rule="listed figure", quantity=NONE,
        victims=last.victims, role=last.role, confidence=0.6, notes={"how": "none"},
    )  # fmt: skip


def _toll(sentence: Sentence, toll: Toll) -> Finding:
    finding = _plain(sentence, toll.kind, toll.amount, (toll.start, toll.end), "toll")
    finding.confidence = 0.85
    return finding


def _broken_down(findings: list[Finding]) -> list[Finding]:
    """'16 casualties, that is, one killed and 15 injured': only the breakdown stays."""
    kinds = {f.kind for f in findings if f.quantity is not None and f.quantity.low}
    if not {"killed", "wounded"} <= kinds:
        return findings
    return [f for f in findings if f.kind != "casualties" or f.quantity is None or not f.quantity.low]


def _by_syntax(reading: Reading, found: list[Trigger]) -> Iterator[Attached]:
    for trigger in found:
        if unreal(trigger):
            continue
        elided = _figure_before(reading, trigger)
        if elided is not None:
            yield Attached(trigger, elided, "figure right before it", 0.85)
            continue
        for token, rule in counted_by(trigger):
            for amount in _amounts(token, reading, trigger):
                if amount.how in _SINGLE and (
                    rule == "modifier" or (trigger.form == "event" and _presupposed(trigger))
                ):
                    continue
                if "clause" in rule and _one_of(amount):
                    continue
                yield Attached(trigger, amount, rule, _CONFIDENCE.get(amount.how, 0.6))
                neighbour = _list_by_position(amount, reading) if "subject" in rule else None
                if neighbour is not None and _countable(neighbour, trigger):
                    yield Attached(trigger, neighbour, "list before the verb", 0.7)


_OCCASION = re.compile(
    r"\b(?:protest\w*|demonstrat\w*|riot\w*|strikes?|bandh|shutdown|vigil\w*|condemn\w*|mourn\w*|anniversary|commemorat\w*|memorial|funeral"
    r"|trial|convicted|sentenced|wrongful|investigat\w+)\b",
    re.IGNORECASE,
)


def _presupposed(trigger: Trigger) -> bool:
    """'protested against the killing of a student': the death is why, not what is told."""
    return _OCCASION.search(trigger.token.doc.text) is not None


def _one_of(amount: Amount) -> bool:
    """'was one of those killed': not a toll of one."""
    last = amount.head
    return (
        amount.quantity == ONE
        and last.lower_ == "one"
        and last.i + 1 < len(last.doc)
        and last.nbor().lower_ == "of"
    )


def _figure_before(reading: Reading, trigger: Trigger) -> Amount | None:
    """'and 346 injured', '12 dead': a figure without a noun that ends where the trigger begins."""
    if trigger.form not in ("act", "fate", "state"):
        return None
    at = trigger.token.i - 1
    while at > 0 and reading.tokens[at].lower_.endswith("ly"):
        at -= 1
    return next(
        (
            a
            for a in reading.figures
            if a.last.i == at and (a.noun is None or a.noun.lower_ in ("them", "whom")) and a.last.tag_ != "VBN"
        ),
        None,
    )


_CONFIDENCE = {"figure": 0.9, "list": 0.8, "one": 0.8, "none": 0.85, "name": 0.7, "definite": 0.6, "pronoun": 0.55}


def _amounts(token: Token, reading: Reading, trigger: Trigger) -> list[Amount]:
    """The amounts of a phrase and of what is joined to it; persons of a list are added up."""
    parts = [amount_of(t, reading) for t in coordinated(token) if not _taken_over(t, reading)]
    known = [a for a in parts if a is not None and _countable(a, trigger)]
    if len(known) > 1 and _one_party(known) and trigger.kind in PERSON_KINDS:
        return [joined(known)]
    return known


def _list_by_position(amount: Amount, reading: Reading) -> Amount | None:
    """'... near the town, seven assailants and four soldiers were killed': the other half, lost to the parser."""
    at = amount.first.i - 1
    if at < 1 or reading.tokens[at].lower_ not in ("and", "or"):
        return None
    at -= reading.tokens[at - 1].text == ","
    return next(
        (a for a in reading.figures if a.last.i == at - 1 and a.noun is not None and nouns.is_person(a.noun.text)),
        None,
    )


def _taken_over(token: Token, reading: Reading) -> bool:
    """A figure without a noun that stands before another trigger belongs to that one ("... and 447 wounded")."""
    amount = reading.figure_at(token)
    if amount is None or amount.noun is not None or amount.last.i + 1 >= len(reading.tokens):
        return False
    after = reading.tokens[amount.last.i + 1]
    return after.tag_ in ("VBN", "VBD", "JJ") and after.lower_ in senses()


_ARMED = frozenset({"soldier", "militant", "police"})


def _one_party(amounts: list[Amount]) -> bool:
    """A list of plain persons is one number of victims; soldiers and militants are not."""
    return all(a.quantity.low is not None and a.quantity.low > 0 and _plain_person(a) for a in amounts)


def _plain_person(amount: Amount) -> bool:
    if amount.noun is None:
        return True
    if amount.how == "figure" and not nouns.is_person(amount.noun.text):
        return False
    return subjects.role_of(amount.noun.text) not in _ARMED


_SINGLE = frozenset({"one", "definite", "name", "pronoun"})
_FINDING = word_set(
    "found recovered discovered pulled dumped retrieved exhumed lay lying lies unearthed identified"
)


def _countable(amount: Amount, trigger: Trigger) -> bool:
    noun = amount.noun
    if (
        trigger.form == "event"
        and amount.quantity == ONE
        and (noun is trigger.token or trigger.token.lower_ == "loss")
    ):
        return False
    if (
        amount.how in _SINGLE
        and trigger.form == "event"
        and trigger.token.lower_ in ("shooting", "loss", "injuries", "injury")
    ):
        return False
    if trigger.form in ("event",) and noun is trigger.token and amount.how not in ("figure", "none"):
        return False
    if trigger.form == "people" and noun is trigger.token and amount.how not in ("figure", "none"):
        return amount.how == "one" and trigger.token.head.lower_ in _FINDING
    if amount.quantity.low is None and amount.quantity.high is None and trigger.form in ("event", "state"):
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
    for token, kind in said:
        if (
            kind == "killed"
            and (token, "wounded") in said
            and kept[token, kind].amount.quantity.low
            and _either(kept, token)
        ):
            one = kept.pop((token, "killed"))
            del kept[token, "wounded"]
            kept[token, "casualties"] = Attached(
                replace(one.trigger, kind="casualties"), one.amount, one.rule, one.confidence
            )
    said = set(kept)
    return [
        one for (token, kind), one in kept.items()
        if not (kind == "casualties" and ((token, "killed") in said or (token, "wounded") in said))
    ]  # fmt: skip


_BOTH = frozenset({"casualties", "casualty", "harmed", "hurt"})


def _either(kept: dict[tuple[int, str], Attached], token: int) -> bool:
    """'killed or wounded', 'killing and wounding 40': one figure for both, when the two words share it."""
    killed, wounded = kept[token, "killed"].trigger.token, kept[token, "wounded"].trigger.token
    return (wounded in killed.conjuncts or killed in wounded.conjuncts) and abs(killed.i - wounded.i) <= 3


def _findings(sentence: Sentence, one: Attached) -> Iterator[Finding]:
    """One finding; 'no casualties' and 'nobody was harmed' are two: nobody killed, nobody wounded."""
    trigger, amount = one.trigger, one.amount
    ends = [amount.first, amount.last, trigger.token] + (
        [trigger.companion] if trigger.companion is not None else []
    )
    first, last = min(ends, key=lambda t: t.i), max(ends, key=lambda t: t.i)
    victims = subjects.phrase(amount)
    both = amount.quantity.high == 0 and trigger.token.lower_ in _BOTH
    for kind in ("killed", "wounded") if both else (trigger.kind,):
        yield Finding(
            kind=kind, span=sentence.span_of(first, last), sentence=sentence, rule=f"{trigger.form}: {one.rule}",
            quantity=amount.quantity, trigger=trigger.token, subject=amount.head, victims=victims,
            role=subjects.role_of(victims), vague_word=amount.vague_word, confidence=one.confidence,
            notes={"how": "definite" if trigger.form == "event" and amount.how in _SINGLE else amount.how},
        )  # fmt: skip
