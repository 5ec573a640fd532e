"""Which sentences may carry a count: a trigger word with something to count near it. The rest is never parsed."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable

from factcheck.extraction.counts.anaphora import may_take_up
from factcheck.extraction.counts.byplace import SHARED_OUT, may_be_shared_out
from factcheck.extraction.counts.genre import is_police_report
from factcheck.extraction.counts.headings import is_none, topics
from factcheck.extraction.counts.kinds import senses
from factcheck.extraction.counts.loose import may_be_paired, may_stand_alone
from factcheck.extraction.counts.materiel import in_loss_lists
from factcheck.extraction.counts.namedasdead import MAY_NAME, may_name_the_dead
from factcheck.extraction.counts.nobody import may_tell_of_none
from factcheck.extraction.counts.ofmarches import LARGE, is_about_marches
from factcheck.extraction.counts.phrases import may_tell
from factcheck.extraction.counts.rivalfigures import coded, may_be_rival
from factcheck.extraction.counts.single import may_be_single
from factcheck.extraction.counts.topicwords import asked_kind
from factcheck.extraction.counts.unnumbered import may_be_unnumbered
from factcheck.extraction.counts.wordplaces import NO_KINDS, counted_kinds, is_count, single_kinds
from factcheck.extraction.furniture import foreign
from factcheck.extraction.gates import Several, gated
from factcheck.extraction.page import Page, Sentence

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


def wanted(page: Page) -> list[Sentence]:
    """The sentences of a page that need a parse for its counts, in order."""
    march = is_about_marches(page)
    police = is_police_report(page)
    chosen = _Chosen(police=police)
    others = foreign(page)
    below = topics(page)
    live = len(_ENTRY.findall(page.text)) >= LIVE
    looked_at: list[Sentence] = []
    for sentence in page.sentences:
        if sentence.text in chosen.seen or sentence.index in others or (not live and _TEASER.match(sentence.text)):
            continue
        chosen.seen.add(sentence.text)
        looked_at.append(sentence)
        if march and LARGE.search(sentence.text):
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
    return chosen.all() if police else chosen.with_figures(looked_at)


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
        figures, ones = counted_kinds(sentence.text) if told else NO_KINDS
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

    def with_figures(self, sentences: Iterable[Sentence]) -> list[Sentence]:
        """All of them, and where some tell of a figure every other sentence with one: more may count the same."""
        chosen = self.all()
        if self._last_figure < 0:
            return chosen
        for sentence in sentences:
            if sentence.index not in self._kept and has_figure(sentence.text):
                self.keep(sentence)
        return [self._kept[index] for index in sorted(self._kept)]

    def all(self) -> list[Sentence]:
        """The chosen sentences; those about a person spoken of only where a kind has few others."""
        for kind, sentences in self._singles.items():
            most = SINGLES_OF_NEWS if not self._police else SINGLES if self._ones[kind] < ENOUGH else 0
            for sentence in sentences[:most]:
                self.keep(sentence)
        return [self._kept[index] for index in sorted(self._kept)]


def may_continue(text: str) -> bool:
    """True when a sentence may give a figure for something counted before it ("Kabul put the figure at 58")."""
    if len(text) >= 400 or not has_figure(text):
        return False
    return _BARE.search(text) is not None or may_be_rival(text) or may_be_paired(coded(text))


def has_figure(text: str) -> bool:
    """True for a line of a list, a number word, or digits that are no date, age, hour or address."""
    return _LISTED.match(text) is not None or any(
        not match.group().isdigit() or is_count(text, match.start(), match.end())
        for match in _FIGURE.finditer(text)
    )


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
LIVE = 3
"""So many lines that begin with an hour make a page a live report, whose entries are no teasers."""
_ENTRY = re.compile(r"(?m)^[ \t]{0,4}(?:(?:[01]\d|2[0-3])[:.][0-5]\d\b|\d[:.][0-5]\d\s?[ap]\.?m\b)")
_TEASER = gated(r"\d?\d:[0-5]\d\s+(?=\S*[A-Z])[^.!?]+$|(?:\d{1,2}:\d\d\s+){2}")
"""A clip's length and title ("1:52 Owner shoots robber"): furniture that speaks of other incidents."""
