"""Where it happened: the most precise place that a report ties to one claim, or None when it does not say.

The place in the claim's own clause counts first, then its sentence, what "there" or "the capital" points to, and last
the place of the incident that the whole page tells of. Where somebody stood who spoke of it does not count.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace
from functools import cache, cached_property
from math import log10

from factcheck import gazetteer, lexicons
from factcheck.extraction import placenames, placewords
from factcheck.extraction.happening import Telling, telling
from factcheck.extraction.nearness import distance
from factcheck.extraction.page import Finding, Page, Sentence
from factcheck.extraction.placenames import Hold, Mention
from factcheck.extraction.placewords import COUNTRY, DISTRICT, TOWN
from factcheck.naming import name_key
from factcheck.values import Span


HEAD = 24
"""Sentences of a page that are read for the place of its incident; a claim's own sentence is always read."""


TITLE_LOSS = 1.5
"""What a headline weighs less than the text: it names the town of the victim or of the paper as readily."""

FAR_KM = 150.0
"""Beyond it a namesake is another place."""

COUNTY_KM = 45.0
"""How far a town lies from the middle of its county at most."""

NEAR_KM = 30.0
"""How far a suburb lies from its city at most, to be shown with it."""


def place_of(page: Page, finding: Finding) -> str | None:
    """The place of the counted or asserted thing as the page writes it, with what it lies in when that is said."""
    places = _places(page)
    found = (
        _in_sentence(places, finding)
        or places.pointed_at(finding.sentence)
        or places.whole(finding)
        or places.carried(finding.sentence)
    )
    return places.label(places.finer(found)) if isinstance(found, Mention) else found


def _places(page: Page) -> _Places:
    if "places" not in page.memo:
        page.memo["places"] = _Places(page)
    places: _Places = page.memo["places"]
    return places


def _in_sentence(places: _Places, finding: Finding) -> Mention | None:
    """The place in the finding's own sentence, the nearest and finest first."""
    least = Hold.SAID if finding.kind == "attendance" else Hold.NAMED
    found = [m for m in places.named_in(finding.sentence) if m.hold >= Hold.NAMED or m.hold == least]
    if not found:
        return None
    return min(found, key=lambda m: (distance(finding, m.span) + (4, 2, 1, 0)[m.fine], m.span.start))


def _lies_in(inner: Mention, outer: Mention) -> bool:
    """True when the page or the gazetteer puts the inner place into the outer one."""
    if outer.name in inner.chain or outer.text in inner.chain:
        return True
    return placenames.lies_in(inner.name, outer.name)


def _quarter(mention: Mention) -> bool:
    return mention.text.rsplit(" ", 1)[-1].lower() in placewords.WITHIN_CITY


def _town(mention: Mention) -> bool:
    places = gazetteer.find(mention.name)
    return bool(places) and places[0].kind == "city"


def _suburb(mention: Mention, town: Mention) -> bool:
    """True when the gazetteer has the place within NEAR_KM of the larger town of the page."""
    here, likeliest = gazetteer.find(town.name)[0], gazetteer.find(mention.name)[0]
    near = gazetteer.find(mention.name, near=here)[0]
    if likeliest.population >= placenames.LARGE and likeliest != near:
        return False
    return near.population < here.population and gazetteer.distance_km(near, here) < NEAR_KM


def _misplaced(mention: Mention, town: Mention) -> bool:
    """True when every listed place of the name is small and far from the page's city: a quarter must be meant."""
    here, namesakes = gazetteer.find(town.name)[0], gazetteer.find(mention.name)[:20]
    if not here.population >= placenames.LARGE > namesakes[0].population:
        return False
    if mention.hold is Hold.LOCATED:
        return all(place.country != here.country for place in namesakes)
    return all(gazetteer.distance_km(place, here) > FAR_KM for place in namesakes)


def _near(town: str, county: str) -> bool:
    counties = [c for c in gazetteer.find(county) if c.kind == "district"]
    return any(
        gazetteer.distance_km(t, c) < COUNTY_KM and t.region == c.region
        for t in gazetteer.find(town)[:10]
        for c in counties
    )


