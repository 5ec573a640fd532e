"""The displaced in set phrases: 'have crossed to Kisoro', 'are sleeping in the school', '900 arrivals'."""

from __future__ import annotations

import re
from collections.abc import Iterator

from factcheck.extraction.counts import nouns
from factcheck.extraction.counts.quantities import Amount, Reading
from factcheck.extraction.counts.weak import MANY_FLED
from factcheck.extraction.gates import Several, gated
from factcheck.lexicons import word_set

_WHO = r"(?:\s+of\s+(?:the|his|her|its|their|our|them|those))?(?:\s+(?!and\b|or\b)[\w'’-]+){0,4}?"
_HAVE = r"(?:have|has|had)\s+(?:already\s+|now\s+|since\s+|also\s+)?"
_FOLK = (
    r"(?:civilians|foreigners|nationals|residents|people|persons|families|villagers|inhabitants|citizens|expatriates"
    r"|refugees|evacuees|households|women|children|townspeople|tourists)\b"
)
_PATTERNS = tuple(
    gated(pattern, re.IGNORECASE)
    for pattern in (
        r"(?P<figure>#+)\s+(?:(?:new|cumulative|fresh|total|further)\s+)*(?:arrivals|newcomers|idps"
        r"|internally\s+displaced)\b",
        r"^\W*(?P<figure>#+)\s+(?:(?:new|registered|total)\s+)*refugees\b(?!\s+(?:were|was|killed|died"
        r"|drowned|reached|received))",
        rf"(?P<figure>#+){_WHO}\s+{_HAVE}crossed(?=\s+(?:to\s|over|into|the\s+(?:border|river|frontier))|\s*,)",
        rf"(?P<figure>#+){_WHO}\s+(?:are|is|were)\s+(?:still\s+|now\s+)?(?:sleeping|camped|camping|huddled"
        rf"|crammed|lodged|housed|living\s+(?:rough"
        r"|outdoors))\b(?!\s+(?:at\s+the\s+time|when))",
        r"(?P<figure>#+)(?:\s+people|\s+persons|\s+residents|\s+families)?\s+(?:are|is|were"
        r"|live)\s+(?:still\s+|now\s+)?(?:living\s+)?in\s+(?:#+\s+)?(?:tents?|schools|camps"
        r"|evacuation\s+cent(?:re|er)s|reception\s+cent(?:re|er)s|churches|mosques)\b",
        rf"(?P<figure>#+){_WHO}\s+(?:{_HAVE})?(?:left|abandoned|quit|fled)\s+(?:the|their|this)\s+(?:state"
        rf"|region|area|city|town|province|district"
        r"|valley|village|island|enclave|quarter|camp|country|peninsula|capital)\b",
        rf"(?P<figure>#+){_WHO}\s+(?:live|are\s+living|sleep|are\s+sleeping|camp|are\s+camping)\s+(?:under"
        rf"|in|beneath)\s+(?:the\s+)?"
        r"(?:tarpaulins?|tents?|plastic|trees|open|bridges?|awnings?)\b",
        rf"(?P<figure>#+){_WHO}\s+{_HAVE}gone\s+(?:(?:up|down)\s+(?:the\s+)?river|into\s+the\s+(?:hills|bush"
        rf"|forest|mountains)|(?:over|across)\s+the\s+(?:border|river))",
        r"\b(?:drove|driven|chased|drives|driving)\s+(?:out\s+)?(?P<figure>#+)(?:\s+(?:people|persons"
        r"|residents|inhabitants|families|villagers|civilians|others))?"
        r"\s+(?:onto|into|out\s+of|across|from|off)\b",
        r"\b(?:moved|transferred|bused|brought|took|taken|ferried|transported)\s+(?P<figure>#+)\s+(?:people"
        r"|persons|residents|inhabitants|families|villagers"
        r"|civilians|households)\s+(?:in)?to\s+(?:(?:a|the)\s+)?(?:[\w-]+\s+)?(?:schools?|safety|shelters?"
        r"|camps?|tents|higher\s+ground|gymnasiums?|halls?)\b",
        r"(?P<figure>#+)\s+(?:[\w-]+\s+)?(?:refugees|displaced(?:\s+(?:people|persons|families))?|families"
        r"|households|residents|villagers)\s+"
        rf"(?:{_HAVE}moved\b|{_HAVE}(?:reached|arrived\s+in|arrived\s+at)\s+(?-i:[A-Z])|{_HAVE}arrived\b)",
        rf"(?P<figure>#+)\s+of\s+(?:his|her|my|our|their)\s+neighbou?rs\s+{_HAVE}arrived\b",
        r"\bpopulation\b[^.;#]{0,40},\s*(?P<figure>#+)\s+(?:people|persons|inhabitants|souls"
        r"|residents)\s*,\s*(?:has|have|had)\s+(?:fled|left|gone)\b",
        rf"(?P<figure>#+){_WHO}\s+(?:have|has|had|with)\s+(?:nowhere|no\s+(?:house|home|roof|place))\s+(?:else\s+)?(?:left\s+)?to\s+(?:go|live|sleep|return|stay)\b",
        rf"(?P<figure>#+){_WHO}\s+(?:are|is|were|remain(?:s|ed)?)\s+(?:still\s+|now\s+)?(?:out\s+of|away\s+from|kept\s+from|barred\s+from)\s+their\s+(?:own\s+)?(?:homes?"
        r"|houses?|villages?)\b",
        rf"\b(?:buses|trucks|boats|trains|planes|helicopters|lorries|convoys?|ships|flights|ferries)\s+(?:have\s+|had\s+)?(?:carried|carry|took|taken|brought|ferried"
        rf"|moved|evacuated|bore)\s+(?P<figure>#+)\s+(?:(?!killed|dead|wounded|injured)[\w-]+\s+){{0,3}}?(?:of\s+(?:[\w-]+\s+){{1,2}}?)?(?:{_FOLK}|clans)[^.;#]{{0,25}}?"
        r"\b(?:out\s+of|from|away|across|to\s+safety)\b",
        rf"(?P<figure>#+)\s+(?:[\w-]+\s+)?{_FOLK}(?:\s*,\s+[^.;#]{{2,50}}?,)?\s+(?:(?:have|has|had)\s+)?(?:come|came)\s+(?:over|across)\b(?!\s+(?:as|to\s+him|the\s+news))",
        rf"(?P<figure>#+){_WHO}\s+(?:(?:are|is|were)\s+)?(?:still\s+|now\s+)?(?:live|lives|living|housed|lodged|stay|staying|put\s+up|accommodated)\s+in\s+(?:the\s+)?"
        r"(?:emergency|temporary|makeshift|transit|prefabricated|collective|converted|improvised)\s+(?:\w+\s+)?(?:quarters|housing|shelters?|accommodation|camps?|containers"
        r"|huts|homes|cent(?:re|er)s|tents|settlements?)\b",
        rf"(?P<figure>#+)\s+(?:[\w-]+\s+)?{_FOLK}\s+(?:(?:are|were|is)\s+)?(?:still\s+)?(?:remain(?:ed)?|stay(?:ed)?|staying|sheltered|huddled)\s+(?:at|in|inside)\s+the\s+"
        r"(?:[\w-]+\s+)?(?:mission|church|convent|cathedral|monastery|mosque|temple|school|compound|stadium|base|camp|seminary|parish)\b",
        rf"(?P<figure>#+)\s+(?:[\w-]+\s+)?{_FOLK}\s+(?:{_HAVE})?(?:took|taken)\s+to\s+the\s+(?:hills|bush|forests?|mountains|roads?|boats|woods|swamps?|fields)\b",
        rf"(?P<figure>#+)\s+(?:[\w-]+\s+)?{_FOLK}\s+(?:{_HAVE})?(?:drove|driven|walked|trekked|left|headed|set\s+out|marched)\b[^.;#]{{0,60}}?\bwith\s+(?:only\s+|just\s+)?(?:mattresses"
        r"|bundles|(?:their\s+)?(?:belongings|mattresses|livestock|bedding)|what\s+they\s+could\s+carry|the\s+clothes)\b",
        rf"(?P<figure>#+){_WHO}\s+(?:(?:are|is|were)\s+)?(?:living|staying|lodged|lodging|sheltered|sheltering|put\s+up|accommodated|taken\s+in)\s+(?:with|by)\s+(?:their\s+)?(?:relatives"
        r"|host\s+families|friends\s+and|relations|kin|neighbours|neighbors)\b",
        rf"(?P<figure>#+){_WHO}\s+(?:are|were|is)\s+(?:still\s+)?(?:waiting|stranded|massed"
        rf"|stuck)\s+(?:on\s+the\s+[\w'’-]+\s+side|(?:at|on|near|along)\s+the\s+(?:border|"
        r"frontier|crossing|bank))",
        rf"(?P<figure>#+){_WHO}\s+(?:sleep|slept|are\s+sleeping|spent\s+the\s+night|camp|camped|lodge|are\s+(?:lodged|housed|put\s+up|sheltering"
        r"|staying)|(?<!sought\s)(?<!taken\s)(?<!took\s)shelter|have\s+found\s+(?:a\s+bed|shelter|refuge|a\s+roof))\s+(?:at|in|on|under|inside)\s+(?:the\s+|a\s+|its\s+|local\s+)?"
        r"(?:[\w-]+\s+){0,2}?(?:airports?|stations?|stadiums?|schools?|gymnasiums?|gyms?|churches|church|mosques?|fields?|pitch|open|streets?"
        r"|tents?|halls?|cellars?|basements?|metro|parks?|classrooms?|barracks|hangars?|monaster(?:y|ies)|temples?|racecourse|roadside)\b",
        rf"\b(?:now\s+|presently\s+|currently\s+)?(?:shelters|is\s+sheltering|are\s+sheltering|hosts|is\s+hosting|harbours|(?:has|have)\s+taken\s+in"
        rf"|took\s+in|has\s+received)\s+(?:now\s+|presently\s+|already\s+)?(?P<figure>#+)(?=\s*(?:[.,;]|$|of\s+them\b|{_FOLK}|from\b))",
        rf"\b(?:extracted|airlifted|evacuated)\s+(?P<figure>#+)\s+(?:[\w-]+\s+)?{_FOLK}",
        rf"\b(?:flew|brought|took|moved|bused|ferried|led|got|shipped|drove)\s+(?P<figure>#+)\s+(?:[\w-]+\s+)?{_FOLK}\s+(?:out\b(?!\s+alive)|to\s+safety"
        r"|away\s+from|across)",
        rf"(?P<figure>#+)\s+(?:[\w-]+\s+)?{_FOLK}\s+(?:(?:have|has|had)\s+been|were|was)\s+(?:already\s+)?(?:taken|flown|brought|bused|ferried"
        r"|airlifted|moved|led|carried|extracted|driven|shipped)\s+(?:out\b(?!\s+(?:alive|dead|of\s+the\s+(?:rubble|ruins|wreck\w*|mud|water)))|to\s+safety|across)",
        rf"(?P<figure>#+){_WHO}\s+(?:{_HAVE})?crossed\s+(?:the\s+)?(?:bridge|lake|strait|mountains?|sea|line|[\w-]+\s+bridge)\b",
        rf"(?P<figure>#+)\s+(?:[\w-]+\s+)?{_FOLK}\s+{_HAVE}(?:left|fled|quit|abandoned)\s+(?:the\s+)?(?:eastern|western|northern|southern|central"
        r"|old|upper|lower|east|west|north|south)\s+(?-i:[A-Z])",
        rf"(?P<figure>#+){_WHO}\s+(?:are|is)\s+no\s+longer\s+(?:there|at\s+home|in\s+(?:the\s+|their\s+)?(?:town|village|city|homes?|houses?|camp))",
        rf"(?P<figure>#+){_WHO},?\s+{_HAVE}(?:gone|moved|headed|withdrawn|trekked|walked)\s+to\s+the\s+(?:north|south|east|west|hills|mountains|coast"
        r"|forest|interior|countryside)\b",
        r"(?P<figure>#+)\s+(?:villages|hamlets|settlements)\s+(?:have\s+been|has\s+been|were"
        r"|had\s+been)\s+(?:emptied|depopulated|deserted)\b",
    )
)
_WITH_THEM = gated(
    r"(?:#+\s+(?:families|households)|camps?|sites?|shelters?|cent(?:re|er)s)\s*\(\s*(?:or\s+"
    r"|about\s+)?(?P<figure>#+)\s+(?:people|persons|individuals|families|households)\b"
    r"|#+\s+(?:people|persons|individuals)\s+(?:from|in|of)\s+(?P<figure2>#+)\s+(?:families|households)\b"
    r"|(?-i:[A-Z])[\w'’-]+\s+\(\s*(?P<figure3>#+)\s+(?:households|families)\s*\)",
    re.IGNORECASE,
)
_MOVED = gated(
    r"\b(?:displac|fled|flee|uproot|evacuat|camps?\b|shelters?\b|homeless|reached|arriv|sites?\b"
    r"|refugees?\b)",
    re.IGNORECASE,
)
_FIGURED = frozenset({"villages", "hamlets", "settlements"})


