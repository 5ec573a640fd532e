"""The senses of the words that make a figure a claim, and what each asks of its clause."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType

from factcheck import lexicons
from factcheck.extraction.counts import nouns
from factcheck.extraction.syntax import Token
from factcheck.lexicons import word_set


@dataclass(frozen=True, slots=True)
class Sense:
    """One reading of a trigger word: its kind, the class that says who is counted, and companions it needs.

    ``behind`` is the preposition behind which the counted stand ("made off with three girls"), or empty.
    """

    kind: str
    form: str
    companions: frozenset[str]
    behind: str = ""


@dataclass(frozen=True, slots=True)
class Trigger:
    """A word in a sentence that makes figures near it claims of a kind.

    ``form`` is act, fate, state, event, people or toll (data/lexicons/kinds.csv); ``companion`` the word that
    completes it ("lost ... lives").
    """

    token: Token
    kind: str
    form: str
    companion: Token | None = None
    behind: str = ""


@cache
def senses() -> Mapping[str, tuple[Sense, ...]]:
    """The senses of every trigger word, those that need a companion first."""
    found: dict[str, list[Sense]] = defaultdict(list)
    for row in lexicons.rows("kinds"):
        companions = frozenset(word for part in row["with"].split("|") if part for word in _meant_by(part))
        for word in row["word"].split(";"):
            found[word].append(Sense(row["kind"], row["class"], companions, row["behind"]))
    return MappingProxyType({w: tuple(sorted(s, key=lambda x: not x.companions)) for w, s in found.items()})


def _meant_by(part: str) -> frozenset[str]:
    """A companion as it stands, or for ``@kin`` every noun of that sort."""
    if not part.startswith("@"):
        return frozenset({part})
    found = frozenset(word for word, noun in nouns.nouns().items() if part[1:] in noun.sorts)
    return found | {A_MODEL} if part[1:] == "vehicle" else found


A_MODEL = "@model"
"""Among companions: also a machine named by letters and a number ('MiG-21')."""


FIGURE_ONLY = word_set("hospital hospitals care went has have shelters camps centres centers hands")
"""'five people went to hospital' counts; 'he went to the hospital' may be a visit."""
