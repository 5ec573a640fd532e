"""Places where the layout names them: datelines, bullets, headlines, sentences in capitals."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import lru_cache

from factcheck import gazetteer
from factcheck.extraction.gates import gated
from factcheck.extraction.happening import Telling, telling
from factcheck.extraction.page import Page, Sentence
from factcheck.extraction.places import placewords
from factcheck.extraction.places.holds import is_reported
from factcheck.extraction.places.mentions import (
    CAPITAL,
    FINE,
    NAME,
    NO_START,
    Hold,
    Mention,
    believable,
    fine_of,
    known,
    peoples,
    state,
)
from factcheck.extraction.places.placewords import TOWN
from factcheck.values import Span

_WORD = rf"[{CAPITAL}](?:[^\W\d_]|[.'’-])+"
_DATELINE = re.compile(
    rf"^\W{{0,2}}(?P<places>{_WORD}(?:[ ,/]+{_WORD}){{0,5}}?)\s*"
    r"(?:,?\s*(?:[A-Z][a-z]{2,8}\.?\s+\d{1,2}|\d{1,2}\s+[A-Z]\w+)(?:,?\s*\d{4})?)?"
    r"\s*(?:\([^)\n]{2,30}\)\s*)?(?:[-–—]{1,2}\s|:\s|\.(?:\s(?=[A-Z])|$))"
)
_BULLET = gated(r"^\s*[•*·–—-]\s*(?P<places>[^:\n]{3,80}):\s")
_ROW = gated(
    r"^(?:\d{1,2}[.:]\d{2}\s+)?(?P<places>[A-Z][\w'’-]+(?:[ -](?:[a-z]{2}[ -])?[A-Z][\w'’-]+){0,3})\s?"
    r"(?::\s|\s[–—-]\s(?=\d))"
    r"|^\d{1,2}[.:]\d{2}\s+(?P<entry>[A-Z][\w'’-]+(?:\s[A-Z][\w'’-]+){0,2})\.(?:\s|$)"
)
"""'Hasakah: five villages were taken' as a line of a list, '13.40 Hasakah. Five villages' as a live report's."""
_ITEM = re.compile(
    r"(?P<places>[A-Z][\w'’-]+(?:[ -][A-Z][\w'’-]+){0,2}):\s+(?:\d[\d,.]*|none|one|two|three|no\s+\w+)\W*"
)
"""'Hasakah: 11.' is one of a row of such sentences in a line."""

_LOUD = re.compile(
    r"\b(?:IN|AT|NEAR|OFF|OVER|OUTSIDE|OF|ON|FROM|AROUND)\s+(?:THE\s+)?(?:(?:SOUTH|NORTH|EAST|WEST)(?:ERN)?"
    r"\s+)?(?P<name>(?!(?:IN|ON|AT|OF|THE)\b)[A-Z'-]{3,}(?:\s(?!(?:IN|ON|AT|OF|FROM|NEAR|AND|AFTER|BY"
    r"|FOR)\b)[A-Z'-]{2,}){0,3})"
)


_LOUD_HIT = re.compile(
    r"(?<![A-Z'-])(?!THE\b)(?P<name>[A-Z'-]{4,}(?:\s[A-Z'-]{3,})?)\s(?:(?:TRAIN|BUS|FERRY|PLANE|MINE|FACTORY|BRIDGE|PRISON|HOTEL)"
    r"\s)?(?:COLLISION|CRASH|DERAILMENT|SINKING|BLAST|EXPLOSION|BOMBING|FIRE|BLAZE|COLLAPSE|STAMPEDE|CRUSH|SHOOTING|MASSACRE"
    r"|LANDSLIDE|EARTHQUAKE|QUAKE|FLOODS?|DISASTER|TRAGEDY|SIEGE|CLASHES|RIOTS?)\b"
)
"""'DEATH TOLL IN FRIDAY'S (KORVINO) TRAIN COLLISION'."""


def is_loud(text: str) -> bool:
    """True for a sentence in capitals."""
    return sum(map(str.isupper, text[:120])) > 20 and sum(map(str.islower, text[:120])) < 10


NO_NAMES = frozenset(
    (
        "Capital",
        "Mile",
        "Southern",
        "Northern",
        "Eastern",
        "Western",
        "Central",
        "Many",
        "Own",
        "Any",
        "Each",
        "Every",
    )
)
"""What towns are called too, but never in a sentence in capitals: 'SOUTH OF CAPITAL', 'AT MILE POST 9'."""


_BARE_SITES = frozenset(("air", "army", "naval", "military", "main", "police", "refugee", "power", "train", "bus"))
"""'RESCUED FROM AIR BASE': a site without a name."""


