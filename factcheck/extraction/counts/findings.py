"""Counts: how many were killed, wounded, taken, driven out, destroyed; how many marched."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from factcheck.extraction.counts import nouns, subjects
from factcheck.extraction.counts.anaphora import found_dead
from factcheck.extraction.counts.attach import attached
from factcheck.extraction.counts.context import answers, marchers
from factcheck.extraction.counts.echoes import without_echoes
from factcheck.extraction.counts.found.goingon import going_on, in_pairs, loose_ones
from factcheck.extraction.counts.found.made import broken_down, findings_of, in_text, made_of, of_toll
from factcheck.extraction.counts.found.ofparts import broken_out, parts_of_totals
from factcheck.extraction.counts.found.withoutfigure import (
    all_of_them,
    by_places,
    nobody,
    one_of_a_headline,
    summed_up,
    with_singles,
    without_number,
)
from factcheck.extraction.counts.genre import POLICE_REPORT, UNREST, is_police_report, tells_of_unrest
from factcheck.extraction.counts.headings import is_none, rows, topics
from factcheck.extraction.counts.learned import reader, secondlook
from factcheck.extraction.counts.materiel import listed_losses
from factcheck.extraction.counts.namedasdead import named_dead
from factcheck.extraction.counts.ofmarches import is_about_marches
from factcheck.extraction.counts.quantities import NONE, Reading
from factcheck.extraction.counts.tolls import tolls
from factcheck.extraction.counts.topicwords import asked_kind
from factcheck.extraction.counts.victims.choosing import choose
from factcheck.extraction.counts.weak import CAPTIVES_PAGE
from factcheck.extraction.counts.whom import resolve
from factcheck.extraction.furniture import links
from factcheck.extraction.gates import gated
from factcheck.extraction.page import Finding, Page, Sentence
from factcheck.values import Quantity

_CAPTIVES = gated(r"\b(?:abduct|kidnap|hostage|captiv|captur|captor|prisoners?\s+of|ransom)", re.IGNORECASE)
"""Pages without such a word release no captives: they let suspects go."""


_TAKEN = frozenset({"captured", "kidnapped"})


def find(page: Page) -> list[Finding]:
    """Every count that the parsed sentences of a page assert, in the order of the text."""
    found = unweighed(page)
    choose(page, found)
    return found


def unweighed(page: Page) -> list[Finding]:
    """The same counts, each with the people that the rules give it."""
    found = secondlook.reconsidered(page, by_rules(page))
    more = reader.read(page, found)
    resolve(page, more, found)
    return sorted([*found, *more], key=lambda one: (one.sentence.index, one.span.start)) if more else found


def by_rules(page: Page) -> list[Finding]:
    """The counts that the rules find, in the order of the text."""
    found: list[Finding] = []
    seen: set[str] = set()
    march = is_about_marches(page)
    captives = _CAPTIVES.search(page.document.title or "") is not None or page.holds(_CAPTIVES)
    police, unrest = is_police_report(page), tells_of_unrest(page)
    for sentence in page.sentences:
        shape = sentence.text.strip().casefold()
        if sentence.tokens is None or shape in seen:
            continue
        seen.add(shape)
        sentence.tokens.notes[CAPTIVES_PAGE] = captives
        sentence.tokens.notes[POLICE_REPORT] = police
        sentence.tokens.notes[UNREST] = unrest
        found += _in_sentence(page, sentence, found, march)
        found += _answered(page, sentence, found)
    found += _tabled(page)
    captives = captives or any(f.kind in _TAKEN and "release" not in f.notes for f in found)
    _still_held(found)
    if not captives:
        found = [f for f in found if "release" not in f.notes]
    resolve(page, found)
    return without_echoes(page, _without_links(page, found))


def _without_links(page: Page, found: list[Finding]) -> list[Finding]:
    """'STORY: Ten shot at bar, two dead' is older than the page: it counts where the page gives no such figure."""
    linked = links(page) if found else frozenset()
    own = {f.kind for f in found if f.sentence.index not in linked and f.notes.get("how") == "figure"}
    return [f for f in found if f.sentence.index not in linked or f.kind not in own]


def _answered(page: Page, sentence: Sentence, found: list[Finding]) -> Iterator[Finding]:
    """'How many people died? Seven, according to the coroner.'"""
    kind = asked_kind(page.sentences[sentence.index - 1].text) if sentence.index else None
    if kind is None or sentence.tokens is None or any(f.sentence is sentence for f in found):
        return
    for number, amount in enumerate(answers(Reading(sentence.tokens))):
        if number == 0 or amount.noun is None or nouns.is_person(amount.noun.text):
            span = amount.first.idx, amount.last.idx + len(amount.last)
            yield made_of(sentence, kind, amount, span, "answer to a question")


def _still_held(found: list[Finding]) -> None:
    """'276 girls were abducted; some 90 of them are unaccounted for': the missing are captives still."""
    for before, finding in pairwise(found):
        near = finding.sentence.index - before.sentence.index <= 1
        elided = finding.subject is not None and finding.victims in (None, "them", "those")
        if (
            near
            and elided
            and finding.kind == "missing"
            and before.kind in _TAKEN
            and "release" not in before.notes
            and finding.notes.get("how") == "figure"
        ):
            finding.kind = "captured"


def _tabled(page: Page) -> Iterator[Finding]:
    """'CASES / DEATHS' and below it 'Aldera: 12 / 4': two counts a row."""
    for sentence, kind, value, span in rows(page):
        yield Finding(
            kind=kind, span=in_text(sentence, span), sentence=sentence, rule="table", confidence=0.6,
            quantity=Quantity(value, value), notes={"how": "figure"},
        )  # fmt: skip


def _in_sentence(page: Page, sentence: Sentence, earlier: list[Finding], march: bool) -> list[Finding]:
    assert sentence.tokens is not None
    reading = sentence.tokens.notes[reader.READING] = Reading(sentence.tokens)
    once = {(toll.kind, toll.amount.key): toll for toll in tolls(reading)}
    findings = [of_toll(sentence, toll) for toll in once.values()]
    used = {f.subject.i for f in findings if f.subject is not None}
    findings += [f for one in attached(reading, used) for f in findings_of(sentence, one)]
    findings += list(_rest(page, sentence, reading, earlier + findings, used, march))
    findings += list(by_places(sentence, findings))
    findings += list(one_of_a_headline(sentence, findings))
    findings = with_singles(sentence, reading, findings)
    findings = summed_up(sentence, findings)
    return sorted(_none_twice(broken_down(findings)), key=lambda f: (f.span.start, f.span.end))


def _none_twice(findings: list[Finding]) -> list[Finding]:
    """'Nobody has died or been hurt': that nobody died is told once, by the longer stretch."""
    nobody = [f for f in findings if f.quantity == NONE]
    return [
        f
        for f in findings
        if f.quantity != NONE
        or not any(
            f.kind == o.kind and f.span != o.span and o.span.start <= f.span.start and f.span.end <= o.span.end
            for o in nobody
        )
    ]


def _rest(
    page: Page, sentence: Sentence, reading: Reading, earlier: list[Finding], used: set[int], march: bool
) -> Iterator[Finding]:
    """What no trigger of its own makes a count: parts, figures that speak of an earlier one, marchers."""
    here = [f for f in earlier if f.sentence is sentence]
    yield from broken_out(sentence, reading, here, used)
    of_totals = list(parts_of_totals(sentence, reading, here, earlier, used))
    yield from of_totals
    yield from broken_out(sentence, reading, of_totals, used)
    yield from in_pairs(sentence, reading, [f for f in earlier if not f.part_of], used)
    yield from going_on(page, sentence, reading, [f for f in earlier if not f.part_of], used, march)
    for kind, amount in listed_losses(page, reading, sentence.index, used):
        used.add(amount.key)
        yield made_of(
            sentence, kind, amount, (amount.first.idx, amount.last.idx + len(amount.last)), "listed loss"
        )
    topic = topics(page).get(sentence.index)
    told = topic is not None and topic.kind is not None
    if told or (not sentence.tokens.notes.get(POLICE_REPORT) and not march):  # type: ignore[union-attr]
        yield from loose_ones(page, sentence, reading, [f for f in earlier if not f.part_of], used, topic)
    if topic is not None and topic.kind is not None and is_none(sentence.text):
        yield Finding(
            kind=topic.kind, span=sentence.span, sentence=sentence, rule="below a heading", quantity=NONE,
            confidence=0.6, notes={"how": "none"},
        )  # fmt: skip
    if (dead := found_dead(sentence, earlier)) is not None:
        yield Finding(
            kind="killed", span=in_text(sentence, (dead.start, dead.end)), sentence=sentence, rule="found dead",
            quantity=dead.quantity, victims=dead.victims, role=subjects.role_of(dead.victims),
            vague_word=dead.vague_word, confidence=0.6, notes={"how": "figure"},
        )  # fmt: skip
    for count, start, end in named_dead(reading):
        if not any(f.kind == "killed" and f.rule != "toll" and f.quantity is not None for f in here):
            yield Finding(
                kind="killed", span=in_text(sentence, (start, end)), sentence=sentence, rule="named as the dead",
                quantity=Quantity(count, count), confidence=0.7, notes={"how": "figure"},
            )  # fmt: skip
    yield from all_of_them(page, sentence, here)
    yield from without_number(sentence, reading, earlier)
    yield from nobody(sentence, reading, here, [f for f in earlier if not f.part_of])
    if march:
        for amount in marchers(reading, used):
            span = amount.first.idx, amount.last.idx + len(amount.last)
            yield made_of(sentence, "attendance", amount, span, "figure on a page about marches")
