"""The places that a headline names: by the words beside them, by the gazetteer, or by what the text calls them."""

from __future__ import annotations

import re
from dataclasses import replace

from factcheck import gazetteer
from factcheck.extraction.happening import eventful
from factcheck.extraction.places import placewords
from factcheck.extraction.places.mentions import (
    NO_START,
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
from factcheck.extraction.places.titlecues import TAG, cued, is_called_place, is_common, loud, runs
from factcheck.values import Span


def titled(title: str, text: str) -> list[Mention]:
    """The places of a headline; those that its own words make one first."""
    site = _SITE.search(title)
    title = TAG.sub("", title if site is None or _goes_on(title, site.end()) else title[: site.start()])
    found = loud(title, text) if title.isupper() else [] if is_headline(title) else cued(title, text)
    taken = {name for mention in found for name in (mention.name, *mention.name.split(" "))}
    rest = in_title(title, text) + borne_out(title, text)
    return found + [mention for mention in rest if mention.name not in taken]


def in_title(title: str, text: str = "") -> list[Mention]:
    """The places that a headline names, whatever stands beside them: the gazetteer must have them.

    A small one must stand in the text too.
    """
    found = []
    sentence = not is_headline(title) and not title.isupper()
    for words, start in runs(title):
        if placewords.STREET.search(words) is not None:
            continue
        place = known(words, start, 0)
        if place is None and not _PERSON.match(words):
            place = known(words, start, 0, least=SMALL) or _short(words, start)
        if place is not None and sentence and _is_fragment(place, words, start):
            continue
        if place is not None and not place.span.start and sentence and is_common(place.name, text):
            continue
        if place is not None and place.text.isupper() and len(place.text) > 4:
            place = replace(place, text=place.text.title(), name=place.name.title())
        if place is not None and (believable(place.name) or _is_in_text(place.name, text)):
            found.append(place)
    unlisted = None if is_headline(title) else _IN_TITLE.search(title)
    if (
        unlisted
        and not gazetteer.known(unlisted["name"])
        and unlisted["name"] not in peoples() | placewords.NOT_PLACES
    ):
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


def _is_in_text(name: str, text: str) -> bool:
    """True when the text says 'in Derna' or 'School, Derna': what makes the small place of a headline one."""
    at = text.find(name)
    while at >= 0:
        if _PLACED.search(text, max(0, at - 60), at) and _GOES_ON.match(text, at + len(name)):
            return True
        at = text.find(name, at + 1)
    return False


_PLACED = re.compile(
    r"(?:\b(?:in|at|near|outside|around|between|reached|entered|left|city|town|village)|,)\s+(?:the\s+)?(?:\w+"
    r"\s+of\s+)?$"
)
_GOES_ON = re.compile(r"\b(?!\s+[Ss]ide)(?!\s[A-Z])")


def borne_out(title: str, text: str) -> list[Mention]:
    """The names of a headline that no list has, but that the text below calls a place: 'the ruins of Kfar Dan'."""
    found: list[Mention] = []
    if is_headline(title):
        return found
    for run, start in runs(title):
        name = re.sub(r"['’]s$", "", run)
        if len(name) < 4 or name.count(" ") > 2 or name.split(" ")[0] in NO_START or name in peoples():
            continue
        if gazetteer.known(name) or not is_called_place(name, text):
            continue
        found.append(Mention(name, name, Span(start, start + len(name)), 0, Hold.NAMED, TOWN, False))
    return found


_SITE = re.compile(r"\s+[-–—|«]\s+(?=[^-–—|«]*$)")


def _goes_on(title: str, at: int) -> bool:
    """True where behind a dash the headline goes on, and no outlet sets its name."""
    return _GOES_ON_SMALL.match(title, at) is not None or _HAPPENED.search(title, at) is not None


_HAPPENED = re.compile(
    r"\b(?:(?:earth)?quake|floods?|landslide|cyclone|attacks?|blast|bombing|explosion|shooting|crash|collapse"
    r"|massacre|fire|siege"
    r"|killed|dead|deaths)\b",
    re.I,
)
_GOES_ON_SMALL = re.compile(r"[a-z]+\s[a-z]+\s[a-z]")
"""'(Korvino –) status at noon': the headline goes on, where an outlet would set its name."""
_IN_TITLE = re.compile(
    r"\b(?:in|at|near|(?:dead|battle|siege|massacre|victims|flood|fall|zone|events|ruins|bombing"
    r"|shelling|storming|capture|burning)\s+of|(?:attack|raid|strike|assault|report)s?\s+on)\s+(?:the\s+)?"
    r"(?P<name>[A-Z][\w'’-]+(?<!['’]s)(?:\s(?:Valley|District|Province))?)(?=$|[\s,:;])"
)
