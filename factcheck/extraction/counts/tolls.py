"""Tolls: 'the death toll rose to 191', 'put the dead at 190, the injured at more than 6,500'."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from factcheck.extraction.counts import nouns
from factcheck.extraction.counts.parts import following
from factcheck.extraction.counts.phrases import phrases
from factcheck.extraction.counts.quantities import NONE, Amount, Reading
from factcheck.extraction.gates import gated
from factcheck.extraction.syntax import Token
from factcheck.lexicons import word_set
from factcheck.values import Qualifier, Quantity

_NUMBER_OF = r"(?:the\s+)?(?:number|count|total|figure)s?\s+of\s+(?:the\s+)?(?:[\w-]+\s+)?"
_HEADS = (
    (
        "killed",
        r"(?:(?<!injury )(?<!casualty )(?<!injured )(?<!road )(?<!a )tolls?)"
        rf"|{_NUMBER_OF}(?:people\s+)?(?:dead|deaths|killed|slain|lost|murdered|drowned|executed|neutrali[sz]ed"
        rf"|martyred|martyrs|cadavers|fatalities"
        rf"|bodies(?:\s+(?:\w+ed|found))?|corpses|dead\s+bodies)"
        r"|the\s+(?:[A-Z]\w+\s+)?(?:dead|killed)|(?:its|their|our|his)\s+(?:own\s+)?(?:dead|killed)|deaths"
        r"|fatalities|bodies",
    ),
    (
        "wounded",
        rf"{_NUMBER_OF}(?:injured|wounded|injuries)(?:\s+(?:officers|people|persons|police|soldiers|protesters"
        rf"|civilians))?"
        rf"|injury\s+toll|the\s+(?:injured|wounded)|injuries",
    ),
    ("casualties", rf"casualty\s+(?:toll|count|figure)s?|{_NUMBER_OF}(?:casualties|victims)"),
    ("attendance", r"(?:the|an?)\s+(?:crowd|gathering)(?:\s+size)?|turn-?out|attendance"),
    ("missing", rf"{_NUMBER_OF}missing|the\s+missing"),
    (
        "captured",
        r"(?:the\s+)?(?:number|count|total)\s+of\s+(?:those|people|persons|captives|hostages|pupils|students"
        r"|children|girls|boys|villagers)"
        r"\s+(?:still\s+)?(?:freed|released|abducted|kidnapped|taken|held|in\s+captivity)",
    ),
    ("displaced", rf"{_NUMBER_OF}(?:displaced|homeless)|the\s+(?:homeless|displaced)"),
)
_REACHES = (
    r"(?:(?:now|was|were|is|are|had|has|have|could|may|might|would|will|already|officially|then|currently|been"
    r"|also)\s+)*"
    r"(?:(?:stood|stands?|standing|put|given|set|estimated|is|was|were|are|rose|risen|rises?|rising|climb(?:s|ed"
    r"|ing)?|mount(?:s|ed|ing)?|swell(?:s|ed)|swelled|jump(?:s|ed)|"
    r"grew|grown|went\s+up|gone\s+up|soar(?:s|ed)|increas(?:ed|es|ing)|revised|reached|reach(?:es)?|hits?"
    r"|passe[ds]|exceed(?:s|ed)|"
    r"number(?:s|ed)?|totall?ed|totals|surpassed|topped|comes?|came)\s+)?"
    r"(?:(?:up|down)(?:wards?)?\s+)?(?:from\s+\#+\s+(?:\w+\s+)?)?(?:(?:at|to|as|was|is|:)\s*)?"
)
_IS = frozenset({"are", "is", "was", "were"})
_JOIN = re.compile(
    r":|\b(?!(?:now|had|has|have|then|already|currently|also|been|could|may|might|would|will|officially)\b)[a-z]+",
    re.IGNORECASE,
)
_PATTERNS = tuple(
    (
        kind,
        gated(
            rf"(?:\b(?:puts?|putting|giv(?:es?|ing)|gave)\s+)?\b(?P<head>{head})\b(?P<between>(?:\s+(?:of|from"
            rf"|in|on|for|by|since|so\s+far)\s+[^\#,.;:]{{1,60}}?|\s*,[^.;:]{{1,60}},)?)"
            rf"(?P<link>\s*:?\s+{_REACHES})(?P<figure>\#+)",
            re.IGNORECASE,
        ),
    )
    for kind, head in _HEADS
)
_CODED = gated(
    r"\b(?:fatalit(?:y|ies)|deaths)\b[^#,.;]{0,40}?\b(?:coded|assessed|recorded|entered|counted)\b(?:"
    r"\s+(?!not\b)[\w-]+){0,6}?"
    r"\s+(?:as|at|of)\s+(?P<figure>#+)",
    re.IGNORECASE,
)
"""'Unknown militant fatalities coded as 3', as the notes of monitors put a figure that nobody gave."""
_AND_MORE = re.compile(r"\s+(?:[a-z]+\s+){0,3}(?:,|and|,\s+and)\s+(?P<figure>#+)(?=\s+[a-z])", re.IGNORECASE)
"""'(fatalities stand at 5 militiamen) and one soldier'."""
_TOLL = gated(r"\b(?:death\s+)?toll\s+(?:of|at)\s+(?P<figure>#+)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Toll:
    """A figure that a toll phrase carries: offsets count from the sentence's start."""

    kind: str
    amount: Amount
    start: int
    end: int


