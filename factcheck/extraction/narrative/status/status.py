"""Which state somebody asserts: truces, talks, control of places, who was aboard, damage, borders."""

from __future__ import annotations

import re
from collections.abc import Iterator

from factcheck.extraction.narrative.status import powers
from factcheck.extraction.narrative.status.states import fitting, may_hold
from factcheck.extraction.narrative.status.truces import THING
from factcheck.extraction.page import Finding, Page, Sentence
from factcheck.extraction.voices import speaking, voices
from factcheck.extraction.voices.cast import shouted
from factcheck.extraction.voices.clauses import asserter, said
from factcheck.language.naming import state_adjective
from factcheck.language.parties import side_of
from factcheck.values import Span

__all__ = ["find", "may_hold"]

_SAYS = re.compile(
    r"\b(?:said|says|told|announced|declared|that|added|claimed|insisted|warned|alleged|maintained)\s+",
    re.IGNORECASE,
)
_LOOSE = re.compile(
    r"^(?:welcom|urg|call|expect|ask|demand|hope|risk|fragile|recent|latest|despite|after|before|since|until|"
    r"if|during)\w*\b",
    re.IGNORECASE,
)


def find(page: Page, sentence: Sentence) -> Iterator[Finding]:
    """The states that a sentence asserts, the first of each stretch."""
    text = sentence.text
    taken: list[tuple[int, int]] = []
    for rule, match in fitting(text, sentence.words):
        start, end = (
            match.span()
            if rule == "border" or match.group()[:5].lower() == "there"
            else _trimmed(text, match.start(), match.end())
        )
        if (
            end - start < 8
            or any(start < b and a < end for a, b in taken)
            or (rule == "control" and shouted(text))
            or (rule in _CAPITALS and shouted(text) and not _somebody_says(page, sentence, start))
            or _is_no_state(rule, text[start:end])
            or (rule in ("state", "agreed") and _LOOSE.match(text[start:end]))
            or (rule == "still" and _ANY_THING.search(text) is None)
            or (rule in _CLAIMED and not _somebody_says(page, sentence, start))
        ):
            continue
        if _hypothetical(text, start) or text[start].isdigit() or _nationality(rule, text[start:end]):
            continue
        taken.append((start, end))
        span = Span(sentence.span.start + start, sentence.span.start + end)
        yield Finding(
            "status",
            span,
            sentence,
            f"status:{rule}",
            target=" ".join(text[start:end].split()),
            confidence=0.5,
            notes=_notes(sentence, rule, match),
        )


_NUMBERS = "two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|thirty|forty|fifty|dozens|several"
_CAPITALS = frozenset({"held", "taken"})
"""Patterns that know a place by its capital, which says nothing in a text all in capitals."""
_NO_STATE = {
    "keeps": re.compile(
        r"\b(?:urg|call|ask|appeal|demand|press|promis|vow|order|want|expect|invit|request|plead|pledg|undert|hop|warn"
        r"|must|should|need|fail|implor|beg)\w*\b",
        re.IGNORECASE,
    ),
    "held": re.compile(rf"^(?:no|none|nobody|{_NUMBERS})\b|\bnever\b(?! left)", re.IGNORECASE),
    "who": re.compile(r"\b(?:dead|victims|killed)\b[^.;]*\bcivilians\b", re.IGNORECASE),
    "legal": re.compile(
        r"\b(?:suspect|gunman|shooter|man|woman|he|she) (?:was|is) (?:heavily )?armed\b|\bcause (?:was|is)\b",
        re.IGNORECASE,
    ),
    "taken": re.compile(
        r"\b(?:taken|took) (?:place|measures|part|years|\d)|\b(?:measures|steps|custody)\b", re.IGNORECASE
    ),
}
"""What the patterns fit that is a count, a charge against somebody or nothing at all."""


def _is_no_state(rule: str, stretch: str) -> bool:
    pattern = _NO_STATE.get(rule)
    return pattern is not None and pattern.search(stretch) is not None and "only" not in stretch.lower().split()


_ANY_THING = re.compile(rf"\b{THING}\b", re.IGNORECASE)
_CLAIMED = powers.CLAIMED | {"taken", "who", "site", "load", "holds", "freed", "legal", "ended", "damage"}
"""What is a state only when somebody asserts it: who the dead were, what was hit."""


def _somebody_says(page: Page, sentence: Sentence, at: int) -> bool:
    if sentence.tokens is None:
        return False
    token = next((t for t in sentence.tokens if t.idx >= at), None)
    if token is None or asserter(page, sentence, token) is None:
        return False
    speech = said(page, sentence, token)
    return speech is None or speech.stance != "denies"


def _notes(sentence: Sentence, rule: str, match: re.Match[str]) -> dict[str, str]:
    """Who asserts it, where the pattern itself shows that: both sides, or who recognises a border."""
    if re.match(r"each\b", match.group(), re.IGNORECASE):
        return {"sides": "both"}
    if rule in ("border", "declared") and sentence.tokens is not None:
        for token in sentence.tokens:
            if match.start() <= token.idx < match.end() and token.pos_ == "VERB":
                subject, _ = voices.subject_of(token)
                return {"speaker": speaking.phrase_of(subject, token)} if subject is not None else {}
    return {}


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """To the end of its last word, without a reporting clause before it and punctuation at its ends."""
    while 0 < end < len(text) and text[end - 1].isalnum() and (text[end].isalnum() or text[end] in "-’'"):
        end += 1
    for match in _SAYS.finditer(text, start, end):
        if end - match.end() > 8 and match.group().lower().strip() not in ("announced", "declared"):
            start = match.end()
    while start < end and text[start] in " ,;:\"“”'":
        start += 1
    while end > start and text[end - 1] in " ,;:":
        end -= 1
    return start, end


def _nationality(rule: str, stretch: str) -> bool:
    """'Captured Ruritanian soldiers' is no captured place."""
    last = stretch.split()[-1]
    return rule == "control" and (
        state_adjective(last) is not None or (side_of(last, capitals=False) is not None and last.endswith("s"))
    )


_UNCERTAIN = re.compile(
    r"\b(?:if|unless|whether|until|before|after|despite|hopes? (?:that|for)|(?:no|any) (?:evidence|proof|sign|"
    r"indication|"
    r"suggestion) that|den(?:y|ied|ies|ying) that|not true that)\s*(?:the |its |any )?$"
)


def _hypothetical(text: str, start: int) -> bool:
    before = text[max(0, start - 30) : start].lower()
    return _UNCERTAIN.search(before) is not None
