"""Where a phrase of time stands on its page: how deep, beside which figures, under which words of the title."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from factcheck.extraction.dates.anchor import weight_of
from factcheck.extraction.dates.datedphrases import Dated, Role
from factcheck.extraction.dates.pagetimes import PageTimes

WHAT = {
    Role.FURNITURE: "a dateline", Role.LABEL: "a label", Role.FUTURE: "what is to come", Role.SAID: "a statement",
    Role.COUNTED: "a count", Role.AFTERMATH: "an aftermath", Role.OPEN: "what was", Role.EVENT: "what happened",
}  # fmt: skip
"""What a phrase dates, in the words of the features."""

_CASUALTIES = re.compile(
    r"\b(?:kill|dead|died|death|dies|wound|injur|hurt|casualt|toll|missing|bodies|perish|lost)", re.I
)
_FIGURE = re.compile(
    r"\d|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozens?|hundreds?|scores)\b", re.I
)
DEEP, HEAVIEST, LIGHTEST = 6, 9, -3
"""Sentence from which on all are deep in the page; bounds of the weights that are told apart."""


def stands(times: PageTimes, dated: Dated) -> Iterator[str]:
    """Where a phrase stands: how far down, beside a figure of dead or hurt or not, how heavy for the rules."""
    text, span, sentence = times.page.text, dated.phrase.span, times.page.sentences[dated.sentence]
    rest = f"{text[sentence.span.start : span.start]} {text[span.end : sentence.span.end]}"
    yield f"in sentence {min(dated.sentence, DEEP)}"
    yield "beside a figure of dead or hurt" if _counts(rest) else "beside no figure"
    yield f"with weight {max(LIGHTEST, min(HEAVIEST, round(weight_of(times, dated))))}"


SHARED, FIGURES = 3, 3
"""So many words of the title in a sentence, and figures after a day, are as many as any more."""


def holds(times: PageTimes, dated: Dated) -> Iterator[str]:
    """How much of what the page is about a phrase holds for: words of the title, figures of dead and hurt."""
    shared = len(_title(times) & _words(times.page.sentences[dated.sentence].text))
    yield f"in a sentence with {min(shared, SHARED)} words of the title"
    yield f"with {WHAT[dated.role]} and {min(shared, SHARED - 1)} words of the title"
    yield f"with {min(_figures(times)[id(dated)], FIGURES)} figures"


def _counts(text: str) -> bool:
    return _CASUALTIES.search(text) is not None and _FIGURE.search(text) is not None


_WORD = re.compile(r"[a-z]{4,}")
_OF_NO_THING = frozenset(
    ("with", "from", "were", "been", "have", "that", "which", "their", "this", "these", "after", "before")
)
STEM = 5
"""Letters by which words are compared: 'collapsed' and 'collapse' are one."""


def _words(text: str) -> set[str]:
    return {word[:STEM] for word in _WORD.findall(text.lower()) if word not in _OF_NO_THING}


def _title(times: PageTimes) -> set[str]:
    memo = times.page.memo
    if "words of the title" not in memo:
        memo["words of the title"] = _words(times.page.document.title or "")
    found: set[str] = memo["words of the title"]
    return found


REACH = 3
"""Sentences behind a day for whose figures it may still hold."""


def _figures(times: PageTimes) -> Counter[int]:
    """How many sentences with a figure of dead or hurt each phrase holds for, as their own or the last before."""
    memo = times.page.memo
    if "figures of days" not in memo:
        memo["figures of days"] = _counted(times)
    found: Counter[int] = memo["figures of days"]
    return found


def _counted(times: PageTimes) -> Counter[int]:
    happened = [d for d in times.dated if d.role >= Role.OPEN and d.phrase.grain != "clock"]
    found: Counter[int] = Counter()
    for sentence in times.page.sentences:
        if _counts(sentence.text):
            own = [d for d in happened if d.sentence == sentence.index]
            near = [d for d in happened if 0 < sentence.index - d.sentence <= REACH]
            found.update(id(d) for d in own or near[-1:])
    return found
