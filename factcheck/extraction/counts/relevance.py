"""Which sentences may carry a count: a trigger word with something to count near it. The rest is never parsed."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Set
from functools import cache, lru_cache
from itertools import pairwise
from typing import NamedTuple

from factcheck import lexicons
from factcheck.extraction.counts import nouns
from factcheck.extraction.counts.anaphora import may_take_up
from factcheck.extraction.counts.byplace import SHARED_OUT, may_be_shared_out
from factcheck.extraction.counts.context import asked_kind
from factcheck.extraction.counts.genre import is_police_report
from factcheck.extraction.counts.headings import is_none, topics
from factcheck.extraction.counts.kinds import A_MODEL, FIGURE_ONLY, senses
from factcheck.extraction.counts.loose import may_stand_alone
from factcheck.extraction.counts.materiel import in_loss_lists
from factcheck.extraction.counts.namedasdead import MAY_NAME, may_name_the_dead
from factcheck.extraction.counts.nobody import may_tell_of_none
from factcheck.extraction.counts.phrases import may_tell
from factcheck.extraction.counts.rivalfigures import coded, may_be_rival
from factcheck.extraction.counts.single import may_be_single
from factcheck.extraction.counts.unnumbered import may_be_unnumbered
from factcheck.extraction.counts.versions import may_be_version
from factcheck.extraction.furniture import foreign
from factcheck.extraction.gates import Several, gated
from factcheck.extraction.page import Page, Sentence
from factcheck.lexicons import word_set

NEAR = 10
"""So many words at most lie between a figure and its trigger; farther pairs were never right (dev/gva)."""

NEAR_NOUN = 4
"""The same for trigger nouns that mostly just name what happened ("the shooting", "charges of murder")."""

ONES = 3
"""So many sentences a page and kind are read for 'a man was killed' alone: later ones repeat the first."""

ONES_OF_NEWS = 8
"""The same where a page is no report of one crime: it may tell of one after the other."""

SINGLES = 2
"""So many sentences a page and kind about a person spoken of ("Smith died") are read when there are no others."""

SINGLES_OF_NEWS = 5
"""The same where a page is no report of one crime, whatever others there are."""

ENOUGH = 3
"""So many sentences with an amount make the others about a person spoken of repeats."""

CONTINUED = 3
"""So many sentences after a count a figure without a word of its own may still speak of it."""

ALONE = 2
"""So many sentences after a count a figure that stands alone may be another version of it."""

HEADLINE = 110
"""A line of up to so many characters may be a headline, which leaves out articles ("Man killed in ...")."""

FIGURE_KINDS = frozenset({"arrested", "attendance", "displaced", "seized", "destroyed"})
"""Kinds that need a figure: 'a man was arrested' is no count."""

MARCH_WORDS = 2
"""So many words about marching make a page one about marches."""


def wanted(page: Page) -> list[Sentence]:
    """The sentences of a page that need a parse for its counts, in order."""
    march = is_about_marches(page)
    police = is_police_report(page)
    chosen = _Chosen(police=police)
    others = foreign(page)
    below = topics(page)
    live = len(_ENTRY.findall(page.text)) >= LIVE
    for sentence in page.sentences:
        if sentence.text in chosen.seen or sentence.index in others or (not live and _TEASER.match(sentence.text)):
            continue
        chosen.seen.add(sentence.text)
        if march and _LARGE.search(sentence.text):
            chosen.keep(sentence)
        if _OF_THEIR_OWN.may_fit(sentence.text):
            text = sentence.text
            if _RETURNS.search(text) or may_name_the_dead(text) or may_be_shared_out(text):
                chosen.keep(sentence)
            if _ALL_DEAD.match(sentence.text) and sentence.index:
                chosen.keep(sentence)
                chosen.keep(page.sentences[sentence.index - 1])
        if _asks(sentence.text) and sentence.index + 1 < len(page.sentences):
            chosen.keep(page.sentences[sentence.index + 1])
        if sentence.index in in_loss_lists(page) and has_figure(sentence.text):
            chosen.keep(sentence)
        topic = below.get(sentence.index)
        if topic is not None and topic.kind is not None and (has_figure(sentence.text) or is_none(sentence.text)):
            chosen.keep(sentence)
        chosen.consider(sentence)
    return chosen.all()


_ADMITS_ONE = gated(
    r"\b(?:admit|acknowledge|concede|confirm|list|count|report|add)(?:s|ed)?\s+(?:only\s+|just\s+)?one\s+[a-z]+",
    re.IGNORECASE,
)
_RETURNS = gated(r"\b(?:KIA|WIA|MIA)\W{0,3}\d|\d\s+(?:KIA|WIA|MIA)\b")
"""'KIA 6 / WIA 88': army returns."""
_IT_WAS_ONE = gated(r"\b(?:it|that|this|they)\s+(?:was|is|were|had\s+been|had|became)\s+one\b(?!\s+of\b)", re.I)
"""'By the evening it was one.'"""
_AMONG_THEM = gated(
    r"^\W*(?:among\s+(?:them|the\s+(?:dead|fallen|killed|victims))\s+(?:is|was|were|are)|(?:they|the\s+dead|the\s+victims)\s+includ(?:e|ed))"
    r"\s+(?:an?|the|his|her|one)\s",
    re.IGNORECASE,
)
"""'Among them is a sergeant of the army.'"""
_ONE_MORE = Several((_ADMITS_ONE, _IT_WAS_ONE, _AMONG_THEM))
_ALL_DEAD = gated(
    r"\W*(?:all|everyone|everybody|every\s+one|none|no\s+one|nobody|not\s+one)\b.{0,40}\b(?:perished|died"
    r"|killed|dead|drowned|lives|survived|alive)\b",
    re.IGNORECASE,
)
"""'All are presumed dead': of so many aboard, in the sentence before."""
_OF_THEIR_OWN = Several((_RETURNS, MAY_NAME, SHARED_OUT, _ALL_DEAD))
"""Ways to tell the dead that few sentences have, asked for together."""


def _asks(text: str) -> bool:
    """'How many died?', 'And their losses?': the answer needs no word of its own kind."""
    return "how many" in text.lower() or (text.endswith("?") and asked_kind(text) is not None)


class _Chosen:
    """The sentences of a page chosen so far: figures always, single persons up to a number for each kind."""

    def __init__(self, *, police: bool) -> None:
        self._police = police
        self._most = ONES if police else ONES_OF_NEWS
        self.seen: set[str] = set()
        self._kept: dict[int, Sentence] = {}
        self._last_figure = -99
        self._ones: Counter[str] = Counter()
        self._singles: dict[str, list[Sentence]] = {}

    def keep(self, sentence: Sentence) -> None:
        """The sentence gets a parse."""
        self._kept[sentence.index] = sentence

    def consider(self, sentence: Sentence) -> None:
        """Keep the sentence when it may hold a count, or remember it when a person is spoken of."""
        told = not senses().keys().isdisjoint(sentence.words)
        figures, ones = counted_kinds(sentence.text) if told else _NO_KINDS
        if (
            figures
            or may_tell(sentence.text)
            or may_tell_of_none(sentence.text)
            or may_be_unnumbered(sentence.text)
        ):
            self._last_figure = sentence.index
            self._ones.update(figures)
            self.keep(sentence)
        elif any(self._ones[kind] < self._most for kind in ones):
            self._ones.update(ones)
            self.keep(sentence)
        elif not self._police and may_be_single(sentence.text):
            self.keep(sentence)
        elif self._goes_on(sentence):
            self._last_figure = sentence.index
            self.keep(sentence)
        elif told and not ones:
            for kind in single_kinds(sentence.text):
                self._singles.setdefault(kind, []).append(sentence)

    def _goes_on(self, sentence: Sentence) -> bool:
        near = sentence.index - self._last_figure <= CONTINUED
        listed = _LISTED.match(sentence.text) is not None
        close = 0 < sentence.index - self._last_figure <= ALONE and may_stand_alone(sentence.text)
        if near and _ONE_MORE.fits(sentence.text):
            return True
        return close or ((near or listed) and may_continue(sentence.text)) or (near and may_take_up(sentence.text))

    def all(self) -> list[Sentence]:
        """The chosen sentences; those about a person spoken of only where a kind has few others."""
        for kind, sentences in self._singles.items():
            most = SINGLES_OF_NEWS if not self._police else SINGLES if self._ones[kind] < ENOUGH else 0
            for sentence in sentences[:most]:
                self.keep(sentence)
        return [self._kept[index] for index in sorted(self._kept)]


_NO_KINDS: tuple[frozenset[str], frozenset[str]] = frozenset(), frozenset()


def counted_kinds(text: str) -> tuple[Set[str], Set[str]]:
    """The kinds of which a sentence has a trigger with a figure near it, and those with only 'a soldier'."""
    words, lower, places = _read(text)
    if not places:
        return set(), set()
    figures, ones = _figure_places(text, lower), _one_places(lower, headline=len(text) <= HEADLINE)
    counted = {kind for kind, at, noun in places if _near(at, figures, noun=noun)}
    pairs = _pair_places(words) if "and" in lower or "well" in lower else set()
    counted |= {kind for kind, at, noun in places if kind in _HARM and _near(at, pairs, noun=noun)}
    single = {
        kind
        for kind, at, noun in places
        if kind not in FIGURE_KINDS and lower[at] not in FIGURE_ONLY and _near(at, ones, noun=noun)
    }
    if any(kind == "destroyed" for kind, _, _ in places):
        machines = {at for at, word in enumerate(lower) if word in _machines()}
        model = _MODEL.search(text) is not None
        single |= {k for k, at, noun in places if k == "destroyed" and (model or _near(at, machines, noun=noun))}
    return counted, single - counted


def single_kinds(text: str) -> set[str]:
    """The kinds that a sentence may tell of a single person: a name, 'the victim', 'he'."""
    words, lower, places = _read(text)
    places = [(k, at, noun) for k, at, noun in places if k in _HARM and lower[at] not in FIGURE_ONLY]
    if not places:
        return set()
    persons = _person_words()
    people = {i for i, word in enumerate(lower) if word in _PRONOUNS or word in persons}
    people |= {i for i, (word, after) in enumerate(pairwise(words)) if word[0].isupper() and after[0].isupper()}
    return {kind for kind, at, noun in places if _near(at, people, noun=noun)}


def may_continue(text: str) -> bool:
    """True when a sentence may give a figure for something counted before it ("Kabul put the figure at 58")."""
    if len(text) >= 400 or not has_figure(text):
        return False
    return _BARE.search(text) is not None or may_be_rival(text) or may_be_version(coded(text))


def has_figure(text: str) -> bool:
    """True for a line of a list, a number word, or digits that are no date, age, hour or address."""
    return _LISTED.match(text) is not None or any(
        not match.group().isdigit() or _is_count(text, match.start(), match.end())
        for match in _FIGURE.finditer(text)
    )


def is_about_marches(page: Page) -> bool:
    """True when the figures of a page without a word of their own are likely to count marchers."""
    if "marches" not in page.memo:
        page.memo["marches"] = _is_about_marches(page)
    found: bool = page.memo["marches"]
    return found


def _is_about_marches(page: Page) -> bool:
    words = len(_MARCH.findall(page.document.title or ""))
    for _ in page.matches(_MARCH) if words < MARCH_WORDS else ():
        words += 1
        if words >= MARCH_WORDS:
            break
    return words >= MARCH_WORDS and page.holds(_LARGE)


_Place = tuple[str, int, bool]
"""Of a trigger: its kind, which word it is, and whether a noun that stands alone more often than with a figure."""


class _Read(NamedTuple):
    """The words of a sentence, the same in lower case, and its triggers; all empty without a trigger."""

    words: list[str]
    lower: list[str]
    places: list[_Place]


_WORD = re.compile(r"\d[\d,]*(?:\.\d+)?|[^\W\d_]+(?:['’-][^\W\d_]+)*")
_HARM = frozenset({"killed", "wounded"})
_PRONOUNS = frozenset({"he", "she", "him", "her"})
_LOOSE_NOUNS = word_set(
    "shooting shootings murder murders homicide homicides death deaths killing killings slaying loss execution "
    "arrest arrests"
)
_COMPANION_REACH = 12
_NUMBERS_OF = (["number"], ["count"], ["total"], ["tally"])
"""'The number of deaths in the recent riots stands at 147.'"""


@lru_cache(maxsize=64)
def _read(text: str) -> _Read:
    words = _WORD.findall(text)
    lower = [word.lower() for word in words]
    places = _trigger_places(lower, model=_MODEL.search(text) is not None)
    return _Read(words, lower, places) if places else _Read([], [], [])


def _trigger_places(words: list[str], *, model: bool = False) -> list[_Place]:
    known = senses()
    if known.keys().isdisjoint(words):
        return []
    places = []
    for at, word in enumerate(words):
        if word in known:
            near = words[max(0, at - 2) : at + _COMPANION_REACH]
            for sense in known[word]:
                named = model and A_MODEL in sense.companions
                if named or not sense.companions or not sense.companions.isdisjoint(near):
                    of_number = words[at - 1 : at] == ["of"] and words[at - 2 : at - 1] in _NUMBERS_OF
                    done = word == "death" and words[at - 1 : at] == ["to"]  # "were sliced to death"
                    places.append((sense.kind, at, word in _LOOSE_NOUNS and not of_number and not done))
    return places


def _near(at: int, amounts: set[int], *, noun: bool) -> bool:
    reach = NEAR_NOUN if noun else NEAR
    return any(abs(at - amount) <= reach for amount in amounts)


_DATE_OR_AGE = re.compile(
    r"\s*(?:%|percent|-?\s?(?:year|month|week|day|hour|minute|mile|foot|block|inch)|[ap]\.?\s?m\b|:\d|st\b|nd\b"
    r"|rd\b|th\b"
    r"|north\b|south\b|east\b|west\b|,\s+(?:19|20)\d\d)",
    re.IGNORECASE,
)
_BEFORE_DATE = re.compile(
    r"(?:\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?|\d:|[$#/]|(?<=\w)[-–]|\b(?:age|aged|ages"
    r"|no\.|route|highway))\s?$",
    re.IGNORECASE,
)
_AGE = re.compile(r"\s*[,.;)]")


def _figure_places(text: str, words: list[str]) -> set[int]:
    known = _figure_words()
    places = {at for at, word in enumerate(words) if word in known}
    if "an" in words:  # "an officer", not "an accidental shooting"
        people = _persons(words)
        places |= {at for at, word in enumerate(words) if word == "an" and people & {*range(at + 1, at + 6)}}
    if any(word[0].isdigit() for word in words):
        places |= {
            at
            for at, match in enumerate(_WORD.finditer(text))
            if words[at][0].isdigit() and _is_count(text, match.start(), match.end())
        }
    return places


def _is_count(text: str, start: int, end: int) -> bool:
    """True for a number in digits that is no date, age or address."""
    if _DATE_OR_AGE.match(text, end):
        return False
    before = text[max(0, start - 12) : start]
    if before.rstrip().endswith((",", "(")) and _AGE.match(text, end):
        return False
    return _BEFORE_DATE.search(before) is None


def _one_places(words: list[str], *, headline: bool) -> set[int]:
    """'a soldier', 'an elderly woman', 'another 19-year-old'; in a headline any word for a person."""
    people = _persons(words)
    some = {at for at, word in enumerate(words) if word in _UNNUMBERED}
    if headline:
        return people | some
    return some | {at for at in people if not _ARTICLES.isdisjoint(words[max(0, at - 5) : at])}


def _persons(words: list[str]) -> set[int]:
    """Where a word for one person stands, 'ex-mayor' among them."""
    known = _persons_and_peoples()
    return {
        at
        for at, word in enumerate(words)
        if word in known or word.endswith(_ENDS) or ("-" in word and word.rpartition("-")[2] in known)
    }


def _pair_places(words: list[str]) -> set[int]:
    """'killed Smith and Daniel Jones', 'Smith as well as his son': names that are two."""
    joined = set()
    for at in range(1, len(words) - 1):
        word = words[at].lower()
        as_well = word == "well" and words[at - 1].lower() == "as"
        first = at - 2 if as_well else at - 1
        tied = word == "and" and words[at + 1][0].isupper() and not words[at][0].isupper()
        if (tied or as_well) and first >= 0 and words[first][0].isupper():
            joined.add(at)
    return joined


_ENDS = ("year-old", *nouns.ENDS_OF_ONE)
_UNNUMBERED = frozenset({"some", "others"})
_OF_WAR = word_set("one post outpost headquarters hq camp base depot bridge tower barracks checkpoint warehouse")
"""What an army loses besides: 'wiped out a brigade headquarters', 'one Sikorsky was brought down'."""
_MODEL = gated(r"\b[A-Z][A-Za-z]{0,4}-?\d{1,4}[A-Z]{0,3}s?\b")
_ORDINALS = frozenset({"second", "third", "fourth", "fifth", "sixth"})
_ARTICLES = frozenset({"a", "an", "one", "another"})


@cache
def _figure_words() -> frozenset[str]:
    vague = {word for row in lexicons.rows("vague") for word in row["word"].lower().split()}
    plain = word_set(
        "two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
        "eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred thousand million dozen "
        "couple parents twins duo trio triplets half both nobody none one no double triple"
    )
    hyphened = frozenset(f"{ten}-{unit}" for ten in plain for unit in ("one", *plain) if ten.endswith("ty"))
    return plain | hyphened | (vague - {"a", "an", "very", "of", "as", "yet", "number"})


@cache
def _machines() -> frozenset[str]:
    """Words for what flies, drives or swims: one of them that was destroyed counts."""
    vehicles = (w for w, noun in nouns.nouns().items() if "vehicle" in noun.sorts and not noun.plural)
    return frozenset(vehicles) - {"car", "cars", "bus", "truck", "van", "vehicle", "taxi", "lorry"} | _OF_WAR


@cache
def _peoples() -> frozenset[str]:
    """'A Palestinian', 'a Kenyan': words for somebody of a people, in lower case."""
    return frozenset(w for w, noun in nouns.nouns().items() if noun.category == "people")


@cache
def _persons_and_peoples() -> frozenset[str]:
    return _person_words() | _peoples() | _ORDINALS


@cache
def _person_words() -> frozenset[str]:
    return frozenset(w for w, noun in nouns.nouns().items() if noun.category == "person" and not noun.plural)


_FIGURE = gated(
    r"\d+|\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w{3,5}teen|(?:twen|thir|for|fif|six"
    r"|seven|eigh|nine)ty"
    r"|hundreds?|thousands?|million|dozens?|none|twice)\b",
    re.IGNORECASE,
)
_BARE = gated(
    r"\b(?:figures?|counts?|counted|numbers?|tolls?|tally|totals?|estimates?|put|spoken?|gives?|gave|it\s+was"
    r"|among\s+(?:them|whom|the)|of\s+(?:them|these|those|the\s+(?:dead|victims|injured|wounded))"
    r"|(?:says?|said|confirm(?:s|ed)?|record(?:s|ed)|acknowledged?)\s+(?:[a-z]+\s+){0,4}?(?:\d[\d,]*"
    r"|[a-z]+)(?=\s*(?:[.,;]|$))"
    r"|^\W*[\w-]+\s+(?:were|are)\s+(?:children|women|men|civilians|soldiers|boys|girls|minors|police|officers"
    r"|foreigners)\b"
    r"|^\W*(?:that|this|it|they|these|the\s+\w+)\s+(?:also\s+)?includ(?:es?|ed)|lists?\s+of|makes|arrived\s+at"
    r"|never|looking\s+for|searching\s+for)\b|^\s*[•*–—-].*:\s",
    re.IGNORECASE,
)
_LISTED = gated(r"\s*[•*–—-].*:\s|[^:.]{2,90}:\s*(?:at least |about |over )?\d")
_MARCH = gated(
    r"\b(?:(?-i:march)|march(?:ed|es|ers?|ing)|demonstrat(?:ors?|ions?|ed)|protest(?:s|ers|ors|ed)|rall(?:y|ies"
    r"|ied)|processions?|turnout"
    r"|unions?|organi[sz]ers)\b",
    re.IGNORECASE,
)
_LARGE = gated(r"\d,\d{3}|\bmillion\b|\bthousands?\b", re.IGNORECASE)
LIVE = 3
"""So many lines that begin with an hour make a page a live report, whose entries are no teasers."""
_ENTRY = re.compile(r"(?m)^[ \t]{0,4}(?:(?:[01]\d|2[0-3])[:.][0-5]\d\b|\d[:.][0-5]\d\s?[ap]\.?m\b)")
_TEASER = gated(r"\d?\d:[0-5]\d\s+(?=\S*[A-Z])[^.!?]+$|(?:\d{1,2}:\d\d\s+){2}")
"""A clip's length and title ("1:52 Owner shoots robber"): furniture that speaks of other incidents."""
