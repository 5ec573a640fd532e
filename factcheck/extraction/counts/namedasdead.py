"""The dead by name: 'police identified the dead as Carl Hume, 41, and Dana Rolle, 39' are two."""

from __future__ import annotations

import re
from collections.abc import Iterator

from factcheck.extraction.counts.quantities import Reading
from factcheck.extraction.gates import Several, gated

_NAME = (
    r"(?:(?:\d{1,2}|[a-z]+(?:-[a-z]+)?)-year-old\s+)?"
    r"(?:[A-Z][\w'’.\"“”-]*\s+){1,3}[A-Z][\w'’-]+(?:,?\s+[JS]r\b\.?)?"
)
_AFTER = (
    r"(?:,?\s+\(?\d{1,2}\)?(?=[\s,;.)]|$)\)?|,?\s+(?:both\s+|all\s+)?(?:of|from)\s+[A-Z][\w.]+(?:\s+[A-Z][\w.]+)?"
    r"|,?\s+\d{1,2}[ -]years?[ -]old)*"
)
_ITEM = _NAME + _AFTER
_BETWEEN = (
    r"(?:\s*[,;]\s*(?:and\s+)?|\s+and\s+)"
    r"(?:(?:his|her|their)\s+(?:[\w-]+\s+){0,2}?[a-z-]+,?\s+(?=[A-Z]))?"
)
_LIST = rf"(?P<list>{_ITEM}(?:{_BETWEEN}{_ITEM})+)(?![\w'’])(?!\s+(?:[A-Z]|sa(?:id|ys)|told|added|announced))"
_WHO = (
    r"(?:people|persons|men|women|males|females|victims|teens|teenagers|youths|boys|girls|children|students"
    r"|brothers|sisters|siblings|officers|deputies|soldiers|policemen|constables|airmen|crew|workers|employees"
    r"|miners"
    r"|passengers|residents|villagers|couple|pair)"
)
_DIED = r"who\s+(?:died|perished|lost\s+their\s+lives|were\s+(?:\w+\s+)?(?:killed|slain|murdered|shot\s+dead))"
_DEAD = (
    r"(?:(?:the|those|all|both|two|three|four|five|six|seven|\d)\s+)+"
    r"(?:dead\b|deceased\b|fallen\b"
    rf"|(?:dead|deceased|slain|murdered|fallen|homicide)\s+{_WHO}\b"
    rf"|(?:{_WHO}\s+)?(?:{_DIED}|(?:shot\s+and\s+)?killed|slain|shot\s+dead|fatally\s+shot|found\s+dead))"
    r"|(?-i:Those|those|The\s+(?:\w+\s+)?" + _WHO + rf")\s+(?:{_DIED}|killed|slain)"
)
_NAMED = (
    gated(
        rf"\b(?:identif(?:ied|ies|y|ying)|nam(?:ed|es|ing))\s+(?:{_DEAD})[^.;:]{{0,60}}?\s+as:?\s+(?-i:{_LIST})",
        re.IGNORECASE,
    ),
    gated(
        rf"\b(?:{_DEAD})[^.;:]{{0,60}}?\b(?:were|was|are|have\s+been|had\s+been)\s+(?:\w+\s+){{0,3}}?"
        rf"(?:identified|named)\b[^.;:]{{0,60}}?\s+as:?\s+(?-i:{_LIST})",
        re.IGNORECASE,
    ),
    gated(rf"\b(?:{_DEAD})(?:\s+in\s+[^.,;:]{{2,40}}?)?\s+(?:were|are):?\s+(?-i:{_LIST})", re.IGNORECASE),
)
_ONE_NAME = re.compile(_ITEM)
MAY_NAME = gated(
    r"\bidentif(?:ied|ies|y|ying)\b|\bnam(?:ed|es|ing)\b"
    r"|\b(?:dead|deceased|died|killed|slain|men|women|victims)\s+(?:were|are)\b",
    re.IGNORECASE,
)


_SEVERAL = Several(_NAMED)


def may_name_the_dead(text: str) -> bool:
    """True for a sentence that lists the dead by name."""
    return MAY_NAME.search(text) is not None and _SEVERAL.fits(text)


def named_dead(reading: Reading) -> Iterator[tuple[int, int, int]]:
    """How many are named as the dead, and where the words begin and end; one list a sentence."""
    for pattern in _NAMED if MAY_NAME.search(reading.text) is not None else ():
        if (match := pattern.search(reading.text)) is not None:
            yield len(_ONE_NAME.findall(match["list"])), match.start(), match.end("list")
            return
