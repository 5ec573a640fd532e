"""Who may give a claim: the voices of its page and the page itself, with what is told of each, in words.

``choosing`` weighs it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from factcheck.extraction.page import Page, Sentence
from factcheck.extraction.syntax import Token
from factcheck.extraction.voices import statements
from factcheck.extraction.voices.learned.contexts import contexts, goes_on
from factcheck.extraction.voices.learned.mentions import SUBJECT, Mention, mentions, speaking
from factcheck.extraction.voices.learned.sorts import DOES_ELSE, harms, sort_of
from factcheck.language.naming import name_key
from factcheck.values import Span

BEFORE, BEHIND = 4, 1
"""Sentences before a claim and behind it in which its voice may stand."""
OWN = "the page itself"

Told = dict[str | None, list[str]]
"""Candidates (None: the page's own voice) with what is told of each."""


@dataclass(frozen=True, slots=True)
class Asked:
    """A count whose voice is asked for: its sentence, its figure, its kind, and the rules' answer.

    ``claimant`` is None where the rules find nobody.
    """

    sentence: Sentence
    span: Span
    kind: str
    claimant: str | None


class _Collected:
    """What is told of each candidate; names that differ in case and article alone are one."""

    def __init__(self) -> None:
        self.names: dict[str, str | None] = {"": None}
        self.told: dict[str, dict[str, None]] = {"": {}}

    def add(self, name: str | None, *what: str) -> None:
        key = "" if name is None else name_key(name)
        self.names.setdefault(key, name)
        self.told.setdefault(key, {}).update(dict.fromkeys(what))


def candidates(page: Page, asked: Asked) -> Told:
    """Every voice that may give a claim, with what is told of it."""
    found = _Collected()
    issuer = statements.issuer(page)
    around = list(contexts(page, asked.sentence, asked.span))
    found.add(asked.claimant, "the rules say so")
    found.add(None, *(f"{OWN}, {one}" for one in (*around, asked.kind, "issued by a body" if issuer else "news")))
    found.add(None, *(f"{OWN}, '{word}'" for word in sorted(asked.sentence.words)))
    if issuer is not None:
        found.add(issuer, "issues the page", *(f"issues the page, {one}" for one in (*around, asked.kind)))
    at, near = asked.sentence.index, page.around(asked.sentence, BEFORE, BEHIND)
    rows = {s.index: _voices(page, s, asked.sentence) for s in near}
    for name, told in _here(asked, rows[at]):
        found.add(name, told)
    for name, told in _before(page, asked, rows, around):
        found.add(name, told)
    for name, told in _behind(page, asked, rows, around):
        found.add(name, told)
    for name, told in _of_page(page, asked, rows):
        found.add(name, told)
    for key, one in found.names.items():
        if one is not None:
            found.told[key][sort_of(page, one)] = None
    return {one: list(found.told[key]) for key, one in found.names.items()}


def _voices(page: Page, sentence: Sentence, asked: Sentence) -> list[Mention]:
    """Of other paragraphs those who speak there, of its own those too who are only named."""
    same = sentence.paragraph == asked.paragraph
    return mentions(page, sentence.index) if same else speaking(page, sentence.index)


_Rows = Mapping[int, Sequence[Mention]]
_Said = Iterator[tuple[str | None, str]]


def _here(asked: Asked, row: Sequence[Mention]) -> _Said:
    """The voices of the claim's own sentence."""
    at, start, text = asked.span.start, asked.sentence.span.start, asked.sentence.text
    holding = [m for m in row if any(s.start <= at < s.end for s in m.scope)]
    inner = min(holding, key=lambda m: sum(s.end - s.start for s in m.scope), default=None)
    colon = start + text[: max(0, at - start)].rfind(": ")
    last: Mention | None = None
    silent = [m for m in row if m.negated or m.after in DOES_ELSE]
    for m in row:
        if m in silent or (not m.spoken and any(0 <= one.at - m.at < SUBJECT for one in silent)):
            continue
        side, does = "before" if m.at < at else "behind", "speaks" if m.spoken else "named"
        if asked.span.start <= m.at < asked.span.end and not m.spoken:
            yield m.name, "named within the claim"
            continue
        if m in holding:
            yield m.name, f"says it ({m.how})"
            if m is inner:
                yield m.name, "says it, innermost"
        elif m.spoken:
            yield m.name, f"speaks in its sentence, {side} ({m.how})"
        else:
            yield m.name, f"named in its sentence, {side}"
            yield m.name, f"named, then '{m.after}', {side}"
            yield m.name, f"named behind '{m.before}', {side}"
            if m.pronoun:
                yield m.name, f"meant by a pronoun, {side}"
            for told in _by_syntax(asked, m):
                yield m.name, told
        yield m.name, f"{does} {side}, {_far(abs(m.at - at))}"
        if ";" in text[min(m.at, at) - start : max(m.at, at) - start]:
            yield m.name, f"a semicolon between, {side}"
        if m.at - start < FIRST and m.at < at:
            yield m.name, f"begins its sentence, {does}"
        if m.at < colon:
            yield m.name, "in front of the colon"
        last = m if m.at < at else last
    if last is not None:
        yield last.name, "last voice before it in its sentence"


FIRST = 12
"""Characters within which a voice begins its sentence."""


def _by_syntax(asked: Asked, mention: Mention) -> Iterator[str]:
    """What a name is to the clause of the figure: the subject of the verb over it, whose count it is."""
    tokens = asked.sentence.tokens
    if tokens is None:
        return
    start = asked.sentence.span.start
    figures = tokens.covering(asked.span.start - start, asked.span.start - start + 1)
    words = tokens.covering(mention.at - start, mention.end - start)
    if not figures or not words:
        return
    figure, token = figures[0], _head_of(words)
    above = {t.i for t in figure.ancestors}
    how, head = token.dep_, token.head
    if how == "pobj":
        how, head = f"pobj of {head.lower_}", head.head
    over = "over it" if head.i in above else "elsewhere"
    yield f"{how}, {over}"
    if how in ("nsubj", "nsubjpass"):
        yield f"{how} of {harms(head) or head.pos_.lower()}, {over}"
        if over == "over it":
            first = next((t for t in figure.ancestors if t.pos_ in ("VERB", "AUX")), None)
            yield f"{how}, {'the verb next above it' if first is head else 'a verb further above it'}"
    if how == "poss":
        yield f"{how} of {head.lower_}"


def _head_of(words: Sequence[Token]) -> Token:
    """The word of a name on which the others hang."""
    inside = {word.i for word in words}
    head = next((word for word in words if word.head.i not in inside), words[-1])
    while head.dep_ in ("compound", "amod", "nmod", "appos", "flat") and head.head is not head:
        head = head.head
    return head


def _far(characters: int) -> str:
    return next((name for limit, name in _FAR if characters < limit), "far")


_FAR = ((12, "next to it"), (40, "near"), (90, "not far"))


def _before(page: Page, asked: Asked, rows: _Rows, around: Sequence[str]) -> _Said:
    """The voices of the sentences before it, the nearest first."""
    index, nth, bare = asked.sentence.index, 0, True
    for back in range(1, min(BEFORE, index) + 1):
        sentence = page.sentences[index - back]
        where = "paragraph" if sentence.paragraph == asked.sentence.paragraph else "earlier"
        bare = bare and goes_on(page.sentences[index - back + 1].text)
        for m in reversed(rows[sentence.index]):
            if bare:
                yield m.name, f"{'spoke' if m.spoken else 'named'} before, only figures since, {where}"
            if not m.spoken:
                yield m.name, f"named {_away(back)} before"
                if m.at - sentence.span.start < FIRST:
                    yield m.name, f"begins the sentence {_away(back)} before"
                if back == 1:
                    yield m.name, f"named the sentence before, then '{m.after}'"
                    yield m.name, f"named the sentence before, behind '{m.before}'"
            elif not m.negated:
                nth += 1
                yield m.name, f"spoke {_away(back)} before, {where}"
                if nth == 1:
                    yield m.name, f"last to speak before, {where}"
                    yield m.name, f"last to speak before, {where}, {_away(back)}"
                    yield from ((m.name, f"last to speak before, {where}, {one}") for one in around)
                    if m.pronoun:
                        yield m.name, f"last to speak before, {where}, by pronoun"
                    if back == 1 and where == "paragraph":
                        yield from ((m.name, f"spoke just before, {one}") for one in around)
                elif nth == 2:
                    yield m.name, f"second to speak before, {where}"


def _away(sentences: int) -> str:
    return next((name for limit, name in _AWAY if sentences <= limit), "many sentences")


_AWAY = ((1, "1 sentence"), (2, "2 sentences"), (4, "3 or 4 sentences"))


def _behind(page: Page, asked: Asked, rows: _Rows, around: Sequence[str]) -> _Said:
    """The voices of the sentences behind it."""
    index, first = asked.sentence.index, True
    for ahead in range(1, min(BEHIND, len(page.sentences) - 1 - index) + 1):
        same = page.sentences[index + ahead].paragraph == asked.sentence.paragraph
        where = "paragraph" if same else "later"
        for m in rows[index + ahead]:
            if m.spoken:
                yield m.name, f"speaks {_away(ahead)} behind, {where}"
                if first:
                    yield m.name, f"first to speak behind, {where}"
                    yield from ((m.name, f"first to speak behind, {where}, {one}") for one in around)
                first = False
            else:
                yield m.name, f"named {_away(ahead)} behind"


def _of_page(page: Page, asked: Asked, rows: _Rows) -> _Said:
    """What all the sentences around it say of their voices."""
    spoken = Counter(m.name for row in rows.values() for m in row if m.spoken)
    here = {m.name for row in rows.values() for m in row
            if m.spoken and page.sentences[m.sentence].paragraph == asked.sentence.paragraph}  # fmt: skip
    if len(here) == 1:
        yield next(iter(here)), "only voice of the paragraph"
    if len(spoken) == 1:
        yield next(iter(spoken)), "only voice around"
    elif spoken:
        yield spoken.most_common(1)[0][0], "speaks most around"
    title = set(name_key(page.document.title or "").split())
    for name in spoken:
        if name_key(name).split()[0] in title:
            yield name, "named in the title"
    voices = len(spoken)
    yield (
        None,
        f"{OWN}, {'no' if not voices else 'one' if voices == 1 else 'few' if voices < 4 else 'many'} voices",
    )
