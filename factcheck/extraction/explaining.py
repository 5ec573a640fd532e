"""How a text was read: sentence by sentence what was taken, by which rule, and what was refused and why."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from factcheck.extraction.counts.kinds import Trigger
from factcheck.extraction.counts.learned import reader
from factcheck.extraction.counts.numbers import figures
from factcheck.extraction.counts.quantities import Amount, Reading
from factcheck.extraction.counts.reality import unreal
from factcheck.extraction.counts.triggers import triggers
from factcheck.extraction.counts.victims import choosing
from factcheck.extraction.dates.choosing import days_in_words
from factcheck.extraction.dates.event import chosen_days
from factcheck.extraction.narrative.learned import reader as statements
from factcheck.extraction.page import Page, Sentence
from factcheck.extraction.places.scene import why_there
from factcheck.extraction.voices.attribution import voice_chosen
from factcheck.values import NARRATIVE_KINDS, ClaimRecord, Span, is_learnt

NOTHING_TOLD = "no word in the sentence says what became of anybody, who is to blame, what is denied or what holds"
NO_WORD = "no word beside it says what became of them"
A_DAY = "a day or a year"
NOT_ATTACHED = "it hangs on no word that counts people or things"
SAID_BEFORE = "says again what was taken elsewhere on the page"
NOBODY = "nobody and nothing is counted with it"
NO_CLAUSE = "a word of {kind}, but no clause that asserts {what}"
AS_ABOVE = "as above"
"""What a page says of a choice that it has explained before."""

_MONTH = (
    r"(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?"
    r"|Nov(?:ember)?|Dec(?:ember)?)"
)
_MONTH_BEFORE = re.compile(rf"\b{_MONTH}\.?\s+(?:\d{{1,2}},?\s+)?$", re.I)
_MONTH_BEHIND = re.compile(rf"(?:st|nd|rd|th)?\s+(?:of\s+)?{_MONTH}\b", re.I)

_TELLING = {
    "blame": re.compile(
        r"\b(?:blam(?:e|es|ed|ing)|accus(?:e|es|ed|ing|ations?)|responsib(?:le|ility)|at fault|to account)\b", re.I
    ),
    "denial": re.compile(
        r"\b(?:den(?:y|ies|ied|ying|ials?)|reject(?:s|ed|ing)?|dismiss(?:es|ed|ing)?|refut(?:e|es|ed|ing)"
        r"|baseless|fabricat(?:ed|ion)|false|untrue)\b", re.I
    ),
    "status": re.compile(
        r"\b(?:cease-?fire|truce|(?:peace )?talks|control of|recaptur(?:e|es|ed)|retak(?:e|en)"
        r"|withdr(?:aw|ew|awn))\b",
        re.I,
    ),
}  # fmt: skip
_ASSERTED = {"blame": "it of somebody", "denial": "that something is not so", "status": "what holds"}


@dataclass(frozen=True, slots=True)
class Refusal:
    """A figure or a telling word that made no claim: where it stands in the text, and why."""

    span: Span
    text: str
    reason: str


@dataclass(frozen=True, slots=True)
class SentenceReading:
    """One sentence: the claims that were taken from it, and what was refused in it.

    ``reasons`` go with the claims: what weighed most where a learnt model took one, nothing where a rule did.
    ``unread`` says why the sentence was not even parsed; None when it was. ``dated`` says why claims have other
    days than the rules would give them; None where they have those. ``voiced`` and ``placed`` go with the claims:
    why a voice was chosen that no words beside the claim tell of, and another place than the rules'; None where
    rules say it. What was said of a sentence before is ``AS_ABOVE``.
    """

    span: Span
    text: str
    claims: tuple[ClaimRecord, ...]
    refused: tuple[Refusal, ...]
    reasons: tuple[tuple[str, ...], ...]
    unread: str | None = None
    dated: str | None = None
    voiced: tuple[str | None, ...] = ()
    placed: tuple[str | None, ...] = ()


def read_again(page: Page, claims: Sequence[ClaimRecord]) -> list[SentenceReading]:
    """Every sentence of a page whose claims were taken, in order, with the reasons for what was not."""
    told: set[str] = set()
    readings = [_reading(page, sentence, claims, told) for sentence in page.sentences]
    chosen = chosen_days(page) if claims else None
    if chosen is None or chosen.days == chosen.rule:
        return readings
    why = f"{days_in_words(chosen.days)} and not {days_in_words(chosen.rule)}: {'; '.join(chosen.reasons)}"
    return [
        replace(r, dated=_once(why, why, told)) if any(c.event_date == chosen.days for c in r.claims) else r
        for r in readings
    ]


def _once(why: str, choice: str, told: set[str]) -> str:
    """Why it is so, where the same choice has not been told of before."""
    if choice in told:
        return AS_ABOVE
    told.add(choice)
    return why


def _reading(page: Page, sentence: Sentence, claims: Sequence[ClaimRecord], told: set[str]) -> SentenceReading:
    here = tuple(c for c in claims if sentence.span.start <= c.start < sentence.span.end)
    voiced = tuple(_voiced(page, claim, told) for claim in here)
    placed = tuple(_placed(page, claim, told) for claim in here)
    if sentence.tokens is None:
        refused = tuple(
            _refusal(sentence, f.start, f.end, _unparsed(sentence.text, f.start, f.end))
            for f in figures(sentence.text)
            if not here
        )
        unread = None if here else NOTHING_TOLD
        return SentenceReading(
            sentence.span, sentence.text, here, refused, ((),) * len(here), unread, voiced=voiced, placed=placed
        )
    reading = Reading(sentence.tokens)
    found = [
        *(_refusal(sentence, f.start, f.end, why) for f, why in reading.refused),
        *_figures(sentence, reading, here, claims),
        *_words(sentence, here),
        *_narrative(sentence, here),
    ]
    ordered = sorted(found, key=lambda one: (one.span.start, one.span.end))
    reasons = tuple(tuple(_reasons(page, claim)) for claim in here)
    return SentenceReading(
        sentence.span, sentence.text, here, tuple(ordered), reasons, voiced=voiced, placed=placed
    )


def _unparsed(text: str, start: int, end: int) -> str:
    """Why a figure of a sentence that was not parsed made no claim: 'Oct 12' is a day."""
    dated = _MONTH_BEFORE.search(text, max(0, start - 12), start) or _MONTH_BEHIND.match(text, end)
    return A_DAY if dated else NO_WORD


def _voiced(page: Page, claim: ClaimRecord, told: set[str]) -> str | None:
    """Why somebody else gives a claim than the rules say, who found no words that tell."""
    chosen = voice_chosen(page, claim)
    if chosen is None:
        return None
    one, other = (voice or "the page itself" for voice in (chosen.claimant, chosen.rule))
    why = f"{one} and not {other}: {'; '.join(chosen.reasons)}"
    return _once(why, why, told)


def _placed(page: Page, claim: ClaimRecord, told: set[str]) -> str | None:
    """Why a claim has another place than the rules say; told once for the claims that share the choice."""
    why = why_there(page, claim.start, claim.kind, claim.place)
    return None if why is None else _once(f"{why[0]}: {'; '.join(why[1])}", why[0], told)


def _reasons(page: Page, claim: ClaimRecord) -> list[str]:
    """What weighed most where a model took a claim, or chose whom it counts."""
    whom = choosing.reason(page, claim.start, claim.kind)
    counted = [] if whom is None else [f"it counts {whom}"]
    if not is_learnt(claim.rule):
        return counted
    told = statements.reasons if claim.kind in NARRATIVE_KINDS else reader.reasons
    return [*told(page, claim.start, claim.kind), *counted]


def _figures(
    sentence: Sentence, reading: Reading, here: Sequence[ClaimRecord], everywhere: Sequence[ClaimRecord]
) -> Iterator[Refusal]:
    """The figures that count somebody but stand in no claim."""
    told = triggers(reading.tokens)
    for amount in reading.figures:
        if not _is_taken(sentence, amount.span, here):
            yield _refusal(sentence, *amount.span, _why_not(amount, told, everywhere))


def _why_not(amount: Amount, told: Sequence[Trigger], everywhere: Sequence[ClaimRecord]) -> str:
    if not told:
        return NO_WORD
    nearest = min(told, key=lambda trigger: abs(trigger.token.i - amount.key))
    reason = unreal(nearest)
    if reason:
        return f"'{nearest.token.text}' beside it: {reason}"
    same = (c for c in everywhere if c.kind in {t.kind for t in told})
    if any((c.low, c.high) == (amount.quantity.low, amount.quantity.high) for c in same):
        return SAID_BEFORE
    return NOT_ATTACHED


def _words(sentence: Sentence, here: Sequence[ClaimRecord]) -> Iterator[Refusal]:
    """The words that could have made a count a claim, and why they did not."""
    assert sentence.tokens is not None
    for trigger in triggers(sentence.tokens):
        start, end = trigger.token.idx, trigger.token.idx + len(trigger.token)
        if not _is_taken(sentence, (start, end), here) and trigger.kind not in {c.kind for c in here}:
            yield _refusal(sentence, start, end, unreal(trigger) or NOBODY)


def _narrative(sentence: Sentence, here: Sequence[ClaimRecord]) -> Iterator[Refusal]:
    """The plain words of blame, denial and state that stand in no claim, when no claim of the kind was taken."""
    kinds = {claim.kind for claim in here}
    for kind, telling in _TELLING.items():
        for word in telling.finditer(sentence.text) if kind not in kinds else ():
            if not _is_taken(sentence, word.span(), here):
                yield _refusal(sentence, *word.span(), NO_CLAUSE.format(kind=kind, what=_ASSERTED[kind]))


def _is_taken(sentence: Sentence, span: tuple[int, int], here: Sequence[ClaimRecord]) -> bool:
    place = Span(sentence.span.start + span[0], sentence.span.start + span[1])
    return any(place.overlaps(Span(claim.start, claim.end)) for claim in here)


def _refusal(sentence: Sentence, start: int, end: int, reason: str) -> Refusal:
    """``start`` and ``end`` count from the sentence's start."""
    span = Span(sentence.span.start + start, sentence.span.start + end)
    return Refusal(span, sentence.text[start:end], reason)
