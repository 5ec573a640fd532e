"""Linking: which claims answer the same question, as pure functions over a DataFrame.

``table`` cleans the claims; ``scenes`` groups those of one document; ``blocking``, ``features`` and ``clustering``
join scenes to incidents (``incidents``); ``questions`` and ``topics`` split an incident into its questions, block
by block, on one of the ``engines``.
"""

from __future__ import annotations

from collections import defaultdict
from itertools import groupby, pairwise

import numpy as np
import pandas as pd
from numpy.typing import NDArray
from pandas import DataFrame, Series

from factcheck.linking.constraints import Constraints, constrain
from factcheck.linking.counted import Count, count_of, inherit
from factcheck.linking.denials import Topic
from factcheck.linking.described import commonest, how_many_each
from factcheck.linking.described import incidents as incidents_in_words
from factcheck.linking.doubts import Doubt, doubts_of
from factcheck.linking.engines import Engine, Local, engine_of
from factcheck.linking.explain import explain
from factcheck.linking.incidents import find_incidents
from factcheck.linking.labels import question_label
from factcheck.linking.neighbours import suggest_within
from factcheck.linking.plain import plain
from factcheck.linking.questions import group_counts, label_of
from factcheck.linking.scenes import find_scenes
from factcheck.linking.suggestions import Suggestion, nearly_one, suggest
from factcheck.linking.table import prepare, ranks
from factcheck.linking.topics import group_topics, topic_of
from factcheck.linking.weights import Weights, shipped
from factcheck.values import NARRATIVE_KINDS

COLUMNS = (
    "claim", "incident", "question", "incident_label", "question_label", "subject", "incident_start",
    "incident_end", "incident_place",
)  # fmt: skip

__all__ = [
    "COLUMNS",
    "Constraints",
    "Doubt",
    "Engine",
    "Suggestion",
    "constrain",
    "engine_of",
    "explain",
    "link",
    "link_and_doubt",
    "nearly_one",
    "suggest",
    "suggest_within",
]


BLOCK_ROWS = 20_000
"""Claims of a block, about; an incident is never divided."""


def link(claims: DataFrame, engine: Engine | None = None, weights: Weights | None = None) -> DataFrame:
    """What ``link_and_doubt`` links."""
    return link_and_doubt(claims, engine, weights)[0]


def link_and_doubt(
    claims: DataFrame, engine: Engine | None = None, weights: Weights | None = None
) -> tuple[DataFrame, list[Doubt]]:
    """Each claim's incident and question, labelled; a row a claim, in the order of the claim ids.

    The labels are made from content (the smallest claim id of the cluster), so that the same claims get the same
    labels in whatever order they come, and on whatever engine. ``weights``: of the features of two scenes,
    when not as shipped. Beside them the doubts: pairs of incidents that are nearly one, for ``suggest``.
    """
    table = prepare(claims)
    scenes, scene_of = find_scenes(table)
    incidents, doubts = find_incidents(scenes, table, weights or shipped())
    table["incident"] = incidents[scene_of]
    told = doubts_of(doubts, scenes, table["claim"])
    if table.empty:
        return DataFrame(columns=list(COLUMNS)), told
    return _linked(table, _asked(table, engine or Local())), told


def _asked(table: DataFrame, engine: Engine) -> DataFrame:
    """Row by row the question's number, its label and its subject: what is plain at sight, and block by block the
    rest."""
    found = plain(table)
    sure = np.flatnonzero(found.question >= 0)
    question = np.unique(found.question[sure], return_inverse=True)[1]
    labels = Series(how_many_each(table.iloc[sure], question), dtype="str")
    subjects = Series(commonest(question, found.subject[sure], found.subjects), dtype="str")
    settled = DataFrame({
        "row": sure, "question": sure[np.unique(question, return_index=True)[1]][question] if len(sure) else sure,
        "question_label": labels.array[question], "subject": subjects.array[question],
    })  # fmt: skip
    parts = [settled, *engine.map(ask, _blocks(table, found.question < 0))]
    return pd.concat([part for part in parts if len(part)], ignore_index=True).sort_values("row")


def _linked(table: DataFrame, asked: DataFrame) -> DataFrame:
    """A row a claim in the order of the ids: incidents and questions named by their smallest claim id."""
    rank = ranks(table["claim"])
    order = np.argsort(rank)
    table, asked = table.iloc[order], asked.iloc[order]
    claim = table["claim"].array
    number = table["incident"].to_numpy()
    told = incidents_in_words(table).iloc[number].reset_index(drop=True)
    columns = {
        "claim": claim, "incident": claim[_first_of(number)], "question": claim[_first_of(asked["question"])],
        "question_label": asked["question_label"].array, "subject": asked["subject"].array,
    }  # fmt: skip
    return DataFrame({**columns, **{name: told[name] for name in told.columns}})[list(COLUMNS)]


