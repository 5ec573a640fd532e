"""Which scene with a day of its own a scene of a longer span belongs to."""

from __future__ import annotations

import numpy as np

from factcheck.linking import link
from factcheck.linking.incidents.anchoring import Scored, anchors
from factcheck.linking.incidents.outlines import Outlines
from tests.linking.builder import claims

DAYS = np.array([[10, 10], [20, 20], [8, 22], [8, 22], [8, 30], [8, 22]])
"""Two scenes that say when, and four of longer spans, three of them of one."""


def outlines() -> Outlines:
    no = np.zeros(len(DAYS), dtype=bool)
    return Outlines(np.full(len(DAYS), 40), DAYS[:, 0], DAYS[:, 1], no, no, ~no, no.astype(np.int8))


def scored(*pairs: tuple[int, int, float]) -> Scored:
    left, right, total = zip(*pairs, strict=True)
    return Scored(np.array(left), np.array(right), np.array(total, dtype=float))


def test_each_span_belongs_to_the_scene_that_it_is_most_alike() -> None:
    loose = scored((0, 2, 1.0), (1, 2, 0.5), (1, 3, 2.0), (0, 4, -1.0))
    found = anchors(outlines(), loose, scored((2, 4, 5.0)))
    assert found.tolist() == [-1, -1, 0, 1, -1, -1]  # other spans are no twins


def test_twins_share_the_surest_anchor() -> None:
    loose = scored((0, 2, 1.0), (1, 3, 2.0))
    twins = scored((2, 3, 3.0), (3, 5, 1.5), (2, 5, 0.5))
    assert anchors(outlines(), loose, twins).tolist() == [-1, -1, 1, 1, -1, 1]


def test_two_tolls_that_go_on_from_one_day_are_one_question() -> None:
    year = {"place": "Toledo", "victims": "people", "event_start": "2025-01-01", "kind": "killed"}
    table = claims(
        year | {"n": 27, "document": "a", "published": "2025-07-21", "event_end": "2025-07-21",
                "quote": "27 homicides in the city so far this year", "title": "Shooting in the park"},
        year | {"n": 30, "document": "b", "published": "2025-07-25", "event_end": "2025-07-25",
                "quote": "30 homicides in the city so far this year", "title": "Suspect held"},
    )  # fmt: skip
    linked = link(table)
    assert linked["question"].nunique() == 1
