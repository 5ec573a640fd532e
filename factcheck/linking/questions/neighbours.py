"""Neighbours: two questions of one incident and one kind that may be one, for a person to say so."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from pandas import DataFrame, factorize
from rapidfuzz import fuzz

from factcheck.linking.constraints import Constraints, Pair
from factcheck.linking.questions.counted import counted_by, with_counted
from factcheck.linking.suggestions import Record, Suggestion, by_claim, comparable
from factcheck.linking.table import prepare
from factcheck.linking.texts import among
from factcheck.values import NARRATIVE_KINDS, Reason, Score

ONE_INCIDENT = "one_incident"
"""The reason that tells such a suggestion from one of two incidents."""

OF_A_QUESTION = 8
"""Claims of a question that are looked at."""

MOST_ASKED = 500
"""Pairs of questions that are looked at, those with most documents first."""

NEIGHBOURS = ("incident", "main", "question", "documents")

SHARE = 0.5
"""The share of such pairs that are one question: 8 of 13 on the marked reports (``python -m bench.weights``)."""

ALIKE = 70
"""Things are counted by their nouns, which must be so alike (token set ratio): camps are no rifles.

Without it 7 of 18 pairs of the marked reports were right.
"""

THINGS = frozenset({"seized", "destroyed"})


def neighbours(decided: DataFrame) -> DataFrame:
    """Of each incident and kind the question of most documents (``main``) with each other one (``question``) that
    shares no document with it, and the other's number of ``documents``.

    ``decided``: the claims with what ``constrain`` gives.
    """
    columns = ["incident", "kind", "question", "document"]
    told = decided.loc[~decided["kind"].isin(NARRATIVE_KINDS), columns]
    codes, names = {}, {}
    for name in columns:  # numbers in the order of the texts are counted and joined five times as fast
        codes[name], names[name] = factorize(told[name], sort=name != "document")
    told = DataFrame(codes).drop_duplicates()
    size = told.groupby(["incident", "kind", "question"], sort=True).size().rename("documents").reset_index()
    size = size.sort_values(["incident", "kind", "documents", "question"], ascending=[True, True, False, True])
    first = ~size.duplicated(["incident", "kind"])
    main = size[first].set_index(["incident", "kind"])["question"].rename("main")
    others = size[~first].join(main, on=["incident", "kind"])
    both = told.merge(others[["question", "main"]], on="question")[["question", "main", "document"]]
    mains = told.loc[told["question"].isin(others["main"].unique()), ["question", "document"]]
    shared = both.merge(mains.rename(columns={"question": "main"}), on=["main", "document"])["question"]
    found = others.loc[~others["question"].isin(shared.unique()), list(NEIGHBOURS)].reset_index(drop=True)
    in_words = {"incident": "incident", "main": "question", "question": "question"}
    return found.assign(**{name: names[sort].take(found[name].to_numpy()) for name, sort in in_words.items()})


def most_told(pairs: DataFrame) -> list[Pair]:
    """Those of the ``neighbours`` that are looked at: with most documents."""
    likely = pairs[pairs["documents"] >= pairs["documents"].nlargest(MOST_ASKED).min()] if len(pairs) else pairs
    kept = likely.sort_values(["documents", "main", "question"], ascending=[False, True, True]).head(MOST_ASKED)
    return list(zip(kept["main"].tolist(), kept["question"].tolist(), strict=True))


def suggest_within(
    decided: DataFrame, constraints: Constraints, pairs: Sequence[Pair] | None = None
) -> list[Suggestion]:
    """Two claims of two questions that may be one, the likeliest first.

    They are of one incident and one kind, the one question is that of most documents, no document tells both, and
    neither counts in a way of its own (single persons, parts, bodies in a morgue). ``decided``: the claims with
    what ``constrain`` gives; ``pairs``: of questions, when not all of them are among these. What somebody decided
    on already is left out.
    """
    pairs = most_told(neighbours(decided)) if pairs is None else pairs
    wanted = {question for pair in pairs for question in pair}
    members = _members(decided[among(decided["question"], wanted)])
    said = *constraints.same, *constraints.different
    home = by_claim(decided, "question", {claim for pair in said for claim in pair})
    closed = {frozenset((home.get(a), home.get(b))) for a, b in said}
    found = (_best(members[a], members[b]) for a, b in pairs if frozenset((a, b)) not in closed)
    return sorted((s for s in found if s is not None), key=lambda s: (-s.score.value, s.a, s.b))


def _members(claims: DataFrame) -> dict[str, list[Record]]:
    """The first claims of each question."""
    ordered = claims.sort_values(["question", "document", "start", "claim"], kind="stable")
    first = ordered.groupby("question", sort=False).head(OF_A_QUESTION)
    home = dict(zip(first["claim"].tolist(), first["question"].tolist(), strict=True))
    members: dict[str, list[Record]] = defaultdict(list)
    for record in prepare(first).to_dict("records"):
        members[home[record["claim"]]].append(with_counted({str(k): v for k, v in record.items()}))
    return members


def _best(one: Sequence[Record], other: Sequence[Record]) -> Suggestion | None:
    """The first two that have most in common in what they count."""
    fits = [
        ((len(reasons), _likeness(a, b)), (str(a["claim"]), str(b["claim"])), reasons)
        for a in filter(_is_plain, one)
        for b in filter(_is_plain, other)
        if (reasons := comparable(a, b)) is not None and (a["kind"] not in THINGS or _likeness(a, b) >= ALIKE)
    ]
    if not fits:
        return None
    _, pair, reasons = max(fits, key=lambda fit: fit[0])
    grounds = Reason(ONE_INCIDENT, "one incident"), Reason("apart", "no document tells both")
    return Suggestion(min(pair), max(pair), Score(SHARE, (*grounds, *reasons)))


def _is_plain(record: Record) -> bool:
    subject = counted_by(record)
    return not (subject.single or subject.measure)


def _likeness(a: Record, b: Record) -> float:
    return fuzz.token_set_ratio(str(a["victims"]).casefold(), str(b["victims"]).casefold())
