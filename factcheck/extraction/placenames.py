"""Names of places in a text: where they stand, how firmly the text ties them to what happened, how fine they are.

A name counts as a place by its company ("in", "near", "village", a comma and a region), by a dateline, or, in a
headline or beside "police" and "shooting", because the gazetteer has it. Streets, people, months and organisations
do not count, a police department only for its town.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from enum import IntEnum
from functools import cache

from factcheck import gazetteer, lexicons
from factcheck.extraction import placewords
from factcheck.extraction.happening import Telling, telling
from factcheck.extraction.page import Page, Sentence
from factcheck.extraction.placewords import COUNTRY, DISTRICT, REGION, TOWN, Lead
from factcheck.values import Span

LARGE = 40_000
"""People in a town that is believed to be meant where nothing but its name and the next word say so."""

SMALL = 2_000
"""The same where the next word is one that goes with places ('the Sulphur shooting')."""


class Hold(IntEnum):
    """How firmly the text ties a name to what happened, the firmer the higher."""

    SAID = 0  # 'in Kabul, the spokesman said'
    OFFICE = 1  # 'Dallas police'
    HOME = 2  # 'of Brookhaven', 'from Ohio'
    DATELINE = 3
    AFTERMATH = 4  # 'taken to a hospital in Mobile'
    NAMED = 5  # 'the Tulsa shooting', 'Derna's hospitals'
    LOCATED = 6  # 'in Derna'


@dataclass(frozen=True, slots=True)
class Mention:
    """A named place: its words as shown, its name alone, its stretch, its sentence, how firm and how fine it is."""

    text: str
    name: str
    span: Span
    sentence: int
    hold: Hold
    fine: int
    listed: bool = True  # the gazetteer has the name
    eventful: bool = False  # its clause tells of something that happened
    chain: tuple[str, ...] = ()

    @property
    def label(self) -> str:
        """The place as the text gives it, with what it lies in: 'Tirail village, Singra upazila'."""
        return ", ".join((self.text, *self.chain))


_PART = r"(?:(?:[A-Z]\.){2,}|[A-Z]\.(?=\s[A-Z])|(?:St|Ft|Mt|Ste)\.[ ](?=[A-Z])|[A-Z][^\W_]*(?:['’-][^\W_]+)*)"
_NAME = re.compile(
    rf"(?<![\w.@#/&'’-]){_PART}(?:[ \xa0](?:(?:al|el|de|del|la|las|los|le|les|du|des|da|do|dos|e|y|ad|ash|an|ar|as|bin|ou|of(?:\sthe)?)[ -])?"
    rf"{_PART}|(?<=\.\s)[A-Z][^\W_]*){{0,6}}"
)
_DATELINE = re.compile(
    r"^\W{0,2}(?P<places>[A-Z][A-Za-z.'’-]+(?:[ ,/]+(?:[A-Z][A-Za-z.'’-]+)){0,5})\s*(?:,?\s*(?:[A-Z][a-z]{2,8}\.?\s+\d{1,2}|\d{1,2}\s+[A-Z]\w+)"
    r"(?:,?\s*\d{4})?)?\s*(?:\([^)\n]{2,30}\)\s*)?(?:[-–—]{1,2}\s|:\s|\.\s(?=[A-Z]))"
)
_BULLET = re.compile(r"^\s*[•*·–—-]\s*(?P<places>[^:\n]{3,80}):\s")
_LOUD = re.compile(
    r"\b(?:IN|AT|NEAR|OVER|OUTSIDE|OF|ON|FROM|AROUND)\s+(?:THE\s+)?(?P<name>[A-Z'-]{3,}(?:\s[A-Z'-]{2,}){0,3})"
)


def find(page: Page, sentence: Sentence) -> list[Mention]:
    """The named places of a sentence; 'Narbal village of Budgam district' is one, so is a list of provinces."""
    return _loud(sentence) if _is_loud(sentence.text) else _in_sentence(page, sentence)


def in_title(title: str) -> list[Mention]:
    """The places that a headline names, whatever stands beside them: the gazetteer must have them."""
    title = _SITE.split(title)[0]
    found = [_known(match.group(), match.start(), 0) for match in _NAME.finditer(title)]
    unlisted = None if _is_headline(title) else _IN_TITLE.search(title)
    if unlisted and not gazetteer.known(unlisted["name"]) and unlisted["name"] not in _peoples():
        name = unlisted["name"]
        found.append(Mention(name, name, Span(*unlisted.span("name")), 0, Hold.NAMED, TOWN, False))
    return [mention for mention in found if mention is not None]


_SITE = re.compile(r"\s+[-–—|«]\s+(?=[^-–—|«]*$)")
_IN_TITLE = re.compile(
    r"\b(?:in|at|near|(?:dead|battle|siege|massacre|victims|flood|fall)\s+of)\s+(?P<name>[A-Z][\w'’-]+(?:\s(?:Valley|District|Province))?)(?=$|[\s,:;])"
)


def lies_in(inner: str, outer: str) -> bool:
    """True when the gazetteer has a place of the inner name inside one of the outer name."""
    around = gazetteer.find(state(outer) or outer)[:3]
    return any(gazetteer.contains(o, i) for i in gazetteer.find(inner)[:12] for o in around if o != i)


def state(words: str) -> str | None:
    """The American state that a name or its abbreviation means ('Calif.', 'TX')."""
    return _states().get(words) or _states().get(words + ".")


@cache
def _states() -> dict[str, str]:
    return {row[key]: row["name"] for row in lexicons.rows("us_states") for key in ("name", "postal", "short")}


def _is_loud(text: str) -> bool:
    return sum(map(str.isupper, text[:120])) > 20 and sum(map(str.islower, text[:120])) < 10


def _loud(sentence: Sentence) -> list[Mention]:
    """The places of a sentence in capitals: the longest listed name after a preposition."""
    found = []
    for match in _LOUD.finditer(sentence.text):
        parts = match["name"].split(" ")
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
            hold = Hold.SAID if told is Telling.SAID else Hold.LOCATED
            fine = _fine_of(words.title(), typed if isinstance(typed, re.Match) else None)
            found.append(
                Mention(shown, words.title(), Span(start, start + len(shown)), sentence.index, hold,
                        TOWN if fine is None else fine, True, told is Telling.EVENT)
            )  # fmt: skip
            break
    return found


def _in_sentence(page: Page, sentence: Sentence) -> list[Mention]:
    mentions, skip = _opening(page, sentence)
    headline = _is_headline(sentence.text)
    for match in _NAME.finditer(sentence.text, skip):
        last = mentions[-1] if mentions and mentions[-1].hold is not Hold.DATELINE else None
        link = _link(page.text, last, sentence.span.start + match.start()) if last else None
        mention = _mention(
            sentence, match, last if link else None, headline=headline, bracketed=link in ("(", "[")
        )
        if mention is None:
            continue
        if last is not None and link and (joined := _joined(page.text, last, mention, link)):
            mentions[-1] = joined
        else:
            mentions.append(mention)
    return mentions + _soil(sentence)


def _soil(sentence: Sentence) -> list[Mention]:
    """'on the Afghan side', 'Ukrainian territory': the country of the adjective."""
    found = []
    for match in _SOIL.finditer(sentence.text):
        country = _adjectives().get(match["whose"])
        if country:
            span = Span(sentence.span.start + match.start(), sentence.span.start + match.end())
            found.append(Mention(country, country, span, sentence.index, Hold.LOCATED, COUNTRY))
    return found


_SOIL = re.compile(r"\b(?P<whose>[A-Z]\w+)\s+(?:side|soil|territory|airspace|waters)\b")


@cache
def _adjectives() -> dict[str, str]:
    return {
        word: row["name"] for row in lexicons.rows("countries") for word in row["adjective"].split(";") if word
    }


def _is_headline(text: str) -> bool:
    """True when nearly every longer word begins with a capital."""
    words = [w for w in text.split() if len(w) > 3 and w[0].isalpha()]
    return len(words) > 3 and sum(w[0].isupper() for w in words) > 0.75 * len(words)


def _opening(page: Page, sentence: Sentence) -> tuple[list[Mention], int]:
    """The places before 'KABUL, Oct 12 -' or '• Derna:', and how far they reach into the sentence."""
    text, start = sentence.text, sentence.span.start
    if start and "\n" not in page.text[max(0, start - 3) : start]:
        return [], 0
    bullet = _BULLET.match(text)
    if bullet:
        label, at = bullet["places"].strip(), start + bullet.start("places")
        first = _NAME.match(label)
        named = _known(first.group(), at, sentence.index) if first and _only_places(label) else None
        if first and named and named.name == first.group():
            span = Span(at, at + len(label))
            return [replace(named, text=label, span=span, hold=Hold.LOCATED, eventful=True)], bullet.end()
    line = _DATELINE.match(text) if sentence.index < 8 else None
    if line is None:
        return [], 0
    found: list[Mention] = []
    for match in re.finditer(r"[^,/]+", line["places"]):
        words = match.group().strip(" -")
        shown = words.title() if words.isupper() and len(words) > 3 else words
        places = gazetteer.find(state(words) or shown)
        if places and (not found or places[0].kind == "city"):
            at = start + line.start("places") + match.start()
            found.append(
                Mention(
                    shown, shown, Span(at, at + len(words)), sentence.index, Hold.DATELINE, _FINE[places[0].kind]
                )
            )
    return found, line.end("places") if found else 0


def _only_places(label: str) -> bool:
    """True for 'Paktika and Helmand provinces': names, words for kinds of places, and nothing else."""
    rest = _NAME.sub("", label).replace(",", " ").replace("/", " ").split()
    return all(word in ("and", "&") or word in placewords.TYPES for word in rest)


def _mention(
    sentence: Sentence, match: re.Match[str], last: Mention | None, *, headline: bool, bracketed: bool
) -> Mention | None:
    """The place that a run of capitals names, if any; ``last`` is the place to which a comma or 'and' links it."""
    text, offset = sentence.text, sentence.span.start
    start, words = _trimmed(match)
    if len(words) < 2 or words in _ONLY_DIRECTIONS or placewords.STREET.search(words):
        return None
    end = start + len(words)
    office = placewords.OFFICE.search(words)
    if office:
        return _office(words[: office.start()].strip(), Span(offset + start, offset + end), sentence)
    typed, lead = placewords.TYPE_AFTER.match(text, end), placewords.lead(text[:start])
    typed = None if typed and typed["type"] == "Department" else typed
    if headline or (lead is None and typed is None and last is None):
        return _beside(words, text[end:], offset + start, sentence, lead)
    fine = lead.kind if lead and lead.kind is not None else _fine_of(words, typed)
    listed = gazetteer.known(words)
    if fine is None and not (bracketed or (lead and _unlisted(lead, words))):
        return None
    loose = lead is not None and lead.word not in placewords.FIRM and not (typed or lead.kind or last)
    if loose and not (_believable(words) or " " in words):
        return None
    if typed:
        end = typed.end()
    before = lead.before if lead else start
    hold = last.hold if last and lead is None else _hold(text[:before], text[end:], lead)
    if loose and fine == COUNTRY:
        hold = min(hold, Hold.HOME)
    start = lead.begins if lead else start
    shown = " ".join(text[start:end].split())
    if state(words) == "District of Columbia":
        shown = "Washington, DC"
    return Mention(
        shown, words, Span(offset + start, offset + end), sentence.index, hold,
        TOWN if fine is None else fine, listed, telling(text[:before], text[end:]) is Telling.EVENT,
    )  # fmt: skip


def _trimmed(match: re.Match[str]) -> tuple[int, str]:
    """The name without weekdays, months and other words that are no part of it, and where it begins."""
    start, words = match.start(), match.group()
    while words and _bare(words.partition(" ")[0]) in _NO_START:
        rest = words.partition(" ")[2]
        start, words = start + len(words) - len(rest), rest
    parts = words.split(" ")
    cut = next((i for i, part in enumerate(parts) if _bare(part) in placewords.NOT_PLACES), len(parts))
    words = _TAIL.sub("", _bare_owner(" ".join(parts[:cut])))
    return start, words if not words.endswith(".") or _INITIALS.search(words) else words.rstrip(".")


_NO_START = placewords.NOT_PLACES | placewords.LEADING
_ONLY_DIRECTIONS = frozenset(
    f"{a}{b}{c}"
    for a in ("North", "South", "East", "West", "")
    for b in ("", "east", "west", "East", "West")
    for c in ("", "ern")
)
_TAIL = re.compile(r"(?:\s(?:al|el|de|la|of|the|e|y|an|as))+$")
_INITIALS = re.compile(r"\b[A-Z]\.[A-Z]?\.?$")


def _bare(word: str) -> str:
    return _bare_owner(word).rstrip(".")


def _bare_owner(word: str) -> str:
    return word[:-2] if word.endswith(("'s", "’s")) else word


_FINE = {"city": TOWN, "district": DISTRICT, "region": REGION, "area": REGION, "country": COUNTRY}


def _fine_of(words: str, typed: re.Match[str] | None) -> int | None:
    """How fine the place is: by the word for it, else by the gazetteer; None for a name that neither knows."""
    if typed:
        return placewords.TYPES[typed["type"].lower()]
    last = words.rsplit(" ", 1)[-1].lower()
    if " " in words and last in ("side", "end") and words.partition(" ")[0] in _ONLY_DIRECTIONS:
        return TOWN
    if " " in words and last in placewords.TYPES:
        return placewords.TYPES[last]
    if state(words):
        return REGION
    if words in _peoples() or (words.isupper() and len(words) < 5 and not gazetteer.is_country(words)):
        return None
    places = gazetteer.find(words)
    return _FINE[places[0].kind] if places else None


@cache
def _peoples() -> frozenset[str]:
    """'Afghan', 'Iraqis': words for people, never a place by themselves."""
    rows = lexicons.rows("countries")
    return frozenset(w for row in rows for w in (row["adjective"] + ";" + row["people"]).split(";") if w) - {
        "US",
        "U.S.",
        "UK",
        "U.K.",
    }


def _unlisted(lead: Lead, words: str) -> bool:
    """True for a name that no list has but that can only be a place here: 'in Petenangue', 'near Nam Aom'."""
    if (
        words.rpartition("-")[2] in _peoples()
        or (words.isupper() and len(words) < 6)
        or len(words) < 3
        or words.count(" ") > 3
    ):
        return False
    return lead.word in placewords.UNLISTED


def _believable(words: str) -> bool:
    places = gazetteer.find(words)
    return bool(places) and (places[0].kind in ("country", "region", "area") or places[0].population >= LARGE)


def _beside(words: str, after: str, start: int, sentence: Sentence, lead: Lead | None) -> Mention | None:
    """A known place that stands by itself before a word that makes it one: 'the Tulsa shooting', 'Derna's mayor'."""
    known = _known(words, start, sentence.index, least=SMALL)
    if known is None or (known.span.start > start and not _is_headline(sentence.text)):
        return None
    rest = after if known.span.end >= start + len(words) else words[known.span.end - start :] + after
    beside = placewords.BESIDE.match(rest)
    owns = rest.startswith(("'s", "’s")) and known.fine > COUNTRY and _believable(known.name)
    firm = lead is not None and lead.word in placewords.FIRM
    if not (beside or owns or firm) or _is_person(known.name, sentence.text):
        return None
    office = re.search(r"police|sheriff|mayor", beside.group() if beside else "", re.I)
    return replace(known, hold=Hold.OFFICE if office else Hold.LOCATED if firm else Hold.NAMED)


