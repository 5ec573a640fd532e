"""Comparing: the positions on each question, and what they are to each other."""

from __future__ import annotations

from itertools import groupby

from pandas import DataFrame

from factcheck.comparison.positions import answers_of, positions_of
from factcheck.comparison.verdicts import PositionPair, QuestionVerdict, judge

__all__ = ["PositionPair", "QuestionVerdict", "compare"]


def compare(linked: DataFrame) -> list[QuestionVerdict]:
    """A verdict for each question, in the order of their labels.

    ``linked`` is the claims' DataFrame merged with what ``linking.link`` gives, on ``claim``.
    """
    rows = linked.sort_values(["question", "claim"], kind="stable").to_dict("records")
    out = []
    for question, members in groupby(rows, key=lambda r: str(r["question"])):
        answers = answers_of([{str(k): v for k, v in m.items()} for m in members])
        out.append(judge(question, answers, positions_of(answers)))
    return out
