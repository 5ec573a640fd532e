"""Where a claim happened, weighed: learnt weights put another place of the page in place of the rules'.

The weights (``data/learned/places.csv.gz``) were fitted to marked reports, and to what the rules had said of each
before it was read (bench/places.py).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from factcheck.extraction import learned
from factcheck.extraction.inwords.places import BOOK
from factcheck.extraction.page import Finding
from factcheck.extraction.places.choice.around import AROUND, INSIDE, candidates, key_in
from factcheck.extraction.places.choice.candidates import PageCandidates, key_of
from factcheck.extraction.places.choice.described import Described
from factcheck.extraction.places.lands import with_lands
from factcheck.extraction.places.pageplaces import PagePlaces

MODEL = "places"
MARGIN = 1.2
"""Log-odds by which another place must be likelier than the rules'; calibrated on sets left out
(bench/places.py)."""


@dataclass(frozen=True, slots=True)
class Chosen:
    """The place that was taken, that of the rules, and what spoke for the one against the other."""

    place: str | None
    rule: str | None
    reasons: tuple[str, ...] = ()


def choose(places: PagePlaces, finding: Finding, rule: str | None) -> Chosen:
    """The likeliest place of a claim; that of the rules, unless another is likelier by the margin."""
    weights, described = learned.weights_of(MODEL), described_places(places)
    found, said = candidates(described, finding, rule)
    best = likeliest(found, said, weights)
    if best == said:
        return Chosen(rule, rule)
    return Chosen(label_of(described.of_page, best, rule, found[best]), rule, _reasons(found[best], found[said]))


def is_scene(places: PagePlaces, place: str | None) -> bool:
    """True for the place of the page's incident, what lies around it, and where the page has none."""
    anchor = places.anchor
    if anchor is None or place is None:
        return True
    key = key_in(described_places(places).of_page, place)
    return key in map(key_of, (anchor.name, *anchor.chain))


def described_places(places: PagePlaces) -> Described:
    """The candidates of a page, collected once."""
    memo = places.page.memo
    if "place candidates" not in memo:
        memo["place candidates"] = Described(PageCandidates(places))
    found: Described = memo["place candidates"]
    return found


def likeliest(
    found: Mapping[str, Iterable[str]], rule: str, weights: Mapping[str, float], margin: float = MARGIN
) -> str:
    """The candidate with most weight, if it has more than the rules' by the margin; none that is wider."""
    sums = {
        key: sum(weights.get(one, 0.0) for one in set(told)) for key, told in found.items() if AROUND not in told
    }
    best = max(sums, key=lambda key: sums[key])
    return best if sums[best] > sums[rule] + margin else rule


def label_of(page: PageCandidates, key: str, rule: str | None, told: Iterable[str]) -> str:
    """A candidate as the page writes it, with what it lies in: what the rules say, where that is around it."""
    places, one = page.places, page.found[key]
    label = with_lands(places.label(one.mention), page.page.text, places.countries, places.home, places.land)
    if rule is None or INSIDE not in told:
        return label
    return ", ".join((one.mention.text, *(part for part in rule.split(", ") if part not in one.mention.text)))


def _reasons(told: Iterable[str], others: Iterable[str]) -> tuple[str, ...]:
    """The features that speak loudest for a place against the rules'."""
    speaking = learned.for_and_against(told, others, learned.weights_of(MODEL))
    return tuple(BOOK.all_of(speaking, learned.REASONS))
