"""Examples to learn from: pairs of claims that people decided on, and claims whose incidents somebody marked."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from pandas import DataFrame

from factcheck.linking import link
from factcheck.linking.constraints import Constraints, Pair
from factcheck.linking.incidents import blocking
from factcheck.linking.incidents.features import features
from factcheck.linking.incidents.signs import signs_of
from factcheck.linking.learning import Examples
from factcheck.linking.scenes import Scenes, find_scenes
from factcheck.linking.suggestions import Record, comparable
from factcheck.linking.table import prepare

Ints = NDArray[np.int64]

UNKNOWN_CLAIM = "on claims that are not stored"
ONE_TEXT = "on claims of one document"
SAID_BEFORE = "on two reports of which another decision says whether they are of one incident"
OTHER_QUESTION = "“different” on claims that are two questions of one incident anyway"


@dataclass(frozen=True, slots=True)
class Told:
    """Examples, and how many decisions say nothing of incidents, by reason."""

    examples: Examples
    passed_over: Mapping[str, int]


def from_decisions(claims: DataFrame, constraints: Constraints) -> Told:
    """The pairs of scenes of which people decided, as linking sees them among all claims.

    Claims that are the same are of one incident. Claims that are different are of two, when nothing else tells
    them apart: what is or would be two questions in one incident says nothing of it. ``claims`` is what ``link``
    takes; it is linked as shipped, without the decisions, to see what they say that linking would not.
    """
    table = prepare(claims)
    scenes, scene_of = find_scenes(table)
    row = {str(claim): number for number, claim in enumerate(table["claim"])}
    decided = [(pair, True) for pair in constraints.same] + [(pair, False) for pair in constraints.different]
    wanted = sorted({row[claim] for pair, _ in decided for claim in pair if claim in row})
    records: dict[str, Record] = {
        str(r["claim"]): {str(k): v for k, v in r.items()} for r in table.iloc[wanted].to_dict("records")
    }
    homes = _homes(claims) if decided else {}
    passed: Counter[str] = Counter()
    kept: dict[tuple[int, int], bool] = {}  # by the numbers of two scenes; "same" comes first
    for pair, same in decided:
        why = _says_nothing(pair, same, records, homes)
        if why is None:
            left, right = sorted(int(scene_of[row[claim]]) for claim in pair)
            if (left, right) in kept:
                why = SAID_BEFORE
            else:
                kept[left, right] = same
        if why is not None:
            passed[why] += 1
    ends = np.array(list(kept), dtype=np.int64).reshape(-1, 2)
    same_incident = np.array(list(kept.values()), dtype=bool)
    return Told(_examples(scenes, table, ends[:, 0], ends[:, 1], same_incident), dict(passed))


def _homes(claims: DataFrame) -> dict[str, tuple[str, str]]:
    """Claim -> its incident and its question, as linking finds them."""
    linked = link(claims)
    homes = zip(linked["incident"].map(str), linked["question"].map(str), strict=True)
    return dict(zip(linked["claim"].map(str), homes, strict=True))


def _says_nothing(
    pair: Pair, same: bool, records: Mapping[str, Record], homes: Mapping[str, tuple[str, str]]
) -> str | None:
    if not all(claim in records for claim in pair):
        return UNKNOWN_CLAIM
    a, b = (records[claim] for claim in pair)
    if a["document"] == b["document"]:
        return ONE_TEXT
    if same:
        return None
    (incident, question), (other_incident, other_question) = (homes[claim] for claim in pair)
    apart = incident == other_incident and question != other_question
    return OTHER_QUESTION if apart or comparable(a, b) is None else None


def from_marked(claims: DataFrame, incident: Sequence[str | None]) -> Examples:
    """The pairs of scenes of two documents that linking looks at, where somebody marked the claims' incidents.

    ``claims`` is what ``link`` takes; ``incident`` the mark of each row, None where there is none. A scene has the
    mark that most of its claims have.
    """
    table = prepare(claims)
    mark_of = dict(zip(claims["claim"].astype(str), incident, strict=True))
    scenes, _ = find_scenes(table)
    if not len(scenes):
        return Examples(DataFrame(), np.zeros(0, dtype=bool), [], [])
    ids = table["claim"].to_numpy(object)
    marks = [_mark(scenes, n, ids, mark_of) for n in range(len(scenes))]
    left, right = blocking.pairs(scenes, blocking.split(scenes, table, signs_of(scenes, table)))
    known = np.array([mark is not None for mark in marks])
    kept = known[left] & known[right] & (scenes.document[left] != scenes.document[right])
    left, right = left[kept], right[kept]
    same = np.array([marks[a] == marks[b] for a, b in zip(left.tolist(), right.tolist(), strict=True)], dtype=bool)
    return _examples(scenes, table, left, right, same)


def _mark(scenes: Scenes, scene: int, ids: NDArray[np.object_], mark_of: Mapping[str, str | None]) -> str | None:
    rows = scenes.rows[scenes.begin[scene] : scenes.begin[scene + 1]]
    marks = Counter(mark for mark in (mark_of[str(claim)] for claim in ids[rows]) if mark)
    return min(marks, key=lambda mark: (-marks[mark], mark)) if marks else None


def _examples(scenes: Scenes, table: DataFrame, left: Ints, right: Ints, same: NDArray[np.bool_]) -> Examples:
    """Pairs of scenes under the ids of the first claims of both."""
    if not len(left):
        return Examples(DataFrame(), same, [], [])
    first = scenes.rows[scenes.begin[:-1]]
    claim, document = (table[name].to_numpy(object)[first] for name in ("claim", "document"))
    pairs = list(zip(left.tolist(), right.tolist(), strict=True))
    return Examples(
        features(scenes, signs_of(scenes, table), left, right),
        same,
        [":".join(sorted((claim[a], claim[b]))) for a, b in pairs],
        [(str(document[a]), str(document[b])) for a, b in pairs],
    )
