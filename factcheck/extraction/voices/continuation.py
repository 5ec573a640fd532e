"""Claims whose speaker the text before them shows: after a semicolon, in a list, going on with figures."""

from __future__ import annotations

import re

from factcheck.extraction.gates import gated
from factcheck.extraction.page import Page, Sentence
from factcheck.extraction.voices import statements
from factcheck.extraction.voices.bodies import PREPOSITIONS
from factcheck.extraction.voices.cast import cast_of
from factcheck.extraction.voices.clauses import named, speeches
from factcheck.extraction.voices.origins import origin_in
from factcheck.extraction.voices.speakers import floor_before, resolve
from factcheck.extraction.voices.speaking import is_office
from factcheck.extraction.voices.surface import before, by_surface, speakers_in
from factcheck.language.naming import adjective, country
from factcheck.values import Span

_ANNOUNCES = gated(
    r"\b(?:gave|gives|give|had|has|published|released|offered|issued|provided)\b[^.]{0,60}\b(?:figures?|count|"
    r"breakdown|toll|numbers?|tally|account)\b",
    re.IGNORECASE,
)
_GOES_ON = re.compile(
    r"^(?:a further|another|others?|of these|of those|of them|among them|in addition|in all"
    r"|among the (?:dead|victims|wounded|injured|missing|killed)"
    r"|(?:in|on|by|from|according to) the same (?:table|list|statement|report|tally|count|bulletin|briefing|note"
    r"|page|document|source))\b",
    re.IGNORECASE,
)


def same_sentence(page: Page, sentence: Sentence, inside: Span) -> str | None:
    """A clause after a semicolon goes on with what the clause before it reports."""
    cut = sentence.text.rfind(";", 0, inside.start)
    if cut < 0 or sentence.tokens is None:
        return None
    for speech in reversed(speeches(page, sentence)):
        at = sentence.tokens[speech.at].idx
        if cut < at < inside.start and speech.speaker and sentence.text.find(":", at, inside.start) > 0:
            return named(page, sentence, speech)  # "the rebels spoke of 40; the ministry denied it: nine died"
        if at < cut and speech.speaker and not speech.negated and speech.scope:
            return named(page, sentence, speech)
    return None


_BULLET = re.compile(r"^\s*(?:[•*–—-]|\d{1,2}[.)])\s")
_RESTS = re.compile(
    r"^(?:\w+,? ){0,4}it (?:was|stood at|had been|rose to|climbed to) (?:\w+ ){0,2}\d", re.IGNORECASE
)
_ASKED = re.compile(r"^(?:And|But) (?:the |for the )?(?P<who>[^?]{2,40})\?$")


def listed(page: Page, sentence: Sentence, inside: Span) -> str | None:
    """A line of a list whose introduction says whose figures follow ("The ministry's count over time:")."""
    if not _BULLET.match(sentence.text):
        return None
    for earlier in reversed(page.sentences[: sentence.index]):
        if _BULLET.match(earlier.text):
            continue
        if not earlier.text.rstrip().endswith(":"):
            return _heading(page, earlier)
        owner = re.search(
            r"(?:The |the )?(?P<who>[\w ]{2,40})['’]s (?:\w+ ){0,2}(?:count|figures?|numbers?|toll|tally|total)",
            earlier.text,
        )
        phrase = (
            owner.group().split("'s")[0].split("’s")[0] if owner else next(iter(by_surface(earlier.text)), None)
        )
        return resolve(page, earlier, phrase) if phrase else None
    return None


_HEADING = re.compile(r"^[\"“]?(?P<who>[^()\"“”:.,]{2,40})[\"”]?(?: \((?P<office>[^()]{2,40})\))?$")


def _heading(page: Page, line: Sentence) -> str | None:
    """'RURITANIA (Defence Ministry)' or 'The police' over a list: whose side of the story it tells."""
    match = _HEADING.match(line.text.strip())
    if match is None:
        return None
    who = match["who"].strip()
    name = who.removeprefix("The ").removeprefix("the ")
    if not (statements.is_body_name(name) or statements.party_named(name) or match["office"]):
        return None
    state = country(name)
    if match["office"] is None:
        return resolve(page, line, name.title() if name.isupper() and " " in name else name)
    return resolve(page, line, f"{adjective(state) if state else name.title()} {match['office']}")


