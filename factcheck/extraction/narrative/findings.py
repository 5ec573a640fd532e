"""Blame, denial and status: the claims that carry no figure."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from types import ModuleType
from typing import NamedTuple

from factcheck.extraction.counts.quantities import Reading
from factcheck.extraction.counts.rejected import only_told_of
from factcheck.extraction.furniture import foreign
from factcheck.extraction.narrative.asserted import asserted, contested
from factcheck.extraction.narrative.blame import blame
from factcheck.extraction.narrative.blame.failings import faults
from factcheck.extraction.narrative.denial import denial
from factcheck.extraction.narrative.denial.meant import with_what_is_meant
from factcheck.extraction.narrative.learned import gate, reader, secondlook
from factcheck.extraction.narrative.status import conditions, positions, status
from factcheck.extraction.page import Finding, Page, Sentence
from factcheck.extraction.voices import quotations, statements
from factcheck.extraction.voices.voices import verbs
from factcheck.lexicons import column, word_set

_TOLL = re.compile(
    r"\b(?:kill(?:ed|ing|ings)?|dead|die[ds]?|dying|deaths?|fatalities|bodies|murder(?:ed|ing)?|execut(?:ed|ing)|massacr(?:ed|ing)"
    r"|shot|wound(?:ed|ing)|injur(?:ed|ing)|hurt|captur(?:ed|ing)|missing|casualties|loss(?:es)?|los(?:t|ing)|displac(?:ed|ing)"
    r"|driven\s+out|kidnapp(?:ed|ing)|abduct(?:ed|ing)|arrest(?:ed|ing)|detain(?:ed|ing))\b",
    re.IGNORECASE,
)


_PARTS = (denial, blame, faults, status, conditions, positions, contested, asserted)


def may_hold(sentence: Sentence, said: bool = True) -> bool:
    """True for a sentence that can carry blame, a denial or a status; cheap, so that only such ones are parsed.

    ``said``: whether somebody may say what stands in it; the outlet's own words blame nobody.
    """
    return _first_part(sentence, said) < len(_PARTS)


def _first_part(sentence: Sentence, said: bool) -> int:
    """The number of the first part that may find something in a sentence; of all parts when none may."""
    text, words = sentence.text, sentence.words
    for number, part in enumerate(_PARTS):
        if part.may_hold(text, words, said):
            return number
    return len(_PARTS)


_VERBS_ALONE = word_set("go continue post own see put give count list record show")


@cache
def _speaking() -> frozenset[str]:
    """Words of which a sentence has one in which somebody is said to say something."""
    told = {form for form, (base, _, _) in verbs().items() if base not in _VERBS_ALONE and form != "held"}
    return frozenset(
        told
        | {"according", "believed", "called", "calls", "described"}
        | set(column("figure_nouns", "noun", "stance"))
    )


def _said(page: Page, sentence: Sentence) -> bool:
    """True where somebody may speak: a verb of saying, a label, quotation marks, a statement by a body."""
    if not sentence.words.isdisjoint(_speaking()) or _MARK.search(sentence.text) is not None:
        return True
    if statements.issuer(page) is not None:
        return True
    return any(span.start <= sentence.span.start < span.end for span in quotations.spans(page))


_MARK = re.compile(r"[\"“”«»:]|^(?i:for|if) ")


class _Candidate(NamedTuple):
    """A sentence that needs a parse, whether somebody may speak in it, and the first part that may find there."""

    sentence: Sentence
    said: bool
    first: int

    def may_be_of(self, number: int) -> bool:
        """True where a part may find something; up to the first that may, all were asked before."""
        if self.said and number <= self.first:
            return number == self.first
        return bool(_PARTS[number].may_hold(self.sentence.text, self.sentence.words))


def wanted(page: Page) -> list[Sentence]:
    """The sentences of a page that need a parse for blame, denials and states; one that stands twice only once."""
    return [candidate.sentence for candidate in _candidates(page)]


def _candidates(page: Page) -> list[_Candidate]:
    if "narrative" not in page.memo:
        first = {sentence.text.strip().casefold(): sentence for sentence in reversed(page.sentences)}
        own = (sentence for sentence in first.values() if sentence.index not in foreign(page))
        kept = sorted(own, key=lambda sentence: sentence.index)
        told = [(sentence, _said(page, sentence)) for sentence in kept]
        asked = (_Candidate(sentence, said, _first_part(sentence, said)) for sentence, said in told)
        page.memo["narrative"] = [candidate for candidate in asked if _is_read(page, candidate)]
    found: list[_Candidate] = page.memo["narrative"]
    return found


def _is_read(page: Page, candidate: _Candidate) -> bool:
    """True where a rule, or the model of statements alone, may find something."""
    if candidate.first < len(_PARTS):
        return True
    return candidate.said and gate.worth_a_parse(candidate.sentence) and gate.is_read(page)


def find(page: Page, counted: Sequence[Finding] = ()) -> list[Finding]:
    """The blame, denial and status claims of a page in the order of its text.

    ``counted``: its counts; what is only asserted of a contested thing is no state where a count stands.
    """
    found = secondlook.believed(page, by_rules(page, counted))
    added = reader.find(page, found)
    told = [*(f for f in found if f.rule not in reader.YIELDING or not _overlaps(f, added)), *added]
    return sorted([with_what_is_meant(page, f) if f.kind == "denial" else f for f in told], key=_place)


def _place(finding: Finding) -> tuple[int, int]:
    return finding.span.start, finding.span.end


def by_rules(page: Page, counted: Sequence[Finding] = ()) -> list[Finding]:
    """Those that the rules find, in the order of the text."""
    found: list[Finding] = []
    for candidate in _candidates(page):
        if candidate.sentence.tokens is None:
            continue
        for number, part in enumerate(_PARTS):
            if candidate.may_be_of(number):
                found += _where_free(part, page, candidate.sentence, [*counted, *found])
    found = [_keep_figures(finding) if finding.kind == "denial" else finding for finding in found]
    return sorted(_without_doubles(found), key=_place)


def _where_free(part: ModuleType, page: Page, sentence: Sentence, found: list[Finding]) -> list[Finding]:
    """What a part finds; what is only asserted yields to all that was found before."""
    new = list(part.find(page, sentence))
    return [f for f in new if not _overlaps(f, found)] if part in (contested, asserted) else new


def _overlaps(finding: Finding, others: list[Finding]) -> bool:
    return any(finding.span.overlaps(other.span) for other in others)


def _keep_figures(finding: Finding) -> Finding:
    """A denied figure keeps the figure: "denied that 40 sailors had died", not "a part in the death of 40"."""
    tokens = finding.sentence.tokens
    if tokens is None or _TOLL.search(finding.target or "") is None:
        return finding
    inside = finding.span.start - finding.sentence.span.start, finding.span.end - finding.sentence.span.start
    figures = [a for a in Reading(tokens).figures if inside[0] <= a.first.idx and a.last.idx < inside[1]]
    if len(figures) == 1 and figures[0].quantity.stated and not only_told_of(figures[0].head, inside[0]):
        finding.quantity = figures[0].quantity
    return finding


def _without_doubles(found: list[Finding]) -> list[Finding]:
    kept: list[Finding] = []
    for finding in found:
        if not any(
            finding.kind == other.kind
            and finding.span.overlaps(other.span)
            and finding.notes.get("speaker") == other.notes.get("speaker")
            for other in kept
        ):
            kept.append(finding)
    return kept
