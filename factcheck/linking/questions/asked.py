"""The questions of all incidents: what is plain at sight, and block by block, on an engine, the rest."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from itertools import groupby, pairwise

import numpy as np
import pandas as pd
from numpy.typing import NDArray
from pandas import DataFrame, Series

from factcheck.linking.engines import Engine
from factcheck.linking.loops.wording import numbered_in_turn
from factcheck.linking.questions.columns import Counted
from factcheck.linking.questions.counted import Count, count_of, inherit
from factcheck.linking.questions.described import commonest, how_many_each, incidents
from factcheck.linking.questions.labels import question_label
from factcheck.linking.questions.plain import plain
from factcheck.linking.questions.questions import group_counts, label_of
from factcheck.linking.table import ranks
from factcheck.linking.topics import Topic, group_topics, topic_of
from factcheck.values import NARRATIVE_KINDS

COLUMNS = (
    "claim", "incident", "question", "incident_label", "question_label", "subject", "incident_start",
    "incident_end", "incident_place",
)  # fmt: skip

BLOCK_ROWS = 20_000
"""Claims of a block, about; an incident is never divided."""


def find_questions(
    table: DataFrame, engine: Engine, wanted: NDArray[np.bool_] | None = None, counted: Counted | None = None
) -> DataFrame:
    """Row by row the question's number, its label and its subject: what is plain at sight, and block by block the
    rest.

    ``wanted``: the rows of whole incidents that are asked for, when not all; the others of their documents stand
    beside them. ``counted``: what the rows count, when that was found before.
    """
    found = plain(table, counted)
    wanted = np.ones(len(table), dtype=bool) if wanted is None else wanted
    sure = np.flatnonzero((found.question >= 0) & wanted)
    question, first = numbered_in_turn(found.question[sure])
    labels = how_many_each(table[["kind", "victims", "part_of"]].iloc[sure], question)
    subjects = commonest(question, found.subject[sure], found.subjects)
    parts = [*engine.map(ask, _blocks(table, (found.question < 0) & wanted, found.carried))]
    row = np.concatenate([sure, *(part["row"].to_numpy() for part in parts)]).astype(np.int64)
    order = np.argsort(row)
    asked = np.concatenate([sure[first[question]], *(part["question"].to_numpy() for part in parts)])
    label, subject = (
        Series(pd.concat([Series(own, dtype="str").iloc[question], *(part[name] for part in parts)]).array)
        for name, own in (("question_label", labels), ("subject", subjects))
    )
    return DataFrame({
        "row": row[order], "question": asked[order].astype(np.int64), "question_label": label.array[order],
        "subject": subject.array[order],
    })  # fmt: skip


def linked(table: DataFrame, asked: DataFrame) -> DataFrame:
    """A row a claim in the order of the ids: incidents and questions named by their smallest claim id."""
    rank = ranks(table["claim"])
    table = table[["claim", "incident", "first", "last", "place", "title"]]
    if not (rank[1:] > rank[:-1]).all():
        order = np.argsort(rank)
        table, asked = table.iloc[order], asked.iloc[order]
    claim = table["claim"].array
    number = table["incident"].to_numpy()
    told = incidents(table).iloc[number].reset_index(drop=True)
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
    "recorded", "gist",
)  # fmt: skip
"""What ``ask`` reads of a claim."""


def _blocks(table: DataFrame, open_rows: NDArray[np.bool_], carried: NDArray[np.bool_]) -> Iterator[DataFrame]:
    """The open claims of whole incidents, and beside them, not ``asked``, the others of the same documents where
    those may say whom a claim counts (``carried``)."""
    asked = np.flatnonzero(open_rows)
    if not len(asked):
        return
    incident = table["incident"].to_numpy()[asked]
    size = np.bincount(incident)
    block = ((np.cumsum(size) - size) // BLOCK_ROWS)[incident]
    document = pd.factorize(table["document"])[0]  # by document is the order of the table
    begin = np.searchsorted(document, np.arange(document[-1] + 2))
    order = np.argsort(block, kind="stable")
    ends = np.searchsorted(block[order], np.arange(block.max() + 2)).tolist()
    lean = table[list(_LEAN)]
    for a, b in pairwise(ends):
        if a == b:
            continue
        own = np.sort(asked[order[a:b]])
        held = np.unique(document[own[carried[own]]])
        amount = begin[held + 1] - begin[held]
        rows = np.repeat(begin[held] - (np.cumsum(amount) - amount), amount) + np.arange(amount.sum())
        rows = np.union1d(rows, own)
        wanted = np.isin(rows, own)
        yield lean.iloc[rows].assign(row=rows, asked=wanted).reset_index(drop=True)


def ask(block: DataFrame) -> DataFrame:
    """The questions of the incidents of a block: the part of ``link`` that an engine runs."""
    names = [str(name) for name in block.columns]
    values = zip(*(block[name].tolist() for name in names), strict=True)
    records: list[dict[str, object]] = [dict(zip(names, row, strict=True)) for row in values]
    members: dict[object, list[int]] = defaultdict(list)
    for number, record in enumerate(records):
        if record["asked"]:
            members[record["incident"]].append(number)
    counts = _counts(records)
    out: list[tuple[object, object, str, str]] = []
    for rows in members.values():
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
