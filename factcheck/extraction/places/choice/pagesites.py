"""The sites of a page for a claim, with what is told of each in words; the likeliest stands before its place.

The weights (``data/learned/sites.csv.gz``) say which site is the scene where one is (bench/places.py).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from factcheck.extraction import learned
from factcheck.extraction.happening import telling
from factcheck.extraction.page import Finding, Page, Sentence
from factcheck.extraction.places.choice.around import kind_of
from factcheck.extraction.places.choice.described import HARM
from factcheck.extraction.places.choice.sites import SORT_OF, Site, sites
from factcheck.extraction.places.pageplaces import HEAD

MODEL = "sites"
STREET, NAMED, COMMON = -2.0, 0.0, 0.5
"""Sums of weights that a street, another site with a name and one without must have; as of sets left out."""
MOST = 2
"""Mentions of a site whose words count."""


@dataclass(slots=True)
class Known:
    """A site of a page: the way it is shown, where it is named, what the page tells of it."""

    shown: Site
    named: list[Site] = field(default_factory=list)
    told: list[str] = field(default_factory=list)

    @property
    def least(self) -> float:
        """The sum of weights that it must have."""
        named = any(word[:1].isupper() for word in self.shown.name.split())
        return STREET if named and SORT_OF[self.shown.noun] == "a road" else NAMED if named else COMMON


class PageSites:
    """The sites of a page, each once; those that one noun may mean are one."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.known: dict[str, Known] = {}
        self.chosen: dict[tuple[int, str, bool], Site | None] = {}
        head = page.sentences[:HEAD]
        self._read: set[int] = set()
        for sentence in head:
            self._add_all(sentence)
        self._lower = page.text.lower() if self.known else ""
        self._title = (page.document.title or "").lower()
        self._harm = next((s.index for s in head if not HARM.isdisjoint(s.words)), -1)

    def candidates(self, finding: Finding) -> dict[str, list[str]]:
        """Every site with what is told of it for a claim."""
        index = finding.sentence.index
        self._add_all(finding.sentence)
        here = sum(any(s.sentence == index for s in known.named) for known in self.known.values())
        return {
            key: [*self._of_page(known, at), *_beside(known, index, here), f"for a {kind_of(finding)}"]
            for at, (key, known) in enumerate(self.known.items())
        }

    def may_name(self, sentence: Sentence) -> bool:
        """True where the page or the sentence has a site."""
        self._add_all(sentence)
        return bool(self.known)

    def _add_all(self, sentence: Sentence) -> None:
        if sentence.index not in self._read:
            self._read.add(sentence.index)
            for site in sites(sentence):
                self._add(site)

    def _add(self, site: Site) -> None:
        words = set(site.name.lower().split())
        for known in self.known.values():
            others = set(known.shown.name.lower().split())
            if site.noun == known.shown.noun and site.noun != "street" and (words <= others or others <= words):
                known.named.append(site)
                known.told.clear()
                if len(words) > len(others):
                    known.shown = site
                return
        self.known.setdefault(site.name.lower(), Known(site)).named.append(site)

    def _of_page(self, known: Known, at: int) -> list[str]:
        if not known.told:
            known.told += dict.fromkeys(self._told(known, at))
        return known.told

    def _told(self, known: Known, at: int) -> Iterator[str]:
        shown, text, sentences = known.shown, self.page.text, self.page.sentences
        sort = SORT_OF[shown.noun]
        yield sort
        named = any(word[:1].isupper() for word in shown.name.split())
        yield "with a name" if named else "without a name"
        yield f"{sort} {'with' if named else 'without'} a name"
        yield f"of {min(4, len(shown.name.split()))} words"
        count = self._lower.count(shown.noun)
        yield f"its noun {count if count < 3 else '3 or 4' if count < 5 else '5 or more'} times on the page"
        if shown.noun in self._title:
            yield "its noun in the title"
        first = known.named[0].sentence
        yield f"first named in sentence {first + 1 if first < 3 else '4 to 6' if first < 6 else '7 or later'}"
        yield f"site number {min(4, at + 1)}" if len(self.known) > 1 else "the only site"
        if any(s.sentence == self._harm for s in known.named):
            yield "in the first sentence of dead or hurt"
        harm = sum(not HARM.isdisjoint(sentences[s.sentence].words) for s in known.named)
        yield f"{min(3, harm)} times in a sentence of dead or hurt"
        for site in known.named[:MOST]:
            yield f"behind “{site.lead}”"
            yield f"behind “{site.lead} {site.article or '…'}”"
            around = sentences[site.sentence].span
            told = telling(text[around.start : site.span.start], text[site.span.end : around.end])
            yield f"beside what is {told.value}"
            if site.sentence < 2:
                yield f"beside what is {told.value}, in the lead"


def _beside(known: Known, index: int, here: int) -> Iterator[str]:
    own = [site for site in known.named if site.sentence == index]
    if own:
        yield f"in its sentence, {'alone' if here == 1 else 'with others'}"
        yield f"in its sentence, {SORT_OF[known.shown.noun]}"
        yield f"in its sentence, behind “{own[0].lead}”"
        return
    yield f"not in its sentence, which names {'others' if here else 'none'}"
    gap = min(abs(site.sentence - index) for site in known.named)
    where = "before" if any(site.sentence < index for site in known.named) else "behind"
    yield f"named {'next' if gap == 1 else 'near' if gap < 4 else 'far'} {where}"


def page_sites(page: Page) -> PageSites:
    """The sites of a page, collected once."""
    if "sites" not in page.memo:
        page.memo["sites"] = PageSites(page)
    found: PageSites = page.memo["sites"]
    return found


def scene(found: PageSites, told: Mapping[str, Iterable[str]], weights: Mapping[str, float]) -> str | None:
    """The likeliest site, if it has weight enough for its sort."""
    sums = {key: sum(weights.get(one, 0.0) for one in one_told) for key, one_told in told.items()}
    best = max(sums, key=lambda key: sums[key] - found.known[key].least, default=None)
    return best if best is not None and sums[best] > found.known[best].least else None


def with_site(page: Page, finding: Finding, place: str | None, *, at_scene: bool) -> str | None:
    """The place with the site before it; ``at_scene``: it is that of the page's incident, else only its own
    sentence may name a site."""
    if place is None:
        return None
    found = page_sites(page)
    asked = (finding.sentence.index, kind_of(finding), at_scene)
    if asked not in found.chosen:
        found.chosen[asked] = _chosen(found, finding, at_scene) if found.may_name(finding.sentence) else None
    site = found.chosen[asked]
    return place if site is None else joined(site, place)


def _chosen(found: PageSites, finding: Finding, at_scene: bool) -> Site | None:
    told = found.candidates(finding)
    if not at_scene:
        own = finding.sentence.index
        told = {key: one for key, one in told.items() if any(s.sentence == own for s in found.known[key].named)}
    best = scene(found, told, learned.weights_of(MODEL)) if told else None
    return None if best is None else found.known[best].shown


def joined(site: Site, place: str) -> str:
    """'garment factory, Baldia', 'Shifa hospital'; the place alone where it names such a site by itself."""
    first, _, rest = place.partition(", ")
    if site.noun in first.lower().split() or site.name.lower() in place.lower():
        return place
    if first.lower() in site.name.lower():
        return f"{site.name}, {rest}" if rest else site.name
    return f"{site.name}, {place}"
