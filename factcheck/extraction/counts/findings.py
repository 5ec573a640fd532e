"""Counts: how many were killed, wounded, taken, driven out, destroyed; how many marched."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from factcheck.extraction.counts import nouns, subjects
from factcheck.extraction.counts.anaphora import found_dead
from factcheck.extraction.counts.arguments import AGAIN
from factcheck.extraction.counts.attach import attached
from factcheck.extraction.counts.byplace import shared_out
from factcheck.extraction.counts.context import (
    FAIR,
    MARCH_FLOOR,
    Bare,
    answers,
    antecedent,
    asked_kind,
    bare_figures,
    by_topic_word,
    far_antecedent,
    marchers,
    multiplied,
    size_of,
    spoken_of,
    told_after,
)
from factcheck.extraction.counts.countable import SINGLE
from factcheck.extraction.counts.echoes import without_echoes
from factcheck.extraction.counts.genre import POLICE_REPORT, UNREST, is_police_report, tells_of_unrest
from factcheck.extraction.counts.headings import Topic, is_none, rows, topics
from factcheck.extraction.counts.headlinesums import several_told
from factcheck.extraction.counts.learned import reader, secondlook
from factcheck.extraction.counts.lists import THING_KINDS, Attached
from factcheck.extraction.counts.loose import loose_figures
from factcheck.extraction.counts.materiel import listed_losses
from factcheck.extraction.counts.namedasdead import named_dead
from factcheck.extraction.counts.nobody import zeros
from factcheck.extraction.counts.onedead import aged_and_harmed, one_dead, tells_of_his_own_hand
from factcheck.extraction.counts.parts import Part, adding_up, breakdown, following, parts
from factcheck.extraction.counts.patients import DISEASE, is_about_disease
from factcheck.extraction.counts.quantities import NONE, ONE, Amount, Reading
from factcheck.extraction.counts.relevance import is_about_marches
from factcheck.extraction.counts.rivalfigures import DEAD_BESIDE_THE_HURT, given_persons
from factcheck.extraction.counts.single import singles
from factcheck.extraction.counts.tolls import Toll, tolls, who_died
from factcheck.extraction.counts.unnumbered import UNKNOWN, unnumbered
from factcheck.extraction.counts.versions import paired
from factcheck.extraction.counts.victims.choosing import choose
from factcheck.extraction.counts.victimsorts import victim_sorts
from factcheck.extraction.counts.weak import CAPTIVES_PAGE, is_release
from factcheck.extraction.counts.whom import resolve
from factcheck.extraction.furniture import links
from factcheck.extraction.gates import gated
from factcheck.extraction.page import Finding, Page, Sentence
from factcheck.values import Quantity, Span

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
    police, unrest, disease = is_police_report(page), tells_of_unrest(page), is_about_disease(page)
    for sentence in page.sentences:
        shape = sentence.text.strip().casefold()
        if sentence.tokens is None or shape in seen:
            continue
        seen.add(shape)
        sentence.tokens.notes[CAPTIVES_PAGE] = captives
        sentence.tokens.notes[POLICE_REPORT] = police
        sentence.tokens.notes[UNREST] = unrest
        sentence.tokens.notes[DISEASE] = disease
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
            yield _plain(sentence, kind, amount, span, "answer to a question")


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
            kind=kind, span=_in_text(sentence, span), sentence=sentence, rule="table", confidence=0.6,
            quantity=Quantity(value, value), notes={"how": "figure"},
        )  # fmt: skip


def _in_sentence(page: Page, sentence: Sentence, earlier: list[Finding], march: bool) -> list[Finding]:
    assert sentence.tokens is not None
    reading = sentence.tokens.notes[reader.READING] = Reading(sentence.tokens)
    once = {(toll.kind, toll.amount.key): toll for toll in tolls(reading)}
    findings = [_toll(sentence, toll) for toll in once.values()]
    used = {f.subject.i for f in findings if f.subject is not None}
    findings += [f for one in attached(reading, used) for f in _findings(sentence, one)]
    findings += list(_rest(page, sentence, reading, earlier + findings, used, march))
    findings += list(_shared_out(sentence, findings))
    findings += list(_one_dead(sentence, findings))
    findings = _with_singles(sentence, reading, findings)
    findings = _summed_up(sentence, findings)
    return sorted(_none_twice(_broken_down(findings)), key=lambda f: (f.span.start, f.span.end))


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
    yield from _broken_out(sentence, reading, here, used)
    of_totals = list(_parts(sentence, reading, here, earlier, used))
    yield from of_totals
    yield from _broken_out(sentence, reading, of_totals, used)
    yield from _members_of_the_last(sentence, reading, earlier, used)
    yield from _in_pairs(sentence, reading, [f for f in earlier if not f.part_of], used)
    yield from _continued(page, sentence, reading, [f for f in earlier if not f.part_of], used, march)
    for kind, amount in listed_losses(page, reading, sentence.index, used):
        used.add(amount.key)
        yield _plain(sentence, kind, amount, (amount.first.idx, amount.last.idx + len(amount.last)), "listed loss")
    topic = topics(page).get(sentence.index)
    told = topic is not None and topic.kind is not None
    if told or (not sentence.tokens.notes.get(POLICE_REPORT) and not march):  # type: ignore[union-attr]
        yield from _loose(page, sentence, reading, [f for f in earlier if not f.part_of], used, topic)
    if topic is not None and topic.kind is not None and is_none(sentence.text):
        yield Finding(
            kind=topic.kind, span=sentence.span, sentence=sentence, rule="below a heading", quantity=NONE,
            confidence=0.6, notes={"how": "none"},
        )  # fmt: skip
    if (dead := found_dead(sentence, earlier)) is not None:
        yield Finding(
            kind="killed", span=_in_text(sentence, (dead.start, dead.end)), sentence=sentence, rule="found dead",
            quantity=dead.quantity, victims=dead.victims, role=subjects.role_of(dead.victims),
            vague_word=dead.vague_word, confidence=0.6, notes={"how": "figure"},
        )  # fmt: skip
    for count, start, end in named_dead(reading):
        if not any(f.kind == "killed" and f.rule != "toll" and f.quantity is not None for f in here):
            yield Finding(
                kind="killed", span=_in_text(sentence, (start, end)), sentence=sentence, rule="named as the dead",
                quantity=Quantity(count, count), confidence=0.7, notes={"how": "figure"},
            )  # fmt: skip
    yield from _given(page, sentence, reading, [f for f in earlier if not f.part_of], used)
    yield from _all_of_them(page, sentence, here)
    yield from _unnumbered(sentence, reading, earlier)
    yield from _zeros(sentence, reading, here, [f for f in earlier if not f.part_of])
    if march:
        for amount in marchers(reading, used):
            span = amount.first.idx, amount.last.idx + len(amount.last)
            yield _plain(sentence, "attendance", amount, span, "figure on a page about marches")


def _summed_up(sentence: Sentence, here: list[Finding]) -> list[Finding]:
    """'Teen, man killed in shooting': in the report of one crime its headline's list is one number."""
    if sentence.tokens is None or not sentence.tokens.notes.get(POLICE_REPORT):
        return here
    for kind, number, start, end, who in several_told(sentence.text):
        span = _in_text(sentence, (start, end))
        listed = [f for f in here if f.kind == kind and span.start <= f.span.start and f.span.end <= span.end]
        if any(f.quantity is not None and f.quantity.low == number for f in listed):
            return here
        others = [f for f in here if f not in listed]
        return [*others, Finding(
            kind=kind, span=span, sentence=sentence, rule="several of a headline", confidence=0.75, victims=who,
            quantity=Quantity(number, number), role=subjects.role_of(who), notes={"how": "list"},
        )]  # fmt: skip
    return here


