"""Who says so: from the clause that holds a claim to the body responsible for it."""

from __future__ import annotations

import re
from dataclasses import dataclass

from factcheck.extraction import quotations, statements, voices
from factcheck.extraction.organisations import kind_of
from factcheck.extraction.page import Finding, Page, Sentence
from factcheck.extraction.speakers import cast_of, floors, resolve
from factcheck.extraction.stances import stance_of
from factcheck.extraction.surface import by_surface
from factcheck.extraction.voices import Speech
from factcheck.naming import canonical
from factcheck.values import Span, Stance


@dataclass(frozen=True, slots=True)
class Voice:
    """Who asserts a claim (None: the document itself), how, and who passes it on."""

    claimant: str | None
    stance: Stance
    via: str | None = None


def attribute(page: Page, finding: Finding) -> Voice:
    """The claimant of a finding, the stance, and who passes it on; own voice is None, never guessed."""
    spoken = _speaker(page, finding)
    stance = stance_of(page, finding, spoken.claimant, spoken.stance)
    return Voice(spoken.claimant, stance, spoken.via)


@dataclass(frozen=True, slots=True)
class _Spoken:
    claimant: str | None
    stance: str = "plain"
    via: str | None = None


def _speaker(page: Page, finding: Finding) -> _Spoken:
    sentence = finding.sentence
    inside = Span(finding.span.start - sentence.span.start, finding.span.end - sentence.span.start)
    for way in (_labelled, _by_clause, _beside, _quoted, _continued, _own_statement):
        spoken = way(page, sentence, inside)
        if spoken is not None:
            return spoken
    return _Spoken(None)


def _by_clause(page: Page, sentence: Sentence, inside: Span) -> _Spoken | None:
    """The reporting clause that holds the claim, the innermost one; who reports it from outside is ``via``."""
    if sentence.tokens is None:
        return _by_order(page, sentence)
    holding = [s for s in _speeches(page, sentence) if _holds(sentence, s, inside) and not s.negated]
    holding.sort(key=lambda s: len(s.scope))
    stance = "plain"
    for at, speech in enumerate(holding):
        if stance == "plain":
            stance = speech.stance
        claimant = resolve(page, sentence, speech.speaker) if speech.speaker else None
        if claimant is None:
            continue
        via = speech.via or _outer(page, sentence, holding[at + 1 :])
        if claimant.lower() in ("reports", "report"):
            continue
        return _Spoken(claimant, stance, canonical(via) if via else None)
    return _Spoken(None, stance) if stance not in ("plain", "") else None


def _by_order(page: Page, sentence: Sentence) -> _Spoken | None:
    phrases = by_surface(sentence.text)
    claimant = resolve(page, sentence, phrases[-1]) if phrases else None
    return None if claimant is None else _Spoken(claimant)


def _speeches(page: Page, sentence: Sentence) -> list[Speech]:
    memo = page.memo.setdefault("speeches", {})
    if sentence.index not in memo:
        memo[sentence.index] = [] if sentence.tokens is None else voices.speeches(sentence.tokens)
    found: list[Speech] = memo[sentence.index]
    return found


def _holds(sentence: Sentence, speech: Speech, inside: Span) -> bool:
    assert sentence.tokens is not None
    tokens = [
        t.i for t in sentence.tokens if t.idx < inside.end and t.idx + len(t) > inside.start and not t.is_punct
    ]
    return bool(tokens) and 2 * sum(i in speech.scope for i in tokens) > len(tokens)


def _outer(page: Page, sentence: Sentence, outer: list[Speech]) -> str | None:
    for speech in outer:
        name = resolve(page, sentence, speech.speaker) if speech.speaker else None
        if name is not None and kind_of(name) == "media":
            return name
    return None


_LABEL = re.compile(
    r"^[\s•*–—-]*(?:\d{1,2}[:.]\d{2}\s*[-–—]?\s*)?(?P<who>(?:[Tt]he |[Aa]n? )?[^:.!?\"“”]{2,90}?):\s"
)


def _labelled(page: Page, sentence: Sentence, inside: Span) -> _Spoken | None:
    """'X: at least ten dead': a speaker in front of a colon, by name or with a word for a speaker."""
    label = _LABEL.match(sentence.text)
    if label is None or label.end() > inside.start:
        return None
    who = re.split(r",| to | again\b| on \w+", label["who"])[0].strip()
    cast = cast_of(page)
    claimant = cast.person(who)
    if claimant is None:
        words = who.split()
        if not words or not (
            voices.is_office(words[-1]) and words[0].lower() in ("the", "a", "an") or statements.is_body_name(who)
        ):
            subject = re.match(
                r"(?:An?|The) (?:[\w-]+ ){0,3}?\w+(?: (?:at|of|in|for|from) (?:the )?[\w-]+(?: \w+)?)?", who
            )
            heads = [w for w in subject.group().split() if voices.is_office(w)] if subject else []
            if not heads or subject is None:
                return None
            who = subject.group()
        claimant = resolve(page, sentence, who)
    return None if claimant is None else _Spoken(claimant)


_GAP = re.compile(
    r"(?:^|,|;|:|\band|\bbut|\bwhile|\?)\s+(?P<who>(?:the )?[A-Za-z][\w’'.-]*(?: [\w’'.-]+){0,3}?)\s*[:?,]?\s*(?:that |on its own |at |in all )?$",
    re.IGNORECASE,
)


def _beside(page: Page, sentence: Sentence, inside: Span) -> _Spoken | None:
    """A second speaker whose verb is left out: "the police found 800 and the union 1,500"."""
    before = sentence.text[: inside.start]
    match = _GAP.search(before[-70:])
    if match is None:
        return None
    who = match["who"]
    if not statements.is_body_name(who.removeprefix("the ")):
        return None
    if not any(s.at for s in _speeches(page, sentence)) and "?" not in before:
        return None
    claimant = resolve(page, sentence, who)
    return None if claimant is None else _Spoken(claimant)


def _quoted(page: Page, sentence: Sentence, inside: Span) -> _Spoken | None:
    """Inside quotation marks whose speaker stands in another sentence."""
    phrase = quotations.speaker_of(page, sentence, inside)
    if phrase is None:
        return None
    claimant = resolve(page, page.sentences[phrase.sentence], phrase.speaker)
    return None if claimant is None else _Spoken(claimant)


_ANNOUNCES = re.compile(
    r"\b(?:gave|gives|give|had|has|published|released|offered|issued|provided)\b[^.]{0,60}\b(?:figures?|count|breakdown|toll|numbers?|tally|account)\b",
    re.IGNORECASE,
)
_GOES_ON = re.compile(
    r"^(?:a further|another|others?|of these|of those|of them|among them|in addition|in all)\b", re.IGNORECASE
)


def _continued(page: Page, sentence: Sentence, inside: Span) -> _Spoken | None:
    """The sentence before announced figures ("It also gave a first count."), or this one goes on with its list."""
    if sentence.index == 0:
        return None
    previous = page.sentences[sentence.index - 1]
    if previous.paragraph != sentence.paragraph:
        return None
    if _ANNOUNCES.search(previous.text) or _GOES_ON.match(sentence.text):
        floor = floors(page)[sentence.index]
        if floor.at == previous.index and (floor.last or floor.body):
            return _Spoken(floor.last or floor.body)
    return None


def _own_statement(page: Page, sentence: Sentence, inside: Span) -> _Spoken | None:
    """In a statement or note that a body issued, the body speaks."""
    body = statements.issuer(page)
    return None if body is None else _Spoken(body)
