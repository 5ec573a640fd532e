"""Whose figure it is, said in an aside: 'in the view of the organisers', 'Officially'."""

from __future__ import annotations

import re

from factcheck.extraction.gates import gated
from factcheck.extraction.page import Page, Sentence
from factcheck.extraction.voices import speaking, statements
from factcheck.extraction.voices.homes import home_of
from factcheck.extraction.voices.speakers import resolve
from factcheck.language.naming import adjective, state_adjective
from factcheck.lexicons import word_set
from factcheck.values import Span

_WHO = r"((?:[Tt]he |[Ii]ts |[Tt]heir |[Hh]is |[Aa]n? )?[\w’'.&-]+(?: [\w’'.&-]+){0,6}?)"
_END = r"(?=\s*(?:[,.;:)–—]|$))"
_VIEW = (
    r"(?:view|eyes|opinion|words?|judge?ment|telling|estimation|reckoning|version|account|count|figures?"
    r"|calculations?|tally|numbers)"
)
_BEHIND = gated(
    rf"\b(?:in|by|on|from|going by|to go by|according to) the (?:own )?{_VIEW} (?:of|from|given by) {_WHO}{_END}"
    rf"|\b(?:to go|going|judging) by {_WHO}{_END}"
    rf"|,? (?:or )?so {_WHO} (?:says?|said|claims?|claimed|insists?|maintains?){_END}"
    rf"|\b(?:if|provided|assuming) {_WHO}(?:['’]s? (?:own )?(?:{_VIEW}|report|word|claim))? (?:is|are) (?:right"
    rf"|correct|"
    rf"complete|accurate|to be (?:believed|trusted)|telling the truth){_END}"
    rf"|[:;,–—-] (?:that|this|which|such) (?:is|was) (?:what|how many|all|as much as|as many as) {_WHO} (?:says?"
    rf"|said|admits?|admitted|"
    rf"gives?|gave|counts?|counted|reports?|reported|claims?|claimed|concedes?|conceded)(?: to)?{_END}"
    rf"|\bto believe {_WHO}{_END}"
    rf"|\bas {_WHO} (?:has|have|had|will have|would have) it{_END}"
    rf"|[–—-] ?(?:that|this|these|it|all this)(?: (?:is|was|are|comes?|came))? (?:from|by"
    rf"|according to) {_WHO}{_END}"
    rf"|[:;] (?:that|this) (?:is|was) the (?:balance|toll|count|figure|tally|reckoning|sum|result|account"
    rf"|verdict)s? "
    rf"(?:of|from|given by) {_WHO}{_END}"
)
_AHEAD = gated(
    rf"^\W*(?:And |But )?(?:(?:In|By|On) the (?:own )?{_VIEW} of {_WHO}|As {_WHO} (?:has|have|had|would have"
    rf"|will have) it"
    rf"|(?:To go|Going|Judging) by {_WHO}|If {_WHO} (?:is|are) (?:right|correct|to be (?:believed|trusted))"
    rf"|(?:By|On|According to) (?P<whose>(?:[Tt]he )?[\w’'.&-]+?(?: [\w’'.&-]+?){{0,4}}?)(?:['’]s|(?<=s)['’])"
    rf" (?:own |latest |official |first |last )?(?:count|reckoning|tally|estimate|figures|numbers|account)"
    rf"|(?:By|On) (?P<own>its|their|his|her) own (?:{_VIEW}|admission|testimony)),? "
)
_OFFICIAL = gated(
    r"\b(?:[Oo]fficially\b|(?:[Tt]he |[Aa]n |[Ll]atest |[Ff]irst |[Ll]ast )official (?:death )?(?:count|toll"
    r"|figures?|tally|numbers?|"
    r"balance|total|list|version|statistics)\b|[Oo]fficial (?:figures|statistics|numbers|counts?)\b)"
)
_STATE_FIGURE = gated(
    r"\b(?P<state>[A-Z][a-z]+)(?: (?:official|own|military|army|government|army's))? (?:death )?(?:counts?"
    r"|tolls?|figures?|tally|tallies|"
    r"numbers|claims?|estimates?|balance|reckoning|accounts?|version|losses figure)\b"
)
_DIGIT = re.compile(r"\d")
_REACH = 90
"""Characters from an aside in front of a figure to the figure."""


