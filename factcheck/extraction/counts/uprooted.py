"""The displaced in set phrases: 'have crossed to Kisoro', 'are sleeping in the school', '900 arrivals'."""

from __future__ import annotations

import re
from collections.abc import Iterator

from factcheck.extraction.counts import nouns
from factcheck.extraction.counts.quantities import Amount, Reading
from factcheck.extraction.counts.weak import MANY_FLED
from factcheck.extraction.gates import Several, gated
from factcheck.lexicons import word_set

_WHO = r"(?:\s+of\s+(?:the|his|her|its|their|our|them|those))?(?:\s+(?!and\b|or\b)[\w'’-]+){0,4}?"
_HAVE = r"(?:have|has|had)\s+(?:already\s+|now\s+|since\s+|also\s+)?"
_FOLK = (
    r"(?:civilians|foreigners|nationals|residents|people|persons|families|villagers|inhabitants|citizens|expatriates"
    r"|refugees|evacuees|households|women|children|townspeople|tourists)\b"
)
_PATTERNS = tuple(
    gated(pattern, re.IGNORECASE)
    for pattern in (
        r"(?P<figure>#+)\s+(?:(?:new|cumulative|fresh|total|further)\s+)*(?:arrivals|newcomers|idps"
        r"|internally\s+displaced)\b",
        rf"(?P<figure>#+){_WHO}\s+{_HAVE}crossed(?=\s+(?:to\s|over|into|the\s+(?:border|river|frontier))|\s*,)",
        rf"(?P<figure>#+){_WHO}\s+(?:are|is|were)\s+(?:still\s+|now\s+)?(?:sleeping|camped|camping|huddled"
        rf"|crammed|lodged|housed|living\s+(?:rough"
        r"|outdoors))\b(?!\s+(?:at\s+the\s+time|when))",
        rf"(?P<figure>#+){_WHO}\s+(?:{_HAVE})?(?:left|abandoned|quit|fled)\s+(?:the|their|this)\s+(?:state"
        rf"|region|area|city|town|province|district"
        r"|valley|village|island|enclave|quarter|camp|country|peninsula|capital)\b",
        rf"(?P<figure>#+){_WHO}\s+(?:live|are\s+living|sleep|are\s+sleeping|camp|are\s+camping)\s+(?:under"
        rf"|in|beneath)\s+(?:the\s+)?"
        r"(?:tarpaulins?|tents?|plastic|trees|open|bridges?|awnings?)\b",
        rf"(?P<figure>#+)\s+(?:[\w-]+\s+)?{_FOLK}(?:\s*,\s+[^.;#]{{2,50}}?,)?\s+(?:(?:have|has|had)\s+)?(?:come|came)\s+(?:over|across)\b(?!\s+(?:as|to\s+him|the\s+news))",
        rf"(?P<figure>#+){_WHO}\s+(?:sleep|slept|are\s+sleeping|spent\s+the\s+night|camp|camped|lodge|are\s+(?:lodged|housed|put\s+up|sheltering"
        r"|staying)|(?<!sought\s)(?<!taken\s)(?<!took\s)shelter|have\s+found\s+(?:a\s+bed|shelter|refuge|a\s+roof))\s+(?:at|in|on|under|inside)\s+(?:the\s+|a\s+|its\s+|local\s+)?"
        r"(?:[\w-]+\s+){0,2}?(?:airports?|stations?|stadiums?|schools?|gymnasiums?|gyms?|churches|church|mosques?|fields?|pitch|open|streets?"
        r"|tents?|halls?|cellars?|basements?|metro|parks?|classrooms?|barracks|hangars?|monaster(?:y|ies)|temples?|racecourse|roadside)\b",
        rf"\b(?:now\s+|presently\s+|currently\s+)?(?:shelters|is\s+sheltering|are\s+sheltering|hosts|is\s+hosting|harbours|(?:has|have)\s+taken\s+in"
        rf"|took\s+in|has\s+received)\s+(?:now\s+|presently\s+|already\s+)?(?P<figure>#+)(?=\s*(?:[.,;]|$|of\s+them\b|{_FOLK}|from\b))",
        rf"\b(?:extracted|airlifted|evacuated)\s+(?P<figure>#+)\s+(?:[\w-]+\s+)?{_FOLK}",
        rf"(?P<figure>#+)\s+(?:[\w-]+\s+)?{_FOLK}\s+(?:(?:have|has|had)\s+been|were|was)\s+(?:already\s+)?(?:taken|flown|brought|bused|ferried"
        r"|airlifted|moved|led|carried|extracted|driven|shipped)\s+(?:out\b(?!\s+(?:alive|dead|of\s+the\s+(?:rubble|ruins|wreck\w*|mud|water)))|to\s+safety|across)",
        r"(?P<figure>#+)\s+(?:villages|hamlets|settlements)\s+(?:have\s+been|has\s+been|were"
        r"|had\s+been)\s+(?:emptied|depopulated|deserted)\b",
    )
)
_WITH_THEM = gated(
    r"(?:#+\s+(?:families|households)|camps?|sites?|shelters?|cent(?:re|er)s)\s*\(\s*(?:or\s+"
    r"|about\s+)?(?P<figure>#+)\s+(?:people|persons|individuals|families|households)\b"
    r"|#+\s+(?:people|persons|individuals)\s+(?:from|in|of)\s+(?P<figure2>#+)\s+(?:families|households)\b"
    r"|(?-i:[A-Z])[\w'’-]+\s+\(\s*(?P<figure3>#+)\s+(?:households|families)\s*\)",
    re.IGNORECASE,
)
_MOVED = gated(
    r"\b(?:displac|fled|flee|uproot|evacuat|camps?\b|shelters?\b|homeless|reached|arriv|sites?\b"
    r"|refugees?\b)",
    re.IGNORECASE,
)
_FIGURED = frozenset({"villages", "hamlets", "settlements"})


_SEVERAL, _MOVES = Several((*_PATTERNS, _WITH_THEM)), Several(_PATTERNS)


def may_be_uprooted(text: str) -> bool:
    """True when a sentence may tell so of the displaced; the figures of the text are written as ``#``."""
    return _SEVERAL.fits(text)


def uprooted(reading: Reading) -> Iterator[tuple[str, Amount, int, int]]:
    """Kind, amount and stretch (from the sentence's start) of each count of the displaced that a phrase tells."""
    text, where = reading.coded()
    for pattern in _MOVES.worth(text):
        for match in pattern.finditer(text):
            amount = where.get(match.start("figure"))
            if amount is not None and _fits(amount):
                yield "displaced", amount, match.start(), match.end()
    if _MOVED.search(text) is None:
        return
    for match in _WITH_THEM.finditer(text):
        name = next(n for n, told in match.groupdict().items() if told)
        amount = where.get(match.start(name))
        if amount is not None:
            yield "displaced", amount, match.start(name), match.end()


def _fits(amount: Amount) -> bool:
    noun = amount.noun
    if (amount.quantity.low or amount.quantity.high or 0) < MANY_FLED:
        return False
    return (
        noun is None
        or nouns.is_person(noun.text)
        or nouns.is_of_people(noun.text)
        or noun.lower_ in _FIGURED | _CROWDS
    )


_CROWDS = word_set("families households arrivals newcomers idps refugees neighbours neighbors displaced them")
