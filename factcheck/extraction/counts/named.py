"""Whom the words beside a figure name when it has no noun: 'the number of injured officers to 61', 'Guards: 8'."""

from __future__ import annotations

import re

from factcheck.extraction.counts import nouns
from factcheck.extraction.gates import gated
from factcheck.extraction.page import Finding
from factcheck.lexicons import word_set

_FATE_WORDS = word_set(
    "dead killed slain wounded injured hurt missing captured fallen deceased drowned murdered executed"
    " martyred lost confirmed reported known total newly new further additional more other overall final"
    " latest official actual all the a an its their our his her those these of both estimated freed"
    " released rescued still now so far cumulative"
)
_WHOSE = {
    "civilian": "civilians", "military": "soldiers", "police": "police officers", "child": "children",
    "troop": "troops", "rebel": "rebels", "militant": "militants", "student": "students",
}  # fmt: skip
_OF_WHOSE_FATE = gated(
    rf"\b(?P<sort>{'|'.join(_WHOSE)})\s+(?:dead\b|deaths?\b|fatalit(?:y|ies)\b|casualt(?:y|ies)\b|losses\b"
    r"|death\s+toll\b|toll\b|wounded\b|injured\b|injuries\b)",
    re.IGNORECASE,
)
"""'puts civilian deaths at 25'."""
_NUMBER_OF = gated(
    r"\b(?:number|count|toll|tally|total|list|figure|names?|share)s?\s+(?:of|for)\s+(?P<who>[^.;:,#\d]{3,60})$",
    re.IGNORECASE,
)
_LABEL = re.compile(r"(?:^|[.;•|/(\n]|[-–*·]\s)\s*(?P<who>[A-Za-z][^.;:•|/(\n\d]{2,60}?)\s*(?::|\s[-–])\s*$")
_IN_A_ROW = re.compile(r"(?:^|[(,;:/]|\band)\s*(?P<who>[A-Za-z][\w-]+)\s+$")
_ROW_GOES_ON = re.compile(r"\s*(?:[,;)/.]|and\b|$)")
_BODY_OF = re.compile(
    r"\b(?P<who>crew|staff|garrison|patrol|platoon|squad)\s+of\s+(?:some\s+|about\s+|at\s+least\s+)?$", re.I
)
_SAYS = r"(?:,\s+(?:[\w'’.-]+\s+){1,4}?(?:says?|said|added|adds|claims?|claimed|reports?|reported),)?"
_ARE = r"(?:\s+(?:is|are|was|were|being|believed\s+to\s+be|said\s+to\s+be|all|mostly|reportedly))*"
_OF_THEM = re.compile(
    rf"\s+(?:of|among)\s+(?:them|these|those|whom|which)\b{_SAYS}{_ARE}\s+"
    r"(?P<who>(?:(?:an?|the)\s+)?(?:[\w’'-]+\s+){0,2}?[\w’'-]+?)"
    r"(?=\s*(?:[,.;:!?)\]\"”—–]|$|(?:and|from|under|below|aged|who|in|of|by|while|when|with)\b))",
    re.IGNORECASE,
)
_NAMES_OF = re.compile(
    r"\s+(?:names?|bodies|corpses|remains|cases|deaths?|killings?|abductions?|disappearances)\s+of\s+(?P<who>[^.;:,]{3,50})",
    re.I,
)
SORT = 9
"""So many characters before a quote a word for the sort of the dead may begin."""

REACH = 90
"""So many characters before a figure its head may stand."""


def named_beside(finding: Finding) -> str | None:
    """The people whom the head, the label or the predicate of a figure without a noun names."""
    subject = finding.subject
    if subject is None or finding.quantity is None:
        return None
    text = finding.sentence.text
    start = finding.span.start - finding.sentence.span.start
    before, behind = text[max(0, subject.idx - REACH) : subject.idx], text[subject.idx + len(subject) :][:REACH]
    sort = _OF_WHOSE_FATE.search(text, max(0, start - SORT), finding.span.end - finding.sentence.span.start)
    if sort is not None:
        return _WHOSE[sort["sort"].lower()]
    if (match := _OF_THEM.match(behind)) is not None:
        return _ends_in_people(match["who"])
    if (match := _NAMES_OF.match(behind)) is not None:
        return people_in(match["who"])
    if (match := _NUMBER_OF.search(before)) is not None:
        return people_in(match["who"])
    if (match := _LABEL.search(before)) is not None:
        return _labelled(match["who"], behind)
    if (match := _BODY_OF.search(before)) is not None:
        return match["who"]
    if (match := _IN_A_ROW.search(before)) is not None and _ROW_GOES_ON.match(behind):
        return _ends_in_people(match["who"])
    return None


def _labelled(label: str, behind: str) -> str | None:
    """'Hostages deceased: 23', 'Guards: eight, all lightly hurt'; 'Medics: eight dead' says who speaks."""
    who = people_in(label)
    noun = nouns.known(who.rsplit(None, 1)[-1]) if who is not None else None
    if who is None or noun is None or not noun.plural or who.lower() in _NOT_SORTS or _COUNTED.search(who):
        return None
    told = any(word.lower() in _FATE_WORDS for word in label.split())
    return who if told or _ROW_GOES_ON.match(behind) else None


_COUNTED = re.compile(
    r"\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w+teen|\w+ty)\b", re.I
)


def people_in(words: str) -> str | None:
    """The first people whom some words name, with what sort they are; without what befell them."""
    told: list[str] = []
    for word in words.split():
        if nouns.is_person(word):
            told.append(word)
            if word.lower() not in _GO_ON:
                return " ".join(told)
        elif told and nouns.is_person(told[-1]):
            break
        elif word.lower() in _FATE_WORDS:
            told = []
        elif not word.replace("-", "").isalpha() or word.lower() in _NO_SORT:
            return None
        else:
            told.append(word)
    return " ".join(told) if told and nouns.is_person(told[-1]) else None


_NO_SORT = word_set(
    "that which who whom in at on by for from to with and or is are was were has have had said says"
)


_GO_ON = word_set(
    "police military civilian security rebel militant army government staff prison student child crew"
)
"""Words for people that mostly stand before another: 'police officers'."""


def _ends_in_people(words: str) -> str | None:
    found = re.sub(r"^(?:the|an?)\s+", "", words.strip(), flags=re.IGNORECASE)
    last = found.rsplit(None, 1)[-1] if found else ""
    noun = nouns.known(last)
    people = noun is not None and noun.category in ("person", "force") and last.lower() not in _NOT_SORTS
    return found if people else None


_NOT_SORTS = word_set("cases dead wounded injured missing people persons others victims them both two")
