"""Questions: inside one incident, which figures count the same thing."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from factcheck.earlier import is_superseded, is_timed
from factcheck.linking.places import Relation, is_wide, relation
from factcheck.parties import side_of
from factcheck.subjects import Subject, subject_of

AREA_KINDS = frozenset({"attendance", "displaced", "missing"})
"""Kinds whose figures are given for one city and for the whole country side by side; place makes the question."""

RUNNING_DAYS = 45
"""A toll over a longer time than that is of a war or a year, not of one incident told roughly ("in October")."""

INHERIT_REACH = 160
"""Characters back in which a figure without a noun finds whom it counts."""

_AMONG = re.compile(r"\s*(?:among|of)\s+([^,.;]{3,40})")
_NOBODY = frozenset(
    {"", "others", "dead", "injured", "wounded", "killed", "deaths", "casualties", "more", "fatalities"}
)

INCREMENT_REACH = 500
"""Characters back in which "17 others" finds the total that it belongs to."""

_ELSEWHERE = re.compile(r"\b(?:elsewhere|outside|other|rest of|remaining|further .{0,20}in)\b", re.I)
_MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"
_SINCE = re.compile(
    rf"\b(?:since (?:\d|(?:last |early |late |mid-)?(?:{_MONTHS})|the (?:start|beginning|outbreak|war|fighting|conflict"
    rf"|invasion|uprising)|then\b|last )|from \d{{1,2}} (?:{_MONTHS})|so far this year|this year alone"
    r"|over the (?:past|last) (?:\w+ )?(?:weeks?|months?|years?))"
)
_OWN = re.compile(
    r"\b(?:(?:its|their|our)(?: own)?(?: \w+){0,2}? (?:soldiers?|troops|personnel|forces|fighters|men|servicem[ae]n|members"
    r"|people|nationals|citizens|officers|guards|police\w*)|sons of the soil|we (?:lost|suffered))\b",
    re.I,
)
_WHOLE = re.compile(r"\b(?:nationwide|countrywide|across (?:the )?(?:country|\w+)|in (?:the )?(?:whole |all )?(?:of )?(?:the )?country|in all of)\b", re.I)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Count:
    """One counting claim as questions see it."""

    row: int
    document: str
    start: int
    kind: str
    low: float
    high: float
    subject: Subject
    place: str
    first: int
    last: int
    quote: str
    near: str  # the words around the quote
    confirms: bool
    asserts: bool
    claimant_side: str | None
    voice: str  # who says it
    timed: bool  # one of several figures in time: an earlier one, or an entry under a date
    victims: str

    @property
    def figure(self) -> tuple[float, float]:
        """Its bounds, to tell equal figures; open bounds are NaN and equal nothing, so -1 stands for them."""
        return (self.low if self.low == self.low else -1.0, self.high if self.high == self.high else -1.0)


def count_of(row: int, record: dict[str, object]) -> Count:
    """The count of a row of the prepared table, its subject worked out."""
    r = record
    quote, context = str(r["quote"]), str(r["context"])
    at = context.find(quote)
    near = context[max(0, at - 90) : at + len(quote) + 60] if at >= 0 else quote
    subject = subject_of(str(r["victims"]), quote, str(r["side"]), str(r["role"]), bool(r["part_of"]))
    speaker = side_of(str(r["claimant"])) if r["claimant"] else None
    if subject.side is None:
        side = _beside(quote, context, at) or (speaker if r["high"] == 0 else None)
        subject = replace(subject, side=side) if side else subject
    return Count(
        row, str(r["document"]), int(r["start"]), str(r["kind"]), float(r["low"]), float(r["high"]), subject,  # type: ignore[call-overload,arg-type]
        str(r["place"]), int(r["first"]), int(r["last"]), quote, near,  # type: ignore[call-overload]
        r["stance"] == "confirms", r["stance"] in ("claims", "alleges", "estimates"), speaker,
        str(r["claimant"] or r["source"]), is_superseded(quote, context) or is_timed(context), str(r["victims"]),
    )  # fmt: skip


def _beside(quote: str, context: str, at: int) -> str | None:
    """Whose people, from the words beside the quote: "no casualties among Iraqi forces", "India lost 20 men"."""
    if at < 0:
        return None
    behind = _AMONG.match(context[at + len(quote) : at + len(quote) + 45])
    if behind:
        return side_of(behind.group(1), capitals=False)
    if quote.casefold().startswith(("lost", "lose")):
        return side_of(context[max(0, at - 25) : at], capitals=False)
    return None


def inherit(counts: Sequence[Count]) -> list[Count]:
    """The counts of one document in order, each that names nobody with the subject of the figure before it.

    "58 Pakistani soldiers had been killed and 30 others wounded"; "it had still spoken of three dead".
    """
    out: list[Count] = []
    for c in counts:
        last = next(
            (o for o in reversed(out) if c.start - o.start <= INHERIT_REACH and not o.subject.single), None
        )
        if last is not None and _names_nobody(c) and not c.subject.part and not last.subject.part:
            c = replace(c, subject=replace(c.subject, side=c.subject.side or last.subject.side,
                                           role=last.subject.role, words=last.subject.words))  # fmt: skip
        out.append(c)
    return out


def _names_nobody(c: Count) -> bool:
    return c.subject.role == "people" and c.victims.casefold().strip() in _NOBODY


def group_counts(counts: Sequence[Count]) -> list[list[Count]]:
    """The questions among the counts of one incident and one kind, in the order of their first claim."""
    sides = frozenset(c.subject.side for c in counts if c.subject.side and c.subject.role == "fighter")
    counts = [_with_side(c, sides) for c in counts]
    apart, main = _set_apart(counts)
    apart, main = _parts_of_their_own(apart, main)
    groups = [g for of in _by_period(main) for whole in _by_subject(of) for g in _by_area(whole)]
    return sorted([*apart, *groups], key=lambda g: g[0].row)


def _with_side(c: Count, sides: frozenset[str]) -> Count:
    """Own losses ("its soldiers", or a toll that a party admits) are the claimant's own; of two sides that fight, a
    toll of soldiers that one of them boasts of is the other's."""
    s = c.subject
    if s.side is None and c.claimant_side and (s.role == "fighter" or _OWN.search(c.quote)):
        if c.confirms or _OWN.search(c.quote):
            return replace(c, subject=replace(s, side=c.claimant_side))
        enemies = sides - {c.claimant_side}
        if len(enemies) == 1 and c.claimant_side in sides and c.asserts:
            return replace(c, subject=replace(s, side=min(enemies)))
    return c


