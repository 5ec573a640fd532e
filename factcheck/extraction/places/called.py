"""Names that no list need have, made places by what is done to them or who belongs there: 'the raid on El Adde'.

Whoever lives there, its mayor, its road, its landslide; what was attacked, overrun or fled: the words around the
name say that it is a place, and how firmly it is where something happened.
"""

from __future__ import annotations

import re

from factcheck import gazetteer
from factcheck.extraction.gates import gated
from factcheck.extraction.happening import Telling, telling
from factcheck.extraction.page import Page, Sentence
from factcheck.extraction.places.mentions import NO_START, ONLY_DIRECTIONS, Hold, Mention, fine_of, peoples
from factcheck.extraction.places.placewords import TOWN
from factcheck.language.parties import side_of
from factcheck.values import Span

_KIND = (
    r"(?:the\s+)?(?:(?:village|town|city|camp|base|port|district|enclave|hamlet|settlement|locality)\s+of\s+)?$"
)
_ATTACKED = gated(
    r"\b(?:attacks?|assaults?|raids?|offensive|march|advance|strikes?|shelling|fire|bombs?|shells?|rockets?"
    r"|missiles?|push)\s+"
    rf"(?:on|upon|against|at|over)\s+{_KIND}"
    r"|\b(?:siege|battle|conquest|fall|storming|liberation|recapture|occupation|evacuation|bombing|shelling|bombardment"
    rf"|massacre|sack|sacking|burning|destruction|retaking|blockade|encirclement)\s+of\s+{_KIND}"
    rf"|\b(?:overran|overrun|recaptured|retook|retaken|besieged|encircled|liberated|bombarded|shelled)\s+{_KIND}"
    rf"|\b(?:regain(?:s|ed)?|los[et]s?|took|taken|seiz\w+|in|under\s+the)\s+(?:full\s+)?control\s+of\s+{_KIND}"
    rf"|\b(?:intruded|dropped|flew|flown|downed|crashed)\s+(?:over|into|onto|upon|in|near|on)\s+{_KIND}",
    re.I,
)
"""What is attacked, besieged or taken is where it happened."""

_LEFT = gated(
    r"\b(?:abducted|kidnapped|snatched|carried\s+off|led\s+away|uprooted|displaced|evacuated|fled|driven(?:\s+out)?"
    r"|expelled|withdr[ae]wn?|pulled\s+out|escaped|rescued)\s+from\s+(?:the\s+)?$"
    r"|\b(?:abduct|kidnap|seiz|snatch|t[ao]k|carri)\w*\s+(?:[\w-]+\s+){1,4}?(?:girls|boys|students|pupils|women|men|people"
    r"|villagers|hostages|children|passengers|travellers|worshippers)\s+from\s+(?:the\s+)?$"
    r"|\bfled\s+(?:the\s+)?$|\b(?:families|people|residents|inhabitants|villagers)\s+(?:have\s+|had\s+)?left\s+(?:the\s+)?$",
    re.I,
)
"""Whence people were taken or fled."""

_PEOPLE = gated(
    r"\b(?:residents|inhabitants|villagers|townspeople|youths?|fishermen|farmers|herders|elders|parishioners|streets"
    r"|outskirts|alleys|suburbs|surroundings|approaches|neighbou?rhood|ruins|countryside|vicinity)\s+of\s+(?:the\s+)?$",
    re.I,
)
_OFFICIALS = gated(
    r"\b(?:mayor|mayoress|prefect|abbot|sheha|imam|headman|alcalde|deputy\s+mayor|village\s+head|chief|emir|subprefect"
    r"|commune\s+chief|town\s+council|city\s+council|district\s+chief)\s+of\s+(?:the\s+)?$",
    re.I,
)
_BODY = re.compile(
    r"\b(?:Party|Front|Army|Union|Council|Forces?|Guards?|Brigades?|Movement|Ministry|Police|Court|Club|Agency|Company|Group"
    r"|Association|House|Congress|Parliament|Navy|Command|Islam|Jihad|State|Network|Corps|Militia)\b|^[A-Z]{2,6}$"
)
_ITS = re.compile(
    r"\s+(?:axis|road|highway|landslide|landslip|mudslide|earthquake|quake|floods?|massacre|stampede|avalanche|volcano"
    r"|front\s*line|sector|salient|pocket|enclave|bridgehead)\b"
)
"""'the Tassara axis', 'the Pantukan landslide'."""


def called_place(page: Page, sentence: Sentence, start: int, end: int, words: str) -> Mention | None:
    """A name that is a place by what is done to it or who belongs there."""
    hold = called(sentence.text, start, end, words)
    if hold is None or is_person(words, page) or is_person(words.partition(" ")[0], page):
        return None
    fine = fine_of(words, None)
    told = telling(sentence.text[:start], sentence.text[end:])
    hold = Hold.SAID if told is Telling.SAID and hold is Hold.NAMED else hold
    span = Span(sentence.span.start + start, sentence.span.start + end)
    return Mention(
        words, words, span, sentence.index, hold, TOWN if fine is None else fine, gazetteer.known(words),
        told is Telling.EVENT,
    )  # fmt: skip


def called(text: str, begins: int, end: int, words: str) -> Hold | None:
    """How firmly the words around a run of capitals make it a place; None when they do not make it one."""
    if words in peoples() or words.rpartition("-")[2] in peoples() or len(words) < 3:
        return None
    if not gazetteer.known(words) and (side_of(words) is not None or _BODY.search(words)):
        return None
    if words.isupper() and not gazetteer.known(words):
        return None
    before = max(0, begins - 90), begins
    if _ATTACKED.search(text, *before) is not None:
        return Hold.LOCATED
    if _LEFT.search(text, *before) is not None or _PEOPLE.search(text, *before) is not None:
        return Hold.NAMED
    if _ITS.match(text, end) is not None and text.endswith((" the ", "The "), *before):
        return Hold.NAMED
    return Hold.OFFICE if _OFFICIALS.search(text, *before) is not None else None


def is_person(name: str, page: Page) -> bool:
    """True when a first name stands before it somewhere on the page."""
    if "surnames" not in page.memo:
        pairs = _FIRST_NAME.findall(page.text)
        page.memo["surnames"] = {b for a, b in pairs if a not in NO_START and a not in ONLY_DIRECTIONS}
    return name in page.memo["surnames"]


_FIRST_NAME = re.compile(r"\b([A-Z][a-z]+)\s(?:[A-Z]\.\s)?(?=([A-Z][a-z]+)\b)")
