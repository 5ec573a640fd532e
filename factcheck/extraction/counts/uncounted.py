"""Figures that count nobody: ages, dates, times, addresses, measures, ids, charges, money."""

from __future__ import annotations

import re

from factcheck.extraction.counts import nouns
from factcheck.extraction.counts.numbers import Figure
from factcheck.extraction.counts.othernumbers import other_number
from factcheck.extraction.gates import gated
from factcheck.extraction.syntax import Token

_MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?"
    r"|nov(?:ember)?|dec(?:ember)?)\b\.?"
)
_NO_MONTH = r"(?!\s+(?:be|have|still|also|well|yet|not|never|now|already|only)\b)"
"""'900 may still be held'."""
_STREET = r"(?:street|st|avenue|ave|road|rd|drive|dr|blvd|boulevard|lane|ln|way|court|ct|place|pl|highway)"
_MEASURE = (
    r"(?:km|kms|kilomet\w+|miles?|met(?:er|re)s?|feet|foot|ft|yards?|inch(?:es)?|cm|mm|kg|kilos?|tonnes?|tons?"
    r"|pounds?|lbs"
    r"|acres?|hectares?)"
)
_UNIT_NAME = r"(?:Corps|Regiment|Battalion|Brigade|Division|Squadron|Infantry|Rifles|Bn)"
_AFTER = re.compile(
    rf"""(?ix)
    \s*(?:%|per\s?cent|percent)
    | [\s-]*(?:years?|yrs?|months?|weeks?|days?)[\s-]+(?:old|of\s+age)\b
    | \s*(?:a\.?m\b|p\.?m\b|o'?clock|hrs\b|hours?\b(?!\s+after)|ist\b|gmt\b)
    | -(?!odd)[a-z]
    | -\s*(?:,|and|or|to)\s
    | \s+(?:year|month|week)\s+(?:baby|infant|boy|girl|son|daughter|toddler|child|(?-i:[A-Z])[a-z])
    | ['’]s\b
    | \s+(?:and\s+\d+\s+|to\s+\d+\s+|or\s+\d+\s+|/\s?\d+\s+)?{_MONTH}{_NO_MONTH}
    | \s*(?:st|nd|rd|th)\b
    | \s+(?:block|blk)\b
    | \s+(?:north|south|east|west|[nsew]\.)\s+[\w.]+\s+{_STREET}\b
    | \s+(?-i:[A-Z])[\w.']+\s+(?:(?-i:[A-Z])[\w.']+\s+)?{_STREET}\b\.?
    | (?:\s+(?-i:[A-Z])[\w']*)?(?:\s+[\w']+){{0,4}}?\s+(?-i:{_UNIT_NAME})\b
    | \s*{_MEASURE}\b
    | \s+(?:of|out\s+of)\s+\d+\s*$
    | \s+(?:[\w-]+\s+)?(?:out\s+of|in|of)\s+(?:every\s+)?(?:ten|five|three|four|10)\b(?!\s+(?:[a-z]+s|\d))
    | \s*/\s*\d
    """
)
_NUMBERED = (
    r"(?:(?<!martyrs\s)(?<!dead\s)(?<!killed\s)(?<!injured\s)(?<!wounded\s)(?<!missing\s)number|page|route"
    r"|highway|interstate|i-|unit|district|channel|chapter|section|article|flight|level|image|photo"
    r"|apartment|apt\.?|room|exit|gate|patrol\spoint|sector|zone|division|group|ward|precinct|battalion|point"
    r"|version"
    r"|phase|news|fox|abc|cbs|nbc)"
)
_BEFORE = re.compile(
    rf"""(?ix)
    (?: \bage[ds]?(?:\s+of)? | \bages | \baged\s+between | [$£€#] | \brs\.? | \bus\$ | \b{_NUMBERED}
      | (?<!\d\s){_MONTH}
      | \b(?:homicides?|murders?|slayings?|killings?)\s+(?:numbers?|nos?\.?|\#)\s+\d+\s*(?:and|,|&|to)
      | ^\W*(?:bulletin|update|communiqu[eé]|flash|take|lead|edition|despatch|dispatch
        |part|day|note|item|entry|sitrep|message|announcement|post)(?:\s+no\.?)? ) \s* $
    """
)
_COUNTS_OF = re.compile(r"\bcounts?\s+of\s+$", re.IGNORECASE)
_HARMED = re.compile(r"\s+(?:dead|deaths|killed|missing|wounded|injured|victims|casualties)\b", re.IGNORECASE)
"""'Two counts of (one) murder'; not 'a first count of (four) dead'."""
_UNDER_AGE = gated(
    r"\b(?:children|boys|girls|kids|pupils|students|minors|youths|women|men|people|those|persons|them|whom|patients|adults|voters"
    r"|residents|workers|anyone|everyone|drivers)"
    r"\s+(?:aged\s+)?"
    r"(?:under|over|below|above)\s+(?:the\s+age\s+of\s+)?$",
    re.IGNORECASE,
)
_STATE = re.compile(r"\b[A-Z]{2}\s+$")
"""'TX 79830': a postal code follows."""
_EMERGENCY = frozenset({"911", "999", "112"})
_AGED = re.compile(r"\baged?\s+(?:(?:between|from)\s+|\d+\s+(?:and|to|or)\s+)$", re.IGNORECASE)
_NAME_COMMA = re.compile(
    r"(?:\b[A-Z][\w.'-]*|\b(?:man|woman|boy|girl|son|daughter|wife|husband|mother|father|brother|sister|Jr\.?"
    r"|Sr\.?)),?\s*\(?$"
)
_AGE_TAIL = re.compile(r"\s*(?:[,.;)]|$|and\s+[A-Z]|of\s+[A-Z]|who\b|from\b)")
_TO_DAY = re.compile(
    rf"\b{_MONTH}\s*\d{{1,2}}(?:st|nd|rd|th)?\s*(?:and|to|or|through|until|[-–])\s*$", re.IGNORECASE
)
"""'between Nov. 15 and 18': the second day of two."""
_FATE = re.compile(r"\s+(?:[a-z]+ed|dead|dying|hurt|missing|shot|slain|died|were|was|are|is|have|had)\b")
_AT_HOUSE = re.compile(r"\b(?:at|near|outside|inside)\s+$", re.IGNORECASE)
_STREET_NAME = re.compile(
    r"\s+(?:[NSEW]\.?\s+|(?:North|South|East|West)\s+)?[A-Z][a-z]+(?=\s*(?:$|[.,;)]|about\b|around\b|on\b|at\b"
    r"|in\b))"
)
"""'a shooting at 3500 Fannin about 1:45 a.m.'"""
_STATION = re.compile(r"\b[WK][A-Z]{2,3}(?:-TV)?,?\s+$")
"""'WDRB 41 Louisville News'"""
_OF_UNIT = re.compile(r"\b(?:an?|one)\s+(?P<who>[A-Za-z-]+)\s+of\s+(?:the\s+)?$", re.IGNORECASE)
_UNIT_LETTERS = re.compile(r"\s+[A-Z]{2,4}\b")
"""'a jawan of 24 AR troopers': the number of his unit."""
_IN_YEAR = re.compile(r"\b(?:in|since|until|till|from|by|before|after|of)\s+$", re.IGNORECASE)
_ANOTHER = re.compile(
    r"\s+(?:\d|(?:some|about|around|nearly|over|up\s+to|at\s+least|more\s+than)\s|(?:one|two|three|four|five|six"
    r"|seven"
    r"|eight|nine|ten|eleven|twelve|\w{3,5}teen|(?:twen|thir|for|fif|six|seven|eigh|nine)ty|dozens?|hundreds?"
    r"|thousands?"
    r"|several)\b)",
    re.IGNORECASE,
)
"""'In 2002 six sailors fell': a year and a figure."""
_ONE_OF_AGE = re.compile(
    r"\b(?:[Aa]n?|[Aa]nother)\s+(?:[\w-]+\s+)?(?P<who>[A-Za-z-]+)\s+of\s+(?:about\s+|some\s+|around\s+)?$"
)
"""'a traveller of 40 who flew', 'a boy of nine'."""
_PARENT = re.compile(
    r"\b(?:mother|father|mum|mom|dad|parent|grandmother|grandfather|widow|widower)s?\s+(?:of|to)\s+$",
    re.IGNORECASE,
)
"""'a mother of four' was killed, not four."""
_OF_AGE = re.compile(r"\b(?:man|woman|boy|girl|lawyer|at\s+the\s+age)\s+of\s+$|\bat\s+age\s+$", re.IGNORECASE)
_ONE_IDIOM = re.compile(r"(?:no|not|any|every|each|this|that|which|another|the|some)[\s-]+$", re.IGNORECASE)
_ONE_TAIL = re.compile(
    r"\s+(?:another|time|thing|way|reason|such|day|side|of\s+(?:the|its|their|his|her|our|my|those|these)"
    r"\s+(?:\w+\s+){0,2}?"
    r"(?:most|biggest|largest|worst|deadliest|bloodiest|reasons|ways|things|cars|vehicles|houses|homes|cases))\b",
    re.IGNORECASE,
)
_QUESTION = re.compile(r"\b(?:how|so|too|as|not|very|that)\s+$", re.IGNORECASE)
_FRACTION = re.compile(r"[\s-]+(?:thirds?|quarters?|fifths?|halves|half)\b", re.IGNORECASE)


