"""Names of places in a text: where they stand, what they are, and what the sentence says of them.

A name counts as a place by its company ("in", "near", "village", a comma and a region), by a dateline, or, in a
headline or beside "police" and "shooting", because the gazetteer has it. Streets, people, months and organisations
do not count, a police department only for its town.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import IntEnum
from functools import cache

from factcheck import gazetteer, lexicons
from factcheck.extraction.happening import Telling, telling
from factcheck.extraction.page import Page, Sentence
from factcheck.values import Span


LARGE = 40_000
"""People in a town that is believed to be meant where nothing but its name and the next word say so."""


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
    """A named place: its words as shown, its stretch, its sentence, how firm, and how fine.

    ``fine`` is 3 for a town, village or site, 2 for a district or county, 1 for a region, 0 for a country.
    """

    text: str
    name: str
    span: Span
    sentence: int
    hold: Hold
    fine: int
    eventful: bool = False  # its clause tells of something that happened
    chain: tuple[str, ...] = ()

    @property
    def label(self) -> str:
        """The place as the text gives it, with what it lies in: 'Tirail village, Singra upazila'."""
        return ", ".join((self.text, *self.chain))


_TYPES = {
    3: "village town city hamlet locality neighborhood neighbourhood suburb airport airbase base camp port harbor harbour "
       "prison jail market square bridge checkpoint crossing mine outpost settlement quarter refinery barracks mosque "
       "church monastery temple forest hill hills mountain mountains river lake dam valley peninsula island islands",
    2: "district county upazila tehsil taluk taluka mandal township subdistrict sub-district commune municipality "
       "division parish borough sector zone subdivision agency block area ward thana canton",
    1: "province state region department governorate prefecture territory oblast",
}  # fmt: skip
_TYPE = {word: fine for fine, words in _TYPES.items() for word in words.split()}
_TYPE_AFTER = re.compile(
    rf"(?:\s+(?:air|police|refugee|military|border|mining|town|city|trading))?\s+(?P<type>{'|'.join(sorted(_TYPE, key=len, reverse=True))})\b",
    re.I,
)
_NAME = re.compile(
    r"(?<![\w.@#/&'’-])(?:(?:St|Ft|Mt|Ste)\.\s)?[A-Z][^\W_]*(?:['’.-][^\W_]+)*"
    r"(?:[ \xa0](?:(?:al|el|de|del|la|las|los|le|les|du|des|da|do|dos|e|y|ad|ash|an|ar|as|bin|ou|of(?:\sthe)?)[ -])?"
    r"(?:(?:St|Mt)\.\s)?[A-Z][^\W_]*(?:['’.-][^\W_]+)*){0,6}"
)
_DIRECTION = (
    r"(?:(?:(?:far|the)\s+)?(?:north|south|east|west|central|upper|lower|downtown|northern|southern|eastern|western|north-?east(?:ern)?|north-?west(?:ern)?"
    r"|south-?east(?:ern)?|south-?west(?:ern)?|suburban|rural|neighbou?ring|nearby|coastal|metro(?:politan)?|greater|uptown|inner-city|restive"
    r"|Indian-controlled|Indian-administered|rebel-held|government-held)(?:\s+(?:part|side|end|corner|outskirts)\s+of)?\s+)?"
)
_OF_TYPE = (
    r"(?:(?:the\s+)?(?:[\w-]+\s+){0,3}?(?:" + "|".join(sorted(_TYPE, key=len, reverse=True)) +
    r"|capital|outskirts|suburbs|neighbou?rhoods|streets|villages|towns|cities|districts|provinces|parts|north-?east|north-?west|south-?east|south-?west"
    r"|north|south|east|west|stronghold)(?:\s+(?:of|in|called|named)|(?=\s+[A-Z]))\s+(?:the\s+)?)?"
)  # fmt: skip
_PREPOSITION = re.compile(
    r"(?:^|[\s(\[\"“‘'—–-])(?P<word>in|at|near|around|outside|inside|across|throughout|over|off|along|towards?|within|into|to|from|of|between|on"
    r"|north|south|east|west|for|through|and|via|by|hit|struck|rocked|tore\s+through)\s+"
    rf"(?:of\s+)?(?P<mods>(?:the\s+)?{_OF_TYPE}(?:the\s+)?{_DIRECTION})$",
    re.I,
)
_DIRECTION_LAST = re.compile(rf"({_DIRECTION[:-1]})$", re.I)
_FIRM = frozenset(
    "in at near around outside inside across throughout over off within along between hit struck rocked".split()
)
_STREET = re.compile(
    r"\b(?:St|Street|Ave|Avenue|Rd|Road|Dr|Drive|Blvd|Boulevard|Ln|Lane|Highway|Hwy|Ct|Way|Pkwy|Parkway|Cir|Circle|Terrace|Ter|Trail|Route"
    r"|Interstate|Block|Loop|Freeway|Expressway|Avenues|Streets|Roads|Apartments?|Motel|Hotel|Inn|Pl)\.?$"
)
_OFFICE = re.compile(
    r"\b(?:Police|Sheriff|Sheriffs|Department|Dept|Ministry|Minister|Army|Military|University|College|Hospital|Medical|Center|Centre|Clinic|School|Court"
    r"|Committee|Council|Commission|Commissioner|Association|Party|Office|Bureau|Agency|Corps|Command|Force|Forces|Front|Group|Union|Organi[sz]ation"
    r"|Fire|Rescue|Mayor|Governor|Senator|President|Prime|Chief|Coroner|Examiner|Attorney|Prosecutor|Times|News|Post|Herald|Tribune|Journal|Gazette|Daily"
    r"|Bank|Church|Institute|Foundation|Authority|Administration|Government|Parliament|Congress|Senate|Assembly|Embassy|Consulate|Movement|Brigade|Battalion"
    r"|Regiment|Division|Unit|Team|League|Club|Company|Inc|Corp|Ltd|TV|Radio|Press|Television|Services?|Society|Federation|Crescent|Cross|Nations)\b"
)
_NOT_PLACES = frozenset(
    "Monday Tuesday Wednesday Thursday Friday Saturday Sunday January February March April May June July August September October November December "
    "Jan Feb Mar Apr Jun Jul Aug Sept Sep Oct Nov Dec Mon Tue Tues Wed Thu Thur Thurs Fri Sat Sun "
    "I He She It They We You The A An This That These Those But And Or If When While After Before Since Police Officers Officials Authorities Witnesses "
    "Islam Christmas Easter Ramadan Facebook Twitter Instagram YouTube Google X English Arabic French Spanish God Allah Mr Mrs Ms Dr Gen Lt Col Capt Sgt "
    "Muslim Muslims Christian Christians Sunni Shiite Shia Hindu Jewish Taliban AFP AP Reuters IST GMT EST PST CNN BBC IED AK-47 UN EU US NATO SUV DNA ".split()
)  # fmt: skip
_BESIDE = re.compile(
    r"^(?:['’]s)?\s+(?:\w+\s+){0,2}?(?:police|shooting|attack|blast|explosion|bombing|massacre|killings?|clash(?:es)?|strike|strikes|airstrike|fighting"
    r"|siege|battle|raid|port|airport|hospital|home|house|apartment|neighbou?rhood|man|woman|boy|girl|teen|teenager|family|couple|resident|residents|flood|fire|mayor"
    r"|protests?|march(?:es)?|riots?|crash|earthquake|ambush|border|frontier|suburb|street|park|school|toll|church|mosque|market|area|sheriff|side|nightclub|club|bar)\b",
    re.I,
)
_HOME = re.compile(
    r"(?:,\s+\d+,|\b\w+,)\s+(?:both\s+|all\s+|formerly\s+)?$|\b(?:man|woman|boy|girl|resident|residents|native|men|women)\s*$",
    re.I,
)
_DATELINE = re.compile(
    r"^\W{0,2}(?P<places>[A-Z][A-Za-z.'’-]+(?:[ ,/]+(?:[A-Z][A-Za-z.'’-]+)){0,5})\s*(?:,?\s*(?:[A-Z][a-z]{2,8}\.?\s+\d{1,2}|\d{1,2}\s+[A-Z]\w+)(?:,?\s*\d{4})?)?"
    r"\s*(?:\([^)\n]{2,30}\)\s*)?(?:[-–—]{1,2}\s|:\s|\.\s(?=[A-Z]))"
)


def find(page: Page) -> list[Mention]:
    """The named places of a page in order; 'Narbal village of Budgam district' is one, so is a list of provinces."""
    mentions: list[Mention] = []
    for sentence in page.sentences:
        mentions += _in_sentence(page, sentence)
    return mentions


def in_title(title: str) -> list[Mention]:
    """The places that a headline names, whatever stands beside them: the gazetteer must have them."""
    found = (_known(match.group(), match.start(), 0) for match in _NAME.finditer(title))
    return [mention for mention in found if mention is not None]


def _in_sentence(page: Page, sentence: Sentence) -> list[Mention]:
    mentions: list[Mention] = []
    line = _DATELINE.match(sentence.text) if sentence.index < 8 else None
    skip = 0
    if line and _starts_line(page.text, sentence.span.start):
        mentions += _dateline(line, sentence)
        skip = line.end("places") if mentions else 0
    for match in _NAME.finditer(sentence.text, skip):
        last = mentions[-1] if mentions and mentions[-1].hold is not Hold.DATELINE else None
        link = _link(page.text, last, sentence.span.start + match.start()) if last else None
        mention = _mention(sentence, match, last if link else None)
        if mention is None:
            continue
        if last is not None and link and (joined := _joined(page.text, last, mention, link)):
            mentions[-1] = joined
        else:
            mentions.append(mention)
    return mentions


def _starts_line(text: str, start: int) -> bool:
    return start == 0 or "\n" in text[max(0, start - 3) : start]


def _dateline(line: re.Match[str], sentence: Sentence) -> Iterator[Mention]:
    offset = sentence.span.start + line.start("places")
    first = True
    for match in re.finditer(r"[^,/]+", line["places"]):
        words = match.group().strip(" -")
        shown = words.title() if words.isupper() and len(words) > 3 else words
        places = gazetteer.find(_state(words) or shown) if gazetteer.known(_state(words) or shown) else ()
        if places:
            fine = _fine(places[0].kind)
            span = Span(offset + match.start(), offset + match.start() + len(words))
            if first or fine > 1:
                yield Mention(shown, shown, span, sentence.index, Hold.DATELINE, fine)
            first = False


def _mention(sentence: Sentence, match: re.Match[str], last: Mention | None) -> Mention | None:
    """The place that a run of capitals names, if any; ``last`` is the place to which a comma or 'and' links it."""
    text, offset = sentence.text, sentence.span.start
    start, words = _trimmed(match)
    if not words or _STREET.search(words):
        return None
    end = start + len(words)
    before, after = text[:start], text[end:]
    office = _OFFICE.search(words)
    if office:
        return _office(words[: office.start()].strip(), Span(offset + start, offset + end), sentence)
    typed = _TYPE_AFTER.match(after)
    preposition = _PREPOSITION.search(before[-70:])
    kind = _kind_of(words, typed)
    if preposition is None and typed is None and last is None:
        return _beside(words, after, offset + start, sentence)
    if kind is None and not (preposition and _may_be_unknown(preposition["word"].lower(), words, after)):
        return None
    if typed:
        end, after = start + len(words) + typed.end(), after[typed.end() :]
    start -= _direction_length(preposition)
    hold = last.hold if last and preposition is None else _hold(text[:start], after, preposition)
    return Mention(
        re.sub(r"\s+", " ", text[start:end]), words, Span(offset + start, offset + end), sentence.index, hold,
        3 if kind is None else kind, telling(text[:start], after) is Telling.EVENT,
    )  # fmt: skip


def _beside(words: str, after: str, start: int, sentence: Sentence) -> Mention | None:
    """A known place that stands by itself before a word that makes it one: 'the Tulsa shooting', 'Derna's mayor'."""
    beside = _BESIDE.match(after)
    known = _known(words, start, sentence.index)
    if known is None or not (beside or after.startswith(("'s", "’s"))):
        return None
    office = re.search(r"police|sheriff|mayor", beside.group() if beside else "", re.I)
    return replace(known, hold=Hold.OFFICE if office else Hold.NAMED)


