"""Counts whose question is plain at sight: no words around them say more, no part, no other measure, no rival
reading of whom they count.

Their questions are found for all incidents at once, column by column; the result is that of
``questions.group_counts``. What is not plain is left to it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations

import numpy as np
import pandas as pd
import pyarrow as pa
import pyarrow.compute as pc
from numpy.typing import NDArray
from pandas import DataFrame, Series

from factcheck.language.measures import may_be_measured
from factcheck.language.parties import side_of
from factcheck.language.subjects import Subject, measure_of, subject_of
from factcheck.language.whom import bare, says_where
from factcheck.linking.engines import in_threads, stretches
from factcheck.linking.incidents.known import mixed
from factcheck.linking.loops.finding import AT_THE_END, NOWHERE, behind_quotes
from factcheck.linking.loops.wording import numbered_in_turn
from factcheck.linking.places.places import Relation, is_wide, relation
from factcheck.linking.questions.areas import AREA_KINDS, ELSEWHERE
from factcheck.linking.questions.camps import ATTACKERS, TROOPS, camp_of, camp_that_speaks
from factcheck.linking.questions.counted import (
    AMONG,
    NEAR_AFTER,
    NEAR_BEFORE,
    OTHER_SIDE,
    OWN,
    TAIL,
    area_behind,
    before_of,
    names_nobody,
)  # fmt: skip
from factcheck.linking.questions.everybody import is_a_word_for_all
from factcheck.linking.questions.homes import home_of_office
from factcheck.linking.questions.questions import RUNNING_DAYS, in_words, is_running, sort_of_people, spot_of
from factcheck.linking.questions.recorded import HAPPENED, NIGHT
from factcheck.linking.questions.reworded import age_in
from factcheck.linking.questions.whose import TELLING_FIGURE, Key, key_of
from factcheck.linking.table import UNKNOWN
from factcheck.linking.texts import Texts, arrow, bytes_of, paragraphs
from factcheck.values import NARRATIVE_KINDS

Ints = NDArray[np.int64]
Flags = NDArray[np.bool_]

TOLD = ("victims", "place", "first", "last")
"""Columns that say whom a claim counts, where and when."""

TEXTS_AT_ONCE = 50_000
"""Texts that one thread reads at a time."""

_EVENTFUL = (
    r"(?i)since|from [\d[:^ascii:]]|so far this year|this year alone|over the|other side|enem|opponent|adversar"
)
"""In a paragraph without any of these no figure runs over a period, and none is the other side's."""

_ENDS = [ord(letter) for letter in ".,;!?\n"]
"""Behind a figure these end what is counted."""


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
    counting = _counting(table)
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


def _counting(table: DataFrame) -> Ints:
    """The rows that count."""
    return np.flatnonzero(~table["kind"].isin(NARRATIVE_KINDS).to_numpy())


def _of_denied(table: DataFrame) -> Flags:
    """True for the claims of incidents in which something is denied: a denial may answer a count."""
    incident = table["incident"].to_numpy()
    return np.isin(incident, incident[(table["kind"] == "denial").to_numpy()])


