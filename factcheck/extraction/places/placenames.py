"""Names of places in a text: where they stand, how firmly the text ties them to what happened, how fine they are.

A name counts as a place by its company ("in", "near", "village", a comma and a region), by a dateline, or, in a
headline or beside "police" and "shooting", because the gazetteer has it. Streets, people, months and organisations
do not count, a police department only for its town.
"""

from __future__ import annotations

import re
from dataclasses import replace

from factcheck import gazetteer
from factcheck.extraction.gates import gated
from factcheck.extraction.happening import Telling, telling
from factcheck.extraction.page import Page, Sentence
from factcheck.extraction.places import placewords
from factcheck.extraction.places.called import called_place, is_person
from factcheck.extraction.places.holds import hold_of
from factcheck.extraction.places.mentions import (
    NAME,
    NO_START,
    SMALL,
    Hold,
    Mention,
    adjectives,
    believable,
    fine_of,
    known,
    peoples,
    state,
)
from factcheck.extraction.places.nameruns import read
from factcheck.extraction.places.placeopenings import (
    is_headline,
    is_loud,
    loud,
    opening,
)
from factcheck.extraction.places.placewords import COUNTRY, DISTRICT, REGION, TOWN, Lead
from factcheck.extraction.places.titlecues import WATER
from factcheck.extraction.places.topics import turned_to
from factcheck.values import Span


def find(page: Page, sentence: Sentence) -> list[Mention]:
    """The named places of a sentence; 'Narbal village of Budgam district' is one, so is a list of provinces."""
    return loud(sentence) if is_loud(sentence.text) else _in_sentence(page, sentence)


def _in_sentence(page: Page, sentence: Sentence) -> list[Mention]:
    mentions, skip = opening(page, sentence)
    for match in NAME.finditer(sentence.text, skip):
        last = mentions[-1] if mentions and mentions[-1].hold is not Hold.DATELINE else None
        link = _link(page.text, last, sentence.span.start + match.start()) if last else None
        mention = _mention(page, sentence, match, (last, link) if last and link else None)
        if mention is None:
            continue
        if last is not None and link and (joined := _joined(page.text, last, mention, link)):
            mentions[-1] = joined
        elif (
            last is not None
            and last.fine < mention.fine
            and _HOLDS.fullmatch(page.text, last.span.end, mention.span.start)
        ):
            span = Span(last.span.start, mention.span.end)
            mentions[-1] = replace(mention, chain=(*mention.chain, last.text), span=span)
        else:
            mentions.append(mention)
    if skip and len(mentions) > 1 and mentions[0].hold is Hold.LOCATED:  # what a line of a list names lies there
        mentions = [mentions[0], *(_in_row(mentions[0], mention) for mention in mentions[1:])]
    return mentions + _soil(sentence)


def _in_row(row: Mention, mention: Mention) -> Mention:
    inner = mention.fine >= row.fine and len(mention.chain) < 3 and row.text != mention.text
    return replace(mention, chain=(*mention.chain, row.text)) if inner else mention


def _soil(sentence: Sentence) -> list[Mention]:
    """'on the Afghan side', 'Ukrainian territory': the country of the adjective."""
    found = []
    for match in _SOIL.finditer(sentence.text):
        country = adjectives().get(match["whose"] or match["towns"])
        if country:
            span = Span(sentence.span.start + match.start(), sentence.span.start + match.end())
            found.append(
                Mention(
                    country,
                    country,
                    span,
                    sentence.index,
                    Hold.LOCATED,
                    DISTRICT if match["towns"] else COUNTRY,
                    True,
                    match["towns"] is not None,
                )
            )
    return found


_SOIL = gated(
    r"\b(?P<whose>[A-Z]\w+)\s+(?:side|soil|territory|airspace|waters)\b"
    r"|\b(?:several|many|various|other|some|dozens\s+of|\w+teen|[2-9]|1\d|three|four|five|six|seven|eight|nine|ten)\s+"
    r"(?P<towns>[A-Z]\w+)\s+(?:towns|cities|villages|provinces|regions|districts|states)\b"
)