def _one_dead(sentence: Sentence, here: list[Finding]) -> Iterator[Finding]:
    """'Man dead after shooting', 'Husband kills wife, himself': the one of a headline whom nothing else counts."""
    for kind, start, end, who in aged_and_harmed(sentence.text):
        if not any(f.kind == kind for f in here):
            yield Finding(
                kind=kind, span=_in_text(sentence, (start, end)), sentence=sentence, rule="one of an age",
                quantity=ONE, victims=who, role=subjects.role_of(who), confidence=0.7, notes={"how": "one"},
            )  # fmt: skip
    killed = [f for f in here if f.kind == "killed"]
    if killed and (any(f.rule.endswith("own hand") for f in killed) or not tells_of_his_own_hand(sentence.text)):
        return
    for start, end, who in one_dead(sentence.text):
        yield Finding(
            kind="killed", span=_in_text(sentence, (start, end)), sentence=sentence, rule="one dead",
            quantity=ONE, victims=who, role=subjects.role_of(who), confidence=0.7, notes={"how": "one"},
        )  # fmt: skip


def _with_singles(sentence: Sentence, reading: Reading, here: list[Finding]) -> list[Finding]:
    """'A farmer, Ram Singh, 45, was killed': one person whom nothing else counts; shot and dead he is dead."""
    for one in singles(reading):
        span = _in_text(sentence, (one.start, one.end))
        over = [f for f in here if f.span.start < span.end and span.start < f.span.end]
        if any(f.kind in _SAME_FATE[one.kind] for f in over):
            continue
        hurt = [f for f in over if f.kind == "casualties" and f.quantity == ONE]
        here = [f for f in here if one.kind != "killed" or f not in hurt]
        words = reading.tokens.covering(one.start, one.start + len(one.who))
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


