"""Lists that make up a total: '52 dead, viz. 41 women, 6 children and 5 men'."""

from __future__ import annotations

import re

from factcheck.extraction.counts import nouns
from factcheck.extraction.counts.genre import POLICE_REPORT
from factcheck.extraction.counts.parts.part import extent, how_many
from factcheck.extraction.counts.quantities import ONE, Amount, Reading
from factcheck.extraction.gates import gated
from factcheck.lexicons import word_set


def breakdown(reading: Reading, total: Amount) -> list[tuple[Amount, int, int]]:
    """The sorts that a list after a total names: '52 dead, viz. 41 women, 6 children and 5 men'."""
    text, where = reading.coded()
    start = total.span[1]
    found: list[tuple[Amount, int, int]] = []
    if (mark := _OPENS.search(text, start)) is not None and "#" not in text[start : mark.start()]:
        found, passed = _members(reading, mark.end(), how_many(total))
        if passed and sum(how_many(a) for a, _, _ in found) != how_many(total):
            return []
    elif (placed := _PLACES.search(text, start)) is not None and "#" not in text[start : placed.start()]:
        for item in _PLACE_ITEM.finditer(text, placed.start(), placed.end()):
            amount = where.get(item.start("figure"))
            if amount is not None:
                found.append((amount, item.start(), item.end()))
    elif (bracket := _SORTS.search(text, start)) is not None and "#" not in text[start : bracket.start()]:
        for sort in _SORT_ITEM.finditer(text, bracket.start(), bracket.end()):
            amount = where.get(sort.start("figure"))
            if amount is not None:
                found.append((amount, sort.start(), sort.end()))
    if not found:
        return adding_up(reading, start, total)
    whole, size, told = how_many(total), 0.0, 0
    for member, _, _ in found:
        size += how_many(member)
        if size > whole:
            break  # "twelve of the staff and ten patients, three of the latter children"
        told += 1
    complete = told == len(found) or sum(how_many(a) for a, _, _ in found[:told]) == whole
    return found[:told] if told > 1 and complete else []


SMALLEST_SUM = 4
"""'two, a man and a woman' says who they are; a list that makes up a larger number is one of sorts."""


def adding_up(reading: Reading, start: int, total: Amount) -> list[tuple[Amount, int, int]]:
    """The members of a list, from an offset on, that are exactly as many as a total: '39 died, 10 of ...'."""
    whole = total.quantity.low if total.quantity.low == total.quantity.high else None
    if whole is None or whole < SMALLEST_SUM:
        return []
    text = reading.coded()[0]
    begins = [start] if start == 0 else [m.end() for m in _BEGINS.finditer(text, start)][:_BEGINNINGS]
    for begin in begins:
        found, passed = _members(reading, begin, whole)
        if len(found) > 1 and not passed and sum(how_many(a) for a, _, _ in found) == whole:
            return found
    return []


_BEGINS = re.compile(r"(?:[,;:–—(]|\s-)\s*(?=#|(?:an?|one|his|her|their)\s)")
_BEGINNINGS = 4
_OPENER = re.compile(r"\s*(?:and\s+|plus\s+|as\s+well\s+as\s+)?(?:also\s+)?")


def _members(reading: Reading, start: int, whole: float) -> tuple[list[tuple[Amount, int, int]], bool]:
    """The members of a list from an offset on until they make up the whole, each with its stretch.

    True when something between was passed over.
    """
    text, where = reading.coded()
    end = _LIST_END.search(text, start)
    stop = end.start() if end is not None else len(text)
    found: list[tuple[Amount, int, int]] = []
    passed = False
    at = start
    for mark in (*_LIST_MARK.finditer(text, start, stop), None):
        begin = _OPENER.match(text, at).end()  # type: ignore[union-attr]
        amount = where.get(begin) or single_at(reading, begin)
        if amount is not None and (amount.noun is None or nouns.is_person(amount.noun.text)):
            found.append((amount, *extent(amount)))
            if sum(how_many(a) for a, _, _ in found) == whole:
                return found, False
        elif found and text[begin : mark.start() if mark is not None else stop].strip():
            passed = True
        if mark is None:
            break
        at = mark.end()
    return found, passed


_LIST_MARK = re.compile(r"\s*(?:[,;]\s*(?:and\s+|plus\s+)?|\s(?:and|plus)\s+)")
_LIST_END = re.compile(r"\.(?:\s|$)|:|\)|\s[–—-]\s|$")


def single_at(reading: Reading, begin: int) -> Amount | None:
    """'a baker', 'his wife' where a member of a list begins."""
    first = reading.tokens.covering(begin, begin + 1)
    if not first or first[0].lower_ not in _SINGLE_OPENERS or first[0].doc.notes.get(POLICE_REPORT):
        return None
    for noun in first[0].doc[first[0].i + 1 : first[0].i + 6]:
        if noun.text in ",;." or noun.lower_ in ("and", "of", "who"):
            return None
        if nouns.is_one_person(noun.text) and (
            noun.i + 1 >= len(noun.doc) or not nouns.is_one_person(noun.nbor().text)
        ):
            return Amount(noun, first[0], noun, ONE, "one", noun=noun, span=(first[0].idx, first[0].idx))
    return None


_SINGLE_OPENERS = word_set("a an one his her their its our my another")
_OPENS = gated(
    r"(?:,?\s*\b(?:viz\.?|namely|i\.e\.|that\s+is)[,:]?\s+|:\s+|\s*\(\s*)(?=#|(?:an?|his|her|their)\s+[a-z])"
)
_SORTS = gated(
    r"\s*\((?:(?:men|women|children|boys|girls|civilians|soldiers|police|male|female)\s+#+[,;\s]*(?:and\s+)?)+\)"
)
_PLACES = gated(r"\s*\((?:[A-Z][\w'’-]*(?:\s+[\w'’-]+){0,3}?[:\s]\s*#+[,;\s]*(?:and\s+)?){2,}\)")
"""'58 deaths (Bajhang 37, Doti 14, Bajura 7)'."""
_PLACE_ITEM = re.compile(r"[A-Z][\w'’ -]*?[:\s]\s*(?P<figure>#+)")
_SORT_ITEM = re.compile(r"[a-z]+\s+(?P<figure>#+)", re.IGNORECASE)
