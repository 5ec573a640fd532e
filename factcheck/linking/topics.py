"""Questions without figures: who is to blame, what is denied, which state holds."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence

from factcheck.lexicons import word_set
from factcheck.linking.counted import Count
from factcheck.linking.deeds import apart, families, matter_of, says_little, told_words
from factcheck.linking.denials import Topic, answered, answers, dice
from factcheck.linking.states import ONE_OF_ITS_KIND, matters
from factcheck.linking.table import NARROW_DAYS, UNKNOWN
from factcheck.numerals import numbers_in
from factcheck.parties import sides_in, speaks_for

STATES_ALIKE = 0.25
"""Share of words (Dice, without parties) from which two states are of one thing; set on the marked reports."""

MATTERS_ALIKE = 0.2
"""The same for what two charges are about."""

TELLING_MATTER = 2
"""Words from which a matter says what it is: "the attack" says nothing within an incident."""

MOST = 60
"""Claims of a group that a new one is compared with."""

MOST_COUNTS = 200
"""Counts of an incident that a denial is held against."""

TELLING_FIGURE = 10
SAME_DENIAL = 0.6
"""Share of words (Dice) from which two denials deny one thing."""

_CAPTOR = re.compile(
    r"\bin (?:the )?(?:[\w'’-]+ ){1,2}(?:hands|captivity|custody)\b|\bby (?:the )?[A-Z][\w'’-]*", re.I
)
"""Who holds or did it: not whose people are spoken of."""

_TIMES = word_set(
    "january february march april may june july august september october november december"
    " monday tuesday wednesday thursday friday saturday sunday day days week weekend month year"
    " night morning evening today yesterday"
)
_ACTING = word_set(
    "request requested ask asked beg begged sought initiative initiated propose proposed first started"
)
"""Words of states that say who did something, not how things stand."""


def topic_of(row: int, record: dict[str, object], count: Count | None = None) -> Topic:
    """The topic of a row of the prepared table; of a count, its own subject tells whose people it counts."""
    texts = [str(record[c]) for c in ("target", "victims", "quote")]
    speaker = frozenset(sides_in(str(record["claimant"]))) if speaks_for(str(record["claimant"])) else frozenset()
    named = frozenset(sides_in(str(record["target"])))
    spoken_of = frozenset(sides_in(_CAPTOR.sub(" ", " ".join(texts)), capitals=False))
    figures = set(numbers_in(" ".join(texts)))
    figures |= {float(n) for n in (record["low"], record["high"]) if n == n}  # type: ignore[arg-type]
    return Topic(
        row=row, document=str(record["document"]), start=int(record["start"]), kind=str(record["kind"]),  # type: ignore[call-overload]
        words=told_words(" ".join(texts)), state=told_words(texts[0]), matter=_matter(record), speaker=speaker,
        voice=told_words(str(record["claimant"])),
        accused=named or frozenset(sides_in(texts[2])) - speaker,
        sides=frozenset({count.subject.side} - {None}) if count else spoken_of,  # type: ignore[arg-type]
        figures=frozenset(n for n in figures if n >= TELLING_FIGURE), text=f"{texts[0]} {texts[2]}",
        deeds=families(told_words(" ".join(texts))),
        days=(int(record["first"]), int(record["last"])),  # type: ignore[call-overload]
        numbers=frozenset(figures),
        part=count is not None and bool(record.get("part_of")),
        fighters=count is not None and count.subject.role == "fighter",
        about=matters(texts[0], texts[2]) if record["kind"] == "status" else frozenset(),
    )  # fmt: skip


def group_topics(topics: Sequence[Topic], counts: Sequence[Topic]) -> tuple[list[list[Topic]], dict[int, int]]:
    """The questions among the topics of one incident; and denials that answer a count: row -> the count's row."""
    groups = _charges([t for t in topics if t.kind == "blame"])
    groups += _states([t for t in topics if t.kind == "status"])
    replies: dict[int, int] = {}
    for denials in _denials([t for t in topics if t.kind == "denial"]):
        _place(denials, groups, counts, replies)
    return groups, replies


def _denials(topics: Sequence[Topic]) -> list[list[Topic]]:
    """Denials of one thing together."""
    groups: list[list[Topic]] = []
    for t in topics:
        home = next((g for g in groups if t.sides == g[0].sides and _one_denial(t, g[0])), None)
        if home is None:
            groups.append([t])
        else:
            home.append(t)
    return groups


