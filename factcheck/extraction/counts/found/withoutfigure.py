"""Counts that no figure tells: one person of a headline or sentence, all aboard, nobody, an unknown number."""

from __future__ import annotations

import re
from collections.abc import Iterator

from factcheck.extraction.counts import subjects
from factcheck.extraction.counts.byplace import shared_out
from factcheck.extraction.counts.context import size_of
from factcheck.extraction.counts.found.made import in_text
from factcheck.extraction.counts.genre import POLICE_REPORT, UNREST
from factcheck.extraction.counts.headlinesums import several_told
from factcheck.extraction.counts.nobody import zeros
from factcheck.extraction.counts.onedead import aged_and_harmed, one_dead, tells_of_his_own_hand
from factcheck.extraction.counts.quantities import ONE, Reading
from factcheck.extraction.counts.single import singles
from factcheck.extraction.counts.unnumbered import UNKNOWN, unnumbered
from factcheck.extraction.gates import gated
from factcheck.extraction.page import Finding, Page, Sentence
from factcheck.values import Quantity


def summed_up(sentence: Sentence, here: list[Finding]) -> list[Finding]:
    """'Teen, man killed in shooting': in the report of one crime its headline's list is one number."""
    if sentence.tokens is None or not sentence.tokens.notes.get(POLICE_REPORT):
        return here
    for kind, number, start, end, who in several_told(sentence.text):
        span = in_text(sentence, (start, end))
        listed = [f for f in here if f.kind == kind and span.start <= f.span.start and f.span.end <= span.end]
        if any(f.quantity is not None and f.quantity.low == number for f in listed):
            return here
        others = [f for f in here if f not in listed]
        return [*others, Finding(
            kind=kind, span=span, sentence=sentence, rule="several of a headline", confidence=0.75, victims=who,
            quantity=Quantity(number, number), role=subjects.role_of(who), notes={"how": "list"},
        )]  # fmt: skip
    return here


def one_of_a_headline(sentence: Sentence, here: list[Finding]) -> Iterator[Finding]:
    """'Man dead after shooting', 'Husband kills wife, himself': the one of a headline whom nothing else counts."""
    for kind, start, end, who in aged_and_harmed(sentence.text):
        if not any(f.kind == kind for f in here):
            yield Finding(
                kind=kind, span=in_text(sentence, (start, end)), sentence=sentence, rule="one of an age",
                quantity=ONE, victims=who, role=subjects.role_of(who), confidence=0.7, notes={"how": "one"},
            )  # fmt: skip
    killed = [f for f in here if f.kind == "killed"]
    if killed and (any(f.rule.endswith("own hand") for f in killed) or not tells_of_his_own_hand(sentence.text)):
        return
    for start, end, who in one_dead(sentence.text):
        yield Finding(
            kind="killed", span=in_text(sentence, (start, end)), sentence=sentence, rule="one dead",
            quantity=ONE, victims=who, role=subjects.role_of(who), confidence=0.7, notes={"how": "one"},
        )  # fmt: skip


def with_singles(sentence: Sentence, reading: Reading, here: list[Finding]) -> list[Finding]:
    """'A farmer, Ram Singh, 45, was killed': one person whom nothing else counts; shot and dead he is dead."""
    for one in singles(reading):
        span = in_text(sentence, (one.start, one.end))
        over = [f for f in here if f.span.start < span.end and span.start < f.span.end]
        if any(f.kind in _SAME_FATE[one.kind] for f in over):
            continue
        hurt = [f for f in over if f.kind == "casualties" and f.quantity == ONE]
        here = [f for f in here if one.kind != "killed" or f not in hurt]
        at = reading.text.index(one.who, one.start)
        words = reading.tokens.covering(at, at + len(one.who))
        here.append(Finding(
            kind=one.kind, span=span, sentence=sentence, rule="one person", quantity=ONE,
            subject=words[-1] if words else None, victims=one.who, role=subjects.role_of(one.who), confidence=0.7,
            part_of=one.part, notes={"how": one.how},
        ))  # fmt: skip
    return here


_SAME_FATE = {
    "killed": frozenset({"killed"}),
    "missing": frozenset({"missing", "killed"}),
    "captured": frozenset({"captured", "kidnapped", "arrested"}),
}


def by_places(sentence: Sentence, here: list[Finding]) -> Iterator[Finding]:
    """'Fatalities split as (22) in Dinga and (21) in Barla': what no other rule took of it."""
    for value, start, end in shared_out(sentence.text):
        span = in_text(sentence, (start, end))
        if not any(f.span.start <= span.start < f.span.end for f in here):
            yield Finding(
                kind="killed", span=span, sentence=sentence, rule="shared out", quantity=Quantity(value, value),
                confidence=0.6, part_of=True, notes={"how": "figure"},
            )  # fmt: skip


