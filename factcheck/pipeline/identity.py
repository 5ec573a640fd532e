"""Which stored incident, question or conflict a newly found one is: ids that people have seen do not move."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import pandas as pd

from factcheck.ids import content_id
from factcheck.linking.texts import among
from factcheck.quick import quick
from factcheck.values import Outcome

POSSIBLE = Outcome.POSSIBLE.value
"""The type of conflicts that are not likely enough to be called some."""


@dataclass(frozen=True, slots=True)
class Kept:
    """The id of every cluster by its label, and for stored ids that lost theirs the id where most claims went."""

    ids: Mapping[str, str]
    merged: Mapping[str, str]


TURNS = 8
"""New ids of one cluster that are looked up before."""


def possible_ids(noun: str, smallest: Iterable[str]) -> Iterator[str]:
    """The ids that ``keep_ids`` may give to new clusters with these smallest claims."""
    for claim in smallest:
        yield content_id(noun, claim)
        yield from (content_id(noun, claim, turn) for turn in range(2, TURNS))


def keep_ids(
    labels: pd.Series[Any], claims: pd.Series[Any], stored: pd.Series[Any], *, noun: str,
    taken: Callable[[Iterable[str]], set[str]] = lambda _: set(),
) -> Kept:  # fmt: skip
    """Each cluster has the stored id with which it shares most claims; only a new one gets a new id.

    The three columns have a row a claim: its cluster's label, its id, and the id that it stood under (or missing).
    The largest shares are served first; a new id is made from the noun and the cluster's smallest claim id.
    ``taken``: which of some ids other clusters have.
    """
    frame = pd.DataFrame({"label": labels.array, "claim": claims.array, "stored": stored.array})
    shares = frame.dropna(subset=["stored"]).groupby(["label", "stored"]).size().reset_index(name="shared")
    shares = shares.sort_values(["shared", "stored", "label"], ascending=[False, True, True])
    ids: dict[str, str] = {}
    given: set[str] = set()
    for label, old in zip(shares["label"], shares["stored"], strict=True):
        if label not in ids and old not in given:
            ids[label] = old
            given.add(old)
    fresh = frame[~among(frame["label"], ids)].groupby("label")["claim"].min()
    given |= taken(possible_ids(noun, fresh.tolist()))
    for label, smallest in zip(fresh.index.tolist(), fresh.tolist(), strict=True):
        ids[label] = _free(given, noun, smallest)
        given.add(ids[label])
    first = shares.drop_duplicates("stored")
    merged = {o: ids[label] for label, o in zip(first["label"], first["stored"], strict=True) if o not in given}
    return Kept(ids, merged)


Identity = tuple[str, str, str, str]
"""The question of a conflict, the family of its type, and its two voices."""


@quick(frozen=True, slots=True)
class FoundConflict:
    """A conflict that comparing found: its question, type and claims; ``voice_a`` is not after ``voice_b``."""

    question: str
    type: str
    voice_a: str
    voice_b: str
    claim_a: str
    claim_b: str
    severity: float

    @property
    def identity(self) -> Identity:
        """What makes it the same conflict in another run: figures move, the parties and the question stay."""
        return self.question, _family(self.type), self.voice_a, self.voice_b


def keep_conflicts(
    found: Iterable[FoundConflict],
    stored: pd.DataFrame,
    question_now: Callable[[str, str, str], str],
    voice: Callable[[str], str],
) -> tuple[dict[str, FoundConflict], dict[str, str]]:
    """Conflicts by id, and for stored ones that went into another the id of that one.

    A stored conflict follows its claims: ``question_now`` tells where its question and its two claims stand today.
    Of two found with one identity the more severe stands for both; of two stored, one that a person decided goes
    first, then one still current, then the older. One that becomes likely enough, or no longer is, stays the same.
    """
    strongest: dict[Identity, FoundConflict] = {}
    for one in sorted(found, key=lambda c: (-c.severity, c.claim_a, c.claim_b)):
        strongest.setdefault(one.identity, one)
    by_identity: dict[Identity, list[str]] = {}
    ranked = stored.sort_values(["decided", "current", "first_seen", "id"], ascending=[False, False, True, True])
    for row in ranked.itertuples():
        home = question_now(str(row.question), str(row.claim_a), str(row.claim_b))
        first, second = sorted((voice(str(row.voice_a)), voice(str(row.voice_b))))
        by_identity.setdefault((home, _family(str(row.type)), first, second), []).append(str(row.id))
    stood = _stood(strongest, by_identity)
    taken = {by_identity[before][0] for before in stood.values()}
    kept: dict[str, FoundConflict] = {}
    merged: dict[str, str] = {}
    for identity, one in strongest.items():
        before: Sequence[str] = by_identity[stood[identity]] if identity in stood else ()
        id = before[0] if before else _free(taken, *identity)
        taken.add(id)
        kept[id] = one
        merged |= dict.fromkeys(before[1:], id)
    return kept, merged


def _stood(found: Iterable[Identity], stored: Mapping[Identity, object]) -> dict[Identity, Identity]:
    """As what each found conflict is stored: as itself, else as the one of these parties that was only a possible
    one, or of which this one is only a possible one."""
    stood = {identity: identity for identity in found if identity in stored}
    free: dict[tuple[str, str, str], list[Identity]] = {}
    for question, family, a, b in stored:
        if (question, family, a, b) not in stood:
            free.setdefault((question, a, b), []).append((question, family, a, b))
    for question, family, a, b in found:
        others = free.get((question, a, b), []) if (question, family, a, b) not in stood else []
        other = next((one for one in others if POSSIBLE in (one[1], family)), None)
        if other is not None:
            others.remove(other)
            stood[question, family, a, b] = other
    return stood


def _family(type: str) -> str:
    """Who acted first is a charge, and what a carrier garbled a count: a finer word makes no other conflict."""
    return {"first": "blame", "carrier": "count"}.get(type, type)


def _free(taken: set[str], *parts: str) -> str:
    """A new id of these parts; when another thing has taken it along, the next one."""
    id, turn = content_id(*parts), 1
    while id in taken:
        turn += 1
        id = content_id(*parts, turn)
    return id
