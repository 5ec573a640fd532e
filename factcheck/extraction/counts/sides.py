"""On which side the counted are: the state or party that their words name, or that who speaks shows."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from factcheck import lexicons
from factcheck.extraction.page import Finding
from factcheck.language.naming import adjective, state_adjective, state_in
from factcheck.values import Stance

_OWN = re.compile(r"\b(?:its|their|our)\s+(?:own\s+)?(?:\w+\s+)?$", re.IGNORECASE)


def side_by_voice(finding: Finding, claimant: str | None, stance: Stance, text: str) -> None:
    """'23 of its soldiers', said by Pakistan's army, and losses that a party admits are that party's own people.

    What a party claims to have done to armed people in a clause about one other nation was done to that nation's.
    """
    if finding.side is not None or claimant is None or finding.victims is None:
        return
    own = state_in(claimant)
    if _said_its(finding, text) or (stance is Stance.CONFIRMS and finding.role in _ARMED):
        side = own
    elif stance is Stance.CLAIMS and finding.role in _ARMED:
        side = _other_nation(finding.sentence.text, own)
    else:
        return
    if side is not None:
        finding.side = side
        finding.victims = f"{adjective(side)} {finding.victims}"


_ARMED = frozenset({"soldier", "police"})


def _said_its(finding: Finding, text: str) -> bool:
    assert finding.victims is not None
    at = text.rfind(finding.victims, finding.span.start, finding.span.end)
    return at >= 0 and _OWN.search(text[max(finding.span.start, at - 20) : at]) is not None


def _other_nation(sentence: str, own: str | None) -> str | None:
    named = {
        state for word in re.findall(r"\b[A-Z][a-z]+\b", sentence) if (state := state_adjective(word)) is not None
    }
    named -= {own}
    return named.pop() if len(named) == 1 else None


def side_in(words: str | None) -> str | None:
    """The state or party that the words name: 'Pakistani soldiers' are Pakistan's."""
    for word in re.findall(r"[A-Z][\w.'’-]*", words or ""):
        plain = word.rstrip(".'’")
        state = state_adjective(plain) or (state_adjective(plain[:-1]) if plain.endswith("s") else None)
        if state is not None:
            return state
    return _first_party(words) if words else None


@lru_cache(maxsize=20_000)
def _first_party(words: str) -> str | None:
    """The party that stands first in ``parties.csv`` among those that the words name."""
    return min(_party_names().findall(words), key=_party_order().__getitem__, default=None)


@cache
def _party_order() -> dict[str, int]:
    return {row["name"]: at for at, row in reversed(list(enumerate(lexicons.rows("parties"))))}


@cache
def _party_names() -> re.Pattern[str]:
    forms = sorted(_party_order(), key=len, reverse=True)
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, forms))})\b")