def _shared_out(sentence: Sentence, here: list[Finding]) -> Iterator[Finding]:
    """'Fatalities split as (22) in Dinga and (21) in Barla': what no other rule took of it."""
    for value, start, end in shared_out(sentence.text):
        span = _in_text(sentence, (start, end))
        if not any(f.span.start <= span.start < f.span.end for f in here):
            yield Finding(
                kind="killed", span=span, sentence=sentence, rule="shared out", quantity=Quantity(value, value),
                confidence=0.6, part_of=True, notes={"how": "figure"},
            )  # fmt: skip


_OF_PERSONS = frozenset({"killed", "wounded", "missing", "captured", "kidnapped"})


def _given(
    page: Page, sentence: Sentence, reading: Reading, earlier: list[Finding], used: set[int]
) -> Iterator[Finding]:
    """'They admit one soldier and one villager': persons of the kind that was told before."""
    text, where = reading.coded()
    topic = topics(page).get(sentence.index)
    for amount, start, end in given_persons(text, where):
        before = [f for f in earlier if f.span.start < sentence.span.start + start and f.kind in _OF_PERSONS]
        last = antecedent(Bare(amount, start, end, "spoke of"), sentence, _below(topic, before, "spoke of"))
        kind = last.kind if last is not None else (topic.kind if topic is not None else None)
        if kind is None or amount.key in used or any(f.sentence is sentence for f in before):
            continue
        for one, first, last_at in ((amount, start, end), *following(reading, amount)):
            if one.key not in used:
                used.add(one.key)
                finding = _plain(sentence, kind, one, (first, last_at), "gives whom")
                if last is not None and "release" in last.notes:
                    finding.notes["release"] = "yes"
                yield finding


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


def _all_of_them(page: Page, sentence: Sentence, here: list[Finding]) -> Iterator[Finding]:
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
                kind="killed", span=_in_text(sentence, match.span()), sentence=sentence, rule="all of them",
                quantity=amount.quantity, subject=words[0] if words else None, confidence=0.7,
                notes={"how": "figure"},
            )  # fmt: skip
            return


def _unnumbered(sentence: Sentence, reading: Reading, earlier: list[Finding]) -> Iterator[Finding]:
    """'There were casualties', 'everyone in it was killed': nobody says how many."""
    near = [
        f
        for f in earlier
        if sentence.index - f.sentence.index <= 1 and f.kind in ("killed", "wounded", "casualties")
    ]
    here = [f for f in near if f.sentence is sentence]
    unrest = sentence.tokens is not None and bool(sentence.tokens.notes.get(UNREST))
    for one in unnumbered(reading.coded()[0]):
        span = _in_text(sentence, (one.start, one.end))
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


def _zeros(sentence: Sentence, reading: Reading, here: list[Finding], earlier: list[Finding]) -> Iterator[Finding]:
    """'released unharmed', 'not one house was lost'; said once for each kind and place."""
    known = [f for f in here if f.quantity is not None and f.quantity.high == 0]
    for zero in zeros(reading):
        kind = zero.kind
        if kind is None:
            last = next((f for f in reversed(earlier) if sentence.index - f.sentence.index <= 1), None)
            kind = None if last is None else last.kind
        span = _in_text(sentence, (zero.start, zero.end))
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


def _broken_out(sentence: Sentence, reading: Reading, here: list[Finding], used: set[int]) -> Iterator[Finding]:
    """'52 dead, viz. 41 women, 6 children and 5 men': each sort of a total is a part of it."""
    for total in here:
        amount = reading.figure_at(total.subject) if total.subject is not None else None
        if amount is None or total.kind in THING_KINDS:
            continue
        for member, start, end in breakdown(reading, amount):
            if member.key not in used and _is_people(member, total.kind):
                used.add(member.key)
                finding = _plain(sentence, total.kind, member, (start, end), "part of a total")
                finding.part_of = True
                yield finding


