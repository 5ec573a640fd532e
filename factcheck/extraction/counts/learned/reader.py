"""Counts that a learnt model reads where no rule did: which kind of claim a figure is, if any.

The model (``data/learned/figures.csv.gz``) was fitted to the figures of all marked reports by
``python -m bench.figures --write``; that prints how right it is on sets of reports that were left out.
"""

from __future__ import annotations

import re
from bisect import bisect_left, insort
from collections.abc import Iterator
from typing import NamedTuple

from factcheck.extraction import learned
from factcheck.extraction.counts import nouns, subjects
from factcheck.extraction.counts.genre import is_police_report
from factcheck.extraction.counts.learned.bystanders import is_somebody_else
from factcheck.extraction.counts.learned.features import of_figure
from factcheck.extraction.counts.learned.refusals import is_beside_the_point
from factcheck.extraction.counts.learned.stems import is_verb
from factcheck.extraction.counts.learned.surroundings import Told, around
from factcheck.extraction.counts.lists import THING_KINDS
from factcheck.extraction.counts.quantities import Amount, Reading
from factcheck.extraction.counts.reality import conditional, imagined, unreal
from factcheck.extraction.counts.rejected import called_untrue
from factcheck.extraction.counts.triggers import triggers
from factcheck.extraction.encoder import judging
from factcheck.extraction.encoder.encoder import Floats, encoded, span_in
from factcheck.extraction.inwords import figures
from factcheck.extraction.page import Finding, Page, Sentence
from factcheck.extraction.syntax import Token
from factcheck.lexicons import word_set
from factcheck.values import Qualifier, Quantity, Span

RULE = "figure:learnt"
MODEL = "figures"
DEEP = "figures read in their sentences"
NONE = "none"
"""The class of figures that are no claim."""

LEAST = 0.5
"""From this chance on a figure is a claim: of those between it and 0.6 half are right, of those below it a third,
so that F1 is highest here on sets that nobody reads (0.45 and 0.6 give less). Run ``python -m bench.figures`` when
it changes."""

UNHEARD = 0.2
"""What the linear model thinks less likely is no claim, whatever the transformer thinks of it (from .1 on, F1 of
counts is .811 for .808 on the sets that nobody reads, and .005 less of the conflicts are found); of 'one', which
mostly speaks again of somebody counted before, LEAST is asked for."""

LEAST_OF_ONE = 0.6
"""The same for 'one', which mostly speaks again of somebody counted before."""

SURE = 0.8
"""From this chance on a figure is a claim though the word of a claim next to it tells of what did not happen: on
marked reports 20 of 21 such are some (what a side denies, or what the parser attaches wrongly), of the less sure
2 of 5. The local report of one crime, full of threats and charges, has no such."""

NEAR = 8
"""The quote takes in the verb when so many words at most lie between."""

AROUND = 200
"""Of the counts before a figure and behind it so many are looked at, the nearest: few pages have so many, and one
of thousands takes a time that grows with them alone."""

READING = "reading"
"""Where a parse keeps its amounts, once they were found."""

_SAME = {"kidnapped": "captured"}


class Candidate(NamedTuple):
    """A figure that may be a claim."""

    sentence: Sentence
    amount: Amount

    @property
    def at(self) -> int:
        """Where it begins in the text."""
        return self.sentence.span.start + self.amount.span[0]

    @property
    def end(self) -> int:
        """Where its phrase ends in the text."""
        last = self.amount.last
        return self.sentence.span.start + max(self.amount.span[1], last.idx + len(last))


def candidates(page: Page) -> Iterator[Candidate]:
    """The figures of the sentences that were read, in the order of the text."""
    for sentence in page.sentences:
        reading: Reading | None = None if sentence.tokens is None else sentence.tokens.notes.get(READING)
        for amount in () if reading is None else reading.figures:
            if amount.times is None:
                yield Candidate(sentence, amount)


