"""Counts that set phrases tell: 'five did not survive', 'contact with three was lost', 'ten are hostages'.

None of their words makes a figure a claim alone; together they do."""

from __future__ import annotations

import re
from collections.abc import Iterator

from factcheck.extraction.counts import nouns
from factcheck.extraction.counts.crowds import crowds, may_be_a_crowd
from factcheck.extraction.counts.genre import POLICE_REPORT
from factcheck.extraction.counts.patients import may_be_patients, patients
from factcheck.extraction.counts.quantities import NONE, Amount, Reading
from factcheck.extraction.counts.rivalfigures import coded as code
from factcheck.extraction.counts.setphrases import COMPILED, STILL_HELD
from factcheck.extraction.counts.sought import may_be_sought, not_found
from factcheck.extraction.counts.survivors import may_be_survivors, survivors
from factcheck.extraction.counts.unheard import may_be_unheard, unheard
from factcheck.extraction.counts.uprooted import may_be_uprooted, uprooted
from factcheck.extraction.counts.weak import CAPTIVES_PAGE
from factcheck.extraction.gates import Several, gated
from factcheck.lexicons import word_set

_NOBODY_HARMED = gated(
    r"\bno\s+(?P<who>(?:[\w-]+\s+){0,2}?[\w-]+)\s+(?:(?:had|has|have)\s+(?:come|came)\s+to\s+(?:any\s+)?harm"
    r"|came\s+to\s+(?:any\s+)?harm"
    r"|(?:was|were|has\s+been|have\s+been|had\s+been)\s+(?:hit|harmed|touched))\b",
    re.IGNORECASE,
)
"""'no civilian had come to harm': nobody killed, nobody hurt."""
_LOST_NONE = gated(
    r"\blost\s+(?:no\s+(?:single\s+)?(?P<who>soldiers?|men|man|fighters?|troops|personnel|comrades?|servicemen"
    r"|serviceman)|no\s*-?one|nobody)\b",
    re.IGNORECASE,
)
_NONE_MISSING = gated(
    r"\b(?:ruled\s+out|denied)\s+that\s+any\s+of\s+(?:its|their|his|our)\s+(?P<who>[\w-]+)\s+(?:was|were|is|are)"
    r"\s+missing\b"
    r"|\bnone\s+of\s+(?:its|their|our|the)\s+(?P<who2>[\w-]+)\s+(?:was|were|is|are)\s+(?:still\s+)?missing\b",
    re.IGNORECASE,
)
_STANDING_IN = word_set("lives certificates victims them whom these those names fallen dead")


_KIND = {id(pattern): kind for kind, pattern in (*COMPILED, *STILL_HELD)}
_SEVERAL = Several(pattern for _, pattern in COMPILED)
_WITH_HELD = Several(pattern for _, pattern in (*COMPILED, *STILL_HELD))
_NOBODY = Several((_NOBODY_HARMED, _LOST_NONE, _NONE_MISSING))


def may_tell(text: str) -> bool:
    """True when a sentence may hold one of the phrases; without a parse."""
    if _NOBODY.fits(text):
        return True
    figures = code(text)
    return "#" in figures and (_may_be_elsewhere(figures) or _WITH_HELD.fits(figures))


def _may_be_elsewhere(figures: str) -> bool:
    return (
        may_be_uprooted(figures)
        or may_be_patients(figures)
        or may_be_unheard(figures)
        or may_be_a_crowd(figures)
        or may_be_survivors(figures)
        or may_be_sought(figures)
    )


def _elsewhere(reading: Reading) -> Iterator[tuple[str, Amount, int, int]]:
    """What the phrases of other files tell: of the uprooted, the sick and hurt."""
    yield from uprooted(reading)
    yield from not_found(reading)
    yield from unheard(reading)
    yield from crowds(reading)
    yield from survivors(reading)
    if not reading.tokens.notes.get(POLICE_REPORT):
        yield from patients(reading)


def phrases(reading: Reading) -> Iterator[tuple[str, Amount, int, int]]:
    """Kind, amount and stretch (from the sentence's start) of each count that a set phrase tells."""
    text, where = reading.coded()
    captives = reading.tokens.notes.get(CAPTIVES_PAGE)
    for pattern in (_WITH_HELD if captives else _SEVERAL).worth(text) if where else ():
        kind = _KIND[id(pattern)]
        for match in pattern.finditer(text):
            amount = where.get(match.start("figure2" if match.groupdict().get("figure2") else "figure"))
            if amount is not None and amount.times is None and (kind == "seized" or _fits(kind, amount)):
                yield kind, amount, match.start(), match.end()
    yield from _elsewhere(reading)
    nobody = ((_NOBODY_HARMED, ("killed", "wounded")), (_LOST_NONE, ("killed",)), (_NONE_MISSING, ("missing",)))
    for pattern, kinds in nobody if _NOBODY.may_fit(text) else ():
        for match in pattern.finditer(text):
            if (amount := _nobody(reading, match)) is not None:
                yield from ((kind, amount, match.start(), match.end()) for kind in kinds)


def _fits(kind: str, amount: Amount) -> bool:
    if kind == "destroyed":
        return amount.noun is not None and nouns.is_sort(amount.noun.text, "vehicle", "building", "home")
    return _are_people(amount)


def _are_people(amount: Amount) -> bool:
    noun = amount.noun
    return noun is None or noun.lower_ in _STANDING_IN or nouns.is_person(noun.text)


def _nobody(reading: Reading, match: re.Match[str]) -> Amount | None:
    """Nobody of those whom a match names; None for things."""
    name = next((name for name, words in match.groupdict().items() if words), None)
    span = reading.tokens.covering(*match.span(name)) if name is not None else []
    whole = reading.tokens.covering(*match.span())
    if not whole:
        return None
    noun = span[-1] if span else None
    if noun is not None and not (nouns.is_person(noun.text) or noun.lower_ == "forces"):
        return None
    head = noun if noun is not None else whole[-1]
    return Amount(head, whole[0], whole[-1], NONE, "none", noun=noun, span=match.span())
