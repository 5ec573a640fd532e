"""The voices that a page has: who says something where, and who is only named."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from factcheck.extraction.counts.nouns import is_person
from factcheck.extraction.gates import gated
from factcheck.extraction.page import Page, Sentence
from factcheck.extraction.syntax import Token
from factcheck.extraction.voices.bodies import known
from factcheck.extraction.voices.cast import NAME_WORD, shouted
from factcheck.extraction.voices.clauses import named, speeches
from factcheck.extraction.voices.learned.sorts import DOES_ELSE
from factcheck.extraction.voices.mute import mute
from factcheck.extraction.voices.origins import origin_in
from factcheck.extraction.voices.speakers import resolve
from factcheck.extraction.voices.speaking import NEVER_SPEAK, is_acronym, is_office, may_speak, offices, phrase_of
from factcheck.extraction.voices.surface import by_surface
from factcheck.language.naming import country, name_key, state_adjective
from factcheck.lexicons import word_set
from factcheck.values import Span

NAMED = "named"

_CAPITALS = re.compile(rf"{NAME_WORD}(?:(?:[ -]|['’]s )(?:(?:of|for|the|de|la|al|bin|du|des|e) )*{NAME_WORD})*")
_OFFICE_BEHIND = re.compile(r" (?P<one>[a-z]+)(?: (?P<two>[a-z]+))?\b")
_SMALL = re.compile(
    r"\b(?:(?:the|local|state|regional|city|provincial|health|rescue|medical|military|security|opposition"
    r"|government|hospital|army|police|fire|union|aid|rights|emergency|rebel|traffic|port|district|municipal"
    r"|federal|national|defence|defense|interior|foreign|[a-z]+) )?(?P<noun>[a-z]{4,})\b"
)
_LAST = re.compile(r"([\w'’]+|[^\w\s])\s*(?:(?:the|a|an|The|A|An)\s)?\s*$")
_NEXT = re.compile(
    r"\s*(?:(?:has|have|had|also|now|still|later|already|since|then|itself|himself|meanwhile|is|was|are|were|been)"
    r"\s+)*([\w'’]+|[^\w\s])"
)
"""The words beside a name, without articles and auxiliaries."""
_PRONOUNS = word_set("he she it they we i who")
_THINGS = NEVER_SPEAK | word_set(
    "storm storms typhoon gale wave waves tornado landslide avalanche flight bus ferry train ship boat lorry "
    "truck car plane aircraft tanker road street avenue highway bridge square mount mountain river lake bay "
    "island valley coast hotel airport station mosque church school stadium pit mine dam tower building "
    "outlets newspapers websites channels media networks"
)
"""What a name begins or ends with that says nothing, or only hands on what others say."""
_NO_NAMES = word_set(
    "January February March April May June July August September October November December Monday Tuesday "
    "Wednesday Thursday Friday Saturday Sunday The A An In On At He She It They We But And Some No Not Both For "
    "From By Of To As If When While After Before Since Until Then There This That These Those What Who Where How "
    "Why One Two Three Four Five Six Seven Eight Nine Ten Dozens Hundreds Thousands Among Between Also Only More "
    "Most Many Another Other Others Our Their His Her Its My All Least I You With Without Under Over Nobody "
    "According Initial Initially Preliminary Officially"
)


@dataclass(frozen=True, slots=True)
class Mention:
    """A voice at a place of the text.

    ``how`` says what it does there: the frame of a reporting clause (say, figure, hold, ...), ``surface`` where
    the sentence was not parsed, ``origin``, or ``NAMED``. ``scope`` is what it says there, in offsets of the text;
    ``before`` and ``after`` are the words beside a name; ``after`` of who speaks is the verb.
    """

    name: str
    sentence: int
    at: int
    end: int
    how: str
    scope: tuple[Span, ...] = ()
    pronoun: bool = False
    negated: bool = False
    before: str = ""
    after: str = ""

    @property
    def spoken(self) -> bool:
        """True where the voice says something, in whatever way."""
        return self.how != NAMED


def mentions(page: Page, index: int) -> list[Mention]:
    """Who speaks and who is named in a sentence of a page, in the order of the text; worked out once."""
    known: dict[int, list[Mention]] = page.memo.setdefault("mentions", {})
    if index not in known:
        sentence, found = page.sentences[index], list(speaking(page, index))
        told = {mention.name for mention in found}
        for mention in (*_subjects(page, sentence), *_named(page, sentence)):
            if mention.name not in told and _can_speak(mention.name):
                told.add(mention.name)
                found.append(mention)
        known[index] = sorted(found, key=lambda mention: mention.at)
    return known[index]


def speaking(page: Page, index: int) -> list[Mention]:
    """Who speaks in a sentence of a page, in the order of the text; worked out once."""
    known: dict[int, list[Mention]] = page.memo.setdefault("speaking", {})
    if index not in known:
        found = [m for m in _spoken(page, page.sentences[index]) if not mute(m.name)]
        known[index] = sorted(found, key=lambda mention: mention.at)
    return known[index]


def silent(page: Page, sentence: Sentence) -> set[str]:
    """The keys of those who in a sentence say nothing of what they are told of, or do something else about it."""
    found, other = mentions(page, sentence.index), _OF_OTHERS.search(sentence.text)
    behind = len(page.text) if other is None else sentence.span.start + other.end()
    away = [
        m for m in found
        if m.negated or m.after in DOES_ELSE or m.before in _TO or m.at >= behind or _did_part(page, m)
    ]  # fmt: skip
    mute_too = [m for m in found if not m.spoken and any(0 <= one.at - m.at < SUBJECT for one in away)]
    return {name_key(m.name) for m in (*away, *mute_too)}


def of_next_part(page: Page, sentence: Sentence, end: int) -> set[str]:
    """The keys of those who speak behind a semicolon that follows a claim: '(they spoke of 58); Kyiv of 23'."""
    semicolon = page.text.find(";", end, sentence.span.end)
    if semicolon < 0:
        return set()
    return {name_key(m.name) for m in mentions(page, sentence.index) if m.spoken and m.at > semicolon}


_TO = word_set("told tells telling informed informs asked asks urged urges")
"""Behind these words stands who is told."""
_OF_OTHERS = gated(
    r"\bthan\s+(?:any|all|what|those|that|the\s+(?:ones?|figures?|tolls?|numbers?))\b", re.IGNORECASE
)
"""'A figure lower than any (the ministry gave)'."""


_PART_BY = re.compile(
    r"(?<![\d,])(?:\d{1,3}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w+teen|\w+ty|dozens?|some|others?"
    r"|the rest)\s+(?:of\s+them\s+|more\s+)?by\s+(?:the\s+)?$",
    re.IGNORECASE,
)
_RECKONING = word_set("count counts account accounts reckoning estimate estimates figures tally s ’s 's ' ’")
"""'Two by police counts' is what the police say."""


def _did_part(page: Page, mention: Mention) -> bool:
    """'(Seventeen were freed,) two by the police': who did a part of what is told, without its verb."""
    if mention.spoken or mention.after in _RECKONING:
        return False
    return _PART_BY.search(page.text, max(0, mention.at - SUBJECT), mention.at) is not None


SUBJECT = 30
"""Characters before a verb of silence ('did not say', 'condemned') in which its subject is named."""


def _can_speak(name: str) -> bool:
    words = name.lower().split()
    return not (mute(name) or words[0] in _THINGS or words[-1] in _THINGS)


def _spoken(page: Page, sentence: Sentence) -> Iterator[Mention]:
    start, index = sentence.span.start, sentence.index
    if sentence.tokens is None:
        for phrase in by_surface(sentence.text):
            name, at = resolve(page, sentence, phrase), start + max(0, sentence.text.find(phrase))
            if name is not None:
                pronoun = phrase.lower() in _PRONOUNS
                yield Mention(name, index, at, at + len(phrase), "surface", pronoun=pronoun)
    for speech in speeches(page, sentence):
        name = named(page, sentence, speech)
        if name is not None and sentence.tokens is not None:
            at = start + sentence.tokens[speech.at].idx
            yield Mention(name, index, at, at + 1, speech.frame, _spans(sentence, speech.scope),
                          speech.speaker.lower() in _PRONOUNS, speech.negated,
                          after=sentence.tokens[speech.at].lower_)  # fmt: skip
    origin = origin_in(sentence.text)
    name = resolve(page, sentence, origin) if origin else None
    if name is not None:
        yield Mention(name, index, start, start + 1, "origin")


def _spans(sentence: Sentence, scope: frozenset[int]) -> tuple[Span, ...]:
    """The stretches of the text that tokens of a sentence make."""
    assert sentence.tokens is not None
    start, spans, last = sentence.span.start, list[Span](), -2
    for i in sorted(scope):
        token = sentence.tokens[i]
        first = spans.pop().start if i == last + 1 else start + token.idx
        spans.append(Span(first, start + token.idx + len(token)))
        last = i
    return tuple(spans)


def _subjects(page: Page, sentence: Sentence) -> Iterator[Mention]:
    """Who does something in a parsed sentence: people, offices, names, and whom a pronoun means."""
    text, start = sentence.text, sentence.span.start
    for token in sentence.tokens or ():
        if token.dep_ != "nsubj" or not (_acts(token) or token.lower_ in _MEANING):
            continue
        pronoun = token.lower_ in _MEANING
        phrase = token.text if pronoun else phrase_of(token, token.head)
        name = resolve(page, sentence, phrase)
        if name is not None and not (" " not in name and state_adjective(name)):
            at, end = token.left_edge.idx, token.idx + len(token)
            yield Mention(name, sentence.index, start + at, start + end, NAMED, pronoun=pronoun,
                          before=_word_before(text, at), after=_word_after(text, end))  # fmt: skip


_MEANING = word_set("he she it they")


def _acts(token: Token) -> bool:
    able = token.pos_ == "PROPN" or is_office(token.lower_) or is_person(token.lower_) or is_acronym(token)
    return able and may_speak(token) and not any(c.dep_ == "nummod" for c in token.children)


def _named(page: Page, sentence: Sentence) -> Iterator[Mention]:
    text, start = sentence.text, sentence.span.start
    loud = shouted(text)
    for phrase, at, end in (
        *_in_capitals(text.title() if loud else text),
        *_offices(text.lower() if loud else text),
    ):
        if loud and not _said_in_capitals(phrase):
            continue
        name = resolve(page, sentence, phrase)
        if name is not None and not (" " not in name and state_adjective(name)):
            yield Mention(name, sentence.index, start + at, start + end, NAMED,
                          before=_word_before(text, at), after=_word_after(text, end))  # fmt: skip


def _said_in_capitals(phrase: str) -> bool:
    """In capitals throughout, only names of the lists and of offices can be told from words."""
    return known(phrase) or country(phrase) is not None or is_office(phrase.split()[-1])


def _in_capitals(text: str) -> Iterator[tuple[str, int, int]]:
    """Names, with the small word for an office behind them: 'Ruritanian officials'."""
    for match in _CAPITALS.finditer(text):
        words, at = match.group().split(), match.start()
        while words and words[0].removesuffix("'s").removesuffix("’s") in _NO_NAMES:
            at += len(words[0]) + 1
            words = words[1:]
        if words:
            behind = _OFFICE_BEHIND.match(text, match.end())
            end = match.end()
            if behind is not None and behind["two"] and is_office(behind["two"]):
                end = behind.end()
            elif behind is not None and is_office(behind["one"]):
                end = behind.end("one")
            yield text[at:end], at, end


def _offices(text: str) -> Iterator[tuple[str, int, int]]:
    for match in _SMALL.finditer(text):
        if match["noun"] in offices() or match["noun"].removesuffix("s") in offices():
            yield match.group(), match.start(), match.end()


def _word_before(text: str, at: int) -> str:
    match = _LAST.search(text, max(0, at - 30), at)
    return match[1].lower() if match else "nothing"


def _word_after(text: str, end: int) -> str:
    match = _NEXT.match(text, end)
    return match[1].lower() if match else "nothing"
