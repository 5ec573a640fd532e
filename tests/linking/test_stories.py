"""Days that no paragraph says, and what they count for when two documents tell of one story."""

from __future__ import annotations

from datetime import date

import numpy as np
import pytest
from pandas import Series

from factcheck.linking import explain, link
from factcheck.linking.loops.dating import says_day
from factcheck.linking.texts import Texts
from tests.linking.builder import claims

EPOCH = date(1970, 1, 1)


def says(text: str, day: str, published: str, last: str | None = None) -> bool:
    first, end, told = ((date.fromisoformat(d) - EPOCH).days for d in (day, last or day, published))
    texts = Texts.of(Series([text], dtype="str"))
    days = np.array([first]), np.array([end]), np.array([told])
    return bool(says_day(texts.ends, texts.letters, np.array([0]), days)[0])


@pytest.mark.parametrize(
    "text",
    [
        "Police said on 28 November that five people had died.",
        "The bus fell into the river on the 28th of November.",
        "NAIROBI, Nov. 28 - Five people died.",
        "Five died on November 28, a Sunday.",
        "Log of 2021-11-28: five dead",
        "Five people died on Sunday.",
        "Five people were killed yesterday",
    ],
)
def test_the_day_is_said(text: str) -> None:
    assert says(text, "2021-11-28", "2021-11-29")


@pytest.mark.parametrize(
    "text",
    [
        "Five people died, the second accident in November.",
        "Five people died on 27 November.",
        "28 people died; the rains of November go on.",
        "They may bury the 28 on Monday.",
        "Five people died on Saturday.",
        "",
    ],
)
def test_the_day_is_not_said(text: str) -> None:
    assert not says(text, "2021-11-28", "2021-11-29")


def test_a_weekday_says_a_day_of_the_last_week_only() -> None:
    assert says("Five people died on Sunday.", "2021-11-28", "2021-12-05")
    assert not says("Five people died on Sunday.", "2021-11-28", "2021-12-06")


def test_any_day_of_a_span_counts() -> None:
    assert says("It happened overnight, on Sunday.", "2021-11-27", "2021-11-29", last="2021-11-28")
    assert not says("It happened overnight, on Monday.", "2021-11-27", "2021-11-29", last="2021-11-28")


NAMES = "Kestrel Varnholt Ember Oshar Mikvas Tulben Zintora"
BUS = "A bus fell from the Varnholt bridge into the Ember; {} people drowned, the ferry company said."
FERRY = {"document": "first", "place": "Varnholt", "published": "2021-11-29", "day": "2021-11-28", "names": NAMES,
         "victims": "people", "n": 31, "context": BUS.format(31) + " It happened on Sunday."}  # fmt: skip
LATER = FERRY | {"document": "later", "published": "2021-12-21", "day": "2021-12-12", "n": 34,
                 "context": BUS.format(34)}  # fmt: skip


def reasons(*told: dict[str, object]) -> set[str]:
    """What counted between the first two claims, among the news of other towns."""
    others = [
        {"document": f"other {n}", "place": f"Town{n}", "published": "2021-10-02", "day": "2021-10-01", "n": 1,
         "names": f"Name{n} Other{n}", "victims": "man", "context": f"A man was shot at corner {n} on 1 October."}
        for n in range(40)
    ]  # fmt: skip
    return {reason.feature for reason in explain(claims(*told, *others), "c000", "c001").reasons}


def test_a_day_that_no_paragraph_says_gives_way_to_the_story() -> None:
    assert {"story", "dates_exclude"} & reasons(FERRY, LATER) == {"story"}


@pytest.mark.parametrize(
    "other",
    [
        {"context": LATER["context"] + " It happened on 12 December."},
        {"names": "Quarnby Essel Thorne", "context": "34 people drowned in a flood."},
        {"recorded": True},
    ],
    ids=["said", "another story", "a record"],
)
def test_other_days_stay(other: dict[str, object]) -> None:
    assert {"story", "dates_exclude"} & reasons(FERRY, LATER | other) == {"dates_exclude"}


def test_two_documents_of_one_story_with_wrong_days_are_one_incident() -> None:
    told = claims(FERRY, LATER, *({"document": f"o{n}", "names": f"Name{n}"} for n in range(40)))
    assert link(told).sort_values("claim")["incident"].iloc[:2].nunique() == 1
