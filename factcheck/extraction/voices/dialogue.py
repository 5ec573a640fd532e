"""Pages on which people take turns: interviews, hearings, live reports whose entries name their speaker."""

from __future__ import annotations

import re

from factcheck.extraction.gates import gated
from factcheck.extraction.page import Page, Sentence
from factcheck.extraction.voices.bodies import kind_of
from factcheck.extraction.voices.labels import label_speaker
from factcheck.extraction.voices.speakers import resolve
from factcheck.extraction.voices.surface import speakers_in
from factcheck.values import Span

TURNS = 3
"""So many paragraphs that begin with their speaker make a page one of turns; fewer are a list."""

LEAD = 4
"""Sentences in which an interview says who its guest is."""

_ANSWER = re.compile(r"\W*(?:A|Answer|ANSWER)\s?[:.]\s")
_QUESTION = re.compile(r"\W*(?:Q|Question|QUESTION)\s?[:.]\s|[^\n]{2,260}\?[\"”]?\s*$")
_TITLED = re.compile(
    r"\b(?:[Ii]nterview|[Ii]n\s+conversation|Q&A|[Aa]\s+talk)\b(?:\s+with)?[:\s–—-]+(?:with\s+)?(?:the"
    r"\s+)?(?P<who>[A-Z][\w.'’-]*(?:\s+[A-Z][\w.'’-]*){0,3})"
)
_GUEST = gated(
    r"\b(?:guest(?:\s+(?:today|tonight))?\s+is|(?:spoke|speaks|talked|talks|speaking|talking|sat\s+down)\s+(?:to"
    r"|with)"
    r"|interview(?:ed|s)?(?:\s+with)?|joined\s+(?:now\s+)?by|with\s+(?:us|me)\s+(?:now\s+|today\s+|tonight"
    r"\s+)?is|questions\s+(?:to|for))\s+"
    r"(?P<who>(?:(?:the\s+|our\s+)?[\w'’-]+\s+){0,4}?[A-Z][\w.'’-]*(?:\s+[A-Z][\w.'’-]*){0,3}(?:,"
    r"\s+[^.;:?\n]{3,70})?)"
)
"""'our guest is X, spokesman of the army', 'we spoke to Dr X, director of the clinic'."""
_TIME_TAIL = re.compile(r",?\s+(?:by\s+(?:tele)?phone|on\s+\w+day|today|yesterday|in\s+\w+|about\s+.*)$")


def turn_speaker(page: Page, sentence: Sentence, inside: Span) -> str | None:
    """The claimant whose turn it is where a sentence names no speaker itself, or None."""
    return _guest_at(page, sentence) or _turns(page).get(sentence.paragraph)


_SELF = frozenset({"i", "we"})


def first_person(page: Page, sentence: Sentence) -> str | None:
    """Who says 'I' or 'we' in a sentence of somebody's turn that names no other speaker."""
    if sentence.words.isdisjoint(_SELF):
        return None
    spoken = [speaker.lower() for speaker in speakers_in(sentence)]
    if not spoken or any(speaker not in ("i", "we") for speaker in spoken):
        return None
    return _guest_at(page, sentence) or _turns(page).get(sentence.paragraph)


def _turns(page: Page) -> dict[int, str]:
    """Paragraph -> the claimant that its first words name, on a page where at least TURNS paragraphs do so."""
    found: dict[int, str] | None = page.memo.get("dialogue")
    if found is None:
        page.memo["dialogue"] = found = {}
        first: dict[int, Sentence] = {}
        for sentence in page.sentences:
            first.setdefault(sentence.paragraph, sentence)
        labelled = {n: sentence for n, sentence in first.items() if ": " in sentence.text[:LABEL]}
        for paragraph, sentence in labelled.items() if len(labelled) > 1 else ():
            who = label_speaker(page, sentence, len(sentence.text))
            if who is not None and kind_of(who) != "media":
                found[paragraph] = who
        taken = sum(_LABEL.match(sentence.text) is not None for sentence in first.values())
        if len(found) < 2 or max(len(found), taken) < TURNS:
            found.clear()
    return found


_LABEL = gated(r"(?:[A-Z][\w.'’-]*\s+){0,4}[A-Z][\w.'’-]*[a-z](?:\s+\([^()]{2,40}\))?:\s")
"""'Karo: ...', 'Hon. Sem Nganda (East): ...': a turn, also of somebody whom the page does not introduce."""
LABEL = 90
"""Characters within which the label at the head of a paragraph ends."""


def _guest_at(page: Page, sentence: Sentence) -> str | None:
    if "interview" not in page.memo:
        page.memo["interview"] = _interview(page)
    found: tuple[str, frozenset[int]] | None = page.memo["interview"]
    return found[0] if found is not None and sentence.paragraph in found[1] else None


def _interview(page: Page) -> tuple[str, frozenset[int]] | None:
    """The guest of an interview and the paragraphs of the answers; None for other pages."""
    if page.text.count("?") < 2 and not page.holds(_Q):
        return None
    lines: dict[int, str] = {}
    for sentence in page.sentences:
        lines[sentence.paragraph] = f"{lines.get(sentence.paragraph, '')} {sentence.text}".strip()
    asked = [n for n, line in lines.items() if _QUESTION.match(line)]
    if len(asked) < 2:
        return None
    who = _who(page, asked[0])
    if who is None:
        return None
    labelled = {n for n, line in lines.items() if _ANSWER.match(line)}
    return who, frozenset(labelled or _alternating(sorted(lines), set(asked)))


_Q = gated(r"\b(?:Q|Question|QUESTION)\s?[:.]\s")


def _alternating(paragraphs: list[int], asked: set[int]) -> set[int]:
    """Every other paragraph from the first question on: who is interviewed answers questions and remarks."""
    answers: set[int] = set()
    answering = False
    for n in (n for n in paragraphs if n >= min(asked)):
        answering = n not in asked and not answering
        if answering:
            answers.add(n)
    return answers


def _who(page: Page, first_question: int) -> str | None:
    title = page.document.title or ""
    for sentence in page.sentences[:LEAD]:
        match = _GUEST.search(sentence.text) if sentence.paragraph < first_question else None
        if match is not None:
            return resolve(page, sentence, _TIME_TAIL.sub("", match["who"]))
    match = _TITLED.search(title)
    return resolve(page, page.sentences[0], match["who"]) if match is not None and page.sentences else None
