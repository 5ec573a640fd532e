"""Counts that a pronoun takes up: '... four men to hospital, where they died'; 'Their bodies were found'."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from factcheck.extraction.counts import nouns
from factcheck.extraction.counts.quantities import Amount, Reading
from factcheck.extraction.gates import gated
from factcheck.extraction.page import Finding, Sentence
from factcheck.extraction.syntax import Token
from factcheck.values import Qualifier, Quantity

REACH = 2
"""So many sentences back a pronoun that opens a sentence finds those whom it means."""

_BODIES = frozenset({"bodies", "corpses", "remains"})
_TAKEN = frozenset({"kidnapped", "captured", "missing", "arrested"})
_DEAD = gated(
    r"\b(?:(?:their|the\s+(?:victims|captives|hostages|men|women|villagers|soldiers|workers|miners|others)['’]s?)"
    r"\s+(?:[\w-]+\s+){0,3}?(?:bodies|corpses|remains)\s+(?:were|are|have\s+been|had\s+been)\s+(?:\w+\s+)?"
    r"(?:found|recovered|discovered|dumped|retrieved|pulled|exhumed|thrown|left|returned|identified|located)"
    r"|(?:^\W*|\band\s+|;\s*|,\s*)(?:they|all(?:\s+of\s+them)?)\s+(?:were|have\s+been|had\s+been)\s+(?:(?:all"
    r"|later|then|subsequently|both|also)\s+)*"
    r"(?:killed|executed|beheaded|shot\s+dead|found\s+dead|slaughtered|murdered|massacred))\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class TakenUp:
    """A stretch of a sentence, by offsets from its start, that says of those counted before that they are dead."""

    quantity: Quantity
    victims: str | None
    vague_word: str | None
    start: int
    end: int


def meant(token: Token, reading: Reading) -> Amount | None:
    """The counted persons before 'they' or 'their bodies' in a sentence: its subject, or the nearest."""
    theirs = token.lower_ in _BODIES and any(c.dep_ == "poss" and c.lower_ == "their" for c in token.children)
    if not theirs and token.lower_ != "they":
        return None
    before = [a for a in reading.figures if a.last.i < token.i and _are_persons(a)]
    acting = [a for a in before if a.noun is not None and a.noun.dep_ in ("nsubj", "nsubjpass")]
    return max(acting or before, key=lambda a: a.last.i, default=None)


def _are_persons(amount: Amount) -> bool:
    known = amount.noun is not None and nouns.is_person(amount.noun.text)
    return known and amount.how == "figure" and (amount.quantity.low or 0) > 1


def may_take_up(text: str) -> bool:
    """True when a sentence may say of people counted before that they are dead; cheap."""
    return _DEAD.search(text) is not None


def found_dead(sentence: Sentence, earlier: Sequence[Finding]) -> TakenUp | None:
    """'Their bodies were found', 'They were later executed' of people who were taken or missed before."""
    match = _DEAD.search(sentence.text)
    if match is None:
        return None
    near = [f for f in earlier if sentence.index - f.sentence.index <= REACH and f.quantity is not None]
    last = near[-1] if near else None
    if last is None or last.kind not in _TAKEN:
        return None
    quantity = _of_all(last, near)
    if (quantity.low or 0) < 2:
        return None
    if any(f.kind == "killed" and f.sentence is sentence for f in near):
        return None
    start = match.start() + re.match(r"(?:\W*(?:and\s+)?)", match.group()).end()  # type: ignore[union-attr]
    alone = quantity == last.quantity
    return TakenUp(quantity, last.victims if alone else None, last.vague_word, start, match.end())


def _of_all(last: Finding, near: list[Finding]) -> Quantity:
    """'A nurse, her driver and two guards were taken. Their bodies were found': of all whom one verb counts."""
    assert last.quantity is not None
    listed = [f.quantity for f in near if f.trigger is not None and f.trigger == last.trigger and not f.part_of]
    lows = [q.low for q in listed if q is not None and q.low is not None and q.qualifier is Qualifier.EXACT]
    if len(lows) < 2 or len(lows) < len(listed):
        return last.quantity
    return Quantity(sum(lows), sum(lows))
