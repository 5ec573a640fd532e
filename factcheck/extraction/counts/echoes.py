"""Repeats: a person spoken of again, and the members of a group already counted, are no counts of their own."""

from __future__ import annotations

import re

from factcheck.extraction.counts import nouns
from factcheck.extraction.counts.genre import POLICE_REPORT
from factcheck.extraction.gates import gated
from factcheck.extraction.page import Finding, Page
from factcheck.lexicons import word_set

SMALL_GROUP = 20
"""Up to here a text that gives a toll goes on to name its members one by one; larger tolls stay numbers."""

REPEATED = 3
"""A quote of so many words that stands on the page twice, letter for letter, is a repeat."""

_AGAIN = frozenset({"definite", "pronoun"})
_SINGLE = frozenset({"one", "definite", "name", "pronoun"})
_YEAR = gated(r"\b(?:19|20)\d\d\b")
_LONG_AGO = gated(r"\b(?:years?|decades?)\s+(?:ago|earlier|before)\b|\blast\s+year\b", re.IGNORECASE)
_RATE = gated(
    r"\b(?:each|every|per|a)\s+(?:single\s+)?(?:year|month|week|day)\b|\bannually\b|\bon\s+average\b",
    re.IGNORECASE,
)


def without_echoes(page: Page, findings: list[Finding]) -> list[Finding]:
    """The findings without those that only speak again of somebody counted elsewhere on the page."""
    kept = _first_said(page, [f for f in findings if not _of_old(page, f)])
    return [f for i, f in enumerate(kept) if not _is_echo(page, f, kept[:i], kept[i + 1 :])]


def _first_said(page: Page, findings: list[Finding]) -> list[Finding]:
    """A headline, caption or summary repeated word for word says nothing new."""
    said: set[tuple[str, str]] = set()
    kept = []
    for finding in findings:
        words = finding.span.of(page.text).casefold()
        key = finding.kind, words
        if len(words.split()) < REPEATED or key not in said:
            kept.append(finding)
        said.add(key)
    return kept


def _how(finding: Finding) -> str:
    return finding.notes.get("how", "figure")


def _of_old(page: Page, finding: Finding) -> bool:
    """A single death years before the text, told as background, and what happens every year."""
    text = finding.sentence.text
    if _RATE.search(text) and finding.trigger is not None and _in_the_present(finding):
        return True
    if _how(finding) == "figure" and _in_police_report(finding) and _STATISTIC.search(text) is not None:
        return True
    if _how(finding) not in _SINGLE or finding.quantity is None or finding.quantity.low != 1:
        return False
    published = page.document.published
    if _LONG_AGO.search(text):
        return True
    if published is None:
        return False
    recent = {published.year, published.year - (published.month <= 3)}
    years = {int(year) for year in _YEAR.findall(text)}
    return bool(years) and not years & recent and max(years) < published.year


def _in_the_present(finding: Finding) -> bool:
    """'33,000 people die', 'four women are killed': what happens again and again."""
    verb = finding.trigger
    if verb is None or not finding.rule.startswith(("act", "fate")):
        return False
    return verb.tag_ in ("VBP", "VBZ", "VB") or any(
        c.dep_ == "auxpass" and c.lower_ in ("are", "is") for c in verb.children
    )


_YEAR_OF = r"(?:19|20)\d\d"
_STATISTIC = gated(
    r"\ban\s+average\s+of\s+[^.;,]{2,30}\b(?:year|annually|month|week)"
    r"|\bper\s?cent\s+(?:increase|decrease|rise|drop|more|fewer|higher|lower)\b"
    rf"|\b(?:study|studies|analysis|statistics|survey|researchers|database)\b[^.;]{{0,120}}\b{_YEAR_OF}\b",
    re.IGNORECASE,
)
"""'A study found that 141 minors died in shootings in 2015': a survey, beside the crime that is reported."""


def _is_echo(page: Page, finding: Finding, before: list[Finding], after: list[Finding]) -> bool:
    how = _how(finding)
    if how not in _SINGLE or finding.part_of:
        return False
    if finding.rule.endswith("own hand") and how == "pronoun":
        return any(f.rule.endswith("own hand") for f in before)  # "he killed his wife and himself"
    same_before = [f for f in before if f.kind == finding.kind and _at_least_one(f) and not _listed(f, finding)]
    same_after = [f for f in after if f.kind == finding.kind and _at_least_one(f)]
    if _is_next(finding, same_before) or _is_also(finding) or _did_it(finding, same_before):
        return False
    if how == "definite" and (
        _other_camp(finding, same_before + same_after)
        or _died_later(finding, same_before)
        or _first_spoken_of(page, finding)
    ):
        return False
    if how in _AGAIN:
        return bool(same_before) or any(_how(f) not in _AGAIN for f in same_after)
    return any(_holds(group, finding) for group in same_before)


