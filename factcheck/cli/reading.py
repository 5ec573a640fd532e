"""How a document was read, as lines for a terminal: what each sentence gave, and what was refused in it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from factcheck.language.telling import verb
from factcheck.values import ClaimRecord, Document

if TYPE_CHECKING:
    from factcheck.extraction import SentenceReading

UNREAD_SHOWN = 100
"""Most characters that are shown of a sentence that holds nothing."""


def lines(document: Document, sentences: Sequence[SentenceReading], remark: str | None) -> Iterator[str]:
    """The document's name, then its sentences in order, then how many claims came of them."""
    published = f"published {document.published}" if document.published else "publication date unknown"
    yield f"# {document.doc} ({document.source or 'source unknown'}, {published})"
    if remark:
        yield f"  {remark}"
    for sentence in sentences:
        yield from _sentence(sentence)
    taken = sum(len(sentence.claims) for sentence in sentences)
    refused = sum(len(sentence.refused) for sentence in sentences)
    yield f"# {taken} taken, {refused} refused, in {len(sentences)} sentences"
    yield ""


def _sentence(sentence: SentenceReading) -> Iterator[str]:
    text = " ".join(sentence.text.split())
    if sentence.unread and not sentence.refused:
        yield f"- {text[:UNREAD_SHOWN]}{'…' if len(text) > UNREAD_SHOWN else ''}"
        return
    yield f"+ {text}" if sentence.claims else f"- {text}"
    whys = zip(sentence.claims, sentence.reasons, sentence.voiced, sentence.placed, strict=True)
    for claim, reasons, voiced, placed in whys:
        yield from _claim(claim)
        for why, told in (("voice", voiced), ("place", placed), ("what spoke for it", "; ".join(reasons))):
            if told:
                yield f"             {why}: {told}"
    if sentence.dated:
        yield f"    dated    {sentence.dated}"
    for refusal in sentence.refused:
        yield f"    refused  {refusal.text!r}: {refusal.reason}"


def _claim(claim: ClaimRecord) -> Iterator[str]:
    what = " ".join(filter(None, (claim.kind, "" if claim.quantity is None else str(claim.quantity))))
    whom = claim.target or claim.victims
    yield f"    taken    {what}{f' ({whom})' if whom else ''}: {claim.quote!r}"
    sure = "" if claim.confidence is None else f", {claim.confidence:.0%} sure"
    vague = f", bounds of {claim.vague_word!r} from the vague-number table" if claim.vague_word else ""
    yield f"             by the rule {claim.rule!r}{sure}{vague}"
    via = f" via {claim.via}" if claim.via else ""
    who = claim.claimant or "the document itself"
    yield f"             {who}{via} {verb(who, claim.stance.value)}; {_where(claim)}"


def _where(claim: ClaimRecord) -> str:
    span = claim.event_date
    when = "day not stated"
    if span is not None:
        when = str(span.first) if span.first == span.last else f"{span.first} to {span.last}"
    return f"{when}, {claim.place or 'place not stated'}"
