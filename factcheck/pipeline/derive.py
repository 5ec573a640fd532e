"""Linking and comparing all that is stored, and storing what came of it under the ids that people know."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

import pandas as pd

from factcheck.pipeline.identity import Kept, keep_ids
from factcheck.pipeline.judging import judge, settle
from factcheck.pipeline.summaries import LinkSummary, Progress, silent
from factcheck.queries import derivation, links, runs, weights
from factcheck.queries.links import LinkDecision
from factcheck.store.derived import IncidentRow, Links, QuestionRow, Verdicts
from factcheck.store.store import Store
from factcheck.store.suggestions import SuggestionRow

if TYPE_CHECKING:
    from factcheck.linking import Suggestion

_STORED = ["stored_question", "stored_incident"]
_STEPS = 4


def link(store: Store, progress: Progress | None = None, engine: str = "local") -> LinkSummary:
    """Every claim stands under its question, every question has its verdict; a second time nothing changes.

    What people decided is not touched, and a conflict keeps its id when its figures move, its question grows, or
    its question goes into another.
    """
    from factcheck import linking

    tell = progress or silent
    tell("reading claims", 0, _STEPS)
    with store.session() as session:
        claims = derivation.claims_frame(session)
        before = derivation.stored_conflicts(session)
        stored = derivation.stored_verdicts(session)
        said = runs.names_since_comparison(session) + links.links_since_comparison(session)
        said += weights.weights_since_comparison(session)
        used = weights.used(session).weights
        decided = links.link_decisions(session)
    tell("linking claims", 1, _STEPS)
    if claims.empty:
        return LinkSummary(0, 0, 0, 0, 0, 0, 0)
    where = linking.engine_of(engine)
    homes, doubts = linking.link_and_doubt(claims.drop(columns=_STORED), where, used)
    found_by_machine = claims.merge(homes, on="claim", how="inner")
    constraints = linking.Constraints(_pairs(decided, "same"), _pairs(decided, "different"))
    nearly_one = linking.nearly_one(found_by_machine, doubts)
    linked, alarms = linking.constrain(found_by_machine, constraints, nearly_one)
    suggested = linking.suggest(found_by_machine, linked, doubts, constraints, used)
    suggested += linking.suggest_within(linked, constraints)
    questions = keep_ids(linked["question"], linked["claim"], linked["stored_question"], noun="question")
    incidents = keep_ids(linked["incident"], linked["claim"], linked["stored_incident"], noun="incident")
    linked["question"] = linked["question"].map(questions.ids)
    linked["incident"] = linked["incident"].map(incidents.ids)
    tell("comparing positions", 2, _STEPS)
    judged = judge(linked, stored, before, where)
    tell("storing verdicts", 3, _STEPS)
    found = _links(linked, questions, judged.fingerprints)
    derived = settle(judged, linked, before, questions)
    changed = store.apply(found, derived, [_suggestion_row(s) for s in suggested])
    summary = _summary(len(claims), found, derived, before, changed)
    summary = replace(summary, suggestions=len(suggested))
    if summary.changed or said:  # a run that changed nothing leaves no trace
        run = store.start_run("link")
        store.save_problems(run, [("decisions", alarm) for alarm in alarms])
        store.end_run(run, summary.counts())
    tell("storing verdicts", _STEPS, _STEPS)
    return replace(summary, alarms=tuple(alarms))


def _pairs(decided: Sequence[LinkDecision], status: str) -> list[tuple[str, str]]:
    return [(d.a, d.b) for d in decided if d.status == status]


def _suggestion_row(one: Suggestion) -> SuggestionRow:
    reasons = [[r.feature, r.text, r.value] for r in one.score.reasons]
    return SuggestionRow(one.a, one.b, round(one.score.value, 4), reasons)


def _links(linked: pd.DataFrame, questions: Kept, fingerprints: Mapping[str, str]) -> Links:
    ordered = linked.sort_values("claim")
    incidents = [
        IncidentRow(i, label or "", _day(start), _day(end), place, fingerprints[i])
        for i, label, start, end, place in _rows(
            ordered.drop_duplicates("incident"),
            ["incident", "incident_label", "incident_start", "incident_end", "incident_place"],
        )
    ]
    kinds = ordered.groupby(["question", "kind"]).size().reset_index(name="n")
    kinds = kinds.sort_values(["n", "kind"], ascending=[False, True]).drop_duplicates("question")
    kind_of = dict(zip(kinds["question"], kinds["kind"], strict=True))
    asked = [
        QuestionRow(q, i, kind_of[q], label or "", subject)
        for q, i, label, subject in _rows(
            ordered.drop_duplicates("question"), ["question", "incident", "question_label", "subject"]
        )
    ]
    moved = ordered[
        (ordered["question"] != ordered["stored_question"]) | (ordered["incident"] != ordered["stored_incident"])
    ]
    places = [(c, q, i) for c, q, i in _rows(moved, ["claim", "question", "incident"])]
    return Links(incidents, asked, places, questions.merged)


def _summary(claims: int, links: Links, derived: Verdicts, before: pd.DataFrame, changed: int) -> LinkSummary:
    known = set(before["id"])
    now = {row.id for row in derived.conflicts}
    gone = set(before.loc[before["current"].astype(bool), "id"]) - now
    return LinkSummary(
        claims, len(links.incidents), len(links.questions), len(now), len(now - known), len(gone), changed
    )


def _rows(frame: pd.DataFrame, columns: list[str]) -> list[tuple[Any, ...]]:
    """The rows as plain values; what is missing is None."""
    plain = [frame[name].astype(object).where(frame[name].notna(), None).tolist() for name in columns]
    return list(zip(*plain, strict=True))


def _day(moment: pd.Timestamp | date | None) -> date | None:
    return moment.date() if isinstance(moment, datetime) else moment
