"""Headings and lead-ins that say what the figures below them count: 'Displacement', '* Injuries.', 'The dead.'.

Reports name a topic once, as a line of its own or as the first words of a paragraph, and then give bare figures:
'Displacement / – Rift Valley: 70,000', 'The missing. The Red Cross has 140, the governor 50.', 'Injuries. Nil.'
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from factcheck.extraction.counts import nouns
from factcheck.extraction.gates import gated
from factcheck.extraction.page import Page, Sentence
from factcheck.lexicons import word_set

LINE_REACH = 14
"""So many sentences below a heading line may still be the list under it."""

_MARK = r"^\W*(?:(?:[ivx]{1,4}|[a-z]|\d{1,2})[.)]\s+)?"
_MODIFIERS = (
    r"(?:(?:the|our|own|all|and|total|confirmed|reported|estimated|official|human|civilian|military|enemy"
    r"|cumulative"
    r"|recorded|violent|persons?|people|those|still|who|are|were|is|have|had|has|not|been|internally"
    r"|citizens|number|numbers|of"
    r"|count|list|how|many|what|about|new|latest|known|figures?|for|on|any|where|workers|staff)\s+)*"
)
_TAIL = (
    r"(?:\s+(?:persons|people|of\s+the\s+(?:crowd|march|rally|protest|demonstration)|so\s+far|to\s+date|figures?"
    r"|tolls?|counts?|numbers?|levels?|below\s+ground|list"
    r"|situation|(?:by|per|since|in|at|on|from|as\s+of)\s+[\w ,'’/-]{2,30}))*(?:\s*\([^()]{2,40}\))?"
)
_WORDS = (
    ("killed", r"dead|deaths?|killed|deceased|fatalit(?:y|ies)|death\s+toll|toll|martyrs|victims|bodies"
    r"|fallen|died|perished|loss\s+of\s+life"),
    ("wounded", r"injur(?:ed|y|ies)|wounded|hurt|hospitali[sz]ed|in\s+hospital|patients"),
    ("missing", r"missing|disappeared|unaccounted\s+for|untraced|lost\s+contact"),
    (
        "displaced",
        r"displaced|displacements?|homeless|evacuat(?:ed|ions?|ees)|flight|exodus|refugees|idps"
        r"|(?:population\s+)?movements?|arrivals|uprooted|fled",
    ),
    ("captured", r"captured|prisoners(?:\s+of\s+war)?|captives|hostages|abduct(?:ed|ions)|kidnapped|pows?"),
    ("seized", r"weapons?|arms|firearms|seizures?|guns|arsenal|haul|(?:weapons\s+)?(?:seized|recovered"
     r"|confiscated)"),
    ("attendance", r"attendance|turn-?out|participants|marchers|demonstrators|size(?=\s+of)|crowd(?:\s+size)?"
     r"|took\s+part"
    r"|marched|turned\s+out|attended"),
)  # fmt: skip
_HEADINGS = tuple(
    (kind, gated(rf"{_MARK}{_MODIFIERS}(?:{words}){_TAIL}\W*$", re.IGNORECASE)) for kind, words in _WORDS
)
_COLUMNS = re.compile(
    r"\(?\b(?P<one>dead|deaths|killed|cases|injured|wounded|missing)\s*(?:/|\||and|,)\s*"
    r"(?P<two>dead|deaths|killed|cases|injured|wounded|missing|hurt)\)?\W*$",
    re.IGNORECASE,
)
_COLUMN_KINDS = {
    "dead": "killed",
    "deaths": "killed",
    "killed": "killed",
    "cases": "wounded",
    "missing": "missing",
}
_ROW = re.compile(
    r"^\W*(?P<who>[A-Z][\w'’. -]{1,40}?)\s*[:–-]\s*(?P<one>\d[\d,]*)\s*(?:/|\||,)\s*(?P<two>\d[\d,]*)\W*$"
)
_OTHER = word_set(
    "response access needs shelter health education aid funding relief schools services market markets "
    "donors damage "
    "damages economy background context logistics security coordination weather assets rescued"
)
"""What other parts of a bulletin are about: bare figures below such a heading count nobody."""
_BULLET = re.compile(r"^\W*\d{1,2}[.)]\s+")
_FINITE = re.compile(
    r"\b(?:was|were|is|are|has|have|had|will|says?|said|kills?|hits?|leaves?|dies|claims?|calls?|rises?)\b", re.I
)
_MOST_WORDS = 6


@dataclass(frozen=True, slots=True)
class Topic:
    """What a heading says of the bare figures below it: ``kind`` None when they count no people.

    ``at`` is the heading's sentence; ``columns`` the kinds of a table with two figures a row.
    """

    kind: str | None
    at: int
    columns: tuple[str, str] | None = None


def topics(page: Page) -> dict[int, Topic]:
    """The topic of each sentence that stands below a heading or behind a lead-in, by the sentence's index."""
    known: dict[int, Topic] | None = page.memo.get("topics")
    if known is None:
        known = page.memo["topics"] = dict(_topics(page))
    return known