def loud(sentence: Sentence) -> list[Mention]:
    """The places of a sentence in capitals: the longest listed name after a preposition."""
    found = []
    for match in _LOUD.finditer(sentence.text):
        parts = match["name"].split(" ")
        if parts[0].title() in NO_NAMES or parts[0].title() in NO_START:
            continue
        if all(part.lower() in _BARE_SITES or part.lower() in placewords.TYPES for part in parts):
            continue
        for count in range(len(parts), 0, -1):
            words = " ".join(parts[:count])
            rest = " ".join(parts[count:])
            if count < len(parts) and not gazetteer.known(words):
                continue
            typed = placewords.TYPE_AFTER.match(" " + rest) or (
                count > 1 and parts[count - 1].lower() in placewords.TYPES
            )
            if not (gazetteer.known(words) or typed) or words.title() in placewords.NOT_PLACES:
                continue
            start = sentence.span.start + match.start("name")
            shown = (words + (typed.group() if isinstance(typed, re.Match) else "")).title()
            told = telling(sentence.text[: match.start()], sentence.text[match.start("name") + len(words) :])
            spoken = told is Telling.SAID and not is_reported(sentence.text[: match.start()])
            hold = Hold.SAID if spoken else Hold.LOCATED
            fine = fine_of(words.title(), typed if isinstance(typed, re.Match) else None)
            found.append(
                Mention(shown, words.title(), Span(start, start + len(shown)), sentence.index, hold,
                        TOWN if fine is None else fine, True, told is Telling.EVENT)
            )  # fmt: skip
            break
    return found or _loud_hit(sentence)


def _loud_hit(sentence: Sentence) -> list[Mention]:
    """The listed place before what happened there."""
    for match in _LOUD_HIT.finditer(sentence.text):
        parts = match["name"].split(" ")
        words = next(
            (w for w in (" ".join(parts), parts[-1]) if _is_listed(w.title()) and believable(w.title())), ""
        )
        if words and words.title() not in NO_NAMES | placewords.NOT_PLACES:
            start = sentence.span.start + match.start("name") + len(match["name"]) - len(words)
            fine = FINE[gazetteer.find(words.title())[0].kind]
            span = Span(start, start + len(words))
            return [Mention(words.title(), words.title(), span, sentence.index, Hold.NAMED, fine, True, True)]
    return []


@lru_cache(maxsize=512)
def is_headline(text: str) -> bool:
    """True when nearly every longer word begins with a capital."""
    words = [w for w in text.split() if len(w) > 3 and w[0].isalpha()]
    return len(words) > 3 and sum(w[0].isupper() for w in words) > 0.75 * len(words)


def opening(page: Page, sentence: Sentence) -> tuple[list[Mention], int]:
    """The places before 'KABUL, Oct 12 -' or '• Derna:', and how far they reach into the sentence."""
    text, start = sentence.text, sentence.span.start
    if start and "\n" not in page.text[max(0, start - 3) : start]:
        item = _ITEM.fullmatch(text)
        if item is None or not _is_listed(item["places"]):
            return [], 0
        return [_row(item["places"], start, sentence)], item.end()
    bullet = _BULLET.match(text)
    if bullet:
        label, at = bullet["places"].strip(), start + bullet.start("places")
        first = NAME.match(label)
        named = known(first.group(), at, sentence.index) if first and _only_places(label) else None
        if first and named and named.name == first.group():
            span = Span(at, at + len(label))
            return [replace(named, text=label, span=span, hold=Hold.LOCATED, eventful=True)], bullet.end()
    row = _ROW.match(text) if sentence.paragraph else None
    name = "" if row is None else row["places"] or row["entry"]
    if row is not None and not name.isupper() and _is_listed(name):
        return [_row(name, start + text.find(name), sentence)], row.end()
    line = _DATELINE.match(text) if sentence.index < 8 else None
    if line is None:
        return [], 0
    found: list[Mention] = []
    for match in re.finditer(r"[^,/]+", line["places"]):
        words = match.group().strip(" -")
        shown = words.title() if words.isupper() and len(words) > 3 else words
        places = () if shown in NO_START else gazetteer.find(state(words) or shown)
        if places and (not found or places[0].kind == "city"):
            at = start + line.start("places") + match.start()
            found.append(
                Mention(
                    shown, shown, Span(at, at + len(words)), sentence.index, Hold.DATELINE, FINE[places[0].kind]
                )
            )
    return found, line.end("places") if found else 0


def _row(name: str, at: int, sentence: Sentence) -> Mention:
    fine = FINE[gazetteer.find(name)[0].kind]
    return Mention(name, name, Span(at, at + len(name)), sentence.index, Hold.LOCATED, fine, True, True)


def _is_listed(name: str) -> bool:
    """True for a name that a list may give its lines: listed, and no word for people or bodies."""
    return name not in NO_START and name not in peoples() and len(name) > 3 and bool(gazetteer.find(name))


def _only_places(label: str) -> bool:
    """True for 'Paktika and Helmand provinces': names, words for kinds of places, and nothing else."""
    rest = NAME.sub("", label).replace(",", " ").replace("/", " ").split()
    return all(word in ("and", "&") or word in placewords.TYPES for word in rest)
