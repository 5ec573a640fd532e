"""Tolls: 'the death toll rose to 191', 'put the dead at 190, the injured at more than 6,500'."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from factcheck.extraction.quantities import Amount, Reading

_NUMBER_OF = r"(?:the\s+)?(?:number|count|total|figure)s?\s+of\s+(?:the\s+)?(?:[\w-]+\s+)?"
_HEADS = (
    (
        "killed",
        rf"death\s+tolls?|{_NUMBER_OF}(?:dead|deaths|killed|fatalities|bodies(?:\s+\w+ed)?|corpses|dead\s+bodies)"
        r"|the\s+(?:[A-Z]\w+\s+)?(?:dead|killed)|deaths|fatalities|bodies",
    ),
    (
        "wounded",
        rf"{_NUMBER_OF}(?:injured|wounded|injuries)|injury\s+toll|the\s+(?:injured|wounded)|injuries",
    ),
    ("casualties", rf"casualty\s+(?:toll|count|figure)s?|{_NUMBER_OF}(?:casualties|victims)"),
    ("missing", rf"{_NUMBER_OF}missing|the\s+missing"),
    ("displaced", rf"{_NUMBER_OF}(?:displaced|homeless)|the\s+(?:homeless|displaced)"),
)
_REACHES = (
    r"(?:(?:now|had|has|have|could|may|might|would|will|already|officially|then|currently|been|also)\s+)*"
    r"(?:(?:stood|stands?|standing|put|given|set|estimated|is|was|were|are|rose|risen|rises?|rising|climb(?:s|ed|ing)?|jump(?:s|ed)|"
    r"grew|grown|went\s+up|gone\s+up|soar(?:s|ed)|increas(?:ed|es|ing)|revised|reached|reach(?:es)?|hits?|passe[ds]|exceed(?:s|ed)|"
    r"number(?:s|ed)?|totall?ed|totals|surpassed|topped|comes?|came)\s+)?"
    r"(?:(?:up|down)\s+)?(?:from\s+\#+\s+(?:\w+\s+)?)?(?:(?:at|to|as|was|is|:)\s*)?"
)
_IS = frozenset({"are", "is", "was", "were"})
_JOIN = re.compile(r"[a-z:]", re.IGNORECASE)
_PATTERNS = tuple(
    (
        kind,
        re.compile(
            rf"(?:\b(?:puts?|putting|giv(?:es?|ing)|gave)\s+)?\b(?P<head>{head})\b(?P<between>(?:\s+(?:of|from|in|on)\s+[^\#,.;:]{{1,60}}?)?)"
            rf"(?P<link>\s*:?\s+{_REACHES})(?P<figure>\#+)",
            re.IGNORECASE,
        ),
    )
    for kind, head in _HEADS
)
_TOLL = re.compile(r"\b(?:death\s+)?toll\s+(?:of|at)\s+(?P<figure>#+)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Toll:
    """A figure that a toll phrase carries: offsets count from the sentence's start."""

    kind: str
    amount: Amount
    start: int
    end: int


_LABEL = re.compile(
    r"^\W*(?P<word>dead|deaths?|killed|fatalities|injured|wounded|injuries|missing|displaced|displacement|homeless|arrests|arrested"
    r"|casualties)\s*:\s*(?P<figure>#+)",
    re.IGNORECASE,
)
_LABELS = {
    "injured": "wounded",
    "wounded": "wounded",
    "injuries": "wounded",
    "missing": "missing",
    "displaced": "displaced",
    "displacement": "displaced",
    "homeless": "displaced",
    "arrests": "arrested",
    "arrested": "arrested",
    "casualties": "casualties",
}


def tolls(reading: Reading) -> Iterator[Toll]:
    """The tolls of a sentence; a bare 'deaths 23' without a verb, preposition or colon is none."""
    text, where = reading.coded()
    if "#" not in text:
        return
    for kind, pattern in _PATTERNS:
        for match in pattern.finditer(text):
            amount = where.get(match.start("figure"))
            if amount is None or not _JOIN.search(match["link"]):
                continue
            link = match["link"].strip().lower()
            if match["head"].lower().startswith("the ") and (
                link == "of" or (link in _IS and amount.noun is not None)
            ):
                continue
            yield Toll(kind, amount, match.start(), match.end("figure"))
    for match in _LABEL.finditer(text):
        amount = where.get(match.start("figure"))
        if amount is not None:
            yield Toll(_LABELS.get(match["word"].lower(), "killed"), amount, match.start("word"), match.end())
    for match in _TOLL.finditer(text):
        amount = where.get(match.start("figure"))
        if amount is not None:
            yield Toll("killed", amount, match.start(), match.end())
