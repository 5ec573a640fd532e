"""What is known of a figure from the rest of its page: the counts told around it, and the sentences before it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from factcheck.extraction.counts.learned.features import kinds_of_words, size
from factcheck.extraction.page import Page, Sentence
from factcheck.values import Quantity


class Told(NamedTuple):
    """A count that was taken: where it begins in the text, its kind and its quantity."""

    at: int
    kind: str
    quantity: Quantity


def around(page: Page, sentence: Sentence, at: int, quantity: Quantity, told: Sequence[Told]) -> list[str]:
    """The features of a figure that begins at ``at`` in the text; ``told`` are the other counts in order."""
    found = [*_of_counts(page, sentence, at, told), *_of_sizes(at, quantity, told), *_before(page, sentence)]
    return list(dict.fromkeys(found))


def _of_counts(page: Page, sentence: Sentence, at: int, told: Sequence[Told]) -> Iterable[str]:
    """The kinds told on the page, in the sentence on either side, and last before it."""
    yield from (f"page={kind}" for kind in sorted({one.kind for one in told}) or ["none"])
    start, end = sentence.span.start, sentence.span.end
    left = [one for one in told if start <= one.at < at]
    right = [one for one in told if at < one.at < end]
    yield f"left={left[-1].kind if left else 'none'}"
    yield f"right={right[0].kind if right else 'none'}"
    earlier = [one for one in told if one.at < start]
    if earlier:
        last = earlier[-1]
        near = f"{last.kind}:{_gap(page, sentence, last.at)}"
        yield f"last={last.kind}"
        yield f"last={near}"
        if not left:
            yield f"last of all={near}"


def _gap(page: Page, sentence: Sentence, at: int) -> str:
    for step, name in ((1, "1"), (2, "2"), (4, "4")):
        if page.sentences[max(0, sentence.index - step)].span.start <= at:
            return name
    return "far"


def _of_sizes(at: int, quantity: Quantity, told: Sequence[Told]) -> Iterable[str]:
    """How the figure compares with the nearest of each kind in size, and with the nearest of all in place."""
    best: dict[str, int] = {}
    for one in told:
        best[one.kind] = min(best.get(one.kind, 9), _alike(quantity, one.quantity))
    yield from (f"size beside {kind}={step}" for kind, step in best.items())
    if told:
        nearest = min(told, key=lambda one: abs(one.at - at))
        yield f"nearest={nearest.kind}:{_alike(quantity, nearest.quantity)}"


def _alike(one: Quantity, other: Quantity) -> int:
    """0: the same; 1: at most twice; 2: at most ten times as large or small; 3: farther; 4: nobody knows."""
    a, b = size(one), size(other)
    if not a or not b:
        return 4
    ratio = a / b
    return 0 if ratio == 1 else 1 if 0.5 <= ratio <= 2 else 2 if 0.1 <= ratio <= 10 else 3


def _before(page: Page, sentence: Sentence) -> Iterable[str]:
    """The sentence before: its words that make claims, whether it asks or opens a list."""
    if not sentence.index:
        yield "first sentence"
        return
    before = page.sentences[sentence.index - 1]
    known = kinds_of_words()
    yield from sorted({f"before:kw={kind}" for word in before.words if word in known for kind in known[word]})
    ending = before.text.rstrip()[-1:]
    if ending in "?:":
        yield f"before={ending}"
    if before.paragraph == sentence.paragraph:
        yield "same paragraph"