_ALL = gated(
    r"^\W*(?:(?P<all>all|everyone|everybody|every\s+one)|(?P<none>none|no\s+one|nobody"
    r"|not\s+one))(?:\s+of\s+(?:them|those\s+aboard))?(?:\s+(?:are|were|is|was|have|has|had))?"
    r"(?:\s+(?:now|been|also|instantly|presumed|feared|believed|to\s+be"
    r"|made\s+it\s+out))*\s*(?P<fate>perished|died|killed|dead|drowned|lost\s+their\s+lives|survived|alive)?\b",
    re.IGNORECASE,
)
_ABOARD = gated(
    r"#+(?:\s+(?:passengers|people|persons|souls|men|crew))?(?:\s+and\s+crew)?\s+(?:were\s+"
    r"|was\s+)?(?:aboard|on\s+board|on\s+the\s+(?:manifest|plane|ship|flight)|inside|in\s+it)\b"
    r"|\b(?:carrying|carried|with)\s+#+(?=\s+(?:passengers|people|persons|aboard|on\s+board|men|souls))",
    re.IGNORECASE,
)


def all_of_them(page: Page, sentence: Sentence, here: list[Finding]) -> Iterator[Finding]:
    """'An airliner with 269 aboard was shot down. All are presumed dead.': 269."""
    match = _ALL.match(sentence.text)
    if match is None or not match["fate"] or any(f.kind == "killed" for f in here):
        return
    lived = match["fate"].lower() in ("survived", "alive")
    if lived == bool(match["all"]):
        return
    for before in reversed(page.sentences[max(0, sentence.index - 2) : sentence.index]):
        if before.tokens is None:
            continue
        text, where = Reading(before.tokens).coded()
        aboard = _ABOARD.search(text)
        amount = where.get(text.index("#", aboard.start())) if aboard is not None else None
        if amount is not None:
            words = sentence.tokens.covering(*match.span()) if sentence.tokens is not None else []
            yield Finding(
                kind="killed", span=in_text(sentence, match.span()), sentence=sentence, rule="all of them",
                quantity=amount.quantity, subject=words[0] if words else None, confidence=0.7,
                notes={"how": "figure"},
            )  # fmt: skip
            return


def without_number(sentence: Sentence, reading: Reading, earlier: list[Finding]) -> Iterator[Finding]:
    """'There were casualties', 'everyone in it was killed': nobody says how many."""
    near = [
        f
        for f in earlier
        if sentence.index - f.sentence.index <= 1 and f.kind in ("killed", "wounded", "casualties")
    ]
    here = [f for f in near if f.sentence is sentence]
    unrest = sentence.tokens is not None and bool(sentence.tokens.notes.get(UNREST))
    for one in unnumbered(reading.coded()[0]):
        span = in_text(sentence, (one.start, one.end))
        if any(f.span.start < span.end and span.start < f.span.end for f in here):
            continue
        if one.kind == "casualties" and (here or not (unrest or earlier)):
            continue
        if one.word == "all" and any(size_of(f.quantity) > 1 and f.kind == one.kind for f in near):
            continue  # those told of just before
        yield Finding(
            kind=one.kind, span=span, sentence=sentence, rule="no number", quantity=UNKNOWN, victims=one.who,
            role=subjects.role_of(one.who), vague_word=one.word, confidence=0.5, notes={"how": "figure"},
        )  # fmt: skip


def nobody(sentence: Sentence, reading: Reading, here: list[Finding], earlier: list[Finding]) -> Iterator[Finding]:
    """'released unharmed', 'not one house was lost'; said once for each kind and place."""
    known = [f for f in here if f.quantity is not None and f.quantity.high == 0]
    for zero in zeros(reading):
        kind = zero.kind
        if kind is None:
            last = next((f for f in reversed(earlier) if sentence.index - f.sentence.index <= 1), None)
            kind = None if last is None else last.kind
        span = in_text(sentence, (zero.start, zero.end))
        if kind is None or any(
            f.kind == kind and f.span.start < span.end and span.start < f.span.end for f in known
        ):
            continue
        words = sentence.tokens.covering(zero.start, zero.end) if sentence.tokens is not None else []
        finding = Finding(
            kind=kind, span=span, sentence=sentence, rule="none of them", quantity=zero.quantity,
            subject=words[0] if words else None, victims=zero.who, role=subjects.role_of(zero.who), confidence=0.6,
            part_of=zero.part, notes={"how": "none"},
        )  # fmt: skip
        known.append(finding)
        yield finding
