"""Everybody there in other words: marchers are a party's supporters, the people aboard passengers, pupils
students.

Words for those who all were at one thing make one question, and so does one of them beside "people". Doctors,
crews and players are told apart from the others and stay so, and what one voice of one text counts apart stays
apart.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import combinations

import numpy as np

from factcheck.language.subjects import stem
from factcheck.lexicons import word_set
from factcheck.linking.incidents.clustering import groups as joined
from factcheck.linking.questions.counted import Count, told_apart

_THERE = {
    name: frozenset(stem(word) for word in word_set(words))
    for name, words in {
        "protest": "protester protesters demonstrator demonstrators marcher marchers supporter supporters"
        " activist activists striker strikers rioter rioters ralliers workers worker loyalists"
        " participants sympathisers teachers farmers students youths crowd",
        "voyage": "passenger passengers traveller travellers travelers commuters migrants refugees voyagers"
        " boarders",
        "faith": "worshipper worshippers worshipers pilgrim pilgrims devotees faithful believers mourners"
        " churchgoers",
        "prison": "inmate inmates prisoner prisoners detainee detainees convicts",
        "feast": "revellers revelers partygoers concertgoers festivalgoers spectators fans guests shoppers"
        " visitors tourists diners customers",
        "land": "villager villagers resident residents inhabitants herder herders farmer farmers shepherds"
        " shepherd fishermen peasants locals townspeople nomads",
        "school": "student students pupil pupils schoolboys schoolgirls schoolchildren",
        "pit": "miner miners worker workers labourer labourers laborers employee employees",
        "rescue": "rescuer rescuers firefighter firefighters firemen fireman responders",
        "relief": "aid humanitarian relief worker workers",
        "home": "refugees families evacuees displaced villagers residents inhabitants households",
    }.items()
}
"""Words for all who were at one thing, by the thing."""

_BY_KIND = {
    "attendance": frozenset({"protest", "faith", "feast"}),
    "displaced": frozenset({"home", "land"}),
    "captured": frozenset({"school", "voyage", "prison", "land", "relief", "pit", "faith"}),
    "kidnapped": frozenset({"school", "voyage", "land", "relief", "pit", "faith"}),
    "arrested": frozenset({"protest", "voyage"}),
}
_ANY = frozenset({"voyage", "faith", "prison", "feast", "land", "pit"})
_HURT = frozenset({"killed", "wounded", "casualties", "missing"})
_HARMED = _ANY | {"protest", "rescue"}
_NOT_A_CROWD = frozenset(stem(word) for word in ("teachers", "farmers", "students", "workers", "worker"))
"""Words that name a crowd only where a crowd is counted, or a party's own."""

_BOYS_AND_GIRLS = frozenset({"boy", "girl"})
_PARTY = re.compile(r"\b(?:its|their|our|party|opposition)(?: \w+)? workers\b", re.I)
_LITTLE = frozenset(
    stem(word) for word in word_set("party opposition ruling union local rural internally ethnic muslim christian")
)
"""Words beside the one for them that tell nobody apart."""
_NOT_ALL = frozenset({"school", "rescue"})
"""Where they are not everybody: teachers are at a school, those whom rescuers came for at a fire."""
_OTHERS = re.compile(
    r"\b(?:crew|staff|guards?|officers?|soldiers?|police\w*|drivers?|pilots?|captain|teachers?|doctors?|nurses?"
    r"|medics?"
    r"|players?|reporters?|journalists?)\b",
    re.I,
)
_WORD = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*")

RATIO, CROWD_RATIO = 8.0, 20.0
"""A group so many times smaller than all the people is told apart: three students of 23 dead. Counts of a crowd
lie further apart."""

Group = list[Count]


@lru_cache(maxsize=50_000)
def there(kind: str, victims: str) -> frozenset[str]:
    """At which things all of the victims were, by the word for them; none where the word tells some people
    apart."""
    words = {stem(word) for word in _WORD.findall(victims.casefold())}
    if _OTHERS.search(victims) and kind != "attendance":
        return frozenset()
    held = _HARMED if kind in _HURT else _BY_KIND.get(kind, frozenset())
    found = {name for name in held if words & _THERE[name]}
    if (
        "protest" in found
        and kind not in ("attendance", "arrested")
        and not words & (_THERE["protest"] - _NOT_A_CROWD)
    ):
        found = found - {"protest"} | ({"protest"} if _PARTY.search(victims) else set())
    if "school" in held and words & _BOYS_AND_GIRLS:
        found.add("school")
    return frozenset(found)


@lru_cache(maxsize=50_000)
def is_a_word_for_all(victims: str) -> bool:
    """True when the word for them may stand for all who were there, whatever is counted."""
    words = {stem(word) for word in _WORD.findall(victims.casefold())}
    return bool(words & (_BOYS_AND_GIRLS | frozenset().union(*_THERE.values())))


def join_everybody(groups: Sequence[Group]) -> list[Group]:
    """The groups of one incident, kind and period, those that count everybody in other words made one."""
    return _joined(groups, list(_alike(groups))) if len(groups) > 1 else list(groups)


def join_pupils(groups: Sequence[Group]) -> list[Group]:
    """The groups, those of pupils and of students, of the boys and the girls of one school made one."""
    of_school = [n for n, group in enumerate(groups) if _is_main(group) and "school" in _at(group)]
    children = {n for n in of_school if all(c.subject.role == "child" for c in groups[n])}
    return _joined(groups, [(a, b) for a, b in combinations(of_school, 2) if a in children or b in children])


def _joined(groups: Sequence[Group], pairs: Sequence[tuple[int, int]]) -> list[Group]:
    pairs = [(a, b) for a, b in pairs if not told_apart(groups[a], groups[b])]
    if not pairs:
        return list(groups)
    left, right = np.array(pairs, dtype=np.int64).T
    made: dict[int, Group] = defaultdict(list)
    for number, group in zip(joined(len(groups), left, right).tolist(), groups, strict=True):
        made[number] += group
    return [sorted(group, key=lambda c: c.row) for group in made.values()]


def _alike(groups: Sequence[Group]) -> Iterator[tuple[int, int]]:
    named = {n: _at(group) for n, group in enumerate(groups) if _is_main(group)}
    people = [n for n in named if not named[n] and _is_people(groups[n])]
    some = [n for n in named if named[n]]
    for a, b in combinations(some, 2):
        if named[a] & named[b]:
            yield a, b
    if len(people) == 1:
        sorts = {frozenset(named[n]) for n in some}
        for n in some:
            if len(sorts) == 1 and not named[n] & _NOT_ALL and _are_close(groups[people[0]], groups[n]):
                yield people[0], n


def _is_main(group: Group) -> bool:
    """Neither a part, nor single people, nor counted in another way, nor of a side."""
    return all(
        not (s.measure or s.part or s.single or s.more or s.side or "by" in s.words or s.role == "fighter")
        for s in (c.subject for c in group)
    )


def _at(group: Group) -> frozenset[str]:
    found = [there(c.kind, c.victims) for c in group if c.subject.role not in ("people", "civilian")]
    told = frozenset.intersection(*found) if found else frozenset()
    return frozenset(name for name in told if all(c.subject.words <= _THERE[name] | _LITTLE for c in group))


def _is_people(group: Group) -> bool:
    return all(c.subject.role in ("people", "civilian") for c in group)


def _are_close(a: Group, b: Group) -> bool:
    """The largest figures of the two groups are not too many times apart."""
    low, high = sorted(max((c.size for c in group), default=0.0) for group in (a, b))
    return 0 < high <= (CROWD_RATIO if a[0].kind == "attendance" else RATIO) * low