def read(page: Page, found: list[Finding]) -> list[Finding]:
    """The counts that the model adds to those that the rules found, in the order of the text."""
    told = sorted((told_by(one) for one in found if one.quantity is not None), key=lambda one: one.at)
    more = []
    police = is_police_report(page)
    by_sentence: dict[int, list[Finding]] = {}
    for one in found:
        by_sentence.setdefault(one.sentence.index, []).append(one)
    for candidate in candidates(page):
        here = by_sentence.get(candidate.sentence.index, ())
        if any(is_of(candidate, one.span, one.quantity) or _lists(candidate, one) for one in here):
            continue
        at = bisect_left(told, candidate.at, key=lambda one: one.at)
        features = features_of(page, candidate, told[max(0, at - AROUND) : at + AROUND])
        by_linear = linear(features)
        if by_linear[likeliest(by_linear)] < UNHEARD:
            continue
        found_chances = chances(page, candidate, by_linear)
        kind = likeliest(found_chances)
        chance, alone = found_chances[kind], by_linear[kind]
        quantity = candidate.amount.quantity
        if (
            chance < LEAST
            or alone < (LEAST if quantity.low == 1 else UNHEARD)
            or any(one.kind == kind and _alike(one.quantity, quantity) for one in told)
        ):
            continue
        if not counts(candidate.amount, kind) or _is_unreal(
            candidate.amount, sure=not police and min(chance, alone) >= SURE
        ):
            continue
        if is_beside_the_point(candidate.sentence.text, candidate.amount.span, kind):
            continue
        if is_somebody_else(candidate.amount, kind):
            continue
        if quantity.low == 1 and (chance < LEAST_OF_ONE or (police and _is_member(candidate.amount))):
            continue
        more.append(_finding(candidate, kind, chance))
        insort(told, Told(candidate.at, kind, quantity), key=lambda one: one.at)
        page.memo.setdefault(RULE, {})[more[-1].span.start, kind] = features
        if not police:
            told_so = judging.in_words(_deep(page, candidate), judging.FIGURES, kind)
            page.memo.setdefault(DEEP, {})[more[-1].span.start, kind] = told_so
    return more


def reasons(page: Page, start: int, kind: str) -> list[str]:
    """What spoke loudest for a count that was read so, in words with its weight; nothing for one of a rule."""
    features = page.memo.get(RULE, {}).get((start, kind))
    if features is None:
        return []
    told = [] if (start, kind) not in page.memo.get(DEEP, {}) else [page.memo[DEEP][start, kind]]
    return [*told, *figures.BOOK.all_of(learned.model(MODEL).reasons(features, kind), learned.REASONS)]


def features_of(page: Page, candidate: Candidate, told: list[Told]) -> list[str]:
    """All that the model is told of a figure; ``told`` are the other counts, in the order of the text."""
    sentence, amount = candidate
    return [*of_figure(amount), *around(page, sentence, candidate.at, amount.quantity, told)]


def told_by(finding: Finding) -> Told:
    """A count as the features know it."""
    assert finding.quantity is not None
    return Told(finding.span.start, _SAME.get(finding.kind, finding.kind), finding.quantity)


def is_of(candidate: Candidate, span: Span, quantity: Quantity | None) -> bool:
    """True for a claim of just this figure."""
    shared = span.start < candidate.end and candidate.at < span.end
    return shared and quantity is not None and _alike(quantity, candidate.amount.quantity, vague=True)


def _alike(one: Quantity, other: Quantity, *, vague: bool = False) -> bool:
    """The same bounds; vague amounts are alike only where ``vague`` says so."""
    if Qualifier.VAGUE in (one.qualifier, other.qualifier):
        return vague and one.qualifier is other.qualifier
    return (one.low, one.high) == (other.low, other.high)


def linear(features: list[str]) -> dict[str, float]:
    """The chance (0 to 1) of each kind, or none, by the linear model alone."""
    return learned.model(MODEL).chances(features)


def chances(page: Page, candidate: Candidate, told: dict[str, float]) -> dict[str, float]:
    """The chance (0 to 1) that a figure is of each kind, or none; ``told`` has those of the linear model.

    The local report of one crime, of which there are many and which tell little else, is left to the linear model.
    """
    if is_police_report(page):
        return told
    return judging.both(told, _deep(page, candidate), judging.FIGURES)


