"""Whose people a figure counts: what is said in full makes the groups, what is left open joins one of them."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from factcheck.language.parties import side_of
from factcheck.language.subjects import Subject
from factcheck.linking.places.places import Relation, relation
from factcheck.linking.questions.camps import into_camps, is_lone_attacker, out_of_camps
from factcheck.linking.questions.counted import NOT, OWN, Count
from factcheck.linking.questions.everybody import join_everybody
from factcheck.linking.questions.homes import at_home

_BY_THEM = re.compile(
    r"(?:have |had |has )?(?:kill|shot|wound|captur|eliminat|neutrali[sz])\w*\b(?! in\b| by\b)", re.I
)
_PLAIN_PEOPLE = re.compile(r"\b(?:people|persons|lives|residents|villagers|passengers)\b", re.I)
_CIVIL = re.compile(
    r"\b(?:health|hospitals?|civil defen[cs]e|red (?:cross|crescent)|ambulance|doctors?|medics?|fire (?:service|"
    r"brigade|"
    r"department)|rescue|mayor|municipal\w*|human rights|ombudsman\w*)\b",
    re.I,
)
"""Who counts the victims of an attack, not the enemy's losses."""
_HOSTILE = re.compile(
    r"\b(?:attackers?|assailants?|militants?|terrorists?|insurgents?|fighters?|rebels?|guerrillas?)\b", re.I
)

THINGS = frozenset({"destroyed", "seized"})
"""Kinds that count things."""

CLOSE_FIGURE = 1.5
"""Figures up to so many times apart may be of the same people."""

TELLING_FIGURE = 10
"""Figures from here on are hardly given twice by one side for two different things."""

Key = tuple[str | None, str, frozenset[str]]
"""Side, role, and the words for people or things of another sort."""

Groups = dict[Key, list[Count]]


@dataclass(frozen=True, slots=True)
class _Known:
    """What a group holds already: its figures, and which voices of which texts."""

    sizes: frozenset[float]
    voices: frozenset[tuple[str, str]]

    @classmethod
    def of(cls, members: Sequence[Count]) -> _Known:
        """Of the group's counts."""
        return cls(frozenset(m.size for m in members), frozenset((m.document, m.voice) for m in members))


def key_of(subject: Subject) -> Key:
    """What of a subject makes its group."""
    return subject.side, subject.role, subject.words if subject.role == "" else frozenset()


def by_subject(counts: Sequence[Count]) -> list[list[Count]]:
    """The groups of counts of one incident and kind that count the same people or things."""
    groups: Groups = defaultdict(list)
    sides = {c.subject.side for c in counts if c.subject.side and not c.subject.side.startswith(NOT)}
    told = _told_in_full(counts)
    full = [_own_people(_other_side(_as_told(c, told), sides)) for c in counts]
    for c in into_camps(at_home(full)):
        groups[key_of(c.subject)].append(c)
    _join_sideless(groups)
    _join_roleless(groups)
    _join_civilians(groups)
    _join_people(groups)
    return join_everybody([out_of_camps(group) for group in groups.values()])


_Told = Mapping[tuple[str | None, float], set[tuple[str, str]]]


def _told_in_full(counts: Sequence[Count]) -> _Told:
    """(Side that speaks, figure) -> side and role of those whom its quotes name as counted by that figure."""
    told: dict[tuple[str | None, float], set[tuple[str, str]]] = defaultdict(set)
    for c in counts:
        side = c.subject.side
        if c.size >= TELLING_FIGURE and c.claimant_side and side and side_of(c.quote) == side:
            told[c.claimant_side, c.size].add((side, c.subject.role))
    return told


def _as_told(c: Count, told: _Told) -> Count:
    """A bare figure ("the figure at 58") counts whom the same side counts by it elsewhere."""
    full = told.get((c.claimant_side, c.size), set())
    if len(full) != 1 or side_of(c.quote, capitals=False):
        return c
    side, role = next(iter(full))
    return replace(c, subject=replace(c.subject, side=side, role=role))


