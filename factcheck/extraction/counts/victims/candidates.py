"""Whom a count may count: what the rules say, people of no sort, and the people whom its page names.

What speaks for or against each is told in words; ``choosing`` weighs them.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from factcheck.extraction.counts import nouns
from factcheck.extraction.counts.victims.mentions import TITLE, Mention, mentions, stems_of
from factcheck.extraction.counts.victims.roles import Part, part_of
from factcheck.extraction.page import Finding, Page
from factcheck.lexicons import word_set

PEOPLE = "people"
A_NOUN = "a noun"
OF_TITLE = 400
"""A phrase of the title counts as if it stood so many characters away."""
MOST = 8
"""So many of the page's phrases are weighed for one count: those nearest to it, and those named most often."""
GENERIC = word_set(
    "people persons person others man men individuals lives souls victims dead bodies body remains casualties"
    " fatalities ones those them all one elements members comrades colleagues martyrs"
)
_POINTERS = (
    ("them", re.compile(r"\b(?:of|among)\s+(?:them|these|those|whom|which)\b", re.I)),
    ("others", re.compile(r"\b(?:others?|another|more|further)\b", re.I)),
    ("the dead", re.compile(r"\b(?:dead|deaths?|toll|fatalities|casualties|victims?|losses)\b", re.I)),
    ("bodies", re.compile(r"\b(?:bod(?:y|ies)|corpses?|remains)\b", re.I)),
    ("nobody", re.compile(r"\b(?:no|nobody|none|no-one)\b", re.I)),
    ("we", re.compile(r"\b(?:we|our|us|ours)\b", re.I)),
    ("its", re.compile(r"\b(?:its|their|his|her)\b", re.I)),
)


@dataclass(frozen=True, slots=True, eq=False)
class Group:
    """A phrase for people with all its places on a page, and what is told of it wherever a count stands."""

    stems: frozenset[str]
    words: str
    text: list[Mention]
    parts: list[Part]
    places: list[int]
    told: list[str]
    times: int

    def away(self, at: int) -> float:
        """How far its nearest place is, the less the oftener it is named; a title is near everything."""
        behind = bisect_left(self.places, at)
        near = [abs(place - at) for place in self.places[max(0, behind - 1) : behind + 1]]
        if self.times > len(self.text):
            near.append(OF_TITLE)
        return min(near) / self.times

    def within(self, start: int, end: int) -> bool:
        """True when it is named between two places."""
        return bisect_left(self.places, start + 1) < bisect_left(self.places, end)


@dataclass(frozen=True, slots=True)
class Phrase:
    """A candidate: its words, and its features in words."""

    words: str
    told: list[str]


def candidates(page: Page, finding: Finding, found: Sequence[Finding]) -> dict[frozenset[str], Phrase]:
    """Every phrase that may say whom a count counts, by its stems; ``found`` are the page's counts in order."""
    rule = finding.victims or PEOPLE
    own, state = _of_rule(finding, rule), state_of(finding)
    named: dict[frozenset[str], Phrase] = {}

    def add(words: str, told: Iterable[str]) -> None:
        key = stems_of(words)
        if key:
            phrase = named.setdefault(key, Phrase(words, list(_of_words(finding, words, state))))
            phrase.told.extend(told)

    add(rule, ["the rules' words", *(f"the rules' words, {one}" for one in own)])
    add(PEOPLE, [f"people, {one}" for one in own])
    pointers = [name for name, pattern in _POINTERS if pattern.search(finding.span.of(page.text))]
    nearest = _nearest(page, finding)
    for group in nearest:
        told = list(_of_mentions(page, finding, group, nearest))
        pointed = [f"{one}, for {name}" for name in pointers for one in told if one.endswith("before")]
        add(group.words, [*told, *(f"{state}: {one}" for one in told), *pointed])
    for words, told in _of_counts(finding, found):
        if (key := stems_of(words)) in named:
            named[key].told.extend(told)
    for key, phrase in named.items():
        if any(key < other for other in named):
            phrase.told.append("told more fully elsewhere")
        if any(key > other for other in named):
            phrase.told.append("told shorter elsewhere")
    return named


def state_of(finding: Finding) -> str:
    """What the count itself says: a noun that tells, one that does not, or none."""
    rule = (finding.victims or PEOPLE).lower()
    if finding.notes.get("whom") != "its noun" or rule not in finding.sentence.text.lower():
        return "no noun"
    return "a noun that tells little" if rule.split()[-1] in GENERIC else A_NOUN


def _of_rule(finding: Finding, rule: str) -> list[str]:
    """How the rules came to their words."""
    noun = rule.split()[-1].lower()
    known = nouns.known(noun)
    sort = noun if noun in GENERIC else "unknown" if known is None else known.role or "no role"
    state, how = state_of(finding), finding.notes.get("whom", "other")
    return [
        state,
        f"{state}, {sort}",
        f"by {how}",
        f"by {how}, {sort}",
        f"by {how}, {finding.rule}",
        f"{finding.rule}",
        finding.kind,
        *(["a part"] if finding.part_of else []),
    ]


def _of_words(finding: Finding, words: str, state: str) -> tuple[str, ...]:
    quantity = finding.quantity
    single = quantity is not None and quantity.low == 1 and quantity.high == 1
    return _words_in(finding.kind, words, state, single)


