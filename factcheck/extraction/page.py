"""A document laid out for extraction: its sentences, which of them may carry a claim, and their syntax."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any

from factcheck.extraction import parser
from factcheck.extraction.gates import allowed_in, ungated
from factcheck.extraction.sentences import split
from factcheck.extraction.syntax import Token, Tokens
from factcheck.values import Document, Quantity, Span

WORD = re.compile(r"[a-z]+(?:-[a-z]+)*")


@dataclass(slots=True)
class Sentence:
    """One sentence of a page; ``tokens`` is its parse, None while nobody needed it.

    Token offsets (``token.idx``) count from the sentence's start; ``span_of`` turns them into the text's.
    """

    index: int
    paragraph: int
    span: Span
    text: str
    tokens: Tokens | None = None
    _words: frozenset[str] | None = field(default=None, repr=False)

    @property
    def words(self) -> frozenset[str]:
        """Its words in lower case, each once: the quickest way to see what it cannot be about."""
        if self._words is None:
            self._words = frozenset(WORD.findall(self.text.lower()))
        return self._words

    def tokens_between(self, start: int, end: int) -> list[Token]:
        """The words of its parse that begin in a stretch of its text, by offsets in the sentence."""
        assert self.tokens is not None
        return [token for token in self.tokens if start <= token.idx < end]

    def span_of(self, first: Token, last: Token) -> Span:
        """The stretch of the document's text from one token to another, both included."""
        return Span(self.span.start + first.idx, self.span.start + last.idx + len(last))


@dataclass(slots=True)
class Page:
    """A document with its sentences in order."""

    document: Document
    sentences: list[Sentence]
    # what a step worked out once for the whole page
    memo: dict[str, Any] = field(default_factory=dict, repr=False)

    @property
    def text(self) -> str:
        """The document's text, unchanged."""
        return self.document.text

    def matches(self, pattern: re.Pattern[str]) -> Iterator[re.Match[str]]:
        """Where a gated pattern fits the text; what its words rule out is not looked for."""
        if "allowed" not in self.memo:
            self.memo["allowed"] = allowed_in(self.text)
        plain = ungated(pattern, self.memo["allowed"], self.text)
        return iter(()) if plain is None else plain.finditer(self.text)

    def holds(self, pattern: re.Pattern[str]) -> bool:
        """True where a gated pattern fits somewhere in the text."""
        return next(self.matches(pattern), None) is not None

    def around(self, sentence: Sentence, before: int = 0, after: int = 0) -> list[Sentence]:
        """The neighbours of a sentence and itself, in order."""
        return self.sentences[max(0, sentence.index - before) : sentence.index + after + 1]

    def forget(self) -> None:
        """What was read of the page no longer refers to it: it is freed at once, no collection has to find it."""
        self.memo.clear()
        for sentence in self.sentences:
            if sentence.tokens is not None:
                sentence.tokens.forget()


@dataclass(slots=True)
class Finding:
    """A claim in the making: what was counted or asserted, and where in the syntax it hangs.

    ``trigger`` is the token that makes it a claim (killed, blamed, denies); ``subject`` heads the phrase of who or
    what is counted. Both are None for a finding that a surface pattern made in a sentence without a useful parse.
    """

    kind: str
    span: Span  # the quote, in the document's text
    sentence: Sentence
    rule: str
    quantity: Quantity | None = None
    trigger: Token | None = None
    subject: Token | None = None
    victims: str | None = None
    target: str | None = None
    side: str | None = None
    role: str | None = None
    part_of: bool = False
    vague_word: str | None = None
    confidence: float = 0.5
    notes: dict[str, str] = field(default_factory=dict)  # for finders to tell later steps (e.g. "denied": "yes")


def lay_out(document: Document) -> Page:
    """The page of a document, nothing parsed yet."""
    pieces = split(document.text)
    return Page(
        document,
        [Sentence(i, p.paragraph, p.span, p.span.of(document.text)) for i, p in enumerate(pieces)],
    )


def parse_where(pages: Iterable[Page], wanted: Callable[[Sentence], bool]) -> None:
    """Every wanted sentence of the pages has its parse afterwards; all go through the parser in one stream."""
    todo = [s for page in pages for s in page.sentences if s.tokens is None and wanted(s)]
    for sentence, tokens in zip(todo, parser.parse(s.text for s in todo), strict=True):
        sentence.tokens = tokens
