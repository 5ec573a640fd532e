"""Tolls in other words: 'none of the 17 survived', 'brought to 19 the number of', 'all four are safe'."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from factcheck.extraction.counts import nouns
from factcheck.extraction.counts.parts.joined import following
from factcheck.extraction.counts.quantities import NONE, Amount, Reading, may_be_people
from factcheck.extraction.counts.tolls.labels import label_kind
from factcheck.extraction.counts.tolls.toll import Toll
from factcheck.extraction.gates import Several, gated

_OTHERWISE = (
    (
        "killed",
        gated(
            r"\bnumber\s+of\s+(?:[\w'’-]+\s+){0,5}?(?:who|that|believed|feared|thought|known|presumed"
            r"|reported|said"
            r"|confirmed)\s+(?:(?:to|have|has|had|were|was|are|be|been|now)\s+)*"
            r"(?:died|perished|lost\s+their\s+lives|killed|dead)\b[^#.;:]{0,90}?\s(?:to|at|as|is|was|of"
            r"|reached|passed)"
            r"\s+(?P<figure>#+)",
            re.IGNORECASE,
        ),
    ),
    (
        "killed",
        gated(
            r"\bvictims\b[^#.;:]{0,40}?\s(?:(?:have\s+|has\s+)?(?:rise|rose|risen|rises|climb(?:s|ed)?|mount(?:s"
            r"|ed)?)\s+to"
            r"|number(?:s|ed)?|total(?:s|led)?|st(?:and|ood)\s+at)\s+(?P<figure>#+)",
            re.IGNORECASE,
        ),
    ),
    (
        "displaced",
        gated(
            r"\bnumber\s+(?:of\s+(?:[\w'’-]+\s+){0,4}?)?(?:who|that|having)\s+(?:(?:have|has|had|were|was|are"
            r"|been)\s+)*"
            r"(?:fled|left|crossed|displaced|uprooted)\b[^#.;:]{0,60}?\s(?:to|at|as|is|was|of)\s+(?P<figure>#+)",
            re.IGNORECASE,
        ),
    ),
    ("attendance", gated(r"\b(?:turn-?out|attendance)\s+of\s+(?P<figure>#+)", re.IGNORECASE)),
    (
        "killed",
        gated(
            r"\b(?:none|no[\s-]one|nobody)\s+(?:of|among|from)\s+(?:(?:the|its|their)"
            r"\s+)?(?P<figure>#+)[^.;,#]{0,60}?"
            r"\b(?:survived|made\s+it)\b|\bno\s+survivors\s+(?:among|of|from)\s+(?:the\s+"
            r"|its\s+)?(?P<figure2>#+)",
            re.IGNORECASE,
        ),
    ),
    (
        "killed",
        gated(
            r"\b(?:kill(?:ed|ing|s)|claim(?:ed|ing))\s+(?:everyone|everybody|all)\s+(?:on\s+board|aboard|inside)"
            r"\s*[,:(–—-]+\s*(?P<figure>#+)",
            re.IGNORECASE,
        ),
    ),
    (
        "killed",
        gated(
            r"\btolls?\b[^#.;]{0,30}\s(?:of|from|at)\s+#+[^#.;]{0,40}?\b(?:lowered|cut|reduced|revised|raised"
            r"|increased|corrected)"
            r"\s+(?:\w+\s+)?to\s+(?P<figure>#+)",
            re.IGNORECASE,
        ),
    ),
)
_BROUGHT_TO = gated(
    r"\b(?:(?:br(?:ings?|ought|inging)|rais(?:es?|ed|ing)|tak(?:es?|ing)|took|push(?:es|ed|ing)?|lower(?:s|ed)"
    r"|cuts?)\s+to"
    r"|(?:puts?|putting|gives?|gave|sets?|estimates?|estimated)\s+at)"
    r"\s+(?P<figure>#+)\s+"
    r"the\s+(?:(?:[a-z]+\s+)?(?:number|tolls?|tally|count|total)\b|(?=dead\b|injured\b|missing\b|killed\b"
    r"|wounded\b))"
    r"(?P<rest>[^.;#]{0,60})",
    re.IGNORECASE,
)
"""'brought to 19 the number of peacekeepers who have died this year'."""
_REST = (
    ("killed", re.compile(r"\b(?:dead|killed|died|deaths|fatalities|martyrs?)\b", re.IGNORECASE)),
    ("wounded", re.compile(r"\b(?:injured|wounded|hurt)\b", re.IGNORECASE)),
    ("missing", re.compile(r"\bmissing\b", re.IGNORECASE)),
    (None, re.compile(r"\b(?:freed|released|rescued|saved|recovered\s+alive|closed|open|whose)\b", re.IGNORECASE)),
    ("kidnapped", re.compile(r"\b(?:kidnapped|abducted|hostages?|captives?)\b", re.IGNORECASE)),
    ("arrested", re.compile(r"\b(?:arrested|detained|jailed|rounded\s+up)\b", re.IGNORECASE)),
    ("displaced", re.compile(r"\b(?:displaced|driven|homeless|fled|uprooted|evacuated)\b", re.IGNORECASE)),
)
_PLANNED = re.compile(r"\b(?:planned|expected|permitted|maximum|average|usual)\s+$", re.IGNORECASE)
_INVERTED = gated(
    r"(?:^|[.;,]\s+)(?:still\s+|also\s+)?(?P<word>missing|hurt|injured|wounded|dead|killed|homeless|displaced"
    r"|unaccounted\s+for)"
    r"\s+(?:is|are|was|were)\s+(?P<figure>#+)",
    re.IGNORECASE,
)
"""'Hurt are 50', 'Still missing were 65 people'."""
_OF_THE = gated(
    r"(?:\b(?:the\s+)?(?:number|count|total|tally)\s+|\band\s+|\b)of\s+(?:the\s+|persons\s+|people\s+|those\s+)?"
    r"(?P<word>injured|wounded|dead|missing|unaccounted\s+for|displaced)\b"
    r"[^#.;:]{0,40}?\s(?P<figure>#+)(?=\s*(?:[.,;)]|$|and\b))",
    re.IGNORECASE,
)
"""'put the number of dead at 60 and of injured at 25', 'of injured it has registered 650'."""
_LIST_OF = gated(
    r"\b(?:list|roll|register|record|count|tally|table)s?\s+of\s+(?:the\s+|its\s+|their\s+|our\s+|all"
    r"\s+)?(?P<word>dead|fallen|martyrs"
    r"|killed|victims|deaths|missing|injured|wounded|displaced|captives|hostages"
    r"|prisoners)\b[^#.;:]{0,40}?\s(?:runs?|ran|goes"
    r"|went|comes|came|grew|rose|amounts?|extends?|st(?:ands?|ood)|has|had|holds?|names?|named|contains?"
    r"|contained|gives?"
    r"|numbers?|bears?)\s+(?:to\s+|at\s+)?(?:only\s+|now\s+|already\s+)?(?P<figure>#+)",
    re.IGNORECASE,
)
"""'whose list of the fallen runs to 62'."""
_RAISED = gated(
    r"\b(?:rais|lower|cut|reduc|revis|increas|correct|amend|br(?:ing|ought)|push)\w*\s+(?:the|its|their|his|an?)"
    r"\s+(?:[\w-]+\s+){0,2}?"
    r"tolls?\b[^#.;:]{0,40}?(?:\s(?:by|from)\s+#+)?\s(?:up\s+|down\s+)?(?:to|at)\s+(?P<figure>#+)",
    re.IGNORECASE,
)
_NO_DEAD = gated(
    r"\b(?:no|nor|without|neither|zero|nil)\s+(?:single\s+|other\s+)?(?P<word>dead|wounded|injured|missing)\b(?!"
    r"\s+(?:men|people|bod|or|and))",
    re.IGNORECASE,
)
"""'one dead woman and no wounded': none of a sort told by its fate."""
_UNHURT = gated(
    r"\b(?:all(?:\s+of\s+(?:the|its|their))?|(?:crew|team|group)\s+of)\s+(?P<figure>#+)\s+(?:[\w-]+\s+){0,4}?"
    r"(?:(?:were|are|was|is|escaped|survived)\s+)?(?:safe|unhurt|unharmed|uninjured|unscathed)\b"
    r"|(?P<figure2>#+)\s+(?:[\w-]+\s+){1,3}?(?:swam|walked|escaped|crawled|got|came|returned|climbed|landed"
    r"|emerged)\s+"
    r"(?:[\w-]+\s+){0,2}?(?:unhurt|unharmed|uninjured|unscathed|safe\s+and\s+sound)\b",
    re.IGNORECASE,
)
"""'all four on board are safe': nobody died, nobody was hurt."""
_OF_SO_MANY = gated(
    r"(?:^|[.;]\s+)[\s\"“(•*–—-]*(?:of|among)\s+the\s+(?P<figure>#+)\s+(?:confirmed\s+|known\s+|identified\s+)?(?P<word>victims|dead|killed|fallen"
    r"|bodies|wounded|injured|missing|hostages|captives|displaced)\b",
    re.IGNORECASE,
)
"""'Of the 298 victims, 196 were Dutch.'"""
_BOTH = gated(
    r"\b(?:killed|dead)\s+(?:and|or|and/or|/)\s+(?:wounded|injured)\s*[,:–-]\s*(?P<figure>#+)(?!\s+(?:dead|killed)\b)",
    re.IGNORECASE,
)
"""'killed and wounded, up to 2,300 servicemen'."""
_LOSSES = gated(
    r"\blosses\b[^#.;]{0,40}?\b(?:amount(?:ed|s)?\s+to|st(?:and|ood)\s+at|reached|of|were|are|at)"
    r"\s+(?P<figure>#+)",
    re.IGNORECASE,
)
_ANY = Several(
    (
        *(pattern for _, pattern in _OTHERWISE), _UNHURT, _OF_THE, _LIST_OF, _RAISED, _NO_DEAD, _INVERTED,
        _BROUGHT_TO, _OF_SO_MANY, _BOTH, _LOSSES,
    )
)  # fmt: skip


def said_otherwise(reading: Reading) -> Iterator[Toll]:
    """Tolls in other words: 'none of the 17 survived', 'a turnout of 250,000', 'brought to 19 the number of'."""
    text, where = reading.coded()
    if not _ANY.may_fit(text):
        return
    for kind, pattern in _OTHERWISE:
        for match in pattern.finditer(text):
            name = "figure" if match.groupdict().get("figure") else "figure2"
            if kind == "attendance" and _PLANNED.search(text[: match.start()]):
                continue
            amount = where.get(match.start(name))
            if amount is None:
                continue
            yield Toll(kind, amount, match.start(), match.end())
            for other, start, end in following(reading, amount) if "all" in pattern.pattern else ():
                yield Toll(kind, other, start, end)
    for match in _UNHURT.finditer(text):
        amount = where.get(match.start("figure" if match["figure"] else "figure2"))
        among_others = amount is not None and amount.noun is not None and amount.noun.lower_ == "others"
        if amount is not None and may_be_people(amount) and not among_others:
            for kind in ("killed", "wounded"):
                yield Toll(kind, replace(amount, quantity=NONE, how="none"), match.start(), match.end())
    for pattern in (_OF_THE, _LIST_OF, _RAISED):
        for match in pattern.finditer(text):
            amount = where.get(match.start("figure"))
            told = "killed" if pattern is _RAISED else label_kind(match["word"])
            nameless = amount is not None and (amount.noun is None or amount.noun.lower_ == "names")
            if amount is not None and told is not None and nameless:
                yield Toll(told, amount, match.start(), match.end("figure"))
    for match in _NO_DEAD.finditer(text):
        words = reading.tokens.covering(*match.span())
        told = label_kind(match["word"])
        if words and told is not None:
            none = Amount(words[-1], words[0], words[-1], NONE, "none", span=match.span())
            yield Toll(told, none, match.start(), match.end())
    for match in _INVERTED.finditer(text):
        amount, named = where.get(match.start("figure")), label_kind(match["word"])
        if amount is not None and named is not None:
            yield Toll(named, amount, match.start("word"), match.end("figure"))
    for match in _BROUGHT_TO.finditer(text):
        amount = where.get(match.start("figure"))
        said = next((kind for kind, words in _REST if words.search(match["rest"])), "killed")
        if amount is not None and said is not None:
            yield Toll(said, amount, match.start(), match.end("figure"))
    for match in _OF_SO_MANY.finditer(text):
        amount, told = where.get(match.start("figure")), label_kind(match["word"])
        if amount is not None and told is not None:
            yield Toll(told, amount, match.start("figure"), match.end())
    for match in _BOTH.finditer(text):
        amount = where.get(match.start("figure"))
        if amount is not None and may_be_people(amount):
            yield Toll("casualties", amount, match.start(), match.end("figure"))
    for match in _LOSSES.finditer(text):
        amount = where.get(match.start("figure"))
        if amount is not None and amount.noun is not None and nouns.is_person(amount.noun.text):
            yield Toll("casualties", amount, match.start(), match.end("figure"))
