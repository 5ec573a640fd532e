"""Linking and comparing what is stored, and storing what came of it under the ids that people know."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from dataclasses import dataclass
from datetime import date, datetime
from functools import cache, partial
from typing import TYPE_CHECKING, Any

import pandas as pd
import pyarrow as pa
from pandas import DataFrame, Series

from factcheck.linking.freeing import undisturbed
from factcheck.models import Incident, Question
from factcheck.pipeline.finding import STEPS, Asked, Found, find
from factcheck.pipeline.identity import POSSIBLE, Kept, keep_ids
from factcheck.pipeline.judging import Marks, judge, marked, settle
from factcheck.pipeline.remembering import Weights, remember
from factcheck.pipeline.suggesting import ask_people, with_near
from factcheck.pipeline.summaries import LinkSummary, Progress, silent
from factcheck.queries import linking as queries
from factcheck.queries import links, runs, verdicts, weights
from factcheck.queries.links import LinkDecision
from factcheck.queries.verdicts import Among
from factcheck.store.derived import IncidentRow, Links, QuestionRow, Verdicts
from factcheck.store.store import Store

if TYPE_CHECKING:
    from factcheck.linking import Engine


def link(
    store: Store, progress: Progress | None = None, engine: str = "local", *, anew: bool = False
) -> LinkSummary:
    """Every claim stands under its question, every question has its verdict; a second time nothing changes.

    Only what is new or changed, and the incidents that it touches, is linked and compared; everything is when
    ``anew``, or when the result would not be the same. What people decided is not touched, and a conflict keeps
    its id when its figures move, its question grows, or its question goes into another.
    """
    from factcheck import linking

    tell = progress or silent
    where = linking.engine_of(engine)
    with store.session() as session:
        said = runs.names_since_comparison(session) + links.links_since_comparison(session)
        said += weights.weights_since_comparison(session)
        used = weights.used(session).weights
        amount = queries.count_claims(session)
    with closing(where), undisturbed(amount):
        found = find(store, Asked(amount, where, used, anew, bool(said)), tell)
        done = _derive(store, found, used, where, tell) if len(found.claims) else _Done()
    summary = _summary(store, found, done)
    if summary.changed or said:  # a run that changed nothing leaves no trace
        run = store.start_run("link")
        store.save_problems(run, [("decisions", alarm) for alarm in done.alarms])
        store.end_run(run, summary.counts())
    tell("storing verdicts", STEPS, STEPS)
    return summary


@dataclass(frozen=True, slots=True)
class _Done:
    """How many stored rows changed, how many conflicts are new or no longer found, what decisions say."""

    changed: int = 0
    new: int = 0
    gone: int = 0
    alarms: Sequence[str] = ()


def _derive(store: Store, found: Found, used: Weights, where: Engine, tell: Progress) -> _Done:
    """The claims stand as found and as people decided, under ids that stay, and are compared."""
    from factcheck import linking

    among = None if found.before is None else Among.of(found.claims)
    with store.session() as session:
        before = verdicts.stored_conflicts(session, among)
        stored = verdicts.stored_verdicts(session, among)
        decided = links.link_decisions(session)
    by_machine = _at_home(found.claims, found.homes)
    constraints = linking.Constraints(_pairs(decided, "same"), _pairs(decided, "different"))
    nearly_one = linking.nearly_one(with_near(by_machine, found.near), found.doubts)
    linked, alarms = linking.constrain(by_machine, constraints, nearly_one)
    linked, questions = _under_kept_ids(store, linked, among)
    tell("comparing positions", 2, STEPS)
    with ThreadPoolExecutor(3) as beside:
        marks = beside.submit(marked, linked).result
        placing = beside.submit(_links, linked, questions, marks, among)
        judging = beside.submit(judge, linked, stored, before, where, marks)  # by other processes
        asking = beside.submit(ask_people, store, found, by_machine, linked, constraints, used)

        @cache
        def derived() -> Verdicts:
            judged = judging.result()
            beside.submit(where.close)  # they take a second to end, and hold memory
            tell("storing verdicts", 3, STEPS)
            return settle(judged, linked, before, questions, among)

        changed = store.apply(
            placing.result(), derived, lambda: asking.result()[0],
            lambda: remember(found, asking.result()[1], used),
        )  # fmt: skip
    now = derived().conflicts
    known = before[before["type"] != POSSIBLE]
    new = {row.id for row in now if row.type != POSSIBLE}.difference(known["id"])
    gone = set(known.loc[known["current"].astype(bool), "id"]).difference(row.id for row in now)
    return _Done(changed, len(new), len(gone), alarms)


def _at_home(claims: DataFrame, homes: DataFrame) -> DataFrame:
    """The claims that were linked, with what was found of them; texts are not copied."""
    place = pd.Index(homes["claim"]).get_indexer(claims["claim"])
    if (place < 0).any():
        claims, place = claims[place >= 0].reset_index(drop=True), place[place >= 0]
    found = {str(name): homes[name].array.take(place) for name in homes.columns if name != "claim"}
    return claims.reset_index(drop=True).assign(**found)


def _pairs(decided: Sequence[LinkDecision], status: str) -> list[tuple[str, str]]:
    return [(d.a, d.b) for d in decided if d.status == status]


def _under_kept_ids(store: Store, linked: DataFrame, among: Among | None) -> tuple[DataFrame, Kept]:
    """The claims under the ids that people know; and where those of questions went."""
    linked = linked.copy(deep=False)
    kept = {}
    for noun, table in (("question", Question), ("incident", Incident)):
        taken = partial(_standing, store, table, among)
        kept[noun] = keep_ids(linked[noun], linked["claim"], linked[f"stored_{noun}"], noun=noun, taken=taken)
        linked[noun] = _renamed(linked[noun], kept[noun].ids)
    return linked, kept["question"]


def _renamed(labels: Series, ids: Mapping[str, str]) -> Series:
    """The id of each label."""
    code, names = pd.factorize(labels)
    return Series(pd.array([ids[name] for name in names.tolist()], dtype="str").take(code), index=labels.index)


def _standing(
    store: Store, table: type[Incident | Question], among: Among | None, ids: Iterable[str]
) -> set[str]:  # fmt: skip
    """Which of these ids others have than the claims that were linked."""
    if among is None:
        return set()
    with store.session() as session:
        return queries.standing(session, table, ids) - {*among.questions, *among.incidents}


_PLACES = (
    "claim", "kind", "question", "question_label", "subject", "stored_question", "incident", "incident_label",
    "incident_start", "incident_end", "incident_place", "stored_incident",
)  # fmt: skip
"""What is stored of where claims stand."""


def _links(linked: DataFrame, questions: Kept, marks: Marks, among: Among | None) -> Links:
    ordered = linked[list(_PLACES)].sort_values("claim")
    mark = marks()
    incidents = [
        IncidentRow(i, label or "", _day(start), _day(end), place, mark[i])
        for i, label, start, end, place in _rows(
            ordered.drop_duplicates("incident"),
            ["incident", "incident_label", "incident_start", "incident_end", "incident_place"],
        )
    ]
    kind_of = _kinds(ordered)
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
    scope = None if among is None else (among.incidents, among.questions)
    return Links(incidents, asked, places, questions.merged, scope)


def _kinds(claims: DataFrame) -> dict[str, str]:
    """The kind of most claims of each question; most questions have one kind only."""
    kinds = claims[["question", "kind"]].drop_duplicates()
    several = kinds.loc[kinds["question"].duplicated(), "question"]
    kind_of = dict(zip(kinds["question"].tolist(), kinds["kind"].tolist(), strict=True))
    told = claims[claims["question"].isin(several)].groupby(["question", "kind"]).size().reset_index(name="n")
    told = told.sort_values(["n", "kind"], ascending=[False, True]).drop_duplicates("question")
    return kind_of | dict(zip(told["question"].tolist(), told["kind"].tolist(), strict=True))


def _summary(store: Store, found: Found, done: _Done) -> LinkSummary:
    with store.session() as session:
        incidents, questions, conflicts, suggestions = queries.derived(session)
    return LinkSummary(
        found.total, incidents, questions, conflicts, done.new, done.gone, done.changed, suggestions,
        tuple(done.alarms), len(found.claims), found.anew,
    )  # fmt: skip


def _rows(frame: DataFrame, columns: list[str]) -> list[tuple[Any, ...]]:
    """The rows as plain values; what is missing is None."""
    return list(zip(*(_plain(frame[name]) for name in columns), strict=True))


def _plain(column: Series) -> list[Any]:
    if isinstance(column.dtype, pd.StringDtype):
        told: list[Any] = pa.array(column, pa.large_string()).to_pylist()
        return told
    return column.astype(object).where(column.notna(), None).tolist()


def _day(moment: pd.Timestamp | date | None) -> date | None:
    return moment.date() if isinstance(moment, datetime) else moment
