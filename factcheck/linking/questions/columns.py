"""What claims count, as columns: whom each row counts, and whether the words around it can change that."""

from __future__ import annotations

from dataclasses import dataclass

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
from factcheck.linking.questions.areas import AREA_KINDS
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
from factcheck.linking.questions.questions import in_words, is_running, sort_of_people, spot_of
from factcheck.linking.questions.reworded import age_in
from factcheck.linking.questions.whose import Key, key_of
from factcheck.linking.texts import Texts, arrow, bytes_of, paragraphs
from factcheck.values import NARRATIVE_KINDS

Ints = NDArray[np.int64]
Flags = NDArray[np.bool_]

TEXTS_AT_ONCE = 50_000
"""Texts that one thread reads at a time."""

_EVENTFUL = (
    r"(?i)since|from [\d[:^ascii:]]|so far this year|this year alone|over the|other side|enem|opponent|adversar"
)
"""In a paragraph without any of these no figure runs over a period, and none is the other side's."""

_ENDS = [ord(letter) for letter in ".,;!?\n"]
"""Behind a figure these end what is counted."""


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
        counting, rows = counting_rows(table), table
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


def counting_rows(table: DataFrame) -> Ints:
    """The rows that count."""
    return np.flatnonzero(~table["kind"].isin(NARRATIVE_KINDS).to_numpy())


def _subjects(rows: DataFrame) -> tuple[Ints, DataFrame, list[str]]:
    """The number of each row's subject, what is to be known of each subject, and the subjects' words."""
    names = ("quote", "side", "role", "part_of")
    victims, named = bare_words(rows)
    code = numbered(victims, *(rows[name] for name in names))
    first = _first_rows(code)
    keys: dict[Key, int] = {}
    said: dict[str, int] = {}
    quote, side, role, part = (rows[name].iloc[first].tolist() for name in names)
    facts = []
    for v, q, s, r, p in zip([named[v] for v in victims[first].tolist()], quote, side, role, part, strict=True):
        subject = subject_of(v, q, s, r, p)
        key = keys.setdefault(key_of(subject), len(keys))
        words = said.setdefault(in_words(subject, v), len(said))
        facts.append({"key": key, "words": words, **_facts(subject, v, q)})
    return code, DataFrame(facts), list(said)


def bare_words(rows: DataFrame) -> tuple[Ints, list[str]]:
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


def numbered(*columns: NDArray[np.generic] | Series) -> Ints:
    """One number for each combination, in the order of the rows."""
    return numbered_in_turn(mixed(*(_as_numbers(c) ^ (k << 59) for k, c in enumerate(columns))))[0]


def _as_numbers(column: NDArray[np.generic] | Series) -> Ints:
    """A number for each value, equal for equal ones."""
    if isinstance(column, Series):
        return Texts.of(column).numbers() if column.dtype == "str" else _as_numbers(column.to_numpy())
    return column.view(np.int64) if column.dtype == np.float64 else column.astype(np.int64)
