"""The named places of one page: the place of its incident, the towns it is about, what "there" points to."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace
from functools import cached_property

from factcheck import gazetteer
from factcheck.extraction.gates import gated
from factcheck.extraction.page import Finding, Page, Sentence
from factcheck.extraction.places import placenames
from factcheck.extraction.places.homelands import Homelands
from factcheck.extraction.places.incidentplace import LEAD, IncidentPlace
from factcheck.extraction.places.mentions import Hold, Mention, state
from factcheck.extraction.places.pagecountries import borders_in, capital_names, capitals, countries_in
from factcheck.extraction.places.placewords import COUNTRY, DISTRICT, TOWN
from factcheck.extraction.places.sections import section_place
from factcheck.extraction.places.surroundings import in_city, in_county, is_quarter, is_town, lies_in
from factcheck.extraction.places.titlecues import WATER
from factcheck.extraction.places.titleplaces import titled
from factcheck.extraction.places.weighing import Weighing
from factcheck.language.naming import name_key
from factcheck.values import Span

HEAD = 24
"""Sentences of a page that are read for the place of its incident; a claim's own sentence is always read."""

_AT_HOME = frozenset((Hold.LOCATED, Hold.NAMED, Hold.DATELINE, Hold.OFFICE))
_AMERICA = frozenset(("US", "U.S", "U.S.", "USA", "United States", "America"))
_THERE = gated(
    r"\bthere\b(?!\s+(?:is|are|was|were|has|have|had|will|would|may|might|can|could|be|seems?|appears?)\b)", re.I
)
_CAPITAL = gated(
    r"\b(?:in|of|for|at|across|around|near|outside|inside|reached|hit|struck|shook|rocked|entered)\s+the\s+capital\b(?!\s+(?:of|city)\b)",
    re.I,
)

_NATIONWIDE = gated(
    r"\bnation-?wide\b|\bcountry-?wide\b"
    r"|\b(?:in|across|throughout)\s+(?:all\s+of\s+)?the\s+(?:whole\s+|entire\s+)?country\b",
    re.I,
)

_DIRECTION = re.compile(r"(?:remote\s+)?(?:north|south|east|west|central)(?:-?(?:east|west))?(?:ern)?\b", re.I)
"""'western Nepal' is as fine as it is meant."""


