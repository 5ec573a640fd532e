"""Denials with the negation in front or in two halves: 'at no time did', 'neither guns nor men', 'no such'."""

from __future__ import annotations

import re

from factcheck.extraction.gates import gated
from factcheck.extraction.narrative.accusing import accuser, teller
from factcheck.extraction.narrative.denial.conduct import of_own_side
from factcheck.extraction.narrative.denial.denying import clause_of, found
from factcheck.extraction.narrative.denial.negated import speaks_for_others
from factcheck.extraction.narrative.doers import names_side, same_side
from factcheck.extraction.page import Finding, Page, Sentence
from factcheck.extraction.syntax import Token
from factcheck.extraction.voices.clauses import child, core
from factcheck.lexicons import word_set

_GATE = gated(
    r"\b(?:at no (?:time|point|stage|moment)|(?:under|in) no (?:circumstances?|way|case)|never|neither|nor"
    r"|not once)\b"
    r"[^.;]{0,60}? (?:did|was|were|had|has|have|is|are)\b"
    r"|\bneither\b[^.;]{2,80}\bnor\b|\bthere (?:is|was|are|were|has been|have been|had been) no such\b",
    re.IGNORECASE,
)


def may_deny(text: str) -> bool:
    """True for a sentence with a negation in front, in two halves or of 'such'."""
    return _GATE.search(text) is not None


_AHEAD = re.compile(
    r"(?:^|[.;:,\"“]\s*|\b(?:and|but|that)\s+)(?:\d{1,2}[.)]\s+)?"
    r"(?:at no (?:time|point|stage|moment)|(?:under|in) no (?:circumstances?|way|case)|never"
    r"|neither\b[^.;:]{2,50}\bnor\b[^.;:,]{2,40}?|nor|not once)(?:\s+before|\s+ever)?,?\s+"
    r"(?:(?:[\w’'-]+\s+){1,8},\s+)?$",
    re.IGNORECASE,
)
_ASIDE = re.compile(r",\s+(?:says?|said|adds?|added|insists?|insisted)\s+[^,.;]{2,60},\s+$", re.IGNORECASE)
_HELPS = word_set("did was were had has have is are")
_IDLE = word_set("know knew known think thought expect expected see seen hear heard want wanted imagine imagined")


def fronted(page: Page, sentence: Sentence, verb: Token) -> Finding | None:
    """'At no time did our aircraft enter', 'Nor was the mission ever refused entry': in somebody's words."""
    if verb.pos_ not in ("VERB", "AUX") or verb.lower_ in _IDLE:
        return None
    who = child(verb, "nsubj", "nsubjpass")
    help_ = next((c for c in verb.children if c.dep_ in ("aux", "auxpass") and c.lower_ in _HELPS), None)
    first = help_ if help_ is not None else verb if verb.lower_ in _HELPS else None
    if who is None or first is None or first.i > who.i:
        return None
    ahead = _ASIDE.sub(" ", sentence.text[: first.idx])
    if _AHEAD.search(ahead) is None or not _of_a_side(page, sentence, verb):
        return None
    return found(sentence, "fronted", verb, [first, *core(who), *core(verb)], clause_of(verb))


def _of_a_side(page: Page, sentence: Sentence, verb: Token) -> bool:
    """True in the words of a body or side, not of a person who tells what he never saw."""
    speaker = teller(page, sentence, verb)
    return (
        speaker is not None
        and accuser(page, sentence, verb) is not None
        and speaks_for_others(page, sentence, speaker)
    )


_ONLY_LACKED = word_set("had has have having be is was are were been received got obtained found saw seen knew")


def neither_nor(page: Page, sentence: Sentence, verb: Token) -> Finding | None:
    """'Ruritania has given the rebels neither guns nor men': of one's own side."""
    if verb.pos_ != "VERB" or verb.lower_ in _ONLY_LACKED | _IDLE or any(c.tag_ == "MD" for c in verb.children):
        return None
    who = child(verb, "nsubj")
    inside = [t for t in verb.subtree if t.i > verb.i]
    halves = [t.lower_ for t in inside if t.lower_ in ("neither", "nor")]
    if who is None or halves[:2] != ["neither", "nor"] or teller(page, sentence, verb) is None:
        return None
    speaker = accuser(page, sentence, verb)
    ours = speaker is not None and names_side(who) and same_side(page, sentence, speaker, who)
    if not ours and of_own_side(page, sentence, verb, who) is None:
        return None
    return found(sentence, "neither_nor", verb, [*core(who), verb, *inside], clause_of(verb))


_NONE_SUCH = re.compile(
    r"there (?:is|was|are|were|has been|have been|had been) no such (?P<what>[a-z-]+(?: [a-z-]+)?)", re.IGNORECASE
)


def none_such(page: Page, sentence: Sentence, token: Token) -> Finding | None:
    """'There were no such losses': of what somebody else said."""
    match = _NONE_SUCH.match(sentence.text, token.idx) if token.lower_ == "there" else None
    if match is None or teller(page, sentence, token) is None or accuser(page, sentence, token) is None:
        return None
    within = sentence.tokens_between(*match.span())
    return found(sentence, "none_such", token.head, within, match.group())


_HEADLINE = gated(
    r"^\W*(?P<who>[A-Z][\w.’'-]*(?:\s[\w.’'-]+){0,4}?)\s(?P<verb>(?:rejects|denies|dismisses|refutes|rebuts|disputes)\s"
    r"(?:(?:the|these|those|all|any|such|\w+al|\w+an)\s)?"
    r"(?:accusations?|allegations?|charges?|claims?|reports?|rumou?rs?)(?:\sas\s[\w-]+(?:\s[\w-]+)?)?)(?=[.,;]|$)",
    re.IGNORECASE,
)


def may_refuse(text: str) -> bool:
    """True for a sentence in the words of a headline or telex: 'ARMY REJECTS CLAIM'."""
    return len(text) < 90 and _HEADLINE.search(text) is not None


def headlined(page: Page, sentence: Sentence, token: Token) -> Finding | None:
    """'Army rejects claim', where no article shows which word is the verb."""
    if token.pos_ in ("VERB", "AUX") or token.lower_ not in _REFUSES or not may_refuse(sentence.text):
        return None
    match = _HEADLINE.search(sentence.text)
    if match is None or match.start("verb") != token.idx:
        return None
    within = sentence.tokens_between(match.start("verb"), match.end())
    finding = found(sentence, "rejected", token, within, None)
    finding.notes["speaker"] = match["who"]
    return finding


_REFUSES = word_set("rejects denies dismisses refutes rebuts disputes")

RULES = (fronted, neither_nor, none_such, headlined)