def _other_side(c: Count, sides: set[str]) -> Count:
    """ "The other side": of two sides that are counted here, the one that it is not."""
    if c.subject.side is None or not c.subject.side.startswith(NOT):
        return c
    others = sides - {c.subject.side.removeprefix(NOT)}
    return replace(c, subject=replace(c.subject, side=min(others) if len(others) == 1 else None, role="people"))


def _own_people(c: Count) -> Count:
    """Own losses ("its soldiers", or soldiers that a party admits to have lost) are the claimant's own."""
    s = c.subject
    own = OWN.search(c.quote) or (c.confirms and s.role == "fighter")
    if s.side is None and c.claimant_side and own:
        return replace(c, subject=replace(s, side=c.claimant_side))
    return c


def _join_sideless(groups: Groups) -> None:
    """Soldiers or things of nobody in particular: by figure, by who speaks, or those of the only side there is."""
    for key in [k for k in groups if k[0] is None and k[1] not in ("people", "civilian")]:
        alike = [k for k in groups if k[0] is not None and k[1:] == key[1:]]
        if key[1] == "fighter":
            _hand_over(groups, key, alike, by_side=True)
        elif alike and groups[key][0].kind in THINGS:
            _hand_over(groups, key, alike)
        elif alike:
            _hand_over_near(groups, key, alike)
        elif key[2]:  # "sons", "lives": a noun that says little; only the figure can tell
            _hand_over(
                groups, key, [k for k in groups if k != key and k[1] in ("fighter", "civilian")], alone=False
            )


def _hand_over_near(groups: Groups, key: Key, alike: list[Key]) -> None:
    """Pilgrims of no country are those of one country where their figures are near each other; all else stays."""
    sizes = [m.size for k in alike for m in groups[k] if m.size > 0]
    near = [c for c in groups[key] if any(max(c.size, s) <= CLOSE_FIGURE * min(c.size, s) for s in sizes)]
    _hand_over(groups, key, alike, alone=len(near) == len(groups[key]))


def _join_roleless(groups: Groups) -> None:
    """'Chinese casualties' are the Chinese soldiers of the same incident."""
    for key in [k for k in groups if k[0] is not None and (k[1] == "people" or (k[1] == "" and not k[2]))]:
        rivals = [k for k in groups if k[0] == key[0] and k[1] in ("fighter", "police", "civilian") and k != key]
        _hand_over(groups, key, rivals)


def _join_civilians(groups: Groups) -> None:
    """Civilians without a country are those of the only country that is named."""
    civilians = [k for k in groups if k[1] == "civilian"]
    named = [k for k in civilians if k[0] is not None]
    if len(named) == 1 and len(civilians) > 1:
        groups[named[0]].extend(c for k in civilians if k != named[0] for c in groups.pop(k))


def _join_people(groups: Groups) -> None:
    """People nobody described: the civilians where no soldiers are counted, else whoever has their figure."""
    key: Key = (None, "people", frozenset())
    if key not in groups:
        return
    fighters = [k for k in groups if k[1] == "fighter" and not is_lone_attacker(groups[k])]
    civilians = [k for k in groups if k[1] == "civilian"]
    rivals = [*civilians, *fighters]
    if fighters and len(civilians) == 1:
        _hand_over_close(groups, key, civilians[0])
    if key in groups and len(rivals) > 1:
        _hand_over_nobody(groups, key, rivals)
    if key in groups:
        _hand_over(groups, key, rivals, alone=not fighters or len(rivals) == 1)


def _hand_over_nobody(groups: Groups, key: Key, rivals: list[Key]) -> None:
    """ "Nobody was hurt there" answers who counts somebody there, not those of another place."""
    if all(c.size for c in groups[key]):
        return
    stay = []
    places = {k: {m.place for m in groups[k]} for k in rivals}
    for c in groups.pop(key):
        nobody = c.size == 0
        there = [k for k in rivals if nobody and any(relation(c.place, p) is Relation.SAME for p in places[k])]
        if len(there) == 1:
            groups[there[0]].append(c)
        else:
            stay.append(c)
    if stay:
        groups[key] = stay