def _set_apart(counts: Sequence[Count]) -> tuple[list[list[Count]], list[Count]]:
    """Parts, single persons, other measures and increments: no rivals to the total; and the rest."""
    apart: dict[object, list[Count]] = defaultdict(list)
    main: list[Count] = []
    lone = max((_value(c) for c in counts), default=0) <= 1
    for c in counts:
        key = _apart(c, counts, lone=lone)
        if key is None:
            main.append(c)
        else:
            apart[key].append(c)
    return list(apart.values()), main


def _apart(c: Count, counts: Sequence[Count], *, lone: bool) -> object:
    s = c.subject
    if s.measure:
        once = {"new": c.document, "family": s.words, "serious": s.words}  # new cases: of one bulletin
        return "measure", s.measure, s.side, once.get(s.measure)
    if s.more and any(_is_total_before(c, other) for other in counts):
        return "more", c.document, c.start
    if s.part:
        return "part", s.role, s.side, s.words
    if s.single and not lone:
        return "single", s.role, s.side, s.words
    if s.role in ("child", "woman"):
        return "role", s.role, s.side
    return None


def _parts_of_their_own(apart: list[list[Count]], main: list[Count]) -> tuple[list[list[Count]], list[Count]]:
    """ "65 prisoners among them" is a part here and the whole of another report's "65 prisoners were killed"."""
    kept = []
    whole = [(_described(c.subject), c.figure, c.document) for c in main]
    for group in apart:
        first = group[0]
        told = _described(first.subject)
        twin = any(told == t and first.figure == f and first.document != d for t, f, d in whole)
        if first.subject.part and told[0] and (told[2] or told[1] == "fighter") and twin:
            main = sorted([*main, *group], key=lambda c: c.row)
        else:
            kept.append(group)
    return kept, main


def _is_total_before(c: Count, other: Count) -> bool:
    return other.document == c.document and 0 < c.start - other.start <= INCREMENT_REACH and not other.subject.more


def _value(c: Count) -> float:
    return max(v for v in (*c.figure, 0.0))


def _by_period(counts: Sequence[Count]) -> Iterator[list[Count]]:
    """Tolls that run over a period ("since 9 October") apart from those of the incident itself."""
    periods: dict[object, list[Count]] = defaultdict(list)
    for c in counts:
        wide = c.last - c.first > RUNNING_DAYS
        periods[(c.first, c.last) if wide else True if _running(c) else None].append(c)
    yield from periods.values()


def _running(c: Count) -> bool:
    said = _SINCE.search(c.near)
    return said is not None and "stood at" not in c.near


