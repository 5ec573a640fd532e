"""Who says a claim by the order of the words, where the parser made nothing of a verb of saying.

'Save the Children says over 1,600 pupils were taken' (a verb begins the name), '87 died, an officer who had seen
the registers told the agency' (a relative clause swallows the verb).
"""

from __future__ import annotations

import re

from factcheck.extraction.page import Page, Sentence
from factcheck.extraction.voices import statements, surface
from factcheck.extraction.voices.bodies import PREPOSITIONS, bare
from factcheck.extraction.voices.byclause import Spoken
from factcheck.extraction.voices.cast import cast_of
from factcheck.extraction.voices.clauses import speeches
from factcheck.extraction.voices.privates import harmed
from factcheck.extraction.voices.speakers import resolve
from factcheck.extraction.voices.speaking import is_office
from factcheck.extraction.voices.surface import Saying
from factcheck.lexicons import word_set
from factcheck.values import Span

_CUT = re.compile(r"[;:]\s")
_ELSE = re.compile(
    r"\b(?:since|after|before|where|while|whose|whom|although|though|days?|weeks?|months?|years?|ago|earlier)\b"
)
"""Behind such a word a sentence tells of something else than what is said."""


def by_words(page: Page, sentence: Sentence, inside: Span) -> Spoken | None:
    """The speaker whose verb stands before a figure, or behind it at the end of its clause; None for neither."""
    if sentence.tokens is None or sentence.words.isdisjoint(surface.SAYING_WORDS):
        return None
    sayings = surface.sayings(sentence.text)
    if not sayings:
        return None
    known = {
        sentence.tokens[s.at].idx
        for s in speeches(page, sentence)
        if s.speaker and not any(_swallows(one.phrase, s.speaker) for one in sayings)
    }
    nouns = {t.idx for t in sentence.tokens if t.tag_ in ("NN", "JJ", "NNP")}
    for saying in sorted(sayings, key=lambda one: _distance(one, inside)):
        if saying.at in known or saying.at in nouns or not _reaches(sentence.text, saying, inside):
            continue
        between = sorted((saying.at, inside.start))
        if any(between[0] < other.at < between[1] for other in sayings) or any(
            between[0] < at < between[1] and not saying.start <= at < saying.end for at in known
        ):
            continue
        phrase = _AHEAD.sub("", _RELATIVE.sub("", saying.phrase))
        claimant = resolve(page, sentence, phrase) if _able(page, phrase) else None
        if claimant is not None:
            return Spoken(claimant)
    return None


_AHEAD = re.compile(
    r"^(?:(?:Meanwhile|Yesterday|Today|Later|Earlier|Afterwards|Shortly afterwards|Also|Still|Then|Now|Elsewhere"
    r"|However),? )+"
)
_NO_HEAD = word_set(
    "of from since by known for in on at to as with after before until during under having being and but or if "
    "when sunday monday tuesday wednesday thursday friday saturday both all some many most each"
)
_NORMS = word_set(
    "law laws rules rule plan plans schedule custom procedure procedures protocol needs standards norms"
)


def _able(page: Page, phrase: str) -> bool:
    """True for a name, an office or a person of the page; not for who was hurt, a day, a norm."""
    words = phrase.split()
    if not words or words[0].lower() in _NO_HEAD or harmed(phrase) or words[-1].lower() in _NORMS:
        return False
    name = bare(phrase)
    if cast_of(page).person(name) is not None or statements.party_named(name) or statements.is_body_name(name):
        return True
    head = next((n for n, word in enumerate(words) if n and word.lower() in PREPOSITIONS), len(words))
    return is_office(words[head - 1].strip(",")) or (len(words) > 1 and all(w[:1].isupper() for w in words))


_RELATIVE = re.compile(r" (?:who|whose|which) .*")


def _swallows(phrase: str, speaker: str) -> bool:
    """'An officer who had seen the registers (told the agency)': no register tells."""
    clause = _RELATIVE.search(phrase)
    return clause is not None and speaker in clause.group()


def _distance(saying: Saying, inside: Span) -> int:
    return saying.at - inside.end if saying.at >= inside.end else inside.start - saying.end


def _reaches(text: str, saying: Saying, inside: Span) -> bool:
    """True where a figure stands in what is said: behind 'X says', or before ', X says'."""
    if saying.end <= inside.start:
        between = text[saying.end : inside.start]
        return saying.ahead and not _CUT.search(between) and not _ELSE.search(between)
    if saying.start >= inside.end:
        between = text[inside.end : saying.start]
        return saying.behind and not _CUT.search(between)
    return False
