"""What a page carries of other pages: linked headlines, labelled captions. No claim is taken from these."""

from __future__ import annotations

import re
from collections.abc import Iterator

from factcheck.extraction.gates import gated
from factcheck.extraction.page import Page, Sentence
from factcheck.lexicons import word_set

RUN = 3
"""So many lines in a row that read like headlines may be a list of links; two are a title and its deck."""

SHARED = 1 / 3
"""A line of such a list with less than this share of its words in the page's own text speaks of something else."""

SHARED_LABELLED = 1 / 2
"""The same for a line that says of itself that it is a link or a caption."""

BODY_WORDS = 40
"""With fewer words of weight in its running text than this, nothing can be said about what a page speaks of."""

_LABELLED = gated(
    r"(?:also\s+read|read\s+(?:also|more|next|now)|see\s+also"
    r"|related(?:\s+(?:articles?|stor(?:y|ies)|news|links?|coverage))?"
    r"|more\s+(?:from|on|in)\s[^:|]{2,40}|recommended(?:\s+for\s+you)?|trending(?:\s+now)?"
    r"|must[ -]read|don'?t\s+miss"
    r"|most\s+(?:read|popular|viewed)|you\s+may\s+(?:also\s+)?like|editor'?s\s+picks?|lire\s+aussi"
    r"|(?:photo\s+)?caption|in\s+pictures|video|watch|listen)"
    r"\s*(?:\||:|--?\s|[–—>»]|$)",
    re.IGNORECASE,
)
_LINK = gated(
    r"(?:stor(?:y|ies)|read(?:\s+(?:also|more|next|now))?|also\s+read|see\s+also|more|related(?:\s+\w+)?"
    r"|(?:previous|earlier|full|original)\s+(?:stor(?:y|ies)|coverage|reports?|article))\s*:\s+(?=[A-Z\d\"“'‘])",
    re.IGNORECASE,
)
"""'STORY: Ten shot at barbershop': the headline of another report, also where it tells of the same."""
_BRACKETED = gated(r"[\[(]\s*(?:photo|image|picture|video|caption|file)\b[^\])]*[\])]\s*$", re.IGNORECASE)
_OPENS = re.compile(r"[\"'“‘]?(?:[A-Z]|\d+\s+[a-z])")
_ENTRY = re.compile(
    r"\s*(?:[•*–—·-]\s|\d{1,2}[:.h]\d\d\b|[^:]{2,60}:\s*(?:at least |about |over )?\d|[A-Z][a-z]+ \d{1,2}\b)"
)
_ENDED = re.compile(r"[.!?:;,…][\"'”’)\]]*\s*$")
_CONTENT = re.compile(r"[a-z]{3,}|\d+")
_SMALL = word_set(
    "the and for with from that this who was were are has have had his her its their after over into than not but "
    "says said will can about"
)


def foreign(page: Page) -> frozenset[int]:
    """The indexes of the sentences that belong to links and captions and not to the page's own text."""
    if "furniture" not in page.memo:
        page.memo["furniture"] = frozenset(s.index for lines in _foreign(page) for s in lines)
    found: frozenset[int] = page.memo["furniture"]
    return found


def links(page: Page) -> frozenset[int]:
    """The indexes of the sentences that are headlines of other reports on the same: 'STORY: Ten shot at bar'."""
    return frozenset(
        s.index
        for s in page.sentences
        if s.paragraph and _LINK.match(s.text) is not None and _ENDED.search(s.text) is None
    )


def _foreign(page: Page) -> Iterator[list[Sentence]]:
    paragraphs = _paragraphs(page)
    run: list[list[Sentence]] = []
    under_label = False
    for number, sentences in enumerate(paragraphs):
        text = sentences[0].text
        line = number > 0 and len(sentences) == 1 and _is_line(text)
        if number > 0 and (label := _LABELLED.match(text)) is not None:
            under_label = label.end() == len(text)
            if not _is_about(page, sentences[0], text[label.end() :], SHARED_LABELLED):
                yield sentences
        elif _BRACKETED.match(text) or (under_label and (line or _is_link(sentences))):
            yield sentences
        else:
            under_label = False
        if line:
            run.append(sentences)
            continue
        yield from _unrelated(page, run)
        run = []
    yield from _unrelated(page, run)


def _paragraphs(page: Page) -> list[list[Sentence]]:
    grouped: dict[int, list[Sentence]] = {}
    for sentence in page.sentences:
        grouped.setdefault(sentence.paragraph, []).append(sentence)
    return list(grouped.values())


def _is_line(text: str) -> bool:
    words = text.count(" ") + 1
    return 5 <= words <= 25 and not _ENDED.search(text) and bool(_OPENS.match(text)) and not _ENTRY.match(text)


def _is_link(sentences: list[Sentence]) -> bool:
    """'* Four shot dead in Lyari', '1. Bus hits gate, two hurt': a marked line of a list of links."""
    text = " ".join(s.text for s in sentences)
    return _LISTED.match(text) is not None and text.count(" ") < LINK_WORDS and not _ENDED.search(text)


LINK_WORDS = 25
_LISTED = re.compile(r"\s*(?:[•*–—·>-]|\d{1,2}[.)])\s+\S")


def _unrelated(page: Page, run: list[list[Sentence]]) -> Iterator[list[Sentence]]:
    """The lines of a run that share too few words with the page's running text."""
    if len(run) < RUN:
        return
    for sentences in run:
        if not _is_about(page, sentences[0], sentences[0].text, SHARED):
            yield sentences


def _is_about(page: Page, line: Sentence, text: str, share: float) -> bool:
    """True when a line speaks of what the page's running text speaks of, or there is too little to say."""
    words, body = _content(text), _body(page)
    told = [own for index, own in body.items() if index != line.index]
    if sum(map(len, told)) < BODY_WORDS:
        return _LABELLED.match(line.text) is None
    return len(words & frozenset().union(*told)) >= share * len(words)


def _body(page: Page) -> dict[int, frozenset[str]]:
    """The content words of each sentence of the running text, by the sentence's index."""
    if "body" not in page.memo:
        page.memo["body"] = {s.index: _content(s.text) for s in page.sentences if _ENDED.search(s.text)}
    found: dict[int, frozenset[str]] = page.memo["body"]
    return found


def _content(text: str) -> frozenset[str]:
    return frozenset(_CONTENT.findall(text.lower())) - _SMALL