_LABEL = re.compile(
    r"(?:^\W*(?:[a-z0-9][.)]\s+)?|[.;•:|]\s+)(?P<label>[A-Za-z][^:#.;|]{1,90}?)(?::\s*|\s+[-–—]\s+)(?P<figure>#+)"
    r"(?=\s*(?:$|[.,;()•+|]|and\b|(?:by|in|as|at|according|including|among|people|persons)\b))"
)
_LABEL_KINDS = (
    ("killed", r"dead|deaths?|killed|deceased|cadavers?|corpses|fatalit(?:y|ies)|martyr(?:s|ed)|bodies"),
    ("wounded", r"injured|wounded|injur(?:y|ies)|hurt"),
    ("missing", r"missing|unaccounted"),
    (
        "destroyed",
        r"(?:houses|homes|dwellings|buildings|huts|shops|schools|villages)\s+(?:gone|burn(?:ed|t)|razed|levelled"
        r"|leveled"
        r"|flattened|lost|collapsed)|(?:totally|completely|fully)\s+(?:destroyed|damaged|burn(?:ed|t))|(?:houses"
        r"|homes|buildings)"
        r"\s+destroyed",
    ),
    ("displaced", r"displaced|displacement|homeless|evacuated|evacuees|fled"),
    ("captured", r"captured|prisoners|captives|hostages|abducted|kidnapped|taken|retained|held\s+by"),
    ("arrested", r"arrests?|arrested|detained|detentions"),
    ("casualties", r"casualties|killed\s+(?:and|or)\s+(?:wounded|injured)"),
    ("attendance", r"attendance|turnout|participants|marchers|demonstrators"),
)
_LABEL_WORD = tuple((kind, re.compile(rf"\b(?:{words})\b", re.IGNORECASE)) for kind, words in _LABEL_KINDS)
_TALLY = gated(
    r"\b(?P<word>dead|killed|deaths|injured|wounded|missing|displaced|homeless|arrested|detained)\s*(?:[:=–-]\s*)?"
    r"(?P<figure>#+)(?=\s*(?:[,.;)/]|and\b|$))",
    re.IGNORECASE,
)
"""'dead 14, injured 52, missing 6': two of them in a row are a tally."""
_SAVED = re.compile(r"\b(?:rescued|saved|released|freed|discharged|identified|recovered\s+alive)\b", re.IGNORECASE)
_SEARCH = gated(
    r"\b(?:looking|searching|search(?:es)?(?:\s+(?:is|was|were|are|has|had|been|under\s*way|underway|launched"
    r"|mounted|continuing|going|on))*)"
    r"\s+for\s+(?:the\s+)?(?P<figure>#+)",
    re.IGNORECASE,
)
_SOUGHT = gated(
    r"(?P<figure>#+)(?:\s+[\w'’-]+){0,5}?,?\s+(?:who\s+|that\s+)?(?:is|are|was|were)\s+(?:still\s+|also"
    r"\s+)?being\s+"
    r"(?:(?:looked|searched)\s+for|sought)\b"
    r"|\b(?:fate|whereabouts)\s+of\s+(?:the\s+)?(?P<figure2>#+)(?:\s+[\w'’-]+){0,5}?\s+(?:is|are|was|were"
    r"|remain\w*)\s+"
    r"(?:still\s+|as\s+yet\s+)?(?:un(?:known|clear|certain)|not\s+known|a\s+mystery)\b"
    r"|\bno\s+(?:trace|sign|news|word)\s+(?:has\s+been\s+|was\s+|had\s+been\s+)?(?:found\s+)?(?:of|from)"
    r"\s+(?:the\s+)?"
    r"(?:other\s+)?(?P<figure3>#+)"
    r"|(?P<figure4>#+)(?:\s+[\w'’-]+){0,4}?\s+(?:has|have|had)\s+(?:not|never)\s+(?:yet\s+)?(?:been\s+)?"
    r"(?:(?:heard|seen)\s+(?:of|from|since|again)|returned|come\s+back|come\s+home|turned\s+up|located|traced"
    r"|accounted\s+for)\b"
    r"|(?P<figure5>#+)(?:\s+[\w'’-]+){0,4}?\s+(?:has|have|is|are|had|remain\w*)\s+(?:yet\s+)?to\s+be\s+"
    r"(?:found|located|traced|accounted\s+for|recovered)\b",
    re.IGNORECASE,
)
_NEVER_FOUND = gated(
    r"(?P<figure>#+)(?:\s+[\w-]+){0,2}?\s+(?:who\s+|that\s+)?(?:(?:was|were|are|is|have|has|had)\s+)?(?:never(?:"
    r"\s+been)?|not\s+(?:yet\s+)?(?:been\s+)?)\s*found\b",
    re.IGNORECASE,
)