def aside(page: Page, sentence: Sentence, inside: Span) -> str | None:
    """The claimant that an aside of the sentence names for a figure, or None."""
    text = sentence.text
    cut = text.find(";", inside.end)
    if re.match(r"; (?:that|this) (?:is|was) ", text[cut:] if cut >= 0 else ""):
        cut = -1
    match = _BEHIND.search(text, inside.end, cut if cut >= 0 else len(text))
    if (
        match is not None
        and match.start() - inside.end < 140
        and (match.group()[:1] in "–—-" or not _DIGIT.search(text, inside.end, match.start()))
    ):
        found = _named(page, sentence, next(filter(None, match.groups()), ""))
        if found is not None:
            return found
    ahead = _AHEAD.search(text)
    if ahead is not None and ahead.end() <= inside.start and ";" not in text[ahead.end() : inside.start]:
        if ahead["own"]:
            who = _SUBJECT.match(text, ahead.end())
            return None if who is None else _named(page, sentence, who["who"])
        return _named(page, sentence, next(filter(None, ahead.groups()), ""))
    return None


def public(page: Page, sentence: Sentence, inside: Span) -> str | None:
    """The claimant of 'the Ruritanian figure' and 'the official toll', or None."""
    return _of_state(page, sentence, inside) or _official(page, sentence, inside)


_SUBJECT = re.compile(
    r"(?P<who>(?:the |a )?[\w’'.&-]+(?: [\w’'.&-]+){0,4}?) (?:has |have |had )?(?:only )?"
    r"(?:lost|killed|suffered|took|captured|wounded|counts?|counted)\b"
)


def _named(page: Page, sentence: Sentence, phrase: str) -> str | None:
    phrase = _RELATIVE.split(phrase)[0]
    words = phrase.split()
    if not words:
        return None
    name = re.sub(r"^(?:the|a|an|its|their|his) ", "", phrase, flags=re.I)
    parts = [word.lower() for word in words]
    head = words[parts.index("of") - 1] if "of" in parts[1:] else words[-1]
    able = (
        statements.is_body_name(name)
        or statements.party_named(name)
        or speaking.is_office(head)
        or (words[0][:1].isupper() and words[0].lower() not in _NOT_NAMES and words[-1][:1].isupper())
        or parts[0] in ("its", "their", "his", "her")
        or head.lower() in _VOICES
        or (len(words) == 1 and head.islower() and _PEOPLE.search(head) is not None)
    )
    return resolve(page, sentence, phrase) if able else None


_RELATIVE = re.compile(r"(?<=[a-z]) (?:we|I|who|that|which|whom|with whom|from whom) ")
_NOT_NAMES = word_set("the a an its their his her this that these those monday tuesday wednesday thursday friday")
_PEOPLE = re.compile(r"(?:[a-z]{3}(?:ers|ors|ists|ians|ants|ents)|doctors|monks|nuns|clergy)$")
"""'by the reckoning of geographers'."""
_VOICES = word_set("hosts host organisers organizers families bishop brigade abbot crowd")


def _of_state(page: Page, sentence: Sentence, inside: Span) -> str | None:
    """'The Ruritanian figure stands at 40', 'by the Ruritanian count': its government's."""
    for match in _STATE_FIGURE.finditer(sentence.text):
        state = state_adjective(match["state"])
        if state is None or not _same_clause(sentence.text, match.start(), match.end(), inside):
            continue
        return resolve(page, sentence, state)
    return None


def _official(page: Page, sentence: Sentence, inside: Span) -> str | None:
    """'The official toll': that of the state body which spoke last, or of the state where the story plays."""
    match = _OFFICIAL.search(sentence.text)
    if match is None or not _same_clause(sentence.text, match.start(), match.end(), inside):
        return None
    for earlier in reversed(page.sentences[max(0, sentence.index - 3) : sentence.index]):
        named = list(_STATE_BODY.finditer(earlier.text))
        if named:
            return resolve(page, earlier, named[-1].group())
    state = home_of(page)
    return "authorities" if state is None else f"{adjective(state)} authorities"


_STATE_BODY = gated(
    r"(?:\b[Tt]he )?(?:\b[A-Z]\w+ ){0,2}\b(?:[Mm]inist(?:ry|er)|[Gg]overnment|[Pp]olice|[Pp]rosecutors?"
    r"|[Gg]overnor|"
    r"[Pp]refect(?:ure)?|[Aa]uthorities|[Pp]residency)\b"
)


def _same_clause(text: str, start: int, end: int, inside: Span) -> bool:
    """True when a stretch and the figure stand in one clause, or '; by midnight it was 157' goes on."""
    first, last = (end, inside.start) if start < inside.start else (inside.end, start)
    between = text[first:last]
    if last - first > _REACH:
        return False
    return (
        ";" not in between
        or re.search(r"; [\w ,]{0,30}\b(?:it|they) (?:was|were|had|stood|rose)", between) is not None
    )