_QUANTITY = (
    r"(?:\d[\d,.]*|no ?one|nobody|none|no|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w+teen"
    r"|(?:twen|thir|for|fif|six|seven|eigh|nine)ty(?:-\w+)?|an? (?:dozen|hundred|thousand)|dozens|scores|hundreds"
    r"|thousands|several|half)"
)
_BARE = re.compile(
    rf"^(?:(?:and|but|only|at least|about|around|some|nearly|almost|over|more than|up to|as many as|fewer than) )*"
    rf"{_QUANTITY}\b[^,;:]{{0,45}}?\b(?:is|are|was|were|has|have|had|died|remain(?:ed)?|fell|drowned|survived"
    r"|perished|escaped|suffered|sustained|did|could|succumbed)\b",
    re.IGNORECASE,
)
_MISSING = re.compile(
    r"^(?:Missing|Unaccounted for|Dead|Killed|Injured|Wounded|Hurt|Still missing|In hospital): \w", re.IGNORECASE
)
_TOO = re.compile(
    r"^An? [^,;:]{3,60}\b(?:among (?:them|the dead|the victims)|one of the (?:dead|victims|killed|wounded|injured)"
    r"|too\b|also (?:died|killed|fell))",
    re.IGNORECASE,
)
_ELSEWHEN = re.compile(
    r"\b(?:(?:19|20)\d\d|last (?:year|month|week)|since|ago|years?|decades?|earlier|previous(?:ly)?|in that time"
    r"|during|reportedly|reported)\b",
    re.IGNORECASE,
)
_NUMBER = re.compile(rf"\b{_QUANTITY}\b", re.IGNORECASE)
_FAR = 3
"""Sentences that a run of bare figures may have behind the one that names who gives them."""


def _resumed(page: Page, sentence: Sentence) -> str | None:
    """'Fourteen came out alive, the service said. Two are dead.': a bare figure goes on with the account."""
    if not _goes_bare(sentence) or statements.issuer(page) is not None:
        return None
    at = sentence.index - 1
    while at >= 0 and sentence.index - at < _FAR and _goes_bare(page.sentences[at]):
        if speakers_in(page.sentences[at]):
            break
        at -= 1
    source = page.sentences[at] if at >= 0 else None
    if source is None or source.paragraph != sentence.paragraph or _NUMBER.search(source.text) is None:
        return None
    floor, spoken = floor_before(page, at + 1), speakers_in(source)
    return floor.last if floor.at == at and spoken and _solid(page, spoken[-1]) else None


def _solid(page: Page, phrase: str) -> bool:
    """True for a pronoun, a name or an office: 'strong grounds' and 'crews' do not go on speaking."""
    words = phrase.split()
    if words[0].lower() in ("he", "she", "it", "they") or cast_of(page).person(phrase) is not None:
        return True
    head = next((n for n, word in enumerate(words) if n and word.lower() in PREPOSITIONS), len(words))
    return is_office(words[head - 1].strip(",'s")) or is_office(words[-1]) or words[head - 1][:1].isupper()


def _goes_bare(sentence: Sentence) -> bool:
    text = sentence.text
    bare = _BARE.match(text) or _MISSING.match(text) or _TOO.match(text)
    return bare is not None and _ELSEWHEN.search(text) is None


def told_next(page: Page, sentence: Sentence, inside: Span) -> str | None:
    """The sentence behind it says where its figure comes from: 'The figure comes from the clinic.'"""
    following = page.sentences[sentence.index + 1 : sentence.index + 2]
    phrase = origin_in(following[0].text) if following else None
    if phrase is None or following[0].paragraph - sentence.paragraph > 1:
        return None
    return resolve(page, following[0], phrase)


def continued(page: Page, sentence: Sentence, inside: Span) -> str | None:
    """The sentence before announced figures ("It also gave a first count."), or this one goes on with its list."""
    if sentence.index == 0:
        return None
    previous = page.sentences[sentence.index - 1]
    if previous.paragraph != sentence.paragraph:
        return None
    asked = _ASKED.match(previous.text)
    if asked and statements.is_body_name(asked["who"]):
        return resolve(page, previous, asked["who"])
    announced = _ANNOUNCES.search(previous.text)
    if announced is not None:
        phrase = before(previous.text, announced.start())
        named_there = resolve(page, previous, phrase) if phrase else None
        if named_there is not None:
            return named_there
    if announced or _GOES_ON.match(sentence.text) or _RESTS.match(sentence.text):
        floor = floor_before(page, sentence.index)
        if floor.at == previous.index and (floor.last or floor.body):
            return floor.last or floor.body
    resumed = _resumed(page, sentence)
    if resumed is not None:
        return resumed
    following = page.sentences[sentence.index + 1 : sentence.index + 2]
    if following and following[0].paragraph == sentence.paragraph:
        return _between(page, previous, following[0])
    return None


_PAPER_SAYS = re.compile(r"^(?:The|Its|His|Her|Their) (?:statement|release|report|communiqu[eé]|note|spokes\w+)\b")


def _between(page: Page, previous: Sentence, following: Sentence) -> str | None:
    """A sentence between two of one speaker is the speaker's when the second only says "he" or "the statement"."""
    here, after = floor_before(page, previous.index + 1), speakers_in(following)
    if here.at != previous.index or here.last is None:
        return None
    if _PAPER_SAYS.match(following.text):
        return here.last
    if not after:
        return None
    word = after[0].lower().split()
    refers = word[0] in ("he", "she", "it", "they") or (word[0] in ("the", "his", "its") and len(word) < 4)
    return here.last if refers and resolve(page, following, after[0]) == here.last else None