def labelled(reading: Reading) -> Iterator[Toll]:
    """The figures of a bulletin: 'Missing: 16', 'Violent deaths verified by this office: 34'."""
    text, where = reading.coded()
    for match in _LABEL.finditer(text):
        amount = where.get(match.start("figure"))
        kind = label_kind(match["label"])
        if amount is not None and kind is not None:
            yield Toll(kind, amount, match.start("label"), match.end("figure"))


def _tally(reading: Reading) -> Iterator[Toll]:
    text, where = reading.coded()
    items = list(_TALLY.finditer(text))
    for item in items if len(items) > 1 else []:
        amount, kind = where.get(item.start("figure")), label_kind(item["word"])
        if amount is not None and kind is not None:
            yield Toll(kind, amount, item.start(), item.end())


_NUMBER_OF_WHOM = re.compile(
    r"\bnumber\s+of\s+(?:the\s+)?(?:(?:dead|killed|injured|wounded|missing)\s+)?(?P<who>(?:[\w-]+"
    r"\s+){0,2}?[\w-]+s|people|police|personnel)"
    r"\s+(?:killed|neutrali[sz]ed|martyred|wounded|injured|missing|dead|who\b|has|have|had|to\b|at\b|stood|rose"
    r"|is\b|was\b)",
    re.IGNORECASE,
)


def who_died(text: str) -> str | None:
    """'the number of soldiers killed rose to 29': soldiers."""
    found = _NUMBER_OF_WHOM.search(text)
    if found is None or not nouns.is_person(found["who"].split()[-1]):
        return None
    return str(found["who"])


def label_kind(label: str) -> str | None:
    """The kind that the words of a label name first, None when they name none or speak of the saved."""
    if _SAVED.search(label):
        return None
    hits = [(m.start(), -m.end(), kind) for kind, pattern in _LABEL_WORD if (m := pattern.search(label))]
    fates = [hit for hit in hits if hit[2] in ("killed", "wounded", "missing")]
    hits = fates or hits  # "hostages deceased: 23"
    return min(hits)[2] if hits else None


_SUSPECTS = word_set(
    "suspects suspect gunmen gunman attackers attacker men man shooters robbers burglars fugitives escapees "
    "inmates prisoners witnesses drivers"
)
"""'Police are searching for two men' are no missing."""


def _is_suspect(noun: Token | None) -> bool:
    return noun is not None and noun.lower_ in _SUSPECTS


def _may_be_people(amount: Amount) -> bool:
    return amount.noun is None or nouns.is_person(amount.noun.text)


def _not_found(reading: Reading) -> Iterator[Toll]:
    """'still looking for six people', '60 passengers were never found'."""
    text, where = reading.coded()
    for pattern in (_SEARCH, _NEVER_FOUND, _SOUGHT):
        for match in pattern.finditer(text):
            name = next(n for n, told in match.groupdict().items() if told)
            amount = where.get(match.start(name))
            others = amount is not None and (amount.more or text[: match.start(name)].endswith("remaining "))
            sought = pattern is _SEARCH and (
                amount is None or (amount.noun is None and not others) or _is_suspect(amount.noun)
            )
            if amount is not None and not sought and _may_be_people(amount):
                yield Toll("missing", amount, match.start(), match.end())


