"""Questions: inside one incident, which figures count the same thing."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence

from factcheck.language.subjects import Subject, stem
from factcheck.linking.places.places import Relation, is_wide, relation
from factcheck.linking.questions.areas import AREA_KINDS, by_area
from factcheck.linking.questions.counted import Count
from factcheck.linking.questions.everybody import join_pupils
from factcheck.linking.questions.recorded import join_recorded, part_by_days
from factcheck.linking.questions.reworded import join_reworded
from factcheck.linking.questions.unlike import part_unlike
from factcheck.linking.questions.whose import by_subject, key_of

RUNNING_DAYS = 45
"""A toll over a longer time than that is of a war or a year, not of one incident told roughly ("in October")."""

INCREMENT_REACH = 500
"""Characters back in which "17 others" finds the total that it belongs to."""

_MEN = re.compile(r"(?:the |\d+ )?(?:men|males)", re.I)
_SORTS = frozenset(
    {"crew", "staff", "passenger", "player", "doctor", "medic", "nurse", "driver", "guest", "tourist"}
)
"""Words for people who are told apart from a total of all."""

_PUPILS = re.compile(r"\b(?:pupils?|school\w+|students?)\b", re.I)

_NO_SPOT = (
    r"(?:(?:first|second|third|last|same) )?(?:day|night|attack|strike|fighting|clash|operation|protest|rally"
    r"|march|crash|blast|explosion|accident|fire|incident|event|country|region|area|side|hospital|war|end|time|morning"
    r"|evening)s?\b"
)
_SPOT = re.compile(
    r"(?<=\w) (?:in|on|at|inside|aboard) (?:the|a|an|one|two|three|four|five|\d+|his|her|their|its) "
    rf"(?P<spot>(?!{_NO_SPOT})[a-z-]+(?: [a-z-]+)?)$"
)

_MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"
_SINCE = re.compile(
    rf"\b(?:since (?:\d|(?:last |early |late |mid-)?(?:{_MONTHS})"
    r"|the (?:start|beginning|outbreak|war|fighting|conflict"
    rf"|invasion|uprising)|the (?:\w+ ){{0,4}}?(?:ceasefire|cease-fire|truce|agreement|offensive|takeover|coup)\b"
    rf"|then\b|last )|from \d{{1,2}} (?:{_MONTHS})|so far this year|this year alone"
    r"|over the (?:past|last) (?:\w+ )?(?:weeks?|months?|years?))"
)


def group_counts(counts: Sequence[Count]) -> list[list[Count]]:
    """The questions among the counts of one incident and one kind, in the order of their first claim."""
    apart, main = _set_apart(counts)
    beside, main = _parts_beside_wholes(main)
    apart, main = [*apart, *beside], main
    apart, main = _parts_of_their_own(apart, main)
    groups = [area for period in _by_period(main) for whole in by_subject(period) for area in by_area(whole)]
    found = part_unlike(part_by_days(join_recorded(join_pupils(join_reworded([*apart, *groups])))))
    return sorted(found, key=lambda g: g[0].row)


def label_of(counts: Iterable[Count]) -> str:
    """The subject of a question in words: the side, role or noun that most of its claims name."""
    named = Counter(in_words(c.subject, c.victims) for c in counts)
    best = sorted(named.items(), key=lambda item: (not item[0], -item[1], item[0]))
    return best[0][0] if best else ""


def in_words(subject: Subject, victims: str) -> str:
    """Whom or what a count counts: the role, or the noun of the text, with the side and another measure."""
    s = subject
    nouns = {"fighter": "soldiers or fighters", "civilian": "civilians", "child": "children", "woman": "women",
             "police": "police", "people": "people"}  # fmt: skip
    what = nouns.get(s.role) or victims or s.role
    whose = s.side if s.side and s.side not in what else ""
    return ", ".join(filter(None, (what, whose, s.measure)))


def _set_apart(counts: Sequence[Count]) -> tuple[list[list[Count]], list[Count]]:
    """Parts, single persons, other measures and increments: no rivals to the total; and the rest."""
    apart: dict[object, list[Count]] = defaultdict(list)
    main: list[Count] = []
    lone = max((c.size for c in counts), default=0) <= 1
    totals: dict[str, list[tuple[int, float]]] = defaultdict(list)
    for c in counts:
        totals[c.document].append((c.start, c.size))
    for told in totals.values():
        told.sort()
    for c in counts:
        key = _apart(c, totals[c.document], lone=lone)
        if key is None:
            main.append(c)
        else:
            apart[key].append(c)
    return [part for group in apart.values() for part in _pupils_and_children(group)], main


def _pupils_and_children(group: list[Count]) -> list[list[Count]]:
    """Pupils apart from children where one voice of one text gives two figures for them."""
    pupils = [c for c in group if c.subject.role == "child" and _PUPILS.search(c.victims)]
    others = [c for c in group if c not in pupils]
    told = {(c.document, c.voice): c.size for c in pupils}
    both = any(told.get((c.document, c.voice), c.size) != c.size for c in others)
    return [pupils, others] if pupils and others and both else [group]


def _apart(c: Count, totals: Sequence[tuple[int, float]], *, lone: bool) -> object:
    s = c.subject
    if s.measure and not (s.measure == "minor" and c.size < 0):
        noun = (s.role, s.words if s.role == "" else None)
        once = {"new": c.document, "family": s.words, "serious": s.words, "held": noun, "freed": noun}
        return "measure", s.measure, s.side, once.get(s.measure)  # new cases: of one bulletin
    before = bisect_left(totals, (c.start, -1.0))
    said = c.size in (size for _, size in totals[:before])  # "5 dead and 11 others hurt" below "11 hurt"
    if s.more and before and not said and c.start - totals[before - 1][0] <= INCREMENT_REACH:
        return "more", c.document, c.start
    if s.role in ("child", "woman") and not s.words:
        return "role", s.role, s.side
    if s.part and c.kind != "attendance":
        return "part", s.role, s.side, s.words
    if s.single and not lone:
        return "single", s.role, s.side, s.words
    if s.role in ("child", "woman"):
        return "role", s.role, s.side
    return None


def _parts_beside_wholes(counts: Sequence[Count]) -> tuple[list[list[Count]], list[Count]]:
    """What a text tells beside a larger total of its own: "41 people, 19 of the dead men", "6 of them in Varn".

    A group of people that the total does not name (men, crew), or a place inside the total's.
    """
    wholes: dict[str, list[Count]] = defaultdict(list)
    for c in counts:
        if c.subject.role == "people" and not sort_of_people(c.subject, c.victims):
            wholes[c.document].append(c)
    towns = {c.place for c in counts if any(_in_one_town(c, whole) for whole in wholes[c.document])}
    spots = {spot for c in counts if c.kind not in AREA_KINDS and (spot := spot_of(c.victims))}
    apart: dict[object, list[Count]] = defaultdict(list)
    main: list[Count] = []
    for c in counts:
        sort = sort_of_people(c.subject, c.victims)
        spot = spot_of(c.victims)
        if sort and any(w.size > c.size >= 0 for w in wholes[c.document]):
            apart["sort", sort].append(c)
        elif spot in spots and (len(spots) > 1 or _in_one_spot(c, spot, wholes[c.document])):
            apart["spot", spot, _sort_at(c, spot)].append(c)
        elif c.place in towns and c.subject.role == "people" and c.kind not in AREA_KINDS:
            apart["town", c.place].append(c)
        else:
            main.append(c)
    return list(apart.values()), main


def sort_of_people(subject: Subject, victims: str) -> frozenset[str]:
    """The words for people who are told apart from a total of all: men, crew; none for people of any sort."""
    if subject.role != "people" or subject.side is not None:
        return frozenset()
    if _MEN.fullmatch(victims.strip()):
        return frozenset({"men"})
    return subject.words & _SORTS


def spot_of(victims: str) -> str:
    """Where in the place of the event those who are counted were: the ambulance of "people in the ambulance"."""
    found = _SPOT.search(victims)
    return found["spot"].casefold() if found else ""


def _sort_at(c: Count, spot: str) -> object:
    """Whom of those at one spot a figure counts: soldiers, or the words for them without those for the spot."""
    if c.subject.role in ("fighter", "police"):
        return c.subject.role
    return frozenset(c.subject.words - {stem(word) for word in spot.split()}) if c.subject.role == "" else ""


def _in_one_spot(c: Count, spot: str, wholes: Sequence[Count]) -> bool:
    return any(w.size > c.size >= 0 and spot_of(w.victims) != spot for w in wholes)


def _in_one_town(c: Count, whole: Count) -> bool:
    if not c.place or not whole.place or not 0 <= c.size < whole.size or c.subject.role != "people":
        return False
    if c.subject.side != whole.subject.side:
        return False
    return is_wide(whole.place) and not is_wide(c.place) and relation(c.place, whole.place) is Relation.WITHIN


def _parts_of_their_own(apart: list[list[Count]], main: list[Count]) -> tuple[list[list[Count]], list[Count]]:
    """ "65 prisoners among them" is a part here and the whole of another report's "65 prisoners were killed"."""
    kept = []
    whole = {(key_of(c.subject), c.figure) for c in main}
    for group in apart:
        first = group[0]
        told = key_of(first.subject)
        if first.subject.part and told[0] and (told[2] or told[1] == "fighter") and (told, first.figure) in whole:
            main = sorted([*main, *group], key=lambda c: c.row)
        else:
            kept.append(group)
    return kept, main


def _by_period(counts: Sequence[Count]) -> Iterable[list[Count]]:
    """Tolls that run over a period ("since 9 October") apart from those of the incident itself."""
    periods: dict[object, list[Count]] = defaultdict(list)
    for c in counts:
        wide = c.last - c.first > RUNNING_DAYS
        periods[c.first if wide else True if is_running(c.near) else None].append(c)
    return periods.values()


def is_running(near: str) -> bool:
    """True when the words around a figure say that it runs over a period ("since 9 October")."""
    return _SINCE.search(near) is not None and "stood at" not in near