def _mention(
    page: Page, sentence: Sentence, match: re.Match[str], tie: tuple[Mention, str] | None
) -> Mention | None:
    """The place that a run of capitals names, if any; ``tie`` is the place before it and the mark between them."""
    text = sentence.text
    name = read(match.group())
    if name is None:
        return None
    first, owner, words = match.start() + name.skip, name.owner, name.words
    start = first + len(owner) + 3 * bool(owner)
    end = start + len(words)
    if _is_other(text, start, words) or (name.cut in _BODIES and text.startswith(name.cut, end + 1)):
        return None
    if name.office is not None:
        span = Span(sentence.span.start + start, sentence.span.start + end)
        return _office(name.office, span, sentence)
    typed, lead = placewords.TYPE_AFTER.match(text, end), placewords.lead(text[:first])
    if _HELD.search(words) or placewords.OF_STATES.search(text, 0, first):
        return None
    topic = turned_to(text, first, end) if lead is None or lead.word in ("for", "on") else None
    topic = None if topic is not None and is_person(words, page) else topic
    lead = topic or lead
    typed = None if typed and (typed["type"] == "Department" or _holds_it(text, words, typed)) else typed
    if typed is None and _HALT.match(text, end) and gazetteer.find(words)[:1] and fine_of(words, None) in _WIDE:
        return None
    if typed is None and (lead is None or lead.word not in placewords.FIRM) and placewords.GROUP.match(text, end):
        return None
    if typed is None and " " in words and _WRECK.match(text, end) and not gazetteer.known(words):
        return None
    if words in placewords.GENERIC and typed is None and not text.startswith(",", end):
        return None  # 'Signatories in Blood', 'near Exit 201'
    apposed = _LIES_IN.match(text, end) is not None and not is_person(words.partition(" ")[0], page)
    if is_headline(text) or (lead is None and typed is None and tie is None and not apposed):
        beside = _beside(page, sentence, Span(start, end), lead)
        return beside or called_place(page, sentence, start, end, words)
    if words in peoples() and (
        typed is None or placewords.TYPES[typed["type"].lower()] == TOWN or typed["type"].lower() == "state"
    ):
        return None
    fine = lead.kind if lead and lead.kind is not None else fine_of(words, typed)
    if (
        words.isupper()
        and len(words) < 6
        and fine is not None
        and not gazetteer.known(words)
        and not words.endswith(".")
    ):
        return None
    loose = lead is not None and lead.word not in placewords.FIRM and not (typed or lead.kind or tie)
    if loose and not (believable(words) or apposed or " " in words):
        return called_place(page, sentence, start, end, words)
    stands = lead is not None and _unlisted(lead, words, text[: lead.before], text[end:])
    if fine is None and not (tie and tie[1] in "([") and not (stands or apposed):
        return called_place(page, sentence, start, end, words)
    before, end = lead.before if lead else start, typed.end() if typed else end
    hold = tie[0].hold if tie and lead is None else hold_of(text[:before], text[end:], lead)
    hold = Hold.LOCATED if topic else max(hold, Hold.NAMED) if apposed and loose and hold is Hold.HOME else hold
    if name.cut in _CARE and text.startswith(name.cut, end + 1):
        hold = min(hold, Hold.AFTERMATH)
    start = lead.begins if lead and not owner else start
    shown = "Washington, DC" if state(words) == "District of Columbia" else " ".join(text[start:end].split())
    return Mention(
        shown, words, Span(sentence.span.start + start, sentence.span.start + end), sentence.index,
        min(hold, Hold.HOME) if loose and fine == COUNTRY else hold, TOWN if fine is None else fine,
        gazetteer.known(words), telling(text[:before], text[end:]) is Telling.EVENT, (owner,) if owner else (),
    )  # fmt: skip


_LIES_IN = gated(
    r"(?:,?\s+(?:a\s+(?:\w+\s+)?(?:town|village|city|hamlet|settlement)\s+)?in|,)\s+(?:the\s+)?(?:[a-z-]+\s+)?[A-Z][\w'’-]+(?:\s+[A-Z][\w'’-]+)?"
    r"\s+(?:province|district|region|state|governorate|county|oblast|department|township|municipality)\b"
)
"""'reached Tandiari, (in Tapoa province)', 'Tandiari, (Tapoa province)': what lies in one is a place."""

_BODIES = frozenset(("House", "School", "Congress", "Parliament"))
_CARE = frozenset(("Hospital", "Medical", "Clinic"))
_WRECK = re.compile(r"\s+(?:explosion|crash|disaster|sinking|wreck|shipwreck|spill|case|affair|scandal|trial)\b")
"""What follows a ship's or a rig's name as readily as a place's."""


_WIDE = (COUNTRY, REGION)
_HALT = re.compile(r"\s+(?:station|street|theatre|theater|hotel|hall|court|terminal|cinema)\b")
"""'at Victoria station': named after what is far away, as often as not."""
_HELD = re.compile(r"-(?:administered|controlled|held|occupied|backed|led|ruled|run|based|born)$")
_HOLDS = re.compile(r"\s+[a-z]+\s+of\s+(?:the\s+)?")
"""'the Darfur (city of) Nyala'."""
_OF_NAME = re.compile(r"\s+of\s+(?:the\s+)?[A-Z]")


def _holds_it(text: str, words: str, typed: re.Match[str]) -> bool:
    """'the Darfur city of Nyala': the region around what the word for a place stands for."""
    own = fine_of(words, None)
    wider = own is not None and own < placewords.TYPES[typed["type"].lower()]
    return wider and _OF_NAME.match(text, typed.end()) is not None


def _is_other(text: str, start: int, words: str) -> bool:
    """True for house numbers and hospitals named after saints."""
    return (
        placewords.BLOCK.search(text, max(0, start - 30), start) is not None
        or placewords.CARED_FOR.match(text, start + len(words)) is not None
    )


def _owns(after: str) -> bool:
    return after.startswith(("'s ", "’s "))