_OTHERWISE = (
    (
        "killed",
        gated(
            r"\bnumber\s+of\s+(?:[\w'’-]+\s+){0,4}?(?:who|that)\s+(?:(?:have|has|had|were|was|are|been|now)\s+)*"
            r"(?:died|perished|lost\s+their\s+lives|killed)\b[^#.;:]{0,60}?\s(?:to|at|as|is|was|of)"
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
    ("attendance", re.compile(r"\b(?:turn-?out|attendance)\s+of\s+(?P<figure>#+)", re.IGNORECASE)),
    (
        "killed",
        gated(
            r"\b(?:none|no[\s-]one|nobody)\s+(?:of|among|from)\s+(?:(?:the|its|their)"
            r"\s+)?(?P<figure>#+)[^.;,#]{0,60}?"
            r"\b(?:survived|made\s+it)\b|\bno\s+survivors\s+(?:among|of|from)\s+(?:the\s+|its\s+)?(?P<figure2>#+)",
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
    r"\b(?:and|,)?\s*\bof\s+(?:the\s+|persons\s+|people\s+|those\s+)?(?P<word>injured|wounded|dead|missing"
    r"|unaccounted\s+for|displaced)\b"
    r"[^#.;:]{0,40}?\s(?P<figure>#+)(?=\s*(?:[.,;)]|$|and\b))",
    re.IGNORECASE,
)
"""'put the number of dead at 60 and of injured at 25', 'of injured it has registered 650'."""
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
_LOSSES = gated(
    r"\blosses\b[^#.;]{0,40}?\b(?:amount(?:ed|s)?\s+to|st(?:and|ood)\s+at|reached|of|were|are|at)"
    r"\s+(?P<figure>#+)",
    re.IGNORECASE,
)


def _said_otherwise(reading: Reading) -> Iterator[Toll]:
    """Tolls in other words: 'none of the 17 survived', 'a turnout of 250,000', 'brought to 19 the number of'."""
    text, where = reading.coded()
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
        if amount is not None and _may_be_people(amount):
            for kind in ("killed", "wounded"):
                yield Toll(kind, replace(amount, quantity=NONE, how="none"), match.start(), match.end())
    for pattern in (_OF_THE, _RAISED):
        for match in pattern.finditer(text):
            amount = where.get(match.start("figure"))
            told = label_kind(match["word"]) if pattern is _OF_THE else "killed"
            if amount is not None and told is not None and amount.noun is None:
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
        if amount is not None:
            yield Toll(said, amount, match.start(), match.end("figure"))
    for match in _LOSSES.finditer(text):
        amount = where.get(match.start("figure"))
        if amount is not None and amount.noun is not None and nouns.is_person(amount.noun.text):
            yield Toll("casualties", amount, match.start(), match.end("figure"))


_BEYOND = re.compile(r"\b(?:passe[ds]|surpass(?:ed|es)|topp(?:ed|s)|tops)\b", re.IGNORECASE)
"""'has passed 1,200': more than that."""


def _hedged_by_a_verb(reading: Reading, amount: Amount) -> bool:
    """'the toll exceeds 1,200': the verb is read as part of the figure."""
    return reading.text[slice(*amount.span)].lower().startswith("exceed")


def tolls(reading: Reading) -> Iterator[Toll]:
    """The tolls of a sentence; a bare 'deaths 23' without a verb, preposition or colon is none."""
    figures = "#" in reading.coded()[0]
    if figures:
        yield from _by_head(reading)
    yield from _said_otherwise(reading)
    for kind, amount, start, end in phrases(reading):
        yield Toll(kind, amount, start, end)
    if figures:
        yield from labelled(reading)
        yield from _tally(reading)
        yield from _not_found(reading)
        yield from _toll_of(reading)


_HURT = re.compile(r"\b(?:injur|wound|shot|hurt|shooting)", re.IGNORECASE)


def _by_head(reading: Reading) -> Iterator[Toll]:
    """'the death toll rose to 191', 'fatalities coded as 3'."""
    text, where = reading.coded()
    for kind, pattern in _PATTERNS:
        for match in pattern.finditer(text):
            amount = where.get(match.start("figure"))
            if amount is None or not (_JOIN.search(match["link"]) or _hedged_by_a_verb(reading, amount)):
                continue
            if _BEYOND.search(match["link"]) and amount.quantity.qualifier == Qualifier.EXACT:
                amount = replace(amount, quantity=Quantity(amount.quantity.low, None, Qualifier.MORE_THAN))
            link = match["link"].strip().lower()
            if match["head"].lower().startswith("the ") and (
                link == "of" or (link in _IS | {"to"} and amount.noun is not None)
            ):
                continue
            if kind == "casualties" and "victims" in match["head"].lower() and not _HURT.search(text):
                kind = "killed"
            yield Toll(kind, amount, match.start(), match.end("figure"))
            if match["head"].lower() in ("fatalities", "deaths") and amount.noun is not None:
                more = _AND_MORE.match(text, match.end("figure"))
                other = where.get(more.start("figure")) if more is not None else None
                if more is not None and other is not None and other.noun is not None:
                    yield Toll(kind, other, more.start("figure"), more.end("figure"))
    for match in _CODED.finditer(text):
        amount = where.get(match.start("figure"))
        if amount is not None:
            yield Toll("killed", amount, match.start(), match.end("figure"))


def _toll_of(reading: Reading) -> Iterator[Toll]:
    """'a death toll of 15'."""
    text, where = reading.coded()
    for match in _TOLL.finditer(text):
        amount = where.get(match.start("figure"))
        if amount is not None:
            yield Toll("killed", amount, match.start(), match.end())
