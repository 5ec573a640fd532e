"""Questions without figures: who is to blame, what is denied, which state holds."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence

from factcheck.linking.counted import Count
from factcheck.linking.denials import Topic, answered, answers, dice
from factcheck.linking.words import words_of
from factcheck.parties import sides_in
from factcheck.subjects import stem

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
_FIGURE = re.compile(r"\b\d[\d,]*\d\b")


def topic_of(row: int, record: dict[str, object], count: Count | None = None) -> Topic:
    """The topic of a row of the prepared table; of a count, its own subject tells whose people it counts."""
    texts = [str(record[c]) for c in ("target", "victims", "quote")]
    speaker = frozenset(sides_in(str(record["claimant"]))) if record["claimant"] else frozenset()
    named = frozenset(sides_in(str(record["target"])))
    spoken_of = frozenset(sides_in(" ".join(texts), capitals=False))
    figures = {float(n.replace(",", "")) for n in _FIGURE.findall(" ".join(texts))}
    figures |= {float(n) for n in (record["low"], record["high"]) if n == n}  # type: ignore[arg-type]
    return Topic(
        row=row, document=str(record["document"]), start=int(record["start"]), kind=str(record["kind"]),  # type: ignore[call-overload]
        words=_words(" ".join(texts)), state=_words(texts[0]), matter=_words(texts[1]), speaker=speaker,
        voice=_words(str(record["claimant"])),
        accused=named or frozenset(sides_in(texts[2])) - speaker,
        sides=frozenset({count.subject.side} - {None}) if count else spoken_of,  # type: ignore[arg-type]
        figures=frozenset(n for n in figures if n >= TELLING_FIGURE), text=f"{texts[0]} {texts[2]}",
    )  # fmt: skip


def group_topics(topics: Sequence[Topic], counts: Sequence[Topic]) -> tuple[list[list[Topic]], dict[int, int]]:
    """The questions among the topics of one incident; and denials that answer a count: row -> the count's row."""
    groups = _charges([t for t in topics if t.kind == "blame"])
    groups += _states([t for t in topics if t.kind == "status"])
    replies: dict[int, int] = {}
    for denial in (t for t in topics if t.kind == "denial"):
        _place(denial, groups, counts, replies)
    return groups, replies


def _words(text: str) -> frozenset[str]:
    return frozenset(stem(w) for w in words_of(text) if not sides_in(w))


def _charges(topics: Sequence[Topic]) -> list[list[Topic]]:
    """Charges by what they are about; two parties that charge each other speak of one thing, however they put
    it."""
    groups: list[list[Topic]] = []
    for t in topics:
        scored = [(max(_about_one_thing(t, o) for o in g[:MOST]), -n) for n, g in enumerate(groups)]
        best = max(scored, default=(0.0, 0))
        if best[0] >= MATTERS_ALIKE:
            groups[-best[1]].append(t)
        else:
            groups.append([t])
    return groups


def _about_one_thing(a: Topic, b: Topic) -> float:
    """How sure two charges are about one thing; one that hardly says what it is about may be about anything."""
    if a.speaker & b.accused and b.speaker & a.accused:
        return 1.0
    if min(len(a.matter), len(b.matter)) < TELLING_MATTER:
        return MATTERS_ALIKE + 0.1 * (a.document == b.document)
    return dice(a.matter, b.matter)


def _states(topics: Sequence[Topic]) -> list[list[Topic]]:
    groups: list[list[Topic]] = []
    for t in topics:
        scored = [(max(dice(t.words, o.words) for o in g[:MOST]), -n) for n, g in enumerate(groups)]
        best = max(scored, default=(0.0, 0))
        if best[0] >= STATES_ALIKE:
            groups[-best[1]].append(t)
        else:
            groups.append([t])
    return groups


def _place(denial: Topic, groups: list[list[Topic]], counts: Sequence[Topic], replies: dict[int, int]) -> None:
    """A denial joins the question that it answers best; what answers nothing asks its own question."""
    heads = {max(g[:MOST], key=lambda t: (answers(denial, t), -t.row)): g for g in groups}
    near = counts if len(counts) <= MOST_COUNTS else _near(denial, counts)
    found = answered(denial, [*heads, *near])
    if found is None:
        groups.append([denial])
    elif found in heads:
        heads[found].append(denial)
    else:
        replies[denial.row] = found.row


def _near(denial: Topic, counts: Sequence[Topic]) -> list[Topic]:
    """Of very many counts, those right before the denial, and the first ones of the incident."""
    at = bisect_left([c.row for c in counts], denial.row)
    return [*counts[: MOST_COUNTS // 2], *counts[max(MOST_COUNTS // 2, at - MOST_COUNTS // 2) : at]]
