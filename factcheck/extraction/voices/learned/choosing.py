"""Who gives a claim: a learnt choice among the voices around it, where it doubts what the rules say.

The transformer reads it from the sentences around the claim. In the local report of one crime learnt weights
choose, and only where no words tell (``data/learned/voices.csv.gz``; fitted to marked reports, and to what the
rules had said of each before it was read: bench/voices.py).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Set
from dataclasses import dataclass
from math import exp

from factcheck.extraction import learned
from factcheck.extraction.inwords.voices import BOOK
from factcheck.extraction.page import Page
from factcheck.extraction.voices.learned import listening
from factcheck.extraction.voices.learned.candidates import Asked, candidates
from factcheck.extraction.voices.learned.mentions import of_next_part, silent
from factcheck.extraction.voices.learned.sorts import sort_of
from factcheck.extraction.voices.speaking import is_office
from factcheck.language.naming import name_key

MODEL = "voices"
MARGIN = 1.0
"""Log-odds by which another voice must be likelier than the rules'; calibrated on sets left out."""
HEARD, HEARD_STATED = 1.5, 3.0
"""The same for what the transformer hears of a count, and of a charge, denial or state of which rules name nobody.
Asked where words tell who gives a count, too, it righted .004 of the claimants (sets that nobody reads, at margins
of 1), and .011 more of the conflicts reported were none; where rules name who makes a statement, 20 of 443 change,
and the conflicts found stayed. Both ask it twice as often."""
RULES = "the rules say so"


@dataclass(frozen=True, slots=True)
class Chosen:
    """The voice that was taken (None: the page's own), that of the rules, and what spoke for the one."""

    claimant: str | None
    rule: str | None
    reasons: tuple[str, ...] = ()


def as_heard(page: Page, asked: Asked, margin: float, blamed: str | None = None) -> Chosen:
    """The voice that the transformer hears around a claim; that of the rules, unless it is surer by a margin.

    Never one that in the claim's own sentence is silent or does something else, or speaks only in its next part,
    nor whom it blames.
    """
    found = listening.voices(page, asked.sentence, asked.span, asked.claimant)
    rule = asked.claimant
    others = silent(page, asked.sentence) | of_next_part(page, asked.sentence, asked.span.end)
    others |= {name_key(blamed)} if blamed else set()
    best = found.likeliest(lambda name: name == rule or _may_be_heard(page, name, others))
    if found.chance(best) <= found.chance(rule) + margin:
        return Chosen(rule, rule)
    name = "the page itself" if best is None else best
    return Chosen(best, rule, (f"in these sentences {name} says it ({round(100 * exp(found.chance(best)))} %)",))


def _may_be_heard(page: Page, name: str, others: Set[str]) -> bool:
    """False for a mere word, a place, and for ``others``, by their keys."""
    sort = sort_of(page, name)
    word = sort == "small letters" and not is_office(name.split()[-1])
    return not (word or sort == "a place" or name_key(name) in others)


def choose(page: Page, asked: Asked) -> Chosen:
    """The likeliest voice of a claim by weights; that of the rules, unless another is likelier by a margin."""
    weights, found = learned.weights_of(MODEL), candidates(page, asked)
    best = likeliest(found, asked.claimant, weights)
    if best == asked.claimant:
        return Chosen(best, best)
    return Chosen(best, asked.claimant, _reasons(found[best], found.get(asked.claimant, ())))


def likeliest(
    found: Mapping[str | None, Iterable[str]],
    rule: str | None,
    weights: Mapping[str, float],
    margin: float = MARGIN,
) -> str | None:
    """The candidate with most weight, if it has more than the rules' by the margin; else the rules'."""
    sums = {
        voice: sum(weights.get(one, 0.0) for one in set(told))
        for voice, told in found.items()
        if voice is None or voice == rule or may_give(told)
    }
    best = max(sums, key=lambda voice: sums[voice])
    of_rule = next((sums[voice] for voice, told in found.items() if RULES in told), 0.0)
    return best if sums[best] > of_rule + margin else rule


_SPEAKS = re.compile(r"says it \((?!accuse)|speaks in its sentence|spoke |speaks \d|last to speak|issues the page")
_HAS = re.compile(
    r"nsubj of (?:having|saying), over it|in front of the colon|named before, only figures since"
    r"|begins the sentence"
)
_OFFICE = re.compile(
    r"a \w+ body|a hospital|a noun for (?:body|people|voice)|police|ministry|government|army|military|officials"
    r"|authorities|witnesses|residents|villagers|relatives|survivors"
)
_NOBODY = frozenset({"a place", "small letters"})


def may_give(told: Iterable[str]) -> bool:
    """True for a voice that says something near the count, and for a body that has the figure, stands before a
    colon or begins a sentence before: not for whom or what a sentence merely names."""
    known = set(told)
    if not known.isdisjoint(_NOBODY):
        return False
    if any(_SPEAKS.match(one) for one in known):
        return True
    return any(_HAS.match(one) for one in known) and any(_OFFICE.fullmatch(one) for one in known)


def _reasons(told: Iterable[str], others: Iterable[str]) -> tuple[str, ...]:
    """The features that speak loudest for a voice against the rules'."""
    speaking = learned.for_and_against(told, others, learned.weights_of(MODEL))
    return tuple(BOOK.all_of(speaking, learned.REASONS))