def _by_subject(counts: Sequence[Count]) -> Iterator[list[Count]]:
    """By whose people and which: what is said in full makes the groups, what is left open joins one of them."""
    groups: dict[tuple[str | None, str, frozenset[str]], list[Count]] = defaultdict(list)
    for c in counts:
        groups[_described(c.subject)].append(c)
    _join_sideless(groups)
    _join_roleless(groups)
    _join_people(groups)
    yield from groups.values()


_Key = tuple[str | None, str, frozenset[str]]
_Groups = dict[_Key, list[Count]]


def _described(s: Subject) -> _Key:
    words = s.words if s.role == "" else frozenset()
    return s.side, s.role, words


def _join_sideless(groups: _Groups) -> None:
    """Soldiers of nobody in particular are those of the one side that has soldiers here, or of the same figure."""
    for key in [k for k in groups if k[0] is None and k[1] not in ("people", "civilian")]:
        rivals = [k for k in groups if k[0] is not None and k[1:] == key[1:]]
        _hand_over(groups, key, rivals)


def _join_roleless(groups: _Groups) -> None:
    """'Chinese casualties' are the Chinese soldiers of the same incident."""
    for key in [k for k in groups if k[0] is not None and (k[1] == "people" or (k[1] == "" and not k[2]))]:
        rivals = [k for k in groups if k[0] == key[0] and k[1] in ("fighter", "police", "civilian") and k != key]
        _hand_over(groups, key, rivals)


def _join_people(groups: _Groups) -> None:
    """People nobody described are the civilians where no soldiers are counted, else whoever has the same figure."""
    civilians = [k for k in groups if k[1] == "civilian"]
    sides = {k[0] for k in civilians}
    if len(sides) > 1 and len(sides - {None}) == 1:
        whole = next(k for k in civilians if k[0] is not None)
        for k in civilians:
            if k != whole:
                groups[whole].extend(groups.pop(k))
    key: _Key = (None, "people", frozenset())
    if key not in groups:
        return
    fighters = [k for k in groups if k[1] == "fighter"]
    civilians = [k for k in groups if k[1] == "civilian"]
    rivals = civilians if not fighters else [*civilians, *fighters]
    if fighters and len(rivals) > 1:
        _hand_over(groups, key, rivals, alone=False)
    else:
        _hand_over(groups, key, rivals)


def _hand_over(groups: _Groups, key: _Key, rivals: list[_Key], *, alone: bool = True) -> None:
    """Each claim of a vaguely described group goes to the rival with its figure; to the only one there is; or stays."""
    if not rivals:
        return
    stay: list[Count] = []
    figures = {k: {c.figure for c in groups[k]} for k in rivals}
    for c in groups.pop(key):
        same = [k for k in rivals if c.figure in figures[k] and c.figure != (-1.0, -1.0)]
        if len(same) == 1:
            groups[same[0]].append(c)
        elif alone and len(rivals) == 1:
            groups[rivals[0]].append(c)
        else:
            stay.append(c)
    if stay:
        groups[key] = stay


def _by_area(counts: list[Count]) -> Iterator[list[Count]]:
    """Marchers in Paris and in France are two questions; the dead of a flood are one, unless said to be elsewhere."""
    if len({c.place for c in counts}) < 2 and not any(_ELSEWHERE.search(c.place) for c in counts):
        yield counts
        return
    strict = counts[0].kind in AREA_KINDS
    areas: list[list[Count]] = []
    for c in sorted(counts, key=lambda c: (not c.place, c.row)):
        fitting = next((a for a in areas if _same_area(c, a[0], strict=strict)), None)
        if fitting is None and not c.place and areas:
            fitting = _default_area(c, areas)
        if fitting is None:
            areas.append([c])
        else:
            fitting.append(c)
    yield from areas


def _same_area(a: Count, b: Count, *, strict: bool) -> bool:
    if bool(_ELSEWHERE.search(a.place)) != bool(_ELSEWHERE.search(b.place)):
        return False
    said = relation(a.place, b.place)
    if strict:
        return said is Relation.SAME and is_wide(a.place) == is_wide(b.place)
    return said is not Relation.FAR and bool(a.place)


def _default_area(c: Count, areas: list[list[Count]]) -> list[Count]:
    if _WHOLE.search(c.near):
        wide = [a for a in areas if is_wide(a[0].place)]
        if wide:
            return wide[0]
    return max(areas, key=lambda a: (len(a), -a[0].row))


def label_of(counts: Iterable[Count]) -> str:
    """The subject of a question in words: the side and role that most of its claims name."""
    named = Counter(
        " ".join(
            filter(
                None,
                (c.subject.side, c.subject.role if c.subject.role != "people" else "", *sorted(c.subject.words)),
            )
        )
        for c in counts
    )
    best = sorted(named.items(), key=lambda item: (not item[0], -item[1], item[0]))
    return best[0][0] if best else ""
