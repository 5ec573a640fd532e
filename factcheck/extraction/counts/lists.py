"""Lists of counted people and things: what is joined to an amount, and whether the members are added up."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from factcheck.extraction.counts import nouns, subjects
from factcheck.extraction.counts.genre import POLICE_REPORT
from factcheck.extraction.counts.headlinelists import listed_before
from factcheck.extraction.counts.kinds import Trigger
from factcheck.extraction.counts.quantities import ONE, Amount, Reading, joined
from factcheck.extraction.syntax import Token
from factcheck.lexicons import word_set

PERSON_KINDS = frozenset(
    {"killed", "wounded", "casualties", "missing", "captured", "kidnapped", "arrested", "displaced", "attendance"}
)
THING_KINDS = frozenset({"seized", "destroyed"})


@dataclass(slots=True)
class Attached:
    """An amount on a trigger: a count before it becomes a finding."""

    trigger: Trigger
    amount: Amount
    rule: str
    confidence: float


_SEARCHED = word_set("found seized recovered confiscated secured captured retrieved discovered impounded")
_LISTED = re.compile(
    r"(?:\s+(?!and\b|plus\b|were\b|was\b)[\w'-]+){0,4}?"
    r"(?:\s*[,;]?\s*\b(?:and|plus|as\s+well\s+as|in\s+addition\s+to|along\s+with|together\s+with)|\s*[,;])\s*",
    re.IGNORECASE,
)


def haul(found: list[Attached], words: list[Trigger], reading: Reading, used: set[int]) -> Iterator[Attached]:
    """'The following were found: 3 rifles, a mortar and 2 grenades': every item of a haul of arms."""
    trigger = next((w for w in words if w.kind == "seized" or w.token.lower_ in _SEARCHED), None)
    if trigger is None:
        return
    taken = [a.amount for a in found if a.trigger.kind == "seized"]
    at = max((_end(a) for a in taken), default=None)
    if at is None:
        colon = reading.text.find(":", trigger.token.idx)
        at = colon + 1 if colon >= 0 else None
    where = reading.coded()[1]
    while at is not None:
        mark = _LISTED.match(reading.text, at) if reading.text[at - 1] != ":" else _SPACE.match(reading.text, at)
        amount = (where.get(mark.end()) or _one_thing(reading, mark.end())) if mark is not None else None
        if amount is None or not _is_taken(amount) or any(at < w.token.idx < amount.first.idx for w in words):
            return
        at = _end(amount)
        if amount.key not in used:
            yield Attached(replace(trigger, kind="seized"), amount, "one of a haul", 0.7)


def _end(amount: Amount) -> int:
    return amount.last.idx + len(amount.last)


def _is_taken(amount: Amount) -> bool:
    return amount.noun is not None and (
        nouns.is_category(amount.noun.text, "thing") or amount.noun.lower_ in ("rounds", "bullets", "cartridges")
    )


def _one_thing(reading: Reading, at: int) -> Amount | None:
    """'a machine gun' where an item of a list begins."""
    article = reading.tokens.covering(at, at + 1)
    if not article or article[0].lower_ not in ("a", "an"):
        return None
    last: Token | None = None
    for token in article[0].doc[article[0].i + 1 : article[0].i + 6]:
        if token.tag_ not in _IN_NAME:
            break
        last = token if nouns.is_category(token.text, "thing") else last
    return None if last is None else Amount(last, article[0], last, ONE, "one", noun=last, span=(at, at))


_IN_NAME = frozenset({"NN", "NNP", "JJ", "CD", "HYPH", "NNS", "VBG", "VBN"})
_SPACE = re.compile(r"\s*")


def with_list(placed: list[Attached], reading: Reading, used: set[int]) -> Iterator[Attached]:
    """'4 adults, 1 child shot': what stands in a list before an amount that its place alone attached."""
    for one in placed:
        others: list[Amount] = []
        if one.trigger.token.i > one.amount.last.i and one.trigger.kind in PERSON_KINDS | {"destroyed"}:
            alike = _is_thing if one.trigger.kind in THING_KINDS else _is_person
            ends = {a.last.i: a for a in reading.figures if alike(a) and a.key not in used}
            others = list(_to_the_left(one.amount, ends))
        if others and one_party([one.amount, *others]):
            yield Attached(one.trigger, joined([one.amount, *others]), one.rule, one.confidence)
            continue
        yield one
        for other in others:
            yield Attached(one.trigger, other, "list before the verb", one.confidence)


def list_by_position(amount: Amount, reading: Reading, trigger: Trigger) -> Iterator[Amount]:
    """'... near the town, seven assailants and four soldiers were killed': what the parser lost of a list."""
    alike = _is_thing if trigger.kind in THING_KINDS else _is_person
    others = [a for a in reading.figures if alike(a) and (a.first.i == 0 or _not_a_part(a))]
    yield from _to_the_left(amount, {a.last.i: a for a in others})
    yield from _to_the_right(amount, {a.first.i: a for a in others})


def _to_the_left(amount: Amount, ends: dict[int, Amount]) -> Iterator[Amount]:
    tokens, right, at = amount.first.doc, amount, amount.first.i - 1
    while at > 0 and tokens[at].lower_ in _JOINS:
        at -= 1 + (tokens[at - 1].text == ",")
        if at >= 2 and tokens[at].like_num and tokens[at - 1].text == tokens[at + 1].text == ",":
            at -= 2  # "Boy, 12, girl, 9, wounded"
        other = ends.get(at) or listed_before(tokens[at], right)
        if other is None or (other.first.i and other.first.nbor(-1).lower_ in _OF):
            return
        yield other
        right, at = other, other.first.i - 1


def _to_the_right(amount: Amount, starts: dict[int, Amount]) -> Iterator[Amount]:
    tokens, at = amount.last.doc, amount.last.i + 1
    while at + 1 < len(tokens) and tokens[at].lower_ in _JOINS:
        at += 1 + (tokens[at + 1].lower_ in ("and", "or"))
        other = starts.get(at)
        if other is None:
            return
        yield other
        at = other.last.i + 1


_JOINS = frozenset({"and", "or", ","})
_OF = word_set("of to by for with from among")
"""'According to testimonies of eleven survivors, six inmates were shot': no list."""


def _is_person(amount: Amount) -> bool:
    return amount.noun is not None and nouns.is_person(amount.noun.text)


def _is_thing(amount: Amount) -> bool:
    return amount.noun is not None and nouns.is_category(amount.noun.text, "thing")


def _not_a_part(amount: Amount) -> bool:
    """Not 'among them four women, and six others were ...'."""
    return amount.first.i == 0 or amount.first.nbor(-1).lower_ not in ("them", "whom", "including")


_OFFICERS = frozenset({"officer", "officers"})
_ANYBODY = word_set("others other people persons man men woman women suspect suspects victims more")
_NO_ROLE = _OFFICERS | _ANYBODY
_ARMED = frozenset({"soldier", "militant", "police"})


def one_party(amounts: list[Amount]) -> bool:
    """In a police report a list of plain persons is one number of victims, without officers and gunmen."""
    if not amounts[0].head.doc.notes.get(POLICE_REPORT):
        return False
    officers = [a for a in amounts if a.noun is not None and a.noun.lower_ in _OFFICERS]
    if officers and any(_outsider(a) for a in amounts):
        return False
    return all(a.quantity.low is not None and a.quantity.low > 0 and _plain_person(a) for a in amounts)


def _outsider(amount: Amount) -> bool:
    """'three officers and a journalist' are two counts; 'two officers and three others' may be one."""
    noun = amount.noun
    return noun is not None and amount.how in ("figure", "one") and noun.lower_ not in _NO_ROLE


def _plain_person(amount: Amount) -> bool:
    if amount.noun is None:
        return True
    role = subjects.role_of(amount.noun.text)
    if amount.how == "figure" and not nouns.is_person(amount.noun.text):
        return False
    return role not in _ARMED
