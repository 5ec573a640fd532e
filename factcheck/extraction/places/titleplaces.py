"""The places that a headline names: by the words beside them, by the gazetteer, or by what the text calls them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from factcheck import gazetteer
from factcheck.extraction.happening import eventful
from factcheck.extraction.places import placewords
from factcheck.extraction.places.mentions import (
    FINE,
    NAME,
    NO_START,
    ONLY_DIRECTIONS,
    SMALL,
    Hold,
    Mention,
    bare,
    believable,
    known,
    peoples,
)
from factcheck.extraction.places.placeopenings import is_headline
from factcheck.extraction.places.placewords import TOWN
from factcheck.values import Span

_WHERE = re.compile(
    r"(?:\b(?:in|at|near|off|outside|around|inside|entered|enters?|storms?|stormed|leaves|loses|lost|captures?|seizes?"
    r"|retakes?|recaptures?|takes|shells|bombs|besieges|reaches|hits|strikes|(?:dead|battle|siege|massacre|victims|flood"
    r"|fall|zone|events|ruins|bombing|shelling|storming|capture|burning|attack|raid|incident|situation|streets|people"
    r"|town|village)\s+of|(?:attack|raid|strike|assault|dead|killed|hurt|march|advances?|advance\s+the\s+army)s?\s+on)"
    r"\s+(?:the\s+)?)$",
    re.I,
)
"""What stands before a name of a headline that can only be a place there."""

_LABELLED = re.compile(r"\s?:\s|,\s+(?=[^,:]{3,30}:\s)|,\s+(?=the\s[a-z])")
"""What follows the matter of a headline: 'Korvino: two versions', 'Korvino, a year on: ...'."""

_ABOUT = re.compile(
    r"\b(?:truth|questions|report|briefing|claims|counting)\s+(?:[\w.]+\s){0,2}?(?:(?:on|about)\s+)?$", re.I
)
"""'The truth about Korvino': a place, if the text does not speak of it as a person or a body."""

WATER = re.compile(r"\b(?:Sea|Gulf|Bay|Strait|Ocean|Channel)\b")
"""Seas and their parts: a place by their name alone, and in no town."""

_TAG = re.compile(r"(?:LIVE|UPDATE\w*|BRIEF|WATCH|EXPLAINER|ANALYSIS|FACTBOX|PHOTOS?|VIDEO)\s?[:-]\s*", re.I)
"""What may stand before everything else in a headline: 'LIVE: ', 'BRIEF-'."""

_HIT = re.compile(
    r"\s+(?:[a-z]+\s)?(?:crush|stampede|massacre|tragedy|floods?|flooding|mud-?slides?|landslides?|avalanche|earthquake"
    r"|quake|tsunami|eruption|blaze|fire|derailment|blast|explosions?|bombings?|shootings?|siege|killings?|murders?|region"
    r"|province|district|valley|village|municipality|under\s+(?:attack|fire|siege)|mourns|buries)\b",
    re.I,
)
"""'the Halvar landslide', 'Halvar mourns'."""


_MOURNS = re.compile(r"\s+(?:mourns|buries|under\s+(?:attack|fire|siege))\b", re.I)


def titled(title: str, text: str) -> list[Mention]:
    """The places of a headline; those that its own words make one first."""
    title = _SITE.split(title)[0]
    cued = _loud(title, text) if title.isupper() else [] if is_headline(title) else _cued(title, text)
    taken = {name for mention in cued for name in (mention.name, *mention.name.split(" "))}
    rest = in_title(title, text) + borne_out(title, text)
    return cued + [mention for mention in rest if mention.name not in taken]


def _cued(title: str, text: str) -> list[Mention]:
    """The names of a headline that a preposition, a colon or an event beside them makes places."""
    found = []
    tag = _TAG.match(title)
    first = tag.end() if tag else 0
    for run, start in _runs(title):
        words, start = _core(run, start)
        if len(words) < 3 or words in peoples() or words in ONLY_DIRECTIONS or _is_no_place(words):
            continue
        before, after = title[:start], title[start + len(words) :]
        placed = _WHERE.search(before) is not None and not after.startswith(("'s", "’s"))
        labelled = start <= first and _LABELLED.match(after) is not None
        water = WATER.search(words) is not None and " " in words
        about = not after.strip() and (_ABOUT.search(before) is not None or before.endswith(", "))
        if not (placed or labelled or water or about or _HIT.match(after)):
            continue
        places = gazetteer.find(words)
        aside = about or (labelled and after.startswith(",")) or _MOURNS.match(after) is not None
        if not (placed or water) and not _is_borne_out(words, text, labelled=aside):
            continue
        fine = FINE[places[0].kind] if places else TOWN
        span = Span(start, start + len(words))
        hold = Hold.LOCATED if fine or placed else Hold.NAMED
        found.append(Mention(words, words, span, 0, hold, fine, bool(places), eventful(title)))
    return found


def _is_borne_out(name: str, text: str, *, labelled: bool) -> bool:
    """True for a listed name, one that the text calls a place, and the matter of a headline the text omits."""
    return gazetteer.known(name) or _is_called_place(name, text) or (labelled and name not in text)


def _loud(title: str, text: str) -> list[Mention]:
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


def _core(run: str, start: int) -> tuple[str, int]:
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
        or placewords.OFFICE.search(words) is not None
        or placewords.STREET.search(words) is not None
    )


def in_title(title: str, text: str = "") -> list[Mention]:
    """The places that a headline names, whatever stands beside them: the gazetteer must have them.

    A small one must stand in the text too.
    """
    found = []
    sentence = not is_headline(title) and not title.isupper()
    for words, start in _runs(title):
        place = known(words, start, 0)
        if place is None and not _PERSON.match(words):
            place = known(words, start, 0, least=SMALL) or _short(words, start)
        if place is not None and sentence and _is_fragment(place, words, start):
            continue
        if place is not None and (
            believable(place.name) or re.search(_IN_TEXT.format(re.escape(place.name)), text)
        ):
            found.append(place)
    unlisted = None if is_headline(title) else _IN_TITLE.search(title)
    if unlisted and not gazetteer.known(unlisted["name"]) and unlisted["name"] not in peoples():
        name = unlisted["name"]
        hit = eventful(unlisted.group())
        found.append(Mention(name, name, Span(*unlisted.span("name")), 0, Hold.NAMED, TOWN, False, hit))
    return found


def _is_fragment(place: Mention, run: str, start: int) -> bool:
    """True for the 'Gulf' of 'Gulf of Mexico' and the small town that a ship is called after."""
    before, after = run[: place.span.start - start].split(), run[place.span.end - start :]
    if after[:1] == " " and after[1:2].islower():
        return True
    named = (
        bool(before) and before[-1].istitle() and bare(before[-1]) not in NO_START and before[-1] not in peoples()
    )
    return named and not believable(place.name)


_PERSON = re.compile(r"[A-Z][a-z]+(?:\s[A-Z]\.|\s[A-Z][a-z]+)+$")
"""'Ann Marie Moultrie': its last word may be a town's name too, which a headline does not mean."""


