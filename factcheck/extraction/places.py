"""Where it happened: the most precise place that a report ties to one claim, or None when it does not say.

The place in the claim's own clause counts first, then its sentence, what "there" or "the capital" points to, and last
the place of the incident that the whole page tells of. Where somebody stood who spoke of it does not count.
"""

from __future__ import annotations

import re
from collections import Counter
from functools import cache

from factcheck import lexicons
from factcheck.extraction import placenames
from factcheck.extraction.nearness import distance
from factcheck.extraction.page import Finding, Page, Sentence
from factcheck.extraction.placenames import Hold, Mention
from factcheck.naming import name_key
from factcheck.values import Span


def place_of(page: Page, finding: Finding) -> str | None:
    """The place of the counted or asserted thing as the page writes it, with what it lies in when that is said."""
    places = _places(page)
    own = _in_sentence(places, finding)
    if own is None:
        own = places.pointed_at(finding.sentence) or places.carried(finding.sentence)
    return own


def _places(page: Page) -> _Places:
    if "places" not in page.memo:
        page.memo["places"] = _Places(page)
    places: _Places = page.memo["places"]
    return places


def _in_sentence(places: _Places, finding: Finding) -> str | None:
    """The label of the place in the finding's own sentence, the nearest and finest first."""
    found = [m for m in places.by_sentence.get(finding.sentence.index, ()) if m.hold >= Hold.NAMED]
    border = places.border_in(finding.sentence)
    if not found:
        return border
    best = min(found, key=lambda m: (distance(finding, m.span) + (0, 1, 2, 4)[3 - m.fine], m.span.start))
    if border and best.fine == 0:
        return border
    anchor = places.anchor
    if best.fine < 2 and anchor is not None and anchor.fine > best.fine and _lies_in(anchor, best, places):
        return anchor.label
    return best.label


def _lies_in(inner: Mention, outer: Mention, places: _Places) -> bool:
    """True when the page or the gazetteer puts the inner place into the outer one."""
    if outer.name in inner.chain or outer.text in inner.chain:
        return True
    return placenames.lies_in(inner.name, outer.name)


class _Places:
    """The named places of one page and the place of its incident."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.mentions = placenames.find(page)
        self.by_sentence: dict[int, list[Mention]] = {}
        for mention in self.mentions:
            self.by_sentence.setdefault(mention.sentence, []).append(mention)
        self.countries = _countries(page)
        self.anchor = self._anchor()

    def _anchor(self) -> Mention | None:
        """The place of the page's incident: firm, early, fine, often named, and in the headline."""
        title = self.page.document.title or ""
        titled = placenames.in_title(title)
        votes: Counter[str] = Counter(name_key(m.name) for m in self.mentions if m.hold >= Hold.OFFICE)
        headline = {name_key(m.name) for m in titled}
        length = max(1, len(self.page.sentences))

        def weight(mention: Mention) -> float:
            score = {
                Hold.LOCATED: 3.0,
                Hold.NAMED: 2.0,
                Hold.DATELINE: 1.5,
                Hold.OFFICE: 1.0,
                Hold.SAID: -1.0,
            }.get(mention.hold, 0.0)
            score += 1.5 * mention.eventful + (0.0, 0.5, 1.0, 1.5)[mention.fine]
            score += min(3, votes[name_key(mention.name)] - 1) * 0.6 + 1.5 * (1 - mention.sentence / length)
            return score + 2.0 * (name_key(mention.name) in headline)

        best = max(self.mentions, key=lambda m: (weight(m), -m.span.start), default=None)
        if best is None or weight(best) < 2.0:
            return max(titled, key=lambda m: m.fine, default=best)
        return best

    def pointed_at(self, sentence: Sentence) -> str | None:
        """What 'there' or 'the capital' in the sentence means."""
        if _CAPITAL.search(sentence.text):
            capital = self._capital()
            if capital:
                return capital
        if _THERE.search(sentence.text):
            before = [m for m in self.mentions if m.span.end <= sentence.span.end and m.hold >= Hold.NAMED]
            near = [m for m in before if m.sentence >= sentence.index - 3]
            if near:
                return near[-1].label
        return None

    def _capital(self) -> str | None:
        country = next(iter(self.countries), None)
        return _capitals().get(country) if country else None

    def border_in(self, sentence: Sentence) -> str | None:
        """'Afghanistan-Pakistan border' where the sentence speaks of the border of the two countries of the page."""
        if not _BORDER.search(sentence.text) or len(self.countries) < 2:
            return None
        return "-".join(sorted(self.countries[:2])) + " border"

    def carried(self, sentence: Sentence) -> str | None:
        """The place that holds for a sentence without its own: of what happened just before, else of the incident."""
        for index in range(sentence.index - 1, max(-1, sentence.index - 4), -1):
            if self.page.sentences[index].paragraph != sentence.paragraph:
                break
            firm = [m for m in self.by_sentence.get(index, ()) if m.hold is Hold.LOCATED and m.fine > 0]
            if firm:
                return firm[-1].label
        return None if self.anchor is None else self.anchor.label


_THERE = re.compile(
    r"\bthere\b(?!\s+(?:is|are|was|were|has|have|had|will|would|may|might|can|could|be|seems?|appears?)\b)", re.I
)
_CAPITAL = re.compile(r"\b(?:in|of|for|at|across|around)\s+the\s+capital\b(?!\s+(?:of|city)\b)", re.I)
_BORDER = re.compile(
    r"\b(?:the|their|its|shared|common|across|along)\s+(?:[\w-]+\s+){0,3}?(?:border|frontier)\b(?!\s+(?:post|guard|force|police|town))",
    re.I,
)


def _countries(page: Page) -> list[str]:
    """The countries of which the page speaks, by name or adjective, the most frequent first."""
    pattern, names = _country_words()
    counted = Counter(names[match.group().casefold()] for match in pattern.finditer(page.text))
    return [name for name, _ in counted.most_common()]


@cache
def _country_words() -> tuple[re.Pattern[str], dict[str, str]]:
    names: dict[str, str] = {}
    for row in lexicons.rows("countries"):
        for key in ("name", "adjective", "people", "aliases"):
            for word in row[key].split(";"):
                if len(word) > 2:
                    names.setdefault(word.casefold(), row["name"])
    words = sorted(names, key=len, reverse=True)
    return re.compile(r"\b(?:" + "|".join(map(re.escape, words)) + r")\b", re.I), names


@cache
def _capitals() -> dict[str, str]:
    return {row["name"]: row["capital"].split(";")[0] for row in lexicons.rows("countries") if row["capital"]}
