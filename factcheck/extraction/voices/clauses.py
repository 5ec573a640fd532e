"""Stretches of a parsed sentence: what belongs to a word, from where to where it runs, and who asserts it."""

from __future__ import annotations

import re
from collections.abc import Iterable

from factcheck.extraction.page import Page, Sentence
from factcheck.extraction.syntax import Token
from factcheck.extraction.voices import quotations, speaking, statements, voices
from factcheck.extraction.voices.cast import cast_of
from factcheck.extraction.voices.labels import label_speaker
from factcheck.extraction.voices.privates import harmed, private
from factcheck.extraction.voices.speakers import resolve
from factcheck.extraction.voices.voices import Speech
from factcheck.lexicons import word_set
from factcheck.values import Span

_LOOSE = word_set("relcl advcl parataxis cc punct ccomp")


def child(token: Token, *deps: str) -> Token | None:
    """The first child with one of the dependencies, or None."""
    return next((c for c in token.children if c.dep_ in deps), None)


def object_of(token: Token, *prepositions: str) -> Token | None:
    """The object of one of the prepositions that hang on a token ("blamed ... on X": X), or None."""
    for prep in token.children:
        if prep.lower_ in prepositions and prep.dep_ in ("prep", "dative", "agent", "mark"):
            found = child(prep, "pobj", "pcomp")
            if found is not None:
                return found
    return None


def core(token: Token) -> list[Token]:
    """A token with what belongs closely to it: relative clauses and loose clauses at its end are left out."""
    kept = [token]
    for part in token.children:
        if part.dep_ in _LOOSE and part.i > token.i:
            continue
        kept += core(part)
    return sorted(kept, key=lambda t: t.i)


def text_of(token: Token | None) -> str | None:
    """The phrase that a token heads, as written, without article and loose ends."""
    if token is None:
        return None
    words = core(token)
    last = words[-1]
    text = token.doc.stretch(words[0].i, last.i + 1).strip(" ,;:-\"'")
    return text.split(", ")[0] if len(text) > 120 else text


def span_over(sentence: Sentence, tokens: Iterable[Token]) -> Span:
    """The stretch of the document that runs over the tokens, punctuation at its ends left out."""
    found = sorted((t for t in tokens if not t.is_space), key=lambda t: t.i)
    while len(found) > 1 and found[-1].is_punct:
        found.pop()
    while len(found) > 1 and found[0].is_punct:
        found.pop(0)
    return sentence.span_of(found[0], found[-1])


def speeches(page: Page, sentence: Sentence) -> list[Speech]:
    """Who says something in a sentence; worked out once a page."""
    memo = page.memo.setdefault("speeches", {})
    if sentence.index not in memo:
        memo[sentence.index] = [] if sentence.tokens is None else voices.speeches(sentence.tokens)
    found: list[Speech] = memo[sentence.index]
    return found


def said(page: Page, sentence: Sentence, token: Token) -> Speech | None:
    """The innermost reporting clause that holds a token and names a speaker, or None."""
    holding = [s for s in speeches(page, sentence) if token.i in s.scope and s.speaker and not s.negated]
    return min(holding, key=lambda s: len(s.scope), default=None)


def asserter(page: Page, sentence: Sentence, token: Token) -> str | None:
    """Who asserts what stands at a token, as written: a reporting clause, a label, or the issuer."""
    speech = said(page, sentence, token)
    if speech is not None and (
        statements.issuer(page) is None or resolve(page, sentence, speech.speaker) is not None
    ):
        return speech.speaker
    found = label_speaker(page, sentence, token.idx) or statements.issuer(page)
    if found is not None:
        return found
    quoted = quotations.speaker_of(page, sentence, Span(token.idx, token.idx + len(token)))
    return None if quoted is None else quoted.speaker


_ONE = word_set("a an the one another")
_SOME = word_set("a an one another")
_OFFICERS = word_set(
    "colonel general major captain lieutenant commander brigadier admiral minister governor mayor "
    "lawmaker official officer"
)
_CITING = word_set("quoted quotes quoting cited cites citing")
_PRONOUNS = word_set("he she it they its their i we")


def named(page: Page, sentence: Sentence, speech: Speech) -> str | None:
    """The claimant of a reporting clause; a pronoun first looks for a speaker earlier in its own sentence."""
    if speech.speaker.lower() in _PRONOUNS:
        for earlier in reversed(speeches(page, sentence)):
            named = earlier.speaker and earlier.speaker.lower() not in _PRONOUNS
            if named and earlier.at < speech.at and earlier.verb not in ("by", "quote"):
                return resolve(page, sentence, earlier.speaker)
        subject = _subject_before(page, sentence, speech)
        if subject is not None:
            return subject
    elif (house := _house_before(sentence, speech)) is not None:
        return resolve(page, sentence, speaking.phrase_of(house))
    elif _ITS_VOICE.fullmatch(speech.speaker):
        subject = _subject_before(page, sentence, speech)
        if subject is not None:
            return subject
    return resolve(page, sentence, speech.speaker) if speech.speaker else None


_ITS_HEAD = re.compile(
    r"its (?:[a-z]+ )?(?:director|head|manager|principal|chief (?:doctor|surgeon|nurse)|medical director)\b"
)
_HOUSES = word_set(
    "hospital clinic school university college factory plant mine company firm club museum zoo prison shelter"
)


def _house_before(sentence: Sentence, speech: Speech) -> Token | None:
    """'Sixty people were brought to (the hospital), said its director': what stands before, and has one."""
    if speech.head is None or sentence.tokens is None or _ITS_HEAD.match(speech.speaker) is None:
        return None
    before = reversed(sentence.tokens[: speech.head.i])
    return next((t for t in before if t.lower_ in _HOUSES and t.tag_ in ("NN", "NNP")), None)


_ITS_VOICE = re.compile(
    r"(?:its|their) (?:[a-z]+ )?(?:spokes\w+|leader(?:ship|s)?|commanders?|chief|head|director|chair\w*|secretary"
    r"|president|general secretary|representatives?)"
)
"""'The party lost four of its members, (its spokesman) admitted': who is the subject before."""


def _subject_before(page: Page, sentence: Sentence, speech: Speech) -> str | None:
    """'The commission called this unkind; it counts four dead': the subject of a clause before the pronoun."""
    if speech.head is None or sentence.tokens is None or speech.verb == "quote" or speech.via:
        return None
    personal = speech.speaker.lower() in ("he", "she")
    for token in reversed(sentence.tokens[: speech.head.i]):
        if token.dep_ not in ("nsubj", "nsubjpass") or token.pos_ not in ("NOUN", "PROPN"):
            continue
        somebody = (
            personal
            and token.dep_ == "nsubj"
            and (
                (token.left_edge.lower_ in _ONE and private(token.lower_))
                or (token.left_edge.lower_ in _SOME and token.lower_ in _OFFICERS)
            )
            and not harmed(token.head.lower_)
        )
        if (
            (token.left_edge.lower_ in ("a", "an") and not somebody)
            or token.left_edge.lower_ == "whose"
            or speaking.is_paper(token.lower_)
            or token.head.lower_ in _CITING
            or (token.tag_ == "NNS" and speech.speaker.lower() == "it")
        ):
            continue
        phrase = speaking.phrase_of(token, token.head)
        name = phrase.removeprefix("the ").removeprefix("The ")
        person = cast_of(page).person(name)
        able = statements.is_body_name(name) or speaking.is_office(token.lower_) or statements.party_named(name)
        if person is not None or somebody if personal else (able and person is None and speaking.may_speak(token)):
            return resolve(page, sentence, phrase)
    return None
