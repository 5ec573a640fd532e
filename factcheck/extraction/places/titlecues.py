"""The places that the words of a headline make places: a preposition, a colon, an event beside the name."""

from __future__ import annotations

import re
from collections.abc import Iterator

from factcheck import gazetteer
from factcheck.extraction.gates import gated
from factcheck.extraction.happening import eventful
from factcheck.extraction.places import placewords
from factcheck.extraction.places.called import called
from factcheck.extraction.places.mentions import (
    FINE,
    NAME,
    NO_START,
    ONLY_DIRECTIONS,
    Hold,
    Mention,
    bare,
    peoples,
)
from factcheck.extraction.places.placewords import TOWN
from factcheck.lexicons import word_set
from factcheck.values import Span

_WHERE = gated(
    r"(?:\b(?:in|at|near|off|outside|around|inside|entered|enters?|storms?|stormed|leaves|loses|lost|captures?"
    r"|seizes?"
    r"|retakes?|recaptures?|takes|shells|bombs|besieges|reaches|hits|strikes|(?:dead|battle|siege|massacre"
    r"|victims|flood"
    r"|fall|zone|events|ruins|bombing|shelling|storming|capture|burning|attack|raid|incident|situation|streets"
    r"|people"
    r"|town|village)\s+of|(?:attack|raid|strike|assault|dead|killed|hurt|march|advances?|advance\s+the\s+army)s?"
    r"\s+on"
    r"|(?:lies?|lying|buried|trapped|bodies|alive|still)\s+(?:under|beneath|below))"
    r"\s+(?:the\s+)?)$",
    re.I,
)
"""What stands before a name of a headline that can only be a place there."""

_LABELLED = re.compile(
    r"\s?:\s|,\s+(?=[^,:]{3,30}:\s)|,\s+(?=the\s[a-z])|\s+[–—-]\s+(?=[a-z]+\s[a-z])|\.\s+(?=[A-Z])"
    r"|\s+in\s+(?:dates|figures|numbers|maps|pictures|photos|brief|short)\b"
)
"""What follows the matter of a headline: 'Korvino: two versions', 'Korvino, a year on:', 'Korvino in dates'."""

_ALONE = (",", " –", " —", " -", " in ")
"""Of these, what follows a place also where the text below takes its name for known."""

_ABOUT = re.compile(
    r"\b(?:truth|questions|report|briefing|claims|counting)\s+(?:[\w.]+\s){0,2}?(?:(?:on|about)\s+)?$", re.I
)
"""'The truth about Korvino': a place, if the text does not speak of it as a person or a body."""

WATER = re.compile(r"\b(?:Sea|Gulf|Bay|Strait|Ocean|Channel)\b")
"""Seas and their parts: a place by their name alone, and in no town."""

TAG = re.compile(r"^(?:LIVE|UPDATE\w*|BRIEF|WATCH|EXPLAINER|ANALYSIS|FACTBOX|PHOTOS?|VIDEO)\s?[:-]\s*", re.I)
"""What may stand before everything else in a headline: 'LIVE: ', 'BRIEF-'."""

_HIT = re.compile(
    r"\s+(?:(?:bus|gas|mass|grass|[a-z]*[a-rt-z])\s)?(?:crush|stampede|massacre|tragedy|floods?|flooding|mud-?slides?|landslides?|avalanche"
    r"|earthquake"
    r"|quake|tsunami|eruption|blaze|fire|derailment|blast|explosions?|bombings?|shootings?|siege|killings?"
    r"|murders?|sinking|collision|outbreak|shelling|region"
    r"|province|district|valley|village|municipality|under\s+(?:attack|fire|siege)|mourns|buries|collapse|disaster"
    r"|clashes|riots?|unrest|evacuation|stand-?off|hostages?|toll|count|dead|deaths|bodies|victims|survivors)\b",
    re.I,
)
"""'the Halvar landslide', 'Halvar mourns', 'Halvar toll in dispute', and not 'Halvar corrects toll'."""

_GROUND = re.compile(
    r"\s+(?:[a-z]+\s)?(?:stampede|massacre|mud-?slides?|landslides?|rock-?slides?|avalanche|earthquake|quake"
    r"|floods?)\b",
    re.I,
)
"""What is called after the place alone where it was: no ship, firm or gang has one."""
_NOT_GROUND = re.compile(
    r"(?:Easter|Christmas|Eid|Ramadan|New\sYear|Boxing\sDay|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|Great|Big"
    r"|Deadly"
    r"|Flash|Day|Night|Morning|(?:Hurricane|Cyclone|Typhoon|Storm|Tropical)\s.*)$"
)

