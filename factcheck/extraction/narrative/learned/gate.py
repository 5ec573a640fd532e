"""Which sentences the model of statements looks at: those whose words often stand in blame, denials or states."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from math import exp

from factcheck.extraction import learned
from factcheck.extraction.counts.genre import is_police_report
from factcheck.extraction.narrative.learned.features import stem
from factcheck.extraction.page import Page, Sentence

MODEL = "statement_sentences"
STATEMENT = "statement"
LOOKED_AT = 0.08
"""From this chance on a parsed sentence is looked at. On the sets that nobody reads one in eight marked statements
stood in sentences below 0.15; from 0.04 on, F1 of denials and states is .005 higher, for a tenth more time."""
PARSED = 0.12
"""From this chance on a sentence is parsed for the model alone."""


def is_read(page: Page) -> bool:
    """False for the local report of one crime: what the police say in it was done by nobody's side."""
    return not is_police_report(page)


def worth_a_look(sentence: Sentence) -> bool:
    """True for a sentence that may hold a statement; cheap."""
    return chance(sentence.words) >= LOOKED_AT


def worth_a_parse(sentence: Sentence) -> bool:
    """True for a sentence that so probably holds a statement that it is parsed for it."""
    return chance(sentence.words) >= PARSED


def chance(words: Iterable[str]) -> float:
    """The chance (0 to 1) that a sentence with these words holds a statement."""
    return 1 / (1 + exp(-_weight("") - sum(map(_weight, words))))


@cache
def _weight(word: str) -> float:
    """What a word speaks for a statement, in log-odds; that of no word is the base."""
    model = learned.model(MODEL)
    row = model.rows.get(stem(word) if word else learned.BASE)
    if row is None:
        return 0.0
    at = model.classes.index(STATEMENT)
    return float(model.weights[row, at] - model.weights[row, 1 - at])


def features(words: Iterable[str]) -> list[str]:
    """What the model of sentences is told."""
    return [stem(word) for word in words]
