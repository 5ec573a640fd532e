"""Questions without figures: who is to blame, what is denied, which state holds."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from factcheck.linking.words import words_of
from factcheck.parties import sides_in
from factcheck.subjects import stem

NEAR_CHARACTERS = 450
"""A denial mostly answers what stands just before it."""

ALIKE = 0.25
"""Share of words (Dice) from which two states or denials are about one thing; set on the marked reports."""


TELLING_FIGURE = 10
_ANY_FIGURE = re.compile(r"\b(?:figure|toll|number|count|tally)s?\b", re.I)
_TAKEN = frozenset({"seized", "captured", "kidnapped", "arrested"})
_LOST = re.compile(
    r"\b(?:captur|seiz|taken|took|lost|gave up|given up|overr[ua]n|abduct|detain|arrest|hold|held)", re.I
)
_FIGURE = re.compile(r"\b\d[\d,]*\d\b")


@dataclass(frozen=True, slots=True)
class Topic:
    """One claim of blame, denial or status (or a count that a denial may answer)."""

    row: int
    document: str
    start: int
    kind: str
    words: frozenset[str]
    speaker: frozenset[str]  # sides that speak
    accused: frozenset[str]  # sides that are blamed, or that the denial is about
    state: frozenset[str]  # the words of its target alone
    figures: frozenset[float]
    text: str


def topic_of(row: int, record: dict[str, object]) -> Topic:
    """The topic of a row of the prepared table."""
    texts = [str(record[c]) for c in ("target", "victims", "quote")]
    words = frozenset(stem(w) for text in texts for w in words_of(text))
    speaker = frozenset(sides_in(str(record["claimant"]))) if record["claimant"] else frozenset()
    accused = frozenset(sides_in(str(record["target"]))) or frozenset(sides_in(str(record["quote"]))) - speaker
    state = frozenset(stem(w) for w in words_of(str(record["target"])))
    figures = frozenset(
        float(n.replace(",", "")) for n in _FIGURE.findall(f"{record['target']} {record['quote']}")
    )
    figures |= {float(n) for n in (record["low"], record["high"]) if n == n}  # type: ignore[arg-type]
    return Topic(
        row, str(record["document"]), int(record["start"]), str(record["kind"]), words, speaker, accused, state,  # type: ignore[call-overload]
        frozenset(n for n in figures if n >= TELLING_FIGURE), f"{record['target']} {record['quote']}",
    )  # fmt: skip


def group_topics(topics: Sequence[Topic], counts: Sequence[Topic]) -> tuple[list[list[Topic]], dict[int, int]]:
    """The questions among the topics of one incident; and denials that answer a count: row -> the count's row."""
    groups: list[list[Topic]] = []
    blames = [t for t in topics if t.kind == "blame"]
    if blames:
        groups.extend(_blames(blames))
    groups.extend(_alike([t for t in topics if t.kind == "status"]))
    answers: dict[int, int] = {}
    for denial in (t for t in topics if t.kind == "denial"):
        _place(denial, groups, counts, answers)
    return groups, answers


def _blames(blames: Sequence[Topic]) -> list[list[Topic]]:
    return [list(blames)]


def _alike(topics: Sequence[Topic]) -> list[list[Topic]]:
    groups: list[list[Topic]] = []
    for t in topics:
        best = max(groups, key=lambda g: max(dice(t.words, o.words) for o in g[:20]), default=None)
        if best is not None and max(dice(t.words, o.words) for o in best[:20]) >= ALIKE:
            best.append(t)
        else:
            groups.append([t])
    return groups


def _place(denial: Topic, groups: list[list[Topic]], counts: Sequence[Topic], answers: dict[int, int]) -> None:
    """A denial joins the charge or state that it answers: the likest, with a bonus for standing close before it."""
    ranked: list[tuple[float, int, list[Topic] | Topic]] = []
    for group in groups:
        ranked.append((max(_answers(denial, t) for t in group[:50]), -group[0].row, group))
    for count in counts[:200]:
        ranked.append((_answers(denial, count), -count.row, count))
    best = max(ranked, key=lambda r: (r[0], r[1]), default=None)
    if best is None or best[0] < ALIKE:
        groups.append([denial])
    elif isinstance(best[2], Topic):
        answers[denial.row] = best[2].row
    else:
        best[2].append(denial)


def _answers(denial: Topic, other: Topic) -> float:
    score = max(dice(denial.words, other.words), dice(denial.state, other.state))
    before = denial.start - other.start
    near = denial.document == other.document and 0 <= before <= NEAR_CHARACTERS
    if near:
        score += 0.15 * (1 - before / NEAR_CHARACTERS)
    if denial.figures & other.figures:
        score += 0.5
    if near and _ANY_FIGURE.search(denial.text) and other.kind not in ("blame", "status", "denial"):
        score += 0.3
    if other.kind == "status" and not denial.figures & other.figures:
        score -= 0.1
    if other.kind in _TAKEN and _LOST.search(denial.text):
        score += 0.15
    if other.kind == "blame" and denial.speaker:
        if denial.speaker & other.accused:
            score += 0.2 if near else 0.1
        elif other.accused:
            score -= 0.2
    if other.kind == "denial" and denial.speaker == other.speaker:
        score += 0.1
    if other.speaker and denial.speaker and other.speaker == denial.speaker and other.kind != "denial":
        score -= 0.3
    return score


def dice(a: frozenset[str], b: frozenset[str]) -> float:
    """Words in common over all words, 0 to 1."""
    return 2 * len(a & b) / (len(a) + len(b)) if a and b else 0.0


_ = (re, defaultdict)
