"""What may keep a question from being plain: rows that other rows of their incident may join, part or read
otherwise."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations

import numpy as np
import pandas as pd
from numpy.typing import NDArray
from pandas import DataFrame, Series

from factcheck.linking.places.places import Relation, is_wide, relation
from factcheck.linking.questions.areas import AREA_KINDS, ELSEWHERE
from factcheck.linking.questions.columns import bare_words, numbered
from factcheck.linking.questions.homes import home_of_office
from factcheck.linking.questions.recorded import HAPPENED, NIGHT
from factcheck.linking.questions.whose import TELLING_FIGURE
from factcheck.linking.table import UNKNOWN

Ints = NDArray[np.int64]
Flags = NDArray[np.bool_]

TOLD = ("victims", "place", "first", "last")
"""Columns that say whom a claim counts, where and when."""


def rival_readings(period: Ints, key: Ints, facts: dict[str, NDArray[np.generic]]) -> Ints:
    """Rows of periods in which vaguely described people might be those that others describe in full."""
    amount = int(period.max()) + 1
    once = np.unique(numbered(period, key), return_index=True)[1]
    several = np.bincount(period[once], minlength=amount) > 1
    names = ("sided", "people", "vague", "loose", "attackers", "troops", "there")
    held = {name: np.bincount(period, facts[name], amount) > 0 for name in names}
    rival = several & (held["sided"] | held["there"] | ((held["people"] | held["loose"]) & held["vague"]))
    rival |= held["attackers"] & held["troops"] & ~_in_camps(period, facts)
    return np.flatnonzero(rival[period])


def _in_camps(period: Ints, facts: dict[str, NDArray[np.generic]]) -> Flags:
    """True for periods that count attackers and soldiers of no side, and nobody else."""
    return np.asarray(np.bincount(period, facts["camped"]) == np.bincount(period))


def camps(period: Ints, facts: dict[str, NDArray[np.generic]]) -> Ints:
    """1 for soldiers and 2 for attackers where nobody else is counted, as ``camps`` tells them apart; else 0."""
    return np.where(_in_camps(period, facts)[period], np.where(facts["troops"], 1, 2), 0)


def voices(rows: DataFrame) -> Series:
    """Who says what each row tells: the claimant, or the source itself."""
    return rows["claimant"].where(rows["claimant"] != "", rows["source"])


def told_apart(rows: DataFrame, voice: Series, question: Ints) -> Ints:
    """Rows of questions in which places, or one voice of one text, may tell several figures apart."""
    area = rows["kind"].isin(AREA_KINDS).to_numpy()
    said = numbered(question, rows["document"], voice)
    often = np.bincount(said)[said] > 1
    odd = [np.flatnonzero(area & often)]
    for within, asked, far_only in ((question, area, False), (said, often & ~area, True)):
        told = _places_within(rows["place"], within, asked)
        apart = [number for number, places in told.items() if _may_be_apart(places, far_only=far_only)]
        odd.append(np.flatnonzero(np.isin(within, apart)))
    return np.concatenate(odd)


def reworded(rows: DataFrame, voice: Series, group: Ints, question: Ints) -> Ints:
    """Rows whose figure one voice gives under several questions of one incident and kind: other words for one."""
    low, high = (np.nan_to_num(rows[name].to_numpy(), nan=-1.0) for name in ("low", "high"))
    large = np.flatnonzero(np.maximum(low, high) >= TELLING_FIGURE)
    code, names = pd.factorize(voice.iloc[large])
    folded = pd.factorize(np.array([name.casefold() for name in names.tolist()], dtype=object))[0]
    said = numbered(group[large], folded[code], low[large], high[large])
    once = np.unique(numbered(said, question[large]), return_index=True)[1]
    return large[np.bincount(said[once], minlength=int(said.max(initial=0)) + 1)[said] > 1]


def of_two_homes(rows: DataFrame, group: Ints, sided: NDArray[np.generic]) -> Ints:
    """Rows of groups in which offices of two countries count, each maybe its own people."""
    claimant, names = pd.factorize(rows["claimant"])
    home, _ = pd.factorize(np.array([home_of_office(name) or "" for name in names.tolist()], dtype=object))
    none = np.array([home_of_office(name) is None for name in names.tolist()], dtype=bool)
    some = np.flatnonzero(~none[claimant] & ~sided.astype(bool)) if len(names) else np.zeros(0, np.int64)
    once = np.unique(numbered(group[some], home[claimant[some]]), return_index=True)[1]
    several = np.bincount(group[some][once], minlength=int(group.max(initial=0)) + 1) > 1
    return some[several[group[some]]]


def aged_apart(rows: DataFrame, group: Ints, question: Ints, aged: NDArray[np.generic]) -> Ints:
    """Rows of single persons told by their age under several questions: ``reworded`` may join them."""
    one = ((rows["low"] == 1) & (rows["high"] == 1)).to_numpy() & aged.astype(bool)
    some = np.flatnonzero(one)
    once = np.unique(numbered(group[some], question[some]), return_index=True)[1]
    several = np.bincount(group[some][once], minlength=int(group.max(initial=0)) + 1) > 1
    return some[several[group[some]]]


def recorded(rows: DataFrame, group: Ints, question: Ints) -> Ints:
    """Rows without their text whose words for who is counted stand under several questions: ``recorded`` may join
    them."""
    some = np.flatnonzero((rows["recorded"] & (rows["victims"] != "")).to_numpy())
    if not len(some):
        return some
    code, said = bare_words(rows.iloc[some])
    folded = pd.factorize(np.array([words.casefold() for words in said], dtype=object))[0]
    told = numbered(group[some], folded[code])
    once = np.unique(numbered(told, question[some]), return_index=True)[1]
    return some[np.bincount(told[once], minlength=int(told.max(initial=0)) + 1)[told] > 1]


def on_several_days(rows: DataFrame, question: Ints) -> Ints:
    """Rows without their text of questions that hold several happenings, each on days of its own: ``recorded`` may
    part them."""
    first, last = rows["first"].to_numpy(), rows["last"].to_numpy()
    of_days = rows["recorded"].to_numpy() & (first != UNKNOWN)
    some = np.flatnonzero(of_days & rows["kind"].isin(HAPPENED).to_numpy())
    if not len(some):
        return some
    latest, earliest = (np.full(int(question.max()) + 1, UNKNOWN, dtype=np.int64) for _ in range(2))
    np.maximum.at(latest, question[some], first[some])
    np.maximum.at(earliest, question[some], -last[some])
    return some[(latest > NIGHT - earliest)[question[some]]]


def of_other_words(rows: DataFrame, question: Ints) -> Ints:
    """Rows without their text of questions whose claims differ in whom they count, when or where: ``unlike`` may
    part them."""
    some = np.flatnonzero(rows["recorded"].to_numpy())
    if not len(some):
        return some
    told = numbered(question[some], *(rows[name].iloc[some] for name in TOLD))
    ways = np.bincount(question[some][np.unique(told, return_index=True)[1]], minlength=int(question.max()) + 1)
    return some[(ways > 1)[question[some]]]


def in_two_periods(group: Ints, period: Ints, key: Ints, noun: NDArray[np.generic]) -> Ints:
    """Rows whose people, told by a noun, are counted in two periods: ``reworded`` may join them."""
    told = numbered(group, key)
    once = np.unique(numbered(told, period), return_index=True)[1]
    return np.flatnonzero((np.bincount(told[once])[told] > 1) & noun.astype(bool))


def several_areas(rows: DataFrame, group: Ints, people: Flags) -> Flags:
    """True for groups that count people both of a country and of places in it, or of elsewhere."""
    code, names = pd.factorize(rows["place"])
    wide = np.array([is_wide(name) for name in names.tolist()], dtype=bool)[code]
    elsewhere = np.array([ELSEWHERE.search(name) is not None for name in names.tolist()], dtype=bool)[code]
    named = (rows["place"] != "").to_numpy()
    amount = int(group.max()) + 1
    both = np.bincount(group, people & named & wide, amount) > 0
    both &= np.bincount(group, people & named & ~wide, amount) > 0
    return both | ((np.bincount(group) > 1) & (np.bincount(group, elsewhere, amount) > 0))


def _places_within(place: Series, within: Ints, asked: Flags) -> dict[int, list[str]]:
    """The different places of each number of ``within`` that has several, in the order of the rows."""
    among = np.flatnonzero(asked & (place != "").to_numpy())
    if not len(among):
        return {}
    pair = numbered(within[among], pd.factorize(place)[0][among])
    row = among[np.sort(np.unique(pair, return_index=True)[1])]
    row = row[np.bincount(within[row])[within[row]] > 1]
    told: dict[int, list[str]] = {}
    for number, name in zip(within[row].tolist(), place.iloc[row].tolist(), strict=True):
        told.setdefault(number, []).append(name)
    return told


def _may_be_apart(places: Sequence[str], *, far_only: bool) -> bool:
    if far_only:
        return any(relation(a, b) is Relation.FAR for a, b in combinations(places, 2))
    first = places[0]
    return any(relation(p, first) is not Relation.SAME or is_wide(p) != is_wide(first) for p in places[1:])
