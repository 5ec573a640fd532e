"""The countries that a page speaks of, their capitals, and the border between the two it is about."""

from __future__ import annotations

import re
from collections import Counter
from functools import cache

from factcheck import lexicons
from factcheck.extraction.happening import Telling, telling
from factcheck.extraction.page import Sentence
from factcheck.extraction.places.mentions import Hold, Mention
from factcheck.extraction.places.placewords import DISTRICT
from factcheck.values import Span

_CAPITALISED = re.compile(
    r"(?:Saudi |Sri |South |North |United |New |El |Burkina |Sierra |Costa |Ivory )?[A-Z][\w.]+"
)
_BORDER = re.compile(
    r"\b(?:the|their|its|shared|common|across|along|at|on|near|two|several|\d+)\s+(?:[\w-]+\s+){0,3}?"
    r"(?:border|frontier)\b(?!\s+(?:guard|force|police|town|agency|security|official|officer|village|region))",
    re.IGNORECASE,
)


_NEAR_IT = re.compile(
    r"(?:\b[A-Z][\w'’-]+(?:\s+(?:village|town|district|province|area|region|state|city))?,?\s+|\d\s*k(?:m|ilomet\w+)\s+)"
    r"(?:near|close\s+to|not\s+far\s+from|from|beside)\s+$"
)
"""'Kaiama district near the border with Benin', '40 km from the border': where a town lies."""

FAR = frozenset({"United States", "United Kingdom"})
"""Their offices and surveys are quoted on the borders of others: on theirs a sentence names them."""
_SHORT = re.compile(r"\b(?:U\.S\.|US|UK|U\.K\.)(?=\W)")


def countries_in(text: str) -> list[str]:
    """The countries of which the text speaks, by name or adjective, the most frequent first."""
    names = _names()
    counted = Counter(names[word] for word in _CAPITALISED.findall(text) if word in names)
    return [name for name, _ in counted.most_common()]


def borders_in(
    sentence: Sentence, countries: list[str], *, whole: bool = False, headline: bool = False
) -> list[Mention]:
    """'Afghanistan-Pakistan border' where the sentence speaks of the border of the page's two countries.

    ``whole``: it stands for the border, though it does not name it; ``headline``: what it names is the scene.
    """
    found: list[Mention] = []
    named = _CAPITALISED.findall(sentence.text)
    here = {_names().get(word) for word in (*named, *_SHORT.findall(sentence.text))}
    pair = [name for name in countries if name not in FAR or name in here or name == countries[0]][:2]
    if len(pair) < 2:
        return found
    label = "-".join(sorted(pair)) + " border"
    if whole:
        return [Mention(label, label, sentence.span, sentence.index, Hold.LOCATED, DISTRICT, False, True)]
    for match in _BORDER.finditer(sentence.text):
        span = Span(sentence.span.start + match.start(), sentence.span.start + match.end())
        told = telling(sentence.text[: match.start()], sentence.text[match.end() :])
        if _NEAR_IT.search(sentence.text, max(0, match.start() - 24), match.start()):
            continue
        hold = (
            Hold.SAID
            if told is Telling.SAID
            else Hold.LOCATED
            if headline or told is Telling.EVENT
            else Hold.NAMED
        )
        found.append(Mention(label, label, span, sentence.index, hold, DISTRICT, False, told is Telling.EVENT))
    return found


@cache
def capitals() -> dict[str, str]:
    """Country -> its capital."""
    return {row["name"]: row["capital"].split(";")[0] for row in lexicons.rows("countries") if row["capital"]}


@cache
def capital_names() -> frozenset[str]:
    """Every capital and seat of government."""
    return frozenset(name for row in lexicons.rows("countries") for name in row["capital"].split(";"))


@cache
def _names() -> dict[str, str]:
    names: dict[str, str] = {}
    for row in lexicons.rows("countries"):
        for key in ("name", "adjective", "people", "aliases"):
            for word in row[key].split(";"):
                names.setdefault(word, row["name"])
    names.pop("", None)
    return names