def _first_of(number: NDArray[np.int64] | Series) -> NDArray[np.int64]:
    """For each row the first row with its number."""
    values = np.asarray(number)
    first = np.empty(int(values.max(initial=-1)) + 1, dtype=np.int64)
    first[values[::-1]] = np.arange(len(values))[::-1]
    return np.asarray(first[values])


_LEAN = (
    "incident", "document", "start", "kind", "low", "high", "first", "last", "quote", "context", "victims",
    "target", "claimant", "source", "stance", "place", "side", "role", "part_of",
)  # fmt: skip
"""What ``ask`` reads of a claim."""


def _blocks(table: DataFrame, open_rows: NDArray[np.bool_]) -> list[DataFrame]:
    """The open claims of whole incidents, and beside them, not ``asked``, the others of the same documents."""
    asked = np.flatnonzero(open_rows)
    if not len(asked):
        return []
    incident = table["incident"].to_numpy()[asked]
    size = np.bincount(incident)
    block = ((np.cumsum(size) - size) // BLOCK_ROWS)[incident]
    document = pd.factorize(table["document"])[0]  # by document is the order of the table
    begin = np.searchsorted(document, np.arange(document[-1] + 2))
    order = np.argsort(block, kind="stable")
    ends = np.searchsorted(block[order], np.arange(block.max() + 2)).tolist()
    lean = table[list(_LEAN)]
    found = []
    for a, b in pairwise(ends):
        if a == b:
            continue
        held = np.unique(document[asked[order[a:b]]])
        amount = begin[held + 1] - begin[held]
        rows = np.repeat(begin[held] - (np.cumsum(amount) - amount), amount) + np.arange(amount.sum())
        wanted = np.isin(rows, asked[order[a:b]])
        found.append(lean.iloc[rows].assign(row=rows, asked=wanted).reset_index(drop=True))
    return found


def ask(block: DataFrame) -> DataFrame:
    """The questions of the incidents of a block: the part of ``link`` that an engine runs."""
    names = [str(name) for name in block.columns]
    values = zip(*(block[name].tolist() for name in names), strict=True)
    records: list[dict[str, object]] = [dict(zip(names, row, strict=True)) for row in values]
    incidents: dict[object, list[int]] = defaultdict(list)
    for number, record in enumerate(records):
        if record["asked"]:
            incidents[record["incident"]].append(number)
    counts = _counts(records)
    out: list[tuple[object, object, str, str]] = []
    for rows in incidents.values():
        for group, subject in _questions(rows, records, counts):
            label = question_label([records[r] for r in group])
            first = records[min(group)]["row"]
            out.extend((records[r]["row"], first, label, subject) for r in group)
    return DataFrame(out, columns=["row", "question", "question_label", "subject"])


def _counts(records: list[dict[str, object]]) -> dict[int, Count]:
    """Row -> its count, subjects carried on within each document."""
    made = [count_of(r, record) for r, record in enumerate(records) if record["kind"] not in NARRATIVE_KINDS]
    return {c.row: c for _, group in groupby(made, key=lambda c: c.document) for c in inherit(list(group))}


def _questions(
    rows: list[int], records: list[dict[str, object]], all_counts: dict[int, Count]
) -> list[tuple[list[int], str]]:
    """The rows of each question of one incident, and its subject in words."""
    counts: dict[str, list[Count]] = defaultdict(list)
    topics: list[Topic] = []
    answerable: list[Topic] = []
    for r in rows:
        kind = str(records[r]["kind"])
        if kind in NARRATIVE_KINDS:
            topics.append(topic_of(r, records[r]))
        else:
            counts[kind].append(all_counts[r])
    if any(t.kind == "denial" for t in topics):
        answerable = [topic_of(c.row, records[c.row], c) for group in counts.values() for c in group]
        answerable.sort(key=lambda t: t.row)
    found = [(g, label_of(g)) for kind in sorted(counts) for g in group_counts(counts[kind])]
    groups, answers = group_topics(topics, answerable)
    out = [([c.row for c in g], label) for g, label in found]
    for denial, count in answers.items():
        next(members for members, _ in out if count in members).append(denial)
    out.extend(([t.row for t in g], _topic_label(g, records)) for g in groups)
    return out


def _topic_label(group: list[Topic], records: list[dict[str, object]]) -> str:
    record = records[group[0].row]
    return str(record["victims"] or record["target"] or record["quote"])[:120]