_SITE = re.compile(
    r"\s+(?:[a-z]+\s)?(?:detention\s+(?:centre|center)|prison|jail|camp|(?:air\s?)?base|airport|stadium|bridge|dam"
    r"|mine|tunnel|refinery|power\s+(?:plant|station)|station|port|crossing|checkpoint|border\s+post)\b"
)
"""'Korvino detention centre: alert no. 2'."""


_MOURNS = re.compile(r"\s+(?:mourns|buries|under\s+(?:attack|fire|siege))\b", re.I)


def cued(title: str, text: str) -> list[Mention]:
    """The names of a headline that a preposition, a colon or an event beside them makes places."""
    found = []
    tag = TAG.match(title)
    first = tag.end() if tag else 0
    for run, start in runs(title):
        words, start = core(run, start)
        if len(words) < 3 or words in peoples() or words in ONLY_DIRECTIONS or _is_no_place(words):
            continue
        if bare(words) in NO_START or (not start and is_common(words, text)):
            continue
        before, after = title[:start], title[start + len(words) :]
        placed = _WHERE.search(before) is not None and not after.startswith(("'s", "’s"))
        labelled = start <= first and _LABELLED.match(after) is not None
        water = WATER.search(words) is not None and " " in words
        about = not after.strip() and (_ABOUT.search(before) is not None or before.endswith(", "))
        ground = _GROUND.match(after) is not None and _NOT_GROUND.match(words) is None
        site = _SITE.match(after)
        if not (placed or labelled or water or about or ground or site or _HIT.match(after)):
            continue
        places = gazetteer.find(words)
        words = words.title() if places and words.isupper() else words
        aside = about or (labelled and after.startswith(_ALONE)) or _MOURNS.match(after) is not None
        aside = aside or (site is not None and start <= first and " " not in words)
        if not (placed or water or ground) and not _is_borne_out(words, text, labelled=aside):
            continue
        wide = bool(places) and places[0].kind == "country"
        typed = None if wide else placewords.TYPE_AFTER.match(title, start + len(words))
        fine = placewords.TYPES[typed["type"].lower()] if typed else FINE[places[0].kind] if places else TOWN
        span = Span(start, typed.end() if typed else start + len(words))
        hold = Hold.LOCATED if fine or placed else Hold.NAMED
        shown = words if typed is None else span.of(title)
        found.append(Mention(shown, words, span, 0, hold, fine, bool(places), eventful(title)))
    return found


_COMMON = word_set(
    "mine bridge building bus hotel factory prison ferry hostage hostages crane petrol police gas coal gold "
    "copper iron fire migrant migrants market"
    " church refugee refugees nuclear airport winter monsoon summer spring autumn nightclub mosque train boat "
    "storm dam navy army air"
    " military women men children school hospital plane jet helicopter ship tanker truck lorry car bomb rocket "
    "missile drone border camp"
    " village town city river lake coast island desert temple shrine festival concert football election protest "
    "rally strike flood quake"
    " landslide tower mall cinema theatre club bar restaurant office bank embassy court palace university "
    "college orphanage pipeline"
    " refinery port harbour tunnel road highway railway rail metro subway cable lift elevator mountain beach "
    "pool park zoo farm power"
    " water fuel oil chemical fireworks grenade mortar shell suicide knife gun sniper terror gang drug cartel "
    "militia rebel rebels"
    " soldier soldiers civilian civilians child student pupil worker workers miner miners fisherman pilgrim "
    "pilgrims tourist tourists"
    " family crowd fan fans deadly mass final new second third another latest stadium naval death deaths coup "
    "war crash wedding funeral"
    " garment textile apartment tourist cruise cargo passenger commuter night weekend holiday easter christmas "
    "world"
)
"""What opens a headline with a capital and is no name: 'Bridge collapse', 'Coal mine blast'."""


def is_common(words: str, text: str) -> bool:
    """True for first words of a headline that are common nouns: listed, or in small letters in the text."""
    parts = words.lower().split()
    if all(part in _COMMON for part in parts):
        return True
    alone = len(parts) == 1 and parts[0] in text
    return alone and re.search(rf"\b{re.escape(parts[0])}\b", text) is not None


