"""Comparing: the positions on each question, and what they are to each other."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import groupby

from pandas import DataFrame

from factcheck.comparison import carriers, counts, identities, narrative, related  # noqa: F401  rules register
from factcheck.comparison.answers import READ, answers, in_time
from factcheck.comparison.positions import Answer, positions_of
from factcheck.comparison.related import Asked, beside, with_beside
from factcheck.comparison.verdicts import PositionPair, QuestionVerdict, judge

__all__ = ["COLUMNS", "PositionPair", "QuestionVerdict", "compare", "explained"]

COLUMNS = (*READ, "incident", "question")
"""What ``compare`` reads; a verdict depends on nothing else, and on no claim of another incident."""


def compare(linked: DataFrame) -> list[QuestionVerdict]:
    """A verdict for each question, in the order of their labels.

    ``linked`` is the claims' DataFrame merged with what ``linking.link`` gives, on ``claim``.
    """
    home = linked.groupby("question")["incident"].transform("first").astype(str)
    table = linked.assign(_incident=home).sort_values(["_incident", "question", "claim"], kind="stable")
    told = answers(table)
    asked = [str(question) for question in table["question"].tolist()]
    found = []
    begin = 0
    for _, of_incident in groupby(table["_incident"].tolist()):
        end = begin + sum(1 for _ in of_incident)
        found += _of_incident(asked[begin:end], told[begin:end])
        begin = end
    return sorted(found, key=lambda verdict: verdict.question)


def _of_incident(questions: Sequence[str], told: Sequence[Answer]) -> list[QuestionVerdict]:
    """The verdicts on the questions of one incident, each with the pairs that stand beside it."""
    verdicts, asked = [], []
    for question, members in groupby(zip(questions, told, strict=True), key=lambda one: one[0]):
        answers = in_time([answer for _, answer in members])
        positions = positions_of(answers)
        verdicts.append(judge(question, answers, positions))
        asked.append(Asked(question, answers[0].kind, tuple(positions)))
    more = beside(asked)
    return [_beside(verdict, more.get(verdict.question, ())) for verdict in verdicts]


def explained() -> Mapping[str, str]:
    """What each rule says, by its name, in the order in which they are asked: figures, then words, then pairs of
    two questions and of carriers."""
    named = [*counts.RULES, *narrative.RULES, *related.RULES.values()]
    return {rule.__name__.replace("_", " "): " ".join((rule.__doc__ or "").split()) for rule in named}


def _beside(own: QuestionVerdict, more: Sequence[PositionPair]) -> QuestionVerdict:
    """With the pairs that stand beside it; where a carrier garbled a figure, the reason says how when it can."""
    if not own.pairs and not more:
        return own
    cause = next((p.verdict.reason for p in more if p.verdict.type == own.type == "carrier"), own.reason)
    return replace(own, reason=cause, pairs=with_beside(own.pairs, more))