def _hand_over_close(groups: Groups, key: Key, civilians: Key) -> None:
    """People in so many words, about as many as the civilians, are those where fighters are counted too."""
    sizes = [m.size for m in groups[civilians] if m.size > 0]
    stay = []
    for c in groups.pop(key):
        close = any(max(c.size, s) <= CLOSE_FIGURE * min(c.size, s) for s in sizes)
        if close and _PLAIN_PEOPLE.search(f"{c.victims} {c.quote}"):
            groups[civilians].append(c)
        else:
            stay.append(c)
    if stay:
        groups[key] = stay


def _hand_over(groups: Groups, key: Key, rivals: list[Key], *, alone: bool = True, by_side: bool = False) -> None:
    """Each claim of a vaguely described group goes where it fits best; what fits nowhere stays together."""
    if not rivals:
        return
    stay: list[Count] = []
    went: dict[tuple[str, str], set[Key]] = defaultdict(set)
    known = {k: _Known.of(groups[k]) for k in rivals}
    for c in groups.pop(key):
        fit = _same_figure(c, known) or _same_voice(c, known) or (_of_side(c, known) if by_side else None)
        if fit is None and alone and len(rivals) == 1 and not _other_people(c, rivals[0]):
            fit = rivals[0]
        if fit is None:
            stay.append(c)
        else:
            groups[fit].append(c)
            went[c.document, c.voice].add(fit)
    _follow(groups, key, stay, went)


def _follow(groups: Groups, key: Key, stay: list[Count], went: dict[tuple[str, str], set[Key]]) -> None:
    """What one voice of one text counts in the same words goes together."""
    left = []
    for c in stay:
        fits = went.get((c.document, c.voice), set())
        if len(fits) == 1:
            groups[next(iter(fits))].append(c)
        else:
            left.append(c)
    if left:
        groups[key] = left


def _other_people(c: Count, rival: Key) -> bool:
    """ "People" in so many words are not soldiers, nor are those whom a hospital of the other side counts;
    attackers are not the soldiers of who speaks of them."""
    if rival[1] == "fighter" and rival[0] is not None and rival[0] == c.claimant_side and _is_hostile(c):
        return True
    if rival[1] != "fighter" or c.subject.side is not None:
        return False
    civil = _CIVIL.search(c.voice) is not None and (rival[0] is None or rival[0] != c.claimant_side)
    return civil or _PLAIN_PEOPLE.search(c.quote) is not None


def _same_figure(c: Count, known: Mapping[Key, _Known]) -> Key | None:
    fits = [k for k, members in known.items() if c.size > 0 and c.size in members.sizes]
    return fits[0] if len(fits) == 1 else None


def _same_voice(c: Count, known: Mapping[Key, _Known]) -> Key | None:
    """The group in which the same voice of the same text counts already ("Earlier it had spoken of three
    dead")."""
    if c.own_voice or c.subject.more:
        return None
    fits = [k for k, members in known.items() if (c.document, c.voice) in members.voices]
    return fits[0] if len(fits) == 1 and c.timed else None


def _of_side(c: Count, known: Mapping[Key, _Known]) -> Key | None:
    """Of two sides that fight, attackers are the speaker's enemies, soldiers its own."""
    if c.claimant_side is None:
        return None
    hostile = _is_hostile(c) or _BY_THEM.match(c.quote) is not None
    fits = [k for k in known if (k[0] != c.claimant_side) == hostile]
    return fits[0] if len(fits) == 1 else None


def _is_hostile(c: Count) -> bool:
    return _HOSTILE.search(f"{c.victims} {c.quote}") is not None