def _one_denial(a: Topic, b: Topic) -> bool:
    """Two denials of one thing: in the same words, those for who acts aside, and of no two deeds."""
    alike = dice(matter_of(a.state), matter_of(b.state))
    return alike >= SAME_DENIAL and not (a.deeds and b.deeds and not a.deeds & b.deeds)


def _matter(record: dict[str, object]) -> frozenset[str]:
    return told_words(str(record["victims"])) - told_words(str(record["place"])) - _TIMES


def _charges(topics: Sequence[Topic]) -> list[list[Topic]]:
    """Charges by what they are about; two parties that charge each other speak of one thing, however they put
    it."""
    groups: list[list[Topic]] = []
    for t in topics:
        scored = [(_of_group(t, g[:MOST]), -n) for n, g in enumerate(groups)]
        best = max(scored, default=(0.0, 0))
        if best[0] >= MATTERS_ALIKE:
            groups[-best[1]].append(t)
        else:
            groups.append([t])
    return groups


def _of_group(t: Topic, group: Sequence[Topic]) -> float:
    """How sure a charge is about what those of a group are about: never when it is about another thing than the
    one that says best what it is about, however much one that says nothing is like both."""
    told = max(group, key=lambda o: (len(o.matter), -o.row))
    if told.matter and apart(t.matter, told.matter):
        return 0.0
    return max(_about_one_thing(t, o) for o in group)


def _about_one_thing(a: Topic, b: Topic) -> float:
    """How sure two charges are about one thing; one that hardly says what it is about may be about anything."""
    if _on_other_days(a, b) or apart(a.matter, b.matter):
        return 0.0
    if a.days == b.days and a.speaker & b.accused and b.speaker & a.accused:
        return 1.0
    if says_little(a.matter) and says_little(b.matter) and _of_one_time(a, b):
        return MATTERS_ALIKE
    if min(len(a.matter), len(b.matter)) < TELLING_MATTER and _of_one_time(a, b):
        return MATTERS_ALIKE + 0.1 * (a.document == b.document)
    return dice(a.matter, b.matter)


def _of_one_time(a: Topic, b: Topic) -> bool:
    """Both of one day or night, or of the same longer time; or one of them does not say when."""
    if a.days == b.days or UNKNOWN in (a.days[0], b.days[0]):
        return True
    return all(last - first < NARROW_DAYS for first, last in (a.days, b.days))


def _on_other_days(a: Topic, b: Topic) -> bool:
    """Both say when, and more than a night lies between."""
    (first_a, last_a), (first_b, last_b) = a.days, b.days
    return UNKNOWN not in (first_a, first_b) and max(first_a - last_b, first_b - last_a) > 1


def _states(topics: Sequence[Topic]) -> list[list[Topic]]:
    groups: list[list[Topic]] = []
    for t in topics:
        scored = [(max(_alike(t, o) for o in g[:MOST]), -n) for n, g in enumerate(groups)]
        best = max(scored, default=(0.0, 0))
        if best[0] >= STATES_ALIKE:
            groups[-best[1]].append(t)
        else:
            groups.append([t])
    return groups


def _alike(a: Topic, b: Topic) -> float:
    """Who asked for it or acted first is another question than whether it holds, and so is another matter."""
    if bool(a.words & _ACTING) != bool(b.words & _ACTING):
        return 0.0
    if a.about and b.about and not a.about & b.about:
        return 0.0
    one = a.about & b.about & ONE_OF_ITS_KIND and a.about == b.about
    return max(dice(a.words, b.words), STATES_ALIKE if one else 0.0)


def _place(
    denials: list[Topic], groups: list[list[Topic]], counts: Sequence[Topic], replies: dict[int, int]
) -> None:
    """Denials join the question that they answer best; what answers nothing asks its own question."""
    first = denials[0]
    heads = {max(g[:MOST], key=lambda t: (answers(first, t), -t.row)): g for g in groups}
    near = counts if len(counts) <= MOST_COUNTS else _near(first, counts)
    found = answered(denials[:MOST], [*heads, *(count for count in near if not count.part)])
    if found is None:
        groups.append(denials)
    elif found in heads:
        heads[found].extend(denials)
    else:
        replies.update({d.row: found.row for d in denials})


def _near(denial: Topic, counts: Sequence[Topic]) -> list[Topic]:
    """Of very many counts, those right before the denial, and the first ones of the incident."""
    at = bisect_left([c.row for c in counts], denial.row)
    return [*counts[: MOST_COUNTS // 2], *counts[max(MOST_COUNTS // 2, at - MOST_COUNTS // 2) : at]]
