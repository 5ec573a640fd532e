"""The features of days (``extraction/dates/candidates.py``) in words."""

from __future__ import annotations

import re

from factcheck.extraction.inwords.phrasebook import Phrasebook

_GENRES = {"news": "a news report", "report": "a report", "live": "a live page", "telex": "a telex",
           "statement": "a statement"}  # fmt: skip

_CUES = {
    "night": "a night", "slow": "slow harm", "sudden": "a sudden event", "going on": "what goes on",
    "since": "“since”", "days of": "“days of”", "tolls": "running tolls", "unrest": "unrest", "war": "war",
}  # fmt: skip


def _where(name: str) -> str:
    return {"lead": "at the top", "early": "early on the page", "later": "later on the page"}.get(
        name, f"told as {name}"
    )


def _begins(match: re.Match[str]) -> str:
    return f"on its first day stands {match[1]}, {_where(match[2])}"


def _against(match: re.Match[str]) -> str:
    said = BOOK.say(match[1])
    return f"against the others: {said or match[1]}"


def _later(match: re.Match[str]) -> str:
    count = {"0": "no other day that the page names is", "1": "one later day that the page names is"}
    return (
        f"it is {_span(match[1])}, and {count.get(match[2], 'several later days that the page names are')} in it"
    )


def _cue(name: str) -> str:
    cue, where = re.fullmatch(r"(.+) (in the title|at the top)", name).groups()  # type: ignore[union-attr]
    return f"and words of {_CUES.get(cue, cue)} stand {where}"


_WHOSE = {"begins": "its first day", "its phrase": "just these days"}


def _named(match: re.Match[str]) -> str:
    whose = _WHOSE[match[1]]
    return f"{whose} {'is' if match[1] == 'begins' else 'are'} named"


def _nth(number: int) -> str:
    names = ("the first sentence", "the second sentence", "the third sentence", "the fourth sentence")
    return (
        names[number] if number < len(names) else f"sentence {number + 1}" if number < 6 else "sentence 7 or later"
    )


def _shared(count: str) -> str:
    return {"0": "no words", "1": "a word"}.get(count, "words")


def _figures(count: str) -> str:
    return {"0": "no figures", "1": "one figure", "2": "two figures"}.get(count, "three figures or more")


BOOK = Phrasebook((
    (r"not: (.+)", _against),
    (r"no days", "no days at all"),
    (r"begins with the title", "the title names its first day"),
    (r"begins with a numbered day", "the page counts its days from the first"),
    (r"begins with (.+), (lead|early|later|an? \w+)", _begins),
    (r"begins in a sentence with (\d) words of the title",
        lambda m: f"{_shared(m[1])} of the title stand with its first day"),
    (r"begins with (.+) and (\d) words of the title",
        lambda m: f"on its first day stands {m[1]}, with {_shared(m[2])} of the title"),
    (r"begins with (\d) figures", lambda m: f"{_figures(m[1])} of dead or hurt hold for its first day"),
    (r"begins where the rules say", "it begins where the rules say"),
    (r"begins as the page counts back", "the page counts back to its first day"),
    (r"(begins|its phrase) in sentence (\d)", lambda m: f"{_named(m)} in {_nth(int(m[2]))}"),
    (r"(begins|its phrase) beside (a|no) figure(?: of dead or hurt)?",
        lambda m: f"{_named(m)} beside {m[2]} figure of dead or hurt"),
    (r"(begins|its phrase) with weight (-?\d)",
        lambda m: f"the rules weigh what names {_WHOSE[m[1]]} with {m[2]} (-3 to 9)"),
    (r"begins with hours of (.+)", lambda m: f"it begins on the page's own day, and hours stand with {m[1]}"),
    (r"begins without hours", "it begins on the page's own day, and no hours stand there"),
    (r"begins (\d) times told", lambda m: f"its first day is told {'once' if m[1] == '1' else m[1] + ' times'}"),
    (r"begins (since|until|after|before|from|by) ((?:a|an|what) (?!page).+)",
        lambda m: f"“{m[1]}” its first day stands {m[2]}"),
    (r"begins (earliest|latest)( alone)?",
        lambda m: f"its first day is the {'only' if m[2] else m[1]} recent day of the page"),
    (r"begins (.+) in (\w+)", lambda m: f"it begins {m[1]}, in {_GENRES.get(m[2], m[2])}"),
    (r"begins (.+)", lambda m: f"it begins {m[1]}"),
    (r"ends with its phrase, (.+)", lambda m: f"a phrase of the page spans just these days, {m[1]}"),
    (r"ends (.+)", lambda m: f"it ends {m[1]}"),
    (r"(one day|span) with (\d) later days", _later),
    (r"the days of the title", "the title names just these days"),
    (r"what the rules say(?:, .+)?", "the rules say so"),
    (r"(one day|span until [^,]+?|night until [^,]+?) in (\w+)",
        lambda m: f"it is {_span(m[1])}, in {_GENRES.get(m[2], m[2])}"),
    (r"(one day|span until [^,]+?|night until [^,]+?), (.+)", lambda m: f"it is {_span(m[1])}, {_cue(m[2])}"),
    (r"(one day|span until .+|night until .+)", lambda m: f"it is {_span(m[1])}"),
))  # fmt: skip
"""What each feature of a page's days says."""


def _span(shape: str) -> str:
    name, _, end = shape.partition(" until ")
    told = {"one day": "one day", "span": "several days", "night": "a night"}[name]
    return told if not end else f"{told} until {'before the page' if end == 'earlier' else end}"
