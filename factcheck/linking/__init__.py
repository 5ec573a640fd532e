"""Linking: which claims answer the same question, as pure functions over a DataFrame.

``table`` cleans the claims; ``scenes`` groups those of one document; ``blocking``, ``features`` and ``clustering``
join scenes to incidents (``incidents``); ``questions`` and ``topics`` split an incident into its questions, block
by block, on one of the ``engines``.
"""

from __future__ import annotations

from collections import defaultdict
from datetime import date, timedelta
from itertools import groupby
from typing import cast

import numpy as np
import pandas as pd
from pandas import DataFrame

from factcheck.linking.constraints import Constraints, constrain
from factcheck.linking.counted import Count, count_of, inherit
from factcheck.linking.denials import Topic
from factcheck.linking.doubts import Doubt, doubts_of
from factcheck.linking.engines import Engine, Local, engine_of
from factcheck.linking.explain import explain
from factcheck.linking.incidents import find_incidents
from factcheck.linking.labels import question_label
from factcheck.linking.places import is_wide
from factcheck.linking.questions import group_counts, label_of
from factcheck.linking.scenes import find_scenes
from factcheck.linking.suggestions import Suggestion, nearly_one, suggest
from factcheck.linking.table import UNKNOWN, prepare
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
    parts = list((engine or Local()).map(ask, _blocks(table))) or [DataFrame(columns=list(COLUMNS))]
    linked = pd.concat(parts, ignore_index=True)
    told = doubts_of(doubts, scenes, table["claim"])
    return linked.sort_values("claim", kind="stable").reset_index(drop=True), told


def _blocks(table: DataFrame) -> list[DataFrame]:
    """The claims of whole incidents, and beside them, not ``asked``, the others of the same documents."""
    if table.empty:
        return []
    incident = table["incident"].to_numpy()
    size = np.bincount(incident)
    block = ((np.cumsum(size) - size) // BLOCK_ROWS)[incident]
    document = table["document"].ne(table["document"].shift()).cumsum().to_numpy()
    needed = DataFrame({"block": block, "document": document}).drop_duplicates().sort_values(["block", "document"])
    begin = np.searchsorted(document, np.arange(document[-1] + 2))
    found = []
    for number, told in needed.groupby("block")["document"]:
        rows = np.concatenate([np.arange(begin[d], begin[d + 1]) for d in told.tolist()])
        found.append(table.iloc[rows].assign(asked=block[rows] == number).reset_index(drop=True))
    return found


def ask(block: DataFrame) -> DataFrame:
    """The questions of the incidents of a block: the part of ``link`` that an engine runs."""
    incidents: dict[int, list[int]] = defaultdict(list)
    for row, (incident, asked) in enumerate(zip(block["incident"].tolist(), block["asked"].tolist(), strict=True)):
        if asked:
            incidents[incident].append(row)
    records = cast("list[dict[str, object]]", block.to_dict("records"))
    counts = _counts(records)
    out: list[dict[str, object]] = []
    for rows in incidents.values():
        out.extend(_incident_rows(rows, records, counts))
    return DataFrame(out, columns=list(COLUMNS))


def _counts(records: list[dict[str, object]]) -> dict[int, Count]:
    """Row -> its count, subjects carried on within each document."""
    made = [count_of(r, record) for r, record in enumerate(records) if record["kind"] not in NARRATIVE_KINDS]
    return {c.row: c for _, group in groupby(made, key=lambda c: c.document) for c in inherit(list(group))}


def _incident_rows(
    rows: list[int], records: list[dict[str, object]], all_counts: dict[int, Count]
) -> list[dict[str, object]]:
    members = [records[r] for r in rows]
    first, last = _interval(members)
    place = _place(members)
    shared = {
        "incident": min(str(m["claim"]) for m in members),
        "incident_start": first, "incident_end": last, "incident_place": place,
        "incident_label": ", ".join(filter(None, (place, _days(first, last)))) or str(members[0]["title"])[:80],
    }  # fmt: skip
    out: list[dict[str, object]] = []
    for group, subject in _questions(rows, records, all_counts):
        question = min(str(records[r]["claim"]) for r in group)
        label = question_label([records[r] for r in group])
        out.extend(
            {
                "claim": records[r]["claim"],
                "question": question,
                "question_label": label,
                "subject": subject,
                **shared,
            }
            for r in group
        )
    return out


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


def _interval(members: list[dict[str, object]]) -> tuple[date | None, date | None]:
    """The incident's days: those that most of its claims with the narrowest date give."""
    spans: dict[tuple[int, int], int] = defaultdict(int)
    for m in members:
        if m["first"] != UNKNOWN:
            spans[int(m["first"]), int(m["last"])] += 1  # type: ignore[call-overload]
    if not spans:
        return None, None
    first, last = min(spans, key=lambda s: (s[1] - s[0] > 4, -spans[s], s[1] - s[0], s))
    return _date(first), _date(last)


def _date(day: int) -> date:
    return date(1970, 1, 1) + timedelta(days=day)


def _place(members: list[dict[str, object]]) -> str | None:
    places: dict[str, int] = defaultdict(int)
    for m in members:
        if m["place"]:
            places[str(m["place"])] += 1
    return min(places, key=lambda p: (is_wide(p), -places[p], p)) if places else None


def _days(first: date | None, last: date | None) -> str:
    if first is None or last is None:
        return ""
    return f"{first:%-d %B %Y}" if first == last else f"{first:%-d %B} to {last:%-d %B %Y}"
