"""The claims of a question gathered by who says it: each voice's answer, its repeats, its other answers."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from factcheck.language.naming import canonical, name_key, party_key
from factcheck.queries.claims import ClaimRow


@dataclass(frozen=True, slots=True)
class ShownPosition:
    """One voice on one question: the claim that stands for it, those that repeat it, and what else it said."""

    claim: ClaimRow
    repeats: tuple[ClaimRow, ...]
    others: tuple[ClaimRow, ...]

    @property
    def voice(self) -> str:
        """Who says it."""
        return self.claim.voice


def gather(claims: Iterable[ClaimRow], standing: Iterable[str] = ()) -> list[ShownPosition]:
    """The positions among the claims; one named in ``standing`` stands for its voice, else the latest does.

    A voice that is said to have given two rival answers has a position for each.
    """
    named = set(standing)
    voices: dict[str, list[ClaimRow]] = {}
    for claim in claims:
        voices.setdefault(_key(claim), []).append(claim)
    return [position for said in voices.values() for position in _positions(said, named)]


def _positions(said: list[ClaimRow], named: set[str]) -> list[ShownPosition]:
    rivals = [claim for claim in said if claim.id in named]
    if len(rivals) < 2:
        return [_position(said, named)]
    return [
        _position([c for c in said if c.id == rival.id or _answer(c) == _answer(rival)], {rival.id})
        for rival in rivals
    ]


def of_claim(claims: Iterable[ClaimRow], claim: ClaimRow) -> ShownPosition:
    """The position that a claim stands for."""
    same = [other for other in claims if _key(other) == _key(claim)]
    return _position(same if any(other.id == claim.id for other in same) else [*same, claim], {claim.id})


def _position(claims: list[ClaimRow], named: set[str]) -> ShownPosition:
    latest = max(claims, key=lambda c: (c.id in named, not c.part_of, c.published or date.min, c.start))
    rest = [claim for claim in claims if claim.id != latest.id]
    repeats = tuple(claim for claim in rest if _answer(claim) == _answer(latest))
    return ShownPosition(latest, repeats, tuple(claim for claim in rest if _answer(claim) != _answer(latest)))


def _key(claim: ClaimRow) -> str:
    return party_key(canonical(claim.voice))


def _answer(claim: ClaimRow) -> tuple[object, ...]:
    if claim.low is None and claim.high is None:
        return (claim.kind, name_key(claim.target or ""))
    return (claim.low, claim.high, claim.qualifier)
