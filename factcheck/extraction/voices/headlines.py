"""Headlines: a figure that a headline gives in nobody's name is that of whoever the text gives it to."""

from __future__ import annotations

from dataclasses import replace

from factcheck.extraction.page import Page
from factcheck.values import NARRATIVE_KINDS, ClaimRecord

HEADLINE = 140
"""A first line of up to so many characters without a full stop is a headline."""

LEAD = 8
"""So many sentences of the text say whose the headline's figures are."""


def headlined(page: Page, claims: list[ClaimRecord]) -> list[ClaimRecord]:
    """The claims, those of a headline under the claimant (and with the stance) of the same figure in the lead."""
    if len(page.sentences) < 2:
        return claims
    first = page.sentences[0]
    if len(first.text) > HEADLINE or first.text.endswith(".") or page.sentences[1].paragraph == first.paragraph:
        return claims
    end = page.sentences[min(LEAD, len(page.sentences) - 1)].span.end
    lead = [c for c in claims if first.span.end <= c.start < end and c.kind not in NARRATIVE_KINDS]
    return [_under_its_voice(c, lead) if c.start < first.span.end else c for c in claims]


def _under_its_voice(claim: ClaimRecord, lead: list[ClaimRecord]) -> ClaimRecord:
    if claim.claimant is not None or claim.kind in NARRATIVE_KINDS:
        return claim
    same = [c for c in lead if c.kind == claim.kind and claim.low in (c.low, c.high) and claim.low is not None]
    voice = same[0] if same and same[0].claimant is not None else None
    return claim if voice is None else replace(claim, claimant=voice.claimant, stance=voice.stance, via=voice.via)
