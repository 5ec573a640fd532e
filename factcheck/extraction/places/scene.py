"""Where it happened: the most precise place that a report ties to one claim, or None when it does not say.

The place in the claim's own clause counts first, then its sentence, what "there" or "the capital" points to, and
last the place of the incident that the whole page tells of. Where somebody stood who spoke of it does not count.
"""

from __future__ import annotations

import re

from factcheck import gazetteer
from factcheck.extraction.dates.event import records_on
from factcheck.extraction.dates.records import record_at
from factcheck.extraction.nearness import distance
from factcheck.extraction.page import Finding, Page
from factcheck.extraction.places.choice.choosing import Chosen, choose, is_scene
from factcheck.extraction.places.choice.pagesites import with_site
from factcheck.extraction.places.lands import with_lands
from factcheck.extraction.places.mentions import Hold, Mention
from factcheck.extraction.places.pageplaces import PagePlaces
from factcheck.extraction.places.placewords import DISTRICT
from factcheck.extraction.places.weighing import of_a_part

_STATE_NAME = re.compile(r"The U\.?S\.?")
"""'The U.S. Embassy' is a body; where it stands, nobody says."""

_FOLLOWS = re.compile(r"\s+(?:at|in|near|across|in\s+all\s+of)\s+(?:(?:the|nearby|neighbou?ring)\s+)?")

_REST = re.compile(r"\W*(?P<where>(?:Rest of|Elsewhere in|Outside|Other parts of) [^:.;]{3,50}):\s")
"""'Rest of the north-east: 170 deaths': not where the page's incident is."""

_LISTED = re.compile(r"(?P<where>[A-Z][\w'’-]{2,}(?:\s[A-Z][\w'’-]+){0,2}):?\s+\d[\d,.]*$")
"""'(58 deaths (Derna 37,) Tobruk 14)': a list of places with their figures."""

_OUTRIGHT = re.compile(r"(?:Rest of|Elsewhere in|Outside|Other parts of) |.* side, .* border$")
"""What the claim's own words say of its place; where a crowd stands, the rules for crowds say."""

_MEMO = "weighed places"
_WORD = re.compile(r"\w+")

DETOUR = (4, 2, 1, 0)
"""Steps in the sentence that a country, region, district or town counts as further away than it stands."""


def place_of(page: Page, finding: Finding) -> str | None:
    """The place of the counted or asserted thing as the page writes it, with what it lies in when that is said."""
    places, rule = places_of(page), by_rules(page, finding)
    if finding.kind == "attendance" or (rule is not None and _OUTRIGHT.match(rule) is not None):
        return rule
    record = _record_place(page, finding)
    if record is not None and rule is not None and rule.startswith(record):
        return rule
    chosen = choose(places, finding, rule)
    if chosen.place != rule:
        page.memo.setdefault(_MEMO, {})[finding.span.start, finding.kind] = chosen
    return with_site(page, finding, chosen.place, at_scene=is_scene(places, chosen.place))


def why_there(page: Page, start: int, kind: str, place: str | None) -> tuple[str, list[str]] | None:
    """Which place a claim has and not which, and what speaks for it; None where it has the one of the rules.

    ``place``: the claim's, as it is told: a site may stand before what was chosen.
    """
    chosen: Chosen | None = page.memo.get(_MEMO, {}).get((start, kind))
    if chosen is None or (place != chosen.place and _means(place, chosen.rule)):
        return None
    told = place or "no place"
    return (
        f"{told} and not {chosen.rule}" if chosen.rule else f"{told}, where the rules find none",
        chosen.reasons(),
    )


def _means(place: str | None, rule: str | None) -> bool:
    """True where one says all that the other does, in whatever order: 'port, Beirut, Lebanon' is 'Beirut port'."""
    one, other = (set(_WORD.findall((words or "").lower())) for words in (place, rule))
    return bool(other) and other <= one


def by_rules(page: Page, finding: Finding) -> str | None:
    """The place that the rules give."""
    places = places_of(page)
    found = _found(places, page, finding)
    return None if found is None else with_lands(found, page.text, places.countries, places.land)


def _found(places: PagePlaces, page: Page, finding: Finding) -> str | None:
    """The place in the page's own words."""
    rest = _REST.match(finding.sentence.text)
    if rest is not None:
        return rest["where"]
    listed = _LISTED.match(finding.span.of(page.text))
    if listed is not None and gazetteer.known(listed["where"]):
        return listed["where"]
    inside = _in_sentence(places, finding)
    record = _record_place(page, finding)
    if record is not None and (inside is None or inside.fine < DISTRICT or inside.name in record):
        return record
    found = (
        inside or places.pointed_at(finding.sentence) or places.whole(finding) or places.carried(finding.sentence)
    )
    side = _side(places, found) if isinstance(found, Mention) else None
    label = side or (places.label(places.finer(found)) if isinstance(found, Mention) else found)
    return None if label is not None and _STATE_NAME.fullmatch(label) else label


def _record_place(page: Page, finding: Finding) -> str | None:
    """The place of the head under which a list of incidents has the finding."""
    record = record_at(records_on(page), finding.span.start)
    if record is None or not any(map(gazetteer.known, _NAMES.findall(record.place))):
        return None
    return record.place


_NAMES = re.compile(r"[A-Z][\w'’-]+(?:\s(?:(?:al|el|de|of)\s)?[A-Z][\w'’-]+)*")
"""The names in the head of a record, one of which must be listed: '11 October, National Day' is no place."""


def _side(places: PagePlaces, found: Mention) -> str | None:
    """'Kyrgyz side, Kyrgyzstan-Tajikistan border' where the page is about that border."""
    border = places.anchor.label if places.anchor is not None else ""
    words = found.span.of(places.page.text)
    if not (border.endswith(" border") and found.name in border and words.endswith(" side")):
        return None
    return f"{words}, {border}"


def places_of(page: Page) -> PagePlaces:
    """The places of a page, worked out once."""
    if "places" not in page.memo:
        page.memo["places"] = PagePlaces(page)
    places: PagePlaces = page.memo["places"]
    return places


def _in_sentence(places: PagePlaces, finding: Finding) -> Mention | None:
    """The place in the finding's own sentence, the nearest and finest first.

    A march is counted where the count is told ("In Paris the ministry counts ..."); a toll need not be.
    """
    told = finding.kind == "attendance"
    text, end = places.page.text, finding.span.end
    whole = [m for m in places.named_in(finding.sentence) if not of_a_part(text, m.span.start, end)]
    start = finding.span.start
    same = [m for m in whole if ";" not in text[min(end, m.span.end) : max(start, m.span.start)]]
    whole = same or whole
    inside = {id(m) for m in whole if m.hold is Hold.SAID and start < m.span.start and m.span.end <= end}
    found = [m for m in whole if m.hold >= Hold.NAMED or (told and m.hold is Hold.SAID) or id(m) in inside]
    own = [
        m
        for m in found
        if _FOLLOWS.fullmatch(text[end : m.span.start]) or finding.span.start <= m.span.start < end
    ]
    if len(found) > 1 and len(own) == 1:
        return own[0]  # "36,000 at Marseille, 23,000 at Lyon"
    return min(found, key=lambda m: (distance(finding, m.span) + DETOUR[m.fine], m.span.start), default=None)
