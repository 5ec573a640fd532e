"""Who gives a claim, as the transformer reads it: each voice of the surroundings where it is named or speaks.

A small network weighs the vectors of a mention and of the claim (``data/learned/encoder/heads.npz``), with what
the rules know of the mention; the chances of all mentions of a voice are summed. ``python -m bench.encoder`` fits
it to the marked reports.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

import numpy as np

from factcheck.extraction.encoder import judging
from factcheck.extraction.encoder.window import AHEAD, BACK, Window, read
from factcheck.extraction.furniture import foreign
from factcheck.extraction.page import Page, Sentence
from factcheck.extraction.voices import statements
from factcheck.extraction.voices.learned.mentions import Mention, mentions
from factcheck.language.naming import name_key
from factcheck.values import Span

OWN = ""
"""The key of the page's own voice."""
_KINDS = ("own", "issuer", "absent", "mention")
KNOWN = len(_KINDS) + BACK + 1 + AHEAD + 4
"""So many things are told of each mention beside its vector."""


@dataclass(frozen=True, slots=True)
class Heard:
    """Where a voice stands: its key, the rows of its pieces, and what is known of it (KNOWN times 0 or 1)."""

    key: str
    rows: list[int]
    known: list[float]


@dataclass(frozen=True, slots=True)
class Voices:
    """The log-chance of each voice by its key, and each voice's name (None: the page's own)."""

    chances: Mapping[str, float]
    names: Mapping[str, str | None]

    def chance(self, name: str | None) -> float:
        """The log-chance of a voice; very small where it was not among those heard."""
        return self.chances.get(key_of(name), NEVER)

    def likeliest(self, may_give: Callable[[str], bool]) -> str | None:
        """The likeliest of the page's own voice and those that may give the claim."""
        keys = [key for key in self.chances if (name := self.names[key]) is None or may_give(name)]
        return self.names[max(keys, key=lambda key: self.chances[key], default=OWN)]


NEVER = -20.0


def key_of(name: str | None) -> str:
    """One key for names that differ in case and article alone."""
    return OWN if name is None else name_key(name)


def voices(page: Page, sentence: Sentence, span: Span, rule: str | None) -> Voices:
    """How likely each voice gives the claim in a stretch of the text; ``rule``: whom the rules name."""
    told, states = read(page, sentence)
    names, around = heard(page, sentence, told, rule)
    claim = claim_rows(told, sentence, span)
    odds = judging.voices(
        states, claim, [one.rows for one in around], np.array([one.known for one in around], dtype=np.float32)
    )
    chances: dict[str, float] = {}
    issuer = key_of(statements.issuer(page))
    for one, chance in zip(around, odds.tolist(), strict=True):
        key = one.key or issuer  # a page that a body issues speaks with its voice
        chances[key] = float(np.logaddexp(chances.get(key, -np.inf), chance))
    return Voices(chances, names)


def claim_rows(told: Window, sentence: Sentence, span: Span) -> list[int]:
    """The rows of a claim; the last one where it was not seen."""
    begin = sentence.span.start
    return told.rows(sentence.index, span.start - begin, span.end - begin) or [len(told.ids) - 1]


def heard(
    page: Page, sentence: Sentence, told: Window, rule: str | None
) -> tuple[dict[str, str | None], list[Heard]]:
    """The voices around a sentence by their keys, and where each of them stands."""
    names: dict[str, str | None] = {OWN: None}
    found = [Heard(OWN, [0], _known("own"))]
    issuer = statements.issuer(page)
    if issuer is not None:
        names.setdefault(key_of(issuer), issuer)
        found.append(Heard(key_of(issuer), told.head or [0], _known("issuer")))
    for mention in _around(page, sentence):
        at = page.sentences[mention.sentence]
        rows = told.rows(mention.sentence, mention.at - at.span.start, mention.end - at.span.start)
        if rows:
            names.setdefault(key_of(mention.name), mention.name)
            found.append(Heard(key_of(mention.name), rows, _of_mention(mention, at, sentence)))
    if key_of(rule) not in names:
        names[key_of(rule)] = rule
        found.append(Heard(key_of(rule), [told.middle], _known("absent")))
    return names, found


def _around(page: Page, sentence: Sentence) -> Iterator[Mention]:
    first, last = max(0, sentence.index - BACK), min(len(page.sentences), sentence.index + AHEAD + 1)
    for index in range(first, last):
        if index not in foreign(page):
            yield from mentions(page, index)


def _known(kind: str) -> list[float]:
    found = [0.0] * KNOWN
    found[_KINDS.index(kind)] = 1.0
    return found


def _of_mention(mention: Mention, at: Sentence, claim: Sentence) -> list[float]:
    found = _known("mention")
    found[len(_KINDS) + at.index - claim.index + BACK] = 1.0
    found[-4:] = map(float, (mention.spoken, mention.pronoun, mention.negated, at.paragraph == claim.paragraph))
    return found