def _is_borne_out(name: str, text: str, *, labelled: bool) -> bool:
    """True for a listed name, one that the text calls a place, and the matter of a headline the text omits."""
    return gazetteer.known(name) or is_called_place(name, text) or (labelled and name not in text)


def loud(title: str, text: str) -> list[Mention]:
    """The first name of a headline in capitals that the text, in capitals too, has behind a preposition."""
    words = title.split()
    for count in (2, 1):
        for first in range(len(words) - count + 1):
            name = " ".join(words[first : first + count]).strip(":,;.")
            shown = name.title()
            if len(name) < 4 or not name.replace(" ", "").isalpha() or gazetteer.is_country(shown):
                continue
            if shown in peoples() or any(word in NO_START or word in placewords.GENERIC for word in shown.split()):
                continue
            if first and not gazetteer.known(shown):
                continue
            places, start = gazetteer.find(shown), title.find(name)
            hit = places and _HIT.match(title, start + len(name))
            if hit or re.search(rf"\b(?:IN|AT|NEAR|OUTSIDE)\s+(?:THE\s+)?{re.escape(name)}\b", text):
                span = Span(start, start + len(name))
                fine = FINE[places[0].kind] if places else TOWN
                return [Mention(shown, shown, span, 0, Hold.LOCATED, fine, bool(places), eventful(title))]
    return []


def core(run: str, start: int) -> tuple[str, int]:
    """The run without the words at its beginning that are no part of a name, and where it begins then."""
    words, first = run, start == 0
    while first and words and bare(words.partition(" ")[0]) in NO_START:
        rest = words.partition(" ")[2]
        start, words = start + len(words) - len(rest), rest
    return re.sub(r"['’]s$", "", words.partition(" as ")[0]).rstrip("."), start


def _is_no_place(words: str) -> bool:
    """True for initials, bodies and streets."""
    return (
        (words.isupper() and len(words) < 6)
        or words in placewords.NOT_PLACES
        or placewords.OFFICE.search(words) is not None
        or placewords.STREET.search(words) is not None
    )


_OWNER = re.compile(r"['’]s\s")
"""What ends an owner: 'Serbia' of "Serbia's Nis"."""


def runs(title: str) -> Iterator[tuple[str, int]]:
    """The runs of capitals of a headline and where they begin, an owner apart from what it owns."""
    for match in NAME.finditer(title):
        start = match.start()
        for owner in _OWNER.finditer(match.group()):
            yield title[start : match.start() + owner.start()], start
            start = match.start() + owner.end()
        yield title[start : match.end()], start


def is_called_place(name: str, text: str) -> bool:
    """True when the words around the name somewhere say that it is a place."""
    at = text.find(name)
    while at >= 0:
        end = at + len(name)
        if _CALLED_BEFORE.search(text, max(0, at - 60), at) and _NAME_ENDS.match(text, end):
            return True
        if called(text, at, end, name) is not None or _DATELINE.match(text, end) is not None:
            return True
        if _CALLED_AFTER.match(text, end) and not (at and (text[at - 1].isalnum() or text[at - 1] == "_")):
            return True
        at = text.find(name, at + 1)
    return False


_CALLED_BEFORE = re.compile(
    r"\b(?:(?:[Ii]n|[Nn]ear|[Oo]utside|[Aa]round|[Tt]hrough|[Ii]nto)\s+(?:the\s+)?|(?:village|town|hamlet)"
    r"\s+(?:of\s+)?"
    r"|(?:ruins|rubble|outskirts|area|mayor|abbot|imam|elders|people|residents|villagers|streets|hospital|police"
    r"|market"
    r"|siege|battle|sheha|headman|parish)\s+of\s+)$"
)
_DATELINE = re.compile(
    r",\s+(?:\d{1,2}(?:st|nd|rd|th)?\s+)?(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)\w*\.?(?:\s+\d{1,2})?(?:,?\s+\d{4})?"
    r"\s*(?:\([^)\n]{2,30}\)\s*)?[-–—.:]"
)
_NAME_ENDS = re.compile(
    r"\b(?!\s[A-Z])|\s(?:Town|City|Valley|District|Province|Gardens|Camp|Island|Village|Junction)\b"
)
_CALLED_AFTER = re.compile(
    r"\s+(?:region|province|district|valley|river|village|municipality|camp|island|prison|stampede|massacre"
    r"|tragedy"
    r"|floods?|earthquake|quake|landslide|blaze|fire)\b"
)