def _trimmed(match: re.Match[str]) -> tuple[int, str]:
    """The name without weekdays, months and other words that are no part of it, and where it begins."""
    start, words = match.start(), match.group()
    while words:
        first, _, rest = words.partition(" ")
        if first.rstrip(".") not in _NOT_PLACES and _bare(first) not in _NOT_PLACES:
            break
        start, words = start + len(words) - len(rest), rest
    parts = words.split(" ")
    for i, part in enumerate(parts[1:], 1):
        if _bare(part) in _NOT_PLACES:
            words = " ".join(parts[:i])
            break
    words = re.sub(r"['’]s$", "", words)
    words = re.sub(r"(?:\s(?:al|el|de|la|of|the|e|y))+$", "", words)
    if "." in words and not re.match(r"(?:St|Ft|Mt)\.\s", words):
        whole = words
        words = words.rstrip(".") if not re.search(r"\b[A-Z]\.[A-Z]?\.?$", whole) else whole
    return start, words


def _bare(word: str) -> str:
    return re.sub(r"(?:['’]s|\.)+$", "", word)


def _kind_of(words: str, typed: re.Match[str] | None) -> int | None:
    """How fine the place is: by the word for it, else by the gazetteer; None for a name that neither knows."""
    if typed:
        return _TYPE[typed["type"].lower()]
    last = words.rsplit(" ", 1)[-1].lower()
    if " " in words and last in _TYPE:
        return _TYPE[last]
    state = _state(words)
    if state:
        return 1
    if words.isupper() and len(words) < 5 and not gazetteer.is_country(words):
        return None
    if not gazetteer.known(words):
        return None
    return _fine(gazetteer.find(words)[0].kind)