def _short(words: str, start: int) -> Mention | None:
    """A listed town whose name has three letters."""
    places = gazetteer.find(words) if len(words) == 3 and words.istitle() and words not in NO_START else ()
    if not places or places[0].kind != "city":
        return None
    return Mention(words, words, Span(start, start + 3), 0, Hold.NAMED, TOWN)


_OWNER = re.compile(r"['’]s\s")
"""What ends an owner: 'Serbia' of "Serbia's Nis"."""


def _runs(title: str) -> Iterator[tuple[str, int]]:
    """The runs of capitals of a headline and where they begin, an owner apart from what it owns."""
    for match in NAME.finditer(title):
        start = match.start()
        for owner in _OWNER.finditer(match.group()):
            yield title[start : match.start() + owner.start()], start
            start = match.start() + owner.end()
        yield title[start : match.end()], start


_IN_TEXT = (
    r"(?:\b(?:in|at|near|outside|around|between|reached|entered|left|city|town|village)|,)\s+(?:the\s+)?(?:\w+\s+of\s+)?{0}\b"
    r"(?!\s+[Ss]ide)(?!\s[A-Z])"
)
"""What makes the small place of a headline one: the text says 'in Derna', 'School, Derna'."""


def borne_out(title: str, text: str) -> list[Mention]:
    """The names of a headline that no list has, but that the text below calls a place: 'the ruins of Kfar Dan'."""
    found: list[Mention] = []
    if is_headline(title):
        return found
    for run, start in _runs(title):
        name = re.sub(r"['’]s$", "", run)
        if len(name) < 4 or name.count(" ") > 2 or name.split(" ")[0] in NO_START or name in peoples():
            continue
        if gazetteer.known(name) or not _is_called_place(name, text):
            continue
        found.append(Mention(name, name, Span(start, start + len(name)), 0, Hold.NAMED, TOWN, False))
    return found


def _is_called_place(name: str, text: str) -> bool:
    """True when the words around the name somewhere say that it is a place."""
    at = text.find(name)
    while at >= 0:
        end = at + len(name)
        if _CALLED_BEFORE.search(text, max(0, at - 60), at) and _NAME_ENDS.match(text, end):
            return True
        if _CALLED_AFTER.match(text, end) and not (at and (text[at - 1].isalnum() or text[at - 1] == "_")):
            return True
        at = text.find(name, at + 1)
    return False


_CALLED_BEFORE = re.compile(
    r"\b(?:(?:[Ii]n|[Nn]ear|[Oo]utside|[Aa]round)\s+(?:the\s+)?|(?:village|town|hamlet)\s+(?:of\s+)?"
    r"|(?:ruins|rubble|outskirts|area|mayor|abbot|imam|elders|people|residents|villagers|streets)\s+of\s+)$"
)
_NAME_ENDS = re.compile(r"\b(?!\s[A-Z])")
_CALLED_AFTER = re.compile(
    r"\s+(?:region|province|district|valley|river|village|municipality|camp|island|prison|stampede|massacre|tragedy"
    r"|floods?|earthquake|quake|landslide|blaze|fire)\b"
)


_SITE = re.compile(r"\s+[-–—|«]\s+(?=[^-–—|«]*$)")
_IN_TITLE = re.compile(
    r"\b(?:in|at|near|(?:dead|battle|siege|massacre|victims|flood|fall|zone|events|ruins|bombing"
    r"|shelling|storming|capture|burning)\s+of|(?:attack|raid|strike|assault|report)s?\s+on)\s+(?:the\s+)?"
    r"(?P<name>[A-Z][\w'’-]+(?<!['’]s)(?:\s(?:Valley|District|Province))?)(?=$|[\s,:;])"
)