class PagePlaces:
    """What the page says of places, worked out once; sentences beyond the head are read when asked for."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self._found: dict[int, list[Mention]] = {}
        self.head = [m for sentence in page.sentences[:HEAD] for m in self.named_in(sentence)]
        title = page.document.title or ""
        self.titled = titled(title, page.text)
        if "border" in title.lower() or "frontier" in title.lower() or self._between(title):
            self.titled += borders_in(
                Sentence(0, 0, Span(0, len(title)), title),
                self.countries,
                whole=self._between(title),
                headline=True,
            )
        self.headline = {name_key(m.name) for m in self.titled}
        self.headline |= {name_key(m.name) for m in self.head if not m.listed and m.name in title}
        self.weighing = Weighing(page, self.head, self.headline)
        self._incident = IncidentPlace(page, self.head, self.titled, self.headline, self.weighing, self.countries)
        self.anchor = self._incident.found

    def _between(self, title: str) -> bool:
        """True for a headline that names two countries and no town, on a page that speaks of their border."""
        pair = self.countries[:2]
        if len(pair) < 2 or not set(pair) <= set(countries_in(title)):
            return False
        return not any(m.fine > COUNTRY for m in self.titled) and "border" in self.page.text

    def named_in(self, sentence: Sentence) -> list[Mention]:
        """The places of one sentence, found when first asked for."""
        found = self._found.get(sentence.index)
        if found is None:
            found = placenames.find(self.page, sentence)
            if "border" in sentence.text or "frontier" in sentence.text:
                found += borders_in(sentence, self.countries)
            self._found[sentence.index] = found
        return found

    @cached_property
    def countries(self) -> list[str]:
        """The countries of which the page speaks, the most frequent first."""
        return countries_in(f"{self.page.document.title or ''}\n{self.page.text}")

    @cached_property
    def country(self) -> str | None:
        """The country that the page is about: the one most named, else that of its towns."""
        if self.countries:
            return self.countries[0]
        codes = Counter(gazetteer.country_of(m.name) for m in self.head if m.listed and m.fine > COUNTRY)
        code = codes.most_common(1)[0][0] if codes else None
        return gazetteer.country_name(code) if code else None

    @cached_property
    def _homelands(self) -> Homelands:
        return Homelands(f"{self.page.document.title or ''}\n{self.page.text}", self.head, self.countries)

    @property
    def land(self) -> str | None:
        """The country in which the other places of the page are."""
        return self._homelands.land

    @cached_property
    def towns(self) -> list[Mention]:
        """The listed towns that the page is about, also where only their police or the dateline name them."""
        cued = [m for m in self.titled if m.hold is Hold.LOCATED]
        towns = {
            m.name: m
            for m in sorted(self.head + cued, key=self.weighing.as_town)
            if m.fine == TOWN
            and m.hold in _AT_HOME
            and not is_quarter(m)
            and (m in cued or (m.listed and is_town(m)))
        }
        return sorted(towns.values(), key=self.weighing.as_town, reverse=True)

    def pointed_at(self, sentence: Sentence) -> Mention | str | None:
        """What 'there' or 'the capital' in the sentence means."""
        together = (s for s in self.page.around(sentence, before=5) if s.paragraph == sentence.paragraph)
        if self.country in capitals() and any(_CAPITAL.search(s.text) for s in together):
            return capitals()[self.country]
        if _THERE.search(sentence.text):
            for neighbour in reversed(self.page.around(sentence, before=3)):
                near = [m for m in self.named_in(neighbour) if m.hold >= Hold.NAMED]
                if near:
                    return near[-1]
        return None

    def whole(self, finding: Finding) -> str | None:
        """The country, where a turnout is given nationwide, or for no town on a page that gives it for several."""
        if _NATIONWIDE.search(finding.sentence.text):
            return self.country
        if self.anchor is not None and self.anchor.fine == TOWN and name_key(self.anchor.name) in self.headline:
            return None  # a page about one town that names others beside it
        about = {m.label for m in self.titled if m.fine == TOWN and m.hold is Hold.LOCATED}
        if finding.kind == "attendance" and len(about) == 1:
            return about.pop()
        if finding.kind == "attendance" and self.anchor is not None and " and " in self.anchor.label:
            return self._titled_country()  # "in Paris, Nantes and Lyon" is where something else happened
        towns = {m.name for m in self.head if m.hold is Hold.LOCATED and m.fine == TOWN}
        return self.country if finding.kind == "attendance" and len(towns) > 1 else None

    def _titled_country(self) -> str | None:
        """The country that the headline names, when it names one and no town."""
        names = {m.name for m in self.titled if m.fine == COUNTRY}
        return names.pop() if len(names) == 1 and len(self.titled) == 1 else None

    def carried(self, sentence: Sentence) -> Mention | None:
        """The place that holds for a sentence without its own: of what just happened, else of the incident."""
        for index in range(sentence.index - 1, max(-1, sentence.index - 4), -1):
            if self.page.sentences[index].paragraph != sentence.paragraph:
                break
            named = self.named_in(self.page.sentences[index])
            firm = [m for m in named if m.hold is Hold.LOCATED and m.fine > COUNTRY]
            if firm:
                return max(firm, key=lambda m: (m.eventful, m.span.start))
        return (
            section_place(self.page, sentence)
            or (self._last(sentence) if self._incident.goes_through else None)
            or self.anchor
        )

    def _last(self, sentence: Sentence) -> Mention | None:
        """Of a page without a scene of its own, the town where something happened in the paragraph before."""
        near = self.page.around(sentence, before=4)[:-1]
        firm = [
            m
            for s in near
            if sentence.paragraph - s.paragraph == 1
            for m in self.named_in(s)
            if m.hold is Hold.LOCATED and m.eventful and m.fine >= DISTRICT
        ]
        return firm[-1] if firm else None

    def finer(self, found: Mention) -> Mention:
        """The town of the page instead of the state or county around it; a region that is said stays."""
        county = found.text.endswith(" County")
        anchor = self.anchor
        if anchor is not None and found.sentence < 2 and found.fine < DISTRICT:
            unlisted = not anchor.listed and anchor.fine == TOWN and anchor.sentence < LEAD
            if found.text in anchor.chain or unlisted:
                return anchor
        vague = found.hold < Hold.LOCATED or state(found.name) or found.name in _AMERICA
        if not county and (not (found.fine < DISTRICT and vague) or _DIRECTION.match(found.text)):
            return found
        for town in (self.anchor, *self.towns[:3]):
            if town is None or town.fine <= found.fine:
                continue
            if county and in_county(town, found):
                return town if found.text in town.chain else replace(town, chain=(*town.chain, found.text))
            if not county and lies_in(town, found):
                return town
        return found

    def label(self, mention: Mention) -> str:
        """The mention's own words; a quarter, a suburb or a site that no list has, with the town of the page."""
        if mention.chain or (mention.fine < TOWN and not is_quarter(mention)) or WATER.search(mention.name):
            return mention.label
        same = next((m for m in self.head if m.chain and m.name == mention.name), None)
        if same is not None:
            return ", ".join((mention.text, *same.chain))
        for town in self.towns[:4]:
            if town.name == mention.name:
                continue
            if name_key(town.name) in name_key(mention.label):
                return mention.label
            if is_quarter(mention) or (self._is_home(town) and in_city(mention, town)):
                return f"{mention.label}, {town.name}"
        return mention.label

    def _is_abroad(self, town: Mention) -> bool:
        """True for a town in neither of the two countries of which the page speaks most, if it names two."""
        code = gazetteer.country_of(town.name)
        land = gazetteer.country_name(code) if code else ""
        return len(self.countries) > 1 and land not in (*self.countries[:2], "", "United States")

    def _is_home(self, town: Mention) -> bool:
        """True for the town of a local page: in its dateline (unless a capital), its headline or its police."""
        key = name_key(town.name)
        if town.hold in (Hold.DATELINE, Hold.OFFICE) and (town.name in capital_names() or self._is_abroad(town)):
            return False
        return town.hold in (Hold.DATELINE, Hold.OFFICE) or key in self.headline or self.weighing.votes[key] > 1