def _fine(kind: str) -> int:
    return {"city": 3, "district": 2, "region": 1, "area": 1}.get(kind, 0)


def _may_be_unknown(word: str, words: str, after: str) -> bool:
    """True for a name that no list has but that can only be a place here: 'in Petenangue', 'near Nam Aom'."""
    if word not in ("in", "near", "at") or words.isupper() and len(words) < 6 or len(words) < 3:
        return False
    if word == "at":
        return bool(re.match(r"\s*(?:,|\.|in\b|on\b|of\b|and\b)", after)) and not re.match(r",\s+\d", after)
    return words.count(" ") < 4


def _known(words: str, start: int, sentence: int) -> Mention | None:
    """The longest known name in a run of capitals; small places are not believed without a word beside them."""
    parts = re.sub(r"['’]s$", "", words).split(" ")
    for first in range(len(parts)):
        for last in range(len(parts), first, -1):
            name = " ".join(parts[first:last]).strip(".,")
            if len(name) < 4 or _bare(parts[first]) in _NOT_PLACES or not gazetteer.known(name):
                continue
            best = gazetteer.find(name)[0]
            if best.population >= LARGE or best.kind in ("country", "region"):
                begin = start + sum(len(part) + 1 for part in parts[:first])
                return Mention(name, name, Span(begin, begin + len(name)), sentence, Hold.NAMED, _fine(best.kind))
    return None