def _deep(page: Page, candidate: Candidate) -> Floats:
    """What the transformer makes of a figure: the log-chances of ``judging.FIGURES``."""
    sentence = candidate.sentence
    return judging.figure(encoded(page, sentence), *span_in(sentence, Span(candidate.at, candidate.end)))


def likeliest(told: dict[str, float]) -> str:
    """The kind of claim with the highest chance."""
    return max((kind for kind in told if kind != NONE), key=lambda kind: told[kind])


def _lists(candidate: Candidate, finding: Finding) -> bool:
    """True for a member of a list that a rule added up ("a woman and two sons")."""
    inside = finding.span.start <= candidate.at < finding.span.end
    return inside and finding.notes.get("how") == "list"


def counts(amount: Amount, kind: str) -> bool:
    """True when what is counted may have come to this: people were killed, things destroyed."""
    noun = amount.noun
    if noun is None:
        return True
    thing = nouns.is_category(noun.text, "thing")
    return thing == (kind in THING_KINDS) and not nouns.is_category(noun.text, "unit")


def _is_unreal(amount: Amount, *, sure: bool) -> bool:
    """True where the nearest word of a claim asserts nothing that happened ("shot at 40 hostages but hit none").

    Also what would have come upon a condition and what is called untrue; of a figure that is ``sure`` only these,
    and where killing is only imagined.
    """
    words = triggers(amount.head.doc)
    verb = _verb(amount)
    if verb is not None and conditional(verb):
        return True
    near = [word for word in words if word.token is verb]
    near += sorted(words, key=lambda word: abs(word.token.i - amount.key))[:1]
    if any(called_untrue(word.token) for word in near):
        return True
    if sure:
        return any(imagined(word, most=amount.quantity.qualifier is Qualifier.UP_TO) for word in near)
    return bool(near) and unreal(near[-1]) is not None


def _is_member(amount: Amount) -> bool:
    """'one of the teens': somebody of those told of elsewhere."""
    behind = amount.head.i + 1
    words = amount.head.doc.words
    return behind < len(words) and words[behind].lower_ == "of"


_PART_BEFORE = re.compile(r"\b(?:including|incl\.|(?:among|of)\s+(?:them|whom|these|those)),?\W*$", re.IGNORECASE)
_PART_BEHIND = re.compile(r"\W*(?:(?:[\w-]+\s+){0,3}?(?:among|of)\s+(?:them|whom|these|those)\b)", re.IGNORECASE)


def _is_part(amount: Amount) -> bool:
    """'ten soldiers, four officers among them', 'of whom 30 are children': a part of another count."""
    text = amount.head.doc.text
    if amount.quantity.low == 1 and _is_member(amount):
        return True
    return bool(
        _PART_BEFORE.search(text[: amount.span[0]]) or _PART_BEHIND.match(text, amount.last.idx + len(amount.last))
    )


def _finding(candidate: Candidate, kind: str, chance: float) -> Finding:
    sentence, amount = candidate
    who = subjects.phrase(amount)
    first, last = _stretch(amount)
    return Finding(
        kind=kind, span=sentence.span_of(first, last), sentence=sentence, rule=RULE, quantity=amount.quantity,
        subject=amount.head, victims=who, role=subjects.role_of(who), vague_word=amount.vague_word,
        confidence=round(chance, 2), part_of=_is_part(amount), notes={"how": amount.how},
    )  # fmt: skip


_SAYING = word_set("said says say told tells adds added")
"""Verbs of who gives the figure, which are no part of it: 'six crew and three police, it said'."""


def _stretch(amount: Amount) -> tuple[Token, Token]:
    """The words of the quote: the phrase, and its verb where that is near."""
    verb = _verb(amount)
    words = [amount.first, amount.last]
    if verb is not None and verb.lower_ not in _SAYING and min(abs(verb.i - word.i) for word in words) <= NEAR:
        words.append(verb)
    return min(words, key=_place), max(words, key=_place)


def _verb(amount: Amount) -> Token | None:
    """The verb that the figure hangs on."""
    at = amount.noun or amount.head
    return next((word for word in at.ancestors if is_verb(word)), None)


def _place(word: Token) -> int:
    return word.i
