"""Counts whose question is plain at sight: no words around them say more, no part, no other measure, no rival
reading of whom they count.

Their questions are found for all incidents at once, column by column; the result is that of
``questions.group_counts``. What is not plain is left to it.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from pandas import DataFrame

from factcheck.linking.questions.columns import Counted, counting_rows, numbered
from factcheck.linking.questions.questions import RUNNING_DAYS
from factcheck.linking.questions.rivals import (
    aged_apart,
    camps,
    in_two_periods,
    of_other_words,
    of_two_homes,
    on_several_days,
    recorded,
    reworded,
    rival_readings,
    several_areas,
    told_apart,
    voices,
)

Ints = NDArray[np.int64]
Flags = NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class Plain:
    """For each row the number of its question, or -1 where it is not plain, and whom it counts in words.

    ``carried``: it stands in a document in which a figure may count whom the one before it counts.
    """

    question: Ints
    subject: Ints  # numbers of ``subjects``
    subjects: list[str]
    carried: Flags


def plain(table: DataFrame, counted: Counted | None = None) -> Plain:
    """The questions that are plain at sight; ``table`` comes from ``prepare`` and has an ``incident``;
    ``counted``: what its rows count, when that was found before."""
    counting = counting_rows(table)
    question, subject = np.full(len(table), -1, dtype=np.int64), np.zeros(len(table), dtype=np.int64)
    carried = np.zeros(len(table), dtype=bool)
    if not len(counting):
        return Plain(question, subject, [""], carried)
    counted = counted or Counted.of(table)
    rows = table.iloc[counting].reset_index(drop=True) if len(counting) < len(table) else table
    settled = counted.settled & ~_of_denied(table)[counting]
    question[counting] = _questions(rows, counted, settled)
    subject[counting], carried[counting] = counted.words, counted.carried
    return Plain(question, subject, counted.said, carried)


def _of_denied(table: DataFrame) -> Flags:
    """True for the claims of incidents in which something is denied: a denial may answer a count."""
    incident = table["incident"].to_numpy()
    return np.isin(incident, incident[(table["kind"] == "denial").to_numpy()])


def _questions(rows: DataFrame, counted: Counted, settled: Flags) -> Ints:
    """The number of the question of each row, -1 for all of a group of which one is not plain."""
    facts = {name: counted.facts[name].to_numpy() for name in counted.facts.columns}
    group = numbered(rows["incident"], rows["kind"])
    size = np.bincount(group)
    period = numbered(group, *_period(rows, counted.running))
    question = numbered(period, counted.key, camps(period, facts))
    bad = np.bincount(group, ~settled, len(size)) > 0
    bad |= (size > 1) & (np.bincount(group, facts["apart"], len(size)) > 0)
    bad |= several_areas(rows, group, facts["people"])
    bad[group[rival_readings(period, counted.key, facts)]] = True
    voice = voices(rows)
    bad[group[told_apart(rows, voice, question)]] = True
    bad[group[reworded(rows, voice, group, question)]] = True
    bad[group[of_two_homes(rows, group, facts["sided"])]] = True
    bad[group[aged_apart(rows, group, question, facts["aged"])]] = True
    bad[group[recorded(rows, group, question)]] = True
    bad[group[on_several_days(rows, question)]] = True
    bad[group[of_other_words(rows, question)]] = True
    bad[group[in_two_periods(group, period, counted.key, facts["noun"])]] = True
    return np.where(bad[group], -1, question)


def _period(rows: DataFrame, running: Flags) -> tuple[Ints, Ints]:
    """Two numbers that are equal for claims of one period, as ``questions`` tells periods apart."""
    first, last = rows["first"].to_numpy(), rows["last"].to_numpy()
    wide = last - first > RUNNING_DAYS
    return np.where(wide, first, np.where(running, 1, 0)), np.where(wide, 1, -1)
