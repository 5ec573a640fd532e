"""Counts that are plain at sight get the questions that they get when each incident is looked at singly."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pandas import DataFrame
from pandas.testing import assert_frame_equal

from factcheck.linking import link
from factcheck.linking.engines import Local
from factcheck.linking.questions import asked
from factcheck.linking.questions.plain import Plain
from tests.linking.builder import claims

TAILS = (
    "", ".", " in the market.", " among Libyan forces.", " since 9 September.", " were critically hurt.",
    " across the country.", ", including two children.",
)  # fmt: skip
QUOTES = (
    "{n} gunmen", "{n} freed boys", "{n} boys", "{n} captives", "{n} fighters of Harar", "{n} people at the scene",
    "{n} people", "{n} soldiers", "{n} civilians were killed", "{n} others", "{n}", "lost {n} men", "{n} children",
    "{n} of its soldiers", "a doctor", "{n} Libyan fighters", "{n} players",
    "a student, 19", "a 19-year-old player",
)  # fmt: skip
VICTIMS = (
    None,
    "gunmen",
    "boys",
    "captives",
    "people",
    "soldiers",
    "civilians",
    "its soldiers",
    "doctor",
    "men",
    "Libyan fighters",
    "players",
)
DAYS = ("2023-09-11", "2023-09-12", "2023-09-15", None)
PLACES = (None, "Derna, Libya", "Drena, Libya", "Libya", "Tobruk, Libya", "elsewhere in Derna")


@st.composite
def rows(draw: st.DrawFn) -> dict[str, object]:
    """A claim of one flood, its quote in a paragraph, in one of a few documents."""
    n = draw(st.sampled_from([0, 1, 7, 8, 30, 400]))
    quote = draw(st.sampled_from(QUOTES)).format(n=n)
    before = draw(st.sampled_from(["", "The other side lost ", "At first it spoke of "]))
    document = draw(st.integers(0, 4))
    return {
        "n": n, "quote": quote, "context": before + quote + draw(st.sampled_from(TAILS)),
        "victims": draw(st.sampled_from(VICTIMS)), "document": f"d{document}", "source": f"Paper {document % 3}",
        "kind": draw(st.sampled_from(["killed", "killed", "missing", "attendance", "denial", "blame"])),
        "place": draw(st.sampled_from(PLACES)), "day": draw(st.sampled_from(DAYS)),
        "claimant": draw(st.sampled_from([None, "the Libyan army", "the mayor", "Egyptian officials"])),
        "stance": draw(st.sampled_from(["reports", "confirms"])), "published": "2023-09-13",
        "recorded": draw(st.booleans()),
    }  # fmt: skip


def unlooked(table: DataFrame, counted: object = None) -> Plain:
    """As if no question were plain."""
    return Plain(
        np.full(len(table), -1), np.zeros(len(table), dtype=np.int64), [""], np.ones(len(table), dtype=bool)
    )


@settings(max_examples=60, deadline=None)
@given(st.lists(rows(), min_size=1, max_size=9))
def test_plain_questions_are_those_of_looking_singly(told: list[dict[str, object]]) -> None:
    table = claims(*told)
    at_sight = link(table, Local(1))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(asked, "plain", unlooked)
        assert_frame_equal(at_sight, link(table, Local(1)))


def test_one_noun_in_two_periods_is_looked_at_singly() -> None:
    told = {"n": 0, "quote": "0 gunmen", "victims": "doctor", "kind": "attendance", "published": "2023-09-13",
            "day": "2023-09-11"}  # fmt: skip
    table = claims(
        {**told, "document": "a", "context": "0 gunmen"},
        {**told, "document": "b", "context": "The other side lost 0 gunmen since 9 September."},
    )
    at_sight = link(table, Local(1))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(asked, "plain", unlooked)
        assert_frame_equal(at_sight, link(table, Local(1)))


def test_most_plain_figures_are_never_looked_at_singly() -> None:
    class Counting:
        seen = 0

        def map(self, work: object, blocks: list[DataFrame]) -> list[DataFrame]:
            self.seen += sum(map(len, blocks))
            return []

    engine = Counting()
    town = {"place": "Derna, Libya", "day": "2023-09-11", "victims": "soldiers"}
    linked = link(claims(*(town | {"n": n, "quote": f"{n} soldiers"} for n in (7, 9, 9))), engine)  # type: ignore[arg-type]
    assert engine.seen == 0
    assert linked["question"].nunique() == 1
