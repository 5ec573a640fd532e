"""Claims whose speaker the text before them shows: after a semicolon, in a list, going on with figures."""

from __future__ import annotations

import re

from factcheck.extraction.page import Page, Sentence
from factcheck.extraction.voices import statements
from factcheck.extraction.voices.clauses import named, speeches
from factcheck.extraction.voices.speakers import floor_before, resolve
from factcheck.extraction.voices.surface import before, by_surface, speakers_in
from factcheck.values import Span

_ANNOUNCES = re.compile(
    r"\b(?:gave|gives|give|had|has|published|released|offered|issued|provided)\b[^.]{0,60}\b(?:figures?|count|"
    r"breakdown|toll|numbers?|tally|account)\b",
    re.IGNORECASE,
)
_GOES_ON = re.compile(
    r"^(?:a further|another|others?|of these|of those|of them|among them|in addition|in all)\b", re.IGNORECASE
)


def same_sentence(page: Page, sentence: Sentence, inside: Span) -> str | None:
    """A clause after a semicolon goes on with what the clause before it reports."""
    cut = sentence.text.rfind(";", 0, inside.start)
    if cut < 0 or sentence.tokens is None:
        return None
    for speech in reversed(speeches(page, sentence)):
        if sentence.tokens[speech.at].idx < cut and speech.speaker and not speech.negated and speech.scope:
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


_HEADING = re.compile(r"^\W*(?P<name>[A-Z][\w'’ -]{1,40}?)\W*(?:\((?P<arm>[\w'’ -]{3,40})\))?\W*$")


def _heading(page: Page, line: Sentence) -> str | None:
    """'UKRAINE (General Staff)', 'Red Cross': the body that heads a list of what it says."""
    heading = _HEADING.match(line.text.strip())
    if heading is None or len(line.text) > 80:
        return None
    name, arm = heading["name"].strip(), (heading["arm"] or "").strip()
    name = (
        name.title() if name.isupper() and " " in name else name.capitalize() if name.isupper() and arm else name
    )
    for phrase in (f"{name} {arm}", arm, name) if arm else (name,):
        if statements.is_body_name(phrase):
            return resolve(page, line, phrase)
    return resolve(page, line, f"{name} {arm}") if arm else None


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
