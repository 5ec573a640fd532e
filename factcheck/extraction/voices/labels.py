"""A speaker in front of a colon: "X: at least ten dead", "X had a fuller count: ten dead"."""

from __future__ import annotations

import re

from factcheck.extraction.page import Page, Sentence
from factcheck.extraction.places.mentions import known
from factcheck.extraction.voices import speaking, statements
from factcheck.extraction.voices.cast import cast_of
from factcheck.extraction.voices.speakers import resolve
from factcheck.lexicons import word_set

_LABEL = re.compile(
    r"^[\s•*–—-]*(?:\d{1,2}[:.]\d{2}\s*(?:[ap]\.?m\.?)?\s*[-–—]?\s*)?(?P<who>(?:[Tt]he "
    r"|[Aa]n? )?[^:.!?\"“”]{2,90}?):\s"
)


def label_speaker(page: Page, sentence: Sentence, at: int) -> str | None:
    """The claimant that stands in front of a colon before a place in the sentence, or None."""
    label = _LABEL.match(sentence.text)
    if label is None or label.end() > at or "(" in label["who"]:
        return None
    who = re.split(r",| to | again\b| on \w+", label["who"])[0].strip()
    said = _SAYS.search(label["who"])
    if said is not None:
        return resolve(page, sentence, said["who"])  # "Nonsense, says the mayor: ..."
    reported = _REPORTS.match(label["who"])
    if reported is not None and speaking.is_office(reported["who"].split()[-1]):
        return resolve(page, sentence, reported["who"])
    if _ENTRY.match(sentence.text) and _CAPITALS.fullmatch(who) and not _is_elsewhere(who):
        return resolve(page, sentence, who)
    if cast_of(page).person(who) is None and not _names_speaker(who):
        counted = _subject_before(sentence, label.end("who"), _FIGURE.search(label["who"]) is None)
        if counted is None or (at - label.end() > 15 and _FIGURE.search(label["who"]) is None):
            return None
        who = counted
    return resolve(page, sentence, who)


_SAYS = re.compile(
    r",\s+(?:says|said|answers|answered|retorts|retorted|insists|insisted|replies|replied)\s+(?P<who>(?:an?\s+"
    r"|the\s+)?\w.*)$"
)
_REPORTS = re.compile(
    r"^[\s•*–—-]*(?:[Ii]nitial\s+|[Ee]arly\s+|[Ff]irst\s+|[Uu]nconfirmed\s+)*(?:[Rr]eports?|[Ff]igures?"
    r"|[Ss]tatements?|[Nn]umbers)"
    r"\s+(?:from|by|of)\s+(?P<who>[\w'’ .-]{3,60})$"
)
_ENTRY = re.compile(r"^\s*\d{1,2}[:.]\d{2}\s*(?:[ap]\.?m\.?)?\s*[-–—]?\s*")
_CAPITALS = re.compile(r"(?:the\s+|The\s+)?[A-Z][\w'’.-]*(?:\s+(?:of\s+|for\s+|the\s+)?[A-Z][\w'’.-]*){0,3}")
_PLAIN = word_set("update breaking correction latest summary recap live photo video map more note watch listen")


def _is_elsewhere(who: str) -> bool:
    """A place or a heading in front of a live report's entry is no speaker."""
    return (
        who.lower().split()[0] in _PLAIN
        or who.split()[-1].lower() in _HEADINGS
        or known(who.removeprefix("the ").removeprefix("The "), 0, 0) is not None
    )


_FIGURE = re.compile(r"\b(?:count|toll|tally|figures?|numbers?|breakdown|estimate|balance|total)\b", re.IGNORECASE)


_ACRONYM = re.compile(
    r"(?!(?:STORY|VIDEO|PHOTOS?|UPDATE[DS]?|LIVE|WATCH|NEWS|MAPS?|LIST|QUOTES?|FACTS?|NOTE|EDITOR|MORE|READ|ALSO"
    r"|TOP|NEW|JUST|WARN"
    r"|ALERT|EMAIL|PHONE|TEXT|INFO)\b)[A-Z]{3,6}"
)
_HEADINGS = word_set(
    "figures update updates highlights casualties toll overview summary total totals status note notes situation "
    "statistics data numbers attendance deaths injuries damage dead injured missing"
)


def _names_speaker(who: str) -> bool:
    words = who.split()
    if not words or len(words) > 9:
        return False
    if words[-1].lower() in _HEADINGS:
        return False
    if statements.is_body_name(who.removeprefix("the ").removeprefix("The ")) or _ACRONYM.fullmatch(who):
        return True
    return words[0].lower() in ("the", "a", "an") and len(words) < 4 and speaking.is_office(words[-1])


def _subject_before(sentence: Sentence, end: int, named: bool) -> str | None:
    """The speaking subject of the clause in front of a colon; ``named``: only a name will do."""
    if sentence.tokens is None:
        return None
    for token in sentence.tokens:
        if token.idx >= end or token.dep_ not in ("nsubj", "ROOT", "dep") or not speaking.may_speak(token):
            continue
        introduced = token.dep_ == "ROOT" and speaking.is_office(token.lower_)
        if (
            token.pos_ == "PROPN"
            or introduced
            or (not named and (token.pos_ == "PRON" or speaking.is_office(token.lower_)))
        ):
            return speaking.phrase_of(token)
    return None