@dataclass(frozen=True, slots=True)
class Counted:
    """What each row that counts counts. ``settled``: neither its neighbours nor the words around it change
    that."""

    settled: Flags
    carried: Flags  # its document may be one in which a subject is carried on
    running: Flags
    key: Ints
    words: Ints
    said: list[str]
    facts: DataFrame  # of each row's subject

    @classmethod
    def of(cls, table: DataFrame) -> Counted:
        """Of prepared claims, before anybody knows their incidents."""
        counting, rows = _counting(table), table
        if not len(counting):
            none, never = np.zeros(0, dtype=np.int64), np.zeros(0, dtype=bool)
            return cls(never, never, never, none, none, [""], DataFrame())
        if len(counting) < len(table):
            rows = table.iloc[counting].reset_index(drop=True)
            rows["told"] = pd.factorize(rows["told"])[0]
        number, facts, said = _subjects(rows)
        of_row = facts.iloc[number].reset_index(drop=True)
        around, running, other = _around(rows, of_row)
        claimant, names = pd.factorize(rows["claimant"])
        of_side = [bool(name) and bool(side_of(name) or camp_that_speaks(name)) for name in names.tolist()]
        speaks = np.array(of_side, dtype=bool)[claimant]
        sideless = ~of_row["sided"].to_numpy()
        own = of_row["own"].to_numpy() | (of_row["fighter"].to_numpy() & (rows["stance"] == "confirms").to_numpy())
        nothing = (rows["high"] == 0).to_numpy() & (rows["claimant"] != "").to_numpy()
        open_side = sideless & ((own & speaks) | nothing | of_row["lost"].to_numpy())
        lends = of_row["nobody"].to_numpy() | other
        document = rows["document"]
        later = np.r_[False, (document[1:].to_numpy() == document[:-1].to_numpy())] if len(rows) else lends
        text = pd.factorize(document)[0]
        carried = np.isin(text, text[(lends & later)])
        settled = around & ~of_row["of_kind"].to_numpy() & ~open_side & ~carried
        key, words = of_row["key"].to_numpy(), of_row["words"].to_numpy()
        return cls(settled, carried, running, key, words, said, of_row)


def _subjects(rows: DataFrame) -> tuple[Ints, DataFrame, list[str]]:
    """The number of each row's subject, what is to be known of each subject, and the subjects' words."""
    names = ("quote", "side", "role", "part_of")
    victims, bare_words = _bare(rows)
    code = _numbered(victims, *(rows[name] for name in names))
    first = _first_rows(code)
    keys: dict[Key, int] = {}
    said: dict[str, int] = {}
    quote, side, role, part = (rows[name].iloc[first].tolist() for name in names)
    facts = []
    for v, q, s, r, p in zip(
        [bare_words[v] for v in victims[first].tolist()], quote, side, role, part, strict=True
    ):
        subject = subject_of(v, q, s, r, p)
        key = keys.setdefault(key_of(subject), len(keys))
        words = said.setdefault(in_words(subject, v), len(said))
        facts.append({"key": key, "words": words, **_facts(subject, v, q)})
    return code, DataFrame(facts), list(said)


def _bare(rows: DataFrame) -> tuple[Ints, list[str]]:
    """Whom each row counts, without the place of the event: a number for each row, and the words of each."""
    number, named = pd.factorize(rows["victims"])
    known: dict[str, int] = {}
    told = np.array([known.setdefault(bare(name), len(known)) for name in named.tolist()], dtype=np.int64)[number]
    some = np.flatnonzero(np.array([says_where(name) for name in named.tolist()], dtype=bool)[number])
    place, places = pd.factorize(rows["place"].iloc[some])
    pair, which = np.unique(number[some] * max(1, len(places)) + place, return_inverse=True)
    said = [
        known.setdefault(bare(named[v], places[p]), len(known))
        for v, p in zip(*(k.tolist() for k in np.divmod(pair, max(1, len(places)))), strict=True)
    ]
    told[some] = np.array(said, dtype=np.int64)[which]
    return told, list(known)


def _facts(s: Subject, victims: str, quote: str) -> dict[str, bool]:
    return {
        "sided": s.side is not None,
        "people": s.role == "people",
        "fighter": s.role == "fighter",
        "loose": s.role == "" and bool(s.words),
        "vague": s.role in ("fighter", "civilian"),
        "measured": bool(s.measure),
        "apart": bool(s.measure or s.single or s.part or s.more or s.role in ("child", "woman"))
        or bool(sort_of_people(s, victims) or spot_of(victims)),
        "of_kind": may_be_measured(victims, quote),
        "attackers": s.role == "fighter" and (bool(s.words) or camp_of(victims) == ATTACKERS),
        "troops": s.role == "fighter" and camp_of(victims) == TROOPS,
        "noun": bool(s.words) or s.role in ("fighter", "police", "civilian"),
        "camped": s.role == "fighter" and s.side is None and camp_of(victims) is not None,
        "there": is_a_word_for_all(victims),
        "nobody": names_nobody(s, victims, quote) and not s.part,
        "own": OWN.search(quote) is not None,
        "lost": quote.casefold().startswith(("lost", "lose")),
        "running": is_running(quote),
        "aged": bool(age_in(victims, quote)),
    }


