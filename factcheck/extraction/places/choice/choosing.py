"""Where a claim happened, weighed: learnt weights put another place of the page in place of the rules'.

The weights (``data/learned/places.csv.gz``) were fitted to marked reports, and to what the rules had said of each
before it was read (bench/places.py).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from factcheck.extraction import learned
from factcheck.extraction.inwords.places import BOOK
from factcheck.extraction.page import Finding
from factcheck.extraction.places.choice.around import AROUND, INSIDE, key_in, kind_of, pieces
from factcheck.extraction.places.choice.candidates import PageCandidates, key_of
from factcheck.extraction.places.choice.described import Described
from factcheck.extraction.places.lands import with_lands
from factcheck.extraction.places.pageplaces import PagePlaces

MODEL = "places"
MARGIN = 1.5
"""Log-odds by which another place must be likelier than the rules'; calibrated on sets left out
(bench/places.py)."""


MOST = 200
"""Places of a page among which one is chosen; a page that names more is a list, of which the rules say enough, and
to weigh all of them for each of its claims would take for ever."""


@dataclass(frozen=True, slots=True)
class Chosen:
    """The place that was taken, that of the rules, and what is told of the one and of the other."""

    place: str | None
    rule: str | None
    told: tuple[str, ...] = ()
    others: tuple[str, ...] = ()

    def reasons(self) -> list[str]:
        """The features that speak loudest for the one against the other, in words."""
        speaking = learned.for_and_against(self.told, self.others, learned.weights_of(MODEL))
        return BOOK.all_of(speaking, learned.REASONS)


def choose(places: PagePlaces, finding: Finding, rule: str | None) -> Chosen:
    """The likeliest place of a claim; that of the rules, unless another is likelier by the margin."""
    described, sentence = described_places(places), finding.sentence
    if len(described.of_page.found) > MOST:
        return Chosen(rule, rule)
    several = len(described.of_page.in_sentence(sentence)) > 1
    memo: dict[object, Chosen] = places.page.memo.setdefault("places chosen", {})
    asked = (sentence.index, rule, kind_of(finding), finding.span.start if several else 0)
    if asked not in memo:  # claims of a sentence with one place or none are told apart by nothing that matters
        memo[asked] = _chosen(described, finding, rule)
    return memo[asked]


def _chosen(described: Described, finding: Finding, rule: str | None) -> Chosen:
    weights, places = learned.weights_of(MODEL), described.of_page.places
    parts, said = pieces(described, finding, rule)
    known: dict[int, float] = places.page.memo.setdefault("place sums", {})
    sums = {
        key: _sum(of_page, weights, known) + _sum(own, weights, {})
        for key, (of_page, own) in parts.items()
        if AROUND not in of_page
    }
    best = max(sums, key=lambda key: sums[key])
    if best == said or sums[best] <= sums[said] + MARGIN:
        return Chosen(rule, rule)
    found = {key: [*of_page, *own] for key, (of_page, own) in parts.items() if key in (best, said)}
    label = label_of(described.of_page, best, rule, found[best])
    return Chosen(label, rule, tuple(found[best]), tuple(found[said]))


def _sum(told: Sequence[str], weights: Mapping[str, float], known: dict[int, float]) -> float:
    """The weights of some features; ``known`` keeps them by the list, which lives as long as the page."""
    found = known.get(id(told))
    if found is None:
        found = known[id(told)] = sum([weights.get(one, 0.0) for one in told])
    return found


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
    label = with_lands(places.label(one.mention), page.page.text, places.countries, places.land)
    if rule is None or INSIDE not in told:
        return label
    return ", ".join((one.mention.text, *(part for part in rule.split(", ") if part not in one.mention.text)))
