"""Parts of a total: 'two of them children', 'among them four women', 'including 100,000 children'."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from factcheck.extraction import nouns
from factcheck.extraction.quantities import ONE, Amount, Reading

_AFTER_WORD = re.compile(
    r"\b(?:includ(?:ing|ed|es)|among\s+(?:them|whom)(?:\s+(?:are|were|was|is))?|of\s+(?:whom|them|those|these))[\s,:-]+(?:at\s+least\s+|also\s+)?(?P<figure>#+)",
    re.IGNORECASE,
)
_BEFORE_WORD = re.compile(
    r"(?P<figure>#+)\s+(?P<of>of\s+(?:(?:them|whom)(?:(?:\s+(?:are|were|was))?\s+(?P<who>children|women|men|civilians|soldiers|boys|girls|minors|police|officers))?|the\s+dead|the\s+victims|the\s+injured|the\s+wounded)\b)",
    re.IGNORECASE,
)
_AMONG = re.compile(
    r"(?P<figure>#+)\s+[\w'’-]+(?:\s+[\w'’-]+){0,4}?\s+(?:(?:was|were|are|is)\s+)?among\s+(?:them|the\s+(?P<of>dead|killed|victims|injured|wounded|missing))\b",
    re.IGNORECASE,
)
_ONE_AMONG = re.compile(
    r"(?P<figure>\b(?:a|an|one)\b)\s+[\w'’-]+(?:\s+[\w'’-]+){0,3}?\s+among\s+(?:them|the\s+(?P<of>dead|killed|victims|injured|wounded))\b",
    re.IGNORECASE,
)
_OWN_STORY = re.compile(
    r"\s+(?:should|will|would|could|may|might|can|have|has|had|are\s+(?:already|back|expected)|were\s+(?:released|flown|moved))\b",
    re.IGNORECASE,
)
"""'27 of them have returned': those told of something else are no part of the toll."""

_SORT = {"dead": "killed", "killed": "killed", "injured": "wounded", "wounded": "wounded", "missing": "missing"}


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a total; ``kind`` is None when it is that of the total it stands with.

    Offsets count from the sentence's start.
    """

    amount: Amount
    start: int
    end: int
    kind: str | None
    who: str | None = None


def parts(reading: Reading) -> Iterator[Part]:
    """The parts that a sentence names."""
    text, where = reading.coded()
    for pattern in (_AFTER_WORD, _BEFORE_WORD, _AMONG):
        for match in pattern.finditer(text):
            amount = where.get(match.start("figure"))
            if amount is not None and not _OWN_STORY.match(text, match.end()):
                yield _part(match, amount)
    for match in _ONE_AMONG.finditer(text):
        span = reading.tokens.char_span(match.start(), match.end(), alignment_mode="expand")
        if span is not None:
            noun = next((t for t in span if t.tag_ in ("NN", "NNP") and t.dep_ != "compound"), None)
            if noun is not None and nouns.is_one_person(noun.text):
                yield _part(match, Amount(noun, span[0], noun, ONE, "one", noun=noun))


def _part(match: re.Match[str], amount: Amount) -> Part:
    said = (match.groupdict().get("of") or "").lower().split()
    kind = _SORT.get(said[-1]) if said else None
    who = match.groupdict().get("who")
    first, last = amount.first.idx, amount.last.idx + len(amount.last)
    return Part(amount, min(match.start(), first), max(match.end(), last), kind, who)