def _listed(one: Finding, other: Finding) -> bool:
    """'the killing of a farmer and his son': members of one list."""
    return other.rule.startswith("event") and one.trigger is other.trigger and one.sentence is other.sentence


_ORDINALS = {"second": 1, "third": 2, "fourth": 3, "fifth": 4, "sixth": 5, "seventh": 6}
_CULPRITS = frozenset({"suspect", "shooter", "gunman", "attacker", "bomber", "assailant", "hijacker"})


def _is_next(finding: Finding, before: list[Finding]) -> bool:
    """'four died at the scene. A fifth, a girl, died later': one more than were counted before."""
    words = (finding.victims or "").lower().split()[:3]
    counted = {f.quantity.low for f in before if f.quantity is not None}
    told = [c.lower_ for c in finding.subject.children] if finding.subject is not None else []
    if "a" in told:
        words += told  # "a third body was found"
        counted.add(sum(f.quantity.low or 0 for f in before if f.quantity is not None and not f.part_of))
    return any(word in _ORDINALS and _ORDINALS[word] in counted for word in words)


def _is_also(finding: Finding) -> bool:
    """'a police officer also died'."""
    return (
        _how(finding) == "one"
        and finding.trigger is not None
        and any(c.lower_ == "also" for c in finding.trigger.children)
    )


def _did_it(finding: Finding, before: list[Finding]) -> bool:
    """'The shooter was pronounced dead': none of those counted as victims, unless he was spoken of before."""
    culprit = _CULPRITS & set((finding.victims or "").lower().replace(",", " ").split())
    told = {word for f in before for word in (f.victims or "").lower().replace(",", " ").split()}
    return bool(culprit) and not _CULPRITS & told and _how(finding) != "pronoun"


_ANYBODY = word_set(
    "man woman boy girl child teen teenager youth person victim patient deceased suspect male female baby infant "
    "toddler adult resident member student people"
)


def _died_later(finding: Finding, before: list[Finding]) -> bool:
    """'A trader has died. The driver died later in hospital': two, when each is told by what he is."""
    verb = finding.trigger
    if verb is None or finding.subject is None or not any(c.lower_ == "later" for c in verb.children):
        return False
    words = [set((f.victims or "").lower().replace(",", " ").split()) for f in (finding, *before)]
    return (
        bool(before) and not any(w & _ANYBODY or not w for w in words) and not words[0] & set().union(*words[1:])
    )


def _first_spoken_of(page: Page, finding: Finding) -> bool:
    """'It shot down a jet and killed the pilot': nobody on the page was called so before."""
    noun = finding.subject
    if noun is None or noun.tag_ != "NN" or _in_police_report(finding):
        return False
    if noun.lower_ in _ANYBODY | _TAKES_UP or not nouns.is_one_person(noun.text):
        return False
    if "clause" in finding.rule or finding.rule.endswith("left so") or any(noun.conjuncts):
        return False  # "the skipper, earlier reported missing", "put the civilian dead at 20"
    if finding.trigger is not None and finding.trigger.tag_ in ("NN", "NNS"):
        return False  # "the death of the pilot"
    before = page.text[: finding.span.start].lower()
    return noun.lower_ not in before


_TAKES_UP = word_set(
    "leader official politician youngster prelate clergyman militant civilian soldier fighter citizen villager "
    "national native worker employee colleague comrade figure hero martyr terrorist criminal lawmaker native"
)
"""Words that say again who somebody is: a bishop is 'the prelate', a senator 'the politician'."""
_CAMPS = {role: role for role in ("soldier", "police", "militant", "civilian")} | {"child": "civilian"}


def _other_camp(finding: Finding, others: list[Finding]) -> bool:
    """'A soldier was killed. The militant was killed too': not the one told of before."""
    mine = _CAMPS.get(finding.role or "")
    theirs = {_CAMPS.get(f.role or "") for f in others}
    return mine is not None and bool(theirs) and None not in theirs and mine not in theirs


def _at_least_one(finding: Finding) -> bool:
    return finding.quantity is not None and (finding.quantity.low or finding.quantity.high or 0) >= 1


def _in_police_report(finding: Finding) -> bool:
    """Such a page gives its toll and then tells of each victim; other news tells of somebody else."""
    return finding.sentence.tokens is not None and bool(finding.sentence.tokens.notes.get(POLICE_REPORT))


def _holds(group: Finding, one: Finding) -> bool:
    """A small group counted earlier, in another paragraph, to which the single person may belong."""
    assert group.quantity is not None
    size = group.quantity.low or group.quantity.high or 0
    if not 2 <= size <= SMALL_GROUP or group.part_of:
        return False
    if _how(one) in ("one", "name") and not _in_police_report(one):
        return False
    if group.role and one.role and group.role != one.role:
        return False
    same_place = group.sentence.paragraph == one.sentence.paragraph
    return _how(one) == "name" or not same_place
