"""Linking: which claims answer the same question, as pure functions over a DataFrame.

``table`` cleans the claims; ``scenes`` groups those of one document; ``incidents`` joins scenes that tell of one
thing; ``questions`` and, for what carries no figure, ``topics`` split an incident into its questions, block by
block on one of the ``engines``; ``increments`` links more claims to those that are linked. ``weights`` says how
much each likeness counts, ``learning`` draws them towards what people decided (``examples``, ``constraints``),
``explain`` and ``suggestions`` put it before people. ``places``, ``words``, ``texts`` and the compiled ``loops``
serve all of them.
"""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

from pandas import DataFrame

from factcheck.linking.constraints import Constraints, constrain
from factcheck.linking.engines import Engine, Local, engine_of
from factcheck.linking.explain import explain
from factcheck.linking.freeing import give_back, undisturbed
from factcheck.linking.incidents.doubts import Doubt, doubts_of
from factcheck.linking.incidents.incidents import find_incidents
from factcheck.linking.incidents.signs import Worded
from factcheck.linking.increments.anew import Anew, link_anew
from factcheck.linking.increments.asking import ask, incidents_of
from factcheck.linking.increments.doubting import Doubted, find_doubts
from factcheck.linking.increments.linking import Linking
from factcheck.linking.increments.more import More, link_more
from factcheck.linking.increments.noted import Noted
from factcheck.linking.increments.packing import grows, may_change, pack, unpack
from factcheck.linking.increments.reading import LinkAnewError, Reader
from factcheck.linking.questions.asked import COLUMNS, find_questions, linked
from factcheck.linking.questions.columns import Counted
from factcheck.linking.questions.neighbours import ONE_INCIDENT, most_told, neighbours, suggest_within
from factcheck.linking.scenes import find_scenes
from factcheck.linking.suggestions import Suggestion, nearly_one, suggest
from factcheck.linking.table import prepare
from factcheck.linking.weights import Weights, complete

__all__ = [
    "COLUMNS",
    "ONE_INCIDENT",
    "Anew",
    "Constraints",
    "Doubt",
    "Doubted",
    "Engine",
    "LinkAnewError",
    "Linking",
    "More",
    "Noted",
    "Reader",
    "Suggestion",
    "ask",
    "constrain",
    "engine_of",
    "explain",
    "find_doubts",
    "grows",
    "incidents_of",
    "link",
    "link_and_doubt",
    "link_anew",
    "link_more",
    "may_change",
    "most_told",
    "nearly_one",
    "neighbours",
    "pack",
    "suggest",
    "suggest_within",
    "unpack",
]


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
    with undisturbed(len(claims)):
        return _link_and_doubt(claims, engine or Local(), weights)


def _link_and_doubt(claims: DataFrame, engine: Engine, weights: Weights | None) -> tuple[DataFrame, list[Doubt]]:
    table = prepare(claims)
    if table.empty:
        return DataFrame(columns=list(COLUMNS)), []
    with ThreadPoolExecutor(1) as beside:  # compiled loops read texts there, while places are looked up here
        worded, counted = beside.submit(Worded.of, table), beside.submit(Counted.of, table)
        scenes, scene_of = find_scenes(table)
        give_back(len(table))
        incidents, doubts = find_incidents(scenes, table, complete(weights), worded.result())
        known = counted.result()
    table["incident"] = incidents[scene_of]
    told = doubts_of(doubts, scenes, table["claim"])
    del scenes, worded, counted
    give_back(len(table))
    return linked(table, find_questions(table, engine, counted=known)), told
