"""Words of harm that harm nobody: shots that miss, a dead heat, champions knocked out, what a film tells."""

from __future__ import annotations

import re

from factcheck.extraction.counts import nouns
from factcheck.extraction.counts.kinds import Trigger
from factcheck.extraction.counts.quantities import Amount
from factcheck.extraction.gates import gated
from factcheck.extraction.syntax import Token
from factcheck.lexicons import word_set


def unharmed(trigger: Trigger) -> str | None:
    """Why the word of a trigger harms nobody here, or None when it may."""
    token = trigger.token
    word = token.lower_
    if word in _SHOTS and trigger.companion is None and _is_shot_at(token):
        return "only shot at"
    if word == "missing" and _misses(token):
        return "missed its aim"
    if word == "missing" and _VOTED.search(token.doc.text) is not None:
        return "absent from a vote"
    if word == "dead" and token.i + 1 < len(token.doc) and token.nbor().lower_ in _DEAD_THINGS:
        return "no death"
    if word == "dying" and _is_eager(token):
        return "no death"
    if word in _BEATEN and _CONTEST.search(token.doc.text) is not None:
        return "a contest"
    if trigger.kind == "captured" and word == "held" and _BY_THE_LAW.match(token.doc.text, token.idx + 4):
        return "held by the law"
    if _DENIED_LIST.search(token.doc.text, 0, token.idx) is not None:
        return "denied"
    if trigger.kind in _BODILY and _MADE_UP.search(token.doc.text) is not None:
        return "made up"
    return None


_BODILY = frozenset({"killed", "wounded", "casualties"})
_SHOTS = word_set("shot shoot shoots shooting")
_AFTER_SHOT_AT = re.compile(
    r"\s+at(?:\s+(?:repeatedly|again|twice|several\s+times|many\s+times))?"
    r"(?:\s*[,.;]|\s+(?:during|while|when|but|and|as|by|from|with|after|before|in|on)\b|\s*$)",
    re.IGNORECASE,
)


def _is_shot_at(verb: Token) -> bool:
    """'Three officers were shot at during the chase', 'police shot at three men'; not 'was shot at a bar'."""
    if verb.i + 1 >= len(verb.doc) or verb.nbor().lower_ != "at":
        return False
    if _AFTER_SHOT_AT.match(verb.doc.text, verb.idx + len(verb)) is not None:
        return True
    passive = any(c.dep_ in ("auxpass", "nsubjpass") for c in verb.children)
    if passive or not any(c.dep_ == "nsubj" for c in verb.children):
        return False
    return any(
        nouns.is_person(c.text) or nouns.is_category(c.text, "thing")
        for c in verb.nbor().children
        if c.dep_ == "pobj"
    )


_GANG_OF = re.compile(
    r"\b(?:gang|group|team|crew|band|squad|cell|class|party|unit|patrol|family|convoy|mob|crowd|force)\s+of\s+$",
    re.IGNORECASE,
)


def is_a_gang(amount: Amount) -> bool:
    """'A gang of (eight) killed a shopkeeper', 'the class of (24) lost two': who did it, or had them."""
    doc = amount.head.doc
    if amount.last.i + 1 >= len(doc) or _GANG_OF.search(doc.text, 0, amount.span[0]) is None:
        return False
    verb = amount.last.nbor()
    return verb.tag_ in ("VBD", "VBN") and any(c.dep_ == "dobj" and c.i > verb.i for c in verb.children)


def _misses(word: Token) -> bool:
    """'opened fire on a car, missing both officers': with an object that is no bare figure."""
    whom = next((c for c in word.children if c.dep_ == "dobj" and c.i > word.i), None)
    return whom is not None and any(c.dep_ in ("det", "poss", "predet") for c in whom.children)


_VOTED = gated(r"\b\d+\s+votes?\s+(?:to|against|for)\b|\bvoted\b", re.IGNORECASE)
_DEAD_THINGS = word_set(
    "heat heats end ends ringer ringers letter letters weight centre center sea zone zones spot "
    "spots wood battery  "
    "batteries calm silence sprint set certainty line lines rubber stop lift lifts bolt bolts"
)


def _is_eager(verb: Token) -> bool:
    """'Millions are dying to see the film'."""
    return any(
        c.dep_ in ("xcomp", "advcl") and c.lower_ in _WISHED and any(t.lower_ == "to" for t in c.children)
        for c in verb.children
    )


_WISHED = word_set("see get know meet have be hear find read try go buy watch play show tell")
_BEATEN = word_set(
    "knocked wiped beaten slaughtered demolished destroyed crushed massacred eliminated hammered thrashed buried"
)
_CONTEST = gated(
    r"\b(?:first|second|third|fourth|opening|final|last|group|qualifying|knockout|play-?off)\s+(?:round|stage|leg|half|set|innings)\b"
    r"|\b(?:semi|quarter)[-\s]?finals?\b|\b(?:grand\s+slam|world\s+cup|champions\s+league|playoffs?|tournament|wimbledon|primary|runoff)\b",
    re.IGNORECASE,
)
_BY_THE_LAW = re.compile(
    r"\s+(?:(?:for\s+\w+\s+)?(?:over|in\s+connection|on\s+(?:suspicion|charges|remand)|for\s+(?:questioning|the\s+murder|murder)|without\s+charge))\b",
    re.IGNORECASE,
)
_DENIED_LIST = gated(
    r"\b(?:den(?:y|ies|ied|ying)|reject(?:s|ed)?|dismiss(?:es|ed)?|refute[sd]?)\s+(?:all\s+(?:of\s+)?)?"
    r"(?:the\s+following|these\s+(?:claims|reports|points|figures))\b[^:;.]{0,30}:",
    re.IGNORECASE,
)
"""'The ministry denied the following: 40 soldiers were killed, a depot burned.'"""
_MADE_UP = gated(
    r"^\W*(?:in|under)\s+(?:a|an|the|one|this|that|such\s+an?|his|her|their)\s+(?:[\w-]+\s+){0,3}?"
    r"(?:simulations?|scenario|war\s?game|computer\s+model|films?|movie|novel|thriller|video\s+game)"
    r"(?:\s*,|\s+(?:by|of|run|from|based|about|that)\b)",
    re.IGNORECASE,
)
"""'In a simulation by the university a quake killed 18,000 people.'"""