def _topics(page: Page) -> Iterator[tuple[int, Topic]]:
    alone = _alone(page)
    line: Topic | None = None
    run_in: Topic | None = None
    paragraph = -1
    for sentence in page.sentences:
        opens = sentence.paragraph != paragraph
        if opens and _ONLY_A_MARK.match(sentence.text):
            continue  # "4." of "4. Weapons."
        if opens:
            paragraph, run_in = sentence.paragraph, None
        short = len(sentence.text) <= 70 and len(sentence.text.split()) <= _MOST_WORDS + 2
        found = _heading(sentence) if short and (opens or sentence.text.endswith("?")) else None
        if found is not None:
            if sentence.paragraph in alone:
                line = found
            else:
                run_in = found
            continue
        if opens and (lead := _lead_in(sentence)) is not None:
            run_in = lead
        if run_in is not None:
            yield sentence.index, run_in
            continue
        if line is None:
            continue
        if sentence.index - line.at > LINE_REACH:
            line = None
            continue
        yield sentence.index, line


_ONLY_A_MARK = re.compile(r"^\W*(?:[ivx]{1,4}|[a-z]|\d{1,2})[.)]\s*$", re.IGNORECASE)
_LEAD_IN = gated(
    r"^(?P<label>\W*(?:(?:[ivx]{1,4}|[a-z]|\d{1,2})[.)]\s+)?[A-Za-z][^:#.\d]{2,40}):\s+(?=\S)", re.IGNORECASE
)


def _lead_in(sentence: Sentence) -> Topic | None:
    """'Injured: the union has visited nine hospitals.': the label is the topic of its paragraph."""
    match = _LEAD_IN.match(sentence.text)
    if match is None:
        return None
    kind = next((kind for kind, pattern in _HEADINGS if pattern.match(match["label"])), None)
    return None if kind is None else Topic(kind, sentence.index)


def _alone(page: Page) -> set[int]:
    """The paragraphs of one sentence."""
    seen: set[int] = set()
    several: set[int] = set()
    for sentence in page.sentences:
        (several if sentence.paragraph in seen else seen).add(sentence.paragraph)
    return seen - several


def _heading(sentence: Sentence) -> Topic | None:
    """The topic of a short sentence, with kind None when it heads something else; None for no heading at all."""
    text = sentence.text
    if re.search(r"\d", _BULLET.sub("", text)):
        return None
    columns = _COLUMNS.search(text)
    if columns is not None:
        one, two = (_COLUMN_KINDS.get(columns[name].lower(), "wounded") for name in ("one", "two"))
        return Topic(one, sentence.index, (one, two))
    for kind, pattern in _HEADINGS:
        if pattern.match(text):
            return Topic(kind, sentence.index)
    if text.endswith("?"):
        return Topic(None, sentence.index)
    words = re.findall(r"[a-z]+", text.lower())
    if not words or len(words) > _MOST_WORDS or _FINITE.search(text) or text.rstrip()[-1:] in ",;":
        return None
    if any(word in _OTHER or nouns.is_category(word, "thing") for word in words):
        return Topic(None, sentence.index)
    return None


def rows(page: Page) -> Iterator[tuple[Sentence, str, float, tuple[int, int]]]:
    """Each figure of a table with two columns: sentence, kind, value, its place from the sentence's start."""
    for index, topic in topics(page).items():
        sentence = page.sentences[index]
        row = _ROW.match(sentence.text) if topic.columns is not None else None
        if row is None or topic.columns is None:
            continue
        for kind, name in zip(topic.columns, ("one", "two"), strict=True):
            start = row.start("who") if name == "one" else row.start(name)
            yield sentence, kind, float(row[name].replace(",", "")), (start, row.end(name))


_NONE = re.compile(
    r"^\W*(?:nil|none|nobody|no[\s-]one|zero|not\s+(?:a\s+single\s+)?one)(?:\s+(?:so\s+far|reported|recorded"
    r"|known|to\s+date|confirmed|yet))*\W*$",
    re.IGNORECASE,
)


def is_none(text: str) -> bool:
    """'Nil.', 'None so far': the answer of a list that counts nobody."""
    return _NONE.match(text) is not None
