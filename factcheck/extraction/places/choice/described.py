"""What a page tells of each place that it names, in words: where, how often and beside what it is named."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from factcheck import gazetteer
from factcheck.extraction.places import placewords
from factcheck.extraction.places.called import is_person
from factcheck.extraction.places.choice.candidates import Candidate, PageCandidates, key_of
from factcheck.extraction.places.mentions import Hold, Mention
from factcheck.extraction.places.pagecountries import capital_names
from factcheck.extraction.places.pageplaces import HEAD
from factcheck.lexicons import word_set

MOST = 6
"""Mentions of a place whose neighbouring words count."""
HARM = word_set(
    "killed dead died deaths death wounded injured hurt casualties toll bodies victims missing shot kill dying die"
    " slain"
)
"""Words of a sentence that tells of dead or hurt."""
HOLDS = {
    Hold.SAID: "where somebody spoke", Hold.OFFICE: "an office's place", Hold.HOME: "where somebody is from",
    Hold.DATELINE: "the dateline", Hold.AFTERMATH: "of an aftermath", Hold.NAMED: "named without “in”",
    Hold.LOCATED: "behind “in” or “at”",
}  # fmt: skip
_GROUPS = {(0,): "country", (1,): "region", (2, 3): "town", (1, 2, 3): "place"}
_ORDER = ("first", "second", "third")
_ONE_HOLD = (Hold.SAID, Hold.DATELINE, Hold.OFFICE)


class Described:
    """The candidates of a page with what it tells of each, worked out when first asked for."""

    def __init__(self, candidates: PageCandidates) -> None:
        self.of_page, self._places = candidates, candidates.places
        self._page = candidates.page
        self._text = self._page.text
        self.for_kinds = dict[tuple[str, str, str], list[str]]()  # by candidate, the rules' one, sort of claim
        self._ranks = dict[str, list[str]]()
        head = self._page.sentences[:HEAD]
        self._tolls = frozenset(s.index for s in head if not HARM.isdisjoint(s.words))
        self._first_toll = min(self._tolls, default=-1)
        self._rank()
        self._most = max((len(c.sentences) for c in candidates.found.values()), default=0)

    def told(self, key: str) -> list[str]:
        """What the page tells of a candidate."""
        candidate = self.of_page.found[key]
        if not candidate.told:
            candidate.told = list(dict.fromkeys(self._told(key, candidate)))
        return candidate.told

    def _rank(self) -> None:
        """Which of equally fine places is named first, and which most."""
        for fine, what in _GROUPS.items():
            group = [(k, c) for k, c in self.of_page.found.items() if c.mention.fine in fine and c.mentions]
            early = sorted(group, key=lambda kc: min((m.sentence, m.span.start) for m in kc[1].mentions))
            for at, (key, _) in enumerate(early[:3]):
                alone = " of one" if len(early) == 1 else ""
                self._ranks.setdefault(key, []).append(f"{_ORDER[at]} {what} named{alone}")
            often = sorted(group, key=lambda kc: -len(kc[1].sentences))
            counts = [len(c.sentences) for _, c in often] + [0]
            for at, (key, _) in enumerate(often[:3]):
                lead = counts[at] - (counts[0] if at else counts[1])
                told = f"{_ORDER[at]} of all {what} names by how often, by {max(-3, min(3, lead))}"
                self._ranks.setdefault(key, []).append(told)

    def _told(self, key: str, one: Candidate) -> Iterator[str]:
        mention, place = one.mention, one.place
        yield one.sort
        yield f"{one.sort}, {'listed' if place is not None else 'in no list'}"
        last = mention.text.rsplit(" ", 1)[-1].lower()
        if last in placewords.TYPES:
            yield f"called a {last}"
        if place is not None:
            yield f"{place.kind} of {_size(place.population)}"
            home = gazetteer.country_name(place.country) in self._places.countries[:1]
            yield "in the page's country" if home else "in another country"
        if mention.name in capital_names():
            yield "a capital"
        if is_person(mention.name, self._page):
            yield "a surname, too"
        if f" {mention.name.lower()} " in self._text:
            yield "also written small"
        if mention.name in (self._page.document.source or ""):
            yield "in the name of the publisher"
        yield from (f"got in by {sort}" for sort in sorted(one.sorts) if sort)
        yield from self._ranks.get(key, ())
        yield from self._of_mentions(one)
        yield f"{min(3, self._inside(one))} places of the page lie in it"
        yield from self._by_rules(key, one)

    def _by_rules(self, key: str, one: Candidate) -> Iterator[str]:
        anchor = self._places.anchor
        if anchor is None:
            return
        if key_of(anchor.name) == key:
            yield "the page's incident, by the rules"
        elif any(key_of(around) == key for around in anchor.chain):
            yield "around the page's incident, by the rules"
        weight = self._places.weighing.weight
        best = max((weight(m) for m in one.mentions if m.sentence < HEAD), default=-9.0)
        yield f"{_gap(weight(anchor) - best)} than the page's incident, by the rules"

    def _of_mentions(self, one: Candidate) -> Iterator[str]:
        text = [m for m in one.mentions if id(m) not in self.of_page.in_title]
        if len(text) < len(one.mentions):
            yield "in the title"
            yield f"in the title, {one.sort}"
        sentences = sorted({m.sentence for m in text})
        yield f"named in {_count(len(sentences))} sentences"
        yield f"first named in {_nth(sentences[0]) if sentences else 'the title alone'}"
        if len(one.sentences) == self._most:
            yield "named most"
        holds = Counter(m.hold for m in text)
        for hold, count in holds.items():
            yield HOLDS[hold]
            if count > 1:
                yield f"{HOLDS[hold]}, more than once"
        yield from (f"only {HOLDS[hold]}" for hold in _ONE_HOLD if set(holds) == {hold})
        yield f"{min(3, sum(m.eventful for m in text))} times beside what happened"
        if any(m.eventful and m.sentence < 2 and m.hold is Hold.LOCATED for m in text):
            yield "beside what happened, in the lead"
        yield from self._of_tolls(text, sentences)
        for mention in text[:MOST]:
            yield from self._beside(mention)

    def _of_tolls(self, text: list[Mention], sentences: list[int]) -> Iterator[str]:
        first = self._first_toll
        if first in sentences:
            yield "in the first sentence of dead or hurt"
            firm = max(m.hold for m in text if m.sentence == first)
            yield f"in the first sentence of dead or hurt, {HOLDS[firm]}"
        elif first > 0 and first - 1 in sentences:
            yield "just before the first sentence of dead or hurt"
        yield f"{min(4, len(self._tolls.intersection(sentences)))} times in a sentence of dead or hurt"

    def _beside(self, mention: Mention) -> Iterator[str]:
        text, span = self._text, mention.span
        before = text[max(0, span.start - 24) : span.start].split()
        after = text[span.end : span.end + 20]
        next_one = (
            after.split()[0].lower().strip(".,;:()[]\"'“”’") if after[:1].isspace() and after.strip() else ""
        )
        yield f"behind “{before[-1].lower() if before else ''}”"
        yield f"before “{next_one or after[:1].strip()}”"

    def _inside(self, outer: Candidate) -> int:
        """How many candidates lie in it, as far as the page or the gazetteer says."""
        names, here = {outer.mention.name, outer.mention.text}, outer.place
        return sum(
            inner is not outer
            and (
                any(m.chain and not names.isdisjoint(m.chain) for m in inner.mentions)
                or (here is not None and lies_within(here, inner.place))
            )
            for inner in self.of_page.found.values()
        )


def lies_within(outer: gazetteer.Place | None, inner: gazetteer.Place | None) -> bool:
    """True when the gazetteer has the inner place in the outer one, which is another."""
    return outer is not None and inner is not None and outer != inner and gazetteer.contains(outer, inner)


def _count(number: int) -> str:
    return str(number) if number < 4 else "4 or 5" if number < 6 else "6 or more"


def _nth(index: int) -> str:
    return str(index + 1) if index < 3 else "4 to 6" if index < 6 else "7 to 12" if index < 12 else "13 or later"


def _size(people: int) -> str:
    steps = (
        (2_000, "few people"),
        (20_000, "thousands"),
        (100_000, "ten thousands"),
        (1_000_000, "hundred thousands"),
    )
    return next((name for limit, name in steps if people < limit), "millions")


def _gap(gap: float) -> str:
    steps = ((-0.2, "heavier"), (0.3, "as heavy"), (1.2, "little lighter"), (2.5, "lighter"))
    return next((name for limit, name in steps if gap < limit), "much lighter")