def _members_of_the_last(
    sentence: Sentence, reading: Reading, earlier: list[Finding], used: set[int]
) -> Iterator[Finding]:
    """'Nine died. Five women, three men and a child': the sentence behind a total that names its members."""
    before = [f for f in earlier if f.sentence.index == sentence.index - 1 and not f.part_of]
    for total in before if sentence.paragraph == before_paragraph(before) else ():
        if total.quantity is None or total.kind in THING_KINDS or total.subject is None:
            continue
        whole = Amount(total.subject, total.subject, total.subject, total.quantity, "figure")
        for member, start, end in adding_up(reading, 0, whole):
            if member.key not in used and _is_people(member, total.kind):
                used.add(member.key)
                finding = _plain(sentence, total.kind, member, (start, end), "part of a total")
                finding.part_of = True
                yield finding


def before_paragraph(findings: list[Finding]) -> int | None:
    """The paragraph of the last of them."""
    return findings[-1].sentence.paragraph if findings else None


ELIDED_REACH = 2
"""So many sentences back 'three of them' finds its total."""


def _elided_total(sentence: Sentence, part: Part, earlier: list[Finding]) -> Finding | None:
    """The total that 'Three of them are engineers' speaks of, in a sentence before."""
    if not part.elided:
        return None
    size = part.amount.quantity.low or 0
    near = (
        f for f in reversed(earlier) if 0 < sentence.index - f.sentence.index <= ELIDED_REACH and not f.part_of
    )
    return next((f for f in near if f.quantity is not None and (f.quantity.low or 0) >= max(2, size)), None)


def _parts(
    sentence: Sentence, reading: Reading, here: list[Finding], earlier: list[Finding], used: set[int]
) -> Iterator[Finding]:
    for part in (*parts(reading), *victim_sorts(reading)):
        if part.amount.key in used and part.amount.how == "figure":
            _mark_part(here, part)
            continue
        before = [f for f in here if f.span.start - sentence.span.start < part.start]
        total = max(before, key=lambda f: f.span.start, default=None) or _elided_total(sentence, part, earlier)
        kind = part.kind or (total.kind if total is not None else None)
        if kind is not None and part.amount.key not in used and _is_people(part.amount, kind):
            used.add(part.amount.key)
            finding = _plain(sentence, kind, part.amount, (part.start, part.end), "part of a total")
            finding.part_of, finding.victims = True, finding.victims or part.who
            if total is not None and part.kind is None and "release" in total.notes:
                finding.notes["release"] = "yes"
            yield finding


def _continued(
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
        if topic is not None and topic.kind is None and bare.rule in ("listed figure", "a version"):
            continue
        last = antecedent(bare, sentence, _below(topic, before, bare.rule))
        if last is None:
            kind = topic.kind if topic is not None and bare.amount is not None else None
            kind = kind or (spoken_of(page, sentence) if bare.rival and bare.amount is not None else None)
            kind = kind or told_after(bare, sentence, earlier)
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
                told.append(_plain(sentence, kind, bare.amount, (bare.start, bare.end), bare.rule))
                yield told[-1]
            continue
        span = (bare.start, bare.end)
        if bare.amount is None:
            yield from _none_listed(sentence, last, span)
        elif bare.amount.key not in used:
            used.add(bare.amount.key)
            kind = "killed" if bare.rule == DEAD_BESIDE_THE_HURT and last.kind == "wounded" else last.kind
            finding = _plain(sentence, kind, bare.amount, span, bare.rule)
            finding.victims = finding.victims or last.victims
            finding.quantity = multiplied(bare.amount, last)
            told.append(finding)
            yield finding


def _in_pairs(sentence: Sentence, reading: Reading, earlier: list[Finding], used: set[int]) -> Iterator[Finding]:
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
                finding = _plain(sentence, before.kind, amount, span, "in a pair")
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


def _loose(
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
        if kind is None and not listed:
            kind = told_after(bare, sentence, earlier)
        if kind is None and not listed and _is_toll(bare):
            kind = by_topic_word(page, sentence)
        if kind is None or (kind in _NEVER_ALONE and kind != told):
            continue
        used.add(amount.key)
        finding = _plain(
            sentence, kind, amount, (start, end), "stands alone" if last is not None else "below a heading"
        )
        finding.victims = finding.victims or (last.victims if last is not None else None)
        earlier.append(finding)
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
    if finding.victims is None and (who := who_died(sentence.text[toll.start : toll.end])) is not None:
        finding.victims, finding.role = who, subjects.role_of(who)
    return finding


def _broken_down(findings: list[Finding]) -> list[Finding]:
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


def _findings(sentence: Sentence, one: Attached) -> Iterator[Finding]:
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