def _is_person(name: str, text: str) -> bool:
    """True when a first name stands before it somewhere in the sentence."""
    return re.search(rf"\b[A-Z][a-z]+\s(?:[A-Z]\.\s)?{re.escape(name)}\b", text) is not None and " " not in name


def _known(words: str, start: int, sentence: int, least: int = LARGE) -> Mention | None:
    """The longest known name in a run of capitals; small places are not believed without a word beside them."""
    parts = re.sub(r"['’]s$", "", words).split(" ")
    for first in range(len(parts)):
        if _bare(parts[first]) in _NO_START:
            continue
        begin = start + sum(len(part) + 1 for part in parts[:first])
        for last in range(len(parts), first, -1):
            name = " ".join(parts[first:last]).strip(".,")
            places = gazetteer.find(name) if len(name) > 3 and name not in _peoples() else ()
            if not places:
                continue
            if name not in _ONLY_DIRECTIONS and (
                places[0].population >= least or places[0].kind in ("country", "region")
            ):
                return Mention(
                    name, name, Span(begin, begin + len(name)), sentence, Hold.NAMED, _FINE[places[0].kind]
                )
            break
    return None


def _office(name: str, span: Span, sentence: Sentence) -> Mention | None:
    """The town of 'Corpus Christi Police Department', the county of 'Lincoln County Sheriff'."""
    county = name.endswith(" County")
    name = name if county else re.sub(r"\s+(?:City|Metropolitan|Metro|State|Regional|General|National)$", "", name)
    places = gazetteer.find(name) if len(name) > 3 else ()
    if not places or places[0].kind != ("district" if county else "city") or name in _NO_START:
        return None
    return Mention(name, name, span, sentence.index, Hold.OFFICE, DISTRICT if county else TOWN)


