"""A document in, claims out."""

from __future__ import annotations

import gc
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from functools import cache
from itertools import islice

from factcheck.extraction.confidence import confidence_of, confidence_of_learnt
from factcheck.extraction.counts import findings as counts
from factcheck.extraction.counts.background import without_background
from factcheck.extraction.counts.relevance import wanted
from factcheck.extraction.counts.sides import side_by_voice
from factcheck.extraction.dates.event import event_date
from factcheck.extraction.encoder.gist import gist
from factcheck.extraction.explaining import SentenceReading, read_again
from factcheck.extraction.language import is_english
from factcheck.extraction.narrative import findings as narrative
from factcheck.extraction.narrative.blame.own import culprit
from factcheck.extraction.page import Finding, Page, lay_out, parse_where
from factcheck.extraction.places.scene import place_of
from factcheck.extraction.voices.attribution import Voice, attribute
from factcheck.extraction.voices.headlines import headlined
from factcheck.values import NARRATIVE_KINDS, ClaimRecord, Document, Stance, is_learnt

__all__ = ["EXTRACTOR", "EXTRACTOR_VERSION", "SentenceReading", "explain", "extract", "extract_all", "warm_up"]

EXTRACTOR = "rules"
EXTRACTOR_VERSION = "4"
NOT_ENGLISH = "not English, nothing extracted"
BATCH = 64
"""Documents whose sentences go through the parser together."""


@cache
def warm_up() -> None:
    """Parser, word lists and gazetteer are loaded, and garbage collection leaves them: a sixth of the time."""
    extract(Document("", "On Monday two miners were killed in Paris, police said. The owner denied any fault."))
    gc.collect()
    gc.freeze()


def extract(document: Document) -> list[ClaimRecord]:
    """The claims of one document, in the order of its text."""
    return next(iter(extract_all([document])))[1]


def extract_all(documents: Iterable[Document]) -> Iterator[tuple[Document, list[ClaimRecord], str | None]]:
    """Each document with its claims and, when there is one, a remark for people ("not English, ...")."""
    stream = iter(documents)
    while batch := list(islice(stream, BATCH)):
        with _no_collection():
            found = _extracted(batch)
        yield from found


@contextmanager
def _no_collection() -> Iterator[None]:
    """Parses are many objects that refer to each other: to look through them while they are read frees nothing."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def _extracted(batch: list[Document]) -> list[tuple[Document, list[ClaimRecord], str | None]]:
    pages = [lay_out(document) if is_english(document.text) else None for document in batch]
    _parse([page for page in pages if page is not None])
    found: list[tuple[Document, list[ClaimRecord], str | None]] = []
    for document, page in zip(batch, pages, strict=True):
        found.append((document, [], NOT_ENGLISH) if page is None else (document, _claims(page), None))
        if page is not None:
            page.forget()
    return found


def explain(document: Document) -> tuple[list[SentenceReading], str | None]:
    """How a document is read: a row a sentence, and the remark when nothing is extracted from it."""
    if not is_english(document.text):
        return [], NOT_ENGLISH
    page = lay_out(document)
    _parse([page])
    return read_again(page, _claims(page)), None


def _parse(pages: list[Page]) -> None:
    """The sentences that may carry a claim have their parse afterwards; nothing else is parsed."""
    needed: set[int] = set()
    for page in pages:
        needed.update(id(s) for s in (*wanted(page), *narrative.wanted(page)))
    parse_where(pages, lambda sentence: id(sentence) in needed)


def _claims(page: Page) -> list[ClaimRecord]:
    counted = counts.find(page)
    findings = counted + narrative.find(page, counted)
    denials = {(f.sentence.index, f.quantity) for f in findings if f.kind == "denial" and f.quantity is not None}
    told = [(finding, attribute(page, finding)) for finding in findings]
    # "denied that 40 of its men had died": nobody's 40, and the denial keeps them
    kept = [(f, v) for f, v in told if not (_is_denied(f, v) and (f.sentence.index, f.quantity) in denials)]
    claims = headlined(page, [_claim(page, finding, voice) for finding, voice in kept])
    claims = sorted(claims, key=lambda claim: (claim.start, claim.end, claim.kind))
    return without_background(page, claims)


def _is_denied(finding: Finding, voice: Voice) -> bool:
    """True for a figure, other than none, that its voice denies."""
    quantity = finding.quantity
    is_count = finding.kind not in NARRATIVE_KINDS and quantity is not None and quantity.high != 0
    return is_count and voice.stance is Stance.DENIES


def _claim(page: Page, finding: Finding, voice: Voice) -> ClaimRecord:
    if _is_denied(finding, voice):  # "denied any part in the murder of six priests": that is the page's to tell
        voice = Voice(None, Stance.REPORTS)
    quantity = finding.quantity
    side_by_voice(finding, voice.claimant, voice.stance, page.text)
    return ClaimRecord(
        doc=page.document.doc,
        kind=finding.kind,
        quote=finding.span.of(page.text),
        start=finding.span.start,
        end=finding.span.end,
        low=None if quantity is None else quantity.low,
        high=None if quantity is None else quantity.high,
        qualifier=None if quantity is None else quantity.qualifier,
        victims=finding.victims,
        target=_target(finding, voice.claimant),
        claimant=voice.claimant,
        stance=voice.stance,
        event_date=event_date(page, finding),
        place=place_of(page, finding),
        via=voice.via,
        side=finding.side,
        role=finding.role,
        part_of=finding.part_of,
        rule=finding.rule,
        vague_word=finding.vague_word,
        confidence=_confidence(page, finding),
        gist=gist(page, finding) if finding.kind in NARRATIVE_KINDS else None,
    )


def _target(finding: Finding, claimant: str | None) -> str | None:
    return culprit(finding.rule, finding.target, claimant) if finding.kind == "blame" else finding.target


def _confidence(page: Page, finding: Finding) -> float:
    """Of a learnt claim what its model said, of others what became of their like on marked reports."""
    if is_learnt(finding.rule):
        model = "statements" if finding.kind in NARRATIVE_KINDS else "figures"
        return confidence_of_learnt(finding.confidence, model)
    return confidence_of(finding.kind, finding.rule, finding.quantity, finding.span.of(page.text))
