"""The steps from claims to incidents, at sizes where they are arrays."""

from __future__ import annotations

import itertools

import numpy as np
import pyarrow as pa
from pandas import DataFrame

from factcheck.linking import link
from factcheck.linking.incidents.clustering import by_average
from factcheck.linking.places.levels import COUNTRY, FAR, NEAR, ORDER, SAME, UNKNOWN, WITHIN, levels
from factcheck.linking.places.places import Relation, is_wide, relation
from factcheck.linking.texts import Texts
from factcheck.linking.words import Pieces, words_of
from tests.linking.builder import claims

PLACES = (
    "Derna, Libya", "Darnah, Libya", "Benghazi, Libya", "Libya", "Spin Boldak, Kandahar", "Chaman / Spin Boldak",
    "Kandahar", "Springfield, Illinois", "Springfield, Massachusetts", "Paris", "Paris police prefecture",
    "Nowhere",
    "the city of Derna", "Toledo, Ohio", "Toledo, Spain", "Ohio", "Bordr", "India and Pakistan", "Dernaa, Libya",
    "Cyrenaica", "Tobruk, Libya",
    "Zintan, Libya", "Cincinnati, Ohio", "libya", "Drena, Libya", "Gharyan, Libya", "Yafran, Libya",
    "Texas", "Houston", "Pakistan", "Peshawar, Pakistan",
)  # fmt: skip


def test_many_places_at_once_relate_as_they_do_singly() -> None:
    lists = [(p,) for p in PLACES] + [("Derna, Libya", "Libya"), ()]
    pairs = np.array(list(itertools.product(range(len(lists)), repeat=2)))
    found = levels(lists, pairs[:, 0], pairs[:, 1])
    assert found.tolist() == [singly(lists[min(a, b)], lists[max(a, b)]) for a, b in pairs.tolist()]


def singly(one: tuple[str, ...], other: tuple[str, ...]) -> int:
    """The level of two lists by their closest two places, one pair after the other."""
    said = [(ORDER.index(relation(a, b)), is_wide(a)) for a in one for b in other]
    best, wide = min(said, default=(ORDER.index(Relation.UNKNOWN), False))
    level = {Relation.SAME: COUNTRY if wide else SAME, Relation.WITHIN: WITHIN, Relation.NEAR: NEAR,
             Relation.FAR: FAR}  # fmt: skip
    return level.get(ORDER[best], UNKNOWN)


def test_words_are_counted_as_they_are_found() -> None:
    texts = ["A Mi-24 and a Su-30MK: straße, 12-hour_raid; raid", "", "l’été d'Évry -- e-mail 5-ton"]
    pieces = Pieces.of(Texts.of(pa.array(texts, type=pa.large_string())))
    dense = pieces.counted(np.arange(3), np.arange(4)).counts.toarray()
    for row, text in enumerate(texts):
        found = {name: int(n) for name, n in zip(pieces.names, dense[row], strict=True) if n}
        assert found == {w: words_of(text).count(w) for w in words_of(text)}


def test_one_strong_pair_does_not_chain_two_groups() -> None:
    left, right = np.array([0, 0, 1, 3, 3, 4, 2, 0, 1]), np.array([1, 2, 2, 4, 5, 5, 3, 3, 4])
    score = np.array([5.0, 5, 5, 5, 5, 5, 4, -6, -6])
    days = np.zeros(6, dtype=np.int64)
    assert by_average(6, left, right, score, days, days, 2)[0].tolist() == [0, 0, 0, 3, 3, 3]


def test_no_group_spans_more_days_than_an_incident() -> None:
    days = np.array([0, 2, 4])
    label = by_average(3, np.array([0, 1]), np.array([1, 2]), np.array([5.0, 4.0]), days, days, 2)[0]
    assert label.tolist() == [0, 0, 2]


TOWNS = 150
DEED = {"victims": "man", "n": 1, "place": "Varnholt", "context": "A man was shot dead."}


def pooled(*told: dict[str, object]) -> DataFrame:
    """These claims among the news of other towns, each with names of its own; the rows keep their order."""
    others = [
        {**DEED, "document": f"other {n}", "place": f"Town{n}", "day": "2021-01-01", "published": "2021-01-02",
         "names": f"Man{chr(97 + n % 26)}{chr(97 + n // 26)}",
         "context": f"A man was shot dead at corner {n}; a trial began."}
        for n in range(TOWNS)
    ]  # fmt: skip
    return claims(*({**DEED, "document": f"told {n}", **row} for n, row in enumerate(told)), *others)


def incidents(table: DataFrame, amount: int) -> int:
    """How many incidents the first claims are of."""
    return int(link(table).sort_values("claim")["incident"].iloc[:amount].nunique())


FIRST = {
    "day": "2022-03-01", "published": "2022-03-02", "names": "Tulben Oshar Mikvas Varnholt",
    "context": "A man was shot dead at a bakery.",
}  # fmt: skip
LATER = {"day": "2022-05-20", "published": "2022-05-21", "context": "A trial began over a man shot dead."}
NEXT_DAY = {"published": "2022-03-03", "context": "Neighbours mourn a man shot dead."}


def test_later_news_that_has_the_day_of_the_hearing_is_of_the_incident_whose_names_it_has() -> None:
    assert incidents(pooled(FIRST, FIRST | LATER), 2) == 1
    assert incidents(pooled(FIRST, FIRST | LATER | {"names": "Zintora Kestrel Ember"}), 2) == 2


def test_two_deeds_that_several_documents_told_at_once_stay_two() -> None:
    again = FIRST | LATER | {"context": "A man was shot at the market."}
    assert incidents(pooled(FIRST, FIRST | NEXT_DAY, FIRST | LATER, again), 4) == 2


def test_one_span_of_days_at_one_place_is_told_long_after_as_one_incident() -> None:
    days = {"place": "Zintan, Libya", "event_start": "2022-03-21", "event_end": "2022-03-26"}
    told = claims(
        {**days, "document": "a", "published": "2022-04-05", "n": 300, "quote": "300 men were killed"},
        {
            **days,
            "document": "b",
            "published": "2023-05-12",
            "low": 500,
            "quote": "at least 500 people died there",
        },
    )
    assert link(told)["incident"].nunique() == 1
    other = claims(*({**row, "event_end": end} for row, end in zip(
        told[["document", "published", "place", "event_start", "quote", "low", "high"]].to_dict("records"),
        ("2022-03-26", "2022-04-02"), strict=True)))  # fmt: skip
    assert link(other)["incident"].nunique() == 2


def test_a_year_on_the_day_before_is_the_same_day() -> None:
    blast = {
        "place": "Zintan, Libya",
        "quote": "190 people were killed",
        "n": 190,
        "names": "Hadi Succar Hassan Diab",
    }
    told = claims(
        {**blast, "document": "a", "day": "2020-08-04", "published": "2020-08-07"},
        {**blast, "document": "b", "day": "2020-08-03", "published": "2021-08-03"},
    )
    assert link(told)["incident"].nunique() == 1