_SEVERAL, _MOVES = Several((*_PATTERNS, _WITH_THEM)), Several(_PATTERNS)


def may_be_uprooted(text: str) -> bool:
    """True when a sentence may tell so of the displaced; the figures of the text are written as ``#``."""
    return _SEVERAL.fits(text)


def uprooted(reading: Reading) -> Iterator[tuple[str, Amount, int, int]]:
    """Kind, amount and stretch (from the sentence's start) of each count of the displaced that a phrase tells."""
    text, where = reading.coded()
    for pattern in _MOVES.worth(text):
        for match in pattern.finditer(text):
            amount = where.get(match.start("figure"))
            if amount is not None and _fits(amount):
                yield "displaced", amount, match.start(), match.end()
    if _MOVED.search(text) is None:
        return
    for match in _WITH_THEM.finditer(text):
        name = next(n for n, told in match.groupdict().items() if told)
        amount = where.get(match.start(name))
        if amount is not None:
            yield "displaced", amount, match.start(name), match.end()


def _fits(amount: Amount) -> bool:
    noun = amount.noun
    if (amount.quantity.low or amount.quantity.high or 0) < MANY_FLED:
        return False
    return (
        noun is None
        or nouns.is_person(noun.text)
        or nouns.is_of_people(noun.text)
        or noun.lower_ in _FIGURED | _CROWDS
    )


_CROWDS = word_set("families households arrivals newcomers idps refugees neighbours neighbors displaced them")