@lru_cache(maxsize=50_000)
def _words_in(kind: str, words: str, state: str, single: bool) -> tuple[str, ...]:
    """What a phrase's own words tell."""
    noun = words.split()[-1].lower()
    known = nouns.known(noun)
    name = "generic" if noun in GENERIC else "other"
    plural = known is not None and (known.plural or known.category == "force")
    role = (known.role if known is not None else None) or "no role"
    sorts = sorted(known.sorts) if known is not None else []
    return (
        f"noun {stem_text(noun)}",
        name,
        f"{name}, {state}",
        f"{kind}: {role}",
        role,
        f"{kind}: {stem_text(noun)}",
        f"{'one' if single else 'several'}: {'plural' if plural else 'singular'}",
        f"{min(3, len(words.split()))} words",
        *(f"sort {one}" for one in sorts),
        *(f"{kind}: sort {one}" for one in sorts),
    )


def stem_text(noun: str) -> str:
    """The noun as features name it: without its ending."""
    return next(iter(stems_of(noun)), noun)


def _nearest(page: Page, finding: Finding) -> list[Group]:
    """The page's phrases: those with a place nearest to the count, and those named most often."""
    found: list[Group] | None = page.memo.get(_MEMO)
    if found is None:
        found = page.memo[_MEMO] = list(_groups(mentions(page)))
    at = finding.span.start
    return sorted(found, key=lambda group: group.away(at))[:MOST]


_MEMO = "people named, by phrase"


def _groups(named: Sequence[Mention]) -> Iterator[Group]:
    places: dict[frozenset[str], list[Mention]] = defaultdict(list)
    for mention in named:
        places[mention.stems].append(mention)
    for stems, group in places.items():
        text = [m for m in group if m.sentence != TITLE]
        parts = [part_of(m) for m in text]
        told = ["named on the page", f"named {min(len(group), 4)} times"]
        if len(text) < len(group):
            told.append("in the title")
        if any(m.sentence == 0 for m in text):
            told.append("in the first sentence")
        for name, times in (
            ("suffers", sum(part.suffers for part in parts)),
            ("harms", sum(part.harms for part in parts)),
            ("speaks", sum(part.speaks for part in parts)),
        ):
            if times:
                told += [f"{name} on the page", f"{name} {min(times, 3)} times"]
        best = min(group, key=lambda m: (not m.plural, m.sentence == TITLE, m.words[0].isupper()))
        yield Group(stems, best.words, text, parts, [m.at for m in text], told, len(group))


def _of_mentions(page: Page, finding: Finding, group: Group, nearest: Sequence[Group]) -> Iterator[str]:
    here, span = finding.sentence, finding.span
    yield from group.told
    if group.times > 1 and group.times == max(one.times for one in nearest):
        yield "named most often"
    last = bisect_left(group.places, span.start) - 1
    next_one = bisect_left(group.places, span.end)
    if last + 1 < next_one:
        yield "in the quote"
        yield from (f"in the quote, {part}" for at in range(last + 1, next_one) for part in group.parts[at].names)
    if last >= 0:
        before = group.text[last]
        gap = _steps(here.index - before.sentence)
        yield f"{gap} before"
        if page.sentences[before.sentence].paragraph == here.paragraph:
            yield "before in its paragraph"
        yield from (f"{gap} before, {one}" for one in group.parts[last].names)
        between = sum(one is not group and one.within(before.at, span.start) for one in nearest)
        yield f"recency {min(4, between)}"
    if next_one < len(group.text):
        behind = group.text[next_one]
        gap = _steps(behind.sentence - here.index)
        yield f"{gap} behind"
        if gap == "same sentence":
            yield from (f"behind, {one}" for one in group.parts[next_one].names)


def _steps(gap: int) -> str:
    return (
        "same sentence"
        if gap == 0
        else "one sentence"
        if gap == 1
        else "two sentences"
        if gap == 2
        else "some sentences"
        if gap < 6
        else "far"
    )


def _of_counts(finding: Finding, found: Sequence[Finding]) -> Iterator[tuple[str, list[str]]]:
    """What other counts of the page count by their own nouns."""
    same: dict[str, set[str]] = defaultdict(set)
    last: dict[str, str] = {}
    for one in found:
        if one is finding or one.victims is None or one.notes.get("whom") != "its noun":
            continue
        before = one.span.start < finding.span.start
        near = _steps(abs(one.sentence.index - finding.sentence.index))
        kind = "same kind" if one.kind == finding.kind else "other kind"
        part = ", a part" if one.part_of else ""
        told = same[one.victims]
        told.add(f"counted {'before' if before else 'behind'}, {near}, {kind}{part}")
        told.add(f"counted elsewhere, {kind}{part}")
        if before and not one.part_of:
            last["count"] = one.victims
            last[kind] = one.victims
        if _size(one) and _size(one) == _size(finding):
            told.add(f"the same figure, {kind}")
        elif _size(one) > _size(finding):
            told.add(f"a larger figure, {kind}")
        else:
            told.add(f"a smaller figure, {kind}")
    for name, words in last.items():
        same[words].add(f"the last {name} before")
    named = Counter(
        one.victims
        for one in found
        if one.victims and one is not finding and one.notes.get("whom") == "its noun" and not one.part_of
    )
    for words, times in named.items():
        same[words].add(f"counted {min(3, times)} times")
        if times == max(named.values()):
            same[words].add("counted most often")
            if len(named) == 1:
                same[words].add("alone counted")
    for words, features in same.items():
        yield words, sorted(features)


def _size(finding: Finding) -> float:
    return 0 if finding.quantity is None else finding.quantity.low or finding.quantity.high or 0
