"""The days of a page's incident, weighed: learnt weights put others in place of the rules' where they are surer.

The weights (``data/learned/dates.csv.gz``) were fitted to marked reports, and to what the rules had said of each
before it was read (bench/dates.py).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from factcheck.extraction import learned
from factcheck.extraction.dates.candidates import Days, candidates
from factcheck.extraction.dates.hours import told_after_midnight
from factcheck.extraction.dates.pagetimes import PageTimes
from factcheck.extraction.dates.titledays import titled_days
from factcheck.extraction.inwords.days import BOOK

MODEL = "dates"
MARGIN = 0.3
"""Log-odds by which other days must be likelier than the rules'; calibrated on sets left out (bench/dates.py)."""
FIRM = 0.6
"""The same against days of the title and spans that the rules give, though words of the page say them: on unread
pages 12 of 23 titles are right and 6 of 34 spans, 183 of 393 single days of the text."""
NIGHT = 2
"""Days of a night, which stays: others in its place are wrong as often as right."""


@dataclass(frozen=True, slots=True)
class Chosen:
    """The days that were taken, those that the rules give, and what spoke for the one against the other."""

    days: Days
    rule: Days
    reasons: tuple[str, ...] = ()


def choose(times: PageTimes, rule: Days) -> Chosen:
    """The likeliest days of the page's incident; those of the rules, unless others are likelier by a margin.

    The day before a page that is stamped after midnight stays, a night of the text, a longer span of the title.
    """
    if rule is not None and told_after_midnight(times):
        return Chosen(rule, rule)
    titled = rule is not None and rule == titled_days(times)
    if titled and rule is not None and rule.days > NIGHT:
        return Chosen(rule, rule)
    weights, found = learned.weights_of(MODEL), candidates(times, rule)
    best = likeliest(found, rule, weights, titled=titled)
    if best == rule:
        return Chosen(rule, rule)
    return Chosen(best, rule, _reasons(found[best], found[rule]))


def likeliest(
    found: Mapping[Days, Iterable[str]],
    rule: Days,
    weights: Mapping[str, float],
    margin: float = MARGIN,
    *,
    titled: bool = False,
) -> Days:
    """The candidate with most weight, if it has more by the margin than the days that the rules give.

    A night of the text stays; against other spans, and days of the title (``titled``), a larger margin holds. Only
    a day on which something was or happened may take the place of theirs, never that of a mere statement or count;
    where they give one also a day that the title names or from which the page counts, and a span from theirs on,
    but no day at all never. What comes behind a span is an aftermath.
    """
    if rule is not None and rule.days == NIGHT and not titled:
        return rule
    found = {days: told for days, told in found.items() if days == rule or (days and _may_be(told, rule))}
    if titled or (rule is not None and rule.days > 1):
        margin = max(margin, FIRM)
    if rule is not None and rule.days > NIGHT:  # "charged on Friday with the killings of August"
        found = {days: told for days, told in found.items() if days and days.first <= rule.last}
    sums = {days: sum(weights.get(one, 0.0) for one in set(told)) for days, told in found.items()}
    best = max(sums, key=lambda days: sums[days])
    return best if sums[best] > sums[rule] + margin else rule


_TOLD = frozenset(
    (
        "begins with the title",
        "begins with a numbered day",
        "begins as the page counts back",
        "begins where the rules say",
    )
)


def _may_be(told: Iterable[str], rule: Days) -> bool:
    return any(_happens(one) or (rule is not None and one in _TOLD) for one in told)


def _happens(told: str) -> bool:
    return told.startswith(("begins with what happened,", "begins with what was,", "begins with an aftermath,"))


def days_in_words(days: Days) -> str:
    """'2024-05-03', '2024-05-03 to 2024-05-06', 'no day'."""
    if days is None:
        return "no day"
    return f"{days.first}" if days.days == 1 else f"{days.first} to {days.last}"


def _reasons(told: Iterable[str], others: Iterable[str]) -> tuple[str, ...]:
    """The features that speak loudest for days against others."""
    speaking = learned.for_and_against(told, others, learned.weights_of(MODEL))
    return tuple(BOOK.all_of(speaking, learned.REASONS))
