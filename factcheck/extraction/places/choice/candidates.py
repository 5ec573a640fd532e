"""The places that a page names, each once, among which the place of a claim is chosen.

Beside those that the rules find there are listed towns without a word that makes them places, unlisted names that
a preposition leads to, the names of the headline, and the border of the two countries of the page.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from functools import lru_cache

from factcheck import gazetteer
from factcheck.extraction.page import Sentence
from factcheck.extraction.places.called import is_person
from factcheck.extraction.places.choice import names
from factcheck.extraction.places.mentions import NAME, Hold, Mention, known, state
from factcheck.extraction.places.pagecountries import borders_in
from factcheck.extraction.places.pageplaces import HEAD, PagePlaces
from factcheck.extraction.places.placewords import COUNTRY, DISTRICT, REGION
from factcheck.values import Span

LEAST = 5_000
"""People in a town that is a candidate where nothing but its name says so."""

EARLY = 8
"""Sentences in which a name is a candidate that the rules take for no place."""

TITLE, BARE, AROUND, ADJECTIVE, LED = "title", "bare", "around", "adjective", "led"
"""How a candidate got in where the text does not name it as the rules expect."""

_ACTS = re.compile(
    r"(?:\s+(?:has|had|have|also|later|again|itself|then))*\s+(?:sa(?:id|ys)|accus\w+|blam\w+|den(?:y|ies|ied)|claim(?:s|ed)|reject\w+"
    r"|insist\w*|denounc\w+|condemn\w+|warn(?:s|ed)|announc\w+|confirm\w*|alleg\w+|dismiss\w+|respon\w+|agree[sd]?|maintain\w*"
    r"|want(?:s|ed)|vow\w*|pledg\w+|recogni\w+|threaten\w*|(?:is|was)\s+behind)\b"
)
_NO_TOWN = re.compile(
    r"(?:\b[Tt]he|\b(?:accus|blam|urg|warn|condemn|denounc|criticis|criticiz)(?:e[sd]?|ing|s|ed)|\btold|\bbetween|\bbetween\s+\w+\s+and)\s+$"
)
"""'(Kinshasa) accuses', 'blamed (Kyiv)', 'truce between (Hanoi) and (Bangkok)': the governments that sit there;
'the (Wagner) group'."""

_NOWHERE = Mention("", "", Span(0, 0), 0, Hold.HOME, COUNTRY)
_SORTS = ("a country", "a region", "a district", "a town or site")
_TYPE = re.compile(
    r"^(?:(?:off|outside|near|central|road\s+from|(?:north|south|east|west)(?:-?(?:east|west))?(?:ern)?)\s+)+"
    r"|\s+(?:city|town|village|district|province|region|state|area|county)$",
    re.I,
)


@dataclass(slots=True)
class Candidate:
    """A place: the mention that shows it, all mentions, how it got in, what the gazetteer has, what is told."""

    mention: Mention
    mentions: list[Mention] = field(default_factory=list)
    sorts: set[str] = field(default_factory=set)
    place: gazetteer.Place | None = None
    sentences: set[int] = field(default_factory=set)
    told: list[str] = field(default_factory=list)

    @property
    def sort(self) -> str:
        """How fine it is, in words."""
        return "a border" if self.mention.text.endswith(" border") else _SORTS[self.mention.fine]


@lru_cache(maxsize=20_000)
def key_of(name: str) -> str:
    """What two names of one place have in common."""
    return gazetteer.place_key(_TYPE.sub("", name))


class PageCandidates:
    """The candidates of a page; those of sentences beyond its head come with the claims that stand there."""

    def __init__(self, places: PagePlaces) -> None:
        self.places, self.page = places, places.page
        self.named: dict[int, list[Mention]] = {}
        self.found: dict[str, Candidate] = {}
        for sentence in self.page.sentences[:HEAD]:
            self.in_sentence(sentence)
        self.in_title = {id(mention) for mention in places.titled}
        for mention in places.titled:
            self._add(mention, TITLE)
        if places.anchor is not None:
            self._add(places.anchor, AROUND)
        for name in places.countries[:2]:
            if key_of(name) not in self.found:
                self._add(replace(_NOWHERE, text=name, name=name), ADJECTIVE)
        for mention in names.titled(self.page.document.title or ""):
            if key_of(mention.name) not in self.found and not is_person(mention.name, self.page):
                self._add(mention, TITLE)
        if len(places.countries) > 1 and ("border" in self.page.text or "frontier" in self.page.text):
            for mention in borders_in(Sentence(0, 0, Span(0, 0), ""), places.countries, whole=True):
                self._add(mention, AROUND)

    def in_sentence(self, sentence: Sentence) -> list[Mention]:
        """The places of a sentence, which are candidates afterwards."""
        found = self.named.get(sentence.index)
        if found is None:
            listed = self.places.named_in(sentence)
            found = self.named[sentence.index] = [*listed]
            for mention in listed:
                self._add(mention)
            for sort, more in ((BARE, self._bare), (LED, self._led)) if sentence.index < EARLY else ():
                new = list(more(sentence))
                for mention in new:
                    self._add(mention, sort)
                found += new
        return found

    def _add(self, mention: Mention, sort: str = "") -> None:
        key = key_of(mention.name)
        if len(key) < 2:
            return
        one = self.found.get(key)
        if one is None:
            listed = gazetteer.find(state(mention.name) or mention.name)
            one = self.found[key] = Candidate(mention, place=listed[0] if listed else None)
        one.sorts.add(sort)
        if sort != AROUND and mention.span.end:
            one.mentions.append(mention)
            if sort != TITLE:
                one.sentences.add(mention.sentence)
        if _shows(mention, sort) > _shows(one.mention, ""):
            one.mention = mention
        for around in mention.chain:
            if key_of(around) not in self.found and not around.startswith("off "):
                self._add(_outer(mention, around))

    def _bare(self, sentence: Sentence) -> Iterator[Mention]:
        """Listed names that no word makes a place."""
        offset, taken = sentence.span.start, self.named[sentence.index]
        for run in NAME.finditer(sentence.text):
            at = offset + run.start()
            if not run.start() or any(m.span.start <= at < m.span.end for m in taken):
                continue
            if _ACTS.match(sentence.text, run.end()) or _NO_TOWN.search(sentence.text, 0, run.start()):
                continue
            found = known(run.group(), at, sentence.index, LEAST)
            if found is not None and not is_person(found.name, self.page):
                yield replace(found, hold=Hold.SAID)

    def _led(self, sentence: Sentence) -> Iterable[Mention]:
        for mention in names.led(sentence, self.named[sentence.index]):
            words = mention.name.split(" ")
            if not is_person(words[0], self.page):
                yield mention


def _outer(inner: Mention, name: str) -> Mention:
    """What a place lies in, as a place of its own where that was named."""
    listed = gazetteer.find(name)
    kind = listed[0].kind if listed else ""
    fine = COUNTRY if kind == "country" else REGION if kind == "region" else DISTRICT
    return Mention(name, name, inner.span, inner.sentence, inner.hold, fine, bool(listed))


def _shows(mention: Mention, sort: str) -> tuple[bool, bool, int, int]:
    """How well a mention shows its place: in the rules' eyes a place, firm, with what it lies in, early."""
    return (
        sort not in (BARE, TITLE, AROUND, LED), mention.hold >= Hold.NAMED, len(mention.chain), -mention.span.start
    )  # fmt: skip
