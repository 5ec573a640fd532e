"""The label of a question: the question as one asks it, made from its claims."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from factcheck.language.asking import how_many, is_it_true, who_is_to_blame
from factcheck.values import NARRATIVE_KINDS


def question_label(claims: Sequence[Mapping[str, object]]) -> str:
    """The question that the claims answer, in their own words; a denial takes the form of what it denies."""
    kinds = Counter(str(c["kind"]) for c in claims)
    counted = {k: n for k, n in kinds.items() if k not in NARRATIVE_KINDS}
    if counted:
        kind = min(counted, key=lambda k: (-counted[k], k))
        return how_many(kind, _most_frequent([c for c in claims if c["kind"] == kind and not c["part_of"]]))
    charges = [(str(c["victims"] or ""), str(c["quote"] or "")) for c in claims if c["kind"] == "blame"]
    if charges:
        return who_is_to_blame(charges)
    ranked = sorted(claims, key=lambda c: c["kind"] == "denial")  # what is said before what is denied
    return is_it_true([str(c[field]) for field in ("target", "victims", "quote") for c in ranked])


def _most_frequent(claims: Sequence[Mapping[str, object]]) -> list[str]:
    named = Counter(str(c["victims"]) for c in claims if c["victims"])
    return sorted(named, key=lambda text: (-named[text], text))