_CLOCK = re.compile(r"[0-2]?\d\.[0-5]\d")
"""'17.00 A passenger says': a live report's hour."""
_AMMUNITION = frozenset({"rounds", "bullets", "cartridges"})
_KEPT = re.compile(
    r"\b(?:seized|recovered|confiscated|captured|took\s+away|taken\s+away|impounded|found:)", re.IGNORECASE
)
"""Shots fired are no count; rounds that were seized are."""


def not_counted(text: str, figure: Figure, noun: Token | None) -> str | None:
    """Why a figure counts nobody and nothing (an age, a date, ...), or None when it may."""
    core = text[figure.core_start : figure.core_end]
    before = text[max(0, figure.core_start - 30) : figure.core_start]
    after = text[figure.core_end : figure.core_end + 60]
    if _AFTER.match(after) or _FRACTION.match(after):
        return "a date, age, time, measure or address"
    if _CLOCK.fullmatch(core):
        return "a time of day"
    if (
        _UNDER_AGE.search(text, max(0, figure.core_start - 30), figure.core_start)
        or ("age" in before.lower() and _AGED.search(before))
        or (figure.start == figure.core_start and _BEFORE.search(before))
        or (_COUNTS_OF.search(before) and not _HARMED.match(after))
    ):
        return "a date, age, number or amount of money"
    counted = noun is not None and nouns.is_person(noun.text)
    if counted and _IN_YEAR.search(before) and _ANOTHER.match(after):
        counted = False
    if core.isdigit() and len(core) == 4 and 1900 <= int(core) <= 2100 and not counted:
        return "a year"
    if before.lower().endswith("all but "):
        return "an exception"
    if _PARENT.search(before):
        return "somebody's children"
    if noun is None and (one := _ONE_OF_AGE.search(before)) and nouns.is_one_person(one["who"]):
        return "an age"
    if noun is None and core.isdigit() and int(core) <= 31 and _TO_DAY.search(before) and not _FATE.match(after):
        return "a day"
    if core.isdigit() and not counted and _AT_HOUSE.search(before) and _STREET_NAME.match(after):
        return "an address"
    if core.isdigit() and not counted and _STATION.search(before):
        return "a channel"
    if (one := _OF_UNIT.search(before)) and nouns.is_one_person(one["who"]) and _UNIT_LETTERS.match(after):
        return "a unit's number"
    if core.isdigit() and int(core) <= 120 and noun is None and _is_age(before, after):
        return "an age"
    if core.lower() == "one" and (_ONE_IDIOM.search(before) or _ONE_TAIL.match(after)):
        return "no number"
    if len(core) == 5 and core.isdigit() and _STATE.search(before):
        return "a postal code"
    if core in _EMERGENCY and noun is None and not before.rstrip().endswith((":", "–", "-", "=")):
        return "a telephone number"
    if figure.vague_word == "many" and _QUESTION.search(before):
        return "no number"
    if noun is not None and nouns.is_category(noun.text, "unit"):
        return None if noun.lower_ in _AMMUNITION and _KEPT.search(text) else f"counts {noun.lower_}"
    return other_number(text, figure.core_start)


def _is_age(before: str, after: str) -> bool:
    if _OF_AGE.search(before):
        return True
    if (
        re.search(r"[A-Za-z]\s*,\s*$", before)
        and after[:1] == ","
        and not re.search(r"\b(?:total|toll|all)\s*,\s*$", before)
    ):
        return True
    if before.rstrip().endswith((",", "(")) and _AGE_TAIL.match(after):
        return _NAME_COMMA.search(before.rstrip().rstrip("(").rstrip().rstrip(",")) is not None or after[:1] == ")"
    return False
