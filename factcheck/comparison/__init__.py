"""Comparing: the positions on each question, and what they are to each other."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import groupby, pairwise
from operator import itemgetter

import numpy as np
from pandas import DataFrame, Series, factorize

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
    begins = _begins(table["question"])  # each question stands in one incident
    homes = table["_incident"].iloc[begins].tolist()
    asked = zip(homes, table["question"].iloc[begins].tolist(), pairwise([*begins, len(table)]), strict=True)
    found = [
        verdict
        for _, of_incident in groupby(asked, key=itemgetter(0))
        for verdict in _of_incident([(str(question), told[slice(*ends)]) for _, question, ends in of_incident])
    ]
    return sorted(found, key=lambda verdict: verdict.question)


def _begins(ordered: Series[str]) -> list[int]:
    """Where equal values that follow each other begin."""
    code = factorize(ordered)[0]
    return np.flatnonzero(np.diff(code, prepend=-1)).tolist()


def _of_incident(questions: Iterable[tuple[str, Sequence[Answer]]]) -> list[QuestionVerdict]:
    """The verdicts on the questions of one incident, each with the pairs that stand beside it."""
    verdicts, asked = [], []
    for question, told in questions:
        answers = in_time(told)
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
    return QuestionVerdict(own.question, own.outcome, own.type, cause, with_beside(own.pairs, more))
