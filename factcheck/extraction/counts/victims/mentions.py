"""The people whom a page names: every phrase of its title and sentences that is headed by a word for persons."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from factcheck.extraction.counts import nouns
from factcheck.extraction.page import Page, Sentence
from factcheck.extraction.syntax import Token
from factcheck.language.naming import state_adjective
from factcheck.language.subjects import stem
from factcheck.lexicons import word_set

TITLE = -1
"""The sentence that a title counts as."""


@dataclass(frozen=True, slots=True)
class Mention:
    """A phrase for people: its words, the stems that make phrases the same, and where it stands.

    ``at`` and ``end`` are offsets in the text (in the title for sentence ``TITLE``); ``head`` is its noun in the
    parse, None where the sentence has none.
    """

    words: str
    noun: str
    stems: frozenset[str]
    sentence: int
    at: int
    end: int
    plural: bool
    head: Token | None = None


def mentions(page: Page) -> list[Mention]:
    """Every phrase for people, those of the title first, then in the order of the text."""
    found: list[Mention] | None = page.memo.get("people named")
    if found is None:
        found = list(_in_text(page.document.title or "", TITLE, 0))
        for sentence in page.sentences:
            found += (
                _parsed(sentence)
                if sentence.tokens is not None
                else _in_text(sentence.text, sentence.index, sentence.span.start)
            )
        page.memo["people named"] = found
    return found


_WORD = re.compile(r"[^\W\d_][\w'’-]*")
_NO_MODIFIER = word_set(
    "the a an this that these those his her its their our my your some any no all both each every other another"
    " such many several few more most less least about only just than at of in on by for with from to and or but"
    " as nor not was were is are be been has have had who whom which"
)
_NOT_TOLD_APART = word_set(
    "other more further additional own same late own several many few such total"
    " dead killed wounded injured missing slain fallen deceased"
)


def _parsed(sentence: Sentence) -> Iterator[Mention]:
    """The phrases of a parsed sentence: a noun with the adjectives and nouns before it."""
    assert sentence.tokens is not None
    start, text = sentence.span.start, sentence.text
    for token in sentence.tokens.words:
        if not _is_head(token.text) or token.dep_ in ("compound", "amod") or token.pos_ == "ADJ":
            continue
        first = token
        for child in reversed(token.lefts):
            if child.dep_ not in ("amod", "compound", "nmod", "punct") or child.like_num:
                break
            if (
                child.i != first.i - 1
                or child.lower_ in _NOT_TOLD_APART
                or (child.dep_ == "punct" and child.text != "-")
            ):
                break
            first = child
        while first is not token and first.is_punct:
            first = sentence.tokens.words[first.i + 1]
        yield _mention(
            text[first.idx : token.idx + len(token)], token.text, sentence.index, start + first.idx, token
        )


def _in_text(text: str, sentence: int, start: int) -> Iterator[Mention]:
    """The phrases of a text that was not parsed: a noun with the names and nouns right before it."""
    words = list(_WORD.finditer(text))
    for place, word in enumerate(words):
        if not _is_head(word[0]):
            continue
        behind = words[place + 1] if place + 1 < len(words) else None
        if (
            behind is not None
            and behind.start() == word.end() + 1
            and text[word.end()] == " "
            and _is_head(behind[0])
        ):
            continue
        first = place
        while first > 0 and _modifies(text, words, first - 1):
            first -= 1
        at = words[first].start()
        yield _mention(text[at : word.end()], word[0], sentence, start + at, None)


def _modifies(text: str, words: list[re.Match[str]], place: int) -> bool:
    word, behind = words[place], words[place + 1]
    if text[word.end() : behind.start()] not in (" ", "-") or word[0].lower() in _NO_MODIFIER | _NOT_TOLD_APART:
        return False
    if word[0][:1].isupper() and (place > 0 or state_adjective(word[0]) is not None):
        return True
    return nouns.known(word[0]) is not None


@lru_cache(maxsize=50_000)
def _is_head(word: str) -> bool:
    noun = nouns.known(word)
    return noun is not None and noun.category in ("person", "force")


def _mention(words: str, noun: str, sentence: int, at: int, head: Token | None) -> Mention:
    known = nouns.known(noun)
    plural = known is not None and (known.plural or known.category == "force")
    return Mention(words, noun.lower(), stems_of(words), sentence, at, at + len(words), plural, head)


@lru_cache(maxsize=50_000)
def stems_of(words: str) -> frozenset[str]:
    """What makes two phrases the same: their words without endings."""
    return frozenset(
        _ONE.get(w, stem(w)) for w in re.findall(r"[^\W\d_]+", words.lower()) if w not in _NO_MODIFIER
    )


_ONE = {"people": "person", "persons": "person", "men": "man", "women": "woman", "children": "child"}