def _unlisted(lead: Lead, words: str, before: str, after: str) -> bool:
    """True for a name that no list has but that can only be a place here: 'in Petenangue', 'rockets hit Aom'."""
    if words.rpartition("-")[2] in peoples() or (words.isupper() and len(words) < 6):
        return False
    hit = (
        lead.word in placewords.UNLISTED
        or (lead.word in _HITS and _STRIKER.search(before) is not None)
        or (lead.word == "from" and _FLED.search(before) is not None)
    )
    return len(words) > 2 and words.count(" ") < 4 and hit and not _owns(after)


_HITS = frozenset(
    ("struck", "hit", "bombed", "shelled", "rocked", "battered", "devastated", "flattened", "ravaged", "jolted",
     "shook", "attacked", "raided", "stormed", "bombarded")
)  # fmt: skip
_STRIKER = re.compile(
    r"\b(?:missiles?|rockets?|shells?|bombs?|mortars?|artillery|drones?|(?:war)?planes?|jets?|aircraft|helicopters?|air\s?strikes?"
    r"|(?:earth)?quake|tremor|storm|cyclone|typhoon|hurricane|floods?|tornado|tsunami|landslide|mudslide)\s+"
    r"(?:(?:had|has|have|also|again|then)\s+)*$",
    re.I,
)
"""'Iranian missiles (struck Ain al-Asad)': what they hit is a place."""
_FLED = re.compile(
    r"\b(?:evacuated|fled|displaced|escaped|driven(?:\s+out)?|expelled|uprooted|withdrew|withdrawn|retreated)\s+$",
    re.I,
)


def _beside(page: Page, sentence: Sentence, run: Span, lead: Lead | None) -> Mention | None:
    """A listed place by itself before a word that makes it one: 'the Tulsa shooting', 'Derna's mayor'."""
    offset = sentence.span.start
    found = known(run.of(sentence.text), offset + run.start, sentence.index, least=SMALL)
    if found is None or (found.span.start > offset + run.start and not is_headline(sentence.text)):
        return None
    rest = sentence.text[found.span.end - offset :]
    beside = placewords.BESIDE.match(rest)
    owns = _owns(rest) and found.fine > COUNTRY and believable(found.name)
    firm = lead is not None and lead.word in placewords.FIRM
    if not (beside or owns or firm) or is_person(found.name, page):
        return None
    office = re.search(r"police|sheriff|mayor", beside.group() if beside else "", re.I) or _BODY.match(rest)
    return replace(found, hold=Hold.OFFICE if office else Hold.LOCATED if firm else Hold.NAMED)


_BODY = re.compile(
    r"['’]s\s+(?:\w+\s+){0,3}(?:ministry|ministries|government|authorities|administration|army|military|directorate"
    r"|department|governor|officials?|spokes\w+|parliament|president|figures?|count|toll|tally|account|version|answer"
    r"|number)\b",
    re.I,
)
"""'Gaza's health ministry': who speaks, not where it happened."""


def _office(name: str, span: Span, sentence: Sentence) -> Mention | None:
    """The town of 'Corpus Christi Police Department', the county of 'Lincoln County Sheriff'."""
    county = name.endswith(" County")
    name = name if county else re.sub(r"\s+(?:City|Metropolitan|Metro|State|Regional|General|National)$", "", name)
    places = gazetteer.find(name) if len(name) > 3 else ()
    if not places or places[0].kind != ("district" if county else "city") or name in NO_START:
        return None
    return Mention(name, name, span, sentence.index, Hold.OFFICE, DISTRICT if county else TOWN)


_LINK = re.compile(
    r"\s*(?P<mark>,\s+and|,|off(?=\s)|\((?:coded\s+as|also\s+known\s+as|formerly|near|in)?|\[|of|in|at|near|under|and|/)?\s*(?:in\s+|the\s+)*(?:[a-z-]+\s+){0,3}"
)


def _link(text: str, last: Mention, start: int) -> str | None:
    """The mark that ties a name to the place before it: a comma, 'of', 'in', 'and', a bracket; None for no tie."""
    between = text[last.span.end : start]
    found = _LINK.fullmatch(between) if len(between) < 48 else None
    return re.sub(r"\s.*|(?<=\().*", "", found["mark"] or "").lower() or None if found else None


def _joined(text: str, last: Mention, mention: Mention, link: str) -> Mention | None:
    """One mention for two that are tied: a place and what it lies in, or equals in a list; None for two."""
    span = Span(last.span.start, mention.span.end)
    if link == "off":
        return replace(last, chain=(f"off {mention.text}",), span=span) if WATER.search(last.text) else None
    plain = len(text[last.span.end : mention.span.start]) < 8
    if link in ("and", "/") or (link == "," and mention.fine == last.fine and not last.chain):
        if mention.fine == last.fine and plain:
            return replace(last, text=" ".join(span.of(text).split()), span=span)
        return None
    if len(last.chain) < 3 and (mention.fine < last.fine or (mention.fine == last.fine and link != ",")):
        return replace(last, chain=(*last.chain, mention.text), span=span)
    return None
