"""Whom a count without a telling noun counts, weighed: learnt weights put others in place of the rules' people.

The weights (``data/learned/victims.csv.gz``) were fitted to marked reports by ``python -m bench.victims --write``.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from factcheck.extraction import learned
from factcheck.extraction.counts import subjects
from factcheck.extraction.counts.lists import THING_KINDS
from factcheck.extraction.counts.sides import side_in
from factcheck.extraction.counts.victims.candidates import A_NOUN, PEOPLE, Phrase, candidates, state_of
from factcheck.extraction.counts.victims.mentions import stems_of
from factcheck.extraction.inwords.people import BOOK
from factcheck.extraction.page import Finding, Page

MODEL = "victims"
MARGIN = 0.6
"""Log-odds by which others must be likelier than the rules' people; calibrated on sets left out
(bench/victims.py)."""
_MEMO = "weighed victims"

Stems = frozenset[str]


def choose(page: Page, found: Sequence[Finding]) -> None:
    """Every count of people whose own words do not tell whom it counts names the likeliest people of its page.

    Crowds stay what the rules call them, and so do those for whom nothing speaks loudly enough.
    """
    open_ones = [one for one in found if is_open(page, one)]
    chosen = [(one, _chosen(candidates(page, one, found), one.victims or PEOPLE)) for one in open_ones]
    for finding, (words, reasons) in chosen:
        if words is not None:
            why = f"{words} and not {finding.victims or 'nobody named'}, for {'; '.join(reasons)}"
            page.memo.setdefault(_MEMO, {})[finding.span.start, finding.kind] = why
            finding.victims = words
            finding.role, finding.side = subjects.role_of(words), side_in(words)


def is_open(page: Page, finding: Finding) -> bool:
    """True for a count of people, no crowd, whose own words do not tell who they are."""
    able = finding.kind not in THING_KINDS and finding.kind != "attendance"
    return able and finding.notes.get("whom") != "whose losses" and state_of(finding) != A_NOUN


def reason(page: Page, start: int, kind: str) -> str | None:
    """Why a count names others than the rules do; None where it does not."""
    told: str | None = page.memo.get(_MEMO, {}).get((start, kind))
    return told


def likeliest(
    found: Mapping[Stems, Phrase], rule: Stems, weights: Mapping[str, float], margin: float = MARGIN
) -> Stems:
    """The candidate with most weight, if it has more than the rules' by the margin."""
    sums = {key: sum(weights.get(one, 0.0) for one in set(phrase.told)) for key, phrase in found.items()}
    best = max(sums, key=lambda key: sums[key])
    return best if rule in sums and sums[best] > sums[rule] + margin else rule


def _chosen(found: Mapping[Stems, Phrase], rule: str) -> tuple[str | None, tuple[str, ...]]:
    weights, key = learned.weights_of(MODEL), stems_of(rule)
    best = likeliest(found, key, weights) if found else key
    return (None, ()) if best == key else (found[best].words, _reasons(found[best].told, found[key].told))


def _reasons(told: Iterable[str], others: Iterable[str]) -> tuple[str, ...]:
    """The features that speak loudest for a phrase against another."""
    speaking = learned.for_and_against(told, others, learned.weights_of(MODEL))
    return tuple(BOOK.all_of(speaking, learned.REASONS))