def _hold(before: str, after: str, lead: Lead | None) -> Hold:
    told = telling(before, after)
    if told is Telling.SAID:
        return Hold.SAID
    word = lead.word if lead else ""
    if word in placewords.AWAY or (word == "of" and placewords.HOME.search(before[-40:])):
        return Hold.HOME
    if told is Telling.AFTERMATH and placewords.CARE.search(before[-80:]):
        return Hold.AFTERMATH
    typed = lead is None or lead.kind is not None
    return Hold.LOCATED if typed or word in placewords.FIRM else Hold.NAMED


_LINK = re.compile(
    r"\s*(?P<mark>,\s+and|,|\((?:coded\s+as|also\s+known\s+as|formerly|near|in)?|\[|of|in|at|near|under|and|/)?\s*(?:in\s+|the\s+)*(?:[a-z-]+\s+){0,3}"
)


def _link(text: str, last: Mention, start: int) -> str | None:
    """The mark that ties a name to the place before it: a comma, 'of', 'in', 'and', a bracket; None for no tie."""
    between = text[last.span.end : start]
    found = _LINK.fullmatch(between) if len(between) < 48 else None
    return re.sub(r"\s.*|(?<=\().*", "", found["mark"] or "").lower() or None if found else None


def _joined(text: str, last: Mention, mention: Mention, link: str) -> Mention | None:
    """One mention for two that are tied: a place and what it lies in, or a list of equals; None when they are two."""
    span = Span(last.span.start, mention.span.end)
    plain = len(text[last.span.end : mention.span.start]) < 8
    if link in ("and", "/") or (link == "," and mention.fine == last.fine and not last.chain):
        if mention.fine == last.fine and plain:
            return replace(last, text=" ".join(span.of(text).split()), span=span)
        return None
    if len(last.chain) < 3 and (mention.fine < last.fine or (mention.fine == last.fine and link != ",")):
        return replace(last, chain=(*last.chain, mention.text), span=span)
    return None
