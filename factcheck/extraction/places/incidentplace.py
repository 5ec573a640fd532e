"""The place of the incident that a whole page tells of, chosen among all places that it names."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace

from factcheck import gazetteer
from factcheck.extraction.page import Page
from factcheck.extraction.places.called import is_person
from factcheck.extraction.places.mentions import NAME, NO_START, Hold, Mention, known, peoples
from factcheck.extraction.places.pagecountries import capital_names, countries_in
from factcheck.extraction.places.placewords import COUNTRY, DISTRICT, TOWN
from factcheck.extraction.places.surroundings import is_town, lies_in
from factcheck.extraction.places.weighing import Weighing
from factcheck.language.naming import name_key
from factcheck.values import Span

TITLE_LOSS = 1.5
"""What a headline weighs less than the text: it names the town of the victim or of the paper as readily."""

CUED_LOSS, WIDE_LOSS = -0.3, 2.0
"""The same where the words of the headline itself make the name a place, and where that is a country or region."""

LATE_LOSS = 0.0
"""The same for a town in a headline or region against a place that the page names late, once."""

WEAK = 3.4
"""Weight below which no word ties the heaviest place to what happened: a bare name of a town does as well."""

_CLASH = re.compile(
    r"\b(?:cease-?fires?|truces?|clash(?:es|ed)?|(?:border\s+)?fighting|hostilities|skirmish(?:es)?)\b", re.I
)

_LOCAL_OFFICE = re.compile(
    r"\b(?:(?:Police|Fire|Sheriff\S*|Health)\s+(?:Department|Service|Brigade|District|Office|Authority)|Police"
    r"|Fire\s+Brigade"
    r"|(?:City|County|Municipal|Provincial|Regional|Oblast|Military|District|State)\s+(?:Government"
    r"|Administration|Council|Authority"
    r"|Hall|Emergency|Disaster)|Municipality|Prefecture|Governorate|Mayor(?:['’]s\s+Office|alty)?|Prefect"
    r"|Oblast)\b"
)
"""Offices of one town or region: what they report, happened there if they do not say where."""

_AT_HOME = re.compile(
    r"\b(?:Red\s+(?:Cross|Crescent)|Home\s+(?:Affairs|Ministry|Office)|Interior|Health|Education|Labou?r|Transport|Agriculture"
    r"|Disaster|Emergenc(?:y|ies)|Civil\s+(?:Protection|Defen[cs]e)|Police|Prisons?|Ombuds\w+|Statistics|Elections?|Electoral"
    r"|Prosecutor\w*|Justice|Trade\s+Unions?|Bar\s+Association|Fire)\b"
)
"""Bodies that speak of their own country where they name no other."""

LEAD_LENGTH = 500
"""Characters of a page in which fighting between the two countries of its headline must be spoken of."""

LEAD = 6
"""Sentences in which the place inside a region is named that the headline or the first words leave out."""


OPENING = 3
"""Sentences whose country or region is the scene of a page that names a place in it only late, once."""


def _elsewhere(inner: Mention, wide: Mention) -> bool:
    """True for a listed place in another country than the wide one."""
    lands = gazetteer.country_of(inner.name) if inner.listed else None, gazetteer.country_of(wide.name)
    return None not in lands and lands[0] != lands[1]


@dataclass(slots=True)
class IncidentPlace:
    """The choice for one page: the places of its first sentences and of its headline, and what they weigh.

    ``found`` is the place, None when the page names none; ``goes_through``: it is but the country or region of a
    page that goes through several places.
    """

    page: Page
    head: list[Mention]
    titled: list[Mention]
    headline: set[str]
    weighing: Weighing
    countries: list[str]
    found: Mention | None = field(init=False, default=None)
    goes_through: bool = field(init=False, default=False)

    def __post_init__(self) -> None:
        self.found = self._place()

    def _place(self) -> Mention | None:
        """The place of the page's incident, finer than the region around it when the lead names one in it."""
        chosen = self._chosen()
        if chosen is None or self._is_late(chosen):
            chosen = self._publisher() or chosen
        late = chosen is not None and self._is_late(chosen)
        wide = self._around(chosen) if chosen is not None and late else None
        self.goes_through = wide is not None
        if wide is None and (late or chosen is None):
            wide = self._land()
        chosen = wide or chosen
        border = chosen is not None and chosen.text.endswith(" border")
        if chosen is None or (chosen.fine >= DISTRICT and not border):
            return chosen
        inner: dict[str, Mention] = {}
        for m in self.head:
            if m.fine >= DISTRICT and m.hold >= Hold.NAMED and m.sentence < LEAD and (m.eventful or not m.listed):
                inner.setdefault(m.name, m)
        if not inner or len(inner) > 2:
            return chosen
        found = max(inner.values(), key=self.weighing.first)
        if is_town(found) and gazetteer.known(chosen.name) and not lies_in(found, chosen):
            return chosen
        alone = found.chain or found.text.endswith(" border")
        return found if alone else replace(found, chain=(chosen.text, *chosen.chain))

    def _publisher(self) -> Mention | None:
        """The town or region of a police, city or county office that reports: 'Tulsa Police Department'."""
        source = self.page.document.source or ""
        if _LOCAL_OFFICE.search(source) is None:
            return None
        for run in NAME.finditer(source):
            found = known(run.group(), 0, 0)
            if found is not None and found.fine > COUNTRY:
                return replace(found, span=Span(0, 0), hold=Hold.OFFICE)
        return None

    def _land(self) -> Mention | None:
        """The country of a body that works at home: 'Kenya Red Cross', 'Ministry of Home Affairs, Bangladesh'."""
        source = self.page.document.source or ""
        lands = countries_in(source) if _AT_HOME.search(source) is not None else []
        if len(lands) != 1 or self.countries[:1] not in ([], lands):
            return None
        return Mention(lands[0], lands[0], Span(0, 0), 0, Hold.OFFICE, COUNTRY)

    def _is_late(self, chosen: Mention) -> bool:
        """True for a place that neither the headline nor the first sentences name, and no more than one does."""
        key = name_key(chosen.name)
        return chosen.sentence >= LEAD and key not in self.headline and self.weighing.votes[key] < 2

    def _around(self, inner: Mention) -> Mention | None:
        """The country or region of the headline, or the one with which the page opens."""
        wide = [m for m in self.titled if m.fine < DISTRICT and (not inner.listed or lies_in(inner, m))]
        if wide:
            return replace(max(wide, key=self.weighing.first), eventful=True)
        opening = [
            m
            for m in self.head
            if m.sentence < OPENING
            and m.fine < DISTRICT
            and m.hold >= Hold.NAMED
            and m.eventful
            and not _elsewhere(inner, m)
        ]
        return max(opening, key=self.weighing.first, default=None)

    def _chosen(self) -> Mention | None:
        """The heaviest place, or both countries of a headline that tells of fighting between the two."""
        best, pair = self._heaviest(), self.countries[:2]
        if best is None or best.fine != COUNTRY or best.name not in pair or best.eventful or len(pair) < 2:
            return best
        title = self.page.document.title or ""
        both = set(pair) <= set(countries_in(title)) and not any(m.fine > COUNTRY for m in self.titled)
        if not both or _CLASH.search(f"{title}\n{self.page.text[:LEAD_LENGTH]}") is None:
            return best
        return replace(best, text=" and ".join(sorted(pair)), listed=False)

    def _heaviest(self) -> Mention | None:
        """The heaviest place of the text or, when it is not much lighter, of the headline."""
        titled = max(self.titled, key=self.weighing.first, default=None)
        best = max(self.head, key=self.weighing.first, default=titled)
        if titled is None and (best is None or self.weighing.weight(best) < WEAK):
            best = self._publisher() or self._bare() or best
        if best is None or titled is None:
            return best
        if titled.fine == TOWN and best.fine < DISTRICT and titled.listed and lies_in(titled, best):
            return titled
        loss = TITLE_LOSS
        if titled.hold is Hold.LOCATED or not titled.listed:
            loss = CUED_LOSS if titled.fine >= DISTRICT else WIDE_LOSS
        elif titled.fine > COUNTRY and self._is_late(best):
            loss = LATE_LOSS
        return titled if self.weighing.weight(best) < self.weighing.weight(titled) - loss else best

    def _bare(self) -> Mention | None:
        """The listed town that the page names first of those it names without a word that makes it a place."""
        for sentence in self.page.sentences[:LEAD]:
            for match in NAME.finditer(sentence.text):
                name, start = match.group().removesuffix("'s").removesuffix("’s"), match.start()
                places = gazetteer.find(name) if start and len(name) > 3 and name not in NO_START else ()
                if not places or places[0].kind not in ("city", "district") or name in capital_names():
                    continue
                if sentence.text[:start].endswith((" the ", "The ")):
                    continue  # "the Wagner group"
                if name not in peoples() and not is_person(name, self.page):
                    at = sentence.span.start + start
                    return Mention(name, name, Span(at, at + len(name)), sentence.index, Hold.NAMED, TOWN)
        return None
