"""What the surroundings of a claim tell of the places of its page: named beside it, before it, by the rules."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from factcheck.extraction.happening import breaks
from factcheck.extraction.nearness import distance
from factcheck.extraction.page import Finding
from factcheck.extraction.places.choice.candidates import Candidate, PageCandidates, key_of
from factcheck.extraction.places.choice.described import HOLDS, Described, lies_within
from factcheck.extraction.places.mentions import Hold, Mention
from factcheck.values import NARRATIVE_KINDS

RULES = "the rules say so"
INSIDE, AROUND = "inside what the rules say", "around what the rules say"
BEFORE, LAST = 4, 12
"""Sentences before a claim whose places are looked at one by one, and in which the last place is sought."""

Told = dict[str, list[str]]
Pieces = tuple[list[str], list[str]]
_NO_CANDIDATE = [RULES, f"{RULES}, of no candidate"]
_NOT_NEAR = "not shortly before"
_RANKS = ("nearest", "second", "third", "later")
_PARTS = re.compile(r",\s+|\s+and\s+|\s*/\s*|\s*\(")


def kind_of(finding: Finding) -> str:
    """'toll', 'attendance', 'blame', ...: what sort of claim a place is asked for."""
    return finding.kind if finding.kind in NARRATIVE_KINDS or finding.kind == "attendance" else "toll"


def candidates(described: Described, finding: Finding, rule: str | None) -> tuple[Told, str]:
    """Every candidate with what is told of it, by key, and the key of what the rules say ('' for nothing)."""
    found, said = pieces(described, finding, rule)
    return {key: [*of_page, *own] for key, (of_page, own) in found.items()}, said


def pieces(described: Described, finding: Finding, rule: str | None) -> tuple[dict[str, Pieces], str]:
    """The same in two pieces: what holds for all such claims (one list for them all), and for this one."""
    page, at = described.of_page, finding.sentence.index
    near = {i: page.in_sentence(page.page.sentences[i]) for i in range(max(0, at - BEFORE), at + 1)}
    said = key_in(page, rule)
    found: dict[str, Pieces] = {} if said in page.found else {said: (_NO_CANDIDATE, [])}
    ranks, last, kind = _ranks(finding, near[at]), _last_before(page, at), kind_of(finding)
    keys = {index: [key_of(m.name) for m in mentions] for index, mentions in near.items()}
    close = {key for index, names in keys.items() if index != at for key in names}
    absent = [_elsewhere(len(ranks)), _NOT_NEAR]
    for key, one in page.found.items():
        own = absent
        if key in ranks or key in close or key in (last, said):
            own = [*_here(page, finding, one, key, ranks)] if key in ranks else absent[:1]
            own += _near(at, near, keys, key)
            if key == last:
                own.append("the last place before it where something was")
            if key == said:
                where = "in its sentence" if key in ranks else "elsewhere"
                own += [RULES, f"{RULES}, {where}", f"{RULES}, {one.sort}", f"{RULES}, {where}, {one.sort}"]
            own = list(dict.fromkeys(own))
        found[key] = (_of_page(described, key, said, kind), own)
    return found, said


def _of_page(described: Described, key: str, said: str, kind: str) -> list[str]:
    told = described.for_kinds.get((key, said, kind))
    if told is None:
        names, one = described.of_page.found, described.of_page.found[key]
        against = _against(one, names[said]) if key != said and said in names else ()
        told = described.for_kinds[key, said, kind] = [*described.told(key), f"for a {kind}, {one.sort}", *against]
    return told


def key_in(page: PageCandidates, rule: str | None) -> str:
    """The key of the candidate that the rules' words mean: '' for no words, their own for no candidate."""
    if not rule:
        return ""
    first = _PARTS.split(rule)[0]
    own = key_of(first)
    if own in page.found:
        return own
    return next((key for key, one in page.found.items() if first in one.mention.text), own)


def _ranks(finding: Finding, here: Sequence[Mention]) -> dict[str, int]:
    """The places of the claim's sentence by nearness, the nearest 0."""
    order = sorted(here, key=lambda m: (distance(finding, m.span), m.span.start)) if len(here) > 1 else here
    return {key: at for at, key in enumerate(dict.fromkeys(key_of(m.name) for m in order))}


def _elsewhere(others: int) -> str:
    return f"not in its sentence, which names {'none' if not others else 'one' if others == 1 else 'several'}"


def _here(
    page: PageCandidates, finding: Finding, one: Candidate, key: str, ranks: dict[str, int]
) -> Iterator[str]:
    yield f"in its sentence, {'alone' if len(ranks) == 1 else f'{_RANKS[min(3, ranks[key])]} of several'}"
    text, span = page.page.text, finding.span
    for m in page.named[finding.sentence.index]:
        if key_of(m.name) != key:
            continue
        yield f"in its sentence, {HOLDS[m.hold]}"
        yield f"in its sentence, {HOLDS[m.hold]}, {one.sort}"
        side = "before" if m.span.end <= span.start else "behind" if m.span.start >= span.end else "within"
        yield f"in its sentence, {side} the claim"
        if side != "within":
            between = text[m.span.end : span.start] if side == "before" else text[span.end : m.span.start]
            far = "next to it" if len(between) < 12 else "near" if len(between) < 50 else "far"
            yield f"in its sentence, {side}, {min(3, breaks(between))} marks between"
            yield f"in its sentence, {side}, {far}"
        if m.eventful:
            yield "in its sentence, beside what happened"
        word = text[max(0, m.span.start - 20) : m.span.start].split()
        yield f"in its sentence, behind “{word[-1].lower() if word else ''}”"


def _near(at: int, near: dict[int, list[Mention]], keys: dict[int, list[str]], key: str) -> Iterator[str]:
    full = "its sentence names some" if near[at] else "its sentence names none"
    for index in range(at - 1, min(near) - 1, -1):
        holds = [m.hold for m, own in zip(near[index], keys[index], strict=True) if own == key]
        if holds:
            alone = "alone" if len(set(keys[index])) == 1 else "with others"
            when = "right before" if at - index == 1 else "shortly before"
            yield f"{at - index} sentences before, {full}"
            yield f"{when}, {HOLDS[max(holds)]}, {full}"
            yield f"{when}, {alone}, {full}"
            return
    yield _NOT_NEAR


def _last_before(page: PageCandidates, at: int) -> str | None:
    for index in range(at - 1, max(-1, at - LAST), -1):
        firm = [m for m in page.named.get(index, ()) if m.hold is Hold.LOCATED]
        if firm:
            return key_of(firm[-1].name)
    return None


def _against(one: Candidate, rule: Candidate) -> Iterator[str]:
    """How a candidate stands to what the rules say."""
    within, around = _is_in(one, rule), _is_in(rule, one)
    stands = "inside" if within else "around" if around else "beside"
    yield f"{stands} what the rules say"
    yield f"{one.sort} {stands} {rule.sort} of the rules"
    more = len(one.sentences) - len(rule.sentences)
    often = (
        "much more"
        if more > 2
        else "more"
        if more > 0
        else "as often"
        if not more
        else "less"
        if more > -3
        else "much less"
    )
    yield f"named {often} than what the rules say"
    yield f"named {often}, {stands} what the rules say"
    early = min(one.sentences, default=99) - min(rule.sentences, default=99)
    yield f"named {'earlier' if early < 0 else 'later' if early else 'as early'} than what the rules say"


def _is_in(inner: Candidate, outer: Candidate) -> bool:
    names = {outer.mention.name, outer.mention.text}
    return any(m.chain and not names.isdisjoint(m.chain) for m in inner.mentions) or lies_within(
        outer.place, inner.place
    )
