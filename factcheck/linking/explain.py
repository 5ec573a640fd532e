"""Why two claims were linked, or were not: the features of their scenes and of what they count, in words."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
from pandas import DataFrame

from factcheck.linking.incidents.features import features, say
from factcheck.linking.incidents.signs import signs_of
from factcheck.linking.likeness import in_words
from factcheck.linking.questions.counted import count_of, counted_by
from factcheck.linking.questions.unlike import told_of
from factcheck.linking.scenes import find_scenes
from factcheck.linking.table import prepare
from factcheck.linking.topics import topic_of
from factcheck.linking.topics.likeness import in_words as topics_in_words
from factcheck.linking.weights import Weights, complete
from factcheck.values import NARRATIVE_KINDS, Reason, Score


def explain(claims: DataFrame, a: str, b: str, weights: Weights | None = None) -> Score:
    """How sure it is that two claims are about one incident (0 to 1), with every feature that counted, weightiest
    first, and behind them whether they count the same thing, and how often such counts answer one question.

    ``claims`` is what ``link`` takes; rare words and days are rare among all of them. Raises KeyError for an
    unknown claim id.
    """
    table = prepare(claims)
    row = {claim: number for number, claim in enumerate(table["claim"])}
    scenes, scene_of = find_scenes(table)
    left, right = scene_of[row[a]], scene_of[row[b]]
    records = [{str(k): v for k, v in table.iloc[row[claim]].to_dict().items()} for claim in (a, b)]
    same = (*same_thing(records[0], records[1]), *_likeness(records[0], records[1]))
    if left == right:
        return Score(1.0, (Reason("one_text", "one document tells of both, same days and place", 1.0), *same))
    found = features(scenes, signs_of(scenes, table), np.array([left]), np.array([right]))
    score = say({str(name): float(value) for name, value in found.iloc[0].to_dict().items()}, complete(weights))
    return Score(score.value, score.reasons + same)


def _likeness(a: dict[str, object], b: dict[str, object]) -> tuple[Reason, ...]:
    """How often claims like these answer one question: it joins charges, states and denials, and may part counts
    that came as records (``unlike``)."""
    if a["kind"] in NARRATIVE_KINDS and b["kind"] in NARRATIVE_KINDS:
        told = topics_in_words(topic_of(0, a), topic_of(1, b))
        return (Reason("likeness", told),) if told else ()
    if a["kind"] != b["kind"] or a["kind"] in NARRATIVE_KINDS or not (a["recorded"] and b["recorded"]):
        return ()
    x, y = (told_of(count_of(0, record)) for record in (a, b))
    return (Reason("likeness", in_words(x, y)),)


def same_thing(a: Mapping[str, object], b: Mapping[str, object]) -> tuple[Reason, ...]:
    """Kind, side, role and measure of two rows of the prepared table: the same, or what differs (value 0)."""
    if a["kind"] != b["kind"]:
        return (Reason("kind", f"{a['kind']} and {b['kind']} are two questions", 0.0),)
    if a["kind"] in NARRATIVE_KINDS:
        return (Reason("kind", f"both are claims of {a['kind']}", 1.0),)
    x, y = counted_by(a), counted_by(b)
    parts = (("side", x.side, y.side), ("role", x.role, y.role), ("measure", x.measure, y.measure))
    reasons = [Reason("kind", f"both count {a['kind']}", 1.0)]
    for name, one, other in parts:
        if one and other:
            text = f"{name}: both {one}" if one == other else f"{name}: {one} and {other}"
            reasons.append(Reason(name, text, float(one == other)))
    return tuple(reasons)
