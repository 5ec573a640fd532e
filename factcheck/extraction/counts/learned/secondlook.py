"""Counts of the rules that the learnt model thinks nothing of: some are of another kind, some are none."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from factcheck.extraction.counts.genre import is_police_report
from factcheck.extraction.counts.learned import reader
from factcheck.extraction.counts.learned.reader import Candidate
from factcheck.extraction.counts.learned.refusals import is_beside_the_point
from factcheck.extraction.counts.learned.surroundings import Told
from factcheck.extraction.page import Finding, Page

UNLIKELY = 0.05
"""A rule's kind with a lower chance gives way to one that is ``LIKELY``: of 28 such counts of reports that no rule
was made on, 5 were of the rule's kind."""
LIKELY = 0.6
NEVER = 0.02
"""A count is dropped whose kind has a lower chance where no other is likely and no word of its own makes it one:
of 12 so dropped 10 were wrong. Run ``python -m bench.figures`` when one of these changes."""
TRUSTED = 0.5
"""A count that the linear model thinks likelier is not shown to the transformer: that takes time. Nor is 'one'."""
_UNSURE = frozenset({"casualties", "arrested"})
"""Kinds that say less than the model wants to know, and one that it never saw."""
_OF_WORDS = ("act", "fate", "state", "condition", "event", "people")
"""Rules that rest on a word of the count's own: 'were killed', 'the wounded'."""


def reconsidered(page: Page, found: Sequence[Finding]) -> list[Finding]:
    """The counts of the rules, in their order, some with another kind, without those that are most likely none.

    The local report of one crime tells of its few people in ways of its own: it is left to the rules.
    """
    if is_police_report(page):
        return list(found)
    told = sorted((reader.told_by(one) for one in found if one.quantity is not None), key=lambda one: one.at)
    dropped = set()
    changed = []
    for finding, candidate in _single(page, found):
        own = reader.told_by(finding)
        if own.kind in _UNSURE:
            continue
        others = [one for one in told if one != own and not _is_of(candidate, one)]
        features = reader.features_of(page, candidate, others)
        chances = reader.linear(features)
        if UNLIKELY <= chances.get(own.kind, 1.0) < TRUSTED and own.quantity.low != 1:
            chances = reader.chances(page, candidate, chances)
        if chances.get(own.kind, 1.0) >= UNLIKELY:
            continue
        kind = reader.likeliest(chances)
        if kind != own.kind and chances[kind] >= LIKELY and _may_be(candidate, kind):
            if any(one.kind == kind and _is_of(candidate, one) for one in told):
                dropped.add(id(finding))
                continue
            changed.append((finding, kind, chances[kind], features))
        elif chances[own.kind] < NEVER and not finding.rule.startswith(_OF_WORDS):
            dropped.add(id(finding))
    for finding, kind, chance, features in changed:
        finding.kind, finding.rule, finding.confidence = kind, reader.RULE, round(chance, 2)
        page.memo.setdefault(reader.RULE, {})[finding.span.start, kind] = features
    return [finding for finding in found if id(finding) not in dropped]


def _single(page: Page, found: Sequence[Finding]) -> Iterator[tuple[Finding, Candidate]]:
    """The counts that a single figure makes, with that figure."""
    left = [one for one in found if one.quantity is not None]
    if not left:
        return
    for candidate in reader.candidates(page):
        for finding in left:
            if reader.is_of(candidate, finding.span, finding.quantity):
                left.remove(finding)
                yield finding, candidate
                break


def _is_of(candidate: Candidate, told: Told) -> bool:
    return candidate.at <= told.at < candidate.end and told.quantity == candidate.amount.quantity


def _may_be(candidate: Candidate, kind: str) -> bool:
    amount = candidate.amount
    return reader.counts(amount, kind) and not is_beside_the_point(candidate.sentence.text, amount.span, kind)
