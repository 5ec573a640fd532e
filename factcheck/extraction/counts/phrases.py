"""Counts that set phrases tell: 'five did not survive', 'contact with three was lost', 'ten are hostages'.

None of their words makes a figure a claim alone; together they do.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from factcheck.extraction.counts import nouns
from factcheck.extraction.counts.crowds import crowds, may_be_a_crowd
from factcheck.extraction.counts.custody import in_custody, may_be_in_custody
from factcheck.extraction.counts.genre import POLICE_REPORT
from factcheck.extraction.counts.patients import may_be_patients, patients
from factcheck.extraction.counts.quantities import NONE, Amount, Reading
from factcheck.extraction.counts.rivalfigures import coded as code
from factcheck.extraction.counts.sought import may_be_sought, not_found
from factcheck.extraction.counts.survivors import may_be_survivors, survivors
from factcheck.extraction.counts.unheard import may_be_unheard, unheard
from factcheck.extraction.counts.uprooted import may_be_uprooted, uprooted
from factcheck.extraction.counts.weak import CAPTIVES_PAGE
from factcheck.extraction.gates import Several, gated
from factcheck.lexicons import word_set

_OF_WHOM = (
    r"(?:\s+of\s+(?:the|them|those|these|whom|its|our|their))?(?:\s+(?!and\b|or\b|who\b|that\b)[\w'’-]+){0,4}?"
)
_WHERE = r"(?:forest|bush|hills?|mountains?|jungle|woods|desert|camps?|captivity|hiding|an?\s+unknown|unknown)\b"
_PHRASES = (
    ("killed", rf"(?P<figure>#+){_OF_WHOM}\s+(?:did|have|had|has)\s+not\s+survived?\b"),
    (
        "killed",
        rf"(?P<figure>#+){_OF_WHOM}\s+(?:had|have)\s+(?:their|his"
        rf"|her)\s+throats?\s+(?:been\s+)?(?:cut|slit)\b",
    ),
    (
        "killed",
        rf"(?P<figure>#+){_OF_WHOM}\s+(?:rose|ascended|fell|were\s+raised|went)\s+(?:up\s+)?(?:as"
        rf"|to)\s+(?:martyrs?|martyrdom|shahada)\b",
    ),
    ("killed", r"(?P<figure>#+)\s+of\s+(?:its|their|our|his)\s+(?:own\s+)?(?:fallen|dead)\b"),
    ("killed", r"\b(?:names?|identit(?:y|ies))\s+of\s+(?P<figure>#+)(?:\s+of\s+the)?\s+(?:victims|dead)\b"),
    (
        "captured",
        r"\b(?:took|taken|take|captured|caught|seized)\s+(?P<figure>#+)(?:\s+[\w-]+){0,2}?\s+alive\b"
        r"|(?P<figure2>#+)(?:\s+[\w-]+){0,2}?\s+(?:were\s+|was\s+)?(?:taken|captured|caught)\s+alive\b",
    ),
    (
        "missing",
        r"\b(?:that|which|this)\s+(?:still\s+)?leaves\s+(?P<figure>#+)"
        r"(?=\s*(?:[.,;]|$|unaccounted|to\s+be\s+found))",
    ),
    ("killed", r"(?P<figure>#+)\s+names\s+of\s+(?:the\s+)?(?:dead|victims|killed|deceased|people\s+killed)\b"),
    ("killed", r"\bmartyrs\s+(?:number(?:ed|s)?|are|were|total(?:led)?)\s+(?P<figure>#+)"),
    (
        "killed",
        r"\blost\s+[\"“]?(?P<figure>#+)(?=\s*(?:[.,;:\"”)]|$|(?:and|boys|men|in|on|at|so|that|dead)\b))",
    ),
    (
        "missing",
        r"\bcontact\s+(?:with|to)\s+(?P<figure>#+)(?:\s+[\w'’-]+){0,4}?\s+(?:has\s+been|had\s+been|was"
        r"|is|have\s+been)\s+lost\b",
    ),
    (
        "missing",
        r"\b(?:boat|vessel|ship|plane|aircraft|helicopter|ferry|trawler|dinghy|launch|canoe|raft|submarine)"
        r"\s+(?:with|carrying)\s+"
        r"(?P<figure>#+)(?:\s+[\w'’-]+){0,4}?\s+(?:(?:is|was|has\s+been|went|remains|reported)\s+(?:reported"
        r"\s+)?missing"
        r"|disappeared|vanished|has\s+disappeared|has\s+vanished)\b",
    ),
    (
        "missing",
        rf"(?P<figure>#+){_OF_WHOM}\s+(?:are|were|is|was|remain(?:s|ed)?|may\s+be|might\s+be|could\s+be)"
        rf"\s+(?:still\s+|believed\s+|feared\s+"
        r"|thought\s+|to\s+be\s+)*(?:trapped|below\s+ground|underground|(?<=still\s)inside)\b",
    ),
    (
        "missing",
        r"\b(?:without\s+(?:any\s+)?news\s+(?:of|from)|(?:can|could)\s*not\s+account\s+for|unable\s+to\s+account"
        r"\s+for"
        r"|(?:still\s+)?out\s+of\s+contact\s+(?:are|were|is|was))\s+(?:the\s+)?(?P<figure>#+)",
    ),
    (
        "missing",
        rf"(?P<figure>#+){_OF_WHOM}\s+(?:are|is|were|was|remain(?:s|ed)?|lie)\s+(?:still\s+"
        rf"|believed\s+to\s+be\s+)+(?:in|inside|under|beneath|below|aboard)\s+(?:the\s+|its\s+|a\s+)?"
        r"(?:\w+\s+)?(?:hull|wreck\w*|ship|ferry|boat|vessel|rubble|mine|shaft|tunnel|pit|galler(?:y|ies)"
        r"|river|sea|lake|water|mud|snow|ruins|debris|concrete|earth)\b",
    ),
    ("killed", r"(?P<figure>#+)\s+death\s+certificates\b|(?P<figure2>#+)\s+(?:in|into)\s+(?:body\s+)?bags\b"),
    ("missing", r"\blost\s+(?:all\s+)?(?:contact|touch)\s+with\s+(?P<figure>#+)"),
    (
        "missing",
        rf"(?P<figure>#+){_OF_WHOM}\s+(?:(?:might|may|could|are|were|is|was|be|remain|feared|believed|still"
        rf"|thought|to)\s+)*"
        r"(?:buried\s+|trapped\s+)?(?:under|beneath|in)\s+(?:the\s+)?(?:mud|rubble|debris|snow|ruins|wreckage"
        r"|earth|avalanche|landslide)\b",
    ),
    (
        "captured",
        rf"(?P<figure>#+){_OF_WHOM}\s+(?:is|are|was|were|remain(?:s|ed)?|be|being)\s+(?:still\s+|now\s+|all"
        rf"\s+)*"
        r"(?:captives?\b|prisoners?\b(?!\s+of\s+conscience)|in\s+(?:\w+\s+){0,2}?captivity\b|in"
        r"\s+the\s+hands\s+of\b|in\s+\w+['’]s?\s+hands\b)",
    ),
    (
        "captured",
        r"\b(?:boast(?:s|ed)?\s+of|spe(?:aks?|ak)\s+of|spoke\s+of|claim(?:s|ed)?|announc(?:es|ed)|show(?:s"
        r"|ed)|display(?:s|ed)"
        r"|parad(?:es|ed)|present(?:s|ed)|deliver(?:s|ed)|repatriat(?:es|ed)|flew|exchang(?:es|ed)|swapp(?:s"
        r"|ed)|hand(?:s|ed)\s+over)\s+"
        r"(?:only\s+|home\s+|back\s+)?(?P<figure>#+)(?:\s+[\w-]+)?\s+(?:prisoners(?:\s+of\s+war)?|captives"
        r"|hostages|pows|detainees)\b",
    ),
    (
        "captured",
        rf"(?P<figure>#+){_OF_WHOM}\s+(?:gave|give|given)\s+themselves\s+up\b",
    ),
    ("kidnapped", rf"(?P<figure>#+){_OF_WHOM}\s+(?:is|are|were|remain)\s+(?:still\s+|now\s+)?hostages\b"),
    ("captured", rf"(?P<figure>#+){_OF_WHOM}\s+fell\s+into\s+(?:\w+\s+){{0,2}}?(?:captivity|hands)\b"),
    (
        "captured",
        r"\b(?:whisked|carted|marched|herded|spirited|bundled|led|took|driven|drove|carried)\s+(?:away|off)"
        r"\s+(?:with\s+)?(?P<figure>#+)",
    ),
    (
        "captured",
        rf"(?P<figure>#+){_OF_WHOM}\s+(?:was|were|been|being)\s+(?:also\s+|then\s+)?(?:marched|led|herded"
        rf"|carried|whisked|taken|driven|dragged)\s+"
        rf"(?:(?:off|away)\s*)?(?:(?:into|to)\s+(?:the\s+)?(?:\w+\s+)?{_WHERE}|(?:off|away)\s+by)",
    ),
    (
        "captured",
        rf"(?P<figure>#+){_OF_WHOM}\s+(?:walked|came|went|were\s+set)\s+free\s+from\s+(?:the\s+)?"
        r"(?:(?:\w+\s+){0,2}?captivity|(?-i:[A-Z])\w+\s+(?:custody|hands|detention))\b",
    ),
    (
        "killed",
        rf"(?P<figure>#+){_OF_WHOM}\s+(?:on\s+board|aboard|inside)\b[^.;#]{{0,60}}?(?:,|\band|\bbut)\s+"
        r"(?:none|nobody|no\s+one)\s+(?:of\s+them\s+)?survived\b",
    ),
    (
        "displaced",
        r"(?P<figure>#+)(?:\s+of\s+(?:the|them))?(?:\s+[\w'’-]+){0,3}?\s+(?:(?:can|could)(?:\s*not|n['’]t)"
        r"\s+(?:sleep|live|return)|(?:are|were)"
        r"\s+without)\s+(?:in\s+|to\s+)?(?:their\s+(?:own\s+)?(?:beds?|homes?|houses?)|(?:a\s+)?(?:roof|shelter"
        r"|homes?)\b)",
    ),
    (
        "seized",
        r"(?P<figure>#+)(?:\s+[\w'’-]+){0,3}?\s+(?:positions|posts|outposts|bases|villages|towns|heights)"
        r"(?:\s+[\w'’-]+){0,6}?\s+(?:was|were|are|have\s+been)\s+(?:briefly\s+|temporarily\s+|also\s+)?(?:held"
        r"|overrun|occupied)\b",
    ),
    (
        "killed",
        rf"(?P<figure>#+){_OF_WHOM}\s+(?:blew|blown|have\s+blown|had\s+blown)\s+(?:themselves|himself|herself)\s+up\b"
        rf"|(?P<figure2>#+)\s+(?:more\s+)?lives\s+(?:(?:were|are|have\s+been)\s+)?lost\b",
    ),
    (
        "killed",
        r"(?P<figure>#+)\s+names\s+to\s+(?:the|its|their|a)?\s*(?:list|roll|register)\s+of\s+(?:the\s+)?(?:fallen|dead|killed|martyrs)",
    ),
    (
        "destroyed",
        rf"(?P<figure>#+){_OF_WHOM}\s+(?:(?:are|is|were|was|lie|lies|lay|now|already|mere|mostly|all)\s+)+(?:in\s+|a\s+heap\s+of\s+)?"
        r"(?:ash(?:es)?|rubble|ruins?|cinders|dust|wrecks?|debris)\b",
    ),
    (
        "destroyed",
        r"\b(?:loss|downing|sinking|destruction|shooting\s+down)\s+of\s+(?:only\s+|at\s+least\s+)?(?P<figure>#+)",
    ),
    (
        "displaced",
        r"(?P<figure>#+)\s+(?:of\s+)?(?:[\w'’-]+\s+){0,2}?(?:families|people|residents|villagers|households"
        r"|inhabitants|civilians|persons)\s+"
        r"(?:have|had|has)\s+(?:already\s+|now\s+)?(?:left|fled|abandoned)\s+(?-i:[A-Z])\w+",
    ),
)
_COMPILED = tuple((kind, gated(pattern, re.IGNORECASE)) for kind, pattern in _PHRASES)
_STILL_HELD = tuple(
    ("captured", gated(pattern, re.IGNORECASE))
    for pattern in (
        rf"(?P<figure>#+){_OF_WHOM}\s+(?:(?:is|are|were|was)\s+still|remain(?:s|ed)?|(?:is"
        rf"|are)\s+to\s+this\s+day)\s+(?:being\s+)?"
        r"(?:there(?=\s*(?:[.,;]|$|with\b))|with\s+them|in\s+the\s+(?:forest|bush|mountains|hills|jungle|hands|camps?)|held|behind\s+bars|detained"
        r"|in\s+detention|with\s+the|to\s+be\s+freed)\b",
        rf"(?P<figure>#+){_OF_WHOM}\s+(?:have|has|had)\s+(?:never\s+|not\s+(?:yet\s+)?)(?:come\s+(?:back"
        rf"|home)|returned|been\s+(?:freed|released|found))\b",
        rf"(?P<figure>#+){_OF_WHOM}(?:\s*,\s+[^.;:#]{{2,60}}?,)?\s+(?:are|is|have|has|had|were)\s+(?:still\s+)?yet\s+to\s+(?:return|come\s+(?:back|home)|be\s+(?:freed"
        r"|released|let\s+go|rescued)|regain)\b",
        r"\b(?:parents|families|relatives|wives)\s+of\s+(?:the\s+|another\s+|other\s+)?(?P<figure>#+)[^.;#]{0,30}?\b(?:are|were)?\s*still\s+wait(?:ing)?\b",
        r"\bstill\s+(?:hold(?:s|ing)?|ha(?:ve|s|d))\s+(?P<figure>#+)(?!\s+(?:days|hours|weeks|months|troops"
        r"|soldiers|men\s+under))",
    )
)
"""What is told so of captives, on a page that tells of captives."""
_NOBODY_HARMED = gated(
    r"\bno\s+(?P<who>(?:[\w-]+\s+){0,2}?[\w-]+)\s+(?:(?:had|has|have)\s+(?:come|came)\s+to\s+(?:any\s+)?harm"
    r"|came\s+to\s+(?:any\s+)?harm"
    r"|(?:was|were|has\s+been|have\s+been|had\s+been)\s+(?:hit|harmed|touched))\b",
    re.IGNORECASE,
)
"""'no civilian had come to harm': nobody killed, nobody hurt."""
_LOST_NONE = gated(
    r"\blost\s+(?:no\s+(?:single\s+)?(?P<who>soldiers?|men|man|fighters?|troops|personnel|comrades?|servicemen"
    r"|serviceman)|no\s*-?one|nobody)\b",
    re.IGNORECASE,
)
_NONE_MISSING = gated(
    r"\b(?:ruled\s+out|denied)\s+that\s+any\s+of\s+(?:its|their|his|our)\s+(?P<who>[\w-]+)\s+(?:was|were|is|are)"
    r"\s+missing\b"
    r"|\bnone\s+of\s+(?:its|their|our|the)\s+(?P<who2>[\w-]+)\s+(?:was|were|is|are)\s+(?:still\s+)?missing\b",
    re.IGNORECASE,
)
_STANDING_IN = word_set("lives certificates victims them whom these those names fallen dead")


_KIND = {id(pattern): kind for kind, pattern in (*_COMPILED, *_STILL_HELD)}
_SEVERAL = Several(pattern for _, pattern in _COMPILED)
_WITH_HELD = Several(pattern for _, pattern in (*_COMPILED, *_STILL_HELD))
_NOBODY = Several((_NOBODY_HARMED, _LOST_NONE, _NONE_MISSING))


def may_tell(text: str) -> bool:
    """True when a sentence may hold one of the phrases; without a parse."""
    if _NOBODY.fits(text):
        return True
    figures = code(text)
    return "#" in figures and (_may_be_elsewhere(figures) or _WITH_HELD.fits(figures))


def _may_be_elsewhere(figures: str) -> bool:
    return (
        may_be_uprooted(figures)
        or may_be_patients(figures)
        or may_be_in_custody(figures)
        or may_be_unheard(figures)
        or may_be_a_crowd(figures)
        or may_be_survivors(figures)
        or may_be_sought(figures)
    )


def _elsewhere(reading: Reading) -> Iterator[tuple[str, Amount, int, int]]:
    """What the phrases of other files tell: of the uprooted, the taken, the sick and hurt."""
    yield from uprooted(reading)
    yield from in_custody(reading)
    yield from not_found(reading)
    yield from unheard(reading)
    yield from crowds(reading)
    yield from survivors(reading)
    if not reading.tokens.notes.get(POLICE_REPORT):
        yield from patients(reading)


def phrases(reading: Reading) -> Iterator[tuple[str, Amount, int, int]]:
    """Kind, amount and stretch (from the sentence's start) of each count that a set phrase tells."""
    text, where = reading.coded()
    captives = reading.tokens.notes.get(CAPTIVES_PAGE)
    for pattern in (_WITH_HELD if captives else _SEVERAL).worth(text) if where else ():
        kind = _KIND[id(pattern)]
        for match in pattern.finditer(text):
            amount = where.get(match.start("figure2" if match.groupdict().get("figure2") else "figure"))
            if amount is not None and amount.times is None and (kind == "seized" or _fits(kind, amount)):
                yield kind, amount, match.start(), match.end()
    yield from _elsewhere(reading)
    nobody = ((_NOBODY_HARMED, ("killed", "wounded")), (_LOST_NONE, ("killed",)), (_NONE_MISSING, ("missing",)))
    for pattern, kinds in nobody if _NOBODY.may_fit(text) else ():
        for match in pattern.finditer(text):
            if (amount := _nobody(reading, match)) is not None:
                yield from ((kind, amount, match.start(), match.end()) for kind in kinds)


def _fits(kind: str, amount: Amount) -> bool:
    if kind == "destroyed":
        return amount.noun is not None and nouns.is_sort(amount.noun.text, "vehicle", "building", "home")
    return _are_people(amount)


def _are_people(amount: Amount) -> bool:
    noun = amount.noun
    return noun is None or noun.lower_ in _STANDING_IN or nouns.is_person(noun.text)


def _nobody(reading: Reading, match: re.Match[str]) -> Amount | None:
    """Nobody of those whom a match names; None for things."""
    name = next((name for name, words in match.groupdict().items() if words), None)
    span = reading.tokens.covering(*match.span(name)) if name is not None else []
    whole = reading.tokens.covering(*match.span())
    if not whole:
        return None
    noun = span[-1] if span else None
    if noun is not None and not (nouns.is_person(noun.text) or noun.lower_ == "forces"):
        return None
    head = noun if noun is not None else whole[-1]
    return Amount(head, whole[0], whole[-1], NONE, "none", noun=noun, span=match.span())