class _Places:
    """The named places of one page and the place of its incident."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self._found: dict[int, list[Mention]] = {}
        self.head = [m for sentence in page.sentences[:HEAD] for m in self.named_in(sentence)]
        self.titled = placenames.in_title(page.document.title or "")
        self.headline = {name_key(m.name) for m in self.titled}
        self.votes = Counter(name_key(m.name) for m in self.head if m.hold >= Hold.OFFICE)
        self.anchor = self._anchor()

    def named_in(self, sentence: Sentence) -> list[Mention]:
        """The places of one sentence, found when first asked for."""
        found = self._found.get(sentence.index)
        if found is None:
            found = self._found[sentence.index] = placenames.find(self.page, sentence) + self._borders(sentence)
        return found

    @cached_property
    def countries(self) -> list[str]:
        """The countries of which the page speaks, by name or adjective, the most frequent first."""
        names = _country_words()
        counted = Counter(names[word] for word in _CAPITALISED.findall(self.page.text) if word in names)
        return [name for name, _ in counted.most_common()]

    def _borders(self, sentence: Sentence) -> list[Mention]:
        """'Afghanistan-Pakistan border' where the page speaks of the border of the two countries it is about."""
        found: list[Mention] = []
        if not ("border" in sentence.text or "frontier" in sentence.text) or len(self.countries) < 2:
            return found
        label = "-".join(sorted(self.countries[:2])) + " border"
        for match in _BORDER.finditer(sentence.text):
            span = Span(sentence.span.start + match.start(), sentence.span.start + match.end())
            told = telling(sentence.text[: match.start()], sentence.text[match.end() :])
            hold = Hold.SAID if told is Telling.SAID else Hold.LOCATED
            found.append(Mention(label, label, span, sentence.index, hold, DISTRICT, False, told is Telling.EVENT))
        return found

    def _anchor(self) -> Mention | None:
        """The place of the page's incident: firm, early, fine, often named, and in the headline."""
        titled = max(self.titled, key=self._key, default=None)
        best = max(self.head, key=self._key, default=titled)
        if best is None or titled is None:
            return best
        return titled if self._weight(best) < self._weight(titled) - TITLE_LOSS else best

    @cached_property
    def towns(self) -> list[Mention]:
        """The listed towns that the page is about, also where only their police or the dateline name them."""
        towns = {
            m.name: m
            for m in sorted(self.head, key=self._town_key)
            if m.fine == TOWN and m.listed and m.hold in _AT_HOME and not _quarter(m) and _town(m)
        }
        return sorted(towns.values(), key=self._town_key, reverse=True)

    def _town_key(self, mention: Mention) -> float:
        places = gazetteer.find(mention.name) if mention.listed else ()
        return self._weight(mention) + (log10(1 + places[0].population) / 2 if places else 0.0)

    def finer(self, found: Mention) -> Mention:
        """The town of the page instead of the state or county around it; a region that is said stays."""
        county = found.name.endswith(" County")
        wide = found.fine < DISTRICT and (
            found.hold < Hold.LOCATED or placenames.state(found.name) or found.name in _AMERICA
        )
        if not (wide or county):
            return found
        for town in (self.anchor, *self.towns[:3]):
            if town is None or town.fine <= found.fine:
                continue
            if county and _near(town.name, found.name):
                return replace(town, chain=(*town.chain, found.text)) if found.text not in town.chain else town
            if wide and _lies_in(town, found):
                return town
        return found

    def _key(self, mention: Mention) -> tuple[float, int]:
        return self._weight(mention), -mention.span.start

    def _weight(self, mention: Mention) -> float:
        """How well a mention would do as the incident's place; set by hand on the development reports."""
        key = name_key(mention.name)
        score = _HOLDS[mention.hold] + 1.5 * mention.eventful + (0.0, 0.6, 0.9, 1.0)[mention.fine]
        score += min(3, self.votes[key] - 1) * 0.6 + 1.5 * (
            1 - mention.sentence / max(1, len(self.page.sentences))
        )
        score -= 2.0 * bool(_LONG_AGO.search(self.page.sentences[mention.sentence].text))
        return score + 2.0 * (key in self.headline)

    def label(self, mention: Mention) -> str:
        """The mention's own words; a quarter or a site that no list has, with the town of the page."""
        if mention.chain or mention.fine < TOWN:
            return mention.label
        for town in self.towns[:4]:
            if town.name == mention.name:
                continue
            if name_key(town.name) in name_key(mention.label):
                return mention.label
            if _quarter(mention) or (self._is_home(town) and self._within(mention, town)):
                return f"{mention.label}, {town.name}"
        return mention.label

    def _within(self, mention: Mention, town: Mention) -> bool:
        return not mention.listed or _suburb(mention, town) or _misplaced(mention, town)

    def _is_home(self, town: Mention) -> bool:
        """True for the town of a local page: in its dateline (a capital there says nothing), headline or police."""
        key = name_key(town.name)
        if town.hold is Hold.DATELINE and town.name in _capital_names():
            return False
        return town.hold in (Hold.DATELINE, Hold.OFFICE) or key in self.headline or self.votes[key] > 1

    def pointed_at(self, sentence: Sentence) -> Mention | str | None:
        """What 'there' or 'the capital' in the sentence means."""
        if _CAPITAL.search(sentence.text):
            capital = self._capital()
            if capital:
                return capital
        if _THERE.search(sentence.text):
            for neighbour in reversed(self.page.around(sentence, before=3)):
                near = [m for m in self.named_in(neighbour) if m.hold >= Hold.NAMED]
                if near:
                    return near[-1]
        return None

    def _capital(self) -> str | None:
        return _capitals().get(self.country) if self.country else None

    @cached_property
    def country(self) -> str | None:
        """The country that the page is about: the one most named, else that of its towns."""
        if self.countries:
            return self.countries[0]
        codes = Counter(gazetteer.country_of(m.name) for m in self.head if m.listed and m.fine == TOWN)
        code = codes.most_common(1)[0][0] if codes else None
        return gazetteer.country_name(code) if code else None

    def whole(self, finding: Finding) -> str | None:
        """The country, where a turnout is given nationwide, or for no town on a page that gives it for several."""
        if _NATIONWIDE.search(finding.sentence.text):
            return self.country
        towns = {m.name for m in self.head if m.hold is Hold.LOCATED and m.fine == TOWN}
        return self.country if finding.kind == "attendance" and len(towns) > 1 else None

    def carried(self, sentence: Sentence) -> Mention | None:
        """The place that holds for a sentence without its own: of what happened just before, else of the incident."""
        for index in range(sentence.index - 1, max(-1, sentence.index - 4), -1):
            if self.page.sentences[index].paragraph != sentence.paragraph:
                break
            firm = [m for m in self.named_in(self.page.sentences[index]) if m.hold is Hold.LOCATED and m.fine > 0]
            if firm:
                return max(firm, key=lambda m: (m.eventful, m.fine > COUNTRY, m.span.start))
        return self.anchor


