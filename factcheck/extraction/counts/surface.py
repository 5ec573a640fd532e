"""Counts by position: headlines, telex and sentences whose parse is of no use. Less certain than syntax."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import TypeVar

from factcheck.extraction.counts import nouns
from factcheck.extraction.counts.kinds import Trigger
from factcheck.extraction.counts.quantities import Amount, Reading
from factcheck.extraction.counts.reality import unreal
from factcheck.extraction.counts.unharmed import is_a_gang
from factcheck.extraction.gates import gated
from factcheck.extraction.syntax import Token
from factcheck.lexicons import word_set

T = TypeVar("T")
CONFIDENCE = 0.6

_BETWEEN_BEFORE = word_set(
    "others other more people persons were was are is have has been be being had also feared confirmed "
    "reported left still now either both all then later shot found"
)
_BETWEEN_AFTER = word_set(
    "of the at least more than some about up to : - as many nearly over around and another a further"
)
_DOERS = word_set("gunman gunmen suspect suspects shooter shooters attackers assailants robbers intruders teens")
_HELPERS = word_set("was were been being are is be")
_ASIDE = 18
"""Words at most between a figure and its passive that a pair of commas sets apart."""
"""'Shooting: 2 gunmen sought' counts who shot."""
_MAX_GAP = 6
_NONE_OF = gated(
    r"\b(?:none|nobody|no\s+\w+)\s+(?:of|among|in)\s+(?:(?:\w+\s+){1,3}of|(?:its|their|our|his|the)(?:\s+own)?)"
    r"\s+$",
    re.IGNORECASE,
)
"""'none of its crew of 11 was hurt': the 11 were not."""


def beside(
    reading: Reading, found: list[Trigger], used: set[int], make: Callable[[Trigger, Amount, str, float], T]
) -> list[T]:
    """The figures that no syntax attached, put to the trigger that stands right after or before them."""
    made = []
    for amount in reading.figures:
        if amount.key in used or _known_before(amount) or is_a_gang(amount):
            continue
        trigger = _after(reading, amount, found) or _before(reading, amount, found)
        if trigger is not None and not unreal(trigger):
            made.append(make(trigger, amount, "beside it", CONFIDENCE))
    return made


def _known_before(amount: Amount) -> bool:
    """'seventy of the 110': the 110 are spoken of, not told; 'one of two boys killed' is no toll either."""
    at = amount.first.i
    if _NONE_OF.search(amount.head.doc.text[: amount.span[0]]):
        return True
    if (
        amount.head.lower_ == "one"
        and amount.head.i + 1 < len(amount.head.doc)
        and amount.head.nbor().lower_ == "of"
    ):
        return True
    return at > 1 and amount.first.nbor(-1).lower_ in ("the", "those") and amount.first.nbor(-2).lower_ == "of"


def _after(reading: Reading, amount: Amount, found: list[Trigger]) -> Trigger | None:
    """'17 civilians killed', '346 injured', '12 others were wounded'."""
    for trigger in found:
        gap = trigger.token.i - amount.last.i - 1
        things = trigger.kind in ("seized", "destroyed")
        if trigger.form != "toll" and not things and _aside(reading, amount, trigger):
            return trigger
        if trigger.form == "toll" or not 0 <= gap <= (2 if things else _MAX_GAP):
            continue
        if things and _is_aim(amount):
            continue
        if things != (amount.noun is not None and nouns.is_category(amount.noun.text, "thing")):
            continue
        if trigger.form == "act" and not _may_be_passive(trigger.token):
            continue
        if trigger.form in ("act", "state") and _is_done_to_another(trigger):
            continue
        if all(_filler(t) for t in reading.tokens[amount.last.i + 1 : trigger.token.i]):
            return trigger
    return None


def _aside(reading: Reading, amount: Amount, trigger: Trigger) -> bool:
    """'five people, including an infant, were injured': what stands between two commas is passed over."""
    start, end = amount.last.i + 1, trigger.token.i
    if trigger.form not in ("act", "state") or not 4 <= end - start <= _ASIDE:
        return False
    while end > start and _filler(reading.tokens[end - 1]):
        end -= 1
    helped = any(t.lower_ in _HELPERS for t in reading.tokens[end : trigger.token.i])
    between = reading.tokens[start:end]
    if not helped or len(between) < 3 or between[0].text != "," or between[-1].text != ",":
        return False
    return (
        amount.noun is not None and nouns.is_person(amount.noun.text) and not any(t.text in ";:" for t in between)
    )


def _may_be_passive(verb: Token) -> bool:
    """Not 'the four suspects killed Smith', whose verb has an object of its own."""
    if verb.tag_ not in ("VBN", "VBD", "JJ", "NN", "NNP"):
        return False
    if verb.tag_ == "VBN":
        perfect = any(c.dep_ == "aux" and c.lower_ in _PERFECT for c in verb.children)
        passive = any(c.dep_ in ("auxpass", "nsubjpass") for c in verb.children)
        return not perfect or passive or not any(c.dep_ == "dobj" and c.i > verb.i for c in verb.children)
    return verb.tag_ != "VBD" or not any(
        c.dep_ == "dobj" and c.i > verb.i and not c.like_num for c in verb.children
    )


_PERFECT = word_set("have has had 've 'd having")
"""'40 of whom had lost a relative'."""


def _is_aim(amount: Amount) -> bool:
    """'A plot to blow up (five trains) was uncovered'."""
    verb = amount.noun.head if amount.noun is not None and amount.noun.dep_ == "dobj" else None
    return (
        verb is not None and verb.tag_ == "VB" and any(c.lower_ == "to" and c.dep_ == "aux" for c in verb.children)
    )


_FATAL = frozenset({"dead", "death", "alive"})
_HOURS = word_set(
    "day days week weeks month months year years hour hours night morning evening afternoon minute minutes moment "
    "moments time weekend block blocks mile miles metre metres meter meters kilometre kilometres"
)


def _is_done_to_another(trigger: Trigger) -> bool:
    """'two gunmen shot dead a tribal elder', 'hacked to death his brother': somebody else is dead."""
    end = trigger.companion if trigger.companion is not None else trigger.token
    if end.lower_ not in _FATAL or end.i < trigger.token.i:
        return False
    after = end.doc[end.i + 1 : end.i + 1 + _OBJECT_REACH]
    if not after or not (after[0].dep_ in ("det", "poss", "nummod") or after[0].tag_ in ("DT", "PRP$", "CD")):
        return False
    for token in after:
        bound = token.i + 1 < len(token.doc) and token.nbor().text == "-"  # "an off-duty constable"
        if token.lower_ in _HOURS or token.text in ",;:." or (token.pos_ in ("VERB", "AUX", "ADP") and not bound):
            return False
        if nouns.is_one_person(token.text) or (nouns.is_person(token.text) and token.tag_ == "NNS"):
            return True
    return False


_OBJECT_REACH = 6
"""Words behind 'shot dead' in which its object stands."""


def _filler(token: Token) -> bool:
    return token.lower_ in _BETWEEN_BEFORE or token.lower_.endswith("ly") or token.lower_ == "as"


def _before(reading: Reading, amount: Amount, found: list[Trigger]) -> Trigger | None:
    """'killing at least 17', 'deaths: 5'."""
    for trigger in reversed(found):
        gap = amount.first.i - trigger.token.i - 1
        if amount.noun is not None and nouns.is_category(amount.noun.text, "thing"):
            continue
        if trigger.form == "event" and amount.noun is not None and amount.noun.lower_ in _DOERS:
            continue
        if (
            not 0 <= gap <= 2
            or trigger.form in ("fate", "state", "people", "toll", "condition")
            or trigger.kind in ("seized", "destroyed")
        ):
            continue
        if trigger.form == "act" and trigger.token.tag_ in ("VBN",) and trigger.token.i + 1 != amount.first.i:
            continue
        between = reading.tokens[trigger.token.i + 1 : amount.first.i]
        if all(t.lower_ in _BETWEEN_AFTER or t == trigger.companion for t in between):
            return trigger
    return None
