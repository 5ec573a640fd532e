"""Harm that a text asserts without any number: 'there were casualties', 'everyone in it was killed'."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from factcheck.extraction.gates import Several, gated
from factcheck.values import Qualifier, Quantity

UNKNOWN = Quantity(None, None, Qualifier.VAGUE)

_SIZE = (
    r"[\"“]?(?:(?:some|many|heavy|significant|serious|severe|considerable|great|numerous|light|small|slight"
    r"|civilian"
    r"|military|human|enemy|its|their|our|own|further|other|more|minor|substantial|mass|large|several|battle"
    r"|personnel"
    r"|in\s+manpower)\s+)*"
)
_LOSSES = (
    r"(?P<word>casualties|losses)[\"”]?"
    r"(?!\s+(?:of|to|at|were|are|from)\s+[#\d]|\s+(?:figures?|counts?|tolls?|lists?|estimates?)\b)"
)
_LOSS_KINDS = (
    gated(
        r"\b(?:there\s+(?:were|are|have\s+been|had\s+been)|(?:acknowledg|conced|confirm|report|sustain|suffer"
        r"|inflict|caus)"
        r"(?:e[sd]?|ed|s|ing)?|admit(?:s|ted)?(?:\s+to)?|own(?:s|ed)?(?:\s+up)?\s+to|sp(?:eaks?|oke|oken)\s+of"
        r"|took|taken"
        r"|counts?|has|have|had)(?:\s+having\s+(?:suffered|taken|had))?\s+"
        rf"{_SIZE}{_LOSSES}",
        re.IGNORECASE,
    ),
    gated(
        rf"[\"“]?{_SIZE}(?P<word>casualties|losses)[\"”]?\s+(?:(?:had\s+been|have\s+been|were|was"
        rf"|are)\s+)?(?:inflicted"
        r"|sustained|suffered)\b",
        re.IGNORECASE,
    ),
    gated(
        r"\b(?:our|its|their|his|[\w’'-]+['’]s?)\s+(?:own\s+)?(?P<word>losses|casualties)\s+(?:are|were"
        r"|have\s+been|remain)"
        r"\s+(?:very\s+|rather\s+|quite\s+)?(?:small|light|heavy|slight|great|minor|considerable|minimal|serious"
        r"|few|high)\b",
        re.IGNORECASE,
    ),
)
_NOT_SAID = re.compile(
    r"\b(?:no|not|n['’]t|never|neither|nobody|none|nor|without|any|if|whether|may|might|could|would|should|will"
    r"|can|fear(?:s|ed)?|feared|possible"
    r"|avoid(?:s|ed|ing)?|prevent|reports?\s+of|denie[sd]|deny|denying|rumou?rs?|expect(?:s|ed)?|prepar\w+"
    r"|threat\w*|risk\w*"
    r"|claims?\s+of|talk\s+of|how\s+many|what)\b",
    re.IGNORECASE,
)
_GOODS = gated(
    r"\b(?:profits?|market|shares?|harvest|crops?|money|euros?|dollars?|million|financial|economic|job|heat|jobs"
    r"|trading"
    r"|sales|revenue|election|electoral|seats|budget|insured|insurance)\b",
    re.IGNORECASE,
)
_DEAD = r"(?:dead|killed|slain|burned\s+alive|shot\s+dead|drowned|martyred|executed|massacred)"
_DIED = r"(?:died|perished|drowned|lost\s+their\s+lives)"
_PLACE = r"(?:\s+(?:in|inside|on|aboard|at|of|there|from)(?:\s+[\w’'-]+){0,4}?)"
_ALL = gated(
    rf"(?:^|[\"“,;:–-]\s*|\bthat\s+|\band\s+)(?:everyone|everybody|every\s+(?:one|man|soul)|all\s+(?:the\s+"
    rf"|its\s+|their\s+|those\s+)?"
    rf"(?P<who>[\w’'-]+s|men|people|aboard|inside|there|hands))(?:{_PLACE}|\s+(?:there|aboard|on\s+board"
    rf"|inside))?\s+(?:(?:are|is|were|was"
    rf"|have\s+been|has\s+been|had\s+been)\s+(?:now\s+|all\s+|reportedly\s+|instantly\s+)?{_DEAD}|(?:have\s+"
    rf"|has\s+|had\s+)?{_DIED})\b",
    re.IGNORECASE,
)
_LOST_MANY = gated(
    r"\b(?:lost|loses?)\s+(?:(?:a\s+)?(?:great|good)\s+)?many(?:\s+(?P<who>men|fighters|soldiers|troops|comrades"
    r"|people"
    r"|lives|of\s+(?:its|their)\s+(?:men|own|number|fighters)))?(?=\s*(?:[.,;\"”]|$|and\b|in\b|at\b))",
    re.IGNORECASE,
)
_FIGURE = re.compile(r"\d|#")


@dataclass(frozen=True, slots=True)
class Unnumbered:
    """A stretch (from the sentence's start) that asserts harm of a kind to an unknown number."""

    kind: str
    start: int
    end: int
    who: str | None = None
    word: str = "some"


_SEVERAL = Several((*_LOSS_KINDS, _ALL, _LOST_MANY))


def may_be_unnumbered(text: str) -> bool:
    """True when a sentence may hold one of the phrases; without a parse."""
    return _SEVERAL.fits(text)


def unnumbered(text: str) -> Iterator[Unnumbered]:
    """Each assertion of harm to an unknown number in a coded sentence (figures written as ``#``)."""
    if text.rstrip(' "”').endswith("?"):
        return
    if _FIGURE.search(text) is None and _GOODS.search(text) is None:
        for pattern in _LOSS_KINDS:
            for match in pattern.finditer(text):
                clause = re.split(r"[;:]", text[: match.end()])[-1]
                if _NOT_SAID.search(clause) is None:
                    yield Unnumbered("casualties", *match.span(), word="casualties")
                    return
    for match in _ALL.finditer(text):
        if _NOT_SAID.search(text[: match.start()]) is None and _FIGURE.search(match.group()) is None:
            start = match.start() + re.search(r"\w", match.group()).start()  # type: ignore[union-attr]
            yield Unnumbered("killed", start, match.end(), match["who"], "all")
    for match in _LOST_MANY.finditer(text):
        if _NOT_SAID.search(text[: match.start()]) is None:
            yield Unnumbered("killed", *match.span(), match["who"], "many")