def _office(name: str, span: Span, sentence: Sentence) -> Mention | None:
    """The town of 'Corpus Christi Police Department'."""
    name = re.sub(r"\s+(?:City|Metropolitan|Metro|County|State|Regional|General|National)$", "", name)
    if len(name) < 4 or not gazetteer.known(name):
        return None
    best = gazetteer.find(name)[0]
    if best.kind != "city":
        return None
    return Mention(name, name, span, sentence.index, Hold.OFFICE, 3)


def _hold(before: str, after: str, preposition: re.Match[str] | None) -> Hold:
    lead = before[: -len(preposition.group())] if preposition else before
    word = preposition["word"].lower() if preposition else ""
    told = telling(lead, after)
    if told in (Telling.SAID, Telling.COUNTED):
        return Hold.SAID
    if word in ("of", "from") and _HOME.search(lead[-40:] + " "):
        return Hold.HOME
    if word in _AWAY:
        return Hold.HOME
    if told is Telling.AFTERMATH and _CARE.search(lead[-80:]):
        return Hold.AFTERMATH
    return Hold.LOCATED if word in _FIRM or preposition is None else Hold.NAMED


_AWAY = frozenset(("to", "from", "for", "by", "via", "into", "towards", "toward"))
_CARE = re.compile(r"\b(?:hospital|medical|center|clinic|court|jail|airlifted|taken|flown|transported)\b", re.I)


