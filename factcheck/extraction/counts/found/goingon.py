"""Figures that go on from an earlier count: other versions, answers of a list, pairs, bare numbers."""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.extraction.counts.context import (
    FAIR,
    MARCH_FLOOR,
    Bare,
    antecedent,
    bare_figures,
    far_antecedent,
    multiplied,
    size_of,
)
from factcheck.extraction.counts.found.made import made_of, none_listed
from factcheck.extraction.counts.headings import Topic, topics
from factcheck.extraction.counts.loose import loose_figures, paired
from factcheck.extraction.counts.quantities import Reading
from factcheck.extraction.counts.rivalfigures import DEAD_BESIDE_THE_HURT
from factcheck.extraction.counts.topicwords import by_topic_word, spoken_of
from factcheck.extraction.page import Finding, Page, Sentence

_OF_PERSONS = frozenset({"killed", "wounded", "missing", "captured", "kidnapped"})


def going_on(
    page: Page, sentence: Sentence, reading: Reading, earlier: list[Finding], used: set[int], march: bool
) -> Iterator[Finding]:
    """Figures that speak of an earlier count take its kind: the one whose number is nearest to theirs."""
    topic = topics(page).get(sentence.index)
    told: list[Finding] = []
    bares = bare_figures(reading, headed=topic is not None and topic.kind is not None)
    for bare in sorted(bares, key=lambda b: b.start):
        paired = bare.rule == "gapped" and told and sentence.span.start + bare.start - told[-1].span.end <= 1
        before = [
            f for f in (*earlier, *([] if paired else told)) if f.span.start < sentence.span.start + bare.start
        ]  # "it had been 40 and 75": each speaks of another count
        if topic is not None and topic.kind is None and bare.rule == "listed figure":
            continue
        last = antecedent(bare, sentence, _below(topic, before, bare.rule))
        if last is None:
            kind = topic.kind if topic is not None and bare.amount is not None else None
            kind = kind or (spoken_of(page, sentence) if bare.rival and bare.amount is not None else None)
            kind = "killed" if bare.rule == DEAD_BESIDE_THE_HURT and kind == "wounded" else kind
            far = far_antecedent(bare, before) if kind is None else None
            kind = far.kind if far is not None else kind
            if (
                march
                and bare.amount is not None
                and (bare.amount.quantity.low or bare.amount.quantity.high or 0) >= MARCH_FLOOR
            ):
                kind = "attendance"
            if kind is not None and bare.amount is not None and bare.amount.key not in used:
                used.add(bare.amount.key)
                told.append(made_of(sentence, kind, bare.amount, (bare.start, bare.end), bare.rule))
                yield told[-1]
            continue
        span = (bare.start, bare.end)
        if bare.amount is None:
            yield from none_listed(sentence, last, span)
        elif bare.amount.key not in used:
            used.add(bare.amount.key)
            kind = "killed" if bare.rule == DEAD_BESIDE_THE_HURT and last.kind == "wounded" else last.kind
            finding = made_of(sentence, kind, bare.amount, span, bare.rule)
            finding.victims = finding.victims or last.victims
            finding.quantity = multiplied(bare.amount, last)
            told.append(finding)
            yield finding


def in_pairs(sentence: Sentence, reading: Reading, earlier: list[Finding], used: set[int]) -> Iterator[Finding]:
    """'84 dead and 276 missing. Friday: 110 and 238.': each figure is of the kind that had its place before."""
    for one, other in paired(*reading.coded()):
        near = [f for f in earlier if sentence.index - f.sentence.index <= PAIR_REACH and f.kind in _OF_PERSONS]
        last = near[-1] if near else None
        first = next((f for f in reversed(near) if last is not None and f.kind != last.kind), None)
        if last is None or first is None or {one.key, other.key} & used or last.sentence is sentence:
            continue
        both = ((first, one), (last, other))
        if all(1 / FAIR <= size_of(amount.quantity) / (size_of(f.quantity) or 1) <= FAIR for f, amount in both):
            for before, amount in both:
                used.add(amount.key)
                span = amount.first.idx, amount.last.idx + len(amount.last)
                finding = made_of(sentence, before.kind, amount, span, "in a pair")
                finding.victims = before.victims
                earlier.append(finding)
                yield finding


PAIR_REACH = 4
"""So many sentences back a pair of bare figures finds the two counts that it goes on with."""


def _below(topic: Topic | None, earlier: list[Finding], rule: str) -> list[Finding]:
    """The counts of which a bare figure may speak: those below its heading, and none where the heading says "
    "it."""
    if topic is None or topic.kind is None:
        return earlier
    return (
        []
        if rule == "listed figure"
        else [f for f in earlier if f.sentence.index > topic.at and f.kind == topic.kind]
    )


TOLL_FLOOR = 4
"""Smaller figures beside 'the dead' count lists, days and places as often as people."""


def _is_toll(bare: Bare) -> bool:
    assert bare.amount is not None
    after = bare.amount.head.doc.text[bare.end : bare.end + 12]
    return (bare.amount.quantity.low or bare.amount.quantity.high or 0) >= TOLL_FLOOR and " for each" not in after


_NEVER_ALONE = frozenset({"seized", "arrested"})


def loose_ones(
    page: Page, sentence: Sentence, reading: Reading, earlier: list[Finding], used: set[int], topic: Topic | None
) -> Iterator[Finding]:
    """'then 120, then 149': figures that stand alone count what the nearest ones before them count."""
    told = topic.kind if topic is not None else None
    for amount, start, end in loose_figures(reading, used, opening=told is not None):
        before = [f for f in earlier if f.span.start < sentence.span.start + start]
        bare = Bare(amount, start, end, "stands alone", rival=True)
        last = antecedent(bare, sentence, _below(topic, before, bare.rule))
        kind = last.kind if last is not None else told
        listed = amount.noun is not None and kind is None
        if kind is None and not listed and _is_toll(bare):
            kind = by_topic_word(page, sentence)
        if kind is None or (kind in _NEVER_ALONE and kind != told):
            continue
        used.add(amount.key)
        finding = made_of(
            sentence, kind, amount, (start, end), "stands alone" if last is not None else "below a heading"
        )
        finding.victims = finding.victims or (last.victims if last is not None else None)
        earlier.append(finding)
        yield finding