def _around(rows: DataFrame, of_row: DataFrame) -> tuple[Flags, Flags, Flags]:
    """For each row: its subject and place stand whatever the words around the quote; it runs over a period; the
    words before it speak of the other side."""
    told = rows["told"].to_numpy()
    texts = arrow(paragraphs(rows).take(pa.array(_first_rows(told))))
    parts = in_threads(lambda part: _is_eventful(texts[part]), stretches(len(texts), TEXTS_AT_ONCE))
    eventful = np.concatenate([np.zeros(0, dtype=bool), *parts])[told]
    behind = behind_quotes(*(bytes_of(arrow(rows[name])) for name in ("context", "quote")))
    known = (behind != NOWHERE) & (rows["context"] != "").to_numpy()
    areas = rows["kind"].isin(AREA_KINDS).to_numpy()
    measured, sided = of_row["measured"].to_numpy(), of_row["sided"].to_numpy()
    stands = np.ones(len(rows), dtype=bool)
    running, other = of_row["running"].to_numpy() & ~(known & ~eventful), np.zeros(len(rows), dtype=bool)
    followed = known & (behind != AT_THE_END) & ~np.isin(behind, _ENDS)
    asked = np.flatnonzero(followed | (known & eventful))
    said = zip(asked.tolist(), rows["context"].iloc[asked], rows["quote"].iloc[asked], strict=True)
    for row, context, quote in said:
        at = context.find(quote)
        end = at + len(quote)
        if followed[row]:
            stands[row] = _stands(context[end:], area=areas[row], measured=measured[row], sided=sided[row])
        if eventful[row]:
            running[row] = is_running(context[max(0, at - NEAR_BEFORE) : end + NEAR_AFTER])
            other[row] = OTHER_SIDE.search(before_of(context, at)) is not None
    return stands, running, other


def _is_eventful(texts: pa.Array) -> Flags:
    return np.asarray(pc.match_substring_regex(texts, _EVENTFUL).to_numpy(zero_copy_only=False), dtype=bool)


def _first_rows(number: Ints) -> Ints:
    """The first row with each number."""
    first = np.empty(int(number.max(initial=-1)) + 1, dtype=np.int64)
    first[number[::-1]] = np.arange(len(number))[::-1]
    return first


def _stands(behind: str, *, area: bool, measured: bool, sided: bool) -> bool:
    """True when the words behind a quote add no side, no measure and no area."""
    if not sided and AMONG.match(behind[:45]):
        return False
    if area and area_behind(behind[:45]):
        return False
    tail = TAIL.match(behind[:40])
    return measured or tail is None or not measure_of(tail.group())


def _questions(rows: DataFrame, counted: Counted, settled: Flags) -> Ints:
    """The number of the question of each row, -1 for all of a group of which one is not plain."""
    facts = {name: counted.facts[name].to_numpy() for name in counted.facts.columns}
    group = _numbered(rows["incident"], rows["kind"])
    size = np.bincount(group)
    period = _numbered(group, *_period(rows, counted.running))
    question = _numbered(period, counted.key, _camps(period, facts))
    bad = np.bincount(group, ~settled, len(size)) > 0
    bad |= (size > 1) & (np.bincount(group, facts["apart"], len(size)) > 0)
    bad |= _several_areas(rows, group, facts["people"])
    bad[group[_rival_readings(period, counted.key, facts)]] = True
    voice = _voices(rows)
    bad[group[_told_apart(rows, voice, question)]] = True
    bad[group[_reworded(rows, voice, group, question)]] = True
    bad[group[_of_two_homes(rows, group, facts["sided"])]] = True
    bad[group[_aged(rows, group, question, facts["aged"])]] = True
    bad[group[_recorded(rows, group, question)]] = True
    bad[group[_on_several_days(rows, question)]] = True
    bad[group[_of_other_words(rows, question)]] = True
    bad[group[_in_two_periods(group, period, counted.key, facts["noun"])]] = True
    return np.where(bad[group], -1, question)


