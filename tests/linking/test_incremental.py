"""More claims are linked to those that are linked as if all had been linked at once, and only what they touch."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from random import Random

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pandas import DataFrame
from pandas.testing import assert_frame_equal

from bench.claims_generator import claims as generated
from factcheck.linking import (
    Doubted,
    LinkAnewError,
    Linking,
    Noted,
    Reader,
    ask,
    find_doubts,
    link,
    link_and_doubt,
    link_anew,
    link_more,
)
from factcheck.linking.engines import Local
from factcheck.linking.incidents import doubts as doubts_found
from factcheck.linking.increments import more as increments
from tests.linking.builder import claims

PLACES = (None, "Derna, Libya", "Drena, Libya", "Libya", "Tobruk, Libya", "Quetta", "Chaman / Spin Boldak")
WORDS = (
    "", "the old dam burst above the market", "a drone hit the bakery of Zintora", "Mikvas and Tulben mourn",
    "the convoy near Zintora burnt", "witnesses of Mikvas saw the dam",
)  # fmt: skip


@st.composite
def rows(draw: st.DrawFn) -> dict[str, object]:
    """A claim in one of many documents of two weeks; some are copies."""
    n = draw(st.sampled_from([1, 7, 8, 30, 400]))
    kind = draw(st.sampled_from(["killed", "killed", "wounded", "blame", "denial"]))
    day = draw(st.sampled_from([None, "2023-09-01", "2023-09-02", "2023-09-04", "2023-09-11", "2023-01-05"]))
    document = draw(st.integers(0, 20))
    span = draw(st.sampled_from([None, None, ("2023-09-01", "2023-09-08"), ("2023-09-02", "2023-09-11")]))
    when = {"day": day} if span is None else {"event_start": span[0], "event_end": span[1]}
    return {
        "n": n, "quote": f"{n} people", "context": f"{n} people. " + draw(st.sampled_from(WORDS)), "kind": kind,
        "victims": draw(st.sampled_from(["people", "soldiers", None])), "document": f"d{document:02}",
        "place": draw(st.sampled_from(PLACES)), **when, "claimant": draw(st.sampled_from([None, "the mayor"])),
        "published": draw(st.sampled_from(["2023-09-13", "2023-09-05", None])), "source": f"Paper {document % 3}",
        "target": draw(st.sampled_from(["the army", "the rebels"])) if kind in ("blame", "denial") else None,
        "title": draw(st.sampled_from([None, "Dam bursts", "Convoy burnt"])),
        "names": (None, "Zintora Mikvas Tulben", "Tulben Derna Oshar", "Zintora")[document % 4],
    }  # fmt: skip


@dataclass
class Growing:
    """Claims that are linked part after part, as the store does it."""

    claims: DataFrame
    linking: Linking
    linked: DataFrame
    doubted: Doubted
    noted: Noted
    again: int = 0

    @classmethod
    def of(cls, claims: DataFrame) -> Growing:
        anew = link_anew(claims)
        return cls(claims, anew.linking, anew.linked, anew.doubted, anew.noted, len(claims))

    def read(self, documents: Sequence[str]) -> DataFrame:
        return self.claims[self.claims["document"].isin(documents)]

    def add(self, part: DataFrame) -> None:
        """The part is linked to the others; anew when it must be."""
        self.claims = pd.concat([self.claims, part]).drop_duplicates("claim")
        reader = Reader(self.read, self.noted.only)
        try:
            more = link_more(self.linking, part["document"].tolist(), reader)
        except LinkAnewError:
            self.__dict__.update(Growing.of(self.claims).__dict__)
            return
        if more.noted is not None:
            read = link_more(self.linking, part["document"].tolist(), Reader(self.read))
            assert np.array_equal(read.linking.pairs[-1].total, more.linking.pairs[-1].total)
            self.noted = Noted.read([*self.noted.rows(), *more.noted.rows()])
        self.linking = more.linking
        told = ask(more.linking, more.changed, reader, Local(1))
        self.doubted = find_doubts(more.linking, reader, self.doubted, more.changed).every
        others = self.linked[~self.linked["claim"].isin(told["claim"])]
        every = pd.concat([others, told]) if len(told) else others
        self.linked = every.sort_values("claim").reset_index(drop=True)
        self.again = len(told)


def added(parts: Sequence[DataFrame]) -> Growing:
    """The parts linked one after the other."""
    growing = Growing.of(parts[0])
    for part in parts[1:]:
        growing.add(part)
    return growing


def as_if_at_once(growing: Growing) -> None:
    """It is as if all were linked at once by the same knowledge, with the same doubts."""
    at_once = link_anew(growing.claims, known=growing.linking.known)
    assert_frame_equal(growing.linked, at_once.linked)
    assert find_doubts(growing.linking, Reader(growing.read)).fresh == list(at_once.doubts)
    assert growing.doubted.claims() == [(doubt.one[0], doubt.other[0]) for doubt in at_once.doubts]


@settings(max_examples=60, deadline=None)
@given(
    st.lists(rows(), min_size=2, max_size=24),
    st.lists(st.integers(1, 3), max_size=3, unique=True).map(sorted),
    st.randoms(use_true_random=False),
)
def test_one_after_the_other_is_all_at_once(
    told: list[dict[str, object]], cuts: list[int], chance: Random
) -> None:
    table = claims(*told)
    mixed = table.sample(frac=1, random_state=chance.randrange(1000))
    ends = [0, *(len(table) * cut // 4 for cut in cuts), len(table)]
    parts = [mixed.iloc[a:b] for a, b in pairwise(ends) if b > a]
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(increments, "MOST_NEW", 100.0)
        growing = added(parts)
    as_if_at_once(growing)


def test_what_is_linked_at_once_is_what_link_gives() -> None:
    table = generated(400, seed=3)
    linked, doubts = link_and_doubt(table)
    anew = link_anew(table)
    assert_frame_equal(anew.linked, linked)
    assert list(anew.doubts) == doubts


@pytest.mark.parametrize(("most", "reserve"), [(4, 6), (10, 15), (40, 45)])
def test_doubts_out_of_a_reserve_are_those_of_all(
    monkeypatch: pytest.MonkeyPatch, most: int, reserve: int
) -> None:
    monkeypatch.setattr(doubts_found, "MOST_DOUBTS", most)
    monkeypatch.setattr(doubts_found, "RESERVE", reserve)
    table = generated(2000, seed=11).sample(frac=1, random_state=3)
    ends = range(1840, 2001, 20)
    growing = added([table.iloc[:1840], *(table.iloc[a:b] for a, b in pairwise(ends))])
    assert len(growing.doubted.one) == most < len(growing.doubted.left)
    as_if_at_once(growing)


def test_generated_claims_one_after_the_other_are_all_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    table = generated(3000, seed=5)
    monkeypatch.setattr(increments, "MOST_NEW", 1.0)
    growing = added([table.iloc[:2960], table.iloc[2960:2980], table.iloc[2980:]])
    assert growing.linking.counted == 2960  # never was all linked anew
    as_if_at_once(growing)


def test_many_small_additions_are_all_at_once() -> None:
    table = generated(1500, seed=9).sample(frac=1, random_state=2)  # documents come in parts
    ends = range(1380, 1501, 10)
    growing = added([table.iloc[:1380], *(table.iloc[a:b] for a, b in pairwise(ends))])
    assert growing.linking.counted == 1380
    as_if_at_once(growing)


def test_only_what_is_touched_is_linked_again() -> None:
    table = generated(3000, seed=5)
    growing = added([table.iloc[:2990], table.iloc[2990:]])
    assert len(growing.linked) == 3000
    assert 10 <= growing.again < 150


def test_much_that_is_new_is_linked_anew_with_what_is_rare_now() -> None:
    table = generated(300, seed=7)
    assert_frame_equal(added([table.iloc[:100], table.iloc[100:]]).linked, link(table))


def test_nothing_new_changes_nothing() -> None:
    growing = Growing.of(generated(300, seed=7))
    more = link_more(growing.linking, [], Reader(growing.read))
    assert more.linking is growing.linking
    assert not more.changed.any()


def test_a_document_that_changed_is_read_again() -> None:
    growing = Growing.of(generated(3000, seed=5))
    document = growing.claims["document"].iloc[7]
    told = growing.claims["document"] == document
    growing.claims.loc[told, "context"] = "Somebody else told of the fire at the mill."
    growing.claims.loc[told, "place"] = "Quetta"
    growing.add(growing.claims[told])
    assert 0 < growing.again < 150
    as_if_at_once(growing)


def test_claims_that_are_gone_are_noticed() -> None:
    growing = Growing.of(generated(1000, seed=5))
    growing.claims = growing.claims.iloc[2:]
    reader = Reader(growing.read)
    with pytest.raises(LinkAnewError, match="not there any more"):
        ask(growing.linking, growing.linking.stored.alive, reader, Local(1))
