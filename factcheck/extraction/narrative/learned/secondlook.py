"""Blame and states of the rules that the learnt model thinks nothing of: they are left out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from factcheck.extraction import learned
from factcheck.extraction.narrative.learned import gate, reader, words
from factcheck.extraction.narrative.learned.clauses import heads
from factcheck.extraction.narrative.learned.features import Clause, first_look, of_clause, voice_of
from factcheck.extraction.page import Finding, Page

NEVER = {"blame": 0.02, "status": 0.05}
"""A rule's claim is dropped when each of its clauses has a lower chance: of reports that no rule was made on, 8 of
204 blames were (none of them right) and 15 of 97 states (1 right). Denials, of which as many right ones would go,
stay. Run ``python -m bench.statements`` when it changes."""

OUTRIGHT = frozenset({"status:border", "blame:soil"})
"""Rules whose words are rare and say it outright ("an artificial division", "operates from their soil"): the model
has seen too few of them to think anything of them."""


def believed(page: Page, found: Sequence[Finding]) -> list[Finding]:
    """The statements of the rules, in their order, without those that are most likely none."""
    if not gate.is_read(page):
        return list(found)
    return [f for f in found if f.kind not in NEVER or f.rule in OUTRIGHT or _may_be(page, f)]


def _may_be(page: Page, finding: Finding) -> bool:
    told = list(_clauses(page, finding))
    if not told:
        return True
    model = learned.model(reader.MODEL)
    sure = reader.chances(model, words.table(reader.WORDS), told)
    return bool(sure[:, model.classes.index(finding.kind)].max() >= NEVER[finding.kind])


def _clauses(page: Page, finding: Finding) -> Iterator[Clause]:
    """The clauses that a statement takes in, or some of."""
    sentence = finding.sentence
    for head in () if sentence.tokens is None else heads(sentence.tokens):
        look = first_look(sentence, head)
        clause = of_clause(page, look, voice_of(page, sentence, head))
        if clause.span.overlaps(finding.span):
            yield clause
