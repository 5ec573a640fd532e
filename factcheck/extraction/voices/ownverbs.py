"""Who blames or denies: the subject of the verb, also where the parse hides it behind an apposition or a date."""

from __future__ import annotations

from factcheck.extraction.page import Page, Sentence
from factcheck.extraction.syntax import Token
from factcheck.extraction.voices.clauses import said
from factcheck.extraction.voices.speakers import resolve
from factcheck.extraction.voices.speaking import is_office, may_speak, phrase_of, text_from
from factcheck.extraction.voices.surface import speakers_in
from factcheck.extraction.voices.voices import subject_of
from factcheck.lexicons import word_set

_PRONOUNS = word_set("he she it they we")
_DATES = word_set(
    "Monday Tuesday Wednesday Thursday Friday Saturday Sunday January February March April June July August "
    "September October November December May today yesterday Jan. Feb. Aug. Sept. Oct. Nov. Dec."
)


def subject_claimant(page: Page, sentence: Sentence, verb: Token) -> str | None:
    """The claimant that the subject of a verb of blame or denial stands for, or None."""
    subject, _ = subject_of(verb)
    if subject is not None and any(c.dep_ == "nummod" for c in subject.children):
        others = [c for c in verb.children if c.dep_ == "nsubj" and c.i < subject.i and may_speak(c)]
        subject = others[0] if others else subject  # "families, nearly 300 people by midday, accuse"
    if subject is not None and subject.lower_ in _PRONOUNS:
        speech = said(page, sentence, verb)
        if speech is not None and speech.speaker.lower() not in _PRONOUNS and speech.at != verb.i:
            named = resolve(page, sentence, speech.speaker)
            if named is not None:
                return named
    phrase = phrase_of(subject, verb) if subject is not None and may_speak(subject) else _before(verb)
    return None if phrase is None else resolve(page, sentence, phrase)


def _before(verb: Token) -> str | None:
    """'On Friday Beijing maintained', 'the official, who gave no name, accused': the noun phrase in front."""
    if any(c.dep_ in ("nsubjpass", "auxpass") for c in verb.children):
        return None
    if verb.dep_ not in ("ROOT", "acl", "ccomp", "conj") or (verb.dep_ == "conj" and verb.head.i < verb.i):
        return None
    at, words = verb.i - 1, verb.doc
    while at > 0 and words[at].pos_ in ("ADV", "AUX"):
        at -= 1
    end = at
    if words[at].text == ",":
        opening = next((n for n in range(at - 1, 0, -1) if words[n].text == ","), None)
        if opening is None or at - opening > 14:
            return None
        at = opening - 1
        end = at if words[opening + 1].lower_ in ("who", "which", "whose", "where") else end - 1
    head = words[at]
    if head.text in _DATES or not (head.pos_ == "PROPN" or is_office(head.lower_)) or not may_speak(head):
        return None
    first = at
    while first > 0 and _goes_with(words[first - 1]):
        first -= 1
    return text_from(first, words[end])


def _goes_with(word: Token) -> bool:
    return word.text not in _DATES and word.pos_ in ("PROPN", "ADJ", "NOUN", "DET") and word.tag_ != "CD"


def both_sides(page: Page, sentence: Sentence) -> str | None:
    """'Each says the other ...': the last two claimants before it, or the two sides that the sentence names."""
    found: list[str] = []
    for earlier in reversed(page.sentences[max(0, sentence.index - 6) : sentence.index + 1]):
        for phrase in reversed(speakers_in(earlier)):
            name = (
                None if phrase.lower().split()[0] in ("each", "both", "they") else resolve(page, earlier, phrase)
            )
            if name is not None and name not in found:
                found.append(name)
        if len(found) >= 2:
            return "; ".join(reversed(found[:2]))
    return None
