"""Why two stored claims stand under one question, or do not."""

from __future__ import annotations

from dataclasses import dataclass

from factcheck.queries import conflicts, derivation, links, weights
from factcheck.store.store import Store
from factcheck.values import Score

SURE, LIKELY, PERHAPS = 0.9, 0.5, 0.12
"""Probabilities from which two claims are surely, likely or perhaps of one incident.

Linking joins from ``LIKELY`` (its level ``CERTAIN``) and suggests from ``PERHAPS`` (its level ``SUGGEST``).
"""


@dataclass(frozen=True, slots=True)
class Why:
    """How two claims stand to each other: their links as stored, the score with its reasons, and people's word."""

    same_incident: bool
    same_question: bool
    score: Score
    decided: str | None = None  # same, different
    by: str | None = None
    weights: str = "as shipped"  # those that the score was made with
    doubt: str = ""  # why the two are only a possible conflict

    def sentence(self) -> str:
        """'Linked: both answer one question. One incident: surely (0.97).'"""
        if self.same_question:
            found = "Linked: both answer one question."
        elif self.same_incident:
            found = "Not linked: one incident, but two questions."
        else:
            found = "Not linked: two incidents."
        word = f" {self.by} decided that they are {spoken(self.decided)}." if self.decided else ""
        doubt = f" {self.doubt}" if self.doubt else ""
        return f"{found} By what they tell, one incident: {self.level()} ({self.score.value:.2f}).{word}{doubt}"

    def level(self) -> str:
        """'surely', 'likely', 'perhaps' or 'hardly'."""
        return level(self.score.value)


def spoken(status: str) -> str:
    """What two claims were decided to be, to stand behind 'they are'."""
    return "the same" if status == "same" else status


def level(probability: float) -> str:
    """How likely it is that two claims are of one incident, in a word."""
    named = ((SURE, "surely"), (LIKELY, "likely"), (PERHAPS, "perhaps"))
    return next((word for least, word in named if probability >= least), "hardly")


def why(store: Store, a: str, b: str) -> Why:
    """How two stored claims stand to each other; rare words are rare among all claims, so all are read."""
    from factcheck import linking

    with store.session() as session:
        claims = derivation.claims_frame(session)
        said = links.link_decision(session, a, b)
        used = weights.used(session)
        doubt = conflicts.doubt(session, a, b)
    homes = claims.set_index("claim")[["stored_incident", "stored_question"]].astype(object)
    one, other = homes.loc[a], homes.loc[b]
    score = linking.explain(claims.drop(columns=["stored_question", "stored_incident"]), a, b, used.weights)
    same = {name: bool(one[name] is not None and one[name] == other[name]) for name in homes.columns}
    return Why(
        same["stored_incident"],
        same["stored_question"],
        score,
        said.status if said else None,
        said.by if said else None,
        used.sentence(),
        doubt or "",
    )
