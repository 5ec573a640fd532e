"""What a page calls a site: a street, a building, a works, a camp, by its name or by a common noun.

'on Sarah Street', 'at a garment factory', 'inside the drama theatre', 'at Novi Sad railway station'.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from factcheck.extraction.gates import gated
from factcheck.extraction.page import Sentence
from factcheck.extraction.places.choice.names import streets
from factcheck.lexicons import word_set
from factcheck.values import Span

SORTS = {
    "a place of entertainment": "nightclub club bar restaurant cafe café theatre theater cinema stadium arena"
    " casino disco plaza",
    "a hotel": "hotel motel resort guesthouse hostel dormitory",
    "a place of worship": "church mosque temple shrine cathedral monastery chapel imambargah synagogue ghat",
    "a school": "school college university seminary madrasa campus kindergarten",
    "a hospital": "hospital clinic",
    "a works": "factory plant mill mine colliery quarry depot warehouse refinery shipyard kiln workshop"
    " substation",
    "a station": "station airport airfield runway terminal",
    "a crossing": "bridge footbridge dam tunnel pier jetty crossing checkpoint overpass flyover",
    "a market": "market bazaar mall supermarket souk store shop",
    "a prison": "prison jail colony",
    "military ground": "base barracks camp outpost garrison airbase",
    "a centre": "centre center",
    "a port": "port harbour harbor",
    "an open place": "square park beach roundabout intersection",
    "an office": "embassy consulate parliament courthouse ministry headquarters",
    "a house": "building tower block garage house farm estate ranch orphanage complex kitchen",
    "a road": "highway motorway expressway road street avenue",
    "a dump": "landfill dump",
}  # fmt: skip
SORT_OF = {noun: sort for sort, nouns in SORTS.items() for noun in nouns.split()}
"""Nouns for sites, and what sort each is of."""
ROADS = frozenset({"street", "avenue", "road"})
"""Nouns that names.streets finds behind a name."""

_NOUNS = "|".join(sorted(SORT_OF, key=len, reverse=True))
_NAMED_NOUNS = "|".join(noun.title() for noun in sorted(SORT_OF, key=len, reverse=True) if noun not in ROADS)
_STOP = (
    r"(?!(?:the|a|an|of|and|or|in|at|on|to|from|for|with|by|near|inside|outside|into|that|which|who|where|when|was"
    r"|were|is|are|has|had|have|his|her|their|its|this|those|these|after|before|as|he|she|they|it|said|says|police"
    r"|one|another|no|last|next|more|most|two|three|four|five|six|seven|eight|nine|ten|several|many|land"
    r"|antipersonnel|anti-personnel|other|same|first|second|nearby|local|every|each|any|some|both|between|through"
    r"|across|over|off|while)\b)"
)
_LEAD = (
    r"\b(?P<lead>in|at|inside|outside|near|on|of|from|into|to|hit|struck|over|off|around|through|by|stormed|attacked"
    r"|bombed)\s+(?P<article>(?:the|a|an|its|their|nearby|local|one|another)\s+)*"
)
_SITE = gated(rf"{_LEAD}(?P<name>(?:{_STOP}[\w.&-]+\s+){{0,4}}?(?P<noun>{_NOUNS}))\b(?!['’]s|-)")
_NAMED = gated(rf"{_LEAD}(?P<name>(?:[A-Z][\w.&-]+\s+){{1,4}}?(?P<noun>{_NAMED_NOUNS}))\b(?!['’]s|-)")
_WORDS = frozenset(SORT_OF) | word_set(
    "drive boulevard lane expressway freeway parkway court circle terrace trail st ave rd blvd hwy dr ln route"
    " interstate"
)
"""Words of which one stands in every site."""
_DUG = re.compile(r"\b(?:coal|gold|copper|tin|silver|iron|diamond|salt|jade|lignite|zinc|cobalt|emerald)\s|^[A-Z]")
"""What makes a mine one that is dug, and none that is laid."""

_AT_A_BODY = frozenset(["at", "inside", "outside", "near", "hit", "struck", "stormed", "attacked", "bombed"])
"""What leads to a ministry as a building: 'a source in the Interior Ministry' tells of the body."""


@dataclass(frozen=True, slots=True)
class Site:
    """A site as a sentence names it: its words without an article, its noun, what leads to it, where it stands."""

    name: str
    noun: str
    lead: str
    article: str
    span: Span
    sentence: int


def sites(sentence: Sentence) -> list[Site]:
    """The streets, buildings and grounds of a sentence that something leads to as a place."""
    if sentence.words.isdisjoint(_WORDS):
        return []
    found = [Site(m.name, "street", "on", "", m.span, sentence.index) for m in streets(sentence)]
    taken = [site.span for site in found]
    for pattern in (_SITE, _NAMED):
        for match in pattern.finditer(sentence.text):
            span = Span(sentence.span.start + match.start("name"), sentence.span.start + match.end("name"))
            if any(span.overlaps(other) for other in taken):
                continue
            if match["noun"].lower() == "mine" and _DUG.search(match["name"]) is None:
                continue
            if match["noun"].lower() == "ministry" and match["lead"].lower() not in _AT_A_BODY:
                continue
            taken.append(span)
            article = (match["article"] or "").strip()
            name = " ".join(match["name"].split())
            found.append(Site(name, match["noun"].lower(), match["lead"], article, span, sentence.index))
    return found
