"""Losses in a list: the lines below 'the enemy's losses:', and '... losses at 300 men, 22 tanks and five guns'."""

from __future__ import annotations

import re
from collections.abc import Iterator

from factcheck.extraction.counts import nouns
from factcheck.extraction.counts.quantities import Amount, Reading
from factcheck.extraction.gates import gated
from factcheck.extraction.page import Page

MOST_LINES = 25
"""So many lines below a lead-in may still be its list."""

_LEAD = gated(
    r"\b(?:losses|lost|destroyed|eliminated|knocked\s+out|shot\s+down|put\s+out\s+of\s+(?:action|operation)"
    r"|wiped\s+out"
    r"|disabled|annihilated)\b[^:#]{0,80}:\s*$",
    re.IGNORECASE,
)
_LINE = re.compile(r"^\s*(?:[-–—•*·▪]|\(?[a-z\d]{1,2}[.)])\s*\S")
_INLINE = gated(
    r"\blosses(?:\s+(?:of|for|in|over|on|during|so|far|the|this|that|its|enemy|day|war|\w+day))*(?:\s*:|\s+(?:at"
    r"|of|to|were"
    r"|are|as|include|included|amount(?:ed)?\s+to|totall?(?:ed)?|total|reach(?:ed)?))\s+(?=\S)",
    re.IGNORECASE,
)
_GAINED = re.compile(
    r"[^,;.]*\b(?:recovered|captured|seized|taken|confiscated|found|rescued|released|freed|damaged)\b",
    re.IGNORECASE,
)
"""'Enemy losses: 37 men; 3 mortars and 52 rifles recovered'."""
_NO_LOSS = re.compile(
    r"\b(?:percent|per\s+cent|million|billion|dollars|euros|seats|votes|jobs|points|matches|games)\b",
    re.IGNORECASE,
)


def in_loss_lists(page: Page) -> frozenset[int]:
    """The indexes of the sentences that are lines of a list of losses."""
    known: frozenset[int] | None = page.memo.get("loss lists")
    if known is None:
        known = page.memo["loss lists"] = frozenset(_lines(page))
    return known


def _lines(page: Page) -> Iterator[int]:
    if ":" not in page.text:
        return
    lead: int | None = None
    for sentence in page.sentences:
        if lead is not None and sentence.index - lead <= MOST_LINES and _LINE.match(sentence.text):
            yield sentence.index
            continue
        lead = sentence.index if sentence.text.rstrip().endswith(":") and _LEAD.search(sentence.text) else None


def listed_losses(page: Page, reading: Reading, index: int, used: set[int]) -> Iterator[tuple[str, Amount]]:
    """Kind and amount of what a sentence counts as lost: craft, arms and posts as destroyed, men as casualties."""
    text = reading.tokens.text
    listed = index in in_loss_lists(page)
    inline = None if listed else _INLINE.search(text)
    if (not listed and inline is None) or _NO_LOSS.search(text):
        return
    for amount in reading.figures:
        noun = amount.noun
        if noun is None or amount.key in used or amount.times is not None:
            continue
        if (inline is not None and amount.span[0] < inline.end()) or _GAINED.match(text, amount.span[1]):
            continue
        if nouns.is_person(noun.text):
            if listed and (nouns.is_sort(noun.text, "fighter") or nouns.role(noun.text) == "soldier"):
                yield "casualties", amount
        elif nouns.is_category(noun.text, "thing") or (listed and nouns.known(noun.text) is None):
            yield "destroyed", amount