def _direction_length(preposition: re.Match[str] | None) -> int:
    """How many characters before a name belong to it: 'eastern', 'downtown'."""
    direction = _DIRECTION_LAST.search(preposition["mods"]) if preposition and preposition["mods"] else None
    if direction is None or not direction.group().strip():
        return 0
    return len(_NO_PART.sub("", direction.group()))


_NO_PART = re.compile(
    r"^(?:(?:the|restive|neighbou?ring|nearby|far|Indian-\w+|rebel-held|government-held)\s+)+", re.I
)
_LINK = re.compile(
    rf"\s*(?P<mark>,|\(|\[|of|in|at|near|and|, and|/|-)?\s*(?:the\s+)?(?:in\s+)?{_OF_TYPE}{_DIRECTION}", re.I
)


def _link(text: str, last: Mention, start: int) -> str | None:
    """The mark that ties a name to the place before it: a comma, 'of', 'in', 'and', a bracket; None for no tie."""
    between = text[last.span.end : start]
    found = _LINK.fullmatch(between) if len(between) < 48 else None
    return (found["mark"] or "").lower() or None if found else None


def _joined(text: str, last: Mention, mention: Mention, link: str) -> Mention | None:
    """One mention for two that are tied: a place and what it lies in, or a list of equals; None when they are two."""
    span = Span(last.span.start, mention.span.end)
    if (
        link in (",", "of", "in", "at", "near", "(", "[")
        and len(last.chain) < 3
        and mention.fine <= last.fine
        and (mention.fine < last.fine or link != ",")
    ):
        return replace(last, chain=(*last.chain, mention.text), span=span)
    if link in (",", "and", ", and") and mention.fine == last.fine < 3 and not last.chain:
        return replace(last, text=re.sub(r"\s+", " ", span.of(text)), span=span)
    return None


@cache
def _states() -> dict[str, str]:
    return {row[key]: row["name"] for row in lexicons.rows("us_states") for key in ("name", "postal", "short")}


def _state(words: str) -> str | None:
    """The American state that a name or its abbreviation means ('Calif.', 'TX')."""
    return _states().get(words) or _states().get(words + ".")


def lies_in(inner: str, outer: str) -> bool:
    """True when the gazetteer has a place of the inner name inside one of the outer name."""
    around = gazetteer.find(_state(outer) or outer)[:3]
    return any(gazetteer.contains(o, i) for i in gazetteer.find(inner)[:12] for o in around if o != i)
