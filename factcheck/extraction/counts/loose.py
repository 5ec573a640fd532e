"""Figures that stand alone where a text sets versions side by side: 'he had said 59, then 120', '110 and 238'.

They have neither a noun nor a verb that says what they count, so they count what the nearest figures before them
count. Only figures that are followed by the end of a phrase may stand alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from factcheck.extraction.counts.quantities import Amount, Reading
from factcheck.extraction.counts.rivalfigures import coded
from factcheck.extraction.gates import gated
from factcheck.extraction.syntax import Token

_END = (
    r"(?=\s*(?:[.,;:!?\])\"”'’–—]|$)|\s+(?:on|in|by|for|before|until|till|when|while|after|because|but"
    r"|and|or|as|against|yesterday|today|earlier|later|last|this|that|from|so|then|now|here|too|names|nearly"
    r"|perhaps"
    r"|possibly|alone|altogether|across|over|among|if|either|inside|outside|near|throughout|since|within|nationwide|overall"
    r"|an?\s+(?:day|week|month|few|year|hour|night)|the\s+(?:day|week|next|following|same)|verified|confirmed|nearer|closer|according)\b)"
)
_LOOSE = re.compile(r"(?P<figure>#+)" + _END)
_OTHERWISE = re.compile(
    r"(?:\b(?:at|damaged|destroyed|affected|disappeared|evacuated|deceased|injured|wounded|missing|not|aged?"
    r"|by|no\.?|number|page|turned|numbering|chapter|article|resolution|route|flight|channel|section"
    r"|version"
    r"|volume|deck|since|until|till|during|of|with|for|to|out\s+of|past|those|these|the|all\s+but|every|each|per"
    r"|than"
    r"|ages\s+#+\s+and|(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*\.?\s+\W?#+\s+(?:and"
    r"|to|or)"
    r"|(?:can|could|may|might|would)\s+(?:say|claim|write)|(?:he|she|they|it\s+is|(?:boy|girl|child|baby|man"
    r"|woman)|youngest|oldest|eldest|brother|sister|son|daughter|smallest)\s+(?:is|was|are"
    r"|were)(?:\s+#+\s+and)?)"
    r"|[$€£#/:.\d]\d*|\b\d+|^\W*)\s*$",
    re.IGNORECASE,
)
_NAMED = re.compile(r"(?:^|\s)[A-Z][\w'’-]*[\s-]$")
"""'Boeing 737', 'Resolution 2254': the figure belongs to the name."""
_SAFE = gated(
    r"\b(?:normal|usual(?:ly)?|average|treated|admitted|hospitali[sz]ed|rescued|saved|alive|safe|discharged"
    r"|survivors?|survived|released|aboard|on\s+board|in\s+groups|holds?|can\s+(?:take|house|sleep|hold)"
    r"|capacity|identified|reported\s+to|years?)\b[^.;]{0,60}$",
    re.IGNORECASE,
)
"""'the number of rescued as 2,437', 'those safe: 368'."""


OLDEST = 110
"""Up to here a figure between a name and the next mark may be an age."""
_AFTER_AGE = (",", ".", ";", ")", "")


def may_stand_alone(text: str) -> bool:
    """True when a sentence may hold such a figure; without a parse."""
    figures = coded(text)
    if "# names" in figures:
        return True
    return "#" in figures and any(_stands(figures, m.start()) for m in _LOOSE.finditer(figures))


def _stands(text: str, at: int) -> bool:
    before = text[max(0, at - 80) : at]
    if _OTHERWISE.search(before) or _SAFE.search(before):
        return False
    return not _NAMED.search(before) or text.isupper()


def loose_figures(reading: Reading, used: set[int], *, opening: bool = False) -> Iterator[tuple[Amount, int, int]]:
    """Each figure of a sentence that stands alone, with its place from the sentence's start.

    ``opening``: also one that opens the sentence, where a heading says what it counts.
    """
    text, where = reading.coded()
    for listed in reading.figures:
        if listed.noun is not None and listed.noun.lower_ == "names" and listed.key not in used:
            yield listed, listed.span[0], listed.last.idx + len(listed.last)
    for match in _LOOSE.finditer(text):
        amount = where.get(match.start("figure"))
        if amount is None or amount.key in used or amount.noun is not None or amount.times is not None:
            continue
        size = amount.quantity.low or amount.quantity.high or 0
        opens = opening and not text[: match.start()].strip(" \"“'‘(-–—•*")
        if size < 2 or amount.vague_word is not None or not (opens or _stands(text, match.start())):
            continue
        before = amount.first.nbor(-1) if amount.first.i else None
        if size <= OLDEST and _after_a_name(before) and text[match.end() : match.end() + 1] in _AFTER_AGE:
            continue  # "Ann Roe, 24."
        if before is not None and (before.pos_ in ("NOUN", "PROPN") or before.text == "(") and not text.isupper():
            continue  # "event 15", "Hill 469", "(203)"
        yield amount, *match.span()


def _after_a_name(mark: Token | None) -> bool:
    return mark is not None and mark.text == "," and mark.i > 0 and mark.nbor(-1).pos_ in ("NOUN", "PROPN")


_PAIR = gated(
    r"(?<!\bwere\s)(?<!\bare\s)(?<!\baged\s)(?<!#)(?P<figure>#+)[\"”]?\s+(?:and|,)"
    r"\s+[\"“]?(?P<figure2>#+)(?=[\"”]?\s*(?:[.,;)]|$|\b(?:this|on|in|by|at|that|respectively|yesterday"
    r"|today|before|earlier)\b))",
    re.IGNORECASE,
)


def may_be_paired(text: str) -> bool:
    """True when a coded sentence may hold such a pair; without a parse."""
    return _PAIR.search(text) is not None


def paired(text: str, where: dict[int, Amount]) -> Iterator[tuple[Amount, Amount]]:
    """Two bare figures side by side, which take the kinds of the last two in their order: '165 and 160'."""
    for match in _PAIR.finditer(text):
        one, other = where.get(match.start("figure")), where.get(match.start("figure2"))
        if one is not None and other is not None and one.noun is None and other.noun is None:
            yield one, other