def _numbered(*columns: NDArray[np.generic] | Series) -> Ints:
    """One number for each combination, in the order of the rows."""
    return numbered_in_turn(mixed(*(_as_numbers(c) ^ (k << 59) for k, c in enumerate(columns))))[0]


def _as_numbers(column: NDArray[np.generic] | Series) -> Ints:
    """A number for each value, equal for equal ones."""
    if isinstance(column, Series):
        return Texts.of(column).numbers() if column.dtype == "str" else _as_numbers(column.to_numpy())
    return column.view(np.int64) if column.dtype == np.float64 else column.astype(np.int64)


def _period(rows: DataFrame, running: Flags) -> tuple[Ints, Ints]:
    """Two numbers that are equal for claims of one period, as ``questions`` tells periods apart."""
    first, last = rows["first"].to_numpy(), rows["last"].to_numpy()
    wide = last - first > RUNNING_DAYS
    return np.where(wide, first, np.where(running, 1, 0)), np.where(wide, 1, -1)


def _several_areas(rows: DataFrame, group: Ints, people: Flags) -> Flags:
    """True for groups that count people both of a country and of places in it, or of elsewhere."""
    code, names = pd.factorize(rows["place"])
    wide = np.array([is_wide(name) for name in names.tolist()], dtype=bool)[code]
    elsewhere = np.array([ELSEWHERE.search(name) is not None for name in names.tolist()], dtype=bool)[code]
    named = (rows["place"] != "").to_numpy()
    amount = int(group.max()) + 1
    both = np.bincount(group, people & named & wide, amount) > 0
    both &= np.bincount(group, people & named & ~wide, amount) > 0
    return both | ((np.bincount(group) > 1) & (np.bincount(group, elsewhere, amount) > 0))


def _rival_readings(period: Ints, key: Ints, facts: dict[str, NDArray[np.generic]]) -> Ints:
    """Rows of periods in which vaguely described people might be those that others describe in full."""
    amount = int(period.max()) + 1
    once = np.unique(_numbered(period, key), return_index=True)[1]
    several = np.bincount(period[once], minlength=amount) > 1
    names = ("sided", "people", "vague", "loose", "attackers", "troops", "there")
    held = {name: np.bincount(period, facts[name], amount) > 0 for name in names}
    rival = several & (held["sided"] | held["there"] | ((held["people"] | held["loose"]) & held["vague"]))
    rival |= held["attackers"] & held["troops"] & ~_in_camps(period, facts)
    return np.flatnonzero(rival[period])


def _in_camps(period: Ints, facts: dict[str, NDArray[np.generic]]) -> Flags:
    """True for periods that count attackers and soldiers of no side, and nobody else."""
    return np.asarray(np.bincount(period, facts["camped"]) == np.bincount(period))


def _camps(period: Ints, facts: dict[str, NDArray[np.generic]]) -> Ints:
    """1 for soldiers and 2 for attackers where nobody else is counted, as ``camps`` tells them apart; else 0."""
    return np.where(_in_camps(period, facts)[period], np.where(facts["troops"], 1, 2), 0)


def _voices(rows: DataFrame) -> Series:
    """Who says what each row tells: the claimant, or the source itself."""
    return rows["claimant"].where(rows["claimant"] != "", rows["source"])


def _told_apart(rows: DataFrame, voice: Series, question: Ints) -> Ints:
    """Rows of questions in which places, or one voice of one text, may tell several figures apart."""
    area = rows["kind"].isin(AREA_KINDS).to_numpy()
    said = _numbered(question, rows["document"], voice)
    often = np.bincount(said)[said] > 1
    odd = [np.flatnonzero(area & often)]
    for within, asked, far_only in ((question, area, False), (said, often & ~area, True)):
        told = _places_within(rows["place"], within, asked)
        apart = [number for number, places in told.items() if _may_be_apart(places, far_only=far_only)]
        odd.append(np.flatnonzero(np.isin(within, apart)))
    return np.concatenate(odd)


