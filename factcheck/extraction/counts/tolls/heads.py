"""Tolls that a head word carries: 'the death toll rose to 191', 'the injured at more than 6,500'."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from factcheck.extraction.counts.quantities import Amount, Reading
from factcheck.extraction.counts.tolls.toll import Toll
from factcheck.extraction.gates import gated
from factcheck.values import Qualifier, Quantity

_NUMBER_OF = r"(?:the\s+)?(?:number|count|total|figure)s?\s+of\s+(?:the\s+)?(?:[\w-]+\s+)?"
_HEADS = (
    (
        "killed",
        r"(?:(?<!injury )(?<!casualty )(?<!injured )(?<!road )(?<!a )tolls?)"
        rf"|{_NUMBER_OF}(?:people\s+)?(?:dead|deaths|killed|slain|lost|murdered|drowned|executed|neutrali[sz]ed"
        rf"|martyred|martyrs|cadavers|fatalities|homicides|murders|slayings"
        rf"|bodies(?:\s+(?:\w+ed|found))?|corpses|dead\s+bodies)"
        r"|the\s+(?:[A-Z]\w+\s+)?(?:dead|killed|deceased)|(?:its|their|our|his)\s+(?:own\s+)?(?:dead|killed)"
        r"|deaths"
        r"|fatalities|bodies",
    ),
    (
        "wounded",
        rf"{_NUMBER_OF}(?:injured|wounded|injuries)(?:\s+(?:officers|people|persons|police|soldiers|protesters"
        rf"|civilians))?"
        rf"|injury\s+toll|the\s+(?:injured|wounded)|injuries",
    ),
    ("casualties", rf"casualty\s+(?:toll|count|figure)s?|{_NUMBER_OF}(?:casualties|victims)"),
    (
        "attendance",
        rf"(?:the|an?)\s+(?:crowd|gathering)(?:\s+size)?|turn-?out|attendance|the\s+(?:mourners|marchers"
        rf"|protesters|demonstrators|participants|worshippers)|{_NUMBER_OF}(?:demonstrators|protest(?:e|o)rs"
        rf"|marchers|participants"
        r"|strikers|mourners|worshippers|spectators|people\s+(?:taking\s+part|in\s+the\s+(?:streets?|square)"
        r"|present))",
    ),
    ("missing", rf"{_NUMBER_OF}missing|the\s+missing"),
    (
        "captured",
        r"(?:the\s+)?(?:number|count|total)\s+of\s+(?:those|people|persons|captives|hostages|pupils|students"
        r"|children|girls|boys|villagers)"
        r"\s+(?:still\s+)?(?:freed|released|abducted|kidnapped|taken|held|in\s+captivity)",
    ),
    ("displaced", rf"{_NUMBER_OF}(?:displaced|homeless)|the\s+(?:homeless|displaced)"),
)
_REACHES = (
    r"(?:(?:now|was|were|is|are|had|has|have|could|may|might|would|will|already|officially|then|currently|been"
    r"|also)\s+)*"
    r"(?:(?:stood|stands?|standing|put|given|set|fixed|estimated|is|was|were|are|rose|risen|rises?|rising"
    r"|climb(?:s|ed"
    r"|ing)?|mount(?:s|ed|ing)?|swell(?:s|ed)|swelled|jump(?:s|ed)|"
    r"grew|grown|went\s+up|gone\s+up|soar(?:s|ed)|increas(?:ed|es|ing)|revised|reached|reach(?:es)?|hits?"
    r"|passe[ds]|exceed(?:s|ed)|"
    r"number(?:s|ed)?|totall?ed|totals|surpassed|topped|comes?|came)\s+)?"
    r"(?:(?:up|down)(?:wards?)?\s+)?(?:from\s+\#+\s+(?:\w+\s+)?)?(?:(?:at|to|as|was|is|:)\s*)?"
)
_IS = frozenset({"are", "is", "was", "were"})
_JOIN = re.compile(
    r":|\b(?!(?:now|had|has|have|then|already|currently|also|been|could|may|might|would|will|officially)\b)[a-z]+",
    re.IGNORECASE,
)
_PATTERNS = tuple(
    (
        kind,
        gated(
            rf"(?:\b(?:puts?|putting|giv(?:es?|ing)|gave)\s+)?\b(?P<head>{head})\b(?P<between>(?:\s+(?:of|from|at(?=\s+the\s)"
            rf"|in|on|for|by|since|so\s+far)\s+[^\#,.;:]{{1,60}}?|\s*,[^.;:]{{1,60}},)?)"
            rf"(?P<link>\s*:?\s+{_REACHES})(?P<figure>\#+)",
            re.IGNORECASE,
        ),
    )
    for kind, head in _HEADS
)
_CODED = gated(
    r"\b(?:fatalit(?:y|ies)|deaths)\b[^#,.;]{0,40}?\b(?:coded|assessed|recorded|entered|counted)\b(?:"
    r"\s+(?!not\b)[\w-]+){0,6}?"
    r"\s+(?:as|at|of)\s+(?P<figure>#+)",
    re.IGNORECASE,
)
"""'Unknown militant fatalities coded as 3', as the notes of monitors put a figure that nobody gave."""
_AND_MORE = re.compile(r"\s+(?:[a-z]+\s+){0,3}(?:,|and|,\s+and)\s+(?P<figure>#+)(?=\s+[a-z])", re.IGNORECASE)
"""'(fatalities stand at 5 militiamen) and one soldier'."""
_TOLL = gated(r"\b(?:death\s+)?toll\s+(?:of|at)\s+(?P<figure>#+)", re.IGNORECASE)
_BEYOND = re.compile(r"\b(?:passe[ds]|surpass(?:ed|es)|topp(?:ed|s)|tops)\b", re.IGNORECASE)
"""'has passed 1,200': more than that."""
OF_VICTIMS = gated(
    r"\bof\s+(?P<all>the\s+(?P<figure>#+)\s+victims),\s+(?:at\s+least\s+)?(?P<first>#+)\s", re.IGNORECASE
)
"""'Of (the 298 victims), 196 were Dutch': whose sorts follow."""
HURT = gated(r"\b(?:injur|wound|shot|hurt|shooting)", re.IGNORECASE)


def by_head(reading: Reading) -> Iterator[Toll]:
    """'the death toll rose to 191', 'fatalities coded as 3'."""
    text, where = reading.coded()
    for kind, pattern in _PATTERNS:
        for match in pattern.finditer(text):
            amount = where.get(match.start("figure"))
            if amount is None or not (_JOIN.search(match["link"]) or _hedged_by_a_verb(reading, amount)):
                continue
            if _BEYOND.search(match["link"]) and amount.quantity.qualifier == Qualifier.EXACT:
                amount = replace(amount, quantity=Quantity(amount.quantity.low, None, Qualifier.MORE_THAN))
            link = match["link"].strip().lower()
            if match["head"].lower().startswith("the ") and (
                link == "of" or (link in _IS | {"to"} and amount.noun is not None)
            ):
                continue
            if kind == "casualties" and "victims" in match["head"].lower() and not HURT.search(text):
                kind = "killed"
            yield Toll(kind, amount, match.start(), match.end("figure"))
            if match["head"].lower() in ("fatalities", "deaths") and amount.noun is not None:
                more = _AND_MORE.match(text, match.end("figure"))
                other = where.get(more.start("figure")) if more is not None else None
                if more is not None and other is not None and other.noun is not None:
                    yield Toll(kind, other, more.start("figure"), more.end("figure"))
    whole = OF_VICTIMS.search(text) if HURT.search(text) is None else None
    if whole is not None and (amount := where.get(whole.start("figure"))) is not None:
        yield Toll("killed", amount, *whole.span("all"))
    for match in _CODED.finditer(text):
        amount = where.get(match.start("figure"))
        if amount is not None:
            yield Toll("killed", amount, match.start(), match.end("figure"))


def toll_of(reading: Reading) -> Iterator[Toll]:
    """'a death toll of 15'."""
    text, where = reading.coded()
    for match in _TOLL.finditer(text):
        amount = where.get(match.start("figure"))
        if amount is not None:
            yield Toll("killed", amount, match.start(), match.end())


def _hedged_by_a_verb(reading: Reading, amount: Amount) -> bool:
    """'the toll exceeds 1,200': the verb is read as part of the figure."""
    return reading.text[slice(*amount.span)].lower().startswith("exceed")