_HOLDS = {
    Hold.LOCATED: 3.0, Hold.NAMED: 2.0, Hold.OFFICE: 1.0, Hold.DATELINE: 0.5, Hold.AFTERMATH: 0.0, Hold.HOME: 0.0,
    Hold.SAID: -1.0,
}  # fmt: skip
_CAPITALISED = re.compile(
    r"(?:Saudi |Sri |South |North |United |New |El |Burkina |Sierra |Costa |Ivory )?[A-Z][\w.]+"
)
_AT_HOME = frozenset((Hold.LOCATED, Hold.NAMED, Hold.DATELINE, Hold.OFFICE))
_AMERICA = frozenset(("US", "U.S", "U.S.", "USA", "United States", "America"))
_THERE = re.compile(
    r"\bthere\b(?!\s+(?:is|are|was|were|has|have|had|will|would|may|might|can|could|be|seems?|appears?)\b)", re.I
)
_CAPITAL = re.compile(r"\b(?:in|of|for|at|across|around)\s+the\s+capital\b(?!\s+(?:of|city)\b)", re.I)
_BORDER = re.compile(
    r"\b(?:the|their|its|shared|common|across|along|at|on|near|two|several|\d+)\s+(?:[\w-]+\s+){0,3}?(?:border|frontier)\b"
    r"(?!\s+(?:guard|force|police|town|agency|security|official|officer|village|region))",
    re.I,
)
_NATIONWIDE = re.compile(
    r"\bnation-?wide\b|\bcountry-?wide\b|\b(?:in|across|throughout)\s+(?:all\s+of\s+)?the\s+(?:whole\s+|entire\s+)?country\b",
    re.I,
)
_LONG_AGO = re.compile(r"\b(?:in|of|since)\s+(?:\w+\s+)?(?:1[89]\d\d|20[01]\d)\b")


@cache
def _country_words() -> dict[str, str]:
    names: dict[str, str] = {}
    for row in lexicons.rows("countries"):
        for key in ("name", "adjective", "people", "aliases"):
            for word in row[key].split(";"):
                names.setdefault(word, row["name"])
    names.pop("", None)
    return names


@cache
def _capitals() -> dict[str, str]:
    return {row["name"]: row["capital"].split(";")[0] for row in lexicons.rows("countries") if row["capital"]}


@cache
def _capital_names() -> frozenset[str]:
    return frozenset(name for row in lexicons.rows("countries") for name in row["capital"].split(";"))