def _reworded(rows: DataFrame, voice: Series, group: Ints, question: Ints) -> Ints:
    """Rows whose figure one voice gives under several questions of one incident and kind: other words for one."""
    low, high = (np.nan_to_num(rows[name].to_numpy(), nan=-1.0) for name in ("low", "high"))
    large = np.flatnonzero(np.maximum(low, high) >= TELLING_FIGURE)
    code, names = pd.factorize(voice.iloc[large])
    folded = pd.factorize(np.array([name.casefold() for name in names.tolist()], dtype=object))[0]
    said = _numbered(group[large], folded[code], low[large], high[large])
    once = np.unique(_numbered(said, question[large]), return_index=True)[1]
    return large[np.bincount(said[once], minlength=int(said.max(initial=0)) + 1)[said] > 1]


def _of_two_homes(rows: DataFrame, group: Ints, sided: NDArray[np.generic]) -> Ints:
    """Rows of groups in which offices of two countries count, each maybe its own people."""
    claimant, names = pd.factorize(rows["claimant"])
    home, _ = pd.factorize(np.array([home_of_office(name) or "" for name in names.tolist()], dtype=object))
    none = np.array([home_of_office(name) is None for name in names.tolist()], dtype=bool)
    some = np.flatnonzero(~none[claimant] & ~sided.astype(bool)) if len(names) else np.zeros(0, np.int64)
    once = np.unique(_numbered(group[some], home[claimant[some]]), return_index=True)[1]
    several = np.bincount(group[some][once], minlength=int(group.max(initial=0)) + 1) > 1
    return some[several[group[some]]]


def _aged(rows: DataFrame, group: Ints, question: Ints, aged: NDArray[np.generic]) -> Ints:
    """Rows of single persons told by their age under several questions: ``reworded`` may join them."""
    one = ((rows["low"] == 1) & (rows["high"] == 1)).to_numpy() & aged.astype(bool)
    some = np.flatnonzero(one)
    once = np.unique(_numbered(group[some], question[some]), return_index=True)[1]
    several = np.bincount(group[some][once], minlength=int(group.max(initial=0)) + 1) > 1
    return some[several[group[some]]]


def _recorded(rows: DataFrame, group: Ints, question: Ints) -> Ints:
    """Rows without their text whose words for who is counted stand under several questions: ``recorded`` may join
    them."""
    some = np.flatnonzero((rows["recorded"] & (rows["victims"] != "")).to_numpy())
    if not len(some):
        return some
    code, said = _bare(rows.iloc[some])
    folded = pd.factorize(np.array([words.casefold() for words in said], dtype=object))[0]
    told = _numbered(group[some], folded[code])
    once = np.unique(_numbered(told, question[some]), return_index=True)[1]
    return some[np.bincount(told[once], minlength=int(told.max(initial=0)) + 1)[told] > 1]


def _on_several_days(rows: DataFrame, question: Ints) -> Ints:
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


def _of_other_words(rows: DataFrame, question: Ints) -> Ints:
    """Rows without their text of questions whose claims differ in whom they count, when or where: ``unlike`` may
    part them."""
    some = np.flatnonzero(rows["recorded"].to_numpy())
    if not len(some):
        return some
    told = _numbered(question[some], *(rows[name].iloc[some] for name in TOLD))
    ways = np.bincount(question[some][np.unique(told, return_index=True)[1]], minlength=int(question.max()) + 1)
    return some[(ways > 1)[question[some]]]


def _in_two_periods(group: Ints, period: Ints, key: Ints, noun: NDArray[np.generic]) -> Ints:
    """Rows whose people, told by a noun, are counted in two periods: ``reworded`` may join them."""
    told = _numbered(group, key)
    once = np.unique(_numbered(told, period), return_index=True)[1]
    return np.flatnonzero((np.bincount(told[once])[told] > 1) & noun.astype(bool))


def _places_within(place: Series, within: Ints, asked: Flags) -> dict[int, list[str]]:
    """The different places of each number of ``within`` that has several, in the order of the rows."""
    among = np.flatnonzero(asked & (place != "").to_numpy())
    if not len(among):
        return {}
    pair = _numbered(within[among], pd.factorize(place)[0][among])
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
